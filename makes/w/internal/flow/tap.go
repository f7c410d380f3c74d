package flow

import "makes/w/internal/record"

// Tap is one interface's view of one 5-tuple, in both directions.
type Tap struct {
	ifc          *Iface
	remote       uint32
	lport, rport uint16
	proto        uint8
	label        *Label
	noted        bool
	status       [2]record.Status
	dir          [2]half
}

type half struct {
	slot        int
	until       float64
	packets     uint32
	bytes       uint64
	first, last float64
}

// NewTap starts watching a 5-tuple at an interface. The label is noted for the
// pair of addresses as soon as a record is written.
func NewTap(f *Iface, remote uint32, lport, rport uint16, proto uint8, label *Label) *Tap {
	return &Tap{ifc: f, remote: remote, lport: lport, rport: rport, proto: proto, label: label}
}

// Deny says which directions a security group or network ACL drops.
func (p *Tap) Deny(out, in bool) {
	p.status = [2]record.Status{}
	if out {
		p.status[0] = record.Reject
	}
	if in {
		p.status[1] = record.Reject
	}
}

// Add counts packets that pass the interface at time t.
func (p *Tap) Add(t float64, out bool, packets, bytes int) {
	if t < p.ifc.From || t >= p.ifc.To {
		return
	}
	h := &p.dir[1]
	if out {
		h = &p.dir[0]
	}
	if h.packets > 0 && t < h.until {
		h.packets += uint32(packets)
		h.bytes += uint64(bytes)
		if t > h.last {
			h.last = t
		} else if t < h.first {
			h.first = t
		}
		return
	}
	p.flush(h, out)
	h.slot = p.ifc.slot(t)
	_, h.until = p.ifc.limits(h.slot)
	h.packets, h.bytes, h.first, h.last = uint32(packets), uint64(bytes), t, t
}

// Close writes what is still being counted.
func (p *Tap) Close() {
	p.flush(&p.dir[0], true)
	p.flush(&p.dir[1], false)
}

func (p *Tap) flush(h *half, out bool) {
	if h.packets == 0 {
		return
	}
	f := p.ifc
	defer func() { h.packets = 0 }()
	f.busy[h.slot>>6] |= 1 << (h.slot & 63)
	if len(f.skipped) > 0 && f.skipped[h.slot] && f.g.Chance(0.3) {
		return
	}
	if !p.noted {
		p.noted = true
		f.log.Book.note(f, p.remote, p.label)
	}
	r := record.Rec{Iface: uint32(f.Index), Src: f.Addr, Dst: p.remote, SPort: p.lport, DPort: p.rport,
		Proto: p.proto, Packets: h.packets, Bytes: h.bytes, Status: p.status[0]}
	if !out {
		r.Src, r.Dst, r.SPort, r.DPort, r.Status = r.Dst, r.Src, r.DPort, r.SPort, p.status[1]
	}
	from, to := h.first, h.last
	if f.bounds && h.packets > 2 && to-from > f.log.Interval/4 {
		lo, hi := f.limits(h.slot)
		from = max(lo, f.From) + float64(f.g.IntN(3))
		to = min(hi, f.To) - 1 - float64(f.g.IntN(5))
	}
	r.Start, r.End = uint32(from), uint32(max(from, to))
	if h.packets > 3 && r.End > r.Start+2 && f.g.Chance(0.003) {
		p.split(&r)
		return
	}
	f.log.Spill.Add(&r)
}

// split writes a record in two parts, as happens when the capture is handed
// over in the middle of an interval.
func (p *Tap) split(r *record.Rec) {
	share := p.ifc.g.Between(0.05, 0.95)
	a, b := *r, *r
	a.Packets = min(max(1, uint32(share*float64(r.Packets))), r.Packets-1)
	a.Bytes = r.Bytes * uint64(a.Packets) / uint64(r.Packets)
	b.Packets, b.Bytes = r.Packets-a.Packets, r.Bytes-a.Bytes
	a.End = r.Start + uint32(share*float64(r.End-r.Start))
	b.Start = min(a.End+1, r.End)
	p.ifc.log.Spill.Add(&a)
	p.ifc.log.Spill.Add(&b)
}
