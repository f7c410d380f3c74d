package runs

import (
	"cmp"
	"slices"
)

// A Log gathers facts in the order they come. The zero Log is empty and ready.
// What it has allocated is used again when it has been emptied.
type Log struct {
	notes    []note
	facts    []logged
	rare     []rare
	silences []silence

	// Scratch space.
	sorted []note
	groups groups
}

// A note says where a fact is, and what it sorts by.
type note struct {
	rank  uint64 // of its pair, see Ends.rank
	start int64
	eni   uint32
	at    uint32 // index of facts
}

// logged is a fact without what its note has.
type logged struct {
	bytes, packets uint64
	length         uint32
	rare           uint32 // one more than the index of rare, or 0
	loPort, hiPort uint16
	tcpFlags       uint16
	kind           Kind
}

// rare is what few facts have: a pair of which the rank does not tell, addresses shown.
type rare struct{ ends, shown Ends }

type silence struct {
	eni uint32
	Silence
}

// full is the number of facts at which a log is packed: few enough to sort in
// the processor's cache, many enough to make few runs.
const full = 1 << 16

// Len is the number of facts and silences.
func (l *Log) Len() int { return len(l.notes) + len(l.silences) }

// Full tells that the log is best packed before more is added.
func (l *Log) Full() bool { return l.Len() >= full }

// Large tells that the log is worth a run of its own.
func (l *Log) Large() bool { return l.Len() >= full/2 }

// Add appends a fact of the interface with number eni.
func (l *Log) Add(eni uint32, ends *Ends, f *Fact) {
	rank, exact := ends.rank()
	g := logged{f.Bytes, f.Packets, f.Length, 0, f.LoPort, f.HiPort, f.TCPFlags, f.Kind}
	if !exact || f.Kind&(ShowsLo|ShowsHi) != 0 {
		l.rare = append(l.rare, rare{*ends, f.Shown})
		g.rare = uint32(len(l.rare))
	}
	l.notes = append(l.notes, note{rank, f.Start, eni, uint32(len(l.facts))})
	l.facts = append(l.facts, g)
}

// Hush appends a silence of the interface with number eni.
func (l *Log) Hush(eni uint32, s Silence) { l.silences = append(l.silences, silence{eni, s}) }

// Append adds all of m, whose interface i has number enis[i] here, and empties m.
func (l *Log) Append(m *Log, enis []uint32) {
	at, few := uint32(len(l.facts)), uint32(len(l.rare))
	if cap(l.notes) < full && len(l.notes) > full/8 { // once, and not bit by bit
		l.notes, l.facts = slices.Grow(l.notes, full+full/2), slices.Grow(l.facts, full+full/2)
	}
	for _, n := range m.notes {
		n.eni = enis[n.eni]
		n.at += at
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

// Reset empties the log.
func (l *Log) Reset() {
	l.notes, l.facts, l.rare, l.silences = l.notes[:0], l.facts[:0], l.rare[:0], l.silences[:0]
}

// Pack writes all facts, sorted, and empties the log. Interface i has the name names[i].
func (l *Log) Pack(names []string, w *Writer) {
	order, ends := l.byInterface(names)
	slices.SortFunc(l.silences, func(a, b silence) int {
		return cmp.Or(cmp.Compare(names[a.eni], names[b.eni]), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Length, b.Length))
	})
	quiet := l.silences
	from := 0
	for i, eni := range order {
		notes := l.sorted[from:ends[i]]
		from = ends[i]
		w.Interface(names[eni])
		for len(quiet) > 0 && quiet[0].eni == eni {
			w.Silence(quiet[0].Silence)
			quiet = quiet[1:]
		}
		l.sort(notes)
		l.write(notes, w)
	}
	l.Reset()
}

// byInterface sorts the notes by their interfaces' names. It returns the
// interfaces in that order and where each one's notes end.
func (l *Log) byInterface(names []string) (order []uint32, ends []int) {
	at := make([]int, len(names)) // how many, then where the next one goes
	for i := range l.notes {
		at[l.notes[i].eni]++
	}
	there := make([]bool, len(names))
	for _, s := range l.silences {
		there[s.eni] = true
	}
	for eni, n := range at {
		if n > 0 || there[eni] {
			order = append(order, uint32(eni))
		}
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(names[a], names[b]) })
	sum := 0
	for _, eni := range order {
		at[eni], sum = sum, sum+at[eni]
		ends = append(ends, sum)
	}
	l.sorted = slices.Grow(l.sorted[:0], len(l.notes))[:len(l.notes)]
	for i := range l.notes {
		n := &l.notes[i]
		l.sorted[at[n.eni]] = *n
		at[n.eni]++
	}
	return order, ends
}

// sort orders the notes of an interface by pair and start. Records of a pair are
// many and come nearly in order: the pairs are sorted, then those of each.
func (l *Log) sort(notes []note) {
	from := 0
	for _, n := range l.groups.by(notes) {
		group := notes[from : from+int(n)]
		from += int(n)
		if l.facts[group[0].at].rare > 0 {
			slices.SortFunc(group, l.compare)
		} else {
			byStart(group)
		}
	}
}

// byStart sorts notes of one pair: few, or nearly sorted.
func byStart(notes []note) {
	moves := 8 * len(notes)
	for i := 1; i < len(notes); i++ {
		n, j := notes[i], i
		for ; j > 0 && notes[j-1].start > n.start; j-- {
			notes[j] = notes[j-1]
		}
		notes[j] = n
		if moves -= i - j; moves < 0 { // not so nearly
			slices.SortFunc(notes, func(a, b note) int { return cmp.Compare(a.start, b.start) })
			return
		}
	}
}

// compare orders the facts of an interface by pair and start.
func (l *Log) compare(a, b note) int {
	switch {
	case a.rank < b.rank:
		return -1
	case a.rank > b.rank:
		return 1
	}
	if r, s := l.facts[a.at].rare, l.facts[b.at].rare; r|s != 0 {
		e, f := l.ends(a), l.ends(b)
		switch {
		case e.Less(&f):
			return -1
		case f.Less(&e):
			return 1
		}
	}
	return cmp.Compare(a.start, b.start)
}

// ends is the pair of a note.
func (l *Log) ends(n note) Ends {
	if r := l.facts[n.at].rare; r > 0 {
		return l.rare[r-1].ends
	}
	return ranked(n.rank)
}

// write writes the facts of one interface, sorted.
func (l *Log) write(notes []note, w *Writer) {
	var f Fact
	var ends Ends
	for i, n := range notes {
		g := &l.facts[n.at]
		if i == 0 || g.rare > 0 || n.rank != notes[i-1].rank {
			if e := l.ends(n); i == 0 || e != ends {
				ends = e
				w.Pair(ends)
			}
		}
		f.Entry = Entry{g.bytes, g.packets, n.start, g.loPort, g.hiPort, g.tcpFlags, g.kind}
		f.Length = g.length
		if g.kind&(ShowsLo|ShowsHi) != 0 {
			f.Shown = l.rare[g.rare-1].shown
		}
		w.Fact(&f)
	}
}
