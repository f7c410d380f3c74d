package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Agents of monitoring, management and logging.

func datadog(p *sim.Proc) {
	r := p.R
	for _, period := range []float64{15, rnd.Pick[float64](r, 10, 15, 60), rnd.Pick[float64](r, 5, 30)} {
		up, idle := r.LogU(900, 60000), r.LogU(40, 600)
		p.Fork(func(p *sim.Proc) {
			hold(p, outside(p, "datadog", 443), idle*20, func(c *sim.Conn) []*sim.Timer {
				return timers(p.Tick(period, func() { c.Ask(p.R.Size(up, 0.15), p.R.Int(180, 420), p.R.U(0.005, 0.08)) }))
			})
		})
	}
}

func newRelic(p *sim.Proc) {
	r := p.R
	up := r.LogU(800, 9000)
	fresh := r.Chance(0.5)
	to := outside(p, "newrelic", 443)
	if fresh {
		poll(p, to, steady(p, rnd.Pick[float64](r, 5, 30, 60)), func(c *sim.Conn) { c.Ask(r.Size(up, 0.3), r.Int(250, 420), 0.03) })
		return
	}
	hold(p, to, r.LogU(hour/2, 20*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Tick(5, func() { c.Ask(r.Size(up, 0.3), r.Int(250, 420), 0.03) }), p.Tick(60, func() { c.Ask(r.Size(up*2, 0.3), r.Int(250, 900), 0.03) }))
	})
}

func cloudWatch(p *sim.Proc) {
	r := p.R
	up, period := r.LogU(900, 12000), rnd.Pick[float64](r, 10, 60, 60, 300)
	poll(p, outside(p, "cloudwatch", 443), steady(p, period), func(c *sim.Conn) {
		for range r.Int(1, 3) {
			c.Ask(r.Size(up, 0.2), r.Int(220, 420), r.U(0.004, 0.03))
		}
		c.Serve(p.Now + rnd.Pick[float64](r, 0.01, 5, 30))
	})
}

// ssm is the AWS agent: a web socket that is pinged, and a long poll.
func ssm(p *sim.Proc) {
	r := p.R
	p.Fork(func(p *sim.Proc) {
		wait := rnd.Pick[float64](p.R, 15, 20, 20, 30)
		up, down := p.R.Int(900, 1700), p.R.Int(240, 520)
		hold(p, outside(p, "ec2messages", 443), p.R.LogU(0.3*hour, 4*hour), func(c *sim.Conn) []*sim.Timer {
			return timers(p.Each(func() float64 { return p.R.U(0, 0.1) }, func() { c.Ask(up, down, wait) }))
		})
	})
	hold(p, outside(p, "ssmmessages", 443), r.LogU(3*hour, 60*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(1100, 1800), r.Int(129, 260), 0.02)
		c.Up(r.Int(300, 900))
		health := p.Tick(5*minute, func() { c.Ask(r.Int(900, 1900), r.Int(300, 500), 0.02) })
		return timers(p.Tick(rnd.Pick[float64](r, 60, 300), func() { c.Ask(6, 2, 0.001) }), health)
	})
}

func prometheus(p *sim.Proc) {
	r := p.R
	period, body := rnd.Pick[float64](r, 5, 10, 15, 15, 30, 60), r.LogU(2500, 90000)
	up := r.Int(190, 520)
	to := visited(within(p, "prometheus", rnd.Pick[uint16](r, 9100, 9090, 8080, 9187, 9121)))
	copies(p, r.Int(1, 3), func(p *sim.Proc) {
		hold(p, to, p.R.LogU(2*hour, 100*hour), func(c *sim.Conn) []*sim.Timer {
			return timers(p.Tick(period, func() { c.Ask(up, p.R.Size(body, 0.02), p.R.U(0.003, 0.06)) }))
		})
	})
}

func otlp(p *sim.Proc) {
	r := p.R
	up := r.LogU(300, 20000)
	hold(p, anywhere(p, "otel", 4317), r.LogU(hour, 50*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(70, 120), r.Int(30, 80), 0)
		return timers(p.Tick(rnd.Pick[float64](r, 1, 5, 10, 60), func() { c.Ask(r.Size(up, 0.5), r.Int(20, 90), 0.003) }),
			p.Tick(rnd.Pick[float64](r, 10, 30, 120), func() { c.Ask(17, 17, 0) }))
	})
}

func zabbix(p *sim.Proc) {
	r := p.R
	to := within(p, "zabbix", 10051)
	copies(p, r.Int(1, 2), func(p *sim.Proc) {
		up := p.R.LogU(120, 3000)
		poll(p, to, steady(p, rnd.Pick[float64](p.R, 5, 60, 60, 120)), func(c *sim.Conn) { c.Ask(p.R.Size(up, 0.4), p.R.Int(70, 140), 0.002) })
	})
	up := visited(within(p, "zabbix", 10050))
	poll(p, up, func() float64 { return p.R.Exp(25) }, func(c *sim.Conn) { c.Ask(r.Int(20, 60), r.Int(14, 60), 0.002) })
}

