package lab

// Agents: programs that report what they see and ask what they should do.

// reporting draws when agents report: each few seconds to each hour, with a
// jitter that some have by design.
func (s *session) reporting(lo, hi float64) rhythm {
	return s.ticks(s.spread(lo, hi), s.spread(0.001, 0.5))
}

// beaconSession is an agent that reports at even times over one connection.
func beaconSession(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.9, far: 0.85})
	s.stay(p, nil, s.asks(s.reporting(5, 900), s.deal(span{120, 6000}, span{90, 2500})))
}

// beaconConnect is the same with a new connection for each report; every third
// always says and hears the same.
func beaconConnect(s *session) {
	p := s.meet(place{port: 80, secure: 443, tls: 0.8, far: 0.85})
	report := s.deal(span{100, 4000}, span{90, 2500})
	if s.chance(1. / 3) {
		report = deal{s.same(span{100, 4000}), s.same(span{90, 2500}), s.thinks(0.001, 0.01)}
	}
	s.visits(p, s.reporting(5, 900), report)
}

// metricsAgent posts compressed series each 10-60 s and events as they come
// (Datadog flushes each 15 s, the CloudWatch agent and New Relic each 60 s).
func metricsAgent(s *session) {
	p := s.far(443)
	p.tls = true
	every := []float64{10, 10, 15, 15, 30, 60}[s.IntN(6)]
	main := s.asks(s.ticks(every, s.between(0.005, 0.05)), s.deal(span{600, 40_000}, span{90, 450}))
	more := s.asks(s.random(10, 600), s.deal(span{400, 5000}, span{90, 450}))
	s.stay(p, nil, main, more)
}

// ssmAgent is the AWS Systems Manager agent: long polls of 20 s for messages,
// health each 5 min, and a WebSocket with a ping each minute or so.
func ssmAgent(s *session) {
	messages, gateway := s.far(443), s.far(443)
	messages.tls, gateway.tls = true, true
	ping := deal{s.same(span{6, 14}), s.same(span{2, 10}), stretch{0.001, 0.005}}
	s.tend(
		&link{peer: messages, habits: []habit{
			s.polls(20, s.chances(s.spread(3600, 48*3600)), s.text(span{800, 1600}), s.same(span{250, 450}), s.text(span{1500, 6000})),
		}},
		&link{peer: gateway, greet: []deal{upgrade(s)}, life: s.ticks(s.spread(600, 7200), 0.1), habits: []habit{
			s.asks(s.ticks(s.spread(30, 300), 0.01), ping),
			s.asks(s.ticks(300, 0.02), s.deal(span{1000, 2200}, span{250, 450})),
		}},
	)
}

// osquery is an endpoint agent under a TLS server: it asks for distributed
// queries each 10-60 s (distributed_interval), sends logs each 4 s or more
// (logger_tls_period) and fetches its configuration each 5-60 min.
func osquery(s *session) {
	p := s.far(443)
	p.tls = true
	ask := s.asks(s.ticks(s.spread(10, 60), 0.1), s.deal(span{250, 700}, span{180, 420}))
	logs := s.asks(s.ticks(s.spread(4, 300), 0.1), s.deal(span{600, 12_000}, span{150, 320}))
	config := s.asks(s.ticks(s.spread(300, 3600), 0.1), s.deal(span{250, 700}, span{2000, 30_000}))
	if s.chance(0.5) {
		s.visits(p, ask.next, s.deal(span{250, 700}, span{180, 420}))
		return
	}
	s.stay(p, nil, ask, logs, config)
}

// sensor is an endpoint detection agent: one TLS session for weeks, events in
// small batches as processes start, a beat each 30-300 s, and pushes from the
// cloud: a policy, a question.
func sensor(s *session) {
	p := s.far(443)
	p.tls = true
	s.stay(p, []deal{s.deal(span{300, 1500}, span{200, 3000})},
		s.tells(s.random(1, 60), s.mix(span{80, 4000})),
		s.asks(s.ticks(s.spread(30, 300), 0.05), s.deal(span{20, 300}, span{20, 200})),
		s.calls(s.chances(s.spread(60, 7200)), s.deal(span{60, 4000}, span{60, 2000})))
}

// saltMinion listens for jobs that the master publishes and returns results
// (ZeroMQ on 4505 and 4506, ZMTP pings, master_alive_interval).
func saltMinion(s *session) {
	jobs := s.meet(place{port: 4505, far: 0.3})
	results := *jobs
	results.port = 4506
	work := s.random(30, 3600)
	s.tend(
		&link{peer: jobs, greet: []deal{s.deal(span{64, 80}, span{64, 80})}, habits: []habit{
			s.pushes(work, s.text(span{250, 1500})),
			s.calls(s.ticks(s.spread(10, 120), 0.01), deal{s.same(span{9, 25}), s.same(span{9, 25}), stretch{0.0005, 0.002}}),
		}},
		&link{peer: &results, life: s.ticks(s.spread(60, 7200), 0.2), habits: []habit{
			s.asks(work, s.deal(span{400, 9000}, span{100, 300})),
			s.asks(s.ticks(s.spread(60, 900), 0.05), s.deal(span{200, 500}, span{150, 400})),
		}},
	)
}

