package shape

import (
	"cmp"
	"math"
)

// Ranks returns the rank of each value, from 1; equal values share the mean of
// the ranks they take up.
func Ranks(xs []float64) []float64 {
	var s Sample
	s.Set(xs)
	return s.Ranks()
}

// Pearson returns the product-moment correlation of two series, −1 to 1. Not ok
// if either is constant, or for fewer than two pairs. Source: Pearson, Proc.
// Royal Society 58 (1895).
func Pearson(x, y []float64) (r float64, ok bool) {
	if paired(x, y) < 2 {
		return 0, false
	}
	mx, my := mean(x), mean(y)
	var xx, yy, xy float64
	for i := range x {
		a, b := x[i]-mx, y[i]-my
		xx += a * a
		yy += b * b
		xy += a * b
	}
	return correlation(xx, yy, xy)
}

// correlation returns that of two series from the sums of squares and of
// products, all about the mean.
func correlation(xx, yy, xy float64) (r float64, ok bool) {
	if xx == 0 || yy == 0 {
		return 0, false
	}
	return max(-1, min(1, xy/math.Sqrt(xx)/math.Sqrt(yy))), true
}

// Spearman returns the rank correlation: [Pearson] of [Ranks]. Source:
// Spearman, Am. J. Psychology 15 (1904).
func Spearman(x, y []float64) (rho float64, ok bool) {
	var s, t Sample
	s.Set(x)
	t.Set(y)
	return s.Spearman(&t)
}

// KendallTau returns the rank correlation τ-b: concordant less discordant
// pairs, over the geometric mean of the numbers of pairs not tied in x and not
// tied in y. Not ok if either is constant, or for fewer than two pairs. O(n²).
//
// Source: Kendall, The treatment of ties in ranking problems, Biometrika 33
// (1945).
func KendallTau(x, y []float64) (tau float64, ok bool) {
	var sum, untiedX, untiedY int
	for i := range paired(x, y) {
		for j := range i {
			a, b := cmp.Compare(x[i], x[j]), cmp.Compare(y[i], y[j])
			sum += a * b
			untiedX += a * a
			untiedY += b * b
		}
	}
	if untiedX == 0 || untiedY == 0 {
		return 0, false
	}
	return float64(sum) / (math.Sqrt(float64(untiedX)) * math.Sqrt(float64(untiedY))), true
}
