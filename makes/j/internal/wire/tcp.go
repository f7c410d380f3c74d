// Package wire turns messages into packets: TCP with its acknowledgements,
// keep-alives and losses, UDP, and what goes between TCP and a program.
package wire

import (
	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
)

// Stack is how an operating system does TCP.
type Stack struct {
	Timestamps bool
	SYN        int     // bytes of a SYN
	MSS        int     // largest segment, options included
	Quick      int     // segments acknowledged at once at the start
	Delay      float64 // of an acknowledgement, 0 for none
	Every      int     // segments an acknowledgement in a bulk transfer
	NoDelay    bool    // small segments do not wait for acknowledgements
	Idle       float64 // seconds until a keep-alive probe, 0 for none
	Probe      int     // bytes of data in a probe
	SYNs       int     // attempts before giving up
}

// DrawStack gives the stack of a server, or that of a small device.
func DrawStack(d dice.Dice, device bool) *Stack {
	s := &Stack{Timestamps: true, SYN: 60, MSS: dice.Pick(d, 1460, 1460, 1460, 1448, 1400, 1360, 8961), Quick: dice.Pick(d, 0, 4, 16),
		Delay: dice.Pick(d, 0.04, 0.04, 0.04, 0.1, 0.005, 0), Every: dice.Pick(d, 2, 2, 4, 8, 16), NoDelay: d.Chance(0.7), SYNs: dice.Pick(d, 7, 7, 5, 4, 2)}
	if d.Chance(0.25) || device && d.Chance(0.5) {
		s.Timestamps, s.SYN, s.Delay, s.SYNs = false, 52, dice.Pick(d, 0.2, 0.05, 0.04), 3
	}
	if device {
		s.MSS, s.Every = dice.Pick(d, 1460, 1400, 1360, 1300, 1024, 536), 2
		if d.Chance(0.4) {
			s.Timestamps, s.SYN, s.NoDelay = false, 44, true
		}
	}
	if d.Chance(0.45) {
		s.Idle = dice.Pick(d, 7200.0, 7200, 300, 120, 60, 75, 45, 30, 15, 10, 600, 1800)
		s.Probe = dice.Pick(d, 0, 0, 0, 1)
	}
	return s
}

// Path joins the host of an interface to a port of a peer, or the other way
// round.
type Path struct {
	Tap           *flowlog.Tap
	Dice          dice.Dice
	Local, Remote flowlog.Addr
	Port          uint16
	Inbound       bool // the peer opens the connections
	UDP           bool
	Near, Far     *Stack
	RTT, Loss     float64
	Rate          float64 // bytes a second
	FixedPort     uint16  // the client's port, 0 for any
}

// Conn is a connection. Its sides are 0, who opened it, and 1.
type Conn struct {
	p       *Path
	flow    [2]*flowlog.Flow
	stack   [2]*Stack
	mss     int
	head    int // bytes of headers
	got     [2]int
	owed    [2]int
	due     [2]float64 // when what is owed is acknowledged
	held    [2]int
	blocked [2]float64 // until when a small segment is held
	last    float64
	dead    bool
}

// conn gives a connection of which each direction may be denied.
func (p *Path) conn(there, back bool) *Conn {
	c := &Conn{p: p, stack: [2]*Stack{p.Near, p.Far}}
	port := p.FixedPort
	if port == 0 {
		port = uint16(32768 + p.Dice.IntN(28232))
		if p.Near.SYN == 52 {
			port = uint16(49152 + p.Dice.IntN(16383))
		}
	}
	proto := uint8(6)
	if p.UDP {
		proto = 17
	}
	if p.Inbound {
		c.stack = [2]*Stack{p.Far, p.Near}
		c.flow[0] = p.Tap.Flow(proto, p.Remote, p.Local, port, p.Port, there)
		c.flow[1] = p.Tap.Flow(proto, p.Local, p.Remote, p.Port, port, back)
	} else {
		c.flow[0] = p.Tap.Flow(proto, p.Local, p.Remote, port, p.Port, there)
		c.flow[1] = p.Tap.Flow(proto, p.Remote, p.Local, p.Port, port, back)
	}
	c.head, c.mss = 40, min(p.Near.MSS, p.Far.MSS)
	if p.Near.Timestamps && p.Far.Timestamps {
		c.head, c.mss = 52, c.mss-12
	}
	return c
}

