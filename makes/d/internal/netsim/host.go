// Package netsim is the engine: programs exchange messages, messages become
// TCP packets, packets become flow records.
package netsim

import "makes/d/internal/dice"

// Stack is how an operating system speaks TCP.
type Stack struct {
	Options int     // bytes of TCP options on ordinary packets
	Syn     int     // IP length of a SYN
	Delack  float64 // delayed acknowledgement, seconds
	Quick   float64 // share of lone segments acknowledged at once
	Retries int     // repeated SYNs
}

// NewStack draws an operating system: mostly Linux, some Windows, some small.
func NewStack(d *dice.Dice) Stack {
	switch x := d.Float64(); {
	case x < 0.78:
		return Stack{12, 60, 0.04, d.Between(0.02, 0.3), d.Int(4, 6)}
	case x < 0.93:
		return Stack{0, 52, d.Between(0.05, 0.2), d.Between(0, 0.1), 2}
	default:
		return Stack{0, 44, d.Between(0.1, 0.25), d.Between(0, 0.6), d.Int(2, 4)}
	}
}

// Host is one network interface and the programs behind it.
type Host struct {
	ID       string
	Addr     uint32
	Interval int32
	Phase    int32
	End      float64
	Stack    Stack
	Rhythm   Rhythm
	Away     Spans // reboots, nights switched off

	procs   []*Proc
	records []*Record
	nodata  int32 // first window not yet checked for silence
	busy    map[int32]bool
	Pairs   map[uint32]*Label
	Order   []uint32 // keys of Pairs as they came
}

// Label tells what a pair of addresses carries.
type Label struct {
	Mining bool
	Kind   string // ordinary kind, or coin-transport
	Fields []string
}

// NewHost makes an interface that logs every interval seconds from phase on.
func NewHost(id string, addr uint32, interval, phase int32, end float64) *Host {
	return &Host{ID: id, Addr: addr, Interval: interval, Phase: phase, End: end,
		busy: map[int32]bool{}, Pairs: map[uint32]*Label{}}
}

func (h *Host) window(sec int32) int32 { return (sec - h.Phase + h.Interval) / h.Interval }

// note remembers that a window has traffic and what the pair carries.
func (h *Host) note(f *flow) {
	h.busy[f.rec.window] = true
	if f.key.Protocol != TCP || f.proc.Label == nil {
		return
	}
	if old, ok := h.Pairs[f.peer]; !ok {
		h.Pairs[f.peer] = f.proc.Label
		h.Order = append(h.Order, f.peer)
	} else if old.Mining != f.proc.Label.Mining {
		panic("pair carries both mining and ordinary traffic: " + old.Kind + ", " + f.proc.Label.Kind)
	}
}

// Run lets all programs live until time t.
func (h *Host) Run(t float64) {
	for i := 0; i < len(h.procs); i++ { // programs may start others
		h.procs[i].runTo(t)
	}
}

// Stop ends all programs.
func (h *Host) Stop() {
	for _, p := range h.procs {
		p.stop()
	}
}

// Drain takes the records that end before t. All programs must have run an
// interval beyond t, for only then can no packet join them.
func (h *Host) Drain(t float64) []*Record {
	var out, keep []*Record
	for _, r := range h.records {
		if float64(r.End) < t {
			out = append(out, r)
		} else {
			keep = append(keep, r)
		}
	}
	h.records = keep
	return out
}

// Silent takes the windows that ended before t without traffic, as the start
// and the end of each.
func (h *Host) Silent(t float64) [][2]int32 {
	var out [][2]int32
	for ; ; h.nodata++ {
		from := max(0, (h.nodata-1)*h.Interval+h.Phase)
		to := h.nodata*h.Interval + h.Phase
		if float64(to) > t {
			return out
		}
		if !h.busy[h.nodata] && to > from {
			out = append(out, [2]int32{from, to - 1})
		}
		delete(h.busy, h.nodata)
	}
}
