package lab

import "net/netip"

// Members of clusters, and who watches them.

// etcd is a member of a Raft group: the leader's beats each 100-500 ms (etcd:
// 100 ms; CockroachDB and TiKV up to 2 s) and their answers, entries when
// something is written. A follower has one such peer, a leader 2 or 4.
func etcd(s *session) {
	p := s.meet(place{port: 2380, tls: 0.7, far: 0.1})
	members := 1
	if s.chance(0.4) {
		members = 2 * (1 + s.IntN(2))
	}
	beat, size := s.spread(0.12*float64(members), 2), span{30, 140}
	entry, write := s.deal(span{150, 2500}, span{30, 140}), s.random(0.5, 60)
	links := make([]*link, members)
	for i := range links {
		q := *p
		q.addr, q.inbound = s.private(), members == 1
		links[i] = &link{peer: &q, habits: []habit{s.asks(s.ticks(beat, 0.02), s.deal(size, size)), s.asks(write, entry)}}
	}
	s.tend(links...)
}

// zookeeper is a client: PING of 12 bytes after a third of the session's
// time-out (6-40 s) in silence, answered by 20; reads, and watches that fire.
func zookeeper(s *session) {
	p := s.meet(place{port: 2181, tls: 0.15, far: 0.1, inbound: 0.35})
	ping := deal{s.same(span{12, 12}), s.same(span{20, 20}), stretch{0.0002, 0.002}}
	s.stay(p, []deal{s.deal(span{49, 49}, span{41, 41})},
		s.asks(s.ticks(s.spread(6, 40)/3, 0.02), ping).quiet(),
		s.calls(s.random(20, 3600), deal{s.text(span{40, 120}), s.text(span{30, 120}), stretch{0.0005, 0.005}}),
		s.asks(s.random(5, 900), s.deal(span{30, 300}, span{40, 2000})))
}

// kafkaConsumer fetches and is held for 500 ms if there is nothing
// (fetch.max.wait.ms; up to 5 s in others), beats each 3 s
// (heartbeat.interval.ms) and commits each 5 s.
func kafkaConsumer(s *session) {
	p := s.meet(place{port: 9092, secure: 9094, tls: 0.5, far: 0.2, inbound: 0.15})
	coordinator := *p
	coordinator.addr = s.private()
	most := []float64{0.5, 0.5, 1, 2, 5}[s.IntN(5)]
	fetch := s.polls(most, s.random(0.3, 300), s.same(span{70, 320}), s.same(span{20, 160}), s.heavy(span{150, 2000}, 30_000))
	s.tend(
		&link{peer: p, greet: []deal{s.deal(span{30, 80}, span{200, 600})}, habits: []habit{fetch}},
		&link{peer: &coordinator, habits: []habit{
			s.asks(s.ticks(3, 0.02), s.deal(span{90, 180}, span{10, 20})),
			s.asks(s.ticks(5, 0.02), s.deal(span{120, 400}, span{40, 160})),
		}},
	)
}

// kafkaProducer sends batches as they fill or linger, which the broker
// acknowledges, and asks for metadata each 5 min (metadata.max.age.ms).
func kafkaProducer(s *session) {
	p := s.meet(place{port: 9092, secure: 9094, tls: 0.5, far: 0.2, inbound: 0.15})
	s.stay(p, []deal{s.deal(span{30, 80}, span{200, 600})},
		s.asks(s.random(0.3, 120), deal{s.heavy(span{120, 3000}, 60_000), s.same(span{40, 110}), s.thinks(0.001, 0.02)}),
		s.asks(s.ticks(300, 0.02), s.deal(span{40, 120}, span{200, 3000})))
}

