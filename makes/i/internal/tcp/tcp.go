// Package tcp turns messages into the packets that a network interface sees:
// handshakes, segments, acknowledgements, keep-alives, losses and ends.
package tcp

import (
	"math"

	"makes/i/internal/flow"
	"makes/i/internal/rnd"
)

// Side is an end of a connection.
type Side int

// The two sides of a connection.
const (
	Client Side = iota // opened it
	Server
)

// Stack is how the TCP of a host behaves.
type Stack struct {
	MSS       int
	Stamps    bool    // timestamps, if the other side has them too
	Windows   bool    // retries and keep-alives as Windows does them
	Linear    bool    // first SYNs each second, as newer Linux does
	AckDelay  float64 // seconds
	AckEvery  int     // segments
	Coalesce  int     // times AckEvery in a bulk transfer
	KeepIdle  float64 // seconds of silence before a keep-alive; 0 for none
	ResetEnds bool    // closes with a reset after its FIN
}

// Draw draws the stack of a host.
func Draw(r rnd.R, windows bool) *Stack {
	s := &Stack{MSS: rnd.Pick(r, 1460, 1460, 1460, 8961, 1410, 1400, 1380, 1360, 1440), Stamps: !windows && r.Chance(0.9) || windows && r.Chance(0.15),
		Windows: windows, Linear: r.Chance(0.3), AckDelay: rnd.Pick(r, 0.04, 0.04, 0.04, 0.1, 0.2, 0.01), AckEvery: 2, Coalesce: rnd.Pick(r, 1, 2, 4, 8, 16)}
	if windows {
		s.AckDelay = rnd.Pick(r, 0.04, 0.05, 0.2, 0.2)
		s.Linear = false
	}
	s.ResetEnds = r.Chance(0.12)
	return s
}

// Keep gives the stack with other keep-alives.
func (s *Stack) Keep(idle float64) *Stack {
	c := *s
	c.KeepIdle = idle
	return &c
}

// End is an address with a port and the stack behind it.
type End struct {
	Addr  uint32
	Port  uint16
	Stack *Stack
}

// Path is the way between an interface's host and another.
type Path struct {
	R     rnd.R
	Iface *flow.Iface
	Local Side // the side that is the interface's host
	RTT   float64
	Loss  float64 // share of data packets
	Rate  float64 // bytes a second
}

// Conn is a connection. Its calls must come in the order of their times; the
// times are those at the interface.
type Conn struct {
	*Path
	ends   [2]End
	out    [2]flow.Flow
	mss    int
	opt    int // bytes of options in each segment
	over   int // bytes around each TLS record
	due    [2]float64
	unsent [2]int // segments not yet acknowledged
	quick  [2]int // immediate acknowledgements left
	last   float64
	ended  bool
}

// Lag is the time until the interface sees what a side does about a packet.
func (p *Path) Lag(s Side) float64 {
	if s == p.Local {
		return 0
	}
	return p.RTT
}

func (p *Path) conn(from, to End, reject bool) *Conn {
	c := &Conn{Path: p, ends: [2]End{from, to}, due: [2]float64{math.Inf(1), math.Inf(1)}}
	c.out[Client] = p.Iface.Flow(from.Addr, to.Addr, from.Port, to.Port, 6, reject)
	c.out[Server] = p.Iface.Flow(to.Addr, from.Addr, to.Port, from.Port, 6, reject)
	c.mss = min(from.Stack.MSS, to.Stack.MSS)
	if p.RTT > 0.002 { // jumbo frames stay near
		c.mss = min(c.mss, 1460)
	}
	if from.Stack.Stamps && to.Stack.Stamps {
		c.opt = 12
	}
	for s, e := range c.ends {
		if !e.Stack.Windows {
			c.quick[s] = 8
		}
	}
	return c
}

func (c *Conn) syn(s Side) int {
	if s == Client && c.ends[s].Stack.Stamps || c.opt > 0 {
		return 60
	}
	return 52
}

// Dial opens a connection and tells when the client knows of it.
func (p *Path) Dial(t float64, from, to End) (*Conn, float64) {
	c := p.conn(from, to, false)
	c.out[Client].Add(t, 1, c.syn(Client))
	c.out[Server].Add(t+c.Lag(Server), 1, c.syn(Server))
	c.last = t + p.RTT
	c.ack(Client, c.last)
	return c, c.last
}

func (c *Conn) ack(s Side, t float64) {
	c.out[s].Add(t, 1, 40+c.opt)
	c.due[s], c.unsent[s] = math.Inf(1), 0
}

