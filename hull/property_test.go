package hull

import (
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"testing"
)

// clouds is a selection of everything: general position, integers, lattices,
// flats and slivers, in several dimensions.
func clouds() map[string]struct {
	dim    int
	points []float64
} {
	type cloud = struct {
		dim    int
		points []float64
	}
	m := mining(600, 21)
	all := map[string]cloud{
		"mining":     {4, m},
		"log mining": {4, apply(m, math.Log1p)},
		"lattice":    {4, lattice(4, 4)},
		"tenths":     {3, apply(lattice(3, 6), func(x float64) float64 { return x / 10 })},
		"flat":       {4, columns(600, column(m, 1, 52), column(m, 1, 1), column(m, 2, 1), column(m, 3, 1))},
		"flat tie":   {4, columns(600, column(m, 1, 2), column(m, 1, 1), column(m, 2, 4), column(m, 2, 1))},
		"one-way":    {4, columns(600, column(m, 0, 1), column(m, 1, 1), constant(0), constant(0))},
		"line":       {5, columns(50, constant(1), func(i int) float64 { return float64(i) }, constant(0), func(i int) float64 { return 7 * float64(i) }, constant(3))},
		"log line":   {3, columns(90, func(i int) float64 { return math.Log1p(float64(i)) }, func(i int) float64 { return math.Log1p(60 * float64(i)) }, func(i int) float64 { return math.Log1p(52 * float64(i)) })},
		"huge":       {4, columns(600, column(m, 0, 1e9), func(i int) float64 { return math.Mod(m[4*i+1], 9) + 1 }, column(m, 2, 1e9), func(i int) float64 { return math.Mod(m[4*i+3], 7) + 1 })},
	}
	for dim := MinDim; dim <= MaxDim; dim++ {
		n := map[int]int{2: 500, 3: 500, 4: 500, 5: 80, 6: 30, 7: 16, 8: 14}[dim]
		all[fmt.Sprintf("gaussian %d", dim)] = cloud{dim, gaussian(dim, n, 7)}
		r := newRand(uint64(dim))
		all[fmt.Sprintf("small integers %d", dim)] = cloud{dim, apply(gaussian(dim, n, 8), func(float64) float64 { return float64(r.IntN(3)) })}
	}
	return all
}

// TestOrder: neither the order of the points nor how often each occurs, nor
// the points that are no vertices, change a bit of the result.
func TestOrder(t *testing.T) {
	for name, c := range clouds() {
		t.Run(name, func(t *testing.T) {
			want := mustNew(t, c.dim, c.points)
			same := func(how string, p []float64) {
				t.Helper()
				if got := mustNew(t, c.dim, p); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: %d vertices, %d facets, volume %v became %d, %d, %v", how, want.NumVertices(), want.NumHalfSpaces(), want.Volume(),
						got.NumVertices(), got.NumHalfSpaces(), got.Volume())
				}
			}
			for seed := range uint64(5) {
				same("shuffled", shuffled(c.dim, c.points, seed))
			}
			same("twice", shuffled(c.dim, repeat(c.points, 2), 1))
			same("vertices", want.Vertices())
			same("vertices shuffled, twice", shuffled(c.dim, repeat(want.Vertices(), 2), 1))
			minus := apply(c.points, func(x float64) float64 {
				if x == 0 {
					return math.Copysign(0, -1)
				}
				return x
			})
			same("negative zeros", minus)
		})
	}
}

func TestOwnPointsAreMembers(t *testing.T) {
	for name, c := range clouds() {
		t.Run(name, func(t *testing.T) {
			h := mustNew(t, c.dim, c.points)
			mustHoldAll(t, h, c.points)
			v := h.Vertices()
			index := map[string]bool{}
			for i := 0; i < len(c.points); i += c.dim {
				index[fmt.Sprint(c.points[i:i+c.dim])] = true
			}
			for i := 0; i < len(v); i += c.dim {
				if !index[fmt.Sprint(v[i:i+c.dim])] {
					t.Errorf("vertex %v is not among the points", v[i:i+c.dim])
				}
				if i > 0 && lexCompare(v[i-c.dim:i], v[i:i+c.dim]) >= 0 {
					t.Errorf("vertices out of order at %d", i/c.dim)
				}
			}
		})
	}
}

