package lab

// Workers: programs that wait for jobs, do them, and say so. Of all that is
// ordinary this is most like mining.

// work makes jobs of a queue: they come down at random times, each is answered
// after a random while. At most so many are in hand; the rest waits.
type work struct {
	arrive rhythm
	takes  stretch // seconds of work on one job, log-uniform
	hands  int
	job    message
	done   []message // what the worker sends for one job, in order
	thanks message   // the server's answer to that; nil for none
}

// works draws jobs of any kind.
func (s *session) works(job, done span) *work {
	least := s.spread(0.005, 60)
	return &work{
		arrive: s.random(2, 300),
		takes:  stretch{least, least * s.spread(2, 200)},
		hands:  1 << s.IntN(5),
		job:    s.mix(job),
		done:   []message{s.mix(done)},
	}
}

// habits are the server's pushes and the worker's results.
func (w *work) habits(s *session) []habit {
	var ends []float64 // of the jobs in hand
	waiting := 0
	begin := func(c *conn) {
		c.send(s.now, 1-c.client, w.job())
		ends = append(ends, s.now+s.spread(w.takes.lo, w.takes.hi))
	}
	arrive := habit{next: w.arrive, do: func(c *conn) {
		if len(ends) < w.hands {
			begin(c)
		} else if waiting < 100 {
			waiting++
		}
	}}
	// The results are looked at each fraction of the least time a job takes,
	// but not more often than each half second: workers have pauses of theirs.
	finish := habit{next: s.ticks(min(max(w.takes.lo/2, 0.5), 5), 0.3), do: func(c *conn) {
		left := ends[:0]
		for _, end := range ends {
			if end > s.now {
				left = append(left, end)
				continue
			}
			for _, m := range w.done {
				c.send(s.now, c.client, m())
			}
			if w.thanks != nil {
				c.send(s.now+c.turn(c.client)+0.001, 1-c.client, w.thanks())
			}
		}
		for ends = left; waiting > 0 && len(ends) < w.hands; waiting-- {
			begin(c)
		}
	}}
	return []habit{arrive, finish}
}

// celery is a worker on an AMQP broker: basic.deliver (method, header and
// body frames), basic.ack of 21 bytes, the result published, heartbeats of 8
// bytes each way (AMQP 0-9-1 §4.2.7), gossip of the other workers' beats each
// 2 s unless switched off.
func celery(s *session) {
	p := s.meet(place{port: 5672, secure: 5671, tls: 0.5, far: 0.4, inbound: 0.15})
	w := s.works(span{350, 4000}, span{250, 3000})
	w.done = append(w.done, s.same(span{21, 21}))
	habits := w.habits(s)
	if s.chance(0.5) {
		habits = append(habits,
			s.tells(s.ticks(2, 0.01), s.same(span{320, 480})),
			s.pushes(s.ticks(2/float64(s.size(span{1, 8})), 0.3), s.same(span{340, 500})))
	}
	s.stay(p, amqp(s), append(habits, beats(s, 8)...)...)
}

// amqp is how an AMQP connection opens: start, tune, open, channels, queues.
func amqp(s *session) []deal {
	return []deal{
		s.deal(span{8, 8}, span{380, 540}), s.deal(span{200, 420}, span{20, 20}),
		s.deal(span{36, 48}, span{13, 13}), s.deal(span{13, 13}, span{16, 16}), s.deal(span{30, 90}, span{20, 60}),
	}
}

// beats are heartbeats of n bytes that each side sends on its own, after half
// of a time-out of 10-120 s (RabbitMQ proposes 60 s).
func beats(s *session, n int) []habit {
	every := s.ticks(s.spread(10, 120)/2, 0.02)
	return []habit{s.tells(every, s.same(span{n, n})), s.pushes(every, s.same(span{n, n}))}
}

