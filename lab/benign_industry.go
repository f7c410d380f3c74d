package lab

// Machines, devices and those who read them.

// modbus reads registers each 100 ms to 10 s: 12 bytes, answered by 9 and two
// for each register (Modbus messaging on TCP/IP, §3). Some read several blocks.
func modbus(s *session) {
	p := s.meet(place{port: 502, far: 0.3, inbound: 0.4})
	blocks := make([]deal, s.size(span{1, 6}))
	for i := range blocks {
		n := 9 + 2*s.scale(span{1, 125})
		blocks[i] = deal{s.same(span{12, 12}), s.same(span{n, n}), s.thinks(0.001, 0.02)}
	}
	read := habit{next: s.ticks(s.spread(0.1*float64(len(blocks)), 10), 0.01), do: func(c *conn) {
		t := s.now
		for _, b := range blocks {
			t = c.strike(t, c.client, b)
		}
	}}
	write := s.asks(s.random(10, 1800), deal{s.same(span{12, 40}), s.same(span{12, 12}), s.thinks(0.001, 0.02)})
	s.stay(p, nil, read, write)
}

// plcRead is a control system that reads a Siemens or Rockwell controller: S7 jobs
// of 31 bytes or more, or CIP requests of 60-300.
func plcRead(s *session) {
	p := s.meet(place{port: 102, far: 0.2, inbound: 0.3})
	s.stay(p, []deal{s.deal(span{22, 80}, span{22, 80}), s.deal(span{25, 60}, span{27, 60})},
		s.asks(s.ticks(s.spread(0.2, 10), 0.03), s.deal(span{31, 300}, span{26, 480})),
		s.asks(s.random(5, 600), s.deal(span{36, 300}, span{22, 200})))
}

// opcUA subscribes to values: publish requests are answered when something
// changed, each 0.1-10 s, or as a keep-alive.
func opcUA(s *session) {
	p := s.meet(place{port: 4840, tls: 0.4, far: 0.3, inbound: 0.4})
	next := s.ticks(s.spread(0.25, 10), 0.01)
	if s.chance(0.5) {
		next = s.random(0.5, 60)
	}
	publish := s.calls(next, deal{s.mix(span{90, 1500}), s.same(span{80, 200}), stretch{0.0005, 0.005}})
	s.stay(p, []deal{s.deal(span{60, 90}, span{28, 28}), s.deal(span{130, 2500}, span{130, 3500}), s.deal(span{200, 1500}, span{150, 900})},
		publish, s.asks(s.ticks(s.spread(5, 60), 0.02), s.deal(span{90, 200}, span{80, 200})))
}

// telecontrol is IEC 60870-5-104: information of 16-60 bytes as it happens,
// acknowledged by 6 bytes after each eighth (w) or 10 s (t2), test frames of 6
// after 20 s of silence (t3), a general interrogation now and then.
func telecontrol(s *session) {
	p := s.meet(place{port: 2404, tls: 0.15, far: 0.6, inbound: 0.4})
	six := s.same(span{6, 6})
	info, unacked := s.text(span{16, 60}), 0
	news := habit{next: s.rhythm(0.5, 60), do: func(c *conn) {
		t := c.send(s.now, 1-c.client, info())
		if unacked++; unacked == 8 {
			c.send(t+0.001, c.client, 6)
			unacked = 0
		}
	}}
	late := habit{next: s.ticks(10, 0.02), do: func(c *conn) {
		if unacked > 0 {
			c.send(s.now, c.client, 6)
			unacked = 0
		}
	}}
	test := deal{six, six, stretch{0.001, 0.02}}
	all := deal{s.same(span{16, 16}), s.text(span{200, 5000}), stretch{0.01, 0.1}}
	s.stay(p, []deal{test, all}, news, late, s.asks(s.ticks(20, 0.02), test).quiet(), s.asks(s.ticks(s.spread(300, 3600), 0.02), all))
}

