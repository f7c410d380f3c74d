package ordinary

import (
	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// poller asks the same thing again and again: on a new connection each time, on
// one kept open, or by a long poll the server holds until it has something.
var poller = &Family{wide: Spec{Every: rng{2, 1800}, Req: rng{120, 1500}, Rep: rng{100, 20000}}, run: func(g *program) {
	cad := wide.DrawTimer(g.h, g.spec.Every.Wilder(g.h))
	if wide.Chance(g.h, 0.25) {
		cad = g.every
	}
	switch wide.Weighted(g.h, 45, 30, 25) {
	case 0:
		g.singly(func(t float64) float64 { return cad.Gap(g.R, t) })
	case 1:
		g.sessions(func(c *wire.Conn, a *wire.Agenda) {
			g.often(a, c, &cad, func() { c.Ask(g.req.N(g.R), g.rep.N(g.R), g.think()) })
		})
	case 2:
		g.beats = 0
		hold := wide.Pick(g.h, 5.0, 10, 20, 20, 25, 30, 50, 60, 90, 110, 300)
		empty := wide.DrawLines(g.h, rng{60, 600})
		news := wide.Between(g.h, 3, 3000)
		g.sessions(func(c *wire.Conn, a *wire.Agenda) {
			a.In(0, func() float64 {
				wait, answer := wide.Exp(g.R, news), g.rep
				if wait > hold {
					wait, answer = hold, empty
				}
				c.Ask(g.req.N(g.R), answer.N(g.R), wait)
				return wait + g.think()
			})
		})
	}
}}

// visits are short sessions: someone comes, opens a few connections, asks a few
// things on each, and goes.
var visits = &Family{wide: Spec{Every: rng{10, 900}, Peers: rng{1, 30}, Conns: rng{1, 4}, Req: rng{150, 2500}, Rep: rng{200, 150000}}, run: func(g *program) {
	asks := wide.Between(g.h, 1.05, 10)
	read := wide.Between(g.h, 0.1, 15)
	for g.T < g.End {
		for range 1 + g.R.IntN(g.conns) {
			g.Fork(func(p *wire.Proc) {
				p.Wait(wide.Exp(p.R, 0.3))
				c := g.link.Open(p)
				g.greet(c)
				for range wide.Geometric(p.R, asks) {
					c.Ask(g.req.N(p.R), g.rep.N(p.R), g.think())
					c.Wait(wide.Exp(p.R, read))
				}
				if wide.Chance(p.R, 0.5) {
					c.Wait(min(300, wide.Exp(p.R, 8)))
				}
				c.Close(g.link.Closing)
			})
		}
		g.Wait(g.every.Gap(g.R, g.T))
	}
}}

// bulk moves much data now and then, up or down, in one piece or in parts.
var bulk = &Family{wide: Spec{Every: rng{900, 90000}, Push: rng{2e5, 2e9}, Conns: rng{1, 4}, Req: rng{80, 1500}, Rep: rng{30, 900}}, run: func(g *program) {
	up := wide.Chance(g.h, 0.5) // from the client
	part := wide.Pick(g.h, 1<<40, 65536, 1<<20, 8<<20, 64<<20)
	part = max(part, int(g.spec.Push[1])/2000)
	g.Wait(g.R.Float64() * 0.5 * g.every.Gap(g.R, g.T))
	for g.T < g.End {
		total := g.push.N(g.R)
		for range g.conns {
			g.Fork(func(p *wire.Proc) {
				c := g.link.Open(p)
				g.greet(c)
				for left := total / g.conns; left > 0 && c.T < p.End; left -= part {
					n := max(1, min(part, left))
					if up {
						c.Up(g.req.N(p.R) + n)
						c.Answer(wire.Server, g.rep.N(p.R), g.think())
					} else {
						c.Ask(g.req.N(p.R), n, g.think())
					}
					c.Wait(g.think() / 20)
				}
				c.Close(g.link.Closing)
			})
		}
		g.Wait(60 + g.every.Gap(g.R, g.T))
	}
}}

// probes are attempts to reach what is not there, retried for ever: silence,
// refusal or a rule of the firewall.
var probes = &Family{wide: Spec{Every: rng{2, 600}}, run: func(g *program) {
	why := wire.Failure(g.h.IntN(3))
	patience := wide.Pick(g.h, 1.0, 2, 3, 5, 10, 15, 20, 30, 60, 127)
	growth, most := wide.Pick(g.h, 1.0, 1, 1, 1.5, 2), wide.Between(g.h, 30, 1200)
	first, jitter := g.spec.Every.Draw(g.h), wide.Between(g.h, 0.001, 0.5)
	for gap := first; g.T < g.End; gap = max(first, min(gap*growth, most)) {
		g.link.Fail(g.Proc, why, patience)
		g.Wait(max(0.3, gap*(1+jitter*(2*g.R.Float64()-1))))
	}
}}

// scans are single tries of many addresses or ports by strangers, mostly turned
// away by the firewall.
var scans = &Family{wide: Spec{Every: rng{20, 400}}, run: func(g *program) {
	ports := []uint16{22, 23, 80, 443, 445, 1433, 3306, 3389, 5432, 5900, 6379, 8080, 8443, 9200, 2375, 3333, 5555}
	open := g.h.Float64() * 0.2
	g.Label = wire.Label{}
	for g.T < g.End {
		g.link.Port = wide.Pick(g.R, ports...)
		if wide.Chance(g.R, 0.3) {
			g.link.Port = uint16(1 + g.R.IntN(65000))
		}
		why := wire.Rejected
		if wide.Chance(g.R, open) {
			why = wire.Refused
		}
		g.link.Fail(g.Proc, why, wide.Pick(g.R, 0.5, 0.5, 4))
		g.Wait(g.every.Gap(g.R, g.T))
	}
}}

// datagrams are questions and answers over UDP.
var datagrams = &Family{wide: Spec{Every: rng{20, 1000}, Req: rng{25, 60}, Rep: rng{40, 300}}, run: func(g *program) {
	for g.T < g.End {
		g.link.Datagrams(g.Proc, min(g.req.N(g.R), 200), min(g.rep.N(g.R), 1200))
		g.Wait(g.every.Gap(g.R, g.T))
	}
}}
