package sim

import (
	"cmp"
	"math"
	"slices"
)

// Key is a directed 5-tuple with the verdict on it.
type Key struct {
	Src, Dst         uint32
	SrcPort, DstPort uint16
	Proto            uint8
	Reject           bool
}

// Back is the other direction.
func (k Key) Back() Key {
	return Key{Src: k.Dst, Dst: k.Src, SrcPort: k.DstPort, DstPort: k.SrcPort, Proto: k.Proto}
}

// Record is what one flow did in one aggregation interval. Times are seconds
// since the run began.
type Record struct {
	Bytes      uint64
	Packets    uint32
	Start, End int32
	Key        Key
	Iface      uint16
	NoData     bool
}

// Log collects the records of one interface.
type Log struct {
	Iface           uint16
	Phase, Interval int // the intervals begin at Phase + n*Interval
	Limit           float64
	Records         []Record
}

// Window is the number of the interval that a second lies in.
func (l *Log) Window(second int) int {
	return int(math.Floor(float64(second-l.Phase) / float64(l.Interval)))
}

// Merge brings records of the same flow and interval together (a port can be
// used again within an interval) and sorts them by interval.
func (l *Log) Merge() {
	id := func(k Key) uint64 { return uint64(k.Src)<<32 | uint64(k.Dst) }
	rest := func(k Key) uint64 {
		n := uint64(k.SrcPort)<<24 | uint64(k.DstPort)<<8 | uint64(k.Proto)
		if k.Reject {
			n |= 1 << 40
		}
		return n
	}
	slices.SortStableFunc(l.Records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(l.Window(int(a.Start)), l.Window(int(b.Start))),
			cmp.Compare(id(a.Key), id(b.Key)), cmp.Compare(rest(a.Key), rest(b.Key)), cmp.Compare(a.Start, b.Start))
	})
	kept := l.Records[:0]
	for _, r := range l.Records {
		if n := len(kept); n > 0 && kept[n-1].Key == r.Key && l.Window(int(kept[n-1].Start)) == l.Window(int(r.Start)) {
			last := &kept[n-1]
			last.Packets += r.Packets
			last.Bytes += r.Bytes
			last.End = max(last.End, r.End)
			continue
		}
		kept = append(kept, r)
	}
	l.Records = kept
}

// Flow adds up the packets of one direction of one connection.
type Flow struct {
	log  *Log
	key  Key
	open Record
	win  int
}

// NewFlow begins a flow; records appear in the log as intervals end.
func NewFlow(l *Log, k Key) Flow { return Flow{log: l, key: k} }

// Add counts packets seen at time t, with their bytes at the IP level.
func (f *Flow) Add(t float64, packets, bytes int) {
	if t < 0 || t >= f.log.Limit || packets == 0 {
		return
	}
	second := int(t)
	win := f.log.Window(second)
	if f.open.Packets > 0 && win != f.win {
		f.Flush()
	}
	if f.open.Packets == 0 {
		f.win = win
		f.open = Record{Key: f.key, Iface: f.log.Iface, Start: int32(second), End: int32(second)}
	}
	f.open.Packets += uint32(packets)
	f.open.Bytes += uint64(bytes)
	f.open.Start = min(f.open.Start, int32(second))
	f.open.End = max(f.open.End, int32(second))
}

// Flush hands the interval's counters to the log.
func (f *Flow) Flush() {
	if f.open.Packets > 0 {
		f.log.Records = append(f.log.Records, f.open)
		f.open = Record{}
	}
}
