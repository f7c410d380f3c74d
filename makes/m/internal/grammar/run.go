package grammar

import (
	"math"

	"makes/m/internal/draw"
	"makes/m/internal/fault"
	"makes/m/internal/layer"
	"makes/m/internal/tcp"
)

// Datagrams says whether the protocol is not one over TCP.
func (p *Protocol) Datagrams() bool {
	return p.policy == "udp" || p.policy == "query" || p.policy == "icmp"
}

// line is a connection, or the place for one.
type line struct {
	*layer.Session         // nil if it is not open
	closeAt        float64 // end of its life
	used           float64
	retryAt        float64
	beatAt         float64
	tries          int
}

// message is one that is still to be sent.
type message struct {
	at   float64
	on   *layer.Session
	line int
	from int
	size int
}

type speaker struct {
	*Protocol
	pair   *layer.Pair
	rng    draw.Rand
	line   []line
	clocks []*clock
	sent   []int
	later  []message
	outage float64 // the next one
	to     float64
}

// Run lets a pair speak the protocol.
func (p *Protocol) Run(pair *layer.Pair, r draw.Rand, from, to float64) {
	pair.Opener, pair.Port, pair.Security, pair.Probe, pair.Prober, pair.Patience = p.Opener, p.Port, p.security, p.probe, p.prober, p.patience
	s := &speaker{Protocol: p, pair: pair, rng: r, outage: p.plan.Next(from), to: to, sent: make([]int, len(p.acts))}
	for i := range p.acts {
		s.clocks = append(s.clocks, newClock(&p.acts[i].rhythm, r, from))
	}
	if p.Datagrams() {
		s.datagrams()
		return
	}
	if p.policy == "request" {
		s.requests()
		return
	}
	for i := range p.lines {
		retry := from + float64(i)*r.Exp(1)
		if p.policy == "idle" {
			retry = math.Inf(1)
		}
		s.line = append(s.line, line{retryAt: retry})
	}
	for s.event() {
	}
	for i := range s.line {
		if l := &s.line[i]; l.Session != nil {
			l.Close(to, 0, "end")
		}
	}
}

func (p *Protocol) side(client bool) int {
	if client {
		return p.Opener
	}
	return 1 - p.Opener
}

func (p *Protocol) frame(from int) int {
	if from == p.Opener {
		return p.over[0]
	}
	return p.over[1]
}

// event lets the next thing happen, and says whether there was one.
func (s *speaker) event() bool {
	at, clk, ln, msg, beat := s.outage, -1, -1, -1, false
	for i, c := range s.clocks {
		if c.at < at {
			at, clk = c.at, i
		}
	}
	for i := range s.line {
		l := &s.line[i]
		if l.Session == nil {
			if l.retryAt < at {
				at, clk, ln, beat = l.retryAt, -1, i, false
			}
			continue
		}
		end := l.closeAt
		if s.policy == "idle" {
			end = l.used + s.idle
		}
		if end < at {
			at, clk, ln, beat = end, -1, i, false
		}
		if l.beatAt < at {
			at, clk, ln, beat = l.beatAt, -1, i, true
		}
	}
	for i := range s.later {
		if s.later[i].at < at {
			at, clk, ln, msg = s.later[i].at, -1, -1, i
		}
	}
	switch {
	case at >= s.to:
		return false
	case msg >= 0:
		m := s.later[msg]
		s.later[msg] = s.later[len(s.later)-1]
		s.later = s.later[:len(s.later)-1]
		if l := &s.line[m.line]; l.Session == m.on {
			l.used = m.on.Send(at, m.from, m.size)
		}
	case clk >= 0:
		s.speak(at, clk)
	case ln < 0:
		s.breakDown(at)
	case beat:
		s.heartbeat(at, &s.line[ln])
	case s.line[ln].Session == nil:
		s.connect(at, ln)
	default:
		s.hangUp(at, &s.line[ln], s.closer, s.how)
	}
	return true
}

func (s *speaker) connect(at float64, i int) bool {
	l := &s.line[i]
	if mode, down := s.plan.At(at); down {
		end := s.pair.Fail(at, mode)
		l.retryAt = max(at, end) + s.backoff.Wait(s.rng, l.tries)
		l.tries++
		if s.policy == "idle" && l.tries > s.retries {
			l.retryAt, l.tries = math.Inf(1), 0
		}
		return false
	}
	session, t := s.pair.Dial(at)
	for j, n := range s.hello {
		from := s.side((j+s.closer)%2 == 0)
		t = session.Send(t, from, n+s.frame(from)) + session.RTT()*float64(1-from) + 0.001
	}
	*l = line{Session: session, closeAt: math.Inf(1), used: t, beatAt: math.Inf(1), retryAt: math.Inf(1)}
	if s.policy == "every" || s.policy == "pool" && s.retries > 1 {
		l.closeAt = t + s.every*s.rng.Uniform(0.9, 1.1)
	}
	if s.beat != nil {
		l.beatAt = t + s.beat.rhythm.period
	}
	return true
}

func (s *speaker) hangUp(at float64, l *line, side int, how string) {
	l.Close(at, side, how)
	*l = line{retryAt: at + s.pause*s.rng.Uniform(0.5, 1.5)}
	if s.policy == "idle" {
		l.retryAt = math.Inf(1)
	}
}

