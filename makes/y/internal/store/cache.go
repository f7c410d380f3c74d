package store

import "makes/y/internal/sim"

// RedisSession is a page's session store: SELECT, GET, SETEX on a short connection.
func RedisSession(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size := p.Ratio(4, 150), p.Int(150, 3500)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		c := x.Dial(a, b, 6379)
		c.Ask(23, 5, 0.0002)
		c.Ask(70, size+9, 0.0003)
		x.Sleep(x.R.Log(0.08, 0.7))
		c.Ask(size+90, 5, 0.0003)
		c.Close(0)
	}
}

// RedisPool is a service's kept connection: commands by pace, PING before reuse after idleness.
func RedisPool(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, val := p.Ratio(0.3, 40), p.Int(20, 1800)
	for x.Run() {
		c := x.Dial(a, b, 6379)
		c.KeepAlive(1, 300)
		c.Ask(60, 10, 0.0003)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			x.Sleep(w)
			if w > 30 {
				c.Ask(14, 7, 0.0002)
			}
			c.Ask(x.R.Int(35, 90), x.R.Size(val, 0.7), 0.0003)
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.2, 3))
	}
}

// Sidekiq is job workers with a blocking pop of two seconds, and a process beat every ten.
func Sidekiq(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	jobs, beat := p.Ratio(2, 120), 10.0
	queues := p.Int(1, 6)
	for x.Run() {
		c := x.Dial(a, b, 6379)
		next := x.T + beat
		for c.OK() {
			w := x.R.Exp(jobs / x.Shop())
			if w < 2 {
				c.Ask(30+queues*22, x.R.Size(360, 0.4), w)
				x.Sleep(x.R.Log(0.3, 1))
			} else {
				c.Ask(30+queues*22, 5, 2)
			}
			if x.T > next {
				c.Ask(420, 60, 0.0004)
				next = x.T + beat
			}
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// RedisPubSub is a subscriber: messages pushed to it and nothing the other way.
func RedisPubSub(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, size := p.Ratio(0.5, 200), p.Int(60, 900)
	for x.Run() {
		c := x.Dial(a, b, 6379)
		c.KeepAlive(1, 300)
		c.Ask(40, 42, 0.0003)
		for c.OK() {
			x.Sleep(x.R.Exp(gap / x.Shop()))
			c.Down(x.R.Size(size, 0.6))
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// RedisReplica is replication: the stream of writes, REPLCONF ACK each second, the master's PING each ten.
func RedisReplica(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(0.2, 6)
	for x.Run() {
		c := x.Dial(a, b, 6379)
		c.Ask(14, 7, 0.0003)
		c.Ask(80, 10, 0.0003)
		c.Ask(60, p.Int(20000, 4000000), 0.4)
		ack, ping, write := x.T+1, x.T+10, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(ack, ping, write) {
			case 0:
				c.Up(41)
				ack++
			case 1:
				c.Down(14)
				ping += 10
			case 2:
				c.Down(x.R.Size(180, 0.8))
				write = x.T + x.R.Exp(gap/x.Shop())
			}
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// Memcached is gets and sets over kept connections.
func Memcached(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, val := p.Ratio(0.3, 20), p.Int(100, 9000)
	for x.Run() {
		c := x.Dial(a, b, 11211)
		for c.OK() {
			x.Sleep(x.R.Exp(gap / x.Shop()))
			if x.R.Chance(0.85) {
				c.Ask(x.R.Int(24, 120), 36+x.R.Size(val, 0.6), 0.0003)
			} else {
				c.Ask(60+x.R.Size(val, 0.6), 8, 0.0003)
			}
		}
		c.Close(0)
		x.Sleep(0.5)
	}
}

// Elastic is a REST client of the search cluster: queries, and the sniffer's or health's call every five to thirty seconds.
func Elastic(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, hits, sniff := p.Ratio(1, 60), p.Int(900, 20000), []float64{5, 30, 300}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, b, 9200)
		query, health := x.T+x.R.Exp(gap), x.T+sniff
		for c.OK() {
			switch x.Until(query, health) {
			case 0:
				c.Ask(x.R.Size(900, 0.4), x.R.Size(hits, 0.6), x.R.Log(0.02, 0.7))
				query = x.T + x.R.Exp(gap/x.Shop())
			case 1:
				c.Ask(180, 1100, 0.002)
				health += sniff
			}
		}
		c.Close(0)
		x.Sleep(5)
	}
}

// ElasticNode is the transport between nodes: a follower check each second, cluster state, shard traffic on a sibling connection.
func ElasticNode(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(0.3, 15)
	for x.Run() {
		c := x.Dial(a, b, 9300)
		check, work, state := x.T+1, x.T+x.R.Exp(gap), x.T+30
		for c.OK() {
			switch x.Until(check, work, state) {
			case 0:
				c.Ask(203, 53, 0.0005)
				check++
			case 1:
				c.Ask(x.R.Size(1300, 1), x.R.Size(400, 0.8), 0.004)
				work = x.T + x.R.Exp(gap/x.Shop())
			case 2:
				c.Ask(340, 2600, 0.003)
				state += 30
			}
		}
		c.Close(0)
		x.Sleep(3)
	}
}
