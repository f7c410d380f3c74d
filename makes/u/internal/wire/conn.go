package wire

import (
	"math"

	"makes/u/internal/flow"
	"makes/u/internal/rng"
)

// Path is what lies between two hosts.
type Path struct {
	RTT   float64 // seconds
	Shake float64 // variation of the RTT as a share of it
	Loss  float64 // share of packets lost
	MTU   int
	Rate  float64 // bytes per second of a long transfer
	Merge int     // full segments that the receiver takes together
}

// half is the state of one side of a connection.
type half struct {
	stack *Stack
	keep  float64 // seconds of silence after which it probes, 0 if never
	quick int     // segments it will still acknowledge at once
	owed  int     // bytes received and not yet acknowledged
	segs  int     // segments among them
	due   float64 // when the acknowledgement goes out at the latest
	talks bool    // its answers have carried acknowledgements
}

// Conn is a TCP connection.
type Conn struct {
	link Link
	path *Path
	rnd  *rng.R
	half [2]half
	head int
	mss  int
	now  float64
	last float64 // time of the latest packet with data
}

// Init prepares a connection between two stacks. keep holds, for each side,
// the seconds of silence after which it sends keep-alive probes.
func (c *Conn) Init(link Link, path *Path, client, server *Stack, keep [2]float64, r *rng.R) {
	*c = Conn{link: link, path: path, rnd: r, head: head(client, server)}
	c.half[flow.Client] = half{stack: client, keep: keep[0], quick: client.Quick}
	c.half[flow.Server] = half{stack: server, keep: keep[1], quick: server.Quick}
	c.mss = path.MTU - c.head
}

// way is the time of a packet from one side to the other.
func (c *Conn) way() float64 {
	return c.path.RTT / 2 * (1 + c.path.Shake*c.rnd.ExpFloat64())
}

// Open does the handshake.
func (c *Conn) Open(t float64) float64 {
	c.now = math.Inf(-1)
	a, b := c.half[0].stack, c.half[1].stack
	if c.rnd.Chance(c.path.Loss) {
		c.link.Lost(flow.Client, t, 1, a.Syn)
		t += a.Tries[0]
	}
	c.link.Add(flow.Client, t, 1, a.Syn)
	t += c.way()
	c.link.Add(flow.Server, t, 1, min(a.Syn, b.Syn))
	t += c.way()
	c.link.Add(flow.Client, t, 1, c.head)
	c.now, c.last = t, t
	return t
}

// Settle sends acknowledgements and keep-alive probes that are due.
func (c *Conn) Settle(t float64) {
	for s := range c.half {
		h := &c.half[s]
		if h.owed > 0 && h.due <= t {
			c.link.Add(flow.Side(s), h.due, 1, c.head)
			h.owed, h.segs = 0, 0
		}
	}
	for s := range c.half {
		h := &c.half[s]
		if h.keep <= 0 {
			continue
		}
		for c.last+h.keep <= t {
			c.last += h.keep
			probe := c.head
			if !h.stack.Timestamps {
				probe++ // these stacks probe with a byte of old data
			}
			c.link.Add(flow.Side(s), c.last, 1, probe)
			c.link.Add(flow.Side(s).Other(), c.last+c.path.RTT, 1, c.head)
		}
	}
}

// Send sends a message.
func (c *Conn) Send(t float64, from flow.Side, n int) float64 {
	t = max(t, c.now)
	c.Settle(t)
	me, you := &c.half[from], &c.half[from.Other()]
	if me.owed > 0 {
		me.owed, me.segs, me.talks = 0, 0, true
	}
	segs := (n + c.mss - 1) / c.mss
	wire := n + segs*c.head
	lasts := 0.0
	if segs > 10 {
		lasts = c.path.RTT*math.Log2(float64(segs)/10+1) + float64(n)/c.path.Rate
	}
	late := c.lose(t, from, segs, n)
	if lasts > 1 {
		c.link.Spread(from, t, t+lasts, segs, wire)
	} else {
		c.link.Add(from, t, segs, wire)
	}
	arrive := t + lasts + late + c.way()
	c.receive(you, from.Other(), t, arrive, lasts, n, segs)
	c.now, c.last = t+lasts, arrive
	return arrive
}

