package mining

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/label"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Ground is what mining needs from the world around it.
type Ground struct {
	Seed  uint64
	Env   *acts.Env
	Sheet *label.Sheet
	// Outside draws a host of the internet, Inside one of the network of a given host, without logs.
	Outside func(r *rng.Rand) *tcp.Host
	Inside  func(r *rng.Rand, near *tcp.Host) *tcp.Host
	// Path draws a way within a private network or through the internet.
	Path func(r *rng.Rand, private bool) tcp.Path

	market *market
}

// Plant lets a group of hosts of one network mine in a way: pool, solo, proxy or blocked.
func (g *Ground) Plant(kind string, hosts []*tcp.Host, r rng.Rand) {
	if g.market == nil {
		g.market = newMarket(g)
	}
	switch kind {
	case "solo":
		g.solo(hosts, &r)
	case "proxy":
		g.proxy(hosts, &r)
	case "blocked":
		for _, h := range hosts {
			g.blocked(h, &r)
		}
	default:
		for _, h := range hosts {
			g.pool(h, &r)
		}
	}
}

// mines labels a pair at those of its ends that are simulated.
func (g *Ground) mines(a, b *tcp.Host, m label.Mining) {
	if a.Iface != nil {
		g.Sheet.Mines(a.Iface, b.Addr, m)
	}
	if b.Iface != nil {
		g.Sheet.Mines(b.Iface, a.Addr, m)
	}
}

// begin is when a miner starts: mostly before the log does.
func (g *Ground) begin(r *rng.Rand) clock.Time {
	if r.Chance(0.9) {
		return -clock.Secs(r.Between(1, 900))
	}
	return clock.Time(r.Float() * 0.4 * float64(g.Env.Net.Book.Limit()))
}

// quit is when somebody ends a miner: mostly not within the log.
func (g *Ground) quit(r *rng.Rand) clock.Time {
	if r.Chance(0.92) {
		return clock.Never
	}
	return clock.Time(r.Between(0.5, 1) * float64(g.Env.Net.Book.Limit()))
}

func (g *Ground) coin(r *rng.Rand) int {
	if r.Chance(0.25) {
		// The processor coins are the intruders' favourites.
		return r.Intn(7)
	}
	return r.Intn(len(coins))
}

func (g *Ground) choose(r *rng.Rand, i int) []*pool {
	list := append([]*pool(nil), g.market.pools[i]...)
	rng.Shuffle(r, list)
	return list[:min(len(list), r.Int(1, 3))]
}

func (g *Ground) pool(h *tcp.Host, r *rng.Rand) {
	i := g.coin(r)
	pools := g.choose(r, i)
	s := &stratum{env: g.Env, client: h, pools: pools, prog: newProgram(&coins[i], r), rig: newRig(r), r: r.Fork(), way: newWay(g, r, pools[0]), quit: g.quit(r), far: r.Log(0.6, 2)}
	g.enter(s, "pool")
	start := g.begin(r)
	g.Env.Sim.AddExact(s, start)
	if p := s.prog; p.donate > 0 && s.way.gate == nil && r.Chance(0.75) {
		dev := g.market.donors[i]
		d := &stratum{env: g.Env, client: h, pools: []*pool{dev}, prog: p, rig: &rig{hash: s.rig.hash}, r: r.Fork(), donor: true, main: s.rig, quit: s.quit, far: s.far}
		d.way = way{transport: "plain"}
		if r.Chance(0.5) {
			d.way = secured(dev)
		}
		g.enter(d, "donation")
		g.Env.Sim.AddExact(d, start+clock.Secs(p.each*r.Between(0.3, 1.5)))
	}
}

// enter labels what a miner's connection touches.
func (g *Ground) enter(s *stratum, kind string) {
	m := label.Mining{Kind: kind, Coin: s.pools[0].chain.name, Size: s.rig.size(), Transport: s.way.transport}
	for _, p := range s.pools {
		m.Pool = p.name
		if s.way.gate != nil {
			m.Pool = s.pools[0].name
			g.mines(s.client, s.way.gate, m)
			continue
		}
		for _, h := range p.hosts {
			g.mines(s.client, h, m)
		}
	}
}

func (g *Ground) blocked(h *tcp.Host, r *rng.Rand) {
	i := g.coin(r)
	prog := newProgram(&coins[i], r)
	fault := rng.Pick(r, tcp.Egress, tcp.Egress, tcp.Return, tcp.Silent, tcp.Refused, tcp.Slammed)
	size := newRig(r).size()
	for n, p := range g.choose(r, i) {
		w := way{transport: "plain"}
		if r.Chance(0.4) {
			w = secured(p)
		}
		m := label.Mining{Kind: "blocked", Coin: coins[i].name, Pool: p.name, Size: size, Transport: w.transport}
		for _, to := range p.hosts {
			g.mines(h, to, m)
		}
		d := &acts.Dead{Fault: fault, Retry: prog.retry, First: prog.hello[0], All: len(p.hosts) > 1}
		if w.secure {
			d.First = prog.clientHello
		}
		if r.Chance(0.5) {
			d.Attempts, d.Rest = prog.attempts, acts.Every(r.Log(20, 600), 0.1)
		}
		// Further pools get their turns between the attempts at the first.
		d.Start(g.Env, acts.Line{Client: h, Servers: p.hosts, Port: p.port, Path: p.path, Begin: g.begin(r) + clock.Time(n)*prog.retry.Wait(r, 0)}, r.Fork())
		if r.Chance(0.4) {
			break
		}
	}
}

