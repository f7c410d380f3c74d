package life

import "makes/c/internal/wire"

var streams = []Kind{
	{"price-ticker", priceTicker},
	{"fix-session", fixSession},
	{"server-sent-events", serverSentEvents},
	{"trading-bot", tradingBot},
	{"news-feed", newsFeed},
	{"webrtc-turn-tcp", turnTCP},
}

// priceTicker is an exchange's websocket: many small messages down.
func priceTicker(h *Host) {
	s := h.Peer(wire.Public, 443, 9443)
	d := s.Dice(h)
	tick, come, ping := d.Size(80, 600), h.D.Random(0.1, 8), d.Tick(10, 180)
	h.Keep(s, d.Log(3000, 86400), h.D.Tick(0.5, 30), func(c *Conn) {
		c.TLS()
		c.WebSocket()
		c.Call(h.D.Int(60, 300), h.D.Int(30, 120))
		c.Run(c.Timer(come, func() { c.Down(tick()) }), c.Timer(ping, func() { c.Ring(d.Int(2, 40), d.Int(2, 40)) }))
	})
}

// fixSession has heartbeats both ways, orders up, reports down.
func fixSession(h *Host) {
	s := h.Peer(wire.Public, 9878, 4001, 443)
	d := s.Dice(h)
	beat, secure := d.Tick(10, 60), maybe(d, 0.6)
	h.Keep(s, 80000, h.D.Tick(5, 60), func(c *Conn) {
		secure(c)
		c.Call(130, 130)
		c.Run(c.Timer(beat, func() { c.Up(h.D.Int(75, 95)) }), c.Timer(beat, func() { c.Down(h.D.Int(75, 95)) }),
			c.Timer(h.D.Random(3, 300), func() { c.Call(h.D.Int(180, 260), h.D.Int(220, 330)) }),
			c.Timer(h.D.Random(3, 300), func() { c.Down(h.D.Int(200, 330)) }))
	})
}

func serverSentEvents(h *Host) {
	s := h.Peer(wire.Public, 443)
	d := s.Dice(h)
	event, come, beat := d.Size(60, 1500), h.D.Random(2, 300), d.Tick(10, 60)
	h.Keep(s, d.Log(300, 30000), h.D.Tick(1, 10), func(c *Conn) {
		c.TLS()
		c.Call(400, 300)
		c.Run(c.Timer(come, func() { c.Down(event()) }), c.Timer(beat, func() { c.Down(d.Int(3, 20)) }))
	})
}

// tradingBot sends orders on a websocket with answers and hears of fills.
func tradingBot(h *Host) {
	s := h.Peer(wire.Public, 443, 8443)
	d := s.Dice(h)
	order, answer, fill := d.Size(150, 450), d.Size(120, 500), d.Size(150, 700)
	act, come, ping := h.D.Random(3, 120), h.D.Random(3, 120), d.Tick(10, 60)
	h.Keep(s, d.Log(3000, 86400), h.D.Tick(0.5, 10), func(c *Conn) {
		c.TLS()
		c.WebSocket()
		c.Call(h.D.Int(200, 400), h.D.Int(80, 200))
		c.Run(c.Timer(act, func() { c.Call(order(), answer()) }), c.Timer(come, func() { c.Down(fill()) }),
			c.Timer(ping, func() { c.Call(15, 15) }))
	})
}

// newsFeed polls feeds with conditional requests.
func newsFeed(h *Host) {
	for _, s := range h.Peers(h.D.Int(2, 12), wire.Public, 443) {
		h.Each(h.D.Tick(60, 3600), func(t float64) {
			h.Once(t, s, func(c *Conn) {
				c.TLS()
				if h.D.Chance(0.6) {
					c.Call(350, 250)
				} else {
					c.Call(350, int(h.D.Near(20000, 1)))
				}
			})
		})
	}
}

// turnTCP is a call's relay: a packet of sound every 20 ms, seen in bursts.
func turnTCP(h *Host) {
	s := h.Peer(wire.Public, 443, 3478)
	h.Human(h.D.Random(6000, 30000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.Call(120, 140)
			c.Limit(h.D.Exp(1200))
			step := h.D.U(0.04, 0.1)
			c.Every(func() float64 { return step }, func() { c.Up(h.D.Int(100, 250)); c.Down(h.D.Int(100, 250)) })
		})
	})
}
