package mine

// bitcoinTalk is Stratum v1 as Bitcoin's miners speak it: subscribe, configure, authorize, notify with merkle branches, submit.
func bitcoinTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	sp := g.soft.spaces
	rolling := g.soft.name == "asic-firmware" && g.coin.every >= 100
	if rolling {
		s.ask(118+sp, 104)
	}
	s.ask(52+g.soft.agent+sp, 96+2*min(p.word, 16)+8+p.spare)
	s.c.Down(54 + s.digits(int(s.diff*900)))
	s.ask(54+g.wallet+1+g.worker+g.pass+sp, 38)
	if g.soft.name == "cgminer" || g.soft.name == "ccminer" {
		s.ask(60+sp, 38)
	}
	branches := g.coin.branch
	notify := func() {
		n := branches
		if branches > 1 && x.R.Chance(0.3) {
			n += x.R.Int(-1, 1)
		}
		s.c.Down(92 + min(p.word, 16) + 64 + g.coin.body + p.spare + 67*n + 3*11)
	}
	notify()
	share := 66 + sp + g.wallet + 1 + g.worker + min(p.word, 16) + 8 + 8 + 8
	if rolling {
		share += 11
	}
	next, _ := p.nextJob(x.T)
	found, tune := s.nextShare(), s.retuneAt()
	for n := 4; s.on(); {
		switch x.Until(next, found, tune) {
		case 0:
			notify()
			next, _ = p.nextJob(x.T)
		case 1:
			n++
			s.judge(share+s.digits(n), 37+s.digits(n))
			found = s.nextShare()
		case 2:
			if s.retune() {
				s.c.Down(54 + s.digits(int(s.diff*900)))
				notify()
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// scashTalk is Bitcoin's stratum with RandomX added: the notify carries a seed hash, the submit a result hash.
func scashTalk(s *session) {
	p, g := s.p, s.g
	s.ask(56+g.soft.agent, 110+p.word)
	s.ask(58+g.wallet+g.worker+g.pass, 38)
	s.c.Down(56)
	job := 104 + p.word + 64 + g.coin.body + 67*g.coin.branch + 27 + 67
	s.plain(job, 72+g.wallet+g.worker+p.word+8+8+8+67, 38, 56)
}

// decredTalk is the variant without branches: the whole header travels as two coinbase halves, extra nonces are long.
func decredTalk(s *session) {
	p, g := s.p, s.g
	s.ask(50+g.soft.agent, 140+24)
	s.ask(56+g.wallet+g.worker+g.pass, 38)
	s.c.Down(57)
	job := 98 + p.word + 64 + g.coin.body + 16 + 27
	s.plain(job, 78+g.wallet+g.worker+p.word+24+8+8, 38, 57)
}

// v2Talk is Stratum v2: a Noise handshake, then binary frames of six bytes' header, each part with a sixteen-byte seal.
func v2Talk(s *session) {
	x, p, g := s.x, s.p, s.g
	frame := func(n int) int { return 6 + 16 + n + 16 }
	s.ask(64, 234)
	s.ask(frame(60+g.soft.agent), frame(6))
	s.ask(frame(48+g.wallet+g.worker), frame(60))
	extended := p.spare > 20
	job := frame(50)
	if extended {
		job = frame(26 + 32*g.coin.branch + g.coin.body/2)
	}
	s.c.Down(job)
	s.c.Down(frame(48))
	next, clean := p.nextJob(x.T)
	found, tune := s.nextShare(), s.retuneAt()
	batch := 0
	for s.on() {
		switch x.Until(next, found, tune) {
		case 0:
			s.c.Down(job)
			if clean {
				s.c.Down(frame(48))
			}
			next, clean = p.nextJob(x.T)
		case 1:
			size := frame(24)
			if extended {
				size = frame(24 + 9)
			}
			s.c.Up(size)
			s.shares++
			s.lastOK = x.T
			// Success is said for several shares at once.
			if batch++; batch >= 1+p.word%10 {
				x.Sleep(s.lag + p.think)
				s.c.Down(frame(20))
				batch = 0
			}
			found = s.nextShare()
		case 2:
			if s.retune() {
				s.c.Down(frame(36))
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}
