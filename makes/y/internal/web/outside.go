package web

import "makes/y/internal/sim"

// Payment calls a payment provider at each order: intent, confirmation, rarely a refund.
func Payment(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(15, 900)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		c.Ask(x.R.Int(900, 1500), x.R.Int(2600, 4800), x.R.Log(0.5, 0.4))
		if x.R.Chance(0.7) {
			x.Sleep(x.R.Exp(4))
			c.Ask(x.R.Int(700, 900), x.R.Int(2600, 5200), x.R.Log(0.9, 0.4))
		}
		c.Close(0)
	}
}

// Webhooks come from a provider when something happened.
func Webhooks(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(20, 1200)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		c := x.Dial(x.Other(a), b, 443)
		c.TLS(12, 260)
		c.Ask(x.R.Size(3200, 0.3), 240, x.R.Log(0.08, 0.6))
		c.Close(0)
	}
}

// APNs is the push provider's HTTP/2 connection to Apple: kept for days, a HEADERS and DATA per push, a PING each hour by the
// library, mostly answered with ten octets of HEADERS.
func APNs(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(3, 300)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 220)
		c.Ask(24+27+13, 51, 0.001)
		ping, push := x.T+300, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(ping, push) {
			case 0:
				c.Ask(17, 17, 0.001)
				ping += 300
			case 1:
				for n := 1 + x.R.Poisson(0.4); n > 0; n-- {
					c.Ask(x.R.Int(110, 190)+9+x.R.Int(120, 400), 9+x.R.Int(20, 50), 0.03)
				}
				push = x.T + x.R.Exp(gap/x.Shop())
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 8))
	}
}

// FCM is push by HTTP v1, with the access token renewed each hour.
func FCM(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(3, 300)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			x.Sleep(min(w, 240))
			if w > 240 {
				break
			}
			c.Ask(x.R.Int(420, 900), x.R.Int(90, 160), 0.05)
		}
		c.Close(1)
		x.Sleep(x.R.Exp(gap))
	}
}

// SMTPOut hands letters to a relay with STARTTLS and AUTH.
func SMTPOut(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(20, 1500)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		c := x.Dial(a, x.Other(b), 587)
		x.Sleep(0.05)
		c.Down(60)
		c.Ask(24, 190, 0.01)
		c.Ask(10, 24, 0.01)
		c.TLS(13, 420)
		c.Ask(24, 180, 0.01)
		c.Ask(70, 34, 0.08)
		for n := 1 + x.R.Poisson(0.4); n > 0; n-- {
			c.Ask(52, 14, 0.01)
			c.Ask(40, 14, 0.02)
			c.Ask(6, 20, 0.01)
			c.Ask(x.R.Size(19000, 0.8), 70, 0.15)
		}
		c.Ask(6, 15, 0.01)
		c.Close(1)
	}
}

// Flags is a feature-flag stream: an HTTP event stream that says a comment every three minutes, a patch when somebody
// changes a flag, and evaluation events posted each five seconds to minute.
func Flags(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	beat, change := p.Between(150, 190), p.Ratio(2000, 40000)
	x.Fork(func(y *sim.Ctx) {
		e := y.Other(b)
		for y.Run() {
			c := y.Dial(a, e, 443)
			c.TLS(13, 517)
			for c.OK() {
				y.Sleep(y.R.Between(5, 60))
				c.Ask(y.R.Size(1400, 0.5), 200, 0.02)
				if y.R.Chance(0.02) {
					break
				}
			}
			c.Close(1)
			y.Sleep(5)
		}
	})
	for x.Run() {
		c := x.Dial(a, b, 443)
		c.TLS(13, 517)
		c.Ask(430, p.Int(9000, 90000), 0.05)
		next, patch := x.T+beat, x.T+x.R.Exp(change)
		for c.OK() {
			switch x.Until(next, patch) {
			case 0:
				c.Down(2)
				next += beat
			case 1:
				c.Down(x.R.Size(1300, 0.5))
				patch = x.T + x.R.Exp(change)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 4))
	}
}

