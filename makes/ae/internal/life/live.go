package life

import (
	"makes/ae/internal/estate"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// Live lets all firms do all they do.
func Live(w *estate.World, r rnd.R) {
	shared := make([]*service, len(kinds))
	sources := make([]rnd.R, len(kinds))
	for i := range kinds {
		sources[i] = r.Sub()
	}
	for _, f := range w.Firms {
		own := r.Sub()
		for _, i := range choose(own, f) {
			k := &kinds[i]
			if k.place != "saas" {
				found(w, own.Sub(), k, f)
				continue
			}
			if shared[i] == nil {
				shared[i] = newService(w, sources[i], k)
				shared[i].servers = hosts(sources[i].Int(1, 6), func() *estate.Host { return w.Far(sources[i]) })
			}
			for _, h := range some(own, f.Hosts) {
				use(shared[i], own.Sub(), h, f)
			}
		}
		small(w, own.Sub(), f)
	}
}

// choose gives the numbers of the kinds that a firm runs: most of its trade,
// a part of what everybody has, and a few of other trades.
func choose(r rnd.R, f *estate.Firm) []int {
	var list []int
	usual, odd := r.Uni(.3, .5), 5./float64(len(kinds))
	for i := range kinds {
		switch t := kinds[i].trade; {
		case t == f.Trade && r.P(.9), t == "" && r.P(usual), t != "" && t != f.Trade && r.P(odd):
			list = append(list, i)
		}
	}
	return list
}

func hosts(n int, fresh func() *estate.Host) []*estate.Host {
	var list []*estate.Host
	for range n {
		list = append(list, fresh())
	}
	return list
}

// some draws which machines of a firm have a program: one, a few or most.
func some(r rnd.R, all []*estate.Host) []*estate.Host {
	share := rnd.Pick(r, 0, .15, .15, .3, .3, .5, .9)
	list := []*estate.Host{one(r, all)}
	for _, h := range all {
		if h != list[0] && !h.Spare && r.P(share) {
			list = append(list, h)
		}
	}
	return list
}

// one draws a machine that is in use; the first of a firm always is.
func one(r rnd.R, all []*estate.Host) *estate.Host {
	if h := all[r.IntN(len(all))]; !h.Spare {
		return h
	}
	return all[0]
}

// found sets up a service of a firm and all its clients.
func found(w *estate.World, r rnd.R, k *kind, f *estate.Firm) {
	s := newService(w, r, k)
	ours := func() *estate.Host {
		if r.P(.6) {
			return one(r, f.Hosts)
		}
		return w.Near(r, f)
	}
	clients := some(r, f.Hosts)
	thing := tcp.Thing(r)
	switch k.place {
	case "in":
		s.servers = hosts(rnd.Pick(r, 1, 1, 1, 2, 3), ours)
	case "site":
		s.servers = hosts(rnd.Pick(r, 1, 1, 2, 3, 6), func() *estate.Host { return w.Site(r, f, tcp.Thing(r)) })
		for _, l := range f.Lines {
			s.troubles = append(s.troubles, trouble{l[0], l[1], silence})
		}
	case "out":
		s.servers = hosts(rnd.Pick(r, 1, 1, 2, 2, 4), func() *estate.Host { return w.Far(r) })
	case "edge":
		s.servers = []*estate.Host{one(r, f.Hosts)}
		near := r.P(.6)
		clients = hosts(int(r.Log(2, 28)), func() *estate.Host {
			if near {
				return w.Site(r, f, thing)
			}
			return w.Anybody(r, thing)
		})
	case "serve":
		s.servers = []*estate.Host{one(r, f.Hosts)}
		clients = hosts(int(r.Log(4, 160)), func() *estate.Host { return w.Anybody(r, tcp.Outside(r)) })
	default:
		panic("place " + k.place)
	}
	for _, h := range clients {
		use(s, r.Sub(), h, f)
	}
}

// use runs all connections that one host has to a service.
func use(s *service, r rnd.R, h *estate.Host, f *estate.Firm) {
	n := s.kind.conns
	if n > 1 {
		n = r.Int(1, n)
	}
	for range n {
		c := &client{service: s, r: r.Sub(), host: h, firm: f}
		c.run()
	}
}

// small is what goes over UDP, and what the internet sends to everybody.
func small(w *estate.World, r rnd.R, f *estate.Firm) {
	end := w.Net.End()
	dns, ntp := w.Near(r, f), w.Far(r)
	traps := w.Site(r, f, tcp.Server(r))
	for _, h := range f.Hosts {
		if h.Spare {
			for t := r.Exp(9000); t < end; t += r.Exp(9000) {
				w.Ask(t, h, dns, h.Port(), 53, 40, 90)
			}
			continue
		}
		pace := r.Log(20, 600)
		for t := r.Exp(pace); t < end; t += r.Exp(pace / (.1 + f.Busy(t))) {
			w.Ask(t, h, dns, h.Port(), 53, r.Int(30, 60), r.Int(46, 300))
		}
		pace = rnd.Pick(r, 64., 256, 1024)
		for t := r.Exp(pace); t < end; t += pace {
			w.Ask(t, h, ntp, 123, 123, 48, 48)
		}
		if r.P(.2) {
			for t := r.Exp(60); t < end; t += 60 {
				w.Ask(t, traps, h, 40000+h.Iface%999, 161, r.Int(60, 90), r.Int(70, 300))
			}
		}
		if !r.P(.3) {
			continue
		}
		pace = r.Log(60, 1500)
		for t := r.Exp(pace); t < end; t += r.Exp(pace) {
			who := w.Anybody(r, tcp.Outside(r))
			wire := w.Connect(r, who, h, who.Port(), rnd.Pick(r, 22, 23, 80, 443, 445, 3389, 5900, 6379, 8080, 8545, 3333), [2]tcp.End{who.End, h.End}, estate.Between(r, who, h), true)
			wire.Silent(t, rnd.Pick(r, .5, .5, 4))
			wire.Flush()
		}
	}
}
