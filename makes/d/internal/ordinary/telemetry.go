package ordinary

import (
	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// mqtt is a sensor: readings with their acknowledgements, pings, commands.
func mqtt(p *Prog) {
	period, size := p.Scale(2, 300), p.Size(40, 500)
	sure := p.Chance(0.6)
	jitter := dice.Pick(p.Dice, 0.002, 0.05, 0.4)
	p.Keep(p.Service(0.4), p.Port(8883, 1883), p.Crypt(0.6), 0, func(c *conn) {
		c.Ask(p.Int(30, 180), 4, 0.02)
		c.Ask(p.Int(20, 90), 5, 0.02)
		c.Live(
			&habit{Gap: p.Every(period, jitter), Do: func() {
				c.Up(p.Bytes(size, 0.1))
				if sure && c.Wait(p.Exp(0.05)) {
					c.Down(4)
				}
			}},
			&habit{Gap: p.Every(dice.Pick(p.Dice, 30.0, 60, 120, 300), 0.01), Do: func() { c.Ask(2, 2, 0.01) }},
			&habit{Gap: p.Often(p.Scale(100, 8000)), Do: func() { c.Call(p.Bytes(220, 0.5), 4, 0.02) }})
	})
}

// metricsAgent posts what it has gathered, on a kept or a fresh connection.
func metricsAgent(p *Prog) {
	period, size := dice.Pick(p.Dice, 10.0, 15, 15, 30, 60), p.Size(500, 30000)
	post := func(c *conn) { c.Ask(p.Bytes(size, 0.12), p.Int(90, 420), p.Exp(0.05)) }
	if p.Chance(0.3) {
		p.Poll(p.Service(0.3), 443, p.Crypt(0.95), p.Every(period, 0.01), post)
	}
	p.Keep(p.Service(0.3), p.Port(443, 8443), p.Crypt(0.95), p.Scale(300, 90000), func(c *conn) {
		c.Live(&habit{Gap: p.Every(period, 0.01), Do: func() { post(c) }})
	})
}

// scraped is an exporter that a monitoring server reads.
func scraped(p *Prog) {
	server, size := p.Places.Service("scraper", true), p.Size(2000, 90000)
	port := p.Port(9100, 9090, 9187, 8080)
	gap := p.Every(dice.Pick(p.Dice, 10.0, 15, 30, 60), 0.003)
	for {
		if c := p.Accept(server, port); c != nil {
			c.Limit(p.Scale(3000, 90000))
			c.Live(&habit{Gap: gap, Do: func() { c.Ask(p.Int(240, 260), p.Bytes(size, 0.02), p.Exp(0.02)) }})
			c.Close()
		}
		p.Sleep(p.Exp(20))
	}
}

// zabbix sends values in small batches, a connection each.
func zabbix(p *Prog) {
	p.Poll(p.Service(0.8), p.Port(10051), p.Crypt(0.2), p.Every(p.Scale(5, 120), 0.1), func(c *conn) {
		c.Ask(p.Bytes(420, 0.4), p.Int(90, 140), p.Exp(0.01))
	})
}

// graphite writes lines and hears nothing back.
func graphite(p *Prog) {
	size := p.Size(80, 4000)
	p.Keep(p.Service(0.9), p.Port(2003, 2004), 0, 0, func(c *conn) {
		c.Live(&habit{Gap: p.Every(p.Scale(1, 60), 0.02), Do: func() { c.Up(p.Bytes(size, 0.15)) }})
	})
}

// syslog sends lines as they come: a trickle, and floods.
func syslog(p *Prog) {
	p.Keep(p.Service(0.9), p.Port(514, 6514, 1514), p.Crypt(0.4), p.Scale(4000, 400000), func(c *conn) {
		c.Live(
			&habit{Gap: p.Often(p.Scale(2, 120)), Do: func() { c.Up(p.Bytes(170, 0.4)) }},
			&habit{Gap: p.Random(p.Scale(600, 20000)), Do: func() { c.Up(int(p.Tail(2000, 3e6, 0.9))) }})
	})
}

// shipper sends logs in numbered batches that are acknowledged.
func shipper(p *Prog) {
	batch, ack := p.Size(300, 9000), p.Int(6, 120)
	p.Keep(p.Service(0.7), p.Port(5044, 24224, 9200), p.Crypt(0.5), p.Scale(2000, 200000), func(c *conn) {
		c.Live(&habit{Gap: p.Often(p.Scale(1, 60)), Do: func() { c.Ask(p.Bytes(batch, 0.9), ack, p.Exp(0.03)) }})
	})
}

// traces streams spans of an application over HTTP/2.
func traces(p *Prog) {
	p.Keep(p.Service(0.8), p.Port(4317, 55680), p.Crypt(0.4), p.Scale(1000, 100000), func(c *conn) {
		c.Ask(60, 60, 0.01)
		c.Live(
			&habit{Gap: p.Often(p.Scale(2, 30)), Do: func() { c.Ask(p.Bytes(1600, 0.9), p.Int(30, 75), p.Exp(0.01)) }},
			&habit{Gap: p.Every(p.Scale(10, 60), 0.01), Do: func() { c.Ask(17, 17, 0) }})
	})
}

// fieldbus polls controllers in a fixed cycle.
func fieldbus(p *Prog) {
	cycle := p.Scale(0.5, 30)
	p.Fork(p.Int(1, 4), func(q *Prog) {
		size := q.Int(11, 240)
		q.Keep(q.Service(0.8), q.Port(502, 4840, 20000), 0, 0, func(c *conn) {
			c.Live(&habit{Gap: q.Every(cycle, 0.01), Do: func() { c.Ask(12, size, q.Exp(0.02)) }})
		})
	})
}

// telecontrol is a grid station: spontaneous values, tests, acknowledged.
func telecontrol(p *Prog) {
	p.Keep(p.Service(0.5), p.Port(2404), p.Crypt(0.2), 0, func(c *conn) {
		c.Ask(6, 6, 0.02)
		c.Ask(16, 16, 0.02)
		unacked := 0
		c.Live(
			&habit{Gap: p.Often(p.Scale(1, 40)), Do: func() {
				c.Down(p.Int(1, 4) * p.Int(15, 25))
				if unacked++; unacked == 8 && c.Wait(0.01) {
					unacked = 0
					c.Up(6)
				}
			}},
			&habit{Gap: p.Every(20, 0.01), Do: func() { c.Ask(6, 6, 0.01) }},
			&habit{Gap: p.Random(2000), Do: func() { c.Ask(16, 16, 0.05) }})
	})
}

// cloudAgent lets itself be managed: it hangs on a long poll, reports its
// health, and sometimes is told to run something.
func cloudAgent(p *Prog) {
	p.Fork(1, func(q *Prog) {
		hold := q.Scale(20, 300)
		q.Keep(q.Service(0.5), 443, q.Crypt(1), q.Scale(3000, 40000), func(c *conn) {
			for c.Ask(q.Int(900, 1600), q.Int(180, 500), hold) && c.Wait(q.Exp(1)) {
				if q.Chance(0.01) {
					c.Ask(q.Bytes(2000, 1), q.Int(200, 400), 0.1)
				}
			}
		})
	})
	p.Poll(p.Service(0.5), 443, p.Crypt(1), p.Every(p.Scale(280, 1900), 0.05), func(c *conn) {
		c.Ask(p.Bytes(1400, 0.1), p.Int(250, 600), 0.05)
	})
}

// guard is endpoint protection: events go up, orders and lists come down.
func guard(p *Prog) {
	p.Keep(p.Service(0), p.Port(443), p.Crypt(1), p.Scale(4000, 200000), func(c *conn) {
		c.Ask(p.Int(400, 1200), p.Size(200, 20000), 0.1)
		c.Live(
			&habit{Gap: p.Every(p.Scale(20, 120), 0.02), Do: func() { c.Ask(p.Int(40, 90), p.Int(30, 60), 0.01) }},
			&habit{Gap: p.Often(p.Scale(5, 200)), Do: func() { c.Ask(p.Bytes(700, 0.8), p.Int(30, 90), 0.02) }},
			&habit{Gap: p.Random(9000), Do: func() { c.Down(int(p.Tail(3000, 5e6, 0.8))) }})
	})
}

// camera uploads pictures when something moves, and sends signs of life.
func camera(p *Prog) {
	p.Keep(p.Service(0.1), p.Port(443, 554, 8554), p.Crypt(0.6), p.Scale(2000, 100000), func(c *conn) {
		c.Live(
			&habit{Gap: p.Every(p.Scale(10, 60), 0.01), Do: func() { c.Ask(p.Int(40, 160), p.Int(30, 120), 0.02) }},
			&habit{Gap: p.Often(p.Scale(300, 5000)), Do: func() { c.Up(int(p.Tail(40000, 2e7, 1))) }})
	})
}

// balancerChecks is a health checker asking many machines.
func balancerChecks(p *Prog) {
	period, port := p.Scale(5, 60), p.Port(80, 8080, 443)
	targets := make([]*netsim.Peer, p.Int(2, 8))
	for i := range targets {
		targets[i] = p.Places.Server(true)
	}
	for {
		for _, t := range targets {
			if c := p.Dial(t, port); c != nil {
				c.Ask(p.Int(90, 140), p.Int(130, 300), p.Exp(0.01))
				c.Close()
			}
		}
		p.Sleep(period)
	}
}
