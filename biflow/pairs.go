package biflow

import "iter"

// Pairs yields every pair with its windows, by interface, then addresses. The
// Pair yielded, its Windows included, is valid until the next one.
//
// This is where what needs the whole of an interface's log is decided: the
// phase of its windows and which address is its own. A record belongs to the
// one window in which it starts, so that integers stay integers. One-minute
// records sum to the same windows as ten-minute ones.
//
// If records could not be read back from disk there are fewer pairs, and Err is
// not nil.
func (t *Table) Pairs() iter.Seq[*Pair] {
	return func(yield func(*Pair) bool) {
		b := builders.Get().(*builder)
		defer builders.Put(b)
		var out Pair
		for w := range t.walks() {
			s := w.survey(&b.ports)
			if !w.windows(s, b, &out, yield) {
				return
			}
		}
	}
}

// windows yields the pairs of one interface.
func (w *walk) windows(s *survey, b *builder, out *Pair, yield func(*Pair) bool) bool {
	near := newSiblings(s.outlines)
	b.offset, b.skipped = s.offset, s.skipped
	i := 0
	for w.rewind(); w.next(); i++ {
		o := s.outlines.at(i)
		b.begin(o, out.Windows[:0])
		for entries := w.some(); entries != nil; entries = w.some() {
			b.add(entries)
		}
		*out = Pair{
			Interface: w.id, Owner: s.owner, Local: w.pair.key.Lo.Netip(), Remote: w.pair.key.Hi.Netip(), Clue: clues[o.clue],
			Offset: s.offset, Other: w.pair.other, Windows: b.end(), Server: o.server.of(o.loLocal),
			Stands: w.pair.stands(o.loLocal), Siblings: near.of(o), coverage: s.coverage,
		}
		if !o.loLocal {
			out.Local, out.Remote = out.Remote, out.Local
		}
		if n := len(out.Windows); n > 0 {
			out.Possible, out.Unknown = s.coverage.between(out.Windows[0].Start, out.Windows[n-1].Start)
		}
		if !yield(out) {
			return false
		}
	}
	return true
}
