package boost

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

// everything takes all points and features, and as many bins as there can be.
var everything = Options{Leaf: 1, Rows: 1, Columns: 1, Bins: MaxBins}

func near(got, want []float64, tolerance float64) bool {
	for i := range want {
		if !(math.Abs(got[i]-want[i]) <= tolerance) {
			return false
		}
	}
	return len(got) == len(want)
}

// One feature, two classes on either side of a gap: all figures by hand.
func TestOneCut(t *testing.T) {
	x := []float64{0, 0, 0, 1, 1, 1, 1, 1, 1}
	positive := []bool{false, false, false, true, true, true, true, true, true}
	opts := everything
	opts.Rounds, opts.Rate, opts.L2 = 1, 0.5, 2
	b := points{x: x, positive: positive, dim: 1}.train(t, nil, opts)
	if b.Dim() != 1 || b.Trees() != 1 || b.Nodes() != 3 {
		t.Fatalf("dim %d, %d trees, %d nodes", b.Dim(), b.Trees(), b.Nodes())
	}
	// p is 2/3. Left, G is 3*2/3 and H 3*2/9; right, G is -6/3 and H 6*2/9.
	left, right := -0.5*2/(2./3+2), 0.5*2/(4./3+2)
	for _, c := range []struct{ x, want float64 }{
		{0, left},
		{0.5, left},
		{math.Nextafter(0.5, 1), right},
		{-math.MaxFloat64, left},
		{math.Inf(-1), left},
		{1, right},
		{math.Inf(1), right},
		{math.NaN(), right},
	} {
		got := []float64{b.Margin([]float64{c.x})}
		base, parts := b.Explain([]float64{c.x})
		got = append(got, base, parts[0])
		if want := []float64{math.Ln2 + c.want, math.Ln2, c.want}; !near(got, want, 1e-7) {
			t.Errorf("at %v: margin, base and part %v, want %v", c.x, got, want)
		}
	}
	if got := b.Importance(); got[0] != 1 {
		t.Errorf("importance %v", got)
	}
}

// Without a cut to make, trees are single Newton steps, here of no length.
func TestNoCut(t *testing.T) {
	p := points{x: []float64{5, 5, 5, 5}, positive: []bool{true, false, true, true}, dim: 1}
	b := p.train(t, []float64{1, 2, 1, 1}, Options{Rounds: 9, Rows: 1})
	if got := b.Margin([]float64{7}); b.Nodes() != 9 || math.Abs(got-math.Log(1.5)) > 1e-7 {
		t.Errorf("%d nodes, margin %v", b.Nodes(), got)
	}
	if got := b.Importance(); got[0] != 0 {
		t.Errorf("importance %v", got)
	}
}

// naive grows the same trees without bins, siblings or integers: it tries every
// gap between values in turn, and sums anew each time.
type naive struct {
	points
	Options
	weight  []float64
	margins []float64
	parts   []float64 // what the tree adds
}

func (g *naive) train() {
	var odds [2]float64
	for i, yes := range g.positive {
		if yes {
			odds[1] += g.weight[i]
		} else {
			odds[0] += g.weight[i]
		}
	}
	all := make([]int, len(g.positive))
	g.margins, g.parts = make([]float64, len(all)), make([]float64, len(all))
	for i := range all {
		all[i], g.margins[i] = i, math.Log(odds[1]/odds[0])
	}
	for range g.Rounds {
		g.branch(all, 0)
		for i, v := range g.parts {
			g.margins[i] += v
		}
	}
}

func (g *naive) sums(rows []int) (first, second float64) {
	for _, i := range rows {
		p := 1 / (1 + math.Exp(-g.margins[i]))
		first += g.weight[i] * p
		second += g.weight[i] * p * (1 - p)
		if g.positive[i] {
			first -= g.weight[i]
		}
	}
	return first, second
}

func (g *naive) score(rows []int) float64 {
	first, second := g.sums(rows)
	return first * first / (second + g.L2)
}

func (g *naive) branch(rows []int, depth int) {
	var left, right []int
	most := 1e-9
	for j := 0; j < g.dim && depth < g.Depth; j++ {
		for _, i := range rows {
			var sides [2][]int
			for _, k := range rows {
				side := 0
				if g.point(k)[j] > g.point(i)[j] {
					side = 1
				}
				sides[side] = append(sides[side], k)
			}
			if len(sides[0]) < g.Leaf || len(sides[1]) < g.Leaf {
				continue
			}
			if gain := g.score(sides[0]) + g.score(sides[1]) - g.score(rows); gain > most {
				most, left, right = gain, sides[0], sides[1]
			}
		}
	}
	if left != nil {
		g.branch(left, depth+1)
		g.branch(right, depth+1)
		return
	}
	first, second := g.sums(rows)
	for _, i := range rows {
		g.parts[i] = -g.Rate * first / (second + g.L2)
	}
}

