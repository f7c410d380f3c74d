package mine

import (
	"math"

	"makes/ad/internal/rnd"
	"makes/ad/internal/tcp"
)

// Sources of messages in a session.
const (
	jobs = iota
	fresh
	shares
	look
	client
	server
	sources
)

type pending struct {
	t    float64
	side int
	size int
}

// session is a miner at a pool.
type session struct {
	o         *pool
	w         *wire
	r         *rnd.R
	rate      float64 // shares per second at the difficulty of now
	next      [sources]float64
	queue     []pending
	job       int
	lag       float64
	recent    float64 // shares since the last look
	looked    float64
	unsettled int // shares without a reply
	said      float64
	asks      float64 // period of what the client says beside shares
	reject    float64
	beat      int
}

// mineAt runs one session and ends it at end, unless the log ends before.
// hash is the hash rate over what the pool's first difficulty expects.
func mineAt(o *pool, w *wire, r *rnd.R, hash, t, end, span float64, transport string, old bool) {
	s := &session{o: o, w: w, r: r, lag: r.Log(0.001, 0.1), reject: r.Log(0.001, 0.04), beat: r.Int(60, 110)}
	s.rate = hash / o.target
	if old {
		w.c.Resume(t)
		if o.window > 0 {
			s.rate = r.Uni(1-o.slack, 1+o.slack) / o.target
		}
		w.spoke = t
	} else {
		t = w.open(r, t, transport)
		for i, n := range o.d.login {
			t = w.send(t+0.0005+r.Exp(o.think), i%2, int(float64(n)*o.login))
		}
		if o.extra {
			t = w.send(t+0.001, tcp.C, 56)
			t = w.send(t+o.think, tcp.S, 36)
		}
		if o.d.habit != "pull" && o.d.alive != "keep" {
			w.send(t+0.001, tcp.S, o.d.set+o.jobMode.Draw(r, 0))
		}
	}
	s.run(t, min(end, span))
	w.settle(min(end, span))
	if end < span {
		w.c.Close(end+0.5, rnd.Pick(r, tcp.C, tcp.S), rnd.Pick(r, tcp.Fin, tcp.Fin, tcp.Abrupt, tcp.Half))
	}
	w.c.Done(min(end+1, span))
}

func (s *session) run(t, stop float64) {
	o, r := s.o, s.r
	for i := range s.next {
		s.next[i] = math.Inf(1)
	}
	s.said, s.looked = t, t
	s.job = o.after(t)
	s.schedule()
	s.next[shares] = t + r.Exp(1/s.rate)
	if o.refresh > 0 {
		s.next[fresh] = t + o.refresh*r.Float64()
	}
	if o.window > 0 {
		s.next[look] = t + o.window*r.Float64()
	}
	switch o.d.alive {
	case "keep":
		s.asks = rnd.Pick[float64](r, 60, 60, 60, 30, 0)
	case "rate":
		s.asks = rnd.Pick[float64](r, 5, 10, 20, 30, 60, 60, 0)
	case "ping":
		s.asks = rnd.Pick[float64](r, 0, 0, 0, 60, 120)
	}
	if o.poll > 0 {
		s.asks, s.next[fresh] = o.poll, math.Inf(1)
	}
	if s.asks > 0 {
		s.next[client] = t + s.asks
	}
	if o.ping > 0 {
		s.next[server] = t + o.ping*r.Float64()
	}
	for {
		best := 0
		for i := 1; i < sources; i++ {
			if s.next[i] < s.next[best] {
				best = i
			}
		}
		at := s.next[best]
		if len(s.queue) > 0 && s.queue[0].t <= at {
			q := s.queue[0]
			if q.t >= stop {
				return
			}
			s.queue = s.queue[1:]
			s.w.send(q.t, q.side, q.size)
			continue
		}
		if at >= stop {
			return
		}
		s.turn(best, at)
	}
}

