package hull

import (
	"errors"
	"math"
	"strings"
	"testing"
)

// The inputs general hull codes fail on. Many of them are ordinary traffic:
// one-way pairs, keepalives of a fixed size, pairs with a window or two.
func TestDegenerate(t *testing.T) {
	m := mining(1000, 1)
	n := len(m) / 4
	r := newRand(5)
	for _, c := range []struct {
		name     string
		points   []float64
		rank     int // 0: refused
		vertices int // -1: not known beforehand
	}{
		{"1 point", m[:4], 0, 0},
		{"all identical x100", repeat(m[:4], 100), 0, 0},
		{"all zero x100", make([]float64, 400), 0, 0},
		{"zeros of both signs", []float64{0, 0, 0, 0, 0, math.Copysign(0, -1), 0, 0}, 0, 0},
		{"2 points", m[:8], 1, 2},
		{"4 points", m[:16], 3, 4},
		{"5 general points", m[:20], 4, 5},
		{"5 points, one duplicated", append(m[:16:16], m[:4]...), 3, 4},
		{"collinear integers", columns(199, func(i int) float64 { return 52 * float64(i+1) }, func(i int) float64 { return float64(i + 1) },
			func(i int) float64 { return 60 * float64(i+1) }, func(i int) float64 { return float64(i + 1) }), 1, 2},
		{"coplanar, rank 2", columns(n, column(m, 1, 52), column(m, 1, 1), column(m, 3, 60), column(m, 3, 1)), 2, -1},
		{"rank 3: source bytes = 52*packets", columns(n, column(m, 1, 52), column(m, 1, 1), column(m, 2, 1), column(m, 3, 1)), 3, -1},
		{"constant column", columns(n, column(m, 0, 1), column(m, 1, 1), column(m, 2, 1), constant(20)), 3, -1},
		{"one-way flows", columns(n, column(m, 0, 1), column(m, 1, 1), constant(0), constant(0)), 2, -1},
		{"near rank 3: jitter of a byte", columns(n, func(i int) float64 { return m[4*i+1]*52 + float64(r.IntN(3)-1) }, column(m, 1, 1), column(m, 2, 1), column(m, 3, 1)), 4, -1},
		{"near rank 3: one point off by a byte", columns(n, func(i int) float64 { return m[4*i+1]*52 + float64(b2i(i == 7)) }, column(m, 1, 1), column(m, 2, 1), column(m, 3, 1)), 4, -1},
		{"duplicates x50 of 20 points", repeat(m[:80], 50), 4, -1},
		{"lattice 6^4", lattice(4, 6), 4, 16},
		{"bytes 1e12, packets 1..9", columns(n, column(m, 0, 1e9), func(i int) float64 { return math.Mod(m[4*i+1], 9) + 1 }, column(m, 2, 1e9), func(i int) float64 { return math.Mod(m[4*i+3], 7) + 1 }), 4, -1},
		{"bytes above 2^53", columns(n, column(m, 0, 0x1p45), column(m, 1, 1), column(m, 2, 0x1p45), column(m, 3, 1)), 4, -1},
		{"with idle windows", append(m[:len(m):len(m)], make([]float64, 120)...), 4, -1},
		{"2 distinct windows x20", repeat(m[:8], 20), 1, 2},
		{"from 1e-300 to 1e300", columns(n, column(m, 0, 1e-300), column(m, 1, 1e300), column(m, 2, 1), column(m, 3, 1e-290)), 4, -1},
		{"whole float range", columns(8, func(i int) float64 { return math.MaxFloat64 * float64(i%2*2-1) }, func(i int) float64 { return math.MaxFloat64 * float64(i/2%2*2-1) },
			func(i int) float64 { return float64(i) }, constant(math.MaxFloat64)), 3, 8},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, err := New(4, c.points)
			if c.rank == 0 {
				var d *DegenerateError
				if !errors.As(err, &d) || d.Rank != 0 || d.Points != len(c.points)/4 || d.Distinct != 1 {
					t.Fatalf("hull %v, error %v", h, err)
				}
				if s := err.Error(); !strings.Contains(s, "rank 0") || !strings.Contains(s, "1 distinct") {
					t.Errorf("message %q", s)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if h.Rank() != c.rank || len(h.Flats()) != 4-c.rank {
				t.Errorf("rank %d with %d flats, want %d", h.Rank(), len(h.Flats()), c.rank)
			}
			if c.vertices >= 0 && h.NumVertices() != c.vertices {
				t.Errorf("%d vertices, want %d", h.NumVertices(), c.vertices)
			}
			mustHoldAll(t, h, c.points)
			index := h.newIndex()
			for i := 0; i < len(c.points); i += 4 {
				mustAgree(t, h, index, c.points[i:i+4], 1)
			}
			mustEndSomewhere(t, h)
			if !(h.Tolerance() <= 0x1p-40) {
				t.Errorf("tolerance %g", h.Tolerance())
			}
			if !(h.Volume() > 0) {
				t.Errorf("volume %v", h.Volume())
			}
		})
	}
}

