// Package rnd is the only source of chance: small, seeded, and the same on
// every machine.
package rnd

import "math"

// R is a splitmix64 generator.
type R struct{ s uint64 }

// New gives a generator of its own for each seed and tag.
func New(seed, tag uint64) *R {
	r := &R{seed*0x9E3779B97F4A7C15 ^ tag*0xD1342543DE82EF95}
	r.U()
	return r
}

// U gives 64 bits.
func (r *R) U() uint64 {
	r.s += 0x9E3779B97F4A7C15
	z := r.s
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// Fork gives a generator that goes its own way.
func (r *R) Fork() *R { return New(r.U(), 77) }

// F is uniform in [0,1).
func (r *R) F() float64 { return float64(r.U()>>11) / (1 << 53) }

// N is uniform in [0,n).
func (r *R) N(n int) int { return int(r.U()>>1) % n }

// Int is uniform in [lo,hi].
func (r *R) Int(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + r.N(hi-lo+1)
}

// Chance is true with probability p.
func (r *R) Chance(p float64) bool { return r.F() < p }

// Between is uniform in [lo,hi).
func (r *R) Between(lo, hi float64) float64 { return lo + (hi-lo)*r.F() }

// LogU is uniform in the logarithm.
func (r *R) LogU(lo, hi float64) float64 {
	if hi <= lo {
		return lo
	}
	return lo * math.Exp(r.F()*math.Log(hi/lo))
}

// Exp is a waiting time of the given mean.
func (r *R) Exp(mean float64) float64 { return -mean * math.Log(1-r.F()) }

// Norm is a standard normal number.
func (r *R) Norm() float64 {
	return math.Sqrt(-2*math.Log(1-r.F())) * math.Cos(2*math.Pi*r.F())
}

// LogN is lognormal around a median.
func (r *R) LogN(median, sigma float64) float64 { return median * math.Exp(sigma*r.Norm()) }

// Pareto is heavy-tailed from least on, cut at most.
func (r *R) Pareto(least, alpha, most float64) float64 {
	return math.Min(most, least/math.Pow(1-r.F(), 1/alpha))
}

// Zipf picks an index below n, the first most often.
func (r *R) Zipf(n int, skew float64) int {
	x := math.Pow(float64(n)+1, 1-skew)
	k := int(math.Pow(1+r.F()*(x-1), 1/(1-skew))) - 1
	return max(0, min(n-1, k))
}

// Pick gives one of several.
func Pick[T any](r *R, of ...T) T { return of[r.N(len(of))] }
