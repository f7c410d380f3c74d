package everyday

import "makes/b/internal/wire"

// pool keeps several database connections and sends queries on them.
func pool(p *wire.Proc, l link, n int, mean, ask, answer float64, beat wire.Duty, hello func(q *wire.Proc, c *wire.Conn)) {
	several(p, n, func(q *wire.Proc) {
		share := mean * q.Wide(0.7, 8) // the first connections work most
		l.hold(q, func(c *wire.Conn) []wire.Duty {
			hello(q, c)
			return []wire.Duty{
				q.ByDay(share, func() {
					for range q.WideInt(1, 6) {
						c.Ask(q.Size(ask, 0.5), brief(q, 0.004), q.Size(answer, 1))
						q.Wait(brief(q, 0.01))
					}
				}),
				{Gap: beat.Gap, Do: func() { c.Ask(q.Int(10, 40), 0.0005, q.Int(11, 70)) }},
			}
		})
	})
}

func validation(p *wire.Proc) wire.Duty {
	return p.Every(wire.Pick(p.Rand, 15.0, 30, 60, 300), 0.02, nil)
}

func postgres(p *wire.Proc) {
	l := to(p, p.Inside("postgres", 8), wire.Pick[uint16](p.Rand, 5432, 5432, 6432), maybeTLS(p, 0.4))
	l.life = p.Wide(600, 20*3600)
	pool(p, l, p.WideInt(2, 12), p.Wide(2, 60), p.Wide(80, 900), p.Wide(60, 4000), validation(p), func(q *wire.Proc, c *wire.Conn) {
		c.Ask(q.Int(60, 110), 0.001, 24)
		c.Ask(q.Int(80, 120), 0.004, q.Int(380, 520))
	})
}

func mysql(p *wire.Proc) {
	l := to(p, p.Inside("mysql", 8), 3306, maybeTLS(p, 0.3))
	l.life = p.Wide(600, 20*3600)
	pool(p, l, p.WideInt(2, 10), p.Wide(2, 60), p.Wide(50, 700), p.Wide(40, 5000), validation(p), func(q *wire.Proc, c *wire.Conn) {
		c.Recv(q.Int(78, 110))
		c.Ask(q.Int(90, 280), 0.002, 11)
	})
}

// mongo has a monitoring connection besides those for queries.
func mongo(p *wire.Proc) {
	l := to(p, p.Inside("mongo", 6), 27017, maybeTLS(p, 0.3))
	beat := wire.Pick(p.Rand, 5.0, 10, 10)
	size := p.Int(300, 900)
	p.Fork(func(q *wire.Proc) {
		l.hold(q, func(c *wire.Conn) []wire.Duty {
			return []wire.Duty{q.Every(beat, 0.005, func() { c.Ask(q.Int(130, 160), 0.001, size) })}
		})
	})
	pool(p, l, p.Int(1, 5), p.Wide(4, 90), p.Wide(120, 700), p.Wide(150, 4000), validation(p), func(q *wire.Proc, c *wire.Conn) {
		c.Ask(q.Int(280, 420), 0.001, size)
	})
}

// redis answers small commands.
func redis(p *wire.Proc) {
	l := to(p, p.Inside("redis", 10), 6379, maybeTLS(p, 0.25))
	pool(p, l, p.WideInt(1, 8), p.Wide(1, 40), p.Wide(25, 160), p.Wide(5, 500), validation(p), func(q *wire.Proc, c *wire.Conn) {
		c.Ask(q.Int(20, 70), 0.0005, 5)
	})
}

// redisChannel is a subscriber.
func redisChannel(p *wire.Proc) {
	l := to(p, p.Inside("redis", 10), 6379, wire.Plain)
	mean, size, beat := p.Wide(1, 200), p.Wide(60, 900), p.Wide(10, 60)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(30, 80), 0.0005, p.Int(30, 90))
		return []wire.Duty{
			p.ByDay(mean, func() { c.Recv(p.Size(size, 0.3)) }),
			p.Every(beat, 0.01, func() { c.Ask(14, 0.0005, 19) }),
		}
	})
}

// kafkaConsumer fetches, waiting at the broker when there is nothing.
func kafkaConsumer(p *wire.Proc) {
	wait, rate, size := wire.Pick(p.Rand, 0.5, 0.5, 1, 5), p.Wide(1, 120), p.Wide(200, 5000)
	sec := maybeTLS(p, 0.3)
	several(p, p.Int(1, 2), func(q *wire.Proc) {
		l := to(q, q.Inside("kafka", 9), wire.Pick[uint16](q.Rand, 9092, 9092, 9094), sec)
		ask := q.Int(90, 260)
		l.hold(q, func(c *wire.Conn) []wire.Duty {
			c.Send(ask)
			return []wire.Duty{
				q.Every(wait+0.005, 0.01, func() { c.Recv(q.Int(45, 60)); c.Send(ask) }),
				q.ByDay(rate, func() { c.Recv(q.Size(size, 0.8)); c.Send(ask) }),
				q.Every(3, 0.02, func() { c.Ask(q.Int(90, 130), 0.001, 16) }), // group heartbeat
			}
		})
	})
}

