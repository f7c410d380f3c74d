// Package flow turns packets into flow log records and files.
package flow

import "math"

// Tuple is a conversation as one interface sees it; A is the interface's end.
type Tuple struct {
	Iface  int
	A, B   uint32
	PA, PB uint16
	Proto  uint8
	Reject bool
}

type record struct {
	tuple, start uint32
	bytes        uint64
	packets      uint32
	dur          uint16
	dir          uint8
}

const piece = 8192

// Log keeps the records of a run by the hour in which they start.
type Log struct {
	End      float64
	interval float64
	phase    []float64
	tuples   []Tuple
	hours    [][][]record // in pieces, so that growing copies nothing
	busy     [][]bool     // windows of an interface that have a record
}

// NewLog makes an empty log of some hours; each interface has its phase.
func NewLog(hours, interval int, phases []float64) *Log {
	l := &Log{End: float64(hours) * 3600, interval: float64(interval), phase: phases, hours: make([][][]record, hours)}
	for range phases {
		l.busy = append(l.busy, make([]bool, hours*3600/interval+2))
	}
	return l
}

type acc struct {
	win         int
	packets     uint32
	bytes       uint64
	first, last float64
}

// View is one conversation at one interface, with the records that are open.
type View struct {
	log   *Log
	tuple uint32
	iface int
	acc   [2]acc
}

// View starts a conversation.
func (l *Log) View(t Tuple) View {
	l.tuples = append(l.tuples, t)
	return View{log: l, tuple: uint32(len(l.tuples) - 1), iface: t.Iface}
}

// Add counts packets, bytes being the sum of their IP sizes; dir 0 leaves the
// interface's end. What is outside the run is not seen.
func (v *View) Add(t float64, dir, packets, bytes int) {
	if t < 0 || t >= v.log.End || packets == 0 {
		return
	}
	a := &v.acc[dir]
	win := int((t + v.log.phase[v.iface]) / v.log.interval)
	if a.packets > 0 && win > a.win {
		v.flush(dir)
	}
	if a.packets == 0 {
		a.win, a.first, a.last = win, t, t
	}
	if win == a.win { // a late one of the window before is counted with its followers
		a.first, a.last = math.Min(a.first, t), math.Max(a.last, t)
	}
	a.packets += uint32(packets)
	a.bytes += uint64(bytes)
}

func (v *View) flush(dir int) {
	a := &v.acc[dir]
	if a.packets == 0 {
		return
	}
	v.log.busy[v.iface][a.win] = true
	h := int(a.first) / 3600
	pieces := v.log.hours[h]
	if n := len(pieces); n == 0 || len(pieces[n-1]) == piece {
		pieces = append(pieces, make([]record, 0, piece))
	}
	last := &pieces[len(pieces)-1]
	*last = append(*last, record{v.tuple, uint32(a.first), a.bytes, a.packets,
		uint16(uint32(a.last) - uint32(a.first)), uint8(dir)})
	v.log.hours[h] = pieces
	a.packets, a.bytes = 0, 0
}

// Done writes what is still open.
func (v *View) Done() {
	v.flush(0)
	v.flush(1)
}

// Reject marks what the interface does not let through.
func (v *View) Reject() { v.log.tuples[v.tuple].Reject = true }
