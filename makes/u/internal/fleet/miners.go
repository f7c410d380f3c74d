package fleet

import (
	"fmt"

	"makes/u/internal/addr"
	"makes/u/internal/clock"
	"makes/u/internal/mine"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// mine runs the miners.
func (w *World) mine(miners int, kinds []string) {
	var group []*host
	left := 0
	for i, h := range w.hosts[:miners] {
		r := w.rnd.Sub(fmt.Sprint("miner/", i))
		switch kinds[i%len(kinds)] {
		case "pool":
			w.poolMiner(h, wire.Healthy, r)
		case "solo":
			w.soloMiner(h, r)
		case "blocked":
			w.poolMiner(h, rng.Pick(r, wire.DeniedOut, wire.DeniedOut, wire.Silent, wire.Refused, wire.Refused, wire.DeniedBack), r)
		case "proxy":
			if left == 0 {
				left = r.Int(1, 6)
			}
			group = append(group, h)
			if left--; left == 0 {
				w.star(group, r)
				group = nil
			}
		}
	}
	if len(group) > 0 {
		w.star(group, w.rnd.Sub("last star"))
	}
}

// coin chooses a coin; the one for processors is the most frequent.
func (w *World) coin(r *rng.R) *mine.Coin {
	if r.Chance(0.3) {
		return mine.Coins[0]
	}
	return rng.Pick(r, mine.Coins...)
}

// pool returns the nth pool of a coin.
func (w *World) pool(c *mine.Coin, n int) *mine.Pool {
	key := fmt.Sprint("pool/", c.Name, "/", n)
	p := w.pools[key]
	if p == nil {
		p = mine.NewPool(c, n, w.log.Length(), w.rnd.Sub(key))
		w.pools[key] = p
	}
	return p
}

// choose draws a list of pools in the order of preference.
func (w *World) choose(c *mine.Coin, most int, r *rng.R) []*mine.Pool {
	count := 3
	if c == mine.Coins[0] {
		count = 12
	}
	var list []*mine.Pool
	for _, n := range r.Perm(count)[:r.Int(1, min(most, count))] {
		list = append(list, w.pool(c, n))
	}
	return list
}

// miner is the party of a host's miner program, which may run for a part of
// the time only.
func (w *World) miner(h *host, r *rng.R) *talk.Party {
	p := *h.party
	if w.log.Length() >= 6*3600 && len(p.Up) == 1 && r.Chance(0.2) {
		p.Up = w.uptime(r)
		if r.Chance(0.6) {
			from := r.Uniform(0, 0.7) * w.log.Length()
			p.Up = clock.Spans{{From: from, To: from + r.Uniform(0.1, 1)*w.log.Length()}}
		}
	}
	return &p
}

// poolMiner lets a host mine at pools, or try to.
func (w *World) poolMiner(h *host, fault wire.Fault, r *rng.R) {
	c := w.coin(r)
	g := &mine.Rig{Log: w.log, Client: w.miner(h, r), Pools: w.choose(c, 3, r), Program: mine.NewProgram(c, r),
		Hash: c.Hash(r), Fault: fault, R: r}
	g.Transport = rng.Pick(r, "plain", "plain", "plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn")
	kind := "pool"
	if fault != wire.Healthy {
		kind = "blocked"
		g.Transport = rng.Pick(r, "plain", "plain", "tls12", "tls13")
	}
	if g.Transport == "socks" || g.Transport == "vpn" {
		key := fmt.Sprint(g.Transport, "/", r.Int(0, 9))
		party := w.vias[key]
		if party == nil {
			party = &talk.Party{Addr: addr.Public(w.rnd.Sub(key)), Stack: wire.Linux, Up: clock.Forever}
			w.vias[key] = party
		}
		g.Via = mine.NewVia(party, g.Transport, w.rnd.Sub("via/"+key))
	}
	g.Tag = c.Tag(kind, g.Pools[0].Name, g.Transport, g.Hash)
	g.Run()
	if fault != wire.Healthy {
		return
	}
	if d := g.Donation(w.gift(c, r), w.rnd.Sub("donation/"+h.party.Iface.ID)); d != nil {
		d.Run()
	}
}

// gift returns a pool to which programs for a coin donate.
func (w *World) gift(c *mine.Coin, r *rng.R) *mine.Pool {
	return w.pool(c, 100+r.Int(0, 1))
}

// soloMiner lets a host ask nodes for work.
func (w *World) soloMiner(h *host, r *rng.R) {
	c := w.coin(r)
	hash := c.Hash(r)
	client := w.miner(h, r)
	node := &talk.Party{Addr: h.net.Take(), Stack: wire.Linux, Up: clock.Forever}
	path := talk.Private(r)
	if r.Chance(0.5) {
		node.Addr, path = addr.Public(r), talk.Internet(r)
	}
	if r.Chance(0.3) { // the node speaks as a pool does
		lone := w.pool(c, 0).Front(node, r).Lone(r)
		g := &mine.Rig{Log: w.log, Client: client, Pools: []*mine.Pool{lone}, Program: mine.NewProgram(c, r), Hash: hash,
			Transport: "plain", R: r, Tag: c.Tag("solo", lone.Name, "plain", hash)}
		g.Run()
	} else {
		l := &talk.Line{Log: w.log, Spec: mine.Poll(c, r), Client: client, Servers: []*talk.Party{node}, Path: path, R: r,
			Tag: c.Tag("solo", c.Name+"-node", "plain", hash)}
		l.Run()
	}
	if !r.Chance(0.35) {
		return
	}
	tag := c.Tag("node", c.Name+"-net", "plain", hash)
	for range r.Int(6, 18) {
		peer := &talk.Party{Addr: addr.Public(r), Stack: rng.Pick(r, wire.Linux, wire.Windows, wire.LinuxBare), Up: clock.Forever}
		l := &talk.Line{Log: w.log, Spec: mine.Gossip(r, c.Block()), Client: client, Servers: []*talk.Party{peer},
			Path: talk.Internet(r), R: r, Tag: tag}
		l.Run()
	}
}

// star lets hosts mine through a proxy in the private network. The proxy is
// one of them or a host that is not logged.
func (w *World) star(group []*host, r *rng.R) {
	c := w.coin(r)
	pools := w.choose(c, 2, r)
	net := group[0].net
	program := mine.NewProgram(c, r)
	proxy := &talk.Party{Addr: net.Take(), Stack: wire.Linux, Up: clock.Forever}
	var workers []*talk.Party
	own := r.Chance(0.6) || len(group) == 1 && r.Chance(0.5)
	if own {
		proxy = group[0].party
		for range r.LogInt(2, 25) {
			workers = append(workers, &talk.Party{Addr: net.Take(), Stack: wire.Linux, Up: w.uptime(r)})
		}
		group = group[1:]
	}
	for _, h := range group {
		workers = append(workers, w.miner(h, r))
	}
	front := pools[0].Front(proxy, r)
	transport := rng.Pick(r, "plain", "plain", "plain", "tls12", "tls13")
	sum := 0.0
	for n, worker := range workers {
		hash := c.Hash(r)
		sum += hash
		sub := w.rnd.Sub(fmt.Sprint("worker/", proxy.Addr, "/", n))
		g := &mine.Rig{Log: w.log, Client: worker, Pools: []*mine.Pool{front}, Program: program, Hash: hash,
			Transport: transport, R: sub, Tag: c.Tag("proxy", front.Name+"-proxy", transport, hash)}
		g.Run()
	}
	if own {
		transport = rng.Pick(r, "plain", "plain", "tls12", "tls13")
		g := &mine.Rig{Log: w.log, Client: proxy, Pools: pools, Program: program, Hash: sum, Transport: transport, R: r,
			Tag: c.Tag("proxy", pools[0].Name, transport, sum)}
		g.Run()
	}
}
