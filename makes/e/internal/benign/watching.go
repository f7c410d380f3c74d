package benign

import "makes/e/internal/sim"

var watching = []Kind{
	{"prometheus-target", prometheusTarget, odds{"any": 0.35, "node": 0.4, "service": 0.2}},
	{"prometheus-server", prometheusServer, odds{"monitor": 0.8}},
	{"otlp-exporter", otlpExporter, odds{"service": 0.35, "node": 0.2, "web": 0.1}},
	{"graphite-sender", graphiteSender, odds{"legacy": 0.2, "service": 0.05, "database": 0.05}},
	{"log-shipper", logShipper, odds{"any": 0.3, "node": 0.3}},
	{"syslog-tcp", syslogTCP, odds{"legacy": 0.3, "any": 0.06}},
	{"apm-agent", apmAgent, odds{"any": 0.15, "service": 0.15}},
	{"zabbix-agent", zabbixAgent, odds{"legacy": 0.4, "any": 0.05}},
	{"nrpe-checked", nrpeChecked, odds{"legacy": 0.2, "any": 0.03}},
	{"ssm-agent", ssmAgent, odds{"any": 0.4}},
	{"edr-agent", edrAgent, odds{"any": 0.12, "desktop": 0.4, "legacy": 0.2}},
	{"wazuh-agent", wazuhAgent, odds{"any": 0.08}},
	{"salt-minion", saltMinion, odds{"any": 0.06}},
	{"license-heartbeat", licenseHeartbeat, odds{"legacy": 0.1, "desktop": 0.15, "build": 0.05}},
	{"health-checked", healthChecked, odds{"web": 0.7, "service": 0.3}},
	{"cloudwatch-agent", cloudwatchAgent, odds{"any": 0.25}},
}

func prometheusTarget(p *sim.Program) {
	period, size, tls := sim.Pick(p.Dice, 5.0, 10, 15, 15, 30, 30, 60), p.LogInt(1500, 90000), p.Chance(0.2)
	scraper, port := private(p, "prometheus", 3, 0), sim.Pick(p.Dice, uint16(9100), 9100, 8080, 9090, 10250)
	stay(p, hours, soon, func() *sim.Conn { return perhapsTLS(p.Accept(scraper, port).Keep(15, 15), tls) },
		func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(p, period, 0.0005, func() { c.Ask(p.Near(250, 0.02), p.Near(size, 0.02), p.Log(0.003, 0.1)) })}
		})
}

func prometheusServer(p *sim.Program) {
	period := sim.Pick(p.Dice, 15.0, 15, 30, 60)
	threads(p, p.LogInt(8, 50), func(q *sim.Program) {
		target, size := q.World.Private(9100), q.LogInt(1500, 60000)
		stay(q, days, later, func() *sim.Conn { return q.Dial(target).Keep(15, 15) }, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(q, period, 0.0005, func() { c.Ask(250, q.Near(size, 0.02), q.Log(0.003, 0.1)) })}
		})
	})
}

func otlpExporter(p *sim.Program) {
	tls, period, size := p.Chance(0.5), sim.Pick(p.Dice, 1.0, 5, 5, 10, 30, 60), p.LogInt(250, 20000)
	stay(p, hours, soon, func() *sim.Conn {
		return perhapsTLS(p.Dial(either(p, 0.3, "otel", 4, 4317)).Keep(15, 15), tls).GRPC()
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(p, period, 0.05, func() { c.Ask(p.Near(size, 0.6), 7, p.Log(0.001, 0.05)) })}
	})
}

func graphiteSender(p *sim.Program) {
	size := p.LogInt(200, 9000)
	stay(p, days, soon, func() *sim.Conn { return p.Dial(private(p, "graphite", 1, 2003)) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(p, sim.Pick(p.Dice, 10.0, 10, 30, 60), 0.002, func() { c.Up(p.Near(size, 0.1)) })}
	})
}

func logShipper(p *sim.Program) {
	tls, flush, size, ack := p.Chance(0.6), sim.Pick(p.Dice, 1.0, 1, 5, 5, 10), p.LogInt(200, 20000), sim.Pick(p.Dice, 0, 6, 40)
	quiet, last := p.Between(0, 0.8), either(p, 0.2, "logs", 4, sim.Pick(p.Dice, uint16(5044), 24224, 9997))
	stay(p, sim.Pick(p.Dice, days, hours, minutes), soon, func() *sim.Conn { return perhapsTLS(p.Dial(last).Keep(0, 60), tls) },
		func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(p, flush, 0.03, func() {
				if p.Chance(quiet) {
					return
				}
				n := int(float64(p.Near(size, 0.9))*p.Busy()) + 60
				if ack > 0 {
					c.Ask(n, ack, p.Log(0.002, 0.2))
				} else {
					c.Up(n)
				}
			})}
		})
}

func syslogTCP(p *sim.Program) {
	mean, tls := p.Log(0.5, 120), p.Chance(0.3)
	stay(p, days, later, func() *sim.Conn { return perhapsTLS(p.Dial(private(p, "syslog", 2, 6514)), tls) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{sometimes(p, mean, func() {
			for range p.LogInt(1, 6) {
				c.Up(p.LogInt(80, 700))
			}
		})}
	})
}

