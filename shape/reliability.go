package shape

// Brier returns the mean squared difference between the probability given and
// what came, 1 or 0: 0 is perfect, 0.25 is what always saying 0.5 gets. Not ok
// without forecasts. Source: Brier, Monthly Weather Review 78 (1950), in its
// form for two outcomes.
func Brier(probability []float64, came []bool) (score float64, ok bool) {
	if forecasts(probability, came) == 0 {
		return 0, false
	}
	for i, p := range probability {
		if came[i] {
			p = 1 - p
		}
		score += p * p
	}
	return score / float64(len(probability)), true
}

// ReliabilityBin is what came of the forecasts in Lo ≤ probability < Hi.
type ReliabilityBin struct {
	Lo, Hi           float64 // the last bin has its Hi too
	N, Came          int
	Said             float64 // mean probability given; the middle of the bin if there is none
	ShareLo, ShareHi float64 // [Wilson] interval of the share that came
}

// Share returns the share that came, 0 if there was no forecast.
func (b ReliabilityBin) Share() float64 {
	if b.N == 0 {
		return 0
	}
	return float64(b.Came) / float64(b.N)
}

// Reliability puts forecasts into bins of equal width, at least one, with
// two-sided intervals of the confidence given. Forecasts are calibrated if what
// was said lies within them. Probabilities are from 0 to 1; others count in the
// bin at that end. Source: Murphy & Winkler, J. R. Stat. Soc. C 26 (1977).
func Reliability(probability []float64, came []bool, bins int, confidence float64) []ReliabilityBin {
	forecasts(probability, came)
	out := make([]ReliabilityBin, max(bins, 1))
	for i, p := range probability {
		bin := &out[max(0, min(len(out)-1, int(p*float64(len(out)))))]
		bin.N++
		bin.Said += p
		if came[i] {
			bin.Came++
		}
	}
	z := NormalQuantile((1 + confidence) / 2)
	for i := range out {
		bin := &out[i]
		bin.Lo, bin.Hi = float64(i)/float64(len(out)), float64(i+1)/float64(len(out))
		if bin.N == 0 {
			bin.Said = (bin.Lo + bin.Hi) / 2
		} else {
			bin.Said /= float64(bin.N)
		}
		bin.ShareLo, bin.ShareHi = Wilson(bin.Came, bin.N, z)
	}
	return out
}

func forecasts(probability []float64, came []bool) int {
	if len(probability) != len(came) {
		panic("shape: forecasts and outcomes differ in number")
	}
	return len(came)
}
