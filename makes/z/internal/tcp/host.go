// Package tcp turns messages into segments, acknowledgements and datagrams.
package tcp

import (
	"makes/z/internal/clock"
	"makes/z/internal/flow"
	"makes/z/internal/rng"
)

// Stack is how a system's TCP behaves.
type Stack struct {
	MSS    int
	Stamps bool
	// DelAck is how long an acknowledgement waits for data to ride on, Every how many segments one covers,
	// Quick for how many segments at the beginning none waits, Merge how far receive offload coarsens bulk.
	DelAck              clock.Time
	Every, Quick, Merge int
	// Sequential gives client ports in order.
	Sequential bool
	LowPort    int
	HighPort   int
	// Abrupt closes with a reset more often than not.
	Abrupt bool
	// Retries is how many SYNs are repeated before giving up.
	Retries int
}

// Draw gives a random system's stack: mostly Linux, or as told "windows", "bsd", "tiny".
func Draw(r *rng.Rand, system string) Stack {
	mss := rng.Pick(r, 1460, 1460, 1460, 1460, 8961, 8961, 1400, 1380)
	switch system {
	case "windows":
		return Stack{MSS: mss, DelAck: clock.Time(rng.Pick(r, 40, 50, 200)) * clock.Milli, Every: 2, Quick: 0, Merge: r.Int(1, 3),
			Sequential: true, LowPort: 49152, HighPort: 65535, Abrupt: r.Chance(0.6), Retries: rng.Pick(r, 2, 4)}
	case "bsd":
		return Stack{MSS: 1460, Stamps: true, DelAck: clock.Time(rng.Pick(r, 100, 40)) * clock.Milli, Every: 2, Quick: 4, Merge: 1,
			LowPort: 10000, HighPort: 65535, Retries: rng.Pick(r, 4, 8)}
	case "tiny":
		return Stack{MSS: rng.Pick(r, 536, 1220, 1436, 1460, 1360), DelAck: clock.Time(rng.Pick(r, 0, 200, 250, 500)) * clock.Milli,
			Every: rng.Pick(r, 1, 2), Quick: 0, Merge: 1, Sequential: r.Chance(0.7), LowPort: 49152, HighPort: 65535, Retries: r.Int(3, 6)}
	}
	return Stack{MSS: mss, Stamps: r.Chance(0.93), DelAck: 40 * clock.Milli, Every: 2, Quick: rng.Pick(r, 1, 8, 16),
		Merge: r.Int(1, 6), LowPort: 32768, HighPort: 60999, Retries: rng.Pick(r, 6, 6, 5, 2)}
}

// Host is an end of conversations, simulated (with an interface) or not.
type Host struct {
	Addr  uint32
	Iface *flow.Iface
	Stack Stack
	port  int
}

// Port gives the next client port.
func (h *Host) Port(r *rng.Rand) uint16 {
	s := &h.Stack
	if s.HighPort == 0 {
		return uint16(r.Int(1024, 65535))
	}
	if !s.Sequential {
		return uint16(r.Int(s.LowPort, s.HighPort))
	}
	if h.port == 0 {
		h.port = r.Int(s.LowPort, s.HighPort)
	}
	h.port += r.Int(1, 3)
	if h.port > s.HighPort {
		h.port = s.LowPort + h.port - s.HighPort
	}
	return uint16(h.port)
}

// Path is the network between two ends.
type Path struct {
	RTT  clock.Time
	Loss float64
	// Rate is in bytes a second.
	Rate float64
	// MSS caps the segments, 0 for no cap.
	MSS int
}

// Net makes conversations and keeps their memory.
type Net struct {
	Book *flow.Book
	free []*Conn
}
