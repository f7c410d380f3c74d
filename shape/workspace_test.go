package shape

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The sweep finds the neighbours that comparing all points does, to the bit.
func TestSweep(t *testing.T) {
	var w Workspace
	r := rand.New(rand.NewPCG(15, 15))
	for trial := range 300 {
		dim, n := 1+trial%4, 2+r.IntN(300)
		points := make([]float64, dim*n)
		for i := range points {
			points[i] = []float64{r.NormFloat64(), float64(r.IntN(5)), 3}[trial/4%3] * float64(1+i%dim)
		}
		want := make([]float64, n)
		compareAll(want, points, dim)
		for i, got := range w.NearestDistances(points, dim) {
			if got != math.Sqrt(want[i]) {
				t.Fatalf("%d points of %d dimensions: %v, want %v", n, dim, got, math.Sqrt(want[i]))
			}
		}
	}
	if NearestDistances(make([]float64, 5), 5) != nil {
		t.Error("one point has a neighbour")
	}
	if got := NearestDistances([]float64{0, 0, 0, 0, 0, 0, 0, 0, 3, 4}, 5); !slices.Equal(got, []float64{5, 5}) {
		t.Errorf("two points in five dimensions: %v", got)
	}
}

// A workspace gives what the functions give, whatever it did before, and takes
// no more memory.
func TestWorkspace(t *testing.T) {
	var w Workspace
	xs, ys := pairsOfSeries()
	all := func() {
		for i := range xs {
			w.TheilSen(xs[i], ys[i])
			w.Median(xs[i])
		}
	}
	for i := range xs {
		got, ok := w.TheilSen(xs[i], ys[i])
		if want, known := TheilSen(xs[i], ys[i]); got != want || ok != known {
			t.Errorf("line %+v, want %+v", got, want)
		}
		if got, want := w.Median(xs[i]), Median(xs[i]); got != want {
			t.Errorf("median %v, want %v", got, want)
		}
	}
	if n := testing.AllocsPerRun(5, all); n != 0 {
		t.Errorf("%v allocations for lines", n)
	}
	for _, points := range clouds(9) {
		if got, want := w.LogDetCovariance(points, 4), LogDetCovariance(points, 4); got != want {
			t.Errorf("log determinant %v, want %v", got, want)
		}
		if got, want := w.AxisVariances(points, 4), PCA(points, 4, 4).Variances; !slices.Equal(got, want) {
			t.Errorf("variances %v, want %v", got, want)
		}
		if n := testing.AllocsPerRun(5, func() {
			w.LogDetCovariance(points, 4)
			w.AxisVariances(points, 4)
			w.NearestDistances(points, 4)
		}); n != 0 {
			t.Errorf("%v allocations for a cloud", n)
		}
	}
	if !math.IsNaN(w.Median(nil)) || w.NearestDistances(nil, 4) != nil {
		t.Error("nothing has a median, or neighbours")
	}
}

// The line by selection is that by sorting all slopes.
func TestTheilSenBySorting(t *testing.T) {
	xs, ys := pairsOfSeries()
	for k, x := range xs {
		y := ys[k]
		var slopes, rest []float64
		for i := range x {
			for j := range i {
				if x[i] != x[j] {
					slopes = append(slopes, (y[i]-y[j])/(x[i]-x[j]))
				}
			}
		}
		slope := Median(slopes)
		for i := range x {
			rest = append(rest, y[i]-slope*x[i])
		}
		if got, _ := TheilSen(x, y); got != (Line{slope, Median(rest)}) {
			t.Errorf("%d points: %+v, want slope %v and intercept %v", len(x), got, slope, Median(rest))
		}
	}
}
