package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Builds, copies and other heavy or rare traffic, and noise.

func backup(p *sim.Proc) {
	r := p.R
	size := r.LogU(2e6, 3e9)
	poll(p, anywhere(p, "backup", 443), loose(p, rnd.Pick(r, hour, 6*hour, 12*hour), 0.02), func(c *sim.Conn) {
		for left := r.LogN(size, 0.3); left > 0; left -= 8 << 20 {
			c.Ask(int(min(left, 8<<20)), 300, 0.05)
		}
	})
}

func objectStore(p *sim.Proc) {
	r := p.R
	gap := r.LogU(2, 300)
	hold(p, outside(p, "s3", 443), r.LogU(10, 1500), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Human(gap, func() {
			if r.Chance(0.4) {
				c.Ask(r.Size(30000, 1.7), r.Int(300, 420), 0.03)
			} else {
				c.Ask(r.Int(500, 900), r.Size(30000, 1.7), 0.02)
			}
		}))
	})
}

func rsync(p *sim.Proc) {
	r := p.R
	poll(p, within(p, "rsync", rnd.Pick[uint16](r, 22, 873)), loose(p, rnd.Pick(r, 5*minute, hour, 4*hour), 0.02), func(c *sim.Conn) {
		for range 6 {
			c.Ask(r.Size(400, 0.6), r.Size(500, 0.6), 0.01)
		}
		c.Ask(r.Size(300000, 2), r.Size(20000, 1), 0.1)
	})
}

func registry(p *sim.Proc) {
	r := p.R
	poll(p, outside(p, "registry", 443), func() float64 { return p.Busy(2 * hour) }, func(c *sim.Conn) {
		for range r.Int(2, 9) {
			c.Ask(r.Int(500, 1900), r.Size(60000, 2.2), 0.05)
		}
	})
}

func git(p *sim.Proc) {
	r := p.R
	to := anywhere(p, "git", rnd.Pick[uint16](r, 443, 22))
	gap := rnd.Pick(r, minute, 3*minute, 5*minute, hour)
	poll(p, to, loose(p, gap, 0.1), func(c *sim.Conn) {
		c.Ask(r.Int(250, 500), r.Size(9000, 0.3), 0.1)
		if r.Chance(0.1) {
			c.Ask(r.Size(1500, 0.5), r.Size(40000, 1.5), 0.3)
		}
	})
}

func gitlabRunner(p *sim.Proc) {
	r := p.R
	up, down := r.Int(700, 1300), r.Int(300, 700)
	build := r.LogU(hour/3, 8*hour)
	hold(p, anywhere(p, "gitlab", 443), r.LogU(10*minute, 10*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Tick(rnd.Pick[float64](r, 3, 3, 3, 10), func() { c.Ask(up, down, 0.04) }), p.Human(build, func() {
			c.Ask(up, r.Size(16000, 0.4), 0.1)
			for range r.Int(10, 150) {
				p.Sleep(3)
				c.Ask(r.Size(1400, 0.8), r.Int(300, 420), 0.03)
			}
		}))
	})
}

func actionsRunner(p *sim.Proc) {
	r := p.R
	up := r.Int(1300, 2400)
	hold(p, outside(p, "actions", 443), r.LogU(hour/2, 20*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Each(func() float64 { return r.U(0.05, 1) }, func() { c.Ask(up, r.Int(300, 900), 50) }), p.Tick(60, func() { c.Ask(up-300, r.Int(400, 700), 0.05) }))
	})
}

func jenkinsAgent(p *sim.Proc) {
	r := p.R
	ping := rnd.Pick[float64](r, 60, 240, 300)
	hold(p, within(p, "jenkins", rnd.Pick[uint16](r, 50000, 22, 443)), 60*hour, func(c *sim.Conn) []*sim.Timer {
		return timers(p.Tick(ping, func() { c.Ask(r.Int(300, 900), r.Int(200, 600), 0.01) }), p.Tick(15, func() { c.Ask(r.Int(60, 200), r.Int(100, 500), 0.002) }),
			p.Human(hour, func() {
				for range r.Int(20, 200) {
					c.Up(r.Size(900, 0.9))
					p.Sleep(r.Exp(1))
				}
			}))
	})
}

