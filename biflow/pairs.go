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
		all, service := builders.Get().(*builder), builders.Get().(*builder)
		defer builders.Put(all)
		defer builders.Put(service)
		made := maker{all: all, service: service}
		for w := range t.walks() {
			s := w.survey(&all.ports)
			if !made.pairs(w, s, yield) {
				return
			}
		}
	}
}

// A maker makes pairs, one after another in the same memory.
type maker struct {
	all, service *builder // of all of a pair, and of its service alone
	windows      [2][]Window
	out          Pair
}

// pairs yields the pairs of one interface.
func (m *maker) pairs(w *walk, s *survey, yield func(*Pair) bool) bool {
	near := newSiblings(s.outlines)
	for _, b := range [...]*builder{m.all, m.service} {
		b.offset, b.skipped = s.offset, s.skipped
	}
	out := &m.out
	i := 0
	for w.rewind(); w.next(); i++ {
		o := s.outlines.at(i)
		all, service := m.make(w, o)
		*out = Pair{
			Interface: w.id, Owner: s.owner, Local: w.pair.key.Lo.Netip(), Remote: w.pair.key.Hi.Netip(), Clue: clues[o.clue],
			Offset: s.offset, Other: w.pair.other, Windows: all, Service: service, Server: o.server.of(o.loLocal),
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

// make makes the windows of the pair that the walk is at, and those of its service
// alone if that is not all of it.
func (m *maker) make(w *walk, o *outline) (all, service []Window) {
	m.all.begin(o, false, m.windows[0][:0])
	if o.mixed {
		m.service.begin(o, true, m.windows[1][:0])
	}
	for entries := w.some(); entries != nil; entries = w.some() {
		m.all.add(entries)
		if o.mixed {
			m.service.add(entries)
		}
	}
	all = m.all.end()
	m.windows[0] = all
	if o.mixed {
		service = m.service.end()
		m.windows[1] = service
	}
	return all, service
}
