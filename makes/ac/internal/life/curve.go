package life

import (
	"math"

	"makes/ac/internal/rnd"
)

// Curve is how busy people are in the course of a week.
type Curve struct {
	kind  int
	zone  float64
	floor float64
	noise [24]float64
}

func drawCurve(r *rnd.R) Curve {
	c := Curve{kind: r.N(6), zone: float64(r.Int(-8, 9)), floor: r.LogU(.02, .4)}
	for i := range c.noise {
		c.noise[i] = r.LogN(1, .2)
	}
	return c
}

// At is about 1 in busy hours.
func (c *Curve) At(t float64) float64 {
	local := t/3600 + c.zone
	h := math.Mod(local+48, 24)
	day := int(math.Floor(local/24)+14) % 7
	x := 0.0
	switch c.kind {
	case 0, 1: // an office, with a dip at noon
		if day < 5 && h > 7 && h < 19 {
			x = math.Sin((h - 7) / 12 * math.Pi)
			if h > 12 && h < 13.2 {
				x *= .6
			}
		}
	case 2: // consumers in the evening
		x = .5 + .5*math.Cos((h-20.5)/12*math.Pi)
	case 3: // a school
		if day < 5 && h > 7.8 && h < 15.5 {
			x = 1
			if math.Mod(h, 1) > .8 {
				x = .3
			}
		}
	case 4: // batches at night
		if h < 6 || h > 22 {
			x = 1
		}
	default:
		x = 1
	}
	return max(c.floor, x) * c.noise[int(h)]
}
