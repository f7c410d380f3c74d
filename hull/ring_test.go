package hull

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRing(t *testing.T) {
	for _, c := range []struct {
		name         string
		points, want []float64
	}{
		{"none", nil, nil},
		{"one", []float64{3, 4}, []float64{3, 4}},
		{"equal", []float64{3, 4, 3, 4, 3, 4}, []float64{3, 4}},
		{"on a line", []float64{2, 2, 0, 0, 1, 1, 3, 3, 2, 2}, []float64{0, 0, 3, 3}},
		{"upright", []float64{1, 5, 1, 2, 1, 3}, []float64{1, 2, 1, 5}},
		{"square", []float64{0, 0, 1, 0, 0, 1, 1, 1, 0.5, 0.5, 0.5, 0, 1, 0.5}, []float64{0, 0, 1, 0, 1, 1, 0, 1}},
		{"negative zero", []float64{0, 0, math.Copysign(0, -1), 0, 1, 0, 0, 1}, []float64{0, 0, 1, 0, 0, 1}},
		{"huge", []float64{0, 0, math.MaxFloat64, 0, math.MaxFloat64, math.MaxFloat64, 1, 1}, []float64{0, 0, math.MaxFloat64, 0, math.MaxFloat64, math.MaxFloat64}},
		{"one bit off", []float64{0, 0, 1, math.Nextafter(1, 0), 2, 2, 3, 3}, []float64{0, 0, 1, math.Nextafter(1, 0), 3, 3}},
	} {
		got, err := Ring(c.points)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v, want %v", c.name, got, err, c.want)
		}
	}
	var bad *CoordinateError
	if _, err := Ring([]float64{0, 0, math.NaN(), 1}); !errors.As(err, &bad) {
		t.Errorf("NaN: %v", err)
	}
	if _, err := Ring([]float64{0, 0, 1}); !errors.Is(err, ErrShape) {
		t.Errorf("half a point: %v", err)
	}
}

// side is on which side of the line from a to b the point c is, in fractions.
func side(a, b, c []float64) int {
	d := func(x, y float64) *big.Rat {
		return new(big.Rat).Sub(new(big.Rat).SetFloat64(x), new(big.Rat).SetFloat64(y))
	}
	l := new(big.Rat).Mul(d(b[0], a[0]), d(c[1], a[1]))
	return l.Cmp(new(big.Rat).Mul(d(b[1], a[1]), d(c[0], a[0])))
}

// within fails unless the point is left of every edge, or on it.
func within(t *testing.T, ring, p []float64) {
	t.Helper()
	for i := 0; i < len(ring); i += 2 {
		j := (i + 2) % len(ring)
		if side(ring[i:i+2], ring[j:j+2], p) < 0 {
			t.Fatalf("%v is outside the edge from %v to %v", p, ring[i:i+2], ring[j:j+2])
		}
	}
}

// The corners are those that New finds, every turn is to the left, and every
// point is within, in fractions; on clouds, lattices and nearly flat ones.
func TestRingIsHull(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	for round := range 60 {
		var points []float64
		for range 3 + r.IntN(80) {
			x, y := r.NormFloat64(), r.NormFloat64()
			switch round % 3 {
			case 1:
				x, y = float64(r.IntN(6)), float64(r.IntN(6))
			case 2:
				y = x/3 + float64(r.IntN(3)-1)*0x1p-53
			}
			points = append(points, x, y)
		}
		ring, err := Ring(points)
		if err != nil {
			t.Fatal(err)
		}
		for p := range slices.Chunk(points, 2) {
			within(t, ring, p)
		}
		for i := 0; i < len(ring) && len(ring) > 4; i += 2 {
			j, k := (i+2)%len(ring), (i+4)%len(ring)
			if side(ring[i:i+2], ring[j:j+2], ring[k:k+2]) <= 0 {
				t.Fatalf("no left turn at %v", ring[j:j+2])
			}
		}
		h, err := New(2, points)
		if err != nil {
			t.Fatal(err)
		}
		var corners [][]float64
		for p := range slices.Chunk(slices.Clone(ring), 2) {
			corners = append(corners, p)
		}
		slices.SortFunc(corners, slices.Compare[[]float64])
		if got := slices.Concat(corners...); !slices.Equal(got, h.Vertices()) {
			t.Fatalf("corners %v, New has %v", got, h.Vertices())
		}
	}
}

// The projection of a hull of four dimensions: every point of the hull, and
// points between them, lie within the ring of the projected vertices, and each
// corner is the projection of a vertex.
func TestRingIsProjection(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2))
	for range 20 {
		points := make([]float64, 4*200)
		for i := range points {
			points[i] = math.Round(1000 * r.NormFloat64()) // whole, so that sums of two are exact
		}
		h, err := New(4, points)
		if err != nil {
			t.Fatal(err)
		}
		for _, axes := range [][2]int{{0, 1}, {2, 3}, {3, 0}} {
			shadow := make(map[[2]float64]bool)
			var flat []float64
			for v := range slices.Chunk(h.Vertices(), 4) {
				flat = append(flat, v[axes[0]], v[axes[1]])
				shadow[[2]float64{v[axes[0]], v[axes[1]]}] = true
			}
			ring, err := Ring(flat)
			if err != nil {
				t.Fatal(err)
			}
			for p := range slices.Chunk(ring, 2) {
				if !shadow[[2]float64(p)] {
					t.Fatalf("corner %v is no vertex's", p)
				}
			}
			for range 200 {
				a, b := 4*r.IntN(200), 4*r.IntN(200)
				x := make([]float64, 4)
				for i := range x {
					x[i] = (points[a+i] + points[b+i]) / 2
				}
				if !h.Contains(x) {
					t.Fatalf("%v, between two points, is outside the hull", x)
				}
				within(t, ring, []float64{x[axes[0]], x[axes[1]]})
			}
		}
	}
}
