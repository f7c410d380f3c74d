package lab

import (
	"cmp"
	"net/netip"
	"slices"
)

// A flow is a 5-tuple at one interface; its packets are counted per direction
// and aggregation interval.
type flow struct {
	id            uint64 // names it within its log; what befalls its records is drawn from it
	meter         *meter
	label         *Label // of its pair, but for the addresses
	local, remote netip.AddrPort
	protocol      uint8
	extra         int // header bytes a packet has more than in IPv4
	rejected      bool
	over          bool       // no more packets will come
	named         bool       // its pair has been labelled
	cells         [2][]cell  // by direction; in order of interval
	room          [2][1]cell // for the first of cells: most flows are short
	via           *flow      // the same packets at a NAT gateway
	inner         *flow      // at a NAT gateway: the same packets where they come from
}

// A direction of travel, seen from the interface.
const (
	in  = 0
	out = 1
)

// TCP flags that flow logs report. An ACK shows only together with a SYN.
const (
	flagFIN = 1
	flagSYN = 2
	flagRST = 4
	flagACK = 16
)

// A cell counts the packets of one direction in one interval. First and last
// are seconds since the start of the simulation.
type cell struct {
	interval       int64
	packets, bytes int64
	first, last    int64
	flags          uint8 // of all packets together
}

// ICMP for IPv6, and what its header has more than IPv4's (RFC 8200 §3).
const (
	icmp6       = 58
	headerExtra = 20
)

// wide makes a flow one of IPv6, from the given address.
func (f *flow) wide(local netip.Addr) {
	f.local = netip.AddrPortFrom(local, f.local.Port())
	f.extra = headerExtra
	if f.protocol == icmp {
		f.protocol = icmp6
	}
}

// packet counts one packet of so many IP-level bytes, as if over IPv4. Packets
// need not come in order, but not before an interval that has been read out.
// Those outside the simulated time are not seen.
func (f *flow) packet(at float64, dir, bytes int) { f.signal(at, dir, bytes, 0) }

// signal counts a TCP packet with flags.
func (f *flow) signal(at float64, dir, bytes int, flags uint8) {
	m := f.meter
	if at < 0 || at >= m.end {
		return
	}
	if f.via != nil {
		f.via.signal(at, dir, bytes, flags)
	}
	c := f.cell(dir, int64(at))
	c.packets++
	c.bytes += int64(bytes + f.extra)
	c.flags |= flags
}

// cell is where a packet of the given second counts.
func (f *flow) cell(dir int, second int64) *cell {
	interval, second := f.meter.counted(f, dir, second)
	cells := f.cells[dir]
	i := len(cells)
	for i > 0 && cells[i-1].interval > interval {
		i--
	}
	if i > 0 && cells[i-1].interval == interval {
		c := &cells[i-1]
		c.first = min(c.first, second)
		c.last = max(c.last, second)
		return c
	}
	if cells == nil {
		cells = f.room[dir][:0]
	}
	f.cells[dir] = slices.Insert(cells, i, cell{interval: interval, first: second, last: second})
	return &f.cells[dir][i]
}

// A meter is the flow logging of one interface. Its intervals are length
// seconds long and begin phase seconds after those of the epoch.
type meter struct {
	length, phase int64
	early         int64 // see Host.Early
	end           float64
	flows         []*flow
	read          int64    // intervals before this one have been read out
	present       [3]int64 // the interval looked for last: its number, begin and end
	spare         []record
}

func newMeter(length, phase int64, end float64) *meter {
	m := &meter{length: length, phase: phase, end: end}
	m.read = m.intervalOf(0)
	return m
}

// intervalOf gives the interval of a second. The one before the first whole
// interval is −1.
func (m *meter) intervalOf(second int64) int64 {
	if p := &m.present; second >= p[1] && second < p[2] {
		return p[0]
	}
	interval := (second-m.phase+m.length)/m.length - 1
	from, to := m.bounds(interval)
	m.present = [3]int64{interval, from, to}
	return interval
}

// counted is the interval in which a packet of the given second counts, and the
// second that the log shows for it. Counters are not read at one instant: each
// interval of each direction of a flow ends early by up to m.early seconds, and
// what comes after counts in the next. AWS: the start of a record "might be up
// to 60 seconds after the packet was transmitted or received".
func (m *meter) counted(f *flow, dir int, second int64) (interval, shown int64) {
	interval = m.intervalOf(second)
	if m.early == 0 {
		return interval, second
	}
	_, to := m.bounds(interval)
	if to-second > m.early || float64(to) >= m.end {
		return interval, second
	}
	if lead := int64(draw(f.id^uint64(dir), forEarly, interval) * float64(m.early+1)); to-second <= lead {
		return interval + 1, to
	}
	return interval, second
}

// bounds are the seconds at which an interval begins and ends.
func (m *meter) bounds(interval int64) (from, to int64) {
	from = interval*m.length + m.phase
	return from, from + m.length
}

// readOut appends the records of all intervals that end by the given second,
// oldest first, and forgets them. All of them, if it is the last time.
func (m *meter) readOut(records []record, h *host, second int64, last bool) []record {
	until := m.due(second, last)
	if until == m.read {
		return records
	}
	begin := len(records)
	return m.complete(m.take(records, h, until), begin, h, until)
}

// due is the interval up to which all are over at the given second.
func (m *meter) due(second int64, last bool) int64 {
	if last {
		return m.intervalOf(second-1) + 1
	}
	return m.intervalOf(second)
}

// take appends what was counted before an interval, in no order of time.
func (m *meter) take(records []record, h *host, until int64) []record {
	kept := m.flows[:0]
	for _, f := range m.flows {
		if f.inner != nil && f.inner.rejected {
			continue // stopped before it came to the gateway
		}
		for dir := range f.cells {
			n := 0
			for n < len(f.cells[dir]) && f.cells[dir][n].interval < until {
				records = append(records, record{host: h, flow: f, dir: uint8(dir), cell: f.cells[dir][n]})
				n++
			}
			f.cells[dir] = slices.Delete(f.cells[dir], 0, n)
		}
		over := f.over || f.inner != nil && f.inner.over
		if !over || len(f.cells[in])+len(f.cells[out]) > 0 {
			kept = append(kept, f)
		}
	}
	clear(m.flows[len(kept):])
	m.flows = kept
	return records
}

// complete adds to the records from begin one for each interval without any,
// and brings them in order.
func (m *meter) complete(records []record, begin int, h *host, until int64) []record {
	seen := make([]bool, max(0, until-m.read))
	for i := range records[begin:] {
		seen[records[begin+i].interval-m.read] = true
	}
	for i, ok := range seen {
		if !ok {
			records = append(records, m.silence(h, m.read+int64(i), statusNoData))
		}
	}
	m.read = until
	if fresh := records[begin:]; !slices.IsSortedFunc(fresh, byInterval) {
		m.spare = append(m.spare[:0], fresh...)
		arrange(fresh, func(r *record) int64 { return r.interval }, m.spare)
	}
	return records
}

func byInterval(a, b record) int { return cmp.Compare(a.interval, b.interval) }

// silence is a record without a flow.
func (m *meter) silence(h *host, interval int64, why status) record {
	from, to := m.bounds(interval)
	c := cell{interval: interval, first: max(from, 0), last: min(to, int64(m.end))}
	return record{host: h, status: why, cell: c}
}