// Dial opens a connection, and gives the time from which it can be used.
func (p *Path) Dial(at float64) (*Conn, float64) {
	c := p.conn(false, false)
	if p.UDP {
		c.head = 28
		return c, at
	}
	syn := c.stack[0].SYN
	c.flow[0].Add(at, 1, syn)
	if p.Dice.Chance(p.Loss) {
		at++
		c.flow[0].Add(at, 1, syn)
	}
	c.flow[1].Add(at+p.RTT, 1, min(syn, c.stack[1].SYN))
	c.flow[0].Add(at+p.RTT, 1, c.head)
	c.last = at + p.RTT
	return c, c.last
}

// Refused tries to open a connection to a closed port.
func (p *Path) Refused(at float64) float64 {
	c := p.conn(false, false)
	c.flow[0].Add(at, 1, c.stack[0].SYN)
	c.flow[1].Add(at+p.RTT, 1, 40)
	c.flush()
	return at + p.RTT
}

// Fail tries to open a connection in vain, in one of the ways: r it is refused,
// s nothing answers, d denied, a the answers are denied.
func (p *Path) Fail(way byte, at, patience float64) float64 {
	switch way {
	case 's', 'd':
		return p.knock(p.conn(way == 'd', false), at, patience, false)
	case 'a':
		return p.knock(p.conn(false, true), at, patience, true)
	}
	return p.Refused(at)
}

func (p *Path) knock(c *Conn, at, patience float64, answered bool) float64 {
	wait, t := 1.0, at
	for i := 0; i < c.stack[0].SYNs && t-at <= patience; i++ {
		c.flow[0].Add(t, 1, c.stack[0].SYN)
		if answered {
			c.flow[1].Add(t+p.RTT, 1, min(c.stack[0].SYN, c.stack[1].SYN))
		}
		t += wait
		wait *= 2
	}
	c.flush()
	return min(t, at+patience)
}

// Send sends a message of n bytes.
func (c *Conn) Send(side int, at float64, n int) {
	if c.p.UDP {
		k := (n + 1471) / 1472
		c.flow[side].Add(at, max(1, k), n+28*max(1, k))
		return
	}
	c.advance(at)
	c.last = max(c.last, at)
	if !c.stack[side].NoDelay && n < c.mss && at < c.blocked[side] {
		c.held[side] += n
		return
	}
	c.emit(side, at, n)
}

func (c *Conn) emit(side int, at float64, n int) {
	peer, p := 1-side, c.p
	c.owed[side] = 0 // acknowledged by the message
	c.blocked[peer] = min(c.blocked[peer], at+p.RTT/2)
	segments := (n + c.mss - 1) / c.mss
	bytes := n + segments*c.head
	if segments > 8 {
		c.bulk(side, at, segments, bytes)
		return
	}
	c.flow[side].Add(at, segments, bytes)
	c.got[peer] += segments
	c.owed[peer] += segments
	s := c.stack[peer]
	c.blocked[side] = at + p.RTT + s.Delay
	switch {
	case s.Delay == 0 || c.got[peer] <= s.Quick:
		c.ack(peer, at+p.RTT/2, (c.owed[peer]+1)/2)
		c.owed[peer], c.blocked[side] = 0, at+p.RTT
	case c.owed[peer] >= 2:
		c.ack(peer, at+p.RTT/2, c.owed[peer]/2)
		c.owed[peer] %= 2
	}
	if c.owed[peer] > 0 {
		c.due[peer] = at + p.RTT/2 + s.Delay
	}
	if p.Loss > 0 && p.Dice.Float64() < p.Loss*float64(segments) {
		// What is lost behind the interface is seen twice.
		again := at + max(0.2, 2*p.RTT)
		if near := (side == 0) != p.Inbound; near {
			c.flow[side].Add(again, 1, min(n, c.mss)+c.head)
		}
		c.ack(peer, again, 1)
	}
}

