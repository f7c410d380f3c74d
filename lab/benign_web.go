package lab

// Programs that talk HTTP to the Internet, and people who browse it.

// web is people browsing: a page is a burst of connections to several sites,
// the objects on it have heavy tails.
func web(s *session) {
	sites := make([]*peer, s.size(span{8, 50}))
	for i := range sites {
		sites[i] = s.far(443)
		sites[i].tls = s.chance(0.95)
	}
	visit, most := s.daily(s.spread(90, 1200)), s.scale(span{100_000, 3_000_000})
	for s.wait(visit()) {
		for range 1 + s.IntN(6) {
			s.page(sites, most)
			if !s.wait(s.spread(4, 120)) {
				return
			}
		}
	}
}

func (s *session) page(sites []*peer, most int) {
	for range 2 + s.IntN(5) {
		p := sites[s.tail(span{1, len(sites)})-1]
		c := s.connect(p, s.now+s.between(0, 0.8))
		t := c.ready
		for range 1 + s.IntN(12) {
			t = c.ask(t, s.size(span{180, 1600}), s.spread(0.005, 0.4), s.tail(span{700, most}))
			t += s.spread(0.001, 1)
		}
		c.close(t+s.spread(5, 60), s.IntN(2))
	}
}

// webServer is the other side of it: strangers and crawlers who ask a small
// site for a few things each, over connections of their own.
func webServer(s *session) {
	visitors := make([]*peer, s.size(span{5, 60}))
	for i := range visitors {
		visitors[i] = s.meet(place{port: 80, secure: 443, tls: 0.8, far: 1, inbound: 1})
	}
	visit, most := s.daily(s.spread(60, 900)), s.scale(span{20_000, 1_000_000})
	for s.wait(visit()) {
		c := s.connect(visitors[s.tail(span{1, len(visitors)})-1], s.now)
		t := c.ready
		for range 1 + s.IntN(8) {
			t = c.ask(t, s.size(span{180, 1200}), s.spread(0.001, 0.3), s.tail(span{400, most})) + s.spread(0.001, 2)
		}
		c.close(t+s.between(0, 15), s.IntN(2))
	}
}

// api is a program that uses somebody's web service as its own work demands,
// over connections kept for some seconds (HTTP keep-alive: 5 s in Apache, 75 s
// in nginx).
func api(s *session) {
	p := s.meet(place{port: 443, tls: 0.95, far: 0.8, inbound: 0.3})
	work, d := s.random(5, 300), s.deal(span{250, 4000}, span{150, 20_000})
	d.think = s.thinks(0.005, 0.3)
	kept := s.spread(1, 120)
	for s.wait(work()) {
		c := s.connect(p, s.now)
		last := s.now
		for next := s.now; next-last <= kept; next = s.now + work() {
			if !s.until(next) {
				return
			}
			last = c.strike(s.now, c.client, d)
			if !s.until(last) {
				return
			}
		}
		if !s.until(last + kept) {
			return
		}
		c.close(s.now, s.IntN(2))
	}
}

// webhook is the same inside out: others call when something happened to them.
func webhook(s *session) {
	p := s.meet(place{port: 8443, tls: 0.8, far: 0.8, inbound: 0.6})
	s.report(p, 0.7, s.random(10, 900), s.deal(span{600, 9000}, span{120, 500}))
}

// websocket is a web application with an open line (RFC 6455: 2 to 8 bytes of
// frame header): JSON of some sorts down, now and then something up, ping and
// pong each 20-60 s (20 s in the websockets library, 25 s in Engine.IO).
func websocket(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.9, far: 0.8, inbound: 0.25})
	beat := s.ticks(s.spread(15, 60), 0.02)
	ping := deal{s.same(span{2, 7}), s.same(span{2, 7}), stretch{0.0005, 0.002}}
	habits := []habit{s.pushes(s.random(0.5, 120), s.mix(span{30, 3000}))}
	if s.chance(0.5) {
		habits = append(habits, s.asks(beat, ping))
	} else {
		habits = append(habits, s.calls(beat, ping))
	}
	if s.chance(0.6) {
		habits = append(habits, s.asks(s.random(5, 600), s.deal(span{40, 800}, span{30, 1200})))
	}
	s.stay(p, []deal{upgrade(s)}, habits...)
}

// upgrade is the opening handshake of RFC 6455 §1.3.
func upgrade(s *session) deal { return s.deal(span{350, 1100}, span{130, 400}) }

// ticker is a feed of prices: an exchange's trades and quotes, dense in some
// markets, with a ping of the server each 20 s to 3 min (Binance), or of the
// client each 20-30 s.
func ticker(s *session) {
	p := s.far(443)
	p.tls = true
	ping := deal{s.same(span{2, 40}), s.same(span{2, 40}), stretch{0.0005, 0.01}}
	beat := s.ticks(s.spread(20, 180), 0.02)
	habits := []habit{s.pushes(s.random(0.15, 10), s.mix(span{80, 700})), s.calls(beat, ping)}
	if s.chance(0.6) {
		habits[1] = s.asks(s.ticks(s.between(20, 30), 0.02), ping)
	}
	if s.chance(0.3) { // changes what it listens to
		habits = append(habits, s.asks(s.chances(s.spread(60, 3600)), s.deal(span{70, 260}, span{30, 120})))
	}
	s.stay(p, []deal{upgrade(s), s.deal(span{70, 900}, span{30, 300})}, habits...)
}