// rabbit is a service that publishes and consumes events.
func rabbit(s *session) {
	p := s.meet(place{port: 5672, secure: 5671, tls: 0.5, far: 0.3, inbound: 0.2})
	habits := beats(s, 8)
	if s.chance(0.7) {
		habits = append(habits, s.tells(s.random(0.5, 120), s.mix(span{120, 4000})))
	}
	if s.chance(0.7) {
		habits = append(habits, s.calls(s.random(0.5, 120), deal{s.mix(span{120, 4000}), s.same(span{21, 21}), s.thinks(0.001, 0.1)}))
	}
	s.stay(p, amqp(s), habits...)
}

// gearman is a worker that is woken (NOOP, 12 bytes), grabs a job (12 bytes),
// and sends status and WORK_COMPLETE, all with a header of 12 bytes.
func gearman(s *session) {
	p := s.meet(place{port: 4730, tls: 0.2, far: 0.4, inbound: 0.2})
	w := s.works(span{60, 2500}, span{50, 2500})
	grab := deal{s.same(span{12, 12}), s.same(span{12, 12}), stretch{0.0003, 0.001}}
	habits := w.habits(s)
	assign := habits[0].do
	habits[0].do = func(c *conn) {
		c.strike(s.now, 1-c.client, grab)
		assign(c)
	}
	s.stay(p, []deal{s.deal(span{25, 120}, span{12, 12})}, append(habits, s.asks(s.ticks(s.spread(10, 60), 0.02), grab))...)
}

// beanstalk is a worker that reserves a job with a time-out, which holds the
// line, and deletes it when done: lines of text with small numbers.
func beanstalk(s *session) {
	p := s.meet(place{port: 11300, far: 0.3, inbound: 0.2})
	most := []float64{1, 5, 10, 30, 60}[s.IntN(5)]
	reserve := s.polls(most, s.random(2, 120), s.same(span{9, 25}), s.same(span{11, 11}), s.mix(span{60, 3000}))
	done := deal{s.text(span{11, 17}), s.same(span{9, 9}), stretch{0.0002, 0.001}}
	wait := reserve.do
	reserve.do = func(c *conn) {
		c.strike(s.now, c.client, done) // the job before
		wait(c)
	}
	s.stay(p, []deal{s.deal(span{10, 40}, span{10, 14})}, reserve)
}

// taskWorker is a home-made one: JSON over a WebSocket, a socket or HTTP/2,
// jobs pushed, results sent and acknowledged, beats of one side.
func taskWorker(s *session) {
	p := s.meet(place{port: 8787, secure: 443, tls: 0.5, far: 0.6, inbound: 0.25})
	w := s.works(span{80, 6000}, span{60, 6000})
	w.thanks = s.text(span{20, 160})
	beat := s.ticks(s.spread(5, 120), 0.1)
	ping := s.deal(span{6, 160}, span{2, 120})
	habits := append(w.habits(s), s.asks(beat, ping))
	if s.chance(0.3) {
		habits = append(w.habits(s), s.calls(beat, ping))
	}
	if s.chance(0.4) { // progress, or jobs that are taken back
		habits = append(habits, s.tells(s.random(5, 120), s.text(span{40, 400})), s.pushes(s.random(30, 900), s.text(span{40, 300})))
	}
	s.stay(p, []deal{s.deal(span{120, 1200}, span{60, 900})}, habits...)
}

// executor is a node of a compute cluster (Spark: a beat each 10 s; Dask: each
// 0.5-5 s; Ray): tasks of some kilobytes, status back.
func executor(s *session) {
	p := s.meet(place{port: 7077, tls: 0.3, far: 0.1, inbound: 0.3})
	w := s.works(span{1500, 12_000}, span{400, 6000})
	w.arrive = s.bursts(s.spread(1, 60))
	beat := []float64{0.5, 1, 3, 10, 10}[s.IntN(5)]
	s.stay(p, []deal{s.deal(span{300, 2000}, span{200, 3000})},
		append(w.habits(s), s.asks(s.ticks(beat, 0.02), s.deal(span{120, 2500}, span{40, 300})))...)
}

