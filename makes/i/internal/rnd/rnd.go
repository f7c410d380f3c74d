// Package rnd draws numbers: a seeded source and the few distributions that
// the simulators need.
package rnd

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Span is a range of positive numbers.
type Span [2]float64

// R is a source of random numbers.
type R struct{ *rand.Rand }

// New gives the source of a name under a seed; the same two give the same
// numbers.
func New(seed uint64, name string) R {
	h := fnv.New64a()
	h.Write([]byte(name))
	return R{rand.New(rand.NewPCG(seed*0x9e3779b97f4a7c15+1, h.Sum64()))}
}

// In draws from a span so that each ratio is as likely as any other.
func (r R) In(s Span) float64 {
	if s[1] <= s[0] {
		return s[0]
	}
	lo := max(s[0], s[1]/1e6)
	return lo * math.Exp(r.Float64()*math.Log(s[1]/lo))
}

// Int draws a whole number of a span.
func (r R) Int(s Span) int { return int(math.Round(r.In(s))) }

// Between draws evenly between two numbers.
func (r R) Between(lo, hi float64) float64 { return lo + (hi-lo)*r.Float64() }

// Chance is true with the probability p.
func (r R) Chance(p float64) bool { return r.Float64() < p }

// Exp draws a waiting time of the given mean.
func (r R) Exp(mean float64) float64 { return r.ExpFloat64() * mean }

// Log draws a factor around 1 whose logarithm is normal, within four sigma.
func (r R) Log(sigma float64) float64 {
	if sigma == 0 {
		return 1
	}
	return math.Exp(sigma * max(-4, min(4, r.NormFloat64())))
}

// Pick draws one of a list.
func Pick[T any](r R, list ...T) T { return list[r.IntN(len(list))] }

var firsts = []uint32{3, 5, 13, 18, 20, 23, 31, 34, 35, 37, 40, 44, 46, 51, 52, 54, 62, 65, 78, 81, 88, 95, 104, 135, 141, 142, 151, 159, 162, 178, 185, 188, 193, 195, 199, 212, 213}

// Public draws an address of the Internet.
func (r R) Public() uint32 {
	return Pick(r, firsts...)<<24 | uint32(r.IntN(256))<<16 | uint32(r.IntN(256))<<8 | uint32(1+r.IntN(254))
}

// Private draws an address of the network 10.net.
func (r R) Private(net int) uint32 {
	return 10<<24 | uint32(net)<<16 | uint32(r.IntN(64))<<8 | uint32(4+r.IntN(250))
}
