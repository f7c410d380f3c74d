package model

import (
	"davy/biflow"
	"davy/boost"
	"davy/trait"
)

// A row is one span of a pair, as the trees see it. Traits are kept in the
// precision that trees cut at.
type row struct {
	windows int // of its band
	traits  []float32
}

// point returns the traits.
func (r *row) point() []float64 {
	x := make([]float64, len(r.traits))
	for i, v := range r.traits {
		x[i] = float64(v)
	}
	return x
}

// A view is what a classifier looks at in a pair.
type view struct {
	count  func(*biflow.Pair) int // of windows in spans
	spans  func(*biflow.Pair) []trait.Span
	traits func(to []float64, s trait.Span) []float64 // appended
}

var (
	viewTraffic = view{trait.CountPoints, trait.Spans, func(to []float64, s trait.Span) []float64 {
		v := s.Traits()
		return append(to, v[:]...)
	}}
	viewAttempt = view{trait.CountAttempts, trait.Attempts, func(to []float64, s trait.Span) []float64 {
		v := s.Attempts()
		return append(to, v[:]...)
	}}
)

// of returns the spans in which the pair can mine: none where the local side
// serves strangers. Whoever mines asks, a pool or a node; who is asked is a
// mining proxy, by the workers of its own network.
func (v view) of(p *biflow.Pair) []trait.Span {
	if p.ServesStrangers() {
		return nil
	}
	return v.spans(p)
}

// partsOfEach is how many parts of each length a span gives.
const partsOfEach = 2

// rows cuts a pair into spans, and those into parts of the lengths of the
// bands, so that the classifier knows what the first hours look like.
//
// They are of all that the pair does, not of its service alone, by which it is
// judged: what is learnt beside a cover holds without one too. Trees that learnt of
// services alone found fewer miners at generators they had not learnt from, and
// flagged as many ordinary pairs.
func (v view) rows(p *biflow.Pair) []row {
	whole := *p
	whole.Service = nil
	p = &whole
	var out []row
	add := func(band int, s trait.Span) {
		r := row{windows: band}
		for _, x := range v.traits(nil, s) {
			r.traits = append(r.traits, boost.Round(x))
		}
		out = append(out, r)
	}
	for _, span := range v.of(p) {
		n := len(span.Windows)
		for i, band := range bands {
			if n < band {
				break
			}
			if i+1 == len(bands) || n < bands[i+1] {
				add(band, span) // the whole of it
				break
			}
			for k := range min(partsOfEach, n/band) {
				from := (n - band) * k / max(partsOfEach-1, 1)
				add(band, span.Part(from, from+band))
			}
		}
	}
	return out
}
