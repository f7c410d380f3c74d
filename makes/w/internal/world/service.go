package world

import (
	"makes/w/internal/rng"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
)

// Address draws an unused address at a place, as an organisation sees it.
func (w *World) Address(g *rng.R, o *Org, p talk.Place) uint32 {
	return w.addr.take(func() uint32 {
		switch p {
		case talk.VPC:
			return within(g, o.network)
		case talk.Site:
			return within(g, o.site)
		case talk.Cloud:
			return cloudRange(g)
		case talk.Partner:
			if g.Chance(0.5) {
				return within(g, o.partner)
			}
		}
		return public(g)
	})
}

// Stranger draws a host without a logged interface.
func (w *World) Stranger(g *rng.R, o *Org, p talk.Place, families []tcp.Family) talk.Party {
	f := tcp.Linux
	switch {
	case len(families) > 0:
		f = rng.Pick(g, families)
	case p == talk.VPC || p == talk.Site:
		if g.Chance(o.windows) {
			f = tcp.Windows
		}
	case g.Chance(0.15):
		f = rng.Pick(g, []tcp.Family{tcp.Windows, tcp.BSD, tcp.Unix, tcp.OldLinux})
	}
	jumbo := p == talk.VPC && o.jumbo
	return talk.Party{Addr: w.Address(g, o, p), Stack: tcp.NewStack(g, f, jumbo), Ports: hostPorts(g, f), Zone: o.Zone}
}

// Path draws the way between a host and a place.
func Path(g *rng.R, p talk.Place) tcp.Path {
	q := tcp.Path{Far: tcp.Server, MTU: 9001}
	switch p {
	case talk.VPC:
		q.RTT, q.Loss, q.Rate = g.Log(0.0002, 0.0016), g.Log(1e-7, 1e-5), g.Log(2e7, 4e8)
		if g.Chance(0.1) {
			q.MTU = 8500
		}
	case talk.Cloud:
		q.RTT, q.Loss, q.Rate, q.MTU = g.Log(0.0006, 0.006), g.Log(1e-7, 1e-5), g.Log(1e7, 2e8), 1500
	case talk.Site:
		q.RTT, q.Loss, q.Rate = g.Log(0.002, 0.05), g.Log(1e-6, 1e-3), g.Log(5e5, 3e7)
		q.MTU = rng.Pick(g, []int{1500, 1500, 1476, 1446, 1399, 1420})
	case talk.Partner:
		q.RTT, q.Loss, q.Rate = g.Log(0.003, 0.12), g.Log(1e-6, 2e-3), g.Log(2e5, 1e7)
		q.MTU = rng.Pick(g, []int{1500, 1500, 1420, 1400, 1399})
	default:
		q.RTT, q.Loss, q.Rate = g.Log(0.002, 0.22), g.Log(1e-6, 4e-3), g.Log(3e5, 3e7)
		q.MTU = rng.Pick(g, []int{1500, 1500, 1500, 1500, 1492, 1480, 1440})
	}
	if (p == talk.World || p == talk.Partner) && g.Chance(0.6) {
		q.NATIdle = rng.Pick(g, []float64{350, 350, 350, 900, 3600})
	} else if p == talk.Site && g.Chance(0.3) {
		q.NATIdle = rng.Pick(g, []float64{900, 1800, 3600, 7200})
	}
	return q
}

// service finds the n-th service of a kind that a host may use.
func (w *World) service(h *Host, sp *talk.Spec, n int) *talk.Service {
	if sp.At == talk.World {
		list := w.open[sp]
		if n >= len(list) {
			list = append(list, w.newService(h, sp, nil))
			w.open[sp] = list
			n = len(list) - 1
		}
		return list[n]
	}
	list := h.Org.services[sp]
	if n >= len(list) {
		list = append(list, w.newService(h, sp, w.serving(h, sp, len(list))))
		h.Org.services[sp] = list
		n = len(list) - 1
	}
	return list[n]
}

// serving finds a host of the organisation that offers a kind.
func (w *World) serving(h *Host, sp *talk.Spec, n int) *Host {
	for _, other := range h.Org.Hosts {
		if other != h && other.Role.ServesKind(sp) {
			if n == 0 {
				return other
			}
			n--
		}
	}
	return nil
}

func (w *World) newService(h *Host, sp *talk.Spec, at *Host) *talk.Service {
	if at != nil {
		return w.Served(at, sp)
	}
	g := w.g.Child()
	var servers []talk.Party
	for range max(1, int(sp.Addrs.Draw(g).Mid+0.5)) {
		servers = append(servers, w.Stranger(g, h.Org, sp.At, sp.Servers))
	}
	s := talk.Tune(g, sp, servers, w.End)
	s.Zone = h.Org.Zone
	return s
}

// Served is the service of a kind that a host itself offers.
func (w *World) Served(h *Host, sp *talk.Spec) *talk.Service {
	s := h.served[sp]
	if s == nil {
		s = talk.Tune(w.g.Child(), sp, []talk.Party{h.Party}, w.End)
		s.Zone = h.Org.Zone
		h.served[sp] = s
	}
	return s
}
