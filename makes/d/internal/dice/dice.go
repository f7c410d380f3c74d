// Package dice draws the random numbers of the simulation. Every program has
// dice of its own, so that what one does never changes what another draws.
package dice

import (
	"math"
	"math/rand/v2"
)

// Dice is a seeded source with the distributions programs are written in.
type Dice struct{ *rand.Rand }

// New returns dice that depend on all the given numbers.
func New(seed uint64, stream ...uint64) *Dice {
	h := mix(seed)
	for _, s := range stream {
		h = mix(h ^ mix(s+0x51ed2701))
	}
	return &Dice{rand.New(rand.NewPCG(h, mix(h)))}
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Between is uniform in [lo, hi).
func (d *Dice) Between(lo, hi float64) float64 { return lo + (hi-lo)*d.Float64() }

// Scale is uniform in the logarithm, for things known only by magnitude.
func (d *Dice) Scale(lo, hi float64) float64 {
	return lo * math.Exp(d.Float64()*math.Log(hi/lo))
}

// Int is a whole number in [lo, hi].
func (d *Dice) Int(lo, hi int) int { return lo + d.IntN(hi-lo+1) }

// Size is a whole number in [lo, hi], uniform in the logarithm.
func (d *Dice) Size(lo, hi int) int { return int(d.Scale(float64(lo), float64(hi)+0.999)) }

// Exp is exponential.
func (d *Dice) Exp(mean float64) float64 { return mean * d.ExpFloat64() }

// Around is log-normal with the given median; sigma 0.3 is mild, 1.5 wild.
func (d *Dice) Around(median, sigma float64) float64 {
	return median * math.Exp(sigma*d.NormFloat64())
}

// Bytes is a log-normal message size, at least one byte.
func (d *Dice) Bytes(median int, sigma float64) int {
	return max(1, int(min(d.Around(float64(median), sigma), 1e9)))
}

// Tail is Pareto distributed from lo, cut at hi; alpha near 1 is heavy.
func (d *Dice) Tail(lo, hi, alpha float64) float64 {
	return min(hi, lo*math.Pow(1-d.Float64(), -1/alpha))
}

// Chance is true with probability p.
func (d *Dice) Chance(p float64) bool { return d.Float64() < p }

// Pick takes one of the choices.
func Pick[T any](d *Dice, choices ...T) T { return choices[d.IntN(len(choices))] }

// Rank picks an index below n, low ones far more often, as in Zipf's law.
func (d *Dice) Rank(n int) int {
	return min(n-1, int(math.Pow(float64(n)+1, d.Float64()))-1)
}
