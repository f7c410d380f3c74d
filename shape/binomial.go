package shape

import "math"

// BinomialTail returns P(K ≥ k) for K ~ Binomial(n, p): the exact sum of the
// probability mass, to a relative 1e-10. n ≥ 0, 0 ≤ p ≤ 1. The cost is that of
// the terms that matter, some standard deviations' worth.
func BinomialTail(k, n int, p float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k > n:
		return 0
	case float64(k) <= float64(n)*p: // the tail holds the mode: sum the other side
		return 1 - sumMass(0, k-1, n, p)
	}
	return sumMass(k, n, n, p)
}

// BinomialCDF returns P(K ≤ k) for K ~ Binomial(n, p). See [BinomialTail].
func BinomialCDF(k, n int, p float64) float64 {
	return BinomialTail(n-k, n, 1-p)
}

// BinomialQuantile returns the least k with P(K ≤ k) > level: the smallest
// count that a test at that level does not call too few.
func BinomialQuantile(level float64, n int, p float64) int {
	lo, hi := 0, n
	for lo < hi {
		mid := (lo + hi) / 2
		if BinomialCDF(mid, n, p) > level {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// sumMass sums P(K = i) for from ≤ i ≤ to, of which one end is the nearest to
// the mode: from there outward, each term from the one before, until the terms
// no longer show in the sum.
func sumMass(from, to, n int, p float64) float64 {
	if from > to {
		return 0
	}
	if p <= 0 || p >= 1 {
		if at := int(p) * n; from <= at && at <= to {
			return 1
		}
		return 0
	}
	odds := p / (1 - p)
	var sum float64
	if float64(to) < float64(n)*p { // below the mode: downward
		term := math.Exp(logMass(to, n, p))
		for i := to; i >= from && term > sum*negligible; i-- {
			sum += term
			term *= float64(i) / (float64(n-i+1) * odds)
		}
	} else {
		term := math.Exp(logMass(from, n, p))
		for i := from; i <= to && term > sum*negligible; i++ {
			sum += term
			term *= float64(n-i) * odds / float64(i+1)
		}
	}
	return math.Min(sum, 1)
}

const negligible = 1e-18 // of a sum of falling terms, less than a rounding

// logMass is ln P(K = k).
func logMass(k, n int, p float64) float64 {
	return logChoose(n, k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p)
}

func logChoose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

// ClopperPearsonUpper returns the upper end of the exact one-sided confidence
// interval for a proportion of which k of n were seen: the p at which
// P(K ≤ k) is 1 − confidence. Source: Clopper & Pearson, Biometrika 26 (1934).
// Without observations it is 1.
func ClopperPearsonUpper(k, n int, confidence float64) float64 {
	if k >= n {
		return 1
	}
	return bisect(func(p float64) bool { return BinomialCDF(k, n, p) > 1-confidence })
}

// ClopperPearsonLower is the lower end: the p at which P(K ≥ k) is 1 − confidence.
func ClopperPearsonLower(k, n int, confidence float64) float64 {
	if k <= 0 {
		return 0
	}
	return bisect(func(p float64) bool { return BinomialTail(k, n, p) < 1-confidence })
}

// bisect returns the point of [0, 1] at which below turns from true to false.
func bisect(below func(float64) bool) float64 {
	lo, hi := 0.0, 1.0
	for range 60 {
		if mid := (lo + hi) / 2; below(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return (lo + hi) / 2
}

// Wilson returns the score interval for a proportion of which k of n were
// seen, at z standard deviations (1.96 for 95 %). Source: Wilson, J. Am. Stat.
// Assoc. 22 (1927). Without observations it is 0 to 1.
func Wilson(k, n int, z float64) (lo, hi float64) {
	if n == 0 {
		return 0, 1
	}
	N, share := float64(n), float64(k)/float64(n)
	centre := share + z*z/(2*N)
	half := z * math.Sqrt(share*(1-share)/N+z*z/(4*N*N))
	scale := 1 + z*z/N
	lo, hi = (centre-half)/scale, (centre+half)/scale
	if k == 0 {
		lo = 0 // exactly; the difference above is rounded
	}
	if k == n {
		hi = 1
	}
	return lo, hi
}
