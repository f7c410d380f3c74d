package shape

import "math"

// PoissonCDF returns P(K ≤ k) for K ~ Poisson(mean), mean ≥ 0.
func PoissonCDF(k int, mean float64) float64 {
	switch {
	case k < 0:
		return 0
	case mean <= 0:
		return 1
	}
	term := func(i int) float64 {
		gamma, _ := math.Lgamma(float64(i + 1))
		return math.Exp(float64(i)*math.Log(mean) - mean - gamma)
	}
	var sum float64
	if float64(k) < mean { // below the mode: downward, each term smaller
		for i, t := k, term(k); i >= 0 && t > sum*negligible; i-- {
			sum += t
			t *= float64(i) / mean
		}
		return min(sum, 1)
	}
	for i, t := k+1, term(k+1); t > sum*negligible; i++ {
		sum += t
		t *= mean / float64(i+1)
	}
	return max(0, 1-sum)
}

// PoissonUpper returns the upper end of the exact one-sided confidence interval
// for the mean of a Poisson count of which k came: the mean at which P(K ≤ k)
// is 1 − confidence. For none of anything at 95 % it is 3.00, the rule of three.
// Divide by the exposure for a rate. 0 for a confidence of 0, +Inf for 1.
//
// Source: Garwood, Fiducial limits for the Poisson distribution, Biometrika 28
// (1936).
func PoissonUpper(k int, confidence float64) float64 {
	if confidence >= 1 {
		return math.Inf(1)
	}
	below := func(mean float64) bool { return PoissonCDF(k, mean) > 1-confidence }
	hi := float64(max(k, 0) + 1)
	for below(hi) {
		hi *= 2
	}
	return hi * bisect(func(p float64) bool { return below(p * hi) })
}

// PoissonLower is the lower end: the mean at which P(K ≥ k) is 1 − confidence,
// 0 for k = 0.
func PoissonLower(k int, confidence float64) float64 {
	if k <= 0 {
		return 0
	}
	return PoissonUpper(k-1, 1-confidence)
}
