package hull

import (
	"cmp"
	"math"
	"math/big"
	"slices"
)

// Ring returns the corners of the convex hull of points in the plane, shape
// (n, 2), as shape (m, 2): anticlockwise from the least by x, then y. No
// corner lies between two others, whatever the rounding: the turns are exact.
// All points equal give one corner, points on a line two, no points none.
//
// The projection of a hull onto a plane is the hull of its projected vertices,
// so this is how a hull of more dimensions is drawn. The coordinates must be
// finite; the error is as for [New].
//
// Source: Andrew's monotone chain, Information Processing Letters 9 (1979).
func Ring(points []float64) ([]float64, error) {
	if len(points) == 0 {
		return nil, nil
	}
	if err := check(2, points); err != nil {
		return nil, err
	}
	all := make([][2]float64, 0, len(points)/2)
	for p := range slices.Chunk(points, 2) {
		all = append(all, [2]float64{p[0] + 0, p[1] + 0}) // no negative zeros
	}
	slices.SortFunc(all, func(p, q [2]float64) int { return lexCompare(p[:], q[:]) })
	all = slices.Compact(all)
	var ring []float64
	below := chain(all)
	slices.Reverse(all)
	above := chain(all)
	for _, part := range [][][2]float64{below, above} {
		for _, p := range part[:max(1, len(part)-1)] { // its last is the first of the other
			if len(all) > 1 || len(ring) == 0 {
				ring = append(ring, p[0], p[1])
			}
		}
	}
	return ring, nil
}

// chain returns those of the points, sorted, that one goes past when only turning left.
func chain(points [][2]float64) [][2]float64 {
	var out [][2]float64
	for _, p := range points {
		for len(out) > 1 && turn(out[len(out)-2], out[len(out)-1], p) <= 0 {
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	return out
}

// turn is 1 if the way from a over b to c turns left, -1 if right, 0 if straight.
// Where rounding could decide it is done again with fractions. The bound is that
// of Shewchuk, Discrete & Computational Geometry 18 (1997), and holds unless a
// product underflows.
func turn(a, b, c [2]float64) int {
	left, right := (b[0]-a[0])*(c[1]-a[1]), (b[1]-a[1])*(c[0]-a[0])
	bound := (3 + 16*0x1p-53) * 0x1p-53 * (math.Abs(left) + math.Abs(right))
	if d := left - right; math.Abs(d) > bound && bound > 0x1p-1000 && !math.IsInf(bound, 0) {
		return cmp.Compare(d, 0)
	}
	diff := func(x, y float64) *big.Rat {
		return new(big.Rat).Sub(new(big.Rat).SetFloat64(x), new(big.Rat).SetFloat64(y))
	}
	l, r := diff(b[0], a[0]), diff(b[1], a[1])
	return l.Mul(l, diff(c[1], a[1])).Cmp(r.Mul(r, diff(c[0], a[0])))
}
