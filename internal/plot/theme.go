package plot

import "image/color"

// A Theme is the colours of a picture.
type Theme int

const (
	Light Theme = iota
	Dark
)

// A palette is the colours of a theme. Those of what is shown are of Okabe &
// Ito, Color Universal Design (2008), which the colour-blind tell apart.
type palette struct {
	ground, ink, grid    color.NRGBA
	first, second, third color.NRGBA // marks, bars
	hull, other, band    color.NRGBA // curves, envelopes
}

var palettes = [...]palette{
	Light: {
		ground: white, ink: color.NRGBA{0, 0, 0, 0xff}, grid: color.NRGBA{0xe6, 0xe6, 0xe6, 0xff},
		first: color.NRGBA{0x00, 0x72, 0xb2, 0xff}, second: vermilion, third: color.NRGBA{0x7a, 0x7a, 0x7a, 0xff},
		hull: color.NRGBA{0x00, 0x7d, 0x5b, 0xff}, other: color.NRGBA{0xa8, 0x4f, 0x83, 0xff}, band: color.NRGBA{0xc9, 0xdd, 0xea, 0xff},
	},
	Dark: {
		ground: color.NRGBA{0x16, 0x1a, 0x1f, 0xff}, ink: color.NRGBA{0xe8, 0xe8, 0xe8, 0xff}, grid: color.NRGBA{0x33, 0x3a, 0x42, 0xff},
		first: color.NRGBA{0x56, 0xb4, 0xe9, 0xff}, second: color.NRGBA{0xf0, 0x8a, 0x2c, 0xff}, third: color.NRGBA{0x9a, 0x9a, 0x9a, 0xff},
		hull: color.NRGBA{0x2f, 0xc9, 0x9c, 0xff}, other: color.NRGBA{0xe0, 0x9a, 0xc4, 0xff}, band: color.NRGBA{0x29, 0x42, 0x55, 0xff},
	},
}

// Colours of the marks that are not of a theme.
var (
	skyBlue   = color.NRGBA{0x56, 0xb4, 0xe9, 0x48}
	deepBlue  = color.NRGBA{0x00, 0x3f, 0x66, 0xc0}
	vermilion = color.NRGBA{0xd5, 0x5e, 0x00, 0xff}
	white     = color.NRGBA{0xff, 0xff, 0xff, 0xff}
)

// faded is a colour with a share of its opacity.
func faded(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(float64(c.A)*share + 0.5)
	return c
}

// blend is a colour on the way from a to b.
func blend(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x) + share*(float64(y)-float64(x)) + 0.5) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 0xff}
}
