// Package mine holds the hosts that mine: with a pool, with a node of their
// own, as a proxy of others, or in vain.
package mine

import (
	"fmt"
	"math"
	"slices"

	"makes/j/internal/apps"
	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
	"makes/j/internal/rhythm"
	"makes/j/internal/site"
	"makes/j/internal/wire"
)

var allKinds = []string{"pool", "solo", "proxy", "blocked"}

// Order gives the kinds of miners, in turn.
func Order(kinds string) ([]string, error) {
	if kinds == "all" {
		return allKinds, nil
	}
	for _, k := range allKinds {
		if k == kinds {
			return []string{k}, nil
		}
	}
	return nil, fmt.Errorf("-kinds must be pool, solo, proxy, blocked or all, not %q", kinds)
}

// Chains holds all pools.
type Chains struct {
	site   *site.Site
	apps   *apps.Site
	pools  map[string][]*pool
	blocks map[string][]float64
	tunnel map[string]flowlog.Addr
}

// New gives the pools of all coins.
func New(s *site.Site, a *apps.Site) *Chains {
	c := &Chains{s, a, map[string][]*pool{}, map[string][]float64{}, map[string]flowlog.Addr{}}
	for _, k := range coins {
		d := dice.New(s.Seed, "chain", k.name)
		if k.block > 5 {
			for t := d.Exp(k.block); t < s.Log.End(); t += d.Exp(k.block) {
				c.blocks[k.name] = append(c.blocks[k.name], t)
			}
		}
		for n := range d.Int(3, 6) {
			c.pools[k.name] = append(c.pools[k.name], newPool(s, k, n, c.blocks[k.name]))
		}
	}
	return c
}

// Run runs the miners of a host. The number tells miners of a kind apart.
func (c *Chains) Run(h *site.Host, kind string, number int) {
	d := dice.New(h.Seed, "mine", h.Tap.ENI)
	rate := d.Log(1, 20)
	size := [...]string{"slow", "middle", "fast"}[min(2, int(math.Log(rate)/math.Log(20)*3))]
	k := coins[(number+int(h.Seed%uint64(len(coins))))%len(coins)]
	if d.Chance(0.25) {
		k = coins[0]
	}
	p := dice.Pick(d, c.pools[k.name]...)
	switch kind {
	case "pool":
		c.mine(h, d, p, rate, size)
	case "solo":
		c.solo(h, d, rate, size)
	case "proxy":
		c.proxy(h, d, rate, size)
	case "blocked":
		blocked(h, d, c.pools[k.name], size)
	}
}

// path joins a host to a pool by a transport.
func (c *Chains) path(h *site.Host, d dice.Dice, p *pool, transport string) *wire.Path {
	remote, port, stack := dice.Pick(d, p.addrs...), p.port, p.stack
	switch transport {
	case "tls12", "tls13":
		port = dice.Pick(d, p.port+1, 443, 20000+p.port%10000)
	case "socks", "vpn":
		key := fmt.Sprint(transport, d.IntN(6), p.name)
		if c.tunnel[key] == 0 {
			c.tunnel[key] = h.Public()
			if transport == "socks" && d.Chance(0.3) {
				c.tunnel[key] = h.Private()
			}
		}
		remote, port, stack = c.tunnel[key], dice.Pick[uint16](d, 1194, 443, 22, 992), wire.DrawStack(d, false)
		if transport == "socks" {
			port = dice.Pick[uint16](d, 1080, 9050, 9150, 1081)
		}
	}
	way := h.Path(d, remote, port, stack)
	if transport == "socks" || transport == "vpn" {
		way.RTT = max(way.RTT, d.Log(0.05, 0.6))
	}
	return way
}

func (c *Chains) mine(h *site.Host, d dice.Dice, p *pool, rate float64, size string) {
	transport := dice.Pick(d, "plain", "plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn")
	if p.dialect.name == "binary" { // has encryption of its own
		transport = dice.Pick(d, "plain", "plain", "plain", "socks", "vpn")
	}
	way := c.path(h, d, p, transport)
	h.Mining(way.Remote, "pool", p.coin.name, p.name, size, transport)
	if q := dice.Pick(d, c.pools[p.coin.name]...); q != p && len(p.outages) > 0 && d.Chance(0.5) {
		spare := c.path(h, d, q, "plain")
		h.Mining(spare.Remote, "pool", q.coin.name, q.name, size, "plain")
		r := q.rig(d, spare, "plain", rate)
		r.spans = nil
		for _, o := range p.outages {
			r.spans = append(r.spans, [2]float64{o[0] + 20, o[1]})
		}
		r.run()
	}
	rigs := 1
	if d.Chance(0.15) && transport != "vpn" {
		rigs = d.Int(2, 6)
	}
	main := p.rig(d, way, transport, rate)
	for range rigs - 1 {
		p.rig(d, way, transport, rate).run()
	}
	if main.dialect.name == "login" && d.Chance(0.4) || d.Chance(0.1) {
		c.donate(h, d, p, main, transport, size)
	}
	main.run()
}