// buildAgent is a Jenkins-like agent: pings of the controller each 4-5 min, and
// builds, with their log streamed line by line.
func buildAgent(s *session) {
	p := s.meet(place{port: 50000, secure: 443, tls: 0.7, far: 0.5, inbound: 0.2})
	c := s.connect(p, s.now)
	if !s.until(c.ask(c.ready, s.size(span{300, 900}), 0.02, s.size(span{2000, 9000}))) {
		return
	}
	ping, building := s.spread(60, 300), s.daily(s.spread(1200, 4*3600))
	entry, call := s.random(0.3, 10), s.deal(span{100, 3000}, span{100, 20_000})
	for {
		for quiet := building(); quiet > 0; quiet -= ping {
			if !s.wait(min(quiet, ping)) {
				return
			}
			c.strike(s.now, 1-c.client, deal{s.same(span{90, 160}), s.same(span{90, 160}), stretch{0.001, 0.01}})
		}
		for over := s.now + s.spread(20, 1800); s.now < over; {
			if !s.wait(entry()) {
				return
			}
			c.send(s.now, c.client, s.tail(span{60, 4000}))
			if s.chance(0.1) {
				c.strike(s.now, 1-c.client, call)
			}
		}
	}
}

// longWorker polls a service for tasks and is held for a minute if there are
// none (Temporal 60-70 s, AWS Step Functions activities 60 s, Camunda).
func longWorker(s *session) {
	p := s.meet(place{port: 7233, secure: 443, tls: 0.7, far: 0.7})
	ask, none := s.text(span{120, 900}), s.same(span{10, 300})
	most, pollers := s.between(20, 70), make([]*link, 1+s.IntN(5))
	for i := range pollers {
		pollers[i] = &link{peer: p, habits: []habit{s.polls(most, s.random(5, 900), ask, none, s.mix(span{400, 9000}))}}
	}
	done := &link{peer: p, habits: []habit{s.asks(s.random(5, 300), s.deal(span{200, 6000}, span{10, 300}))}}
	s.tend(append(pollers, done)...)
}

// queuePoll is a worker on a queue behind HTTP: long polls of 20 s, now and
// then a job, which it deletes when done.
func queuePoll(s *session) {
	p := s.far(443)
	p.tls, p.rtt = true, s.spread(0.001, 0.03)
	ask, empty := s.size(span{600, 1700}), s.size(span{240, 620})
	job := s.random(5, 1200)
	most := []float64{1, 5, 10, 20, 20, 20}[s.IntN(6)]
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for {
		c.send(s.now, out, ask)
		held := job()
		if !s.wait(p.rtt + min(held, most)) {
			return
		}
		if held >= most {
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

// runnerPoll is a build runner asking for work every few seconds (GitLab:
// check_interval 3 s) and getting "no content", until there is a build to
// fetch and its log to send.
func runnerPoll(s *session) {
	p := s.far(443)
	p.tls = true
	poll := s.ticks(s.spread(3, 60), s.spread(0.001, 0.3))
	ask, none := s.size(span{400, 1800}), s.size(span{120, 520})
	builds := s.spread(0.0005, 0.01)
	c := s.connect(p, s.now)
	if !s.until(c.ready) {
		return
	}
	for s.wait(poll()) {
		c.ask(s.now, ask, s.spread(0.02, 0.2), none)
		if !s.chance(builds * s.busy()) {
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

// volunteer is a BOINC or Folding@home client, which computes, but does not
// mine: work units of megabytes down, results up, a word with the scheduler
// each few minutes or hours.
func volunteer(s *session) {
	scheduler, files := s.far(443), s.far(443)
	scheduler.tls, files.tls = s.chance(0.8), s.chance(0.8)
	files.rate = s.spread(2e6, 2e7)
	ask := s.deal(span{3000, 30_000}, span{1500, 15_000})
	fetch := deal{s.text(span{180, 400}), s.heavy(span{10_000, 1_000_000}, 20_000_000), stretch{0.01, 0.2}}
	result := deal{s.heavy(span{3000, 300_000}, 3_000_000), s.text(span{200, 500}), stretch{0.05, 0.5}}
	for units := s.random(300, 7200); s.wait(units()); {
		t := s.visit(files, result)
		if !s.until(t) || !s.until(s.visit(scheduler, ask)) {
			return
		}
		if s.chance(0.8) && !s.until(s.visit(files, fetch)) {
			return
		}
	}
}
