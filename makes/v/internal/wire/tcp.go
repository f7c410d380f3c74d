package wire

import (
	"math"

	"makes/v/internal/rng"
)

// Conn is a TCP connection.
type Conn struct {
	w     Wire
	r     *rng.R
	stack [2]*Stack
	mss   int
	hdr   int
	owd   float64
	loss  float64
	rate  float64
	keep  [2]float64 // idle seconds before a side probes, 0 for never
	owes  [2]int     // segments a side has not acknowledged
	due   [2]float64 // when it must
	quick [2]int
	last  float64
}

// NewConn prepares a connection of two stacks over a wire.
func NewConn(w Wire, p *Path, client, server *Stack, keep [2]float64, r *rng.R) *Conn {
	c := &Conn{w: w, r: r, stack: [2]*Stack{client, server}, owd: p.RTT / 2, loss: p.Loss, rate: p.Rate, keep: keep}
	opt := 0
	if client.Stamps && server.Stamps {
		opt = 12
	}
	c.hdr = 40 + opt
	c.mss = p.MTU - c.hdr
	c.quick = [2]int{client.Quick, server.Quick}
	return c
}

// Open shakes hands and returns when the client may send.
func (c *Conn) Open(at float64) float64 {
	c.w.Put(at, Client, 1, 40+c.stack[0].SynOpts)
	if c.r.Float64() < c.loss {
		at += 1
		c.w.Put(at, Client, 1, 40+c.stack[0].SynOpts)
	}
	at += c.owd
	opts := min(c.stack[0].SynOpts, c.stack[1].SynOpts)
	c.w.Put(at, Server, 1, 40+opts)
	at += c.owd
	c.w.Put(at, Client, 1, c.hdr)
	c.last = at
	return at
}

// Tick implements Link: acknowledgements that fell due and keep-alive probes.
func (c *Conn) Tick(at float64) {
	for s := range c.owes {
		if c.owes[s] > 0 && c.due[s] <= at {
			c.w.Put(c.due[s], Side(s), 1, c.hdr)
			c.owes[s] = 0
		}
	}
	for s := range c.keep {
		if c.keep[s] == 0 {
			continue
		}
		for c.last+c.keep[s] < at {
			c.last += c.keep[s]
			c.w.Put(c.last, Side(s), 1, c.hdr+c.stack[s].Probe)
			sack := 0
			if c.stack[s].Probe > 0 && c.hdr == 40 {
				sack = 12
			}
			c.w.Put(c.last+c.owd, Side(1-s), 1, c.hdr+sack)
		}
	}
}

const slice = 192 << 10

// Send implements Link.
func (c *Conn) Send(at float64, from Side, n int) float64 {
	if at-c.last > 0.01 || c.owes[0]+c.owes[1] > 0 {
		c.Tick(at)
	}
	if n <= slice {
		return c.burst(at, from, n)
	}
	// A long transfer goes at the rate of the path, a second or so at a time.
	part := int(max(slice, c.rate*c.r.Uni(0.7, 1.3)))
	for n > 0 {
		m := min(n, part)
		c.burst(at, from, m)
		n -= m
		at += float64(m) / c.rate
	}
	return at + c.owd
}

func (c *Conn) burst(at float64, from Side, n int) float64 {
	to := from.Other()
	segs := (n + c.mss - 1) / c.mss
	if segs == 0 {
		segs, n = 1, 1
	}
	c.owes[from] = 0 // data carries the acknowledgement
	c.w.Put(at, from, segs, n+segs*c.hdr)
	end := at + c.owd
	if segs > 10 {
		// Slow start takes a few round trips.
		end += 2 * c.owd * math.Log2(float64(segs)/10+1) * 0.7
	}
	if c.loss > 0 && c.r.Float64() < c.loss*math.Sqrt(float64(segs)) {
		end = c.retransmit(at, from, n, segs, end)
	}
	s := c.stack[to]
	got := c.owes[to] + segs
	acks := 0
	switch {
	case c.quick[to] > 0:
		c.quick[to] -= segs
		acks, got = (segs+1)/2, 0
	case got >= 2:
		acks = max(1, got/s.Every)
		got = 0
		if segs%2 == 1 && segs < 4 && c.r.Chance(0.5) {
			got = 1
		}
	}
	if acks > 0 {
		c.w.Put(end, to, acks, acks*c.hdr)
	}
	if got > 0 && c.owes[to] == 0 {
		c.due[to] = end + s.DelAck
	}
	c.owes[to] = got
	c.last = max(c.last, end)
	return end
}

// retransmit repeats one segment, after loss or for a timer that was too short.
func (c *Conn) retransmit(at float64, from Side, n, segs int, end float64) float64 {
	size := min(n, c.mss) + c.hdr
	wait := 0.2 + 2*c.owd
	if segs > 3 {
		wait = 2 * c.owd
		c.w.Put(end, from.Other(), 2, 2*(c.hdr+12))
	}
	if c.r.Chance(0.7) {
		c.w.Lost(at+wait, from, 1, size)
	} else {
		c.w.Put(at+wait, from, 1, size)
		c.w.Put(end+wait, from.Other(), 1, c.hdr+12)
	}
	return end + wait
}

// Close implements Link.
func (c *Conn) Close(at float64, by Side, how How) {
	c.Tick(at)
	o := by.Other()
	switch how {
	case Fin:
		c.w.Put(at, by, 1, c.hdr)
		at += c.owd
		if c.r.Chance(0.25) {
			c.w.Put(at, o, 1, c.hdr)
			at += c.r.Uni(0, 0.05)
		}
		c.w.Put(at, o, 1, c.hdr)
		c.w.Put(at+c.owd, by, 1, c.hdr)
	case Rst:
		c.w.Put(at, by, 1, 40)
	}
	c.owes = [2]int{}
	c.w.Flush()
}

// Flush implements Link.
func (c *Conn) Flush() { c.w.Flush() }

// Mute sends a request that is never answered: the segment is repeated with
// growing pauses until the program gives up; it returns when.
func (c *Conn) Mute(at float64, n int, patience float64) float64 {
	end, rto := at+patience, 0.2+2*c.owd
	for t := at; t < end; t += rto {
		c.w.Lost(t, Client, 1, min(n, c.mss)+c.hdr)
		rto *= 2
	}
	c.w.Lost(end, Client, 1, c.hdr)
	c.w.Flush()
	return end
}
