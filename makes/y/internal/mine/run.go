package mine

import (
	"fmt"
	"math"

	"makes/y/internal/flow"
	"makes/y/internal/rng"
	"makes/y/internal/sim"
)

// Kinds are the kinds of mining in the order in which "all" deals them.
var Kinds = []string{"pool", "solo", "proxy", "blocked"}

// deal is the order of kinds when all are wanted, in which half mine at a pool.
var deal = []string{"pool", "solo", "proxy", "blocked", "pool", "pool"}

// Plan says which of the first interfaces mines how, and runs it.
type Plan struct {
	k      *market
	kinds  []string
	groups map[int]*group // by interface, for those that mine through a proxy
}

// group is a proxy with its workers.
type group struct {
	g     *rig
	pool  *pool // what the proxy mines at
	inner *pool // what its workers see
	proxy *sim.Host
	head  bool
	sum   float64
}

// NewPlan deals out kinds to the first n interfaces of the world.
func NewPlan(w *sim.World, n int, kinds string) *Plan {
	p := &Plan{k: &market{w: w, blocks: map[string][]float64{}, pools: map[string][]*pool{}}, groups: map[int]*group{}}
	for i := range n {
		if kinds == "all" {
			p.kinds = append(p.kinds, deal[i%len(deal)])
		} else {
			p.kinds = append(p.kinds, kinds)
		}
	}
	r := w.Rand("groups")
	var now *group
	left := 0
	for i, kind := range p.kinds {
		if kind != "proxy" {
			continue
		}
		if left == 0 {
			now, left = p.newGroup(r, w.Hosts[i]), r.Int(2, 9)
		}
		p.groups[i] = now
		left--
	}
	return p
}

func (p *Plan) newGroup(r *rng.R, h *sim.Host) *group {
	c := &coins[r.Int(0, len(coins)-1)]
	if c.secure || r.Chance(0.4) {
		c = &coins[r.Int(0, 4)]
	}
	out := rng.Pick(r, p.k.poolsOf(c)...)
	q := &group{pool: out, proxy: h, head: true, g: p.newRig(r, c)}
	if r.Chance(0.25) {
		q.head = false
		q.proxy = p.k.w.Ghost(h.Env, "relay", r)
	}
	inner := *out
	inner.port = rng.Pick(r, 3333, 3333, 8080, 3355, 5555, 443, 1080)
	inner.servers = []*sim.Host{q.proxy}
	inner.fixed, inner.donor = r.Chance(0.4), false
	inner.target = rng.Pick(r, 5.0, 10, 15, 20, 30)
	inner.low = r.Ratio(4, 40)
	inner.first = inner.low * r.Ratio(1, 6)
	inner.high = inner.low * 1e5
	if inner.fixed {
		inner.first = r.Ratio(20, 300)
	}
	inner.idle, inner.think = rng.Pick(r, 600, 3600, 1e12), r.Ratio(0.0003, 0.003)
	inner.lateness += 0.02
	q.inner = &inner
	return q
}

// Kind gives the kind of an interface, or "" when it does not mine.
func (p *Plan) Kind(i int) string {
	if i >= len(p.kinds) {
		return ""
	}
	return p.kinds[i]
}

// newRig draws a miner of a coin.
func (p *Plan) newRig(r *rng.R, c *coin) *rig {
	g := &rig{k: p.k, coin: c, soft: &softs[rng.Pick(r, c.softs...)], speed: math.Pow(20, r.F()), worker: r.Int(0, 14), pass: rng.Pick(r, 1, 1, 1, 6, 12),
		wallet: c.address, alive: r.Chance(0.6)}
	if r.Chance(0.3) {
		// A name of an account instead of an address.
		g.wallet = r.Int(5, 14)
	}
	if fee := g.soft.fee; fee > 0 && r.Chance(0.85) {
		length := max(30, g.soft.round*fee)
		for t := g.soft.round * r.Between(0.3, 1.2); t < p.k.w.End; t += g.soft.round * r.Between(0.9, 1.1) {
			g.rounds = append(g.rounds, [2]float64{t, t + length})
		}
	}
	return g
}

func third(speed float64) string {
	switch u := math.Log(speed) / math.Log(20); {
	case u < 1.0/3:
		return "slow"
	case u < 2.0/3:
		return "middle"
	}
	return "fast"
}

func label(kind string, c *coin, pool string, speed float64, how string) *flow.Label {
	return &flow.Label{Class: "mining", Name: c.name + "-" + how,
		Detail: "kind=" + kind + "\tcoin=" + c.name + "\tpool=" + pool + "\tsize=" + third(speed) + "\ttransport=" + how}
}

