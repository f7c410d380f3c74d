package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Chat, push, feeds and other connections that wait for news.

// socket is a web socket with pings, and messages either way.
func socket(p *sim.Proc, to sim.Target, life, ping float64, byServer bool, news, newsSize, say, saySize float64) {
	r := p.R
	pingSize, pong := r.Int(6, 60), r.Int(2, 60)
	hold(p, to, life, func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(380, 1400), r.Int(129, 700), 0.02)
		c.Down(r.Size(1500, 1))
		beat := p.Tick(ping, func() {
			if byServer {
				c.Down(pingSize)
				c.Up(pong)
			} else {
				c.Ask(pingSize, pong, 0.001)
			}
		})
		return timers(beat, p.Human(news, func() { c.Down(r.Size(newsSize, 0.7)) }), p.Human(say, func() { c.Ask(r.Size(saySize, 0.6), r.Int(60, 200), 0.02) }))
	})
}

func slack(p *sim.Proc) {
	socket(p, outside(p, "slack", 443), 6*hour, rnd.Pick[float64](p.R, 10, 30), false, p.R.LogU(10, 300), 420, p.R.LogU(100, 2000), 300)
}

func discord(p *sim.Proc) {
	socket(p, outside(p, "discord", 443), 5*hour, 41.25, false, p.R.LogU(2, 120), 500, p.R.LogU(100, 3000), 250)
}

func irc(p *sim.Proc) {
	to := outside(p, "irc", rnd.Pick[uint16](p.R, 6667, 6697, 7000))
	if to.Port == 6667 {
		to.TLS = 0
	}
	socket(p, to, 40*hour, rnd.Pick[float64](p.R, 60, 90, 120, 240), true, p.R.LogU(3, 200), 110, p.R.LogU(60, 3000), 80)
}

func xmpp(p *sim.Proc) {
	socket(p, anywhere(p, "xmpp", 5222), 30*hour, rnd.Pick[float64](p.R, 30, 60, 180), p.R.Chance(0.5), p.R.LogU(20, 600), 260, p.R.LogU(60, 2000), 240)
}

func chatServer(p *sim.Proc) {
	r := p.R
	ping := rnd.Pick[float64](r, 15, 25, 30, 60)
	news := r.LogU(4, 120)
	port := rnd.Pick[uint16](r, 443, 8080, 3000, 3333)
	for n := r.Int(4, 30); n > 0; n-- {
		p.Fork(func(p *sim.Proc) {
			to := sim.Target{Peer: p.Host.World.Visitor(), Port: port, TLS: 13, Inbound: true}
			for p.Sleep(p.Busy(2 * hour)); p.Running(); p.Sleep(p.Busy(4 * hour)) {
				c := p.Dial(to)
				c.Ask(600, 180, 0.01)
				c.Serve(p.Now+p.R.Exp(hour), p.Tick(ping, func() { c.Ask(9, 9, 0) }), p.Human(news, func() { c.Down(p.R.Size(300, 0.6)) }), p.Human(news*4, func() { c.Up(p.R.Size(180, 0.6)) }))
				c.End()
			}
		})
	}
}

func botPoll(p *sim.Proc) {
	r := p.R
	wait := rnd.Pick[float64](r, 10, 25, 30, 50, 60)
	up := r.Int(190, 420)
	hold(p, outside(p, "botapi", 443), r.LogU(hour/2, 30*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Each(func() float64 { return r.U(0.001, 0.3) }, func() {
			if r.Chance(0.1 * p.Host.Busy(p.Now)) {
				c.Ask(up, r.Size(900, 0.5), r.U(0, wait))
				c.Ask(r.Size(600, 0.4), r.Size(700, 0.2), 0.05)
				return
			}
			c.Ask(up, r.Int(270, 420), wait)
		}))
	})
}

