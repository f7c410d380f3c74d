package mine

import (
	"fmt"
	"math"
	"math/rand/v2"

	"makes/n/internal/estate"
	"makes/n/internal/wire"
)

// Kinds are the kinds of mining.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

// nodes are the programs of the chains, as ordinary programs are called.
var nodes = map[string]string{"monero": "monero-node", "etchash": "ethereum-devp2p", "bitcoin": "bitcoin-node", "litecoin": "bitcoin-node",
	"ravencoin": "bitcoin-node", "zcash": "bitcoin-node", "verus": "bitcoin-node"}

// Run lets a host mine in one of the Kinds all day. If it is a node of the
// chain as well, the name of the node's program is returned.
func (m *Mines) Run(h *estate.Host, kind string, number int) (node string) {
	r := m.est.Rand("miner", number)
	switch kind {
	case "pool":
		m.atPool(r, h)
	case "solo":
		if coin := m.alone(r, h); r.IntN(3) == 0 {
			return nodes[coin]
		}
	case "proxy":
		m.proxy(r, h)
	default:
		m.blocked(r, h)
	}
	return ""
}

func (m *Mines) atPool(r *rand.Rand, h *estate.Host) {
	c := m.pick(r)
	g := m.newRig(r, h, "pool", c)
	if c.Name == "monero" && r.IntN(12) == 0 { // a P2Pool node of their own, which has work every few seconds
		p := m.newPool(c, fmt.Sprintf("p2pool-%d", h.Firm.Index), r)
		p.hosts, p.port, p.refresh, p.wobble, p.life, p.idle, p.outages = []*estate.Host{h.Firm.Inside(r)}, 3333, 10, .9, 0, 0, nil
		g.pool, g.spare, g.gate, g.transport = p, nil, nil, "plain"
	}
	rigs := 1
	if h.Role == "office" || h.Role == "gpu" || r.IntN(10) == 0 {
		rigs = 1 + r.IntN(1+r.IntN(8))
	}
	g.run()
	for i := 1; i < rigs; i++ {
		more := *g
		more.vpn = nil
		more.r = m.est.Rand("more", h.IP, i)
		more.worker += more.r.IntN(3) - 1
		more.run()
	}
}

func (m *Mines) proxy(r *rand.Rand, h *estate.Host) {
	c := m.pick(r)
	for c.Block < 5 {
		c = m.pick(r)
	}
	workers := int(5 * math.Exp(r.Float64()*r.Float64()*3.7))
	up := m.newRig(r, h, "proxy", c)
	up.program = program{Name: "xmrig-proxy", Retry: [2]float64{2, 5}, Patience: 20, Ping: 60, Keep: 60, Tries: 5}
	folded := *up.pool // by miners that all have the proxy's difficulty
	shares := float64(workers)
	if r.IntN(2) == 0 {
		shares = 1 + r.Float64()*float64(min(workers, 20))
	}
	folded.fixed, folded.vardiff = max(up.pool.fixed, up.pool.vardiff), 0
	up.pool = &folded
	speed := up.speed
	up.speed = speed * min(shares, 4*folded.fixed)
	lines := 1 + workers/256
	if r.IntN(5) == 0 {
		lines = min(workers, 2+r.IntN(8)) // a line for each few
	}
	upSize := size(speed)
	tell := m.tell
	m.tell = func(l Label) { l.Size = upSize; tell(l) }
	defer func() { m.tell = tell }()
	for i := range lines {
		g := *up
		g.Mines, g.r, g.vpn = m, m.est.Rand("line", h.IP, i), nil
		g.speed /= float64(lines)
		g.run()
	}
	inner := m.newPool(c, up.pool.name, r)
	inner.dialect, inner.refresh, inner.wobble, inner.coin = up.pool.dialect, up.pool.refresh, up.pool.wobble, c
	inner.hosts, inner.port, inner.life, inner.idle = []*estate.Host{h}, []int{3333, 3333, 7777, 8080, 443}[r.IntN(5)], 0, 0
	inner.outages = nil
	if r.IntN(2) == 0 { // the pool's difficulty for all
		inner.vardiff, inner.fixed = 0, folded.fixed*float64(workers)/shares
	}
	tls := r.IntN(6) == 0
	for i := range workers {
		w := h.Firm.Inside(m.est.Rand("worker", h.IP, i))
		wr := m.est.Rand("worker", h.IP, i, "rig")
		g := m.newRig(wr, w, "proxy", c)
		g.pool, g.spare, g.gate, g.transport, g.inner = inner, nil, nil, "plain", false
		if tls {
			g.transport, g.tls = fmt.Sprint("tls", inner.tls.Version), inner.tls
		}
		g.bare, g.speed = true, speed*math.Exp(.3*wr.NormFloat64())
		g.worker = 1 + wr.IntN(20)
		m.tell(Label{h, w.IP, "proxy", c.Name, inner.name, upSize, g.transport})
		g.run()
	}
}

