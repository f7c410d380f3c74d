package biflow

import "iter"

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

// Watches yields the coverage of every interface, by its id. As with Pairs, ask
// Err afterwards.
func (t *Table) Watches() iter.Seq[Watch] {
	return func(yield func(Watch) bool) {
		b := builders.Get().(*builder)
		defer builders.Put(b)
		for w := range t.walks() {
			s := w.survey(&b.ports)
			c := s.coverage
			watch := Watch{
				Interface: w.id, Owner: s.owner, Pairs: s.outlines.len, Offset: s.offset,
				Watched: len(c.watched), Skipped: len(c.skipped),
				First: c.watched[0], Last: c.watched[len(c.watched)-1],
			}
			if !yield(watch) {
				return
			}
		}
	}
}
