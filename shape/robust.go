package shape

import "math"

// Median returns the median of xs, NaN for none. xs stays as it is.
func Median(xs []float64) float64 {
	return medianSorted(ascending(xs))
}

func medianSorted(sorted []float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	mid := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[mid]
	}
	return (sorted[mid-1] + sorted[mid]) / 2
}

// MAD returns the median of xs and the median absolute deviation from it,
// scaled by 1.4826 so that it estimates the standard deviation of a normal
// sample. Source: Hampel, J. Am. Stat. Assoc. 69 (1974).
func MAD(xs []float64) (median, deviation float64) {
	median = Median(xs)
	off := make([]float64, len(xs))
	for i, x := range xs {
		off[i] = math.Abs(x - median)
	}
	return median, Median(off) * 1.4826
}

// NormalQuantile returns the z below which a standard normal variable lies with probability p.
func NormalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// Chauvenet returns the number of standard deviations beyond which half a
// value is expected among n from a normal distribution. Source: Chauvenet,
// A Manual of Spherical and Practical Astronomy (1863).
func Chauvenet(n int) float64 {
	if n < 1 {
		return math.Inf(1)
	}
	return NormalQuantile(1 - 1/(4*float64(n)))
}
