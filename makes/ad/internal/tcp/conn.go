// Package tcp makes packets of messages. Both ends live in one structure, and
// messages must be sent in the order of time.
package tcp

import (
	"makes/ad/internal/flow"
	"makes/ad/internal/rnd"
)

// The two ends of a connection.
const (
	C = 0
	S = 1
)

// Conn is a connection.
type Conn struct {
	Flows []*flow.Flow
	R     *rnd.R
	OS    [2]*OS
	RTT   float64
	Loss  float64
	Alive [2]float64 // seconds of silence until an end probes the other; 0: never
	mss   int
	head  int
	due   [2]float64 // when a delayed acknowledgement leaves
	owed  [2]int     // segments not acknowledged
	quick [2]int
	last  float64 // of any packet
}

// New makes a connection over a path.
func New(r *rnd.R, c, s *OS, rtt, loss float64, flows ...*flow.Flow) *Conn {
	n := &Conn{Flows: flows, R: r, OS: [2]*OS{c, s}, RTT: rtt, Loss: loss, mss: 1460, head: 40}
	n.mss = rnd.Pick(r, 1460, 1460, 1460, 1460, 1440, 1420, 1400, 1380, 1360)
	if rtt < 0.003 && r.Chance(0.3) {
		n.mss = 8961
	}
	if c.stamps && s.stamps && r.Chance(0.9) {
		n.head = 52
		n.mss -= 12
	}
	return n
}

func (c *Conn) emit(t float64, side, size int) {
	for _, f := range c.Flows {
		if f.Local != side {
			f.Packet(t+c.RTT/2, side, size)
		} else {
			f.Packet(t, side, size)
		}
	}
}

// Syn sends a SYN only.
func (c *Conn) Syn(t float64) { c.emit(t, C, 40+c.OS[C].syn) }

// Refuse answers a SYN with a reset.
func (c *Conn) Refuse(t float64) { c.emit(t+c.RTT/2, S, 40) }

// Open shakes hands, and gives the time when the client may speak.
func (c *Conn) Open(t float64) float64 {
	if c.R.Chance(c.Loss) {
		c.Syn(t)
		t += c.OS[C].Syns[0]
	}
	c.Syn(t)
	c.emit(t+c.RTT/2, S, 40+min(c.OS[S].syn, c.OS[C].syn))
	t += c.RTT
	c.emit(t, C, c.head)
	c.quick = [2]int{c.OS[C].quick, c.OS[S].quick}
	c.last = t
	return t + 0.0002
}

// Resume continues a connection that is older than the log: it has no first
// segments left that are acknowledged at once.
func (c *Conn) Resume(t float64) { c.last = t }

// Settle sends what falls due in silence: acknowledgements and keep-alives.
func (c *Conn) Settle(t float64) {
	for side := range 2 {
		if d := c.due[side]; d != 0 && d <= t {
			c.emit(d, side, c.head)
			c.due[side], c.owed[side] = 0, 0
			c.last = max(c.last, d)
		}
	}
	side, every := C, c.Alive[C]
	if a := c.Alive[S]; a != 0 && (every == 0 || a < every) {
		side, every = S, a
	}
	if every == 0 {
		return
	}
	for c.last+every < t {
		c.last += every
		c.emit(c.last, side, c.head+c.OS[side].probe)
		c.emit(c.last+c.RTT/2, 1-side, c.head)
	}
}

// Send a message of n bytes, and give the time when the other end has it.
func (c *Conn) Send(t float64, side, n int) float64 {
	c.Settle(t)
	other := 1 - side
	if c.OS[other].rearm && t-c.last > 3*c.OS[other].rto+c.RTT && c.quick[other] == 0 {
		// A silence longer than the timeout brings quick ones back.
		c.quick[other] = 1
	}
	c.due[side], c.owed[side] = 0, 0
	half := c.RTT / 2
	window := c.OS[side].window
	left := window
	for n > 0 {
		if left == 0 {
			t += c.RTT
			window = min(window*2, 400)
			left = window
		}
		p := min(n, c.mss)
		n -= p
		left--
		if c.Loss > 0 && c.R.Chance(c.Loss) {
			c.emit(t, side, c.head+p)
			if n > 3*c.mss {
				for range 3 {
					c.emit(t+half, other, c.head+12)
				}
				t += c.RTT
			} else {
				t += max(c.OS[side].rto, 2*c.RTT)
			}
		}
		c.emit(t, side, c.head+p)
		c.heard(t+half, other, n > 0)
		t += float64(p) * 1e-8
	}
	c.last = max(c.last, t+half)
	return t + half
}

// heard is a segment at the end that gets it.
func (c *Conn) heard(t float64, side int, more bool) {
	c.owed[side]++
	switch {
	case c.quick[side] > 0 && !more:
		c.quick[side]--
	case c.owed[side] >= c.OS[side].every:
	default:
		if c.due[side] == 0 {
			c.due[side] = t + c.OS[side].delay
		}
		return
	}
	c.emit(t+0.00005, side, c.head)
	c.due[side], c.owed[side] = 0, 0
}

// Vanish sends a message to an end that is gone, again and again.
func (c *Conn) Vanish(t float64, side, n, times int) float64 {
	c.Settle(t)
	c.due = [2]float64{}
	wait := max(c.OS[side].rto, 2*c.RTT)
	for range times {
		c.emit(t, side, c.head+min(n, c.mss))
		t += wait
		wait = min(wait*2, 120)
	}
	return t
}

// Ways to end a connection.
const (
	Fin    = iota // both say so
	Abrupt        // a reset
	Half          // one says so, the other resets
	Slow          // the other says so later
)

// Close ends the connection.
func (c *Conn) Close(t float64, side, way int) {
	c.Settle(t)
	c.due = [2]float64{}
	half := c.RTT / 2
	other := 1 - side
	if way == Abrupt {
		c.emit(t, side, 40)
		return
	}
	c.emit(t, side, c.head)
	switch way {
	case Half:
		c.emit(t+half, other, 40)
		return
	case Slow:
		c.emit(t+half, other, c.head)
		t += c.R.Exp(0.5)
	}
	c.emit(t+half, other, c.head)
	c.emit(t+2*half, side, c.head)
}

// Done closes the records.
func (c *Conn) Done(t float64) {
	c.Settle(t)
	for _, f := range c.Flows {
		f.Close()
	}
}
