package wire

import "makes/f/internal/wide"

// Path is the way between the two hosts.
type Path struct {
	RTT, Loss float64
	MSS       int     // largest segment without options
	Rate      float64 // bytes a second of large transfers
}

// DrawPath draws a path inside the network or across the Internet.
func DrawPath(h *wide.Rand, inside bool) Path {
	if inside {
		return Path{RTT: wide.Between(h, 0.0001, 0.003), Loss: wide.Between(h, 1e-7, 1e-5),
			MSS: wide.Pick(h, 1460, 1460, 8961), Rate: wide.Between(h, 2e6, 2e8)}
	}
	return Path{RTT: wide.Between(h, 0.0012, 0.28), Loss: wide.Between(h, 1e-6, 8e-3),
		MSS: wide.Pick(h, 1460, 1460, 1460, 1440, 1412, 1380), Rate: wide.Between(h, 2e5, 6e7)}
}

// Stack is how one host's TCP behaves.
type Stack struct {
	stamps     bool    // timestamp option, 12 bytes a segment
	ackDelay   float64 // longest wait for data to carry an ACK
	ackEvery   int     // full segments per ACK
	ackSmall   bool    // every second small segment is acknowledged at once
	quick      int     // segments acknowledged at once after connecting
	keepIdle   float64 // idle time before a probe, 0 for none
	synRetries int
	synWait    float64
	rstRetries int // SYNs sent again after a refusal
}

// DrawStack draws a host's habits.
func DrawStack(h *wide.Rand, windows bool) Stack {
	s := Stack{
		stamps: wide.Chance(h, 0.9), ackDelay: wide.Pick(h, 0.04, 0.04, 0.04, 0.1, 0.025),
		ackEvery: wide.Pick(h, 2, 2, 2, 3, 4, 8), ackSmall: wide.Chance(h, 0.25),
		quick: wide.Range{1, 20}.Int(h), synRetries: wide.Pick(h, 6, 6, 6, 4, 3), synWait: 1,
	}
	if windows {
		s.stamps, s.ackDelay, s.ackSmall, s.quick = wide.Chance(h, 0.1), wide.Pick(h, 0.2, 0.04, 0.05), true, 0
		s.synRetries, s.synWait, s.rstRetries = 2, wide.Pick(h, 1.0, 3), 2
	}
	s.keepIdle = wide.Pick(h, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15.0, 15, 30, 45, 60, 60, 75, 120, 180, 300, 600, 7200, 7200)
	return s
}

// ending is how a connection ends.
type ending int

const (
	fin      ending = iota // both sides close in order
	finReset               // one closes, the other answers with a reset
	reset                  // one resets
	silence                // both forget
)

// Closing is a program's habit of ending connections.
type Closing struct {
	how   ending
	by    Side
	acks  int     // packets that answer a FIN: an ACK and a FIN, or both in one
	other float64 // how often it happens otherwise
}

// Cut is how a device in the way ends a connection it does not like.
var Cut = Closing{how: reset, by: Server}

// DrawClosing draws a habit.
func DrawClosing(h *wide.Rand) Closing {
	return Closing{how: ending(wide.Weighted(h, 70, 12, 13, 5)), by: wide.Pick(h, Client, Client, Server),
		acks: wide.Pick(h, 1, 1, 2), other: wide.Between(h, 0.001, 0.2)}
}
