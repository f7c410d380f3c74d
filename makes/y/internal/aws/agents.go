// Package aws holds the conversations of AWS's own agents and services with the hosts of the company.
package aws

import "makes/y/internal/sim"

// SSMControl is the Systems Manager agent's websocket to ssmmessages: a ping frame every minute, a new channel
// when the token of the old one has run out.
func SSMControl(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	token := p.Int(1200, 1900)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1530)
		c.Ask(1150, 480, 0.02)
		c.Up(token)
		stop := x.T + x.R.Between(14, 40)*3600
		for c.OK() && x.T < stop {
			x.Sleep(60)
			c.Ask(6, 2, 0.001)
			if x.R.Chance(0.0007) {
				c.Ask(400, 2900, 0.05)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 15))
	}
}

// EC2Messages is the agent's older channel: GetMessages is held open twenty seconds, then asked again on the same connection.
func EC2Messages(x *sim.Ctx, a, b *sim.Host) {
	signed := x.Of(a).Int(1080, 1420)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 250)
		for n := x.R.Int(150, 900); n > 0 && c.OK(); n-- {
			c.Ask(signed, 480, 20)
			x.Sleep(0.05)
		}
		c.Close(1)
		x.Sleep(x.R.Between(0.5, 3))
	}
}

// SSMHealth is UpdateInstanceInformation every five minutes, each on a new connection.
func SSMHealth(x *sim.Ctx, a, b *sim.Host) {
	body := x.Of(a).Int(1350, 1900)
	x.Sleep(x.R.F() * 300)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1530)
		c.Ask(body, 470, 0.03)
		x.Sleep(x.R.Between(28, 90))
		c.Close(0)
		x.Sleep(300 - 60)
	}
}

// CloudWatchMetrics is the agent's PutMetricData once a minute, compressed; the service closes a connection that idles long.
func CloudWatchMetrics(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	body, period := p.Int(900, 5200), []float64{60, 60, 60, 10, 300}[p.Int(0, 4)]
	x.Sleep(x.R.F() * period)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			c.Ask(x.R.Size(body, 0.04), 410, 0.02)
			x.Sleep(period)
			if period > 60 || x.R.Chance(0.01) {
				break
			}
		}
		c.Close(1)
		x.Sleep(0.3)
	}
}

// CloudWatchLogs is PutLogEvents: a batch goes when five seconds have passed since its first line, if there was any.
func CloudWatchLogs(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, line := p.Ratio(2, 120), p.Int(120, 420)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			wait := x.R.Exp(gap / (0.3 + x.Shop()))
			if wait > 55 {
				break
			}
			x.Sleep(wait + 5)
			lines := 1 + x.R.Poisson(min(5/gap, 60))
			c.Ask(980+lines*line, 430, 0.03)
		}
		c.Close(1)
		x.Sleep(x.R.Exp(gap))
	}
}

// ECSAgent is the container agent's two websockets folded into the one that matters: task metrics every twenty seconds to the
// telemetry endpoint, with acknowledgements, and the server's heartbeat each minute.
func ECSAgent(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	tasks := p.Int(1, 14)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 280)
		c.Ask(1300, 510, 0.05)
		beat, metric := x.T+60, x.T+20
		stop := x.T + x.R.Between(0.8, 1)*10800
		for c.OK() && x.T < stop {
			switch x.Until(beat, metric) {
			case 0:
				c.Ask(0, 68, 0)
				c.Up(52)
				beat += 60
			case 1:
				for left := tasks; left > 0; left -= 10 {
					c.Ask(420+min(left, 10)*640, 66, 0.01)
				}
				metric += 20
			}
		}
		c.Close(1)
		x.Sleep(x.R.Between(0.2, 5))
	}
}

// XRay is the daemon's PutTraceSegments, batched each second while there are requests, and sampling targets every ten seconds.
func XRay(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	rate := p.Ratio(0.01, 0.4)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		targets, batch := x.T+10, x.T+x.R.Exp(1/rate)
		for c.OK() {
			switch x.Until(targets, batch) {
			case 0:
				c.Ask(1180, 620, 0.01)
				targets += 10
			case 1:
				c.Ask(900+x.R.Size(1400, 0.6), 300, 0.02)
				batch = x.T + 1 + x.R.Exp(1/(rate*(0.2+x.Shop())))
			}
			if x.R.Chance(0.0008) {
				break
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.2, 5))
	}
}

// CodeDeploy is the deployment agent's PollHostCommand, which the service holds for about a minute.
func CodeDeploy(x *sim.Ctx, a, b *sim.Host) {
	sign := x.Of(a).Int(1010, 1300)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 230)
		c.Ask(sign, 390, x.R.Between(50, 62))
		c.Close(0)
		x.Sleep(x.R.Between(0.5, 2))
	}
}

// AppConfig is the extension's GetLatestConfiguration every 45 seconds, almost always with nothing new.
func AppConfig(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	poll := []float64{45, 15, 60}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			size := 1450
			if x.R.Chance(0.001) {
				size += p.Int(2000, 60000)
			}
			c.Ask(1700, size, 0.02)
			x.Sleep(poll)
			if poll >= 60 {
				break
			}
		}
		c.Close(1)
		x.Sleep(0.2)
	}
}

// GuardDuty is the runtime agent: events are pushed over gRPC as they come, with a health message each minute.
func GuardDuty(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(3, 40)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		c.Up(24 + 39)
		health, event := x.T+60, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(health, event) {
			case 0:
				c.Ask(900, 90, 0.01)
				health += 60
			case 1:
				c.Ask(x.R.Size(700, 0.8), 60, 0.01)
				event = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 20))
	}
}
