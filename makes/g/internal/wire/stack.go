// Package wire turns messages into TCP segments, ACKs, handshakes, keep-alives,
// retransmissions and closes, as the stacks of real systems do.
package wire

import (
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
)

// Sink takes packets: n of them with together so many IP bytes, at time t at
// the local interface.
type Sink interface {
	Packets(d flowlog.Dir, t time.Duration, n, bytes int)
	Done()
}

// Stack is how a system does TCP.
type Stack struct {
	Timestamps bool
	SynOptions int             // bytes, without the timestamps
	SynGaps    []time.Duration // before each further SYN
	QuickAck   bool            // Linux: ACK at once unless in a dialogue
	AckDelay   time.Duration
	AckEvery   float64 // segments of a train per ACK
	KeepBytes  int     // payload of a keep-alive probe
	MinRTO     time.Duration
	Retries    int // retransmissions before giving up
	AfterRST   int // further SYNs sent although refused
}

// doubling gives n gaps, each twice the one before, up to a limit.
func doubling(first time.Duration, n int, limit time.Duration) []time.Duration {
	gaps := make([]time.Duration, n)
	for i := range gaps {
		gaps[i] = min(first, limit)
		first *= 2
	}
	return gaps
}

// Linux is a Linux host; a few have timestamps or receive offload off.
func Linux(d *dice.Dice) *Stack {
	s := &Stack{Timestamps: d.Chance(0.93), SynOptions: 8, QuickAck: true, AckDelay: 40 * time.Millisecond,
		AckEvery: 2, MinRTO: 200 * time.Millisecond, Retries: 15,
		SynGaps: doubling(time.Second, dice.Pick(d, 6, 6, 6, 5, 3), 64*time.Second)}
	if d.Chance(0.1) { // tcp_syn_linear_timeouts of newer kernels
		s.SynGaps = append(doubling(time.Second, 4, time.Second), s.SynGaps...)
	}
	if d.Chance(0.8) { // GRO stretches the ACKs
		s.AckEvery = d.Between(2, 24)
	}
	return s
}

// Windows is a Windows host: no timestamps unless asked, 1-byte probes.
func Windows(d *dice.Dice) *Stack {
	s := &Stack{Timestamps: d.Chance(0.12), SynOptions: 12, AckDelay: dice.Pick[time.Duration](d, 40, 50, 200) * time.Millisecond,
		AckEvery: 2, KeepBytes: 1, MinRTO: 300 * time.Millisecond, Retries: 5, AfterRST: 2,
		SynGaps: doubling(3*time.Second, 2, time.Minute)}
	if d.Chance(0.5) {
		s.SynGaps = doubling(time.Second, 4, time.Minute)
	}
	if d.Chance(0.4) { // receive segment coalescing
		s.AckEvery = d.Between(2, 12)
	}
	return s
}

// BSD is a BSD, macOS or an appliance built on one.
func BSD(d *dice.Dice) *Stack {
	return &Stack{Timestamps: d.Chance(0.9), SynOptions: 12, AckDelay: dice.Pick[time.Duration](d, 40, 100) * time.Millisecond,
		AckEvery: d.Between(2, 8), MinRTO: 230 * time.Millisecond, Retries: 12,
		SynGaps: append(doubling(time.Second, 5, time.Second), doubling(2*time.Second, 4, 32*time.Second)...)}
}

// Embedded is a small device (lwIP and its like).
func Embedded(d *dice.Dice) *Stack {
	return &Stack{SynOptions: dice.Pick(d, 4, 4, 8), AckDelay: d.Dur(100*time.Millisecond, 250*time.Millisecond),
		AckEvery: dice.Pick(d, 1.0, 2), KeepBytes: d.IntN(2), MinRTO: d.Dur(500*time.Millisecond, 3*time.Second), Retries: 12,
		SynGaps: doubling(d.Dur(1500*time.Millisecond, 3*time.Second), 5, 24*time.Second)}
}

// Server draws the stack of a server somewhere.
func Server(d *dice.Dice) *Stack {
	switch x := d.Float64(); {
	case x < 0.86:
		return Linux(d)
	case x < 0.93:
		return Windows(d)
	}
	return BSD(d)
}

// Path is the way between the two ends.
type Path struct {
	RTT    time.Duration
	Jitter float64 // mean of the exponential part, relative to the RTT
	Loss   float64
	MTU    int
	Rate   float64 // bytes per second
}

// Near is a path within the cloud.
func Near(d *dice.Dice) Path {
	return Path{RTT: d.Dur(150*time.Microsecond, 1800*time.Microsecond), Jitter: d.Between(0.02, 0.5),
		Loss: d.Between(1e-7, 2e-5), MTU: dice.Pick(d, 1500, 1500, 9001), Rate: d.Between(5e6, 3e8)}
}

// Far is a path through the Internet.
func Far(d *dice.Dice) Path {
	p := Path{RTT: d.Dur(time.Millisecond, 60*time.Millisecond), Jitter: d.Between(0.01, 0.3),
		Loss: d.Between(1e-5, 3e-3), MTU: dice.Pick(d, 1500, 1500, 1500, 1500, 1492, 1460, 1420), Rate: d.Between(5e5, 5e7)}
	if d.Chance(0.5) {
		p.RTT = d.Dur(40*time.Millisecond, 280*time.Millisecond)
	}
	if d.Chance(0.06) {
		p.Loss = d.Between(3e-3, 3e-2)
	}
	return p
}
