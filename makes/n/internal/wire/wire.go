// Package wire turns messages into the packets of TCP connections and of UDP
// and ICMP exchanges: handshakes, segments, acknowledgements that wait or ride
// on data, keep-alives, retransmissions, closes and resets.
package wire

import (
	"math/rand/v2"
)

// Sink takes packets; direction 0 is from the client to the server.
type Sink interface {
	Add(t float64, dir, packets, bytes int)
}

// Stack is how a host does TCP.
type Stack struct {
	Timestamps bool
	MSS        int
	DelayedAck float64   // 0 acknowledges at once
	AckEvery   int       // full segments per acknowledgement in a stream
	Quick      int       // messages acknowledged at once after the handshake
	Syn        []float64 // waits between SYNs
	ProbeByte  bool      // whether keep-alives carry a byte
}

// Path is the network between two hosts.
type Path struct {
	RTT, Loss float64
	Rate      float64 // bytes a second
}

// Conn is a connection, or a pair of UDP or ICMP sockets if Datagram is set.
type Conn struct {
	Sink     Sink
	Ends     [2]*Stack
	Path     Path
	Rand     *rand.Rand
	Datagram bool
	Keep     float64 // TCP keep-alive time, 0 for none
	KeepBy   int     // who sends the keep-alives
	Record   int     // bytes that each TLS record adds
	mss, hdr int
	due      [2]float64 // when a delayed acknowledgement leaves
	quick    [2]int
	last     float64
}

// Start prepares the connection as if it had been open before time t.
func (c *Conn) Start(t float64) {
	c.mss, c.hdr, c.last = min(c.Ends[0].MSS, c.Ends[1].MSS), 40, t
	if c.Datagram {
		c.mss, c.hdr = 1400, 28
		return
	}
	if c.Ends[0].Timestamps && c.Ends[1].Timestamps {
		c.hdr = 52
		c.mss -= 12
	}
}

func (c *Conn) syn() int {
	if c.Ends[0].Timestamps {
		return 60
	}
	return 52
}

// Begin dials, unless the connection is warm: there from before.
func (c *Conn) Begin(t float64, warm bool) float64 {
	if warm {
		c.Start(t)
		return t
	}
	return c.Dial(t)
}

