package lab

// What servers do among themselves: stores and those who use them.

// dbPool is a pool of connections to a database: queries in busy times, a test
// of idle connections in between (HikariCP, keepaliveTime; others 10-60 s).
func dbPool(s *session) {
	p := s.meet(place{port: 5432, tls: 0.4, far: 0.1, inbound: 0.3})
	conns := make([]*conn, s.size(span{1, 10}))
	for i := range conns {
		conns[i] = s.connect(p, s.now)
		t := conns[i].ask(conns[i].ready, s.size(span{60, 110}), 0.002, 9)
		conns[i].ask(t, s.size(span{55, 100}), 0.003, s.size(span{320, 420}))
	}
	if !s.wait(1) {
		return
	}
	query := s.random(0.5, 100)
	statements := make([]deal, s.size(span{1, 20}))
	for i := range statements {
		statements[i] = deal{s.text(span{40, 900}), s.heavy(span{30, 2000}, 50_000), s.thinks(0.0004, 0.1)}
	}
	test, every := s.now, s.spread(10, 120)
	for {
		if !s.wait(min(query(), every)) {
			return
		}
		if s.now-test >= every {
			for _, c := range conns {
				c.ask(s.now, 14, 0.0003, 33) // SELECT 1
			}
			test = s.now
		}
		c := conns[s.IntN(len(conns))]
		c.strike(s.now, c.client, statements[s.IntN(len(statements))])
	}
}

// dbReplica is PostgreSQL streaming replication: the log comes in as it is
// written, the replica answers each 10 s (wal_receiver_status_interval) with 39
// bytes, the server asks it to with 23 after half of wal_sender_timeout.
func dbReplica(s *session) {
	p := s.meet(place{port: 5432, tls: 0.3, far: 0.2, inbound: 0.4})
	status := s.same(span{39, 39})
	s.stay(p, []deal{s.deal(span{60, 110}, span{300, 420})},
		s.pushes(s.random(0.2, 60), s.heavy(span{60, 400}, 8<<10)),
		s.tells(s.ticks([]float64{1, 5, 10, 10}[s.IntN(4)], 0.01), status),
		s.calls(s.ticks(s.spread(10, 30), 0.01), deal{s.same(span{23, 23}), status, stretch{0.0002, 0.001}}).quiet())
}

// dbListen waits for notifications (PostgreSQL LISTEN, Oracle CQN): seldom
// something small, an empty query as a sign of life, and a look at the table.
func dbListen(s *session) {
	p := s.meet(place{port: 5432, tls: 0.5, far: 0.3, inbound: 0.3})
	s.stay(p, []deal{s.deal(span{60, 110}, span{300, 420}), s.deal(span{15, 60}, span{14, 20})},
		s.pushes(s.random(2, 600), s.text(span{25, 400})),
		s.asks(s.random(5, 300), s.deal(span{50, 400}, span{60, 3000})),
		s.asks(s.ticks(s.spread(10, 300), 0.02), s.deal(span{6, 14}, span{11, 33})))
}

// binlog is MySQL replication: events as they are committed, a heartbeat of
// about 40 bytes after a silence of half of replica_net_timeout (30 s), and
// semi-synchronous acknowledgements in some.
func binlog(s *session) {
	p := s.meet(place{port: 3306, tls: 0.3, far: 0.2, inbound: 0.4})
	write, event := s.random(0.2, 60), s.heavy(span{150, 1500}, 20_000)
	habits := []habit{
		s.pushes(write, event),
		s.pushes(s.ticks(s.spread(1, 30), 0.01), s.same(span{39, 52})).quiet(),
	}
	if s.chance(0.3) {
		habits[0] = s.calls(write, deal{event, s.same(span{24, 40}), stretch{0.0003, 0.003}})
	}
	s.stay(p, []deal{s.deal(span{150, 260}, span{11, 90}), s.deal(span{30, 90}, span{80, 300})}, habits...)
}

