package lab

// Exchanges, carriers and networks: sessions between companies that are up for
// days, with beats when nothing happens. After mining, they are the steadiest.

// fix is a trading session: a heartbeat of 60-90 bytes of each side after 30 s
// of silence (FIX session protocol, HeartBtInt), orders up, executions down.
func fix(s *session) {
	p := s.meet(place{port: 9878, tls: 0.6, far: 0.7, inbound: 0.3})
	beat, alive := s.ticks(s.spread(10, 60), 0.01), s.same(span{60, 95})
	execution := s.text(span{220, 480})
	order := s.asks(s.random(1, 300), deal{s.text(span{140, 320}), execution, s.thinks(0.0005, 0.05)})
	habits := []habit{s.tells(beat, alive).quiet(), s.pushes(beat, alive).quiet(), order, s.pushes(s.random(2, 600), execution)}
	if s.chance(0.3) { // market data in the same session
		habits = append(habits, s.pushes(s.random(0.3, 10), s.text(span{120, 700})))
	}
	s.stay(p, []deal{s.deal(span{90, 160}, span{90, 160})}, habits...)
}

// smpp is a gateway for short messages: submit_sm answered with a number,
// deliver_sm the other way, enquire_link of 16 bytes each 10-60 s (SMPP 3.4
// §4.11).
func smpp(s *session) {
	p := s.meet(place{port: 2775, secure: 3550, tls: 0.3, far: 0.8, inbound: 0.4})
	thanks := s.same(span{17, 36})
	link := deal{s.same(span{16, 16}), s.same(span{16, 16}), stretch{0.0005, 0.005}}
	habits := []habit{
		s.asks(s.random(1, 120), deal{s.text(span{60, 230}), thanks, s.thinks(0.002, 0.1)}),
		s.calls(s.random(1, 120), deal{s.text(span{90, 260}), thanks, s.thinks(0.0005, 0.01)}),
		s.asks(s.ticks(s.spread(10, 60), 0.02), link),
	}
	if s.chance(0.5) {
		habits = append(habits, s.calls(s.ticks(s.spread(10, 60), 0.02), link))
	}
	s.stay(p, []deal{s.deal(span{35, 60}, span{17, 40})}, habits...)
}

// diameter is a telephone network asking who may do what: a device watchdog
// each 30 s of silence (RFC 3539 §3.4.1), requests of 300-1500 bytes.
func diameter(s *session) {
	p := s.meet(place{port: 3868, tls: 0.2, far: 0.6, inbound: 0.5})
	watch := s.deal(span{80, 130}, span{100, 150})
	habits := []habit{s.asks(s.ticks(s.spread(6, 30), 0.06), watch).quiet(), s.asks(s.random(0.7, 60), s.deal(span{300, 1500}, span{200, 1200}))}
	if s.chance(0.4) {
		habits = append(habits, s.calls(s.random(2, 300), s.deal(span{250, 900}, span{150, 500})))
	}
	s.stay(p, []deal{s.deal(span{180, 320}, span{200, 350})}, habits...)
}

// bgp is a session of routers: KEEPALIVE of 19 bytes of each side, each 10-60 s
// (RFC 4271 §10: a third of the hold time of 90 s), updates of 23-4096.
func bgp(s *session) {
	p := s.meet(place{port: 179, far: 0.5, inbound: 0.5})
	beat, alive := s.ticks([]float64{10, 20, 30, 30, 60, 60}[s.IntN(6)], 0.25), s.same(span{19, 19})
	habits := []habit{s.tells(beat, alive), s.pushes(beat, alive)}
	if s.chance(0.7) {
		habits = append(habits, s.pushes(s.bursts(s.spread(1, 900)), s.heavy(span{45, 120}, 4096)))
	}
	if s.chance(0.3) {
		habits = append(habits, s.tells(s.bursts(s.spread(1, 900)), s.heavy(span{45, 120}, 4096)))
	}
	s.stay(p, []deal{s.deal(span{45, 80}, span{45, 80})}, habits...)
}

// terminal is a card terminal or its host: an authorisation of some hundred
// bytes (ISO 8583) for each purchase, an echo each 30-300 s.
func terminal(s *session) {
	p := s.meet(place{port: 8583, tls: 0.7, far: 0.8, inbound: 0.4})
	purchase, echo := s.deal(span{150, 700}, span{80, 500}), s.deal(span{30, 90}, span{30, 90})
	purchase.think = s.thinks(0.05, 1)
	if s.chance(0.3) {
		s.visits(p, s.daily(s.spread(10, 600)), purchase)
		return
	}
	s.stay(p, []deal{echo}, s.asks(s.daily(s.spread(1, 300)), purchase), s.asks(s.ticks(s.spread(30, 300), 0.02), echo))
}

// feed is one way: positions of ships or planes, weather, quotes, alarms, as
// lines or frames to whoever connected (NMEA 0183 lines have up to 82 bytes).
func feed(s *session) {
	p := s.meet(place{port: 30003, tls: 0.2, far: 0.7, inbound: 0.4})
	s.stay(p, []deal{s.deal(span{10, 200}, span{10, 300})}, s.pushes(s.random(0.2, 60), s.mix(span{30, 600})))
}

// tradingBot hears prices and its own orders' fate over one WebSocket and sends
// orders over it, each answered and later reported on; a ping each 15-60 s.
func tradingBot(s *session) {
	p := s.far(443)
	p.tls = true
	fate := s.text(span{180, 700})
	order := s.asks(s.random(2, 600), s.deal(span{150, 500}, span{90, 400}))
	habits := []habit{order, s.pushes(s.random(3, 600), fate), s.asks(s.ticks(s.spread(15, 60), 0.02), s.deal(span{2, 60}, span{2, 60}))}
	if s.chance(0.7) { // bars of 1 s to 1 min, or quotes
		habits = append(habits, s.pushes(s.rhythm(1, 60), s.mix(span{120, 900})))
	}
	s.stay(p, []deal{upgrade(s), s.deal(span{150, 350}, span{60, 200}), s.deal(span{80, 600}, span{60, 300})}, habits...)
}
