package view

import (
	"fmt"

	"davy/biflow"
	"davy/hull"
	"davy/internal/numeral"
	"davy/internal/plot"
)

// A plane is two axes of a Point: packets across, bytes up.
type plane struct {
	side string
	x, y int
}

var bothPlanes = []plane{{"local", 1, 0}, {"remote", 3, 2}}

func (p plane) panel(scale plot.Scale) plot.Panel {
	return plot.Panel{
		Title: p.side + " side", X: p.side + " packets in ten minutes", Y: p.side + " bytes in ten minutes (IP level)",
		XScale: scale, YScale: scale,
	}
}

func (p plane) of(points []biflow.Point) []plot.Point {
	out := make([]plot.Point, len(points))
	for i, x := range points {
		out[i] = plot.Point{x[p.x], x[p.y]}
	}
	return out
}

// parted is points by whether they are in the hull, in all four dimensions.
type parted struct{ inside, outside []biflow.Point }

func (o *Options) part(points []biflow.Point) parted {
	if o.Hull == nil {
		return parted{inside: points}
	}
	var out parted
	for _, x := range points {
		if o.Hull.holds(x) {
			out.inside = append(out.inside, x)
		} else {
			out.outside = append(out.outside, x)
		}
	}
	return out
}

// names are what the legend calls the two parts.
func (o *Options) names() (inside, outside string) {
	switch {
	case o.Hull == nil:
		return "window", ""
	case o.Hull.grown != nil:
		return "inside the expanded hull", "outside"
	}
	return "inside the hull", "outside"
}

// planes shows bytes over packets, a panel for each side.
func planes(s *Subject, o *Options, f *plot.Figure) error {
	points := s.points()
	parts := o.part(points)
	inside, outside := o.names()
	for _, p := range bothPlanes {
		panel := p.panel(o.Scale)
		panel.Clouds = fewerOnTop(
			plot.Cloud{Name: outside, Mark: plot.Wedge, Points: p.of(parts.outside)},
			plot.Cloud{Name: inside, Mark: plot.Disc, Points: p.of(parts.inside)},
		)
		if o.Hull != nil {
			curves, err := o.outlines(p)
			if err != nil {
				return err
			}
			panel.Curves = curves
		}
		if o.PlaneHull && len(points) > 0 {
			curve, err := planeHull(p, panel.Clouds)
			if err != nil {
				return err
			}
			panel.Curves = append(panel.Curves, curve)
		}
		if len(points) == 0 {
			panel.Empty = "no window with accepted traffic"
		}
		f.Panels = append(f.Panels, panel)
	}
	if o.Zoom && o.Hull != nil {
		f.Notes[0] += "; axes follow the points"
	}
	f.Notes = append(f.Notes, o.hullNote(len(parts.inside), len(points)))
	return nil
}

// fewerOnTop keeps the many from hiding the few.
func fewerOnTop(a, b plot.Cloud) []plot.Cloud {
	if len(a.Points) < len(b.Points) {
		return []plot.Cloud{b, a}
	}
	return []plot.Cloud{a, b}
}

func (o *Options) hullNote(inside, all int) string {
	if o.Hull == nil {
		return o.NoHull
	}
	return fmt.Sprintf("Hull: %s, projected from four dimensions. %s of %s windows inside, judged in all four: marks outside may lie within an outline.",
		o.Hull.Name, numeral.Grouped(inside), numeral.Grouped(all))
}

// outlines are the hull's in a plane, as it is and expanded.
func (o *Options) outlines(p plane) ([]plot.Curve, error) {
	raw, err := o.Hull.Outline(p.x, p.y, false)
	if err != nil {
		return nil, err
	}
	curves := []plot.Curve{{Name: "hull", Stroke: plot.Solid, Points: raw, Beyond: o.Zoom}}
	if o.Hull.grown != nil {
		grown, err := o.Hull.Outline(p.x, p.y, true)
		if err != nil {
			return nil, err
		}
		curves = append(curves, plot.Curve{Name: fmt.Sprintf("expanded by α = %.2f", o.Hull.alpha), Stroke: plot.Dashed, Points: grown, Beyond: o.Zoom})
	}
	return curves, nil
}

// planeHull is the hull of the points shown in one plane, in bytes and packets.
func planeHull(p plane, clouds []plot.Cloud) (plot.Curve, error) {
	var flat []float64
	for _, c := range clouds {
		for _, pt := range c.Points {
			flat = append(flat, pt[0], pt[1])
		}
	}
	ring, err := hull.Ring(flat)
	if err != nil {
		return plot.Curve{}, fmt.Errorf("%s plane: %w", p.side, err)
	}
	return plot.Curve{Name: "hull of the points shown, in this plane", Stroke: plot.Dotted, Points: stepped(closed(ring))}, nil
}
