package netsim

// Key is the 5-tuple of a flow and what the security group did with it.
type Key struct {
	Src, Dst         uint32
	SrcPort, DstPort uint16
	Protocol         uint8
	Reject           bool
}

// Record counts the packets of one flow in one aggregation interval.
type Record struct {
	Key
	Packets    uint32
	Start, End int32 // seconds since the beginning of the run
	window     int32
	Bytes      uint64
}

// flow puts the packets of one direction into records.
type flow struct {
	host *Host
	key  Key
	proc *Proc
	peer uint32
	rec  *Record
	last float64
}

// add counts packets at time t; bytes include IP headers. A flow never runs
// backwards, so that a late acknowledgement cannot reopen a closed window.
func (f *flow) add(t float64, packets, bytes int) {
	if packets == 0 {
		return
	}
	t = max(t, f.last)
	f.last = t
	if t < 0 || t >= f.host.End {
		return
	}
	sec := int32(t)
	w := f.host.window(sec)
	if f.rec == nil || f.rec.window != w {
		f.rec = &Record{Key: f.key, Start: sec, window: w}
		f.host.records = append(f.host.records, f.rec)
		f.host.note(f)
	}
	f.rec.Packets += uint32(packets)
	f.rec.Bytes += uint64(bytes)
	f.rec.End = sec
}