// newRoute draws how a machine of an environment gets to its pool.
func (p *Plan) newRoute(r *rng.R, h *sim.Host, c *coin) *route {
	v := &route{how: rng.Pick(r, plain, plain, plain, plain, plain, tls12, tls12, tls13, tls13, socks, vpn)}
	if c.secure {
		v.how = rng.Pick(r, tls12, tls13)
	}
	switch v.how {
	case socks:
		v.port, v.lag = rng.Pick(r, 1080, 9050, 9050, 10808), r.Ratio(0.01, 0.5)
		if r.Chance(0.5) {
			v.via = p.k.w.Ghost(h.Env, "socks", r)
		} else {
			v.via = rng.Pick(r, p.k.w.Service("socks"+fmt.Sprint(r.Int(1, 9)), 2)...)
		}
	case vpn:
		v.port, v.over, v.ping = rng.Pick(r, 443, 1194, 8443), r.Int(38, 50), rng.Pick(r, 10.0, 10, 20, 25)
		v.via = rng.Pick(r, p.k.w.Service("tunnel"+fmt.Sprint(r.Int(1, 9)), 2)...)
	}
	return v
}

// Run lets an interface mine for the whole time.
func (p *Plan) Run(i int) {
	h := p.k.w.Hosts[i]
	r := p.k.w.Rand("mine", h.If.ID)
	c := &coins[r.Int(0, len(coins)-1)]
	if r.Chance(0.2) {
		c = &coins[0]
	}
	switch p.kinds[i] {
	case "pool":
		p.atPool(r, h, c)
		if r.Chance(0.1) {
			p.atPool(r, h, &coins[r.Int(0, len(coins)-1)])
		}
	case "solo":
		p.solo(r, h, c)
	case "proxy":
		p.throughProxy(r, h, p.groups[i])
	case "blocked":
		p.atBarrier(r, h, c)
	}
}

func (p *Plan) ctx(l *flow.Label, h *sim.Host, what string) *sim.Ctx {
	return sim.NewCtx(p.k.w, l, 0, p.k.w.Rand("mining", h.If.ID, what))
}

// atPool mines at a pool with another as its reserve, and for the author of the program in between.
func (p *Plan) atPool(r *rng.R, h *sim.Host, c *coin) {
	g, v := p.newRig(r, c), p.newRoute(r, h, c)
	all := p.k.poolsOf(c)
	first := rng.Pick(r, all...)
	list := []*pool{first}
	if r.Chance(0.5) {
		if second := rng.Pick(r, all...); second != first {
			list = append(list, second)
		}
	}
	p.donate(r, h, g, v)
	work(p.ctx(label("pool", c, first.name, g.speed, v.how), h, "pool "+c.name), h, g, v, list)
}

// donate runs the author's rounds.
func (p *Plan) donate(r *rng.R, h *sim.Host, g *rig, v *route) {
	if len(g.rounds) == 0 {
		return
	}
	name := "author-" + g.soft.name
	q := p.k.newPool(g.coin, name+"-"+g.coin.name, p.k.w.Rand("pools", name, g.coin.name))
	q.donor, q.idle = true, 1e12
	w := *v
	if w.how == tls12 || w.how == tls13 {
		w.how = rng.Pick(r, plain, v.how)
	}
	x := p.ctx(label("donation", g.coin, name, g.speed, w.how), h, "donation "+g.coin.name)
	for _, round := range g.rounds {
		x.T = round[0]
		c, under, lag := w.open(x, h, rng.Pick(x.R, q.servers...), q.door(&w), g)
		if c.OK() {
			g.coin.talk(newSession(x, c, q, g, lag, round[1]))
		}
		under.Close(0)
	}
	x.Finish()
}

// door is the port for a transport.
func (q *pool) door(v *route) int {
	if v.how == tls12 || v.how == tls13 {
		return q.tlsPort
	}
	return q.port
}

// work keeps a rig at work at the first of some pools that answers, with its program's habits of coming back.
func work(x *sim.Ctx, h *sim.Host, g *rig, v *route, list []*pool) {
	x.Limit = g.soft.connect
	x.T = x.R.F() * 20
	labels := make([]*flow.Label, len(list))
	for i, q := range list {
		labels[i] = label("pool", g.coin, q.name, g.speed, v.how)
	}
	labels[0] = x.Label
	breaks := x.R.Chance(0.25)
	at, fails := 0, 0
	pause := g.soft.pause
	for x.Run() {
		q := list[at]
		x.Label = labels[at]
		c, under, lag := v.open(x, h, rng.Pick(x.R, q.servers...), q.door(v), g)
		if !c.OK() {
			x.Sleep(pause)
			pause = min(pause*g.soft.backoff, 600)
			if fails++; fails >= g.soft.tries {
				at, fails = (at+1)%len(list), 0
			}
			continue
		}
		fails, pause = 0, g.soft.pause
		stop := x.T + x.R.Exp(40*3600)
		rest := 0.0
		if breaks {
			stop, rest = x.T+x.R.Log(9000, 0.8), x.R.Log(1500, 1)
		}
		if at > 0 {
			// A reserve is left as soon as the first answers again.
			stop = min(stop, x.T+x.R.Between(200, 1200))
		}
		if g.soft.name == "asic-firmware" || g.soft.name == "cgminer" {
			under.KeepAlive(0, 60)
		}
		g.coin.talk(newSession(x, c, q, g, lag, stop))
		if x.T >= stop {
			under.Close(0)
			x.Sleep(rest)
			at = 0
		} else {
			under.Close(1)
			x.Sleep(pause)
		}
	}
	x.Finish()
}

