// Package rnd draws random numbers for the simulation, always from a seed.
package rnd

import (
	"math"
	"math/rand/v2"
)

// Rand is a seeded source with the draws the simulation needs.
type Rand struct{ src *rand.Rand }

// New makes a source; equal arguments give equal draws.
func New(a, b uint64) *Rand { return &Rand{rand.New(rand.NewPCG(a, b))} }

// Split makes an independent source from this one.
func (r *Rand) Split() *Rand { return New(r.src.Uint64(), r.src.Uint64()) }

// Word draws 64 random bits.
func (r *Rand) Word() uint64 { return r.src.Uint64() }

// U draws uniformly from [a, b).
func (r *Rand) U(a, b float64) float64 { return a + (b-a)*r.src.Float64() }

// LogU draws from [a, b), uniformly in the logarithm.
func (r *Rand) LogU(a, b float64) float64 { return a * math.Pow(b/a, r.src.Float64()) }

// Exp draws an exponential waiting time.
func (r *Rand) Exp(mean float64) float64 { return mean * r.src.ExpFloat64() }

// Norm draws a normal number.
func (r *Rand) Norm(mean, sd float64) float64 { return mean + sd*r.src.NormFloat64() }

// LogN draws a log-normal number with the given median.
func (r *Rand) LogN(median, sigma float64) float64 {
	return median * math.Exp(sigma*r.src.NormFloat64())
}

// Int draws an integer from a to b, both included.
func (r *Rand) Int(a, b int) int { return a + r.src.IntN(b-a+1) }

// Size draws a log-normal message size of at least one byte.
func (r *Rand) Size(median, sigma float64) int { return max(1, int(r.LogN(median, sigma))) }

// Chance is true with probability p.
func (r *Rand) Chance(p float64) bool { return r.src.Float64() < p }

// Around draws x give or take the fraction f.
func (r *Rand) Around(x, f float64) float64 { return x * (1 + f*(2*r.src.Float64()-1)) }

// Perm draws a permutation of n.
func (r *Rand) Perm(n int) []int { return r.src.Perm(n) }

// Count draws a Poisson number; for large means the normal approximation.
func (r *Rand) Count(mean float64) int {
	if mean > 50 {
		return max(0, int(math.Round(r.Norm(mean, math.Sqrt(mean)))))
	}
	n, limit := 0, math.Exp(-mean)
	for p := r.src.Float64(); p > limit; p *= r.src.Float64() {
		n++
	}
	return n
}

// Pick draws one of the values.
func Pick[T any](r *Rand, xs ...T) T { return xs[r.src.IntN(len(xs))] }
