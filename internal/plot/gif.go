package plot

import (
	"errors"
	"image"
	"image/color"
	"image/gif"
	"io"
)

// GIF writes figures of one size and theme as an animation that goes round for
// ever, each shown for so many hundredths of a second. The colours are fixed:
// those of the theme and the steps between that smooth edges take.
func GIF(w io.Writer, density float64, hundredths int, figures ...*Figure) error {
	if len(figures) == 0 {
		return errors.New("plot: no frames")
	}
	first := figures[0]
	colours := first.Theme.colours()
	near := make(map[color.RGBA]uint8)
	out := &gif.GIF{Config: image.Config{ColorModel: colours}}
	for _, f := range figures {
		if f.Width != first.Width || f.Height != first.Height || f.Theme != first.Theme {
			return errors.New("plot: frames of more than one size or theme")
		}
		canvas, err := f.pixels(density)
		if err != nil {
			return err
		}
		img := canvas.Image()
		bounds := img.Bounds()
		frame := image.NewPaletted(bounds, colours)
		for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
			for x := bounds.Min.X; x < bounds.Max.X; x++ {
				c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
				index, known := near[c]
				if !known {
					index = uint8(colours.Index(c))
					near[c] = index
				}
				frame.Pix[frame.PixOffset(x, y)] = index
			}
		}
		out.Image, out.Delay = append(out.Image, frame), append(out.Delay, hundredths)
		out.Disposal = append(out.Disposal, gif.DisposalNone)
		out.Config.Width, out.Config.Height = bounds.Dx(), bounds.Dy()
	}
	return gif.EncodeAll(w, out)
}

// colours are at most 256: the ground, and ten steps from it to each colour of the theme.
func (t Theme) colours() color.Palette {
	const steps = 10
	c := &palettes[t]
	out := color.Palette{c.ground}
	for _, to := range []color.NRGBA{c.ink, c.grid, c.first, c.second, c.third, c.hull, c.other, c.band} {
		for i := 1; i <= steps; i++ {
			out = append(out, blend(c.ground, to, float64(i)/steps))
		}
	}
	return out
}
