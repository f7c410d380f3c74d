package biflow

import (
	"iter"
	"maps"
	"slices"
)

// A Watch says how much of an interface's time its log covers.
type Watch struct {
	Interface string
	Owner     Owner
	Pairs     int
	Offset    int64 // second, 0 to 599, at which its windows begin
	First     int64 // epoch seconds of its first and last window
	Last      int64
	Watched   int // windows with any line, NODATA and SKIPDATA included
	Skipped   int // of those, windows in which AWS lost data
}

// Span is the number of windows from the first to the last.
func (w *Watch) Span() int { return int((w.Last-w.First)/Seconds) + 1 }

// Gaps is the number of windows between first and last without any line.
func (w *Watch) Gaps() int { return w.Span() - w.Watched }

// Watches yields the coverage of every interface, by its id.
func (t *Table) Watches() iter.Seq[Watch] {
	return func(yield func(Watch) bool) {
		b := newBuilder()
		for _, id := range slices.Sorted(maps.Keys(t.enis)) {
			e := t.enis[id]
			e.sort()
			b.offset = e.phase.offset()
			c := e.watched(b)
			w := Watch{
				Interface: id, Owner: e.owner, Pairs: len(e.pairs), Offset: b.offset,
				Watched: len(c.watched), Skipped: len(c.skipped),
				First: c.watched[0], Last: c.watched[len(c.watched)-1],
			}
			if !yield(w) {
				return
			}
		}
	}
}
