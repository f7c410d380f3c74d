package fleet

import (
	"fmt"

	"makes/u/internal/addr"
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/prog"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// Run simulates everything; the first miners hosts mine, in the given kinds
// in turn.
func (w *World) Run(miners int, kinds []string) {
	for i, h := range w.hosts {
		r := w.rnd.Sub(fmt.Sprint("life/", i))
		w.clientSide(h, r)
		for _, s := range h.role.serves {
			w.serverSide(h, s, r)
		}
		if h.open {
			w.noise(h, r)
		}
	}
	w.mine(miners, kinds)
}

// clientSide runs the programs of a host that connect to others.
func (w *World) clientSide(h *host, r *rng.R) {
	agents := use{prog.Agent, 3, 8}
	if h.role.uses == nil && h.role.serves == nil {
		agents = use{prog.Agent, 0, 1}
	}
	uses := append([]use{agents}, h.role.uses...)
	if agents.lo > 0 && r.Chance(0.3) { // hosts have odd things on them too
		uses = append(uses, use{prog.Group(r.Int(int(prog.Chat), int(prog.Web))), 1, 3})
	}
	for _, u := range uses {
		kinds := prog.Of(u.group)
		for range r.Int(u.lo, u.hi) {
			w.program(h, rng.Pick(r, kinds...), r)
		}
	}
}

// program lets a host talk to a service of a kind, or to a few of them.
func (w *World) program(h *host, k *prog.Kind, r *rng.R) {
	peers := 1
	if r.Chance(0.25) {
		peers = r.Int(2, 4)
	}
	if k.Group == prog.Bulk && r.Chance(0.3) || k.Name == "chain-node-peer" {
		peers = r.Int(4, 24)
	}
	if k.Name == "activitypub-delivery" || k.Name == "crawler-fetch" {
		peers = r.LogInt(10, 200)
	}
	for range peers {
		n := int(r.Log(1, 6)) - 1
		if peers > 4 {
			n = r.Int(0, 400)
		}
		s := w.pick(h, k, n, r)
		for range s.spec.Count() {
			w.line(h.party, h.party, s, k.Name, h.zone, r)
		}
	}
}

// pick chooses the service of a kind that a host uses.
func (w *World) pick(h *host, k *prog.Kind, n int, r *rng.R) *service {
	switch {
	case r.Chance(0.04):
		return w.dead(h.net, k, min(n, 1))
	case k.Place == prog.In || k.Place == prog.Either && r.Chance(0.35):
		return w.inside(h.net, k, min(n, 2))
	}
	return w.outside(k, n)
}

// line runs the conversation of a client with a service.
func (w *World) line(client, logged *talk.Party, s *service, name string, zone float64, r *rng.R) {
	if len(s.parties) == 1 && s.parties[0] == client {
		return
	}
	if s.spec.Fixed() {
		for _, p := range s.parties {
			key := [2]uint32{min(client.Addr, p.Addr), max(client.Addr, p.Addr)}
			if w.fixed[key] {
				return
			}
			w.fixed[key] = true
		}
	}
	path := s.path
	path.RTT *= r.Uniform(0.85, 1.2)
	l := &talk.Line{Log: w.log, Spec: s.spec, Client: client, Servers: s.parties, Path: path, Fault: s.fault, Down: s.down,
		Zone: zone, Tag: w.tag(name), R: rng.New(r.Uint64(), name)}
	if logged != client { // a consumer has his own way to the host
		l.Path = talk.Home(r)
		if s.inside {
			l.Path = talk.Private(r)
		}
	}
	l.Run()
}

// serverSide runs what others do with a host's service.
func (w *World) serverSide(h *host, sv serve, r *rng.R) {
	count := r.LogInt(sv.lo, sv.hi)
	for range r.Int(1, 2) {
		k := prog.Named(rng.Pick(r, sv.kinds...))
		s := &service{spec: k.Make(r.Sub(fmt.Sprint("serve/", h.party.Iface.ID, k.Name))), parties: []*talk.Party{h.party},
			down: w.outages(r, 0.05), inside: !sv.homes}
		if sv.homes && !h.open { // it stands behind balancers, which are its clients
			s.inside = true
			count = min(count, 12)
		}
		for range count {
			w.line(w.client(h, s.inside, k.Group, r), h.party, s, k.Name, h.zone, r)
		}
		count = max(1, count/3)
	}
}

// client makes one client of a host that is not itself logged, or takes
// another logged host of the network.
func (w *World) client(h *host, inside bool, g prog.Group, r *rng.R) *talk.Party {
	if inside {
		if r.Chance(0.3) {
			if other := rng.Pick(r, h.net.hosts...); other != h {
				return other.party
			}
		}
		return &talk.Party{Addr: h.net.Take(), Stack: rng.Pick(r, wire.Linux, wire.Linux, wire.LinuxNew), Up: clock.Forever}
	}
	c := &talk.Party{Addr: addr.Public(r), Up: clock.Forever}
	if g == prog.Things {
		c.Stack = rng.Pick(r, wire.Embedded, wire.Embedded, wire.Linux, wire.LinuxBare)
		if r.Chance(0.7) {
			return c
		}
	} else {
		c.Stack = rng.Pick(r, wire.Apple, wire.Linux, wire.Windows, wire.Windows, wire.Linux, wire.BSD)
	}
	c.Up = w.presence(h.zone, r)
	return c
}

// presence draws when a consumer is online.
func (w *World) presence(zone float64, r *rng.R) clock.Spans {
	var s clock.Spans
	long, pause := r.Log(120, 9000), r.Log(600, 20000)
	for t := -r.Uniform(0, pause); t < w.log.Length(); {
		if !r.Chance(clock.Evening.Level(t, zone)) {
			t += pause * 0.3
			continue
		}
		to := t + r.Exp(long)
		s = append(s, clock.Span{From: t, To: to})
		t = to + r.Exp(pause)
	}
	return s
}

// noise runs the scans of the internet against a host, which its security
// group drops.
func (w *World) noise(h *host, r *rng.R) {
	pause := 3600 / r.Log(4, 60)
	ports := []uint16{22, 23, 80, 443, 445, 1433, 2375, 3306, 3389, 3333, 5060, 5432, 5900, 6379, 8080, 8443, 8545, 9200, 27017}
	var f flow.Flow
	for t := r.Exp(pause); t < w.log.Length(); t += r.Exp(pause) {
		if !h.party.Up.Has(t) {
			continue
		}
		from := flow.End{Addr: addr.Public(r), Port: uint16(r.Int(1024, 65535))}
		to := flow.End{Addr: h.party.Addr, Port: rng.Pick(r, ports...), Iface: h.party.Iface}
		if r.Chance(0.4) {
			to.Port = uint16(r.Int(1, 65535))
		}
		proto, size := uint8(flow.TCP), rng.Pick(r, 40, 44, 44, 60)
		if r.Chance(0.08) {
			proto, size = flow.UDP, r.Int(29, 140)
		}
		f.Start(w.log, from, to, proto, nil)
		f.Deny(flow.Server, flow.Client)
		for n := range rng.Pick(r, 1, 1, 1, 2, 3) {
			f.Add(flow.Client, t+float64(n*n), 1, size)
		}
	}
	f.Flush()
}
