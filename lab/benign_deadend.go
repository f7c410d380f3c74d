package lab

// Programs whose server is gone. They are to a miner that is kept from its pool
// what the other kinds are to one that works.

// A wall is how attempts to connect end.
type wall struct {
	peer     *peer
	sort     int     // one of those below
	patience float64 // seconds until the client gives up on silence
}

const (
	closed   = iota // a RST comes back
	silent          // nothing comes back
	filtered        // nothing may pass
	broken          // the connection is made and ended at once
)

// wall draws one. Programs that set no time-out wait for the kernel's: 6
// retries, 127 s.
func (s *session) wall(w place) *wall {
	sort := []int{closed, closed, silent, silent, silent, filtered, filtered, broken}[s.IntN(8)]
	patience := []float64{1, 2, 3, 5, 5, 10, 10, 20, 30, 60, 127}[s.IntN(11)]
	return &wall{peer: s.meet(w), sort: sort, patience: patience}
}

// knock tries once. It returns when the client knows that it failed.
func (s *session) knock(w *wall) float64 {
	if w.sort == closed {
		s.refused(w.peer, s.now)
		return s.now + w.peer.rtt
	}
	if w.sort == broken {
		c := s.connect(w.peer, s.now)
		t := c.ready + s.spread(0.0005, 0.1)
		if s.chance(0.5) {
			t = c.ask(c.ready, s.size(span{40, 600}), 0.002, s.size(span{7, 400}))
		}
		c.close(t, s.IntN(2))
		return t
	}
	attempt := s.unanswered
	if w.sort == filtered {
		attempt = s.rejected
	}
	attempt(w.peer, s.now, w.peer.knocks(w.patience))
	return s.now + w.patience
}

// retry knocks with the given pauses. From time to time the server is back for
// a while: few things are broken for good.
func (s *session) retry(w *wall, pause rhythm, then deal) {
	whole := s.chances(s.spread(2*3600, 48*3600))
	for back := s.now + whole(); ; {
		if s.now > back {
			c := s.connect(w.peer, s.now)
			t := c.ready
			for up := t + s.spread(300, 4*3600); t < up; t += s.spread(5, 60) {
				if !s.until(t) {
					return
				}
				t = c.strike(s.now, c.client, then)
			}
			s.hangUp(c)
			if !s.until(t) {
				return
			}
			back = s.now + whole()
		}
		if !s.until(s.knock(w)) || !s.wait(pause()) {
			return
		}
	}
}

// deadBackoff is a client that waits longer each time, from a second to some
// minutes, and begins anew now and then: Beats 1 to 60 s, gRPC 1 to 120 s
// (factor 1.6), Kubernetes 10 s to 5 min, with jitter of a fifth.
func deadBackoff(s *session) {
	least, most, factor := s.spread(0.5, 10), s.spread(30, 300), s.between(1.3, 2)
	w, wait := s.wall(place{port: 5044, secure: 443, tls: 0.5, far: 0.6}), least
	s.retry(w, func() float64 {
		now := wait * s.between(0.8, 1.2)
		if wait = min(wait*factor, most); s.chance(0.002) {
			wait = least
		}
		return now
	}, s.deal(span{100, 4000}, span{40, 400}))
}

// deadRestart is a service that fails without its server and is started again
// by its supervisor (systemd RestartSec 100 ms, by habit 5-10 s; Docker).
func deadRestart(s *session) {
	w := s.wall(place{port: 8080, secure: 443, tls: 0.5, far: 0.5})
	start := s.between(0.1, 5) // until the program gets so far
	s.retry(w, s.ticks(start+[]float64{1, 3, 5, 5, 10, 10, 15, 30, 60}[s.IntN(9)], 0.05), s.deal(span{100, 4000}, span{40, 400}))
}

// deadConstant is a client with a fixed pause: databases' drivers, MQTT, AMQP,
// collectors of logs, each 2-60 s.
func deadConstant(s *session) {
	w := s.wall(place{port: 5672, secure: 8883, tls: 0.4, far: 0.6})
	s.retry(w, s.ticks([]float64{2, 3, 5, 5, 5, 10, 10, 15, 20, 30, 60}[s.IntN(11)], s.spread(0.001, 0.2)), s.deal(span{60, 2000}, span{20, 400}))
}

// deadTarget is a metrics server or a load balancer that goes on asking a host
// which is gone, each 5-60 s; or the host behind which nothing listens.
func deadTarget(s *session) {
	w := s.wall(place{port: 9100, far: 0.2, inbound: 0.4})
	w.patience = min(w.patience, 10) // Prometheus: scrape_timeout 10 s
	every := []float64{5, 10, 10, 15, 15, 30, 60}[s.IntN(7)]
	if w.sort == silent || w.sort == filtered {
		every = max(every-w.patience, 1)
	}
	s.retry(w, s.ticks(every, 0.01), s.deal(span{90, 300}, span{90, 9000}))
}

// deadPool is an application with several connections to a server that is gone:
// each is tried at its own time.
func deadPool(s *session) {
	w := s.wall(place{port: 3306, far: 0.4})
	tries := float64(s.size(span{2, 6}))
	s.retry(w, s.chances(s.spread(15, 120)/tries), s.deal(span{60, 600}, span{20, 2000}))
}

// deadCron is a job that fails on schedule: some tries each 1-60 min.
func deadCron(s *session) {
	w := s.wall(place{port: 22, secure: 443, tls: 0.5, far: 0.7})
	every, tries := s.spread(60, 3600), 1+s.IntN(5)
	for s.wait(every) {
		for range tries {
			if !s.until(s.knock(w)) || !s.wait(s.between(1, 10)) {
				return
			}
		}
	}
}

// deadMail is a queue of letters for servers that do not answer: each is tried
// after 5 min to some hours (Postfix: 300 to 4000 s).
func deadMail(s *session) {
	servers := make([]*wall, s.size(span{1, 6}))
	for i := range servers {
		servers[i] = s.wall(place{port: 25, far: 1})
	}
	for s.wait(s.spread(300, 4000) / float64(len(servers))) {
		if !s.until(s.knock(servers[s.IntN(len(servers))])) {
			return
		}
	}
}

// deadPeers is a member of a cluster or a swarm that dials addresses which were
// others' once: many that never answer.
func deadPeers(s *session) {
	peers := make([]*wall, s.size(span{3, 40}))
	for i := range peers {
		peers[i] = s.wall(place{port: 8333, far: 0.8})
	}
	for dial := s.random(2, 60); s.wait(dial()); {
		s.knock(peers[s.IntN(len(peers))])
	}
}

// denied is a client that is let in and told no: 401, 403, 429, 503, each 1-300
// s, with a new connection or over the same one.
func denied(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.8, far: 0.8, inbound: 0.3})
	s.report(p, 0.6, s.ticks(s.spread(1, 300), s.spread(0.001, 0.3)), s.deal(span{150, 2500}, span{90, 700}))
}
