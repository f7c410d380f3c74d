package view

import (
	"fmt"
	"math"
	"strings"

	"davy/biflow"
	"davy/hull"
	"davy/internal/plot"
	"davy/model"
	"davy/shape"
)

// components shows the windows along their principal axes in the space of the
// model's profiles, ln(1+x) of each count: first and second, first and third.
func components(s *Subject, o *Options, f *plot.Figure) error {
	points := s.points()
	if len(points) < 2 {
		f.Panels = []plot.Panel{{Title: "principal axes", XScale: plot.Linear, YScale: plot.Linear, Empty: "fewer than two windows: no axes"}}
		return nil
	}
	parts := o.part(points)
	c := shape.PCA(flatten(points, model.Scale), 4, 4)
	inside, outside := o.names()
	for _, second := range []int{1, 2} {
		panel := plot.Panel{
			Title: fmt.Sprintf("axes 1 and %d", second+1), X: axisName(c, 0), Y: axisName(c, second), XScale: plot.Linear, YScale: plot.Linear,
			Clouds: fewerOnTop(
				plot.Cloud{Name: outside, Mark: plot.Wedge, Points: along(c, flatten(parts.outside, model.Scale), second)},
				plot.Cloud{Name: inside, Mark: plot.Disc, Points: along(c, flatten(parts.inside, model.Scale), second)},
			),
		}
		if o.Hull != nil && o.Hull.log {
			curves, err := o.shadows(c, second)
			if err != nil {
				return err
			}
			panel.Curves = curves
		}
		f.Panels = append(f.Panels, panel)
	}
	for i := range 2 {
		f.Notes = append(f.Notes, fmt.Sprintf("Axis %d: %s", i+1, loadings(c, i)))
	}
	switch {
	case o.Hull != nil && !o.Hull.log:
		f.Notes = append(f.Notes, "Without an outline: the article's hull has straight edges in bytes and packets, not in their logarithms.")
	default:
		f.Notes = append(f.Notes, o.hullNote(len(parts.inside), len(points)))
	}
	return nil
}

func same(x biflow.Point) biflow.Point { return x }

func flatten(points []biflow.Point, space func(biflow.Point) biflow.Point) []float64 {
	out := make([]float64, 0, 4*len(points))
	for _, x := range points {
		y := space(x)
		out = append(out, y[:]...)
	}
	return out
}

// along returns the coordinates of points along the first axis and another.
func along(c shape.Components, points []float64, second int) []plot.Point {
	flat := c.Project(points)
	var out []plot.Point
	for i := 0; i < len(flat); i += 4 {
		out = append(out, plot.Point{flat[i], flat[i+second]})
	}
	return out
}

// shadows are the outlines of the hull along the axes.
func (o *Options) shadows(c shape.Components, second int) ([]plot.Curve, error) {
	var out []plot.Curve
	for _, part := range []struct {
		name    string
		stroke  plot.Stroke
		corners []biflow.Point
	}{{"hull", plot.Solid, o.Hull.corners}, {fmt.Sprintf("expanded by α = %.2f", o.Hull.alpha), plot.Dashed, o.Hull.grown}} {
		var flat []float64
		for _, p := range along(c, flatten(part.corners, same), second) {
			flat = append(flat, p[0], p[1])
		}
		ring, err := hull.Ring(flat)
		if err != nil {
			return nil, err
		}
		out = append(out, plot.Curve{Name: part.name, Stroke: part.stroke, Points: closed(ring), Beyond: o.Zoom})
	}
	return out, nil
}

func axisName(c shape.Components, axis int) string {
	share := 0.0
	if c.Total > 0 {
		share = 100 * c.Variances[axis] / c.Total
	}
	return fmt.Sprintf("axis %d, ln of counts (%.3g %% of the variance)", axis+1, share)
}

// loadings writes an axis as a sum of logarithms.
func loadings(c shape.Components, axis int) string {
	var terms []string
	for i, name := range []string{"ln local bytes", "ln local packets", "ln remote bytes", "ln remote packets"} {
		x := c.Axes[4*axis+i]
		sign := " + "
		if x < 0 {
			sign = " − "
		}
		if len(terms) == 0 && x >= 0 {
			sign = ""
		}
		terms = append(terms, fmt.Sprintf("%s%.2f %s", sign, math.Abs(x), name))
	}
	return strings.Join(terms, "")
}
