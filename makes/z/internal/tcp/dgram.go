package tcp

import (
	"makes/z/internal/clock"
	"makes/z/internal/flow"
	"makes/z/internal/rng"
)

// Gram is a conversation in datagrams, or of another protocol than TCP.
type Gram struct {
	flow.Flow
	net  *Net
	path Path
	over int
}

// Grams opens a conversation of datagrams; ports 0 stay 0 for protocols without ports.
func (n *Net) Grams(c, s *Host, cport, sport uint16, proto uint8, p Path) *Gram {
	g := &Gram{net: n, path: p, over: 28}
	if proto != 17 {
		g.over = 20
	}
	g.Open(n.Book, flow.Tuple{Src: c.Addr, Dst: s.Addr, SrcPort: cport, DstPort: sport, Proto: proto},
		[2]*flow.Iface{c.Iface, s.Iface}, p.RTT/2)
	return g
}

// Send transmits a payload as one datagram, or several if it is large, and tells whether and when it arrived.
func (g *Gram) Send(r *rng.Rand, side int, t clock.Time, size int) (clock.Time, bool) {
	const most = 1440
	n := max(1, (size+most-1)/most)
	span := clock.Time(0)
	if n > 8 && g.path.Rate > 0 {
		span = clock.Secs(float64(size) / g.path.Rate)
	}
	g.Add(side, t, span, n, size+n*g.over)
	return t + g.path.RTT/2 + span, !r.Chance(g.path.Loss)
}
