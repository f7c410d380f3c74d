package shape

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// mined is a miner's day or week as bench/geometry has it: bytes and packets
// each way per ten minutes of a dozen miners, over their standard deviations.
func mined(n int) []float64 {
	const keepalives = 10
	r := rand.New(rand.NewPCG(3, 3))
	poisson := func(mean float64) (k float64) {
		limit := math.Exp(-mean)
		for p := r.Float64(); p > limit; p *= r.Float64() {
			k++
		}
		return k
	}
	coins := func(n float64) (heads float64) {
		for range int(n) {
			heads += float64(r.IntN(2))
		}
		return heads
	}
	var jobs, shares [12]float64
	for m := range jobs {
		jobs[m], shares[m] = 12+20*r.Float64(), 4+80*r.Float64()*r.Float64()
	}
	points := make([]float64, 0, 4*n)
	for range n {
		m := r.IntN(len(jobs))
		j, s := poisson(jobs[m]), poisson(shares[m])
		up, down := poisson(j*.9+s*.8), poisson(s*.3)
		points = append(points,
			up*52+keepalives*142+s*242+coins(4*max(s, 1)), up+keepalives+s,
			down*52+keepalives*110+j*420+coins(8*max(j, 1))+s*115, down+keepalives+j+s)
	}
	for axis := range 4 {
		var sum, squares float64
		for i := axis; i < len(points); i += 4 {
			sum += points[i]
			squares += points[i] * points[i]
		}
		middle := sum / float64(n)
		for i := axis; i < len(points); i += 4 {
			points[i] = (points[i] - middle) / math.Sqrt(squares/float64(n)-middle*middle)
		}
	}
	return points
}

func BenchmarkNeighbour(b *testing.B) {
	for _, n := range []int{144, 1008} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			points := mined(n)
			var w Workspace
			b.ReportAllocs()
			for b.Loop() {
				w.NearestDistances(points, 4)
			}
		})
	}
}

func BenchmarkRipley(b *testing.B) {
	radii := make([]float64, 32)
	for i := range radii {
		radii[i] = 0.1 + 2.9*float64(i)/31
	}
	for _, n := range []int{144, 1008} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			points := mined(n)
			b.ReportAllocs()
			for b.Loop() {
				RipleyK(points, 4, 1, radii)
			}
		})
	}
}
