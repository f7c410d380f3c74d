package plot

import (
	"bytes"
	"fmt"
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// inch is the points of type to one.
const inch = 72

// PNG writes the figure with so many pixels to a point of type, 1 or more.
func (f *Figure) PNG(w io.Writer, density float64) error {
	canvas, err := f.pixels(density)
	if err != nil {
		return err
	}
	_, err = vgimg.PngCanvas{Canvas: canvas}.WriteTo(w)
	return err
}

func (f *Figure) pixels(density float64) (*vgimg.Canvas, error) {
	if f.Width <= 0 || f.Height <= 0 || !(density >= 1) {
		return nil, fmt.Errorf("plot: no picture of %d by %d points, %v pixels each", f.Width, f.Height, density)
	}
	canvas := vgimg.NewWith(vgimg.UseWH(vg.Length(f.Width), vg.Length(f.Height)), vgimg.UseDPI(int(inch*density+0.5)))
	return canvas, f.draw(draw.New(canvas))
}

// family is how vgsvg names the typeface, whose metrics are those of Arial and
// Helvetica: where it is not installed, these stand in.
var family = []byte("font-family:Liberation Sans;")

// SVG writes the figure as SVG 1.1: shapes and text, no scripts, no links, no
// styles but attributes.
func (f *Figure) SVG(w io.Writer) error {
	if f.Width <= 0 || f.Height <= 0 {
		return fmt.Errorf("plot: no picture of %d by %d points", f.Width, f.Height)
	}
	canvas := vgsvg.New(vg.Length(f.Width), vg.Length(f.Height))
	if err := f.draw(draw.New(canvas)); err != nil {
		return err
	}
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return err
	}
	_, err := w.Write(bytes.ReplaceAll(b.Bytes(), family, []byte("font-family:Liberation Sans,Arial,Helvetica,sans-serif;")))
	return err
}
