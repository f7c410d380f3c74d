package mine

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// proxyPool is what a private proxy looks like to its workers: the words and
// jobs of the pool behind it, at a difficulty of its own.
func proxyPool(p *sim.Proc, c *coin, behind *pool) *pool {
	r := p.R
	q := *behind
	q.tongue = newTongue(r)
	q.name = behind.name + "-proxy"
	q.port = rnd.Pick[uint16](r, 3333, 3333, 443, 80, 8080, 7777, 4444)
	q.securePort = q.port
	q.think, q.life = r.LogU(0.0002, 0.003), r.LogU(4*3600, 300*3600)
	q.lag += 0.1
	q.fixed = r.Chance(0.6)
	q.share = r.LogU(4, 120)
	q.start = q.share * r.LogU(0.5, 4)
	q.floor = q.start
	if !q.fixed {
		q.floor *= 0.1
	}
	return &q
}

// worker mines at a private proxy.
func (g *rig) worker() {
	g.pool.servers = []*sim.Peer{g.Host.World.Private()}
	g.mine()
}

// upstream is a proxy: it mines for many workers on one connection, or a few,
// and the workers may be connected to the same interface.
func (g *rig) upstream() {
	r := g.R
	workers := r.LogU(6, 160)
	g.speed *= workers
	g.warmup = 0
	g.pool.fixed = false // proxies ask for the difficulty they want
	local := proxyPool(g.Proc, g.coin, g.pool)
	if r.Chance(0.7) {
		for range min(int(workers), r.Int(2, 14)) {
			g.Fork(func(p *sim.Proc) { g.serve(p, local) })
		}
	}
	for n := int(workers) / 100; n > 0; n-- { // a connection holds so many workers
		g.Fork(func(p *sim.Proc) {
			q := *g
			q.Proc = p
			q.mine()
		})
	}
	g.mine()
}

// serve is one worker seen from the proxy.
func (g *rig) serve(p *sim.Proc, local *pool) {
	size := rnd.Pick(p.R, "slow", "slow", "middle", "middle", "fast")
	w := newRig(p, g.coin, local, size, "plain")
	w.describe("proxy")
	peer := p.Host.World.Private()
	for w.Running() {
		w.work(w.Dial(sim.Target{Peer: peer, Port: local.port, Keep: w.keep, Inbound: true}), w.Now+w.R.Exp(local.life))
		w.Sleep(w.pause)
	}
}
