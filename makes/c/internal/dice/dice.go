// Package dice draws the random numbers of the simulation: plain numbers,
// and whole laws (of message sizes, of pauses) that differ from one program
// to the next.
package dice

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Dice draws parameters from one source (the habits of a service, say) and
// gives laws that draw from another (the luck of the moment).
type Dice struct {
	*rand.Rand
	luck *rand.Rand
}

// New gives dice of a seed and a name; equal arguments give equal draws.
func New(seed uint64, name string) *Dice {
	f := fnv.New64a()
	f.Write([]byte(name))
	r := rand.New(rand.NewPCG(seed, f.Sum64()))
	return &Dice{r, r}
}

// Lucky gives dice with d's parameters whose laws draw from other.
func (d *Dice) Lucky(other *Dice) *Dice { return &Dice{d.Rand, other.Rand} }

// Chance is true with probability p.
func (d *Dice) Chance(p float64) bool { return d.Float64() < p }

// U is uniform between lo and hi.
func (d *Dice) U(lo, hi float64) float64 { return lo + (hi-lo)*d.Float64() }

// Int is uniform among lo..hi, both included.
func (d *Dice) Int(lo, hi int) int { return lo + d.IntN(hi-lo+1) }

// Log is log-uniform between lo and hi.
func (d *Dice) Log(lo, hi float64) float64 { return lo * math.Exp(math.Log(hi/lo)*d.Float64()) }

// Exp is exponential of the given mean.
func (d *Dice) Exp(mean float64) float64 { return mean * d.ExpFloat64() }

// Near is log-normal about a median.
func (d *Dice) Near(median, sigma float64) float64 {
	return median * math.Exp(sigma*d.NormFloat64())
}

// Of picks one of several values.
func Of[T any](d *Dice, values ...T) T { return values[d.IntN(len(values))] }

// Size draws the length of a message.
type Size func() int

// Gap draws a pause in seconds.
type Gap func() float64

// Size gives a law of message lengths with a median between lo and hi: fixed,
// nearly so, or widely spread.
func (d *Dice) Size(lo, hi int) Size {
	median := d.Log(float64(lo), float64(hi)+0.5)
	sigma := 0.0
	switch d.IntN(3) {
	case 1:
		sigma = d.U(0.01, 0.15)
	case 2:
		sigma = d.U(0.2, 0.7)
	}
	luck := &Dice{d.luck, d.luck}
	return func() int {
		return max(1, int(min(luck.Near(median, sigma), 20*median)))
	}
}

// Tick gives the law of a periodic program, the period between lo and hi,
// often a number a person would choose, with more or less jitter.
func (d *Dice) Tick(lo, hi float64) Gap {
	period := d.Log(lo, hi)
	if d.Chance(0.6) {
		period = roundTime(period)
		period = min(max(period, lo), hi)
	}
	jitter := Of(d, 0, 0.003, d.U(0.01, 0.05), d.U(0.1, 0.4))
	luck := &Dice{d.luck, d.luck}
	return func() float64 { return period * (1 + jitter*luck.U(-1, 1)) }
}

// Random gives the law of independent events whose mean gap lies between lo
// and hi: memoryless, or in bursts.
func (d *Dice) Random(lo, hi float64) Gap {
	mean := d.Log(lo, hi)
	luck := &Dice{d.luck, d.luck}
	if d.Chance(0.5) {
		return func() float64 { return luck.Exp(mean) }
	}
	sigma := d.U(0.8, 1.8)
	median := mean * math.Exp(-sigma*sigma/2)
	return func() float64 { return luck.Near(median, sigma) }
}

var roundTimes = []float64{0.1, 0.2, 0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 25, 30, 45, 60, 90,
	120, 180, 240, 300, 600, 900, 1200, 1800, 3600, 7200, 14400, 21600, 43200, 86400}

// roundTime is the round time nearest to t on a logarithmic scale.
func roundTime(t float64) float64 {
	best := roundTimes[0]
	for _, r := range roundTimes {
		if math.Abs(math.Log(r/t)) < math.Abs(math.Log(best/t)) {
			best = r
		}
	}
	return best
}
