package flow

// End is one end of a flow: address, port and, if that end is a logged
// interface, the interface.
type End struct {
	Addr  uint32
	Port  uint16
	Iface *Iface
}

// cell gathers the packets of one direction at one interface.
type cell struct {
	slot        int
	packets     uint32
	bytes       uint64
	first, last float64
}

// stretch lets the gathered packets last until t.
func (c *cell) stretch(t float64) {
	if c.packets > 0 {
		c.last = max(c.last, t)
	}
}

// Flow is one 5-tuple seen in both directions at the interfaces of its ends.
type Flow struct {
	log    *Log
	ends   [2]End
	proto  uint8
	tag    *Tag
	cells  [2][2]cell // by the end at which it is seen, by sender
	denied [2][2]bool
	marked [2]bool
}

// Start makes the flow a new one between two ends. What an earlier use of
// the same value has gathered is logged first.
func (f *Flow) Start(log *Log, client, server End, proto uint8, tag *Tag) {
	f.Flush()
	*f = Flow{log: log, ends: [2]End{client, server}, proto: proto, tag: tag}
}

// Deny makes the interface at one end drop what the given side sends.
func (f *Flow) Deny(at, from Side) { f.denied[at][from] = true }

// Add counts packets that one side sends at time t.
func (f *Flow) Add(from Side, t float64, packets, bytes int) {
	f.at(from, from, t, packets, bytes)
	if !f.denied[from][from] {
		f.at(from.Other(), from, t, packets, bytes)
	}
}

// Lost counts packets that leave the sender but do not arrive.
func (f *Flow) Lost(from Side, t float64, packets, bytes int) {
	f.at(from, from, t, packets, bytes)
}

// Spread counts packets that one side sends evenly between two times.
func (f *Flow) Spread(from Side, t0, t1 float64, packets, bytes int) {
	for _, at := range [2]Side{Client, Server} {
		i := f.ends[at].Iface
		if i == nil {
			continue
		}
		t, p, b := t0, packets, bytes
		for p > 0 && t < f.log.length {
			edge := i.slotStart(i.slot(max(t, 0)) + 1)
			if t < 0 {
				edge = 0
			}
			n, m := p, b
			if edge < t1 {
				part := (edge - t) / (t1 - t)
				n = int(float64(p) * part)
				m = int(float64(b) / float64(p) * float64(n))
			}
			if n > 0 {
				f.at(at, from, t, n, m)
				f.cells[at][from].stretch(min(edge-0.001, t1))
			}
			t, p, b = edge, p-n, b-m
		}
	}
}

func (f *Flow) at(at, from Side, t float64, packets, bytes int) {
	i := f.ends[at].Iface
	if i == nil || t < 0 || t >= f.log.length {
		return
	}
	c := &f.cells[at][from]
	slot := i.slot(t)
	if c.packets > 0 && slot > c.slot {
		f.emit(at, from)
	}
	if c.packets == 0 {
		c.slot, c.first, c.last = slot, t, t
	}
	c.packets += uint32(packets)
	c.bytes += uint64(bytes)
	if slot == c.slot {
		c.first, c.last = min(c.first, t), max(c.last, t)
	}
}

func (f *Flow) emit(at, from Side) {
	src, dst := f.ends[from], f.ends[from.Other()]
	rec := record{src: src.Addr, dst: dst.Addr, srcPort: src.Port, dstPort: dst.Port, proto: f.proto}
	if f.denied[at][from] {
		rec.status = reject
	}
	c := &f.cells[at][from]
	f.ends[at].Iface.write(rec, c)
	*c = cell{}
	if !f.marked[at] && f.tag != nil {
		f.marked[at] = true
		f.log.label(f.ends[at].Iface, f.ends[at.Other()].Addr, f.tag)
	}
}

// Flush logs what has been gathered so far.
func (f *Flow) Flush() {
	for at := range f.cells {
		for from := range f.cells[at] {
			if f.cells[at][from].packets > 0 {
				f.emit(Side(at), Side(from))
			}
		}
	}
}
