package world

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/flow"
	"makes/z/internal/programs"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// toolkits are the provider's sets of agents: each tenant gets the one of its contract.
const toolkits = 7

// furnish puts the programs of its role on a host.
func (w *World) furnish(h *host, r rng.Rand) {
	if h.role.name == "spare" {
		// A forgotten host: an agent or two, long silences.
		w.some(h, rng.Pick(&r, "slow", "slow", "agent", "msp", "dead"), r.Int(1, 2), &r)
		return
	}
	w.agents(h, &r)
	for _, x := range h.role.runs {
		n := int(x.mean*r.Between(0.5, 1.5) + r.Float())
		w.some(h, x.tag, n, &r)
	}
	// Every host has something that does not belong to its role, and often something that is dead.
	w.some(h, rng.Pick(&r, "app", "agent", "chat", "web", "db", "broker", "queue", "dev"), r.Int(0, 3), &r)
	w.some(h, "dead", rng.Pick(&r, 0, 0, 1, 1, 2), &r)
	if r.Chance(0.12) {
		w.some(h, "vpn", 1, &r)
	}
	if r.Chance(0.05) {
		w.some(h, "chain", 1, &r)
	}
	if r.Chance(0.07) {
		w.some(h, "attack", r.Int(1, 3), &r)
	}
	if h.role.public || r.Chance(0.15) {
		w.noise(h, &r)
	}
	w.some(h, "agent", r.Int(1, 3), &r)
}

// agents installs the provider's and the tenant's standard agents.
func (w *World) agents(h *host, r *rng.Rand) {
	t := h.tenant
	kit := rng.New(w.cfg.Seed, rng.Text("kit"), t.seed%toolkits)
	msp, agent := programs.Tagged("msp"), programs.Tagged("agent")
	for range 4 {
		if p := msp[kit.Intn(len(msp))]; r.Chance(0.9) {
			w.install(h, p, r)
		}
	}
	own := rng.New(t.seed, rng.Text("own agents"))
	for range 5 {
		if p := agent[own.Intn(len(agent))]; r.Chance(0.85) {
			w.install(h, p, r)
		}
	}
}

// some installs n programs of a tag, of those that the tenant has chosen.
func (w *World) some(h *host, tag string, n int, r *rng.Rand) {
	all := programs.Tagged(tag)
	var chosen []*programs.Program
	for _, p := range all {
		c := rng.New(h.tenant.seed, rng.Text(p.Name), 1)
		if c.Chance(0.6) || len(all) < 4 {
			chosen = append(chosen, p)
		}
	}
	for n > 0 && len(chosen) > 0 {
		i := r.Intn(len(chosen))
		w.install(h, chosen[i], r)
		chosen[i] = chosen[len(chosen)-1]
		chosen = chosen[:len(chosen)-1]
		n--
	}
}

// install puts a program on a host, once.
func (w *World) install(h *host, p *programs.Program, r *rng.Rand) {
	if h.taken[p.Name] {
		return
	}
	h.taken[p.Name] = true
	t := h.tenant
	// A tenant's installations of a program are alike: the parameters are the tenant's, not the host's.
	seed := rng.New(t.seed, rng.Text(p.Name), 2)
	if r.Chance(0.15) {
		seed = r.Fork()
	}
	fresh := seed
	port := p.Ports[fresh.Intn(len(p.Ports))]
	plan := p.Make(&programs.Kit{R: &fresh, Habit: t.habit})
	if p.Clients > 0 {
		w.serve(h, p, port, plan, &seed, r)
		return
	}
	others := w.others(h, p, r)
	if p.Servers < 2 || !p.Own && r.Chance(0.5) {
		// One program that knows several addresses of its service.
		w.place(h, p, &h.Host, others, port, plan, r)
		return
	}
	for i, o := range others {
		if p.Own && i > 0 {
			own := seed.Fork()
			plan = p.Make(&programs.Kit{R: &own, Habit: t.habit})
		}
		w.place(h, p, &h.Host, []*tcp.Host{o}, port, plan, r)
	}
}

// serve lets clients come to a host.
func (w *World) serve(h *host, p *programs.Program, port uint16, plan acts.Plan, seed, r *rng.Rand) {
	n := 1
	if p.Clients > 1 {
		n = max(1, int(r.LogNormal(float64(p.Clients), 0.6)))
	}
	for i := range n {
		if p.Own && i%4 == 0 {
			own := seed.Fork()
			plan = p.Make(&programs.Kit{R: &own, Habit: h.tenant.habit})
		}
		var client *tcp.Host
		switch p.Where {
		case programs.Net, programs.Cloud:
			client = &tcp.Host{Addr: acts.Stranger(r), Stack: tcp.Draw(r, rng.Pick(r, "", "windows", "bsd", "tiny"))}
		default:
			client = w.neighbour(h, p, i, r)
		}
		w.place(h, p, client, []*tcp.Host{&h.Host}, port, plan, r)
	}
}