func TestAgainstNaive(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for seed := range uint64(6) {
		p := bumps(120, 5, seed)
		if seed%2 == 1 { // with equal values
			for i := range p.x {
				p.x[i] = math.Round(4 * p.x[i])
			}
		}
		g := naive{
			points:  p,
			Options: Options{Rounds: 4, Depth: 1 + int(seed), Leaf: 1 + r.IntN(9), Rate: 0.1 + 0.9*r.Float64(), L2: 3 * r.Float64(), Rows: 1, Columns: 1},
			weight:  make([]float64, len(p.positive)),
		}
		for i := range g.weight {
			g.weight[i] = math.Exp(r.NormFloat64())
		}
		g.train()
		if got := p.margins(p.train(t, g.weight, g.Options)); !near(got, g.margins, 1e-5) {
			t.Errorf("%+v: margins differ", g.Options)
		}
	}
}

func TestBetween(t *testing.T) {
	tiny := math.Nextafter32(1, 2)
	for _, c := range []struct {
		values []float32
		most   int
		want   []float32
	}{
		{[]float32{3}, 255, []float32{}},
		{[]float32{1, 2, 5}, 255, []float32{1.5, 3.5}},
		{[]float32{1, 2, 5}, 1, []float32{}},
		{[]float32{1, 2, 3, 4, 5, 6}, 3, []float32{2.5, 4.5}},
		{[]float32{1, 2, 3, 4, 5}, 2, []float32{2.5}},
		{[]float32{1, tiny}, 2, []float32{1}},
		{[]float32{tiny, math.Nextafter32(tiny, 2)}, 2, []float32{tiny}}, // the midpoint rounds up
		{[]float32{-math.MaxFloat32, math.MaxFloat32}, 2, []float32{0}},
		{[]float32{-math.SmallestNonzeroFloat32, 0}, 2, []float32{-math.SmallestNonzeroFloat32}},
	} {
		got := between(c.values, c.most)
		for i := range got {
			got[i] += 0 // no negative zero
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v in %d bins: %v, want %v", c.values, c.most, got, c.want)
		}
	}
}

// Whatever the values, bins say what thresholds say.
func TestBins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, most := range []int{1, 2, 7, 255, 256} {
		const n = 1000
		x := make([]float64, n)
		positive := make([]bool, n)
		for i := range x {
			if x[i] = r.NormFloat64(); i%3 == 0 {
				x[i] = math.Round(x[i])
			}
		}
		positive[0] = true
		s, err := newSample(x, 1, positive, nil, Options{Bins: most})
		if err != nil {
			t.Fatal(err)
		}
		in := make([]int, most)
		for i, v := range x {
			bin := 0
			for bin < len(s.edges[0]) && v > float64(s.edges[0][bin]) {
				bin++
			}
			if int(s.bins[i]) != bin {
				t.Fatalf("%v is in bin %d, want %d", v, s.bins[i], bin)
			}
			in[bin]++
		}
		for bin, n := range in {
			if n == 0 {
				t.Errorf("bin %d of %d is empty", bin, most)
			}
		}
	}
}

func TestLogistic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	for range 100_000 {
		x := 50 * r.NormFloat64()
		if want := math.Exp(x); math.Abs(exp(x)-want) > 4e-16*want {
			t.Fatalf("exp(%v) is %v, want %v", x, exp(x), want)
		}
	}
	got := []float64{logistic(0), logistic(math.Inf(1)), logistic(1e300), logistic(math.Log(3))}
	if want := []float64{0.5, 1, 1, 0.75}; !near(got, want, 1e-15) {
		t.Errorf("%v, want %v", got, want)
	}
	if p := logistic(math.Inf(-1)); !(p > 0 && p < 1e-300) {
		t.Errorf("%v", p)
	}
}

// Selection sampling takes as many as it should, each as often.
func TestChoose(t *testing.T) {
	g := grower{random: rand.NewPCG(1, 4)}
	for _, c := range []struct {
		n     int
		share float64
		want  int
	}{{10, 0.8, 8}, {10, 1, 10}, {3, 0.1, 1}, {7, 0.5, 4}, {1, 1e-9, 1}} {
		taken := make([]float64, c.n)
		const rounds = 20_000
		for range rounds {
			last, count := -1, 0
			g.choose(c.n, c.share, func(i int) {
				if i <= last {
					t.Fatalf("%d after %d", i, last)
				}
				taken[i]++
				last = i
				count++
			})
			if count != c.want {
				t.Fatalf("%v of %d: %d, want %d", c.share, c.n, count, c.want)
			}
		}
		p := float64(c.want) / float64(c.n)
		for i := range taken { // five standard deviations
			if d := taken[i]/rounds - p; math.Abs(d) > 5*math.Sqrt(p*(1-p)/rounds) {
				t.Errorf("%v of %d: %d is taken too often by %v", c.share, c.n, i, d)
			}
		}
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct {
		v    []float64
		want []float32
	}{
		{[]float64{0, 0}, []float32{0, 0}},
		{[]float64{1, 0, 3}, []float32{0.25, 0, 0.75}},
		{[]float64{1e200, 1e200}, []float32{0.5, 0.5}},
	} {
		if got := shares(c.v); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: %v, want %v", c.v, got, c.want)
		}
	}
}
