package shape

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// ripleyByRoots counts each pair by the root of its squared distance.
func ripleyByRoots(points []float64, dim int, volume float64, radii []float64) []float64 {
	n := len(points) / dim
	k := make([]float64, len(radii))
	for i, r := range radii {
		within := 0
		for a := range n {
			for b := range a {
				if distance(points[a*dim:(a+1)*dim], points[b*dim:(b+1)*dim]) <= r {
					within++
				}
			}
		}
		k[i] = volume * 2 * float64(within) / (float64(n) * float64(n-1))
	}
	return k
}

// Counting squares gives what counting roots does, to the bit, whatever the
// radii: none, equal, next to each other, on distances, far below all and far
// beyond, down to the smallest and up to the largest float.
func TestRipleyByRoots(t *testing.T) {
	r := rand.New(rand.NewPCG(16, 16))
	for trial := range 600 {
		dim, n := 1+trial%6, 2+r.IntN(60)
		scale := []float64{1, 1, 1, 1e-150, 1e150, 5e-324}[r.IntN(6)]
		points := make([]float64, dim*n)
		for i := range points {
			points[i] = scale * []float64{r.NormFloat64(), float64(r.IntN(5)), 3}[trial/6%3]
		}
		var radii []float64
		for range r.IntN(40) {
			a, b := dim*r.IntN(n), dim*r.IntN(n)
			d := distance(points[a:a+dim], points[b:b+dim])
			switch r.IntN(8) {
			case 0:
				d = math.Nextafter(d, 0)
			case 1:
				d = math.Nextafter(d, math.Inf(1))
			case 2:
				d *= r.Float64()
			case 3:
				d = []float64{0, -1, math.Copysign(0, -1), math.Inf(-1), math.Inf(1), math.MaxFloat64, 5e-324}[r.IntN(7)]
			case 4:
				d = math.Ldexp(r.Float64(), r.IntN(2100)-1074)
			}
			radii = append(radii, d)
		}
		slices.Sort(radii)
		got, ok := RipleyK(points, dim, 3, radii)
		if want := ripleyByRoots(points, dim, 3, radii); !ok || !slices.Equal(got, want) {
			t.Fatalf("%d points of %d dimensions, radii %v: %v, want %v", n, dim, radii, got, want)
		}
	}
}

// The least number beyond a radius is beyond, and the one before it is not.
func TestPastRoot(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 17))
	radii := []float64{0, 5e-324, 1e-162, 1e-160, 1, 2, 3, math.Sqrt2, 0x1p511, 1e154, 1.4e154, math.MaxFloat64}
	for range 2000 {
		radii = append(radii, math.Ldexp(r.Float64(), r.IntN(2100)-1074))
	}
	for _, radius := range radii {
		x := pastRoot(radius)
		if before := math.Float64frombits(math.Float64bits(x) - 1); !(math.Sqrt(x) > radius) || !(math.Sqrt(before) <= radius) {
			t.Errorf("radius %g: roots of %g and %g are %g and %g", radius, before, x, math.Sqrt(before), math.Sqrt(x))
		}
	}
	if x := pastRoot(math.Inf(1)); !math.IsNaN(x) {
		t.Errorf("%g is beyond infinity", x)
	}
	for _, radius := range []float64{-1, math.Inf(-1)} {
		if x := pastRoot(radius); x != 0 {
			t.Errorf("radius %g: 0 is beyond, not only %g", radius, x)
		}
	}
}
