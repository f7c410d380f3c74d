// Package sim is the engine: random draws, TCP connections made of messages,
// TLS, tunnels, and the flow records that their packets add up to.
package sim

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Rand is a source of draws; equal seeds give equal draws.
type Rand struct{ *rand.Rand }

// NewRand derives a source from a seed and any number of distinguishing parts.
func NewRand(seed uint64, parts ...uint64) Rand {
	seed = mix(seed)
	for _, p := range parts {
		seed = mix(seed ^ mix(p))
	}
	return Rand{rand.New(rand.NewPCG(seed, mix(seed)))}
}

// Hash turns a name into a part of a seed.
func Hash(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return h.Sum64()
}

func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Between is uniform in [a, b).
func (r Rand) Between(a, b float64) float64 { return a + (b-a)*r.Float64() }

// Wide is log-uniform in [a, b): every factor of two is equally likely.
func (r Rand) Wide(a, b float64) float64 { return a * math.Pow(b/a, r.Float64()) }

// Int is uniform in a..b, both included.
func (r Rand) Int(a, b int) int { return a + r.IntN(b-a+1) }

// WideInt is log-uniform in a..b.
func (r Rand) WideInt(a, b int) int { return int(r.Wide(float64(a), float64(b)+1)) }

// Chance is true with probability p.
func (r Rand) Chance(p float64) bool { return r.Float64() < p }

// Exp is exponential with the given mean.
func (r Rand) Exp(mean float64) float64 { return mean * r.ExpFloat64() }

// Jitter is x changed by up to the given fraction either way.
func (r Rand) Jitter(x, fraction float64) float64 { return x * (1 + fraction*r.Between(-1, 1)) }

// Near is a size about n: log-normal with the given spread, at least 1.
func (r Rand) Near(n int, spread float64) int {
	return max(1, int(float64(n)*math.Exp(spread*r.NormFloat64())))
}

// Pick takes one of the choices.
func Pick[T any](r Rand, choices ...T) T { return choices[r.IntN(len(choices))] }