func (g *Ground) solo(hosts []*tcp.Host, r *rng.Rand) {
	i := g.coin(r)
	for coins[i].template.lo == 0 {
		i = g.coin(r)
	}
	h := g.market.chains[i]
	node, path := hosts[0], g.Path(r, true)
	workers := hosts[1:]
	if len(workers) == 0 {
		workers = hosts
		node = g.Inside(r, hosts[0])
		if r.Chance(0.4) {
			node, path = g.Outside(r), g.Path(r, false)
		}
	}
	m := label.Mining{Coin: h.name, Pool: h.name + "-node", Size: "middle", Transport: "plain"}
	for _, w := range workers {
		s := newSolo(g, r, h, w, node, path)
		m.Kind, m.Size = "solo", s.rig.size()
		g.mines(w, node, m)
		g.Env.Sim.Add(s, g.begin(r))
	}
	if node.Iface == nil {
		return
	}
	m.Kind = "node"
	for n := r.Int(8, 24); n > 0; n-- {
		peer := g.Outside(r)
		g.mines(node, peer, m)
		l := acts.Line{Client: node, Servers: []*tcp.Host{peer}, Port: h.p2p, Path: g.Path(r, false), Begin: g.begin(r)}
		if n > 12 {
			l.Client, l.Servers = peer, []*tcp.Host{node}
		}
		gossip(h, r).Start(g.Env, l, r.Fork())
	}
}

func (g *Ground) proxy(hosts []*tcp.Host, r *rng.Rand) {
	i := g.coin(r)
	pools := g.choose(r, i)
	prog := newProgram(&coins[i], r)
	head := hosts[0]
	workers := append([]*tcp.Host(nil), hosts[1:]...)
	if len(workers) == 0 && r.Chance(0.6) {
		// Only a worker is simulated; its proxy stands elsewhere.
		workers, head = hosts, g.Inside(r, hosts[0])
	}
	if head.Iface != nil {
		for n := r.Int(1, 9); n > 0; n-- {
			workers = append(workers, g.Inside(r, head))
		}
	}
	up := &stratum{env: g.Env, client: head, pools: pools, prog: prog, rig: &rig{}, r: r.Fork(), fed: true, quit: clock.Never, far: r.Log(0.6, 2)}
	up.way = way{transport: "plain"}
	if r.Chance(0.5) {
		up.way = secured(pools[0])
	}
	inner := g.door(pools[0], head, r)
	custom := 0.0
	if r.Chance(0.3) {
		custom = r.Log(3, 60)
	}
	for _, w := range workers {
		own := newProgram(&coins[i], r)
		own.fixed = custom
		s := &stratum{env: g.Env, client: w, pools: []*pool{inner}, prog: own, rig: newRig(r), r: r.Fork(), up: up, way: way{transport: "plain"}, quit: g.quit(r), far: r.Log(0.6, 2)}
		if inner.tls.Version > 0 && r.Chance(0.2) {
			s.way = secured(inner)
		}
		up.rig.hash += s.rig.hash
		g.enter(s, "proxy")
		g.Env.Sim.AddExact(s, g.begin(r))
	}
	// The upstream's size counts against what so many workers could bring at most.
	scaled := *up.rig
	scaled.hash /= float64(len(workers))
	size := scaled.size()
	m := label.Mining{Kind: "proxy", Coin: coins[i].name, Size: size, Transport: up.way.transport}
	for _, p := range pools {
		m.Pool = p.name
		for _, to := range p.hosts {
			g.mines(head, to, m)
		}
	}
	g.Env.Sim.AddExact(up, g.begin(r))
}

// door is a proxy seen as a pool by its workers: the upstream's jobs, some of them later or fewer.
func (g *Ground) door(p *pool, head *tcp.Host, r *rng.Rand) *pool {
	d := *p
	d.name = p.name + "-proxy"
	d.hosts = []*tcp.Host{head}
	d.path = g.Path(r, true)
	d.port = rng.Pick(r, 3333, 3357, 8080, 5555, 14433, 9999, uint16(r.Int(1024, 30000)))
	d.lag += clock.Time(r.Int(5, 90)) * clock.Milli
	d.think = r.Log(0.0005, 0.01)
	if r.Chance(0.5) {
		d.think += float64(p.path.RTT) / 1e6
	}
	d.kick, d.life, d.extra, d.outs = 0, acts.Gap{}, 0, nil
	d.job.Med += float64(r.Int(-20, 30))
	return &d
}
