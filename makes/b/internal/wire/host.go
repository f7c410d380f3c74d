package wire

import (
	"fmt"
	"math"

	"makes/b/internal/flowlog"
)

// Label says what the traffic between two addresses is.
type Label struct {
	Mining bool
	Kind   string
	Extra  string // further tab-separated columns
}

// Pair is a labelled remote address of an interface.
type Pair struct {
	Remote uint32
	Label
}

// Host is a network interface and the machine behind it.
type Host struct {
	World *World
	ENI   string
	Self  *Peer
	Zone  float64 // hours that its people live to the east of Greenwich
	Pairs []Pair
	// Resolver is the name server the machine asks; nil when it is the cloud's
	// own, whose traffic flow logs omit.
	Resolver *Peer

	phase   float64
	windows bool
	known   map[uint32]bool
	records []flowlog.Record
}

// NewHost makes the interface of the given number.
func NewHost(w *World, number int) *Host {
	r := NewRand(w.Seed, fmt.Sprintf("host %d", number))
	h := &Host{
		World: w,
		ENI:   fmt.Sprintf("eni-0%016x", r.Uint64()),
		Self:  w.Reserve(true),
		Zone:  Pick(r, -8.0, -5, -5, 0, 1, 1, 2, 5.5, 8, 9),
		phase: r.Between(0, w.Interval),
		known: map[uint32]bool{},
	}
	h.Self.MTU = Pick(r, 9001, 9001, 9001, 1500)
	if r.Chance(0.2) {
		h.Self.Stamps = false
		h.windows = true
		h.Self.DelAck = Pick(r, 0.05, 0.2)
	} else {
		h.Self.Stamps = true
		h.Self.DelAck = 0.04
	}
	if r.Chance(0.25) {
		h.Resolver = w.Service(r, "resolver", 3, true)
	}
	return h
}

func (h *Host) ephemeral(r Rand) uint16 {
	if h.windows {
		return uint16(r.Int(49152, 65535))
	}
	return uint16(r.Int(32768, 60999))
}

func (h *Host) note(remote uint32, l Label) {
	if !h.known[remote] {
		h.known[remote] = true
		h.Pairs = append(h.Pairs, Pair{remote, l})
	}
}

// Finish returns the records of the interface, with the intervals that had no
// traffic, and forgets them.
func (h *Host) Finish() []flowlog.Record {
	rs := flowlog.Merge(h.records)
	h.records = nil
	busy := map[int32]bool{}
	for _, r := range rs {
		busy[r.Window] = true
	}
	w := h.World
	for i := h.window(0); i <= h.window(w.End-1); i++ {
		if busy[i] {
			continue
		}
		from := max(0, h.phase+float64(i)*w.Interval)
		to := min(w.End, h.phase+float64(i+1)*w.Interval) - 1
		if to > from {
			rs = append(rs, flowlog.Record{Action: flowlog.NoData, Window: i, Start: uint32(from), End: uint32(to)})
		}
	}
	return rs
}

func (h *Host) window(t float64) int32 {
	return int32(math.Floor((t - h.phase) / h.World.Interval))
}

// Run runs a program on the machine, from somewhat before the log to its end.
func (h *Host) Run(r Rand, l Label, program func(*Proc)) {
	program(&Proc{Rand: r, Host: h, Now: -r.Between(60, 3600), End: h.World.End, Label: l})
}
