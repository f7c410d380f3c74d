package trait

import (
	"math"

	"davy/biflow"
)

// Day is the number of windows of a day: about as many as a span has at most.
const Day = 144

// A Span is a run of windows of a pair. It is valid as long as its pair.
type Span struct {
	Windows []biflow.Window // in order, at least one

	pair *biflow.Pair
}

// Spans cuts the points of a pair, at its service, into spans of equal length: a
// day each, as nearly as their number allows.
func Spans(p *biflow.Pair) []Span { return cut(p, (*biflow.Window).Known) }

// CountPoints returns the number of points in those spans.
func CountPoints(p *biflow.Pair) int { return count(p, (*biflow.Window).Known) }

// cut makes spans of the windows at the pair's service that belong.
func cut(p *biflow.Pair, belongs func(*biflow.Window) bool) []Span {
	number := count(p, belongs)
	if number == 0 {
		return nil
	}
	windows := p.AtService()
	all := windows
	if number < len(all) {
		all = make([]biflow.Window, 0, number)
		for i := range windows {
			if belongs(&windows[i]) {
				all = append(all, windows[i])
			}
		}
	}
	n := max(1, (len(all)+Day/2)/Day)
	spans := make([]Span, n)
	for i := range spans {
		spans[i] = Span{Windows: all[i*len(all)/n : (i+1)*len(all)/n], pair: p}
	}
	return spans
}

// count is the number of windows at the pair's service that belong.
func count(p *biflow.Pair, belongs func(*biflow.Window) bool) int {
	n, windows := 0, p.AtService()
	for i := range windows {
		if belongs(&windows[i]) {
			n++
		}
	}
	return n
}

// Part returns the windows from to up to, not including, to.
func (s Span) Part(from, to int) Span { return Span{Windows: s.Windows[from:to], pair: s.pair} }

// occupancy is the share of the windows from the first to the last in which
// the interface was watched and nothing was lost that the span has.
func (s Span) occupancy() float64 {
	n := len(s.Windows)
	possible, unknown := s.pair.Coverage(s.Windows[0].Start, s.Windows[n-1].Start)
	return float64(n) / float64(max(possible-unknown, n))
}

// client is 1 if the local side began the connections, 0 if the remote side
// did, 0.5 if that is not known.
func (s Span) client() float64 {
	switch s.pair.Server {
	case biflow.RemoteSide:
		return 1
	case biflow.LocalSide:
		return 0
	}
	return 0.5
}

// inside is 1 if the remote address is private.
func (s Span) inside() float64 {
	if s.pair.Remote.IsPrivate() {
		return 1
	}
	return 0
}

// siblings is ln(1 + other peers of the interface at the same service).
func (s Span) siblings() float64 { return math.Log1p(float64(s.pair.Siblings)) }
