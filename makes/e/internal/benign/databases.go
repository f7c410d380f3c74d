package benign

import "makes/e/internal/sim"

var databases = []Kind{
	{"postgres-pool", postgresPool, odds{"service": 0.45, "web": 0.4, "pipeline": 0.3, "monitor": 0.2}},
	{"postgres-server", postgresServer, odds{"database": 0.5}},
	{"mysql-pool", mysqlPool, odds{"service": 0.15, "web": 0.35, "legacy": 0.2}},
	{"redis-client", redisClient, odds{"service": 0.4, "web": 0.35, "node": 0.1}},
	{"redis-subscriber", redisSubscriber, odds{"service": 0.12, "web": 0.08}},
	{"redis-replica", redisReplica, odds{"database": 0.15}},
	{"memcached-client", memcachedClient, odds{"web": 0.15, "service": 0.05}},
	{"mongodb-driver", mongoDriver, odds{"service": 0.18, "web": 0.15}},
	{"cassandra-driver", cassandraDriver, odds{"service": 0.06, "pipeline": 0.06}},
	{"elastic-client", elasticClient, odds{"service": 0.12, "monitor": 0.3, "pipeline": 0.1}},
	{"wal-replication", walReplication, odds{"database": 0.35}},
	{"mssql-client", mssqlClient, odds{"legacy": 0.35, "service": 0.03}},
	{"ldap-client", ldapClient, odds{"legacy": 0.3, "desktop": 0.2, "bastion": 0.3}},
}

// pool keeps some database connections: each serves bursts of queries, and is
// retired after its life.
func pool(p *sim.Program, size int, server sim.Peer, login func(*sim.Program, *sim.Conn), query func(*sim.Program, *sim.Conn), idle func(*sim.Program, *sim.Conn)) {
	life := sim.Pick(p.Dice, span{25 * minute, 32 * minute}, span{25 * minute, 32 * minute}, days, hours)
	mean, check := p.Log(0.5, 200), sim.Pick(p.Dice, 0.0, 0, 10, 30, 60, 120)
	keep := keepalive(p)
	threads(p, size, func(q *sim.Program) {
		stay(q, life, soon, func() *sim.Conn {
			c := q.Dial(server).Keep(keep, 7200)
			login(q, c)
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			timers := []*sim.Timer{lively(q, mean, func() {
				for range q.LogInt(1, 12) {
					query(q, c)
					q.Wait(q.Log(0.0002, 0.02))
				}
			})}
			if check > 0 {
				timers = append(timers, every(q, check, 0.05, func() { idle(q, c) }))
			}
			return timers
		})
	})
}

func postgresPool(p *sim.Program) {
	tls, up, rows := p.Chance(0.5), p.LogInt(60, 700), p.LogInt(80, 6000)
	pool(p, p.LogInt(1, 10), either(p, 0.05, "postgres", 10, 5432), func(q *sim.Program, c *sim.Conn) {
		c.Ask(8, 1, 0.001)
		perhapsTLS(c, tls)
		c.Ask(q.Int(70, 120), 24, 0.001)
		c.Ask(55, 92, 0.005)
		c.Ask(108, q.Int(380, 480), 0.005)
	}, func(q *sim.Program, c *sim.Conn) {
		c.Ask(q.Near(up, 0.5), q.LogInt(20, rows+30), q.Log(0.0003, 0.1))
	}, func(_ *sim.Program, c *sim.Conn) { c.Ask(14, 70, 0.0003) })
}

func postgresServer(p *sim.Program) {
	threads(p, p.LogInt(1, 5), func(q *sim.Program) { // a client machine with its connections
		client, tls, mean := q.World.Private(0), q.Chance(0.4), q.Log(0.5, 300)
		life := sim.Pick(q.Dice, span{25 * minute, 32 * minute}, days)
		threads(q, q.LogInt(1, 6), func(t *sim.Program) {
			stay(t, life, soon, func() *sim.Conn {
				c := t.Accept(client, 5432).Keep(keepalive(t), 0)
				c.Ask(8, 1, 0.001)
				perhapsTLS(c, tls).Ask(90, 24, 0.001)
				c.Ask(163, 480, 0.008)
				return c
			}, func(c *sim.Conn) []*sim.Timer {
				return []*sim.Timer{lively(t, mean, func() { c.Ask(t.LogInt(60, 900), t.LogInt(20, 9000), t.Log(0.0003, 0.2)) })}
			})
		})
	})
}