// SearchAPI is a hosted search's index being fed, and queried by the server side.
func SearchAPI(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(4, 300)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			x.Sleep(min(w, 60))
			if w > 60 {
				break
			}
			c.Ask(x.R.Int(500, 900), x.R.Size(6000, 0.7), 0.012)
		}
		c.Close(0)
		x.Sleep(x.R.Exp(gap))
	}
}

// TrackEvents batches analytics: up to a hundred events or ten seconds.
func TrackEvents(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	per := p.Ratio(0.05, 5)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			x.Sleep(10)
			n := x.R.Poisson(per * 10 * x.Shop())
			if n == 0 && x.R.Chance(0.3) {
				break
			}
			if n > 0 {
				c.Ask(420+n*x.R.Int(180, 260), 210, 0.04)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Exp(10))
	}
}

// Courier asks a carrier's interface for labels and tracking on a schedule, each call on a fresh connection.
func Courier(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	every, n := p.Ratio(300, 3600), p.Int(1, 12)
	for x.Run() {
		x.Sleep(x.R.Near(every, 0.02))
		for range 1 + x.R.Poisson(float64(n)*x.Office()) {
			c := x.Dial(a, x.Other(b), 443)
			c.TLS(12, 320)
			c.Ask(x.R.Size(2200, 0.3), x.R.Size(9000, 0.7), x.R.Log(0.7, 0.5))
			c.Close(0)
		}
	}
}

// ChatSupport is the helpdesk widget's agent console behind a websocket: presence every 20 s, chat while people are there.
func ChatSupport(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	beat := p.Between(18, 40)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1700)
		c.Ask(800, 400, 0.05)
		next, msg := x.T+beat, x.T+x.R.Exp(40)
		for c.OK() {
			switch x.Until(next, msg) {
			case 0:
				c.Ask(26, 24, 0.02)
				next += beat
			case 1:
				if x.R.Chance(0.5) {
					c.Up(x.R.Size(240, 0.5))
				} else {
					c.Down(x.R.Size(420, 0.6))
				}
				msg = x.T + x.R.Exp(25/(0.03+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// GRPCCalls is one service of the backend calling another on a kept HTTP/2 connection with pings each half minute.
func GRPCCalls(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, req, resp := p.Ratio(0.5, 60), p.Int(60, 900), p.Int(60, 5000)
	port := []int{50051, 9090, 8980, 6565}[p.Int(0, 3)]
	for x.Run() {
		c := x.Dial(a, b, port)
		c.Ask(24+33, 33, 0.001)
		ping, call := x.T+30, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(ping, call) {
			case 0:
				c.Ask(17, 17, 0)
				ping += 30
			case 1:
				c.Ask(x.R.Size(req, 0.4)+48, x.R.Size(resp, 0.6)+36, x.R.Log(0.008, 0.8))
				c.Up(13 + 17)
				c.Down(17)
				call = x.T + x.R.Exp(gap/x.Shop())
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.5, 5))
	}
}

// GRPCWatch is a server stream: the answer never ends, an item comes when there is one; the client's pings go each ten to
// sixty seconds and the server ends the connection at its greatest age.
func GRPCWatch(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size, age := p.Ratio(3, 400), p.Int(50, 900), p.Ratio(1800, 20000)
	beat := p.Between(10, 60)
	port := []int{50051, 9000, 15010, 18000}[p.Int(0, 3)]
	for x.Run() {
		c := x.Dial(a, b, port)
		c.Ask(24+33+x.R.Int(90, 300), 33+p.Int(200, 9000), 0.01)
		ping, item := x.T+beat, x.T+x.R.Exp(gap)
		for stop := x.T + x.R.Near(age, 0.1); c.OK() && x.T < stop; {
			switch x.Until(ping, item) {
			case 0:
				c.Ask(17, 17, 0)
				ping += beat
			case 1:
				c.Down(14 + x.R.Size(size, 0.5))
				if x.R.Chance(0.4) {
					c.Up(x.R.Int(40, 90))
				}
				item = x.T + x.R.Exp(gap)
			}
		}
		c.Close(1)
		x.Sleep(x.R.Between(0.1, 2))
	}
}
