package shape

import "math"

// mean returns the mean of xs, taken from the first of them so that a constant
// stays exact; 0 for none.
func mean(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	var sum float64
	for _, x := range xs {
		sum += x - xs[0]
	}
	return xs[0] + sum/float64(len(xs))
}

// variance returns the mean of xs and their variance with the divisor n−less.
func variance(xs []float64, less int) (middle, v float64) {
	middle = mean(xs)
	var sum float64
	for _, x := range xs {
		sum += (x - middle) * (x - middle)
	}
	return middle, sum / float64(len(xs)-less)
}

// Occupancy returns the share of counts above 0; 0 for none.
func Occupancy(counts []float64) float64 {
	if len(counts) == 0 {
		return 0
	}
	busy := 0
	for _, c := range counts {
		if c > 0 {
			busy++
		}
	}
	return float64(busy) / float64(len(counts))
}

// Fano returns the variance of counts over their mean: 0 for a constant, 1 for
// a Poisson process, more for bursts. Not ok for fewer than two counts, or if
// the mean is not above 0. Source: Fano, Physical Review 72 (1947).
func Fano(counts []float64) (f float64, ok bool) {
	if len(counts) < 2 {
		return 0, false
	}
	middle, v := variance(counts, 1)
	if !(middle > 0) {
		return 0, false
	}
	return v / middle, true
}

// CoefficientOfVariation returns the standard deviation, with the divisor n−1,
// over the mean. Not ok for fewer than two values, or if the mean is not above 0.
// Source: Pearson, Phil. Trans. Royal Society A 187 (1896).
func CoefficientOfVariation(xs []float64) (cv float64, ok bool) {
	if len(xs) < 2 {
		return 0, false
	}
	middle, v := variance(xs, 1)
	if !(middle > 0) {
		return 0, false
	}
	return math.Sqrt(v) / middle, true
}

// Burstiness returns (σ−μ)/(σ+μ) of the intervals between events: −1 for a
// clock, 0 for a Poisson process, 1 in the limit of bursts. Few intervals
// cannot come near 1: see [BurstinessFinite]. Not ok for none, or if the mean
// is not above 0. Source: Goh & Barabási, Burstiness and memory in complex
// systems, EPL 81 (2008).
func Burstiness(intervals []float64) (b float64, ok bool) {
	r, ok := intervalSpread(intervals)
	if !ok {
		return 0, false
	}
	return (r - 1) / (r + 1), true
}

// BurstinessFinite returns the burstiness corrected for the number n of
// intervals: −1 for a clock, 0 for n intervals cut at random from a stretch of
// time, 1 for a single one that is not 0. Not ok for fewer than two, or if the
// mean is not above 0.
//
// Source: Kim & Jo, Measuring burstiness for finite event sequences, Physical
// Review E 94 (2016).
func BurstinessFinite(intervals []float64) (a float64, ok bool) {
	r, ok := intervalSpread(intervals)
	if !ok || len(intervals) < 2 {
		return 0, false
	}
	up, down := math.Sqrt(float64(len(intervals)+1)), math.Sqrt(float64(len(intervals)-1))
	return (up*r - down) / ((up-2)*r + down), true
}

// intervalSpread returns σ/μ with the divisor n, as both forms of burstiness
// have it.
func intervalSpread(intervals []float64) (r float64, ok bool) {
	if len(intervals) == 0 {
		return 0, false
	}
	middle, v := variance(intervals, 0)
	if !(middle > 0) {
		return 0, false
	}
	return math.Sqrt(v) / middle, true
}

// Autocorrelation returns the correlation of a series with itself lag steps
// later, both about the mean of all and over the variance of all, which keeps
// it within −1 to 1. Not ok for a constant, or a lag that is negative or leaves
// no pair.
//
// Source: Box & Jenkins, Time Series Analysis (1970).
func Autocorrelation(xs []float64, lag int) (r float64, ok bool) {
	if lag < 0 || lag >= len(xs) {
		return 0, false
	}
	middle := mean(xs)
	var all, later float64
	for i, x := range xs {
		x -= middle
		all += x * x
		if i >= lag {
			later += x * (xs[i-lag] - middle)
		}
	}
	if all == 0 {
		return 0, false
	}
	return later / all, true
}
