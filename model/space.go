package model

import (
	"math"

	"davy/biflow"
	"davy/hull"
	"davy/shape"
)

const dim = 4

// Scale maps a point to the profiles' space.
func Scale(x biflow.Point) biflow.Point {
	for i := range x {
		x[i] = math.Log1p(x[i])
	}
	return x
}

// scaled returns the points in the profiles' space, row-major.
func scaled(points []biflow.Point) []float64 {
	flat := make([]float64, 0, dim*len(points))
	for _, x := range points {
		s := Scale(x)
		flat = append(flat, s[:]...)
	}
	return flat
}

// raw returns the points as they are, row-major.
func raw(points []biflow.Point) []float64 {
	flat := make([]float64, 0, dim*len(points))
	for _, x := range points {
		flat = append(flat, x[:]...)
	}
	return flat
}

// corners returns the points that are vertices of the hull of space(points),
// each once, in the order of the hull's vertices.
func corners(h *hull.Hull, points []biflow.Point, space func([]biflow.Point) []float64) []biflow.Point {
	at := make(map[biflow.Point]biflow.Point, len(points))
	flat := space(points)
	for i, x := range points {
		at[biflow.Point(flat[i*dim:])] = x
	}
	vertices := h.Vertices()
	out := make([]biflow.Point, 0, len(vertices)/dim)
	for i := 0; i < len(vertices); i += dim {
		out = append(out, at[biflow.Point(vertices[i:])])
	}
	return out
}

// prune leaves out of each pair the windows that lie too far from its others,
// so that a stray window cannot stretch the hull over ordinary traffic. It
// looks along the axes in which mining is narrow: mean packet size each way,
// ratio of the packet counts, and rate. A window goes when it is farther from
// the pair's median than half a normal value among that many would be (median
// absolute deviation; Chauvenet's criterion over the four axes).
func prune(miners []Sample) (kept []biflow.Point) {
	for _, m := range miners {
		kept = append(kept, prunePair(m.Points)...)
	}
	return kept
}

func prunePair(points []biflow.Point) (kept []biflow.Point) {
	limit := shape.Chauvenet(dim * len(points))
	out := make([]bool, len(points))
	axis := make([]float64, len(points))
	for a := range dim {
		for i, x := range points {
			axis[i] = traits(x)[a]
		}
		median, deviation := shape.MAD(axis)
		if deviation == 0 { // more than half of the windows agree exactly: no scale to judge by
			continue
		}
		for i := range axis {
			out[i] = out[i] || math.Abs(axis[i]-median) > limit*deviation
		}
	}
	for i, x := range points {
		if !out[i] {
			kept = append(kept, x)
		}
	}
	return kept
}

// traits are a point's coordinates along the axes in which mining is narrow.
// They span the same space as Scale's: each is a sum or difference of two of its axes.
func traits(x biflow.Point) [dim]float64 {
	s := Scale(x)
	return [dim]float64{s[0] - s[1], s[2] - s[3], s[1] - s[3], s[1] + s[3]}
}