// mustEndSomewhere checks that a hull is not everything: a step beyond the
// box on any axis is outside, and so is one beyond any vertex as seen from the
// centre.
func mustEndSomewhere(t *testing.T, h *Hull) {
	t.Helper()
	c, v := h.Centre(), h.Vertices()
	if g := h.Gauge(c); !(g < 1e-6) {
		t.Errorf("gauge %v at the centre", g)
	}
	x := make([]float64, h.dim)
	for a := range h.dim {
		for _, end := range []float64{math.Nextafter(h.min[a], math.Inf(-1)), math.Nextafter(h.max[a], math.Inf(1))} {
			copy(x, c)
			if x[a] = end; h.Contains(x) || h.Gauge(x) <= 1 {
				t.Errorf("%v is inside, box %v to %v", x, h.min, h.max)
			}
		}
	}
	for i := 0; i < len(v); i += h.dim {
		moved := false
		for a := range x {
			x[a] = v[i+a] + (v[i+a]-c[a])*1e-3
			moved = moved || math.Abs(x[a]-v[i+a]) > 1e-6*(h.max[a]-h.min[a])
		}
		if moved && h.Contains(x) {
			t.Errorf("%v, beyond vertex %v, is inside", x, v[i:i+h.dim])
		}
	}
}

// TestOffTheFlat says how far from a flat cloud a point must be to be told
// from it: a byte is plenty.
func TestOffTheFlat(t *testing.T) {
	m := mining(500, 3)
	p := columns(500, column(m, 1, 52), column(m, 1, 1), column(m, 2, 1), column(m, 3, 1))
	h := mustNew(t, 4, p)
	c := h.Centre()
	c[0] = 52 * c[1]
	if !h.Contains(c) {
		t.Errorf("%v, on the flat, is outside", c)
	}
	for _, off := range []float64{1, -1, 1e-9} {
		x := append([]float64(nil), c...)
		x[0] += off
		if h.Contains(x) || !math.IsInf(h.Gauge(x), 1) {
			t.Errorf("%v, %g byte off the flat, has gauge %v", x, off, h.Gauge(x))
		}
	}
	f := h.Flats()[0]
	for i := 0; i < len(p); i += 4 {
		if d := dot(f.Normal, p[i:i+4]) - f.Offset; math.Abs(d) > 1e-12 {
			t.Fatalf("point %v is %g off the plane %v", p[i:i+4], d, f)
		}
	}
	mustBound(t, h)
}

// TestSliver takes clouds that are flat but for rounding. Whether they come
// out flat or very thin is a matter of the last bit; that they hold their own
// points and not everything else is not.
func TestSliver(t *testing.T) {
	line := columns(200, func(i int) float64 { return 52 * float64(i+1) }, func(i int) float64 { return float64(i + 1) },
		func(i int) float64 { return 60 * float64(i+1) }, func(i int) float64 { return float64(i + 1) })
	m := mining(300, 4)
	for name, p := range map[string][]float64{
		"log of a line":  apply(line, math.Log1p),
		"log of a plane": apply(columns(300, column(m, 0, 1), column(m, 1, 1), column(m, 1, 52), column(m, 1, 60)), math.Log1p),
		"tenths":         apply(line, func(x float64) float64 { return x * 0.1 }),
		"a third":        columns(300, column(m, 0, 1), column(m, 1, 1), column(m, 2, 1), column(m, 2, 1/3.)),
	} {
		t.Run(name, func(t *testing.T) {
			h := mustNew(t, 4, p)
			mustHoldAll(t, h, p)
			in := 0
			r := newRand(8)
			x := make([]float64, 4)
			for range 10_000 {
				for a := range x {
					x[a] = h.min[a] + (h.max[a]-h.min[a])*r.Float64()
				}
				in += b2i(h.Contains(x))
			}
			if in > 0 {
				t.Errorf("%d of 10000 points all over the box are inside", in)
			}
			t.Logf("rank %d, %d vertices, %d facets, volume %g", h.Rank(), h.NumVertices(), h.NumHalfSpaces(), h.Volume())
		})
	}
}
