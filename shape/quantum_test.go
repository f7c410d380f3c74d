package shape

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// On a regular lattice of n points, R is the Dirichlet kernel.
func TestQuantogramClosedForm(t *testing.T) {
	const n, p = 12, 7.5
	xs := make([]float64, n)
	for i := range xs {
		xs[i] = 100 + p*float64(i)
	}
	for _, period := range []float64{p, p / 2, 5, 11, 2 * p, 3 * p, 1000} {
		angle := math.Pi * p / period
		want := 1.0
		if s := math.Sin(angle); math.Abs(s) > 1e-9 {
			want = math.Abs(math.Sin(n*angle) / (n * s))
		}
		if got := Quantogram(xs, period); !near(got, want, 1e-9) {
			t.Errorf("R(%v) = %v, want %v", period, got, want)
		}
	}
	for _, got := range []float64{Quantogram(nil, 3), Quantogram(xs, 0), Quantogram(xs, -1), Quantogram(xs, math.NaN())} {
		if got != 0 {
			t.Errorf("R of nothing: %v", got)
		}
	}
	if got := Quantogram(xs, math.Inf(1)); got != 1 {
		t.Errorf("R of an infinite period: %v", got)
	}
}

// sums draws whole combinations of two sizes, with noise.
func sums(r *rand.Rand, n int, sizes [2]float64, rate, noise float64) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		for _, size := range sizes {
			xs[i] += size * math.Floor(2*rate*r.Float64())
		}
		xs[i] += noise * r.NormFloat64()
	}
	return xs
}

// A lattice is found, its period is right, and its longest period is taken where
// fractions of it fit as well.
func TestBestQuantumFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 12))
	for _, n := range []int{18, 36, 144} {
		for _, noise := range []float64{0, 15} {
			found := 0
			for range 50 {
				q, ok := BestQuantum(sums(r, n, [2]float64{182, 364}, 3, noise), 20, 600)
				if ok && math.Abs(q.Period-182) < 3 {
					found++
				} else if ok && math.Abs(q.Period-364) > 6 {
					t.Errorf("n = %d, noise %v: %+v", n, noise, q)
				}
			}
			if found < 40 {
				t.Errorf("n = %d, noise %v: found in %d of 50", n, noise, found)
			}
		}
	}
}

// The null level holds: without a lattice, no more than 5 % of searches come
// out above it, and with the other guards hardly any. The outline of a uniform
// sample adds to its R, as the comment there says: 6 % of 3,000 at n = 144.
func TestBestQuantumNull(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 13))
	for _, c := range []struct {
		name string
		most int // of 300: 5 % is 15, and 27 or more are seen in less than 0.3 % of tests
		draw func() float64
	}{
		{"normal", 26, func() float64 { return 5000 + 300*r.NormFloat64() }},
		{"whole", 26, func() float64 { return math.Floor(5000 + 300*r.NormFloat64()) }},
		{"uniform", 30, func() float64 { return 2000 * r.Float64() }},
		{"exponential", 26, func() float64 { return 300 * r.ExpFloat64() }},
	} {
		for _, n := range []int{18, 144} {
			const repeats = 300
			above, found := 0, 0
			for range repeats {
				xs := make([]float64, n)
				for i := range xs {
					xs[i] = c.draw()
				}
				q, ok := BestQuantum(xs, 20, 600)
				if q.R > q.Null && q.Spread >= minPeriods {
					above++
				}
				if ok {
					found++
				}
			}
			t.Logf("%s, n = %d: %d of %d above the null level, %d called a quantum", c.name, n, above, repeats, found)
			if above > c.most || found > 6 {
				t.Errorf("%s, n = %d: %d of %d above the null level, %d called a quantum", c.name, n, above, repeats, found)
			}
		}
	}
}

// Each guard has a sample that fails on it alone.
func TestBestQuantumGuards(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 14))
	lattice := func(n, steps int, p float64) []float64 {
		xs := make([]float64, n)
		for i := range xs {
			xs[i] = p * float64((i*7)%(steps+1))
		}
		return xs
	}
	apart := append(lattice(72, 9, 100), lattice(72, 9, 137)...)
	for i := range apart {
		apart[i] += r.NormFloat64()
	}
	for _, c := range []struct {
		name string
		xs   []float64
		want bool
	}{
		{"a lattice", lattice(144, 12, 100), true},
		{"17 points", lattice(17, 12, 100), false},
		{"3 steps", lattice(144, 3, 100), false},
		{"two halves with different periods", apart, false},
	} {
		if q, ok := BestQuantum(c.xs, 20, 600); ok != c.want || q.R <= 0 || q.R > 1 {
			t.Errorf("%s: %+v, %v", c.name, q, ok)
		}
	}
}

// The unit does not matter, and a spread of any size ends.
func TestBestQuantumScale(t *testing.T) {
	xs := sums(rand.New(rand.NewPCG(15, 15)), 144, [2]float64{182, 364}, 3, 10)
	want, _ := BestQuantum(xs, 20, 600)
	far := make([]float64, len(xs))
	for i := range xs {
		far[i] = 1024*xs[i] + 1<<30
	}
	got, _ := BestQuantum(far, 20*1024, 600*1024)
	if !near(got.Period/1024, want.Period, 1e-6) || !near(got.R, want.R, 1e-9) || !near(got.Null, want.Null, 1e-9) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Outliers do not hide a lattice, nor make the search endless; a spread of
// any size ends.
func TestBestQuantumOutliers(t *testing.T) {
	r := rand.New(rand.NewPCG(24, 24))
	found := 0
	for range 20 {
		xs := sums(r, 144, [2]float64{182, 364}, 3, 10)
		for range 4 {
			xs[r.IntN(len(xs))] = 1e9 * r.Float64()
		}
		if q, ok := BestQuantum(xs, 20, 600); ok && math.Abs(q.Period-182) < 3 {
			found++
		}
	}
	if found < 19 {
		t.Errorf("found in %d of 20", found)
	}
	wide := make([]float64, 144)
	for i := range wide {
		wide[i] = 1e12 * r.Float64()
	}
	if q, ok := BestQuantum(wide, 3, 600); ok {
		t.Errorf("noise over 1e12: %+v", q)
	}
}

// Sums of a few 66s and 165s: what they have in common is 33.
func ExampleBestQuantum() {
	var sums []float64
	for i := range 48 {
		sums = append(sums, 40+66*float64(i*5%7)+165*float64(i*3%4))
	}
	q, ok := BestQuantum(sums, 10, 300)
	fmt.Printf("%v: period %.2f with R = %.2f, where chance reaches %.2f\n", ok, q.Period, q.R, q.Null)
	// Output: true: period 33.00 with R = 1.00, where chance reaches 0.42
}

func BenchmarkBestQuantum(b *testing.B) {
	xs := sums(rand.New(rand.NewPCG(16, 16)), 144, [2]float64{182, 364}, 3, 10)
	for b.Loop() {
		BestQuantum(xs, 20, 600)
	}
}
