package lab

// Sound, pictures and games.

// A sitting is a stretch of time in which somebody uses something; s.until
// false ends it. Between sittings there is nothing.
func (s *session) sittings(p *peer, pause rhythm, lasts stretch, use func(c *conn, until float64) bool) {
	for s.wait(pause()) {
		c := s.connect(p, s.now)
		if !s.until(c.ready) || !use(c, s.now+s.spread(lasts.lo, lasts.hi)) {
			return
		}
		if !s.until(max(s.now, c.sending[in].free, c.sending[out].free)) {
			return
		}
		s.hangUp(c)
	}
}

// videoCall is a meeting through a TURN relay over TCP or TLS, as firewalls
// force it (RFC 8656): sound in 20-60 ms packets of 60-300 bytes, pictures of
// a small bit rate, either side quiet at times.
func videoCall(s *session) {
	p := s.meet(place{port: 3478, secure: 443, tls: 0.8, far: 1, inbound: 0.1})
	sound, picture := s.text(span{60, 300}), s.scale(span{300, 2500})
	camera := s.chance(0.6)
	s.sittings(p, s.daily(s.spread(600, 3600)), stretch{120, 2400}, func(c *conn, until float64) bool {
		quiet := 0.0
		for next := s.now; s.now < until; next += 0.06 {
			if !s.until(max(next, s.now)) {
				return false
			}
			if s.now > quiet && s.chance(0.002) {
				quiet = s.now + s.after(20)
			}
			c.send(s.now, in, sound())
			if s.now > quiet {
				c.send(s.now, out, sound())
			}
			if camera {
				c.send(s.now, s.IntN(2), picture+s.IntN(picture))
			}
		}
		return true
	})
}

// videoStream is somebody watching: segments of 2-10 s fetched over HTTP as
// the buffer has room (DASH, HLS).
func videoStream(s *session) {
	p := s.far(443)
	p.tls, p.rate = true, s.spread(4e6, 3e7)
	length := s.spread(2, 10)
	segment := int(length * s.spread(2e4, 1e5)) // 160 to 800 kbit/s
	d := deal{s.text(span{350, 1500}), s.text(span{segment, segment + segment/4}), s.thinks(0.005, 0.03)}
	s.sittings(p, s.daily(s.spread(900, 2*3600)), stretch{180, 1800}, func(c *conn, until float64) bool {
		for s.now < until {
			t := c.strike(s.now, out, d)
			if !s.until(max(t, s.now+length*s.between(0.9, 1.1))) {
				return false
			}
		}
		return true
	})
}

// radio is sound without end: 16-128 kbit/s in chunks as the server has them.
func radio(s *session) {
	p := s.meet(place{port: 8000, secure: 443, tls: 0.5, far: 0.9, inbound: 0.1})
	chunk := s.scale(span{1000, 30_000})
	pause := float64(chunk) / s.spread(2000, 16_000)
	s.stay(p, []deal{s.deal(span{200, 500}, span{300, 900})}, s.pushes(s.ticks(pause, 0.1), s.same(span{chunk, chunk})))
}

// camera is a security camera or a door bell at its cloud: a beat each 10-60 s,
// a still or a clip when something moves, questions of the owner's telephone.
func camera(s *session) {
	p := s.meet(place{port: 8883, secure: 443, tls: 0.9, far: 0.9, inbound: 0.2})
	clip := deal{s.heavy(span{8000, 60_000}, 1_000_000), s.same(span{30, 300}), s.thinks(0.01, 0.1)}
	s.stay(p, []deal{s.deal(span{200, 900}, span{100, 400})},
		s.asks(s.ticks(s.spread(10, 60), 0.02), s.deal(span{2, 260}, span{2, 160})),
		s.asks(s.bursts(s.spread(120, 3600)), clip),
		s.calls(s.random(60, 7200), s.deal(span{60, 600}, span{60, 900})))
}

// gameServer holds a player's connection: what moves, down at 1-10 a second,
// keys up, a keep-alive each 5-30 s (Minecraft: 15 s); nothing when nobody plays.
func gameServer(s *session) {
	p := s.meet(place{port: 25565, far: 0.95, inbound: 0.6})
	moves, keys := s.spread(0.1, 1.5), s.spread(0.1, 1.5)
	alive := deal{s.same(span{9, 12}), s.same(span{9, 12}), stretch{0.005, 0.05}}
	beat := s.spread(5, 30)
	s.sittings(p, s.daily(s.spread(1800, 3*3600)), stretch{600, 3 * 3600}, func(c *conn, until float64) bool {
		c.ask(s.now, s.size(span{40, 300}), 0.01, s.size(span{5000, 100_000}))
		pushed, told, beaten := s.now+1, s.now+1, s.now+beat
		for s.now < until {
			if !s.until(min(pushed, told, beaten)) {
				return false
			}
			switch s.now {
			case pushed:
				c.send(s.now, 1-c.client, s.tail(span{12, 3000}))
				pushed += s.after(moves)
			case told:
				c.send(s.now, c.client, s.size(span{9, 60}))
				told += s.after(keys)
			default:
				c.strike(s.now, 1-c.client, alive)
				beaten += beat
			}
		}
		return true
	})
}

// turnGame is a game of turns or a lobby: moves of some hundred bytes of JSON
// at human pace from both sides, a ping each 10-60 s.
func turnGame(s *session) {
	p := s.meet(place{port: 9000, secure: 443, tls: 0.7, far: 0.95, inbound: 0.4})
	s.stay(p, []deal{s.deal(span{100, 900}, span{300, 9000})},
		s.asks(s.random(3, 120), s.deal(span{30, 600}, span{20, 500})),
		s.pushes(s.random(2, 120), s.mix(span{30, 1500})),
		s.asks(s.ticks(s.spread(10, 60), 0.05), s.deal(span{2, 60}, span{2, 60})))
}
