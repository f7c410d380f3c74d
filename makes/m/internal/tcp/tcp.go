// Package tcp turns messages into packets as two TCP stacks would.
package tcp

import (
	"math"

	"makes/m/internal/draw"
)

// Directions, and the sides that send in them.
const (
	Out = iota // from the host that is watched
	In         // towards it
)

// Wire takes packets of one direction at a time.
type Wire interface {
	Packets(t float64, dir, count, bytes int)
}

// Stack holds the habits of one host's TCP.
type Stack struct {
	Timestamps bool
	MSS        int
	AckDelay   float64 // of a lone segment
	AckEvery   int     // segments in bulk
	Quick      int     // first segments that are acknowledged at once
	Retries    int     // of a SYN
	ProbeByte  int     // data in a keep-alive probe
}

// DrawStack draws the habits of a host.
func DrawStack(r draw.Rand) Stack {
	s := Stack{Timestamps: r.Chance(0.75), MSS: draw.Pick(r, 1360, 1380, 1400, 1420, 1448, 1460, 1460, 1460, 8961),
		AckDelay: draw.Pick(r, 0.04, 0.04, 0.04, 0.1, 0.2, 0.05, 0.001), AckEvery: draw.Pick(r, 1, 2, 2, 2, 2, 4, 8),
		Quick: draw.Pick(r, 0, 4, 16, 16), Retries: draw.Pick(r, 2, 4, 5, 6, 6)}
	if !s.Timestamps && r.Chance(0.6) {
		s.ProbeByte = 1
	}
	return s
}

// Path is the network between two hosts.
type Path struct {
	RTT, Loss, Rate float64 // seconds, share of packets, bytes a second
}

// DrawPath draws a path, a short one within a network or one across the Internet.
func DrawPath(r draw.Rand, private bool) Path {
	if private {
		return Path{RTT: r.Log(0.0002, 0.003), Loss: r.Log(1e-7, 1e-5), Rate: r.Log(5e6, 5e8)}
	}
	return Path{RTT: r.Log(0.002, 0.3), Loss: r.Log(1e-6, 8e-3), Rate: r.Log(2e5, 5e7)}
}

// Conn is one connection.
type Conn struct {
	wire     Wire
	rng      draw.Rand
	path     Path
	stacks   [2]*Stack
	opener   int     // side that opened it
	probe    float64 // idle seconds before a keep-alive probe, or 0
	prober   int
	header   int // bytes of IP and TCP
	segment  int // most bytes of data in a packet
	now      float64
	last     float64 // data or probe
	ackAt    [2]float64
	unacked  [2]int
	received [2]int
}

// NewConn gives a connection that is not open yet; prober is the side that
// sends a keep-alive probe when the connection was idle for probe seconds.
func NewConn(wire Wire, rng draw.Rand, local, remote *Stack, path Path, opener int, probe float64, prober int) *Conn {
	c := &Conn{wire: wire, rng: rng, path: path, stacks: [2]*Stack{local, remote}, opener: opener, probe: probe, prober: prober,
		header: 40, segment: min(local.MSS, remote.MSS), ackAt: [2]float64{math.Inf(1), math.Inf(1)}}
	if local.Timestamps && remote.Timestamps {
		c.header += 12
		c.segment -= 12
	}
	return c
}

func (s *Stack) syn() int {
	if s.Timestamps {
		return 60
	}
	return 52
}

// Open does the handshake, and gives the time at which it is done.
func (c *Conn) Open(t float64) float64 {
	peer := 1 - c.opener
	c.wire.Packets(t, c.opener, 1, c.stacks[c.opener].syn())
	if c.rng.Chance(c.path.Loss) {
		t++
		c.wire.Packets(t, c.opener, 1, c.stacks[c.opener].syn())
	}
	t += c.path.RTT
	c.wire.Packets(t, peer, 1, min(c.stacks[Out].syn(), c.stacks[In].syn()))
	c.wire.Packets(t, c.opener, 1, c.header)
	c.now, c.last = t, t
	return t
}

// RTT is the time to the peer and back.
func (c *Conn) RTT() float64 { return c.path.RTT }

// Advance lets acknowledgments and probes happen that are due by t.
func (c *Conn) Advance(t float64) {
	for {
		side := Out
		if c.ackAt[In] < c.ackAt[Out] {
			side = In
		}
		at := c.ackAt[side]
		if c.probe > 0 && c.last+c.probe < at {
			at = c.last + c.probe
			if at > t {
				break
			}
			c.wire.Packets(at, c.prober, 1, c.header+c.stacks[c.prober].ProbeByte)
			c.wire.Packets(at+c.path.RTT, 1-c.prober, 1, c.header)
			c.last = at
			continue
		}
		if at > t {
			break
		}
		c.wire.Packets(at, side, 1, c.header)
		c.ackAt[side], c.unacked[side] = math.Inf(1), 0
	}
	c.now = max(c.now, t)
}