func mysqlPool(p *sim.Program) {
	tls, up, rows := p.Chance(0.3), p.LogInt(40, 500), p.LogInt(80, 8000)
	pool(p, p.LogInt(1, 10), private(p, "mysql", 8, 3306), func(q *sim.Program, c *sim.Conn) {
		c.Down(q.Int(78, 110))
		perhapsTLS(c, tls).Ask(q.Int(180, 260), 11, 0.002)
		c.Ask(q.Int(20, 900), q.Int(11, 900), 0.001)
	}, func(q *sim.Program, c *sim.Conn) {
		c.Ask(5+q.Near(up, 0.5), q.LogInt(11, rows), q.Log(0.0003, 0.1))
	}, func(_ *sim.Program, c *sim.Conn) { c.Ask(5, 11, 0.0002) })
}

func redisClient(p *sim.Program) {
	key, value := p.Int(20, 80), p.LogInt(5, 3000)
	pool(p, p.LogInt(1, 8), private(p, "redis", 8, 6379), func(q *sim.Program, c *sim.Conn) {
		c.Ask(q.Int(14, 90), q.Int(5, 200), 0.0003)
	}, func(q *sim.Program, c *sim.Conn) {
		if q.Chance(0.7) {
			c.Ask(22+key, q.LogInt(5, value+6), 0.0002)
		} else {
			c.Ask(35+key+q.LogInt(5, value+6), 5, 0.0002)
		}
	}, func(_ *sim.Program, c *sim.Conn) { c.Ask(14, 7, 0.0002) })
}

func redisSubscriber(p *sim.Program) {
	body, mean, beat := p.LogInt(30, 1500), p.Log(0.2, 180), sim.Pick(p.Dice, 10.0, 30, 60)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(private(p, "redis", 8, 6379)).Keep(0, 300)
		c.Ask(p.Int(40, 90), p.Int(40, 90), 0.0004)
		c.Ping(beat, sim.Client, 14, 19)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, mean, func() { c.Down(50 + p.Near(body, 0.5)) })}
	})
}

func redisReplica(p *sim.Program) {
	mean, body := p.Log(0.05, 20), p.LogInt(60, 2000)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(private(p, "redis-main", 3, 6379))
		c.Ask(14, 7, 0.001)
		c.Ask(60, 5, 0.001)
		c.Ask(75, 60+p.LogInt(10_000, 80_000_000), 0.2)
		c.Ping(10, sim.Server, 14, 0)
		c.Ping(1, sim.Client, 37, 0)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, mean, func() { c.Down(p.Near(body, 0.6)) })}
	})
}

func memcachedClient(p *sim.Program) {
	value := p.LogInt(50, 6000)
	pool(p, p.LogInt(1, 4), private(p, "memcached", 4, 11211), func(*sim.Program, *sim.Conn) {},
		func(q *sim.Program, c *sim.Conn) { c.Ask(q.Int(25, 70), q.LogInt(5, value), 0.0002) },
		func(_ *sim.Program, c *sim.Conn) { c.Ask(9, 14, 0.0002) })
}

