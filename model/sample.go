package model

import (
	"davy/biflow"
	"davy/trait"
)

// A Sample is one labelled pair.
type Sample struct {
	Mining bool
	Group  string // profile it belongs to, for mining; kind of traffic else
	Kind   string // of mining: pool, solo, proxy, blocked …; "" stands for pool
	Unit   string // what it shares its habits with: a pool, a kind of program; never parted when a part is held out
	Key    string // what it is, unique: capture, interface, local::remote
	First  int64  // epoch seconds of its first and last window
	Last   int64
	Points []biflow.Point // by time; silent windows and implausible counts left out
	Pair   *biflow.Pair   // the whole of it
}

// unit is what the sample is held out with.
func (s *Sample) unit() string {
	if s.Unit == "" {
		return s.Key
	}
	return s.Unit
}

// A row is one span of a sample, as the trees see it.
type row struct {
	sample  int // index of it
	windows int // of its band
	mining  bool
	weight  float64
	traits  []float64
}

// A view is what a classifier looks at in a pair.
type view struct {
	spans  func(*biflow.Pair) []trait.Span
	traits func(trait.Span) []float64
}

var (
	viewTraffic = view{trait.Spans, func(s trait.Span) []float64 { v := s.Traits(); return v[:] }}
	viewAttempt = view{trait.Attempts, func(s trait.Span) []float64 { v := s.Attempts(); return v[:] }}
)

// only returns the view with all other traits 0, which no tree can cut at.
func (v view) only(names []string, use func(string) bool) view {
	if use == nil {
		return v
	}
	return view{v.spans, func(s trait.Span) []float64 {
		x := v.traits(s)
		for i, name := range names {
			if !use(name) {
				x[i] = 0
			}
		}
		return x
	}}
}

// partsOfEach is how many parts of each length a span gives.
const partsOfEach = 2

// rows cuts a sample into spans, and those into parts of the lengths of the
// bands, so that the classifier knows what the first hours look like. They
// weigh one together.
func (v view) rows(index int, s *Sample) []row {
	var out []row
	for _, span := range v.spans(s.Pair) {
		n := len(span.Windows)
		for i, band := range bands {
			if n < band {
				break
			}
			if i+1 == len(bands) || n < bands[i+1] {
				out = append(out, row{windows: band, traits: v.traits(span)}) // the whole of it
				break
			}
			for k := range min(partsOfEach, n/band) {
				from := (n - band) * k / max(partsOfEach-1, 1)
				out = append(out, row{windows: band, traits: v.traits(span.Part(from, from+band))})
			}
		}
	}
	for i := range out {
		out[i].sample, out[i].mining, out[i].weight = index, s.Mining, 1/float64(len(out))
	}
	return out
}