// donate mines a minute or so now and then for the author of the miner.
func (c *Chains) donate(h *site.Host, d dice.Dice, p *pool, main *rig, transport, size string) {
	other := *dice.Pick(d, c.pools[p.coin.name]...)
	other.name = "donate-" + p.coin.name
	if transport != "socks" && transport != "vpn" {
		key := fmt.Sprint(other.name, d.IntN(2))
		if c.tunnel[key] == 0 {
			c.tunnel[key] = h.Public()
		}
		other.addrs = []flowlog.Addr{c.tunnel[key]}
	}
	way := c.path(h, d, &other, transport)
	if way.Remote != main.path.Remote {
		h.Mining(way.Remote, "donation", p.coin.name, other.name, size, transport)
	}
	round := dice.Pick(d, 6000.0, 6000, 3600, 7200)
	lasts := round * dice.Pick(d, 0.01, 0.01, 0.02, 0.05)
	r := other.rig(d, way, transport, main.rate)
	r.spans = nil
	for t := round * d.Between(0.3, 1.4); t < h.Tap.End(); t += round * d.Between(0.95, 1.05) {
		r.spans = append(r.spans, [2]float64{t, t + lasts})
	}
	r.run()
}

// proxy folds the shares of private workers into few connections to a pool.
func (c *Chains) proxy(h *site.Host, d dice.Dice, rate float64, size string) {
	name := dice.Pick(d, "monero", "monero", "monero", "zephyr", "bitcoin", "litecoin", "raptoreum", "ravencoin", "kaspa", "ethereum-classic", "verus")
	p := dice.Pick(d, c.pools[name]...)
	workers := int(5 * math.Pow(40, d.Float64()*d.Float64()*math.Log(rate*1.3)/math.Log(26)))
	transport := dice.Pick(d, "plain", "plain", "plain", "tls12", "tls13", "socks")
	// The proxy passes on jobs as they come, with an easier target.
	down := *p
	down.life, down.fixed, down.target, down.outages, down.think = 0, false, d.Log(4, 60), nil, 0.0004
	down.stack = h.Stack
	if d.Chance(0.3) {
		down.life = d.Log(20000, 200000)
	}
	port, inner := dice.Pick[uint16](d, 3333, 3333, 7777, 8080, 80, 5555), "plain"
	if d.Chance(0.15) {
		inner = "tls13"
	}
	// What workers find goes on as it is, or when it is good enough.
	ups := 1 + workers/dice.Pick(d, 256, 256, 100, 40)
	passed, shares := 1.0, make([][]float64, ups)
	if d.Chance(0.6) {
		passed = min(1, float64(ups)/p.target/(float64(workers)/down.target))
	}
	model := wire.DrawStack(d, false)
	for i := range workers {
		remote := h.Private()
		w := dice.New(h.Seed, h.Tap.ENI, remote)
		way := h.Path(w, remote, port, model)
		way.Inbound = true
		h.Mining(remote, "proxy", name, p.name, size, inner)
		r, found := down.rig(w, way, inner, 1), []float64(nil)
		r.found = &found
		r.run()
		for _, t := range found {
			if w.Chance(passed) {
				shares[i%ups] = append(shares[i%ups], t)
			}
		}
	}
	for _, given := range shares {
		up, way := *p, c.path(h, d, p, transport)
		up.fixed = true
		h.Mining(way.Remote, "proxy", name, p.name, size, transport)
		r := up.rig(d, way, transport, rate)
		slices.Sort(given)
		r.given = append(given, 1e9)
		r.run()
	}
}

