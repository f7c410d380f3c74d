package mine

// autolykosTalk is Ergo: the job has the height, a message hash and the target as a decimal of some seventy digits.
func autolykosTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(56+g.soft.agent, 70+p.word%12)
	s.ask(56+g.wallet+g.worker+g.pass, 38)
	s.c.Down(54)
	job := 80 + p.word%9 + 7 + 64 + 72 + 14
	s.c.Down(job)
	next, _ := p.nextJob(x.T)
	found, rate, tune := s.nextShare(), s.report(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, rate, tune) {
		case 0:
			s.c.Down(job)
			next, _ = p.nextJob(x.T)
		case 1:
			s.judge(62+g.wallet+g.worker+p.word%9+12+18+4, 38)
			found = s.nextShare()
		case 2:
			s.ask(74+66+66, 38)
			rate = x.T + g.soft.rate
		case 3:
			if s.retune() {
				s.c.Down(54)
				s.c.Down(job)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// kaspaTalk is the bridge's stratum: a job for nearly every block, that is several in ten seconds, with the header's hash as
// four numbers or in hexadecimal, and one nonce back.
func kaspaTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(76+g.soft.agent, 44+p.spare%30)
	s.c.Down(58)
	s.ask(54+g.wallet+g.worker+g.pass, 38)
	s.c.Down(52 + p.spare%14)
	job := 62 + p.word%6 + 82 + 13
	if p.spare%2 == 0 {
		job = 64 + p.word%6 + 80
	}
	// A bridge drops blocks that come faster than it cares for.
	least := 0.2 + p.phase/20
	next, _ := p.nextJob(x.T)
	found, tune := s.nextShare(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, tune) {
		case 0:
			s.c.Down(job + x.R.Int(0, 4))
			next, _ = p.nextJob(x.T + least)
		case 1:
			s.judge(58+g.wallet+g.worker+p.word%6+20, 36)
			found = s.nextShare()
		case 2:
			if s.retune() {
				s.c.Down(52 + p.spare%14)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// alephiumTalk has sixteen chains: a notify lists jobs of some of them, each with a header of over three hundred bytes.
func alephiumTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(58+g.soft.agent, 38)
	s.ask(54+g.wallet+g.worker+g.pass, 38)
	s.c.Down(50)
	s.c.Down(60)
	one := 96 + g.coin.body + 64 + p.word%9
	next, _ := p.nextJob(x.T)
	found, tune := s.nextShare(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, tune) {
		case 0:
			s.c.Down(48 + one*(1+p.spare%4))
			next, _ = p.nextJob(x.T + 0.3)
		case 1:
			s.judge(102+g.wallet+g.worker+p.word%9+48, 40)
			found = s.nextShare()
		case 2:
			if s.retune() {
				s.c.Down(60)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// ironfishTalk is Iron Fish: named fields instead of lists, a header of 180 bytes, acknowledgement by mining.submitted.
func ironfishTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(112+g.wallet+g.worker+g.soft.agent, 126+p.spare)
	s.c.Down(122)
	job := 92 + g.coin.body
	s.c.Down(job)
	next, _ := p.nextJob(x.T)
	found, tune := s.nextShare(), s.retuneAt()
	for n := 1; s.on(); {
		switch x.Until(next, found, tune) {
		case 0:
			s.c.Down(job)
			next, _ = p.nextJob(x.T)
		case 1:
			n++
			s.judge(94+16+s.digits(n), 74+s.digits(n))
			found = s.nextShare()
		case 2:
			if s.retune() {
				s.c.Down(122)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}
