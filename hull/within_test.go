package hull

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Within is Gauge held against a number, for every factor and point.
func TestWithinIsGauge(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 11))
	for dim := MinDim; dim <= 6; dim++ {
		points := make([]float64, 60*dim)
		for i := range points {
			points[i] = 100 * r.NormFloat64()
		}
		flat := append([]float64(nil), points...)
		for i := 0; i < len(flat); i += dim {
			flat[i] = 3
		}
		for _, cloud := range [][]float64{points, flat} {
			h, err := New(dim, cloud)
			if err != nil {
				t.Fatal(err)
			}
			for range 3000 {
				x := make([]float64, dim)
				for i := range x {
					x[i] = 150 * r.NormFloat64()
				}
				if r.IntN(2) == 0 {
					x[0] = 3
				}
				if r.IntN(3) == 0 {
					copy(x, cloud[dim*r.IntN(60):])
				}
				g := h.Gauge(x)
				for _, alpha := range []float64{0, 0.5, 1, 1 + 1e-15, 1.0001, 1.3, 2, g, math.Nextafter(g, 0), math.Inf(1), math.NaN()} {
					if want := !math.IsInf(g, 1) && g <= alpha; h.Within(x, alpha) != want {
						t.Fatalf("dim %d, gauge %v, factor %v: within %v", dim, g, alpha, !want)
					}
				}
			}
		}
	}
}
