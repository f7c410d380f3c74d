package trait

import (
	"math"

	"davy/shape"
)

// What keeps the traits of very even windows apart from noise.
const (
	even    = 1e-3 // added to the relative variance of a count: the square of 3 %
	outmost = 0.05 // share of the windows at either end that count as the nearest of the others
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
	var covariance [4][4]float64 // of the counts in units of their means
	for i := range c.packets {
		var off [4]float64
		for j, s := range counts {
			if mean[j] > 0 {
				off[j] = max(lo[j], min(s.Values[i], hi[j]))/mean[j] - 1
			}
		}
		for a := range off {
			for b := range a + 1 {
				covariance[a][b] += off[a] * off[b] / n
			}
		}
	}
	for a := range covariance {
		covariance[a][a] += even
	}
	return math.Log(max(inverseForm(&covariance, &one), even)) - math.Log(max(mean[1]+mean[3], 0.5))
}

// inverseForm is xᵀ S⁻¹ x for a positive definite S, of which the lower half is
// read: |z|² where L z = x and S = L Lᵀ (Cholesky).
func inverseForm(s *[4][4]float64, x *[4]float64) float64 {
	var l [4][4]float64
	var z [4]float64
	sum := 0.0
	for a := range x {
		for b := range a + 1 {
			rest := s[a][b]
			for k := range b {
				rest -= l[a][k] * l[b][k]
			}
			if a == b {
				l[a][a] = math.Sqrt(max(rest, 1e-12))
			} else {
				l[a][b] = rest / l[b][b]
			}
		}
		z[a] = x[a]
		for k := range a {
			z[a] -= l[a][k] * z[k]
		}
		z[a] /= l[a][a]
		sum += z[a] * z[a]
	}
	return sum
}
