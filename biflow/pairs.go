package biflow

import (
	"cmp"
	"iter"
	"maps"
	"math"
	"net/netip"
	"slices"
)

// A Pair is one interface's traffic with one peer.
type Pair struct {
	Interface string
	Owner     Owner
	Local     netip.Addr // the interface's side, or whom it serves: the article's "src"
	Remote    netip.Addr // the peer: "dst"
	Clue      Clue       // how the local side was found
	Offset    int64      // second, 0 to 599, at which the interface's windows begin
	Windows   []Window   // ascending; silent windows only where records were rejected
	Other     Totals     // protocols other than TCP
	Server    Side       // which side holds the service, over the pair's whole life
	Siblings  int        // other peers of the interface at the same service: with traffic in at least half as many windows

	// Coverage from the pair's first to its last window, ends included.
	Possible int // windows in which the interface's log says anything
	Unknown  int // of those, windows in which AWS skipped data

	coverage coverage
}

// A Side of a pair.
type Side uint8

// Sides.
const (
	NoSide Side = iota // unknown
	LocalSide
	RemoteSide
)

// Coverage returns the number of windows from first to last, starts of windows
// both, in which the interface's log says anything, and how many of them AWS
// skipped data in.
func (p *Pair) Coverage(first, last int64) (possible, unknown int) {
	return p.coverage.between(first, last)
}

// Points returns the number of windows that are points: see [Window.Known].
func (p *Pair) Points() int {
	n := 0
	for i := range p.Windows {
		if p.Windows[i].Known() {
			n++
		}
	}
	return n
}

// Pairs yields every pair with its windows, by interface, then addresses. The
// Pair yielded, its Windows included, is valid until the next one.
//
// This is where what needs the whole of an interface's log is decided: the
// phase of its windows and which address is its own. A record belongs to the
// one window in which it starts, so that integers stay integers. One-minute
// records sum to the same windows as ten-minute ones.
func (t *Table) Pairs() iter.Seq[*Pair] {
	return func(yield func(*Pair) bool) {
		b := newBuilder()
		var out Pair
		for _, id := range slices.Sorted(maps.Keys(t.enis)) {
			if !t.enis[id].windows(b, &out, yield) {
				return
			}
		}
	}
}

func (e *eni) windows(b *builder, out *Pair, yield func(*Pair) bool) bool {
	b.offset = e.phase.offset()
	e.sort()
	outlines := e.outlines(b)
	watched := e.watched(b)
	for i := range outlines {
		o := &outlines[i]
		*out = Pair{
			Interface: e.id, Owner: e.owner, Local: o.key.lo, Remote: o.key.hi, Clue: o.clue,
			Offset: b.offset, Other: o.pair.other, Windows: out.Windows[:0], Server: o.server.of(o.loLocal), Siblings: o.siblings, coverage: watched,
		}
		if !o.loLocal {
			out.Local, out.Remote = o.key.hi, o.key.lo
		}
		out.Windows = b.fill(out.Windows, o.pair.entries, o.loLocal, o.server)
		if n := len(out.Windows); n > 0 {
			out.Possible, out.Unknown = watched.between(out.Windows[0].Start, out.Windows[n-1].Start)
		}
		if !yield(out) {
			return false
		}
	}
	return true
}

// sort brings every pair's entries in the order of their starts, which changes no sum.
func (e *eni) sort() {
	for _, p := range e.pairs {
		slices.SortFunc(p.entries, func(x, y entry) int { return cmp.Compare(x.start, y.start) })
	}
}

func compareAddrs(a, b addrs) int {
	if c := a.lo.Compare(b.lo); c != 0 {
		return c
	}
	return a.hi.Compare(b.hi)
}

// fill appends the windows of a pair's entries, ascending by start, to ws.
func (b *builder) fill(ws []Window, entries []entry, loLocal bool, server serverSide) []Window {
	b.last = math.MinInt64
	for i := 0; i < len(entries); {
		start := windowStart(int64(entries[i].start), b.offset)
		j := i + 1
		for j < len(entries) && int64(entries[j].start) < start+Seconds {
			j++
		}
		ws = append(ws, b.window(start, entries[i:j], loLocal, server))
		i = j
	}
	return ws
}

// A coverage tells, for one interface, which windows were watched at all.
type coverage struct {
	watched []int64 // starts of windows with any line, ascending
	skipped []int64 // of those, under SKIPDATA
}

// watched gathers the interface's coverage and sets the builder's skipped windows.
func (e *eni) watched(b *builder) coverage {
	all := make(map[int64]mark)
	for s, m := range e.marks {
		all[windowStart(s, b.offset)] |= m
	}
	for _, p := range e.pairs {
		end := int64(math.MinInt64)
		for i := range p.entries {
			if s := int64(p.entries[i].start); s >= end {
				start := windowStart(s, b.offset)
				all[start] |= heard
				end = start + Seconds
			}
		}
	}
	b.skipped = make(map[int64]bool)
	var c coverage
	for _, start := range slices.Sorted(maps.Keys(all)) {
		if all[start]&skipped != 0 {
			b.skipped[start] = true
			c.skipped = append(c.skipped, start)
		}
		c.watched = append(c.watched, start)
	}
	return c
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
