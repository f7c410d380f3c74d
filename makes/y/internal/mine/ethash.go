package mine

// ethProxyTalk is the oldest dialect of Ethash: eth_submitLogin, eth_getWork, work pushed as answers to nobody, and reports of
// the hash rate.
func ethProxyTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	yes := 37 + p.spare%5
	s.ask(96+g.wallet+g.worker, yes)
	work := 44 + 3*69 + 12*(p.spare%2)
	s.ask(64+p.spare%8, work)
	next, _ := p.nextJob(x.T)
	found, rate, tune := s.nextShare(), s.report(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, rate, tune) {
		case 0:
			s.c.Down(work)
			next, _ = p.nextJob(x.T)
		case 1:
			s.judge(78+18+69+69+g.worker, yes)
			found = s.nextShare()
		case 2:
			s.ask(72+69+69+g.worker, yes)
			rate = x.T + g.soft.rate
		case 3:
			if s.retune() {
				s.c.Down(work)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// niceHashTalk is EthereumStratum/1.0.0: the pool gives the head of the nonce, the miner sends the rest.
func niceHashTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(80+g.soft.agent, 108+32)
	s.ask(60+g.wallet+g.worker+g.pass, 38)
	s.c.Down(62)
	job := 66 + p.word + 64 + 64 + 8
	s.c.Down(job)
	next, _ := p.nextJob(x.T)
	found, tune := s.nextShare(), s.retuneAt()
	rate := s.report()
	for s.on() {
		switch x.Until(next, found, rate, tune) {
		case 0:
			s.c.Down(job)
			next, _ = p.nextJob(x.T)
		case 1:
			s.judge(62+g.wallet+g.worker+p.word+12, 38)
			found = s.nextShare()
		case 2:
			s.ask(70+66+66, 38)
			rate = x.T + g.soft.rate
		case 3:
			if s.retune() {
				s.c.Down(62)
				s.c.Down(job)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// kawpowTalk is ProgPoW for Ravencoin's kin: a target of its own message, header and seed in the job, header and mix in the share.
func kawpowTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(58+g.soft.agent, 60+p.word%9)
	s.ask(56+g.wallet+g.worker+g.pass, 38)
	s.c.Down(110)
	job := 78 + p.word%12 + 3*67 + 5 + 8 + 10
	s.c.Down(job)
	next, _ := p.nextJob(x.T)
	found, rate, tune := s.nextShare(), s.report(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, rate, tune) {
		case 0:
			s.c.Down(job)
			next, _ = p.nextJob(x.T)
		case 1:
			s.judge(60+g.wallet+g.worker+p.word%12+18+68+68, 38+p.spare%6)
			found = s.nextShare()
		case 2:
			s.ask(72+66+66+g.worker, 38)
			rate = x.T + g.soft.rate
		case 3:
			if s.retune() {
				s.c.Down(110)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// confluxTalk is Octopus: two jobs a second or so, each with its boundary, shares naming the hash again.
func confluxTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(66+g.wallet+g.worker+g.pass, 38)
	job := 58 + p.word%9 + 10 + 69 + 69
	every := 0.4 + p.phase/100
	next, found, tune := x.T, s.nextShare(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, tune) {
		case 0:
			s.c.Down(job)
			next = x.T + x.R.Near(every, 0.4)
		case 1:
			s.judge(64+g.wallet+g.worker+p.word%9+21+69, 34)
			found = s.nextShare()
		case 2:
			if s.retune() {
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}
