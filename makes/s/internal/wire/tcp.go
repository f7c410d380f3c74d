package wire

import (
	"math"

	"makes/s/internal/dice"
)

// Client and Server are the sides of a connection: who opens it, and who
// answers.
const (
	Client = 0
	Server = 1
)

// Stack is how a host does TCP.
type Stack struct {
	MSS        int
	Timestamps bool
	SynOptions int     // bytes of options of a SYN
	DelayedAck float64 // seconds
	AckEvery   int     // segments in a row for one ACK
	KeepIdle   float64 // seconds before a keep-alive probe; 0 for none
	ProbeByte  bool    // probes carry a byte
	SynTries   int
	SynFirst   float64 // seconds before the second SYN
	ResetClose bool    // closes with a reset
	Loss       float64 // of a segment
}

// NewStack draws a stack among those of usual systems.
func NewStack(d *dice.Dice) Stack {
	s := Stack{MSS: dice.Pick(d, 1460, 1460, 1448, 1440, 1420, 1400, 1380, 1360, 8961), Timestamps: d.Chance(0.7), SynOptions: 20,
		DelayedAck: d.Log(0.01, 0.045), AckEvery: 2, SynTries: d.Int(2, 7), SynFirst: 1, Loss: d.Log(1e-5, 4e-3)}
	switch {
	case d.Chance(0.2): // Windows
		s.Timestamps, s.SynOptions, s.DelayedAck, s.ProbeByte, s.SynTries = false, 12, dice.Pick(d, 0.04, 0.05, 0.2), true, 3
		s.SynFirst = dice.Pick(d, 1.0, 3.0)
	case d.Chance(0.12): // small devices
		s.Timestamps, s.SynOptions, s.DelayedAck, s.MSS = false, 4, 0.25, dice.Pick(d, 536, 1024, 1360, 1460)
		s.SynFirst = dice.Pick(d, 1.5, 3.0, 6.0)
	case !s.Timestamps:
		s.SynOptions = 12
	}
	s.AckEvery = dice.Pick(d, 2, 2, 2, 4, 8, 16)
	if d.Chance(0.12) {
		s.DelayedAck = 0 // every segment is acknowledged at once
	}
	s.ResetClose = d.Chance(0.08)
	return s
}

// KeepIdle draws the keep-alive time a program sets; most set none.
func KeepIdle(d *dice.Dice) float64 {
	switch {
	case d.Chance(0.65):
		return 0
	case d.Chance(0.2):
		return d.Log(8, 900)
	}
	return dice.Pick(d, 10, 15, 30, 45, 60, 75, 120, 180, 300, 600, 1800, 7200.0)
}

// End is one side of a connection.
type End struct {
	Addr  Addr
	Port  uint16
	Stack Stack
}

// Conn is a TCP connection, or with UDP a pair of ports, seen at a tap.
type Conn struct {
	UDP    bool
	flow   [2]Flow
	stack  [2]*Stack
	mss    int
	header int
	delay  [2]float64 // from the side to the tap
	rtt    float64
	due    [2]float64 // when an owed ACK must go; 0 for none owed
	owed   [2]int     // segments not acknowledged
	last   float64
	d      *dice.Dice
}

// Dial gives a connection not yet open; local is the side at the tap.
func Dial(d *dice.Dice, tap *Tap, client, server *End, local int, rtt float64, proto uint8) *Conn {
	c := &Conn{UDP: proto == 17, rtt: rtt, d: d, stack: [2]*Stack{&client.Stack, &server.Stack}}
	c.flow[Client] = tap.Flow(client.Addr, server.Addr, client.Port, server.Port, proto, false)
	c.flow[Server] = tap.Flow(server.Addr, client.Addr, server.Port, client.Port, proto, false)
	c.delay[1-local] = rtt / 2
	c.mss, c.header = min(client.Stack.MSS, server.Stack.MSS), 40
	if client.Stack.Timestamps && server.Stack.Timestamps {
		c.header, c.mss = 52, c.mss-12
	}
	if c.UDP {
		c.header, c.mss = 28, 1472
	}
	return c
}

func (c *Conn) put(side int, at float64, packets, bytes int) {
	c.flow[side].Add(at+c.delay[side], packets, bytes)
	c.last = max(c.last, at)
}

// Open shakes hands, and gives the time when the client can send.
func (c *Conn) Open(at float64) float64 {
	if c.last = at; c.UDP {
		return at
	}
	c.put(Client, at, 1, 40+c.stack[Client].SynOptions)
	c.put(Server, at+c.rtt/2, 1, 40+min(c.stack[Client].SynOptions, c.stack[Server].SynOptions))
	c.put(Client, at+c.rtt, 1, c.header)
	return at + c.rtt
}

// Resume takes the connection up as opened before.
func (c *Conn) Resume(at float64) { c.last = at }

// Settle sends what TCP sends by itself until a time: owed acknowledgements
// and keep-alive probes.
func (c *Conn) Settle(until float64) {
	if c.UDP {
		return
	}
	for side := range c.due {
		if c.due[side] > 0 && c.due[side] <= until {
			c.put(side, c.due[side], 1, c.header)
			c.due[side], c.owed[side] = 0, 0
		}
	}
	side, idle := Client, c.stack[Client].KeepIdle
	if other := c.stack[Server].KeepIdle; other > 0 && (idle == 0 || other < idle) {
		side, idle = Server, other
	}
	for idle > 0 && c.last+idle < until {
		probe := c.header
		if c.stack[side].ProbeByte {
			probe++
		}
		at := c.last + idle
		c.put(side, at, 1, probe)
		c.put(1-side, at+c.rtt/2, 1, c.header)
		c.last = at
	}
}

