package life

import (
	"math"
	"sort"

	"makes/ae/internal/estate"
	"makes/ae/internal/rnd"
)

// beat tells when a stream speaks next. It has what the cadence must
// remember on one connection.
type beat struct {
	s     *stream
	firm  *estate.Firm
	feed  []float64
	level float64 // of drifting and adapting periods
	left  int     // of a burst
	until float64 // of being on
	phase float64
	n     int
}

func newBeat(r rnd.R, s *stream, firm *estate.Firm, feed []float64) *beat {
	return &beat{s: s, firm: firm, feed: feed, level: 1, phase: r.Float64()}
}

// first is the time of the first message on a connection.
func (b *beat) first(r rnd.R, t float64, resumed bool) float64 {
	switch b.s.beat {
	case "once":
		if resumed {
			return math.Inf(1)
		}
		return t
	case "idle":
		return math.Inf(1) // follows from what is said
	case "tick", "jit", "drift":
		if resumed {
			return t + r.Float64()*b.s.period
		}
		if b.phase < .3 {
			return t + .001 // such programs report as soon as they are there
		}
	}
	return b.next(r, t)
}

// next is the time after a message at t.
func (b *beat) next(r rnd.R, t float64) float64 {
	p := b.s.period
	b.n++
	switch b.s.beat {
	case "once", "idle":
		return math.Inf(1)
	case "tick":
		return t + p + r.Uni(0, .002)
	case "jit":
		return t + p*r.Uni(.8, 1.2)
	case "wall":
		return (math.Floor(t/p)+1)*p + b.phase*min(2, p/10) + r.Uni(0, .05)
	case "exp":
		return t + r.Exp(p)
	case "par":
		return t + r.Pareto(p)
	case "day":
		for {
			t += r.Exp(p)
			if r.P(b.firm.Busy(t)) {
				return t
			}
		}
	case "burst":
		if b.left > 0 {
			b.left--
			return t + r.Exp(.4)
		}
		b.left = int(r.Exp(b.s.more))
		return t + r.Exp(p)
	case "self":
		// each message excites others, more of them while people are there
		if r.P(.62) {
			return t + r.Exp(p/12)
		}
		return t + r.Exp(p*2.3/(.25+b.firm.Busy(t)))
	case "onoff":
		if t < b.until {
			return t + r.Exp(p)
		}
		t += r.Exp(b.s.more)
		b.until = t + r.Exp(b.s.more/3)
		return t
	case "drift":
		b.level *= math.Exp(.15*r.NormFloat64() - .03*math.Log(b.level))
		return t + p*b.level*r.Uni(.9, 1.1)
	case "adapt":
		// asks less and less often, until there is something
		b.level = min(b.level*1.5, 8)
		if r.P(.15) {
			b.level = 1
		}
		return t + p*b.level
	case "sine":
		return t + r.Exp(p/(.15+b.firm.Busy(t)))
	case "gauss":
		return t + max(p/20, p*(1+.35*r.NormFloat64()))
	case "erl":
		return t + r.Exp(p/3) + r.Exp(p/3) + r.Exp(p/3)
	case "work":
		// results come at the pace of this client's machine
		if b.n == 1 {
			b.level = r.Log(.2, 5)
		}
		return t + r.Exp(p*b.level)
	case "pace":
		// the server makes tasks larger or smaller until results keep its pace
		if b.n == 1 {
			b.level = r.Log(.1, 8)
		}
		if t > b.until {
			b.level = math.Pow(b.level, .4)
			b.until = t + 4*p
		}
		return t + (.3*b.phase+.7*r.ExpFloat64())*p*b.level
	case "shift":
		// by the clock, as long as people are there
		for t += p; !r.P(b.firm.Busy(t) * 2); t += p {
			if b.firm.Busy(t) < .06 {
				t += 20 * p
			}
		}
		return t
	case "mood":
		// calm, usual or busy, for a while each
		if t > b.until {
			b.level = rnd.Pick(r, .15, 1, 1, 6)
			b.until = t + r.Exp(25*p)
		}
		return t + r.Exp(p*b.level)
	case "feed":
		i := sort.SearchFloat64s(b.feed, t+.02)
		if i == len(b.feed) {
			return math.Inf(1)
		}
		return b.feed[i] + .02 + .015*b.phase
	}
	panic("cadence " + b.s.beat)
}

// newFeed draws when a service has something for all its clients at once.
func newFeed(r rnd.R, p, end float64) []float64 {
	var at []float64
	rush := rnd.Pick(r, 0, .1, .3)
	for t := r.Exp(p); t < end; {
		at = append(at, t)
		if r.P(rush) {
			t += .05 + r.Exp(p/10)
		} else {
			t += .05 + r.Exp(p)
		}
	}
	return at
}
