package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var databases = []Kind{
	{"postgres-pool", postgresPool},
	{"postgres-server", postgresServer},
	{"postgres-replica", postgresReplica},
	{"mysql-pool", mysqlPool},
	{"mssql-client", mssqlClient},
	{"redis-cache", redisCache},
	{"redis-subscribe", redisSubscribe},
	{"mongodb-driver", mongoDriver},
	{"cassandra-driver", cassandraDriver},
	{"elasticsearch-client", elasticClient},
	{"memcached", memcached},
	{"etcd-watch", etcdWatch},
	{"zookeeper-session", zookeeper},
}

// pool is a connection pool: some connections, each used at random, tested
// when idle, replaced when old.
func pool(h *Host, s *wire.Service, secure float64, login func(c *Conn), up, down dice.Size, test int) {
	d := s.Dice(h)
	enter, alive := maybe(d, secure), probes(d)
	life := d.Log(600, 60000)
	use, check := h.D.Random(0.3, 120), h.D.Tick(10, 300)
	for range h.D.Int(1, 8) {
		h.Keep(s, life, h.D.Random(0.1, 30), func(c *Conn) {
			enter(c)
			login(c)
			alive(c)
			c.Run(c.Timer(use, func() {
				for range 1 + int(h.D.Exp(1.5)) {
					c.Call(up(), down())
				}
			}), c.Timer(check, func() { c.Call(test, test+h.D.Int(0, 40)) }))
		})
	}
}

func postgresPool(h *Host) {
	s := h.Peer(wire.Private, 5432, 5432, 6432)
	pool(h, s, 0.6, func(c *Conn) {
		c.Call(h.D.Int(60, 120), h.D.Int(24, 40))
		c.Call(h.D.Int(60, 110), h.D.Int(300, 500))
	}, h.D.Size(60, 700), h.D.Size(50, 4000), 14)
}

// postgresServer is the other end: the clients come in.
func postgresServer(h *Host) {
	up, down := h.D.Size(60, 700), h.D.Size(50, 3000)
	secure := maybe(h.D, 0.5)
	for _, app := range h.Peers(h.D.Int(2, 8), wire.Private) {
		use := h.D.Random(0.5, 100)
		h.Each(h.D.Random(600, 8000), func(t float64) {
			c := h.Accept(t, app, 5432)
			secure(c)
			c.Call(80, 30)
			c.Call(90, 400)
			c.Limit(h.D.Exp(2500))
			c.Every(use, func() { c.Call(up(), down()) })
			c.Close(wire.Client)
		})
	}
}

// postgresReplica receives the log, and reports its position.
func postgresReplica(h *Host) {
	s := h.Peer(wire.Private, 5432)
	wal, secure := h.D.Size(60, 9000), maybe(h.D, 0.5)
	h.Keep(s, 2e5, h.D.Tick(1, 10), func(c *Conn) {
		secure(c)
		c.Call(120, 400)
		c.Run(c.Timer(h.D.Random(0.1, 20), func() { c.Down(25 + wal()); c.Up(39) }),
			c.Timer(h.D.Tick(5, 10), func() { c.Up(39) }),
			c.Timer(h.D.Tick(20, 30), func() { c.Ring(23, 39) }))
	})
}

func mysqlPool(h *Host) {
	s := h.Peer(wire.Private, 3306)
	pool(h, s, 0.4, func(c *Conn) {
		c.Down(h.D.Int(78, 110))
		c.Call(h.D.Int(150, 300), 11)
		c.Call(h.D.Int(60, 900), h.D.Int(11, 1200))
	}, h.D.Size(30, 600), h.D.Size(11, 5000), 5)
}

func mssqlClient(h *Host) {
	s := h.Peer(wire.Private, 1433)
	pool(h, s, 0.5, func(c *Conn) {
		c.Call(h.D.Int(50, 100), h.D.Int(37, 60))
		c.Call(h.D.Int(200, 400), h.D.Int(300, 600))
	}, h.D.Size(80, 900), h.D.Size(40, 6000), 60)
}

func redisCache(h *Host) {
	s := h.Peer(wire.Private, 6379)
	pool(h, s, 0.25, func(c *Conn) { c.Call(h.D.Int(30, 90), 5) }, h.D.Size(25, 250), h.D.Size(5, 1500), 14)
}

