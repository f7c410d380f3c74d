package boost

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// Neither feature tells anything alone: only cuts of cuts do.
func TestXOR(t *testing.T) {
	xor := func(seed uint64) points {
		return draw(2000, 2, seed, func(x []float64) float64 { return math.Inf(1) * x[0] * x[1] })
	}
	b := xor(1).train(t, nil, Options{Rounds: 100})
	if got := xor(2).accuracy(b); got < 0.98 {
		t.Errorf("accuracy %v", got)
	}
	// A tree gains next to nothing by its first cut, and much by the second.
	if got := b.Importance(); math.Abs(got[0]-0.5) > 0.3 {
		t.Errorf("importance %v, want much for both", got)
	}
}

// The inside of a circle, and near it the odds.
func TestSmoothBoundary(t *testing.T) {
	odds := func(x []float64) float64 { return 3 * (1.4 - x[0]*x[0] - x[1]*x[1]) }
	b := draw(20_000, 2, 1, odds).train(t, nil, Options{Rounds: 100, Leaf: 50, Depth: 4})
	far := draw(2000, 2, 2, odds)
	best, off, near := 0.0, 0.0, 0.0
	for i, yes := range far.positive {
		want := odds(far.point(i))
		if (want > 0) == yes {
			best += 1. / 2000
		}
		if math.Abs(want) < 2 {
			off += math.Abs(b.Margin(far.point(i)) - want)
			near++
		}
	}
	got := far.accuracy(b)
	t.Logf("accuracy %.3f of %.3f, log odds off by %.3f in the mean", got, best, off/near)
	if got < best-0.01 || off/near > 0.25 {
		t.Errorf("accuracy %v of %v, log odds off by %v in the mean", got, best, off/near)
	}
}

// Features of noise get little importance, though they are tried as often.
func TestImportance(t *testing.T) {
	odds := func(x []float64) float64 { return 2*math.Sin(2*x[0]) + x[1] + x[2]*x[2] + max(x[3], -x[3]) - x[4] }
	imp := draw(5000, 20, 1, odds).train(t, nil, Options{Rounds: 50, Depth: 3}).Importance()
	least, most := 1.0, 0.0
	for j, v := range imp {
		if j < 5 {
			least = min(least, v)
		} else {
			most = max(most, v)
		}
	}
	if math.Abs(total(imp)-1) > 1e-12 {
		t.Errorf("sum %v", total(imp))
	}
	if most > least/4 || most > 1.0/20/2 {
		t.Errorf("noise has up to %v, what tells %v or more: %v", most, least, imp)
	}
}

func total(v []float64) (sum float64) {
	for _, x := range v {
		sum += x
	}
	return sum
}

// Base and parts make up the margin; nothing is allocated for one.
func TestExplain(t *testing.T) {
	p := bumps(2000, 8, 1)
	b := p.train(t, nil, Options{})
	r := rand.New(rand.NewPCG(5, 5))
	x := make([]float64, p.dim)
	for range 500 {
		for j := range x {
			x[j] = 3 * r.NormFloat64()
		}
		base, parts := b.Explain(x)
		if got, want := base+total(parts), b.Margin(x); math.Abs(got-want) > 1e-12 {
			t.Fatalf("margin %v, explained %v", want, got)
		}
		if math.Abs(base-float64(b.base)) > 0.5 {
			t.Fatalf("base %v, log odds of the sample %v", base, b.base)
		}
	}
	if n := testing.AllocsPerRun(10, func() { b.Margin(x) }); n != 0 {
		t.Errorf("%v allocations a margin", n)
	}
}

// A feature that trees do not ask about has no part in any margin.
func TestExplainUnused(t *testing.T) {
	p := bumps(500, 6, 1)
	for i := range p.positive {
		p.x[i*p.dim+3] = 7
	}
	_, parts := p.train(t, nil, Options{Rounds: 50}).Explain(p.point(0))
	if parts[3] != 0 || parts[0] == 0 {
		t.Errorf("parts %v", parts)
	}
}

