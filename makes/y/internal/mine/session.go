package mine

import (
	"makes/y/internal/sim"
)

// link carries a dialect's messages.
type link interface {
	Up(n int)
	Down(n int)
	OK() bool
}

// rig is a machine's mining: program, speed and names.
type rig struct {
	k      *market
	coin   *coin
	soft   *soft
	speed  float64 // times the coin's slowest machine, 1 to 20
	wallet int     // characters of the login
	worker int     // characters of the worker's name
	pass   int
	alive  bool // the keep-alive option is set
	rounds [][2]float64
}

// away gives the time from which the rig works for its owner again if it does not at t.
func (g *rig) away(t float64) float64 {
	for _, w := range g.rounds {
		if t >= w[0] && t < w[1] {
			return w[1]
		}
	}
	return t
}

// session is one login at a pool or proxy.
type session struct {
	x     *sim.Ctx
	c     link
	p     *pool
	g     *rig
	lag   float64 // seconds from the miner to whoever answers and back
	stop  float64
	donor bool

	diff   float64
	since  float64
	shares int
	lastOK float64
}

func newSession(x *sim.Ctx, c link, p *pool, g *rig, lag, stop float64) *session {
	return &session{x: x, c: c, p: p, g: g, lag: lag, stop: stop, donor: p.donor, diff: p.first, since: x.T, lastOK: x.T}
}

// on tells whether the session goes on; a pool hangs up on a silent miner.
func (s *session) on() bool {
	return s.c.OK() && s.x.T < s.stop && s.x.T-s.lastOK < max(s.p.idle, 6*s.diff/s.g.speed)
}

// ask sends a request and has the answer come back.
func (s *session) ask(up, down int) {
	s.c.Up(up)
	s.x.Sleep(s.lag + s.p.think)
	s.c.Down(down)
}

// nextShare tells when the rig finds its next share.
func (s *session) nextShare() float64 {
	t := s.x.T + s.x.R.Exp(s.diff/s.g.speed)
	if s.donor {
		return t
	}
	if back := s.g.away(t); back > t {
		return back + s.x.R.Exp(s.diff/s.g.speed)
	}
	return t
}

// judge sends a share and gets the pool's word on it: yes bytes, or some more when it is refused.
func (s *session) judge(share, yes int) {
	s.c.Up(share)
	s.x.Sleep(s.lag + s.x.R.Exp(s.p.think))
	if s.x.R.Chance(s.p.bad) {
		yes += s.x.R.Int(18, 60)
	} else {
		s.lastOK = s.x.T
	}
	s.c.Down(yes)
	s.shares++
}

// plain is the talk of the plainest dialects: jobs of one size, shares, and a word on the difficulty when it changes.
func (s *session) plain(job, share, yes, word int) {
	s.c.Down(job)
	next, _ := s.p.nextJob(s.x.T)
	found, tune := s.nextShare(), s.retuneAt()
	for s.on() {
		switch s.x.Until(next, found, tune) {
		case 0:
			s.c.Down(job)
			next, _ = s.p.nextJob(s.x.T)
		case 1:
			s.judge(share, yes)
			found = s.nextShare()
		case 2:
			if s.retune() {
				s.c.Down(word)
				found = s.nextShare()
			}
			tune = s.retuneAt()
		}
	}
}

// retuneAt tells when the pool next looks at the difficulty.
func (s *session) retuneAt() float64 { return s.since + s.p.retarget }

// retune looks at the difficulty as pools' vardiff does, and tells whether it changed.
func (s *session) retune() bool {
	took := s.x.T - s.since
	found := s.shares
	s.since, s.shares = s.x.T, 0
	if s.p.fixed || took <= 0 {
		return false
	}
	actual := took / max(float64(found), 0.5)
	if actual > 0.6*s.p.target && actual < 1.6*s.p.target {
		return false
	}
	was := s.diff
	s.diff = min(max(s.diff*min(max(s.p.target/actual, 0.25), 4), s.p.low), s.p.high)
	return s.diff != was
}

// digits gives the characters of a request number that grows.
func (s *session) digits(n int) int {
	d := 1
	for ; n >= 10; n /= 10 {
		d++
	}
	return d
}

// report gives the time of the first report of the hash rate, or never.
func (s *session) report() float64 {
	if s.g.soft.rate == 0 {
		return 1e12
	}
	return s.x.T + s.g.soft.rate
}