// alone polls a node for work, and returns the coin.
func (m *Mines) alone(r *rand.Rand, h *estate.Host) string {
	d := daemons[estate.Pick(r, len(daemons), func(i int) int { return daemons[i].Share })]
	server := h.Firm.Inside(r)
	where := "inside"
	switch r.IntN(10) {
	case 0:
		server = h.Firm.Lan(r)
	case 1, 2:
		server = estate.World(r, false)
		where = "world"
	}
	span := func(s [2]int) int { return s[0] + r.IntN(s[1]-s[0]+1) }
	ask, answer, fetch, template := span(d.Ask), span(d.Answer), span(d.Fetch), span(d.Template)
	period := d.Poll[0] + r.Float64()*(d.Poll[1]-d.Poll[0])
	speed := math.Exp(3*r.Float64() - 1.5)
	transport := "plain"
	var tls *wire.TLS
	if !d.Push && r.IntN(5) == 0 || d.Name == "dero-getwork" {
		v := wire.DrawTLS(r, 12+r.IntN(2))
		tls, transport = &v, fmt.Sprint("tls", v.Version)
	}
	m.tell(Label{h, server.IP, "solo", d.Coin, d.Name + "-" + where, size(speed), transport})
	visit := d.Visit && (period > 5 || r.IntN(3) == 0)
	end := m.est.Book.Seconds
	down := [2]float64{end, end}
	if r.IntN(4) == 0 {
		down[0] = r.Float64() * end
		down[1] = down[0] + 20*math.Exp(5*r.Float64())
	}
	start := 0.0
	if r.IntN(8) == 0 {
		start = end / 3 * r.Float64()
	}
	// one exchange of HTTP, which may have a connection of its own
	var held *estate.Link
	exchange := func(t float64, ask, answer int) float64 {
		l := held
		if l == nil {
			l = m.est.Connect(r, h, server, 6, d.Port, nil)
			warm := t < 1 && !visit
			t = l.Begin(t, warm)
			switch {
			case tls != nil && warm:
				l.Record = tls.Record
			case tls != nil:
				t = l.Secure(t, *tls, visit && t > 60)
			}
		}
		work := .0008 + .004*r.Float64()
		if d.Push && ask == 0 {
			t = l.Write(t, 1, answer)
		} else {
			t = l.Ask(t, 0, ask, work, answer)
		}
		if visit {
			l.Close(t, r.IntN(2))
			l.Done()
		} else {
			held = l
		}
		return t
	}
	blocks := m.blocks[d.Coin]
	bi := 0
	share := 3600 * (.5 + 20*r.Float64()) / speed
	nextShare := start + share*r.ExpFloat64()
	last := start
	for t := start; t < end; {
		if t >= down[0] && t < down[1] {
			if held != nil {
				held.Reset(t, 1)
				held.Done()
				held = nil
			}
			l := m.est.Connect(r, h, server, 6, d.Port, nil)
			t = l.Refused(t) + max(period, 5)
			l.Done()
			continue
		}
		at := exchange(t, ask, answer+r.IntN(1+answer/200))
		fresh := d.Refresh > 0 && t-last > d.Refresh
		for bi < len(blocks) && blocks[bi] <= t {
			bi++
			fresh = true
		}
		if fresh && template > 0 {
			at = exchange(at+.001, fetch, int(float64(template)*math.Exp(.3*r.NormFloat64())))
			last = t
		}
		if t > nextShare && d.Submit > 0 {
			at = exchange(at+.01, d.Submit, 200)
			nextShare = t + share*r.ExpFloat64()
		}
		if d.Push {
			t = max(at, t+period*r.ExpFloat64())
		} else {
			t = max(at, t+period*(.98+.04*r.Float64()))
		}
	}
	if held != nil {
		held.Idle(end)
		held.Done()
	}
	return d.Coin
}

