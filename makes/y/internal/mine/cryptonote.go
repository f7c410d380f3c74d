package mine

// moneroTalk is the JSON-RPC of CryptoNote pools: login, job, submit, keepalived.
func moneroTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	id := p.word + 24
	algos := 0
	if g.soft.name == "xmrig" {
		algos = 330
	}
	job := 196 + g.coin.body + 64 + p.word + p.spare
	s.ask(104+g.wallet+g.pass+g.soft.agent+algos, 132+id+job)
	share := 108 + id + p.word + 8 + 64
	if g.soft.name == "xmrig" {
		share += 14
	}
	next, _ := p.nextJob(x.T)
	found, keep, tune := s.nextShare(), x.T+1e12, s.retuneAt()
	if g.alive {
		keep = x.T + 60
	}
	for n := 2; s.on(); {
		switch x.Until(next, found, keep, tune) {
		case 0:
			s.c.Down(job + s.digits(int(x.T)%9))
			next, _ = p.nextJob(x.T)
		case 1:
			n++
			s.judge(share+s.digits(n), 62+s.digits(n))
			found = s.nextShare()
			// The program counts its keep-alive from the last word of the pool.
			keep = max(keep, x.T+60)
			if !g.alive {
				keep = 1e12
			}
		case 2:
			n++
			s.ask(68+id+s.digits(n), 70+s.digits(n))
			keep = x.T + 60
		case 3:
			if s.retune() {
				s.c.Down(job)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// deroTalk is the getwork websocket: the daemon pushes a job every half second to second, the miner sends mini-blocks.
func deroTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(190+g.wallet, 129)
	job := 250 + g.coin.body + 64 + p.word
	every := 0.5 + p.phase/60
	next, found, tune := x.T, s.nextShare(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, tune) {
		case 0:
			s.c.Down(job + x.R.Int(0, 6))
			next += every
		case 1:
			s.c.Up(44 + g.coin.body + p.word + 6)
			s.lastOK = x.T
			s.shares++
			found = s.nextShare()
		case 2:
			if s.retune() {
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// xelisTalk is the chain's own stratum: short jobs, a nonce back, the pool's ping each half minute.
func xelisTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(84+g.soft.agent, 96+64)
	s.ask(76+g.wallet+g.worker, 38)
	s.c.Down(58)
	next, _ := p.nextJob(x.T)
	found, ping, tune := s.nextShare(), x.T+30, s.retuneAt()
	for s.on() {
		switch x.Until(next, found, ping, tune) {
		case 0:
			s.c.Down(116 + p.word + 64 + 12)
			next, _ = p.nextJob(x.T)
		case 1:
			s.judge(80+g.wallet+g.worker+p.word+16, 38)
			found = s.nextShare()
		case 2:
			s.c.Down(42)
			s.c.Up(36)
			ping += 30
		case 3:
			if s.retune() {
				s.c.Down(58)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}
