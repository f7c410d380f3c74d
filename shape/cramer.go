package shape

import "slices"

// CramerVonMises returns the two-sample statistic T: the squared difference of
// the two distribution functions, over all values of both, in units in which
// its mean is about 1/6 if both samples are of one distribution; 0.461 is then
// exceeded in 5 %. Ties take the mean of their ranks. Not ok if a sample is
// empty. O(n log n).
//
// Source: Anderson, On the distribution of the two-sample Cramér–von Mises
// criterion, Ann. Math. Stat. 33 (1962).
func CramerVonMises(x, y []float64) (t float64, ok bool) {
	n, m := float64(len(x)), float64(len(y))
	if n == 0 || m == 0 {
		return 0, false
	}
	sorted := slices.Concat(ascending(x), ascending(y))
	ranks := Ranks(sorted)
	u := n*rankExcess(ranks[:len(x)]) + m*rankExcess(ranks[len(x):])
	return u/(n*m*(n+m)) - (4*n*m-1)/(6*(n+m)), true
}

// rankExcess sums the squares of how far each ascending rank exceeds the one it
// would have in its own sample alone.
func rankExcess(ranks []float64) float64 {
	var sum float64
	for i, r := range ranks {
		d := r - float64(i+1)
		sum += d * d
	}
	return sum
}
