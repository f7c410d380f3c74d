package wire

import (
	"math"

	"makes/f/internal/wide"
)

// Side is one end of a connection.
type Side int

// The client opens the connection, the server accepts it.
const (
	Client Side = iota
	Server
)

// Conn is a TCP connection. Its clock T is the time at the interface; what is
// sent goes out at T, and waiting moves T.
type Conn struct {
	T float64

	r        *wide.Rand
	out, in  *flow
	path     Path
	local    Side // the side the interface is on
	stacks   [2]Stack
	header   int        // IP and TCP header of a segment
	mss      int        // payload of a full segment
	owed     [2]float64 // when a side will acknowledge what it got, 0 if nothing
	quick    [2]int     // segments a side still acknowledges at once
	keepIdle float64
	active   float64 // time of the last packet
	tls      *TLS
	split    [2]bool // a side writes a message in two pieces
	tunnel   *Tunnel // the tunnel this connection carries, if any
	outer    *Conn   // the connection whose tunnel this one goes through, if any
}

// emit lets packets pass the interface.
func (c *Conn) emit(s Side, t float64, count, bytes int) {
	c.active = max(c.active, t)
	switch {
	case c.outer != nil:
		c.outer.WaitUntil(t)
		c.outer.Send(s, bytes+count*c.outer.tunnel.frame)
	case s == c.local:
		c.out.add(t, count, bytes)
	default:
		c.in.add(t, count, bytes)
	}
}

// lag is the round trip if the answering side is the far one.
func (c *Conn) lag(s Side) float64 {
	if s == c.local {
		return 0
	}
	return c.path.RTT
}

// Wait and WaitUntil let time pass.
func (c *Conn) Wait(d float64)      { c.T += max(0, d) }
func (c *Conn) WaitUntil(t float64) { c.T = max(c.T, t) }

// settle sends what is due before T: late acknowledgements and idle probes.
func (c *Conn) settle() {
	if c.tunnel != nil {
		c.tunnel.ping(c)
	}
	for s := range c.owed {
		if due := c.owed[s]; due > 0 && due < c.T {
			c.owed[s] = 0
			c.emit(Side(s), due, 1, c.header)
		}
	}
	for c.keepIdle > 0 && c.active+c.keepIdle < c.T {
		at := c.active + c.keepIdle
		c.emit(c.local, at, 1, c.header)
		c.emit(1-c.local, at+c.path.RTT, 1, c.header)
	}
	if c.outer != nil {
		c.outer.WaitUntil(c.T)
		c.outer.settle()
	}
}

// Up and Down send n bytes, from the client and from the server.
func (c *Conn) Up(n int)   { c.Send(Client, n) }
func (c *Conn) Down(n int) { c.Send(Server, n) }

// Answer sends n bytes from a side after it got a message and thought about it.
func (c *Conn) Answer(s Side, n int, think float64) {
	c.Wait(think + c.lag(s))
	c.Send(s, n)
}

// Ask sends a request and, after the server's thinking, its answer.
func (c *Conn) Ask(up, down int, think float64) {
	c.Up(up)
	c.Answer(Server, down, think)
}

// Tell sends from the server and lets the client answer.
func (c *Conn) Tell(down, up int, think float64) {
	c.Down(down)
	c.Answer(Client, up, think)
}

// Send sends a message of n bytes from one side.
func (c *Conn) Send(s Side, n int) {
	if c.split[s] && n > 12 {
		head := min(n/2, 9+n/8)
		c.data(s, c.tls.sealed(head))
		n -= head
	}
	c.data(s, c.tls.sealed(n))
}

// data sends n bytes of payload in segments.
func (c *Conn) data(s Side, n int) {
	c.settle()
	c.owed[s] = 0 // the data carries the acknowledgement
	count := (n + c.mss - 1) / c.mss
	if count > 10 {
		c.stream(s, n, count, float64(n)/c.path.Rate+c.path.RTT*math.Log2(float64(count)/10))
		return
	}
	c.emit(s, c.T, count, n+count*c.header)
	c.acknowledge(1-s, count, n >= c.mss)
	if c.r.Float64() < c.path.Loss*float64(count) { // a segment is lost and sent again
		c.T += max(0.2, 2*c.path.RTT) * (1 + c.r.Float64())
		if s == c.local || c.r.Float64() < 0.3 { // seen twice at the interface
			c.settle()
			c.emit(s, c.T, 1, min(n, c.mss)+c.header)
			c.emit(1-s, c.T+c.lag(1-s), 1, c.header+12)
		}
	}
}

// stream spreads a long transfer over time.
func (c *Conn) stream(s Side, n, count int, seconds float64) {
	steps := min(1+int(seconds/2), count, 600)
	count += int(float64(count) * c.path.Loss * c.r.Float64() * 2)
	every := c.stacks[1-s].ackEvery
	for i := range steps {
		k := count*(i+1)/steps - count*i/steps
		b := n*(i+1)/steps - n*i/steps
		c.emit(s, c.T, k, b+k*c.header)
		acks := (k + every - 1) / every
		c.emit(1-s, c.T+c.lag(1-s), acks, acks*c.header)
		c.T += seconds / float64(steps)
	}
}

// acknowledge is the receiver's answer to segments: at once, or later unless
// data carries it.
func (c *Conn) acknowledge(s Side, count int, full bool) {
	st := &c.stacks[s]
	now := c.T + c.lag(s)
	atOnce := 0
	if c.quick[s] > 0 {
		c.quick[s] -= count
		atOnce, count = (count+st.ackEvery-1)/st.ackEvery, 0
	} else if full {
		atOnce, count = count/st.ackEvery, count%st.ackEvery
	} else if c.owed[s] > 0 && st.ackSmall {
		atOnce, count = 1, 0
	}
	if atOnce > 0 {
		c.owed[s] = 0
		c.emit(s, now, atOnce, atOnce*c.header)
	}
	if count > 0 && c.owed[s] == 0 {
		c.owed[s] = now + st.ackDelay*(0.9+0.2*c.r.Float64())
	}
}

// Close ends the connection as its habit is.
func (c *Conn) Close(h Closing) {
	c.settle()
	c.owed = [2]float64{}
	how := h.how
	if wide.Chance(c.r, h.other) {
		how = ending(wide.Weighted(c.r, 50, 20, 20, 10))
	}
	first, second := h.by, 1-h.by
	if c.tls != nil && how <= finReset {
		c.data(first, c.tls.sealed(2))
	}
	c.owed = [2]float64{}
	reply := c.T + c.lag(second)
	last := reply + c.lag(first)
	switch {
	case how == fin:
		c.emit(first, c.T, 1, c.header)
		c.emit(second, reply, h.acks, h.acks*c.header)
		c.emit(first, last, 1, c.header)
	case how == finReset:
		c.emit(first, c.T, 1, c.header)
		c.emit(second, reply, 1, 40)
	case how == reset:
		c.emit(first, c.T, 1, 40)
	}
	c.T = last
	if c.outer != nil {
		c.outer.WaitUntil(c.T + 0.1)
		c.outer.Close(h)
		c.T = c.outer.T
	}
}
