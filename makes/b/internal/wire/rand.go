package wire

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Rand draws the quantities of a simulation.
type Rand struct{ *rand.Rand }

// NewRand makes a source that depends on the seed and on what it is for.
func NewRand(seed uint64, purpose string) Rand {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	return Rand{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// Between draws evenly from [a, b).
func (r Rand) Between(a, b float64) float64 { return a + (b-a)*r.Float64() }

// Wide draws from [a, b) evenly on a logarithmic scale.
func (r Rand) Wide(a, b float64) float64 { return a * math.Pow(b/a, r.Float64()) }

// Int draws evenly from a to b, both included.
func (r Rand) Int(a, b int) int { return a + r.IntN(b-a+1) }

// WideInt is Wide for whole numbers.
func (r Rand) WideInt(a, b int) int { return int(r.Wide(float64(a), float64(b)+1)) }

// Exp draws a waiting time of the given mean.
func (r Rand) Exp(mean float64) float64 { return mean * r.ExpFloat64() }

// Near draws around x, off by about the given fraction.
func (r Rand) Near(x, fraction float64) float64 {
	return x * math.Max(0.02, 1+fraction*max(-3, min(3, r.NormFloat64())))
}

// Size draws a message size: log-normal around typical, at least 1.
func (r Rand) Size(typical, sigma float64) int {
	return max(1, int(typical*math.Exp(sigma*r.NormFloat64())))
}

// Chance is true with probability p.
func (r Rand) Chance(p float64) bool { return r.Float64() < p }

// Pick chooses one of several.
func Pick[T any](r Rand, xs ...T) T { return xs[r.IntN(len(xs))] }
