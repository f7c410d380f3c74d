package everyday

import "makes/b/internal/wire"

// mqttDevice publishes readings and hears commands.
func mqttDevice(p *wire.Proc) {
	sec := maybeTLS(p, 0.6)
	port := uint16(1883)
	if sec != wire.Plain {
		port = wire.Pick[uint16](p.Rand, 8883, 8883, 443)
	}
	l := to(p, p.Outside("mqtt", 10), port, sec)
	keep, mean := wire.Pick(p.Rand, 30.0, 60, 60, 120, 300), p.Wide(4, 300)
	jitter := p.Wide(0.002, 0.4)
	topic, body, qos := p.Int(10, 60), p.WideInt(10, 500), p.IntN(2)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(30, 200), brief(p, 0.02), 4)
		c.Ask(p.Int(15, 60), brief(p, 0.02), 5)
		return []wire.Duty{
			p.Every(mean, jitter, func() {
				n := 4 + topic + near(p, body)
				if qos == 1 {
					c.Ask(n+2, brief(p, 0.01), 4)
				} else {
					c.Send(n)
				}
			}),
			p.Every(keep, 0.01, func() { c.Ask(2, 0.001, 2) }),
			p.Randomly(p.Wide(300, 9000), func() { c.Recv(p.Size(150, 0.6)); c.Send(4) }),
		}
	})
}

// mqttBroker serves devices out in the world.
func mqttBroker(p *wire.Proc) {
	mean, body := p.Wide(5, 120), p.WideInt(30, 400)
	several(p, p.WideInt(4, 30), func(q *wire.Proc) {
		device := q.Host.World.Stranger(q.Rand)
		mine := q.Near(mean, 0.3)
		for q.Alive() {
			c := q.Accept(device, 8883, anyTLS(q))
			c.Ask(q.Int(40, 160), brief(q, 0.001), 4)
			q.Run(q.Now+q.Exp(6*3600),
				q.Every(mine, 0.1, func() { c.Ask(near(q, body), brief(q, 0.002), 4) }),
				q.Every(60, 0.01, func() { c.Ask(2, 0, 2) }))
			part(q, c)
			q.Wait(q.Exp(120))
		}
	})
}

// opcUA subscribes to values of a control system.
func opcUA(p *wire.Proc) {
	l := to(p, p.Inside("opcua", 8), wire.Pick[uint16](p.Rand, 4840, 4840, 48010, 49320), wire.Plain)
	period, items := wire.Pick(p.Rand, 0.5, 1, 1, 2, 5, 10), p.WideInt(1, 60)
	quiet := p.Float64()
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		for range p.Int(4, 6) {
			c.Ask(p.WideInt(60, 1500), brief(p, 0.005), p.WideInt(60, 2500))
		}
		return []wire.Duty{
			p.Every(period, 0.01, func() {
				if p.Chance(quiet) {
					return
				}
				c.Recv(90 + p.Int(1, items)*p.Int(20, 28))
				c.Send(p.Int(78, 100))
			}),
			p.Every(p.Wide(5, 30), 0.01, func() { c.Ask(p.Int(90, 140), 0.002, p.Int(90, 160)) }),
		}
	})
}

// modbus reads registers in turn.
func modbus(p *wire.Proc) {
	l := to(p, p.Inside("plc", 20), 502, wire.Plain)
	period, blocks := p.Wide(0.5, 20), p.Int(1, 5)
	sizes := make([]int, blocks)
	for i := range sizes {
		sizes[i] = 9 + 2*p.WideInt(1, 120)
	}
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{p.Every(period, 0.01, func() {
			for _, n := range sizes {
				c.Ask(12, p.Wide(0.003, 0.05), n)
			}
		})}
	})
}

// telecontrol is IEC 60870-5-104: spontaneous values, acknowledged now and then.
func telecontrol(p *wire.Proc) {
	l := to(p, p.Outside("substation", 10), 2404, wire.Plain)
	mean, test, window := p.Wide(1, 60), wire.Pick(p.Rand, 20.0, 20, 30), p.Int(2, 8)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(6, 0.05, 6)
		c.Ask(16, 0.05, 16)
		seen := 0
		return []wire.Duty{
			p.Randomly(mean, func() {
				c.Recv(p.Int(1, 8)*p.Int(6, 16) + 12)
				if seen++; seen%window == 0 {
					c.Send(6)
				}
			}),
			p.Every(test, 0.02, func() { c.Ask(6, 0.02, 6) }),
		}
	})
}

// tracker reports positions in binary to a server that acknowledges.
func tracker(p *wire.Proc) {
	l := to(p, p.Outside("fleet", 6), wire.Pick(p.Rand, 5027, 5023, 8821, uint16(p.Int(3000, 30000))), wire.Plain)
	l.life, l.gap = p.Wide(1200, 40*3600), p.Wide(5, 300)
	period, size, ack := p.Wide(5, 120), p.Int(30, 160), p.Int(4, 20)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(17, brief(p, 0.05), 1)
		return []wire.Duty{
			p.Every(period, 0.05, func() { c.Ask(p.WideInt(1, 3)*size, brief(p, 0.05), ack) }),
			p.Every(180, 0.02, func() { c.Ask(p.Int(10, 20), brief(p, 0.05), ack) }),
		}
	})
}

// chargers are OCPP charging points: JSON calls in WebSockets.
func chargers(p *wire.Proc) {
	beat, meter := wire.Pick(p.Rand, 30.0, 60, 240, 300), wire.Pick(p.Rand, 10.0, 30, 60, 300)
	size := p.Int(220, 900)
	several(p, p.WideInt(2, 12), func(q *wire.Proc) {
		to(q, q.Outside("ocpp", 3), 443, maybeTLS(q, 0.8)).hold(q, func(c *wire.Conn) []wire.Duty {
			c.Ask(q.Int(300, 450), 0.05, q.Int(150, 260))
			c.Ask(frame(q.Int(200, 380), true), 0.05, frame(q.Int(90, 140), false))
			charging := q.Chance(0.3)
			return []wire.Duty{
				q.Every(beat, 0.01, func() { c.Ask(frame(60, true), 0.02, frame(82, false)) }),
				q.Every(meter, 0.02, func() {
					if charging {
						c.Ask(frame(near(q, size), true), 0.02, frame(45, false))
					}
				}),
				q.ByDay(3600, func() {
					charging = !charging
					c.Ask(frame(q.Int(150, 260), true), 0.05, frame(q.Int(60, 130), false))
				}),
			}
		})
	})
}

// cameraRelay uploads clips when something moves, otherwise keeps in touch.
func cameraRelay(p *wire.Proc) {
	l := to(p, p.Outside("camera", 8), 443, anyTLS(p))
	clip := p.Wide(2e5, 5e6)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Every(p.Wide(10, 60), 0.02, func() { c.Ask(p.Int(30, 120), brief(p, 0.03), p.Int(20, 80)) }),
			p.ByDay(1200, func() { c.Ask(p.Size(clip, 0.7), brief(p, 0.1), 200) }),
		}
	})
}
