// Package flow turns packets into flow log records, and keeps the labels.
package flow

import (
	"fmt"

	"makes/aa/internal/rng"
)

// Iface is one of the observed network interfaces.
type Iface struct {
	ID    string
	Addr  uint32
	phase int
	some  []bool // windows with a record
}

// Net is what is observed: interfaces and a span of time.
type Net struct {
	If       []*Iface
	End      float64
	interval int
	hours    [][]record
	flows    []key
	taken    map[uint32]bool
	labelled map[string]bool
	mining   map[[2]uint32]bool
	labels   []string
	addr     *rng.R
	phase    *rng.R
}

// key is what the records of a flow have in common.
type key struct {
	iface    int32
	src, dst uint32
	sp, dp   uint16
	proto    uint8
	reject   bool
}

type record struct {
	bytes      uint64
	flow       uint32
	start, end uint32
	packets    uint32
}

// New makes an empty network.
func New(seed uint64, hours, interval int) *Net {
	return &Net{End: float64(hours * 3600), interval: interval, hours: make([][]record, hours),
		taken: map[uint32]bool{}, labelled: map[string]bool{}, mining: map[[2]uint32]bool{},
		addr: rng.New(seed, 71), phase: rng.New(seed, 72)}
}

// AddIface gives a new interface an address in 10/8.
func (n *Net) AddIface() *Iface {
	i := &Iface{ID: fmt.Sprintf("eni-0%016x", n.phase.Bits()), Addr: n.Inside(), phase: n.phase.N(n.interval),
		some: make([]bool, int(n.End)/n.interval+2)}
	n.If = append(n.If, i)
	return i
}

// firsts are first octets out of which hosting, carriers and clouds are served.
var firsts = []int{3, 5, 13, 15, 18, 20, 23, 31, 34, 35, 37, 40, 44, 45, 46, 47, 50, 51, 52, 54, 62, 63, 64, 65, 66, 67, 68,
	69, 70, 72, 74, 75, 77, 78, 79, 80, 81, 82, 83, 84, 85, 87, 88, 89, 91, 92, 93, 94, 95, 96, 98, 99, 101, 103, 104, 107,
	108, 109, 116, 119, 128, 129, 130, 134, 135, 136, 138, 139, 141, 142, 143, 144, 146, 147, 149, 151, 152, 154, 155, 157,
	158, 159, 161, 162, 163, 164, 165, 167, 170, 173, 174, 176, 178, 184, 185, 188, 193, 194, 195, 199, 204, 205, 206, 207,
	208, 209, 212, 213, 216, 217}

// Outside is a fresh public address.
func (n *Net) Outside() uint32 {
	return n.fresh(func() uint32 {
		switch {
		case n.addr.P(.02):
			return 203<<24 | 0<<16 | 113<<8 | uint32(n.addr.Int(1, 254))
		case n.addr.P(.02):
			return 198<<24 | 51<<16 | 100<<8 | uint32(n.addr.Int(1, 254))
		}
		return uint32(rng.Pick(n.addr, firsts))<<24 | uint32(n.addr.N(1<<16))<<8 | uint32(n.addr.Int(1, 254))
	})
}

// Inside is a fresh private address; a subnet is used by many hosts.
func (n *Net) Inside() uint32 {
	return n.fresh(func() uint32 {
		return 10<<24 | uint32(n.addr.N(12)*17)<<16 | uint32(n.addr.N(40))<<8 | uint32(n.addr.Int(4, 254))
	})
}

func (n *Net) fresh(draw func() uint32) uint32 {
	for {
		if a := draw(); !n.taken[a] {
			n.taken[a] = true
			return a
		}
	}
}

// Acc gathers the packets of one direction of a flow at one interface.
type Acc struct {
	flow        uint32
	open        bool
	start, stop float64 // of the window that is open
	first, last float64
	packets     uint32
	bytes       uint64
}

// Flow begins a flow at an interface.
func (n *Net) Flow(iface int, src, dst uint32, sp, dp uint16, proto uint8, reject bool) Acc {
	n.flows = append(n.flows, key{int32(iface), src, dst, sp, dp, proto, reject})
	return Acc{flow: uint32(len(n.flows) - 1)}
}

// Add counts packets that were seen at t.
func (n *Net) Add(a *Acc, t float64, packets, bytes int) {
	if t < 0 || t >= n.End {
		return
	}
	if !a.open || t >= a.stop {
		n.Flush(a)
		f := n.If[n.flows[a.flow].iface]
		w := (int(t) + f.phase) / n.interval
		a.start, a.stop = float64(w*n.interval-f.phase), float64((w+1)*n.interval-f.phase)
		a.open, a.first, a.last = true, t, t
		f.some[w] = true
	}
	if t < a.start { // crossed on the wire; seen with what came before
		t = a.start
	}
	a.first, a.last = min(a.first, t), max(a.last, t)
	a.packets += uint32(packets)
	a.bytes += uint64(bytes)
}

// Flush writes the open record.
func (n *Net) Flush(a *Acc) {
	if a.open {
		h := min(int(a.stop)/3600, len(n.hours)-1)
		n.hours[h] = append(n.hours[h], record{a.bytes, a.flow, uint32(max(a.first, 0)), uint32(a.last), a.packets})
	}
	a.open, a.packets, a.bytes = false, 0, 0
}
