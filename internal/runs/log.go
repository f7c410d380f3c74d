package runs

import (
	"cmp"
	"iter"
	"slices"
)

// A Log gathers facts in the order they come. The zero Log is empty and ready.
// What it has allocated is used again when it has been emptied.
type Log struct {
	notes    []note   // of each fact
	facts    []logged // what else is to be known of it
	rare     []rare
	silences []silence

	most   int    // facts, see full; 0: mostFacts
	groups groups // scratch space
}

// A note is what a fact is gathered by.
type note struct {
	rank uint64 // of its pair, see Ends.rank
	eni  uint32
}

// logged is a fact without what its note and rare have.
type logged struct {
	Entry
	length uint32
	rare   uint32 // one more than the index of rare, or 0
}

// rare is what few facts have: a pair of which the rank does not tell, addresses shown.
type rare struct{ ends, shown Ends }

type silence struct {
	eni uint32
	Silence
}

// A log is packed when it has mostFacts, or with a small budget fewer, in parts of
// sortedFacts: few enough to sort in the processor's cache, many enough to make few
// runs.
const (
	mostFacts   = 1 << 16
	sortedFacts = mostFacts / 2
	fewestFacts = mostFacts / 4
	factSize    = 56 // bytes of a note and what is logged
)

// Log returns an empty log for a table with the budget, to be packed when it takes
// an eighth of that.
func (b *Budget) Log() Log {
	if b.Bytes == 0 {
		return Log{}
	}
	return Log{most: int(max(fewestFacts, min(mostFacts, b.Bytes/8/factSize)))}
}

// full is the number of facts at which the log is packed.
func (l *Log) full() int { return cmp.Or(l.most, mostFacts) }

// Len is the number of facts and silences.
func (l *Log) Len() int { return len(l.notes) + len(l.silences) }

// Full tells that the log is best packed before more is added.
func (l *Log) Full() bool { return l.Len() >= l.full() }

// Large tells that the log is worth a run of its own.
func (l *Log) Large() bool { return l.Len() >= l.full()/2 }

// Add appends a fact of the interface with number eni.
func (l *Log) Add(eni uint32, ends *Ends, f *Fact) {
	rank, exact := ends.rank()
	l.notes = append(l.notes, note{rank, eni})
	n := len(l.facts)
	if n == cap(l.facts) {
		l.facts = slices.Grow(l.facts, 1)
	}
	l.facts = l.facts[:n+1]
	g := &l.facts[n]
	g.set(&f.Entry)
	g.length, g.rare = f.Length, 0
	if !exact || f.Kind&(ShowsLo|ShowsHi) != 0 {
		l.rare = append(l.rare, rare{*ends, f.Shown})
		g.rare = uint32(len(l.rare))
	}
}

// Hush appends a silence of the interface with number eni.
func (l *Log) Hush(eni uint32, s Silence) { l.silences = append(l.silences, silence{eni, s}) }

// Append adds all of m, whose interface i has number enis[i] here, and empties m.
func (l *Log) Append(m *Log, enis []uint32) {
	at, few := uint32(len(l.facts)), uint32(len(l.rare))
	if full := l.full(); cap(l.notes) < full && len(l.notes) > full/8 { // once, and not bit by bit
		l.notes, l.facts = slices.Grow(l.notes, full+full/2), slices.Grow(l.facts, full+full/2)
	}
	for _, n := range m.notes {
		n.eni = enis[n.eni]
		l.notes = append(l.notes, n)
	}
	l.facts = append(l.facts, m.facts...)
	l.rare = append(l.rare, m.rare...)
	if len(m.rare) > 0 && few > 0 {
		for i := int(at); i < len(l.facts); i++ {
			if l.facts[i].rare > 0 {
				l.facts[i].rare += few
			}
		}
	}
	for _, s := range m.silences {
		s.eni = enis[s.eni]
		l.silences = append(l.silences, s)
	}
	m.Reset()
}

// parts yields what makes a run each.
func (l *Log) parts() iter.Seq[*Log] {
	return func(yield func(*Log) bool) {
		if l.Len() == 0 {
			return
		}
		n := len(l.notes)
		middle := n
		if n > sortedFacts {
			middle = n / 2
		}
		part := Log{notes: l.notes[:middle], facts: l.facts[:middle], rare: l.rare, silences: l.silences, groups: l.groups}
		if yield(&part) && middle < n {
			part.notes, part.facts, part.rare, part.silences = l.notes[middle:], l.facts[middle:], l.rare, nil
			yield(&part)
		}
		l.groups = part.groups
	}
}

// Reset empties the log.
func (l *Log) Reset() {
	l.notes, l.facts, l.rare, l.silences = l.notes[:0], l.facts[:0], l.rare[:0], l.silences[:0]
}

// Pack writes all facts, sorted, and empties the log. Interface i has the name names[i].
func (l *Log) Pack(names []string, w *Writer) {
	l.groups.find(l)
	order, places := l.interfaces(names)
	l.groups.sort(l, order, places)
	slices.SortFunc(l.silences, func(a, b silence) int {
		return cmp.Or(cmp.Compare(places[a.eni], places[b.eni]), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Length, b.Length))
	})
	quiet, facts := l.silences, l.groups.order(l.facts)
	found, pairs := l.groups.found, l.groups.sorted
	for _, eni := range order {
		w.Interface(names[eni])
		for ; len(quiet) > 0 && quiet[0].eni == eni; quiet = quiet[1:] {
			w.Silence(quiet[0].Silence)
		}
		for ; len(pairs) > 0 && found[pairs[0].number].eni == eni; pairs = pairs[1:] {
			n := found[pairs[0].number].n
			l.write(facts[:n], w)
			facts = facts[n:]
		}
	}
	l.Reset()
}

// interfaces returns those in the log, by name, and the place of each among them.
func (l *Log) interfaces(names []string) (order, places []uint32) {
	there := make([]bool, len(names))
	for i := range l.groups.found {
		there[l.groups.found[i].eni] = true
	}
	for _, s := range l.silences {
		there[s.eni] = true
	}
	for eni, is := range there {
		if is {
			order = append(order, uint32(eni))
		}
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(names[a], names[b]) })
	places = make([]uint32, len(names))
	for i, eni := range order {
		places[eni] = uint32(i)
	}
	return order, places
}

// ends is the pair of a fact.
func (l *Log) ends(at uint32) Ends {
	if r := l.facts[at].rare; r > 0 {
		return l.rare[r-1].ends
	}
	return ranked(l.notes[at].rank)
}

// compare orders two facts by their pairs.
func (l *Log) compare(a, b uint32) int {
	e, f := l.ends(a), l.ends(b)
	switch {
	case e.Less(&f):
		return -1
	case f.Less(&e):
		return 1
	}
	return 0
}

// write writes the facts of one pair of an interface, sorted.
func (l *Log) write(sorted []uint64, w *Writer) {
	w.Pair(l.ends(uint32(sorted[0])))
	for _, at := range sorted {
		f := &l.facts[at]
		var shown *Ends
		if f.Kind&(ShowsLo|ShowsHi) != 0 {
			shown = &l.rare[f.rare-1].shown
		}
		w.fact(&f.Entry, f.length, shown)
	}
}