// neighbour is a private client: often another simulated host of the tenant.
func (w *World) neighbour(h *host, p *programs.Program, i int, r *rng.Rand) *tcp.Host {
	t := h.tenant
	if len(t.hosts) > 1 && r.Chance(0.4) && p.Clients > 1 {
		if o := t.hosts[r.Intn(len(t.hosts))]; o != h {
			return &o.Host
		}
	}
	key := "clients of " + p.Name
	for len(t.servers[key]) <= i {
		t.servers[key] = append(t.servers[key], w.inside(r, &h.Host))
	}
	return t.servers[key][i]
}

// others gives the far ends of a client's program.
func (w *World) others(h *host, p *programs.Program, r *rng.Rand) []*tcp.Host {
	t := h.tenant
	n := 1
	if p.Servers > 1 {
		n = max(1, int(r.LogNormal(float64(p.Servers), 0.4)))
	}
	var list []*tcp.Host
	switch p.Where {
	case programs.Net, programs.Cloud:
		list = w.service(p, r)
	case programs.Peer:
		for _, o := range t.hosts {
			if o != h {
				list = append(list, &o.Host)
			}
		}
		rng.Shuffle(r, list)
	}
	if len(list) == 0 {
		list = t.servers[p.Name]
		for len(list) < max(n, 2) {
			list = append(list, w.inside(r, &h.Host))
		}
		t.servers[p.Name] = list
	}
	if p.Where == programs.Peer {
		return list[:min(n, len(list))]
	}
	from := r.Intn(len(list))
	out := make([]*tcp.Host, 0, n)
	for i := range min(n, len(list)) {
		out = append(out, list[(from+i)%len(list)])
	}
	return out
}

// service gives the addresses of a public service: shared by all, with some of the tenant's own where it is self-hosted.
func (w *World) service(p *programs.Program, r *rng.Rand) []*tcp.Host {
	list := w.saas[p.Name]
	want := 6 + 3*p.Servers
	if p.Own || r.Chance(0.2) {
		// Other providers of the same kind of service.
		want = len(list) + 2 + p.Servers
	}
	for len(list) < want {
		if p.Where == programs.Cloud {
			list = append(list, w.cloud(r))
		} else {
			list = append(list, w.outside(r))
		}
	}
	w.saas[p.Name] = list
	return list
}

// place starts a program between two ends and labels the pairs.
func (w *World) place(h *host, p *programs.Program, client *tcp.Host, servers []*tcp.Host, port uint16, plan acts.Plan, r *rng.Rand) {
	private := p.Where == programs.Private || p.Where == programs.Peer
	l := acts.Line{Client: client, Servers: servers, Port: port, Path: path(r, private), Begin: -clock.Secs(r.Between(0, 900))}
	if p.Where == programs.Cloud {
		l.Path = tcp.Path{RTT: clock.Secs(r.Log(0.0005, 0.004)), Loss: 1e-6, Rate: 8e7, MSS: 1460}
	}
	if r.Chance(0.06) {
		l.Begin = clock.Time(r.Float() * float64(w.Book.Limit()))
	}
	for _, s := range servers {
		w.name(client.Iface, s.Addr, p.Name)
		w.name(s.Iface, client.Addr, p.Name)
	}
	plan.Start(w.env, l, r.Fork())
}

func (w *World) name(at *flow.Iface, remote uint32, program string) {
	if at != nil {
		w.Sheet.Ordinary(at, remote, program)
	}
}

// noise is what the internet sends to every public address.
func (w *World) noise(h *host, r *rng.Rand) {
	s := &acts.Scan{Ports: []uint16{22, 23, 80, 443, 445, 3389, 8080, 8443, 6379, 5900, 2375, 5060, 1433, 3306, 25, 21, 8545, 3333, 9200},
		Every: acts.Expo(r.Log(20, 400)), Burst: r.Log(0.2, 2), Inward: true, Open: r.Log(0.005, 0.1), Sticky: r.Between(0.2, 0.6)}
	s.Start(w.env, acts.Line{Client: &h.Host, Servers: []*tcp.Host{&h.Host}, Path: path(r, false)}, r.Fork())
	w.some(h, "srv-noise", rng.Pick(r, 0, 0, 1), r)
}