// post sends an HTTPS report on a connection of its own, or one kept for a while.
func post(p *sim.Program, server sim.Peer, period, jitter float64, up, down int) {
	if p.Chance(0.35) {
		poll(p, period+10, jitter, func() {
			if p.Chance(0.2) {
				p.Resolve()
			}
			c := p.Dial(server).AnyTLS()
			c.Ask(p.Near(up, 0.5), p.Near(down, 0.1), p.Log(0.005, 0.2))
			c.Close()
		})
		return
	}
	stay(p, span{60, 6 * hour}, soon, func() *sim.Conn { return p.Dial(server).Keep(keepalive(p), 0).AnyTLS() },
		func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(p, period, jitter, func() { c.Ask(p.Near(up, 0.5), p.Near(down, 0.1), p.Log(0.005, 0.2)) })}
		})
}

func apmAgent(p *sim.Program) {
	server := public(p, "apm", 6, 443)
	threads(p, p.Int(1, 3), func(q *sim.Program) {
		post(q, server, sim.Pick(q.Dice, 5.0, 10, 10, 15, 20, 60), 0.05, q.LogInt(800, 30000), q.Int(200, 600))
	})
}

func cloudwatchAgent(p *sim.Program) {
	post(p, either(p, 0.6, "cloudwatch", 4, 443), sim.Pick(p.Dice, 5.0, 60, 60, 300), 0.1, p.LogInt(900, 15000), p.Int(180, 350))
}

func edrAgent(p *sim.Program) {
	busy, beat := p.Log(2, 120), p.Log(20, 300)
	stay(p, hours, soon, func() *sim.Conn {
		p.Resolve()
		return p.Dial(public(p, "edr", 5, 443)).Keep(keepalive(p), 0).AnyTLS()
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			sometimes(p, busy, func() { c.Ask(p.LogInt(150, 9000), p.Int(30, 120), 0.02) }),
			every(p, beat, 0.02, func() { c.Ask(p.Near(90, 0.1), p.Near(90, 0.1), 0.005) }),
		}
	})
}

func zabbixAgent(p *sim.Program) {
	server, period := private(p, "zabbix", 2, 10051), p.Log(5, 120)
	poll(p, period, 0.05, func() {
		c := p.Dial(server)
		c.Ask(p.LogInt(150, 4000), p.Int(70, 160), 0.003)
		c.Drop()
	})
}

func nrpeChecked(p *sim.Program) {
	server, checks := private(p, "nagios", 2, 0), p.Int(3, 20)
	poll(p, 300/float64(checks), 0.4, func() {
		c := p.Accept(server, 5666).TLS(sim.TLS12)
		c.Ask(1036, 1036, p.Log(0.01, 2))
		c.Close()
	})
}

// ssmAgent keeps a WebSocket for commands and polls by HTTPS.
func ssmAgent(p *sim.Program) {
	web := p.Fork()
	poll(p, 300, 0.02, func() {
		c := p.Dial(public(p, "ssm", 3, 443)).AnyTLS()
		c.Ask(p.Int(1100, 2600), p.Int(250, 500), 0.02)
		p.Wait(p.Between(1, 20))
		c.Close()
	})
	stay(web, span{20 * minute, 5 * hour}, soon, func() *sim.Conn {
		c := web.Dial(public(web, "ssm-messages", 3, 443)).AnyTLS().WebSocket()
		c.Ask(web.Int(500, 900), web.Int(100, 200), 0.02)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(web, 300, 0.01, func() { c.Ask(6, 2, 0.001) })}
	})
}

func wazuhAgent(p *sim.Program) {
	server, mean := private(p, "wazuh", 2, 1514), p.Log(1, 120)
	stay(p, days, soon, func() *sim.Conn { return p.Dial(server) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, sim.Pick(p.Dice, 10.0, 10, 20, 60), 0.02, func() { c.Ask(p.Int(180, 320), p.Int(73, 90), 0.003) }),
			sometimes(p, mean, func() { c.Up(p.LogInt(150, 2500)) }),
		}
	})
}

func saltMinion(p *sim.Program) {
	jobs := p.Log(120, 4*hour)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(private(p, "salt", 1, 4505)).Keep(300, 300)
		c.Ask(64, 64, 0.001)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{sometimes(p, jobs, func() {
			c.Down(p.Int(300, 1200))
			p.Wait(p.Log(0.3, 9))
			r := p.Dial(private(p, "salt", 1, 4505).At(4506))
			r.Ask(64, 64, 0.001)
			r.Ask(p.LogInt(500, 30000), p.Int(100, 300), 0.02)
			r.Close()
		})}
	})
}

func licenseHeartbeat(p *sim.Program) {
	server, period := private(p, "license", 1, sim.Pick(p.Dice, uint16(27000), 5093, 1947)), sim.Pick(p.Dice, 20.0, 30, 60, 120)
	stay(p, span{hour, 10 * hour}, later, func() *sim.Conn {
		c := p.Dial(server)
		c.Ask(147, 147, 0.005)
		c.Ask(147, 147, 0.005)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(p, period, 0.01, func() { c.Ask(sim.Pick(p.Dice, 20, 147), 20, 0.001) })}
	})
}

func healthChecked(p *sim.Program) {
	port, period := sim.Pick(p.Dice, uint16(80), 8080, 8443, 3000), sim.Pick(p.Dice, 5.0, 10, 10, 30, 30)
	up, down := p.Int(110, 180), p.LogInt(100, 3000)
	threads(p, p.Int(2, 3), func(q *sim.Program) {
		balancer := private(q, "balancer", 9, 0)
		poll(q, period, 0.01, func() {
			c := q.Accept(balancer, port)
			c.Ask(up, down, q.Log(0.0005, 0.03))
			c.Close()
		})
	})
}
