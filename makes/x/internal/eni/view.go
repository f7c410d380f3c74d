package eni

import (
	"makes/x/internal/flowlog"
	"makes/x/internal/label"
	"makes/x/internal/wire"
)

// View is one 5-tuple, in both directions, as an interface sees it.
type View struct {
	nic           *Interface
	entry         *label.Entry
	local, remote uint32
	lport, rport  uint16
	proto         byte
	mirror        bool // the interface is at the far end of the conversation
	closed        bool
	status        [2]byte
	sums          [2]sum
}

type sum struct {
	packets, bytes     int
	first, last, until float64
	slot               int
}

// Tuple describes the conversation that a view is to count.
type Tuple struct {
	Local, Remote uint32
	LPort, RPort  uint16
	Proto         byte
}

// View starts counting a conversation. The entry is marked once a record of it
// is written. With mirror, the far side of the conversation is this interface.
func (n *Interface) View(t Tuple, entry *label.Entry, mirror bool) *View {
	v := &View{
		nic: n, entry: entry, mirror: mirror, proto: t.Proto,
		local: t.Local, remote: t.Remote, lport: t.LPort, rport: t.RPort,
	}
	n.watch(v)
	return v
}

// Deny makes the records of what a side sends say REJECT.
func (v *View) Deny(s wire.Side) {
	if v.mirror {
		s = 1 - s
	}
	v.status[s] = flowlog.Reject
}

// Packets implements wire.Sink.
func (v *View) Packets(s wire.Side, t float64, n, size int) {
	if t < 0 || t >= v.nic.Until {
		return
	}
	if v.mirror {
		s = 1 - s
	}
	if v.closed {
		v.closed = false
		v.nic.watch(v)
	}
	a := &v.sums[s]
	if t >= a.until {
		v.flush(s)
		a.slot = v.nic.slot(t)
		_, a.until = v.nic.limits(a.slot)
		a.first, a.last = t, t
	}
	a.packets += n
	a.bytes += size
	if t > a.last {
		a.last = t
	}
}

// Done implements wire.Sink.
func (v *View) Done() {
	v.flush(0)
	v.flush(1)
	v.closed = true
}

func (v *View) flush(s wire.Side) {
	a := &v.sums[s]
	if a.packets == 0 {
		return
	}
	n := v.nic
	n.active[a.slot/64] |= 1 << (a.slot % 64)
	rec := flowlog.Record{
		Src: v.local, Dst: v.remote, SrcPort: v.lport, DstPort: v.rport,
		NIC: uint16(n.Index), Proto: v.proto, Status: v.status[s],
		Packets: uint32(a.packets), Bytes: uint64(a.bytes),
	}
	if s == wire.Far {
		rec.Src, rec.Dst, rec.SrcPort, rec.DstPort = rec.Dst, rec.Src, rec.DstPort, rec.SrcPort
	}
	if v.entry != nil {
		v.entry.Seen = true
	}
	from, to := a.first, a.last+n.r.Float64()*min(n.lag, a.until-a.last)
	if n.bounds {
		from, to = n.limits(a.slot)
		from += n.r.Float64() * min(3, a.first-from)
		to = max(a.last, to-1-n.r.Float64()*3)
	}
	rec.Start, rec.End = uint32(from), uint32(to)
	packets := a.packets
	a.packets, a.bytes, a.until = 0, 0, 0
	if packets > 1 && n.split > 0 && n.r.Chance(n.split) {
		v.halve(&rec)
		return
	}
	n.spool.Add(&rec)
}

// halve writes one record as two that follow each other.
func (v *View) halve(rec *flowlog.Record) {
	n := v.nic
	k := uint32(n.r.Int(1, int(rec.Packets)-1))
	each := rec.Bytes / uint64(rec.Packets)
	one, two := *rec, *rec
	one.Packets, two.Packets = k, rec.Packets-k
	one.Bytes, two.Bytes = each*uint64(k), rec.Bytes-each*uint64(k)
	one.End = rec.Start + uint32(uint64(rec.End-rec.Start)*uint64(k)/uint64(rec.Packets))
	two.Start = one.End
	n.spool.Add(&one)
	n.spool.Add(&two)
}
