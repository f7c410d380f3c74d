package shape

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// exactTail sums the binomial mass in rational arithmetic.
func exactTail(k, n int, p *big.Rat) float64 {
	sum, q := new(big.Rat), new(big.Rat).Sub(big.NewRat(1, 1), p)
	for i := max(k, 0); i <= n; i++ {
		term := new(big.Rat).SetInt(new(big.Int).Binomial(int64(n), int64(i)))
		for range i {
			term.Mul(term, p)
		}
		for range n - i {
			term.Mul(term, q)
		}
		sum.Add(sum, term)
	}
	f, _ := sum.Float64()
	return f
}

func TestBinomialAgainstRationals(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 20, 60} {
		for _, p := range []*big.Rat{big.NewRat(0, 1), big.NewRat(1, 40), big.NewRat(1, 2), big.NewRat(19, 20), big.NewRat(1, 1)} {
			pf, _ := p.Float64()
			for k := -1; k <= n+1; k++ {
				want := exactTail(k, n, p)
				if got := BinomialTail(k, n, pf); math.Abs(got-want) > 1e-12+1e-10*want {
					t.Errorf("P(K >= %d; %d, %v) = %g, want %g", k, n, pf, got, want)
				}
				if got := BinomialCDF(k-1, n, pf); math.Abs(got-(1-want)) > 1e-12 {
					t.Errorf("P(K <= %d; %d, %v) = %g, want %g", k-1, n, pf, got, 1-want)
				}
			}
		}
	}
}

// Far tails keep their relative precision: this is what a verdict hangs on.
func TestBinomialFarTail(t *testing.T) {
	want := exactTail(50, 60, big.NewRat(1, 40))
	if got := BinomialTail(50, 60, 0.025); math.Abs(got/want-1) > 1e-9 {
		t.Errorf("got %g, want %g", got, want)
	}
	if got := BinomialTail(3000, 3024, 0.05); got < 0 || got > 1e-300 || math.IsNaN(got) {
		t.Errorf("three weeks of windows: %g", got)
	}
}

func TestBinomialQuantile(t *testing.T) {
	for _, n := range []int{1, 3, 10, 144, 3024} {
		for _, p := range []float64{0.5, 0.9, 0.95, 0.99} {
			k := BinomialQuantile(0.01, n, p)
			if BinomialCDF(k, n, p) <= 0.01 {
				t.Errorf("n %d p %v: %d is too few", n, p, k)
			}
			if k > 0 && BinomialCDF(k-1, n, p) > 0.01 {
				t.Errorf("n %d p %v: %d would do", n, p, k-1)
			}
		}
	}
}

func TestClopperPearson(t *testing.T) {
	// None seen of n: the bound solves (1-p)^n = 0.05 in closed form.
	for _, n := range []int{1, 10, 692} {
		want := 1 - math.Pow(0.05, 1/float64(n))
		if got := ClopperPearsonUpper(0, n, 0.95); math.Abs(got-want) > 1e-12 {
			t.Errorf("0 of %d: %g, want %g", n, got, want)
		}
		if got := ClopperPearsonLower(n, n, 0.95); math.Abs(got-(1-want)) > 1e-12 {
			t.Errorf("%d of %d: %g, want %g", n, n, got, 1-want)
		}
	}
	if got := ClopperPearsonUpper(0, 0, 0.95); got != 1 {
		t.Errorf("nothing seen: %g, want 1", got)
	}
	// Published: 10 of 100, two-sided 95 % interval 0.0490 to 0.1762.
	if lo, hi := ClopperPearsonLower(10, 100, 0.975), ClopperPearsonUpper(10, 100, 0.975); math.Abs(lo-0.0490047) > 1e-6 || math.Abs(hi-0.1762226) > 1e-6 {
		t.Errorf("10 of 100: %.7f to %.7f", lo, hi)
	}
}

func TestWilson(t *testing.T) {
	lo, hi := Wilson(81, 263, 1.959964) // Newcombe, Statistics in Medicine 17 (1998), table I
	if math.Abs(lo-0.2553) > 5e-5 || math.Abs(hi-0.3662) > 5e-5 {
		t.Errorf("81 of 263: %.4f to %.4f, want 0.2553 to 0.3662", lo, hi)
	}
	for n := 1; n < 50; n++ {
		if lo, hi := Wilson(0, n, 1.96); lo != 0 || hi <= 0 || hi >= 1 {
			t.Errorf("0 of %d: %v to %v", n, lo, hi)
		}
		if lo, hi := Wilson(n, n, 1.96); hi != 1 || lo <= 0 || lo >= 1 {
			t.Errorf("%d of %d: %v to %v", n, n, lo, hi)
		}
	}
	if lo, hi := Wilson(0, 0, 1.96); lo != 0 || hi != 1 {
		t.Errorf("nothing seen: %v to %v", lo, hi)
	}
}

func TestMAD(t *testing.T) {
	if m, d := MAD([]float64{1, 1, 2, 2, 4, 6, 9}); m != 2 || d != 1.4826 {
		t.Errorf("median %v, deviation %v", m, d)
	}
	r := rand.New(rand.NewPCG(1, 2))
	xs := make([]float64, 20000)
	for i := range xs {
		xs[i] = 3 + 2*r.NormFloat64()
	}
	if m, d := MAD(xs); math.Abs(m-3) > 0.06 || math.Abs(d-2) > 0.06 {
		t.Errorf("normal sample: median %v, deviation %v", m, d)
	}
	if !math.IsNaN(Median(nil)) {
		t.Error("the median of nothing is a number")
	}
}

func TestChauvenet(t *testing.T) {
	if z := Chauvenet(10); math.Abs(z-1.9600) > 1e-4 { // 1/(2n) in two tails
		t.Errorf("n = 10: %v", z)
	}
	if z := Chauvenet(500); math.Abs(z-3.2905) > 1e-4 {
		t.Errorf("n = 500: %v", z)
	}
}

func BenchmarkBinomialTail(b *testing.B) {
	for b.Loop() {
		BinomialTail(120, 144, 0.05)
	}
}
