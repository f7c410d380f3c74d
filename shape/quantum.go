package shape

import (
	"math"
	"slices"
)

// Quantogram returns R(P) = |mean exp(2πi r/P)| for the period P: 1 if all
// residuals are a multiple of P and one common remainder, about 1/√n if they are
// spread evenly over the remainders. 0 for none, or a period that is not above 0.
//
// Source: Broadbent, Biometrika 43 (1956); D. G. Kendall, Hunting quanta, Phil.
// Trans. Royal Society A 276 (1974).
func Quantogram(residuals []float64, period float64) float64 {
	if len(residuals) == 0 || !(period > 0) {
		return 0
	}
	var re, im float64
	for _, r := range residuals {
		turns := (r - residuals[0]) / period
		sin, cos := math.Sincos(2 * math.Pi * (turns - math.Floor(turns)))
		re, im = re+cos, im+sin
	}
	return min(1, math.Hypot(re, im)/float64(len(residuals)))
}

// Quantum is the period with the highest [Quantogram], and what speaks for it.
type Quantum struct {
	Period float64
	R      float64
	Null   float64 // the R that 5 % of samples without a lattice exceed in the same search
	Spread float64 // periods from the 5 % to the 95 % quantile of the residuals
	Apart  float64 // how far the best period of either half is off, as a share of Period
}

// What a quantum must have to be called one. Half of 18 points is about the
// least whose R can exceed its own null level. Over 4 periods the outline of the
// residuals has no high R of its own: 0.12 if it is exponential, up to 0.07 if
// uniform, none if normal. Halves that agree on no period have found chance.
const (
	minQuantum = 18
	minPeriods = 4
	maxApart   = 0.03
	nullLevel  = 0.05
)

// BestQuantum searches the periods from lo to hi, 0 < lo ≤ hi, for the one with
// the highest R, the longest of equals. It is ok if there are 18 residuals or
// more, spread over 4 periods or more, R exceeds the null level, and the first
// and the last half of the residuals have the same best period to within 3 %.
// The order matters for that, so give them in order of time. A Quantum that is
// not ok is still the best there is; it is zero for none, and for residuals that
// are the same from the 5 % to the 95 % quantile.
//
// Residuals that are whole numbers have the periods 1, 1/2, 1/3 …, and
// what is seen at P near 1 is what is at P/(P−1) too: take lo above 2.
// Of a spread above 8,192 lo, as between these quantiles, only periods above
// spread/8,192 are searched.
func BestQuantum(residuals []float64, lo, hi float64) (q Quantum, ok bool) {
	if !(0 < lo && lo <= hi) {
		panic("shape: no periods to search")
	}
	span := bulk(residuals)
	if span == 0 {
		return Quantum{}, false
	}
	q.Period, q.R = highest(residuals, span, lo, hi)
	q.Null = quantogramNull(residuals, lo, hi)
	q.Spread = span / q.Period
	for _, half := range [][]float64{residuals[:len(residuals)/2], residuals[len(residuals)/2:]} {
		period, _ := highest(half, span, lo, hi)
		q.Apart = max(q.Apart, math.Abs(period/q.Period-1))
	}
	wide := q.Spread >= minPeriods*(1-1e-6) // 4 steps are enough, whatever Period's last digit
	return q, len(residuals) >= minQuantum && wide && q.Apart <= maxApart && q.R > q.Null
}

// quantogramNull returns the R that the highest of a search exceeds with a
// probability of about 5 % at most if there is no lattice.
//
// Without one, √n R(P) is the modulus of a complex normal process over the
// frequency f = 1/P whose spectrum is the distribution of the residuals, of
// standard deviation s (Kendall 1974). The chance that its highest value over a
// stretch F of frequencies exceeds u is at most that of beginning above, plus the
// number of crossings to expect, by Rice's formula
//
//	e^(−u²) (1 + 2√π s F u)
//
// (Davies, Biometrika 74, 1987). Permutation is no choice, for R is the same in
// every order; redrawing from a smoothed sample would repeat the whole search
// hundreds of times and hang on the smoothing. For small n the bound is safe:
// R cannot exceed 1, so its tail is thinner than the normal one. Of normal
// samples 3 to 4 % exceed it at 4 periods and more, for n from 18 to 400.
//
// It leaves out that the outline of the residuals has an R of its own, which
// minPeriods keeps small but, for sharp ends and many residuals, not small
// enough: 2 % of uniform samples exceed it for n = 18, 6 % for 144, 10 % for 400.
// TestBestQuantumNull counts them, without the last.
func quantogramNull(residuals []float64, lo, hi float64) float64 {
	_, v := variance(residuals, 0)
	n, crossings := float64(len(residuals)), 2*math.Sqrt(math.Pi*v)*(1/lo-1/hi)
	return bisect(func(r float64) bool {
		u := math.Sqrt(n) * r
		return math.Exp(-u*u)*(1+crossings*u) > nullLevel
	})
}

