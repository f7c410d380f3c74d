package lab

import "net/netip"

// Traffic inside of other traffic, and those who hide.

// cargo is what goes through a tunnel: requests and answers of somebody at
// work, in frames that add so many bytes.
func (s *session) cargo(overhead int) []habit {
	ask, answer := s.mix(span{52, 1200}), s.heavy(span{52, 800}, 120_000)
	over := func(m message) message { return func() int { return m() + overhead } }
	habits := []habit{s.asks(s.random(0.7, 120), deal{over(ask), over(answer), s.thinks(0.002, 0.2)})}
	if s.chance(0.5) {
		habits = append(habits, s.pushes(s.random(1, 120), over(s.mix(span{52, 900}))))
	}
	if s.chance(0.5) {
		habits = append(habits, s.tells(s.random(1, 120), over(s.mix(span{52, 900}))))
	}
	return habits
}

// openVPN is a tunnel over TCP: pings of 42 to 60 bytes of each side after 10 s
// of silence (keepalive 10 60), new keys each hour (reneg-sec), and what its
// users do, if any.
func openVPN(s *session) {
	p := s.meet(place{port: 1194, far: 0.9, inbound: 0.4})
	ping, every := s.same(span{42, 60}), s.ticks([]float64{5, 10, 10, 15, 30}[s.IntN(5)], 0.02)
	habits := []habit{
		s.tells(every, ping).quiet(), s.pushes(every, ping).quiet(),
		s.asks(s.ticks(3600, 0.05), s.deal(span{400, 2600}, span{1500, 5000})),
	}
	if s.chance(0.7) {
		habits = append(habits, s.cargo(s.size(span{26, 60}))...)
	}
	s.stay(p, []deal{s.deal(span{16, 90}, span{28, 90}), s.deal(span{400, 2600}, span{1500, 5000})}, habits...)
}

// wireGuard is the same over UDP: keep-alives of 32 bytes each 25 s, a
// handshake of 148 and 92 bytes each 2 min if there is traffic.
func wireGuard(s *session) {
	p := s.far(51820)
	f := s.datagrams(51820, netip.AddrPortFrom(p.addr, p.port))
	users, shake := s.random(1, 120), s.now
	for s.wait(min(users(), 25)) {
		if s.now >= shake {
			f.pair(s.now, out, 148, p.rtt, 92)
			shake = s.now + 120
		}
		f.packet(s.now+p.rtt, out, headerPacket+32)
		for range s.IntN(4) {
			f.pair(s.now+p.rtt, s.IntN(2), 32+16*s.size(span{4, 80}), p.rtt, 32+16*s.size(span{4, 85}))
		}
	}
}

// sshTunnel forwards a port or a SOCKS proxy through a shell that is kept alive.
func sshTunnel(s *session) {
	p := s.shell()
	alive := deal{s.same(span{36, 84}), s.same(span{28, 68}), stretch{0.0002, 0.001}}
	greet := []deal{s.deal(span{21, 40}, span{21, 40}), s.deal(span{1300, 1560}, span{960, 1130}), s.deal(span{112, 660}, span{500, 1800})}
	s.stay(p, greet, append(s.cargo(s.size(span{36, 60})), s.asks(s.ticks(s.spread(15, 120), 0.01), alive))...)
}

// socks is a proxy: a greeting of 3 bytes, a request of 10 or so (RFC 1928),
// then what its user wants, one connection for each.
func socks(s *session) {
	p := s.meet(place{port: 1080, tls: 0.2, far: 0.6, inbound: 0.4})
	greet := []deal{{s.same(span{3, 4}), s.same(span{2, 2}), stretch{0.0005, 0.002}}, {s.text(span{10, 40}), s.same(span{10, 10}), stretch{0.01, 0.2}}}
	pause := s.daily(s.spread(5, 300))
	links := make([]*link, s.size(span{1, 4}))
	for i := range links {
		links[i] = &link{peer: p, greet: greet, habits: s.cargo(0), life: s.ticks(s.spread(30, 3600), 0.8), pause: pause}
	}
	s.tend(links...)
}

