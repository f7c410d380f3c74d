package wire

import "makes/b/internal/flowlog"

// flow is one direction of a connection: it adds packets up to records.
type flow struct {
	host       *Host
	remote     uint32
	label      *Label
	rec        flowlog.Record // the current window; no packets, no record
	from, upto float64        // bounds of the current window
}

func newFlow(h *Host, remote uint32, l *Label, out bool, lport, rport uint16, proto, action uint8) flow {
	f := flow{host: h, remote: remote, label: l, from: 1, upto: 0}
	f.rec = flowlog.Record{Src: h.Self.Addr, Dst: remote, Sport: lport, Dport: rport, Proto: proto, Action: action}
	if !out {
		f.rec.Src, f.rec.Dst = f.rec.Dst, f.rec.Src
		f.rec.Sport, f.rec.Dport = rport, lport
	}
	return f
}

// add counts packets that pass the interface at time t.
func (f *flow) add(t float64, packets, bytes int) {
	if t < 0 || t >= f.host.World.End || packets == 0 {
		return
	}
	if t < f.from || t >= f.upto {
		f.flush()
		f.enter(t)
	}
	if f.rec.Packets == 0 {
		f.rec.Start = uint32(t)
		f.rec.End = f.rec.Start
	}
	f.rec.Packets += uint32(packets)
	f.rec.Bytes += uint64(bytes)
	f.rec.Start = min(f.rec.Start, uint32(t))
	f.rec.End = max(f.rec.End, uint32(t))
}

func (f *flow) enter(t float64) {
	f.rec.Window = f.host.window(t)
	f.from = f.host.phase + float64(f.rec.Window)*f.host.World.Interval
	f.upto = f.from + f.host.World.Interval
}

// run counts many packets spread evenly from t to end.
func (f *flow) run(t, end float64, packets, bytes int) {
	step := f.host.World.Interval
	for w := f.host.window(t) + 1; packets > 0; w++ {
		cut := f.host.phase + float64(w)*step
		k, b := packets, bytes
		if cut < end {
			part := (cut - t) / (end - t)
			k = min(packets, int(part*float64(packets)+0.5))
			b = bytes * k / packets
		}
		if k > 0 {
			first := k / 2
			f.add(t, first, b*first/k)
			f.add(min(cut, end)-1e-6, k-first, b-b*first/k)
		}
		packets -= k
		bytes -= b
		t = cut
	}
}

func (f *flow) flush() {
	if f.rec.Packets == 0 {
		return
	}
	h := f.host
	h.records = append(h.records, f.rec)
	if f.rec.Proto == flowlog.TCP && f.label.Kind != "" {
		h.note(f.remote, *f.label)
	}
	f.rec.Packets, f.rec.Bytes = 0, 0
}
