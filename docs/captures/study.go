package main

import (
	"davy/shape"
	"davy/trait"
)

// A study is a capture beside simulated pairs of its kind.
type study struct {
	capture
	real *cloud
	lab  []*cloud

	traits     placing // of all traits of the cloud, one by one
	figures    placing
	far, near  joint // radius about the lab's mean; distance to the nearest pair
	dimensions int   // of far
	scales     int   // of near
}

// A placing is where the capture lies among the lab's pairs, by number.
type placing struct {
	value, low, mid, high []float64 // 5, 50 and 95 % of the lab's
	rank                  []float64 // percent of the lab's below, those equal counting half
	outside               int       // numbers outside 5 to 95 %
	usual, many           float64   // how many a simulated pair has outside: median and 95 %
}

// compared are the traits of a cloud. The others are of ports and addresses,
// which are placeholders in the captures of miners.
const compared = trait.Connections

func newStudy(c capture, real *cloud, lab []*cloud) *study {
	s := &study{capture: c, real: real, lab: lab}
	s.traits = place(real, lab, compared, func(c *cloud, i int) float64 { return c.traits[i] })
	s.figures = place(real, lab, len(figures), func(c *cloud, i int) float64 { return figures[i].value(c) })
	s.dimensions, s.far = radius(s.matrix(shownTraits()))
	s.scales, s.near = nearest(s.matrix(allTraits()))
	return s
}

func shownTraits() (list []int) {
	for i := range figures {
		if figures[i].trait >= 0 {
			list = append(list, figures[i].trait)
		}
	}
	return append(list, trait.LocalRate, trait.RemoteRate) // for the medians
}

func allTraits() (list []int) {
	for t := range compared {
		list = append(list, t)
	}
	return list
}

// place ranks n numbers of the capture among those of the lab's pairs.
func place(real *cloud, lab []*cloud, n int, number func(*cloud, int) float64) placing {
	var p placing
	out := make([]float64, len(lab))
	for i := range n {
		xs := make([]float64, len(lab))
		for j, c := range lab {
			xs[j] = number(c, i)
		}
		x, low, high := number(real, i), shape.Quantile(xs, 0.05), shape.Quantile(xs, 0.95)
		p.value, p.rank = append(p.value, x), append(p.rank, rank(x, xs))
		p.low, p.mid, p.high = append(p.low, low), append(p.mid, shape.Median(xs)), append(p.high, high)
		if x < low || x > high {
			p.outside++
		}
		for j := range lab {
			if xs[j] < low || xs[j] > high {
				out[j]++
			}
		}
	}
	p.usual, p.many = shape.Median(out), shape.Quantile(out, 0.95)
	return p
}

// rank is the percentage of xs below x; those equal to it count half.
func rank(x float64, xs []float64) float64 {
	below := 0.0
	for _, y := range xs {
		switch {
		case y < x:
			below++
		case y == x:
			below += 0.5
		}
	}
	return 100 * below / float64(len(xs))
}
