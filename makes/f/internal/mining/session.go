package mining

import (
	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// session is one connection of a miner with its pool, by message.
type session struct {
	*Miner
	c      *wire.Conn
	r      *wide.Rand
	agenda *wire.Agenda

	difficulty float64 // seconds a share takes at speed 1
	found      int     // shares since the last adjustment
	tuned      float64 // time of the last adjustment
	works      bool
}

func (m *Miner) stratum(c *wire.Conn, a *wire.Agenda, r *wide.Rand) {
	s := &session{Miner: m, c: c, r: r, agenda: a, difficulty: m.pool.difficulty, works: true}
	s.login()
	s.tuned = c.T
	a.In(s.nextJob(), s.newJob)
	a.In(s.nextShare(), s.submit)
	s.every(m.pool.pingGap, func() { c.Tell(m.pool.pingDown, m.pool.pingAnswer, 0.001) })
	s.every(m.keepGap, func() { c.Ask(m.keep, m.pool.ok.N(r), m.pool.think) })
	s.every(m.reportGap, func() { c.Ask(m.report, m.pool.ok.N(r), m.pool.think) })
	s.every(m.pollGap, func() { c.Ask(m.poll, m.pool.job.N(r), m.pool.think) })
	s.every(m.pool.retarget, s.adjust)
	if m.workOn > 0 {
		a.In(wide.Exp(r, m.workOn), func() float64 {
			s.works = !s.works
			if s.works {
				return wide.Exp(r, m.workOn)
			}
			return wide.Exp(r, m.workOff)
		})
	}
}

// every plans something at a fixed gap, if there is one.
func (s *session) every(gap float64, do func()) {
	if gap > 0 {
		s.agenda.In(gap, func() float64 { do(); return gap * (0.995 + 0.01*s.r.Float64()) })
	}
}

// login exchanges the first messages, up to the first job.
func (s *session) login() {
	p, n := s.pool, 0
	for i := range p.login {
		s.c.Up(p.login[i].N(s.r))
		n += p.welcome[i].N(s.r)
		if !p.pipelined || i == len(p.login)-1 {
			s.c.Answer(wire.Server, n, p.think)
			n = 0
		}
	}
	if len(p.login) > 1 { // one step answers with the job itself
		s.announce(true)
	}
}

// announce sends a job, and the difficulty before it if that changed.
func (s *session) announce(tuned bool) {
	p := s.pool
	n := p.job.N(s.r)
	if tuned && p.coin.Tune[0] > 0 {
		d := p.tune.N(s.r)
		if p.together {
			n += d
		} else {
			s.c.Down(d)
		}
	}
	s.c.Down(n)
}

// newJob announces a job, if miners are told, until the next block or refreshment.
func (s *session) newJob() float64 {
	if s.pollGap > 0 { // who asks for work is not told
		return -1
	}
	s.announce(false)
	return s.nextJob()
}

func (s *session) nextJob() float64 {
	return min(s.pool.refresh.Gap(s.r, s.c.T), s.pool.wait(s.c.T))
}

// nextShare is the gap until the miner finds its next share.
func (s *session) nextShare() float64 {
	return max(0.02, wide.Exp(s.r, max(0.2, s.difficulty/s.speed)))
}

// submit hands in a share and has it answered.
func (s *session) submit() float64 {
	if !s.works {
		return 30
	}
	p := s.pool
	s.found++
	s.c.Up(s.share.N(s.r))
	if p.silentAnswer == 0 || !wide.Chance(s.r, p.silentAnswer) {
		answer := p.ok
		if wide.Chance(s.r, p.refused) {
			answer = p.refusal
		}
		s.c.Answer(wire.Server, answer.N(s.r), p.think*(0.6+0.8*s.r.Float64()))
	}
	return s.nextShare()
}

// adjust brings the difficulty nearer to what gives the pool's target.
func (s *session) adjust() {
	p := s.pool
	actual := (s.c.T - s.tuned) / max(0.5, float64(s.found))
	s.found, s.tuned = 0, s.c.T
	factor := min(4, max(0.25, p.target/actual))
	if p.target == 0 || !s.works || factor > 0.7 && factor < 1.4 {
		return
	}
	if d := max(p.least, s.difficulty*factor); d != s.difficulty {
		s.difficulty = d
		s.announce(true)
	}
}
