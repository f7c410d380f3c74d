package lab

// Programs that talk HTTP to the Internet.

// beaconSession is an agent that reports at even times over one connection.
func beaconSession(s *session) {
	p := s.far(443)
	p.tls = s.chance(0.9)
	every, jitter := s.spread(10, 300), s.spread(0.001, 0.2)
	ask, answer := s.size(span{300, 2400}), s.size(span{120, 900})
	for {
		c := s.connect(p, s.now)
		for range 1 + s.IntN(2000) {
			c.ask(s.now, ask+s.IntN(6), s.spread(0.002, 0.2), answer+s.IntN(3))
			if !s.until(max(c.ready, s.now+every*s.between(1-jitter, 1+jitter))) {
				return
			}
		}
		c.close(s.now, out)
	}
}

// beaconConnect is the same with a new connection for each report.
func beaconConnect(s *session) {
	p := s.far(443)
	p.tls = s.chance(0.8)
	every, jitter := s.spread(10, 300), s.spread(0.001, 0.2)
	ask, answer := s.size(span{200, 1500}), s.size(span{100, 700})
	for s.wait(every * s.between(1-jitter, 1+jitter)) {
		c := s.connect(p, s.now)
		t := c.ask(c.ready, ask+s.IntN(6), s.spread(0.002, 0.3), answer+s.IntN(3))
		c.close(t+0.001, out)
	}
}

// web is people browsing: a page is a burst of connections to several sites,
// the objects on it have heavy tails.
func web(s *session) {
	sites := make([]*peer, s.size(span{12, 40}))
	for i := range sites {
		sites[i] = s.far(443)
		sites[i].tls = true
	}
	for s.wait(s.after(240 / s.busy())) {
		for range 1 + s.IntN(6) {
			s.page(sites)
			if !s.wait(s.spread(4, 120)) {
				return
			}
		}
	}
}

func (s *session) page(sites []*peer) {
	for range 2 + s.IntN(5) {
		p := sites[s.tail(span{1, len(sites)})-1]
		c := s.connect(p, s.now+s.between(0, 0.8))
		t := c.ready
		for range 1 + s.IntN(12) {
			t = c.ask(t, s.size(span{180, 1600}), s.spread(0.005, 0.4), s.tail(span{700, 3_000_000}))
			t += s.spread(0.001, 1)
		}
		c.close(t+s.spread(5, 60), s.IntN(2))
	}
}

// push is a browser's or phone's notification channel: a heartbeat of a few
// bytes each 4 to 28 minutes and rare news.
func push(s *session) {
	p := s.far(5228)
	p.tls = true
	c := s.connect(p, s.now)
	c.ask(c.ready, s.size(span{300, 900}), 0.03, s.size(span{150, 700}))
	beat := s.spread(240, 1680)
	next := c.ready + beat
	for {
		news := s.now + s.after(1800/s.busy())
		if !s.until(min(next, news)) {
			return
		}
		if s.now < next {
			c.send(s.now, in, s.size(span{150, 3500}))
			c.send(s.now+0.01, out, s.size(span{20, 60}))
		} else {
			c.ask(s.now, 10, 0.01, 10)
			next = s.now + beat
		}
	}
}

// websocket is a ticker: many small frames down, a ping and pong of 6 and 2
// bytes of frame header each 20-30 s, seldom a subscription.
func websocket(s *session) {
	p := s.far(443)
	p.tls = true
	mean, size := s.spread(0.3, 8), s.size(span{60, 400})
	ping := s.between(20, 30)
	for {
		c := s.connect(p, s.now)
		c.ask(c.ready, s.size(span{450, 900}), 0.02, s.size(span{180, 320}))
		if !s.until(c.ready + 1) {
			return
		}
		next, hangUp := s.now+ping, s.now+s.spread(3600, 12*3600)
		for s.now < hangUp {
			if !s.wait(s.after(mean)) {
				return
			}
			c.send(s.now, in, size+s.IntN(40))
			if s.now > next {
				c.ask(s.now, 6, 0.001, 2)
				next = s.now + ping
			}
			if s.chance(0.001) {
				c.ask(s.now, s.size(span{70, 160}), 0.02, s.size(span{60, 200}))
			}
		}
		c.close(s.now, s.IntN(2))
	}
}

// chat is a team messenger: pings, and conversations when people are awake.
func chat(s *session) {
	p := s.far(443)
	p.tls = true
	c := s.connect(p, s.now)
	if !s.until(c.ready + 1) {
		return
	}
	ping := s.between(10, 30)
	for {
		for range s.IntN(60) {
			if !s.wait(ping) {
				return
			}
			c.ask(s.now, s.size(span{28, 34}), 0.01, s.size(span{28, 34}))
		}
		for range int(s.after(15 * s.busy())) {
			if !s.wait(s.spread(0.5, 40)) {
				return
			}
			if s.chance(0.3) {
				c.ask(s.now, s.size(span{120, 500}), 0.03, s.size(span{90, 200}))
			} else {
				c.send(s.now, in, s.tail(span{250, 6000}))
			}
		}
	}
}

// queuePoll is a worker on a queue: long polls of 20 s, now and then a job,
// which it deletes when done.
func queuePoll(s *session) {
	p := s.far(443)
	p.tls, p.rtt = true, s.spread(0.001, 0.03)
	ask, empty := s.size(span{900, 1700}), s.size(span{380, 620})
	mean := s.spread(15, 1200)
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for {
		c.send(s.now, out, ask)
		job := s.after(mean / s.busy())
		if !s.wait(p.rtt + min(job, 20)) {
			return
		}
		if job >= 20 {
			c.send(s.now, in, empty)
		} else {
			c.send(s.now, in, empty+s.tail(span{300, 20_000}))
			if !s.wait(s.spread(0.05, 5)) {
				return
			}
			c.ask(s.now, ask+s.IntN(40), 0.006, s.size(span{300, 420}))
		}
		if !s.wait(p.rtt + 0.02) {
			return
		}
	}
}

// runnerPoll is a build runner asking for work every few seconds and getting
// "no content", until there is a build to fetch and its log to send.
func runnerPoll(s *session) {
	p := s.far(443)
	p.tls = true
	every := s.between(3, 15)
	ask, none := s.size(span{700, 1500}), s.size(span{180, 520})
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for s.wait(every) {
		c.ask(s.now, ask, s.spread(0.02, 0.2), none)
		if !s.chance(0.002 * s.busy()) {
			continue
		}
		t := c.ask(s.now, ask, 0.1, s.size(span{5000, 40_000}))
		if !s.until(t) {
			return
		}
		for range s.size(span{10, 200}) {
			if !s.wait(3) {
				return
			}
			c.ask(s.now, ask/2+s.tail(span{100, 30_000}), 0.05, none)
		}
	}
}
