package shape

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Pairs of series with ties, outliers and few values.
func pairsOfSeries() (xs, ys [][]float64) {
	r := rand.New(rand.NewPCG(8, 8))
	for _, n := range []int{2, 3, 4, 7, 18, 50, 144} {
		for kind := range 4 {
			x, y := make([]float64, n), make([]float64, n)
			for i := range n {
				switch kind {
				case 0: // far from 0, as counts in the millions
					x[i] = 1e6 + 100*r.NormFloat64()
					y[i] = 2*x[i] + 50*r.NormFloat64()
				case 1: // whole numbers, many ties
					x[i], y[i] = float64(r.IntN(5)), float64(r.IntN(4))
				case 2: // heavy tails
					x[i], y[i] = math.Exp(3*r.NormFloat64()), math.Exp(3*r.NormFloat64())
				case 3: // a third are outliers
					x[i] = float64(i)
					y[i] = -x[i] + float64(r.IntN(3)/2)*1e4
				}
			}
			x[0], y[0] = x[1]+1, y[1]+2 // neither is constant
			xs, ys = append(xs, x), append(ys, y)
		}
	}
	return xs, ys
}

func TestSeriesAgainstSciPy(t *testing.T) {
	xs, ys := pairsOfSeries()
	var want []struct {
		Pearson, Spearman, Kendall, Cramer, Slope, Intercept, Energy float64
		Quantiles, Ranks                                             []float64
		Variation, Fano, Entropy, Lag                                float64
	}
	scipy(t, `
import json, sys
import numpy as np
from scipy import stats
out = []
q = json.load(sys.stdin)
for x, y in zip(q["X"], q["Y"]):
    x, y = np.array(x), np.array(y)
    line = stats.theilslopes(y, x, method="joint")
    c = x - x.mean()
    out.append({"Pearson": stats.pearsonr(x, y)[0], "Spearman": stats.spearmanr(x, y)[0],
        "Kendall": stats.kendalltau(x, y)[0], "Cramer": stats.cramervonmises_2samp(x, y[1:] if len(y) > 2 else y).statistic,
        "Energy": stats.energy_distance(x, y) ** 2, "Slope": line[0], "Intercept": line[1], "Ranks": stats.rankdata(x).tolist(),
        "Quantiles": np.quantile(x, [0, 0.05, 0.25, 0.5, 0.77, 1]).tolist(),
        "Variation": stats.variation(x, ddof=1), "Fano": np.var(x, ddof=1) / np.mean(x),
        "Entropy": stats.entropy(np.unique(x, return_counts=True)[1]), "Lag": (c[1:] * c[:-1]).sum() / (c * c).sum()})
json.dump(out, sys.stdout)
`, map[string][][]float64{"X": xs, "Y": ys}, &want)
	for i, x := range xs {
		y, w := ys[i], want[i]
		check := func(name string, got float64, ok bool, want, tolerance float64) {
			t.Helper()
			if !ok || !near(got, want, tolerance) {
				t.Errorf("series %d: %s %v (%v), SciPy %v", i, name, got, ok, want)
			}
		}
		got, ok := Pearson(x, y)
		check("Pearson", got, ok, w.Pearson, 1e-10)
		got, ok = Spearman(x, y)
		check("Spearman", got, ok, w.Spearman, 1e-12)
		got, ok = KendallTau(x, y)
		check("Kendall", got, ok, w.Kendall, 1e-12)
		y1 := y
		if len(y) > 2 {
			y1 = y[1:]
		}
		got, ok = CramerVonMises(x, y1)
		check("Cramér–von Mises", got, ok, w.Cramer, 1e-10)
		got, ok = EnergyDistance(x, y, 1)
		check("energy distance", got, ok, w.Energy, 1e-9)
		line, ok := TheilSen(x, y)
		check("slope", line.Slope, ok, w.Slope, 1e-9)
		check("intercept", line.Intercept, ok, w.Intercept, 1e-9)
		for j, p := range []float64{0, 0.05, 0.25, 0.5, 0.77, 1} {
			check("quantile", Quantile(x, p), true, w.Quantiles[j], 1e-12)
		}
		got, ok = CoefficientOfVariation(x)
		check("variation", got, ok, w.Variation, 1e-10)
		got, ok = Fano(x)
		check("Fano", got, ok, w.Fano, 1e-9)
		got, ok = Autocorrelation(x, 1)
		check("autocorrelation", got, ok, w.Lag, 1e-9)
		check("entropy", Entropy(x), true, w.Entropy, 1e-12)
		if ranks := Ranks(x); !slices.Equal(ranks, w.Ranks) {
			t.Errorf("ranks %v, SciPy %v", ranks, w.Ranks)
		}
	}
}