func (c *Chains) solo(h *site.Host, d dice.Dice, rate float64, size string) {
	n := dice.Pick(d, nodes...)
	remote := h.Private()
	transport, tls := "plain", 0
	if d.Chance(0.35) {
		remote = h.Public()
		if d.Chance(0.4) {
			transport, tls = "tls13", 13
		}
	}
	if n.also != "-" && d.Chance(0.5) {
		c.apps.RunNamed(h, n.also)
	}
	h.Mining(remote, "solo", n.coin, "node-"+n.coin, size, transport)
	p := h.Path(d, remote, dice.Pick(d, n.ports...), wire.DrawStack(d, false))
	w := wire.DrawWrap(d, tls)
	poll, ask, answer := d.In(n.poll), d.In(n.ask), d.In(n.answer)
	keep := d.Chance(n.stream) || poll < 1.5
	if d.Chance(0.6) {
		poll = rhythm.Nice(poll)
	}
	jitter, height := dice.Pick(d, 0.0005, 0.01, 0.1, 0.4), d.Log(n.block/2, n.block*2)
	wave := rhythm.DrawCurve(d, "fhh")
	block, submit, drop := d.Exp(height), d.Exp(40000/rate), d.Exp(30000)
	end := h.Tap.End()
	var l *wire.Link
	for t, k := d.Float64()*poll, 0; t < end; k++ {
		if d.Chance(1e-5) { // the node starts anew
			for until := t + d.Log(20, 1200); t < until; t += max(poll, 5) {
				p.Refused(t)
			}
			l = nil
		}
		at := t
		if l == nil {
			l, at = p.Open(t, w)
		}
		exchange := func(up, down float64) {
			l.Send(0, at, int(up)+k%2)
			at += p.RTT + 0.001 + d.Exp(0.004)
			l.Send(1, at, int(down))
			at += down / p.Rate
		}
		exchange(ask, answer*(0.97+0.03*wave.At(t)/2))
		if t > block && n.fetch.Hi > 0 {
			exchange(d.In(n.fetch), d.In(n.fetched)*min(2, wave.At(t)))
			block = t + d.Exp(height)
		}
		if t > submit {
			exchange(d.Log(400, 4000), 160)
			submit = t + d.Exp(40000/rate)
		}
		if !keep || t > drop {
			l.Close(k%2, at)
			l, drop = nil, t+d.Exp(30000)
		}
		t = max(at, t+poll) + d.Exp(jitter*poll)
	}
	if l != nil {
		l.Leave(end)
	}
}

// stubborn is a miner that cannot reach its pools.
type stubborn struct {
	pause, patience float64 // seconds
	tries           int     // of a pool, before the next
	backoff         float64
}

var stubborns = []stubborn{
	{5, 20, 5, 1},    // xmrig
	{10, 30, 3, 1},   // T-Rex, cgminer
	{30, 60, 1e6, 1}, // ccminer
	{5, 10, 3, 1.5},  // lolMiner
	{15, 20, 3, 1},   // teamredminer
	{3, 8, 3, 1},     // firmware of ASICs
	{20, 60, 1, 1},
	{60, 127, 10, 1},
	{1, 15, 6, 2}, // with a growing pause
}

func blocked(h *site.Host, d dice.Dice, pools []*pool, size string) {
	s := dice.Pick(d, stubborns...)
	transport := dice.Pick(d, "plain", "plain", "plain", "tls12", "tls13")
	modes := "rsddaclt"
	mode := modes[d.IntN(len(modes))]
	var rigs []*rig
	for range dice.Pick(d, 1, 1, 2, 3, 4) {
		p := dice.Pick(d, pools...)
		addr := dice.Pick(d, p.addrs...)
		h.Mining(addr, "blocked", p.coin.name, p.name, size, transport)
		rigs = append(rigs, p.rig(d, h.Path(d, addr, p.port, p.stack), transport, 3))
	}
	free := [2]float64{-1, -1} // hours in which it can mine after all
	if end := h.Tap.End(); d.Chance(0.2) && end > 7200 {
		free[0] = d.Between(1800, end)
		free[1] = free[0] + d.Log(600, 20000)
	}
	tries, k, pause := 0, 0, s.pause
	for t := d.Float64() * 20; t < h.Tap.End(); {
		r := rigs[k%len(rigs)]
		p := r.path
		if t >= free[0] && t < free[1] {
			t = r.session(t, free[1]) + s.pause
			continue
		}
		switch mode {
		case 'c': // closed at once
			l, at := p.Dial(t)
			t = at + 0.02
			l.Close(1, t)
		case 't': // the TLS handshake or the first message is cut off
			l, at := p.Dial(t)
			l.Send(0, at, 300)
			t = at + p.RTT
			l.Reset(1, t)
		case 'l': // closed after the login
			l, at := p.Open(t, r.wrap)
			l.Send(0, at, r.dialect.hello[0][0].length(&r.fields))
			t = at + p.RTT + r.think
			l.Send(1, t, d.Int(70, 140))
			l.Close(1, t+0.01)
		default:
			t = p.Fail(mode, t, s.patience)
		}
		if tries++; tries >= s.tries {
			tries, k = 0, k+1
		}
		pause = min(120, pause*s.backoff)
		t += pause * (1 + 0.02*d.Float64())
	}
}
