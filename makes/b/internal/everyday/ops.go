package everyday

import "makes/b/internal/wire"

// metricsAgent posts measurements to a service outside.
func metricsAgent(p *wire.Proc) {
	l := to(p, p.Outside("metrics", 8), 443, anyTLS(p))
	l.life = p.Wide(60, 7200)
	period, size := wire.Pick(p.Rand, 10.0, 15, 15, 30, 60), p.Wide(900, 25000)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.Every(period, 0.01, func() { c.Ask(p.Size(size, 0.15), brief(p, 0.05), p.Int(90, 400)) })}
	})
}

// scraped is read by Prometheus.
func scraped(p *wire.Proc) {
	period, size := wire.Pick(p.Rand, 5.0, 15, 15, 30, 60), p.Wide(3000, 90000)
	scraper := p.Inside("prometheus", 3)
	port := wire.Pick[uint16](p.Rand, 9100, 9100, 8080, 9187, 9121)
	for p.Alive() {
		c := p.Accept(scraper, port, wire.Plain)
		p.Run(p.Now+p.Exp(40*3600), p.Every(period, 0.002, func() { c.Ask(p.Int(220, 330), brief(p, 0.02), p.Size(size, 0.02)) }))
		c.Hangup()
		p.Wait(p.Exp(30))
	}
}

// scraper is Prometheus.
func scraper(p *wire.Proc) {
	period := wire.Pick(p.Rand, 15.0, 30, 60)
	several(p, p.WideInt(5, 30), func(q *wire.Proc) {
		size := q.Wide(1000, 60000)
		to(q, q.Inside("exporter", 200), 9100, wire.Plain).hold(q, func(c *wire.Conn) []wire.Duty {
			return []wire.Duty{q.Every(period, 0.002, func() { c.Ask(q.Int(220, 330), brief(q, 0.02), q.Size(size, 0.02)) })}
		})
	})
}

// zabbix sends values by a connection each time.
func zabbix(p *wire.Proc) {
	l := to(p, p.Inside("zabbix", 2), 10051, wire.Plain)
	size := p.Int(200, 1500)
	p.Run(p.End,
		p.Every(wire.Pick(p.Rand, 5.0, 10, 30, 60), 0.05, func() {
			l.once(p, func(c *wire.Conn) { c.Ask(p.Size(float64(size), 0.3), 0.003, p.Int(90, 120)) })
		}),
		p.Every(120, 0.01, func() {
			l.once(p, func(c *wire.Conn) { c.Ask(p.Int(90, 130), 0.005, p.Int(400, 6000)) })
		}))
}

// logShipper forwards batches that are acknowledged.
func logShipper(p *wire.Proc) {
	l := to(p, p.Inside("logs", 5), wire.Pick[uint16](p.Rand, 5044, 24224, 24224, 9200), maybeTLS(p, 0.4))
	mean, size := p.Wide(1, 60), p.Wide(300, 12000)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.ByDay(mean, func() { c.Ask(p.Size(size, 0.8), brief(p, 0.01), p.Int(6, 60)) })}
	})
}

// syslog is lines without answers.
func syslog(p *wire.Proc) {
	l := to(p, p.Inside("syslog", 3), wire.Pick[uint16](p.Rand, 514, 601, 6514), maybeTLS(p, 0.3))
	mean, size := p.Wide(2, 200), p.Wide(90, 350)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.ByDay(mean, func() {
			for range p.WideInt(1, 8) {
				c.Send(p.Size(size, 0.4))
			}
		})}
	})
}

// graphite sends lines of numbers every so often.
func graphite(p *wire.Proc) {
	l := to(p, p.Inside("graphite", 2), wire.Pick[uint16](p.Rand, 2003, 2003, 4242), wire.Plain)
	period, lines := wire.Pick(p.Rand, 1.0, 10, 10, 60), p.WideInt(2, 200)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.Every(period, 0.003, func() { c.Send(near(p, lines*p.Int(48, 60))) })}
	})
}

// managementAgent is the cloud's own agent: a channel and polls.
func managementAgent(p *wire.Proc) {
	p.Fork(func(q *wire.Proc) {
		to(q, q.Outside("management", 6), 443, anyTLS(q)).hold(q, func(c *wire.Conn) []wire.Duty {
			c.Ask(q.Int(1200, 1900), 0.05, q.Int(300, 700))
			return []wire.Duty{q.Every(q.Between(55, 300), 0.01, func() { c.Ask(frame(0, true), 0.001, frame(0, false)) })}
		})
	})
	l := to(p, p.Outside("management", 6), 443, anyTLS(p))
	l.life = p.Wide(30, 4000)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.Every(wire.Pick(p.Rand, 15.0, 20, 60, 300), 0.1, func() { c.Ask(p.Int(1100, 1700), brief(p, 0.03), p.Int(250, 520)) })}
	})
}