// nats is a client of a message bus: PING and PONG of 6 bytes each 2 min, of
// either side; MSG and PUB as they come, replies to some.
func nats(s *session) {
	p := s.meet(place{port: 4222, tls: 0.4, far: 0.3, inbound: 0.2})
	ping := deal{s.same(span{6, 6}), s.same(span{6, 6}), stretch{0.0002, 0.001}}
	beat := s.ticks(s.spread(20, 120), 0.02)
	habits := []habit{s.asks(beat, ping), s.calls(beat, ping), s.pushes(s.random(0.5, 300), s.mix(span{40, 2500}))}
	if s.chance(0.6) {
		habits = append(habits, s.calls(s.random(1, 300), s.deal(span{60, 2500}, span{40, 2500})))
	}
	if s.chance(0.6) {
		habits = append(habits, s.tells(s.random(1, 300), s.mix(span{40, 2500})))
	}
	s.stay(p, []deal{s.deal(span{150, 350}, span{300, 600})}, habits...)
}

// elastic is a search node or its client: checks of leader and followers each
// second (cluster.fault_detection), transport pings of 6 bytes each 5 s in
// others, and searches.
func elastic(s *session) {
	p := s.meet(place{port: 9300, tls: 0.6, inbound: 0.5})
	check := s.asks(s.ticks(s.spread(1, 5), 0.01), s.deal(span{90, 220}, span{20, 90}))
	if s.chance(0.4) {
		check = s.tells(s.ticks(5, 0.01), s.same(span{6, 6}))
	}
	s.stay(p, []deal{s.deal(span{80, 300}, span{80, 400})}, check,
		s.asks(s.random(1, 120), deal{s.mix(span{150, 5000}), s.heavy(span{200, 2000}, 60_000), s.thinks(0.002, 0.1)}))
}

// consul is an agent and its server: yamux pings of 12 bytes each 30 s, of both
// sides, blocking queries of up to 5 min, the catalogue compared each minute or
// so, checks reported.
func consul(s *session) {
	p := s.meet(place{port: 8300, tls: 0.5, far: 0.1, inbound: 0.3})
	ping := deal{s.same(span{12, 12}), s.same(span{12, 12}), stretch{0.0002, 0.001}}
	s.stay(p, nil,
		s.asks(s.ticks(30, 0.01), ping), s.calls(s.ticks(30, 0.01), ping),
		s.asks(s.ticks(s.spread(60, 180), 0.1), s.deal(span{150, 500}, span{300, 4000})),
		s.asks(s.random(5, 300), s.deal(span{200, 800}, span{60, 2000})),
		s.pushes(s.random(10, 600), s.text(span{300, 6000})))
}

// gossip is a member of a memberlist or serf cluster: a UDP probe each second
// to somebody, and a full exchange over TCP each 30 s (PushPullInterval).
func gossip(s *session) {
	members := make([]*peer, s.size(span{3, 20}))
	flows := make([]*flow, len(members))
	for i := range members {
		members[i] = s.near(7946)
		flows[i] = s.datagrams(7946, netip.AddrPortFrom(members[i].addr, 7946))
	}
	state, probe := s.text(span{400, 12_000}), s.spread(1, 5)
	full := deal{state, state, stretch{0.0005, 0.003}}
	for next := s.now; s.wait(probe); {
		flows[s.IntN(len(flows))].pair(s.now, s.IntN(2), s.size(span{20, 200}), 0.001, s.size(span{12, 120}))
		if s.now >= next {
			p := members[s.IntN(len(members))]
			p.inbound = s.chance(0.5)
			s.visit(p, full)
			next = s.now + 30*s.between(0.9, 1.1)
		}
	}
}