// TestGolden: the last bit is the same on every processor and with every
// compiler. The clouds use nothing that is not, such as math.Exp.
func TestGolden(t *testing.T) {
	r := newRand(1)
	for _, c := range []struct {
		name   string
		dim    int
		points []float64
		want   string
	}{
		{"uniform", 4, uniform(4, 500, 1), "f1c6e7083b61183b"},
		{"uniform 6", 6, uniform(6, 40, 1), "b35b959f0350a5ee"},
		{"small integers", 4, apply(uniform(4, 300, 2), func(float64) float64 { return float64(r.IntN(5)) }), "03614e8a0fa0eb22"},
		{"flat", 4, columns(200, func(i int) float64 { return float64(i * i % 97) }, func(i int) float64 { return float64(i * i % 97 * 52) },
			func(i int) float64 { return float64(i * 7 % 31) }, constant(3)), "8c6d21f02f688f0a"},
		{"tenths", 3, apply(lattice(3, 6), func(x float64) float64 { return x / 10 }), "9670ce5e854bf4be"},
	} {
		h := mustNew(t, c.dim, c.points)
		bits := bitsOfHull(h)
		var gauges []float64
		for i := 0; i < len(c.points); i += c.dim {
			gauges = append(gauges, h.Gauge(c.points[i:i+c.dim]))
		}
		sum := fnv.New64a()
		fmt.Fprint(sum, bits, bitsOf(gauges))
		if got := fmt.Sprintf("%016x", sum.Sum64()); got != c.want {
			t.Errorf("%s: digest %s, want %s", c.name, got, c.want)
		}
	}
}

// TestUnits: scaling an axis by a power of two is a change of unit and changes
// nothing else.
func TestUnits(t *testing.T) {
	p := mining(400, 5)
	q := append([]float64(nil), p...)
	unit := []float64{0x1p-10, 0x1p20, 0x1p3, 0x1p-40}
	for i := range q {
		q[i] *= unit[i%4]
	}
	a, b := mustNew(t, 4, p), mustNew(t, 4, q)
	if !reflect.DeepEqual(a.limits, b.limits) || a.Tolerance() != b.Tolerance() {
		t.Error("facets differ")
	}
	for i, x := range a.Vertices() {
		if b.Vertices()[i] != x*unit[i%4] {
			t.Fatal("vertices differ")
		}
	}
}

// TestAffine: a linear map A and a shift carry hull to hull, and multiply the
// volume by |det A|.
func TestAffine(t *testing.T) {
	for dim := MinDim; dim <= 6; dim++ {
		p := gaussian(dim, 25*dim, uint64(dim))
		r := newRand(uint64(dim))
		// A triangular matrix has a determinant one can read off.
		a, det := make([][]float64, dim), 1.0
		for i := range a {
			a[i] = make([]float64, dim)
			for j := range i {
				a[i][j] = r.NormFloat64()
			}
			a[i][i] = 0.5 + r.Float64()
			det *= a[i][i]
		}
		move := func(x []float64) []float64 {
			y := make([]float64, dim)
			for i := range y {
				y[i] = dot(a[i], x) + 10*float64(i)
			}
			return y
		}
		var q []float64
		for i := 0; i < len(p); i += dim {
			q = append(q, move(p[i:i+dim])...)
		}
		h, g := mustNew(t, dim, p), mustNew(t, dim, q)
		if h.NumVertices() != g.NumVertices() || h.NumHalfSpaces() != g.NumHalfSpaces() {
			t.Errorf("dim %d: %d vertices, %d facets became %d, %d", dim, h.NumVertices(), h.NumHalfSpaces(), g.NumVertices(), g.NumHalfSpaces())
		}
		if rel := g.Volume() / (h.Volume() * det); math.Abs(rel-1) > 1e-10 {
			t.Errorf("dim %d: volume %v became %v, det %v", dim, h.Volume(), g.Volume(), det)
		}
		for _, x := range queryPoints(h, 2000) {
			if gx, gy := h.Gauge(x), g.Gauge(move(x)); math.Abs(gx-gy) > 1e-9*max(1, gx) {
				t.Fatalf("dim %d: gauge %v became %v", dim, gx, gy)
			}
		}
	}
}

