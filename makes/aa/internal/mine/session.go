package mine

import (
	"math"
	"sort"

	"makes/aa/internal/push"
	"makes/aa/internal/tcp"
)

// message waits to be sent.
type message struct {
	t   float64
	dir int
	n   int
}

// sitting is one connection of a miner with a pool.
type sitting struct {
	p     *pool
	g     *rig
	l     *push.Link
	queue []message
	gap   float64 // mean time between shares at the present difficulty
	id    int     // of requests: a digit more after ten times as many
}

func (s *sitting) plan(t float64, dir, n int) {
	s.queue = append(s.queue, message{t, dir, n})
	for i := len(s.queue) - 1; i > 0 && s.queue[i].t < s.queue[i-1].t; i-- {
		s.queue[i], s.queue[i-1] = s.queue[i-1], s.queue[i]
	}
}

func (s *sitting) digits() int { return len([]byte("0000000")[:1+int(math.Log10(float64(s.id+1)))]) }

// login is what is said at first.
func (s *sitting) login(t float64) float64 {
	r := s.g.r
	dir := tcp.Up
	for _, h := range s.p.d.hello {
		n := h.draw(r)
		if dir == tcp.Up {
			n += s.g.extra
		}
		t = s.l.Msg(dir, t+r.Exp(.003)+.0005, n)
		dir = 1 - dir
	}
	if s.p.sizes.diff > 0 {
		t = s.l.Msg(tcp.Down, t+.001, s.p.sizes.diff)
	}
	return s.l.Msg(tcp.Down, t+.0005, s.p.sizes.job)
}

// mine goes on until end.
func (s *sitting) mine(t, end float64, joined bool) {
	p, g, r := s.p, s.g, s.g.r
	s.id = r.Int(3, 9)
	// A new session starts at the pool's first difficulty, an old one is where
	// retargeting left it.
	s.gap = p.target * r.U(.8, 1.3)
	if joined && !p.fixed {
		s.gap = min(max(g.hold/g.speed*p.target/60, p.target/12), p.target*8)
	} else if p.fixed {
		s.gap = g.hold / g.speed * 2
	}
	if !joined {
		s.id += int(r.LogU(10, 50000))
	}
	next := sort.Search(len(p.jobs), func(i int) bool { return p.jobs[i].t > t })
	share, tune := t+r.Exp(s.gap), t+p.window*r.U(.5, 1)
	beat, report, ping := math.Inf(1), math.Inf(1), math.Inf(1)
	if g.beat > 0 {
		beat = t + g.beat*r.F()
	}
	if g.report > 0 {
		report = t + g.report*r.F()
	}
	if p.d.server {
		ping = t + p.ping*r.F()
	}
	shares, owed, lastJob := 0, 0, t
	for {
		work := math.Inf(1)
		if next < len(p.jobs) {
			work = p.jobs[next].t
		}
		at, what := share, 1
		for i, x := range [...]float64{work, tune, beat, report, ping} {
			if x < at {
				at, what = x, i+2
			}
		}
		if len(s.queue) > 0 && s.queue[0].t < at {
			at, what = s.queue[0].t, 0
		}
		if at >= end {
			return
		}
		switch what {
		case 0:
			m := s.queue[0]
			s.queue = s.queue[:copy(s.queue, s.queue[1:])]
			s.l.Msg(m.dir, m.t, m.n)
		case 1:
			s.id++
			shares++
			got := s.l.Msg(tcp.Up, at, p.sizes.submit+g.extra+s.digits()+r.Int(0, 1))
			owed++
			late := at-lastJob < p.stale
			switch {
			case r.P(g.rough) || late && r.P(.5):
				s.plan(got+r.Exp(p.works), tcp.Down, p.sizes.bad+s.digits())
			case !p.d.batch || owed >= 5 || r.P(.3):
				s.plan(got+r.Exp(p.works), tcp.Down, p.sizes.ok+s.digits())
				owed = 0
			}
			share = at + r.Exp(s.gap)
		case 2:
			j := p.jobs[next]
			when := at + r.F()*.05
			if j.fresh && p.d.clean[0] > 0 {
				s.plan(when+.001, tcp.Down, p.d.clean[0])
			}
			s.plan(when, tcp.Down, j.n)
			lastJob = at
			next++
		case 3:
			if !p.fixed {
				s.retarget(at, float64(shares))
			}
			shares = 0
			tune = at + p.window*r.U(.95, 1.1)
			share = min(share, at+r.Exp(s.gap))
		case 4:
			got := s.l.Msg(tcp.Up, at, p.d.keep[0]+s.digits())
			s.plan(got+r.Exp(.004), tcp.Down, p.d.pong[0]+s.digits())
			beat = at + g.beat*r.U(.999, 1.02)
			s.id++
		case 5:
			got := s.l.Msg(tcp.Up, at, p.d.report[0]+g.extra+s.digits())
			s.plan(got+r.Exp(.004), tcp.Down, p.sizes.ok+s.digits())
			report = at + g.report*r.U(.999, 1.01)
			s.id++
		case 6:
			got := s.l.Msg(tcp.Down, at, 44+s.digits())
			s.plan(got+r.Exp(.002), tcp.Up, 38+s.digits())
			ping = at + p.ping
		}
	}
}

// retarget compares the shares of a window with what the pool wants.
func (s *sitting) retarget(at, shares float64) {
	p, r := s.p, s.g.r
	want := p.window / p.target
	ratio := (shares + .3) / want
	if ratio > .65 && ratio < 1.45 {
		return
	}
	ratio = min(max(ratio, .25), 4)
	if p.step {
		ratio = math.Exp2(math.Round(math.Log2(ratio)))
		if ratio == 1 {
			return
		}
	}
	s.gap *= ratio
	n := p.sizes.diff
	if p.merge || n == 0 {
		n += p.sizes.job
	}
	s.plan(at+r.F()*.01, tcp.Down, n)
}