// reverseProxy is a tunnel to a provider that brings strangers to a server at
// home (ngrok, cloudflared, frp): beats each 5-30 s, requests from outside.
func reverseProxy(s *session) {
	links := make([]*link, []int{1, 1, 2, 4}[s.IntN(4)])
	beat := s.ticks(s.spread(5, 30), 0.02)
	for i := range links {
		p := s.far(7844)
		p.tls = true
		links[i] = &link{peer: p, greet: []deal{s.deal(span{200, 900}, span{100, 500})}, life: s.lifetime(), habits: []habit{
			s.asks(beat, s.deal(span{8, 60}, span{8, 60})),
			s.calls(s.random(3, 600), deal{s.mix(span{300, 2000}), s.heavy(span{200, 3000}, 200_000), s.thinks(0.002, 0.2)}),
		}}
	}
	s.tend(links...)
}

// tor is a client or a relay of the onion network: cells of 514 bytes, a
// padding cell of one side after 1.5-9.5 s of silence (padding-spec §2),
// circuits each 10 min, and its user's cells in trains.
func tor(s *session) {
	p := s.far(9001)
	p.tls = true
	p.inbound = s.chance(0.2)
	train := func() int { return 514 * (1 + int(s.after(3))) }
	one := s.same(span{514, 514})
	padding := func() float64 { return s.between(1.5, 9.5) }
	s.stay(p, []deal{{one, func() int { return 5 * 514 }, stretch{0.01, 0.1}}},
		s.tells(padding, one).quiet(), s.pushes(padding, one).quiet(),
		s.asks(s.chances(s.spread(30, 600)), deal{one, one, stretch{0.05, 0.5}}),
		s.asks(s.daily(s.spread(3, 1800)), deal{func() int { return 514 * (1 + s.IntN(3)) }, train, s.thinks(0.05, 0.3)}))
}

// dnsTLS is a resolver over TLS or HTTPS, asked as names are needed, over a
// connection that is kept some seconds (RFC 7858) or as long as it goes;
// questions padded to 128 bytes, answers to 468 (RFC 8467).
func dnsTLS(s *session) {
	p := s.meet(place{port: 853, tls: 1, far: 0.9, inbound: 0.15})
	d := deal{s.same(span{128, 130}), s.same(span{468, 470}), s.thinks(0.001, 0.03)}
	switch s.IntN(3) {
	case 0: // not padded
		d.ask, d.answer = s.text(span{30, 60}), s.text(span{60, 200})
	case 1: // over HTTP/2
		p.port = 443
		d.ask, d.answer = s.text(span{90, 220}), s.text(span{120, 520})
	}
	ask := s.asks(s.random(0.7, 60), d)
	life := s.lifetime()
	if s.chance(0.3) {
		life = s.ticks(s.spread(10, 300), 0.3)
	}
	s.tend(&link{peer: p, life: life, pause: s.daily(s.spread(1, 60)), habits: []habit{ask}})
}

// sleeper is an implant that is not after coins: it sleeps 5 s to 1 h, with a
// jitter of 0 to 50 %, checks in with some hundred bytes and now and then gets
// a task whose result it sends.
func sleeper(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.75, far: 1})
	sleep := s.ticks(s.spread(5, 3600), s.between(0, 0.5))
	check := s.deal(span{120, 1500}, span{60, 900})
	task := deal{s.heavy(span{200, 3000}, 500_000), check.answer, s.thinks(0.005, 0.2)}
	tasks := s.spread(0.0005, 0.05)
	if s.chance(0.3) {
		s.stay(p, nil, s.asks(sleep, check), s.asks(s.chances(s.spread(600, 24*3600)), task))
		return
	}
	for s.wait(sleep()) {
		deals := []deal{check}
		if s.chance(tasks) {
			deals = append(deals, task)
		}
		if !s.until(s.visit(p, deals...)) {
			return
		}
	}
}

// backdoor is a shell turned round: a connection out that waits, with a beat or
// keep-alives of TCP, until somebody types.
func backdoor(s *session) {
	p := s.meet(place{port: 4444, secure: 443, tls: 0.5, far: 1})
	command := deal{s.text(span{3, 60}), s.heavy(span{20, 500}, 60_000), s.thinks(0.005, 0.2)}
	alive := habit{next: s.ticks(s.spread(15, 300), 0.01), do: func(c *conn) { c.probe(s.now, out) }}
	if s.chance(0.6) {
		alive = s.asks(s.ticks(s.spread(5, 300), s.between(0.001, 0.3)), s.deal(span{1, 120}, span{1, 90}))
	}
	s.stay(p, []deal{s.deal(span{20, 300}, span{1, 60})}, alive, s.calls(s.bursts(s.spread(60, 3600)), command))
}
