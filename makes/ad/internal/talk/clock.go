package talk

import (
	"math"

	"makes/ad/internal/chain"
	"makes/ad/internal/rnd"
)

// Rhythms of a clock.
const (
	Every   = iota // an exact clock
	Jitter         // a clock with a random part
	Poisson        // without memory
	Gamma          // steadier than that
	Wide           // lognormal pauses
	Heavy          // Pareto pauses
	Burst          // several close together, then a pause
	OnOff          // times of work and of rest
	Hawkes         // each brings others
	Day            // more in working hours
	Drift          // without memory, at a rate that wanders
	Blocks         // with the blocks of a chain
	Refresh        // with blocks, and again some time after each
	Think          // some time after the last exchange ended
	Idle           // when nothing was sent for so long
)

// Clock says when a stream has its turns.
type Clock struct {
	Rhythm int
	Mean   float64
	A, B   float64 // shape, by rhythm
	Blocks []float64
	Skip   int // every so many blocks
}

// ticker is a clock of one session.
type ticker struct {
	*Clock
	on     bool
	until  float64
	left   int
	rate   float64
	kids   float64
	phase  float64
	block  int
	behind float64
}

func newTicker(c *Clock, r *rnd.R, t float64) ticker {
	k := ticker{Clock: c, rate: 1, phase: r.Float64(), on: r.Chance(0.5)}
	if c.Rhythm == OnOff {
		k.until = t + r.Exp(c.A)
	}
	if c.Blocks != nil {
		k.block = chain.After(c.Blocks, t)
		k.behind = r.Log(0.01, 0.5) + c.A
	}
	return k
}

// first is the first turn after t, when the session may have begun long ago.
func (k *ticker) first(r *rnd.R, t float64) float64 {
	switch k.Rhythm {
	case Every, Jitter, Idle:
		return t + k.Mean*r.Float64()
	}
	return k.next(r, t)
}

func (k *ticker) next(r *rnd.R, t float64) float64 {
	switch k.Rhythm {
	case Every, Idle:
		return t + k.Mean + k.A*r.Float64()
	case Jitter:
		return t + k.Mean*max(0.05, 1+k.A*(2*r.Float64()-1))
	case Gamma:
		return t + r.Gamma(int(k.A), k.Mean)
	case Wide:
		return t + min(r.Wide(k.Mean, k.A), 50*k.Mean)
	case Heavy:
		return t + min(r.Pareto(k.Mean*0.3, k.A), 100*k.Mean)
	case Burst:
		if k.left > 0 {
			k.left--
			return t + r.Exp(k.B)
		}
		k.left = int(r.Exp(k.A))
		return t + r.Exp(k.Mean*(k.A+1))
	case OnOff:
		return k.onOff(r, t)
	case Hawkes:
		return k.excited(r, t)
	case Day:
		for {
			t += r.Exp(k.Mean * 0.5)
			if r.Chance(hours(t/3600, k.A, k.B)) {
				return t
			}
		}
	case Drift:
		k.rate = min(8, max(0.125, k.rate*math.Exp(k.A*r.NormFloat64())))
		return t + r.Exp(k.Mean/k.rate)
	case Blocks, Refresh:
		return k.follow(r, t)
	}
	return t + r.Exp(k.Mean)
}

func (k *ticker) onOff(r *rnd.R, t float64) float64 {
	for {
		if k.on {
			if n := t + r.Exp(k.Mean); n < k.until {
				return n
			}
		}
		t = max(t, k.until)
		k.on = !k.on
		if k.on {
			k.until = t + r.Exp(k.A)
		} else {
			k.until = t + r.Exp(k.B)
		}
	}
}

// excited draws from a process in which each turn raises the rate for a while:
// A is how many each brings, B how long that lasts.
func (k *ticker) excited(r *rnd.R, t float64) float64 {
	base := (1 - k.A) / k.Mean
	k.kids += k.A / k.B
	for {
		top := base + k.kids
		gap := r.Exp(1 / top)
		t += gap
		k.kids *= math.Exp(-gap / k.B)
		if r.Float64()*top < base+k.kids {
			return t
		}
	}
}

func (k *ticker) follow(r *rnd.R, t float64) float64 {
	for k.block < len(k.Clock.Blocks) && (k.Clock.Blocks[k.block]+k.behind <= t || k.Skip > 1 && k.block%k.Skip != 0) {
		k.block++
	}
	next := math.Inf(1)
	if k.block < len(k.Clock.Blocks) {
		next = k.Clock.Blocks[k.block] + k.behind
	}
	if k.Rhythm == Refresh && t+k.Mean < next {
		return t + k.Mean
	}
	if math.IsInf(next, 1) {
		return next
	}
	return next + r.Exp(0.04)
}

// hours is how busy an hour is: little outside the day that begins at from,
// less at lunch.
func hours(h, from, night float64) float64 {
	h = math.Mod(h-from+48, 24)
	switch {
	case h < 1:
		return night + (1-night)*h
	case h > 4 && h < 5:
		return max(night, 0.6)
	case h < 9:
		return 1
	case h < 13:
		return max(night, (13-h)/5)
	}
	return night
}

// NewClock draws a clock of a rhythm.
func NewClock(r *rnd.R, rhythm int, mean float64) Clock {
	c := Clock{Rhythm: rhythm, Mean: mean}
	switch rhythm {
	case Every:
		c.A = rnd.Pick(r, 0.001, 0.003, 0.01, 0.05)
	case Jitter:
		c.A = rnd.Pick(r, 0.02, 0.05, 0.1, 0.25, 0.5, 0.9)
	case Gamma:
		c.A = float64(r.Int(3, 12))
	case Wide:
		c.A = r.Uni(0.4, 1.6)
	case Heavy:
		c.A = r.Uni(1.2, 2.5)
	case Burst:
		c.A, c.B = r.Log(1.5, 15), r.Log(0.02, min(5, max(0.03, mean/4)))
	case OnOff:
		c.A, c.B = r.Log(120, 7200), r.Log(120, 14400)
	case Hawkes:
		c.A, c.B = r.Uni(0.4, 0.85), mean*r.Log(0.05, 2)
	case Day:
		c.A, c.B = r.Uni(0, 24), r.Log(0.02, 0.4)
	case Drift:
		c.A = r.Uni(0.1, 0.5)
	}
	return c
}
