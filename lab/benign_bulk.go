package lab

// Much at a time, and then nothing.

// mirror fetches packages a few times a day: an index, then some downloads.
func mirror(s *session) {
	most := s.scale(span{200_000, 20_000_000})
	for next := s.chances(s.spread(1800, 6*3600)); s.wait(next()); {
		p := s.meet(place{port: 80, secure: 443, tls: 0.5, far: 0.9})
		c := s.connect(p, s.now)
		t := c.ready
		for range 3 + s.IntN(20) {
			t = c.ask(t, s.size(span{120, 420}), s.spread(0.005, 0.05), s.tail(span{4000, most}))
		}
		c.close(t, c.client)
		if !s.until(t) {
			return
		}
	}
}

// backup copies what changed to a store every few hours, in parts.
func backup(s *session) {
	p := s.meet(place{port: 443, tls: 1, far: 0.8})
	p.rate = s.spread(2e6, 2e7)
	every, parts := s.spread(1800, 8*3600), s.size(span{1, 12})
	for s.wait(every * s.between(0.95, 1.05)) {
		c := s.connect(p, s.now)
		t := c.ready
		for range 1 + s.IntN(parts) {
			t = c.ask(t, s.size(span{1 << 18, 8 << 20}), 0.05, s.size(span{250, 450}))
		}
		c.close(t, out)
		if !s.until(t) {
			return
		}
	}
}

// replicate is rsync, snapshots or a bucket's copy each few minutes: lists of
// files compared, and what is new.
func replicate(s *session) {
	p := s.meet(place{port: 873, secure: 22, tls: 0.6, far: 0.5, inbound: 0.4})
	list := s.deal(span{60, 3000}, span{300, 60_000})
	file := deal{s.text(span{40, 600}), s.heavy(span{500, 20_000}, 2_000_000), s.thinks(0.001, 0.05)}
	for next := s.ticks(s.spread(60, 3600), 0.05); s.wait(next()); {
		deals := []deal{list, list}
		for range int(s.after(4 * s.busy())) {
			deals = append(deals, file)
		}
		if !s.until(s.visit(p, deals...)) {
			return
		}
	}
}

// gitPoll looks each 0.5-15 min whether there is something new (refs of a
// repository), and fetches it if so: GitOps, build servers, editors.
func gitPoll(s *session) {
	p := s.meet(place{port: 22, secure: 443, tls: 0.9, far: 0.8, inbound: 0.2})
	refs := s.deal(span{200, 700}, span{600, 60_000})
	pack := deal{s.text(span{300, 1500}), s.heavy(span{800, 9000}, 3_000_000), s.thinks(0.02, 0.2)}
	news := s.spread(0.002, 0.1)
	for next := s.ticks(s.spread(30, 900), 0.1); s.wait(next()); {
		deals := []deal{refs}
		if s.chance(news * s.busy()) {
			deals = append(deals, pack)
		}
		if !s.until(s.visit(p, deals...)) {
			return
		}
	}
}

// registry is a host that pulls an image now and then and asks for its digest
// each few minutes (imagePullPolicy Always, Watchtower).
func registry(s *session) {
	p := s.meet(place{port: 443, tls: 1, far: 0.8})
	token, digest := s.deal(span{300, 900}, span{1500, 4000}), s.deal(span{600, 2500}, span{300, 900})
	layer := deal{s.text(span{600, 2500}), s.heavy(span{20_000, 500_000}, 10_000_000), s.thinks(0.02, 0.2)}
	news := s.spread(0.005, 0.1)
	for next := s.ticks(s.spread(60, 3600), 0.1); s.wait(next()); {
		deals := []deal{token, digest}
		if s.chance(news * s.busy()) {
			for range 1 + s.IntN(6) {
				deals = append(deals, layer)
			}
		}
		if !s.until(s.visit(p, deals...)) {
			return
		}
	}
}

// syncthing is a folder shared by some devices: pings each 90 s of silence
// (Block Exchange Protocol), index updates and blocks when files change.
func syncthing(s *session) {
	devices := make([]*link, s.size(span{1, 4}))
	ping, change := s.ticks(90, 0.05), s.daily(s.spread(60, 3600))
	block := deal{s.text(span{90, 160}), s.heavy(span{500, 20_000}, 2_000_000), s.thinks(0.002, 0.05)}
	for i := range devices {
		p := s.meet(place{port: 22000, tls: 1, far: 0.6, inbound: 0.4})
		devices[i] = &link{peer: p, life: s.lifetime(), greet: []deal{s.deal(span{300, 2000}, span{300, 2000})}, habits: []habit{
			s.tells(ping, s.same(span{6, 8})).quiet(), s.pushes(ping, s.same(span{6, 8})).quiet(),
			s.tells(change, s.text(span{150, 2000})), s.pushes(change, s.text(span{150, 2000})),
			s.asks(s.bursts(s.spread(60, 3600)), block), s.calls(s.bursts(s.spread(60, 3600)), block),
		}}
	}
	s.tend(devices...)
}
