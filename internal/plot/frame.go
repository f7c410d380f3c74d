package plot

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A frame is where a thing lies: the scales of its axes, and the colours.
type frame struct {
	xs, ys Scale
	*palette
}

// place returns where a point is in the units of Scale.at.
func (f frame) place(p Point) (x, y float64, ok bool) {
	x, okX := f.xs.at(p[0])
	y, okY := f.ys.at(p[1])
	return x, y, okX && okY
}

// trace returns where points are on the canvas, without those that have no
// place on the axes.
func (f frame) trace(canvas *draw.Canvas, p *plot.Plot, points []Point) []vg.Point {
	toX, toY := p.Transforms(canvas)
	out := make([]vg.Point, 0, len(points))
	for _, pt := range points {
		if x, y, ok := f.place(pt); ok {
			out = append(out, vg.Point{X: toX(x), Y: toY(y)})
		}
	}
	return out
}

// cover returns the spans with the points.
func (f frame) cover(x, y span, points []Point) (span, span) {
	for _, pt := range points {
		if px, py, ok := f.place(pt); ok {
			x, y = x.with(px), y.with(py)
		}
	}
	return x, y
}

// words is a text in the middle of a panel.
type words struct {
	text string
	c    *palette
}

// Plot implements plot.Plotter.
func (w words) Plot(canvas draw.Canvas, p *plot.Plot) {
	style := p.Title.TextStyle
	style.Color, style.XAlign, style.YAlign = w.c.third, draw.XCenter, draw.YCenter
	canvas.FillText(style, canvas.Center(), fit(style, w.text, canvas.Max.X-canvas.Min.X))
}