// Dial makes the handshake and returns when the client may send.
func (c *Conn) Dial(t float64) float64 {
	c.Start(t)
	if c.Datagram {
		return t
	}
	if c.Rand.Float64() < c.Path.Loss {
		c.Sink.Add(t, 0, 1, c.syn())
		t++
	}
	c.Sink.Add(t, 0, 1, c.syn())
	c.Sink.Add(t+c.Path.RTT/2, 1, 1, c.hdr+12-4*b2i(c.hdr == 52))
	t += c.Path.RTT
	c.Sink.Add(t, 0, 1, c.hdr)
	c.quick = [2]int{c.Ends[0].Quick, c.Ends[1].Quick}
	c.last = t
	return t
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Unanswered sends SYNs that nobody answers until the stack or the program
// gives up, and returns when.
func (c *Conn) Unanswered(t, patience float64) float64 {
	end := t + patience
	for _, wait := range c.Ends[0].Syn {
		c.Sink.Add(t, 0, 1, c.syn())
		if t+wait >= end {
			return end
		}
		t += wait
	}
	return t
}

// Refused sends a SYN that the host answers with a reset; Windows tries
// thrice.
func (c *Conn) Refused(t float64) float64 {
	tries := 1 + 2*b2i(c.Ends[0].ProbeByte)
	for i := range tries {
		c.Sink.Add(t, 0, 1, c.syn())
		c.Sink.Add(t+c.Path.RTT/2, 1, 1, 40)
		if t += c.Path.RTT; i+1 < tries {
			t += 0.5
		}
	}
	return t
}

// Idle lets time pass: late acknowledgements and keep-alives.
func (c *Conn) Idle(t float64) {
	for d, due := range c.due {
		if due > 0 && due <= t {
			c.Sink.Add(due, d, 1, c.hdr)
			c.due[d] = 0
			c.last = max(c.last, due)
		}
	}
	if c.Keep <= 0 || c.Datagram {
		return
	}
	for k := c.last + c.Keep; k < t; k += c.Keep {
		c.Sink.Add(k, c.KeepBy, 1, c.hdr+b2i(c.Ends[c.KeepBy].ProbeByte))
		c.Sink.Add(k+c.Path.RTT/2, 1-c.KeepBy, 1, c.hdr+12*b2i(c.Ends[c.KeepBy].ProbeByte))
		c.last = k
	}
}

// Write sends a message of n bytes at time t and returns when its last byte
// arrives.
func (c *Conn) Write(t float64, dir, n int) float64 {
	if n <= 0 {
		return t
	}
	if c.Record > 0 {
		n += (n + 16383) / 16384 * c.Record
	}
	return c.raw(t, dir, n)
}

func (c *Conn) raw(t float64, dir, n int) float64 {
	c.Idle(t)
	chunk := max(1<<16, int(c.Path.Rate/2))
	for n > chunk {
		c.segments(t, dir, chunk)
		t += float64(chunk) / c.Path.Rate
		n -= chunk
	}
	c.segments(t, dir, n)
	c.last = max(c.last, t)
	return t + c.Path.RTT/2 + float64(n)/c.Path.Rate
}

func (c *Conn) segments(t float64, dir, n int) {
	segs := (n + c.mss - 1) / c.mss
	c.Sink.Add(t, dir, segs, n+segs*c.hdr)
	if c.Datagram {
		return
	}
	c.due[dir] = 0 // what was to be acknowledged now is
	if x := float64(segs) * c.Path.Loss; x > 0 && c.Rand.Float64() < x {
		again := 1 + int(x)
		c.Sink.Add(t+c.Path.RTT+0.2, dir, again, again*(min(n, c.mss)+c.hdr))
		if segs > 3 {
			c.Sink.Add(t+c.Path.RTT, 1-dir, 3, 3*(c.hdr+12))
		} else if c.Rand.IntN(3) == 0 { // it was the acknowledgement that got lost
			c.Sink.Add(t+c.Path.RTT+0.25, 1-dir, 1, c.hdr+12)
		}
	}
	back := 1 - dir
	to := c.Ends[back]
	now := segs / max(to.AckEvery, 1)
	arrive := t + c.Path.RTT/2
	rest := segs % max(to.AckEvery, 1)
	if c.due[back] > 0 && segs == 1 && to.AckEvery <= 2 { // the second segment in a row
		now, rest, c.due[back] = 1, 0, 0
	}
	if rest > 0 {
		switch {
		case to.DelayedAck == 0:
			now++
		case c.quick[back] > 0:
			c.quick[back]--
			now++
		case c.due[back] == 0:
			c.due[back] = arrive + to.DelayedAck
		}
	}
	if now > 0 {
		c.Sink.Add(arrive, back, now, now*c.hdr)
	}
}

// Ask sends a request and, after the server's work, its reply; it returns when
// the reply is there.
func (c *Conn) Ask(t float64, dir, n int, work float64, reply int) float64 {
	t = c.Write(t, dir, n) + work
	return c.Write(t, 1-dir, reply)
}

// TLS holds the lengths of a TLS handshake, by flight.
type TLS struct {
	Version                        int // 12 or 13
	Hello, Server, Finish, Tickets int
	Record                         int
}

// DrawTLS draws the handshake of some client with some server.
func DrawTLS(r *rand.Rand, version int) TLS {
	if version == 12 {
		return TLS{12, 180 + r.IntN(120), 2400 + r.IntN(2800), 126 + r.IntN(2)*16, 51 + r.IntN(2)*(190+r.IntN(60)), []int{29, 29, 21, 45}[r.IntN(4)]}
	}
	hello := 230 + r.IntN(180)
	switch r.IntN(3) {
	case 0:
		hello = 517
	case 1:
		hello = 1480 + r.IntN(320) // with a post-quantum key share
	}
	return TLS{13, hello, 2300 + r.IntN(2900), 80 - 6*r.IntN(2), r.IntN(3) * (235 + r.IntN(60)), 22}
}

// Secure makes the TLS handshake, shortened if a session is resumed.
func (c *Conn) Secure(t float64, h TLS, resume bool) float64 {
	server := h.Server
	if resume {
		server = 130 + h.Record*3
	}
	t = c.raw(t, 0, h.Hello+b2i(resume)*200)
	t = c.raw(t+0.001, 1, server)
	t = c.raw(t+0.001, 0, h.Finish)
	if h.Tickets > 0 {
		t = c.raw(t, 1, h.Tickets)
	}
	c.Record = h.Record
	return t
}

// Close ends the connection from the side given.
func (c *Conn) Close(t float64, by int) {
	if c.Record > 0 {
		c.raw(t, by, 2+c.Record)
	}
	c.Idle(t + 1)
	if c.Datagram {
		return
	}
	c.due = [2]float64{}
	c.Sink.Add(t, by, 1, c.hdr)
	c.Sink.Add(t+c.Path.RTT/2, 1-by, 1, c.hdr) // FIN and ACK in one
	c.Sink.Add(t+c.Path.RTT, by, 1, c.hdr)
}

// Reset breaks the connection off.
func (c *Conn) Reset(t float64, by int) {
	c.Idle(t)
	if !c.Datagram {
		c.due = [2]float64{}
		c.Sink.Add(t, by, 1, 40)
	}
}

// Vanish lets the peer of the side given disappear while that side has n
// bytes to send: it repeats them with growing waits, up to a limit.
func (c *Conn) Vanish(t float64, by, n int, limit float64) float64 {
	c.Idle(t)
	rto := 0.2 + c.Path.RTT
	for end := t + limit; t < end; t, rto = t+rto, min(rto*2, 120) {
		c.Sink.Add(t, by, 1, min(n, c.mss)+c.hdr)
	}
	return t
}