// compute is a volunteer or render worker: a job now and then, results back.
func compute(p *sim.Proc) {
	r := p.R
	gap := r.LogU(5*minute, 3*hour)
	poll(p, outside(p, "compute", rnd.Pick[uint16](r, 443, 80, 8080)), func() float64 { return r.Exp(gap) }, func(c *sim.Conn) {
		c.Ask(r.Size(3000, 0.8), r.Size(60000, 1.2), 0.2)
		c.Ask(r.Size(50000, 1.2), 400, 0.2)
	})
}

// taskWorker asks a scheduler for work and beats its heart: Celery, Dask, Ray.
func taskWorker(p *sim.Proc) {
	r := p.R
	beat, task := rnd.Pick(r, 0.5, 1, 2, 5, 10), r.LogU(4, 600)
	hold(p, within(p, "scheduler", rnd.Pick[uint16](r, 8786, 6379, 10001, 7077)), 30*hour, func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(400, 2000), r.Int(100, 900), 0.01)
		return timers(p.Tick(beat, func() { c.Ask(r.Int(90, 700), r.Int(30, 120), 0.002) }), p.Random(task, func() { c.Down(r.Size(900, 0.8)) }), p.Random(task, func() { c.Ask(r.Size(700, 0.9), 40, 0.003) }))
	})
}

func ftp(p *sim.Proc) {
	r := p.R
	to := outside(p, "ftp", 21)
	to.TLS = 0
	poll(p, to, loose(p, rnd.Pick(r, 10*minute, hour), 0.05), func(c *sim.Conn) {
		for range r.Int(6, 14) {
			c.Ask(r.Int(6, 50), r.Int(20, 90), 0.02)
		}
		data := to
		data.Port = uint16(r.Int(20000, 60000))
		d := p.Dial(data)
		d.Down(r.Size(40000, 1.5))
		d.Close(false)
	})
}

func dnsTCP(p *sim.Proc) {
	r := p.R
	to := anywhere(p, "dns", rnd.Pick[uint16](r, 53, 853))
	if to.TLS = 0; to.Port == 853 {
		to.TLS = 13
	}
	poll(p, to, func() float64 { return p.Busy(60) }, func(c *sim.Conn) {
		for range 1 + r.Count(1) {
			c.Ask(r.Int(35, 90), r.Size(900, 0.7), 0.02)
		}
	})
}

func ntp(p *sim.Proc) {
	r := p.R
	servers := []*sim.Peer{p.Site("ntp"), p.Site("ntp"), p.Site("ntp"), p.Site("ntp")}
	gap := rnd.Pick[float64](r, 64, 256, 1024)
	for ; p.Running(); p.Sleep(r.Around(gap, 0.05)) {
		for _, s := range servers {
			p.Datagrams(s, 123, 48, 48)
		}
	}
}

// dead retries a service that is gone, from an old configuration.
func dead(p *sim.Proc) {
	r := p.R
	to := sim.Target{Peer: p.Host.World.Private(), Port: rnd.Pick[uint16](r, 5432, 8125, 9200, 3306, 8080, 24224, 3333, 5672)}
	if r.Chance(0.35) {
		to = sim.Target{Peer: p.Host.World.Public(0.05), Port: rnd.Pick[uint16](r, 443, 8443, 3333, 5555, 8883, 1514)}
	}
	fate := rnd.Pick(r, sim.Rejected, sim.Dropped, sim.Refused, sim.Refused, sim.Swallowed)
	patience, pause := rnd.Pick[float64](r, 1, 3, 5, 10, 20, 30, 127), r.LogU(2, 120)
	backoff, most, wait := rnd.Pick(r, 1, 1, 1.6, 2), r.LogU(30, 900), 0.0
	for p.Running() {
		p.Lookup()
		p.Fail(to, fate, patience, r.Int(60, 600))
		wait = max(pause, min(wait*backoff, most))
		p.Sleep(r.Around(wait, 0.1))
	}
}

// scans come from everywhere and are mostly rejected. They are not labelled.
func scans(h *sim.Host) {
	r := h.R.Split()
	gap := r.LogU(20, 600)
	for t := r.Exp(gap); t < h.Log.Length; t += r.Exp(gap) {
		port := rnd.Pick[uint16](r, 22, 23, 80, 443, 445, 3389, 8080, 6379, 2375, 5900, 1433, uint16(r.Int(1, 65000)))
		h.Probe(t, port, !r.Chance(0.08))
	}
}