// Send carries a message of n bytes from a side, and gives the time of its
// arrival at the other.
func (c *Conn) Send(at float64, side, n int) float64 {
	if n <= 0 {
		return at
	}
	c.Settle(at)
	segments := (n + c.mss - 1) / c.mss
	if segments > 80 {
		return c.bulk(at, side, n)
	}
	c.segments(at, side, segments, n)
	return at + c.rtt/2
}

func (c *Conn) segments(at float64, side, segments, n int) {
	c.put(side, at, segments, n+segments*c.header)
	if c.UDP {
		return
	}
	other := 1 - side
	c.due[side], c.owed[side] = 0, 0
	if loss := c.stack[side].Loss; c.d.Float64() < loss*float64(segments) {
		if c.delay[side] == 0 { // lost behind the tap, so seen twice
			c.put(side, at+max(0.2, 2*c.rtt), 1, c.header+min(n, c.mss))
		}
		if segments > 2 {
			c.put(other, at+c.rtt/2, 2, 2*(c.header+12))
		}
	}
	every := 2
	if segments > 8 {
		every = c.stack[other].AckEvery
	}
	if c.stack[other].DelayedAck == 0 {
		every = 1
	}
	waiting := c.owed[other] + segments
	if acks := waiting / every; acks > 0 {
		c.put(other, at+c.rtt/2, acks, acks*c.header)
	}
	c.owed[other], c.due[other] = waiting%every, 0
	if c.owed[other] > 0 {
		c.due[other] = at + c.rtt/2 + c.stack[other].DelayedAck
	}
}

// bulk spreads a long message over seconds.
func (c *Conn) bulk(at float64, side, n int) float64 {
	chunk := max(80*c.mss, n/200)
	pace := float64(chunk) / c.d.Log(3e5, 2e7)
	for n > 0 {
		part := min(chunk, n)
		c.segments(at, side, (part+c.mss-1)/c.mss, part)
		at += pace
		n -= part
	}
	return at + c.rtt/2
}

// Close ends the connection from a side.
func (c *Conn) Close(at float64, side int) {
	c.Settle(at)
	switch {
	case c.UDP:
	case c.stack[side].ResetClose:
		c.put(side, at, 1, 40)
	default:
		c.put(side, at, 1, c.header)
		if c.d.Chance(0.4) {
			c.put(1-side, at+c.rtt/2, 1, c.header)
		}
		c.put(1-side, at+c.rtt/2+0.001, 1, c.header)
		c.put(side, at+c.rtt, 1, c.header)
	}
	c.Drop()
}

// Reset ends the connection with an RST of a side.
func (c *Conn) Reset(at float64, side int) {
	if c.Settle(at); !c.UDP {
		c.put(side, at, 1, 40)
	}
	c.Drop()
}

// Stall sends n bytes in vain, again and again as the other side is gone, and
// gives the time of giving up.
func (c *Conn) Stall(at float64, side, n int, patience float64) float64 {
	c.Settle(at)
	wait := 0.2 + c.rtt
	for t := at; t < at+patience; t, wait = t+wait, min(wait*2, 120) {
		if !c.UDP || t == at {
			c.put(side, t, 1, c.header+min(n, c.mss))
		}
	}
	c.Drop()
	return at + patience
}

// Drop forgets the connection without a packet.
func (c *Conn) Drop() {
	c.flow[Client].Flush()
	c.flow[Server].Flush()
}

// Fault is why a connection does not come to be.
type Fault byte

// The faults.
const (
	Up      Fault = iota
	Refused       // the host answers with RST
	Dead          // nobody answers
	Denied        // a security group or network ACL rejects what leaves
	Barred        // a network ACL rejects the answers
	Kicked        // the service closes soon after it was opened
)

// Outage is a stretch of time in which a service fails.
type Outage struct {
	From, To float64
	Fault    Fault
}

// Outages are those of a service, in order of time.
type Outages []Outage

// At gives the fault at a time, and when that changes.
func (list Outages) At(t float64) (fault Fault, change float64) {
	for _, o := range list {
		if t < o.From {
			return Up, o.From
		}
		if t < o.To {
			return o.Fault, o.To
		}
	}
	return Up, math.Inf(1)
}

// Fail tries to open against a fault other than Kicked, and gives the time of
// giving up, at the latest after the patience of the program.
func (c *Conn) Fail(at float64, fault Fault, patience float64) float64 {
	syn := 40 + c.stack[Client].SynOptions
	if fault == Refused && !c.UDP {
		c.put(Client, at, 1, syn)
		c.put(Server, at+c.rtt/2, 1, 40)
		c.Drop()
		return at + c.rtt
	}
	if fault == Denied {
		c.flow[Client].rec.reject = true
	}
	c.flow[Server].rec.reject = fault == Barred
	wait, t := c.stack[Client].SynFirst, at
	for try := 0; try < c.stack[Client].SynTries && t < at+patience; try++ {
		c.put(Client, t, 1, syn)
		if fault == Barred {
			c.put(Server, t+c.rtt/2, 1, syn)
		}
		if c.UDP {
			break
		}
		t += wait
		wait *= 2
	}
	c.Drop()
	return min(t, at+patience)
}
