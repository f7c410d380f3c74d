// Package hours says how busy people and markets are at a time of the week.
package hours

import "math"

// Kind is a weekly pattern of activity.
type Kind uint8

// The patterns.
const (
	Always  Kind = iota // no pattern
	Office              // weekdays, with a dip at noon
	Market              // exchange hours with a rush at open and close
	Night               // the batch window
	Evening             // private customers
	Clinic              // early start, some work in the night and at weekends
	Soft                // follows the day a little, never stops
)

// At returns the activity between 0 and 1 at t seconds after a Monday 00:00
// UTC, in a zone so many hours east.
func At(k Kind, zone, t float64) float64 {
	if k == Always {
		return 1
	}
	x := t/3600 + zone
	day := math.Floor(x / 24)
	h := x - day*24
	weekend := math.Mod(day+70, 7) >= 5
	switch k {
	case Office:
		if weekend {
			return 0.02
		}
		return office(h)
	case Market:
		if weekend || h < 8 || h >= 18 {
			return 0
		}
		if h < 9.5 || h >= 16.1 {
			return 0.12
		}
		return 0.45 + 0.55*max(math.Exp(-(h-9.5)*2), math.Exp(-(16.1-h)*3))
	case Night:
		if h >= 22 || h < 5 {
			return 1
		}
		return 0.03
	case Evening:
		return 0.08 + 0.92*bump(h, 20.5, 3.4)
	case Clinic:
		f := 0.12 + 0.88*max(bump(h, 10, 2.2), 0.8*bump(h, 15, 2.5))
		if weekend {
			f *= 0.35
		}
		return f
	default:
		f := 0.45 + 0.55*bump(h, 14, 4.5)
		if weekend {
			f *= 0.7
		}
		return f
	}
}

func office(h float64) float64 {
	switch {
	case h < 6 || h >= 20:
		return 0.015
	case h < 9:
		return 0.015 + 0.985*(h-6)/3
	case h >= 12 && h < 13.3:
		return 0.55
	case h >= 16.5:
		return max(0.02, 1-(h-16.5)/2.5)
	}
	return 1
}

// bump is a bell around an hour of the day, closed over midnight.
func bump(h, at, width float64) float64 {
	d := math.Abs(h - at)
	if d > 12 {
		d = 24 - d
	}
	return math.Exp(-d * d / (2 * width * width))
}
