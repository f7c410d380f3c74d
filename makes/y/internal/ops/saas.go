// Package ops holds what watches and manages the hosts: agents, log shippers, monitoring and configuration management.
package ops

import "makes/y/internal/sim"

// Datadog is the agent's forwarder: series and service checks every fifteen seconds, host metadata each half hour, the
// connection renewed after a while.
func Datadog(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	series, renew := p.Int(1500, 9000), []float64{0, 600, 3600}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1480)
		stop := x.T + 1e9
		if renew > 0 {
			stop = x.T + renew
		}
		for c.OK() && x.T < stop {
			c.Ask(x.R.Size(series, 0.05)+380, 260, 0.02)
			c.Ask(680, 260, 0.02)
			if x.R.Chance(0.008) {
				c.Ask(6200, 260, 0.03)
			}
			x.Sleep(15)
		}
		c.Close(0)
		x.Sleep(0.5)
	}
}

// DatadogLogs is the agent's log pipeline: batches flushed within five seconds.
func DatadogLogs(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, size := p.Ratio(4, 90), p.Int(500, 8000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1480)
		for c.OK() {
			w := 5 + x.R.Exp(gap)
			x.Sleep(w)
			c.Ask(x.R.Size(size, 0.7)+420, 230, 0.02)
			if w > 90 {
				break
			}
		}
		c.Close(0)
		x.Sleep(0.5)
	}
}

// NewRelic posts samples every five seconds gathered into a request each minute, plus inventory now and then.
func NewRelic(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	size, every := p.Int(1200, 7000), p.Between(4.5, 30)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			c.Ask(x.R.Size(size, 0.12)+340, 290, 0.08)
			x.Sleep(every)
			if x.R.Chance(0.002) {
				c.Ask(x.R.Size(15000, 0.4), 300, 0.1)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// OneAgent talks to a gateway each ten seconds, small or with buffered measurements.
func OneAgent(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	size := p.Int(700, 4200)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 9999)
		c.TLS(12, 310)
		for n := x.R.Int(500, 5000); n > 0 && c.OK(); n-- {
			x.Sleep(10)
			if n%6 == 0 {
				c.Ask(x.R.Size(size*3, 0.2), 420, 0.02)
			} else {
				c.Ask(x.R.Size(size, 0.2), 330, 0.01)
			}
		}
		c.Close(0)
		x.Sleep(2)
	}
}

// Falcon is an endpoint sensor's single long connection to its cloud: events trickle up, the cloud answers little, and a
// beat goes every minute or two.
func Falcon(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, beat := p.Ratio(4, 90), p.Between(60, 130)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 200)
		c.Ask(600, 300, 0.02)
		next, event := x.T+beat, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(next, event) {
			case 0:
				c.Ask(70, 54, 0.01)
				next += beat
			case 1:
				c.Up(x.R.Size(420, 0.9))
				if x.R.Chance(0.6) {
					x.Sleep(0.05)
					c.Down(x.R.Int(40, 90))
				}
				event = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(2, 40))
	}
}

// Qualys is a cloud agent: a status request every so often, a manifest run every four hours.
func Qualys(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	every := p.Between(600, 920)
	x.Sleep(x.R.F() * every)
	for n := 0; x.Run(); n++ {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 320)
		c.Ask(640, 720, 0.1)
		if n%18 == 17 {
			c.Ask(x.R.Size(180000, 0.5), 700, 0.4)
		}
		c.Close(0)
		x.Sleep(every)
	}
}

// Fleet is osquery under remote control: distributed queries are asked for every ten seconds, logs written every ten, config
// every minute, over connections its library does not keep.
func Fleet(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	ask, config := p.Ratio(10, 120), p.Between(60, 300)
	dist, conf := x.T+x.R.F()*ask, x.T+x.R.F()*config
	for x.Run() {
		which := x.Until(dist, conf)
		c := x.Dial(a, b, 443)
		c.TLS(13, 340)
		if which == 0 {
			c.Ask(360, 250, 0.01)
			dist = x.T + ask
		} else {
			c.Ask(340, p.Int(900, 9000), 0.02)
			conf = x.T + config
		}
		c.Close(0)
	}
}

// Sentry sends an event when an application fails.
func Sentry(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(60, 3000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / (0.1 + x.Shop())))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for n := 1 + x.R.Poisson(0.5); n > 0; n-- {
			c.Ask(x.R.Size(7000, 0.7), 520, 0.04)
			x.Sleep(x.R.Exp(3))
		}
		c.Close(0)
	}
}

// Cloudflared is a tunnel's connection to the edge: HTTP/2 pings, and requests that come from there to here.
func Cloudflared(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(5, 600)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 7844)
		c.TLS(13, 1500)
		c.Ask(300, 400, 0.05)
		ping, req := x.T+1, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(ping, req) {
			case 0:
				c.Ask(0, 17, 0)
				c.Up(17)
				ping += 15
			case 1:
				c.Down(x.R.Size(500, 0.4))
				x.Sleep(0.03)
				c.Up(x.R.Size(3000, 1))
				req = x.T + x.R.Exp(gap/(0.1+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// Teleport is a node's reverse tunnel, SSH inside TLS: a keep-alive request every half minute to five, inventory beats, and
// sometimes a session.
func Teleport(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := []float64{30, 60, 300}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, b, 3024)
		c.Ask(21, 21, 0.002)
		c.Ask(1200, 1100, 0.01)
		c.Ask(1600, 900, 0.02)
		beat, control, session := x.T+every, x.T+60, x.T+x.R.Exp(40000)
		for c.OK() {
			switch x.Until(beat, control, session) {
			case 0:
				c.Ask(92, 60, 0.001)
				beat += every
			case 1:
				c.Ask(340, 120, 0.005)
				control = x.T + x.R.Between(55, 65)
			case 2:
				for n := x.R.Int(50, 500); n > 0; n-- {
					c.Down(x.R.Int(68, 92))
					x.Sleep(0.02)
					c.Up(x.R.Size(150, 0.8))
					x.Sleep(x.R.Log(0.5, 1.2))
				}
				session = x.T + x.R.Exp(20000)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 30))
	}
}
