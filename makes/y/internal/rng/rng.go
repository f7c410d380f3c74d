// Package rng gives named, reproducible streams of random numbers and the few distributions the simulation needs.
package rng

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// R is one stream of random numbers.
type R struct{ g *rand.Rand }

// New gives the stream of that seed and those names; equal arguments give equal streams.
func New(seed uint64, names ...string) *R {
	h := fnv.New64a()
	for _, s := range names {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return &R{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// F gives a number in [0, 1).
func (r *R) F() float64 { return r.g.Float64() }

// Uint32 gives 32 random bits.
func (r *R) Uint32() uint32 { return r.g.Uint32() }

// Chance is true with probability p.
func (r *R) Chance(p float64) bool { return r.g.Float64() < p }

// Between gives a number evenly spread between lo and hi.
func (r *R) Between(lo, hi float64) float64 { return lo + (hi-lo)*r.g.Float64() }

// Int gives a whole number from lo to hi, both included.
func (r *R) Int(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + r.g.IntN(hi-lo+1)
}

// Ratio gives a number whose logarithm is evenly spread between lo and hi.
func (r *R) Ratio(lo, hi float64) float64 { return lo * math.Pow(hi/lo, r.g.Float64()) }

// Exp gives an exponential waiting time with that mean.
func (r *R) Exp(mean float64) float64 { return r.g.ExpFloat64() * mean }

// Log gives a log-normal number of that median and spread.
func (r *R) Log(median, sigma float64) float64 { return median * math.Exp(sigma*r.g.NormFloat64()) }

// Size gives a log-normal size in bytes, at least 1 and at most 40 medians.
func (r *R) Size(median int, sigma float64) int {
	v := r.Log(float64(median), sigma)
	return int(math.Max(1, math.Min(v, 40*float64(median))))
}

// Near gives v give or take the fraction f.
func (r *R) Near(v, f float64) float64 { return v * (1 + f*(2*r.g.Float64()-1)) }

// Poisson gives a Poisson count of that (small) mean.
func (r *R) Poisson(mean float64) int {
	n := 0
	for t := r.g.ExpFloat64(); t < mean; t += r.g.ExpFloat64() {
		n++
	}
	return n
}

// Pick gives one of the choices.
func Pick[T any](r *R, choices ...T) T { return choices[r.g.IntN(len(choices))] }
