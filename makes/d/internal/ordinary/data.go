package ordinary

import (
	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// sqlPool is the connection pool of an application. Some connections are
// busy, most are idle and only tested; all are renewed after a while.
func sqlPool(p *Prog) {
	db, port, version := p.Service(0.95), p.Port(5432, 3306, 1433), p.Crypt(0.4)
	gap, rows := p.Scale(1, 40), p.Size(90, 3000)
	life := dice.Pick(p.Dice, 0.0, 1800, 3600, 28800)
	test := p.Scale(20, 600)
	p.Fork(p.Size(2, 12), func(q *Prog) {
		mine := gap * q.Tail(1, 60, 0.6)
		q.Keep(db, port, version, life, func(c *conn) {
			c.Ask(q.Int(60, 120), q.Int(60, 400), 0.003)
			c.Ask(q.Int(40, 100), q.Int(20, 420), 0.003)
			c.Live(
				&habit{Gap: q.Often(mine), Do: func() {
					for range 1 + q.Rank(5) {
						c.Ask(q.Bytes(150, 0.6), q.Bytes(rows, 0.9), q.Around(0.004, 1.2))
					}
				}},
				&habit{Gap: q.Every(test, 0.05), Do: func() { c.Ask(14, q.Int(11, 70), 0.001) }})
		})
	})
}

// sqlServer is the same from the other side: pools of several applications.
func sqlServer(p *Prog) {
	port, version := p.Port(5432, 3306), p.Crypt(0.4)
	for range p.Int(1, 5) {
		client, gap := p.Places.Stranger(true), p.Scale(2, 60)
		p.Fork(p.Size(1, 8), func(q *Prog) {
			only := func() *netsim.Peer { return client }
			mine := gap * q.Tail(1, 60, 0.6)
			q.Serve(port, version, q.Random(4), only, func(c *conn) {
				c.Limit(q.Tail(600, 200000, 0.7))
				c.Ask(q.Int(60, 120), q.Int(60, 400), 0.003)
				c.Live(&habit{Gap: q.Often(mine), Do: func() { c.Ask(q.Bytes(150, 0.6), q.Bytes(600, 1), q.Around(0.004, 1.2)) }})
			})
		})
	}
}

// redis asks a cache in quick small commands.
func redis(p *Prog) {
	cache, port, version := p.Service(0.97), p.Port(6379), p.Crypt(0.2)
	gap, value := p.Scale(0.8, 60), p.Size(5, 2000)
	p.Fork(p.Int(1, 4), func(q *Prog) {
		q.Keep(cache, port, version, 0, func(c *conn) {
			c.Live(&habit{Gap: q.Often(gap), Do: func() {
				for range 1 + q.Rank(6) {
					c.Ask(q.Bytes(60, 0.4), q.Bytes(value, 0.5), 0.0005)
				}
			}})
		})
	})
}

// pubsub listens on channels of a broker.
func pubsub(p *Prog) {
	size := p.Size(60, 1500)
	p.Keep(p.Service(0.9), p.Port(6379, 4222, 61613), p.Crypt(0.25), 0, func(c *conn) {
		c.Ask(p.Int(30, 400), p.Int(20, 500), 0.005)
		c.Live(
			&habit{Gap: p.Often(p.Scale(1, 120)), Do: func() { c.Down(p.Bytes(size, 0.4)) }},
			&habit{Gap: p.Often(p.Scale(10, 600)), Do: func() { c.Up(p.Bytes(size, 0.4)) }},
			&habit{Gap: p.Every(dice.Pick(p.Dice, 10.0, 30, 60, 120), 0.01), Do: func() { c.Call(6, 6, 0.001) }})
	})
}

// mongo is a driver: it watches the server on one connection and works on others.
func mongo(p *Prog) {
	db, port, version := p.Service(0.8), p.Port(27017), p.Crypt(0.5)
	gap := p.Scale(1, 90)
	p.Fork(p.Int(1, 4), func(q *Prog) {
		q.Keep(db, port, version, q.Scale(4000, 90000), func(c *conn) {
			c.Ask(q.Int(200, 420), q.Int(300, 700), 0.003)
			c.Live(&habit{Gap: q.Often(gap), Do: func() { c.Ask(q.Bytes(260, 0.4), q.Bytes(900, 1), q.Exp(0.005)) }})
		})
	})
	p.Keep(db, port, version, 0, func(c *conn) {
		c.Live(&habit{Gap: p.Every(10, 0.001), Do: func() { c.Ask(p.Int(110, 130), p.Int(280, 340), 0.001) }})
	})
}

// kafkaIn fetches: the broker holds the request until there is something.
func kafkaIn(p *Prog) {
	hold, news := dice.Pick(p.Dice, 0.5, 0.5, 2, 5, 20), p.Scale(0.5, 60)
	size := p.Size(150, 20000)
	ask := p.Int(90, 260)
	p.Fork(p.Int(1, 2), func(q *Prog) {
		q.Keep(q.Service(0.9), q.Port(9092, 9094), q.Crypt(0.4), 0, func(c *conn) {
			c.Live(
				&habit{Gap: q.Every(0.001, 0), Do: func() {
					if g := q.Gap(news); g < hold {
						c.Ask(ask, q.Bytes(size, 0.8), g)
					} else {
						c.Ask(ask, q.Int(30, 60), hold)
					}
				}},
				&habit{Gap: q.Every(3, 0.02), Do: func() { c.Ask(q.Int(60, 90), 16, 0.001) }},
				&habit{Gap: q.Every(5, 0.02), Do: func() { c.Ask(q.Int(120, 240), q.Int(30, 70), 0.002) }})
		})
	})
}

// kafkaOut writes batches, acknowledged.
func kafkaOut(p *Prog) {
	size := p.Size(200, 12000)
	p.Keep(p.Service(0.9), p.Port(9092, 9094), p.Crypt(0.4), 0, func(c *conn) {
		c.Ask(p.Int(40, 70), p.Int(300, 800), 0.003)
		c.Live(
			&habit{Gap: p.Often(p.Scale(0.7, 60)), Do: func() { c.Ask(p.Bytes(size, 0.9), p.Int(45, 75), p.Exp(0.004)) }},
			&habit{Gap: p.Every(300, 0.05), Do: func() { c.Ask(p.Int(40, 90), p.Size(400, 4000), 0.003) }})
	})
}

// amqp takes work from a queue: deliveries come as they come, each is
// acknowledged when done, heartbeats go both ways.
func amqp(p *Prog) {
	beat, size, work := dice.Pick(p.Dice, 10.0, 30, 30, 60), p.Size(120, 2500), p.Scale(0.01, 40)
	result := p.Chance(0.5)
	p.Keep(p.Service(0.9), p.Port(5672, 5671), p.Crypt(0.3), 0, func(c *conn) {
		for _, n := range []int{8, 240, 20, 16, 30, 60} {
			c.Ask(n, p.Int(12, 40)+2*n, 0.003)
		}
		c.Live(
			&habit{Gap: p.Often(p.Scale(1, 120)), Do: func() {
				c.Down(p.Bytes(size, 0.5))
				if c.Wait(p.Exp(work)) {
					if result {
						c.Up(p.Bytes(size/2+30, 0.4))
					}
					c.Up(21)
				}
			}},
			&habit{Gap: p.Every(beat/2, 0.02), Do: func() { c.Up(8) }},
			&habit{Gap: p.Every(beat/2, 0.02), Do: func() { c.Down(8) }})
	})
}

// zookeeper pings a third of its session timeout, and is told of changes.
func zookeeper(p *Prog) {
	p.Keep(p.Service(0.98), p.Port(2181, 2281), p.Crypt(0.1), 0, func(c *conn) {
		c.Ask(49, 41, 0.002)
		c.Live(
			&habit{Gap: p.Every(p.Scale(1.5, 20), 0.01), Do: func() { c.Ask(12, 20, 0.001) }},
			&habit{Gap: p.Often(p.Scale(60, 3000)), Do: func() { c.Down(p.Int(50, 120)); c.Ask(p.Int(40, 110), p.Bytes(220, 0.8), 0.002) }})
	})
}

// watch follows a key-value store or the API of a cluster: changes stream
// down, leases are renewed.
func watch(p *Prog) {
	size := p.Size(200, 6000)
	p.Fork(p.Int(1, 3), func(q *Prog) {
		q.Keep(q.Service(0.95), q.Port(6443, 2379, 443), q.Crypt(0.95), q.Scale(1800, 90000), func(c *conn) {
			c.Ask(q.Int(300, 1300), q.Size(1000, 300000), 0.02)
			c.Live(
				&habit{Gap: q.Often(q.Scale(2, 200)), Do: func() { c.Down(q.Bytes(size, 0.8)) }},
				&habit{Gap: q.Every(dice.Pick(q.Dice, 2.0, 10, 10, 30), 0.02), Do: func() { c.Ask(q.Int(90, 900), q.Int(60, 900), 0.004) }},
				&habit{Gap: q.Every(30, 0.02), Do: func() { c.Ask(17, 17, 0) }})
		})
	})
}

// gossip tells neighbours about neighbours every second or so.
func gossip(p *Prog) {
	beat, size := p.Scale(0.8, 4), p.Size(100, 2000)
	p.Fork(p.Int(1, 4), func(q *Prog) {
		q.Keep(q.Service(1), q.Port(7000, 7946, 8300), q.Crypt(0.3), 0, func(c *conn) {
			c.Live(&habit{Gap: q.Every(beat*3, 0.6), Do: func() {
				c.Ask(q.Bytes(size, 0.2), q.Bytes(size, 0.3), 0.001)
				c.Up(q.Int(30, 160))
			}})
		})
	})
}

// replica follows the journal of a database, and says how far it has come.
func replica(p *Prog) {
	p.Keep(p.Service(0.8), p.Port(5432, 3306, 27017), p.Crypt(0.4), 0, func(c *conn) {
		c.Ask(p.Int(100, 300), p.Int(200, 500), 0.01)
		c.Live(
			&habit{Gap: p.Often(p.Scale(0.7, 40)), Do: func() { c.Down(p.Bytes(500, 1.2)) }},
			&habit{Gap: p.Every(p.Scale(2, 10), 0.01), Do: func() { c.Up(39) }},
			&habit{Gap: p.Every(p.Scale(10, 30), 0.01), Do: func() { c.Down(23) }})
	})
}

// search indexes documents in bulk and asks for some.
func search(p *Prog) {
	p.Keep(p.Service(0.9), p.Port(9200, 9300), p.Crypt(0.5), p.Scale(300, 30000), func(c *conn) {
		c.Live(
			&habit{Gap: p.Often(p.Scale(5, 120)), Do: func() { c.Ask(int(p.Tail(1500, 5e6, 0.9)), p.Bytes(900, 0.8), p.Exp(0.1)) }},
			&habit{Gap: p.Often(p.Scale(2, 60)), Do: func() { c.Ask(p.Bytes(500, 0.4), p.Bytes(4000, 1), p.Exp(0.03)) }})
	})
}

// backup runs at a time of night, or every hour, and moves a lot.
func backup(p *Prog) {
	p.Poll(p.Service(0.6), p.Port(443, 22, 873, 9102), p.Crypt(0.6), p.Every(p.Scale(3000, 80000), 0.03), func(c *conn) {
		c.Ask(p.Int(300, 2000), p.Int(300, 2000), 0.5)
		for left := p.Tail(1e7, 2e10, 0.6); left > 0 && !c.Closed(); left -= 5e7 {
			c.Ask(int(min(left, 5e7)), p.Int(40, 300), p.Exp(0.5))
		}
	})
}

// directory asks who people are.
func directory(p *Prog) {
	p.Poll(p.Service(0.95), p.Port(389, 636), p.Crypt(0.5), p.Often(p.Scale(20, 900)), func(c *conn) {
		c.Ask(p.Int(50, 110), p.Int(14, 40), 0.005)
		for range 1 + p.Rank(8) {
			c.Ask(p.Int(90, 260), p.Bytes(500, 0.9), 0.005)
		}
		c.Wait(p.Tail(0.1, 600, 0.5))
	})
}
