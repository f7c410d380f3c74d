package mine

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// soloOn mines with a node, somebody's or one's own, without a pool.
func (m *miner) soloOn(ms *Mines) {
	private := m.h.D.Chance(0.5)
	if m.way.name == "socks" || m.way.name == "vpn" && private {
		m.way = newTransport(m.h, "plain")
	}
	node := newPool(ms.w, ms.number(m.coin.name+"-node"), m.coin, private, 1)
	node.start, node.target = node.start*m.h.D.Log(20, 2000), 0
	m.pools = []*pool{node}
	label(m.h, m.way.remote(node.at(0, m.way.secret)), "solo", m.coin.name, node.name, m.size, m.way.name)
	m.coin.solo(m)
}

// soloNodeStratum is a node or bridge that speaks the pools' dialect but
// takes only blocks, or the heavy shares of a decentralised pool.
func soloNodeStratum(m *miner) { m.usePools("solo") }

// rpc keeps connections to the node, or opens one for each request, and runs
// a program over them.
func (m *miner) rpc(run func(c *wire.Conn)) {
	d, node := m.h.D, m.pools[0]
	s := node.at(0, m.way.secret)
	for t := m.h.Begin(); t < m.h.End; {
		c, carrier := m.way.connect(m.h, t, s)
		c.Limit(d.Exp(node.life))
		run(c)
		if c != carrier {
			c.Close(wire.Client)
			carrier.Now = max(carrier.Now, c.Now)
		}
		carrier.Close(dice.Of(d, wire.Client, wire.Server))
		t = carrier.Now + m.r.retry()
	}
}

// soloMonero asks for the height again and again and fetches a template when
// it has changed.
func soloMonero(m *miner) {
	d := m.h.D
	poll, again := d.Tick(0.5, 5), d.Log(30, 600)
	ask, answer := d.Int(90, 260), d.Int(180, 420)
	template := d.Size(2500, 9000)
	blocks := m.h.World.Blocks(m.coin.name, m.coin.block)
	m.rpc(func(c *wire.Conn) {
		fetch := func() { c.Call(d.Int(260, 340), template()) }
		fetch()
		c.Run(c.Timer(poll, func() { c.Call(ask, answer) }), c.OnBlocks(blocks, 1, fetch), c.Timer(every(again), fetch))
	})
}

// soloGetWork polls a node for work by HTTP and reports its hashrate.
func soloGetWork(m *miner) {
	d := m.h.D
	poll := d.Tick(0.2, 5)
	ask, answer := d.Int(180, 330), d.Int(330, 520)
	m.rpc(func(c *wire.Conn) {
		timers := []*wire.Timer{c.Timer(poll, func() { c.Call(ask, answer) })}
		if m.r.reports > 0 {
			timers = append(timers, c.Timer(every(m.r.reports), func() { c.Call(ask+130, d.Int(150, 200)) }))
		}
		c.Run(timers...)
	})
}

// soloTemplate asks for block templates of so many bytes, by the clock or by
// long polls that end with a block.
func soloTemplate(lo, hi int) func(m *miner) {
	return func(m *miner) {
		d := m.h.D
		poll, size, ask := d.Tick(2, 60), d.Size(lo, hi), d.Int(230, 420)
		wait := dice.Of(d, 0, d.Log(30, 120))
		blocks := m.h.World.Blocks(m.coin.name, m.coin.block)
		m.rpc(func(c *wire.Conn) {
			if wait == 0 {
				c.Run(c.Timer(poll, func() { c.Call(ask, size()) }), c.OnBlocks(blocks, 1, func() { c.Call(ask, size()) }))
				return
			}
			c.Call(ask, size())
			next := 0
			for c.Open() {
				for next < len(blocks) && blocks[next] <= c.Now {
					next++
				}
				until := c.Now + wait
				if next < len(blocks) {
					until = min(until, blocks[next]+d.Exp(0.5))
				}
				c.Up(ask + 70)
				c.WaitUntil(until)
				c.Down(size())
				c.Wait(0.05)
			}
		})
	}
}

// soloKaspa hears by gRPC of every new template, fetches it, and now and then
// finds a block.
func soloKaspa(m *miner) {
	d := m.h.D
	news := d.Random(0.1, 1.2)
	size := d.Size(1500, 12000)
	found := d.Log(200, 20000)
	m.rpc(func(c *wire.Conn) {
		c.Frame(14, 14)
		c.Call(60, 120)
		c.Run(c.Timer(news, func() { c.Down(12); c.Call(70, size()) }),
			c.Timer(func() float64 { return d.Exp(found) }, func() { c.Call(size(), 20) }))
	})
}