// mongo is a member of a replica set or its driver: a heartbeat each 2 s among
// members, a hello each 10 s from drivers, which since 4.4 is held until the
// topology changes, and queries.
func mongo(s *session) {
	p := s.meet(place{port: 27017, tls: 0.4, far: 0.3, inbound: 0.35})
	hello := &link{peer: p, habits: []habit{s.asks(s.ticks(s.spread(2, 10), 0.02), s.deal(span{220, 620}, span{350, 1000}))}}
	if s.chance(0.4) {
		hello.habits = []habit{s.polls(10, s.chances(1e6), s.text(span{260, 420}), s.text(span{450, 900}), s.text(span{450, 900}))}
	}
	links := []*link{hello}
	for range s.IntN(4) {
		links = append(links, &link{peer: p, greet: []deal{s.deal(span{300, 400}, span{300, 800})}, life: s.lifetime(), habits: []habit{
			s.asks(s.random(1, 120), deal{s.mix(span{120, 1500}), s.heavy(span{80, 1000}, 40_000), s.thinks(0.0004, 0.02)}),
		}})
	}
	s.tend(links...)
}

// redis polls a few keys: RESP commands and answers of fixed length.
func redis(s *session) {
	p := s.meet(place{port: 6379, tls: 0.3, far: 0.1, inbound: 0.3})
	poll := s.asks(s.rhythm(0.5, 60), s.deal(span{14, 120}, span{4, 800}))
	s.stay(p, nil, poll, s.asks(s.random(5, 300), s.deal(span{30, 1500}, span{4, 60})))
}

// redisBus subscribes to channels: messages down, a PING each 15-60 s from
// clients that mind.
func redisBus(s *session) {
	p := s.meet(place{port: 6379, tls: 0.3, far: 0.2, inbound: 0.3})
	habits := []habit{s.pushes(s.random(0.5, 300), s.mix(span{50, 3000}))}
	if s.chance(0.7) {
		habits = append(habits, s.asks(s.ticks(s.spread(15, 60), 0.02), deal{s.same(span{6, 14}), s.same(span{7, 20}), stretch{0.0002, 0.001}}))
	}
	if s.chance(0.5) {
		habits = append(habits, s.asks(s.random(2, 300), s.deal(span{60, 2000}, span{4, 4})))
	}
	s.stay(p, []deal{s.deal(span{30, 90}, span{30, 90})}, habits...)
}

// redisReplica follows a master: PING of 14 bytes each 10 s
// (repl-ping-replica-period), REPLCONF ACK of 37 each second, writes between.
func redisReplica(s *session) {
	p := s.meet(place{port: 6379, tls: 0.2, far: 0.1, inbound: 0.4})
	s.stay(p, []deal{s.deal(span{14, 90}, span{5, 60})},
		s.tells(s.ticks(1, 0.01), s.same(span{37, 44})),
		s.pushes(s.ticks(10, 0.01), s.same(span{14, 14})),
		s.pushes(s.random(0.3, 120), s.mix(span{30, 1200})))
}

// memcached answers requests as they come: gets, of which some miss and are set.
func memcached(s *session) {
	p := s.meet(place{port: 11211, inbound: 0.5})
	key, value := s.size(span{14, 120}), s.heavy(span{8, 400}, 20_000)
	get := func() int { return 6 + key }
	hit := deal{get, func() int { return key + value() }, stretch{0.0001, 0.0004}}
	miss := deal{get, s.same(span{5, 5}), hit.think}
	set := deal{hit.answer, s.same(span{8, 8}), hit.think}
	hits := s.between(0.3, 0.99)
	s.stay(p, nil, habit{next: s.random(0.3, 30), do: func(c *conn) {
		if s.chance(hits) {
			c.strike(s.now, c.client, hit)
			return
		}
		c.strike(c.strike(s.now, c.client, miss), c.client, set)
	}})
}