// Nothing, one value and constants: not ok, and 0, except where the comment
// says otherwise. Never NaN.
func TestSeriesWithoutSpread(t *testing.T) {
	for _, xs := range [][]float64{nil, {0.1}, slices.Repeat([]float64{0.1}, 30), slices.Repeat([]float64{0}, 30)} {
		two := len(xs) >= 2 && xs[0] > 0
		for _, c := range []struct {
			name string
			f    func([]float64) (float64, bool)
			want float64
			ok   bool
		}{
			{"Fano", Fano, 0, two},
			{"variation", CoefficientOfVariation, 0, two},
			{"spread", QuantileSpread, 0, len(xs) > 0 && xs[0] > 0},
			{"burstiness", Burstiness, -1, len(xs) > 0 && xs[0] > 0},
			{"finite burstiness", BurstinessFinite, -1, two},
			{"autocorrelation", func(xs []float64) (float64, bool) { return Autocorrelation(xs, 1) }, 0, false},
			{"Pearson", func(xs []float64) (float64, bool) { return Pearson(xs, xs) }, 0, false},
			{"Spearman", func(xs []float64) (float64, bool) { return Spearman(xs, xs) }, 0, false},
			{"Kendall", func(xs []float64) (float64, bool) { return KendallTau(xs, xs) }, 0, false},
			{"slope", func(xs []float64) (float64, bool) { l, ok := TheilSen(xs, xs); return l.Slope, ok }, 0, false},
			{"runs", func(xs []float64) (float64, bool) { r, ok := MedianRuns(xs); return r.Z, ok }, 0, false},
			{"quantum", func(xs []float64) (float64, bool) { q, ok := BestQuantum(xs, 3, 9); return q.R, ok }, 0, false},
		} {
			got, ok := c.f(xs)
			if !c.ok {
				c.want = 0
			}
			if got != c.want || ok != c.ok {
				t.Errorf("%s of %d values: %v, %v, want %v, %v", c.name, len(xs), got, ok, c.want, c.ok)
			}
		}
		if h := Entropy(xs) + EntropyMillerMadow(xs); h != 0 || math.Signbit(h) {
			t.Errorf("entropy of %v: %v", xs, h)
		}
	}
	if !math.IsNaN(Quantile(nil, 0.5)) || Occupancy(nil) != 0 || MedianDistance(nil, nil, Line{}) != 0 {
		t.Error("nothing has a quantile, an occupancy or a distance")
	}
	if _, ok := CramerVonMises(nil, []float64{1}); ok {
		t.Error("Cramér–von Mises of nothing")
	}
	if _, ok := Autocorrelation([]float64{1, 2}, -1); ok {
		t.Error("a lag below 0")
	}
}

