// Package plot draws clouds of points into PNG pictures.
//
// In go coordinates above 0, in any unit, which the labels of the axes name.
// Out come the same bytes for the same points on one kind of processor.
package plot

import (
	"fmt"
	"image/color"
	"io"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// A Point is a pair of coordinates, x and y. Both must be above 0.
type Point [2]float64

// A Cloud is points that are drawn with one mark.
type Cloud struct {
	Name   string // in the legend of the first panel
	Mark   Mark
	Points []Point
}

// A Panel is one pair of axes, both logarithmic. Later clouds lie on top.
type Panel struct {
	Title, X, Y string
	Clouds      []Cloud
}

const (
	dpi   = 144
	inch  = 72.0 // points
	large = vg.Length(13)
	small = vg.Length(10.5)
)

// WritePNG draws the panels side by side, width by height pixels in all. The
// error is that of a coordinate that has no logarithm, or of w.
func WritePNG(w io.Writer, width, height int, panels ...Panel) error {
	row := make([]*plot.Plot, len(panels)) // in decades: gonum leaves odd margins about its own logarithmic axes
	for i, panel := range panels {
		p, err := panel.plot(i == 0)
		if err != nil {
			return err
		}
		row[i] = p
	}
	size := func(pixels int) vg.Length { return vg.Length(float64(pixels) * inch / dpi) }
	canvas := vgimg.NewWith(vgimg.UseWH(size(width), size(height)), vgimg.UseDPI(dpi))
	tiles := draw.Tiles{Rows: 1, Cols: len(row), PadX: 14, PadTop: 6, PadBottom: 4, PadLeft: 4, PadRight: 10}
	for i, p := range row {
		p.Draw(tiles.At(draw.New(canvas), i, 0))
	}
	_, err := vgimg.PngCanvas{Canvas: canvas}.WriteTo(w)
	return err
}

func (panel *Panel) plot(legend bool) (*plot.Plot, error) {
	p := plot.New()
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = panel.Title, panel.X, panel.Y
	p.Title.Padding = 6
	sans(&p.Title.TextStyle, large)
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Tick.Marker = plot.TickerFunc(ticks)
		axis.Padding = 0
		sans(&axis.Label.TextStyle, small)
		sans(&axis.Tick.Label, small)
	}
	p.Legend.Top, p.Legend.Left, p.Legend.Padding = true, true, 3
	p.Legend.XOffs, p.Legend.YOffs = 8, -6
	sans(&p.Legend.TextStyle, small)
	grid := plotter.NewGrid()
	grid.Horizontal.Color, grid.Vertical.Color = color.Gray{0xe6}, color.Gray{0xe6}
	p.Add(grid)
	for _, c := range panel.Clouds {
		if err := c.addTo(p, legend); err != nil {
			return nil, fmt.Errorf("plot: %s: %w", c.Name, err)
		}
	}
	p.X.Min, p.X.Max = widened(p.X.Min, p.X.Max)
	p.Y.Min, p.Y.Max = widened(p.Y.Min, p.Y.Max)
	return p, nil
}

// widened leaves a twentieth more at either end, for marks at the rim; of an
// axis without length, a third of a decade.
func widened(lo, hi float64) (float64, float64) {
	by := max((hi-lo)/20, 0.15)
	return lo - by, hi + by
}

func sans(s *text.Style, size vg.Length) {
	s.Font.Variant, s.Font.Size = font.Variant("Sans"), size
}
