package biflow

import (
	"fmt"
	"net/netip"

	"davy/flowlog"
	"davy/internal/runs"
)

// Needs are the fields a record must have to be counted. Ports, action and
// log-status are used where a format has them; without an action a record
// counts as accepted.
var Needs = flowlog.Fields(flowlog.InterfaceID, flowlog.SrcAddr, flowlog.DstAddr,
	flowlog.Protocol, flowlog.Packets, flowlog.Bytes, flowlog.Start, flowlog.End)

// A Table sums records by interface and pair of addresses. The zero Table is
// empty and ready, and takes what memory it needs. It is not safe for concurrent
// use: give each worker its own and Merge them.
type Table struct {
	numbers map[string]uint32 // of interfaces, by id and flow log
	ids     []string          // of interfaces and flow logs: see between
	names   []string          // of interfaces alone
	owners  []Owner
	last    int             // interface of the previous record, -1 if there was none: logs come in runs of one
	stretch uint64          // of it, see flowlog.Record.Stretch: then last is the interface of the next too
	flowLog string          // of the records that are added
	key     []byte          // scratch
	fact    runs.Fact       // too
	format  *flowlog.Format // of the previous record
	column  bool            // it has instance-id
	log     runs.Log
	budget  *runs.Budget
	shelf   runs.Shelf
	totals  Totals
	err     error

	// Where flow logs overlap: see From.
	prefer    string
	isSettled bool
	shared    map[string]Owner // interfaces with several flow logs
	settled   runs.Shelf       // of those, the records that count
	left      Totals           // and those that do not
	overlaps  []Overlap
}

// NewTable returns an empty table that shares a budget of memory with others
// and moves what is over it to disk. It must be closed if the budget has a bound.
func NewTable(budget *runs.Budget) *Table {
	return &Table{budget: budget, log: budget.Log(), shelf: runs.NewShelf(budget)}
}

// Add counts one record. Records that are not OK only say what could be seen:
// of which interface and when, or, where they name neither, nothing.
func (t *Table) Add(rec *flowlog.Record) {
	if rec.Status != flowlog.OK && (len(rec.Interface) == 0 || !rec.Has.Has(flowlog.Start)) {
		return
	}
	if s := rec.Stretch(); s == 0 || s != t.stretch {
		t.stretch = s
		t.meet(rec)
	}
	eni := uint32(t.last)
	if rec.Status == flowlog.OK {
		t.addTraffic(eni, rec)
	} else {
		t.log.Hush(eni, runs.Silence{Start: rec.Start, Length: length(rec), Skipped: rec.Status == flowlog.SkipData})
	}
	if t.log.Full() {
		t.pack()
	}
}

// meet notes the interface of a record, and whose it is.
func (t *Table) meet(rec *flowlog.Record) {
	eni := t.eni(rec.Interface)
	if f := rec.Format(); f != t.format {
		t.format, t.column = f, f != nil && f.Fields().Has(flowlog.InstanceID)
	}
	t.owners[eni].note(rec, t.column)
}

func (t *Table) addTraffic(eni uint32, rec *flowlog.Record) {
	t.totals.Add(Totals{Records: 1, Bytes: rec.Bytes, Packets: rec.Packets})
	src, dst := ends(rec)
	key, srcIsHi := runs.EndsOf(runs.AddrOf(src), runs.AddrOf(dst))
	f := &t.fact
	f.Bytes, f.Packets, f.Start, f.Length = rec.Bytes, rec.Packets, rec.Start, length(rec)
	f.LoPort, f.HiPort, f.TCPFlags, f.Kind = rec.SrcPort, rec.DstPort, rec.TCPFlags, 0
	if srcIsHi {
		f.Kind |= runs.FromHi
		f.LoPort, f.HiPort = rec.DstPort, rec.SrcPort
	}
	if rec.Direction != flowlog.NoDirection {
		if (rec.Direction == flowlog.Egress) == srcIsHi {
			f.Kind |= runs.HiIsLocal
		} else {
			f.Kind |= runs.LoIsLocal
		}
	}
	if rec.Protocol != flowlog.TCP {
		f.Kind |= runs.Other
	}
	if rec.Action == flowlog.Reject {
		f.Kind |= runs.Rejected
	}
	if rec.Implausible {
		f.Kind |= runs.Implausible
	}
	if src != rec.Src || dst != rec.Dst {
		show(f, rec, srcIsHi)
	}
	t.log.Add(eni, &key, f)
}

