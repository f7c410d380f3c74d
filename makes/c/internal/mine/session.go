package mine

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// session is one connection of a rig to a pool.
type session struct {
	c          *wire.Conn
	r          *rig
	p          *pool
	l          dialect
	difficulty float64
	shares     int // so far
	lately     int // since the last adjustment
	next       *wire.Timer
}

// work speaks the dialect over a connection until it ends.
func work(c *wire.Conn, r *rig, p *pool, l dialect) {
	s := &session{c: c, r: r, p: p, l: l, difficulty: p.start}
	s.greet()
	s.next = c.Timer(s.luck, s.submit)
	timers := []*wire.Timer{s.next}
	if p.coin.block > 0 {
		timers = append(timers, c.OnBlocks(c.Blocks(p.coin.name, p.coin.block), p.late, func() { s.give(true) }))
	}
	if p.refresh != nil {
		timers = append(timers, c.Timer(p.refresh, func() { s.give(false) }))
	}
	if p.target > 0 {
		timers = append(timers, c.Timer(every(p.window), s.adjust))
	}
	if r.beat > 0 && l.beat.up > 0 {
		timers = append(timers, c.Timer(every(r.beat), func() { c.Call(l.beat.up, l.beat.down) }))
	}
	if r.reports > 0 && l.report.up > 0 {
		timers = append(timers, c.Timer(every(r.reports), func() { c.Call(l.report.up, l.report.down) }))
	}
	if p.probe > 0 {
		c.KeepAlive(wire.Server, p.probe)
	}
	c.Run(timers...)
}

func every(seconds float64) dice.Gap { return func() float64 { return seconds } }

// greet is the login, and the first difficulty and job.
func (s *session) greet() {
	for _, e := range s.l.hello {
		s.c.Call(e.up, e.down)
	}
	if s.l.target > 0 {
		s.send(append([]int{s.l.target}, append(s.l.first, s.l.job(true))...))
	}
}

// send pushes messages in one segment, or each in its own.
func (s *session) send(lengths []int) {
	sum := 0
	for _, n := range lengths {
		if s.p.oneByOne {
			s.c.Down(n)
		}
		sum += n
	}
	if !s.p.oneByOne {
		s.c.Down(sum)
	}
}

// give is a new job.
func (s *session) give(fresh bool) { s.c.Down(s.l.job(fresh)) }

// luck is the time to the next share.
func (s *session) luck() float64 { return s.r.dice.Exp(s.difficulty / s.r.speed) }

// submit hands a share in, if the rig was hashing.
func (s *session) submit() {
	if s.r.resting(s.c.Now) {
		return
	}
	s.shares++
	s.lately++
	answer := s.l.accept
	if s.r.dice.Chance(s.p.stale) {
		answer = s.l.reject
	}
	extra := digits(s.shares) - 1
	if s.p.slow {
		s.c.Up(s.l.share + extra)
		s.c.Wait(s.r.dice.U(0.05, 0.6))
		s.c.Down(answer + extra)
		return
	}
	s.c.Call(s.l.share+extra, answer+extra)
}

// adjust moves the difficulty towards the pool's aim.
func (s *session) adjust() {
	p := s.p
	if s.lately == 0 && p.patient {
		return
	}
	ratio := p.target * float64(s.lately) / p.window
	s.lately = 0
	if ratio > 0.7 && ratio < 1.4 {
		return
	}
	was := s.difficulty
	s.difficulty = max(p.least, was*min(max(ratio, 1/p.factor), p.factor))
	if s.difficulty == was {
		return
	}
	switch {
	case s.l.target == 0:
		s.give(false)
	case p.withJob:
		s.send([]int{s.l.target, s.l.job(false)})
	default:
		s.c.Down(s.l.target)
	}
	s.next.At = s.c.Now + s.luck()
}
