package biflow

import (
	"net/netip"

	"davy/flowlog"
)

// Needs are the fields a record must have to be counted. Ports, action and
// log-status are used where a format has them; without an action a record
// counts as accepted.
var Needs = flowlog.Fields(flowlog.InterfaceID, flowlog.SrcAddr, flowlog.DstAddr,
	flowlog.Protocol, flowlog.Packets, flowlog.Bytes, flowlog.Start, flowlog.End)

// A Table sums records by interface and pair of addresses. The zero Table is
// empty and ready. It is not safe for concurrent use: give each worker its own
// and Merge them.
type Table struct {
	enis map[string]*eni
	last *eni // of the previous record: logs come in runs of one interface
}

// An eni is one network interface.
type eni struct {
	id    string
	owner Owner
	pairs map[addrs]*pair
	phase phase
	marks map[int64]mark // by second: what the interface says besides TCP
}

// addrs is an unoriented pair of addresses, lo ≤ hi.
type addrs struct{ lo, hi netip.Addr }

func unoriented(a, b netip.Addr) addrs {
	if b.Less(a) {
		return addrs{b, a}
	}
	return addrs{a, b}
}

// A mark is a set of facts about one second of an interface's log.
type mark uint8

const (
	heard   mark = 1 << iota // a record other than TCP, or NODATA: the interface was watched
	skipped                  // SKIPDATA: what happened is unknown
)

// Add counts one record. Records that are not OK only say what could be seen:
// of which interface and when, or, where they name neither, nothing.
func (t *Table) Add(rec *flowlog.Record) {
	if rec.Status != flowlog.OK {
		if len(rec.Interface) > 0 && rec.Has.Has(flowlog.Start) {
			t.eni(rec.Interface).addSilence(rec)
		}
		return
	}
	e := t.eni(rec.Interface)
	e.owner.note(rec)
	e.phase.observe(rec.Start, rec.End)
	if rec.Protocol != flowlog.TCP {
		e.mark(rec.Start, heard)
	}
	src, dst := ends(rec)
	p := e.pair(unoriented(src, dst))
	srcIsHi := dst.Less(src)
	srcEnd, dstEnd := &p.lo, &p.hi
	if srcIsHi {
		srcEnd, dstEnd = dstEnd, srcEnd
	}
	srcEnd.note(src, rec.Src)
	dstEnd.note(dst, rec.Dst)
	p.add(rec, srcIsHi)
}

// addSilence notes a NODATA or SKIPDATA record.
func (e *eni) addSilence(rec *flowlog.Record) {
	e.owner.note(rec)
	end := max(rec.Start, rec.End) // End may be absent
	e.phase.observe(rec.Start, end)
	if rec.Status == flowlog.NoData {
		e.mark(rec.Start, heard)
		return
	}
	// A lost interval may touch two windows: mark it through.
	for s := rec.Start; s < end; s += Seconds / 10 {
		e.mark(s, skipped)
	}
	e.mark(end, skipped)
}

// ends returns the record's true ends: the packet's own addresses where the
// log has them (behind a NAT gateway, in a pod), else the interface's view.
func ends(rec *flowlog.Record) (src, dst netip.Addr) {
	src, dst = rec.Src, rec.Dst
	if rec.PktSrc.IsValid() && rec.PktDst.IsValid() {
		src, dst = rec.PktSrc, rec.PktDst
	}
	return src, dst
}

func (t *Table) eni(id []byte) *eni {
	if t.last != nil && t.last.id == string(id) {
		return t.last
	}
	e := t.enis[string(id)]
	if e == nil {
		if t.enis == nil {
			t.enis = make(map[string]*eni)
		}
		e = &eni{id: string(id), pairs: make(map[addrs]*pair)}
		t.enis[e.id] = e
	}
	t.last = e
	return e
}

func (e *eni) pair(key addrs) *pair {
	p := e.pairs[key]
	if p == nil {
		p = new(pair)
		e.pairs[key] = p
	}
	return p
}

func (e *eni) mark(second int64, m mark) {
	if e.marks == nil {
		e.marks = make(map[int64]mark)
	}
	e.marks[second] |= m
}

// Merge adds all of u to t and leaves u empty.
func (t *Table) Merge(u *Table) {
	if t.enis == nil {
		*t, *u = *u, Table{}
		return
	}
	for id, e := range u.enis {
		mine, ok := t.enis[id]
		if !ok {
			t.enis[id] = e
			continue
		}
		mine.merge(e)
	}
	*u = Table{}
}

func (e *eni) merge(f *eni) {
	e.owner.merge(f.owner)
	e.phase.merge(&f.phase)
	for s, m := range f.marks {
		e.mark(s, m)
	}
	for key, p := range f.pairs {
		if mine, ok := e.pairs[key]; ok {
			mine.merge(p)
		} else {
			e.pairs[key] = p
		}
	}
}

// Totals returns the sums over all OK records, of any protocol and action.
func (t *Table) Totals() Totals {
	var sum Totals
	for _, e := range t.enis {
		for _, p := range e.pairs {
			sum.add(p.other)
			sum.add(p.tcp)
		}
	}
	return sum
}

// Interfaces returns the number of network interfaces seen.
func (t *Table) Interfaces() int { return len(t.enis) }
