package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Block chains without mining.

// gossipNode keeps connections with fellow nodes of a block chain.
func gossipNode(p *sim.Proc, port uint16, most int, life float64, talk func(p *sim.Proc, c *sim.Conn) []*sim.Timer) {
	for n := p.R.Int(6, most); n > 0; n-- {
		p.Fork(func(p *sim.Proc) {
			r := p.R
			for p.Running() {
				to := sim.Target{Peer: p.Host.World.Public(r.LogU(0.008, 0.2)), Port: port, Inbound: p.Host.Exposed && r.Chance(0.3)}
				if r.Chance(0.15) {
					p.Fail(to, rnd.Pick(r, sim.Dropped, sim.Refused), 10, 0)
				} else {
					c := p.Dial(to)
					c.Serve(p.Now+r.Exp(life), talk(p, c)...)
					c.End()
				}
				p.Sleep(r.Exp(30))
			}
		})
	}
}

func bitcoinNode(p *sim.Proc) {
	rate := p.R.LogU(1.5, 8)
	gossipNode(p, 8333, 16, 8*hour, func(p *sim.Proc, c *sim.Conn) []*sim.Timer {
		r := p.R
		c.Ask(r.Int(126, 160), r.Int(126, 190), 0.05)
		c.Ask(24, 24, 0.05)
		return timers(p.Tick(120, func() { c.Ask(32, 32, 0.01) }), p.Random(rate, func() { c.Up(24 + 1 + 36*r.Int(1, 20)) }),
			p.Random(rate, func() { c.Down(24 + 1 + 36*r.Int(1, 20)) }), p.Random(3*rate, func() { c.Ask(24+37*r.Int(1, 4), r.Size(500, 0.7), 0.02) }),
			p.Random(600, func() { c.Down(r.Size(14000, 0.5)) }))
	})
}

func ethereumNode(p *sim.Proc) {
	rate := p.R.LogU(0.5, 3)
	gossipNode(p, 30303, 20, 2*hour, func(p *sim.Proc, c *sim.Conn) []*sim.Timer {
		r := p.R
		c.Ask(r.Int(350, 480), r.Int(320, 450), 0.01)
		c.Ask(r.Int(140, 240), r.Int(140, 240), 0.01)
		return timers(p.Tick(15, func() { c.Ask(32, 32, 0.01) }), p.Random(rate, func() { c.Down(r.Size(420, 0.9)) }), p.Random(rate, func() { c.Up(r.Size(420, 0.9)) }),
			p.Random(60, func() { c.Ask(r.Size(220, 0.4), r.Size(9000, 1), 0.03) }))
	})
}

func moneroNode(p *sim.Proc) {
	rate := p.R.LogU(4, 25)
	gossipNode(p, 18080, 14, 5*hour, func(p *sim.Proc, c *sim.Conn) []*sim.Timer {
		r := p.R
		c.Ask(r.Int(230, 330), r.Int(4000, 12000), 0.02)
		return timers(p.Tick(60, func() { c.Ask(r.Int(140, 190), r.Int(3000, 11000), 0.01) }), p.Random(rate, func() { c.Down(r.Size(2000, 0.5)) }),
			p.Random(rate, func() { c.Up(r.Size(2000, 0.5)) }), p.Random(240, func() { c.Down(r.Size(1500, 0.4)) }))
	})
}

func lightningNode(p *sim.Proc) {
	gossipNode(p, 9735, 10, 20*hour, func(p *sim.Proc, c *sim.Conn) []*sim.Timer {
		r := p.R
		c.Ask(50, 50, 0.05)
		c.Ask(66+r.Int(50, 90), r.Int(60, 120), 0.05)
		return timers(p.Each(loose(p, 60, 0.4), func() { c.Ask(18+r.Int(6, 80), 18+r.Int(6, 80), 0.02) }), p.Random(r.LogU(3, 90), func() { c.Down(r.Size(170, 0.4)) }), p.Random(r.LogU(10, 90), func() { c.Up(r.Size(170, 0.4)) }))
	})
}

// chainRPC asks a node for its height and some balances.
func chainRPC(p *sim.Proc) {
	r := p.R
	to := anywhere(p, "chainrpc", rnd.Pick[uint16](r, 8545, 443, 8332, 18081, 8899))
	gap := rnd.Pick[float64](r, 0.5, 1, 2, 4, 10, 12, 15, 60)
	up, down := r.Int(180, 520), r.Int(150, 520)
	more := r.U(0, 0.5)
	work := func(c *sim.Conn) {
		c.Ask(up, down, r.LogU(0.001, 0.05))
		if r.Chance(more) {
			c.Ask(r.Size(float64(up), 0.3), r.Size(2500, 1.2), 0.02)
		}
	}
	if r.Chance(0.3) {
		poll(p, to, steady(p, max(gap, 2)), work)
		return
	}
	hold(p, to, r.LogU(hour/2, 60*hour), func(c *sim.Conn) []*sim.Timer { return timers(p.Tick(gap, func() { work(c) })) })
}

// chainFeed subscribes to new heads over a web socket.
func chainFeed(p *sim.Proc) {
	r := p.R
	block := rnd.Pick[float64](r, 0.4, 2, 3, 12, 12, 13)
	size := r.LogU(300, 1800)
	hold(p, anywhere(p, "chainfeed", rnd.Pick[uint16](r, 8546, 443)), 20*hour, func(c *sim.Conn) []*sim.Timer {
		c.Ask(300, 160, 0.02)
		c.Ask(90, 70, 0.02)
		return timers(p.Each(loose(p, block, 0.1), func() { c.Down(r.Size(size, 0.03)) }), p.Tick(30, func() { c.Ask(6, 2, 0) }), p.Human(120, func() { c.Ask(r.Int(150, 400), r.Int(90, 500), 0.02) }))
	})
}

// electrum is a wallet; its lines of JSON look much like Stratum.
func electrum(p *sim.Proc) {
	r := p.R
	to := outside(p, "electrum", rnd.Pick[uint16](r, 50002, 50001, 50002, 443))
	if to.Port == 50001 {
		to.TLS = 0
	}
	copies(p, r.Int(1, 4), func(p *sim.Proc) {
		r := p.R
		hold(p, to, 12*hour, func(c *sim.Conn) []*sim.Timer {
			c.Ask(r.Int(80, 120), r.Int(70, 110), 0.02)
			c.Ask(r.Int(60, 80), r.Int(240, 260), 0.02)
			for range r.Int(2, 25) {
				c.Ask(r.Int(125, 140), r.Int(50, 110), 0.01)
			}
			return timers(p.Tick(rnd.Pick[float64](r, 60, 300, 450), func() { c.Ask(r.Int(52, 66), r.Int(38, 46), 0.002) }),
				p.Random(rnd.Pick[float64](r, 600, 150, 60), func() { c.Down(r.Int(240, 262)) }), p.Human(2000, func() { c.Down(r.Int(150, 190)); c.Ask(130, r.Size(900, 0.8), 0.02) }))
		})
	})
}
