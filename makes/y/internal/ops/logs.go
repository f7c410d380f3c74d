package ops

import "makes/y/internal/sim"

// SplunkForwarder is S2S: blocks of events on port 9997 with acknowledgements, a beat each half minute, and another indexer
// of the group every thirty seconds to some minutes.
func SplunkForwarder(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	turn := []float64{30, 40, 300, 1200}[p.Int(0, 3)]
	gap, size := p.Ratio(1, 30), p.Int(300, 6000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 9997)
		c.Ask(400, 66, 0.005)
		beat, events := x.T+30, x.T+x.R.Exp(gap)
		for stop := x.T + turn; c.OK() && x.T < stop; {
			switch x.Until(beat, events) {
			case 0:
				c.Up(54)
				beat += 30
			case 1:
				c.Up(x.R.Size(size, 0.8))
				if x.R.Chance(0.3) {
					x.Sleep(0.2)
					c.Down(16)
				}
				events = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(0.2)
	}
}

// SplunkPhoneHome is the deployment client's call each minute.
func SplunkPhoneHome(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := []float64{60, 300, 600}[p.Int(0, 2)]
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, 8089)
		c.TLS(12, 250)
		c.Ask(690, 560, 0.01)
		c.Close(0)
		x.Sleep(every)
	}
}

// Lumberjack is a Beat's window to Logstash: a window frame and a compressed batch, then an ACK frame of six bytes; partial
// ACKs come while Logstash is slow.
func Lumberjack(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, size := p.Ratio(1.5, 60), p.Int(500, 12000)
	for x.Run() {
		c := x.Dial(a, b, 5044)
		if p.Chance(0.5) {
			c.TLS(13, 320)
		}
		for c.OK() {
			x.Sleep(1 + x.R.Exp(gap/(0.2+x.Shop())))
			c.Up(6 + 10 + x.R.Size(size, 0.6))
			x.Sleep(x.R.Log(0.05, 1))
			c.Down(6)
			if x.R.Chance(0.03) {
				x.Sleep(x.R.Between(4, 9))
				c.Down(6)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 60))
	}
}

// FluentForward is MessagePack chunks flushed each minute or less, acknowledged when asked for, and a UDP heartbeat each second
// in the older ones.
func FluentForward(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	flush, size, ack := p.Between(1, 60), p.Int(800, 30000), p.Chance(0.5)
	if p.Chance(0.3) {
		x.Fork(func(y *sim.Ctx) {
			u := y.UDP(a, b, 0, 24224)
			for y.Run() {
				u.Ask(1, 1, 0)
				y.Sleep(1)
			}
		})
	}
	for x.Run() {
		c := x.Dial(a, b, 24224)
		for range x.R.Int(20, 200) {
			x.Sleep(flush)
			if !c.OK() {
				break
			}
			c.Up(x.R.Size(size, 0.5))
			if ack {
				x.Sleep(0.01)
				c.Down(33)
			}
		}
		c.Close(0)
		x.Sleep(0.1)
	}
}

// SyslogTCP is rsyslog's plain or TLS stream, one way.
func SyslogTCP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, line, tls := p.Ratio(0.8, 120), p.Int(90, 260), p.Chance(0.4)
	for x.Run() {
		port := 514
		if tls {
			port = 6514
		}
		c := x.Dial(a, b, port)
		if tls {
			c.TLS(12, 270)
		}
		c.KeepAlive(0, 7200)
		for c.OK() {
			x.Sleep(x.R.Exp(gap / (0.2 + x.Office())))
			for n := 1 + x.R.Poisson(1.2); n > 0; n-- {
				c.Up(x.R.Size(line, 0.4))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(30, 60))
	}
}

// SyslogUDP is the classic.
func SyslogUDP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(0.7, 200)
	u := x.UDP(a, b, 0, 514)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		for n := 1 + x.R.Poisson(0.8); n > 0; n-- {
			u.Up(x.R.Size(150, 0.4))
		}
	}
}

// Promtail pushes to Loki every second there is something, at most a megabyte.
func Promtail(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, size := p.Ratio(0.5, 30), p.Int(300, 4000)
	for x.Run() {
		c := x.Dial(a, b, 3100)
		for c.OK() {
			w := 1 + x.R.Exp(gap/(0.2+x.Shop()))
			x.Sleep(w)
			if w > 90 {
				break
			}
			c.Ask(220+x.R.Size(size, 0.6), 110, 0.006)
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// Wazuh is the agent's own encryption over one TCP connection: keep-alives of some hundred bytes every ten seconds,
// acknowledged, and events.
func Wazuh(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	beat := []float64{10, 10, 60, 600}[p.Int(0, 3)]
	gap := p.Ratio(4, 200)
	keep := p.Int(180, 420)
	for x.Run() {
		c := x.Dial(a, b, 1514)
		c.Ask(93, 93, 0.01)
		next, event := x.T+beat, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(next, event) {
			case 0:
				c.Ask(keep, 89, 0.01)
				next += beat
			case 1:
				c.Up(x.R.Size(380, 0.5))
				event = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 60))
	}
}
