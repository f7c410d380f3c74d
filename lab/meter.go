package lab

import (
	"cmp"
	"net/netip"
	"slices"
)

// A flow is a 5-tuple at one interface; its packets are counted per direction
// and aggregation interval.
type flow struct {
	meter         *meter
	label         *kind
	local, remote netip.AddrPort
	protocol      uint8
	rejected      bool
	over          bool      // no more packets will come
	named         bool      // its pair has been labelled
	cells         [2][]cell // by direction; in order of interval
}

// A direction of travel, seen from the interface.
const (
	in  = 0
	out = 1
)

// A cell counts the packets of one direction in one interval. First and last
// are seconds since the start of the simulation.
type cell struct {
	interval       int64
	packets, bytes int64
	first, last    int64
}

// packet counts one packet of so many IP-level bytes. Packets need not come in
// order, but not before an interval that has been read out. Those outside the
// simulated time are not seen.
func (f *flow) packet(at float64, dir, bytes int) {
	if at < 0 || at >= f.meter.end {
		return
	}
	second := int64(at)
	interval := f.meter.intervalOf(second)
	cells := f.cells[dir]
	for i := len(cells) - 1; i >= 0 && cells[i].interval >= interval; i-- {
		if c := &cells[i]; c.interval == interval {
			c.packets++
			c.bytes += int64(bytes)
			c.first = min(c.first, second)
			c.last = max(c.last, second)
			return
		}
	}
	i := len(cells)
	for i > 0 && cells[i-1].interval > interval {
		i--
	}
	f.cells[dir] = slices.Insert(cells, i, cell{interval, 1, int64(bytes), second, second})
}

// A meter is the flow logging of one interface. Its intervals are length
// seconds long and begin phase seconds after those of the epoch.
type meter struct {
	length, phase int64
	end           float64
	flows         []*flow
	read          int64 // intervals before this one have been read out
}

func newMeter(length, phase int64, end float64) *meter {
	m := &meter{length: length, phase: phase, end: end}
	m.read = m.intervalOf(0)
	return m
}

// intervalOf gives the interval of a second. The one before the first whole
// interval is −1.
func (m *meter) intervalOf(second int64) int64 {
	return (second-m.phase+m.length)/m.length - 1
}

// bounds are the seconds at which an interval begins and ends.
func (m *meter) bounds(interval int64) (from, to int64) {
	from = interval*m.length + m.phase
	return from, from + m.length
}

// A record is what a flow log says about one flow, one direction and one
// interval; without a flow it says that there was no data.
type record struct {
	host *host
	flow *flow
	dir  int
	cell
}

// readOut appends the records of all intervals that end by the given second,
// oldest first, and forgets them. All of them, if it is the last time.
func (m *meter) readOut(records []record, h *host, second int64, last bool) []record {
	until := m.intervalOf(second)
	if last {
		until = m.intervalOf(second-1) + 1
	}
	begin := len(records)
	kept := m.flows[:0]
	for _, f := range m.flows {
		for dir := range f.cells {
			n := 0
			for n < len(f.cells[dir]) && f.cells[dir][n].interval < until {
				records = append(records, record{h, f, dir, f.cells[dir][n]})
				n++
			}
			f.cells[dir] = slices.Delete(f.cells[dir], 0, n)
		}
		if !f.over || len(f.cells[in])+len(f.cells[out]) > 0 {
			kept = append(kept, f)
		}
	}
	clear(m.flows[len(kept):])
	m.flows = kept
	records = m.noData(records, begin, h, until)
	slices.SortStableFunc(records[begin:], func(a, b record) int { return cmp.Compare(a.interval, b.interval) })
	m.read = until
	return records
}

// noData appends a record for each interval without any among those from begin.
func (m *meter) noData(records []record, begin int, h *host, until int64) []record {
	seen := make([]bool, max(0, until-m.read))
	for _, r := range records[begin:] {
		seen[r.interval-m.read] = true
	}
	for i, ok := range seen {
		if ok {
			continue
		}
		interval := m.read + int64(i)
		from, to := m.bounds(interval)
		c := cell{interval: interval, first: max(from, 0), last: min(to, int64(m.end))}
		records = append(records, record{host: h, cell: c})
	}
	return records
}
