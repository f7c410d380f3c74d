package plot

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Mark is how a point looks. Marks differ in shape, not only in colour.
type Mark int

const (
	Faint    Mark = iota // a pale dot, for thousands
	Cross                // a dark upright cross, for what sums others up
	Triangle             // a filled triangle with a white rim, which keeps those beside each other apart, for what the picture is about
)

// Colours that the colour-blind tell apart: Okabe & Ito, Color Universal
// Design (2008).
var (
	skyBlue   = color.NRGBA{0x56, 0xb4, 0xe9, 0x48}
	deepBlue  = color.NRGBA{0x00, 0x3f, 0x66, 0xc0}
	vermilion = color.NRGBA{0xd5, 0x5e, 0x00, 0xff}
	white     = color.NRGBA{0xff, 0xff, 0xff, 0xff}
)

// styles are the layers of a mark, the lowest first.
func (m Mark) styles() []draw.GlyphStyle {
	switch m {
	case Cross:
		return []draw.GlyphStyle{{Color: deepBlue, Radius: 3, Shape: draw.PlusGlyph{}}}
	case Triangle:
		return []draw.GlyphStyle{
			{Color: vermilion, Radius: 3.6, Shape: draw.PyramidGlyph{}},
			{Color: white, Radius: 3.6, Shape: draw.TriangleGlyph{}},
		}
	}
	return []draw.GlyphStyle{{Color: skyBlue, Radius: 1.3, Shape: draw.CircleGlyph{}}}
}

// addTo draws the cloud on p, and names it where there is a legend.
func (c *Cloud) addTo(p *plot.Plot, legend bool) error {
	for i, pt := range c.Points {
		if !(pt[0] > 0 && pt[1] > 0) {
			return fmt.Errorf("point %d, %v, has no logarithm", i, pt)
		}
	}
	if len(c.Points) == 0 {
		return nil
	}
	p.Add(c)
	if legend {
		p.Legend.Add(c.Name, c)
	}
	return nil
}

// Plot implements plot.Plotter.
func (c *Cloud) Plot(canvas draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&canvas)
	styles := c.Mark.styles()
	for _, pt := range c.Points {
		for _, style := range styles {
			canvas.DrawGlyph(style, vg.Point{X: x(math.Log10(pt[0])), Y: y(math.Log10(pt[1]))})
		}
	}
}

// DataRange implements plot.DataRanger.
func (c *Cloud) DataRange() (xmin, xmax, ymin, ymax float64) {
	lo, hi := c.Points[0], c.Points[0]
	for _, pt := range c.Points {
		lo = Point{min(lo[0], pt[0]), min(lo[1], pt[1])}
		hi = Point{max(hi[0], pt[0]), max(hi[1], pt[1])}
	}
	return math.Log10(lo[0]), math.Log10(hi[0]), math.Log10(lo[1]), math.Log10(hi[1])
}

// Thumbnail implements plot.Thumbnailer. Pale marks are shown larger and full.
func (c *Cloud) Thumbnail(canvas *draw.Canvas) {
	for _, style := range c.Mark.styles() {
		if c.Mark == Faint {
			full := skyBlue
			full.A = 0xff
			style.Color, style.Radius = full, 2
		}
		canvas.DrawGlyph(style, canvas.Center())
	}
}
