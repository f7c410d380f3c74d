package roles

import (
	"makes/x/internal/ordinary"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/talk"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// Offers are the kinds that a host with this role serves, chosen before any
// host lives, so that others find it.
func (ro *Role) Offers(r *rnd.Rand) []string {
	var out []string
	for _, s := range ro.serves {
		out = append(out, rnd.Pick(r, s.names))
	}
	return out
}

// Live plays everything ordinary that a host does.
func (t *Town) Live(h *site.Host, ro *Role, offers []string, until float64) {
	r := rnd.New(t.seed, "live", h.NIC.Index)
	d := &day{Town: t, h: h, r: r, until: until}
	if ro.Gateway {
		d.translate()
	}
	if ro.Spells {
		for at := r.Between(-900, 1800); at < until; at += r.Log(900, 20000) {
			begin := at
			at += r.Log(60, 5400)
			d.spells = append(d.spells, [2]float64{begin, min(at, until)})
		}
	}
	uses := ro.uses
	switch {
	case ro.Quiet:
		uses = []use{{"config", span(0, 1)}, {"cloud", span(0, 0.8)}, {"broken", span(0, 0.7)}}
	case ro.Light:
		uses = append([]use{{"cloud", span(0, 2)}, {"observe", span(0, 1)}, {"config", span(0, 1)}}, uses...)
	default:
		uses = append(append([]use{}, base...), uses...)
		d.serve(rnd.Pick(r, watched.names), r.Count(watched.clients), watched.where)
	}
	done := map[string]bool{}
	for _, u := range uses {
		list := t.inUse[u.group]
		for range r.Count(u.count) {
			k := rnd.Pick(r, list)
			if !done[k.Name] {
				done[k.Name] = true
				d.use(k)
			}
		}
	}
	for i, s := range ro.serves {
		d.serve(offers[i], r.Count(s.clients), s.where)
	}
	if h.Public {
		d.noise()
	}
}

// day is one host's life.
type day struct {
	*Town
	h     *site.Host
	r     *rnd.Rand
	until float64
	// spells are the times at which the host runs, if it does not always run.
	spells [][2]float64
}

// hours draws when a program runs: most often all the time.
func (d *day) hours() (from, to float64) {
	from, to = -d.r.Between(5, 900), d.until
	switch x := d.r.Float64(); {
	case x < 0.06:
		from = d.until * d.r.Float64()
	case x < 0.12:
		to = d.until * d.r.Float64()
	}
	return from, to
}

// use has the host run a program that talks to its servers.
func (d *day) use(k *ordinary.Kind) {
	s := d.service(d.r, k)
	n := max(1, d.r.Count(k.Peers))
	local := d.h.Address(d.r)
	spells := d.spells
	if spells == nil {
		from, to := d.hours()
		spells = [][2]float64{{from, to}}
	}
	for range n {
		p := d.peer(d.r, s)
		for _, x := range spells {
			d.play(s, k.Name, local, p, k.In, x[0], x[1], 0)
		}
	}
}

func (d *day) play(s *service, name string, local uint32, p site.Peer, in bool, from, to float64, instance uint32) {
	e := &talk.Env{R: d.r, Port: s.port, Suite: s.suite, From: from, To: to, Busy: d.h.Busy}
	out := s.kind.Where == site.Cloud || s.kind.Where == site.Edge || s.kind.Where == site.World
	if d.proxy != nil && out && !in && s.suite != nil && instance == 0 && d.r.Chance(0.7) {
		p, name = *d.proxy, "forward-proxy"
		e.Port, e.Proxy = 3128, 1
	}
	e.Link = d.h.Link(local, p, name)
	if e.Link == nil {
		return
	}
	if instance != 0 && !e.Link.For(instance) {
		return
	}
	if in {
		e.Client = wire.Far
	}
	s.player.Play(e)
}

// serve has the host offer a service to some clients.
func (d *day) serve(name string, clients int, where site.Where) {
	k := ordinary.Find(name)
	s := d.service(d.r, k)
	// Each server is used in its own way.
	mine := &service{kind: k, player: k.Body.Draw(d.r), port: s.port, suite: s.suite}
	local := d.h.NIC.Addrs[0]
	for range clients {
		p := d.net.Peer(d.r, where)
		p.Stack = tcp.Client(d.r)
		if where == site.Inside {
			p.Stack = tcp.Server(d.r)
		}
		from, to := d.hours()
		if where == site.Home && d.r.Chance(0.6) {
			// People come for a part of the day.
			from = max(from, d.until*d.r.Between(-0.3, 1))
			to = min(to, from+d.r.Log(600, 40000))
		}
		d.play(mine, name, local, p, true, from, to, 0)
	}
}

// translate has the host be the way out for instances that are not simulated.
func (d *day) translate() {
	instances := make([]uint32, d.r.Int(4, 25))
	for i := range instances {
		instances[i] = d.net.Private(d.r)
	}
	groups := []string{"cloud", "security", "observe", "config", "web", "chat", "chain", "mail", "remote", "ci", "stream", "finance"}
	for range d.r.Int(25, 90) {
		k := rnd.Pick(d.r, d.inUse[rnd.Pick(d.r, groups)])
		if k.In || k.Where == site.Inside || k.Where == site.Nearby {
			continue
		}
		s := d.service(d.r, k)
		p := d.peer(d.r, s)
		if p.Addr>>24 == 10 || p.Addr>>20 == 0xac1 {
			continue // reached by a private endpoint
		}
		from, to := d.hours()
		d.play(s, k.Name, d.h.NIC.Addrs[0], p, false, from, to, rnd.Pick(d.r, instances))
	}
}
