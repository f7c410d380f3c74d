package life

import (
	"makes/ad/internal/kinds"
	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// Ways in which a service is out of reach.
const (
	mute = iota
	refusing
	forbidden
)

// backoff gives the pause before the next try, as programs have it.
func backoff(r *rnd.R) func(i int) float64 {
	first, most := r.Log(0.5, 60), r.Log(60, 1800)
	switch r.IntN(4) {
	case 0: // always the same
		return func(int) float64 { return first }
	case 1: // doubled
		return func(i int) float64 { return min(most, first*float64(int(1)<<min(i, 12))) * r.Uni(0.95, 1.05) }
	case 2: // anything up to the doubled
		return func(i int) float64 { return 0.2 + min(most, first*float64(int(1)<<min(i, 12)))*r.Float64() }
	}
	return func(i int) float64 { return min(most, first*float64(i+1)) }
}

// dead are services that were switched off, moved or closed, and are asked for
// still; some come back.
func (l *life) dead(r *rnd.R, h *place.Host, sorts string) {
	for range r.Int(1, 4) {
		of := l.kinds[sorts[r.IntN(len(sorts))]]
		k := of[r.IntN(len(of))]
		s := k.Service(r, l.p.Chains)
		a := place.Far(r, l.p.Outer(), tcp.Server(r))
		if r.Chance(0.4) {
			a = place.Far(r, l.p.Inner(), tcp.Server(r))
		}
		l.p.Ordinary(h, a.IP, "dead-"+k.Name)
		how := r.IntN(3)
		back := 2 * l.p.Span
		if r.Chance(0.3) {
			back = r.Uni(0.1, 0.95) * l.p.Span
		}
		t := l.ask(r, h, a, s, how, back)
		for t < l.p.Span {
			end := t + r.Exp(s.Lifetime)
			talk.Run(&s.Proto, l.p.Dial(r, h, a, s.Port, false), r, t, end, l.p.Span, false)
			t = end + 0.1 + r.Exp(s.Pause)
		}
	}
}

// ask in vain until the service is back.
func (l *life) ask(r *rnd.R, h *place.Host, a place.Path, s *kinds.Service, how int, back float64) float64 {
	wait := backoff(r)
	t := r.Exp(600)
	if r.Chance(0.3) {
		t = r.Float64() * l.p.Span
	}
	patience := r.Int(1, len(h.OS.Syns))
	for i := 0; t < min(back, l.p.Span); i++ {
		c := l.p.Dial(r, h, a, s.Port, how == forbidden)
		c.Syn(t)
		if how == refusing {
			c.Refuse(t)
		} else {
			for _, again := range h.OS.Syns[:patience] {
				c.Syn(t + again)
			}
			t += 1.5 * h.OS.Syns[patience-1]
		}
		c.Done(t)
		t += wait(i)
	}
	return max(t, back)
}
