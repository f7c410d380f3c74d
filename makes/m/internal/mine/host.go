package mine

import (
	"fmt"
	"math"

	"makes/m/internal/draw"
	"makes/m/internal/fault"
	"makes/m/internal/layer"
	"makes/m/internal/tcp"
	"makes/m/internal/vpc"
)

// Kinds are the kinds of mining.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

// Label is a pair that mines.
type Label struct {
	Remote                            vpc.Addr
	Kind, Coin, Pool, Size, Transport string
}

// Market is all pools of a seed.
type Market struct {
	pools [][]*pool
	found [][]float64
	until float64
	fresh func(private bool) vpc.Addr
}

// NewMarket draws the pools; fresh gives an address nobody has.
func NewMarket(seed uint64, until float64, fresh func(private bool) vpc.Addr) *Market {
	m := &Market{until: until, fresh: fresh}
	for i := range coins {
		c := &coins[i]
		found := blocks(draw.New(seed, "blocks", c.name), c, until)
		var pools []*pool
		r := draw.New(seed, "pools", c.name)
		for j := range r.Int(3, 7) {
			var addrs []vpc.Addr
			for range r.Int(1, 3) {
				addrs = append(addrs, fresh(false))
			}
			pools = append(pools, newPool(r, fmt.Sprintf("%s-%02d", c.name, j+1), c, found, until, addrs))
		}
		m.pools, m.found = append(m.pools, pools), append(m.found, found)
	}
	return m
}

// Host lets a host mine in one of the kinds, and gives its mining pairs.
func (m *Market) Host(h *vpc.Host, kind string, r draw.Rand) []Label {
	i := r.IntN(len(coins))
	g := drawRig(r, &coins[i], m.until)
	pool := draw.Pick(r, m.pools[i]...)
	switch kind {
	case "solo":
		return m.solo(h, i, g, r)
	case "proxy":
		return m.proxy(h, pool, g, r)
	case "blocked":
		return m.blocked(h, i, g, r)
	}
	pair, label := m.pair(h, pool, r, "pool", g, "")
	if every := draw.Pick(r, 100.0, 60, 120); r.Chance(0.2) {
		g.donate = every * 60
	}
	run(pair, pool, g, r)
	labels := []Label{label}
	if r.Chance(0.2) { // more rigs behind the interface
		for range int(r.Log(1, 12)) {
			other := drawRig(r, pool.coin, m.until)
			other.style, other.widths = g.style, g.widths
			run(pair, pool, other, r)
		}
	}
	if g.donate > 0 {
		to := draw.Pick(r, m.pools[i]...)
		if to != pool {
			pair, label := m.pair(h, to, r, "donation", g, label.Transport)
			for t := math.Ceil((g.from+5000)/g.donate)*g.donate - 5000; t+60 < g.to; t += g.donate {
				visit := *g
				visit.from, visit.to, visit.donate = t, t+60, 0
				run(pair, to, &visit, r)
			}
			labels = append(labels, label)
		}
	}
	return labels
}

// pair draws how a host reaches a pool.
func (m *Market) pair(h *vpc.Host, p *pool, r draw.Rand, kind string, g *rig, transport string) (*layer.Pair, Label) {
	if transport == "" {
		transport = draw.Pick(r, "plain", "plain", "plain", "plain", "tls12", "tls12", "tls13", "tls13", "tls13", "socks", "vpn")
	}
	remote, port, via := draw.Pick(r, p.addrs...), p.port, transport
	path := p.path
	path.RTT *= r.Log(0.7, 1.5)
	switch transport {
	case "tls12", "tls13":
		port = p.tlsPort
	case "socks":
		remote, port = m.fresh(r.Chance(0.3)), draw.Pick(r, 1080, 1080, 9050, uint16(r.Int(1100, 60000)))
		path.RTT += r.Log(0.005, 0.2)
	case "vpn":
		remote, port, via = m.fresh(r.Chance(0.2)), draw.Pick[uint16](r, 1194, 443, 443, 22), draw.Pick(r, "vpn", "vpn", "ssh")
	}
	pair := &layer.Pair{Host: h, Remote: remote, Port: port, Peer: p.stack, Path: path, Patience: draw.Pick(r, 5, 10, 20, 30, 75, 200.0), Rng: r, Security: layer.DrawSecurity(r, via), Prober: r.IntN(2)}
	if r.Chance(0.35) {
		pair.Probe = draw.Pick(r, 30, 60, 60, 75, 120, 300, 7200.0)
	}
	return pair, Label{remote, kind, p.coin.name, p.name, g.size(), transport}
}

