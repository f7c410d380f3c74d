package mine

import (
	"makes/y/internal/sim"
)

// moneroSolo is a miner in daemon mode: getheight is asked every poll interval, a template when the height moved or the job
// grew old, each request on a connection of its own or on one that is kept.
func moneroSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll := []float64{1, 1, 2, 5, 10}[p.Int(0, 4)]
	old, kept, template := p.Between(15, 60), p.Chance(0.6), p.Int(900, 24000)
	blocks := &pool{blocks: g.k.chainOf(g.coin), lateness: 0.3}
	port := g.coin.soloAt
	var c *sim.Conn
	ask := func(up, down int) bool {
		if c == nil || !c.OK() {
			c = x.Dial(a, b, port)
		}
		ok := c.OK()
		c.Ask(up, down, 0.003)
		if !kept {
			c.Close(0)
		}
		return ok
	}
	block, _ := blocks.nextJob(x.T)
	fresh := 0.0
	for x.Run() {
		ok := ask(112+g.soft.agent, 362)
		if ok && (x.T >= block || x.T >= fresh) {
			ask(260+g.wallet+g.soft.agent, 1100+x.R.Size(template, 0.3))
			block, _ = blocks.nextJob(x.T)
			fresh = x.T + old
		}
		x.Sleep(poll)
		if !ok {
			x.Sleep(g.soft.pause)
		}
	}
}

// templateSolo is getblocktemplate with long polling: a request held until the next block or a minute's new transactions,
// beside the plain polls of programs that have no long poll.
func templateSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	long := p.Chance(0.6)
	scan := []float64{5, 5, 10, 30}[p.Int(0, 3)]
	size := p.Int(1800, 30000)
	if g.coin.branch > 5 {
		size = p.Int(300000, 2500000)
		scan *= 6
	}
	chain := &pool{blocks: g.k.chainOf(g.coin), lateness: 0.5}
	if long {
		chain.refresh = p.Between(50, 70)
	}
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		c.Ask(330, x.R.Size(size, 0.2), 0.02)
		for c.OK() {
			if long {
				next, _ := chain.nextJob(x.T)
				c.Up(412)
				x.Sleep(min(next-x.T, 600))
				c.Down(x.R.Size(size, 0.2))
				continue
			}
			x.Sleep(scan)
			c.Ask(330, x.R.Size(size, 0.2), 0.02)
		}
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}

// getWorkSolo is eth_getWork polled every half second to two on a kept HTTP connection, with a report of the hash rate between.
func getWorkSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll, report := []float64{0.5, 0.5, 1, 2}[p.Int(0, 3)], p.Between(5, 60)
	head := p.Int(110, 210)
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		next := x.T + report
		for c.OK() {
			c.Ask(head+70, 130+44+3*69, 0.001)
			if x.T > next {
				c.Ask(head+74+69+69, 130+38, 0.001)
				next = x.T + report
			}
			x.Sleep(poll)
		}
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}

// candidateSolo asks a node's REST interface for the candidate each second or few, on a kept connection.
func candidateSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll := []float64{1, 1, 2, 5}[p.Int(0, 3)]
	up, down := p.Int(120, 190), p.Int(420, 640)
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		for c.OK() {
			c.Ask(up, down, 0.002)
			x.Sleep(poll)
		}
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}

// kaspadSolo is the node's gRPC stream: a notice that there is a new template, the question, the template.
func kaspadSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	template, every := p.Int(900, 6000), p.Between(0.3, 1.2)
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		c.Ask(24+27+160, 60, 0.001)
		c.Ask(20, 22, 0.001)
		for c.OK() {
			x.Sleep(x.R.Exp(every))
			c.Down(16)
			c.Up(22 + g.wallet)
			x.Sleep(0.002)
			c.Down(x.R.Size(template, 0.3))
			if x.R.Chance(0.1) {
				c.Up(13 + 17)
				c.Down(17)
			}
		}
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}

// alephiumSolo is the full node's binary port: it sends jobs for all sixteen chains whenever one moved.
func alephiumSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	job, every := 16*p.Int(330, 480), p.Between(0.8, 4)
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		for c.OK() {
			c.Down(job + x.R.Int(0, 40))
			x.Sleep(x.R.Exp(every))
		}
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}

// nodePool is a node that speaks its pools' dialect: it never lowers its difficulty, so a share is a block.
func (g *rig) nodePool(x *sim.Ctx) *pool {
	return &pool{coin: g.coin, fixed: true, first: 4e6, low: 4e6, high: 4e6, retarget: 1e12, refresh: g.coin.refresh, phase: x.R.F() * 60,
		lateness: 0.2, idle: 1e12, word: x.R.Int(4, 12), think: 0.001, blocks: g.k.chainOf(g.coin)}
}

// cuckooSolo is a Grin node's own stratum.
func cuckooSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := g.nodePool(x)
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		cuckooTalk(newSession(x, c, p, g, c.RTT(), x.End))
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}

// beamSolo is a Beam node's own stratum, which wants TLS.
func beamSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := g.nodePool(x)
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		c.TLS(12, max(g.soft.hello, 240))
		beamTalk(newSession(x, c, p, g, c.RTT(), x.End))
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}

// deroSolo is the getwork websocket of a daemon.
func deroSolo(g *rig, x *sim.Ctx, a, b *sim.Host) {
	p := g.nodePool(x)
	for x.Run() {
		c := x.Dial(a, b, g.coin.soloAt)
		if g.coin.secure {
			c.TLS(13, max(g.soft.hello, 240))
		}
		deroTalk(newSession(x, c, p, g, c.RTT(), x.End))
		c.Close(0)
		x.Sleep(g.soft.pause)
	}
}
