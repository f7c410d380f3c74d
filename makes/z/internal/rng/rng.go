// Package rng is a small seeded source of random numbers that can be kept by value in every actor.
package rng

import "math"

// Rand is a splitmix64 generator. The zero value is usable, but New gives distinct streams.
type Rand struct{ s uint64 }

// New derives a generator from a seed and any number of parts that name its purpose.
func New(seed uint64, parts ...uint64) Rand {
	r := Rand{seed ^ 0x6a09e667f3bcc908}
	for _, p := range parts {
		r.s = r.Uint64() ^ (p * 0x9fb21c651e98df25)
	}
	r.Uint64()
	return r
}

// Text turns a name into a part for New.
func Text(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Fork gives an independent generator.
func (r *Rand) Fork() Rand { return Rand{r.Uint64()} }

// Uint64 gives 64 random bits.
func (r *Rand) Uint64() uint64 {
	r.s += 0x9e3779b97f4a7c15
	z := r.s
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Float gives a number in [0,1).
func (r *Rand) Float() float64 { return float64(r.Uint64()>>11) / (1 << 53) }

// Intn gives an integer in [0,n).
func (r *Rand) Intn(n int) int {
	if n <= 1 {
		return 0
	}
	return int((r.Uint64() >> 32) * uint64(n) >> 32)
}

// Int gives an integer in [lo,hi].
func (r *Rand) Int(lo, hi int) int { return lo + r.Intn(hi-lo+1) }

// Chance is true with probability p.
func (r *Rand) Chance(p float64) bool { return r.Float() < p }

// Between is uniform in [lo,hi).
func (r *Rand) Between(lo, hi float64) float64 { return lo + (hi-lo)*r.Float() }

// Log is uniform in the logarithm between lo and hi.
func (r *Rand) Log(lo, hi float64) float64 {
	if hi <= lo {
		return lo
	}
	return lo * math.Exp(r.Float()*math.Log(hi/lo))
}

// Exp is exponential with the given mean.
func (r *Rand) Exp(mean float64) float64 { return -mean * math.Log(1-r.Float()) }

// Normal is a standard normal, near enough: the sum of four uniforms scaled, tails cut at 3.4.
func (r *Rand) Normal() float64 {
	return (r.Float() + r.Float() + r.Float() + r.Float() - 2) * 1.7320508
}

// LogNormal has the given median and sigma of its logarithm.
func (r *Rand) LogNormal(median, sigma float64) float64 {
	if sigma == 0 {
		return median
	}
	return median * math.Exp(sigma*r.Normal())
}

// Pick chooses one of the values.
func Pick[T any](r *Rand, v ...T) T { return v[r.Intn(len(v))] }

// Shuffle permutes v.
func Shuffle[T any](r *Rand, v []T) {
	for i := len(v) - 1; i > 0; i-- {
		j := r.Intn(i + 1)
		v[i], v[j] = v[j], v[i]
	}
}
