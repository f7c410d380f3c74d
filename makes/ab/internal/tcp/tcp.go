// Package tcp makes packets of messages: segments, acknowledgements,
// keep-alives, repeats, beginnings and ends.
package tcp

import (
	"makes/ab/internal/flow"
	"makes/ab/internal/rng"
)

// End is one side of a connection. Iface is -1 if it is none of ours.
type End struct {
	Addr  uint32
	Port  uint16
	Iface int
	OS    *OS
}

// Path is what lies between the ends.
type Path struct {
	RTT  float64
	Loss float64 // share of segments sent again
	MTU  int     // largest packet, headers included
}

// Conn is a connection; side 0 opened it.
type Conn struct {
	r     *rng.R
	ends  [2]End
	path  Path
	hdr   int
	mss   int
	seen  [2][2]*flow.Half // by direction, then by interface
	owed  [2]int           // segments not yet acknowledged by this side
	due   [2]float64       // when it will
	quick [2]int
	cwnd  [2]int
	sent  [2]float64 // last data of this side
	last  float64    // last packet of all
	alive [2]float64 // idle time before a probe, 0 for none
}

// New returns a connection on which nothing has been sent.
func New(l *flow.Log, r *rng.R, client, server End, path Path, action uint8) *Conn {
	c := &Conn{r: r, ends: [2]End{client, server}, path: path, hdr: 40}
	c.mss = min(client.OS.mss, server.OS.mss, path.MTU-40)
	if client.OS.stamps && server.OS.stamps {
		c.hdr, c.mss = 52, c.mss-12
	}
	for side, e := range c.ends {
		c.quick[side], c.cwnd[side] = e.OS.quick, e.OS.window
		if e.Iface >= 0 {
			c.seen[0][side] = l.Half(e.Iface, client.Addr, server.Addr, client.Port, server.Port, 6, action)
			c.seen[1][side] = l.Half(e.Iface, server.Addr, client.Addr, server.Port, client.Port, 6, action)
		}
	}
	return c
}

// KeepAlive lets a side probe after so many idle seconds.
func (c *Conn) KeepAlive(side int, idle float64) { c.alive[side] = idle }

// RTT is the path's round trip time.
func (c *Conn) RTT() float64 { return c.path.RTT }

// Settle marks a connection that was open before the run began.
func (c *Conn) Settle(t float64) {
	c.last, c.sent = t, [2]float64{t, t}
	c.quick = [2]int{}
}

// packets lets packets of a side leave at a time. An end's interface sees its
// own at once, and the other's half a round trip later.
func (c *Conn) packets(dir int, t float64, n, bytes int) {
	if h := c.seen[dir][dir]; h != nil {
		h.Add(t, n, bytes)
	}
	if h := c.seen[dir][1-dir]; h != nil {
		h.Add(t+c.path.RTT/2, n, bytes)
	}
	c.last = max(c.last, t)
}

func (c *Conn) ack(dir int, t float64) {
	c.packets(dir, t, 1, c.hdr)
	c.owed[dir] = 0
}

// Advance does what is due before a time: acknowledgements and probes.
func (c *Conn) Advance(t float64) {
	for side := range c.owed {
		if c.owed[side] > 0 && c.due[side] < t {
			c.ack(side, c.due[side])
		}
	}
	for {
		side, at := -1, t
		for s, idle := range c.alive {
			if idle > 0 && c.last+idle < at {
				side, at = s, c.last+idle
			}
		}
		if side < 0 {
			return
		}
		c.packets(side, at, 1, c.hdr+c.ends[side].OS.probe)
		c.packets(1-side, at+c.path.RTT/2, 1, c.hdr)
	}
}

// Send sends a message and returns when all of it has come.
func (c *Conn) Send(dir int, t float64, n int) float64 {
	c.Advance(t)
	if n <= 0 {
		return t + c.path.RTT/2
	}
	c.owed[dir] = 0 // data carries the acknowledgement
	if t-c.sent[dir] > 1+4*c.path.RTT {
		c.cwnd[dir] = c.ends[dir].OS.window // slow start after silence
	}
	for n > 0 {
		segs := (n + c.mss - 1) / c.mss
		bytes := n
		if segs > c.cwnd[dir] {
			segs, bytes = c.cwnd[dir], c.cwnd[dir]*c.mss
		}
		n -= bytes
		c.packets(dir, t, segs, bytes+segs*c.hdr)
		t += c.lose(dir, t, segs, bytes)
		c.sent[dir] = t
		c.receive(1-dir, t+c.path.RTT/2, segs, n > 0)
		if n > 0 {
			t += max(c.path.RTT, float64(segs)*2e-6)
			c.cwnd[dir] = min(2*c.cwnd[dir], 1024)
		}
	}
	return t + c.path.RTT/2
}

// lose repeats some segments, and returns the delay that this makes.
func (c *Conn) lose(dir int, t float64, segs, bytes int) float64 {
	if c.path.Loss == 0 || !c.r.P(c.path.Loss*float64(min(segs, 50))) {
		return 0
	}
	size := min(bytes, c.mss) + c.hdr
	if segs > 4 {
		// Three duplicate acknowledgements with SACK bring a fast repeat.
		c.packets(1-dir, t+c.path.RTT/2, 3, 3*(c.hdr+12))
		c.packets(dir, t+c.path.RTT, 1, size)
		c.cwnd[dir] = max(2, c.cwnd[dir]/2)
		return c.path.RTT
	}
	wait := max(0.2, 2*c.path.RTT)
	for {
		c.packets(dir, t+wait, 1, size)
		if !c.r.P(0.1) || wait > 5 {
			return wait
		}
		wait *= 3
	}
}

// receive decides how a side acknowledges segments.
func (c *Conn) receive(side int, t float64, segs int, more bool) {
	os := c.ends[side].OS
	if c.quick[side] > 0 {
		n := min(c.quick[side], segs)
		c.quick[side] -= n
		acks := (n + 1) / 2
		c.packets(side, t, acks, acks*c.hdr)
		segs -= n
	}
	owed := c.owed[side] + segs
	every := os.every
	if owed > 16 {
		every *= 2 + int(c.r.Bits()%3) // what the card has put together
	}
	if acks := owed / every; acks > 0 {
		c.packets(side, t, acks, acks*c.hdr)
		owed %= every
	}
	if more && owed > 0 {
		owed = 0
	}
	if c.owed[side] == 0 || owed < c.owed[side] {
		c.due[side] = t + os.delay
	}
	c.owed[side] = owed
}

// Local is the client's address.
func (c *Conn) Local() uint32 { return c.ends[0].Addr }