// puppet applies its catalogue each half an hour (runinterval, with splay).
func puppet(s *session) {
	p := s.meet(place{port: 8140, tls: 1, far: 0.3})
	facts, catalogue := s.deal(span{15_000, 90_000}, span{20_000, 600_000}), s.deal(span{300, 700}, span{400, 9000})
	report := s.deal(span{5000, 80_000}, span{150, 300})
	for s.wait(1800 * s.between(0.9, 1.1)) {
		deals := []deal{s.deal(span{300, 700}, span{400, 2000}), facts}
		for range s.size(span{3, 40}) {
			deals = append(deals, catalogue)
		}
		if !s.until(s.visit(p, append(deals, report)...)) {
			return
		}
	}
}

// license checks a seat out and says each minute or so that it still sits
// there (FlexNet: heartbeats of about 120 s).
func license(s *session) {
	p := s.meet(place{port: 27000, secure: 443, tls: 0.3, far: 0.3, inbound: 0.3})
	s.report(p, 0.3, s.ticks(s.spread(20, 1800), 0.02), s.deal(span{100, 700}, span{60, 500}))
}

// traces exports spans in batches: each 5 s when there are any (OpenTelemetry,
// OTEL_BSP_SCHEDULE_DELAY), each minute in others.
func traces(s *session) {
	p := s.meet(place{port: 4317, secure: 443, tls: 0.6, far: 0.5, inbound: 0.2})
	period, busy := []float64{1, 5, 5, 10, 60}[s.IntN(5)], s.random(0.5, 120)
	next := func() float64 { return period * float64(1+int(busy()/period)) }
	s.stay(p, nil, s.asks(next, s.deal(span{200, 9000}, span{20, 200})))
}

// logShip sends what was logged, in batches, to a collector which answers each.
func logShip(s *session) {
	p := s.meet(place{port: 5044, secure: 443, tls: 0.8, far: 0.6, inbound: 0.2})
	period := s.spread(1, 60)
	entry, answer := s.size(span{40, 400}), s.same(span{6, 420}) // 6: a Lumberjack ACK
	entries := s.spread(0.02, 20)                                // a second
	batch := func() int { return s.size(span{30, 500}) + int(s.after(entries*period*s.busy()))*entry/5 }
	s.stay(p, nil, s.asks(s.ticks(period, 0.05), deal{batch, answer, s.thinks(0.002, 0.05)}))
}

// syslog sends lines one by one as they happen, and nobody answers (RFC 6587,
// over TLS RFC 5425).
func syslog(s *session) {
	p := s.meet(place{port: 514, secure: 6514, tls: 0.4, far: 0.4, inbound: 0.3})
	s.stay(p, nil, s.tells(s.random(0.3, 60), s.mix(span{60, 600})))
}

// carbon pushes metrics as lines of text (Graphite, each 10-60 s; StatsD over
// TCP, each second or as they come). Nobody answers.
func carbon(s *session) {
	p := s.meet(place{port: 2003, far: 0.3, inbound: 0.3})
	lines := s.same(span{50, 12_000})
	next := s.ticks(s.spread(1, 60), 0.02)
	if s.chance(0.3) {
		lines, next = s.text(span{20, 90}), s.random(0.2, 20)
	}
	s.stay(p, nil, s.tells(next, lines))
}

// zabbix is an active agent: values each 5 s (BufferSend), its list of checks
// each 1-10 min (RefreshActiveChecks), a new connection each; 13 bytes of header.
func zabbix(s *session) {
	p := s.meet(place{port: 10051, tls: 0.2, far: 0.3, inbound: 0.3})
	values, checks := s.deal(span{150, 3000}, span{90, 130}), s.deal(span{80, 140}, span{200, 5000})
	check, refresh := s.now, s.spread(60, 600)
	for next := s.ticks(s.spread(5, 60), 0.02); s.wait(next()); {
		s.visit(p, values)
		if s.now > check {
			s.visit(p, checks)
			check = s.now + refresh
		}
	}
}

// nagios runs plug-ins on other hosts by NRPE: packets of 1036 bytes over a
// new TLS session for each check, several checks each 1-10 min.
func nagios(s *session) {
	p := s.meet(place{port: 5666, tls: 0.8, far: 0.2, inbound: 0.7})
	size := span{1036, 1036}
	if s.chance(0.4) {
		size = span{60, 400} // version 3 and later say how long they are
	}
	d := s.deal(size, size)
	d.think = s.thinks(0.01, 0.3)
	checks := float64(s.size(span{3, 20}))
	s.visits(p, s.ticks(s.spread(120, 600)/checks, 0.3), d)
}

// scrape is a metrics server coming by: 5-60 s, a page that grows slowly.
func scrape(s *session) {
	p := s.meet(place{port: 9100, tls: 0.2, far: 0.1, inbound: 0.75})
	page := s.scale(span{600, 60_000})
	grown := func() int { return page + s.IntN(1+page/40) }
	every := []float64{5, 10, 15, 30, 60}[s.IntN(5)]
	s.stay(p, nil, s.asks(s.ticks(every, 0.001), deal{s.same(span{150, 420}), grown, s.thinks(0.001, 0.02)}))
}