func (c *Conn) bulk(side int, at float64, segments, bytes int) {
	peer := 1 - side
	took := float64(bytes)/c.p.Rate + c.p.RTT
	if again := int(c.p.Loss * float64(segments)); again > 0 {
		c.flow[side].Spread(at, at+took, again, again*(c.mss+c.head))
	}
	c.flow[side].Spread(at, at+took, segments, bytes)
	acks := max(1, segments/c.stack[peer].Every)
	c.flow[peer].Spread(at+c.p.RTT/2, at+took, acks, acks*c.head)
	c.got[peer] += segments
	c.owed[peer] = 0
	c.last = max(c.last, at+took)
}

func (c *Conn) ack(side int, at float64, n int) { c.flow[side].Add(at, n, n*c.head) }

// advance lets the timers run until a time.
func (c *Conn) advance(at float64) {
	for side := range 2 {
		if c.held[side] > 0 && c.blocked[side] <= at {
			n := c.held[side]
			c.held[side] = 0
			c.emit(side, c.blocked[side], n)
		}
		if c.owed[side] > 0 && c.due[side] <= at {
			c.owed[side] = 0
			c.ack(side, c.due[side], 1)
		}
	}
	for side := range 2 {
		s := c.stack[side]
		for s.Idle > 0 && c.last+s.Idle < at && (c.stack[1-side].Idle == 0 || s.Idle <= c.stack[1-side].Idle) {
			c.last += s.Idle
			c.flow[side].Add(c.last, 1, c.head+s.Probe)
			extra := 0
			if s.Probe > 0 && c.head == 40 {
				extra = 12 // SACK of the byte that was there
			}
			c.flow[1-side].Add(c.last+c.p.RTT, 1, c.head+extra)
		}
	}
}

// Close ends a connection from a side, in order.
func (c *Conn) Close(side int, at float64) {
	if c.dead {
		return
	}
	if c.finish(at); c.p.UDP {
		return
	}
	c.ack(side, at, 1)
	if c.p.Dice.Chance(0.3) {
		c.ack(1-side, at+c.p.RTT/2, 1)
	}
	c.ack(1-side, at+c.p.RTT, 1)
	c.ack(side, at+c.p.RTT, 1)
	c.flush()
}

// Reset ends a connection from a side at once.
func (c *Conn) Reset(side int, at float64) {
	if c.dead {
		return
	}
	if c.finish(at); !c.p.UDP {
		c.flow[side].Add(at, 1, 40)
	}
	c.flush()
}

// Vanish ends a connection whose peer is gone: a side sends again and again
// what is not answered.
func (c *Conn) Vanish(side int, at float64, n int) float64 {
	if c.dead || c.p.UDP {
		return at
	}
	c.finish(at)
	wait, t := 0.3, at
	for range c.p.Dice.Int(6, 15) {
		c.flow[side].Add(t, 1, min(n, c.mss)+c.head)
		t += wait
		wait = min(120, wait*2)
	}
	c.flush()
	return t
}

// Leave stops a connection that outlives the log.
func (c *Conn) Leave(at float64) {
	if !c.dead {
		c.finish(at)
		c.flush()
	}
}

func (c *Conn) finish(at float64) {
	if !c.p.UDP {
		c.advance(at)
	}
	c.dead = true
}

func (c *Conn) flush() { c.flow[0].Flush(); c.flow[1].Flush() }