func (m *Market) solo(h *vpc.Host, i int, g *rig, r draw.Rand) []Label {
	c := &coins[i]
	n := drawNode(r, c, m.found[i])
	inside := r.Chance(0.6)
	pair := &layer.Pair{Host: h, Remote: m.fresh(inside), Port: draw.Pick(r, 18081, 8332, 9332, 8545, 16110, uint16(r.Int(2000, 30000))), Peer: tcp.DrawStack(r),
		Path: tcp.DrawPath(r, inside), Patience: draw.Pick(r, 5, 10, 30, 120.0), Rng: r, Security: layer.DrawSecurity(r, "plain")}
	if !inside {
		pair.Peer.MSS = min(pair.Peer.MSS, 1460)
	}
	label := Label{pair.Remote, "solo", c.name, fmt.Sprintf("%s-solo-%d", c.name, h.Addr&0xffff), g.size(), "plain"}
	if r.Chance(0.15) {
		label.Transport = draw.Pick(r, "tls12", "tls13")
		pair.Security = layer.DrawSecurity(r, label.Transport)
	}
	if r.Chance(0.2) && inside {
		pair.Opener = tcp.In // the daemon is here
	}
	if r.Chance(0.3) {
		pair.Security.Split = r.Int(60, 250)
	}
	var plan fault.Plan
	if r.Chance(0.2) {
		plan = fault.Draw(r, m.until, r.Log(6, 60)*3600, r.Log(20, 2000))
	}
	n.run(pair, g, r, plan)
	return []Label{label}
}

func (m *Market) proxy(h *vpc.Host, pool *pool, g *rig, r draw.Rand) []Label {
	workers := int(r.Log(5, 200.99))
	simple := r.Chance(0.25)
	pair, label := m.pair(h, pool, r, "proxy", g, "")
	if conns := 1 + workers/200; simple {
		for range min(workers, 40) {
			one := *g
			one.power = g.power * r.Log(0.4, 2.5)
			run(pair, pool, &one, r)
		}
	} else {
		for range conns {
			one := *g
			one.power = g.power * float64(workers) / float64(conns)
			run(pair, pool, &one, r)
		}
	}
	labels := []Label{label}
	own := *pool // to its workers the proxy is a pool
	own.port, own.target, own.start, own.floor, own.answer = draw.Pick(r, 3333, 3333, 4444, 14444, uint16(r.Int(2000, 30000))), r.Log(5, 90), r.Log(3, 60), r.Log(2, 20), r.Log(0.0002, 0.005)
	own.fixed, own.plan, own.idleKick, own.renew = r.Chance(0.5), nil, draw.Pick(r, 600, 1e9, 1e9), r.Log(50, 1000)*3600
	transport := draw.Pick(r, "plain", "plain", "plain", "tls13")
	same := drawRig(r, pool.coin, m.until)
	for range workers {
		w := drawRig(r, pool.coin, m.until)
		w.style, w.slack, w.widths, w.keepalive, w.report, w.poll = same.style, same.slack, same.widths, same.keepalive, same.report, same.poll
		down := &layer.Pair{Host: h, Remote: m.fresh(true), Port: own.port, Opener: tcp.In, Peer: tcp.DrawStack(r), Path: tcp.DrawPath(r, true), Rng: r, Patience: 10, Security: layer.DrawSecurity(r, transport)}
		run(down, &own, w, r)
		labels = append(labels, Label{down.Remote, "proxy", label.Coin, label.Pool, w.size(), transport})
	}
	return labels
}

// blocked is mining in vain: the pools of a list are tried in turn.
func (m *Market) blocked(h *vpc.Host, i int, g *rig, r draw.Rand) (labels []Label) {
	how := draw.Pick(r, "refused", "dead", "dead", "denied", "denied", "login", "login", "hours")
	pools := m.pools[i]
	first := r.IntN(len(pools))
	if how == "login" || how == "hours" {
		pool := *pools[first]
		pair, label := m.pair(h, &pool, r, "blocked", g, "")
		pool.plan = nil
		if how == "login" {
			g.login = "close"
		} else {
			from := r.Uniform(-0.5, 0.6) * m.until
			g.plan = fault.Plan{{From: from, To: from + m.until*r.Uniform(0.3, 0.8), Mode: draw.Pick(r, fault.Refused, fault.Dead, fault.Denied)}}
		}
		run(pair, &pool, g, r)
		return []Label{label}
	}
	mode := map[string]fault.Mode{"refused": fault.Refused, "dead": fault.Dead, "denied": fault.Denied}[how]
	var pairs []*layer.Pair
	for j := range min(r.Int(1, 3), len(pools)) {
		pair, label := m.pair(h, pools[(first+j)%len(pools)], r, "blocked", g, draw.Pick(r, "plain", "tls12", "tls13"))
		pairs, labels = append(pairs, pair), append(labels, label)
	}
	attempts, tries := draw.Pick(r, 1, 1, 3, 5, 5, 10), 0
	for t := g.from; t < g.to; tries++ {
		t = pairs[tries/attempts%len(pairs)].Fail(t, mode) + max(1, g.backoff.Wait(r, tries%attempts))
	}
	return labels
}
