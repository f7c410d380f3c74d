package grove

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Rounding columns up changes no answer.
func TestCeil(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		x := math.Float64frombits(r.Uint64())
		if !(math.Abs(x) <= math.MaxFloat32) {
			x = r.NormFloat64()
		}
		v := Ceil(x)
		below := math.Nextafter32(v, float32(math.Inf(-1)))
		if !(x <= float64(v)) || x <= float64(below) || math.IsInf(float64(v), 0) {
			t.Fatalf("%v rounded up to %v", x, v)
		}
	}
	for _, x := range []float64{math.MaxFloat32, -math.MaxFloat32, 0, 1.5} {
		if float64(Ceil(x)) != x {
			t.Errorf("%v rounded to %v", x, Ceil(x))
		}
	}
}

// Trees have numbers of their own, the same every time.
func TestRandom(t *testing.T) {
	seen := make(map[uint64]bool)
	for seed := range uint64(50) {
		for tree := range 50 {
			v := Random(seed, tree).Uint64()
			if seen[v] || v != Random(seed, tree).Uint64() {
				t.Fatalf("seed %d, tree %d: %d", seed, tree, v)
			}
			seen[v] = true
		}
	}
}

func TestBelow(t *testing.T) {
	r := Random(1, 1)
	for _, n := range []int{1, 2, 3, 10} {
		const rounds = 20_000
		counts := make([]float64, n)
		for range rounds {
			counts[Below(r, n)]++
		}
		p := 1 / float64(n)
		for i, c := range counts { // five standard deviations
			if d := c/rounds - p; math.Abs(d) > 5*math.Sqrt(p*(1-p)/rounds) {
				t.Errorf("%d of %d comes too often by %v", i, n, d)
			}
		}
	}
}

// Two trees, the second of a single leaf:
//
//	     0
//	  1     6
//	2   3
//	   4 5
func TestPreorder(t *testing.T) {
	var p Preorder
	var depths []int
	right := make(map[int32]int32)
	for at, inner := range []bool{true, true, false, true, false, false, false, false} {
		depths = append(depths, p.Depth())
		if inner {
			p.Inner(int32(at))
			continue
		}
		parent, ends := p.Leaf()
		if ends != (at >= 6) {
			t.Errorf("node %d: the tree ends: %v", at, ends)
		}
		if !ends {
			right[parent] = int32(at + 1)
		}
	}
	if want := []int{0, 1, 2, 2, 3, 3, 1, 0}; !slices.Equal(depths, want) {
		t.Errorf("depths %v, want %v", depths, want)
	}
	if len(right) != 3 || right[0] != 6 || right[1] != 3 || right[3] != 5 {
		t.Errorf("right children %v", right)
	}
}
