// Package sim is the simulated network: hosts, their TCP stacks, clocks of programs, connections and datagrams.
package sim

import (
	"makes/y/internal/flow"
	"makes/y/internal/rng"
)

// Stack is what an operating system's TCP does that shows in packet counts.
type Stack struct {
	Stamps     bool      // timestamps option
	Delack     float64   // seconds an acknowledgement waits for company
	Quick      int       // segments acknowledged at once after the start
	Every      int       // full segments per acknowledgement in a bulk transfer
	Low, High  int       // ephemeral ports
	Syn        []float64 // pauses before each repeated SYN
	ProbeBytes int       // payload of a keep-alive probe
}

var (
	linuxSyn   = []float64{1, 2, 4, 8, 16, 32}
	windowsSyn = []float64{1, 2, 4, 8}
)

// Linux, OldLinux, Windows, OldWindows, BSD, Phone and Device are the stacks in use.
var (
	Linux      = Stack{true, 0.04, 2, 6, 32768, 60999, linuxSyn, 0}
	OldLinux   = Stack{true, 0.04, 8, 2, 32768, 61000, []float64{3, 6, 12, 24, 48}, 0}
	Windows    = Stack{false, 0.05, 0, 3, 49152, 65535, windowsSyn, 1}
	OldWindows = Stack{false, 0.2, 0, 2, 1025, 5000, []float64{3, 6}, 1}
	BSD        = Stack{true, 0.1, 0, 2, 49152, 65535, []float64{1, 1, 1, 1, 2, 4, 8}, 0}
	Phone      = Stack{true, 0.04, 4, 2, 32768, 60999, linuxSyn, 0}
	Device     = Stack{false, 0.25, 0, 1, 1024, 4999, []float64{3, 6, 12}, 0}
)

type window struct {
	from, to float64
	refuse   bool
}

// Host is an address that takes part, logged or not.
type Host struct {
	Addr    uint32
	If      *flow.Iface // nil where nobody logs
	Role    string
	Env     string
	Stack   Stack
	Inside  bool    // in one of the company's networks
	Jumbo   bool    // frames of 9001 bytes
	Public  bool    // inside, with an address of its own on the internet
	Lag     float64 // one-way seconds to the cloud region
	Rate    float64 // bytes per second it sends or takes
	Restart float64 // mean seconds between restarts of its services
	MTU     int

	siblings []*Host
	downs    []window
	port     int
	step     int
}

// ephemeral gives the next local port.
func (h *Host) ephemeral() uint16 {
	span := h.Stack.High - h.Stack.Low + 1
	h.port = (h.port + h.step) % span
	return uint16(h.Stack.Low + h.port)
}

// prepare draws the private habits of a host.
func (h *Host) prepare(r *rng.R, end float64) {
	h.port = r.Int(0, 20000)
	h.step = rng.Pick(r, 1, 2, 7, 127, 2477)
	if h.Restart == 0 {
		h.Restart = r.Ratio(20*3600, 400*3600)
	}
	if h.Rate == 0 {
		h.Rate = r.Ratio(2e6, 6e7)
	}
	rare := 0.05
	if !h.Inside {
		rare = 0.03
	}
	for day := 0.0; day < end; day += 86400 {
		if r.Chance(rare) {
			h.Fail(day+r.F()*86400, r.Ratio(40, 1500), r.Chance(0.5))
		}
	}
}

// Fail makes the host unreachable for a while: refusing connections, or silent.
func (h *Host) Fail(from, length float64, refuse bool) {
	h.downs = append(h.downs, window{from, from + length, refuse})
}

// down tells whether the host is out of order, and how.
func (h *Host) down(t float64) (bad, refuse bool) {
	for _, w := range h.downs {
		if t >= w.from && t < w.to {
			return true, w.refuse
		}
	}
	return false, false
}
