package view

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"davy/biflow"
	"davy/hull"
	"davy/internal/numeral"
	"davy/internal/plot"
	"davy/shape"
)

const (
	// mostStrewn is how many points a curve is of: simulations take the square.
	mostStrewn = 400
	// simulations whose lowest and highest leave 5 % at each radius to chance:
	// Besag & Diggle, Applied Statistics 26 (1977).
	simulations = 39
	radii       = 50
)

// A strewing is what a cloud in a plane is compared with: as many points strewn
// at random over its own hull. Both axes are parted so that the cloud is 1 wide
// and 1 high.
type strewing struct {
	points []float64 // shape (n, 2)
	ring   []float64 // their hull's corners
	area   float64
}

// strew returns the strewing of a plane, false if the points have no area.
func strew(points []biflow.Point, p plane, scale plot.Scale) (*strewing, bool) {
	n := min(len(points), mostStrewn)
	s := new(strewing)
	for i := range n {
		x := points[i*len(points)/n]
		s.points = append(s.points, scale.At(x[p.x]), scale.At(x[p.y]))
	}
	for axis := range 2 {
		lo, hi := 0.0, 0.0
		for i := axis; i < len(s.points); i += 2 {
			if i == axis {
				lo, hi = s.points[i], s.points[i]
			}
			lo, hi = min(lo, s.points[i]), max(hi, s.points[i])
		}
		for i := axis; i < len(s.points) && hi > lo; i += 2 {
			s.points[i] = (s.points[i] - lo) / (hi - lo)
		}
	}
	h, err := hull.New(2, s.points)
	if err != nil || h.Rank() < 2 || !(h.Volume() > 0) {
		return nil, false
	}
	s.area = h.Volume()
	s.ring, err = hull.Ring(s.points)
	return s, err == nil
}

// random strews as many points over the hull: triangles from its first corner,
// by area.
func (s *strewing) random(r *rand.Rand) []float64 {
	n := len(s.ring)/2 - 2
	upTo := make([]float64, n)
	sum := 0.0
	corner := func(i int) (x, y float64) { return s.ring[2*i] - s.ring[0], s.ring[2*i+1] - s.ring[1] }
	for i := range n {
		ax, ay := corner(i + 1)
		bx, by := corner(i + 2)
		sum += ax*by - ay*bx
		upTo[i] = sum
	}
	out := make([]float64, 0, len(s.points))
	for range len(s.points) / 2 {
		at, _ := slices.BinarySearch(upTo, r.Float64()*sum)
		at = min(at, n-1)
		u, v := r.Float64(), r.Float64()
		if u+v > 1 {
			u, v = 1-u, 1-v
		}
		ax, ay := corner(at + 1)
		bx, by := corner(at + 2)
		out = append(out, s.ring[0]+u*ax+v*bx, s.ring[1]+u*ay+v*by)
	}
	return out
}

// A statistic is a curve over distances of points in a plane, of such an area.
type statistic func(points []float64, area float64, distances []float64) []float64

// strewn fills a figure with a statistic of both planes beside its envelope.
func strewn(s *Subject, o *Options, f *plot.Figure, stat statistic, y string, farthest func(*strewing) float64) {
	points := s.points()
	seen := 0
	for _, p := range bothPlanes {
		panel := plot.Panel{Title: p.side + " side", X: "distance, as a share of the width and height of the cloud", Y: y, XScale: plot.Linear, YScale: plot.Linear}
		if of, ok := strew(points, p, o.Scale); ok {
			seen = len(of.points) / 2
			panel.Bands, panel.Curves = of.envelope(stat, farthest(of))
		} else {
			panel.Empty = "no curve: the points are too few, or on a line"
		}
		f.Panels = append(f.Panels, panel)
	}
	if seen > 0 {
		if seen < len(points) {
			f.Notes[0] += "; curves of " + numeral.Grouped(seen) + ", evenly picked"
		}
		f.Notes = append(f.Notes, fmt.Sprintf("Envelope: lowest and highest of %d simulations of as many points strewn at random over the cloud's hull in the plane (%s axes).",
			simulations, map[plot.Scale]string{plot.Linear: "linear", plot.Log1p: "logarithmic"}[o.Scale]),
			"Each distance by itself leaves 5 % to chance. The model stores no such curves of its miners.")
	}
}

func (s *strewing) envelope(stat statistic, farthest float64) ([]plot.Band, []plot.Curve) {
	at := make([]float64, radii)
	for i := range at {
		at[i] = farthest * float64(i) / (radii - 1)
	}
	measured := stat(s.points, s.area, at)
	band := plot.Band{Name: "points strewn at random", X: at}
	r := rand.New(rand.NewPCG(39, 2))
	for i := range simulations {
		curve := stat(s.random(r), s.area, at)
		if i == 0 {
			band.Low, band.High = slices.Clone(curve), slices.Clone(curve)
		}
		for j, y := range curve {
			band.Low[j], band.High[j] = min(band.Low[j], y), max(band.High[j], y)
		}
	}
	line := plot.Curve{Name: "the pair", Stroke: plot.Thick}
	for i, r := range at {
		line.Points = append(line.Points, plot.Point{r, measured[i]})
	}
	return []plot.Band{band}, []plot.Curve{line}
}

// neighbour shows the share of points that have their nearest one within a distance.
func neighbour(s *Subject, o *Options, f *plot.Figure) error {
	share := func(points []float64, _ float64, distances []float64) []float64 {
		nearest := shape.NearestDistances(points, 2)
		slices.Sort(nearest)
		out := make([]float64, len(distances))
		for i, d := range distances {
			n, _ := slices.BinarySearchFunc(nearest, d, func(x, d float64) int {
				if x <= d {
					return -1
				}
				return 1
			})
			out[i] = float64(n) / float64(len(nearest))
		}
		return out
	}
	strewn(s, o, f, share, "share of windows with a neighbour so near", func(s *strewing) float64 {
		density := float64(len(s.points)/2) / s.area
		return min(1, 2/math.Sqrt(density)) // the mean is half a root
	})
	return nil
}

// ripley shows how many points lie about a point, within a distance.
func ripley(s *Subject, o *Options, f *plot.Figure) error {
	excess := func(points []float64, area float64, distances []float64) []float64 {
		l, _ := shape.RipleyL(points, 2, area, distances)
		for i := range l {
			l[i] -= distances[i]
		}
		return l
	}
	strewn(s, o, f, excess, "L(r) − r: above the band clustered, below regular", func(*strewing) float64 { return 0.25 })
	return nil
}