// Short series of few values meet every tie and every zero: whatever they are,
// a statistic is finite and within its range, and 0 where it is not ok.
func TestSeriesWithinRange(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 22))
	for range 5000 {
		n, kinds := r.IntN(7), 1+r.IntN(4)
		x, y := make([]float64, n), make([]float64, n)
		for i := range n {
			x[i], y[i] = 0.1*float64(r.IntN(kinds)), 1e6+0.1*float64(r.IntN(kinds))
		}
		check := func(name string, got float64, ok bool, lo, hi float64) {
			t.Helper()
			if !(got >= lo && got <= hi) || math.IsInf(got, 0) || !ok && got != 0 {
				t.Fatalf("%s of %v and %v: %v, %v", name, x, y, got, ok)
			}
		}
		inf, slack := math.Inf(1), 1e-9
		got, ok := Pearson(x, y)
		check("Pearson", got, ok, -1, 1)
		got, ok = Spearman(x, y)
		check("Spearman", got, ok, -1, 1)
		got, ok = KendallTau(x, y)
		check("Kendall", got, ok, -1-slack, 1+slack)
		got, ok = Autocorrelation(x, 1)
		check("autocorrelation", got, ok, -1, 1)
		got, ok = Burstiness(x)
		check("burstiness", got, ok, -1, 1)
		got, ok = BurstinessFinite(x)
		check("finite burstiness", got, ok, -1-slack, 1+slack)
		got, ok = Fano(x)
		check("Fano", got, ok, 0, inf)
		got, ok = CoefficientOfVariation(y)
		check("variation", got, ok, 0, inf)
		got, ok = QuantileSpread(x)
		check("quantile spread", got, ok, 0, 1)
		got, ok = CramerVonMises(x, y)
		check("Cramér–von Mises", got, ok, -1, inf)
		got, ok = EnergyCoefficient(x, y, 1)
		check("energy coefficient", got, ok, 0, 1)
		line, ok := TheilSen(x, y)
		check("slope", line.Slope, ok, -inf, inf)
		runs, ok := MedianRuns(x)
		check("runs", runs.Z, ok, -inf, inf)
		q, _ := BestQuantum(x, 0.03, 0.3)
		check("quantum", q.R, true, 0, 1)
		check("null level", q.Null, true, 0, 1)
		check("entropy", Entropy(x), true, 0, math.Log(float64(kinds))+slack)
	}
}

