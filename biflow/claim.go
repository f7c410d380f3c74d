package biflow

import (
	"cmp"
	"slices"

	"davy/internal/runs"
)

// A claim is what one flow log has of one interface: how much, of which actions,
// and when it was on.
type claim struct {
	log     string // id
	records uint64
	actions actions
	on      spans
	left    Totals // of its records that do not count
	hushed  uint64 // its NODATA and SKIPDATA that do not
}

// actions are those that occur in a flow log: a log of rejected traffic has none
// that is accepted.
type actions uint8

const (
	accepts actions = 1 << iota
	rejects
)

func actionOf(k runs.Kind) actions {
	if k&runs.Rejected != 0 {
		return rejects
	}
	return accepts
}

// newClaim goes through what the reader has of the interface it is at.
func newClaim(r *runs.Reader) *claim {
	_, log := split(string(r.Interface()))
	c := &claim{log: log}
	r.Rewind()
	for _, s := range r.Silences {
		c.on.add(s.Start, s.Start+int64(s.Length))
	}
	for r.Pair() {
		for f := range r.Facts() {
			c.records++
			c.actions |= actionOf(f.Kind)
			c.on.add(f.Start, f.Start+int64(f.Length))
		}
	}
	c.on.join()
	return c
}

// ranked puts the claims to an interface in order: the log that the user prefers,
// then the one with more records, then the lesser id.
func ranked(claims []*claim, prefer string) []*claim {
	out := slices.Clone(claims)
	slices.SortFunc(out, func(a, b *claim) int {
		if prefer != "" && (a.log == prefer) != (b.log == prefer) {
			if a.log == prefer {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.records, a.records), cmp.Compare(a.log, b.log))
	})
	return out
}

// has tells that the log has what it could of a record of another: records of that
// action, and lines around that time.
func (c *claim) has(f *runs.Fact) bool { return c.actions&actionOf(f.Kind) != 0 && c.on.at(f.Start) }

// knows tells that the log says of a silence of another what there is to be said.
// One of accepted and one of rejected traffic complete each other: neither knows
// what the other has lost.
func (c *claim) knows(other *claim, s runs.Silence) bool {
	both := c.actions != 0 && other.actions != 0 && c.actions&other.actions == 0
	return !both && c.on.at(s.Start)
}

// pause is how long a flow log that is on may seem to be off, in seconds. It has a
// line for each aggregation interval, of NODATA if need be ("Flow log records",
// Amazon VPC User Guide), and intervals last at most a window. Of two in a row, one
// record may lie at the beginning of the first and one at the end of the second.
const pause = 2 * Seconds

// spans are stretches of time, in epoch seconds, ends included. Those that are no
// more than a pause apart are one.
type spans struct {
	list   []span
	joined int // as many as there were when they were joined
}

type span struct{ from, to int64 }

// add adds a stretch. What is out of order is put right from time to time, so that
// there are never many more of them than have to be.
func (s *spans) add(from, to int64) {
	if n := len(s.list); n > 0 {
		if last := &s.list[n-1]; from >= last.from && from <= last.to+pause {
			last.to = max(last.to, to)
			return
		}
	}
	const few = 1024
	if s.list = append(s.list, span{from, to}); len(s.list) >= 2*s.joined+few {
		s.join()
	}
}

// join puts the stretches in order and makes one of those that meet.
func (s *spans) join() {
	slices.SortFunc(s.list, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	n := 0
	for _, next := range s.list {
		if n > 0 && next.from <= s.list[n-1].to+pause {
			s.list[n-1].to = max(s.list[n-1].to, next.to)
			continue
		}
		s.list[n] = next
		n++
	}
	s.list, s.joined = s.list[:n], n
}

// at tells whether a second lies in one of the stretches, which are joined.
func (s *spans) at(t int64) bool {
	i, exact := slices.BinarySearchFunc(s.list, t, func(a span, t int64) int { return cmp.Compare(a.from, t) })
	return exact || i > 0 && t <= s.list[i-1].to
}
