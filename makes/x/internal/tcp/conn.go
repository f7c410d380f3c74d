package tcp

import (
	"math"

	"makes/x/internal/rnd"
	"makes/x/internal/wire"
)

const never = math.MaxFloat64

// Options say how a connection is set up.
type Options struct {
	Sink      wire.Sink
	Path      *Path
	Near, Far *Stack
	Client    wire.Side
	KeepAlive [2]float64 // idle seconds before probes, per side; 0 for none
	Nagle     [2]bool
	GiveUp    float64 // seconds without an answer after which a sender gives up, 0 for the stack's
}

// Conn is an open connection.
type Conn struct {
	Client wire.Side
	r      *rnd.Rand
	sink   wire.Sink
	path   *Path
	half   [2]half
	hdr    int
	mss    int
	last   float64 // when a packet last passed the middleboxes
	toLoss int     // packets until the next loss
	giveUp float64
	gone   bool // nothing passes any more
	dead   bool
	deadAt float64
}

type half struct {
	st       *Stack
	pending  int     // segments received and not acknowledged
	ackDue   float64 // when the delayed acknowledgement leaves
	ackAt    float64 // when the last acknowledgement arrived here
	heard    float64 // when data last arrived
	quick    int
	chatty   bool // answers follow at once, so acknowledgements ride on them
	nagle    bool
	held     int // bytes held back by Nagle's algorithm
	idle     float64
	probeDue float64
}

// Dial opens a connection at t. It returns when the client may send.
func Dial(r *rnd.Rand, o Options, t float64) (*Conn, float64) {
	c := &Conn{
		Client: o.Client, r: r, sink: o.Sink, path: o.Path, giveUp: o.GiveUp,
		hdr: wire.TCP, mss: o.Path.MTU - wire.TCP,
	}
	if o.Near.Timestamps && o.Far.Timestamps {
		c.hdr += wire.Timestamps
		c.mss -= wire.Timestamps
	}
	for s, st := range [2]*Stack{o.Near, o.Far} {
		if st.MSS > 0 {
			c.mss = min(c.mss, st.MSS)
		}
		c.half[s] = half{
			st: st, ackDue: never, probeDue: never, quick: st.Quick,
			nagle: o.Nagle[s], idle: o.KeepAlive[s], heard: t,
		}
	}
	c.nextLoss()
	cl, sv := &c.half[o.Client], &c.half[1-o.Client]
	synAck := sv.st.Syn
	if cl.st.Syn < synAck {
		synAck = cl.st.Syn
	}
	c.packets(o.Client, t, 1, cl.st.Syn)
	trip := c.path.trip(r)
	if r.Chance(2 * c.path.Loss) {
		t += cl.st.SynWaits[0]
		c.packets(o.Client, t, 1, cl.st.Syn)
	}
	c.packets(1-o.Client, t+trip, 1, synAck)
	t += trip + c.path.trip(r)
	c.packets(o.Client, t, 1, c.hdr)
	c.last = t
	c.rearm(t)
	return c, t
}

// packets counts packets that s sends at t; those of the far side are seen
// when they arrive.
func (c *Conn) packets(s wire.Side, t float64, n, size int) {
	if s == wire.Far {
		t += c.path.RTT / 2
	}
	c.sink.Packets(s, t, n, size)
}

// Dead says whether the connection has broken, and when that was noticed.
func (c *Conn) Dead() (bool, float64) {
	return c.dead, c.deadAt
}

func (c *Conn) nextLoss() {
	if c.path.Loss <= 0 {
		c.toLoss = math.MaxInt
		return
	}
	c.toLoss = 1 + int(c.r.Exp(1/c.path.Loss))
}

func (c *Conn) rearm(t float64) {
	for s := range c.half {
		if h := &c.half[s]; h.idle > 0 {
			h.probeDue = t + h.idle
		}
	}
}

func (c *Conn) rto() float64 {
	return max(c.half[0].st.MinRTO, 2*c.path.RTT+0.01)
}

// forgotten says whether a middlebox drops what is sent at t.
func (c *Conn) forgotten(t float64) bool {
	if c.path.Idle > 0 && t-c.last > c.path.Idle {
		c.gone = true
	}
	return c.gone
}

// settle runs the timers that are due before t.
func (c *Conn) settle(t float64) {
	for !c.dead {
		at, side, probe := t, -1, false
		for s := range c.half {
			h := &c.half[s]
			if h.ackDue < at {
				at, side, probe = h.ackDue, s, false
			}
			if h.probeDue < at {
				at, side, probe = h.probeDue, s, true
			}
		}
		if side < 0 {
			return
		}
		if probe {
			c.probe(wire.Side(side), at)
		} else {
			c.lateAck(wire.Side(side), at)
		}
	}
}

// lateAck sends a delayed acknowledgement that nothing has overtaken.
func (c *Conn) lateAck(s wire.Side, at float64) {
	h := &c.half[s]
	h.pending, h.ackDue = 0, never
	h.chatty = false
	h.quick = h.st.Quick
	if c.forgotten(at) && s == wire.Far {
		return
	}
	c.packets(s, at, 1, c.hdr)
	c.acked(1-s, at+c.path.RTT/2)
}

// acked lets s know that all it sent has arrived, which frees what Nagle's
// algorithm held back.
func (c *Conn) acked(s wire.Side, at float64) {
	h := &c.half[s]
	h.ackAt = at
	if n := h.held; n > 0 {
		h.held = 0
		c.transmit(s, at, n)
	}
}

func (c *Conn) probe(s wire.Side, at float64) {
	h := &c.half[s]
	if c.forgotten(at) {
		n := h.st.Probes
		if c.path.Abrupt {
			n = 1
		}
		for i := range n {
			c.visible(s, at+float64(i)*h.st.ProbeGap, 1, c.hdr+h.st.ProbeByte)
		}
		at += float64(n) * h.st.ProbeGap
		if c.path.Abrupt && s == wire.Near {
			at = h.probeDue + 0.002
			c.packets(wire.Far, at, 1, wire.TCP)
		} else {
			c.visible(s, at, 1, c.hdr)
		}
		c.die(at)
		return
	}
	c.packets(s, at, 1, c.hdr+h.st.ProbeByte)
	c.packets(1-s, at+c.path.RTT/2, 1, c.hdr)
	c.last = at
	c.rearm(at + c.path.RTT)
}

// visible counts packets that get lost behind the near side's interface.
func (c *Conn) visible(s wire.Side, t float64, n, size int) {
	if s == wire.Near {
		c.sink.Packets(s, t, n, size)
	}
}

func (c *Conn) die(t float64) {
	c.dead, c.deadAt = true, t
	c.sink.Done()
}
