// Package wire is the engine: a world of addresses and services, hosts with
// one network interface each, TCP connections that turn messages into packets,
// and flows that turn packets into flow log records.
package wire

// Protocol numbers.
const (
	TCP = 6
	UDP = 17
)

// Record is one line of a flow log. Times are whole seconds since the start
// of the run.
type Record struct {
	Src, Dst     uint32
	Sport, Dport uint16
	Proto        uint8
	Reject       bool
	NoData       bool
	Window       int32
	Start, End   int32
	Packets      int64
	Bytes        int64
}

// flow gathers the packets of one 5-tuple in one direction into a record per
// aggregation interval.
type flow struct {
	host *Host
	last float64
	rec  Record
}

// add counts packets that pass the interface at time t. Packets outside the
// run are not seen; time never runs backwards within a flow.
func (f *flow) add(t float64, packets, bytes int) {
	if packets == 0 || t < 0 || t >= f.host.End {
		return
	}
	t = max(t, f.last)
	f.last = t
	sec := int32(t)
	window := f.host.window(sec)
	if f.rec.Packets > 0 && window != f.rec.Window {
		f.flush()
	}
	if f.rec.Packets == 0 {
		f.rec.Window, f.rec.Start = window, sec
	}
	f.rec.End = sec
	f.rec.Packets += int64(packets)
	f.rec.Bytes += int64(bytes)
}

// flush hands the gathered record to the host.
func (f *flow) flush() {
	if f.rec.Packets > 0 {
		f.host.records = append(f.host.records, f.rec)
		f.rec.Packets, f.rec.Bytes = 0, 0
	}
}
