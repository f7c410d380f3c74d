// Package clock holds spans of time and the rhythm of the day.
// Times are seconds since the start of the log, which is a Monday, 00:00 UTC.
package clock

import (
	"math"
	"sort"
)

// Span is the time from From up to To.
type Span struct{ From, To float64 }

// Spans is a list of spans in order that do not overlap.
type Spans []Span

// Forever is one span without bounds.
var Forever = Spans{{math.Inf(-1), math.Inf(1)}}

// At returns the span that contains t, or the next one after t;
// ok is false if there is none.
func (s Spans) At(t float64) (span Span, ok bool) {
	i := sort.Search(len(s), func(i int) bool { return s[i].To > t })
	if i == len(s) {
		return Span{}, false
	}
	return s[i], true
}

// Has tells whether t lies in one of the spans.
func (s Spans) Has(t float64) bool {
	span, ok := s.At(t)
	return ok && span.From <= t
}

// Rhythm says how an activity follows the hours of the day.
type Rhythm uint8

// The rhythms of what people and schedules do.
const (
	Flat Rhythm = iota
	Office
	Evening
	Daylight
	Night
)

var levels = [...][24]float64{
	Flat: {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
	Office: {.04, .03, .03, .03, .03, .05, .12, .4, .8, 1, 1, .95, .7, .85, 1, 1, .9, .6, .3, .2, .15,
		.1, .08, .05},
	Evening: {.5, .35, .2, .12, .1, .1, .15, .25, .3, .35, .4, .45, .5, .5, .5, .55, .6, .7, .85, .95, 1,
		1, .9, .7},
	Daylight: {.3, .22, .18, .15, .15, .2, .35, .55, .7, .8, .9, .95, 1, 1, .95, .9, .9, .9, .9, .9, .85,
		.75, .6, .45},
	Night: {.8, 1, 1, 1, .9, .6, .3, .1, .08, .08, .08, .08, .08, .08, .08, .08, .08, .08, .1, .15, .2,
		.3, .5, .7},
}

// Level returns the activity between 0 and 1 at t in a place whose clock is
// zone hours ahead of UTC.
func (r Rhythm) Level(t, zone float64) float64 {
	if r == Flat {
		return 1
	}
	h := t/3600 + zone + 24*7
	level := levels[r][int(h)%24]
	if r == Office && int(h/24)%7 >= 5 {
		level *= 0.15
	}
	return level
}
