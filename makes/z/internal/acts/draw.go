// Package acts holds the ways in which programs use the network: plans that become actors when placed.
package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
)

// Gap is a distribution of spans of time.
type Gap struct {
	Mean float64
	Jit  float64
	kind uint8
}

// Every is a period in seconds with a uniform jitter of so large a fraction.
func Every(sec, jitter float64) Gap { return Gap{sec, jitter, 0} }

// Expo is exponential.
func Expo(sec float64) Gap { return Gap{sec, 0, 1} }

// Heavy is log-normal about a median.
func Heavy(sec, sigma float64) Gap { return Gap{sec, sigma, 2} }

// Next draws a span.
func (g Gap) Next(r *rng.Rand) clock.Time {
	switch g.kind {
	case 1:
		return clock.Secs(max(0.001, r.Exp(g.Mean)))
	case 2:
		return clock.Secs(max(0.001, r.LogNormal(g.Mean, g.Jit)))
	}
	return clock.Secs(max(0.001, g.Mean*(1+g.Jit*(2*r.Float()-1))))
}

// Size is a distribution of message sizes: log-normal, or now and then of another median.
type Size struct {
	Med, Sig float64
	Alt, Big float64
}

// Next draws a size.
func (s Size) Next(r *rng.Rand) int {
	m := s.Med
	if s.Alt > 0 && r.Chance(s.Alt) {
		m = s.Big
	}
	if m == 0 {
		return 0
	}
	return max(1, int(r.LogNormal(m, s.Sig)))
}

// Habit is an activity by hour of the day with mean about 1; the zero value is constant.
type Habit struct {
	Low   float64
	Open  float64
	Close float64
	Shift int
}

// At gives the activity at a time.
func (h *Habit) At(t clock.Time) float64 {
	if h.Close == 0 {
		return 1
	}
	x := clock.OfDay(t, h.Shift)
	if x >= h.Open && x < h.Close {
		return 1
	}
	return h.Low
}
