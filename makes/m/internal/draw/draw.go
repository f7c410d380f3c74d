// Package draw holds the random draws that all of the generator is made of.
package draw

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Rand is a source of random numbers with the laws the generator needs.
type Rand struct{ *rand.Rand }

// New gives the source that belongs to a seed and a name made of parts.
func New(seed uint64, parts ...any) Rand {
	h := fnv.New64a()
	fmt.Fprintln(h, parts...)
	return Rand{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// Chance is true with probability p.
func (r Rand) Chance(p float64) bool { return r.Float64() < p }

// Uniform draws from a to b.
func (r Rand) Uniform(a, b float64) float64 { return a + (b-a)*r.Float64() }

// Log draws from a to b, evenly in logarithms.
func (r Rand) Log(a, b float64) float64 { return a * math.Exp(r.Float64()*math.Log(b/a)) }

// Int draws a whole number from a to b, both included.
func (r Rand) Int(a, b int) int { return a + r.IntN(b-a+1) }

// Exp draws a waiting time of the given mean.
func (r Rand) Exp(mean float64) float64 { return mean * r.ExpFloat64() }

// LogNormal draws around a median with a spread in logarithms.
func (r Rand) LogNormal(median, sigma float64) float64 {
	return median * math.Exp(sigma*r.NormFloat64())
}

// Pareto draws a heavy-tailed number of at least low.
func (r Rand) Pareto(low, alpha float64) float64 {
	return low * math.Pow(1-r.Float64(), -1/alpha)
}

// Pick draws one of the values.
func Pick[T any](r Rand, values ...T) T { return values[r.IntN(len(values))] }

// Weighted draws an index by weight.
func (r Rand) Weighted(weights []float64) int {
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
