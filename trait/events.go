package trait

import (
	"math"

	"davy/shape"
)

// What keeps the traits of very even windows apart from noise.
const (
	even    = 1e-3 // added to the relative variance of a count: the square of 3 %
	outmost = 0.05 // share of the windows at either end that count as the nearest of the others
	fewest  = 1e-3 // events of a window where there is nothing at all
)

// events is ln of the independent events of a window, for each packet in it.
//
// Let a window be the sum of messages of some sorts, those of sort k at random
// times at a rate of λₖ a window, each of which adds mₖ to the counts: payload and
// packets of both sides. The counts of windows then have the mean μ = Σ λₖ mₖ and
// the covariance Σ λₖ mₖ mₖᵀ (compound Poisson: Campbell's theorem), so that μᵀ Σ⁻¹ μ
// is Σ λₖ wherever there are no more sorts than counts: how much happens of its own
// accord, whatever the sizes of messages are. Answers and acknowledgements are no
// events, a burst is one, and what comes by the clock looks like many.
func (c *columns) events() float64 {
	n := float64(len(c.packets))
	counts := [4]*shape.Sample{&c.localPay, &c.lp, &c.remotePay, &c.rp}
	var lo, hi, mean, one [4]float64
	for j, s := range counts {
		lo[j], hi[j] = s.Quantile(outmost), s.Quantile(1-outmost)
		for _, x := range s.Values {
			mean[j] += max(lo[j], min(x, hi[j])) / n
		}
		if mean[j] > 0 {
			one[j] = 1
		}
	}
	var covariance [16]float64 // of the counts in units of their means; the lower half
	for i := range c.packets {
		var off [4]float64
		for j, s := range counts {
			if mean[j] > 0 {
				off[j] = max(lo[j], min(s.Values[i], hi[j]))/mean[j] - 1
			}
		}
		for a := range off {
			for b := range a + 1 {
				covariance[4*a+b] += off[a] * off[b] / n
			}
		}
	}
	for a := range mean {
		covariance[5*a] += even
	}
	happened, _ := c.work.InverseForm(one[:], covariance[:]) // always positive definite, by even
	return math.Log(max(happened, fewest)) - math.Log(max(mean[1]+mean[3], 0.5))
}
