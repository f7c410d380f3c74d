// Package rng gives named deterministic random streams and the few shapes of
// distributions the simulation draws its parameters from.
package rng

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// R is one random stream.
type R struct {
	*rand.Rand
	seed uint64
}

// New starts the stream of a seed and a name; the same two give the same draws.
func New(seed uint64, name string) *R {
	h := fnv.New64a()
	h.Write([]byte(name))
	return &R{rand.New(rand.NewPCG(seed, h.Sum64())), seed ^ h.Sum64()}
}

// Split derives a stream that does not depend on what r has drawn so far,
// so that one part of the simulation can change without moving the others.
func (r *R) Split(name string) *R { return New(r.seed*0x9e3779b97f4a7c15+1, name) }

// Chance is true with probability p.
func (r *R) Chance(p float64) bool { return r.Float64() < p }

// Uni draws evenly between a and b.
func (r *R) Uni(a, b float64) float64 { return a + (b-a)*r.Float64() }

// Log draws evenly by ratio between a and b.
func (r *R) Log(a, b float64) float64 { return a * math.Pow(b/a, r.Float64()) }

// Exp draws an exponential pause of the given mean.
func (r *R) Exp(mean float64) float64 { return r.ExpFloat64() * mean }

// LogN draws a log-normal value by its median and sigma. It is drawn so often that
// the exponential is taken as a power of its first terms, which is near enough.
func (r *R) LogN(median, sigma float64) float64 {
	e := 1 + sigma*r.NormFloat64()/256
	for range 8 {
		e *= e
	}
	return median * e
}

// Int draws a whole number from a to b, both included.
func (r *R) Int(a, b int) int {
	if b <= a {
		return a
	}
	return a + r.IntN(b-a+1)
}

// Pick draws one of the values.
func Pick[T any](r *R, of ...T) T { return of[r.IntN(len(of))] }

// Weighted draws an index with probability proportional to its weight.
func (r *R) Weighted(w []float64) int {
	sum := 0.0
	for _, x := range w {
		sum += x
	}
	u := r.Float64() * sum
	for i, x := range w {
		if u -= x; u < 0 {
			return i
		}
	}
	return len(w) - 1
}

// Pickf draws one of the numbers.
func (r *R) Pickf(of ...float64) float64 { return of[r.IntN(len(of))] }
