package shape

import "math"

// Runs is how a series goes above and below its median. Values that equal the
// median belong to neither side and are left out.
type Runs struct {
	Above, Below int // values on either side
	Runs         int // stretches of values on the same side
	Longest      int // values in the longest of them

	// Z is Runs less those expected, in standard deviations: below 0 for trends
	// and bursts, above for a see-saw.
	Z float64
}

// MedianRuns counts the runs of a series about its median. Not ok if there is
// nothing to expect: without a value on either side, or with just one on each;
// then Z is 0.
//
// Source: Wald & Wolfowitz, On a test whether two samples are from the same
// population, Ann. Math. Stat. 11 (1940), which has mean and variance.
func MedianRuns(xs []float64) (runs Runs, ok bool) {
	median, length := Median(xs), 0
	var side bool
	for _, x := range xs {
		if x == median {
			continue
		}
		if above := x > median; length == 0 || above != side {
			side, length = above, 0
			runs.Runs++
		}
		length++
		runs.Longest = max(runs.Longest, length)
		if side {
			runs.Above++
		} else {
			runs.Below++
		}
	}
	n := float64(runs.Above + runs.Below)
	both := 2 * float64(runs.Above) * float64(runs.Below)
	variance := both * (both - n) / (n * n * (n - 1))
	if !(variance > 0) {
		return runs, false
	}
	runs.Z = (float64(runs.Runs) - both/n - 1) / math.Sqrt(variance)
	return runs, true
}
