// Package office holds the ERP, the Windows servers and the links to the company's offices.
package office

import "makes/y/internal/sim"

// workday sleeps until people are likely to start something that happens every so many seconds at full activity.
func workday(x *sim.Ctx, mean float64) { x.Sleep(min(x.R.Exp(mean/(0.02+x.Office())), 14400)) }

// SAPGUI is a DIAG dialogue: screens of some kilobytes compressed, think times of people, the front end's silence between,
// and a keep-alive of eight bytes from the server after twenty idle minutes.
func SAPGUI(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	instance, screen := p.Int(0, 2), p.Int(1500, 7000)
	for x.Run() {
		workday(x, 2500)
		c := x.Dial(a, b, 3200+instance)
		c.Ask(290, 160, 0.01)
		c.Ask(1100, screen, 0.2)
		for stop := x.T + x.R.Log(9000, 0.9); c.OK() && x.T < stop; {
			w := x.R.Log(14, 1.5)
			for ; w > 1200; w -= 1200 {
				x.Sleep(1200)
				c.Down(12)
				c.Up(12)
			}
			x.Sleep(w)
			c.Ask(x.R.Size(520, 0.5), x.R.Size(screen, 0.6), x.R.Log(0.35, 0.7))
		}
		c.Close(0)
	}
}

// SAPRFC is a partner system's registered program at the gateway: a ping each minute or so, function calls in bursts.
func SAPRFC(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	ping, gap := p.Between(55, 320), p.Ratio(30, 1800)
	for x.Run() {
		c := x.Dial(a, b, 3300+p.Int(0, 2))
		c.Ask(64, 64, 0.002)
		c.Ask(480, 420, 0.01)
		next, call := x.T+ping, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(next, call) {
			case 0:
				c.Ask(80, 80, 0.001)
				next = x.T + ping
			case 1:
				for n := 1 + x.R.Poisson(2); n > 0; n-- {
					c.Ask(x.R.Size(1300, 0.7), x.R.Size(2600, 1), x.R.Log(0.06, 0.8))
				}
				call = x.T + x.R.Exp(gap/(0.05+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 60))
	}
}

// RDP is a remote desktop session over TLS: bursts of graphics while somebody works, single updates of the clock when not.
func RDP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	for x.Run() {
		workday(x, 4000)
		c := x.Dial(a, b, 3389)
		c.Ask(47, 19, 0.01)
		c.TLS(12, 200)
		c.Ask(900, 600, 0.05)
		c.Ask(700, 2400, 0.4)
		for stop := x.T + x.R.Log(7000, 1); c.OK() && x.T < stop; {
			if x.R.Chance(0.06 + 0.2*(1-x.Office())) {
				for idle := x.R.Log(300, 1); idle > 0; idle -= 60 {
					x.Sleep(60)
					c.Down(x.R.Size(140, 0.4))
				}
				continue
			}
			x.Sleep(x.R.Log(1.2, 1))
			c.Up(x.R.Size(70, 0.8))
			x.Sleep(0.03)
			c.Down(x.R.Size(p.Int(0, 1)+2600, 1.3))
		}
		c.Close(0)
	}
}

// ICA is a published application through Citrix's session reliability port.
func ICA(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		workday(x, 3500)
		c := x.Dial(a, b, 2598)
		c.Ask(110, 90, 0.01)
		c.Ask(1300, 900, 0.1)
		for stop := x.T + x.R.Log(11000, 0.8); c.OK() && x.T < stop; {
			w := x.R.Log(2, 1.4)
			for ; w > 60; w -= 60 {
				x.Sleep(60)
				c.Ask(22, 22, 0.002)
			}
			x.Sleep(w)
			for n := 1 + x.R.Poisson(3); n > 0; n-- {
				c.Up(x.R.Int(30, 70))
				x.Sleep(0.04)
				c.Down(x.R.Size(700, 1.2))
			}
		}
		c.Close(0)
	}
}

// SMB is a drive letter: a flurry of CREATE, QUERY, READ, CLOSE when somebody opens something, leases and an ECHO in between,
// and the session dropped after a quarter of an hour of nothing.
func SMB(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(20, 500)
	for x.Run() {
		workday(x, gap*3)
		c := x.Dial(a, b, 445)
		c.Ask(240, 240, 0.002)
		c.Ask(190, 350, 0.003)
		c.Ask(2400, 260, 0.01)
		c.Ask(150, 84, 0.002)
		for idle := 0.0; c.OK() && idle < 900; {
			w := x.R.Exp(gap / (0.03 + x.Office()))
			if w > 120 {
				x.Sleep(120)
				idle += 120
				c.Ask(72, 72, 0.001)
				continue
			}
			x.Sleep(w)
			idle = 0
			for n := x.R.Int(2, 30); n > 0; n-- {
				c.Ask(x.R.Int(180, 420), x.R.Int(130, 600), 0.002)
			}
			if x.R.Chance(0.4) {
				c.Ask(120, x.R.Size(60000, 1.2), 0.02)
			}
		}
		c.Close(0)
	}
}

