package mining

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// The timers of a miner's connection.
const (
	tJob = iota
	tShare
	tWindow
	tReport
	tKeep
	tEnd
	tPing
	timers
)

// stratum is a miner's connection to a pool or proxy.
type stratum struct {
	env    *acts.Env
	client *tcp.Host
	pools  []*pool
	prog   *program
	rig    *rig
	r      rng.Rand
	way    way
	// up is the upstream that a proxy's workers feed; fed is set on the upstream itself.
	up  *stratum
	fed bool
	// donor makes the connection last only for the author's rounds, in which the main rig's work is away.
	donor bool
	main  *rig
	// quit is when the program is ended, far how much longer this host's way to a pool is than the usual.
	quit clock.Time
	far  float64

	c      *tcp.Conn
	at     int
	server int
	due    [timers]clock.Time
	rude   bool
	// diff is the difficulty, told the one that the miner has been told last.
	diff, told float64
	shares     int
	since      clock.Time
	lastJob    clock.Time
	last       clock.Time
	tries      int
	// began is set once the job of the greeting has passed, quiet while no share is drawn yet.
	began, quiet bool
}

func (s *stratum) pool() *pool { return s.pools[s.at] }

func (s *stratum) path() tcp.Path {
	p := s.pool().path
	p.RTT = clock.Time(float64(p.RTT) * s.far)
	return p
}

// Step implements sim.Actor.
func (s *stratum) Step(now clock.Time) clock.Time {
	if s.c == nil {
		return s.connect(now)
	}
	which := 0
	for i, d := range s.due {
		if d < s.due[which] {
			which = i
		}
	}
	switch which {
	case tJob:
		s.sendJob(now)
	case tShare:
		s.share(now)
	case tWindow:
		s.retarget(now)
	case tReport:
		t := s.c.Send(tcp.Client, now, s.prog.reportSize)
		s.c.Send(tcp.Server, t+s.think(), s.prog.reportReply)
		s.due[tReport] = now + s.prog.report.Next(&s.r)
		s.spoke(t)
	case tKeep:
		t := s.c.Send(tcp.Client, now, s.prog.keepAsk)
		s.c.Send(tcp.Server, t+s.think(), s.prog.keepAnswer)
		s.spoke(t)
	case tPing:
		s.way.ping(now)
		s.due[tPing] = now + s.way.beat.Next(&s.r)
	case tEnd:
		return s.end(now)
	}
	return s.next()
}

func (s *stratum) next() clock.Time {
	next := s.due[0]
	for _, d := range s.due {
		next = min(next, d)
	}
	s.c.Settle(next)
	s.way.settle(next)
	return next
}

func (s *stratum) think() clock.Time {
	return clock.Secs(s.r.LogNormal(s.pool().think, 0.5))
}

// spoke puts off the protocol's keep-alive.
func (s *stratum) spoke(t clock.Time) {
	if s.prog.keep > 0 {
		s.due[tKeep] = t + s.prog.keep
	}
}

func (s *stratum) connect(now clock.Time) clock.Time {
	if now >= s.quit {
		if s.way.outer != nil {
			s.way.outer.Finish(tcp.Client, now, true)
			s.way.outer = nil
		}
		return clock.Never
	}
	p := s.pool()
	away, until := p.outage(now)
	if away || s.tries == 0 && s.r.Chance(0.01) {
		s.tries++
		fault := rng.Pick(&s.r, tcp.Refused, tcp.Silent, tcp.Slammed)
		known := s.way.fail(s, now, fault)
		if s.tries >= s.prog.attempts {
			s.at, s.tries = (s.at+1)%len(s.pools), 0
		}
		return known + s.prog.retry.Wait(&s.r, s.tries)
	}
	s.tries = 0
	if s.r.Chance(0.3) {
		s.server = s.r.Intn(len(p.hosts))
	}
	s.server %= len(p.hosts)
	c, t := s.way.dial(s, now)
	s.c = c
	c.Probe(0, s.prog.probe)
	c.Probe(1, p.probes[1])
	for i, h := range s.prog.hello {
		t = c.Send(tcp.Client, t, h)
		t = c.Send(tcp.Server, t+s.think(), s.prog.answers[i])
	}
	if p.extra > 0 {
		c.Send(tcp.Server, t, p.extra)
	}
	s.start(t, until)
	return s.next()
}

