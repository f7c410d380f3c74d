package hull

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
)

// Polytopes whose vertices, facets and volume are known in closed form.

func cube(dim int) []float64 { return lattice(dim, 2) }

func cross(dim int) []float64 {
	p := make([]float64, 0, 2*dim*dim)
	for a := range dim {
		for _, s := range []float64{1, -1} {
			x := make([]float64, dim)
			x[a] = s
			p = append(p, x...)
		}
	}
	return p
}

func corner(dim int) []float64 {
	p := make([]float64, dim*(dim+1))
	for a := range dim {
		p[(a+1)*dim+a] = 1
	}
	return p
}

func factorial(n int) float64 { return math.Gamma(float64(n + 1)) }

func TestClosedForms(t *testing.T) {
	for d := MinDim; d <= MaxDim; d++ {
		two := math.Pow(2, float64(d))
		for _, c := range []struct {
			name             string
			points           []float64
			vertices, facets int
			volume           float64
		}{
			{"simplex", corner(d), d + 1, d + 1, 1 / factorial(d)},
			{"cube", cube(d), 1 << d, 2 * d, 1},
			{"cross", cross(d), 2 * d, 1 << d, two / factorial(d)},
			{"cube in a cube", append(apply(cube(d), func(x float64) float64 { return 3 * x }), cube(d)...), 1 << d, 2 * d, math.Pow(3, float64(d))},
		} {
			if c.name == "cube in a cube" && d > 6 {
				continue // nothing new, and the cube is cut into thousands of simplices
			}
			t.Run(fmt.Sprintf("%s/%d", c.name, d), func(t *testing.T) {
				h := mustNew(t, d, c.points)
				mustHoldAll(t, h, c.points)
				if h.Dim() != d || h.Rank() != d || len(h.Flats()) != 0 {
					t.Errorf("dim %d, rank %d, %d flats", h.Dim(), h.Rank(), len(h.Flats()))
				}
				if h.NumVertices() != c.vertices || h.NumHalfSpaces() != c.facets {
					t.Errorf("%d vertices, %d facets, want %d, %d", h.NumVertices(), h.NumHalfSpaces(), c.vertices, c.facets)
				}
				if math.Abs(h.Volume()/c.volume-1) > 1e-13 {
					t.Errorf("volume %v, want %v", h.Volume(), c.volume)
				}
				mustBound(t, h)
			})
		}
	}
}

// mustBound checks the published half-spaces: of length 1, holding all
// vertices, each with at least Rank of them on it.
func mustBound(t *testing.T, h *Hull) {
	t.Helper()
	v := h.Vertices()
	for _, f := range h.HalfSpaces() {
		if math.Abs(dot(f.Normal, f.Normal)-1) > 1e-14 {
			t.Fatalf("normal %v has not length 1", f.Normal)
		}
		size := math.Abs(f.Offset)
		for i := range v {
			size = max(size, math.Abs(v[i]*f.Normal[i%h.dim]))
		}
		on := 0
		for i := 0; i < len(v); i += h.dim {
			switch d := dot(f.Normal, v[i:i+h.dim]) - f.Offset; {
			case d > 1e-11*size:
				t.Fatalf("vertex %v is %g above %v", v[i:i+h.dim], d, f)
			case d > -1e-11*size:
				on++
			}
		}
		if on < h.Rank() {
			t.Fatalf("%d vertices on %v, want %d or more", on, f, h.Rank())
		}
	}
}

func TestLattice(t *testing.T) {
	for dim, side := range map[int]int{2: 30, 3: 10, 4: 6, 5: 4, 6: 3} {
		for _, step := range []float64{1, 0.1, 0x1p40} { // tenths are not on a grid exactly
			p := apply(lattice(dim, side), func(x float64) float64 { return x * step })
			h := mustNew(t, dim, p)
			mustHoldAll(t, h, p)
			edge := float64(side-1) * step
			if step != 0.1 || dim == 2 {
				if h.NumVertices() != 1<<dim || h.NumHalfSpaces() != 2*dim {
					t.Errorf("%d^%d: %d vertices, %d facets", side, dim, h.NumVertices(), h.NumHalfSpaces())
				}
			}
			if want := math.Pow(edge, float64(dim)); math.Abs(h.Volume()/want-1) > 1e-12 {
				t.Errorf("%d^%d: volume %v, want %v", side, dim, h.Volume(), want)
			}
			out := append([]float64(nil), p[:dim]...)
			if out[0] = -1e-9 * step; h.Contains(out) {
				t.Errorf("%d^%d: %v is inside", side, dim, out)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		dim    int
		points []float64
		want   error
	}{
		{"dim 1", 1, []float64{1, 2}, ErrDim},
		{"dim 9", 9, make([]float64, 90), ErrDim},
		{"dim negative", -4, []float64{1}, ErrDim},
		{"no points", 4, nil, ErrNoPoints},
		{"half a point", 4, make([]float64, 6), ErrShape},
	} {
		if h, err := New(c.dim, c.points); h != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, h, err)
		}
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		p := mining(50, 1)
		p[4*17+2] = x
		_, err := New(4, p)
		var bad *CoordinateError
		if !errors.As(err, &bad) || bad.Point != 17 || bad.Axis != 2 || !strings.Contains(err.Error(), "point 17") {
			t.Errorf("%v: %v", x, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	c := newCloud(6, sphere(6, 60, 1))
	if _, err := grow(c, c.findFrame().v, 500); !errors.Is(err, ErrTooLarge) {
		t.Errorf("error %v", err)
	}
	if _, err := grow(c, c.findFrame().v, MaxFacets); err != nil {
		t.Error(err)
	}
}
