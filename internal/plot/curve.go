package plot

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Stroke is how a curve looks. Strokes differ in their dashes, not only in
// colour.
type Stroke int

const (
	Solid  Stroke = iota // the model's hull
	Dashed               // the same, expanded
	Dotted               // another outline, in a colour of its own
	Thick                // what was found: a line through a cloud, a measured curve
	Hair                 // a guide to the eye
)

func (s Stroke) style(c *palette) draw.LineStyle {
	switch s {
	case Dashed:
		return draw.LineStyle{Color: c.hull, Width: 1.3, Dashes: []vg.Length{6, 3}}
	case Dotted:
		return draw.LineStyle{Color: c.other, Width: 1.6, Dashes: []vg.Length{1.6, 2.4}}
	case Thick:
		return draw.LineStyle{Color: c.second, Width: 2}
	case Hair:
		return draw.LineStyle{Color: c.third, Width: 0.7}
	}
	return draw.LineStyle{Color: c.hull, Width: 1.3}
}

// A Curve is points joined by straight lines.
type Curve struct {
	Name   string // in the legend; "" for none
	Stroke Stroke
	Points []Point // without those that have no place on the axes
	Beyond bool    // does not widen the axes, and is cut off at their ends
}

// A curveThing is a curve in its panel.
type curveThing struct {
	frame
	*Curve
}

func (c *curveThing) name() string { return c.Name }

func (c *curveThing) spans(x, y span) (span, span) {
	if c.Beyond {
		return x, y
	}
	return c.cover(x, y, c.Points)
}

// Plot implements plot.Plotter. Points nearer to the last than half a point of
// type are left out.
func (c *curveThing) Plot(canvas draw.Canvas, p *plot.Plot) {
	all := c.trace(&canvas, p, c.Points)
	kept := all[:0]
	for i, at := range all {
		if n := len(kept); i == len(all)-1 || n == 0 || abs(at.X-kept[n-1].X)+abs(at.Y-kept[n-1].Y) >= 0.5 {
			kept = append(kept, at)
		}
	}
	canvas.StrokeLines(c.Stroke.style(c.palette), canvas.ClipLinesXY(kept)...)
}

// Thumbnail implements plot.Thumbnailer.
func (c *curveThing) Thumbnail(canvas *draw.Canvas) {
	y := canvas.Center().Y
	canvas.StrokeLine2(c.Stroke.style(c.palette), canvas.Min.X, y, canvas.Max.X, y)
}

// A Band is what lies between two curves, such as an envelope.
type Band struct {
	Name         string
	X, Low, High []float64 // of equal length
}

// A bandThing is a band in its panel.
type bandThing struct {
	frame
	*Band
}

func (b *bandThing) name() string { return b.Name }

func (b *bandThing) spans(x, y span) (span, span) { return b.cover(x, y, b.rim()) }

// rim is the outline: there along Low, back along High.
func (b *bandThing) rim() []Point {
	out := make([]Point, 0, 2*len(b.X))
	for i, x := range b.X {
		out = append(out, Point{x, b.Low[i]})
	}
	for i := len(b.X) - 1; i >= 0; i-- {
		out = append(out, Point{b.X[i], b.High[i]})
	}
	return out
}

// Plot implements plot.Plotter.
func (b *bandThing) Plot(canvas draw.Canvas, p *plot.Plot) {
	canvas.FillPolygon(b.band, canvas.ClipPolygonXY(b.trace(&canvas, p, b.rim())))
}

// Thumbnail implements plot.Thumbnailer.
func (b *bandThing) Thumbnail(canvas *draw.Canvas) { fill(canvas, b.band) }

func fill(canvas *draw.Canvas, c color.Color) {
	canvas.FillPolygon(c, []vg.Point{canvas.Min, {X: canvas.Max.X, Y: canvas.Min.Y}, canvas.Max, {X: canvas.Min.X, Y: canvas.Max.Y}})
}

func abs(x vg.Length) vg.Length { return max(x, -x) }