func nrpe(p *sim.Proc) {
	r := p.R
	to := visited(within(p, "nagios", 5666))
	to.TLS = 12
	checks := r.Int(3, 14)
	poll(p, to, loose(p, rnd.Pick[float64](r, 60, 300)/float64(checks), 0.5), func(c *sim.Conn) { c.Ask(1036, 1036, r.LogU(0.01, 2)) })
}

func wazuh(p *sim.Proc) {
	r := p.R
	to := anywhere(p, "wazuh", 1514)
	to.TLS = 0
	alert := r.LogU(4, 300)
	hold(p, to, r.LogU(3*hour, 200*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(200, 420), r.Int(80, 120), 0.01)
		return timers(p.Tick(rnd.Pick[float64](r, 10, 20, 60), func() { c.Ask(r.Int(150, 420), r.Int(76, 100), 0.005) }),
			p.Random(alert, func() { c.Up(r.Size(420, 0.6)) }))
	})
}

func filebeat(p *sim.Proc) {
	r := p.R
	gap, size := r.LogU(1, 30), r.LogU(600, 16000)
	hold(p, within(p, "logstash", 5044), r.LogU(hour, 60*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Human(gap, func() { c.Ask(r.Size(size, 0.8), 6, r.U(0.003, 0.1)) }))
	})
}

func syslog(p *sim.Proc) {
	r := p.R
	gap := r.LogU(0.5, 90)
	hold(p, anywhere(p, "syslog", rnd.Pick[uint16](r, 514, 6514, 601)), r.LogU(5*hour, 300*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Random(gap, func() { c.Up(r.Size(170, 0.5)) }), p.Random(gap*9, func() {
			for range r.Int(2, 12) {
				c.Up(r.Size(190, 0.4))
				p.Sleep(r.Exp(0.02))
			}
		}))
	})
}

func fluentBit(p *sim.Proc) {
	r := p.R
	size, flush := r.LogU(1200, 50000), rnd.Pick[float64](r, 1, 5, 5, 15, 30)
	hold(p, outside(p, "logintake", 443), r.LogU(2*minute, 3*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Tick(flush, func() { c.Ask(r.Size(size, 0.9), r.Int(120, 380), r.U(0.01, 0.1)) }))
	})
}

func splunk(p *sim.Proc) {
	r := p.R
	size, gap := r.LogU(400, 12000), r.LogU(1, 20)
	hold(p, anywhere(p, "splunk", 9997), r.LogU(30, 900), func(c *sim.Conn) []*sim.Timer {
		c.Ask(400, 60, 0.01)
		return timers(p.Human(gap, func() { c.Up(r.Size(size, 0.7)) }), p.Tick(30, func() { c.Up(r.Int(60, 120)) }))
	})
}

func salt(p *sim.Proc) {
	r := p.R
	to := within(p, "salt", 4505)
	to.TLS = 0
	hold(p, to, r.LogU(20*hour, 500*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(64, 64, 0.001)
		return timers(p.Random(r.LogU(60, 3000), func() {
			c.Down(r.Int(300, 900))
			ret := to
			ret.Port = 4506
			p.Aside(func() { visit(p, ret, r.Int(1, 3), 900, 300, 0.05) })
		}), p.Tick(300, func() { c.Down(r.Int(20, 60)) }))
	})
}

func puppet(p *sim.Proc) {
	r := p.R
	poll(p, within(p, "puppet", 8140), loose(p, 30*minute, 0.05), func(c *sim.Conn) {
		for range r.Int(3, 40) {
			c.Ask(r.Size(700, 0.5), r.Size(3000, 1.4), r.U(0.01, 0.8))
		}
	})
}

// remoteHelp is an idle TeamViewer, AnyDesk or RMM client.
func remoteHelp(p *sim.Proc) {
	r := p.R
	to := outside(p, "remotehelp", rnd.Pick[uint16](r, 443, 5938, 80, 6568))
	if r.Chance(0.5) {
		to.TLS = 0
	}
	up, down := r.Int(12, 180), r.Int(12, 180)
	hold(p, to, r.LogU(2*hour, 80*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(150, 900), r.Int(100, 1200), 0.02)
		return timers(p.Tick(rnd.Pick[float64](r, 15, 20, 30, 60, 180), func() { c.Ask(up, down, 0.002) }),
			p.Human(2*hour, func() { c.Ask(r.Size(900, 1), r.Size(2000, 1), 0.1) }))
	})
}

// beacon is an implant, a licence check or an inventory tool: something small
// calls home, mostly to be told nothing.
func beacon(p *sim.Proc) {
	r := p.R
	to := outside(p, "beacon", rnd.Pick[uint16](r, 443, 8443, 80, 4444, 3333, 8080))
	if r.Chance(0.3) {
		to.TLS = 0
	}
	gap, wobble := r.LogU(5, 900), r.U(0, 0.5)
	up, down := r.Int(90, 700), r.Int(60, 500)
	work := func(c *sim.Conn) {
		c.Ask(up, down, 0.02)
		if r.Chance(0.02) {
			c.Ask(r.Size(2000, 1.2), r.Size(1500, 1.5), 0.05)
		}
	}
	if r.Chance(0.5) {
		poll(p, to, loose(p, gap, wobble), work)
		return
	}
	hold(p, to, r.LogU(hour, 60*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Each(loose(p, min(gap, 120), wobble), func() { work(c) }))
	})
}
