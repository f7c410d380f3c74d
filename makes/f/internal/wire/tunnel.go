package wire

import "makes/f/internal/wide"

// Tunnel is the habit of a VPN over TCP: every inner packet is a message.
type Tunnel struct {
	frame   int // bytes added to an inner packet
	hello   [4]int
	pingGap float64
	pingLen int
	mss     int // of inner connections
	extra   float64
}

// DrawTunnel draws a habit.
func DrawTunnel(h *wide.Rand) *Tunnel {
	t := &Tunnel{
		frame: wide.Range{4, 70}.Int(h), pingGap: wide.Pick(h, 5.0, 10, 10, 20, 25, 30, 60),
		pingLen: wide.Range{16, 90}.Int(h), mss: wide.Pick(h, 1200, 1300, 1360, 1400),
		extra: wide.Between(h, 0.002, 0.15),
	}
	size := func() int { return wide.Range{60, 2500}.Int(h) }
	t.hello = [4]int{size(), size(), size(), size()}
	return t
}

// ping sends the tunnel's own keep-alives in idle times.
func (t *Tunnel) ping(c *Conn) {
	now := c.T
	c.tunnel = nil // no pings while pinging
	for c.active+t.pingGap < now {
		c.T = c.active + t.pingGap
		c.Send(c.local, t.pingLen)
		c.T += c.path.RTT
		c.Send(1-c.local, t.pingLen)
	}
	c.T, c.tunnel = now, t
}

// open greets through the outer connection and readies an inner one.
func (t *Tunnel) open(outer, inner *Conn) {
	outer.Ask(t.hello[0], t.hello[1], 0.01)
	outer.Ask(t.hello[2], t.hello[3], 0.05)
	outer.Wait(wide.Between(outer.r, 0.1, 3))
	outer.tunnel, inner.outer = t, outer
	inner.T, inner.path.RTT, inner.path.MSS = outer.T, outer.path.RTT+t.extra, t.mss
}
