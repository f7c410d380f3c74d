package benign

import "makes/e/internal/sim"

var webs = []Kind{
	{"web-server", webServer, odds{"web": 0.9}},
	{"web-behind-balancer", balancedServer, odds{"web": 0.5, "service": 0.4}},
	{"websocket-server", websocketServer, odds{"web": 0.2, "service": 0.05}},
	{"rest-client", restClient, odds{"service": 0.6, "web": 0.4, "pipeline": 0.3, "any": 0.1}},
	{"webhook-sender", webhookSender, odds{"service": 0.15, "build": 0.1}},
	{"sse-client", sseClient, odds{"service": 0.06, "desktop": 0.08}},
	{"ai-completions", aiCompletions, odds{"service": 0.1, "desktop": 0.1}},
	{"ticker-feed", tickerFeed, odds{"service": 0.06, "chain": 0.4, "pipeline": 0.05}},
	{"fix-session", fixSession, odds{"service": 0.03, "chain": 0.15, "legacy": 0.03}},
	{"smtp-relay", smtpRelay, odds{"web": 0.12, "legacy": 0.2}},
	{"rtmp-stream", rtmpStream, odds{"web": 0.03, "iot": 0.05}},
	{"crawler", crawler, odds{"pipeline": 0.12, "service": 0.03}},
	{"game-server", gameServer, odds{"web": 0.04}},
}

// webServer is visited by strangers who come back now and then.
func webServer(p *sim.Program) {
	people := make([]sim.Peer, p.LogInt(60, 1500))
	for i := range people {
		people[i] = p.World.Public(0)
	}
	mean, hold, page := p.Log(4, 200), sim.Pick(p.Dice, 5.0, 5, 15, 65, 75), p.LogInt(1500, 60000)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean) / p.Busy()) {
		q := p.Fork()
		c := q.Accept(sim.Pick(q.Dice, people...), 443).AnyTLS()
		for range q.LogInt(1, 12) {
			c.Ask(q.Int(300, 1500), q.Near(page, 0.95), q.Log(0.002, 0.3))
			q.Wait(q.Log(0.01, hold))
		}
		end(q, c)
	}
}

func balancedServer(p *sim.Program) {
	port, page := sim.Pick(p.Dice, uint16(80), 8080, 8443), p.LogInt(300, 30000)
	threads(p, p.Int(2, 5), func(q *sim.Program) {
		balancer, mean := private(q, "balancer", 9, 0), q.Log(0.1, 30)
		stay(q, span{60, hour}, soon, func() *sim.Conn { return q.Accept(balancer, port) }, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{lively(q, mean, func() { c.Ask(q.Int(500, 2200), q.Near(page, 0.9), q.Log(0.002, 0.3)) })}
		})
	})
}

func websocketServer(p *sim.Program) {
	mean, beat, body := p.Log(20, 400), sim.Pick(p.Dice, 10.0, 25, 30, 60), p.LogInt(20, 900)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean) / p.Busy()) {
		q := p.Fork()
		visitor := q.World.Public(0)
		c := q.Accept(visitor, 443).AnyTLS().WebSocket()
		c.Ping(beat, sim.Server, 2+22, 6+22)
		in, out := q.Log(0.5, 60), q.Log(2, 200)
		q.Loop(q.Now+q.Log(20, 3*hour), sometimes(q, in, func() { c.Down(q.Near(body, 0.6)) }),
			sometimes(q, out, func() { c.Up(q.Near(body, 0.6)) }))
		end(q, c)
	}
}

func restClient(p *sim.Program) {
	threads(p, p.LogInt(1, 4), func(q *sim.Program) {
		server, mean := either(q, 0.5, "api", 30, 443), q.Log(0.5, 400)
		up, down, kept := q.LogInt(250, 2500), q.LogInt(200, 20000), q.Chance(0.7)
		if !kept {
			poll(q, 4+3*mean, 0.95, func() {
				c := q.Dial(server).AnyTLS()
				c.Ask(q.Near(up, 0.3), q.Near(down, 0.8), q.Log(0.005, 0.6))
				c.Close()
			})
			return
		}
		stay(q, span{30, 3 * hour}, soon, func() *sim.Conn { return q.Dial(server).Keep(keepalive(q), keepalive(q)).AnyTLS() },
			func(c *sim.Conn) []*sim.Timer {
				return []*sim.Timer{lively(q, mean, func() { c.Ask(q.Near(up, 0.3), q.Near(down, 0.8), q.Log(0.005, 0.6)) })}
			})
	})
}

func webhookSender(p *sim.Program) {
	mean := p.Log(5, 900)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean) / p.Busy()) {
		p.Resolve()
		c := p.Dial(public(p, "webhook", 40, 443)).AnyTLS()
		c.Ask(p.LogInt(500, 12000), p.Int(150, 700), p.Log(0.02, 3))
		c.Close()
	}
}

func sseClient(p *sim.Program) {
	mean, beat := p.Log(1, 200), sim.Pick(p.Dice, 15.0, 15, 30, 45)
	stay(p, span{5 * minute, 6 * hour}, soon, func() *sim.Conn {
		c := p.Dial(public(p, "sse", 8, 443)).AnyTLS()
		c.Ask(p.Int(300, 1200), p.Int(250, 700), 0.05)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			sometimes(p, mean, func() { c.Down(p.LogInt(60, 2500)) }),
			every(p, beat, 0.01, func() { c.Down(p.Int(2, 16)) }),
		}
	})
}

