package wire

import (
	"fmt"
	"math"
	"slices"

	"makes/f/internal/wide"
)

// Nic is a network interface: the point where packets are counted.
type Nic struct {
	ID      string
	Addr    uint32
	Windows bool    // the host's system, for ports and timers
	Zone    float64 // hour at which its people's day begins
	End     float64 // end of the run

	index           uint16
	phase, interval float64
	store           Store
	busy            []bool // intervals with traffic
	flows           []*flow
	labels          map[uint32]Label
	ports           map[uint32]int
}

// NewNic makes an interface whose intervals have their own phase.
func NewNic(r *wide.Rand, index int, addr uint32, interval, end float64, store Store) *Nic {
	n := &Nic{
		ID: fmt.Sprintf("eni-0%016x", r.Uint64()), Addr: addr, End: end,
		Windows: wide.Chance(r, 0.15), Zone: wide.Pick(r, -1.0, 0, 1, 6, 7, 8, 9, 14, 15, 17, 22),
		index: uint16(index), phase: math.Floor(r.Float64() * interval), interval: interval, store: store,
		labels: map[uint32]Label{}, ports: map[uint32]int{},
	}
	n.busy = make([]bool, n.window(end)+1)
	return n
}

func (n *Nic) window(t float64) int { return int((t + n.phase) / n.interval) }

// port returns the client port of the next connection with a remote address.
func (n *Nic) port(r *wide.Rand, remote uint32, windows bool) uint16 {
	low, count := 32768, 28232
	if windows {
		low, count = 49152, 16384
	}
	step, known := n.ports[remote]
	if !known {
		step = r.IntN(count)
	}
	n.ports[remote] = step + 1 + r.IntN(4)
	return uint16(low + step%count)
}

// Label names the traffic of a pair of addresses.
type Label struct {
	Name string // verdict and kind
	Tags string // what follows the interface in the label file
}

// Label names the traffic with a remote address; the first name stays.
func (n *Nic) Label(remote uint32, l Label) {
	if _, known := n.labels[remote]; !known && l.Name != "" {
		n.labels[remote] = l
	}
}

// Labels returns the lines of the label file for this interface.
func (n *Nic) Labels() []string {
	var lines []string
	for remote, l := range n.labels {
		pair := AddrString(n.Addr) + "::" + AddrString(remote)
		lines = append(lines, pair+"\t"+l.Name+"\t"+n.ID+l.Tags)
	}
	slices.Sort(lines)
	return lines
}

// Finish writes the open flows' last records and the empty intervals.
func (n *Nic) Finish() {
	for _, f := range n.flows {
		f.flush()
	}
	n.flows = nil
	for w, busy := range n.busy {
		start := max(0, float64(w)*n.interval-n.phase)
		end := min(float64(w+1)*n.interval-n.phase, n.End) - 1
		if !busy && end > start {
			n.store.add(Record{nic: n.index, start: uint32(start), end: uint32(end), noTraffic: true})
		}
	}
}

// flow counts one direction of a connection in the current interval.
type flow struct {
	nic            *Nic
	id             Record // addresses, ports, protocol
	win            int
	packets, bytes int
	first, last    float64
}

func (n *Nic) newFlow(id Record) *flow {
	id.nic = n.index
	f := &flow{nic: n, id: id, win: -1, last: -1e9}
	n.flows = append(n.flows, f)
	return f
}

// add counts packets seen at time t. Times never go back within a flow.
func (f *flow) add(t float64, packets, bytes int) {
	t = max(t, f.last)
	if t < 0 || t >= f.nic.End || packets == 0 {
		return
	}
	if w := f.nic.window(t); w != f.win {
		f.flush()
		f.win, f.first = w, t
		f.nic.busy[w] = true
	}
	f.last = t
	f.packets += packets
	f.bytes += bytes
}

func (f *flow) flush() {
	if f.packets == 0 {
		return
	}
	r := f.id
	r.packets, r.bytes = uint32(f.packets), uint64(f.bytes)
	r.start, r.end = uint32(f.first), uint32(f.last)
	f.nic.store.add(r)
	f.packets, f.bytes = 0, 0
}
