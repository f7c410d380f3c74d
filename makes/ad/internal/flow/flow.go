// Package flow turns packets at network interfaces into flow log records.
package flow

// Interface is one network interface. Its windows of aggregation do not begin
// on the minute but at a phase of its own.
type Interface struct {
	ID      string
	Account string
	Phase   float64
	busy    []uint64
}

// Key names a flow in the direction from the client; the other is its mirror.
type Key struct {
	Iface          int32
	Src, Dst       uint32
	SPort, DPort   uint16
	Proto          uint8
	Rejected       bool
	ServerIsTapped bool
}

type record struct {
	flow       uint32
	packets    uint32
	bytes      uint32
	start      uint32
	length     uint16
	fromServer bool
	window     uint16
}

// Log gathers the records of a run. Records are kept by the hour in which
// their window ends, which is when they are published.
type Log struct {
	Interval float64
	Span     float64
	Base     int64
	Ifaces   []*Interface
	flows    []Key
	hours    [][]record
}

// NewLog makes a log of some hours which begins at base.
func NewLog(hours int, interval float64, base int64) *Log {
	return &Log{Interval: interval, Span: float64(hours) * 3600, Base: base, hours: make([][]record, hours)}
}

// Add an interface.
func (l *Log) Add(i *Interface) int32 {
	i.busy = make([]uint64, (int(l.Span/l.Interval)+2)/64+1)
	l.Ifaces = append(l.Ifaces, i)
	return int32(len(l.Ifaces) - 1)
}

// Flow counts packets of one connection at one interface.
type Flow struct {
	log   *Log
	id    uint32
	phase float64
	iface *Interface
	Local int // side that the interface is on: packets of the other come later
	acc   [2]window
}

type window struct {
	packets, bytes uint32
	index          int
	until          float64
	first, last    float64
}

// Open a flow.
func (l *Log) Open(k Key) *Flow {
	l.flows = append(l.flows, k)
	i := l.Ifaces[k.Iface]
	f := &Flow{log: l, id: uint32(len(l.flows) - 1), phase: i.Phase, iface: i}
	if k.ServerIsTapped {
		f.Local = 1
	}
	return f
}

// Packet counts one packet. Packets that would be a little earlier than the
// last of their direction count at that time.
func (f *Flow) Packet(t float64, side int, size int) {
	if t < 0 || t >= f.log.Span {
		return
	}
	a := &f.acc[side]
	if t < a.last {
		t = a.last
	}
	if t >= a.until {
		f.flush(side)
		a.index = int((t-f.phase)/f.log.Interval + 1)
		a.until = f.phase + float64(a.index)*f.log.Interval
		a.first = t
	}
	a.packets++
	a.bytes += uint32(size)
	a.last = t
}

func (f *Flow) flush(side int) {
	a := &f.acc[side]
	if a.packets == 0 {
		return
	}
	hour := min(int(a.until/3600), len(f.log.hours)-1)
	start := uint32(a.first)
	f.log.hours[hour] = append(f.log.hours[hour], record{flow: f.id, packets: a.packets, bytes: a.bytes,
		start: start, length: uint16(uint32(a.last) - start), fromServer: side == 1, window: uint16(a.index)})
	f.iface.busy[a.index/64] |= 1 << (a.index % 64)
	a.packets, a.bytes = 0, 0
}

// Close writes what is still open.
func (f *Flow) Close() {
	f.flush(0)
	f.flush(1)
}
