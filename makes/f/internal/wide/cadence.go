package wide

import "math"

// Cadence is the habit of when a program does something again.
type Cadence struct {
	mean  float64
	shape int
	width float64 // jitter, sigma or burst length, by shape
	inner float64 // gap inside a burst
	human bool
	zone  float64 // hour at which the working day begins
}

const timer, chance, heavy, bursty = 0, 1, 2, 3

// DrawCadence draws a habit with a mean gap in the range.
func DrawCadence(h *Rand, g Range, human bool, zone float64) Cadence {
	c := Cadence{mean: g.Draw(h), shape: Weighted(h, 30, 25, 25, 20), human: human, zone: zone}
	if human && c.shape == timer {
		c.shape = heavy
	}
	switch c.shape {
	case timer:
		c.width = Between(h, 0.001, 0.4)
	case heavy:
		c.width = Between(h, 0.4, 1.6)
	case bursty:
		c.width = Between(h, 2, 15)
		c.inner = min(c.mean/3, Between(h, 0.02, 20))
	}
	return c
}

// DrawTimer draws a clockwork habit: a period with little jitter.
func DrawTimer(h *Rand, g Range) Cadence {
	return Cadence{mean: g.Draw(h), shape: timer, width: Between(h, 0.0005, 0.1)}
}

// Gap returns the seconds until the next time, seen from time t.
func (c *Cadence) Gap(r *Rand, t float64) float64 {
	g := c.mean
	switch c.shape {
	case timer:
		g *= 1 + c.width*(2*r.Float64()-1)
	case chance:
		g = Exp(r, g)
	case heavy:
		g = LogNormal(r, g*math.Exp(-c.width*c.width/2), c.width)
	case bursty:
		if r.Float64() > 1/c.width {
			g = Exp(r, c.inner)
		} else {
			g = Exp(r, c.width*(g-c.inner)+c.inner)
		}
	}
	if c.human {
		g /= Awake(t, c.zone)
	}
	return max(g, 0.002)
}

// Awake is how active people are at a time, from 0.04 at night to 1. Time 0 is
// a Monday, 00:00 UTC; zone is the hour at which their day begins.
func Awake(t, zone float64) float64 {
	hour := math.Mod(t/3600-zone+240, 24)
	day := int(math.Floor((t/3600-zone)/24)) % 7
	a := 0.04
	switch {
	case hour < 9:
		a = 0.75 + 0.25*math.Sin(hour*math.Pi/4.5)
	case hour < 15:
		a = 0.3
	}
	if day == 5 || day == 6 {
		a *= 0.4
	}
	return a
}
