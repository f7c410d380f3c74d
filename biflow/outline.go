package biflow

import (
	"maps"
	"math"
	"slices"

	"davy/internal/runs"
)

// An outline is what must be known of all pairs of an interface before the
// windows of one are made. There may be ten million of them.
type outline struct {
	windows uint32
	port    uint16 // of the service: the one met in most windows
	mixed   bool   // it is met in more than half of them, and others are met too
	clue    uint8  // index of clues
	server  serverSide
	loLocal bool
}

// outlines is a list of them that grows without being copied, and is used again.
type outlines struct {
	chunks [][]outline
	len    int
}

const chunk = 1 << 14 // outlines

func (l *outlines) at(i int) *outline { return &l.chunks[i/chunk][i%chunk] }

func (l *outlines) add(o outline) {
	if l.len == chunk*len(l.chunks) {
		l.chunks = append(l.chunks, make([]outline, chunk))
	}
	*l.at(l.len) = o
	l.len++
}

// A survey is what has to be known of an interface before its windows are made.
type survey struct {
	owner    Owner
	offset   int64
	outlines *outlines // of its pairs, in order
	coverage coverage
	skipped  map[int64]bool // windows under SKIPDATA

	ports *portSums // scratch
}

// survey goes through an interface that has been looked at: for what its addresses
// have a part in, and for the sides.
func (w *walk) survey(ports *portSums) *survey {
	s := &survey{owner: w.owner, offset: w.phase.offset(), outlines: &w.outlines, ports: ports}
	part := w.parts(s.outlines.len)
	seen := s.silences(w.silences)
	i := 0
	for w.rewind(); w.next(); i++ {
		o := s.outlines.at(i)
		s.stretches(w, o, seen)
		o.loLocal, o.clue = part.loIsLocal(&w.pair, &s.owner, o.server)
	}
	s.cover(seen)
	return s
}

// silences notes in which windows the interface was heard or lost data without a pair.
func (s *survey) silences(silences []runs.Silence) map[int64]mark {
	seen := make(map[int64]mark)
	for _, q := range silences {
		end := q.Start + int64(q.Length)
		if !q.Skipped {
			seen[windowStart(q.Start, s.offset)] |= heard
			continue
		}
		// A lost interval may touch two windows: mark it through.
		for t := q.Start; t < end; t += Seconds / 10 {
			seen[windowStart(t, s.offset)] |= skipped
		}
		seen[windowStart(end, s.offset)] |= skipped
	}
	return seen
}

// A mark is a set of facts about one window of an interface.
type mark uint8

const (
	heard   mark = 1 << iota // a record, or NODATA: the interface was watched
	skipped                  // SKIPDATA: what happened is unknown
)

// stretches counts the windows in which the pair has TCP records, and finds the
// port of its service. All windows with records are marked as seen.
func (s *survey) stretches(w *walk, o *outline, seen map[int64]mark) {
	end, endTCP := int64(math.MinInt64), int64(math.MinInt64)
	s.ports.reset()
	for entries := w.some(); entries != nil; entries = w.some() {
		for i := range entries {
			e := &entries[i]
			if e.Start >= end {
				start := windowStart(e.Start, s.offset)
				seen[start] |= heard
				end = start + Seconds
			}
			if e.Kind&runs.Other != 0 {
				continue
			}
			if e.Start >= endTCP {
				endTCP = end
				o.windows++
			}
			port := o.server.port(e)
			s.ports.add(port, e.Packets)
			s.ports.meet(port, o.windows)
		}
	}
	var met uint32
	o.port, met = s.ports.steadiest()
	o.mixed = len(s.ports.seen) > 1 && 2*met > o.windows
}

// cover puts the windows seen in order.
func (s *survey) cover(seen map[int64]mark) {
	s.skipped = make(map[int64]bool)
	for _, start := range slices.Sorted(maps.Keys(seen)) {
		if seen[start]&skipped != 0 {
			s.skipped[start] = true
			s.coverage.skipped = append(s.coverage.skipped, start)
		}
		s.coverage.watched = append(s.coverage.watched, start)
	}
}

// A coverage tells, for one interface, which windows were watched at all.
type coverage struct {
	watched []int64 // starts of windows with any line, ascending
	skipped []int64 // of those, under SKIPDATA
}

// between counts the watched and the unknown windows from first to last.
func (c coverage) between(first, last int64) (possible, unknown int) {
	within := func(starts []int64) int {
		from, _ := slices.BinarySearch(starts, first)
		to, _ := slices.BinarySearch(starts, last+1)
		return to - from
	}
	return within(c.watched), within(c.skipped)
}
