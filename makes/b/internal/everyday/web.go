package everyday

import "makes/b/internal/wire"

// webServer answers browsers from everywhere.
func webServer(p *wire.Proc) {
	mean := p.Wide(6, 90)
	page := p.Wide(2e3, 60e3)
	idle := p.Wide(4, 75)
	port := wire.Pick[uint16](p.Rand, 443, 443, 443, 8443)
	for p.Alive() {
		p.Idle(mean)
		p.Fork(func(q *wire.Proc) {
			visitor := q.Host.World.Stranger(q.Rand)
			for range q.Int(1, 3) {
				c := q.Accept(visitor, port, anyTLS(q))
				for range q.WideInt(1, 12) {
					c.Ask(q.Size(650, 0.3), brief(q, 0.03), q.Size(page, 1.2))
					q.Wait(q.Exp(2))
				}
				q.Wait(min(idle, q.Exp(idle)))
				part(q, c)
			}
		})
	}
}

// apiServer answers a few load balancers, that keep their connections.
func apiServer(p *wire.Proc) {
	port := wire.Pick[uint16](p.Rand, 80, 8080, 8000, 3000, 5000)
	mean, ask, answer := p.Wide(1, 30), p.WideInt(350, 1600), p.Wide(300, 8000)
	life := p.Wide(60, 3600)
	for range p.Int(2, 4) {
		balancer := p.Inside("balancer", 12)
		several(p, p.Int(1, 3), func(q *wire.Proc) {
			for q.Alive() {
				c := q.Accept(balancer, port, wire.Plain)
				q.Run(q.Now+q.Exp(life), q.ByDay(mean, func() {
					c.Ask(near(q, ask), brief(q, 0.02), q.Size(answer, 0.8))
				}))
				part(q, c)
				q.Idle(mean)
			}
		})
	}
}

// healthChecked answers a balancer's checks.
func healthChecked(p *wire.Proc) {
	port := wire.Pick[uint16](p.Rand, 80, 8080, 8081, 9000)
	period := wire.Pick(p.Rand, 5.0, 10, 15, 30, 30)
	ask, answer := p.Int(90, 160), p.Int(120, 450)
	several(p, p.Int(1, 3), func(q *wire.Proc) {
		balancer := q.Inside("balancer", 12)
		q.Run(q.End, q.Every(period, 0.005, func() {
			c := q.Accept(balancer, port, wire.Plain)
			c.Ask(ask, brief(q, 0.003), answer)
			c.Hangup()
		}))
	})
}

// browsing is a person at a browser.
func browsing(p *wire.Proc) {
	mean := p.Wide(30, 300)
	for p.Alive() {
		p.Idle(mean)
		for range p.Int(1, 6) {
			p.Fork(func(q *wire.Proc) {
				q.Resolve()
				site := q.Outside("site", 400)
				c := q.Dial(site, 443, anyTLS(q))
				for range q.WideInt(1, 15) {
					c.Ask(q.Size(500, 0.5), brief(q, 0.06), q.Size(9000, 1.6))
					q.Wait(q.Exp(1))
				}
				q.Wait(q.Exp(30))
				part(q, c)
			})
		}
	}
}

// apiClient calls a web service over connections that it keeps for a while.
func apiClient(p *wire.Proc) {
	l := to(p, p.Outside("api", 60), 443, anyTLS(p))
	l.life, l.gap = p.Wide(30, 4000), p.Wide(0.1, 300)
	mean, ask, answer := p.Wide(1, 60), p.Wide(300, 2500), p.Wide(150, 6000)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.ByDay(mean, func() { c.Ask(p.Size(ask, 0.2), brief(p, 0.1), p.Size(answer, 0.6)) })}
	})
}

// restPolling asks the same question on and on.
func restPolling(p *wire.Proc) {
	l := to(p, p.Outside("poll", 40), 443, maybeTLS(p, 0.85))
	period, ask, answer := p.Wide(2, 60), p.WideInt(250, 1100), p.WideInt(120, 1500)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.Every(period, 0.02, func() { c.Ask(near(p, ask), brief(p, 0.05), near(p, answer)) })}
	})
}

