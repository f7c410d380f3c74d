package flow

import "math"

// Recorder collects the records of one interface.
type Recorder struct {
	store    *Store
	iface    uint32
	phase    int
	interval int
	busy     []bool // intervals that had a packet
}

// NewRecorder adds an interface to the store; its intervals begin phase seconds
// (less than the store's interval) before the run does.
func (s *Store) NewRecorder(eni string, phase int) *Recorder {
	s.enis = append(s.enis, eni)
	return &Recorder{
		store: s, iface: uint32(len(s.enis) - 1), phase: phase, interval: s.Interval,
		busy: make([]bool, (s.Seconds+phase)/s.Interval+1),
	}
}

// Finish writes the NODATA records of the silent intervals that lie in the run.
func (r *Recorder) Finish() {
	for i, busy := range r.busy {
		start := i*r.interval - r.phase
		end := start + r.interval - 1
		if !busy && start >= 0 && end < r.store.Seconds {
			r.store.add(Record{Iface: r.iface, Start: int32(start), End: int32(end), Action: NoData})
		}
	}
}

// Flow counts the packets of one 5-tuple in one direction.
type Flow struct {
	rec   *Recorder
	sum   Record
	index int // interval of the sum
	Wrote bool
}

// NewFlow begins a flow with no packets.
func (r *Recorder) NewFlow(proto uint8, src, dst Addr, srcPort, dstPort uint16, act Action) *Flow {
	return &Flow{rec: r, sum: Record{
		Iface: r.iface, Proto: proto, Action: act,
		Src: src, Dst: dst, SrcPort: srcPort, DstPort: dstPort,
	}}
}

// Add counts packets seen at a time. Packets before the run or after it are not
// seen; one that comes late for a closed interval is counted in the open one.
func (f *Flow) Add(t float64, packets, bytes int) {
	second := int(math.Floor(t))
	if second < 0 || second >= f.rec.store.Seconds || packets == 0 {
		return
	}
	index := (second + f.rec.phase) / f.rec.interval
	switch {
	case f.sum.Packets > 0 && index < f.index:
		second = int(f.sum.Start)
	case f.sum.Packets > 0 && index > f.index:
		f.Flush()
	}
	s := int32(second)
	if f.sum.Packets == 0 {
		f.index = index
		f.sum.Start, f.sum.End = s, s
		f.rec.busy[index] = true
	}
	f.sum.Start, f.sum.End = min(f.sum.Start, s), max(f.sum.End, s)
	f.sum.Packets += uint32(packets)
	f.sum.Bytes += uint64(bytes)
}

// Flush writes what has been counted.
func (f *Flow) Flush() {
	if f.sum.Packets == 0 {
		return
	}
	f.rec.store.add(f.sum)
	f.Wrote = true
	f.sum.Packets, f.sum.Bytes = 0, 0
}
