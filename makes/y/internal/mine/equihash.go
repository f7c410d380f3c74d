package mine

// equihashTalk is the Zcash dialect: nonce halves, a target message, jobs of header fields and shares that carry the whole
// solution in hexadecimal.
func equihashTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	nonce := 8 + 2*(p.word%4)
	s.ask(74+g.soft.agent+24, 52+nonce+p.spare%20)
	s.ask(56+g.wallet+g.worker+g.pass, 38)
	s.c.Down(106)
	job := 72 + p.word + 8 + 3*67 + 24
	s.c.Down(job)
	share := 62 + g.wallet + g.worker + p.word + 8 + (64 - nonce) + g.coin.body
	next, _ := p.nextJob(x.T)
	found, tune := s.nextShare(), s.retuneAt()
	for s.on() {
		switch x.Until(next, found, tune) {
		case 0:
			s.c.Down(job)
			next, _ = p.nextJob(x.T)
		case 1:
			s.judge(share, 38)
			found = s.nextShare()
		case 2:
			if s.retune() {
				s.c.Down(106)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// verusTalk is the same family, but the job brings the head of the solution and the program extends the subscription.
func verusTalk(s *session) {
	p, g := s.p, s.g
	s.ask(48+g.soft.agent+10, 54+16)
	s.ask(60+g.wallet+g.worker+g.pass, 36)
	s.c.Down(110)
	head := 144
	if p.spare > 25 {
		head = 2694
	}
	job := 70 + p.word + 8 + 3*67 + 24 + head
	s.plain(job, 64+g.wallet+g.worker+p.word+8+48+g.coin.body, 37, 110)
}

// beamTalk is Beam's own API: login with a key, jobs of an input, solutions of 104 bytes.
func beamTalk(s *session) {
	p, g := s.p, s.g
	s.ask(72+g.wallet+g.worker, 118)
	job := 104 + 64 + p.word%8 + 12
	s.plain(job, 86+p.word%8+16+208, 104, job)
}

// cuckooTalk is the Grin family: login, getjobtemplate, pushed jobs with the header before the proof, shares of 42 edges, and
// a keepalive each half minute or so.
func cuckooTalk(s *session) {
	x, p, g := s.x, s.p, s.g
	s.ask(88+g.wallet+g.worker+g.pass+g.soft.agent, 64)
	job := 120 + g.coin.body
	s.ask(66, job+12)
	next, _ := p.nextJob(x.T)
	found, keep, tune := s.nextShare(), x.T+20+p.phase/2, s.retuneAt()
	for s.on() {
		switch x.Until(next, found, keep, tune) {
		case 0:
			s.c.Down(job)
			next, _ = p.nextJob(x.T)
		case 1:
			s.judge(118+42*11-x.R.Int(0, 30), 66)
			found = s.nextShare()
		case 2:
			s.ask(62, 62)
			keep = x.T + 20 + p.phase/2
		case 3:
			if s.retune() {
				s.c.Down(job)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}