// receive lets the receiver acknowledge n bytes.
func (c *Conn) receive(h *half, side flow.Side, t, arrive, lasts float64, n, segs int) {
	merge := max(1, c.path.Merge)
	if merge > 1 && segs < merge*2 {
		merge = min(merge, max(1, segs))
	}
	if h.quick > 0 && !h.talks {
		h.quick -= segs
		c.ack(side, t, arrive, lasts, (segs+merge-1)/merge)
		h.owed, h.segs = 0, 0
		return
	}
	h.owed, h.segs = h.owed+n, h.segs+segs
	acks := 0
	switch {
	case h.stack.Second && h.segs >= 2:
		acks = h.segs / max(2, merge)
		acks = max(acks, 1)
		h.segs %= 2
		if h.segs == 0 {
			h.owed = 0
		} else {
			h.owed = min(h.owed, 1+n%c.mss)
		}
	case !h.stack.Second && h.owed > c.mss:
		acks = max(1, h.segs/max(2, merge))
		h.owed, h.segs = 0, 0
	}
	if acks > 0 {
		c.ack(side, t, arrive, lasts, acks)
	}
	if h.owed > 0 {
		h.due = arrive + h.stack.Delay
	}
}

func (c *Conn) ack(side flow.Side, t, arrive, lasts float64, acks int) {
	if lasts > 1 {
		c.link.Spread(side, t+c.path.RTT/2, arrive, acks, acks*c.head)
		return
	}
	c.link.Add(side, arrive, acks, acks*c.head)
}

// lose decides which of the segments are lost and returns the delay.
func (c *Conn) lose(t float64, from flow.Side, segs, n int) float64 {
	p := c.path.Loss * float64(segs)
	lost := int(p)
	if c.rnd.Chance(p - float64(lost)) {
		lost++
	}
	if lost == 0 {
		return 0
	}
	size := min(n, c.mss)
	c.link.Lost(from, t, lost, lost*(size+c.head))
	if segs > 4 {
		dup := c.rnd.Int(1, 4) * lost
		c.link.Add(from.Other(), t+c.path.RTT, dup, dup*(c.head+12))
		return 1.5 * c.path.RTT
	}
	if c.rnd.Chance(0.3) { // it was late, not lost: the receiver gets it twice
		c.link.Add(from.Other(), t+c.path.RTT+0.2, 1, c.head+12)
	}
	return 0.2 + c.path.RTT
}

// Close ends the connection.
func (c *Conn) Close(t float64, by flow.Side, how Ending) float64 {
	t = max(t, c.now)
	c.Settle(t)
	other := by.Other()
	switch how {
	case Fin:
		c.link.Add(by, t, 1, c.head)
		t += c.way()
		if c.rnd.Chance(0.25) { // the other side needs a moment to close too
			c.link.Add(other, t, 1, c.head)
			t += 0.002
		}
		c.link.Add(other, t, 1, c.head)
		t += c.way()
		c.link.Add(by, t, 1, c.head)
	case Reset:
		c.link.Add(by, t, 1, 40)
	case Vanish:
		// The other side repeats its next message until it gives up.
		wait, end := 0.2+c.path.RTT, t+c.rnd.Log(15, 900)
		size := c.head + c.rnd.Int(20, 300)
		for t < end {
			c.link.Lost(other, t, 1, size)
			t += wait
			wait = min(wait*2, 120)
		}
	}
	c.half[0].owed, c.half[1].owed = 0, 0
	c.half[0].keep, c.half[1].keep = 0, 0
	c.now = t
	return t
}