// start sets the timers of a fresh connection, whose pool goes away at a known time.
func (s *stratum) start(t, gone clock.Time) {
	p := s.pool()
	for i := range s.due {
		s.due[i] = clock.Never
	}
	s.last, s.since, s.shares = t, t, 0
	s.diff = p.bound(p.first)
	if s.prog.fixed > 0 {
		s.diff = p.bound(s.rig.hash * s.prog.fixed)
	} else if s.up == nil {
		s.due[tWindow] = t + clock.Secs(p.window*s.r.Between(0.9, 1.1))
	}
	s.told = s.difficulty()
	if p.chain.style == classic {
		s.c.Send(tcp.Server, t, p.diff)
	}
	s.sendJob(t)
	if !s.fed {
		s.plan(t)
	}
	s.spoke(t)
	if s.prog.report.Mean > 0 {
		s.due[tReport] = t + s.prog.report.Next(&s.r)
	}
	s.rude = s.r.Chance(0.5)
	end := min(gone, t+clock.Secs(s.r.Exp(260000)))
	if p.life.Mean > 0 {
		end = min(end, t+p.life.Next(&s.r))
	}
	if s.at > 0 {
		// The first pool is tried again after a while on another.
		end = min(end, t+clock.Secs(s.r.Log(120, 1800)))
	}
	if s.donor {
		end = t + clock.Secs(max(s.prog.donate*s.prog.each, 30))
		s.main.away = end
	}
	s.due[tEnd] = min(end, max(s.quit, t))
	if s.way.beat.Mean > 0 {
		s.due[tPing] = t + s.way.beat.Next(&s.r)
	}
}

func (s *stratum) sendJob(t clock.Time) {
	p := s.pool()
	if d := s.difficulty(); d != s.told && p.chain.style == classic {
		s.told = d
		s.c.Send(tcp.Server, t, p.diff)
	}
	// A login's answer carries the first job already.
	if s.began || p.chain.style != login {
		s.c.Send(tcp.Server, t, p.job.Next(&s.r))
	}
	s.began = true
	s.lastJob = t
	next := p.chain.after(t-p.lag) + p.lag
	if p.refresh.Mean > 0 {
		next = min(next, t+p.refresh.Next(&s.r))
	}
	s.due[tJob] = max(next, t+p.gap)
}

// plan draws the time of the next share.
func (s *stratum) plan(t clock.Time) {
	if s.quiet = t < s.rig.away; s.quiet {
		s.due[tShare] = s.rig.away
		return
	}
	wait := clock.Secs(s.r.Exp(s.difficulty() / s.rig.rate(t)))
	if wait > 20*clock.Minute {
		// The rate may be another by then: a memoryless process may be drawn anew.
		wait = 20 * clock.Minute
		s.quiet = true
	}
	s.due[tShare] = t + wait
}

// difficulty is the pool's, or the upstream's where a proxy hands it through.
func (s *stratum) difficulty() float64 {
	if s.up != nil && s.up.c != nil && s.prog.fixed == 0 {
		return s.up.diff
	}
	return s.diff
}

func (s *stratum) share(now clock.Time) {
	if s.quiet {
		s.idle(now)
		return
	}
	p := s.pool()
	t := s.c.Send(tcp.Client, now, s.prog.submit+s.r.Intn(3))
	answer := p.reply
	if now-s.lastJob < s.path().RTT || s.r.Chance(p.bad) {
		answer = p.refusal
	}
	s.c.Send(tcp.Server, t+s.think(), answer)
	s.shares++
	s.last = t
	s.spoke(t)
	s.plan(t)
	if s.up != nil && s.r.Chance(s.difficulty()/max(s.up.diff, 1e-9)) {
		s.up.relay(t + s.think()/4)
	}
}

// idle looks whether the pool loses its patience with a miner without shares.
func (s *stratum) idle(now clock.Time) {
	if k := s.pool().kick; k > 0 && now-s.last > k {
		s.due[tEnd] = now
	}
	s.plan(now)
}

// relay sends a worker's share on.
func (s *stratum) relay(t clock.Time) {
	if s.c == nil {
		return
	}
	t = s.c.Send(tcp.Client, t, s.prog.submit+s.r.Intn(3))
	s.c.Send(tcp.Server, t+s.think(), s.pool().reply)
	s.shares++
	s.last = t
	s.spoke(t)
}

func (s *stratum) retarget(now clock.Time) {
	p := s.pool()
	took := float64(now-s.since) / 1e6
	s.due[tWindow] = now + clock.Secs(p.window*s.r.Between(0.9, 1.2))
	want := took / p.target
	if got := float64(s.shares); got > want*(1+p.slack)+1 || got < want*(1-p.slack)-1 {
		d := p.bound(s.diff * min(max(got/want, 0.25), 4))
		if d != s.diff {
			s.diff = d
			// A new difficulty comes with a job.
			s.sendJob(now)
			if !s.fed {
				s.plan(now)
			}
		}
	}
	s.since, s.shares = now, 0
}

func (s *stratum) end(now clock.Time) clock.Time {
	s.way.hang(s, now)
	s.c = nil
	s.began = false
	if s.at > 0 {
		s.at = 0
	}
	if s.donor {
		return now + clock.Secs(s.prog.each*s.r.Between(0.95, 1.05))
	}
	return now + s.prog.retry.Wait(&s.r, 0)
}
