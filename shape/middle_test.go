package shape

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The median by pivots, and that by a guess where it can tell, are the median by
// sorting; a guess leaves the values as they are.
func TestMiddle(t *testing.T) {
	told, trials := 0, 0
	for seed := range uint64(60) {
		for _, xs := range append(lists(many, seed), lists(3000, seed)...) {
			if len(xs) == 0 {
				continue
			}
			room, want := make([]float64, len(xs)), Median(xs)
			if got := medianAside(slices.Clone(xs), room); got != want {
				t.Fatalf("%d values by pivots: %v, want %v", len(xs), got, want)
			}
			if len(xs) <= many {
				continue
			}
			was := slices.Clone(xs)
			got, ok := guessMedian(xs, room)
			if ok && (got != want || got == 0) {
				t.Fatalf("%d values by a guess: %v, want %v", len(xs), got, want)
			}
			if !slices.Equal(xs, was) {
				t.Fatal("a guess reorders the values")
			}
			trials, told = trials+1, told+one(ok)
		}
	}
	t.Logf("%d of %d guesses can tell", told, trials)
}

// Of values in no order, one guess in 240 is wrong at most, but for chance.
func TestGuesses(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	const trials = 10_000
	wrong := 0
	for trial := range trials {
		xs := make([]float64, many+1+r.IntN(500))
		for i := range xs {
			xs[i] = math.Exp(float64(1+trial%3) * r.NormFloat64())
		}
		if _, ok := guessMedian(xs, make([]float64, len(xs))); !ok {
			wrong++
		}
	}
	if chance := BinomialTail(wrong, trials, 1./240); chance < 1e-6 {
		t.Errorf("%d of %d guesses cannot tell: a chance of %v", wrong, trials, chance)
	}
}

// A median of 0 has the sign it has without a guess.
func TestMedianOfZeros(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	var w Workspace
	for range 200 {
		xs := make([]float64, many+1+r.IntN(300))
		for i := range xs {
			xs[i] = math.Copysign(float64(r.IntN(10)/9), r.Float64()-0.5)
		}
		want := medianOf(slices.Clone(xs))
		if got := w.medianOf(slices.Clone(xs)); math.Float64bits(got) != math.Float64bits(want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

// What is no number, or too far apart, is not guessed at, and does no harm.
func TestMiddleOfOdd(t *testing.T) {
	for _, odd := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64} {
		for _, every := range []int{1, 2, 3, 50} {
			xs := make([]float64, 300)
			for i := range xs {
				if xs[i] = float64(i%7) - 3.5; i%every == 0 {
					xs[i] = odd
				}
			}
			room := make([]float64, len(xs))
			got, ok := guessMedian(xs, room)
			if want := Median(xs); ok && odd == odd && got != want {
				t.Errorf("every %d is %v: %v, want %v", every, odd, got, want)
			}
			medianAside(xs[:many], room)
		}
	}
}

// Four dimensions at a time have the sums of one after another, to the bit.
func TestProducts4(t *testing.T) {
	for _, points := range clouds(9) {
		var got, want [16]float64
		centre := []float64{0.1, -3, 1e6, 0}
		products4(got[:], points, centre)
		products(want[:], points, centre)
		if got != want {
			t.Errorf("%d points: %v, want %v", len(points)/4, got, want)
		}
	}
}

func TestExtent(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	for range 1000 {
		xs := make([]float64, 2*(1+r.IntN(40)))
		for i := range xs {
			xs[i] = math.Copysign(math.Exp(200*r.NormFloat64()), r.Float64()-0.5)
			if r.IntN(5) == 0 {
				xs[i] = []float64{0, math.Inf(1), math.Inf(-1), 1}[r.IntN(4)]
			}
		}
		least, most := math.Inf(1), math.Inf(-1)
		for i := 1; i < len(xs); i += 2 {
			least, most = min(least, xs[i]), max(most, xs[i])
		}
		if lo, hi := extent(xs, 2, 1); lo != least || hi != most {
			t.Fatalf("%v to %v, want %v to %v", lo, hi, least, most)
		}
	}
}

// Lists in turn: of one alone a processor soon knows each comparison by heart.
func BenchmarkMiddle(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 7))
	for _, n := range []int{32, 64, 378, 2016} {
		all := make([][]float64, 1<<18/n)
		for i := range all {
			all[i] = make([]float64, n)
			for j := range all[i] {
				all[i][j] = math.Exp(2 * r.NormFloat64())
			}
		}
		xs := make([]float64, n)
		var w Workspace
		for name, median := range map[string]func([]float64) float64{"find": medianOf, "workspace": w.medianOf} {
			b.Run(fmt.Sprintf("%s/n=%d", name, n), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					copy(xs, all[i%len(all)])
					median(xs)
				}
			})
		}
	}
}
