package boost

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// many is a Boosted of one tree that asks a feature for so many thresholds, one
// below another.
func many(thresholds int) *Boosted {
	b := &Boosted{dim: 1, roots: []int32{0}}
	for i := range thresholds {
		b.nodes = append(b.nodes, node{threshold: float32(i), right: int32(2*i + 2), value: 1}, newLeaf(int32(2*i+1), float32(i)))
	}
	b.nodes = append(b.nodes, newLeaf(int32(2*thresholds), -1))
	return b
}

// Whatever the trees and the points, margins are those of one point after
// another, to the bit.
func TestRankedMargins(t *testing.T) {
	wide := bumps(300, 300, 4)
	for _, c := range []struct {
		name   string
		trees  *Boosted
		ranked bool
	}{
		{"of depth 1", bumps(500, 6, 1).train(t, nil, Options{Rounds: 40, Depth: 1}), true},
		{"of depth 5", bumps(500, 6, 1).train(t, nil, Options{Rounds: 40, Depth: 5, Leaf: 1}), true},
		{"of depth 8", bumps(3000, 57, 2).train(t, nil, Options{Rounds: 60, Depth: 8, Leaf: 1}), true},
		{"of most bins", bumps(3000, 5, 3).train(t, nil, Options{Rounds: 200, Depth: 8, Leaf: 1, Bins: MaxBins}), true},
		{"without a cut", points{x: []float64{5, 5}, positive: []bool{true, false}, dim: 1}.train(t, nil, Options{Rounds: 3}), true},
		{"too deep", bumps(3000, 6, 1).train(t, nil, Options{Rounds: 20, Depth: 9, Leaf: 1}), false},
		{"of too many features", wide.train(t, nil, Options{Rounds: 20}), false},
		{"of too many thresholds", many(mostRanks), false},
		{"of a long branch", many(rankedDepth), true},
	} {
		r := c.trees.Ranked()
		if (r.trees != nil) != c.ranked {
			t.Errorf("trees %s: ranked is %v", c.name, r.trees != nil)
		}
		compareMargins(t, c.name, r)
	}
}

func compareMargins(t *testing.T, name string, r *Ranked) {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 4))
	var thresholds []float64
	for i := range r.nodes {
		if n := &r.nodes[i]; !n.isLeaf() {
			thresholds = append(thresholds, float64(n.threshold))
		}
	}
	thresholds = append(thresholds, 0, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64)
	for n := range 3*blockSize/2 + 1 {
		x, margins := make([]float64, n*r.dim), make([]float64, n)
		for i := range x {
			switch x[i] = thresholds[random.IntN(len(thresholds))]; random.IntN(6) {
			case 0:
				x[i] = math.Nextafter(x[i], math.Inf(1))
			case 1:
				x[i] = math.Nextafter(x[i], math.Inf(-1))
			case 2, 3:
				x[i] = 2 * random.NormFloat64()
			}
		}
		r.Margins(margins, x)
		for i, got := range margins {
			if want := r.Margin(x[i*r.dim : (i+1)*r.dim]); got != want {
				t.Fatalf("trees %s: margin of point %d of %d is %v, want %v", name, i, n, got, want)
			}
		}
	}
}

func TestRankedMarginsPanic(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("points of a feature too few were taken")
		}
	}()
	many(3).Ranked().Margins(make([]float64, 3), make([]float64, 2))
}

func TestRankedAllocates(t *testing.T) {
	p := bumps(200, 9, 1)
	r, margins := p.train(t, nil, Options{Rounds: 20}).Ranked(), make([]float64, 200)
	if n := testing.AllocsPerRun(10, func() { r.Margins(margins, p.x) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkRankedMargins(b *testing.B) {
	p := bumps(20_000, 40, 1)
	r := p.train(b, nil, Options{}).Ranked()
	for _, n := range []int{1, 4, blockSize} {
		b.Run(fmt.Sprintf("points=%d", n), func(b *testing.B) {
			margins, at := make([]float64, n), 0
			b.ReportAllocs()
			for b.Loop() {
				r.Margins(margins, p.x[at*p.dim:(at+n)*p.dim])
				at = (at + n) % (len(p.positive) - n)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/point")
		})
	}
}

func BenchmarkRanked(b *testing.B) {
	m := bumps(20_000, 40, 1).train(b, nil, Options{})
	b.ReportAllocs()
	for b.Loop() {
		m.Ranked()
	}
}