const (
	// perSpan is the number of frequencies searched per 1/span of the bulk: at
	// the best of them, the bulk's R is at least cos(π/16), or 98 %, of the peak
	// beside it, also if all of it is at the two ends.
	perSpan        = 8
	maxFrequencies = 1 << 16 // 8,192 × perSpan
)

// bulk returns how far the residuals are spread, from the 5 % to the 95 %
// quantile: few outliers would make the search long, not better. 0 for none.
func bulk(residuals []float64) float64 {
	if len(residuals) == 0 {
		return 0
	}
	sorted := ascending(residuals)
	return quantileSorted(sorted, 0.95) - quantileSorted(sorted, 0.05)
}

// highest returns the period from lo to hi with the highest R, for residuals
// whose bulk has that span; 0 if there are none.
func highest(residuals []float64, span, lo, hi float64) (period, r float64) {
	if len(residuals) == 0 {
		return 0, 0
	}
	step := 1 / (perSpan * span)
	n := int(min(math.Ceil((1/lo-1/hi)/step), maxFrequencies)) + 1
	spectrum := quantogramSpectrum(residuals, 1/hi, step, n)
	enough := slices.Max(spectrum) * math.Cos(math.Pi/(2*perSpan))
	for i, here := range spectrum {
		if here < enough || i > 0 && spectrum[i-1] > here || i+1 < n && spectrum[i+1] > here {
			continue
		}
		f := 1/hi + float64(i)*step
		p, top := refine(residuals, max(f-step, 1/hi), min(f+step, 1/lo))
		if top > r+1e-9 { // less is rounding, and what refine leaves
			period, r = p, top
		}
	}
	return period, r
}

// quantogramSpectrum returns R at n frequencies from first in steps. Each
// residual is a hand of a clock that turns by its own angle at each step.
func quantogramSpectrum(residuals []float64, first, step float64, n int) []float64 {
	hands, turns := make([]complex128, len(residuals)), make([]complex128, len(residuals))
	for i, r := range residuals {
		hands[i], turns[i] = hand((r-residuals[0])*first), hand((r-residuals[0])*step)
	}
	spectrum := make([]float64, n)
	for k := range spectrum {
		var sum complex128
		for i, h := range hands {
			sum += h
			hands[i] = h * turns[i]
		}
		spectrum[k] = math.Hypot(real(sum), imag(sum)) / float64(len(residuals))
	}
	return spectrum
}

func hand(turns float64) complex128 {
	sin, cos := math.Sincos(2 * math.Pi * (turns - math.Floor(turns)))
	return complex(cos, sin)
}

// refine returns the highest R between two frequencies with one peak between
// them, by golden section: 30 steps leave a two-millionth of the stretch, and
// R is flat at its top.
func refine(residuals []float64, lo, hi float64) (period, r float64) {
	const golden = 1 / math.Phi
	a, b := hi-golden*(hi-lo), lo+golden*(hi-lo)
	ra, rb := Quantogram(residuals, 1/a), Quantogram(residuals, 1/b)
	for range 30 {
		if ra >= rb {
			hi, b, rb = b, a, ra
			a = hi - golden*(hi-lo)
			ra = Quantogram(residuals, 1/a)
		} else {
			lo, a, ra = a, b, rb
			b = lo + golden*(hi-lo)
			rb = Quantogram(residuals, 1/b)
		}
	}
	return 1 / a, ra
}
