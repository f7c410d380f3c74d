package shape

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The fit is, at each point, the highest of the lowest weighted means of
// stretches that end and begin there: the min–max formula (Barlow 1972).
func TestIsotonicAgainstMinMax(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 17))
	for range 300 {
		n := 1 + r.IntN(12)
		x, y, w := make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range n {
			x[i], y[i], w[i] = float64(i), float64(r.IntN(6)), float64(1+r.IntN(4))
		}
		want := make([]float64, n)
		for i := range n {
			want[i] = math.Inf(-1)
			for a := range i + 1 {
				lowest, sum, weight := math.Inf(1), 0.0, 0.0
				for b := a; b < n; b++ {
					sum, weight = sum+w[b]*y[b], weight+w[b]
					if b >= i {
						lowest = min(lowest, sum/weight)
					}
				}
				want[i] = max(want[i], lowest)
			}
		}
		fit := Isotonic(x, y, w)
		for i := range n {
			if !near(fit.At(x[i]), want[i], 1e-12) {
				t.Fatalf("%v with weights %v: %v at %d, want %v", y, w, fit.At(x[i]), i, want)
			}
		}
	}
}

func TestIsotonic(t *testing.T) {
	// Ties are one point, weight 2 is two points, the order is of no matter.
	a := Isotonic([]float64{3, 1, 2, 2, 2}, []float64{5, 1, 0, 3, 3}, nil)
	b := Isotonic([]float64{2, 2, 1, 9, 3}, []float64{3, 0, 1, 7, 5}, []float64{2, 1, 1, 0, 1})
	if !slices.Equal(a.X, []float64{1, 2, 3}) || !slices.Equal(a.Y, []float64{1, 2, 5}) || !slices.Equal(a.Y, b.Y) {
		t.Errorf("%v, weighted %v", a, b)
	}
	for x, want := range map[float64]float64{0: 1, 1.5: 1.5, 2: 2, 2.5: 3.5, 3: 5, 100: 5} {
		if got := a.At(x); got != want {
			t.Errorf("at %v: %v, want %v", x, got, want)
		}
	}
	if got := Isotonic(nil, nil, nil); got.At(3) != 0 || got.X != nil {
		t.Errorf("nothing: %v", got)
	}
	if got := Isotonic([]float64{1, 2, 3, 4}, []float64{4, 3, 2, 1}, nil); !slices.Equal(got.Y, []float64{2.5, 2.5}) {
		t.Errorf("falling: %v", got)
	}
}

// The same bits in every order, with ties whose sums round.
func TestIsotonicOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 23))
	x, y := make([]float64, 200), make([]float64, 200)
	for i := range x {
		x[i], y[i] = float64(r.IntN(20)), r.NormFloat64()
	}
	want := Isotonic(x, y, nil)
	for range 20 {
		r.Shuffle(len(x), func(i, j int) { x[i], x[j], y[i], y[j] = x[j], x[i], y[j], y[i] })
		if got := Isotonic(x, y, nil); !slices.Equal(got.X, want.X) || !slices.Equal(got.Y, want.Y) {
			t.Fatalf("%v, in another order %v", want, got)
		}
	}
}

