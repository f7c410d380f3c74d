package lab

// Much at a time, and then nothing.

// mirror fetches packages a few times a day: an index, then some downloads.
func mirror(s *session) {
	for s.wait(s.after(5 * 3600)) {
		p := s.far(80)
		c := s.connect(p, s.now)
		t := c.ready
		for range 3 + s.IntN(20) {
			t = c.ask(t, s.size(span{120, 220}), s.spread(0.005, 0.05), s.tail(span{4000, 20_000_000}))
		}
		c.close(t, out)
		if !s.until(t) {
			return
		}
	}
}

// backup copies what changed to a store every few hours, in parts.
func backup(s *session) {
	p := s.far(443)
	p.tls = true
	p.rate = s.spread(2e6, 2e7)
	every, parts := s.spread(3600, 8*3600), s.size(span{2, 12})
	for s.wait(every * s.between(0.95, 1.05)) {
		c := s.connect(p, s.now)
		t := c.ready
		for range 1 + s.IntN(parts) {
			t = c.ask(t, s.size(span{1 << 20, 8 << 20}), 0.05, s.size(span{250, 450}))
		}
		c.close(t, out)
		if !s.until(t) {
			return
		}
	}
}
