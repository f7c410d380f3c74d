package mining

import (
	"math"
	"sort"

	"makes/s/internal/dice"
	"makes/s/internal/everyday"
	"makes/s/internal/wire"
)

// rig is a miner with its settings.
type rig struct {
	d       *dice.Dice
	h       *everyday.Host
	end     wire.End
	local   int // the side at the interface
	rate    float64
	widths  widths
	spaced  bool
	retry   float64
	growth  float64
	timeout float64
	keep    float64 // seconds of silence before a keep-alive; 0 for none
	report  float64 // seconds between reports of the hash rate
	rtt     float64
	hello   [][2]message
	job, diff, submit, ok, bad, keep1, keep2,
	rate1, rate2 message
}

// newRig draws a miner of a hash rate for a pool.
func newRig(d *dice.Dice, h *everyday.Host, p *pool, rate float64) *rig {
	r := &rig{d: d, h: h, end: wire.End{Addr: h.Addr, Stack: h.Stack}, rate: rate, spaced: d.Chance(0.3), rtt: p.rtt * d.Between(0.9, 1.1)}
	r.widths = widths{'W': dice.Pick(d, 34, 42, 42, 62, 95, 95, 106, d.Int(5, 20)), 'R': d.Int(0, 16), 'P': dice.Pick(d, 1, 1, 1, d.Int(3, 30)),
		'A': d.Int(8, 110), 'G': dice.Pick(d, 0, 6, 120, d.Int(20, 420)), 'Z': d.Int(4, 64)}
	r.end.Stack.KeepIdle = wire.KeepIdle(d)
	r.timers()
	said, mine, its := p.coin.dialect.said, widths{}, widths{}
	for k, v := range p.widths {
		mine[k], its[k] = v, v
	}
	for k, v := range r.widths {
		mine[k], its[k] = v, v
	}
	delete(mine, 'X')
	for _, pair := range p.coin.dialect.hello {
		r.hello = append(r.hello, [2]message{compile(pair[0], mine, r.spaced), compile(pair[1], its, p.spaced)})
	}
	if len(r.hello) > 2 && d.Chance(0.4) {
		r.hello = r.hello[1:] // older firmware has no extensions
	}
	for key, m := range map[string]*message{"job": &r.job, "diff": &r.diff, "ok": &r.ok, "bad": &r.bad, "keep<": &r.keep2, "rate<": &r.rate2} {
		*m = compile(said[key], its, p.spaced)
	}
	for key, m := range map[string]*message{"submit": &r.submit, "keep>": &r.keep1, "rate>": &r.rate1} {
		*m = compile(said[key], mine, r.spaced)
	}
	for _, m := range []*message{&r.job, &r.diff, &r.submit, &r.ok, &r.bad} {
		if p.squeeze > 0 {
			m.base = int(float64(m.base)*p.squeeze) + 6
		}
	}
	return r
}

// timers sets what a miner does when its pool is out of reach.
func (r *rig) timers() {
	d := r.d
	r.retry = dice.Pick(d, 1, 3, 5, 5, 5, 10, 10, 15, 20, 30, 60, d.Log(0.5, 300))
	r.growth = dice.Pick(d, 1, 1, 1, 1.5, 2)
	r.timeout = dice.Pick(d, 5, 10, 15, 20, 30, 60, 127.0)
	if d.Chance(0.6) {
		r.keep = dice.Pick(d, 10, 20, 30, 45, 60, 60, 60, 120.0)
	}
	if d.Chance(0.6) {
		r.report = dice.Pick(d, 5, 10, 15, 20, 30, 60, 300.0)
	}
}

