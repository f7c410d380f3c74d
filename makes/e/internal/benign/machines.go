package benign

import "makes/e/internal/sim"

var machines = []Kind{
	{"modbus-poll", modbusPoll, odds{"iot": 0.3}},
	{"opcua-session", opcuaSession, odds{"iot": 0.2}},
	{"gps-tracker", gpsTracker, odds{"iot": 0.25, "service": 0.02}},
	{"meter-head-end", meterHeadEnd, odds{"iot": 0.15}},
	{"device-shadow", deviceShadow, odds{"iot": 0.3}},
	{"terminal-emulation", terminalEmulation, odds{"legacy": 0.15}},
	{"payment-terminal", paymentTerminal, odds{"legacy": 0.08, "service": 0.04}},
	{"sip-trunk", sipTrunk, odds{"legacy": 0.06, "service": 0.02}},
	{"print-spool", printSpool, odds{"legacy": 0.15, "desktop": 0.1}},
}

func modbusPoll(p *sim.Program) {
	period := sim.Pick(p.Dice, 0.5, 1, 1, 2, 5, 10)
	threads(p, p.LogInt(1, 6), func(q *sim.Program) {
		device, registers := q.World.Private(502), q.Int(1, 100)
		stay(q, days, later, func() *sim.Conn { return q.Dial(device) }, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(q, period, 0.05, func() { c.Ask(12, 9+2*registers, q.Between(0.003, 0.04)) })}
		})
	})
}

func opcuaSession(p *sim.Program) {
	period, values := sim.Pick(p.Dice, 0.5, 1, 1, 5), p.LogInt(1, 60)
	stay(p, days, later, func() *sim.Conn {
		c := p.Dial(private(p, "opcua", 3, 4840)).Keep(0, 60)
		c.Ask(60, 28, 0.002)
		c.Ask(132, 135, 0.002)
		c.Ask(p.Int(600, 1800), p.Int(900, 4000), 0.01)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, period, 0.02, func() { c.Down(90 + 25*p.Int(1, values)); c.Up(p.Int(80, 110)) }),
			every(p, 5, 0.01, func() { c.Ask(p.Int(95, 120), p.Int(70, 110), 0.002) }),
		}
	})
}

func gpsTracker(p *sim.Program) {
	threads(p, p.LogInt(1, 12), func(q *sim.Program) {
		device, period, size := q.World.Public(0), q.Log(5, 300), q.Int(40, 250)
		stay(q, span{5 * minute, 12 * hour}, later, func() *sim.Conn {
			c := q.Accept(device, 5027)
			c.Ask(q.Int(17, 40), q.Int(1, 20), 0.001)
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{
				every(q, period, 0.1, func() { c.Ask(q.Near(size, 0.3), q.Int(4, 12), 0.002) }),
				every(q, 180, 0.02, func() { c.Ask(15, 10, 0.002) }),
			}
		})
	})
}

func meterHeadEnd(p *sim.Program) {
	period, server := sim.Pick(p.Dice, 60.0, 300, 900), private(p, "meters", 3, 4059)
	poll(p, period/8, 0.5, func() {
		c := p.Dial(server)
		for range p.Int(3, 9) {
			c.Ask(p.Int(20, 90), p.Int(30, 400), p.Log(0.05, 3))
		}
		c.Close()
	})
}

func deviceShadow(p *sim.Program) {
	server, beat, change := public(p, "iot-cloud", 3, 8883), sim.Pick(p.Dice, 30.0, 60, 300, 1200), p.Log(10, 900)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(server).TLS(sim.TLS12)
		c.Ask(p.Int(40, 120), 4, 0.02)
		c.Ask(p.Int(60, 200), p.Int(5, 12), 0.01)
		c.Ping(beat, sim.Client, 31, 31)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{sometimes(p, change, func() {
			c.Ask(p.Int(120, 700), 4, 0.02)
			c.Push(p.Int(150, 800), 4, 0.01)
		})}
	})
}

func terminalEmulation(p *sim.Program) {
	atWork(p, p.Log(10*minute, hour), func() {
		q := p.Fork()
		c := q.Dial(private(q, "mainframe", 1, 23))
		c.Ask(q.Int(20, 90), q.Int(20, 90), 0.01)
		q.Loop(q.Now+q.Log(5*minute, 6*hour), sometimes(q, q.Log(5, 90), func() { c.Ask(q.Int(10, 200), q.Int(300, 2500), q.Log(0.05, 1)) }))
		end(q, c)
	})
}

func paymentTerminal(p *sim.Program) {
	mean, echo := p.Log(2, 240), sim.Pick(p.Dice, 30.0, 60, 180)
	stay(p, days, later, func() *sim.Conn { return perhapsTLS(p.Dial(either(p, 0.5, "acquirer", 2, 8583)), p.Chance(0.5)) },
		func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{
				lively(p, mean, func() { c.Ask(p.Int(180, 420), p.Int(120, 300), p.Log(0.05, 2)) }),
				every(p, echo, 0.01, func() { c.Ask(p.Int(40, 70), p.Int(40, 70), 0.02) }),
			}
		})
}

func sipTrunk(p *sim.Program) {
	calls, options := p.Log(20, 900), sim.Pick(p.Dice, 30.0, 60)
	stay(p, days, later, func() *sim.Conn {
		c := perhapsTLS(p.Dial(public(p, "sip", 2, 5061)), true)
		c.Ping(sim.Pick(p.Dice, 25.0, 30, 120), sim.Client, 26, 24) // CRLF
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, options, 0.02, func() { c.Ask(p.Int(380, 520), p.Int(380, 560), 0.01) }),
			lively(p, calls, func() {
				c.Ask(p.Int(900, 1500), p.Int(400, 600), 0.05)
				c.Down(p.Int(700, 1300))
				c.Up(p.Int(450, 600))
			}),
		}
	})
}

func printSpool(p *sim.Program) {
	atWork(p, p.Log(10*minute, 3*hour), func() {
		c := p.Dial(private(p, "printer", 4, 9100))
		c.Up(p.LogInt(20_000, 20_000_000))
		c.Close()
	})
}
