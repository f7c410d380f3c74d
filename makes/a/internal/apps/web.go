package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Web servers and clients of web services.

// webPublic has visitors from the Internet; some come again, some are robots.
func webPublic(p *sim.Proc) {
	r := p.R
	gap := r.LogU(4, 400)
	port := rnd.Pick[uint16](r, 443, 443, 443, 80, 8443)
	page := r.LogU(800, 40000)
	version := secure(r)
	if port == 80 {
		version = 0
	}
	var known []*sim.Peer
	for p.Sleep(p.Busy(gap)); p.Running(); p.Sleep(p.Busy(gap)) {
		var who *sim.Peer
		if len(known) > 0 && r.Chance(0.5) {
			who = rnd.Pick(r, known...)
		} else {
			who = p.Host.World.Visitor()
			known = append(known, who)
		}
		for range r.Int(1, 3) {
			p.Aside(func() {
				p.Sleep(r.Exp(0.2))
				c := p.Dial(sim.Target{Peer: who, Port: port, TLS: version, Inbound: true})
				for range 1 + r.Count(3) {
					c.Ask(r.Size(520, 0.5), r.Size(page, 1.3), r.LogU(0.002, 0.4))
					p.Sleep(r.Exp(1))
				}
				c.Serve(p.Now + rnd.Pick[float64](r, 0, 5, 15, 65, 75))
				c.End()
			})
		}
	}
}

// webBalanced is behind a load balancer, which also checks its health.
func webBalanced(p *sim.Proc) {
	r := p.R
	port := rnd.Pick[uint16](r, 80, 8080, 3000, 8000, 5000)
	gap, page := r.LogU(0.15, 30), r.LogU(300, 15000)
	check := rnd.Pick[float64](r, 10, 15, 30, 30, 30)
	copies(p, r.Int(2, 3), func(p *sim.Proc) {
		balancer := p.Inner("balancer")
		p.Fork(func(p *sim.Proc) {
			poll(p, sim.Target{Peer: balancer, Port: port, Inbound: true}, steady(p, check), func(c *sim.Conn) { c.Ask(p.R.Int(120, 140), p.R.Int(150, 400), 0.003) })
		})
		copies(p, p.R.Int(1, 3), func(p *sim.Proc) {
			r := p.R
			hold(p, sim.Target{Peer: balancer, Port: port, Inbound: true}, r.LogU(60, hour), func(c *sim.Conn) []*sim.Timer {
				return timers(p.Human(gap, func() { c.Ask(r.Size(900, 0.4), r.Size(page, 1.2), r.LogU(0.003, 0.3)) }))
			})
		})
	})
}

// apiPoll is a cron job or a script that asks a service.
func apiPoll(p *sim.Proc) {
	r := p.R
	to := outside(p, "api", 443)
	up, down := r.Int(160, 900), r.LogU(250, 20000)
	poll(p, to, steady(p, rnd.Pick[float64](r, 10, 30, 60, 60, 300, 900)), func(c *sim.Conn) { c.Ask(up, r.Size(down, 0.1), 0.05) })
}

// apiClient keeps its connection alive and asks when it must.
func apiClient(p *sim.Proc) {
	r := p.R
	gap := r.LogU(1, 200)
	name := "saas " + string(rune('A'+r.Int(0, 11)))
	hold(p, outside(p, name, 443), r.LogU(60, 5*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Human(gap, func() { c.Ask(r.Size(800, 0.6), r.Size(1500, 1), r.LogU(0.01, 0.5)) }))
	})
}

func microservice(p *sim.Proc) {
	r := p.R
	gap := r.LogU(0.3, 30)
	to := within(p, "service", rnd.Pick[uint16](r, 8080, 80, 3000, 9000))
	if r.Chance(0.5) {
		poll(p, to, func() float64 { return p.Busy(3 + gap*2) }, func(c *sim.Conn) { c.Ask(r.Size(500, 0.4), r.Size(900, 0.9), 0.02) })
		return
	}
	hold(p, to, r.LogU(60, 20*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Human(gap, func() { c.Ask(r.Size(500, 0.4), r.Size(900, 0.9), r.LogU(0.003, 0.2)) }))
	})
}

func longPoll(p *sim.Proc) {
	r := p.R
	wait := rnd.Pick[float64](r, 5, 25, 30, 55, 60, 90)
	up, none := r.Int(220, 1200), r.Int(120, 400)
	hold(p, anywhere(p, "longpoll", rnd.Pick[uint16](r, 443, 80, 8080)), r.LogU(10*minute, 20*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Each(func() float64 { return r.U(0.002, 0.5) }, func() {
			if r.Chance(0.3 * p.Host.Busy(p.Now)) {
				c.Ask(up, r.Size(800, 0.7), r.U(0, wait))
			} else {
				c.Ask(up, none, wait)
			}
		}))
	})
}

// crawler fetches pages from many sites.
func crawler(p *sim.Proc) {
	r := p.R
	gap := r.LogU(2, 40)
	for p.Running() {
		p.Lookup()
		to := sim.Target{Peer: p.Host.World.Public(r.LogU(0.005, 0.2)), Port: 443, TLS: secure(r)}
		if r.Chance(0.1) {
			p.Fail(to, sim.Dropped, 10, 0)
			continue
		}
		visit(p, to, 1+r.Count(4), 400, 15000, 0.3)
		p.Sleep(r.Exp(gap))
	}
}

func mirror(p *sim.Proc) {
	r := p.R
	to := outside(p, "mirror", rnd.Pick[uint16](r, 80, 443))
	if to.Port == 80 {
		to.TLS = 0
	}
	poll(p, to, func() float64 { return r.U(2*hour, 14*hour) }, func(c *sim.Conn) {
		for range r.Int(3, 30) {
			c.Ask(r.Int(120, 300), r.Size(9000, 2), 0.01)
		}
	})
}
