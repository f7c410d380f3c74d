package world

import (
	"makes/w/internal/flow"
	"makes/w/internal/kinds"
	"makes/w/internal/rng"
	"makes/w/internal/roles"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
)

// Play plays all ordinary conversations of a host.
func (w *World) Play(h *Host) {
	g := h.G
	if g.Chance(0.04) { // a spare interface, on which little happens
		for range g.Int(0, 4) {
			w.use(h, w.extra(h, g), 1, 3)
		}
		return
	}
	for _, sp := range h.Org.tools {
		if g.Chance(0.85) {
			w.use(h, sp, 1, 2)
		}
	}
	for i := range h.Role.Uses {
		it := &h.Role.Uses[i]
		w.use(h, it.Spec, g.Int(it.Lo, it.Hi), 4)
	}
	for range g.Int(2, 16) {
		w.use(h, w.extra(h, g), 1, 3)
	}
	for i := range h.Role.Serves {
		w.serve(h, &h.Role.Serves[i])
	}
	if h.Role.Public {
		w.scans(h)
	}
}

// extra picks a further program, mostly of the role's own fields.
func (w *World) extra(h *Host, g *rng.R) *talk.Spec {
	if len(h.Role.Fields) > 0 && g.Chance(0.6) {
		specs := kinds.InGroup(rng.Pick(g, h.Role.Fields))
		return &specs[g.IntN(len(specs))]
	}
	group := &kinds.Groups[g.IntN(len(kinds.Groups))]
	return &group.Specs[g.IntN(len(group.Specs))]
}

// use runs n visits of services of a kind, among the first few known ones and
// some of its own.
func (w *World) use(h *Host, sp *talk.Spec, n, known int) {
	if n == 0 {
		return
	}
	start := h.G.IntN(known)
	for i := range n {
		k := i
		if n < known {
			k = (start + i) % known
		}
		s := w.service(h, sp, k)
		if len(s.Servers) == 1 && s.Servers[0].Iface == h.Iface {
			continue
		}
		w.visit(h, s)
	}
}

// Start is when a program of a host begins: for most before the simulation.
func (h *Host) Start(g *rng.R) float64 {
	if h.Iface.From > 0 {
		return h.Iface.From + g.Between(3, 90)
	}
	return -g.Between(0, 1800)
}

func (w *World) visit(h *Host, s *talk.Service) {
	g := h.G.Child()
	v := talk.Visit{Service: s, Client: h.Party, Path: Path(g, s.Spec.At), G: g, From: h.Start(g), End: min(w.End, h.Iface.To)}
	if s.Servers[0].Iface != nil {
		v.End = min(v.End, s.Servers[0].Iface.To)
		v.From = max(v.From, s.Servers[0].Iface.From)
	}
	dead := s.Spec.Dead
	if dead == 0 {
		dead = 0.015 * h.Org.mess
	}
	if g.Chance(dead) {
		v.Fault = talk.Plausible(g)
	}
	talk.Play(v)
}

// serve plays the clients of a host that have no logged interface.
func (w *World) serve(h *Host, it *roles.Item) {
	s := w.Served(h, it.Spec)
	for range h.G.Int(it.Lo, it.Hi) {
		g := h.G.Child()
		v := talk.Visit{Service: s, Client: w.Stranger(g, h.Org, it.Place, nil), Path: Path(g, it.Place), G: g, From: h.Start(g), End: min(w.End, h.Iface.To)}
		v.Path.Far = tcp.Client
		switch {
		case g.Chance(0.004 * h.Org.mess):
			v.Fault = tcp.DeniedFar
		case g.Chance(0.12):
			v.From = g.Between(0, w.End)
		}
		talk.Play(v)
	}
}

var probed = []uint16{22, 23, 80, 443, 445, 1433, 3306, 3389, 5060, 5900, 6379, 8080, 8443, 2375, 9200, 81, 8088, 5555, 27017, 21, 25, 110, 1723, 11211, 123, 161}

// scans plays the probes of strangers at a public address.
func (w *World) scans(h *Host) {
	g := h.G.Child()
	mean := 3600 / g.Log(8, 150)
	for t := h.Iface.From + g.Exp(mean); t < h.Iface.To; t += g.Exp(mean) {
		from, port := public(g), rng.Pick(g, probed)
		if g.Chance(0.4) {
			port = uint16(g.Int(1, 65535))
		}
		l := flow.NewLink(flow.End{Addr: from, Port: uint16(g.Int(1024, 65535))}, flow.End{Addr: h.Party.Addr, Port: port, Iface: h.Iface}, 6, nil)
		l.DenyAtServer()
		size := rng.Pick(g, []int{40, 44, 40, 60, 52})
		l.Packet(t, true, 1, size)
		if size >= 52 {
			l.Packet(t+1, true, 1, size)
			l.Packet(t+3, true, 1, size)
		}
		l.Close()
	}
}