func push(p *sim.Proc) {
	r := p.R
	to := outside(p, "push", rnd.Pick[uint16](r, 5228, 5223, 443))
	hold(p, to, 40*hour, func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(200, 600), r.Int(60, 300), 0.02)
		return timers(p.Tick(rnd.Pick[float64](r, 240, 900, 1680), func() { c.Ask(r.Int(2, 40), r.Int(2, 40), 0.01) }), p.Human(r.LogU(300, 5000), func() { c.Down(r.Size(700, 0.6)); c.Up(r.Int(20, 60)) }))
	})
}

// ticker listens to a market: an exchange's web socket.
func ticker(p *sim.Proc) {
	r := p.R
	gap, size := r.LogU(0.1, 20), r.LogU(90, 900)
	if r.Chance(0.3) {
		gap = r.LogU(10, 60) // a quiet channel: candles, funding rates
	}
	socket(p, outside(p, "exchange", rnd.Pick[uint16](r, 443, 9443)), rnd.Pick(r, 24*hour, 6*hour, hour), rnd.Pick[float64](r, 15, 20, 30, 180), r.Chance(0.6), gap, size, r.LogU(600, 20000), 140)
}

// trader also places orders.
func trader(p *sim.Proc) {
	r := p.R
	p.Fork(ticker)
	gap := r.LogU(3, 120)
	hold(p, outside(p, "exchangeapi", 443), r.LogU(5*minute, 10*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Random(gap, func() { c.Ask(r.Int(300, 560), r.Size(620, 0.5), r.U(0.004, 0.05)) }), p.Tick(rnd.Pick[float64](r, 1, 5, 10, 60), func() { c.Ask(r.Int(260, 460), r.Size(500, 0.2), 0.01) }))
	})
}

// fix is a session of the Financial Information Exchange.
func fix(p *sim.Proc) {
	r := p.R
	beat := rnd.Pick[float64](r, 10, 30, 30, 60)
	gap := r.LogU(1, 200)
	to := anywhere(p, "fix", uint16(r.Int(4000, 12000)))
	hold(p, to, 22*hour, func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(100, 160), r.Int(90, 150), 0.01)
		return timers(p.Tick(beat, func() { c.Up(r.Int(68, 92)) }), p.Tick(beat, func() { c.Down(r.Int(68, 92)) }),
			p.Human(gap, func() {
				c.Ask(r.Int(170, 290), r.Int(220, 360), 0.003)
				p.Aside(func() { p.Sleep(r.Exp(1)); c.Down(r.Int(260, 400)) })
			}))
	})
}

func events(p *sim.Proc) {
	r := p.R
	gap, size, beat := r.LogU(1, 120), r.LogU(80, 1200), rnd.Pick[float64](r, 15, 30, 45)
	hold(p, anywhere(p, "events", rnd.Pick[uint16](r, 443, 80, 8080)), r.LogU(minute*10, 10*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(300, 900), r.Int(200, 400), 0.02)
		return timers(p.Tick(beat, func() { c.Down(r.Int(3, 18)) }), p.Human(gap, func() { c.Down(r.Size(size, 0.5)) }))
	})
}

func game(p *sim.Proc) {
	r := p.R
	port := rnd.Pick[uint16](r, 25565, 7777, 8087)
	for n := r.Int(1, 4); n > 0; n-- {
		p.Fork(func(p *sim.Proc) {
			to := sim.Target{Peer: p.Host.World.Visitor(), Port: port, Inbound: true}
			for p.Sleep(p.Busy(hour)); p.Running(); p.Sleep(p.Busy(5 * hour)) {
				c := p.Dial(to)
				c.Ask(60, 90, 0.01)
				c.Serve(p.Now+p.R.Exp(hour*0.7), p.Tick(0.25, func() { c.Down(p.R.Size(120, 0.9)) }), p.Random(0.4, func() { c.Up(p.R.Size(34, 0.4)) }), p.Tick(15, func() { c.Down(10); c.Up(10) }))
				c.End()
			}
		})
	}
}