// ldap is a service or a desktop that looks people up: searches and binds over
// a connection that the server ends after idle minutes (AD: MaxConnIdleTime
// 15 min).
func ldap(s *session) {
	p := s.meet(place{port: 389, secure: 636, tls: 0.5, far: 0.1, inbound: 0.3})
	search := s.asks(s.random(3, 200), s.deal(span{60, 500}, span{40, 4000}))
	s.tend(&link{peer: p, greet: []deal{s.deal(span{30, 120}, span{14, 22})}, habits: []habit{search}, life: s.ticks(s.spread(600, 7200), 0.3), pause: s.daily(s.spread(5, 600))})
}

// smb is a mounted share: an echo of 72 bytes each way in each idle minute
// (Linux: echo_interval 60 s), directory listings, files now and then.
func smb(s *session) {
	p := s.meet(place{port: 445, far: 0.1, inbound: 0.4})
	echo := deal{s.same(span{72, 72}), s.same(span{72, 72}), stretch{0.0003, 0.002}}
	s.stay(p, []deal{s.deal(span{200, 260}, span{280, 520}), s.deal(span{500, 2500}, span{100, 400})},
		s.asks(s.ticks(s.spread(30, 120), 0.01), echo).quiet(),
		s.asks(s.daily(s.spread(5, 600)), s.deal(span{120, 500}, span{120, 2500})),
		s.asks(s.daily(s.spread(300, 7200)), deal{s.same(span{117, 133}), s.heavy(span{4000, 60_000}, 4_000_000), stretch{0.001, 0.02}}))
}

// nfs is a mounted file system: the lease renewed (NFSv4: each 60 s of 90),
// attributes looked up each 3-60 s (acregmin, acregmax), reads and writes.
func nfs(s *session) {
	p := s.meet(place{port: 2049, far: 0.05, inbound: 0.4})
	s.stay(p, []deal{s.deal(span{200, 300}, span{120, 250})},
		s.asks(s.ticks(s.spread(30, 60), 0.01), s.deal(span{110, 160}, span{80, 130})),
		s.asks(s.rhythm(1, 60), s.deal(span{150, 320}, span{100, 400})),
		s.asks(s.random(10, 1800), deal{s.same(span{170, 220}), s.heavy(span{1000, 60_000}, 1_000_000), stretch{0.0005, 0.02}}),
		s.asks(s.random(10, 1800), deal{s.heavy(span{1000, 60_000}, 500_000), s.same(span{120, 240}), stretch{0.0005, 0.02}}))
}

// iscsi is a disk over the network: NOP-Out and NOP-In of 48 bytes each 5 s
// (open-iscsi: noop_out_interval), journal writes, reads.
func iscsi(s *session) {
	p := s.meet(place{port: 3260, inbound: 0.4})
	nop := deal{s.same(span{48, 48}), s.same(span{48, 48}), stretch{0.0002, 0.001}}
	s.stay(p, []deal{s.deal(span{300, 700}, span{200, 500})},
		s.asks(s.ticks([]float64{5, 5, 10, 30}[s.IntN(4)], 0.01), nop),
		s.asks(s.random(3, 60), deal{s.heavy(span{4144, 8240}, 260_000), s.same(span{48, 48}), stretch{0.0005, 0.01}}),
		s.asks(s.random(5, 600), deal{s.same(span{48, 48}), s.heavy(span{4144, 16_432}, 260_000), stretch{0.0005, 0.01}}))
}

// lbHealth is a load balancer's nodes asking whether a server is well, each
// time over a new connection, or only knocking (TCP checks).
func lbHealth(s *session) {
	nodes := make([]*peer, s.size(span{1, 3}))
	for i := range nodes {
		nodes[i] = s.meet(place{port: 8080, secure: 8443, tls: 0.15, far: 0.15, inbound: 0.9})
	}
	every := []float64{10, 10, 15, 30, 30, 60}[s.IntN(6)]
	check := []deal{s.deal(span{90, 260}, span{90, 900})}
	if s.chance(0.25) {
		check = nil
	}
	for s.wait(every / float64(len(nodes)) * s.between(0.99, 1.01)) {
		s.visit(nodes[0], check...)
		nodes = append(nodes[1:], nodes[0])
	}
}
