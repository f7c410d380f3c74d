package tcp

import (
	"math"

	"makes/o/internal/dice"
)

// Outage is a time in which connections to a peer fail.
type Outage struct {
	From, To float64
	Why      Trouble
}

// Outages are those of a peer, in the order of time.
type Outages []Outage

// At gives the trouble at a second.
func (o Outages) At(t float64) Trouble {
	for _, x := range o {
		if x.From <= t && t < x.To {
			return x.Why
		}
	}
	return Fine
}

// Within gives the first outage that starts after a second and not after another.
func (o Outages) Within(from, to float64) (Outage, bool) {
	for _, x := range o {
		if from < x.From && x.From <= to {
			return x, true
		}
	}
	return Outage{}, false
}

// NewOutages draws those of an ordinary connection: mostly none, seldom one
// that never ends.
func NewOutages(g *dice.Rand, begin, end float64) Outages {
	why := func() Trouble { return dice.Pick(g, Denied, Dead, Dead, Refused, Refused, Slammed, Broken) }
	switch p := g.Float64(); {
	case p < 0.06:
		return Outages{{begin - 1, end, why()}}
	case p < 0.09: // mended some time
		return Outages{{begin - 1, begin + g.Float64()*(end-begin), why()}}
	case p < 0.18:
		var all Outages
		t := begin + g.Float64()*(end-begin)
		for range 1 + g.IntN(4) {
			long := dice.Range{Lo: 20, Hi: 20000}.Draw(g)
			all = append(all, Outage{t, t + long, why()})
			t += long + dice.Range{Lo: 100, Hi: 40000}.Draw(g)
		}
		return all
	case p < 0.2: // comes and goes
		var all Outages
		for t := begin; t < end && len(all) < 40; {
			t += dice.Range{Lo: 120, Hi: 9000}.Draw(g)
			long := dice.Range{Lo: 5, Hi: 900}.Draw(g)
			all = append(all, Outage{t, t + long, dice.Pick(g, Dead, Refused, Slammed)})
			t += long
		}
		return all
	}
	return nil
}

// Backoff is how long a program waits between tries.
type Backoff struct{ Base, Most, Grow, Jitter float64 }

// After gives the seconds to wait after a number of failures in a row.
func (b Backoff) After(g *dice.Rand, failures int) float64 {
	wait := min(b.Most, b.Base*math.Pow(b.Grow, float64(min(failures, 40))))
	return max(0.2, wait*(1-b.Jitter*g.Float64()))
}
