package lab

import "math"

// Shells and desktops: people at work on another machine, or away from it.

// keepAlive is a connection nobody uses any more, kept open by empty segments
// (net.ipv4.tcp_keepalive_time, or what load balancers ask for).
func keepAlive(s *session) {
	p := s.meet(place{port: 5432, far: 0.5, inbound: 0.4})
	every := s.ticks(s.spread(10, 550), s.spread(0.001, 0.05))
	side := s.IntN(2)
	s.stay(p, []deal{s.deal(span{60, 600}, span{60, 900})}, habit{next: every, do: func(c *conn) { c.probe(s.now, side) }})
}

// sshIdle is a forgotten shell with ServerAliveInterval or ClientAliveInterval
// (RFC 4254 §4 global requests) and a rare command.
func sshIdle(s *session) {
	p := s.shell()
	every, side := s.spread(10, 300), s.IntN(2)
	alive := deal{s.same(span{36, 84}), s.same(span{28, 68}), stretch{0.0002, 0.001}}
	rare := s.spread(0.0005, 0.02)
	for {
		c := s.login(p)
		hangUp := s.now + s.spread(2*3600, 40*3600)
		for s.now < hangUp {
			if !s.until(max(s.now+every, c.ready)) {
				return
			}
			c.strike(s.now, side, alive)
			if s.chance(rare) && !s.typing(c, 1+s.IntN(4)) {
				return
			}
		}
		c.close(s.now, c.client)
		if !s.wait(s.after(1800)) {
			return
		}
	}
}

// sshActive is somebody at work: commands, their output, pauses.
func sshActive(s *session) {
	p := s.shell()
	rest, away := s.spread(10, 200), s.spread(600, 4*3600)
	for {
		c := s.login(p)
		hangUp := s.now + s.spread(600, 5*3600)
		for s.now < hangUp {
			if !s.until(max(s.now+s.after(rest), c.ready)) || !s.typing(c, 1+s.IntN(5)) {
				return
			}
		}
		c.close(s.now, c.client)
		if !s.wait(s.after(away / s.busy())) {
			return
		}
	}
}

// sshWatch is a shell in which a program redraws its screen: top each 3 s,
// watch each 2 s, a build's or a log's lines as they come.
func sshWatch(s *session) {
	p := s.shell()
	next := s.random(0.5, 60)
	if s.chance(0.5) {
		next = s.ticks(s.spread(1, 30), 0.01)
	}
	screen := s.mix(span{80, 4000})
	for {
		c := s.login(p)
		if !s.until(c.ready) {
			return
		}
		for hangUp := s.now + s.spread(3600, 30*3600); s.now < hangUp; {
			if !s.wait(next()) {
				return
			}
			c.send(s.now, 1-c.client, screen())
		}
		c.close(s.now, c.client)
		if !s.wait(s.after(1800)) {
			return
		}
	}
}

// sshCommands runs something on another host again and again, a new session
// each: configuration management, copies, probes.
func sshCommands(s *session) {
	p := s.shell()
	answer := s.heavy(span{80, 3000}, 100_000)
	for next := s.rhythm(30, 1800); s.wait(next()); {
		c := s.login(p)
		t := c.ready
		for range 1 + s.IntN(4) {
			t = c.ask(t, s.size(span{80, 2500}), s.spread(0.01, 3), answer())
		}
		c.close(t, c.client)
		if !s.until(t) {
			return
		}
	}
}

// shell is a peer for SSH, on either side.
func (s *session) shell() *peer {
	return s.meet(place{port: 22, far: 0.7, inbound: 0.6})
}

// login is an SSH handshake: versions, key exchange, authentication.
func (s *session) login(p *peer) *conn {
	c := s.connect(p, s.now)
	t := c.ask(c.ready, 21+s.IntN(20), 0.01, 21+s.IntN(20))
	t = c.ask(t, s.size(span{1300, 1560}), 0.001, s.size(span{960, 1130}))
	t = c.ask(t, 48, 0.003, s.size(span{450, 620}))
	for range 3 {
		t = c.ask(t, s.size(span{60, 660}), 0.004, s.size(span{44, 120}))
	}
	c.ready = c.ask(t, s.size(span{112, 500}), 0.02, s.size(span{500, 1800}))
	return c
}