// mine works for a pool from a time to another; settled if it did before.
func (r *rig) mine(p *pool, from, to float64, settled bool) {
	wait := r.retry
	for at := from; at < to; {
		r.end.Port = r.h.Port()
		conn := wire.Dial(r.d, r.h.Tap, &r.end, &p.end, r.local, r.rtt, 6)
		s := &session{rig: r, p: p, stream: wire.Stream{Conn: conn, Layer: &p.layer}}
		fault, change := p.outages.At(at)
		if fault != wire.Up {
			at = s.fail(at, fault) + wait
			wait = min(wait*r.growth, 900)
			continue
		}
		wait = r.retry
		at = s.run(at, min(to, change), settled) + r.retry*r.d.Between(0.1, 1)
		settled = false
	}
}

// fastest is how many seconds lie between shares at least.
const fastest = 0.15

// session is a connection of a miner to its pool.
type session struct {
	*rig
	p      *pool
	stream wire.Stream
	id     int
	mean   float64 // seconds between shares
	heard  float64 // when the miner last sent
}

// fail tries in vain; a pool that kicks does so at one stage or another.
func (s *session) fail(at float64, fault wire.Fault) float64 {
	if fault != wire.Kicked {
		return s.stream.Fail(at, fault, s.timeout)
	}
	stage := int(s.p.rtt*1e6) % 3
	at = s.stream.Open(at)
	if stage > 0 {
		at = s.stream.Send(at, wire.Client, s.hello[0][0].size(s.d, 1, 1, 0))
	}
	if stage > 1 {
		at = s.stream.Send(at+s.p.delay, wire.Server, s.bad.size(s.d, 1, 1, 0))
	}
	s.stream.Close(at+s.p.delay, wire.Server)
	return at
}

// push sends a difficulty or a job of the pool, or both.
func (s *session) push(at float64, diff, job bool, merkle int) float64 {
	a, b := 0, 0
	if diff {
		a = s.diff.size(s.d, s.id, s.p.digits, 0)
	}
	if job && s.p.poll == 0 {
		b = s.job.size(s.d, s.id, s.p.digits, merkle)
	}
	if s.p.together {
		return s.stream.Send(at, wire.Server, a+b)
	}
	at = s.stream.Send(at, wire.Server, a)
	return s.stream.Send(at, wire.Server, b)
}

// settle gives the seconds between shares at the difficulty vardiff ends with.
func (s *session) settle() float64 {
	if s.p.target == 0 {
		return max(s.p.fixed/s.rate, fastest)
	}
	return max(s.p.target*s.d.Between(1-s.p.variance/2, 1+s.p.variance/2), s.p.floor/s.rate)
}

// The events of a session.
const (
	onShare = iota
	onJob
	onKeep
	onReport
	onRetarget
	onPing
	onPoll
	events
)

