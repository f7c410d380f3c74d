package netsim

import (
	"math"

	"makes/d/internal/dice"
)

// Forever lies after the end of every run.
const Forever = math.MaxFloat64

// WarmUp is how long the world has run before its records begin.
const WarmUp = 3600.0

// Day in seconds; hours are used as plain numbers.
const Day = 86400.0

// Span is a stretch of time in which something is away.
type Span struct{ From, To float64 }

// Spans are in order and do not overlap.
type Spans []Span

// Next gives the span that covers t, or else the next one after it.
func (s Spans) Next(t float64) Span {
	for _, x := range s {
		if t < x.To {
			return x
		}
	}
	return Span{Forever, Forever}
}

// Add inserts a span, merging it with those it touches.
func (s Spans) Add(n Span) Spans {
	var out Spans
	for _, x := range s {
		switch {
		case x.To < n.From:
			out = append(out, x)
		case x.From > n.To:
			out = append(out, n)
			n = x
		default:
			n = Span{min(n.From, x.From), max(n.To, x.To)}
		}
	}
	return append(out, n)
}

// Outages draws interruptions over a run: memoryless in their coming, with a
// heavy tail in their length.
func Outages(d *dice.Dice, end, uptime, length float64) Spans {
	var s Spans
	for t := d.Exp(uptime); t < end; t += d.Exp(uptime) {
		n := d.Tail(length, 6*3600, 1.2)
		s = append(s, Span{t, t + n})
		t += n
	}
	return s
}