// Only the order of values matters: points of the sample have the same margins,
// to the last bit, after features were mapped upwards.
func TestMonotone(t *testing.T) {
	p := bumps(1000, 5, 1)
	q := p
	q.x = make([]float64, len(p.x))
	for i := range p.x {
		p.x[i] = float64(float32(p.x[i])) // so that the maps keep what differs apart
		switch v := p.x[i]; i % p.dim {
		case 0:
			q.x[i] = v * 0x1p40
		case 1:
			q.x[i] = math.Exp(8 * v)
		case 2:
			q.x[i] = 8 * math.Copysign(v*v, v)
		default:
			q.x[i] = v
		}
	}
	for _, bins := range []int{16, 255} {
		opts := Options{Rounds: 50, Bins: bins}
		if !near(q.margins(q.train(t, nil, opts)), p.margins(p.train(t, nil, opts)), 0) {
			t.Errorf("%d bins: margins depend on the scale", bins)
		}
	}
}

// Twice the weight is like being there twice, where nothing is drawn and leaves
// may be of any size.
func TestWeights(t *testing.T) {
	p, opts := bumps(600, 5, 1), everything
	opts.Rounds, opts.Bins = 50, 64
	weight := make([]float64, len(p.positive))
	twice := p
	for i, yes := range p.positive {
		weight[i] = 1
		if yes {
			weight[i] = 2
			twice.x = append(twice.x[:len(twice.x):len(twice.x)], p.point(i)...)
			twice.positive = append(twice.positive[:len(twice.positive):len(twice.positive)], true)
		}
	}
	plain, weighted, doubled := p.train(t, nil, opts), p.train(t, weight, opts), twice.train(t, nil, opts)
	if !near(p.margins(doubled), p.margins(weighted), 1e-4) {
		t.Error("weights are not like points")
	}
	if shift := (total(p.margins(weighted)) - total(p.margins(plain))) / float64(len(weight)); shift < 0.2 {
		t.Errorf("weights shift margins by %v", shift)
	}
	// In all, scale does not matter when it rounds nothing and L2 has the same.
	for i := range weight {
		weight[i] *= 0x1p-30
	}
	opts.L2 = 0x1p-30
	if !bytes.Equal(encoded(t, weighted), encoded(t, p.train(t, weight, opts))) {
		t.Error("the unit of weights matters")
	}
}

// Weights at both ends of their range give finite margins.
func TestExtremeWeights(t *testing.T) {
	p := bumps(500, 5, 1)
	for _, w := range []float64{math.SmallestNonzeroFloat32, 1, math.MaxFloat32} {
		weight := make([]float64, len(p.positive))
		for i := range weight {
			if weight[i] = w; i%7 == 0 {
				weight[i] = 1
			}
		}
		for _, m := range p.margins(p.train(t, weight, Options{Rate: 1, L2: math.SmallestNonzeroFloat32, Leaf: 1})) {
			if math.IsNaN(m) || math.IsInf(m, 0) {
				t.Fatalf("weight %v: margin %v", w, m)
			}
		}
	}
}

// Every leaf has the points it must, and no path is too long.
func TestBounds(t *testing.T) {
	p := bumps(2000, 5, 1)
	for _, opts := range []Options{{Leaf: 17}, {Leaf: 1, Depth: 3}, {Leaf: 1, Depth: 40}, {Leaf: 1000}, {Leaf: 1001}} {
		opts.Rounds, opts.Rows = 3, 1
		b := p.train(t, nil, opts)
		opts, _ = opts.resolve()
		for _, root := range b.roots {
			in := make(map[int32]int)
			for i := range p.positive {
				walks := [lanes]int32{root}
				b.descend(&walks, p.point(i))
				in[walks[0]]++
			}
			for at, n := range in {
				if n < opts.Leaf {
					t.Errorf("%+v: leaf %d has %d points", opts, at, n)
				}
			}
			d := b.depth(root)
			if d > opts.Depth || opts.Leaf == 1001 && d > 0 || opts.Leaf < 1000 && d < 3 || opts.Depth == 40 && d < 8 {
				t.Errorf("%+v: depth %d", opts, d)
			}
		}
	}
}

func (b *Boosted) depth(i int32) int {
	if b.nodes[i].isLeaf() {
		return 0
	}
	return 1 + max(b.depth(i+1), b.depth(b.nodes[i].right))
}

