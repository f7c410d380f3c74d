// Package dice draws reproducible random numbers.
package dice

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Dice is a source of random numbers of its own.
type Dice struct{ *rand.Rand }

// New gives the dice of a name; equal seeds and names throw the same numbers.
func New(seed uint64, name string) *Dice {
	h := fnv.New64a()
	h.Write([]byte(name))
	return &Dice{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// Between is uniform in lo to hi.
func (d *Dice) Between(lo, hi float64) float64 { return lo + (hi-lo)*d.Float64() }

// Log is uniform in the logarithm, between lo and hi, both above zero.
func (d *Dice) Log(lo, hi float64) float64 {
	if hi <= lo {
		return lo
	}
	return lo * math.Exp(d.Float64()*math.Log(hi/lo))
}

// Int is uniform in lo to hi, both included.
func (d *Dice) Int(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + d.IntN(hi-lo+1)
}

// Chance is true with probability p.
func (d *Dice) Chance(p float64) bool { return d.Float64() < p }

// Exp is exponential with a mean.
func (d *Dice) Exp(mean float64) float64 { return d.ExpFloat64() * mean }

// Lognormal has a median and the deviation of the logarithm.
func (d *Dice) Lognormal(median, sigma float64) float64 {
	return median * math.Exp(sigma*d.NormFloat64())
}

// Pick takes one of the values.
func Pick[T any](d *Dice, values ...T) T { return values[d.IntN(len(values))] }
