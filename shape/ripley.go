package shape

import (
	"math"
	"slices"
)

// RipleyK returns K(r) for each radius, ascending: the mean number of other
// points within r of a point, over the density in the volume given,
//
//	K(r) = volume / (n (n−1)) × the ordered pairs at most r apart.
//
// Points strewn at random have K(r) near the volume of a ball of radius r, and
// less where the ball reaches over the rim: there is no edge correction, so
// compare with the K of a like volume. Duplicates count, at distance 0. Not ok
// for fewer than two points or no volume. O(n²).
//
// Source: Ripley, J. Applied Probability 13 (1976); J. R. Stat. Soc. B 39 (1977).
func RipleyK(points []float64, dim int, volume float64, radii []float64) (k []float64, ok bool) {
	n := count(points, dim)
	if !slices.IsSorted(radii) {
		panic("shape: radii must ascend")
	}
	if n < 2 || !(volume > 0) || math.IsInf(volume, 1) {
		return nil, false
	}
	r := newRings(radii)
	if dim <= 4 {
		r.addAll4(points, dim)
	} else {
		r.addAll(points, dim)
	}
	k, within := make([]float64, len(radii)), 0
	for i := range k {
		within += r.pairs[i]
		k[i] = volume * 2 * float64(within) / (float64(n) * float64(n-1))
	}
	return k, true
}

// RipleyL returns L(r) = (K(r)/v)^(1/d) with v the volume of the unit ball: the
// radius of the ball whose volume is K(r), so about r for points strewn at
// random, and more where they cluster. See [RipleyK]. Source: Besag's comment
// on Ripley (1977), in d dimensions.
func RipleyL(points []float64, dim int, volume float64, radii []float64) (l []float64, ok bool) {
	l, ok = RipleyK(points, dim, volume, radii)
	ball := math.Exp(logBall(dim))
	for i, k := range l {
		l[i] = math.Pow(k/ball, 1/float64(dim))
	}
	return l, ok
}
