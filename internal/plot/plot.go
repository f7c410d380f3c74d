// Package plot draws clouds of points, curves and histograms into pictures:
// PNG, SVG and animated GIF.
//
// In go coordinates in any unit, which the labels of the axes name, and texts
// from anywhere: what is not printable is shown as �. Out come the same bytes
// for the same figure on one kind of processor.
package plot

import (
	"fmt"
	"io"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// A Point is a pair of coordinates, x and y.
type Point [2]float64

// A Cloud is points that are drawn with one mark.
type Cloud struct {
	Name   string // in the legend
	Mark   Mark
	Points []Point
}

// A Panel is one pair of axes and what lies in it: bands and bars below, then
// curves, then clouds, later ones on top, but thick curves above all.
type Panel struct {
	Title, X, Y    string
	XScale, YScale Scale
	Clouds         []Cloud
	Curves         []Curve
	Bands          []Band
	Bars           []Bars
	Empty          string // said in the middle, where there is nothing to show

	ends *[2]span // of the axes, x and y; nil for those of what is shown
}

const (
	large = vg.Length(13)
	small = vg.Length(10.5)
)

// WritePNG draws panels side by side, width by height pixels in all, two to a
// point of type, with a legend in the first one. The error is that of a
// coordinate that has no place on its axis, or of w.
func WritePNG(w io.Writer, width, height int, panels ...Panel) error {
	f := Figure{Width: width / 2, Height: height / 2, Panels: panels, inset: true}
	return f.PNG(w, 2)
}

// plot makes gonum's plot of a panel, in the units of Scale.at: gonum leaves
// odd margins about its own logarithmic axes.
func (panel *Panel) plot(c *palette, legend bool) (*plot.Plot, error) {
	p := plot.New()
	p.BackgroundColor = c.ground
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = clean(panel.Title), clean(panel.X), clean(panel.Y)
	p.Title.Padding = 6
	sans(&p.Title.TextStyle, large, c)
	scales := [2]Scale{panel.XScale, panel.YScale}
	for i, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Tick.Marker = scales[i].ticker()
		axis.Padding = 0
		axis.Color, axis.Tick.Color = c.ink, c.ink
		sans(&axis.Label.TextStyle, small, c)
		sans(&axis.Tick.Label, small, c)
	}
	p.Legend.Top, p.Legend.Left, p.Legend.Padding = true, true, 3
	p.Legend.XOffs, p.Legend.YOffs = 8, -6
	sans(&p.Legend.TextStyle, small, c)
	grid := plotter.NewGrid()
	grid.Horizontal.Color, grid.Vertical.Color = c.grid, c.grid
	p.Add(grid)
	things, err := panel.things(c)
	if err != nil {
		return nil, err
	}
	x, y := nothing, nothing
	for _, thing := range things {
		p.Add(thing)
		x, y = thing.spans(x, y)
		if name := thing.name(); legend && name != "" {
			p.Legend.Add(clean(name), thing)
		}
	}
	ends := panel.ends
	if ends == nil {
		ends = &[2]span{x.widened(panel.XScale), y.widened(panel.YScale)}
	}
	p.X.Min, p.X.Max = ends[0].lo, ends[0].hi
	p.Y.Min, p.Y.Max = ends[1].lo, ends[1].hi
	if panel.Empty != "" {
		p.Add(words{clean(panel.Empty), c})
	}
	return p, nil
}

// A thing is what a panel shows: part of a plot and of a legend.
type thing interface {
	plot.Plotter
	plot.Thumbnailer
	name() string
	spans(x, y span) (span, span) // with what the thing covers, in the units of Scale.at
}

// things lists what the panel shows, the lowest first.
func (panel *Panel) things(c *palette) ([]thing, error) {
	at := frame{panel.XScale, panel.YScale, c}
	var all []thing
	for i := range panel.Bands {
		all = append(all, &bandThing{frame: at, Band: &panel.Bands[i]})
	}
	for i := range panel.Bars {
		all = append(all, &barsThing{frame: at, Bars: &panel.Bars[i]})
	}
	var top []thing
	for i := range panel.Curves {
		curve := &curveThing{frame: at, Curve: &panel.Curves[i]}
		if curve.Stroke == Thick {
			top = append(top, curve)
		} else {
			all = append(all, curve)
		}
	}
	for i := range panel.Clouds {
		cloud := &panel.Clouds[i]
		for j, pt := range cloud.Points {
			if _, _, ok := at.place(pt); !ok {
				return nil, fmt.Errorf("plot: %s: point %d, %v, has no place on the axes", cloud.Name, j, pt)
			}
		}
		if len(cloud.Points) > 0 {
			all = append(all, &cloudThing{frame: at, Cloud: cloud})
		}
	}
	return append(all, top...), nil
}

func sans(s *text.Style, size vg.Length, c *palette) {
	s.Font.Variant, s.Font.Size, s.Color = font.Variant("Sans"), size, c.ink
}