// kubelet watches the API server and renews a lease.
func kubelet(p *wire.Proc) {
	l := to(p, p.Inside("apiserver", 3), wire.Pick[uint16](p.Rand, 443, 6443), wire.TLS13)
	pods := p.WideInt(5, 60)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Every(10, 0.02, func() { c.Ask(p.Int(500, 700), 0.005, p.Int(500, 750)) }),
			p.Every(300, 0.02, func() { c.Ask(p.Size(5000, 0.2), 0.01, p.Size(9000, 0.2)) }),
			p.Randomly(2400/float64(pods), func() { c.Recv(p.Size(2500, 0.7)) }),
			p.Every(30, 0.01, func() { c.Ask(17, 0, 17) }),
		}
	})
}

// etcdWatch is a controller with watches and a lease.
func etcdWatch(p *wire.Proc) {
	l := to(p, p.Inside("etcd", 3), 2379, wire.TLS13)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Every(p.Wide(1, 20), 0.02, func() { c.Ask(p.Int(24, 60), 0.001, p.Int(40, 80)) }),
			p.Randomly(p.Wide(2, 200), func() { c.Recv(p.Size(500, 0.8)) }),
			p.Every(wire.Pick(p.Rand, 10.0, 30), 0.01, func() { c.Ask(17, 0, 17) }),
		}
	})
}

// gossipAgent is a Consul-like client: blocking queries and anti-entropy.
func gossipAgent(p *wire.Proc) {
	l := to(p, p.Inside("consul", 3), 8300, maybeTLS(p, 0.5))
	wait := p.Wide(30, 300)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Randomly(wait, func() { c.Recv(p.Size(700, 0.7)); c.Send(p.Int(90, 220)) }),
			p.Every(30, 0.01, func() { c.Ask(12, 0.0005, 12) }),
			p.Every(60, 0.2, func() { c.Ask(p.Int(150, 900), 0.005, p.Int(60, 250)) }),
		}
	})
}

// buildRunner asks a forge for jobs, and at times runs one.
func buildRunner(p *wire.Proc) {
	l := to(p, p.Outside("forge", 6), 443, anyTLS(p))
	l.life = p.Wide(60, 6*3600)
	period, ask := wire.Pick(p.Rand, 3.0, 3, 5, 10, 50), p.Int(600, 1500)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Every(period, 0.05, func() { c.Ask(near(p, ask), brief(p, 0.08), p.Int(250, 700)) }),
			p.ByDay(2500, func() {
				c.Ask(ask, 0.1, p.Size(12000, 0.5))
				for range p.WideInt(10, 200) {
					p.Wait(p.Near(3, 0.2))
					c.Ask(p.Size(1500, 0.8), 0.05, p.Int(250, 500))
				}
			}),
		}
	})
}

// licences keeps a program's licence.
func licences(p *wire.Proc) {
	l := to(p, p.Inside("licence", 2), wire.Pick[uint16](p.Rand, 27000, 27001, 1055, 5053), wire.Plain)
	l.life = p.Wide(1800, 30*3600)
	beat, ask := wire.Pick(p.Rand, 10.0, 30, 60, 120), wire.Pick(p.Rand, 16, 147, p.Int(20, 200))
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(147, 0.01, 147)
		return []wire.Duty{p.Every(beat, 0.02, func() { c.Ask(ask, 0.002, ask) })}
	})
}

// securityAgent keeps a channel to a vendor of endpoint protection.
func securityAgent(p *wire.Proc) {
	l := to(p, p.Outside("edr", 5), 443, wire.TLS12)
	beat, mean, size := p.Wide(15, 120), p.Wide(3, 200), p.Wide(150, 2500)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(300, 900), 0.05, p.Int(200, 500))
		return []wire.Duty{
			p.Every(beat, 0.05, func() { c.Ask(p.Int(20, 120), 0.01, p.Int(10, 90)) }),
			p.ByDay(mean, func() { c.Ask(p.Size(size, 0.7), brief(p, 0.02), p.Int(20, 60)) }),
			p.Randomly(5000, func() { c.Recv(p.Size(3000, 1)) }),
		}
	})
}