// Idle lets time pass: delayed acknowledgements and keep-alives are sent.
func (c *Conn) Idle(t float64) {
	if c.ended {
		return
	}
	for s := range c.due {
		if c.due[s] <= t {
			c.last = max(c.last, c.due[s])
			c.ack(Side(s), c.due[s])
		}
	}
	for {
		s, idle := Client, c.ends[Client].Stack.KeepIdle
		if k := c.ends[Server].Stack.KeepIdle; k > 0 && (idle == 0 || k < idle) {
			s, idle = Server, k
		}
		if idle == 0 || c.last+idle > t {
			return
		}
		c.last += idle
		probe, answer := 40+c.opt, 40+c.opt
		if c.ends[s].Stack.Windows {
			probe, answer = probe+1, answer+12 // a byte already acknowledged, and a SACK of it
		}
		c.out[s].Add(c.last, 1, probe)
		c.out[1-s].Add(c.last+c.Lag(1-s), 1, answer)
	}
}

// Send sends a message and tells when the interface saw the last of it.
func (c *Conn) Send(t float64, from Side, n int) float64 {
	t = max(t, c.last-c.RTT)
	c.Idle(t)
	if c.over > 0 {
		n += c.over * ((n + 16383) / 16384)
	}
	seg := c.mss - c.opt
	c.due[from], c.unsent[from] = math.Inf(1), 0
	for window := 10; n > 0; window *= 2 {
		all := (n + seg - 1) / seg
		k := min(all, max(window, all/200))
		bytes := min(n, k*seg)
		n -= bytes
		c.out[from].Add(t, k, bytes+k*(40+c.opt))
		c.received(t, 1-from, k)
		if c.Loss > 0 && c.R.Chance(c.Loss*float64(k)) {
			again := min(bytes, seg)
			c.out[from].Add(t+max(0.2, 2*c.RTT), 1, again+40+c.opt)
			c.out[1-from].Add(t+max(0.2, 2*c.RTT)+c.Lag(1-from), 1, 52+c.opt)
		}
		if n > 0 {
			t += max(c.RTT, float64(bytes)/c.Rate)
			window = min(window, int(c.Rate*max(c.RTT, 0.01))/seg+10)
		}
	}
	c.last = max(c.last, t)
	return t
}

func (c *Conn) received(t float64, s Side, k int) {
	stack := c.ends[s].Stack
	every := stack.AckEvery
	if k > 16 {
		every *= stack.Coalesce
	}
	c.unsent[s] += k
	at := t + c.Lag(s)
	if acks := c.unsent[s] / every; acks > 0 {
		c.out[s].Add(at, acks, acks*(40+c.opt))
		c.unsent[s] %= every
		c.due[s] = math.Inf(1)
	}
	switch {
	case c.unsent[s] == 0:
	case c.quick[s] > 0:
		c.quick[s]--
		c.ack(s, at)
	case math.IsInf(c.due[s], 1):
		c.due[s] = at + stack.AckDelay
	}
}

// Ask sends a request and, after a time to think, an answer.
func (c *Conn) Ask(t float64, from Side, ask int, think float64, answer int) float64 {
	t = c.Send(t, from, ask)
	if answer == 0 {
		return t
	}
	return c.Send(t+c.Lag(1-from)+think, 1-from, answer)
}

// Close ends the connection in order.
func (c *Conn) Close(t float64, by Side) float64 {
	t = max(t, c.last)
	if c.over > 0 {
		t = c.Send(t, by, 2)
	}
	c.Idle(t)
	c.due = [2]float64{math.Inf(1), math.Inf(1)}
	empty := 40 + c.opt
	c.out[by].Add(t, 1, empty)
	back := t + c.Lag(1-by)
	if c.ends[1-by].Stack.ResetEnds {
		c.out[1-by].Add(back, 1, 40)
	} else {
		if c.R.Chance(0.4) {
			c.out[1-by].Add(back, 1, empty)
		}
		c.out[1-by].Add(back, 1, empty)
		c.out[by].Add(t+c.RTT, 1, empty)
	}
	c.Drop()
	return t + c.RTT
}

// Reset ends the connection with a reset.
func (c *Conn) Reset(t float64, by Side) {
	c.Idle(t)
	c.out[by].Add(t, 1, 40)
	c.Drop()
}

// Drop forgets the connection without a packet.
func (c *Conn) Drop() {
	c.ended = true
	c.out[Client].Flush()
	c.out[Server].Flush()
}

// Lose sends a message to a side that is gone, again and again, and tells
// when the sender gives up or was told to.
func (c *Conn) Lose(t float64, from Side, n int, patience float64) float64 {
	c.Idle(t)
	n = min(n+c.over, c.mss-c.opt)
	rto, tries := max(0.2, 2*c.RTT), 15
	if c.ends[from].Stack.Windows {
		rto, tries = max(0.3, 2*c.RTT), 5
	}
	stop := t + patience
	for ; tries >= 0 && t < stop; tries-- {
		c.out[from].Add(t, 1, n+40+c.opt)
		t += rto
		rto = min(rto*2, 120)
	}
	c.Drop()
	return min(t, stop)
}