// solo asks a node for work; some of those who do are nodes themselves, with rigs that ask them and peers.
func (p *Plan) solo(r *rng.R, h *sim.Host, c *coin) {
	g := p.newRig(r, c)
	how := plain
	if c.secure {
		how = tls13
		if c.name == "beam" {
			how = tls12
		}
	}
	l := label("solo", c, "node-"+c.name, g.speed, how)
	if r.Chance(0.35) {
		n := label("node", c, "peers-"+c.name, g.speed, plain)
		peers := p.k.w.Service("peers "+c.name, 60)
		for k := range r.Int(4, 12) {
			x := p.ctx(n, h, fmt.Sprint("peer", k))
			b := rng.Pick(r, peers...)
			if h.Public && r.Chance(0.3) {
				c.peer(x, b, h, c)
			} else {
				c.peer(x, h, b, c)
			}
			x.Finish()
		}
		for k := range r.Int(1, 4) {
			other := p.newRig(r, c)
			x := p.ctx(label("solo", c, "node-"+c.name, other.speed, how), h, fmt.Sprint("asker", k))
			c.solo(other, x, p.k.w.Ghost(h.Env, "rig", r), h)
			x.Finish()
		}
		return
	}
	node := p.k.w.Ghost(h.Env, "coin-node", r)
	if r.Chance(0.35) {
		node = rng.Pick(r, p.k.w.Service("open node "+c.name, 3)...)
	}
	x := p.ctx(l, h, "solo")
	x.T = r.F() * 20
	c.solo(g, x, h, node)
	x.Finish()
}

// throughProxy is a worker of a group, or its proxy.
func (p *Plan) throughProxy(r *rng.R, h *sim.Host, q *group) {
	c := q.pool.coin
	if h != q.proxy {
		p.worker(r, h, h, q, 0)
		return
	}
	hands := r.Int(2, 25)
	for k := range hands {
		q.sum += p.worker(r, h, p.k.w.Ghost(h.Env, "rig", r), q, k+1)
	}
	up := p.newRig(r, c)
	up.speed = min(20, max(1, q.sum/8))
	v := p.newRoute(r, h, c)
	up.rounds = nil
	// Upstream the proxy is one miner of its workers' strength.
	l := label("proxy", c, q.pool.name, up.speed, v.how)
	up.speed = max(1, q.sum)
	work(p.ctx(l, h, "upstream"), h, up, v, []*pool{q.pool})
}

// worker mines at the proxy of its group from a machine and gives its speed; h is the interface in whose name it is drawn.
func (p *Plan) worker(r *rng.R, h, from *sim.Host, q *group, k int) float64 {
	g := p.newRig(r, q.pool.coin)
	g.rounds = nil
	v := &route{how: plain}
	if r.Chance(0.15) {
		v.how = tls13
		q.inner.tlsPort = q.inner.port
	}
	work(p.ctx(label("proxy", q.pool.coin, "relay-"+q.pool.name, g.speed, v.how), h, fmt.Sprint("worker", k)), from, g, v, []*pool{q.inner})
	return g.speed
}

// atBarrier is a miner that gets nowhere.
func (p *Plan) atBarrier(r *rng.R, h *sim.Host, c *coin) {
	g := p.newRig(r, c)
	v := &route{how: plain}
	if c.secure || r.Chance(0.3) {
		v.how = rng.Pick(r, tls12, tls13)
	}
	b := chooseBarrier(r)
	q := rng.Pick(r, p.k.poolsOf(c)...)
	servers := q.servers
	if b == bySinkhole {
		servers = p.k.w.Crowd(h.Env, "sinkhole", 1)
	} else if r.Chance(0.5) {
		servers = append(append([]*sim.Host{}, servers...), rng.Pick(r, p.k.poolsOf(c)...).servers...)
	}
	x := p.ctx(label("blocked", c, q.name, g.speed, v.how), h, "blocked")
	x.T = r.F() * 20
	g.besiege(x, h, servers, q.door(v), b, v, rng.Pick(r, p.k.w.Inside(h.Env, "dc")...))
	x.Finish()
}