// aiCompletions asks long questions whose answers drip in token by token.
func aiCompletions(p *sim.Program) {
	mean, rate := p.Log(20, 1800), p.Between(8, 60)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean) / p.Busy()) {
		c := p.Dial(public(p, "ai", 4, 443)).AnyTLS()
		c.Ask(p.LogInt(1500, 80000), p.Int(500, 900), p.Log(0.3, 4))
		for range p.LogInt(10, 1200) {
			c.Down(p.Int(150, 330))
			p.Wait(p.Exp(1 / rate))
		}
		c.Close()
	}
}

// tickerFeed follows an exchange's prices and trades.
func tickerFeed(p *sim.Program) {
	threads(p, p.LogInt(1, 3), func(q *sim.Program) {
		mean, size, book := q.Log(0.1, 30), q.LogInt(90, 500), q.Chance(0.3)
		beat := sim.Pick(q.Dice, 15.0, 20, 30, 180)
		stay(q, span{hour, day}, soon, func() *sim.Conn {
			c := q.Dial(public(q, "exchange", 8, 443)).AnyTLS().WebSocket()
			c.Ask(q.Int(60, 500), q.Int(60, 400), 0.01)
			c.Ping(beat, sim.Pick(q.Dice, sim.Client, sim.Server), 22+q.Int(2, 40), 22+q.Int(2, 40))
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{lively(q, mean, func() {
				n := q.Near(size, 0.2)
				if book {
					n += q.LogInt(50, 3000)
				}
				c.Down(n)
			})}
		})
	})
}

func fixSession(p *sim.Program) {
	beat, orders, quotes := sim.Pick(p.Dice, 10.0, 30, 30, 60), p.Log(5, 600), p.Log(0.5, 120)
	stay(p, span{6 * hour, day}, later, func() *sim.Conn {
		c := perhapsTLS(p.Dial(either(p, 0.6, "fix", 4, sim.Pick(p.Dice, uint16(4198), 9876, 6001))), p.Chance(0.5))
		c.Ask(p.Int(110, 190), p.Int(90, 140), 0.005)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		size := p.Int(72, 100)
		return []*sim.Timer{
			every(p, beat, 0.001, func() { c.Up(size) }),
			every(p, beat, 0.001, func() { c.Down(size) }),
			lively(p, quotes, func() { c.Down(p.Int(120, 420)) }),
			lively(p, orders, func() { c.Ask(p.Int(160, 260), p.Int(200, 320), p.Log(0.001, 0.05)); c.Down(p.Int(220, 330)) }),
		}
	})
}

func smtpRelay(p *sim.Program) {
	mean := p.Log(20, 1200)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean) / p.Busy()) {
		p.Resolve()
		c := p.Dial(public(p, "mail", 30, sim.Pick(p.Dice, uint16(25), 587)))
		c.Down(p.Int(30, 120))
		c.Ask(p.Int(20, 40), p.Int(100, 250), 0.03)
		c.Ask(10, 30, 0.01)
		c.AnyTLS()
		for range p.Int(4, 6) {
			c.Ask(p.Int(6, 70), p.Int(8, 150), p.Log(0.01, 0.6))
		}
		c.Ask(p.LogInt(1500, 400000), p.Int(30, 90), p.Log(0.05, 2))
		c.Ask(6, 30, 0.01)
		c.Drop()
	}
}

func rtmpStream(p *sim.Program) {
	rate := p.LogInt(60_000, 700_000)
	stay(p, span{10 * minute, 5 * hour}, later, func() *sim.Conn {
		c := p.Dial(public(p, "rtmp", 3, 1935))
		c.Ask(1537, 3073, 0.01)
		c.Ask(1536+250, 400, 0.02)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(p, 0.5, 0.05, func() { c.Up(p.Near(rate/2, 0.3)) })}
	})
}

func crawler(p *sim.Program) {
	mean := p.Log(0.5, 20)
	sites := make([]sim.Peer, p.LogInt(40, 600))
	for i := range sites {
		sites[i] = p.World.Public(443)
	}
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean)) {
		p.Resolve()
		q := p.Fork()
		c := q.Dial(sim.Pick(q.Dice, sites...)).AnyTLS()
		for range q.LogInt(1, 5) {
			c.Ask(q.Int(250, 600), q.LogInt(500, 300000), q.Log(0.03, 2))
			q.Wait(q.Log(0.5, 10))
		}
		c.Close()
	}
}

// gameServer exchanges small states with players many times a second.
func gameServer(p *sim.Program) {
	tick, mean := p.Log(0.1, 1), p.Log(300, 2000)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean) / p.Busy()) {
		q := p.Fork()
		c := q.Accept(q.World.Public(0), 25565)
		c.Ask(q.Int(20, 60), q.LogInt(200, 60000), 0.05)
		q.Loop(q.Now+q.Log(3*minute, 3*hour), every(q, tick, 0.1, func() { c.Down(q.LogInt(20, 400)) }),
			sometimes(q, tick*1.5, func() { c.Up(q.Int(10, 60)) }), every(q, 15, 0.01, func() { c.Push(10, 10, 0) }))
		end(q, c)
	}
}
