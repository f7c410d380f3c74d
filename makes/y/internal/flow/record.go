// Package flow folds packets into VPC flow log records and writes them, with the labels, as files.
package flow

import (
	"encoding/binary"

	"makes/y/internal/rng"
)

// Protocol numbers of IP.
const (
	ICMP = 1
	TCP  = 6
	UDP  = 17
)

// Record is one line of the log: a direction of a 5-tuple in one aggregation interval.
type Record struct {
	Iface            uint32
	Src, Dst         uint32
	SrcPort, DstPort uint16
	Proto            uint8
	Status           uint8
	Start, End       uint32
	Packets          uint32
	Bytes            uint64
}

// Values of Record.Status.
const (
	accepted = iota
	rejected
	noData
	skipData
)

const recordSize = 42

func (r *Record) encode(b []byte) {
	le := binary.LittleEndian
	le.PutUint32(b, r.Iface)
	le.PutUint32(b[4:], r.Src)
	le.PutUint32(b[8:], r.Dst)
	le.PutUint16(b[12:], r.SrcPort)
	le.PutUint16(b[14:], r.DstPort)
	b[16], b[17] = r.Proto, r.Status
	le.PutUint32(b[18:], r.Start)
	le.PutUint32(b[22:], r.End)
	le.PutUint32(b[26:], r.Packets)
	le.PutUint64(b[30:], r.Bytes)
}

func (r *Record) decode(b []byte) {
	le := binary.LittleEndian
	r.Iface, r.Src, r.Dst = le.Uint32(b), le.Uint32(b[4:]), le.Uint32(b[8:])
	r.SrcPort, r.DstPort = le.Uint16(b[12:]), le.Uint16(b[14:])
	r.Proto, r.Status = b[16], b[17]
	r.Start, r.End = le.Uint32(b[18:]), le.Uint32(b[22:])
	r.Packets, r.Bytes = le.Uint32(b[26:]), le.Uint64(b[30:])
}

// Iface is a network interface whose traffic is logged.
type Iface struct {
	ID, Account string
	Addr        uint32
	Index       uint32

	sink     *Sink
	rnd      *rng.R
	interval float64
	phase    float64
	end      float64
	bounds   bool // the interface reports its interval's bounds for flows that span it
	seen     []bool
	skip     []bool
}

// NewIface adds an interface to the sink; its phase of the interval and its habits come from rnd.
func NewIface(s *Sink, id, account string, addr uint32, rnd *rng.R) *Iface {
	f := &Iface{ID: id, Account: account, Addr: addr, Index: uint32(len(s.ifaces)), sink: s, rnd: rnd,
		interval: s.interval, phase: rnd.F() * s.interval, end: s.end, bounds: rnd.Chance(0.2)}
	n := int((s.end+f.phase)/s.interval) + 1
	f.seen, f.skip = make([]bool, n), make([]bool, n)
	for i := range f.skip {
		f.skip[i] = rnd.Chance(2e-5)
	}
	s.ifaces = append(s.ifaces, f)
	return f
}

// slotBounds gives the first and last second of one interval of the interface.
func (f *Iface) slotBounds(slot int) (lo, hi float64) {
	lo = float64(slot)*f.interval - f.phase
	return max(lo, 0), min(lo+f.interval, f.end)
}

// Tally collects one direction of a 5-tuple as one interface sees it.
type Tally struct {
	If               *Iface
	Src, Dst         uint32
	SrcPort, DstPort uint16
	Proto            uint8
	Reject           bool

	slot        int
	first, last float64
	packets     int
	bytes       int
}

// Add counts packets of that many bytes in all (IP headers included) at a time.
func (t *Tally) Add(at float64, packets, bytes int) {
	if t.If == nil || at < 0 || at >= t.If.end || packets <= 0 {
		return
	}
	slot := int((at + t.If.phase) / t.If.interval)
	if t.packets > 0 && slot > t.slot {
		t.Flush()
	}
	if t.packets == 0 {
		t.slot, t.first, t.last = slot, at, at
	}
	// A packet that comes out of order stays in the interval that is open.
	if slot == t.slot {
		t.first, t.last = min(t.first, at), max(t.last, at)
	}
	t.packets += packets
	t.bytes += bytes
}

// Spread counts packets evenly spread over a span of time.
func (t *Tally) Spread(from, to float64, packets, bytes int) {
	if t.If == nil || packets <= 0 {
		return
	}
	if to-from < 0.5 || packets == 1 {
		t.Add(from, packets, bytes)
		return
	}
	span, at, leftP, leftB := to-from, from, packets, bytes
	for leftP > 0 && at < to {
		slot := int((at + t.If.phase) / t.If.interval)
		hi := min(float64(slot+1)*t.If.interval-t.If.phase, to)
		p, b := int(float64(packets)*(hi-at)/span+0.5), int(float64(bytes)*(hi-at)/span+0.5)
		if hi >= to || p > leftP || b > leftB {
			p, b = leftP, leftB
		}
		if p > 0 {
			t.Add(at, p, b)
			if t.slot == slot && t.packets > 0 {
				t.last = max(t.last, min(hi-0.001, t.If.end-0.001))
			}
			leftP, leftB = leftP-p, leftB-b
		}
		at = hi + 1e-6
	}
}

// Flush writes what is collected as a record.
func (t *Tally) Flush() {
	if t.packets == 0 {
		return
	}
	f := t.If
	r := Record{Iface: f.Index, Src: t.Src, Dst: t.Dst, SrcPort: t.SrcPort, DstPort: t.DstPort, Proto: t.Proto,
		Start: uint32(t.first), End: uint32(t.last), Packets: uint32(t.packets), Bytes: uint64(t.bytes)}
	if t.Reject {
		r.Status = rejected
	}
	lo, hi := f.slotBounds(t.slot)
	if f.bounds && t.packets > 2 && t.last-t.first > f.interval/2 {
		skew := uint32(f.rnd.Int(0, 2))
		r.Start, r.End = uint32(lo)+skew, uint32(max(hi-1-float64(skew), t.last))
	}
	f.seen[t.slot] = true
	skipped := f.skip[t.slot]
	packets, bytes := t.packets, t.bytes
	t.packets, t.bytes = 0, 0
	if skipped {
		return
	}
	if packets >= 4 && r.End > r.Start+1 && f.rnd.Chance(0.004) {
		k := f.rnd.Int(1, packets-1)
		second := r
		r.Packets, r.Bytes = uint32(k), uint64(bytes*k/packets)
		r.End = r.Start + (r.End-r.Start)*uint32(k)/uint32(packets)
		second.Start, second.Packets, second.Bytes = r.End, uint32(packets-k), uint64(bytes)-r.Bytes
		f.sink.put(&second)
	}
	f.sink.put(&r)
}