// events is a stream of server-sent events: chunks down, a comment each 15 s
// or so against idle time-outs (WHATWG HTML §9.2.7), hardly anything up.
func events(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.9, far: 0.7, inbound: 0.3})
	s.stay(p, []deal{s.deal(span{300, 1200}, span{200, 500})},
		s.pushes(s.random(1, 300), s.mix(span{60, 2500})),
		s.pushes(s.ticks(s.spread(10, 60), 0.02), s.same(span{7, 40})))
}

// longPoll asks for news and is kept waiting for 20-90 s if there is none (RFC
// 6202 §5.5 recommends 30 s).
func longPoll(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.9, far: 0.8, inbound: 0.3})
	most := []float64{20, 25, 30, 30, 55, 60, 90}[s.IntN(7)]
	s.stay(p, nil, s.polls(most, s.random(3, 600), s.text(span{250, 1500}), s.same(span{120, 400}), s.mix(span{200, 6000})))
}

// push is a browser's or phone's notification channel: a heartbeat of a few
// bytes each 4 to 28 minutes (Firebase 28, Apple 15) and rare news, now and then
// with a picture.
func push(s *session) {
	p := s.far(5228)
	p.tls = true
	news := s.heavy(span{120, 3500}, 300_000)
	s.stay(p, []deal{s.deal(span{300, 900}, span{150, 700})},
		s.asks(s.ticks(s.spread(240, 1680), 0.05), deal{s.same(span{5, 12}), s.same(span{5, 12}), s.thinks(0.002, 0.02)}),
		s.calls(s.daily(s.spread(200, 7200)), deal{news, s.same(span{20, 60}), stretch{0.005, 0.05}}))
}

// flags is a program that is told of switches and settings (LaunchDarkly, Firebase
// Remote Config): an event now and then, a comment each 15 s to 3 min, what it
// counted each half a minute or more.
func flags(s *session) {
	stream := s.meet(place{port: 443, tls: 1, far: 0.9})
	counts := *stream
	if s.chance(0.5) {
		counts.addr, counts.mtu = s.public(), 0
	}
	s.tend(
		&link{peer: stream, life: s.lifetime(), greet: []deal{s.deal(span{300, 900}, span{1000, 60_000})}, habits: []habit{
			s.pushes(s.ticks(s.spread(15, 180), 0.02), s.same(span{2, 30})),
			s.pushes(s.random(60, 7200), s.text(span{200, 4000})),
		}},
		&link{peer: &counts, habits: []habit{s.asks(s.ticks(s.spread(5, 120), 0.05), s.deal(span{400, 5000}, span{100, 400}))}},
	)
}

// collaboration is a document that several people edit: operations of some
// hundred bytes up, acknowledged, those of the others down, cursors, a ping.
func collaboration(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.95, far: 0.85, inbound: 0.2})
	operation := span{60, 900}
	s.stay(p, []deal{upgrade(s), s.deal(span{100, 900}, span{2000, 200_000})},
		s.asks(s.random(1, 120), s.deal(operation, span{20, 200})),
		s.calls(s.random(1, 120), deal{s.mix(operation), s.same(span{10, 60}), s.thinks(0.001, 0.02)}),
		s.pushes(s.random(1, 60), s.text(span{40, 250})),
		s.asks(s.ticks(s.spread(10, 60), 0.02), deal{s.same(span{2, 40}), s.same(span{2, 40}), stretch{0.0005, 0.01}}))
}

// notebook is a browser on a kernel elsewhere (Jupyter): cells up, streams of
// status and output down for each, a ping each 30 s (Tornado).
func notebook(s *session) {
	p := s.meet(place{port: 8888, secure: 443, tls: 0.6, far: 0.6, inbound: 0.5})
	cell, output := s.heavy(span{500, 1500}, 20_000), s.mix(span{450, 3000})
	run := habit{next: s.daily(s.spread(30, 900)), do: func(c *conn) {
		t := c.send(s.now, c.client, cell())
		for range s.size(span{3, 30}) {
			t = c.send(t+c.turn(c.client)+s.after(0.1), 1-c.client, output())
		}
	}}
	save := s.asks(s.ticks(120, 0.05), deal{s.heavy(span{2000, 20_000}, 300_000), s.same(span{300, 900}), s.thinks(0.005, 0.05)})
	s.stay(p, []deal{upgrade(s)}, run, save, s.calls(s.ticks(30, 0.02), deal{s.same(span{2, 6}), s.same(span{2, 6}), stretch{0.0005, 0.01}}))
}
