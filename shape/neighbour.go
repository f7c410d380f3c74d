package shape

import (
	"math"
	"slices"
)

// NearestDistances returns for each point its distance to the nearest other
// one: 0 for a duplicate. It is nil for fewer than two points. O(n²), and in up
// to 4 dimensions the less the narrower the cloud: the search goes both ways
// along the widest axis until that alone is farther than a neighbour found.
func NearestDistances(points []float64, dim int) []float64 {
	return new(Workspace).NearestDistances(points, dim)
}

// NearestDistances is the function [NearestDistances].
func (w *Workspace) NearestDistances(points []float64, dim int) []float64 {
	n := count(points, dim)
	if n < 2 {
		return nil
	}
	w.nearest = sized(w.nearest, n)
	if dim > 4 {
		compareAll(w.nearest, points, dim)
	} else {
		w.sweep(w.nearest, points, dim)
	}
	for i, d := range w.nearest {
		w.nearest[i] = math.Sqrt(d)
	}
	return w.nearest
}

// compareAll fills in the squares of the distances by comparing all points.
func compareAll(nearest, points []float64, dim int) {
	for i := range nearest {
		nearest[i] = math.Inf(1)
	}
	for i := range nearest {
		a := points[i*dim : (i+1)*dim]
		for j := range i {
			d := distance2(a, points[j*dim:(j+1)*dim])
			nearest[i], nearest[j] = min(nearest[i], d), min(nearest[j], d)
		}
	}
}

// sweep fills in the squares of the distances in up to 4 dimensions. Axes that
// the points do not have are 0 for all.
func (w *Workspace) sweep(nearest, points []float64, dim int) {
	n, axis := len(nearest), widest(points, dim)
	w.axis, w.points = sized(w.axis, n), sized(w.points, n)
	for i := range w.axis {
		w.axis[i] = points[i*dim+axis]
	}
	w.along.Set(w.axis)
	for i, number := range w.along.order {
		w.points[i] = [4]float64{}
		copy(w.points[i][:], points[number*dim:(number+1)*dim])
	}
	for i, number := range w.along.order {
		nearest[number] = nearestOf(w.points, w.along.sorted, i)
	}
}

// nearestOf returns the squared distance of point i to the nearest other one,
// of points in the order of their coordinates along an axis.
func nearestOf(points [][4]float64, along []float64, i int) float64 {
	nearest, here, a := math.Inf(1), along[i], &points[i]
	for j := i - 1; j >= 0; j-- {
		if d := here - along[j]; d*d >= nearest {
			break
		}
		nearest = min(nearest, distance4(a, &points[j]))
	}
	for j := i + 1; j < len(points); j++ {
		if d := along[j] - here; d*d >= nearest {
			break
		}
		nearest = min(nearest, distance4(a, &points[j]))
	}
	return nearest
}

// distance4 is distance2 in four dimensions.
func distance4(a, b *[4]float64) float64 {
	d0, d1, d2, d3 := a[0]-b[0], a[1]-b[1], a[2]-b[2], a[3]-b[3]
	return d0*d0 + d1*d1 + d2*d2 + d3*d3
}

// widest returns the axis along which the points are farthest apart.
func widest(points []float64, dim int) (axis int) {
	most := 0.0
	for a := range dim {
		if lo, hi := extent(points, dim, a); hi-lo > most {
			axis, most = a, hi-lo
		}
	}
	return axis
}

// ClarkEvans returns the nearest-neighbour index R: the mean distance to the
// nearest neighbour over the one expected of points strewn at random over the
// volume (of a hull, or [BoxVolume]). Below 1 is clustered, 1 is random, above
// 1 is regular; in 2 dimensions the most is 2.149, a triangular lattice. No edge
// correction: points at the rim have fewer neighbours, which raises R, the more
// so the more dimensions. Not ok for fewer than two points or no volume.
//
// Source: Clark & Evans, Ecology 35 (1954); in d dimensions Clark & Evans,
// Ecology 60 (1979): E = Γ(1 + 1/d) (λ v)^(-1/d) with λ the density and v the
// volume of the unit ball.
func ClarkEvans(points []float64, dim int, volume float64) (r float64, ok bool) {
	return ClarkEvansOf(NearestDistances(points, dim), dim, volume)
}

// ClarkEvansOf is [ClarkEvans] for points with these [NearestDistances].
func ClarkEvansOf(nearest []float64, dim int, volume float64) (r float64, ok bool) {
	if nearest == nil || !(volume > 0) || math.IsInf(volume, 1) {
		return 0, false
	}
	n, d := float64(len(nearest)), float64(dim)
	gamma, _ := math.Lgamma(1 + 1/d)
	expected := math.Exp(gamma - (math.Log(n)-math.Log(volume)+logBall(dim))/d)
	return mean(nearest) / expected, true
}

// DuplicateShare returns the share of points that coincide with another one: 0
// for none, 1 if each has a double. Counts that are combinations of few sizes
// coincide; continuous values do not. O(n log n).
func DuplicateShare(points []float64, dim int) float64 {
	n := count(points, dim)
	if n == 0 {
		return 0
	}
	sorted := make([][]float64, 0, n)
	for point := range slices.Chunk(points, dim) {
		sorted = append(sorted, point)
	}
	slices.SortFunc(sorted, slices.Compare[[]float64])
	same := func(i, j int) bool { return 0 <= i && j < n && slices.Equal(sorted[i], sorted[j]) }
	doubles := 0
	for i := range n {
		if same(i-1, i) || same(i, i+1) {
			doubles++
		}
	}
	return float64(doubles) / float64(n)
}
