package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var things = []Kind{
	{"modbus-poll", modbusPoll},
	{"opc-ua", opcUA},
	{"telemetry-tcp", telemetryTCP},
	{"camera", camera},
	{"smart-meter", smartMeter},
	{"tracker-gateway", trackerGateway},
}

// modbusPoll asks controllers for registers, second by second.
func modbusPoll(h *Host) {
	every := h.D.Tick(0.5, 10)
	for _, s := range h.Peers(h.D.Int(1, 5), wire.Private, 502) {
		answer := 9 + 2*h.D.Int(1, 100)
		h.Keep(s, 1e5, h.D.Tick(1, 30), func(c *Conn) { c.Every(every, func() { c.Call(12, answer) }) })
	}
}

func opcUA(h *Host) {
	s := h.Peer(wire.Private, 4840)
	d := s.Dice(h)
	values, publish := h.D.Size(90, 1500), d.Tick(0.5, 10)
	h.Keep(s, 2e5, h.D.Tick(1, 30), func(c *Conn) {
		c.Call(60, 28)
		c.Call(132, 136)
		c.Call(500, 2000)
		c.Run(c.Timer(publish, func() { c.Ring(values(), 98) }), c.Timer(d.Tick(5, 60), func() { c.Call(90, 120) }))
	})
}

// telemetryTCP is a maker's own protocol: frames up, acknowledgements down.
func telemetryTCP(h *Host) {
	s := h.Peer(wire.Public, 5000, 7700, 9000, 9999, 443, 3333)
	d := s.Dice(h)
	frame, every, secure := d.Size(20, 600), d.Tick(1, 120), maybe(d, 0.4)
	ack := d.Chance(0.7)
	h.Keep(s, d.Log(600, 2e5), h.D.Tick(1, 60), func(c *Conn) {
		secure(c)
		c.Call(40, 20)
		c.Run(c.Timer(every, func() {
			if ack {
				c.Call(frame(), d.Int(4, 30))
			} else {
				c.Up(frame())
			}
		}), c.Timer(h.D.Random(200, 9000), func() { c.Ring(d.Int(10, 200), d.Int(10, 200)) }))
	})
}

func camera(h *Host) {
	s := h.Peer(wire.Public, 443, 8554, 1935)
	h.Each(h.D.Random(600, 9000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.TLS()
			for range h.D.Int(5, 60) {
				c.Call(int(h.D.Near(30000, 0.5)), 30)
				c.Wait(h.D.U(0.2, 1.5))
			}
		})
	})
	h.Keep(s, 50000, h.D.Tick(5, 60), func(c *Conn) {
		c.TLS()
		c.Every(h.D.Tick(15, 60), func() { c.Call(h.D.Int(20, 100), h.D.Int(20, 100)) })
	})
}

func smartMeter(h *Host) {
	for _, s := range h.Peers(h.D.Int(3, 20), wire.Public, 4059) {
		h.Each(h.D.Tick(300, 3600), func(t float64) {
			h.Once(t, s, func(c *Conn) {
				c.Call(70, 60)
				for range h.D.Int(1, 6) {
					c.Call(h.D.Int(25, 50), h.D.Int(40, 300))
				}
			})
		})
	}
}

// trackerGateway accepts many small devices, each with a long connection.
func trackerGateway(h *Host) {
	port := uint16(dice.Of(h.D, 5023, 8001, 5093, 20332))
	frame, every := h.D.Size(30, 120), h.D.Tick(10, 120)
	for _, v := range h.Peers(h.D.Int(8, 40), wire.Public) {
		h.Each(h.D.Random(2000, 20000), func(t float64) {
			c := h.Accept(t, v, port)
			c.Call(18, 10)
			c.Limit(h.D.Exp(4000))
			c.Run(c.Timer(every, func() { c.Up(frame()) }), c.Timer(h.D.Tick(60, 300), func() { c.Call(15, 10) }))
			c.Reset(dice.Of(h.D, wire.Client, wire.Server))
		})
	}
}