// show notes the addresses that the interface has for the true ends.
func show(f *runs.Fact, rec *flowlog.Record, srcIsHi bool) {
	f.Shown = runs.Ends{}
	lo, hi := rec.Src, rec.Dst
	ownLo, ownHi := rec.PktSrc, rec.PktDst
	if srcIsHi {
		lo, hi, ownLo, ownHi = hi, lo, ownHi, ownLo
	}
	if lo != ownLo {
		f.Kind |= runs.ShowsLo
		f.Shown.Lo = runs.AddrOf(lo)
	}
	if hi != ownHi {
		f.Kind |= runs.ShowsHi
		f.Shown.Hi = runs.AddrOf(hi)
	}
}

// ends returns the record's true ends: the packet's own addresses where the
// log has them (behind a NAT gateway, in a pod), else the interface's view.
func ends(rec *flowlog.Record) (src, dst netip.Addr) {
	if rec.PktSrc.IsValid() && rec.PktDst.IsValid() {
		return rec.PktSrc, rec.PktDst
	}
	return rec.Src, rec.Dst
}

// length is the time from a record's start to its end, which may be absent.
func length(rec *flowlog.Record) uint32 { return uint32(max(0, rec.End-rec.Start)) }

// eni returns the number of an interface.
func (t *Table) eni(id []byte) uint32 {
	if uint(t.last) < uint(len(t.names)) && t.names[t.last] == string(id) {
		return uint32(t.last)
	}
	key := id
	if t.flowLog != "" {
		t.key = append(append(append(t.key[:0], id...), between...), t.flowLog...)
		key = t.key
	}
	eni, ok := t.numbers[string(key)]
	if !ok {
		eni = t.enter(string(key))
	}
	t.last = int(eni)
	return eni
}

// enter gives an interface, as a flow log has it, a number.
func (t *Table) enter(id string) uint32 {
	if t.numbers == nil {
		t.numbers = make(map[string]uint32)
	}
	eni := uint32(len(t.ids))
	t.numbers[id] = eni
	name, _ := split(id)
	t.ids, t.names, t.owners = append(t.ids, id), append(t.names, name), append(t.owners, Owner{})
	return eni
}

// pack makes a run of what is in the log.
func (t *Table) pack() { t.packed(&t.log, t.ids) }

// packed makes a run of a log, whose interface i has the id ids[i].
func (t *Table) packed(log *runs.Log, ids []string) {
	if log.Len() > 0 {
		t.unsettle()
	}
	if err := t.shelf.Pack(log, ids); err != nil && t.err == nil {
		t.err = err
	}
}

// Merge adds all of u to t and leaves u empty.
func (t *Table) Merge(u *Table) {
	enis := make([]uint32, len(u.ids))
	for i, id := range u.ids {
		eni, ok := t.numbers[id]
		if !ok {
			eni = t.enter(id)
		}
		t.owners[eni].merge(u.owners[i])
		enis[i] = eni
	}
	if u.log.Large() {
		t.packed(&u.log, u.ids)
	} else {
		t.log.Append(&u.log, enis)
	}
	t.unsettle()
	u.unsettle()
	t.shelf.Take(&u.shelf)
	t.totals.Add(u.totals)
	if t.err == nil {
		t.err = u.err
	}
	u.forget()
	if t.log.Full() {
		t.pack()
	}
}

// forget empties what Merge has not emptied.
func (t *Table) forget() {
	clear(t.numbers)
	clear(t.owners)
	t.ids, t.names, t.owners, t.totals, t.err = t.ids[:0], t.names[:0], t.owners[:0], Totals{}, nil
	t.stretch = 0
	t.From("")
}

// Reset empties the table. Of what it has allocated it keeps what is small.
func (t *Table) Reset() {
	t.log.Reset()
	t.unsettle()
	_ = t.shelf.Close() // what cannot be let go is of no use either
	t.forget()
}

// Totals returns the sums over all OK records, of any protocol and action, those
// that overlapping flow logs have twice included.
func (t *Table) Totals() Totals { return t.totals }

// Interfaces returns the number of network interfaces seen.
func (t *Table) Interfaces() int {
	seen := make(map[string]struct{}, len(t.names))
	for _, name := range t.names {
		seen[name] = struct{}{}
	}
	return len(seen)
}

// Err is what went wrong with moving records to disk and reading them back, or
// that a walk through all pairs did not meet the very records that were added. To
// be asked when all has been added, and after each walk.
func (t *Table) Err() error {
	if t.err != nil {
		return fmt.Errorf("table: %w", t.err)
	}
	return nil
}

// Close lets go what the table holds, in memory and on disk. No walk through its
// pairs may be under way.
func (t *Table) Close() error {
	t.unsettle()
	return t.shelf.Close()
}
