// Package rnd draws numbers. Everything random has a source of its own that is
// named by what it is for, so that one more draw here moves nothing there.
package rnd

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// R is a source of random numbers.
type R struct{ *rand.Rand }

// New gives the source of a seed for a purpose and its numbers.
func New(seed uint64, purpose string, n ...int) *R {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	a := h.Sum64()
	for _, v := range n {
		a = (a ^ uint64(v)) * 0x9e3779b97f4a7c15
		a ^= a >> 29
	}
	return &R{rand.New(rand.NewPCG(seed*0xd1342543de82ef95+1, a))}
}

// Exp is exponential with this mean.
func (r *R) Exp(mean float64) float64 { return r.ExpFloat64() * mean }

// Chance is true with probability p.
func (r *R) Chance(p float64) bool { return r.Float64() < p }

// Uni is uniform between a and b.
func (r *R) Uni(a, b float64) float64 { return a + (b-a)*r.Float64() }

// Log is uniform in the logarithm between a and b.
func (r *R) Log(a, b float64) float64 {
	if a >= b || a <= 0 {
		return a
	}
	return a * math.Exp(math.Log(b/a)*r.Float64())
}

// Int is uniform from a to b, both included.
func (r *R) Int(a, b int) int { return a + r.IntN(b-a+1) }

// Wide is lognormal with this median and spread.
func (r *R) Wide(median, sigma float64) float64 {
	return median * math.Exp(sigma*r.NormFloat64())
}

// Pareto has a heavy tail above its least value.
func (r *R) Pareto(least, alpha float64) float64 {
	return least * math.Pow(1-r.Float64(), -1/alpha)
}

// Gamma with a whole shape: a sum of exponentials, so the more, the steadier.
func (r *R) Gamma(shape int, mean float64) float64 {
	sum := 0.0
	for range shape {
		sum += r.ExpFloat64()
	}
	return sum * mean / float64(shape)
}

// Pick one of several.
func Pick[T any](r *R, of ...T) T { return of[r.IntN(len(of))] }
