package rng

import "math"

// Range says within which bounds a service's own typical value lies, and how
// far single events spread around that value (sigma of the logarithm).
type Range struct{ Lo, Hi, Spread float64 }

// Draw is a Range narrowed to one service: its typical value and the spread.
type Draw struct{ Mid, Spread float64 }

// Zero tells whether the range was left empty.
func (r Range) Zero() bool { return r.Hi <= 0 }

// Draw fixes the typical value of one service.
func (r Range) Draw(g *R) Draw {
	if r.Zero() {
		return Draw{}
	}
	if r.Lo <= 0 {
		return Draw{g.Between(0, r.Hi), r.Spread}
	}
	return Draw{g.Log(r.Lo, r.Hi), r.Spread}
}

// Near moves a drawn value a little, for one host's use of a service.
func (d Draw) Near(g *R, by float64) Draw {
	return Draw{d.Mid * math.Exp(by*(g.Float64()-0.5)), d.Spread}
}

// Next is the value of one event.
func (d Draw) Next(g *R) float64 {
	if d.Spread == 0 {
		return d.Mid
	}
	if d.Spread < 0.1 {
		return d.Mid * (1 + d.Spread*(2*g.Float64()-1))
	}
	if d.Spread < 0.35 { // close enough to the exponential, and cheaper
		return d.Mid * max(0.25, 1+d.Spread*g.NormFloat64())
	}
	return d.Mid * math.Exp(d.Spread*g.NormFloat64())
}

// Size is the value of one event as a count of bytes, at least one.
func (d Draw) Size(g *R) int {
	if d.Mid <= 0 {
		return 0
	}
	return max(1, int(d.Next(g)+0.5))
}
