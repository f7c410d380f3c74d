// Package web holds the shop, the mobile backend and what they call outside.
package web

import (
	"makes/y/internal/rng"
	"makes/y/internal/sim"
)

var devices = []sim.Stack{sim.Phone, sim.Phone, sim.BSD, sim.Windows, sim.BSD}

// ShopVisitors are people at the site's front: a page with its parts over one HTTP/2 connection, some pages, then idle until
// the server ends it. b is the front.
func ShopVisitors(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap, idle := p.Ratio(20, 400), []float64{60, 75, 180}[p.Int(0, 2)]
	page, part := p.Int(9000, 60000), p.Int(3000, 40000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		x.Fork(func(y *sim.Ctx) {
			a := y.W.Visitor(rng.Pick(y.R, devices...))
			c := y.Dial(a, b, 443)
			c.TLS(13, y.R.Int(517, 1800))
			for n := 1 + y.R.Poisson(3); n > 0 && c.OK(); n-- {
				c.Ask(y.R.Int(250, 900), y.R.Size(page, 0.5), y.R.Log(0.15, 0.6))
				for m := y.R.Int(2, 25); m > 0; m-- {
					c.Ask(y.R.Int(60, 160), y.R.Size(part, 1), 0.01)
				}
				y.Sleep(y.R.Log(14, 1))
			}
			if y.R.Chance(0.3) {
				c.Vanish()
				return
			}
			y.Sleep(idle)
			c.Close(1)
		})
	}
}

// MobileAPI are apps at the backend: a handful of JSON calls with tickets resumed, then silence.
func MobileAPI(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap, size := p.Ratio(15, 300), p.Int(400, 9000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		x.Fork(func(y *sim.Ctx) {
			a := y.W.Visitor(rng.Pick(y.R, sim.Phone, sim.BSD))
			c := y.Dial(a, b, 443)
			if y.R.Chance(0.6) {
				c.Resume(13, 517)
			} else {
				c.TLS(13, 517)
			}
			for n := 1 + y.R.Poisson(4); n > 0 && c.OK(); n-- {
				c.Ask(y.R.Size(420, 0.4), y.R.Size(size, 0.8), y.R.Log(0.06, 0.6))
				y.Sleep(y.R.Exp(4))
			}
			if y.R.Chance(0.4) {
				c.Reset(0)
			} else {
				y.Sleep(60)
				c.Close(1)
			}
		})
	}
}

// SocketIO are phones with an open socket: Engine.IO's ping from the server each 25 seconds, rare events, lost radio.
func SocketIO(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap, ping, event := p.Ratio(120, 1500), []float64{25, 25, 20, 10}[p.Int(0, 3)], p.Ratio(10, 400)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		x.Fork(func(y *sim.Ctx) {
			a := y.W.Visitor(rng.Pick(y.R, sim.Phone, sim.BSD))
			c := y.Dial(a, b, 443)
			c.TLS(13, 517)
			c.Ask(620, 130+96, 0.01)
			stop := y.T + y.R.Log(700, 1.4)
			beat, msg := y.T+ping, y.T+y.R.Exp(event)
			for c.OK() && y.T < stop {
				switch y.Until(beat, msg) {
				case 0:
					c.Down(3)
					y.Sleep(c.RTT())
					c.Up(7)
					beat += ping
				case 1:
					c.Down(y.R.Size(260, 0.7))
					msg = y.T + y.R.Exp(event)
				}
			}
			if y.R.Chance(0.5) {
				c.Vanish()
			} else {
				c.Close(0)
			}
		})
	}
}

