package lab

// Long-lived connections of people and things: shells, devices, mail boxes.

// keepAlive is a connection nobody uses any more, kept open by empty segments
// (net.ipv4.tcp_keepalive_time, or what load balancers ask for).
func keepAlive(s *session) {
	p := s.near(5432)
	if s.chance(0.5) {
		p = s.far(443)
	}
	every := s.spread(15, 350)
	side := s.IntN(2)
	c := s.connect(p, s.now)
	for s.until(max(s.now+every, c.ready)) {
		c.probe(s.now, side)
	}
}

// sshIdle is a forgotten shell with ServerAliveInterval (RFC 4254 §4 global
// requests) and a rare command.
func sshIdle(s *session) {
	p := s.shell()
	every := s.spread(15, 120)
	ask, answer := s.size(span{44, 68}), s.size(span{28, 44})
	for {
		c := s.login(p)
		hangUp := s.now + s.spread(2*3600, 20*3600)
		for s.now < hangUp {
			if !s.until(max(s.now+every, c.ready)) {
				return
			}
			c.ask(s.now, ask, 0.0003, answer)
			if s.chance(0.004) && !s.typing(c, 1+s.IntN(4)) {
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
	for {
		c := s.login(p)
		hangUp := s.now + s.spread(600, 3*3600)
		for s.now < hangUp {
			if !s.until(max(s.now+s.after(40), c.ready)) || !s.typing(c, 1+s.IntN(5)) {
				return
			}
		}
		c.close(s.now, c.client)
		if !s.wait(s.after(3600 / s.busy())) {
			return
		}
	}
}

// shell is a peer for SSH, on either side.
func (s *session) shell() *peer {
	p := s.far(22)
	p.inbound = s.chance(0.6)
	return p
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

// mqtt is a device that reports: PUBLISH, with PUBACK (4 bytes) at QoS 1, and
// PINGREQ and PINGRESP (2 bytes each) where it has nothing to say.
func mqtt(s *session) {
	p := s.far(1883)
	if p.tls = s.chance(0.5); p.tls {
		p.port = 8883
	}
	every, ping := s.spread(5, 120), s.spread(30, 120)
	topic, sure := s.size(span{60, 260}), s.chance(0.5)
	c := s.connect(p, s.now)
	c.ask(c.ready, s.size(span{40, 110}), 0.01, 4)
	if !s.until(c.ready + 1) {
		return
	}
	for {
		if every > ping {
			for quiet := every; quiet > ping; quiet -= ping {
				if !s.wait(ping) {
					return
				}
				c.ask(s.now, 2, 0.001, 2)
			}
		}
		if !s.wait(min(every, ping) * s.between(0.97, 1.03)) {
			return
		}
		size := topic + s.IntN(8)
		if sure {
			c.ask(s.now, size, 0.002, 4)
		} else {
			c.send(s.now, out, size)
		}
	}
}

// imapIdle is a mail program waiting: IDLE renewed within 29 minutes (RFC
// 2177), news now and then.
func imapIdle(s *session) {
	p := s.far(993)
	p.tls = true
	c := s.connect(p, s.now)
	t := c.ready
	for range 5 {
		t = c.ask(t, s.size(span{12, 70}), 0.03, s.size(span{40, 900}))
	}
	if !s.until(t) {
		return
	}
	renew := s.between(120, 1740)
	for {
		quiet := s.after(1500 / s.busy())
		if !s.wait(min(quiet, renew)) {
			return
		}
		if quiet < renew { // a message
			c.send(s.now, in, s.size(span{15, 40}))
			c.ask(s.now+0.05, s.size(span{40, 90}), 0.05, s.tail(span{1500, 200_000}))
		} else {
			t := c.ask(s.now, 6, 0.01, s.size(span{20, 40}))
			c.ask(t, s.size(span{10, 14}), 0.01, 10)
		}
	}
}
