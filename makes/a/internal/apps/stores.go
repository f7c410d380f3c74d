package apps

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// Clients and servers of databases and caches.

// pooled keeps a pool of connections to a database busy: bursts of questions
// when somebody wants something, and a test of the idle ones.
func pooled(p *sim.Proc, to sim.Target, greet func(c *sim.Conn), test [2]int, up, down float64) {
	r := p.R
	gap, every := r.LogU(0.3, 240), rnd.Pick[float64](r, 0, 10, 30, 30, 60, 300)
	life := r.LogU(0.3*hour, 30*hour)
	copies(p, r.Int(1, 8), func(p *sim.Proc) {
		r := p.R
		hold(p, to, life, func(c *sim.Conn) []*sim.Timer {
			greet(c)
			all := timers(p.Human(gap*r.LogU(0.5, 4), func() {
				for range 1 + r.Count(1.5) {
					c.Ask(r.Size(up, 0.7), r.Size(down, 1.2), r.LogU(0.0003, 0.03))
				}
			}))
			if every > 0 {
				all = append(all, p.Tick(every, func() { c.Ask(test[0], test[1], 0.0005) }))
			}
			return all
		})
	})
}

func postgres(p *sim.Proc) {
	r := p.R
	pooled(p, within(p, "postgres", 5432), func(c *sim.Conn) {
		c.Ask(r.Int(60, 120), r.Int(24, 60), 0.001)
		c.Ask(r.Int(40, 130), r.Int(320, 460), 0.004)
	}, [2]int{rnd.Pick(r, 5, 14, 22), rnd.Pick(r, 6, 63, 75)}, r.LogU(60, 700), r.LogU(80, 4000))
}

func mysql(p *sim.Proc) {
	r := p.R
	to := within(p, "mysql", 3306)
	if to.TLS == 13 {
		to.TLS = 12
	}
	pooled(p, to, func(c *sim.Conn) {
		c.Down(r.Int(78, 95))
		c.Ask(r.Int(180, 290), 11, 0.001)
	}, [2]int{5, 11}, r.LogU(50, 600), r.LogU(60, 5000))
}

func sqlServer(p *sim.Proc) {
	r := p.R
	pooled(p, within(p, "mssql", 1433), func(c *sim.Conn) {
		c.Ask(94, 48, 0.001)
		c.Ask(r.Int(240, 420), r.Int(380, 500), 0.005)
	}, [2]int{r.Int(40, 90), r.Int(30, 60)}, r.LogU(120, 900), r.LogU(90, 6000))
}

func mongo(p *sim.Proc) {
	r := p.R
	to := anywhere(p, "mongo", 27017)
	hello := r.Int(240, 380)
	streamed := r.Chance(0.7)
	answer := r.Int(310, 900)
	p.Fork(func(p *sim.Proc) { // the driver's monitor
		hold(p, to, 50*hour, func(c *sim.Conn) []*sim.Timer {
			c.Ask(hello+120, answer, 0.001)
			return timers(p.Tick(10, func() {
				if streamed {
					c.Down(answer)
				} else {
					c.Ask(hello, answer, 0.001)
				}
			}))
		})
	})
	pooled(p, to, func(c *sim.Conn) { c.Ask(hello, answer, 0.002) }, [2]int{60, 60}, r.LogU(120, 900), r.LogU(120, 6000))
}

func redis(p *sim.Proc) {
	r := p.R
	up, down, gap := r.LogU(28, 220), r.LogU(5, 700), r.LogU(0.05, 60)
	to := within(p, "redis", 6379)
	copies(p, r.Int(1, 5), func(p *sim.Proc) {
		r := p.R
		hold(p, to, r.LogU(hour, 100*hour), func(c *sim.Conn) []*sim.Timer {
			return timers(p.Human(gap, func() { c.Ask(r.Size(up, 0.4), r.Size(down, 0.8), 0.0002) }),
				p.Tick(rnd.Pick[float64](r, 15, 30, 60, 300), func() { c.Ask(14, 7, 0.0002) }))
		})
	})
}

func redisSubscriber(p *sim.Proc) {
	r := p.R
	gap, size := r.LogU(0.3, 120), r.LogU(60, 900)
	hold(p, within(p, "redispubsub", 6379), r.LogU(3*hour, 200*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(40, 110), r.Int(40, 90), 0.0003)
		return timers(p.Human(gap, func() { c.Down(r.Size(size, 0.5)) }), p.Tick(rnd.Pick[float64](r, 10, 30, 60), func() { c.Ask(14, 20, 0.0002) }))
	})
}

// redisReplica is told all writes and acknowledges its offset every second.
func redisReplica(p *sim.Proc) {
	r := p.R
	gap, size := r.LogU(0.2, 30), r.LogU(60, 500)
	hold(p, within(p, "redisprimary", 6379), 100*hour, func(c *sim.Conn) []*sim.Timer {
		c.Ask(90, r.Int(10000, 3000000), 0.2)
		return timers(p.Tick(1, func() { c.Up(r.Int(38, 44)) }), p.Tick(10, func() { c.Down(14) }), p.Human(gap, func() { c.Down(r.Size(size, 0.6)) }))
	})
}

