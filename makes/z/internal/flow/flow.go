package flow

import "makes/z/internal/clock"

// Tuple names a conversation from its opener's side.
type Tuple struct {
	Src, Dst         uint32
	SrcPort, DstPort uint16
	Proto            uint8
}

// acc gathers the packets of one direction within one interval.
type acc struct {
	slot        int32
	packets     uint32
	bytes       uint64
	first, last clock.Time
}

// Flow is a conversation as seen by up to two simulated interfaces. Direction 0 goes from Src to Dst.
type Flow struct {
	Tuple
	at     [2]*Iface
	reject [2]bool
	owd    clock.Time
	acc    [2][2]acc
	book   *Book
	pos    int
}

// Open registers a flow; at holds the interfaces of its two ends, nil where nobody looks.
func (f *Flow) Open(b *Book, t Tuple, at [2]*Iface, owd clock.Time) {
	f.Tuple, f.at, f.owd, f.book, f.pos = t, at, owd, b, len(b.live)
	f.reject = [2]bool{}
	f.acc = [2][2]acc{}
	b.live = append(b.live, f)
}

// Reject marks that the interface at the given end drops what it sees of this flow.
func (f *Flow) Reject(end int) { f.reject[end] = true }

// Blind hides the flow from the interface at the given end: its packets do not get that far.
func (f *Flow) Blind(end int) {
	if f.at[end] == nil {
		return
	}
	for dir := range 2 {
		if a := &f.acc[end][dir]; a.packets > 0 {
			f.book.put(f, end, dir, *a)
			a.packets = 0
		}
	}
	f.at[end] = nil
}

// Close writes what is left and forgets the flow.
func (f *Flow) Close() {
	b := f.book
	if b == nil {
		return
	}
	f.flush(clock.Never)
	last := len(b.live) - 1
	b.live[f.pos] = b.live[last]
	b.live[f.pos].pos = f.pos
	b.live = b.live[:last]
	f.book = nil
}

// Add notes n packets with together so many bytes in a direction, sent from t on during span.
func (f *Flow) Add(dir int, t, span clock.Time, n, bytes int) {
	for end, i := range f.at {
		if i == nil {
			continue
		}
		at := t
		if end != dir {
			at += f.owd
		}
		if at < 0 || at >= f.book.limit {
			continue
		}
		f.fold(end, dir, at, at+span, n, bytes)
	}
}

func (f *Flow) fold(end, dir int, first, last clock.Time, n, bytes int) {
	i, a := f.at[end], &f.acc[end][dir]
	slot := int32((first + i.Phase) / f.book.Interval)
	if bound := clock.Time(slot+1)*f.book.Interval - i.Phase - 1; last > bound {
		last = bound
	}
	if last >= f.book.limit {
		last = f.book.limit - 1
	}
	if a.packets > 0 && a.slot == slot {
		a.packets += uint32(n)
		a.bytes += uint64(bytes)
		a.first = min(a.first, first)
		a.last = max(a.last, last)
		return
	}
	fresh := acc{slot, uint32(n), uint64(bytes), first, last}
	if a.packets > 0 && slot < a.slot {
		// A straggler of an interval already left: it makes a record of its own.
		f.book.put(f, end, dir, fresh)
		return
	}
	if a.packets > 0 {
		f.book.put(f, end, dir, *a)
	}
	*a = fresh
}

// flush writes the records whose interval has ended at the given time.
func (f *Flow) flush(now clock.Time) {
	for end, i := range f.at {
		if i == nil {
			continue
		}
		for dir := range 2 {
			a := &f.acc[end][dir]
			if a.packets > 0 && (now == clock.Never || clock.Time(a.slot+1)*f.book.Interval-i.Phase <= now) {
				f.book.put(f, end, dir, *a)
				a.packets = 0
			}
		}
	}
}