// longPoll waits for news by requests that stay open.
func longPoll(p *wire.Proc) {
	l := to(p, p.Outside("longpoll", 20), 443, anyTLS(p))
	hang, news, size := wire.Pick(p.Rand, 20.0, 25, 30, 50, 60, 90), p.Wide(20, 900), p.Wide(150, 2500)
	ask, nothing := p.WideInt(280, 1200), p.Int(90, 420)
	for p.Alive() {
		l.once(p, func(c *wire.Conn) {
			for range p.WideInt(20, 2000) {
				if wait := p.Exp(news); wait < hang {
					c.Ask(near(p, ask), wait, p.Size(size, 0.6))
				} else {
					c.Ask(near(p, ask), hang, nothing)
				}
			}
		})
	}
}

// webSocketApp is a page or app that hears of events, with heartbeats.
func webSocketApp(p *wire.Proc) {
	l := to(p, p.Outside("wsapp", 30), 443, anyTLS(p))
	beat, mean, size := p.Wide(15, 60), p.Wide(3, 300), p.Wide(60, 900)
	ping, pong := p.Int(2, 90), p.Int(2, 90)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(450, 900), brief(p, 0.05), p.Int(130, 400))
		return []wire.Duty{
			p.Every(beat, 0.02, func() { c.Ask(frame(ping, true), 0.001, frame(pong, false)) }),
			p.ByDay(mean, func() { c.Recv(frame(p.Size(size, 0.7), false)) }),
			p.ByDay(mean*5, func() { c.Send(frame(p.Size(size/2, 0.7), true)) }),
		}
	})
}

// eventStream is server-sent events, with comments to keep it open.
func eventStream(p *wire.Proc) {
	l := to(p, p.Outside("sse", 15), 443, anyTLS(p))
	beat, mean, size := wire.Pick(p.Rand, 10.0, 15, 30, 45), p.Wide(1, 200), p.Wide(80, 1500)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(300, 900), brief(p, 0.05), p.Int(200, 600))
		return []wire.Duty{
			p.Every(beat, 0.001, func() { c.Recv(p.Int(3, 20)) }),
			p.ByDay(mean, func() { c.Recv(p.Size(size, 0.5)) }),
		}
	})
}

// grpcStream is a stream of small messages both ways.
func grpcStream(p *wire.Proc) {
	peer := p.Inside("grpc", 30)
	if p.Chance(0.3) {
		peer = p.Outside("grpc", 10)
	}
	l := to(p, peer, wire.Pick[uint16](p.Rand, 50051, 50051, 443, 9090, 9555), maybeTLS(p, 0.5))
	mean, up, down := p.Wide(0.7, 40), p.Wide(20, 900), p.Wide(20, 900)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(24+p.Int(80, 400), brief(p, 0.01), p.Int(40, 150))
		return []wire.Duty{
			p.Randomly(mean, func() { c.Ask(9+5+p.Size(up, 0.3), brief(p, 0.02), 9+5+p.Size(down, 0.3)) }),
			p.Randomly(mean*3, func() { c.Recv(14 + p.Size(down, 0.4)) }),
			p.Every(p.Between(20, 120), 0.01, func() { c.Ask(17, 0, 17) }), // HTTP/2 pings
		}
	})
}

// webhooks delivers events to others' servers.
func webhooks(p *wire.Proc) {
	mean, size := p.Wide(20, 400), p.Wide(500, 6000)
	p.Run(p.End, p.ByDay(mean, func() {
		p.Resolve()
		c := p.Dial(p.Outside("hook", 80), 443, anyTLS(p))
		c.Ask(p.Size(size, 0.6), brief(p, 0.2), p.Int(120, 500))
		part(p, c)
	}))
}
