package world

import (
	"makes/w/internal/flow"
	"makes/w/internal/kinds"
	"makes/w/internal/rng"
)

// Lookup returns what a host does to resolve a name at a time. Organisations
// with name servers of their own see it in their logs; questions to the
// provider's resolver are not logged.
func (w *World) Lookup(h *Host, g *rng.R) func(t float64) {
	list := h.Org.services[kinds.ByName("dns-resolver")]
	if len(list) == 0 || list[0].Servers[0].Iface == h.Iface {
		return func(float64) {}
	}
	s := list[0]
	rtt := g.Log(0.0003, 0.002)
	cached := -1e9
	ask, reply := g.Int(58, 80), g.Int(74, 230)
	keep := g.Log(5, 600)
	return func(t float64) {
		if t < cached+keep {
			return
		}
		cached = t
		l := flow.NewLink(flow.End{Addr: h.Party.Addr, Port: h.Party.Ports.Next(g), Iface: h.Iface},
			flow.End{Addr: s.Servers[0].Addr, Port: s.Port, Iface: s.Servers[0].Iface}, 17, s.Label)
		count := 1 + g.IntN(2)
		l.Packet(t-0.01, true, count, count*ask)
		l.Packet(t-0.01+rtt, false, count, count*reply)
		l.Close()
	}
}
