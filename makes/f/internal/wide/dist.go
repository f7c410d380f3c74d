// Package wide holds the priors from which programs draw their habits: sizes,
// cadences and plain numbers, all over wide ranges, so that two instances of
// one program seldom agree in a constant.
package wide

import (
	"math"
	"math/rand/v2"
)

// Rand is the source of all chance.
type Rand = rand.Rand

// Seeded returns a source that depends on all the given numbers.
func Seeded(nums ...uint64) *Rand {
	a, b := uint64(0x9e3779b97f4a7c15), uint64(0xd1b54a32d192ed03)
	for _, n := range nums {
		a = (a ^ n) * 0xbf58476d1ce4e5b9
		a ^= a >> 29
		b = (b + a) * 0x94d049bb133111eb
		b ^= b >> 32
	}
	return rand.New(rand.NewPCG(a, b))
}

// Range is a log-uniform prior between two positive numbers.
type Range [2]float64

// Draw returns one value of the range.
func (g Range) Draw(r *Rand) float64 {
	if g[1] <= g[0] {
		return g[0]
	}
	return g[0] * math.Exp(r.Float64()*math.Log(g[1]/g[0]))
}

// Int returns one value of the range, rounded.
func (g Range) Int(r *Rand) int { return int(g.Draw(r) + 0.5) }

// Wilder returns the range, now and then stretched beyond its ends.
func (g Range) Wilder(r *Rand) Range {
	if g[0] <= 0 || !Chance(r, 0.2) {
		return g
	}
	return Range{g[0] / 1.6, g[1] * 1.6}
}

// Between draws log-uniformly between lo and hi.
func Between(r *Rand, lo, hi float64) float64 { return Range{lo, hi}.Draw(r) }

// Chance is true with probability p.
func Chance(r *Rand, p float64) bool { return r.Float64() < p }

// Pick returns one of the values, each as likely as the others.
func Pick[T any](r *Rand, xs ...T) T { return xs[r.IntN(len(xs))] }

// Exp returns an exponential gap with the given mean.
func Exp(r *Rand, mean float64) float64 { return r.ExpFloat64() * mean }

// LogNormal returns a value spread around a median.
func LogNormal(r *Rand, median, sigma float64) float64 {
	return median * math.Exp(sigma*r.NormFloat64())
}

// Geometric returns a count of at least 1 with the given mean.
func Geometric(r *Rand, mean float64) int {
	n := 1
	for n < 1000 && r.Float64() > 1/mean {
		n++
	}
	return n
}

// Weighted returns an index with probability in proportion to its weight.
func Weighted(r *Rand, weights ...float64) int {
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