// typing is some commands: keys of 36 bytes, each echoed, then output.
func (s *session) typing(c *conn, commands int) bool {
	for range commands {
		for range 3 + s.IntN(25) {
			c.ask(s.now, 36, 0.0004, 36)
			if !s.wait(s.between(0.06, 0.35)) {
				return false
			}
		}
		c.ask(s.now, 36, s.spread(0.001, 2), s.tail(span{90, 60_000}))
		if !s.wait(s.spread(1, 30)) {
			return false
		}
	}
	return true
}

// A desktop is a remote screen.
type desktop struct {
	place
	key, draw message // an input event, a piece of the screen
	alive     habit
	asked     message // where the viewer asks for each piece; nil elsewhere
}

// desktop shows a clock, a cursor, a chat window, and at times is worked at:
// keys and pointer up, what they change on the screen down.
func (s *session) desktop(d desktop) {
	away, over := s.daily(s.spread(300, 4*3600)), math.Inf(-1)
	draw := func(c *conn) {
		if d.asked != nil {
			c.send(s.now, c.client, d.asked())
		}
		c.send(s.now+c.turn(c.client)+0.004, 1-c.client, d.draw())
	}
	screen := habit{next: s.ticks([]float64{60, 60, 5, 10}[s.IntN(4)], 0.02), do: draw}
	hands := habit{
		next: func() float64 {
			if s.now < over {
				return s.after(0.8)
			}
			pause := away()
			over = s.now + pause + s.spread(20, 3600)
			return pause
		},
		do: func(c *conn) {
			c.send(s.now, c.client, d.key())
			draw(c)
		},
	}
	s.stay(s.meet(d.place), []deal{s.deal(span{400, 3000}, span{400, 5000}), s.deal(span{300, 1500}, span{4000, 90_000})}, screen, hands, d.alive)
}

// rdp is Windows remote desktop: fast-path input of some bytes, TLS.
func rdp(s *session) {
	s.desktop(desktop{
		place: place{port: 3389, tls: 1, far: 0.7, inbound: 0.5},
		key:   s.text(span{8, 40}), draw: s.heavy(span{40, 400}, 60_000),
		alive: s.asks(s.ticks(s.spread(30, 120), 0.05), s.deal(span{8, 60}, span{8, 60})),
	})
}

// vnc asks for each update with 10 bytes (RFC 6143 §7.5.3), keys are 8.
func vnc(s *session) {
	s.desktop(desktop{
		place: place{port: 5900, tls: 0.3, far: 0.5, inbound: 0.5},
		key:   s.text(span{6, 8}), draw: s.heavy(span{20, 400}, 60_000),
		alive: s.asks(s.ticks(s.spread(60, 900), 0.05), s.deal(span{8, 12}, span{8, 12})),
		asked: s.same(span{10, 10}),
	})
}

// citrix is ICA with its keep-alive of a minute.
func citrix(s *session) {
	s.desktop(desktop{
		place: place{port: 1494, secure: 443, tls: 0.7, far: 0.6, inbound: 0.4},
		key:   s.text(span{12, 70}), draw: s.heavy(span{30, 200}, 30_000),
		alive: s.calls(s.ticks(s.spread(30, 120), 0.02), s.deal(span{6, 50}, span{6, 50})),
	})
}

// xWindow is an X client far from its display: events of 32 bytes down, drawing
// requests up, some with replies.
func xWindow(s *session) {
	p := s.meet(place{port: 6000, far: 0.2, inbound: 0.4})
	s.stay(p, []deal{s.deal(span{12, 48}, span{600, 9000})},
		s.tells(s.random(0.5, 60), s.heavy(span{24, 400}, 16_000)),
		s.calls(s.daily(s.spread(1, 60)), deal{func() int { return 32 * (1 + s.IntN(8)) }, s.heavy(span{16, 300}, 16_000), stretch{0.0005, 0.01}}),
		s.asks(s.random(2, 120), s.deal(span{8, 64}, span{32, 600})))
}
