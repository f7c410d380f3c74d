package tcp

import (
	"math"

	"makes/w/internal/rng"
)

// Sink takes packets; bytes include all headers from IP on.
type Sink interface {
	Packet(t float64, fromClient bool, packets, bytes int)
}

// Conn is one TCP connection. Its times must not run backwards.
type Conn struct {
	sink    Sink
	g       *rng.R
	path    Path
	end     [2]end
	head    int // IP and TCP headers of a segment
	mss     int
	last    float64 // latest packet of any kind
	lossIn  float64 // segments until the next repeat
	keep    float64 // idle seconds before a probe, 0 none
	keepBy  Side
	forgone bool // a middlebox has forgotten the connection
}

type end struct {
	stack Stack
	owed  int     // segments received and not acknowledged
	due   float64 // when the delayed acknowledgement falls due
	quick int
	turns int // replies sent, which end the quick phase
	sent  float64
}

// New prepares a connection between two stacks. Keep is the idle time before
// TCP keep-alive probes, sent by side by; 0 for none.
func New(sink Sink, g *rng.R, path Path, client, server Stack, keep float64, by Side) *Conn {
	c := &Conn{sink: sink, g: g, path: path, keep: keep, keepBy: by}
	c.end[Client] = end{stack: client, quick: client.Quick}
	c.end[Server] = end{stack: server, quick: server.Quick}
	c.head = 40
	if client.Stamps && server.Stamps {
		c.head = 52
	}
	c.mss = min(client.MTU, server.MTU, path.MTU) - c.head
	c.drawLoss()
	return c
}

func (c *Conn) drawLoss() {
	c.lossIn = math.Inf(1)
	if c.path.Loss > 0 {
		c.lossIn = c.g.Exp(1 / c.path.Loss)
	}
}

func (c *Conn) emit(t float64, from Side, packets, bytes int) {
	c.sink.Packet(t, from == Client, packets, bytes)
	if t > c.last {
		c.last = t
	}
}

// lag is how much later than the packet that caused it a side's packet passes
// the interface.
func (c *Conn) lag(side Side) float64 {
	if side == c.path.Far {
		return c.path.RTT
	}
	return 0
}

// Turn is when the reply of a side to a message seen at t passes the
// interface, before the time the program takes.
func (c *Conn) Turn(t float64, replier Side) float64 { return t + c.lag(replier) + 0.0001 }

// Open exchanges the handshake and returns the time the client may send.
func (c *Conn) Open(t float64) float64 {
	syn := 20 + c.end[Client].stack.SynHead
	c.emit(t, Client, 1, syn)
	if c.g.Chance(c.path.Loss) {
		t += c.end[Client].stack.Resend[1]
		c.emit(t, Client, 1, syn)
	}
	t += c.lag(Server)
	c.emit(t, Server, 1, 20+min(c.end[Client].stack.SynHead, c.end[Server].stack.SynHead))
	t += c.lag(Client)
	c.emit(t, Client, 1, c.head)
	return t + 0.0002
}

// Settle sends what falls due before t: delayed acknowledgements, keep-alives.
func (c *Conn) Settle(t float64) {
	for s := range c.end {
		if e := &c.end[s]; e.owed > 0 && e.due <= t {
			c.emit(e.due, Side(s), 1, c.head)
			e.owed = 0
		}
	}
	if c.keep > 0 {
		for at := c.last + c.keep; at < t; at = c.last + c.keep {
			if c.path.NATIdle > 0 && c.keep > c.path.NATIdle {
				c.forgone = true
				return
			}
			c.emit(at, c.keepBy, 1, c.head)
			c.emit(at+c.path.RTT, 1-c.keepBy, 1, c.head)
		}
	}
	if c.path.NATIdle > 0 && t-c.last > c.path.NATIdle {
		c.forgone = true
	}
}

// Forgotten tells whether a middlebox has dropped the connection by time t.
func (c *Conn) Forgotten(t float64) bool {
	c.Settle(t)
	return c.forgone
}

// Last is the time of the latest packet.
func (c *Conn) Last() float64 { return c.last }

// Sent is when a side last sent data.
func (c *Conn) Sent(s Side) float64 { return c.end[s].sent }

// Send passes a message of n bytes at t and returns when its last segment
// passes the interface.
func (c *Conn) Send(t float64, from Side, n int) float64 {
	c.Settle(t)
	e := &c.end[from]
	if e.owed > 0 {
		e.owed = 0
		if e.turns++; e.turns >= 3 {
			e.quick = 0
		}
	}
	segs := (n + c.mss - 1) / c.mss
	if segs > 12 {
		t = c.bulk(t, from, n)
	} else {
		c.emit(t, from, segs, n+segs*c.head)
		c.received(t, 1-from, segs)
		c.losses(t, from, segs, n)
	}
	e.sent = t
	return t
}

// received makes a side acknowledge segments of one burst.
func (c *Conn) received(t float64, side Side, segs int) {
	r := &c.end[side]
	at := t + c.lag(side)
	if segs == 1 {
		r.owed++
		switch {
		case r.quick > 0 || r.stack.Delack == 0:
			r.quick--
			r.owed = 0
			c.emit(at, side, 1, c.head)
		case r.owed >= 2:
			r.owed = 0
			c.emit(at, side, 1, c.head)
		default:
			r.due = at + r.stack.Delack*c.g.Between(0.6, 1)
		}
		return
	}
	acks := float64(segs) / r.stack.AckEvery
	whole := int(acks)
	r.owed = 0
	if whole == 0 || acks-float64(whole) > 0.2 {
		r.owed = 1
		r.due = at + r.stack.Delack*c.g.Between(0.6, 1)
	}
	if whole > 0 {
		c.emit(at, side, whole, whole*c.head)
	}
}

// losses repeats segments now and then. A segment lost before the interface is
// seen once, but the receiver's duplicate acknowledgements are seen too.
func (c *Conn) losses(t float64, from Side, segs, n int) {
	c.lossIn -= float64(segs)
	for c.lossIn <= 0 {
		c.lossIn += c.g.Exp(1 / c.path.Loss)
		wait := max(c.end[from].stack.RTOMin, 2*c.path.RTT)
		if segs > 4 {
			wait = c.path.RTT
		}
		if from != c.path.Far || c.g.Chance(0.3) {
			c.emit(t+wait, from, 1, min(n, c.mss)+c.head)
		}
		c.emit(t+wait+c.lag(1-from), 1-from, 1, c.head+12)
		if math.IsInf(c.lossIn, 1) {
			return
		}
	}
}

// bulk spreads a long message over the time the path needs for it.
func (c *Conn) bulk(t float64, from Side, n int) float64 {
	const step = 0.5
	chunk := max(c.mss, int(c.path.Rate*step)/c.mss*c.mss)
	for n > 0 {
		m := min(n, chunk)
		segs := (m + c.mss - 1) / c.mss
		c.emit(t, from, segs, m+segs*c.head)
		c.received(t, 1-from, segs)
		c.losses(t, from, segs, m)
		n -= m
		t += float64(m) / c.path.Rate
		if n > 0 {
			c.Settle(t)
		}
	}
	return t
}
