package shape

import (
	"cmp"
	"math"
	"slices"
)

// Line is y = Intercept + Slope·x.
type Line struct{ Slope, Intercept float64 }

// At returns the line's y at x.
func (l Line) At(x float64) float64 { return l.Intercept + l.Slope*x }

// maxTheilSen keeps the slopes to about 131,000, or 1 MiB.
const maxTheilSen = 512

// TheilSen returns the line whose slope is the median of the slopes of all
// pairs with different x, and that has as many points above as below. Up to
// 29 % of the points may be anywhere without carrying it off. Of more than 512
// points, 512 are used that are evenly spread over the order by x, then y. Not
// ok if all x are the same. O(n²).
//
// Source: Theil, Proc. Kon. Ned. Akad. v. Wetensch. A 53 (1950); Sen, J. Am.
// Stat. Assoc. 63 (1968), who has the ties in x.
func TheilSen(x, y []float64) (line Line, ok bool) { return new(Workspace).TheilSen(x, y) }

// TheilSen is the function [TheilSen].
func (w *Workspace) TheilSen(x, y []float64) (line Line, ok bool) {
	if paired(x, y) > maxTheilSen {
		x, y = thin(x, y, maxTheilSen)
	}
	slopes := w.allSlopes(x, y)
	if len(slopes) == 0 {
		return Line{}, false
	}
	slope := w.medianOf(slopes)
	w.rest = sized(w.rest, len(x))
	for i := range x {
		w.rest[i] = y[i] - slope*x[i]
	}
	return Line{slope, w.medianOf(w.rest)}, true
}

// allSlopes returns the slopes of all pairs with different x. Where x is the
// same the next pair overwrites it, which costs less than a branch.
func (w *Workspace) allSlopes(x, y []float64) []float64 {
	slopes := sized(w.slopes, len(x)*(len(x)-1)/2+1)
	w.slopes = slopes
	n := 0
	for i := range x {
		xi, yi, before := x[i], y[i], y[:i]
		for j, xj := range x[:i] {
			dx := xi - xj
			slopes[n] = (yi - before[j]) / dx
			n += one(dx != 0)
		}
	}
	return slopes[:n]
}

// MedianDistance returns the median of the perpendicular distances from the
// points to a line: how thick a cloud about a line is, in the unit of both
// axes. It is 0 for no points.
func MedianDistance(x, y []float64, line Line) float64 {
	if paired(x, y) == 0 {
		return 0
	}
	off := make([]float64, len(x))
	for i := range x {
		off[i] = math.Abs(y[i]-line.At(x[i])) / math.Hypot(1, line.Slope)
	}
	return medianOf(off)
}

// thin returns n of the pairs, evenly spread over their order by x, then y: the
// same for every order they come in.
func thin(x, y []float64, n int) (tx, ty []float64) {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(x[a], x[b]), cmp.Compare(y[a], y[b]))
	})
	for i := range n {
		at := order[i*(len(x)-1)/(n-1)]
		tx, ty = append(tx, x[at]), append(ty, y[at])
	}
	return tx, ty
}
