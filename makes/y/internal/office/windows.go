package office

import "makes/y/internal/sim"

// LDAP is an application's kept bind to a domain controller: searches when people log in, a reconnect after the server's
// quarter hour of idleness.
func LDAP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, tls := p.Ratio(3, 300), p.Chance(0.5)
	for x.Run() {
		port := 389
		if tls {
			port = 636
		}
		c := x.Dial(a, b, port)
		if tls {
			c.TLS(12, 260)
		}
		c.Ask(80, 22, 0.003)
		for c.OK() {
			w := x.R.Exp(gap / (0.05 + x.Office()))
			x.Sleep(min(w, 900))
			if w > 900 {
				break
			}
			c.Ask(x.R.Int(150, 320), x.R.Size(1300, 0.9), 0.002)
		}
		c.Close(1)
		x.Sleep(x.R.Exp(gap))
	}
}

// Kerberos asks tickets: UDP first if it fits, TCP for the fat ones of Active Directory.
func Kerberos(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(300, 4000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / (0.1 + x.Office())))
		c := x.Dial(a, b, 88)
		c.Ask(230, 190, 0.002)
		c.Close(0)
		d := x.Dial(a, b, 88)
		d.Ask(310, 1650, 0.003)
		d.Close(0)
		for n := x.R.Int(1, 3); n > 0; n-- {
			e := x.Dial(a, b, 88)
			e.Ask(1700, 1680, 0.003)
			e.Close(0)
		}
	}
}

// DomainDNS are lookups at the domain's own servers, of which some go on being asked.
func DomainDNS(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(20, 500)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		for n := 1 + x.R.Poisson(0.7); n > 0; n-- {
			u := x.UDP(a, b, 0, 53)
			u.Ask(x.R.Int(30, 62), x.R.Int(60, 240), x.R.Log(0.004, 1))
			u.Done()
		}
	}
}

// ADReplication is DRSUAPI between controllers: the endpoint mapper, then a kept connection with notifications each quarter
// hour at least and changes within seconds.
func ADReplication(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	port := p.Int(49664, 49720)
	for x.Run() {
		m := x.Dial(a, b, 135)
		m.Ask(116, 84, 0.001)
		m.Ask(156, 152, 0.001)
		m.Close(0)
		c := x.Dial(a, b, port)
		c.Ask(1900, 340, 0.004)
		for idle := 0; c.OK() && idle < 3; {
			w := x.R.Exp(400 / (0.1 + x.Office()))
			x.Sleep(min(w, 900))
			idle++
			if w < 900 {
				idle = 0
			}
			c.Ask(620, x.R.Size(3600, 1), 0.01)
			c.Ask(180, 140, 0.002)
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 200))
	}
}

// WindowsUpdate asks the update service a few times a day and takes patches in big pieces.
func WindowsUpdate(x *sim.Ctx, a, b *sim.Host) {
	x.Sleep(x.R.F() * 9000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 230)
		for n := x.R.Int(4, 14); n > 0; n-- {
			c.Ask(x.R.Int(2200, 9000), x.R.Size(9000, 1), 0.2)
		}
		c.Close(0)
		if x.R.Chance(0.2) {
			d := x.Dial(a, x.Other(b), 80)
			for n := x.R.Int(5, 60); n > 0; n-- {
				d.Ask(360, 1<<20, 0.01)
				x.Sleep(x.R.Exp(2))
			}
			d.Close(0)
		}
		x.Sleep(x.R.Between(9000, 40000))
	}
}

// Defender is the cloud's endpoint protection: a command poll every few minutes and uploads of telemetry, each by WinHTTP.
func Defender(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	every := p.Between(120, 420)
	for x.Run() {
		x.Sleep(x.R.Near(every, 0.1))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 210)
		c.Ask(x.R.Size(3300, 0.6), 520, 0.1)
		x.Sleep(x.R.Between(30, 60))
		c.Reset(0)
	}
}

// EWSStream is an integration on the hosted mail: a streaming subscription that says something each 45 seconds or so and is renewed
// after half an hour.
func EWSStream(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 230)
		c.Ask(3100, 1900, 0.1)
		c.Up(2900)
		for stop := x.T + 1800; c.OK() && x.T < stop; {
			w := x.R.Exp(300 / (0.05 + x.Office()))
			x.Sleep(min(w, 45))
			if w < 45 {
				c.Down(x.R.Size(1500, 0.3))
			} else {
				c.Down(760)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.5, 5))
	}
}

// IMAPIdle is the ticket system's mailbox: IDLE renewed before the half hour, an EXISTS when a letter came, then FETCH.
func IMAPIdle(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	renew, gap := []float64{1740, 1740, 600, 240}[p.Int(0, 3)], p.Ratio(200, 4000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 993)
		c.TLS(13, 420)
		c.Down(90)
		c.Ask(70, 220, 0.1)
		c.Ask(18, 420, 0.02)
		c.Ask(12, 10, 0.01)
		for c.OK() {
			w := x.R.Exp(gap / (0.05 + x.Office()))
			x.Sleep(min(w, renew))
			if w < renew {
				c.Down(24)
				x.Sleep(0.05)
				c.Ask(6, 30, 0.01)
				c.Ask(60, x.R.Size(28000, 1.1), 0.05)
			} else {
				c.Ask(6, 30, 0.01)
			}
			c.Ask(12, 10, 0.01)
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 60))
	}
}

// ExchangePing is a phone's ActiveSync ping through the reverse proxy: a request held open for the heartbeat interval.
func ExchangePing(x *sim.Ctx, a, b *sim.Host) {
	beat := x.R.Between(300, 1700)
	for x.Run() {
		c := x.Dial(a, b, 443)
		c.TLS(12, 517)
		for range x.R.Int(1, 3) {
			w := x.R.Exp(2000 / (0.1 + x.Office()))
			c.Ask(720, 290, min(w, beat))
			if w < beat {
				c.Ask(680, x.R.Size(4000, 1), 0.1)
			}
			if !c.OK() {
				break
			}
		}
		c.Close(0)
		x.Sleep(x.R.Exp(20))
	}
}

// OCSMonitor is System Center's agent on 5723: a heartbeat each minute, data each few, in Kerberos-wrapped messages.
func OCSMonitor(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(20, 200)
	for x.Run() {
		c := x.Dial(a, b, 5723)
		c.Ask(2300, 400, 0.01)
		beat, data := x.T+60, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(beat, data) {
			case 0:
				c.Ask(x.R.Int(300, 380), 110, 0.01)
				beat += 60
			case 1:
				c.Ask(x.R.Size(2400, 0.6), 110, 0.02)
				data = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 120))
	}
}
