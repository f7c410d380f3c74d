package view

import (
	"fmt"
	"math"
	"slices"

	"davy/biflow"
	"davy/hull"
	"davy/internal/plot"
	"davy/model"
	"davy/shape"
)

// A Hull is the hull of a model that a picture shows.
type Hull struct {
	Name    string
	holds   func(biflow.Point) bool
	corners []biflow.Point // in the hull's own space
	grown   []biflow.Point // expanded by α; nil for none
	alpha   float64
	log     bool // its space is that of model.Scale, else bytes and packets
}

// ChooseHull returns a model's hull for pictures of some points: the profile of
// a name, the article's for "article", none for "none". For "auto" it is the
// profile that holds most of the points, or is nearest to them, and the article's
// where the model has no profiles. Without a hull it says why.
func ChooseHull(m *model.Model, name string, points []biflow.Point) (h *Hull, why string, err error) {
	switch {
	case name == "none":
		return nil, "Without the model's hull, as asked.", nil
	case name == "article" && m.Baseline == nil:
		return nil, "", fmt.Errorf("the model has no hull for the article's rule")
	case name == "article" || name == "auto" && len(m.Profiles) == 0 && m.Baseline != nil:
		return baselineHull(m.Baseline), "", nil
	case name == "auto" && len(m.Profiles) == 0:
		return nil, "Without an outline: the model has no hull.", nil
	case name == "auto":
		p, holds := nearest(m.Profiles, points)
		h := profileHull(p)
		if !holds && len(points) > 0 {
			h.Name += ", the nearest"
		}
		return h, "", nil
	}
	for _, p := range m.Profiles {
		if p.Name == name {
			return profileHull(p), "", nil
		}
	}
	return nil, "", fmt.Errorf("the model has no profile %q", name)
}

// looked is how many points, evenly spread, a profile is chosen by.
const looked = 1000

// nearest returns the profile that holds most of the points; of those that hold
// as many the one that they are nearest to, by the median of the gauge in terms
// of α.
func nearest(profiles []*model.Profile, points []biflow.Point) (best *model.Profile, holds bool) {
	step := len(points)/looked + 1
	most, least := -1, 0.0
	for _, p := range profiles {
		inside := 0
		var gauges []float64
		for i := 0; i < len(points); i += step {
			if p.Contains(points[i]) {
				inside++
			}
			gauges = append(gauges, p.Gauge(points[i])/p.Alpha)
		}
		far := shape.Median(gauges)
		if inside > most || inside == most && far < least {
			best, most, least = p, inside, far
		}
	}
	return best, most > 0
}

func profileHull(p *model.Profile) *Hull {
	return &Hull{
		Name: "profile " + p.Name, holds: p.Contains, log: true, alpha: p.Alpha,
		corners: p.Expanded(1), grown: p.Expanded(p.Alpha),
	}
}

func baselineHull(b *model.Baseline) *Hull {
	return &Hull{Name: "the article's rule", holds: b.Contains, corners: b.Vertices}
}

// Outline returns the projection of the hull, expanded by α or as it is, onto
// two of the axes of a Point: the hull of the projected corners, closed, in
// bytes and packets. Edges that are straight in the hull's space are followed
// by short steps, so that they are right on axes of any scale.
func (h *Hull) Outline(x, y int, grown bool) ([]plot.Point, error) {
	from := h.corners
	if grown {
		from = h.grown
	}
	var flat []float64
	for _, c := range from {
		flat = append(flat, c[x], c[y])
	}
	ring, err := hull.Ring(flat)
	if err != nil {
		return nil, err
	}
	return h.unscaled(closed(ring)), nil
}

// unscaled returns a line's points in bytes and packets.
func (h *Hull) unscaled(line []plot.Point) []plot.Point {
	out := stepped(line)
	if h.log {
		for i, p := range out {
			out[i] = plot.Point{math.Expm1(p[0]), math.Expm1(p[1])}
		}
	}
	return out
}

// closed returns the corners of a ring as points, the first one again at the end.
func closed(ring []float64) []plot.Point {
	var out []plot.Point
	for p := range slices.Chunk(ring, 2) {
		out = append(out, plot.Point(p))
	}
	if len(out) > 1 {
		out = append(out, out[0])
	}
	return out
}

// steps are shares of an edge: even ones, and ever shorter ones towards both
// ends, which on a logarithmic axis may be most of what is seen.
var steps = func() []float64 {
	var out []float64
	for i := range 31 {
		out = append(out, float64(i+1)/32)
	}
	for i := range 72 {
		near := math.Pow(10, -1.5-float64(i)/8)
		out = append(out, near, 1-near)
	}
	slices.Sort(out)
	return out
}()

func stepped(corners []plot.Point) []plot.Point {
	var out []plot.Point
	for i, p := range corners {
		out = append(out, p)
		if i+1 == len(corners) {
			break
		}
		q := corners[i+1]
		for _, t := range steps {
			out = append(out, plot.Point{p[0]*(1-t) + q[0]*t, p[1]*(1-t) + q[1]*t})
		}
	}
	return out
}
