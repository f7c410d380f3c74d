package shape

import (
	"math"
	"slices"
)

// NearestDistances returns for each point its distance to the nearest other
// one: 0 for a duplicate. It is nil for fewer than two points. O(n²).
func NearestDistances(points []float64, dim int) []float64 {
	n := count(points, dim)
	if n < 2 {
		return nil
	}
	nearest := make([]float64, n)
	for i := range nearest {
		nearest[i] = math.Inf(1)
	}
	for i := range n {
		a := points[i*dim : (i+1)*dim]
		for j := range i {
			d := distance2(a, points[j*dim:(j+1)*dim])
			nearest[i], nearest[j] = min(nearest[i], d), min(nearest[j], d)
		}
	}
	for i, d := range nearest {
		nearest[i] = math.Sqrt(d)
	}
	return nearest
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
	nearest := NearestDistances(points, dim)
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
