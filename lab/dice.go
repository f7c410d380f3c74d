package lab

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// dice is one random stream. There is no Gaussian in it on purpose: what comes
// out of the lab must owe its shape to protocols.
type dice struct{ *rand.Rand }

// A span is an inclusive range of bytes.
type span struct{ lo, hi int }

// A stretch is a range of seconds.
type stretch struct{ lo, hi float64 }

// roll returns the stream named by a seed and a path of numbers.
func roll(seed uint64, path ...uint64) dice {
	a, b := mix(seed), mix(seed^0x6c616264)
	for _, p := range path {
		a = mix(a ^ mix(p))
		b = mix(b + a)
	}
	return dice{rand.New(rand.NewPCG(a, b))}
}

// mix is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// name turns a word into a path element.
func name(word string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(word))
	return h.Sum64()
}

// size is uniform over a span.
func (d dice) size(s span) int { return s.lo + d.IntN(s.hi-s.lo+1) }

// between is uniform.
func (d dice) between(lo, hi float64) float64 { return lo + (hi-lo)*d.Float64() }

// spread is log-uniform: every factor in the range is as likely as any other.
func (d dice) spread(lo, hi float64) float64 { return lo * math.Pow(hi/lo, d.Float64()) }

// after is the waiting time of a Poisson process.
func (d dice) after(mean float64) float64 { return mean * d.ExpFloat64() }

// chance is true with probability p.
func (d dice) chance(p float64) bool { return d.Float64() < p }

// tail is a Pareto size of index 1.2, as of web objects, cut at the span's end
// (Crovella and Bestavros 1997).
func (d dice) tail(s span) int {
	x := float64(s.lo) * math.Pow(1-d.Float64(), -1/1.2)
	return int(math.Min(x, float64(s.hi)))
}
