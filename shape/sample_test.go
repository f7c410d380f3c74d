package shape

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Lists of every kind that comes, of 0 to most numbers: whole, of few values,
// of heavy tails, half of them 0, all the same, of both signs.
func lists(most int, seed uint64) (all [][]float64) {
	r := rand.New(rand.NewPCG(seed, 12))
	kinds := []func() float64{
		func() float64 { return float64(r.IntN(1_000_000)) },
		func() float64 { return float64(r.IntN(4)) },
		func() float64 { return math.Exp(6 * r.NormFloat64()) },
		func() float64 { return float64(r.IntN(2)) * (1e9 + float64(r.IntN(2000))) },
		func() float64 { return 7 },
		func() float64 { return 1e3 * r.NormFloat64() },
	}
	for _, kind := range kinds {
		for _, n := range []int{0, 1, 2, 3, 1 + r.IntN(most), 1 + r.IntN(most), most} {
			xs := make([]float64, n)
			for i := range xs {
				xs[i] = kind()
			}
			all = append(all, xs)
		}
	}
	return all
}

// What a sample says is what comes of sorting and counting, whatever it was a
// sample of before.
func TestSample(t *testing.T) {
	var s, other Sample
	for seed := range uint64(20) {
		for _, xs := range slices.Concat(lists(fewer, seed), lists(few, seed), lists(3*few, seed)) {
			sorted := slices.Sorted(slices.Values(xs))
			s.Set(xs)
			if !slices.Equal(s.sorted, sorted) {
				t.Fatalf("%v is sorted as %v", xs, s.sorted)
			}
			for i, number := range s.order {
				if xs[number] != sorted[i] {
					t.Fatalf("place %d has number %d, %v", i, number, xs[number])
				}
			}
			for i, rank := range s.Ranks() {
				less, same := 0, 0
				for _, x := range xs {
					less, same = less+one(x < xs[i]), same+one(x == xs[i])
				}
				if rank != float64(less)+float64(same+1)/2 {
					t.Fatalf("rank of %v is %v, with %d less and %d the same", xs[i], rank, less, same)
				}
			}
			if len(xs) == 0 {
				continue
			}
			backwards := slices.Clone(xs)
			slices.Reverse(backwards)
			other.Set(backwards)
			rho, ok := s.Spearman(&other)
			if want, known := Pearson(s.Ranks(), other.Ranks()); rho != want || ok != known {
				t.Fatalf("rank correlation %v, Pearson's of the ranks %v", rho, want)
			}
			ln := make([]float64, len(xs))
			for i, x := range xs {
				ln[i] = math.Log(max(x, 0.5))
			}
			positive := make([]float64, len(xs))
			for i, x := range xs {
				positive[i] = max(x, 0.5)
			}
			other.Set(positive)
			for _, p := range []float64{0, 0.05, 0.25, 0.5, 0.77, 1} {
				if got, want := other.LnQuantile(p), Quantile(ln, p); !near(got, want, 1e-15) {
					t.Fatalf("quantile %v of the logarithms: %v, want %v", p, got, want)
				}
			}
		}
	}
	if s.Set(nil); !math.IsNaN(s.Median()) || !math.IsNaN(s.Quantile(0.5)) || !math.IsNaN(s.LnQuantile(0.5)) || s.Entropy() != 0 {
		t.Error("an empty sample has quantiles")
	}
}

// The median by selection is that by sorting, and the values are all still there.
func TestMedianOf(t *testing.T) {
	for seed := range uint64(40) {
		for _, xs := range append(lists(40, seed), lists(4000, seed)...) {
			if len(xs) == 0 {
				continue
			}
			want, sorted := Median(xs), ascending(xs)
			if got := medianOf(xs); got != want || !slices.Equal(ascending(xs), sorted) {
				t.Fatalf("%v, want %v of %v", got, want, sorted)
			}
		}
	}
}

// Narrowing leaves values in places that fit, and nine times in ten, as two
// guesses at two standard deviations should, few of them.
func TestNarrow(t *testing.T) {
	r, many := rand.New(rand.NewPCG(13, 13)), 0
	for range 500 {
		n := 1 + r.IntN(5000)
		xs := make([]float64, n)
		for i := range xs {
			xs[i] = r.NormFloat64()
		}
		k := r.IntN(n)
		lo, hi := narrow(xs, k)
		if hi-lo >= 4*drawn {
			many++
		}
		if k < lo || k > hi {
			t.Fatalf("%d of %d is sought from %d to %d", k, n, lo, hi)
		}
		if lo > 0 && greatest(xs[:lo]) > slices.Min(xs[lo:]) || hi+1 < n && greatest(xs[:hi+1]) > slices.Min(xs[hi+1:]) {
			t.Fatalf("%d to %d of %d are not apart from the others", lo, hi, n)
		}
	}
	if many > 50 {
		t.Errorf("many values are left %d times of 500", many)
	}
}

func BenchmarkSample(b *testing.B) {
	var all [64][]float64
	r := rand.New(rand.NewPCG(14, 14))
	for i := range all {
		for range 144 {
			all[i] = append(all[i], math.Floor(math.Exp(5+r.NormFloat64())))
		}
	}
	var s Sample
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Set(all[i%len(all)])
	}
}