func TestBrierAndReliability(t *testing.T) {
	p := []float64{0, 0.1, 0.25, 0.9, 1, 1}
	came := []bool{false, false, true, true, true, false}
	if got, ok := Brier(p, came); !ok || !near(got, (0.01+0.5625+0.01+1)/6, 1e-12) {
		t.Errorf("Brier score %v", got)
	}
	if _, ok := Brier(nil, nil); ok {
		t.Error("a Brier score of nothing")
	}
	bins := Reliability(p, came, 4, 0.95)
	var got string
	for _, b := range bins {
		got += fmt.Sprintf("%v-%v %d/%d said %.3f share %.2f; ", b.Lo, b.Hi, b.Came, b.N, b.Said, b.Share())
		if lo, hi := Wilson(b.Came, b.N, 1.959963984540054); !near(b.ShareLo, lo, 1e-12) || !near(b.ShareHi, hi, 1e-12) {
			t.Errorf("interval %v to %v, want %v to %v", b.ShareLo, b.ShareHi, lo, hi)
		}
	}
	want := "0-0.25 0/2 said 0.050 share 0.00; 0.25-0.5 1/1 said 0.250 share 1.00; 0.5-0.75 0/0 said 0.625 share 0.00; 0.75-1 2/3 said 0.967 share 0.67; "
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// Forecasts that are right by construction lie in their intervals about as often as stated.
	r := rand.New(rand.NewPCG(18, 18))
	inside := 0
	for range 100 {
		p, came := make([]float64, 500), make([]bool, 500)
		for i := range p {
			p[i] = r.Float64()
			came[i] = r.Float64() < p[i]
		}
		for _, b := range Reliability(p, came, 10, 0.95) {
			if b.ShareLo <= b.Said && b.Said <= b.ShareHi {
				inside++
			}
		}
	}
	if inside < 930 || inside > 985 { // of 1,000
		t.Errorf("%d of 1000 intervals hold what was said", inside)
	}
}

func TestPoissonAgainstSciPy(t *testing.T) {
	var in [][2]float64
	for _, k := range []float64{0, 1, 2, 3, 4, 9, 30, 144, 1000, 100000} {
		for _, confidence := range []float64{0.05, 0.5, 0.9, 0.95, 0.975, 0.999} {
			in = append(in, [2]float64{k, confidence})
		}
	}
	var want [][3]float64
	scipy(t, `
import json, sys
from scipy.stats import chi2, poisson
json.dump([[chi2.ppf(c, 2 * k + 2) / 2, chi2.ppf(1 - c, 2 * k) / 2 if k else 0, poisson.cdf(k, k * 0.8 + c)]
    for k, c in json.load(sys.stdin)], sys.stdout)
`, in, &want)
	for i, q := range in {
		k, confidence := int(q[0]), q[1]
		for j, got := range []float64{PoissonUpper(k, confidence), PoissonLower(k, confidence), PoissonCDF(k, 0.8*q[0]+confidence)} {
			if !near(got, want[i][j], 1e-9) {
				t.Errorf("%d at %v: %v, SciPy %v", k, confidence, got, want[i][j])
			}
		}
	}
}

func TestPoissonEnds(t *testing.T) {
	for _, c := range []struct{ got, want float64 }{
		{PoissonUpper(0, 0.95), -math.Log(0.05)}, // the rule of three
		{PoissonUpper(0, 0), 0},
		{PoissonUpper(3, 1), math.Inf(1)},
		{PoissonLower(0, 0.95), 0},
		{PoissonCDF(-1, 3), 0},
		{PoissonCDF(0, 0), 1},
		{PoissonCDF(5, 1e9), 0},
	} {
		if c.got != c.want && !near(c.got, c.want, 1e-12) {
			t.Errorf("%v, want %v", c.got, c.want)
		}
	}
}

// To state a rate with its bound: 4 events in 3 weeks of 1,000 units.
func ExamplePoissonUpper() {
	const weeks, thousands = 3, 1.0
	fmt.Printf("%.2f per 1,000 a week, at most %.2f with 95 %% confidence\n",
		4/(weeks*thousands), PoissonUpper(4, 0.95)/(weeks*thousands))
	// Output: 1.33 per 1,000 a week, at most 3.05 with 95 % confidence
}

func BenchmarkForecast(b *testing.B) {
	r := rand.New(rand.NewPCG(19, 19))
	x, y := make([]float64, 144), make([]float64, 144)
	for i := range x {
		x[i], y[i] = r.NormFloat64(), float64(r.IntN(2))
	}
	b.Run("Isotonic", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Isotonic(x, y, nil)
		}
	})
	b.Run("PoissonUpper", func(b *testing.B) {
		for b.Loop() {
			PoissonUpper(4, 0.95)
		}
	})
}
