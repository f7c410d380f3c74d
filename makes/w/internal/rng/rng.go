// Package rng gives repeatable random numbers and the two-level ranges the
// simulation draws its parameters from.
package rng

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strconv"
)

// R is a random source of one subject (a host, a service, a conversation).
type R struct{ *rand.Rand }

// New returns the source that belongs to the named subject under a seed, so
// that a change to one subject does not shift the draws of the others.
func New(seed uint64, subject string, numbers ...int) *R {
	h := fnv.New64a()
	h.Write([]byte(subject))
	for _, n := range numbers {
		h.Write([]byte{'/'})
		h.Write([]byte(strconv.Itoa(n)))
	}
	return &R{rand.New(rand.NewPCG(seed*0x9e3779b97f4a7c15+1, h.Sum64()))}
}

// Child returns a new independent source drawn from this one.
func (r *R) Child() *R { return &R{rand.New(rand.NewPCG(r.Uint64(), r.Uint64()))} }

// Chance is true with probability p.
func (r *R) Chance(p float64) bool { return p > 0 && r.Float64() < p }

// Between is uniform in [lo, hi).
func (r *R) Between(lo, hi float64) float64 { return lo + (hi-lo)*r.Float64() }

// Log is uniform in the logarithm between two positive bounds.
func (r *R) Log(lo, hi float64) float64 {
	if hi <= lo {
		return lo
	}
	return lo * math.Exp(math.Log(hi/lo)*r.Float64())
}

// Int is uniform among the whole numbers lo..hi.
func (r *R) Int(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + r.IntN(hi-lo+1)
}

// Exp is exponential with the given mean.
func (r *R) Exp(mean float64) float64 { return mean * r.ExpFloat64() }

// Weighted picks an index with probability proportional to its weight.
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

// Pick returns one element of a list.
func Pick[T any](r *R, list []T) T { return list[r.IntN(len(list))] }