// run mines over the connection until an end, and gives when it was over.
func (s *session) run(at, end float64, settled bool) float64 {
	d, p := s.d, s.p
	var due [events]float64
	for i := range due {
		due[i] = math.Inf(1)
	}
	s.id = 1
	if s.mean = s.settle(); settled {
		s.stream.Resume(at)
		s.id = int(d.Log(10, 1e5))
	} else {
		if p.target > 0 {
			s.mean = max(max(p.first, p.floor)/s.rate, fastest)
		}
		at = s.stream.Open(at)
		for i := range s.hello {
			at = s.stream.Send(at+0.0005, wire.Client, s.hello[i][0].size(d, s.id, p.digits, 0))
			at = s.stream.Send(at+p.delay, wire.Server, s.hello[i][1].size(d, s.id, p.digits, 0))
		}
		at = s.push(at, true, p.coin.dialect.name != "cryptonote", 5)
	}
	end = min(end, at+d.Exp(p.life))
	next := sort.Search(len(p.jobs), func(i int) bool { return p.jobs[i].at > at })
	due[onShare], s.heard = at+d.Exp(s.mean), at
	if next < len(p.jobs) {
		due[onJob] = p.jobs[next].at
	}
	if s.keep > 0 && p.keep && s.keep1.base > 0 {
		due[onKeep] = at + s.keep
	}
	if s.report > 0 && s.rate1.base > 0 {
		due[onReport] = at + d.Exp(s.report)
	}
	if p.target > 0 {
		due[onRetarget] = at + p.window
	}
	if p.ping > 0 {
		due[onPing] = at + d.Between(0, p.ping)
	}
	if p.poll > 0 {
		due[onPoll] = at + p.poll
	}
	fresh, shares, lastShare := -1e9, 0, at
	for {
		what := 0
		for i, t := range due {
			if t < due[what] {
				what = i
			}
		}
		at = max(at, due[what])
		if p.silent > 0 && at > lastShare+p.silent {
			s.stream.Close(lastShare+p.silent, wire.Server)
			return lastShare + p.silent
		}
		if at >= end {
			s.stream.Idle(end)
			switch d.IntN(4) {
			case 0:
				s.stream.Reset(end, d.IntN(2))
			case 1:
				return s.stream.Stall(end, wire.Client, s.submit.size(d, s.id, 0, 0), d.Log(5, 180))
			default:
				s.stream.Close(end, d.IntN(2))
			}
			return end
		}
		switch what {
		case onShare:
			s.share(at, at-fresh < 0.3+s.rtt)
			shares, lastShare = shares+1, at
			due[onShare] = at + d.Exp(s.mean)
		case onJob:
			s.push(at, p.insist, true, p.jobs[next].merkle)
			fresh, next = at, next+1
			if due[onJob] = math.Inf(1); next < len(p.jobs) {
				due[onJob] = p.jobs[next].at
			}
		case onKeep:
			if due[onKeep] = s.heard + s.keep; due[onKeep] <= at {
				s.ask(at, &s.keep1, &s.keep2)
				due[onKeep] = at + s.keep
			}
		case onReport:
			s.ask(at, &s.rate1, &s.rate2)
			due[onReport] = at + s.report
		case onRetarget:
			if s.retarget(float64(shares)) {
				s.push(at, true, p.rejob, 5)
				due[onShare] = at + d.Exp(s.mean)
			}
			shares, due[onRetarget] = 0, at+p.window
		case onPing:
			arrived := s.stream.Send(at, wire.Server, p.pingSize)
			s.stream.Send(arrived+0.001, wire.Client, p.pingSize-8+d.IntN(2))
			due[onPing] = at + p.ping
		case onPoll:
			last := &s.hello[len(s.hello)-1]
			s.ask(at, &last[0], &last[1])
			due[onPoll] = at + p.poll*d.Between(1, 1.02)
		}
	}
}

// ask sends a question of the miner, which the pool answers.
func (s *session) ask(at float64, question, answer *message) {
	s.id++
	s.heard = at
	at = s.stream.Send(at, wire.Client, question.size(s.d, s.id, s.p.digits, 0))
	s.stream.Send(at+s.p.delay, wire.Server, answer.size(s.d, s.id, s.p.digits, 0))
}

func (s *session) share(at float64, stale bool) {
	answer := &s.ok
	if s.d.Chance(s.p.reject) || stale && s.d.Chance(0.5) {
		answer = &s.bad
	}
	s.id++
	s.heard = at
	at = s.stream.Send(at, wire.Client, s.submit.size(s.d, s.id, s.p.digits, 0))
	delay := s.p.delay
	if s.p.batch > 0 {
		delay += s.d.Between(0, s.p.batch)
	}
	s.stream.Send(at+delay*s.d.Between(0.7, 1.5), wire.Server, answer.size(s.d, s.id, s.p.digits, 0))
}

// retarget adjusts the difficulty to the shares of a window.
func (s *session) retarget(shares float64) bool {
	wanted := s.p.window / s.p.target
	ratio := (shares + 0.5) / (wanted + 0.5) // above one: too many
	if math.Abs(ratio-1) < max(s.p.variance, 1.2/math.Sqrt(wanted+0.5)) {
		return false
	}
	mean := max(s.mean*min(max(ratio, 0.25), 4), s.p.floor/s.rate)
	changed := mean != s.mean
	s.mean = mean
	return changed
}
