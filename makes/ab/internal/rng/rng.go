// Package rng is the generator's own source of randomness: the same seed
// gives the same numbers on every machine and with every version of Go.
package rng

import "math"

// R is a stream of numbers, by SplitMix64.
type R struct{ s uint64 }

// New returns the stream of a seed.
func New(seed uint64) *R {
	r := &R{seed*0x9e3779b97f4a7c15 + 0x1234567}
	r.Bits()
	return r
}

// Fork returns a stream of its own, so that what is drawn from it does not
// shift what others draw.
func (r *R) Fork() *R { return New(r.Bits()) }

// Bits returns 64 random bits.
func (r *R) Bits() uint64 {
	r.s += 0x9e3779b97f4a7c15
	z := r.s
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// F is uniform in [0, 1).
func (r *R) F() float64 { return float64(r.Bits()>>11) / (1 << 53) }

// U is uniform in [lo, hi).
func (r *R) U(lo, hi float64) float64 { return lo + (hi-lo)*r.F() }

// N is a whole number in [0, n).
func (r *R) N(n int) int { return int(r.Bits() % uint64(n)) }

// Between is a whole number from lo to hi, both included.
func (r *R) Between(lo, hi int) int { return lo + r.N(hi-lo+1) }

// P is true with probability p.
func (r *R) P(p float64) bool { return r.F() < p }

// Exp is exponential with a mean.
func (r *R) Exp(mean float64) float64 { return -mean * math.Log(1-r.F()) }

// Log is uniform in the logarithm, or uniform if the range begins at zero.
func (r *R) Log(lo, hi float64) float64 {
	if lo <= 0 {
		return r.U(lo, hi)
	}
	if hi <= lo {
		return lo
	}
	return lo * math.Exp(r.F()*math.Log(hi/lo))
}

// Norm is a standard normal, near enough, as a sum of uniform numbers.
func (r *R) Norm() float64 {
	return (r.F() + r.F() + r.F() + r.F() + r.F() + r.F() - 3) * 1.4142
}

// LogNorm has a median and a spread.
func (r *R) LogNorm(median, sigma float64) float64 {
	return median * math.Exp(sigma*r.Norm())
}

// Pareto has a least value and an exponent.
func (r *R) Pareto(least, alpha float64) float64 {
	return least * math.Pow(1-r.F(), -1/alpha)
}

// Of picks one of the values.
func Of[T any](r *R, v ...T) T { return v[r.N(len(v))] }