func TestSeriesClosedForms(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"occupancy", Occupancy([]float64{0, 3, 1, 0}), 0.5},
		{"quartiles 2 and 4", first(QuantileSpread([]float64{1, 2, 3, 4, 5})), 1.0 / 3},
		{"see-saw at lag 1", first(Autocorrelation([]float64{1, -1, 1, -1}, 1)), -0.75},
		{"see-saw at lag 2", first(Autocorrelation([]float64{1, -1, 1, -1}, 2)), 0.5},
		{"see-saw at lag 0", first(Autocorrelation([]float64{1, -1, 1, -1}, 0)), 1},
		// σ/μ of one interval among n: √(n−1) = 3.
		{"one burst in ten", first(Burstiness([]float64{0, 0, 0, 0, 0, 9, 0, 0, 0, 0})), 0.5},
		{"one burst in ten, finite", first(BurstinessFinite([]float64{0, 0, 0, 0, 0, 9, 0, 0, 0, 0})), 1},
		{"a clock, finite", first(BurstinessFinite([]float64{5, 5, 5})), -1},
		{"entropy of a fair coin", Entropy([]string{"a", "b", "b", "a"}), math.Ln2},
		{"the same, corrected", EntropyMillerMadow([]int{1, 2, 2, 1}), math.Ln2 + 1.0/8},
		{"distance from y = x", MedianDistance([]float64{0, 1, 2}, []float64{1, 2, 3}, Line{Slope: 1}), math.Sqrt2 / 2},
		{"line at 3", Line{Slope: 2, Intercept: 1}.At(3), 7},
		// {1, 3} and {2, 4}, by hand: U = 2(0+1) + 2(1+4) = 12, T = 12/16 − 15/24.
		{"Cramér–von Mises", first(CramerVonMises([]float64{3, 1}, []float64{2, 4})), 0.125},
	} {
		if !near(c.got, c.want, 1e-12) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

func first(value float64, _ bool) float64 { return value }

// Intervals between events at random have burstiness 0; the finite form is
// nearer to it on average, however few there are.
func TestBurstinessOfRandomEvents(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for _, n := range []int{5, 20, 144} {
		var plain, finite float64
		const repeats = 4000
		for range repeats {
			intervals := make([]float64, n)
			for i := range intervals {
				intervals[i] = r.ExpFloat64()
			}
			plain += first(Burstiness(intervals)) / repeats
			finite += first(BurstinessFinite(intervals)) / repeats
		}
		if math.Abs(finite) > math.Abs(plain)/2 {
			t.Errorf("%d intervals: %.3f, plain %.3f", n, finite, plain)
		}
	}
}

// Mean and variance of the number of runs, over all orders of a small series.
func TestMedianRuns(t *testing.T) {
	xs := []float64{1, 2, 3, 4, 5, 6, 7} // 3 above, 3 below, the median itself left out
	var z, z2, orders float64
	permute(xs, 0, func() {
		r, ok := MedianRuns(xs)
		if !ok || r.Above != 3 || r.Below != 3 || r.Longest > 3 || r.Runs < 2 {
			t.Fatalf("%v: %+v", xs, r)
		}
		z, z2, orders = z+r.Z, z2+r.Z*r.Z, orders+1
	})
	if !near(z/orders, 0, 1e-9) || !near(z2/orders, 1, 1e-9) {
		t.Errorf("z has mean %v and variance %v over all orders", z/orders, z2/orders)
	}
	r, ok := MedianRuns([]float64{9, 8, 7, 1, 1, 2, 1, 9, 8})
	z, r.Z = r.Z, 0
	// 5 are expected, with a variance of 32·24 / (64·7).
	if !ok || r != (Runs{Above: 4, Below: 4, Runs: 3, Longest: 4}) || !near(z, -2/math.Sqrt(12.0/7), 1e-12) {
		t.Errorf("%+v, z %v", r, z)
	}
}

func permute(xs []float64, from int, visit func()) {
	if from == len(xs) {
		visit()
		return
	}
	for i := from; i < len(xs); i++ {
		xs[from], xs[i] = xs[i], xs[from]
		permute(xs, from+1, visit)
		xs[from], xs[i] = xs[i], xs[from]
	}
}

// Robust, invariant, and the same in every order, also when points are left out.
func TestTheilSen(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 10))
	for _, n := range []int{20, 144, 3024} {
		x, y := make([]float64, n), make([]float64, n)
		for i := range x {
			x[i] = math.Floor(1000 * r.Float64())
			y[i] = 66*x[i] + 40
			if i%4 == 0 { // a quarter are anywhere above
				y[i] += 1e9 * r.Float64()
			}
		}
		want, ok := TheilSen(x, y)
		if !ok || math.Abs(want.Slope-66) > 1e-9 || math.Abs(want.Intercept-40) > 1e-6 {
			t.Errorf("n = %d: %+v", n, want)
		}
		r.Shuffle(n, func(i, j int) { x[i], x[j], y[i], y[j] = x[j], x[i], y[j], y[i] })
		if got, _ := TheilSen(x, y); got != want {
			t.Errorf("n = %d: %+v in another order, not %+v", n, got, want)
		}
	}
}

// Where points are left out, they are so evenly: y = x² has the slopes xᵢ + xⱼ,
// with a median of 1 over 0 to 1.
func TestTheilSenOfMany(t *testing.T) {
	x, y := make([]float64, 4000), make([]float64, 4000)
	for i := range x {
		x[i] = float64(i) / 3999
		y[i] = x[i] * x[i]
	}
	if line, ok := TheilSen(x, y); !ok || math.Abs(line.Slope-1) > 1e-3 {
		t.Errorf("slope %v, want 1", line.Slope)
	}
}

func BenchmarkSeries(b *testing.B) {
	xs, ys := pairsOfSeries()
	x, y := xs[len(xs)-4], ys[len(ys)-4] // 144
	for _, c := range []struct {
		name string
		run  func()
	}{
		{"TheilSen", func() { TheilSen(x, y) }},
		{"MedianDistance", func() { MedianDistance(x, y, Line{Slope: 2}) }},
		{"Pearson", func() { Pearson(x, y) }},
		{"Spearman", func() { Spearman(x, y) }},
		{"KendallTau", func() { KendallTau(x, y) }},
		{"CramerVonMises", func() { CramerVonMises(x, y) }},
		{"QuantileSpread", func() { QuantileSpread(x) }},
		{"BurstinessFinite", func() { BurstinessFinite(x) }},
		{"MedianRuns", func() { MedianRuns(x) }},
		{"Entropy", func() { Entropy(x) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.run()
			}
		})
	}
}
