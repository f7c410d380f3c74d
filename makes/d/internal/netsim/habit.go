package netsim

import "math"

// Habit is something that happens again and again on a connection.
type Habit struct {
	Gap func() float64 // seconds until the next time
	Do  func()
	at  float64
}

// Live lets several habits run side by side until the connection ends.
func (c *Conn) Live(habits ...*Habit) {
	if c.closed {
		return
	}
	for _, h := range habits {
		h.at = c.p.Now + h.Gap()
	}
	for {
		next := &Habit{at: math.Inf(1)}
		for _, h := range habits {
			if h.at < next.at {
				next = h
			}
		}
		if !c.Wait(max(0, next.at-c.p.Now)) {
			return
		}
		next.Do()
		if c.closed {
			return
		}
		next.at = c.p.Now + next.Gap()
	}
}

// Closed tells whether the connection has ended.
func (c *Conn) Closed() bool { return c.closed }

// Datagram sends a UDP question and gets its answer, if any.
func (p *Proc) Datagram(peer *Peer, port, request, answer int) {
	p.port = nextPort(p.port)
	k := Key{Src: p.Host.Addr, Dst: peer.Addr, SrcPort: p.port, DstPort: uint16(port), Protocol: UDP}
	out := flow{host: p.Host, key: k, proc: p, peer: peer.Addr, last: p.Now}
	out.add(p.Now, 1, 28+request)
	if answer > 0 {
		k.Src, k.Dst, k.SrcPort, k.DstPort = k.Dst, k.Src, k.DstPort, k.SrcPort
		in := flow{host: p.Host, key: k, proc: p, peer: peer.Addr, last: p.Now}
		in.add(p.Now+peer.RTT, 1, 28+answer)
	}
}