// The margins kept while training are those of the trees that come of it, for
// points that were drawn and others.
func TestTrainedMargins(t *testing.T) {
	p := bumps(500, 6, 1)
	opts, err := Options{Rounds: 40, Rows: 0.3, Columns: 0.4, Workers: 3}.resolve()
	if err != nil {
		t.Fatal(err)
	}
	s, err := newSample(p.x, p.dim, p.positive, nil, opts)
	if err != nil {
		t.Fatal(err)
	}
	g := newGrower(s, opts)
	for i := range g.margins {
		g.margins[i] = float64(s.logOdds())
	}
	for number := range opts.Rounds {
		g.grow(number)
		if len(g.items) != 150 || len(g.features) != 2 {
			t.Fatalf("%d points and %d features drawn", len(g.items), len(g.features))
		}
	}
	if !near(p.margins(p.train(t, nil, opts)), g.margins, 0) {
		t.Error("margins differ")
	}
}

func TestRefused(t *testing.T) {
	x, positive, weight := []float64{1, 2, 3, 4, 5, 6}, []bool{false, true, true}, []float64{1, 1, 1}
	with := func(v []float64, i int, x float64) []float64 {
		v = append([]float64(nil), v...)
		v[i] = x
		return v
	}
	for _, c := range []struct {
		name     string
		x        []float64
		dim      int
		positive []bool
		weight   []float64
		opts     Options
		want     error
	}{
		{"dim 0", x, 0, positive, weight, Options{}, ErrDim},
		{"dim too large", x, MaxDim + 1, positive, weight, Options{}, ErrDim},
		{"half a point", x[:5], 2, positive, weight, Options{}, ErrShape},
		{"too few classes", x, 2, positive[:2], weight, Options{}, ErrShape},
		{"too few weights", x, 2, positive, weight[:2], Options{}, ErrShape},
		{"empty weights", x, 2, positive, []float64{}, Options{}, ErrShape},
		{"empty", nil, 2, nil, nil, Options{}, ErrNoPoints},
		{"all positive", x, 2, []bool{true, true, true}, weight, Options{}, ErrOneClass},
		{"none positive", x, 2, []bool{false, false, false}, weight, Options{}, ErrOneClass},
		{"rounds", x, 2, positive, weight, Options{Rounds: -1}, ErrOptions},
		{"too many rounds", x, 2, positive, weight, Options{Rounds: MaxTrees + 1}, ErrOptions},
		{"depth", x, 2, positive, weight, Options{Depth: MaxDepth + 1}, ErrOptions},
		{"leaf", x, 2, positive, weight, Options{Leaf: -1}, ErrOptions},
		{"rate", x, 2, positive, weight, Options{Rate: 1.5}, ErrOptions},
		{"no rate", x, 2, positive, weight, Options{Rate: math.NaN()}, ErrOptions},
		{"L2", x, 2, positive, weight, Options{L2: -1}, ErrOptions},
		{"L2 too small", x, 2, positive, weight, Options{L2: 1e-300}, ErrOptions},
		{"infinite L2", x, 2, positive, weight, Options{L2: math.Inf(1)}, ErrOptions},
		{"rows", x, 2, positive, weight, Options{Rows: 1.1}, ErrOptions},
		{"columns", x, 2, positive, weight, Options{Columns: -0.1}, ErrOptions},
		{"bins", x, 2, positive, weight, Options{Bins: MaxBins + 1}, ErrOptions},
		{"workers", x, 2, positive, weight, Options{Workers: -1}, ErrOptions},
	} {
		if b, err := Train(c.x, c.dim, c.positive, c.weight, c.opts); b != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, b, err)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 2 * math.MaxFloat32} {
		var bad *NumberError
		_, err := Train(with(x, 3, v), 2, positive, weight, Options{})
		if !errors.As(err, &bad) || bad.Point != 1 || bad.Feature != 1 || !strings.Contains(err.Error(), "point 1: feature 1") {
			t.Errorf("coordinate %v: %v", v, err)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), -1, 0, math.SmallestNonzeroFloat64} {
		var bad *NumberError
		_, err := Train(x, 2, positive, with(weight, 2, v), Options{})
		if !errors.As(err, &bad) || bad.Point != 2 || bad.Feature != -1 || !strings.Contains(err.Error(), "point 2: weight") {
			t.Errorf("weight %v: %v", v, err)
		}
	}
}