// Send sends a message of n bytes from a side, and gives the time at which
// all of it was sent. Data takes a waiting acknowledgment along.
func (c *Conn) Send(t float64, from, n int) float64 {
	t = max(t, c.now)
	c.Advance(t)
	c.ackAt[from], c.unacked[from] = math.Inf(1), 0
	if n <= 0 {
		return t
	}
	segments := (n + c.segment - 1) / c.segment
	if segments == 1 {
		c.wire.Packets(t, from, 1, n+c.header)
	} else {
		lasts := float64(n)/c.path.Rate + c.path.RTT*math.Log2(1+float64(segments)/10)
		parts := min(segments, 1+int(lasts/4))
		end := t + lasts
		for sent, i := 0, 1; i <= parts; i++ {
			upto := segments * i / parts
			bytes := (upto-sent)*(c.segment+c.header) - max(0, upto*c.segment-n)
			at := t + lasts*float64(i)/float64(parts)
			c.wire.Packets(at, from, upto-sent, bytes)
			c.acknowledge(at, 1-from, upto-sent)
			sent = upto
		}
		c.lose(end, from, segments, c.segment)
		c.now, c.last = max(c.now, end), end
		return end
	}
	c.acknowledge(t, 1-from, 1)
	c.lose(t, from, 1, n)
	c.last = t
	return t
}

func (c *Conn) acknowledge(t float64, side, segments int) {
	s := c.stacks[side]
	if side == In {
		t += c.path.RTT
	}
	if c.received[side] < s.Quick {
		c.received[side] += segments
		c.wire.Packets(t, side, segments, segments*c.header)
		return
	}
	c.unacked[side] += segments
	every := s.AckEvery
	if segments < 10 {
		every = min(every, 2)
	}
	if acks := c.unacked[side] / every; acks > 0 {
		c.wire.Packets(t, side, acks, acks*c.header)
		c.unacked[side] %= every
		c.ackAt[side] = math.Inf(1)
	}
	if c.unacked[side] > 0 && math.IsInf(c.ackAt[side], 1) {
		c.ackAt[side] = t + s.AckDelay
	}
}

func (c *Conn) lose(t float64, from, segments, n int) {
	for lost := c.path.Loss * float64(segments); lost > 0 && c.rng.Chance(lost); lost-- {
		if from == Out || c.rng.Chance(0.3) {
			c.wire.Packets(t+max(0.2, 2*c.path.RTT), from, 1, n+c.header)
		}
		c.wire.Packets(t+max(0.2, 2*c.path.RTT), 1-from, 1, c.header+12)
	}
}

// Close ends the connection from a side, with FINs or with a reset.
func (c *Conn) Close(t float64, from int, reset bool) {
	t = max(t, c.now)
	c.Advance(t)
	h := c.header
	if reset {
		c.wire.Packets(t, from, 1, 40)
		return
	}
	c.wire.Packets(t, from, 1, h)
	if c.rng.Chance(0.3) {
		c.wire.Packets(t+c.path.RTT, 1-from, 2, 2*h)
	} else {
		c.wire.Packets(t+c.path.RTT, 1-from, 1, h)
	}
	c.wire.Packets(t+c.path.RTT, from, 1, h)
}

// Vanish is the end of a connection whose peer does not answer any more: the
// data of a side is sent again and again.
func (c *Conn) Vanish(t float64, from, n int) {
	c.Advance(t)
	for i, wait := 0, 0.2+c.path.RTT; i < 10; i, wait = i+1, wait*2 {
		c.wire.Packets(t, from, 1, min(n, c.segment)+c.header)
		t += wait
	}
}

// Refused is a SYN that is answered with a reset.
func Refused(wire Wire, t float64, s *Stack, opener int, rtt float64) float64 {
	wire.Packets(t, opener, 1, s.syn())
	wire.Packets(t+rtt, 1-opener, 1, 40)
	return t + rtt
}

// Unanswered is a row of SYNs without an answer, given up by the stack or
// after patience seconds.
func Unanswered(wire Wire, t float64, s *Stack, opener int, patience float64) float64 {
	at, wait := 0.0, 1.0
	for i := 0; i <= s.Retries && at < patience; i++ {
		wire.Packets(t+at, opener, 1, s.syn())
		at += wait
		wait *= 2
	}
	return t + min(at, patience)
}
