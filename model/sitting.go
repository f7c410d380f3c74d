package model

import (
	"cmp"
	"slices"
	"sync"

	"davy/biflow"
	"davy/boost"
	"davy/trait"
)

// A Jury is a classifier whose trees can be asked about many spans at a time. It
// does not change, and may be used by several goroutines at once.
type Jury struct {
	c     *Classifier
	trees func() *boost.Ranked // made when they are asked at all
}

// Jury returns the classifier's. What it answers is what the classifier does.
func (c *Classifier) Jury() *Jury { return &Jury{c: c, trees: sync.OnceValue(c.Trees.Ranked)} }

// A Sitting hears pairs, and decides on all of them together: on each as
// [Classifier.Judge] does, to the bit. It is not for several goroutines at once.
//
// Every trait is worked out and every tree is asked. A pair could be let go once
// no answer that is left could make it suspect. But the trees are hundreds of much
// the same weight: what the last fifth of them could add at most, or what the
// traits could that cost most, outweighs what speaks against most pairs.
type Sitting struct {
	*Jury
	reasons bool // for what is not even suspect, too

	hearings []hearing
	waiting  []place   // spans the trees are still to be asked about
	traits   []float64 // of those, one span after another
	margins  []float64 // of those, room
	open     []int     // hearings that are to go on, room
}

// A hearing is of one pair.
type hearing struct {
	to    *Opinion
	spans []trait.Span
	seen  []Opinion // on the first of the spans
	clear int       // of those seen, not suspect
}

// A place is that of an opinion among those seen in a hearing.
type place struct{ hearing, span int }

// Sitting returns one without pairs. Opinions have their traits if they are
// suspect; all have if so told.
func (j *Jury) Sitting(reasons bool) *Sitting { return &Sitting{Jury: j, reasons: reasons} }

// Hear takes a pair in. Until the next [Sitting.Decide], which writes the
// opinion, the pair must not change.
func (s *Sitting) Hear(p *biflow.Pair, to *Opinion) {
	if p.ServesStrangers() {
		*to = Opinion{}
		return
	}
	n := s.c.view.count(p)
	*to = Opinion{Windows: n}
	if n < s.c.Bands[0].Windows && n <= trait.Day {
		return // one span, or none, and too short: most pairs
	}
	k := len(s.hearings)
	s.hearings = slices.Grow(s.hearings, 1)[:k+1]
	h := &s.hearings[k]
	*h = hearing{to: to, spans: s.c.view.of(p), seen: h.seen[:0]}
	s.ask(k)
}

// Waiting is the number of spans that the trees are still to be asked about.
func (s *Sitting) Waiting() int { return len(s.waiting) }

// ask puts as many further spans of a pair before the trees as could settle that
// it is clear, if all of them are: those will be looked at in any case.
func (s *Sitting) ask(k int) {
	h := &s.hearings[k]
	need := len(h.spans)/2 + 1 - h.clear
	for ; need > 0 && len(h.seen) < len(h.spans); need-- {
		span := h.spans[len(h.seen)]
		o := Opinion{Windows: len(span.Windows)}
		if i := s.c.bandOf(o.Windows); i >= 0 {
			o.Band = &s.c.Bands[i]
			s.traits = s.c.view.traits(s.traits, span)
			s.waiting = append(s.waiting, place{k, len(h.seen)})
		} else {
			h.clear++
		}
		h.seen = append(h.seen, o)
	}
}

// Decide writes the opinions on all pairs heard, and ends their hearings.
func (s *Sitting) Decide() {
	s.open = s.open[:0]
	for k := range s.hearings {
		s.open = append(s.open, k)
	}
	for len(s.open) > 0 {
		s.vote()
		on := s.open[:0]
		for _, k := range s.open {
			h := &s.hearings[k]
			if 2*h.clear <= len(h.spans) && len(h.seen) < len(h.spans) {
				s.ask(k)
				on = append(on, k)
				continue
			}
			slices.SortStableFunc(h.seen, func(a, b Opinion) int { return cmp.Compare(a.Vote, b.Vote) })
			*h.to = h.seen[len(h.seen)/2]
			h.to, h.spans = nil, nil
		}
		s.open = on
	}
	s.hearings = s.hearings[:0]
}

// vote asks the trees about the spans that wait.
func (s *Sitting) vote() {
	if len(s.waiting) == 0 {
		return
	}
	s.margins = slices.Grow(s.margins[:0], len(s.waiting))[:len(s.waiting)]
	s.trees().Margins(s.margins, s.traits)
	dim := s.c.Trees.Dim()
	for i, at := range s.waiting {
		h := &s.hearings[at.hearing]
		o := &h.seen[at.span]
		o.Vote = logistic(s.margins[i])
		suspect := o.Suspect()
		if !suspect {
			h.clear++
		}
		if suspect || s.reasons {
			o.Traits = slices.Clone(s.traits[i*dim : (i+1)*dim])
		}
	}
	s.waiting, s.traits = s.waiting[:0], s.traits[:0]
}
