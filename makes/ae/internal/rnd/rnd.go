// Package rnd draws numbers, always the same ones for the same seed.
package rnd

import (
	"math"
	"math/rand/v2"
)

// R is a source of its own for one service, firm or miner, so that a change
// in one does not shift all others.
type R struct{ *rand.Rand }

// New gives the source number n of a seed.
func New(seed, n uint64) R { return R{rand.New(rand.NewPCG(seed*0x9e3779b97f4a7c15+1, n))} }

// Sub splits off a source.
func (r R) Sub() R { return New(r.Uint64(), r.Uint64()) }

// P is true with probability p.
func (r R) P(p float64) bool { return r.Float64() < p }

// Uni is uniform from a to b.
func (r R) Uni(a, b float64) float64 { return a + (b-a)*r.Float64() }

// Log is uniform in the logarithm, from a to b.
func (r R) Log(a, b float64) float64 { return a * math.Exp(r.Float64()*math.Log(b/a)) }

// Int is uniform from a to b, both of them included.
func (r R) Int(a, b int) int { return a + r.IntN(b-a+1) }

// Exp is exponential.
func (r R) Exp(mean float64) float64 { return r.ExpFloat64() * mean }

// LogN is lognormal with a given median.
func (r R) LogN(median, sigma float64) float64 { return median * math.Exp(sigma*r.NormFloat64()) }

// Pareto has the mean given and a heavy tail of shape 1.5.
func (r R) Pareto(mean float64) float64 { return mean / 3 * math.Pow(1-r.Float64(), -1/1.5) }

// Pick takes one of the list.
func Pick[T any](r R, list ...T) T { return list[r.IntN(len(list))] }

// P01 is 0 half of the time and up to n otherwise.
func (r R) P01(n int) int {
	if r.P(.5) {
		return 0
	}
	return r.Int(1, n)
}
