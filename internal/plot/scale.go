package plot

import "math"

// A Scale is how an axis is divided.
type Scale int

const (
	Decades Scale = iota // logarithmic; what is not above 0 has no place
	Log1p                // logarithmic in 1 + x, in which 0 has a place, and like Decades from about 10 on
	Linear
	Clock // linear, in epoch seconds, shown as UTC
)

// at returns where x is along the axis; ok is false if it has no place.
func (s Scale) at(x float64) (at float64, ok bool) {
	switch s {
	case Decades:
		at = math.Log10(x)
	case Log1p:
		at = math.Log1p(x) / math.Ln10
	default:
		at = x
	}
	return at, !math.IsNaN(at) && !math.IsInf(at, 0)
}

// At returns where x is along an axis of the scale: its logarithm, or x.
func (s Scale) At(x float64) float64 {
	at, _ := s.at(x)
	return at
}

// A span is what an axis shows, in the units of at.
type span struct{ lo, hi float64 }

var nothing = span{math.Inf(1), math.Inf(-1)}

func (s span) with(x float64) span { return span{min(s.lo, x), max(s.hi, x)} }

// widened leaves a twentieth more at either end, for marks at the rim; of an
// axis without length, a third of a decade, or a tenth of the value. No points
// have an axis too.
func (s span) widened(scale Scale) span {
	if s.lo > s.hi {
		s = span{0, 1}
	}
	least := 0.15
	switch scale {
	case Linear:
		least = 0
		if s.hi == s.lo {
			least = max(math.Abs(s.hi)/10, 1)
		}
	case Clock:
		least = max(600, math.Abs(s.hi)/1e9)
	}
	by := max((s.hi-s.lo)/20, least)
	return span{s.lo - by, s.hi + by}
}
