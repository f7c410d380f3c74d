package lab

// What servers do among themselves.

// dbPool is a pool of connections to a PostgreSQL-like database: queries in
// busy times, a test of idle connections in between.
func dbPool(s *session) {
	p := s.near(5432)
	p.tls = s.chance(0.3)
	conns := make([]*conn, s.size(span{2, 8}))
	for i := range conns {
		conns[i] = s.connect(p, s.now)
		t := conns[i].ask(conns[i].ready, s.size(span{60, 110}), 0.002, 9)
		conns[i].ask(t, s.size(span{55, 100}), 0.003, s.size(span{320, 420}))
	}
	if !s.wait(1) {
		return
	}
	rate := s.spread(0.02, 2) // queries a second
	statements := make([][2]int, s.size(span{4, 20}))
	for i := range statements {
		statements[i] = [2]int{s.size(span{60, 700}), s.tail(span{60, 50_000})}
	}
	test, every := s.now, s.spread(10, 60)
	for {
		if !s.wait(min(s.after(1/(rate*s.busy())), every)) {
			return
		}
		if s.now-test > every {
			for _, c := range conns {
				c.ask(s.now, 14, 0.0003, 33) // SELECT 1
			}
			test = s.now
		}
		q := statements[s.IntN(len(statements))]
		conns[s.IntN(len(conns))].ask(s.now, q[0]+s.IntN(12), s.spread(0.0004, 0.2), q[1]+s.IntN(1+q[1]/4))
	}
}

// dbReplica is streaming replication: the log comes in as it is written, the
// replica answers each 10 s (wal_receiver_status_interval) with 39 bytes.
func dbReplica(s *session) {
	p := s.near(5432)
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	mean, size := s.spread(0.2, 20), s.size(span{120, 400})
	status := s.now + 10
	for {
		if !s.wait(min(s.after(mean/s.busy()), 10)) {
			return
		}
		c.send(s.now, in, s.tail(span{size, 8 << 10}))
		if s.now >= status {
			c.send(s.now, out, 39)
			status = s.now + 10
		}
	}
}

// redis polls a few keys: RESP commands and answers of fixed length.
func redis(s *session) {
	p := s.near(6379)
	every := s.spread(0.5, 15)
	ask, answer := s.size(span{28, 90}), s.size(span{5, 220})
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for s.wait(every * s.between(0.98, 1.02)) {
		c.ask(s.now, ask, 0.0002, answer)
		if s.chance(0.05) {
			c.ask(s.now+0.003, s.size(span{40, 600}), 0.0002, 5)
		}
	}
}

// memcached answers requests as they come: gets, of which some miss and are set.
func memcached(s *session) {
	p := s.near(11211)
	p.inbound = s.chance(0.5)
	mean := s.spread(0.3, 10)
	key := s.size(span{14, 60})
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for s.wait(s.after(mean / s.busy())) {
		if s.chance(0.85) {
			c.ask(s.now, 6+key, 0.0001, key+s.tail(span{80, 20_000}))
			continue
		}
		t := c.ask(s.now, 6+key, 0.0001, 5)
		c.ask(t, key+s.tail(span{80, 20_000}), 0.0001, 8)
	}
}

// lbHealth is a load balancer's nodes asking whether a server is well, each
// time over a new connection.
func lbHealth(s *session) {
	nodes := make([]*peer, s.size(span{2, 3}))
	for i := range nodes {
		nodes[i] = s.near(8080)
		nodes[i].inbound = true
	}
	every := []float64{10, 15, 30}[s.IntN(3)]
	ask, answer := s.size(span{110, 160}), s.size(span{120, 420})
	for s.wait(every / float64(len(nodes)) * s.between(0.99, 1.01)) {
		c := s.connect(nodes[0], s.now)
		t := c.ask(c.ready, ask, s.spread(0.0004, 0.01), answer)
		c.close(t, s.IntN(2))
		nodes = append(nodes[1:], nodes[0])
	}
}

// scrape is a metrics server coming by: 15, 30 or 60 s, a page that grows
// slowly.
func scrape(s *session) {
	p := s.near(9100)
	p.inbound = true
	every := []float64{15, 30, 60}[s.IntN(3)]
	ask, page := s.size(span{190, 320}), s.size(span{4000, 60_000})
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for s.wait(every) {
		c.ask(s.now, ask, s.spread(0.002, 0.02), page+s.IntN(1+page/40))
	}
}

// logShip sends what was logged, in batches, to a collector.
func logShip(s *session) {
	p := s.far(443)
	p.tls = true
	every := s.spread(1, 30)
	line, answer := s.size(span{120, 400}), s.size(span{100, 420})
	lines := s.spread(0.2, 20) // a second
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for s.wait(every * s.between(0.98, 1.02)) {
		n := int(s.after(lines * every * s.busy()))
		if n == 0 {
			continue
		}
		c.ask(s.now, s.size(span{350, 500})+n*line/5, s.spread(0.005, 0.1), answer) // compressed
	}
}

// kubeWatch is a node agent: a lease renewed each 10 s, status each 5 minutes,
// and watches on which changes arrive.
func kubeWatch(s *session) {
	p := s.near(6443)
	p.tls = true
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	lease, held := s.size(span{420, 620}), s.size(span{380, 560})
	mean := s.spread(4, 300)
	event, report := s.now+s.after(mean), s.now+300
	for renew := s.now + 10; ; {
		if !s.until(min(renew, event, report)) {
			return
		}
		switch s.now {
		case renew:
			c.ask(s.now, lease, 0.004, held)
			renew += 10
		case event:
			c.send(s.now, in, s.tail(span{700, 12_000}))
			event = s.now + s.after(mean/s.busy())
		default:
			c.ask(s.now, s.size(span{3000, 9000}), 0.02, s.size(span{3000, 9000}))
			report += 300
		}
	}
}
