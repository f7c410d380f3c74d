package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Devices, gateways, offices.

func mqtt(p *sim.Proc) {
	r := p.R
	to := anywhere(p, "mqtt", rnd.Pick[uint16](r, 1883, 8883, 443))
	if to.Port == 1883 {
		to.TLS = 0
	}
	gap, size, alive := r.LogU(1, 300), r.LogU(30, 600), rnd.Pick[float64](r, 20, 30, 60, 60, 300, 1200)
	ack := r.Chance(0.5)
	hold(p, to, r.LogU(2*hour, 100*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(30, 120), 4, 0.005)
		c.Ask(r.Int(15, 80), 5, 0.002)
		return timers(p.Each(loose(p, gap, 0.1), func() {
			if c.Up(r.Size(size, 0.2)); ack {
				p.Aside(func() { p.Sleep(to.Peer.RTT); c.Down(4) })
			}
		}), p.Tick(alive, func() { c.Ask(2, 2, 0) }), p.Random(gap*20, func() { c.Down(r.Size(120, 0.4)) }))
	})
}

func mqttBroker(p *sim.Proc) {
	r := p.R
	gap, size := r.LogU(5, 120), r.LogU(30, 400)
	for n := r.Int(3, 25); n > 0; n-- {
		p.Fork(func(p *sim.Proc) {
			to := sim.Target{Peer: p.Host.World.Visitor(), Port: 8883, TLS: 12, Inbound: true}
			hold(p, to, 6*hour, func(c *sim.Conn) []*sim.Timer {
				c.Ask(90, 4, 0.003)
				return timers(p.Each(loose(p, gap, 0.2), func() { c.Ask(p.R.Size(size, 0.2), 4, 0.001) }), p.Tick(60, func() { c.Ask(2, 2, 0) }))
			})
		})
	}
}

func modbus(p *sim.Proc) {
	r := p.R
	port := rnd.Pick[uint16](r, 502, 502, 4840, 20000)
	gap := rnd.Pick[float64](r, 0.5, 1, 1, 5, 10, 30)
	copies(p, r.Int(1, 4), func(p *sim.Proc) {
		to := within(p, "plc", port)
		to.TLS = 0
		down := p.R.Int(11, 250)
		hold(p, to, 60*hour, func(c *sim.Conn) []*sim.Timer {
			return timers(p.Tick(gap, func() { c.Ask(12, down, p.R.U(0.004, 0.04)) }))
		})
	})
}

// telemetry is a small device's own protocol: a number now and then.
func telemetry(p *sim.Proc) {
	r := p.R
	to := outside(p, "telemetry", uint16(r.Int(2000, 20000)))
	if r.Chance(0.6) {
		to.TLS = 0
	}
	gap, up, down := r.LogU(3, 180), r.Int(20, 500), r.Int(0, 90)
	hold(p, to, r.LogU(hour, 60*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(30, 400), r.Int(10, 200), 0.02)
		return timers(p.Each(loose(p, gap, r.U(0, 0.4)), func() { c.Tell(up+r.Int(0, 12), down, 0.01) }), p.Random(gap*15, func() { c.Down(r.Int(30, 400)) }))
	})
}

// tracker listens to vehicles that report their places.
func tracker(p *sim.Proc) {
	r := p.R
	gap := r.LogU(5, 90)
	for n := r.Int(3, 25); n > 0; n-- {
		p.Fork(func(p *sim.Proc) {
			hold(p, sim.Target{Peer: p.Host.World.Visitor(), Port: 5023, Inbound: true}, 2*hour, func(c *sim.Conn) []*sim.Timer {
				c.Ask(18, 10, 0.01)
				return timers(p.Human(gap, func() { c.Ask(p.R.Int(36, 110), rnd.Pick(p.R, 0, 10, 10), 0.005) }), p.Tick(180, func() { c.Ask(15, 10, 0.005) }))
			})
		})
	}
}

func camera(p *sim.Proc) {
	r := p.R
	to := within(p, "camera", 554)
	to.TLS = 0
	rate := r.LogU(4000, 90000)
	hold(p, to, 10*hour, func(c *sim.Conn) []*sim.Timer {
		for range 4 {
			c.Ask(r.Int(120, 260), r.Int(120, 700), 0.01)
		}
		return timers(p.Tick(0.5, func() { c.Down(r.Size(rate/2, 0.3)) }), p.Tick(30, func() { c.Ask(140, 110, 0.01) }))
	})
}

func imap(p *sim.Proc) {
	r := p.R
	copies(p, r.Int(1, 3), func(p *sim.Proc) {
		hold(p, outside(p, "imap", 993), 9*hour, func(c *sim.Conn) []*sim.Timer {
			for range r.Int(4, 9) {
				c.Ask(r.Int(12, 60), r.Int(40, 500), 0.02)
			}
			again := p.Tick(rnd.Pick(p.R, 29*minute, 9*minute, 4*minute), func() { c.Ask(6, 40, 0.01); c.Ask(11, 10, 0.01) })
			return timers(again, p.Tick(120, func() { c.Down(r.Int(12, 22)) }), p.Human(900, func() { c.Down(r.Int(14, 30)); c.Ask(40, r.Size(9000, 1.5), 0.03) }))
		})
	})
}

func smtp(p *sim.Proc) {
	r := p.R
	to := sim.Target{Peer: p.Site("smtp"), Port: rnd.Pick[uint16](r, 587, 25), TLS: 0}
	gap := r.LogU(30, 3000)
	for p.Sleep(p.Busy(gap)); p.Running(); p.Sleep(p.Busy(gap)) {
		c := p.Dial(to)
		c.Down(r.Int(40, 110))
		for range 5 {
			c.Ask(r.Int(20, 70), r.Int(14, 180), 0.02)
		}
		c.Ask(r.Size(12000, 1.4), 60, 0.1)
		c.Ask(6, 40, 0.01)
		c.Close(true)
	}
}

func kerberos(p *sim.Proc) {
	r := p.R
	to := within(p, "kdc", 88)
	to.TLS = 0
	poll(p, to, func() float64 { return p.Busy(400) }, func(c *sim.Conn) { c.Ask(r.Int(260, 1700), r.Int(300, 1700), 0.003) })
}

func browsing(p *sim.Proc) {
	r := p.R
	sites := r.Int(8, 60)
	for p.Sleep(p.Busy(120)); p.Running(); p.Sleep(p.Busy(200)) {
		for range r.Int(1, 9) {
			to := outside(p, "web "+string(rune('A'+r.Int(0, sites)%40)), 443)
			p.Lookup()
			p.Aside(func() {
				p.Sleep(r.Exp(2))
				c := p.Dial(to)
				for range 1 + r.Count(4) {
					c.Ask(r.Size(700, 0.5), r.Size(12000, 1.5), r.U(0.01, 0.2))
				}
				c.Serve(p.Now + rnd.Pick[float64](r, 5, 10, 60, 115))
				c.End()
			})
		}
	}
}

func video(p *sim.Proc) {
	r := p.R
	for p.Sleep(p.Busy(2 * hour)); p.Running(); p.Sleep(p.Busy(4 * hour)) {
		c := p.Dial(outside(p, "video", 443))
		piece := r.LogU(2e5, 3e6)
		c.Serve(p.Now+r.Exp(1500), p.Tick(rnd.Pick[float64](r, 4, 6, 10), func() { c.Ask(900, r.Size(piece, 0.3), 0.03) }))
		c.End()
	}
}