// blocked tries to mine.
func (m *Mines) blocked(r *rand.Rand, h *estate.Host) {
	c := m.pick(r)
	g := m.newRig(r, h, "blocked", c)
	g.gate = nil
	if g.transport == "socks" || g.transport == "vpn" {
		g.transport = "plain"
	}
	why := []string{"denied", "denied", "denied", "silent", "silent", "silent", "refused", "unwanted", "closed", "cut"}[r.IntN(10)]
	pools := m.pools[c.Name]
	list := []*pool{g.pool}
	for len(list) < min(len(pools), 1+r.IntN(3)) {
		list = append(list, pools[r.IntN(len(pools))])
	}
	g.spare = nil
	wait := g.program.Retry[0] + (g.program.Retry[1]-g.program.Retry[0])*r.Float64()
	grow := r.IntN(5) == 0
	for t, k := g.from+r.Float64()*wait, 0; t < g.to; k++ {
		if t >= g.pause[0] && t < g.pause[1] {
			t = g.pause[1]
		}
		p := list[k/g.program.Tries%len(list)]
		peer := p.hosts[k/7%len(p.hosts)]
		g.label(peer, p.name)
		var denies *estate.Host
		if why == "denied" {
			denies = h
		}
		l := m.est.Connect(r, h, peer, 6, p.port, denies)
		switch why {
		case "denied", "silent":
			t = l.Unanswered(t, g.program.Patience)
		case "refused":
			t = l.Refused(t)
		default:
			t = g.turnedAway(l, t, p, why)
		}
		l.Done()
		pause := wait
		if grow {
			pause *= min(12, 1+float64(k)/5)
		}
		t += pause + .1*r.Float64()
	}
}

// turnedAway connects to a pool that does not let the rig mine: it wants no
// such miner, or closes at once, or something on the way cuts the line.
func (g *rig) turnedAway(l *estate.Link, t float64, p *pool, why string) float64 {
	t = l.Dial(t)
	if why == "closed" {
		t += .1 * g.r.Float64()
		l.Close(t, 1)
		return t
	}
	d := p.dialect
	n := names{g.worker, g.est.Rand("rig", g.host.IP, g.worker), p.seed}
	if g.transport != "plain" {
		if why == "cut" {
			t = l.Write(t, 0, g.tls.Hello)
			l.Reset(t+.01, 1)
			return t
		}
		t = l.Secure(t, g.tls, false)
	}
	refuse := compile(d.Refuse, n)
	for i, text := range d.Hello {
		f := compile(text, n)
		last := i >= len(d.Hello)-2 || len(d.Hello) > 5 && i >= 4
		if last && i%2 == 1 || f.fixed <= 1 {
			break
		}
		t = l.Write(t+.002, i%2, f.length(g.r, 1)+d.Binary)
		if why == "cut" {
			l.Reset(t+.005, 1)
			return t
		}
	}
	t = l.Write(t+p.delay, 1, refuse.length(g.r, 1)+d.Binary)
	l.Close(t+.01, g.r.IntN(2))
	return t
}
