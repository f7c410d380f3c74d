package shape

import (
	"math"
	"math/rand/v2"
	"slices"
)

// maxRounds ends the search of [KMeans] where rounding would keep it going
// between equals; it converges in some ten.
const maxRounds = 300

// KMeans parts the points into at most k clusters, each point in that with the
// nearest centre, and returns the centres, one after the other, and the cluster
// of each point. The same seed gives the same clusters. There are fewer than k
// if there are fewer different points, and none without points or for k < 1.
//
// Source: Lloyd, IEEE Trans. Information Theory 28 (1982); first centres by
// Arthur & Vassilvitskii, k-means++, SODA 2007.
func KMeans(points []float64, dim, k int, seed uint64) (centres []float64, cluster []int) {
	n := count(points, dim)
	cluster = make([]int, n)
	if n == 0 || k < 1 {
		return nil, nil
	}
	centres = firstCentres(points, dim, k, rand.New(rand.NewPCG(seed, 0)))
	for range maxRounds {
		moved := false
		for i := range n {
			at, _ := nearestCentre(points[i*dim:(i+1)*dim], centres)
			moved = moved || at != cluster[i]
			cluster[i] = at
		}
		recentre(points, dim, cluster, centres)
		if !moved {
			break
		}
	}
	return centres, cluster
}

// firstCentres draws k different points, each with a chance that grows with the
// square of its distance to those drawn before.
func firstCentres(points []float64, dim, k int, r *rand.Rand) []float64 {
	n := count(points, dim)
	at := r.IntN(n)
	centres := slices.Clone(points[at*dim : (at+1)*dim])
	for range min(k, n) - 1 {
		far, sum := make([]float64, n), 0.0
		for i := range far {
			_, d := nearestCentre(points[i*dim:(i+1)*dim], centres)
			sum += d
			far[i] = sum
		}
		if sum == 0 {
			break
		}
		drawn := (1 - r.Float64()) * sum // never 0, so never a point that is drawn
		at := slices.IndexFunc(far, func(upTo float64) bool { return upTo >= drawn })
		centres = append(centres, points[at*dim:(at+1)*dim]...)
	}
	return centres
}

// nearestCentre returns the index of the centre nearest to a point, the first
// of equals, and the square of its distance.
func nearestCentre(point, centres []float64) (at int, d float64) {
	dim := len(point)
	d = math.Inf(1)
	for i := 0; i < len(centres); i += dim {
		if here := distance2(point, centres[i:i+dim]); here < d {
			at, d = i/dim, here
		}
	}
	return at, d
}

// recentre moves each centre to the mean of its points; one without any stays.
func recentre(points []float64, dim int, cluster []int, centres []float64) {
	sums, sizes := make([]float64, len(centres)), make([]float64, len(centres)/dim)
	for i, c := range cluster {
		sizes[c]++
		for axis := range dim {
			sums[c*dim+axis] += points[i*dim+axis]
		}
	}
	for i := range centres {
		if size := sizes[i/dim]; size > 0 {
			centres[i] = sums[i] / size
		}
	}
}

// Noise is the cluster of the points that are in none.
const Noise = -1

// DBSCAN parts the points into clusters that are dense and apart, and returns
// the cluster of each, from 0 in the order of their first points, or [Noise].
// A point with at least dense points within radius, itself included, is
// the core of a cluster, and all within its radius belong to it; a point at the
// rim of several belongs to the first. O(n²).
//
// Source: Ester, Kriegel, Sander & Xu, KDD 1996.
func DBSCAN(points []float64, dim int, radius float64, dense int) (cluster []int) {
	n := count(points, dim)
	around := func(i int) (within []int) {
		for j := range n {
			if distance(points[i*dim:(i+1)*dim], points[j*dim:(j+1)*dim]) <= radius {
				within = append(within, j)
			}
		}
		return within
	}
	cluster = slices.Repeat([]int{Noise}, n)
	found := 0
	for i := range n {
		if cluster[i] != Noise {
			continue
		}
		front := around(i)
		if len(front) < dense {
			continue // noise, unless a later core reaches it
		}
		for len(front) > 0 {
			j := front[len(front)-1]
			front = front[:len(front)-1]
			if cluster[j] != Noise {
				continue
			}
			cluster[j] = found
			if within := around(j); len(within) >= dense {
				front = append(front, within...)
			}
		}
		found++
	}
	return cluster
}