func memcached(p *sim.Proc) {
	r := p.R
	gap, down := r.LogU(0.05, 20), r.LogU(20, 3000)
	copies(p, r.Int(1, 3), func(p *sim.Proc) {
		hold(p, within(p, "memcached", 11211), 30*hour, func(c *sim.Conn) []*sim.Timer {
			return timers(p.Human(gap, func() { c.Ask(p.R.Int(16, 70), p.R.Size(down, 0.8), 0.0002) }))
		})
	})
}

func cassandra(p *sim.Proc) {
	r := p.R
	gap := r.LogU(0.2, 60)
	copies(p, r.Int(2, 5), func(p *sim.Proc) {
		r := p.R
		hold(p, within(p, "cassandra", 9042), 60*hour, func(c *sim.Conn) []*sim.Timer {
			c.Ask(r.Int(9, 120), r.Int(60, 120), 0.001)
			return timers(p.Tick(30, func() { c.Ask(9, r.Int(60, 110), 0.0005) }), p.Human(gap, func() { c.Ask(r.Size(160, 0.6), r.Size(400, 1), 0.003) }))
		})
	})
}

// gossip is a node of a database cluster among its own.
func gossip(p *sim.Proc) {
	r := p.R
	size := r.LogU(160, 1500)
	copies(p, r.Int(2, 4), func(p *sim.Proc) {
		r := p.R
		to := within(p, "gossip", rnd.Pick[uint16](r, 7000, 7001, 26257))
		to.Inbound = r.Chance(0.5)
		hold(p, to, 200*hour, func(c *sim.Conn) []*sim.Timer {
			return timers(p.Each(loose(p, r.Around(2, 0.6), 0.5), func() { c.Ask(r.Size(size, 0.3), r.Size(size, 0.3), 0.001); c.Up(r.Size(size/2, 0.3)) }))
		})
	})
}

func elastic(p *sim.Proc) {
	r := p.R
	gap := r.LogU(0.5, 40)
	hold(p, anywhere(p, "elastic", 9200), r.LogU(10*minute, 20*hour), func(c *sim.Conn) []*sim.Timer {
		return timers(p.Human(gap, func() { c.Ask(r.Size(700, 0.9), r.Size(1800, 1.2), r.LogU(0.003, 0.2)) }), p.Tick(300, func() { c.Ask(130, 700, 0.002) }))
	})
}

// postgresServer has application servers as its clients.
func postgresServer(p *sim.Proc) {
	r := p.R
	copies(p, r.Int(2, 6), func(p *sim.Proc) {
		pooled(p, visited(within(p, "appserver", 5432)), func(c *sim.Conn) { c.Ask(90, 400, 0.003) }, [2]int{14, 75}, p.R.LogU(60, 700), p.R.LogU(80, 4000))
	})
	p.Fork(func(p *sim.Proc) { // a standby streams the log and reports back
		gap := p.R.LogU(0.2, 60)
		hold(p, visited(within(p, "standby", 5432)), 200*hour, func(c *sim.Conn) []*sim.Timer {
			return timers(p.Tick(10, func() { c.Ask(39, 18, 0) }), p.Human(gap, func() { c.Down(p.R.Size(900, 1)); c.Up(39) }))
		})
	})
}

func ldap(p *sim.Proc) {
	r := p.R
	gap := r.LogU(5, 300)
	hold(p, within(p, "ldap", rnd.Pick[uint16](r, 389, 636)), r.LogU(10*minute, 10*hour), func(c *sim.Conn) []*sim.Timer {
		c.Ask(r.Int(40, 90), 14, 0.003)
		return timers(p.Human(gap, func() { c.Ask(r.Int(90, 320), r.Size(400, 0.9), 0.003) }))
	})
}

func nfs(p *sim.Proc) {
	r := p.R
	to := within(p, "nfs", 2049)
	to.TLS, to.Keep = 0, 60
	gap := r.LogU(2, 120)
	hold(p, to, 500*hour, func(c *sim.Conn) []*sim.Timer {
		lease := p.Tick(rnd.Pick[float64](r, 30, 60), func() { c.Ask(r.Int(104, 150), r.Int(80, 120), 0.0005) })
		return timers(lease, p.Human(gap, func() {
			for range 1 + r.Count(4) {
				c.Ask(r.Size(210, 0.3), r.Size(240, 0.6), 0.001)
			}
			if r.Chance(0.1) {
				c.Ask(r.Size(220, 0.1), r.Size(90000, 1.2), 0.01)
			}
		}))
	})
}

func smb(p *sim.Proc) {
	r := p.R
	to := within(p, "smb", 445)
	to.TLS = 0
	gap := r.LogU(20, 400)
	hold(p, to, 10*hour, func(c *sim.Conn) []*sim.Timer {
		for range 5 {
			c.Ask(r.Int(180, 700), r.Int(150, 500), 0.003)
		}
		return timers(p.Human(gap, func() {
			for range 1 + r.Count(3) {
				c.Ask(r.Size(250, 0.4), r.Size(500, 1.3), 0.002)
			}
		}), p.Tick(rnd.Pick[float64](r, 60, 120), func() { c.Ask(72, 72, 0.0005) }))
	})
}