func (s *session) turn(source int, t float64) {
	o, r := s.o, s.r
	switch source {
	case jobs:
		s.push(t, o.jobs[s.job])
		s.job++
		s.schedule()
	case fresh:
		s.push(t, job{t, false, o.jobMode.Base})
	case shares:
		s.submit(t)
		s.next[shares] = t + r.Exp(1/s.rate)
	case look:
		s.retarget(t)
		s.next[look] = t + o.window
	case client:
		if o.d.alive == "keep" && s.said+s.asks > t+0.01 {
			s.next[client] = s.said + s.asks // only after silence
			return
		}
		if o.poll > 0 {
			there := s.w.send(t, tcp.C, 62)
			s.later(there+o.think, tcp.S, o.jobMode.Draw(r, 0))
			s.next[client] = t + s.asks
			return
		}
		there := s.w.send(t, tcp.C, s.beat)
		s.later(there+o.think, tcp.S, o.reply.Draw(r, 0))
		s.said = t
		s.next[client] = t + s.asks
	case server:
		there := s.w.send(t, tcp.S, o.pong+12)
		s.later(there+0.001, tcp.C, o.pong)
		s.next[server] = t + o.ping
	}
}

func (s *session) schedule() {
	s.next[jobs] = math.Inf(1)
	if s.o.d.habit != "pull" && s.o.poll == 0 && s.job < len(s.o.jobs) {
		s.next[jobs] = s.o.jobs[s.job].t + s.lag + s.r.Exp(0.01)
	}
}

// push a job.
func (s *session) push(t float64, j job) {
	o := s.o
	if o.refresh > 0 {
		s.next[fresh] = t + o.refresh
	}
	n := 0
	for range o.several {
		n += max(20, int(j.size*(1+o.jobMode.Spread*s.r.NormFloat64())))
	}
	if o.extra && s.r.Chance(0.004) {
		n += 62
	}
	if o.twice {
		t = s.w.send(t, tcp.S, 60) - s.w.c.RTT/2 + 0.0002
	}
	there := s.w.send(t, tcp.S, n)
	s.said = t
	// A share found just before the job comes too late.
	if j.clean && s.r.Chance(min(0.3, s.rate*0.2)) {
		s.later(there+0.001, tcp.C, o.share.Draw(s.r, 0))
		s.later(there+s.w.c.RTT+o.think, tcp.S, o.reply.Draw(s.r, 0)+r30)
	}
}

// r30 is about what the words of an error add to a reply.
const r30 = 31

func (s *session) submit(t float64) {
	o, r := s.o, s.r
	there := s.w.send(t, tcp.C, o.share.Draw(r, 0))
	s.said = t
	s.recent++
	size := o.reply.Draw(r, 0)
	if r.Chance(s.reject) {
		size += r30
	}
	switch o.d.habit {
	case "mute":
		return
	case "cumulative":
		if s.unsettled++; s.unsettled < o.credit {
			return
		}
		s.unsettled = 0
	case "pull":
		at := there + o.think + r.Exp(0.01)
		s.later(at, tcp.S, size)
		s.later(at+s.w.c.RTT, tcp.C, 24)
		s.later(at+2*s.w.c.RTT+o.think, tcp.S, o.jobMode.Draw(r, 0))
		return
	}
	s.later(there+0.0003+r.Exp(o.think), tcp.S, size)
}

// retarget holds the rate of shares: what the pool has seen since it looked
// last decides the difficulty.
func (s *session) retarget(t float64) {
	o := s.o
	seen := s.recent / (t - s.looked)
	off := seen * o.target
	if s.recent < 3 && off > 0.2 {
		return // too few to tell; keep counting
	}
	s.recent, s.looked = 0, t
	if off > 1-o.slack && off < 1+o.slack {
		return
	}
	step := min(4, max(0.25, off))
	if o.double {
		step = math.Exp2(math.Round(math.Log2(step)))
	}
	if step == 1 {
		return
	}
	s.rate = max(s.rate/step, 1e-4)
	s.next[shares] = t + s.r.Exp(1/s.rate)
	if o.d.set > 0 {
		t = s.w.send(t, tcp.S, o.d.set) - s.w.c.RTT/2 + 0.0003
	}
	s.w.send(t, tcp.S, o.jobMode.Draw(s.r, 0)*o.several)
}

// later keeps what is to be said in order of time.
func (s *session) later(t float64, side, size int) {
	i := len(s.queue)
	s.queue = append(s.queue, pending{})
	for i > 0 && s.queue[i-1].t > t {
		s.queue[i] = s.queue[i-1]
		i--
	}
	s.queue[i] = pending{t, side, size}
}