func mongoDriver(p *sim.Program) {
	tls, node := p.Chance(0.6), either(p, 0.3, "mongodb", 6, 27017)
	monitor := p.Fork()
	stay(monitor, days, soon, func() *sim.Conn { // streaming hello: the server answers every 10 s
		c := perhapsTLS(monitor.Dial(node).Keep(120, 0), tls)
		c.Ask(monitor.Int(260, 420), monitor.Int(300, 700), 0.001)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(monitor, 10, 0.001, func() { c.Down(monitor.Near(480, 0.02)) })}
	})
	up, down := p.LogInt(150, 900), p.LogInt(200, 9000)
	pool(p, p.LogInt(1, 6), node, func(q *sim.Program, c *sim.Conn) {
		perhapsTLS(c, tls).Ask(q.Int(260, 420), q.Int(300, 700), 0.001)
		c.Ask(q.Int(160, 240), q.Int(200, 300), 0.01)
	}, func(q *sim.Program, c *sim.Conn) {
		c.Ask(q.Near(up, 0.4), q.LogInt(90, down), q.Log(0.0005, 0.05))
	}, func(_ *sim.Program, c *sim.Conn) { c.Ask(130, 320, 0.0005) })
}

func cassandraDriver(p *sim.Program) {
	up, down := p.LogInt(80, 500), p.LogInt(60, 4000)
	pool(p, p.Int(2, 6), private(p, "cassandra", 6, 9042), func(q *sim.Program, c *sim.Conn) {
		c.Ask(9, 80, 0.001)
		c.Ask(q.Int(31, 120), 9, 0.001)
		c.Ping(30, sim.Client, 9, 80)
	}, func(q *sim.Program, c *sim.Conn) {
		c.Ask(q.Near(up, 0.4), q.LogInt(30, down), q.Log(0.0005, 0.02))
	}, func(_ *sim.Program, c *sim.Conn) { c.Ask(9, 80, 0.0005) })
}

func elasticClient(p *sim.Program) {
	tls, bulk, mean := p.Chance(0.5), p.LogInt(800, 300000), p.Log(0.5, 120)
	stay(p, hours, soon, func() *sim.Conn { return perhapsTLS(p.Dial(private(p, "elastic", 4, 9200)), tls) },
		func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{lively(p, mean, func() {
				if p.Chance(0.5) {
					c.Ask(200+p.Near(bulk, 0.8), p.LogInt(300, 9000), p.Log(0.005, 0.5))
				} else {
					c.Ask(p.LogInt(300, 1500), p.LogInt(400, 60000), p.Log(0.003, 0.5))
				}
			})}
		})
}

func walReplication(p *sim.Program) {
	mean, tls := p.Log(0.05, 30), p.Chance(0.4)
	stay(p, days, soon, func() *sim.Conn {
		c := perhapsTLS(p.Dial(either(p, 0.1, "postgres-main", 4, 5432)).Keep(60, 0), tls)
		c.Ask(90, 420, 0.01)
		c.Ask(60, 40, 0.01)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, mean, func() { c.Down(30 + p.LogInt(60, 16000)); p.Wait(0.001); c.Up(39) }),
			every(p, 10, 0.01, func() { c.Up(39) }),
			every(p, 30, 0.01, func() { c.Push(23, 39, 0) }),
		}
	})
}

func mssqlClient(p *sim.Program) {
	up, rows := p.LogInt(80, 1500), p.LogInt(100, 8000)
	pool(p, p.LogInt(1, 5), private(p, "mssql", 4, 1433), func(q *sim.Program, c *sim.Conn) {
		c.Ask(q.Int(60, 100), q.Int(40, 50), 0.001)
		c.TLS(sim.TLS12).Ask(q.Int(200, 400), q.Int(350, 450), 0.01)
		c.Keep(30, 30)
	}, func(q *sim.Program, c *sim.Conn) {
		c.Ask(q.Near(up, 0.5), q.LogInt(40, rows), q.Log(0.0005, 0.1))
	}, func(_ *sim.Program, c *sim.Conn) { c.Ask(60, 30, 0.0005) })
}

func ldapClient(p *sim.Program) {
	server, period := private(p, "ldap", 2, sim.Pick(p.Dice, uint16(389), 636)), p.Log(20, 1800)
	poll(p, period, 0.3, func() {
		c := perhapsTLS(p.Dial(server), server.Port == 636)
		c.Ask(p.Int(14, 90), 14, 0.002)
		for range p.Int(1, 4) {
			c.Ask(p.Int(80, 300), p.LogInt(14, 3000), 0.002)
		}
		c.Up(7)
		c.Close()
	})
}