// redisSubscribe waits for what others publish.
func redisSubscribe(h *Host) {
	s := h.Peer(wire.Private, 6379)
	d := s.Dice(h)
	note, come, ping, secure := d.Size(50, 900), h.D.Random(0.5, 120), d.Tick(10, 60), maybe(d, 0.3)
	h.Keep(s, 1e5, h.D.Tick(1, 10), func(c *Conn) {
		secure(c)
		c.Call(40, 5)
		c.Call(h.D.Int(30, 90), h.D.Int(40, 100))
		c.Run(c.Timer(come, func() { c.Down(note()) }), c.Timer(ping, func() { c.Call(14, 29) }))
	})
}

// mongoDriver watches each member of a replica set by two connections and
// uses a few more.
func mongoDriver(h *Host) {
	d := h.D
	secure := maybe(d, 0.6)
	hello := d.Size(300, 1200)
	for range d.Int(1, 3) {
		s := h.Peer(wire.Private, 27017)
		h.Keep(s, 2e5, d.Tick(1, 10), func(c *Conn) {
			secure(c)
			c.Call(310, hello())
			c.Every(d.Tick(9.9, 10.2), func() { c.Down(hello()) })
		})
		h.Keep(s, 2e5, d.Tick(1, 10), func(c *Conn) {
			secure(c)
			c.Every(d.Tick(9.9, 10.2), func() { c.Call(d.Int(90, 330), hello()) })
		})
		pool(h, s, 0.6, func(c *Conn) { c.Call(400, 600) }, d.Size(120, 900), d.Size(100, 6000), 100)
	}
}

// cassandraDriver speaks to several nodes, with heartbeats.
func cassandraDriver(h *Host) {
	up, down, use := h.D.Size(60, 800), h.D.Size(40, 3000), h.D.Random(0.5, 60)
	beat := h.D.Tick(30, 30.1)
	for range h.D.Int(2, 4) {
		s := h.Peer(wire.Private, 9042)
		h.Keep(s, 2e5, h.D.Tick(1, 60), func(c *Conn) {
			c.Call(9, 80)
			c.Call(31, 9)
			c.OnIdle(beat(), func() { c.Call(9, 60) })
			c.Every(use, func() { c.Call(up(), down()) })
		})
	}
}

func elasticClient(h *Host) {
	s := h.Peer(wire.Private, 9200, 443)
	d := s.Dice(h)
	poller(h, s, maybe(d, 0.5), 0.8, h.D.Random(1, 90), d.Size(300, 40000), d.Size(200, 9000))
}

func memcached(h *Host) {
	s := h.Peer(wire.Private, 11211)
	pool(h, s, 0, func(c *Conn) { c.Call(9, 14) }, h.D.Size(20, 80), h.D.Size(5, 2000), 9)
}

// etcdWatch is gRPC: changes come, pings and lease renewals go.
func etcdWatch(h *Host) {
	s := h.Peer(wire.Private, 2379)
	d := s.Dice(h)
	change, come, renew := d.Size(80, 2500), h.D.Random(1, 120), d.Tick(3, 30)
	h.Keep(s, 1e5, h.D.Tick(0.5, 5), func(c *Conn) {
		c.TLS()
		c.Frame(14, 14)
		c.Call(200, 300)
		c.Run(c.Timer(come, func() { c.Down(change()) }), c.Timer(renew, func() { c.Call(25, 45) }))
	})
}

// zookeeper pings three times within its session timeout.
func zookeeper(h *Host) {
	s := h.Peer(wire.Private, 2181)
	d := s.Dice(h)
	ping, ask, answer := d.Tick(1.3, 20), d.Size(40, 200), d.Size(30, 600)
	h.Keep(s, 3e5, h.D.Tick(1, 10), func(c *Conn) {
		c.Call(49, 41)
		c.OnIdle(ping(), func() { c.Call(12, 20) })
		c.Run(c.Timer(h.D.Random(10, 600), func() { c.Call(ask(), answer()) }),
			c.Timer(h.D.Random(30, 3000), func() { c.Down(60); c.Call(ask(), answer()) }))
	})
}
