// Package tcp turns messages into segments and acknowledgements.
package tcp

import (
	"math"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
)

// Stack is how a host's TCP behaves.
type Stack struct {
	MSS       int
	Stamps    bool    // timestamp option
	DelAck    float64 // seconds an acknowledgement waits for data
	Quick     int     // segments acknowledged at once after the start
	AckEvery  int     // full segments to one acknowledgement
	Syns      []float64
	FirstPort uint16
}

var synTimers = [][]float64{
	{1, 3, 7, 15, 31, 63},              // Linux
	{1, 2, 3, 4, 5, 7, 11, 19, 35, 67}, // Linux from 6.5
	{3, 9},                             // Windows
	{1, 3, 7, 15},                      // Windows Server, BSD
}

// NewStack draws the stack of a host.
func NewStack(g *dice.Rand) Stack {
	s := Stack{
		MSS: dice.Pick(g, 8961, 8961, 1460, 1460, 1440, 1420, 1398, 1360), Stamps: dice.Chance(g, 0.75),
		DelAck: dice.Pick(g, 0.04, 0.04, 0.04, 0.05, 0.1, 0.2), Quick: dice.Pick(g, 0, 4, 16, 16, 1<<30),
		AckEvery: dice.Pick(g, 2, 2, 2, 3, 4, 8), Syns: dice.Pick(g, synTimers...), FirstPort: dice.Pick[uint16](g, 32768, 32768, 49152, 1024),
	}
	return s
}

// Path is the way to the other side.
type Path struct {
	RTT, Loss float64
	Jumbo     bool // lets segments of more than 1460 bytes through
}

// side is one of the two ends of a connection.
type side struct {
	pend         int
	pendAt       float64
	delAck       float64
	quick, every int
	keep         float64
	keepAt       float64
	keepByte     int
}

// Conn is a connection, seen at the interface of its local side.
type Conn struct {
	Port   uint16
	Record int // bytes around each TLS record or the like
	Tunnel func(up bool, t float64, packets, bytes int)

	g         *dice.Rand
	up, down  flow.Flow
	near, far side
	header    int
	mss       int
	path      Path
	window    int
	stamps    bool
	inbound   bool
}

// New makes a connection that is taken to be open already.
func New(g *dice.Rand, f flow.Flow, a, b Stack, path Path) *Conn {
	c := &Conn{g: g, up: f, down: f, path: path, header: 40, mss: min(a.MSS, b.MSS), stamps: a.Stamps && b.Stamps}
	c.down.Src, c.down.Dst, c.down.SrcPort, c.down.DstPort = f.Dst, f.Src, f.DstPort, f.SrcPort
	if !path.Jumbo {
		c.mss = min(c.mss, 1460)
	}
	if c.stamps {
		c.header, c.mss = 52, c.mss-12
	}
	c.near = side{delAck: a.DelAck, quick: a.Quick, every: a.AckEvery}
	c.far = side{delAck: b.DelAck, quick: b.Quick, every: b.AckEvery}
	c.window = 10
	return c
}

// Keep sets the idle seconds after which either side sends keep-alives; 0 is never.
func (c *Conn) Keep(near, far float64, probe int) {
	c.near.keep, c.far.keep, c.near.keepByte, c.far.keepByte = near, far, probe, probe
}

// Inbound says that the remote side opens the connection.
func (c *Conn) Inbound() *Conn {
	c.inbound = true
	return c
}

// RTT gives the round trip time.
func (c *Conn) RTT() float64 { return c.path.RTT }

func (c *Conn) emit(up bool, t float64, packets, bytes int) {
	switch {
	case c.Tunnel != nil:
		c.Tunnel(up, t, packets, bytes)
	case up:
		c.up.Add(t, packets, bytes)
	default:
		c.down.Add(t, packets, bytes)
	}
}

// Open counts the handshake; it gives the time at which the opener may send.
func (c *Conn) Open(t float64) float64 {
	syn := 52
	if c.stamps {
		syn = 60
	}
	c.emit(!c.inbound, t, 1, syn)
	if dice.Chance(c.g, c.path.Loss) {
		t++
		c.emit(!c.inbound, t, 1, syn)
	}
	reply := t
	if !c.inbound {
		reply += c.path.RTT
	}
	c.emit(c.inbound, reply, 1, syn)
	t += c.path.RTT
	c.emit(!c.inbound, t, 1, c.header)
	c.touch(t)
	return t
}

