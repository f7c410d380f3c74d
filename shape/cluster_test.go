package shape

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// three returns three round clusters in a plane, one after the other.
func three(r *rand.Rand, n int) []float64 {
	var points []float64
	for i := range 3 * n {
		c := float64(i / n)
		points = append(points, 20*c+r.NormFloat64(), 10*c*c+r.NormFloat64())
	}
	return points
}

// together tells whether each third of the points is one cluster, and the
// thirds differ.
func together(cluster []int) bool {
	n := len(cluster) / 3
	for i, c := range cluster {
		if c != cluster[i/n*n] {
			return false
		}
	}
	return cluster[0] != cluster[n] && cluster[n] != cluster[2*n] && cluster[0] != cluster[2*n]
}

func TestKMeans(t *testing.T) {
	points := three(rand.New(rand.NewPCG(20, 20)), 40)
	best := math.Inf(1)
	for seed := range uint64(10) {
		centres, cluster := KMeans(points, 2, 3, seed)
		again, _ := KMeans(points, 2, 3, seed)
		if !slices.Equal(centres, again) {
			t.Errorf("seed %d gives different clusters", seed)
		}
		var cost float64
		for i, c := range cluster {
			at, d := nearestCentre(points[2*i:2*i+2], centres)
			if at != c {
				t.Errorf("seed %d: point %d is in %d, nearest to %d", seed, i, c, at)
			}
			cost += d
		}
		best = min(best, cost)
		if cost < 400 != together(cluster) {
			t.Errorf("seed %d: cost %v, clusters %v", seed, cost, cluster)
		}
	}
	if best > 400 { // 240 squares of variance 1 are 240 ± 22; a cluster cut or merged costs thousands
		t.Errorf("the best of ten has the cost %v", best)
	}
}

func TestKMeansOfFew(t *testing.T) {
	same := []float64{1, 2, 1, 2, 1, 2}
	for _, c := range []struct {
		points []float64
		k      int
		want   []float64
	}{
		{nil, 3, nil},
		{same, 0, nil},
		{same, 3, []float64{1, 2}},
		{[]float64{1, 2, 3, 4}, 1, []float64{2, 3}},
	} {
		if got, _ := KMeans(c.points, 2, c.k, 1); !slices.Equal(got, c.want) {
			t.Errorf("%d clusters of %v: %v, want %v", c.k, c.points, got, c.want)
		}
	}
	if got, _ := KMeans([]float64{1, 2, 3, 4, 1, 2}, 2, 5, 1); len(got) != 4 {
		t.Errorf("two different points: %v", got)
	}
}

func TestDBSCAN(t *testing.T) {
	points := append(three(rand.New(rand.NewPCG(21, 21)), 40), 500, 500)
	cluster := DBSCAN(points, 2, 4, 5)
	if !together(cluster[:120]) || cluster[0] != 0 || cluster[40] != 1 || cluster[120] != Noise {
		t.Errorf("clusters %v", cluster)
	}
	// A chain of cores with a rim: the ends have one neighbour, too few to be cores.
	chain := []float64{9, 0, 1, 2, 3, 4, 20}
	if got := DBSCAN(chain, 1, 1, 3); !slices.Equal(got, []int{Noise, 0, 0, 0, 0, 0, Noise}) {
		t.Errorf("chain: %v", got)
	}
	// The rim of a cluster leads no further.
	if got := DBSCAN([]float64{0, 0.1, 0.2, 0.3, 1.25, 2.2}, 1, 1, 4); !slices.Equal(got, []int{0, 0, 0, 0, 0, Noise}) {
		t.Errorf("rim: %v", got)
	}
	if got := DBSCAN(nil, 4, 1, 3); len(got) != 0 {
		t.Errorf("nothing: %v", got)
	}
}