// grpcHealth watches a service: HTTP/2 pings of 17 bytes (RFC 9113 §6.7) each
// 10 s to 5 min, and health checks, asked or pushed (gRPC health checking
// protocol).
func grpcHealth(s *session) {
	p := s.meet(place{port: 50051, secure: 443, tls: 0.6, far: 0.4, inbound: 0.4})
	ping := deal{s.same(span{17, 17}), s.same(span{17, 17}), stretch{0.0002, 0.002}}
	beat := s.ticks(s.spread(10, 300), 0.02)
	habits := []habit{s.asks(beat, ping)}
	if s.chance(0.4) {
		habits[0] = s.calls(beat, ping)
	}
	if s.chance(0.5) {
		habits = append(habits, s.asks(s.ticks(s.spread(5, 60), 0.02), s.deal(span{40, 220}, span{40, 120})))
	} else {
		habits = append(habits, s.pushes(s.random(60, 7200), s.same(span{16, 30})))
	}
	s.stay(p, []deal{s.deal(span{60, 300}, span{50, 150})}, habits...)
}

// grpcStream is a call that goes on for hours: small messages of both sides as
// they happen, window updates of 13 bytes, pings.
func grpcStream(s *session) {
	p := s.meet(place{port: 50051, secure: 443, tls: 0.7, far: 0.6, inbound: 0.25})
	ping := deal{s.same(span{17, 17}), s.same(span{17, 17}), stretch{0.0002, 0.002}}
	habits := []habit{
		s.pushes(s.random(0.5, 120), s.mix(span{20, 2500})),
		s.asks(s.ticks(s.spread(10, 300), 0.02), ping),
	}
	if s.chance(0.8) {
		habits = append(habits, s.tells(s.random(0.5, 120), s.mix(span{20, 2500})))
	}
	if s.chance(0.5) {
		habits = append(habits, s.tells(s.chances(s.spread(10, 300)), s.same(span{13, 26})))
	}
	s.stay(p, []deal{s.deal(span{80, 600}, span{50, 300})}, habits...)
}

// mesh is a proxy and its control plane (xDS): a new configuration pushed as
// services come and go, acknowledged by a request that names its version; the
// connection is renewed each half an hour (Istio: keepaliveMaxServerConnectionAge).
func mesh(s *session) {
	p := s.meet(place{port: 15010, secure: 15012, tls: 0.8, far: 0.1, inbound: 0.2})
	ack := s.same(span{150, 1500})
	ping := deal{s.same(span{17, 17}), s.same(span{17, 17}), stretch{0.0002, 0.002}}
	first := deal{s.same(span{1500, 6000}), s.text(span{10_000, 200_000}), stretch{0.005, 0.1}}
	s.tend(&link{peer: p, greet: []deal{first}, life: s.ticks(s.spread(1800, 7200), 0.1), habits: []habit{
		s.calls(s.random(5, 900), deal{s.heavy(span{200, 4000}, 100_000), ack, stretch{0.002, 0.05}}),
		s.asks(s.ticks(s.spread(10, 60), 0.02), ping),
	}})
}

// kubeWatch is a node agent: a lease renewed each 10 s, status each 5 minutes,
// and watches on which changes arrive.
func kubeWatch(s *session) {
	p := s.meet(place{port: 6443, tls: 1, far: 0.2})
	s.stay(p, nil,
		s.asks(s.ticks(10, 0.04), s.deal(span{300, 700}, span{250, 650})),
		s.pushes(s.random(2, 400), s.heavy(span{400, 1500}, 12_000)),
		s.asks(s.ticks(300, 0.04), s.deal(span{1500, 12_000}, span{1500, 12_000})))
}

// operator is a controller that holds a lease which it renews each 2 s
// (RetryPeriod of client-go's leader election), watches, and writes status.
func operator(s *session) {
	p := s.meet(place{port: 6443, secure: 443, tls: 1, far: 0.2})
	s.stay(p, nil,
		s.asks(s.ticks([]float64{2, 2, 5, 10}[s.IntN(4)], 0.02), s.deal(span{150, 600}, span{200, 700})),
		s.pushes(s.random(2, 600), s.heavy(span{400, 4000}, 40_000)),
		s.asks(s.random(10, 1800), s.deal(span{600, 6000}, span{600, 6000})))
}
