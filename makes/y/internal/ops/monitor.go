package ops

import "makes/y/internal/sim"

// ZabbixActive is the agent that calls its server: the list of items every two minutes, values every few seconds, each on a
// connection of its own with a 13-byte header before the JSON.
func ZabbixActive(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	refresh, every, items := 120.0, p.Between(10, 60), p.Int(2, 25)
	list, values := x.T+x.R.F()*refresh, x.T+x.R.F()*every
	for x.Run() {
		switch x.Until(list, values) {
		case 0:
			c := x.Dial(a, b, 10051)
			c.Ask(13+p.Int(70, 110), 13+items*85, 0.002)
			c.Close(1)
			list += refresh
		case 1:
			c := x.Dial(a, b, 10051)
			c.Ask(13+90+items*130, 13+90, 0.003)
			c.Close(1)
			values = x.T + every
		}
	}
}

// ZabbixPassive is a server that asks the agent for one item per connection.
func ZabbixPassive(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	items := p.Int(1, 7)
	for x.Run() {
		for range items {
			x.Sleep(x.R.Exp(60 / float64(items)))
			c := x.Dial(a, b, 10050)
			c.Ask(x.R.Int(24, 60), 13+x.R.Int(1, 30), 0.002)
			c.Close(1)
		}
	}
}

// NRPE is a Nagios check: an anonymous TLS handshake, a 1036-byte packet each way, every five minutes per check.
func NRPE(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	checks := p.Int(3, 10)
	every := []float64{300, 300, 600}[p.Int(0, 2)]
	x.Sleep(x.R.F() * every / float64(checks))
	for x.Run() {
		c := x.Dial(a, b, 5666)
		c.TLS(12, 300)
		c.Ask(1036, 1036, x.R.Log(0.05, 1))
		c.Close(0)
		x.Sleep(every / float64(checks))
	}
}

// Icinga is a satellite's JSON-RPC in netstrings over mutual TLS: heartbeats every twenty seconds, check results and log
// positions in between.
func Icinga(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := 300.0 / float64(p.Int(10, 200))
	for x.Run() {
		c := x.Dial(a, b, 5665)
		c.Mutual(13, 310, 1900, 1900)
		c.Ask(110, 110, 0.002)
		beat, pos, result := x.T+20, x.T+5, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(beat, pos, result) {
			case 0:
				c.Up(72)
				x.Sleep(0.01)
				c.Down(72)
				beat += 20
			case 1:
				c.Down(92)
				pos += 5
			case 2:
				c.Up(x.R.Size(1500, 0.3))
				result = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 60))
	}
}

// Prometheus scrapes an exporter on a kept connection, compressed.
func Prometheus(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := []float64{15, 15, 30, 60, 10}[p.Int(0, 4)]
	page := p.Int(2500, 52000)
	port := []int{9100, 9100, 9104, 9187, 8080, 9113, 9121}[p.Int(0, 6)]
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, port)
		c.KeepAlive(0, 15)
		for c.OK() {
			c.Ask(p.Int(0, 1)+238, x.R.Size(page, 0.01)+210, x.R.Log(0.02, 0.4))
			x.Sleep(every)
		}
		c.Close(0)
		x.Sleep(every)
	}
}

// RemoteWrite is a Prometheus shipping samples onwards in snappy batches, every five seconds at the latest.
func RemoteWrite(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	size := p.Int(3000, 30000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1480)
		for c.OK() {
			c.Ask(430+x.R.Size(size, 0.15), 180, 0.03)
			x.Sleep(x.R.Between(3, 5))
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.1, 5))
	}
}

// Graphite sends plaintext lines over one connection every ten or sixty seconds and hears nothing back.
func Graphite(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	every, lines := []float64{10, 60}[p.Int(0, 1)], p.Int(8, 400)
	for x.Run() {
		c := x.Dial(a, b, 2003)
		for c.OK() {
			c.Up(lines * 58)
			x.Sleep(every)
		}
		c.Close(0)
		x.Sleep(every)
	}
}

// Statsd is counters by UDP, in packets filled up to a limit by the client.
func Statsd(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	per := p.Ratio(0.1, 8)
	u := x.UDP(a, b, 0, 8125)
	for x.Run() {
		n := x.R.Poisson(per * 10 * x.Shop())
		u.Flood(0, 10, n, x.R.Int(40, 400))
		x.Sleep(10)
	}
}

// Collectd is the binary network plug-in: full packets every ten seconds.
func Collectd(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	n := p.Int(1, 7)
	u := x.UDP(a, b, 0, 25826)
	for x.Run() {
		for range n {
			u.Up(x.R.Int(1290, 1400))
		}
		x.Sleep(10)
	}
}

// SNMP is a poller that walks a device every minute or five.
func SNMP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every, rows := []float64{60, 300, 300}[p.Int(0, 2)], p.Int(5, 120)
	for x.Run() {
		u := x.UDP(a, b, 0, 161)
		for range rows {
			u.Ask(p.Int(0, 4)+43, x.R.Int(60, 600), 0.004)
		}
		u.Done()
		x.Sleep(every)
	}
}

// TelegrafInflux writes line protocol each ten seconds and gets 204.
func TelegrafInflux(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	size := p.Int(900, 9000)
	for x.Run() {
		c := x.Dial(a, b, 8086)
		for c.OK() {
			c.Ask(260+x.R.Size(size, 0.1), 152, 0.01)
			x.Sleep(10 + x.R.F()*0.3)
		}
		c.Close(0)
		x.Sleep(10)
	}
}

// OTLP is traces and metrics to a collector over gRPC: HEADERS and DATA one way, a short trailer back.
func OTLP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	every, size := p.Between(1, 30), p.Int(600, 9000)
	for x.Run() {
		c := x.Dial(a, b, 4317)
		c.Ask(24+27+13, 27+9, 0.001)
		for c.OK() {
			x.Sleep(every)
			c.Ask(x.R.Size(size, 0.5)+60, 9+9+42, 0.003)
			if x.R.Chance(0.3) {
				c.Ask(13+17, 17, 0.001)
			}
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// PingWatch is an ICMP check: five echo requests a minute.
func PingWatch(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every, n := []float64{60, 10, 1, 300}[p.Int(0, 3)], p.Int(1, 5)
	u := x.ICMP(a, b)
	for x.Run() {
		for range n {
			// An ICMP header is as long as UDP's.
			u.Ask(56, 56, 0)
			x.Sleep(min(1, every/float64(n+1)))
		}
		x.Sleep(every)
	}
}

// NTP is chrony: bursts at the start, then a poll every 64 to 1024 seconds.
func NTP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll := 64.0
	slow := []float64{256, 512, 1024}[p.Int(0, 2)]
	for x.Run() {
		u := x.UDP(a, b, 0, 123)
		u.Ask(48, 48, 0)
		u.Done()
		x.Sleep(x.R.Near(poll, 0.02))
		poll = min(poll*2, slow)
	}
}

// Uptime is a service that calls the site from one of its places every minute or five.
func Uptime(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every, page := []float64{60, 300, 30}[p.Int(0, 2)], p.Int(900, 60000)
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, 443)
		c.TLS(13, 517)
		c.Ask(210, page, 0.1)
		c.Close(0)
		x.Sleep(every * float64(x.R.Int(1, 6)))
	}
}