// PushMQTT are devices subscribed to a broker of the company: CONNECT, SUBSCRIBE, PINGREQ at the keep-alive, a publish now and then.
func PushMQTT(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	ka, gap, event, tls := []float64{60, 120, 240, 45}[p.Int(0, 3)], p.Ratio(300, 3000), p.Ratio(60, 3000), p.Chance(0.7)
	port := 1883
	if tls {
		port = 8883
	}
	for n := p.Int(2, 18); x.Run(); {
		visit := func(y *sim.Ctx) {
			a := y.W.Visitor(rng.Pick(y.R, sim.Phone, sim.Device))
			for y.Run() {
				c := y.Dial(a, b, port)
				if tls {
					c.TLS(12, 210)
				}
				c.Ask(y.R.Int(40, 120), 4, 0.02)
				c.Ask(y.R.Int(25, 80), 5, 0.01)
				ping, msg := y.T+ka, y.T+y.R.Exp(event)
				stop := y.T + y.R.Log(9000, 1.3)
				for c.OK() && y.T < stop {
					switch y.Until(ping, msg) {
					case 0:
						c.Ask(2, 2, 0)
						ping = y.T + ka
					case 1:
						if y.R.Chance(0.5) {
							c.Down(y.R.Size(180, 0.5))
							c.Up(4)
						} else {
							c.Up(y.R.Size(120, 0.4))
							c.Down(4)
							ping = y.T + ka
						}
						msg = y.T + y.R.Exp(event)
					}
				}
				c.Vanish()
				if y.R.Chance(0.3) {
					return
				}
				y.Sleep(y.R.Log(60, 1))
			}
		}
		for ; n > 0; n-- {
			x.Fork(visit)
		}
		x.Sleep(x.R.Exp(gap))
		x.Fork(visit)
	}
}

// LiveStream is server-sent events to browsers: a comment line every fifteen or thirty seconds, news between.
func LiveStream(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap, beat, event := p.Ratio(100, 1200), []float64{15, 30}[p.Int(0, 1)], p.Ratio(5, 120)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		x.Fork(func(y *sim.Ctx) {
			c := y.Dial(y.W.Visitor(rng.Pick(y.R, devices...)), b, 443)
			c.TLS(13, 1750)
			c.Ask(520, 310, 0.02)
			stop := y.T + y.R.Log(600, 1.2)
			next, msg := y.T+beat, y.T+y.R.Exp(event)
			for c.OK() && y.T < stop {
				switch y.Until(next, msg) {
				case 0:
					c.Down(4)
					next += beat
				case 1:
					c.Down(y.R.Size(340, 0.6))
					msg = y.T + y.R.Exp(event)
				}
			}
			c.Close(0)
		})
	}
}

// SignalR are the back-office's browsers: a ping each fifteen seconds from either side, calls by the hub.
func SignalR(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	event := p.Ratio(8, 200)
	for x.Run() {
		x.Sleep(x.R.Exp(2500 / (0.02 + x.Office())))
		c := x.Dial(a, b, 443)
		c.TLS(13, 1750)
		c.Ask(900, 320, 0.01)
		c.Ask(740, 135, 0.01)
		c.Ask(38, 8, 0.01)
		stop := x.T + x.R.Log(4000, 1)
		mine, theirs, msg := x.T+15, x.T+15.2, x.T+x.R.Exp(event)
		for c.OK() && x.T < stop {
			switch x.Until(mine, theirs, msg) {
			case 0:
				c.Up(6 + 11)
				mine += 15
			case 1:
				c.Down(2 + 11)
				theirs += 15
			case 2:
				c.Down(x.R.Size(420, 0.7))
				msg = x.T + x.R.Exp(event)
			}
		}
		c.Close(0)
	}
}

// CDNOrigin is an edge's kept connections to the origin: misses come by, the edge drops a connection idle for a while.
func CDNOrigin(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size := p.Ratio(3, 200), p.Int(2000, 60000)
	for x.Run() {
		c := x.Dial(a, b, 443)
		c.TLS(13, 320)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			x.Sleep(min(w, 30))
			if w > 30 {
				break
			}
			c.Ask(x.R.Size(780, 0.2), x.R.Size(size, 1.1), x.R.Log(0.03, 0.8))
		}
		c.Close(0)
		x.Sleep(x.R.Exp(gap))
	}
}

// Crawler is a search engine's robot that reads the site slowly.
func Crawler(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, size := p.Ratio(10, 900), p.Int(6000, 40000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap * 3))
		c := x.Dial(a, b, 443)
		c.TLS(13, 517)
		for n := 1 + x.R.Poisson(3); n > 0 && c.OK(); n-- {
			c.Ask(340, x.R.Size(size, 0.8), 0.2)
			x.Sleep(x.R.Exp(gap / 5))
		}
		c.Close(0)
	}
}