// JetDirect is print jobs from the server to an office printer on port 9100, and the status it asks by SNMP in between.
func JetDirect(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(200, 4000)
	x.Fork(func(y *sim.Ctx) {
		u := y.UDP(a, b, 0, 161)
		for y.Run() {
			y.Sleep(600)
			u.Ask(80, 110, 0.01)
			u.Ask(80, 92, 0.01)
		}
	})
	for x.Run() {
		workday(x, gap)
		c := x.Dial(a, b, 9100)
		c.Up(x.R.Size(180000, 1.1))
		x.Sleep(x.R.Log(6, 0.8))
		c.Close(0)
	}
}

// Telnet5250 is a terminal on the old order system: blocks of screen, and a timing mark when idle.
func Telnet5250(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	mark := []float64{60, 300, 600}[p.Int(0, 2)]
	for x.Run() {
		workday(x, 2000)
		c := x.Dial(a, b, 23)
		for range 4 {
			c.Down(12)
			x.Sleep(0.05)
			c.Up(15)
		}
		c.Down(1100)
		for stop := x.T + x.R.Log(12000, 0.8); c.OK() && x.T < stop; {
			w := x.R.Log(18, 1.4)
			for ; w > mark; w -= mark {
				x.Sleep(mark)
				c.Down(3)
				c.Up(3)
			}
			x.Sleep(w)
			c.Ask(x.R.Int(16, 90), x.R.Size(900, 0.5), x.R.Log(0.1, 0.6))
		}
		c.Close(0)
	}
}

// Handheld is a barcode gun of the warehouse on a telnet-like terminal: a scan, an answer of a line or two, all day.
func Handheld(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	beat := p.Between(20, 120)
	for x.Run() {
		workday(x, 900)
		c := x.Dial(a, b, 5001)
		c.Ask(40, 160, 0.02)
		for stop := x.T + x.R.Log(5000, 0.9); c.OK() && x.T < stop; {
			w := x.R.Log(9, 1)
			for ; w > beat; w -= beat {
				x.Sleep(beat)
				c.Ask(1, 1, 0.001)
			}
			x.Sleep(w)
			for n := x.R.Int(1, 14); n > 0; n-- {
				c.Ask(1, x.R.Int(1, 4), 0.004)
			}
			c.Ask(2, x.R.Size(220, 0.5), 0.05)
		}
		if x.R.Chance(0.4) {
			c.Vanish()
		} else {
			c.Close(0)
		}
	}
}

// TimeClock is a terminal at the door: bookings as people come and go, an alive message each minute or five.
func TimeClock(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	beat := []float64{60, 300, 30}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, b, 3001)
		next, book := x.T+beat, x.T+x.R.Exp(900)
		for c.OK() {
			switch x.Until(next, book) {
			case 0:
				c.Ask(18, 12, 0.01)
				next += beat
			case 1:
				c.Ask(x.R.Int(44, 60), 20, 0.02)
				book = x.T + x.R.Exp(120/(0.02+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 60))
	}
}

// WebERP are office browsers at an internal application: pages, then a poll of notifications every half minute while the tab is open.
func WebERP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	poll, page := p.Between(15, 60), p.Int(4000, 40000)
	port := []int{443, 8443, 8069, 8080}[p.Int(0, 3)]
	for x.Run() {
		workday(x, 1500)
		c := x.Dial(a, b, port)
		if port != 8080 {
			c.TLS(13, 1750)
		}
		stop := x.T + x.R.Log(1500, 1.1)
		click, ask := x.T, x.T+poll
		for c.OK() && x.T < stop {
			switch x.Until(click, ask) {
			case 0:
				for n := x.R.Int(1, 9); n > 0; n-- {
					c.Ask(x.R.Int(500, 1400), x.R.Size(page, 0.9), x.R.Log(0.08, 0.8))
				}
				click = x.T + x.R.Log(40, 1)
			case 1:
				c.Ask(820, 340, 0.02)
				ask += poll
			}
		}
		c.Close(0)
	}
}
