package shape

import (
	"cmp"
	"math"
	"slices"
)

// Quantile returns the value below which a share p of xs lies, 0 ≤ p ≤ 1,
// interpolated between the two values next to it: type 7 of Hyndman & Fan, Am.
// Statistician 50 (1996), the default of R and NumPy. NaN for none, as [Median].
func Quantile(xs []float64, p float64) float64 {
	return quantileSorted(ascending(xs), p)
}

func quantileSorted(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	i, share := quantilePlace(len(sorted), p)
	if i+1 == len(sorted) {
		return sorted[i]
	}
	return sorted[i] + share*(sorted[i+1]-sorted[i])
}

// quantilePlace returns where in n sorted values a quantile is: at i, or by
// that share on the way to the next.
func quantilePlace(n int, p float64) (i int, share float64) {
	at := max(0, min(1, p)) * float64(n-1)
	i = int(at)
	return i, at - float64(i)
}

// QuantileSpread returns the quartile coefficient of dispersion, (Q3 − Q1) /
// (Q3 + Q1): a spread relative to the size, which a quarter of outliers on
// either side cannot move. Of values that are not negative it is from 0 to 1.
// Not ok for none, or if the quartiles do not add to more than 0.
//
// Source: Bonett, Computational Statistics & Data Analysis 50 (2006).
func QuantileSpread(xs []float64) (spread float64, ok bool) {
	return spreadSorted(ascending(xs))
}

func spreadSorted(sorted []float64) (spread float64, ok bool) {
	q1, q3 := quantileSorted(sorted, 0.25), quantileSorted(sorted, 0.75)
	if !(q1+q3 > 0) {
		return 0, false
	}
	return (q3 - q1) / (q3 + q1), true
}

// ascending returns a sorted copy.
func ascending[T cmp.Ordered](xs []T) []T {
	sorted := slices.Clone(xs)
	slices.Sort(sorted)
	return sorted
}
