package hull

import (
	"errors"
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"
)

// unsifted is New without sifting.
func unsifted(t *testing.T, dim int, p []float64) *Hull {
	t.Helper()
	h, again, err := build(dim, p)
	if again {
		h, _, err = build(dim, h.vertices)
	}
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// Sifting changes no bit of the hull, for any number of workers, and leaves few
// points of a cloud that is not flat.
func TestSift(t *testing.T) {
	const n = 2*many + 5000 // two workers at most
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	m := mining(n, 9)
	outlier := append(slices.Clone(m), 1e6, 3, 1e6, 5)
	offFlat := columns(n, column(m, 1, 52), column(m, 1, 1), column(m, 2, 1), column(m, 3, 1))
	offFlat[4*5]++
	g := gaussian(4, n, 8)
	nearFlat := func(width float64) []float64 {
		return columns(n, column(g, 0, 1), column(g, 1, 1), column(g, 2, 1), func(i int) float64 { return g[4*i] + g[4*i+1] + width*g[4*i+3] })
	}
	for name, c := range map[string]struct {
		dim    int
		points []float64
		most   int // that are left, 0 for all
	}{
		"mining":        {4, m, n / 5},
		"log mining":    {4, apply(m, math.Log1p), n / 5},
		"lattice":       {4, lattice(4, 20), n},
		"outlier":       {4, outlier, n / 5},
		"flat":          {4, columns(n, column(m, 1, 52), column(m, 1, 1), column(m, 2, 1), column(m, 3, 1)), 0},
		"one off flat":  {4, offFlat, 0},
		"repeated":      {4, repeat(mining(200, 7), n/200), n / 2},
		"two windows":   {4, repeat(mining(2, 7), n/2), 0},
		"gaussian 3":    {3, gaussian(3, n, 5), n / 5},
		"gaussian 2":    {2, gaussian(2, n, 5), n / 5},
		"circle":        {2, apply(sphere(2, n, 5), func(x float64) float64 { return math.Round(1e4 * x) }), n},
		"thin":          {4, nearFlat(1e-3), n / 2},
		"very thin":     {4, nearFlat(1e-9), 0},
		"whole numbers": {4, apply(g, func(x float64) float64 { return math.Floor(9 * x) }), n},
	} {
		t.Run(name, func(t *testing.T) {
			all := len(c.points) / c.dim
			var first []float64
			for _, workers := range []int{1, 2, 8} {
				runtime.GOMAXPROCS(workers)
				left := sift(c.dim, c.points)
				if first == nil {
					first = left
				}
				if !reflect.DeepEqual(left, first) {
					t.Errorf("%d workers leave other points than one", workers)
				}
			}
			got, want := mustNew(t, c.dim, c.points), unsifted(t, c.dim, c.points)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%d vertices, %d facets, volume %v; without sifting %d, %d, %v",
					got.NumVertices(), got.NumHalfSpaces(), got.Volume(), want.NumVertices(), want.NumHalfSpaces(), want.Volume())
			}
			mustHoldAll(t, got, c.points)
			switch left := len(first) / c.dim; {
			case c.most == 0 && left != all:
				t.Errorf("%d of %d points left, want all", left, all)
			case c.most != 0 && (left > c.most || left == all):
				t.Errorf("%d of %d points left, want %d at most", left, all, c.most)
			}
		})
	}
	if left := sift(5, g[:5*(len(g)/5)]); len(left) != 5*(len(g)/5) {
		t.Errorf("%d coordinates left of 5 dimensions, for which there is no index", len(left))
	}
	var bad *DegenerateError
	if _, err := New(4, repeat(m[:4], n)); !errors.As(err, &bad) || bad.Points != n {
		t.Errorf("one point %d times: %v", n, err)
	}
}

// A hull is updated from its vertices alone: with new points they have the hull
// that all the points have, to the bit.
func TestUpdate(t *testing.T) {
	for name, c := range indexed() {
		t.Run(name, func(t *testing.T) {
			for _, share := range []float64{0.1, 0.5, 0.9} {
				at := int(share*float64(len(c.points)/c.dim)) * c.dim
				old, err := New(c.dim, c.points[:at])
				if err != nil {
					continue // all equal so far
				}
				got := mustNew(t, c.dim, append(old.Vertices(), c.points[at:]...))
				if want := mustNew(t, c.dim, c.points); !reflect.DeepEqual(got, want) {
					t.Errorf("at %v: %d vertices, %d facets, volume %v, want %d, %d, %v", share,
						got.NumVertices(), got.NumHalfSpaces(), got.Volume(), want.NumVertices(), want.NumHalfSpaces(), want.Volume())
				}
			}
		})
	}
}
