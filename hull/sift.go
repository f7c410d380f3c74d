package hull

import (
	"runtime"
	"slices"
	"sync"
)

const (
	// many points are sifted before their hull is built. With 40,000 that takes
	// longer than building it at once, with 100,000 less.
	many = 1 << 16

	// apart is how far the points of the sample are from each other, a prime:
	// what repeats itself every hour or day is sampled all over. From 61 to 251
	// the time hardly changes.
	apart = 127
)

// sift returns points with the same hull, in the same order and without most
// of those that are no vertices: those deep inside the hull of a sample. Of
// points that are drawn alike, n of which have a hull of v vertices, a hull of
// n leaves v/n of the others outside (Efron, The convex hull of a random set of
// points, Biometrika 52, 1965). The shell of an index proves the rest inside.
//
// A flat sample proves nothing, and then all points are returned.
func sift(dim int, points []float64) []float64 {
	n := len(points) / dim
	if n < many || dim > 4 {
		return points
	}
	sample := make([]float64, 0, (n/apart+1)*dim)
	for i := 0; i < n; i += apart {
		sample = append(sample, points[i*dim:(i+1)*dim]...)
	}
	h, _, err := build(dim, sift(dim, sample))
	if err != nil || h.rank < dim {
		return points
	}
	index := h.newIndex()
	parts := make([][]float64, min(n/many, runtime.GOMAXPROCS(0)))
	var wait sync.WaitGroup
	for i := range parts {
		from, to := n*i/len(parts), n*(i+1)/len(parts)
		wait.Go(func() { parts[i] = h.rest(index, points[from*dim:to*dim]) })
	}
	wait.Wait()
	return slices.Concat(parts...)
}

// rest returns the points that the index of the hull does not prove inside.
func (h *Hull) rest(index *index, points []float64) (rest []float64) {
	var u [MaxDim]float64
	for i := 0; i < len(points); i += h.dim {
		x := points[i : i+h.dim]
		if h.holds(x) {
			if h.project(&u, x); index.contains(&u) == inside {
				continue
			}
		}
		rest = append(rest, x...)
	}
	return rest
}
