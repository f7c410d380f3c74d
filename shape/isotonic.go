package shape

import (
	"cmp"
	"slices"
	"sort"
)

// Rising is a function that never falls: through the points (X[i], Y[i]) in
// straight lines, and constant beyond the first and the last. X ascends
// strictly, Y does not descend. Without points it is 0.
type Rising struct{ X, Y []float64 }

// At returns the value at x.
func (f Rising) At(x float64) float64 {
	n := len(f.X)
	if n == 0 {
		return 0
	}
	i := sort.SearchFloat64s(f.X, x)
	switch i {
	case 0:
		return f.Y[0]
	case n:
		return f.Y[n-1]
	}
	share := (x - f.X[i-1]) / (f.X[i] - f.X[i-1])
	return f.Y[i-1] + share*(f.Y[i]-f.Y[i-1])
}

// Isotonic returns the function that never falls and is nearest to the points,
// by the sum of w(y − f(x))²: the pool-adjacent-violators regression. With y as
// 0 and 1 it turns any score into a probability. w may be nil for equal
// weights; points with a weight that is not above 0 are left out. Points with
// the same x are one, with their mean. O(n log n).
//
// Source: Ayer, Brunk, Ewing, Reid & Silverman, Ann. Math. Stat. 26 (1955);
// Barlow, Bartholomew, Bremner & Brunk, Statistical Inference under Order
// Restrictions (1972).
func Isotonic(x, y, w []float64) Rising {
	points := make([]block, 0, paired(x, y))
	for i := range x {
		weight := 1.0
		if w != nil {
			weight = w[i]
		}
		if weight > 0 {
			points = append(points, block{x[i], x[i], weight, weight * y[i]})
		}
	}
	slices.SortFunc(points, func(a, b block) int { // to the last field, so that the order given cannot show
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.sum, b.sum), cmp.Compare(a.weight, b.weight))
	})
	return rising(poolViolators(poolTies(points)))
}

// block is a stretch of x on which the function is constant.
type block struct{ first, last, weight, sum float64 }

func (b block) mean() float64 { return b.sum / b.weight }

func (b block) and(next block) block {
	return block{b.first, next.last, b.weight + next.weight, b.sum + next.sum}
}

func poolTies(points []block) []block {
	pooled := points[:0]
	for _, p := range points {
		if n := len(pooled); n > 0 && pooled[n-1].last == p.first {
			pooled[n-1] = pooled[n-1].and(p)
		} else {
			pooled = append(pooled, p)
		}
	}
	return pooled
}

func poolViolators(points []block) []block {
	pooled := points[:0]
	for _, p := range points {
		for n := len(pooled); n > 0 && pooled[n-1].mean() >= p.mean(); n-- {
			p = pooled[n-1].and(p)
			pooled = pooled[:n-1]
		}
		pooled = append(pooled, p)
	}
	return pooled
}

func rising(blocks []block) (f Rising) {
	for _, b := range blocks {
		f.X, f.Y = append(f.X, b.first), append(f.Y, b.mean())
		if b.last > b.first {
			f.X, f.Y = append(f.X, b.last), append(f.Y, b.mean())
		}
	}
	return f
}
