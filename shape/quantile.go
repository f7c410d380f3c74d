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
	at := max(0, min(1, p)) * float64(len(sorted)-1)
	i := int(at)
	if i+1 == len(sorted) {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}

// QuantileSpread returns the quartile coefficient of dispersion, (Q3 − Q1) /
// (Q3 + Q1): a spread relative to the size, which a quarter of outliers on
// either side cannot move. Of values that are not negative it is from 0 to 1.
// Not ok for none, or if the quartiles do not add to more than 0.
//
// Source: Bonett, Computational Statistics & Data Analysis 50 (2006).
func QuantileSpread(xs []float64) (spread float64, ok bool) {
	sorted := ascending(xs)
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

// medianOf returns the median of xs, of which there is at least one, and
// reorders them.
func medianOf(xs []float64) float64 {
	mid := len(xs) / 2
	upper := nth(xs, mid)
	if len(xs)%2 == 1 {
		return upper
	}
	return (slices.Max(xs[:mid]) + upper) / 2
}

// nth reorders xs so that the k-th smallest, from 0, is at k, with none greater
// before it and none less behind. Source: Hoare, Algorithm 65: Find, Comm. ACM
// 4 (1961), with the middle as the pivot.
func nth(xs []float64, k int) float64 {
	lo, hi := 0, len(xs)-1
	for lo < hi {
		pivot := xs[lo+(hi-lo)/2]
		i, j := lo, hi
		for i <= j {
			for xs[i] < pivot {
				i++
			}
			for xs[j] > pivot {
				j--
			}
			if i <= j {
				xs[i], xs[j] = xs[j], xs[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return xs[k]
		}
	}
	return xs[k]
}
