package plot

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Mark is how a point looks. Marks differ in shape, not only in colour.
type Mark int

const (
	Faint    Mark = iota // a pale dot, for thousands; each is drawn, and they add up
	Cross                // a dark upright cross, for what sums others up
	Triangle             // a filled triangle with a white rim, which keeps those beside each other apart, for what the picture is about
	Disc                 // a disc in the first colour of the theme; like those below, one for each place that can be told apart
	Wedge                // a triangle in the second colour
	Ex                   // a diagonal cross in the third colour
)

// styles are the layers of a mark that is drawn point by point, the lowest first.
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

// A cloudThing is a cloud in its panel.
type cloudThing struct {
	frame
	*Cloud
}

func (c *cloudThing) name() string                 { return c.Name }
func (c *cloudThing) spans(x, y span) (span, span) { return c.cover(x, y, c.Points) }

// Plot implements plot.Plotter.
func (c *cloudThing) Plot(canvas draw.Canvas, p *plot.Plot) {
	if c.Mark >= Disc {
		c.thin(&canvas, p)
		return
	}
	styles := c.Mark.styles()
	for _, at := range c.trace(&canvas, p, c.Points) {
		for _, style := range styles {
			canvas.DrawGlyph(style, at)
		}
	}
}

// Thumbnail implements plot.Thumbnailer. Pale marks are shown larger and full.
func (c *cloudThing) Thumbnail(canvas *draw.Canvas) {
	if c.Mark >= Disc {
		canvas.SetColor(c.colour())
		canvas.Fill(c.Mark.outline(nil, canvas.Center(), 3.2))
		return
	}
	for _, style := range c.Mark.styles() {
		if c.Mark == Faint {
			full := skyBlue
			full.A = 0xff
			style.Color, style.Radius = full, 2
		}
		canvas.DrawGlyph(style, canvas.Center())
	}
}

func (c *cloudThing) colour() color.NRGBA {
	switch c.Mark {
	case Wedge:
		return c.second
	case Ex:
		return c.third
	}
	return c.first
}

// shapes are the corners of the marks from Disc on, for a radius of 1.
var shapes = map[Mark][][2]vg.Length{
	Disc:  {{1, 0}, {0.7, 0.7}, {0, 1}, {-0.7, 0.7}, {-1, 0}, {-0.7, -0.7}, {0, -1}, {0.7, -0.7}},
	Wedge: {{-1.1, -0.8}, {1.1, -0.8}, {0, 1.2}},
	Ex:    {{0, 0.3}, {0.8, 1.1}, {1.1, 0.8}, {0.3, 0}, {1.1, -0.8}, {0.8, -1.1}, {0, -0.3}, {-0.8, -1.1}, {-1.1, -0.8}, {-0.3, 0}, {-1.1, 0.8}, {-0.8, 1.1}},
}

// outline adds the outline of a mark to a path.
func (m Mark) outline(path vg.Path, at vg.Point, radius vg.Length) vg.Path {
	for i, corner := range shapes[m] {
		to := vg.Point{X: at.X + radius*corner[0], Y: at.Y + radius*corner[1]}
		if i == 0 {
			path.Move(to)
		} else {
			path.Line(to)
		}
	}
	path.Close()
	return path
}