func (s *speaker) breakDown(at float64) {
	mode, _ := s.plan.At(at)
	how := "lost"
	if mode == fault.Refused {
		how = "reset"
	}
	for i := range s.line {
		if l := &s.line[i]; l.Session != nil {
			side := s.side(how == "lost")
			s.hangUp(at+s.rng.Exp(0.1), l, side, how)
			if how == "lost" {
				l.retryAt += s.rng.Uniform(10, 200)
			}
		}
	}
	s.outage = s.plan.Next(at)
}

func (s *speaker) heartbeat(at float64, l *line) {
	every := s.beat.rhythm.period
	if s.idleBeat && l.used+every > at {
		l.beatAt = l.used + every
		return
	}
	s.exchange(at, s.beat, 0, l.Session, -1)
	if s.idleBeat && s.policy != "idle" {
		l.used = at
	}
	l.beatAt = at + every*(1+s.beat.rhythm.jitter*s.rng.Uniform(-0.1, 0.1))
}

func (s *speaker) speak(at float64, i int) {
	n := s.rng.IntN(len(s.line))
	l := &s.line[n]
	if l.Session == nil && (s.policy != "idle" || !math.IsInf(l.retryAt, 1) || !s.connect(at, n)) {
		s.clocks[i].next(at)
		return
	}
	end := s.exchange(at, &s.acts[i], s.sent[i], l.Session, n)
	s.sent[i]++
	l.used = max(l.used, min(end, at+1))
	if s.acts[i].rhythm.kind == "longpoll" || s.acts[i].rhythm.kind == "think" || s.acts[i].rhythm.sleepy {
		at = max(at, end)
	}
	s.clocks[i].next(at)
}

// exchange sends a message with what follows it, and gives the time at which
// all is over. Late answers are left for later, if a line is given.
func (s *speaker) exchange(at float64, a *act, n int, on *layer.Session, line int) float64 {
	from := s.side(a.client)
	end := on.Send(at, from, a.size.size(s.rng, n)+s.frame(from))
	links := s.rng.Int(a.chain[0], a.chain[1])
	for i := 0; i <= links; i++ {
		if i > 0 {
			if a.turns {
				end += on.RTT() * float64(1-from)
				from = 1 - from
			}
			end = on.Send(end+s.rng.Exp(a.think+0.001), from, a.size.size(s.rng, n)+s.frame(from))
		}
		if a.answer == nil || !s.rng.Chance(a.answers) {
			continue
		}
		wait, size := s.rng.LogNormal(a.think, a.spread), a.answer.size(s.rng, n)
		if a.rhythm.kind == "longpoll" {
			if wait = s.rng.Exp(a.rhythm.period); wait > a.think {
				wait, size = a.think, int(a.answer.few[0])
			}
		}
		wait += on.RTT() * float64(1-from)
		if to := 1 - from; wait > 0.5 && line >= 0 {
			s.later = append(s.later, message{end + wait, on, line, to, size + s.frame(to)})
			return end + wait
		}
		end = on.Send(end+wait, 1-from, size+s.frame(1-from))
	}
	return end
}

// first gives the clock that is due first.
func (s *speaker) first() (first int) {
	for i, c := range s.clocks {
		if c.at < s.clocks[first].at {
			first = i
		}
	}
	return first
}

// requests opens a connection for each exchange.
func (s *speaker) requests() {
	for {
		i := s.first()
		c := s.clocks[i]
		if c.at >= s.to {
			return
		}
		at := c.at
		for tries := 0; tries <= s.retries; tries++ {
			mode, down := s.plan.At(at)
			if !down {
				session, t := s.pair.Dial(at)
				at = s.exchange(t, &s.acts[i], s.sent[i], session, -1) + session.RTT()
				session.Close(at, s.closer, s.how)
				s.sent[i]++
				break
			}
			at = s.pair.Fail(at, mode) + s.backoff.Wait(s.rng, tries)
		}
		if c.sleepy || c.kind == "longpoll" || c.kind == "think" || at > c.at+c.period {
			c.next(at)
		} else {
			c.next(c.at)
		}
	}
}

// datagrams sends messages without connections.
func (s *speaker) datagrams() {
	protocol, local, remote := uint8(17), s.pair.Host.Port(), s.Port
	switch {
	case s.policy == "icmp":
		protocol, local, remote = 1, 0, 0
	case s.Opener == tcp.In:
		local, remote = s.Port, uint16(s.rng.Int(1024, 65535))
	case s.policy == "query":
		remote = 53
	}
	_, down := s.plan.At(s.to / 2)
	flow := s.pair.Host.NewFlow(s.pair.Remote, local, remote, protocol, false)
	for {
		i := s.first()
		c, a := s.clocks[i], &s.acts[i]
		if c.at >= s.to {
			break
		}
		from := s.side(a.client)
		flow.Packets(c.at, from, 1, min(a.size.size(s.rng, s.sent[i]), 1400)+28)
		if a.answer != nil && !down && s.rng.Chance(min(a.answers, 0.998)) {
			flow.Packets(c.at+s.pair.Path.RTT+a.think, 1-from, 1, min(a.answer.size(s.rng, s.sent[i]), 1400)+28)
		}
		s.sent[i]++
		if s.policy == "query" {
			flow.Flush()
			flow = s.pair.Host.NewFlow(s.pair.Remote, s.pair.Host.Port(), remote, protocol, false)
		}
		c.next(c.at)
	}
	flow.Flush()
}
