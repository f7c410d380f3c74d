// Package rng is the generator's own source of chance, the same on every
// machine for the same seed.
package rng

import "math"

// R is a splitmix64 generator.
type R struct{ s uint64 }

// New seeds a generator with any number of parts.
func New(parts ...uint64) *R {
	r := &R{0x9e3779b97f4a7c15}
	for _, p := range parts {
		r.s ^= p * 0xd6e8feb86659fd93
		r.s = r.next()
	}
	return r
}

func (r *R) next() uint64 {
	r.s += 0x9e3779b97f4a7c15
	z := r.s
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// F is uniform in [0, 1).
func (r *R) F() float64 { return float64(r.next()>>11) / (1 << 53) }

// U is uniform in [a, b).
func (r *R) U(a, b float64) float64 { return a + (b-a)*r.F() }

// N is a whole number in [0, n).
func (r *R) N(n int) int { return int(r.next() % uint64(n)) }

// Int is a whole number in [a, b].
func (r *R) Int(a, b int) int {
	if b <= a {
		return a
	}
	return a + r.N(b-a+1)
}

// P is true with probability p.
func (r *R) P(p float64) bool { return r.F() < p }

// Exp is exponential with the given mean.
func (r *R) Exp(mean float64) float64 { return -mean * math.Log(1-r.F()) }

// LogU is uniform in the logarithm between a and b.
func (r *R) LogU(a, b float64) float64 { return a * math.Exp(r.F()*math.Log(b/a)) }

// Norm is standard normal.
func (r *R) Norm() float64 {
	return math.Sqrt(-2*math.Log(1-r.F())) * math.Cos(2*math.Pi*r.F())
}

// LogN is log-normal with median m.
func (r *R) LogN(m, sigma float64) float64 { return m * math.Exp(sigma*r.Norm()) }

// Pick takes one of a list.
func Pick[T any](r *R, list []T) T { return list[r.N(len(list))] }

// Bits is 64 random bits.
func (r *R) Bits() uint64 { return r.next() }
