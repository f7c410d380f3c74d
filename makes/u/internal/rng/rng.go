// Package rng gives repeatable random numbers and the few distributions
// that the simulation needs.
package rng

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// R is a source of random numbers with its own state.
type R struct {
	*rand.Rand
	seed uint64
}

// New returns the source that belongs to a seed and a key.
// The same seed and key give the same numbers, whatever else was drawn.
func New(seed uint64, key string) *R {
	h := fnv.New64a()
	h.Write([]byte(key))
	return &R{Rand: rand.New(rand.NewPCG(seed, h.Sum64())), seed: seed}
}

// Sub returns the source of a key under the same seed.
func (r *R) Sub(key string) *R { return New(r.seed, key) }

// Uniform draws from [lo, hi).
func (r *R) Uniform(lo, hi float64) float64 { return lo + (hi-lo)*r.Float64() }

// Log draws from [lo, hi) so that equal ratios are equally likely.
func (r *R) Log(lo, hi float64) float64 { return lo * math.Pow(hi/lo, r.Float64()) }

// LogInt is Log rounded to a whole number.
func (r *R) LogInt(lo, hi int) int {
	return int(r.Log(float64(lo), float64(hi)+0.999))
}

// Int draws a whole number from lo to hi, both included.
func (r *R) Int(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + r.IntN(hi-lo+1)
}

// Exp draws an exponential time with the given mean.
func (r *R) Exp(mean float64) float64 { return r.ExpFloat64() * mean }

// LogNormal draws with the given median and spread of the logarithm.
func (r *R) LogNormal(median, sigma float64) float64 {
	return median * math.Exp(sigma*r.NormFloat64())
}

// Chance is true with probability p.
func (r *R) Chance(p float64) bool { return r.Float64() < p }

// Pick returns one of the values, each as likely as the others.
func Pick[T any](r *R, values ...T) T { return values[r.IntN(len(values))] }

// Weighted returns an index with a probability in proportion to its weight.
func (r *R) Weighted(weights []float64) int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	x := r.Float64() * sum
	for i, w := range weights {
		if x -= w; x < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// Num picks one of the numbers; it is the form most used for settings that
// people choose from a few round values.
func (r *R) Num(values ...float64) float64 { return Pick(r, values...) }