func kafkaProducer(p *wire.Proc) {
	l := to(p, p.Inside("kafka", 9), 9092, maybeTLS(p, 0.3))
	mean, size := p.Wide(0.5, 60), p.Wide(150, 6000)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.ByDay(mean, func() { c.Ask(p.Size(size, 0.6), brief(p, 0.004), p.Int(48, 80)) }),
			p.Every(300, 0.01, func() { c.Ask(p.Int(40, 90), 0.001, p.Int(200, 1500)) }),
		}
	})
}

// amqpConsumer is given messages and acknowledges them, with heartbeats.
func amqpConsumer(p *wire.Proc) {
	l := to(p, p.Inside("rabbit", 6), wire.Pick[uint16](p.Rand, 5672, 5672, 5671), maybeTLS(p, 0.3))
	beat, mean, size := wire.Pick(p.Rand, 15.0, 30, 30), p.Wide(2, 400), p.Wide(120, 2500)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		for range p.Int(4, 7) {
			c.Ask(p.WideInt(12, 400), 0.001, p.WideInt(12, 500))
		}
		return []wire.Duty{
			p.Every(beat, 0.001, func() { c.Send(8) }),
			p.Every(beat, 0.001, func() { c.Recv(8) }),
			p.ByDay(mean, func() {
				c.Recv(60 + p.Size(size, 0.5))
				p.Wait(brief(p, 0.3))
				c.Send(21)
			}),
		}
	})
}

// nats is a subscriber that is pinged and sometimes publishes.
func nats(p *wire.Proc) {
	l := to(p, p.Inside("nats", 5), 4222, maybeTLS(p, 0.3))
	mean, size := p.Wide(1, 120), p.Wide(50, 1200)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Recv(p.Int(280, 480))
		c.Ask(p.Int(150, 300), 0.001, 6)
		return []wire.Duty{
			p.Every(120, 0.001, func() { c.Recv(6); c.Send(6) }),
			p.Every(p.Wide(20, 120), 0.001, func() { c.Ask(6, 0.0005, 6) }),
			p.ByDay(mean, func() { c.Recv(p.Size(size, 0.4)) }),
			p.ByDay(mean*2, func() { c.Send(p.Size(size, 0.4)) }),
		}
	})
}

// zookeeper is a session kept by pings.
func zookeeper(p *wire.Proc) {
	l := to(p, p.Inside("zookeeper", 5), 2181, wire.Plain)
	ping := wire.Pick(p.Rand, 2.0, 3.3, 6, 10, 13.3, 20)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(49, 0.003, 41)
		return []wire.Duty{
			p.Every(ping, 0.01, func() { c.Ask(12, 0.0005, 20) }),
			p.Randomly(p.Wide(60, 3000), func() { c.Ask(p.Int(30, 150), 0.004, p.Size(200, 0.8)) }),
			p.Randomly(p.Wide(300, 9000), func() { c.Recv(p.Int(40, 120)) }),
		}
	})
}

// cassandra keeps connections to several nodes.
func cassandra(p *wire.Proc) {
	mean, ask, answer := p.Wide(1, 40), p.Wide(90, 600), p.Wide(80, 3000)
	several(p, p.Int(2, 4), func(q *wire.Proc) {
		pool(q, to(q, q.Inside("cassandra", 9), 9042, wire.Plain), q.Int(1, 2), mean, ask, answer,
			q.Every(30, 0.02, nil), func(r *wire.Proc, c *wire.Conn) { c.Ask(31, 0.001, 9) })
	})
}

// taskWorker gets work as lines of JSON and returns results, as in clusters
// that share out computations.
func taskWorker(p *wire.Proc) {
	peer := p.Inside("scheduler", 4)
	if p.Chance(0.35) {
		peer = p.Outside("scheduler", 6)
	}
	l := to(p, peer, wire.Pick(p.Rand, 8786, 11300, 4730, 6379, 3333, 10001, uint16(p.Int(2000, 30000))), maybeTLS(p, 0.3))
	work, beat := p.Wide(3, 240), p.Wide(0.5, 60)
	job, result := p.WideInt(120, 1500), p.WideInt(80, 900)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(120, 600), 0.01, p.Int(60, 700))
		return []wire.Duty{
			p.Randomly(work, func() {
				c.Ask(p.Size(float64(result), 0.15), brief(p, 0.02), p.Int(20, 90))
				c.Recv(p.Size(float64(job), 0.15))
			}),
			p.Every(beat, 0.03, func() { c.Ask(p.Int(40, 220), 0.002, p.Int(20, 120)) }),
		}
	})
}

// directory searches LDAP.
func directory(p *wire.Proc) {
	l := to(p, p.Inside("ldap", 3), wire.Pick[uint16](p.Rand, 389, 636), maybeTLS(p, 0.4))
	l.life, l.gap = p.Wide(20, 7200), p.Wide(10, 600)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(40, 110), 0.003, 14)
		return []wire.Duty{p.ByDay(p.Wide(5, 120), func() { c.Ask(p.Int(90, 280), 0.004, p.Size(600, 0.9)) })}
	})
}
