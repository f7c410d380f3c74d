package mine

import (
	"sort"

	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// soloCoins are mined against a node, each in the way its miners know.
var soloCoins = []string{"monero", "ethclassic", "litecoin", "p2pool", "kaspa", "dero", "raptoreum", "wownero", "bitcoin", "zephyr"}

// solo lets a miner work on a node, private or public, by its RPC.
func (g *rig) solo(way string) {
	r := g.R
	node := g.Host.World.Private()
	if r.Chance(0.35) {
		node = g.Host.World.Public(r.LogU(0.005, 0.2))
	}
	switch way {
	case "p2pool":
		g.p2pool(node)
	case "monero", "wownero", "zephyr":
		g.daemon(node)
	case "ethclassic":
		g.getWork(node)
	case "kaspa":
		g.templateStream(node)
	case "dero":
		g.pool.servers, g.pool.life = []*sim.Peer{node}, r.LogU(3600, 200*3600)
		g.mine()
	default:
		g.getTemplate(node)
	}
}

// watch tells, each time it is asked, whether there was a block since.
func (g *rig) watch() func() bool {
	list := g.coin.blocks
	last := sort.SearchFloat64s(list, g.Now)
	return func() bool {
		i := sort.SearchFloat64s(list, g.Now-g.pool.lag)
		fresh := i > last
		last = max(last, i)
		return fresh
	}
}

// daemon is xmrig without a pool: it asks for the height every second, and for
// a template after a block or when the old one is too old.
func (g *rig) daemon(node *sim.Peer) {
	r := g.R
	period := rnd.Pick(r, 1, 1, 1, 0.5, 2, 5, 10)
	kept := r.Chance(0.4)
	height := ask{r.Int(80, 190), r.Int(230, 480)}
	request, template, txs := r.Int(230, 420), r.Int(1500, 2600), r.LogU(4, 60)
	to := sim.Target{Peer: node, Port: rnd.Pick[uint16](r, 18081, 18081, 18089, 34568, 17767), Keep: g.keep}
	switch g.through {
	case "tls12":
		to.TLS = 12
	case "tls13":
		to.TLS = 13
	}
	fresh, age := g.watch(), g.Now
	old := rnd.Pick[float64](r, 15, 15, 30, 60)
	solved := g.Now + g.R.Exp(5e5)
	var c *sim.Conn
	talk := func(a ask, think float64) {
		if c == nil || !c.Open() {
			c = g.Dial(to)
		}
		c.Ask(a.up, a.down, think)
		if !kept {
			c.Close(r.Chance(0.5))
		}
	}
	until := g.Now + r.Exp(g.pool.life)
	for g.Running() {
		start := g.Now
		talk(height, r.LogU(0.0003, 0.004))
		if fresh() || g.Now-age > old {
			talk(ask{request, template + 64*r.Count(txs)}, r.LogU(0.002, 0.08))
			age = g.Now
		}
		if g.Now > solved {
			talk(ask{template/2 + 200, r.Int(150, 260)}, 0.05)
			solved = g.Now + r.Exp(5e5)
		}
		if g.Now > until && c.Open() {
			c.End()
			until = g.Now + r.Exp(g.pool.life)
		}
		g.Sleep(max(period-(g.Now-start), period*0.1) + r.Exp(0.003))
	}
}

// getWork is a GPU miner asking an Ethash node for work over HTTP.
func (g *rig) getWork(node *sim.Peer) {
	r := g.R
	period := rnd.Pick(r, 0.2, 0.5, 0.5, 1, 2)
	work := ask{r.Int(150, 330), r.Int(330, 480)}
	speed := ask{r.Int(250, 420), r.Int(150, 240)}
	to := sim.Target{Peer: node, Port: rnd.Pick[uint16](r, 8545, 8545, 8547), Keep: g.keep}
	for g.Running() {
		c := g.Dial(to)
		poll := g.Each(func() float64 { return period + r.Exp(0.002) }, func() { c.Ask(work.up, work.down, r.LogU(0.0003, 0.003)) })
		rate := g.Tick(rnd.Pick[float64](r, 10, 30, 60), func() { c.Ask(speed.up, speed.down, 0.001) })
		found := g.Random(4e4, func() { c.Ask(work.up+210, 180, 0.01) })
		c.Serve(g.Now+r.Exp(g.pool.life), poll, rate, found)
		c.End()
		g.Sleep(g.pause)
	}
}

// getTemplate is cpuminer or cgminer on a node of Bitcoin's kin: a large
// template after each block or scan time, by long poll if the node can.
func (g *rig) getTemplate(node *sim.Peer) {
	r := g.R
	scan := rnd.Pick[float64](r, 1, 5, 5, 10, 30, 60)
	size := r.LogU(2500, 60000)
	if g.coin.name == "bitcoin" {
		size = r.LogU(4e5, 2.6e6)
	}
	request := r.Int(220, 480)
	to := sim.Target{Peer: node, Port: rnd.Pick[uint16](r, 8332, 9332, 10225, 27486), Keep: g.keep}
	longPoll := r.Chance(0.4)
	for g.Running() {
		c := g.Dial(to)
		timers := []*sim.Timer{g.Tick(scan, func() { c.Ask(request, r.Size(size, 0.25), r.LogU(0.002, 0.2)) })}
		timers = append(timers, g.Random(1e5, func() { c.Ask(int(size/3)+400, 150, 0.2) }))
		if longPoll {
			g.Fork(func(p *sim.Proc) {
				q := *g
				q.Proc = p
				wait := p.Dial(to)
				wait.Up(request + 90)
				wait.Serve(p.End, q.blocks(func() { wait.Down(r.Size(size, 0.1)); wait.Up(request + 90) }))
			})
			longPoll = false
		}
		c.Serve(g.Now+r.Exp(g.pool.life), timers...)
		c.End()
		g.Sleep(g.pause)
	}
}

// templateStream is a Kaspa miner: the node announces templates over gRPC and
// the miner fetches them.
func (g *rig) templateStream(node *sim.Peer) {
	r := g.R
	gap := r.LogU(0.1, 1.2)
	notice, request, template := r.Int(22, 60), r.Int(90, 150), r.LogU(900, 14000)
	for g.Running() {
		c := g.Dial(sim.Target{Peer: node, Port: 16110, Keep: g.keep})
		c.Ask(r.Int(180, 300), r.Int(60, 140), 0.001)
		next := g.Random(gap, func() {
			c.Down(notice)
			c.Ask(request, r.Size(template, 0.5), r.LogU(0.0005, 0.01))
		})
		c.Serve(g.Now+r.Exp(g.pool.life), next, g.Random(2e4, func() { c.Ask(int(template), 60, 0.02) }))
		c.End()
		g.Sleep(g.pause)
	}
}

// p2pool is a host of the decentral pool: RPC and ZMQ of a Monero node, and
// its fellow nodes, with which it shares a chain of small blocks.
func (g *rig) p2pool(node *sim.Peer) {
	r := g.R
	g.Fork(func(p *sim.Proc) { // ZMQ: transactions and blocks
		c := p.Dial(sim.Target{Peer: node, Port: 18083, Keep: g.keep})
		c.Ask(64, 64, 0.001)
		c.Ask(r.Int(60, 110), r.Int(60, 110), 0.001)
		q := *g
		q.Proc = p
		miner := r.Int(800, 1600)
		c.Serve(p.End, p.Random(r.LogU(2, 9), func() { c.Down(r.Size(190, 0.5)) }), q.blocks(func() { c.Down(miner) }))
	})
	period := r.LogU(8, 12)
	for range r.Int(6, 22) {
		g.Fork(func(p *sim.Proc) {
			r := p.R
			p.Label.Fields = append([]string{"kind=node"}, p.Label.Fields[1:]...)
			for p.Running() {
				to := sim.Target{Peer: p.Host.World.Public(r.LogU(0.01, 0.2)), Port: rnd.Pick[uint16](r, 37889, 37888), Inbound: g.Host.Exposed && r.Chance(0.4)}
				c := p.Dial(to)
				c.Ask(r.Int(17, 60), r.Int(17, 90), 0.002)
				block := p.Random(period*r.U(1, 2), func() {
					if n := r.Size(1100, 0.7); r.Chance(0.5) {
						c.Up(n)
					} else {
						c.Down(n)
					}
				})
				c.Serve(p.Now+r.Exp(4*3600), block, p.Random(70, func() { c.Ask(2, r.Int(20, 330), 0.003) }))
				c.End()
				p.Sleep(r.Exp(60))
			}
		})
	}
	fresh := g.watch()
	for g.Running() {
		c := g.Dial(sim.Target{Peer: node, Port: 18081})
		c.Ask(r.Int(180, 260), r.Int(700, 1300), 0.003)
		if fresh() {
			c.Ask(r.Int(200, 320), r.Size(9000, 0.6), 0.05)
		}
		c.Close(true)
		g.Sleep(r.LogU(5, 40))
	}
}