// TestFlatVolume: a unit cube turned into a flat of a higher dimension keeps
// its volume.
func TestFlatVolume(t *testing.T) {
	// Integer directions of length 3, orthogonal to each other, and one of 1.
	dirs := [][]float64{{1, 2, 2, 0, 0}, {2, 1, -2, 0, 0}, {2, -2, 1, 0, 0}, {0, 0, 0, 0, 1}}
	for rank := 1; rank <= 4; rank++ {
		use := dirs[4-rank:]
		var p []float64
		corners := []float64{0, 1}
		if rank > 1 {
			corners = lattice(rank, 3)
		}
		for i := 0; i < len(corners); i += rank {
			x := []float64{7, -3, 11, 5, 2}
			for k, d := range use {
				for a := range x {
					x[a] += corners[i+k] * d[a]
				}
			}
			p = append(p, x...)
		}
		want := math.Pow(6, float64(rank-1)) * 2
		facets := 2 * rank
		if rank == 1 {
			want = 1
		}
		h := mustNew(t, 5, p)
		mustHoldAll(t, h, p)
		mustBound(t, h)
		if h.Rank() != rank || h.NumVertices() != 1<<rank || h.NumHalfSpaces() != facets {
			t.Errorf("rank %d: got %d, %d vertices, %d facets", rank, h.Rank(), h.NumVertices(), h.NumHalfSpaces())
		}
		if math.Abs(h.Volume()/want-1) > 1e-13 {
			t.Errorf("rank %d: volume %v, want %v", rank, h.Volume(), want)
		}
		for i, f := range h.Flats() {
			for _, g := range h.Flats()[:i] {
				if math.Abs(dot(f.Normal, g.Normal)) > 1e-15 {
					t.Errorf("rank %d: flats %v and %v are not orthogonal", rank, f, g)
				}
			}
			for _, g := range h.HalfSpaces() {
				if math.Abs(dot(f.Normal, g.Normal)) > 1e-15 {
					t.Errorf("rank %d: flat %v and facet %v are not orthogonal", rank, f, g)
				}
			}
		}
	}
}

func TestGauge(t *testing.T) {
	for name, c := range clouds() {
		if name == "log line" || name == "tenths" {
			continue // thinner than rounding: TestSliver
		}
		t.Run(name, func(t *testing.T) {
			h := mustNew(t, c.dim, c.points)
			centre, v := h.Centre(), h.Vertices()
			if g := h.Gauge(centre); g != 0 && !(g < 1e-12) {
				t.Errorf("gauge %v at the centre", g)
			}
			for i := 0; i < len(v); i += c.dim {
				if g := h.Gauge(v[i : i+c.dim]); !(g <= 1 && g > 1-1e-9) {
					t.Errorf("gauge %v at vertex %v", g, v[i:i+c.dim])
				}
				for _, s := range []float64{0.25, 0.5, 2, 10} {
					x := make([]float64, c.dim)
					for a := range x {
						x[a] = centre[a] + s*(v[i+a]-centre[a])
					}
					if g := h.Gauge(x); math.Abs(g/s-1) > 1e-9 {
						t.Errorf("gauge %v at %v times vertex %v", g, s, v[i:i+c.dim])
					}
				}
			}
			for _, x := range queryPoints(h, 2000) {
				if h.Contains(x) != (h.Gauge(x) <= 1) {
					t.Fatalf("Contains(%v) = %v, gauge %v", x, h.Contains(x), h.Gauge(x))
				}
			}
		})
	}
}

func TestQueryOddities(t *testing.T) {
	for _, p := range [][]float64{mining(100, 1), mining(2, 1)} {
		h := mustNew(t, 4, p)
		for _, x := range [][]float64{
			nil,
			{},
			{1},
			make([]float64, 5),
			{math.NaN(), 1, 1, 1},
			{1, math.Inf(1), 1, 1},
			{1, 1, math.Inf(-1), 1},
			{math.Inf(1), math.Inf(-1), math.NaN(), 0},
		} {
			if h.Contains(x) || !math.IsInf(h.Gauge(x), 1) {
				t.Errorf("%v: %v, gauge %v", x, h.Contains(x), h.Gauge(x))
			}
		}
		for _, x := range [][]float64{{math.MaxFloat64, 0, 0, 0}, {-math.MaxFloat64, math.MaxFloat64, math.MaxFloat64, 1}} {
			if h.Contains(x) || !(h.Gauge(x) > 1) {
				t.Errorf("%v: %v, gauge %v", x, h.Contains(x), h.Gauge(x))
			}
		}
	}
}
