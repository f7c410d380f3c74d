package main

import (
	"math"
	"slices"

	"davy/shape"
)

// A joint is a distance in many traits from the lab's pairs, and that of each
// of them from the rest.
type joint struct {
	distance       float64
	low, mid, high float64 // 5, 50 and 95 % of the lab's
	farther        float64 // percent of the lab's that are at least as far
}

// matrix holds the traits of the capture, then those of the lab's pairs,
// divided by the distance of the lab's 5 and 95 % quantiles. Traits in which
// the lab's pairs do not differ so are left out.
func (s *study) matrix(traits []int) (points []float64, dim int) {
	traits = slices.DeleteFunc(traits, func(t int) bool { return !(s.traits.high[t] > s.traits.low[t]) })
	for _, c := range append([]*cloud{s.real}, s.lab...) {
		for _, t := range traits {
			points = append(points, c.traits[t]/(s.traits.high[t]-s.traits.low[t]))
		}
	}
	return points, len(traits)
}

// radius is the Mahalanobis distance of the first point from the others, and
// of each of the others from the rest of them: plain means and covariances.
func radius(points []float64, dim int) (int, joint) {
	rest := points[dim:]
	alone := func(one, others []float64) float64 {
		centre, covariance := shape.Covariance(others, dim)
		radii, ok := shape.Mahalanobis(one, centre, covariance, dim)
		if !ok {
			return math.NaN()
		}
		return radii[0]
	}
	distances := []float64{alone(points[:dim], rest)}
	for i := 0; i < len(rest); i += dim {
		distances = append(distances, alone(rest[i:i+dim], slices.Concat(rest[:i], rest[i+dim:])))
	}
	return dim, newJoint(distances)
}

// nearest is the distance of the first point to the nearest other, and of each
// of the others to the nearest of them.
func nearest(points []float64, dim int) (int, joint) {
	rest := points[dim:]
	first := math.Inf(1)
	for i := 0; i < len(rest); i += dim {
		sum := 0.0
		for j := range dim {
			sum += (points[j] - rest[i+j]) * (points[j] - rest[i+j])
		}
		first = min(first, math.Sqrt(sum))
	}
	return dim, newJoint(append([]float64{first}, shape.NearestDistances(rest, dim)...))
}

func newJoint(distances []float64) joint {
	x, lab := distances[0], distances[1:]
	return joint{
		distance: x, low: shape.Quantile(lab, 0.05), mid: shape.Median(lab), high: shape.Quantile(lab, 0.95),
		farther: 100 - rank(x, lab),
	}
}
