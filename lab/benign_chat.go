package lab

// People and phones that keep in touch.

// chat is a team messenger: pings of JSON each 5-60 s, conversations when
// people are awake, presence and typing of others all the time.
func chat(s *session) {
	p := s.meet(place{port: 443, tls: 1, far: 0.9, inbound: 0.1})
	ping := s.deal(span{2, 60}, span{2, 60})
	habits := []habit{
		s.asks(s.ticks(s.spread(5, 60), 0.02), ping),
		s.pushes(s.daily(s.spread(1, 120)), s.mix(span{60, 900})),     // presence
		s.pushes(s.bursts(s.spread(20, 900)), s.mix(span{200, 6000})), // what others say
		s.asks(s.daily(s.spread(60, 1800)), s.deal(span{120, 900}, span{90, 400})),
	}
	s.stay(p, []deal{upgrade(s)}, habits...)
}

// irc is a client in some channels or a server of it: lines of up to 512 bytes
// (RFC 2812 §2.3) as people or bots talk, PING each 90-240 s.
func irc(s *session) {
	p := s.meet(place{port: 6667, secure: 6697, tls: 0.5, far: 0.8, inbound: 0.25})
	ping := deal{s.same(span{12, 40}), s.same(span{12, 60}), stretch{0.0005, 0.01}}
	heard := func() int { return s.tail(span{70, 512}) }
	habits := []habit{s.pushes(s.random(1, 300), heard), s.calls(s.ticks(s.spread(60, 240), 0.02), ping)}
	if s.chance(0.5) {
		habits = append(habits, s.asks(s.ticks(s.spread(30, 120), 0.02), ping))
	}
	if s.chance(0.6) {
		habits = append(habits, s.tells(s.daily(s.spread(30, 3600)), s.text(span{30, 300})))
	}
	s.stay(p, []deal{s.deal(span{40, 120}, span{1500, 9000}), s.deal(span{12, 300}, span{300, 9000})}, habits...)
}

// xmpp is an instant messenger in XML: presence and messages of both sides,
// white space or a ping against idle time-outs (RFC 6120 §4.6.1, XEP-0199).
func xmpp(s *session) {
	p := s.meet(place{port: 5222, secure: 5223, tls: 0.9, far: 0.8, inbound: 0.25})
	habits := []habit{
		s.pushes(s.random(2, 600), s.mix(span{120, 1500})),
		s.tells(s.random(5, 900), s.mix(span{120, 1200})),
		s.asks(s.ticks(s.spread(30, 300), 0.05), s.deal(span{70, 180}, span{70, 180})),
	}
	if s.chance(0.4) {
		habits[2] = s.tells(s.ticks(s.spread(30, 300), 0.05), s.same(span{1, 1})).quiet()
	}
	s.stay(p, []deal{s.deal(span{150, 250}, span{300, 900}), s.deal(span{150, 400}, span{100, 300})}, habits...)
}

// matrix syncs by long polls of 30 s, over HTTP, and sends what is typed.
func matrix(s *session) {
	p := s.far(443)
	p.tls = true
	sync := s.polls(30, s.daily(s.spread(3, 300)), s.text(span{350, 700}), s.text(span{180, 420}), s.mix(span{400, 6000}))
	send := s.asks(s.daily(s.spread(60, 3600)), s.deal(span{400, 1200}, span{120, 300}))
	s.tend(&link{peer: p, habits: []habit{sync}}, &link{peer: p, habits: []habit{send}, life: s.lifetime()})
}

// imapIdle is a mail program waiting: IDLE renewed within 29 minutes (RFC
// 2177), news now and then.
func imapIdle(s *session) {
	p := s.meet(place{port: 143, secure: 993, tls: 0.95, far: 0.9, inbound: 0.15})
	fetch := deal{s.text(span{40, 90}), s.heavy(span{600, 3000}, 200_000), s.thinks(0.005, 0.05)}
	news := habit{next: s.daily(s.spread(120, 3600)), do: func(c *conn) {
		c.send(s.now, 1-c.client, s.size(span{15, 40}))
		c.strike(s.now+0.05, c.client, fetch)
	}}
	done, idle := s.deal(span{6, 6}, span{20, 40}), s.deal(span{10, 14}, span{10, 10})
	renew := habit{next: s.ticks(s.spread(60, 1740), 0.02), do: func(c *conn) {
		c.strike(c.strike(s.now, c.client, done), c.client, idle)
	}}
	greet := make([]deal, 5)
	for i := range greet {
		greet[i] = s.deal(span{12, 70}, span{40, 900})
	}
	s.stay(p, greet, news, renew)
}

// mailServer takes mail from strangers and passes some on: EHLO to QUIT, and
// the message.
func mailServer(s *session) {
	strangers := make([]*peer, s.size(span{4, 30}))
	for i := range strangers {
		strangers[i] = s.meet(place{port: 25, far: 1, inbound: 0.7})
	}
	step := s.deal(span{20, 60}, span{20, 250})
	for mail := s.daily(s.spread(30, 600)); s.wait(mail()); {
		letter := deal{s.heavy(span{1500, 8000}, 500_000), s.text(span{30, 60}), s.thinks(0.02, 0.5)}
		s.visit(strangers[s.tail(span{1, len(strangers)})-1], step, step, step, step, letter, step)
	}
}

// mailCheck fetches mail each few minutes, whether there is some or not (POP3,
// or IMAP without IDLE).
func mailCheck(s *session) {
	p := s.meet(place{port: 110, secure: 995, tls: 0.9, far: 0.9})
	step := s.deal(span{6, 40}, span{6, 300})
	letter := deal{s.text(span{8, 30}), s.heavy(span{1500, 6000}, 300_000), s.thinks(0.01, 0.1)}
	for check := s.ticks(s.spread(30, 900), 0.01); s.wait(check()); {
		deals := []deal{step, step, step}
		if s.chance(0.1 * s.busy()) {
			deals = append(deals, letter)
		}
		s.visit(p, append(deals, step)...)
	}
}

// sip is a telephone or a trunk over TCP or TLS: REGISTER each 1-60 min, CRLF
// pairs of 4 bytes answered by 2 each 30-120 s (RFC 5626 §4.4.1), OPTIONS by
// the registrar, calls by day.
func sip(s *session) {
	p := s.meet(place{port: 5060, secure: 5061, tls: 0.5, far: 0.7, inbound: 0.35})
	invite, part := s.deal(span{900, 1600}, span{300, 700}), s.deal(span{400, 800}, span{300, 700})
	call := habit{next: s.daily(s.spread(120, 7200)), do: func(c *conn) {
		dir := s.IntN(2)
		t := c.strike(s.now, dir, invite)
		c.strike(t+s.spread(1, 20), 1-dir, part)
	}}
	habits := []habit{call, s.asks(s.ticks(s.spread(60, 3600), 0.1), s.deal(span{450, 900}, span{350, 700}))}
	if s.chance(0.8) {
		habits = append(habits, s.asks(s.ticks(s.spread(25, 120), 0.1), deal{s.same(span{4, 4}), s.same(span{2, 2}), stretch{0.0005, 0.003}}))
	}
	if s.chance(0.5) {
		habits = append(habits, s.calls(s.ticks(s.spread(20, 120), 0.02), part))
	}
	s.stay(p, []deal{s.deal(span{450, 900}, span{350, 700})}, habits...)
}
