package mining

import (
	"slices"

	"makes/x/internal/chain"
	"makes/x/internal/layer"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// Proxies has hosts mine at proxies: some of them are the proxies, the others
// work at those or at proxies elsewhere.
func (m *Market) Proxies(hosts []*site.Host, r *rnd.Rand) {
	for len(hosts) > 0 {
		n := min(len(hosts), r.Int(1, 7))
		if r.Chance(0.6) {
			m.star(hosts[0], hosts[1:n], r)
		} else {
			m.distant(hosts[:n], r)
		}
		hosts = hosts[n:]
	}
}

// asPool is a proxy as its workers see it: the pool's work, its own words.
func asPool(r *rnd.Rand, up *pool, until float64) *pool {
	p := &pool{
		index: up.index, name: up.name, coin: up.coin, stack: &tcp.Linux, say: up.coin.talk(r),
		think: r.Log(0.0003, 0.004), bad: up.bad, suites: map[string]*layer.Suite{
			"tls12": layer.NewSuite(r, false), "tls13": layer.NewSuite(r, true),
		},
	}
	delay := r.Log(0.002, 0.08)
	for _, j := range up.jobs {
		p.jobs = append(p.jobs, chain.Job{At: j.At + delay, Clean: j.Clean})
	}
	if r.Chance(0.3) {
		p.keep = rnd.Pick(r, []float64{30, 60, 300})
	}
	for t := r.Exp(50 * 3600); t < until; t += r.Exp(50 * 3600) {
		p.outages = append(p.outages, outage{from: t, to: t + r.Log(2, 600), blunt: r.Chance(0.5)})
		t += 600
	}
	return p
}

// star has one host be the proxy of a private network's workers, of which some
// are simulated hosts.
func (m *Market) star(center *site.Host, hosts []*site.Host, r *rnd.Rand) {
	c := m.choose(r)
	coin := &coins[c]
	up := m.pool(c, r.IntN(poolsEach))
	front := asPool(r, up, m.until)
	port := rnd.Pick(r, []uint16{3333, 3333, 443, 80, 8080, 5555, 14444, uint16(r.Int(1025, 30000))})
	transport := rnd.Pick(r, []string{"plain", "plain", "plain", "tls12", "tls13"})
	local := center.NIC.Addrs[0]
	extra := int(r.Log(2, 40))

	rigs := make([]*rig, len(hosts)+extra)
	total := 0.0
	for i := range rigs {
		rigs[i] = newRig(r, coin, coin.rate(r))
		total += rigs[i].rate
	}
	// Workers get the pool's difficulty, or one that suits each, of which only
	// a part is good enough for the pool.
	level := max(total*up.share, up.least)
	if up.fixed > 0 {
		level = up.fixed
	}
	front.fixed, front.start = level, level
	pass := 1.0
	if r.Chance(0.4) {
		front.fixed = total / float64(len(rigs)) * r.Log(5, 60)
		front.start = front.fixed
		pass = min(1, front.fixed/level)
	}
	var shares []float64
	for i, g := range rigs {
		var link *site.Link
		side := wire.Far
		if i < len(hosts) {
			side = wire.Near
			path := center.Net.Peer(r, site.Inside).Path
			peer := site.Peer{Addr: local, Path: path, Stack: center.Stack, Host: center}
			link = hosts[i].Link(hosts[i].Address(r), peer, "mining")
		} else {
			place := site.Inside
			if r.Chance(0.15) {
				place = site.Nearby
			}
			link = center.Link(local, center.Net.Peer(r, place), "mining")
		}
		if link == nil {
			continue
		}
		tg := &target{link: link, pool: front, port: port, transport: transport, client: side, suite: front.suites[transport]}
		link.Mark(g.label("proxy", tg))
		g.targets = []*target{tg}
		g.phases = profile(r, begin(r), m.until)
		g.onShare = func(t float64) {
			if r.Chance(pass) {
				shares = append(shares, t+r.Exp(0.002))
			}
		}
		g.run(m.until)
	}
	slices.Sort(shares)
	m.upstream(center, r, c, up, min(total, 20*coin.Slow), shares)
}

// upstream is the proxy's own session at the pool, with the shares of all.
func (m *Market) upstream(center *site.Host, r *rnd.Rand, c int, up *pool, rate float64, shares []float64) {
	g := newRig(r, &coins[c], rate)
	g.shares, g.passes = shares, true
	g.phases = []phase{{at: -r.Between(1600, 3000), factor: 1}}
	transport := rnd.Pick(r, []string{"plain", "plain", "tls12", "tls13", "socks"})
	for k := range up.addrs {
		if tg := m.reach(g, center, center.NIC.Addrs[0], up, k, transport); tg != nil {
			tg.link.Mark(g.label("proxy", tg))
			g.targets = append(g.targets, tg)
			if r.Chance(0.6) {
				break
			}
		}
	}
	if len(g.targets) > 0 {
		g.run(m.until)
	}
}

// distant has hosts mine at one proxy outside, as stolen machines do: often
// with TLS, on a port that looks like the web.
func (m *Market) distant(hosts []*site.Host, r *rnd.Rand) {
	c := m.choose(r)
	coin := &coins[c]
	front := asPool(r, m.pool(c, r.IntN(poolsEach)), m.until)
	front.index = 20000 + hosts[0].NIC.Index
	front.place = rnd.Pick(r, []site.Where{site.World, site.World, site.Cloud, site.Edge})
	front.addrs = []uint32{site.Public(r, front.place)}
	front.ports = map[bool][]uint16{false: {80, 8080, 3333}, true: {443, 8443}}
	front.share = rnd.Pick(r, []float64{10, 20, 30, 60})
	front.fixed = coin.Slow * 4.5 * r.Log(8, 200)
	front.start = front.fixed
	transport := rnd.Pick(r, []string{"tls13", "tls13", "tls12", "plain", "plain", "socks", "vpn"})
	for _, h := range hosts {
		g := newRig(r, coin, coin.rate(r))
		tg := m.reach(g, h, h.Address(r), front, 0, transport)
		if tg == nil {
			continue
		}
		tg.link.Mark(g.label("proxy", tg))
		g.targets = []*target{tg}
		g.phases = profile(r, begin(r), m.until)
		g.run(m.until)
	}
}
