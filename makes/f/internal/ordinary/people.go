package ordinary

import (
	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// shell is a person at a remote terminal or screen: keystrokes and their echoes,
// output, pauses.
var shell = &Family{wide: Spec{Every: rng{1200, 20000}, Req: rng{1, 60}, Rep: rng{30, 30000}, Life: rng{120, 20000}}, run: func(g *program) {
	frame := wide.Pick(g.h, 36, 36, 44, 52, 68, 1, 24) // a key in its encryption
	tempo := wide.Between(g.h, 0.06, 0.5)
	pause := wide.Between(g.h, 4, 200)
	line := wide.Between(g.h, 2, 30)
	stay := g.spec.Life.Draw(g.h)
	g.Wait(g.R.Float64() * g.every.Gap(g.R, g.T) / 2)
	for g.T < g.End {
		c := g.link.Open(g.Proc)
		g.greet(c)
		a := wire.NewAgenda(c)
		g.heart(a, c)
		a.In(1, func() float64 {
			for range wide.Geometric(g.R, line) {
				c.Ask(frame, frame, 0.001)
				c.Wait(wide.LogNormal(g.R, tempo, 0.6))
			}
			c.Ask(frame, g.rep.N(g.R), g.think())
			return wide.LogNormal(g.R, pause, 1.2)
		})
		a.Run(min(g.End, c.T+wide.Exp(g.R, stay)))
		c.Close(g.link.Closing)
		g.T = c.T + g.every.Gap(g.R, g.T)
	}
}}

// peers is a node of a peer-to-peer network: several links that come and go, with
// gossip both ways, requests for what was announced, pings, now and then blocks.
var peers = &Family{wide: Spec{Conns: rng{3, 14}, Peers: rng{10, 200}, Every: rng{3, 120}, PushEvery: rng{10, 900}, Beat: rng{10, 180}, Life: rng{200, 80000},
	Hello: rng{50, 400}, Req: rng{30, 300}, Rep: rng{100, 2500}, Push: rng{500, 400000}}, run: func(g *program) {
	fetches := g.h.Float64()
	gone := g.h.Float64() * 0.5
	g.beats = max(1, g.beats)
	g.sessions(func(c *wire.Conn, a *wire.Agenda) {
		g.often(a, c, &g.every, func() {
			from := wire.Side(g.R.IntN(2))
			c.Send(from, g.req.N(g.R))
			if wide.Chance(g.R, fetches) {
				c.Answer(1-from, g.req.N(g.R), g.think()+0.01)
				c.Answer(from, g.rep.N(g.R), g.think()+0.01)
			}
		})
		g.often(a, c, &g.pushEvery, func() { c.Send(wire.Side(g.R.IntN(2)), g.push.N(g.R)) })
	})
	for g.T < g.End { // peers that are no longer there
		g.link.Fail(g.Proc, wire.Failure(1+g.R.IntN(2)), 5)
		g.Wait(wide.Exp(g.R, 60/(0.02+gone)))
	}
}}
