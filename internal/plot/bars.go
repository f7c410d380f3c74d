package plot

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"
)

// Bars are a histogram: bar i stands from Edges[i] to Edges[i+1], and from 0 to
// Heights[i].
type Bars struct {
	Name    string
	Edges   []float64 // one more than Heights
	Heights []float64
}

// A barsThing is a histogram in its panel.
type barsThing struct {
	frame
	*Bars
}

func (b *barsThing) name() string { return b.Name }

func (b *barsThing) spans(x, y span) (span, span) {
	for i := range b.Heights {
		x, y = b.cover(x, y, b.corners(i))
	}
	return x, y
}

func (b *barsThing) corners(i int) []Point {
	lo, hi, top := b.Edges[i], b.Edges[i+1], b.Heights[i]
	return []Point{{lo, 0}, {hi, 0}, {hi, top}, {lo, top}}
}

// Plot implements plot.Plotter.
func (b *barsThing) Plot(canvas draw.Canvas, p *plot.Plot) {
	for i := range b.Heights {
		if b.Heights[i] > 0 {
			canvas.FillPolygon(b.first, canvas.ClipPolygonXY(b.trace(&canvas, p, b.corners(i))))
		}
	}
}

// Thumbnail implements plot.Thumbnailer.
func (b *barsThing) Thumbnail(canvas *draw.Canvas) { fill(canvas, b.first) }