func (c *Conn) touch(t float64) { c.near.keepAt, c.far.keepAt = t, t }

// Idle lets time pass: acknowledgements that waited, and keep-alives.
func (c *Conn) Idle(t float64) {
	for _, up := range [...]bool{true, false} {
		s := &c.far
		if up {
			s = &c.near
		}
		if s.pend > 0 && s.pendAt <= t {
			c.emit(up, s.pendAt, 1, c.header)
			s.pend = 0
		}
		for s.keep > 0 && s.keepAt+s.keep <= t {
			s.keepAt += s.keep
			c.emit(up, s.keepAt, 1, c.header+s.keepByte)
			c.emit(!up, s.keepAt+c.path.RTT/2, 1, c.header)
			c.touch(max(s.keepAt, c.near.keepAt, c.far.keepAt))
		}
	}
}

// Send counts a message of n bytes and what acknowledges it. It gives the time
// at which the other side has all of it, as seen at the interface.
func (c *Conn) Send(t float64, up bool, n int) float64 {
	if c.Record > 0 {
		n += c.Record * ((n + 16383) / 16384)
	}
	c.Idle(t)
	from, to := &c.far, &c.near
	if up {
		from, to = to, from
	}
	from.pend = 0
	wait := 0.0 // of acknowledgements of the far side
	if up {
		wait = c.path.RTT
	}
	window := c.window
	for n > 0 {
		segments := min((n+c.mss-1)/c.mss, window)
		size := min(n, segments*c.mss)
		n -= size
		c.emit(up, t, segments, size+segments*c.header)
		if c.path.Loss > 0 && c.g.Float64() < c.path.Loss*float64(segments) {
			again := min(size, c.mss)
			rto := max(0.2, 1.2*c.path.RTT)
			if segments > 3 {
				rto = c.path.RTT
				c.emit(!up, t+wait, dice.Pick(c.g, 2, 3), 3*(c.header+12))
			}
			t += rto
			c.emit(up, t, 1, again+c.header)
		}
		to.pend += segments
		if acks := to.pend / to.every; acks > 0 {
			c.emit(!up, t+wait, acks, acks*c.header)
			to.pend %= to.every
		}
		if n > 0 {
			t += max(c.path.RTT, 0.0002)
			window = min(window*2, 512)
		}
	}
	if to.pend > 0 {
		if to.quick > 0 {
			to.quick--
			to.pend = 0
			c.emit(!up, t+wait, 1, c.header)
		} else {
			to.pendAt = t + wait + to.delAck
		}
	}
	c.touch(t)
	return t + wait/2
}

// Close counts an orderly end that one side begins.
func (c *Conn) Close(t float64, up bool) {
	c.Idle(t)
	c.emit(up, t, 1, c.header)
	if dice.Chance(c.g, 0.3) {
		c.emit(!up, t+c.path.RTT/2, 1, c.header)
	}
	c.emit(!up, t+c.path.RTT, 1, c.header)
	c.emit(up, t+c.path.RTT, 1, c.header)
	c.done()
}

// Reset counts a reset by one side.
func (c *Conn) Reset(t float64, up bool) {
	c.Idle(t)
	c.emit(up, t, 1, 40)
	c.done()
}

// Lose counts a message that is never answered, sent again and again till the
// sender gives up; it gives that time.
func (c *Conn) Lose(t float64, up bool, n, tries int) float64 {
	c.Idle(t)
	for i := range tries {
		c.emit(up, t, 1, min(n+c.Record, c.mss)+c.header)
		t += min(0.2*math.Pow(2, float64(i)), 120)
	}
	c.done()
	return t
}

func (c *Conn) done() {
	c.near.pend, c.far.pend = 0, 0
	c.Flush()
}

// Flush hands over what is counted.
func (c *Conn) Flush() {
	if c.Tunnel == nil {
		c.up.Flush()
		c.down.Flush()
	}
}
