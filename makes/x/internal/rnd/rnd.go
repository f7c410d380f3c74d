// Package rnd holds the random draws that all other packages share. Every
// generator is derived from the seed, a name and a number, so that what one
// host draws does not depend on what another host has drawn before.
package rnd

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Rand is a source of random draws.
type Rand struct {
	*rand.Rand
}

// New derives a generator from the seed, a subject and a number.
func New(seed uint64, subject string, n int) *Rand {
	h := fnv.New64a()
	h.Write([]byte(subject))
	a := seed*0x9e3779b97f4a7c15 ^ h.Sum64()
	return &Rand{rand.New(rand.NewPCG(a, uint64(n)*0xbf58476d1ce4e5b9+seed))}
}

// Between draws evenly from lo to hi.
func (r *Rand) Between(lo, hi float64) float64 {
	return lo + (hi-lo)*r.Float64()
}

// Log draws from lo to hi, evenly by ratio.
func (r *Rand) Log(lo, hi float64) float64 {
	return lo * math.Exp(r.Float64()*math.Log(hi/lo))
}

// Int draws a whole number from lo to hi, both included.
func (r *Rand) Int(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + r.IntN(hi-lo+1)
}

// Chance is true with probability p.
func (r *Rand) Chance(p float64) bool {
	return r.Float64() < p
}

// Exp draws from an exponential distribution with the given mean.
func (r *Rand) Exp(mean float64) float64 {
	return r.ExpFloat64() * mean
}

// Around draws from a log-normal distribution with median x. As this is done
// for nearly every message, tables of quantiles stand in for the exponential;
// between their points the value is interpolated.
func (r *Rand) Around(x, sigma float64) float64 {
	if sigma == 0 {
		return x
	}
	t := &quantiles[min(int(sigma*steps+0.5), len(quantiles)-1)]
	u := r.Uint64()
	i := int(u >> 55)
	f := float64(u&(1<<32-1)) / (1 << 32)
	return x * (t[i] + f*(t[i+1]-t[i]))
}

// steps is the number of tables for each unit of sigma.
const steps = 64

var quantiles = func() (tables [2*steps + 1][513]float64) {
	for k := range tables {
		sigma := float64(k) / steps
		for i := range tables[k] {
			p := (float64(i) + 0.25) / 512.5
			tables[k][i] = math.Exp(sigma * math.Sqrt2 * math.Erfinv(2*p-1))
		}
	}
	return tables
}()

// Span is a range to draw from.
type Span struct {
	Lo, Hi float64
}

// In draws from a span, by ratio where the span allows it.
func (r *Rand) In(s Span) float64 {
	if s.Hi <= s.Lo {
		return s.Lo
	}
	if s.Lo > 0 && s.Hi/s.Lo > 2 {
		return r.Log(s.Lo, s.Hi)
	}
	return r.Between(s.Lo, s.Hi)
}

// Count draws a whole number from a span.
func (r *Rand) Count(s Span) int {
	return int(math.Round(r.In(s)))
}

// Pick draws one element of a list.
func Pick[T any](r *Rand, list []T) T {
	return list[r.IntN(len(list))]
}