// mqtt is a device that reports: PUBLISH, with PUBACK (4 bytes) at QoS 1, and
// PINGREQ and PINGRESP (2 bytes each) where it has nothing to say, each 15 s to
// 20 min (what AWS IoT Core allows at most); every third has little else to say.
func mqtt(s *session) {
	p := s.meet(place{port: 1883, secure: 8883, tls: 0.5, far: 0.8, inbound: 0.25})
	report, puback := s.text(span{20, 600}), s.same(span{4, 4})
	every := s.spread(1, 300)
	if s.chance(1. / 3) {
		every *= s.spread(10, 100)
	}
	next := s.ticks(every, s.between(0.01, 0.1))
	publish := s.tells(next, report)
	if s.chance(0.5) {
		publish = s.asks(next, deal{report, puback, s.thinks(0.0005, 0.01)})
	}
	ping := deal{s.same(span{2, 2}), s.same(span{2, 2}), stretch{0.0005, 0.005}}
	s.stay(p, []deal{s.deal(span{25, 160}, span{4, 4})}, publish, s.asks(s.ticks(s.spread(15, 1200), 0.01), ping).quiet())
}

// mqttHub is a house or a plant on a broker: what sensors say in JSON arrives
// at random times, and commands go out; half with acknowledgements.
func mqttHub(s *session) {
	p := s.meet(place{port: 1883, secure: 8883, tls: 0.5, far: 0.6, inbound: 0.3})
	puback := s.same(span{4, 4})
	heard, said := s.random(0.5, 120), s.random(3, 900)
	habits := []habit{s.pushes(heard, s.mix(span{25, 900})), s.tells(said, s.mix(span{25, 400}))}
	if s.chance(0.5) {
		habits = []habit{
			s.calls(heard, deal{s.mix(span{25, 900}), puback, s.thinks(0.0005, 0.01)}),
			s.asks(said, deal{s.mix(span{25, 400}), puback, s.thinks(0.0005, 0.01)}),
		}
	}
	ping := s.asks(s.ticks(s.spread(15, 120), 0.01), deal{s.same(span{2, 2}), s.same(span{2, 2}), stretch{0.0005, 0.005}})
	s.stay(p, []deal{s.deal(span{25, 160}, span{4, 4}), s.deal(span{20, 200}, span{5, 20})}, append(habits, ping)...)
}

// modem informs its provider (TR-069): a SOAP session each few minutes to a
// day, and inbound calls to fetch it sooner.
func modem(s *session) {
	p := s.meet(place{port: 7547, secure: 443, tls: 0.7, far: 0.9, inbound: 0.2})
	inform, empty := s.deal(span{2000, 7000}, span{500, 1200}), s.deal(span{120, 300}, span{120, 2500})
	s.visits(p, s.ticks(s.spread(60, 7200), 0.05), inform, empty, empty)
}

// printJobs is a printer: it is asked how it is each half a minute or so, and now and then given
// something to print.
func printJobs(s *session) {
	p := s.meet(place{port: 631, tls: 0.3, inbound: 0.3})
	status := s.deal(span{200, 500}, span{200, 1500})
	job := deal{s.heavy(span{10_000, 200_000}, 4_000_000), s.text(span{100, 400}), s.thinks(0.05, 0.5)}
	jobs := s.spread(0.0005, 0.02)
	for next := s.ticks(s.spread(15, 300), 0.05); s.wait(next()); {
		deals := []deal{status}
		if s.chance(jobs * s.busy()) {
			deals = append(deals, job)
		}
		if !s.until(s.visit(p, deals...)) {
			return
		}
	}
}

// charger is an electric car's (OCPP: JSON over WebSocket): Heartbeat and meter
// values, each answered, a remote start at times.
func charger(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.8, far: 0.9, inbound: 0.3})
	s.stay(p, []deal{upgrade(s), s.deal(span{200, 400}, span{110, 160})},
		s.asks(s.ticks(s.spread(20, 900), 0.01), s.deal(span{40, 60}, span{70, 90})),
		s.asks(s.random(5, 300), s.deal(span{180, 900}, span{40, 60})),
		s.calls(s.daily(s.spread(300, 7200)), s.deal(span{90, 300}, span{60, 90})))
}

// tracker is a fleet's boxes on a server: positions of 40-1000 bytes, each
// acknowledged by some, when the car moves, else a beat (Teltonika, GT06).
func tracker(s *session) {
	p := s.meet(place{port: 5027, tls: 0.1, far: 0.95, inbound: 0.5})
	moves := s.asks(s.bursts(s.spread(5, 200)), s.deal(span{30, 1000}, span{4, 30}))
	s.stay(p, []deal{s.deal(span{17, 24}, span{1, 12})}, moves, s.asks(s.ticks(s.spread(30, 300), 0.02), s.deal(span{5, 20}, span{5, 20})))
}
