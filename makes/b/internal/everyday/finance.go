package everyday

import "makes/b/internal/wire"

// cryptoTicker hears an exchange's prices over a WebSocket.
func cryptoTicker(p *wire.Proc) {
	l := to(p, p.Outside("exchange", 12), wire.Pick[uint16](p.Rand, 443, 443, 9443), anyTLS(p))
	l.life = p.Wide(3600, 24*3600)
	mean, size := p.Wide(0.25, 20), p.Wide(110, 900)
	beat := wire.Pick(p.Rand, 15.0, 20, 30, 180)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(250, 600), brief(p, 0.05), p.Int(130, 400))
		c.Ask(frame(p.Int(60, 500), true), brief(p, 0.05), frame(p.Int(30, 120), false))
		return []wire.Duty{
			p.Randomly(mean, func() { c.Recv(frame(p.Size(size, 0.25), false)) }),
			p.Every(beat, 0.01, func() { c.Recv(frame(13, false)); c.Send(frame(13, true)) }),
		}
	})
}

// tradingBot keeps an exchange's private feed and sends orders.
func tradingBot(p *wire.Proc) {
	l := to(p, p.Outside("exchange", 12), 443, anyTLS(p))
	orders, fills, beat := p.Wide(4, 240), p.Wide(2, 200), p.Wide(5, 30)
	order, report := p.Wide(120, 420), p.Wide(150, 700)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(400, 900), brief(p, 0.05), p.Int(130, 400))
		return []wire.Duty{
			p.Randomly(orders, func() { c.Ask(frame(p.Size(order, 0.1), true), brief(p, 0.02), frame(p.Size(report, 0.1), false)) }),
			p.Randomly(fills, func() { c.Recv(frame(p.Size(report, 0.2), false)) }),
			p.Every(beat, 0.02, func() { c.Ask(frame(p.Int(10, 40), true), 0.001, frame(p.Int(10, 40), false)) }),
		}
	})
}

// fix is a FIX session: heartbeats when silent, orders and reports by day.
func fix(p *wire.Proc) {
	peer := p.Outside("broker", 8)
	if p.Chance(0.4) {
		peer = p.Inside("fixhub", 4)
	}
	l := to(p, peer, wire.Pick(p.Rand, 9876, 5001, 9880, 4198, uint16(p.Int(2000, 30000))), maybeTLS(p, 0.4))
	beat, mean := wire.Pick(p.Rand, 10.0, 30, 30, 60), p.Wide(3, 600)
	order, report, heart := p.Int(150, 320), p.Int(190, 480), p.Int(66, 110)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(95, 180), brief(p, 0.01), p.Int(95, 180)) // logon
		return []wire.Duty{
			p.Every(beat, 0.003, func() { c.Send(heart) }),
			p.Every(beat, 0.003, func() { c.Recv(heart) }),
			p.ByDay(mean, func() {
				c.Ask(near(p, order), brief(p, 0.004), near(p, report))
				for range p.IntN(4) {
					p.Wait(p.Exp(3))
					c.Recv(near(p, report))
				}
			}),
		}
	})
}

// marketFeed is a binary feed of prices with second-long heartbeats.
func marketFeed(p *wire.Proc) {
	l := to(p, p.Inside("feed", 5), uint16(p.Int(4000, 32000)), wire.Plain)
	mean, size := p.Wide(0.4, 15), p.WideInt(22, 140)
	beat := p.Wide(1, 15)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(40, 60), 0.001, p.Int(20, 40))
		return []wire.Duty{
			p.ByDay(mean, func() { c.Recv(p.Int(1, 6) * size) }),
			p.Every(beat, 0.01, func() { c.Recv(3) }),
			p.Every(beat, 0.01, func() { c.Send(3) }),
		}
	})
}

// cardTerminal asks a payment host, by short ISO 8583 messages.
func cardTerminal(p *wire.Proc) {
	l := to(p, p.Outside("acquirer", 4), wire.Pick[uint16](p.Rand, 443, 5000, 8583), maybeTLS(p, 0.7))
	mean, echo := p.Wide(10, 400), wire.Pick(p.Rand, 30.0, 60, 90, 180, 300)
	ask, answer := p.Int(150, 420), p.Int(80, 260)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.ByDay(mean, func() { c.Ask(near(p, ask), p.Wide(0.05, 1.5), near(p, answer)) }),
			p.Every(echo, 0.01, func() { c.Ask(p.Int(40, 60), 0.03, p.Int(40, 60)) }),
		}
	})
}
