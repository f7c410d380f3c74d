package apps

import (
	"math"

	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
	"makes/j/internal/rhythm"
	"makes/j/internal/site"
	"makes/j/internal/wire"
)

// message is a kind of message as one service sends it.
type message struct {
	mean, spread float64
	fields       int // bytes by which numbers in it are longer or shorter
}

func (z size) service(d dice.Dice) message {
	m := message{mean: d.In(z.Range), spread: z.spread * d.Between(0.3, 1.3)}
	if z.spread == 0 && m.mean > 40 && d.Chance(0.5) {
		m.fields = d.Int(1, 2+int(m.mean/60))
	}
	return m
}

func (m *message) bytes(d dice.Dice) int {
	n := m.mean
	if m.spread > 0 {
		n *= math.Exp(m.spread * d.NormFloat64())
	}
	if m.fields > 0 {
		n += float64(d.IntN(m.fields + 1))
	}
	if m.mean == 0 {
		return 0
	}
	return int(min(max(n, 1), 2e8))
}

// voice is a beat as one service has it.
type voice struct {
	side        int
	clock       rhythm.Clock
	idle, loop  bool
	size, reply message
	replied     bool
	think       float64
	n           int
}

// Service is a program as someone runs it, for any number of hosts.
type Service struct {
	*Program
	port     uint16
	servers  []flowlog.Addr
	stack    *wire.Stack
	wrap     wire.Wrap
	dials    rhythm.Clock
	lifetime float64
	fixed    bool // lifetime
	linger   float64
	hello    [][2]message
	voices   []voice
	retries  retries
	closer   int
	abrupt   bool
	mobile   bool
	absent   float64 // share of peers that come or go in the log
}

// retries is how a program tries again.
type retries struct {
	first, limit, factor, jitter, patience float64
}

func drawRetries(d dice.Dice, first dice.Range) retries {
	r := retries{first: rhythm.Nice(d.In(first)), factor: dice.Pick(d, 1, 1, 1, 1.5, 2), jitter: dice.Pick(d, 0, 0, 0.1, 0.5), patience: dice.Pick(d, 2.0, 5, 10, 20, 30, 127, 127)}
	r.limit = r.first * dice.Pick(d, 4, 10, 60.0)
	return r
}

func (r *retries) wait(d dice.Dice, attempt int) float64 {
	return min(r.limit, r.first*math.Pow(r.factor, float64(min(attempt, 20)))) * (1 + r.jitter*(d.Float64()-0.5))
}

// Draw gives the service of a number.
func (p *Program) Draw(s *site.Site, number int) *Service {
	d := dice.New(s.Seed, p.Name, number)
	curve := rhythm.DrawCurve(d, p.day)
	v := &Service{Program: p, port: uint16(d.Between(p.ports[0].Lo, p.ports[0].Hi)), stack: wire.DrawStack(d, false), closer: d.IntN(2), abrupt: d.Chance(0.2),
		fixed: d.Chance(0.5), lifetime: d.In(p.life), mobile: d.Chance(0.5), absent: dice.Pick(d, 0.05, 0.2, 0.6)}
	if ports := dice.Pick(d, p.ports...); d.Chance(0.7) {
		v.port = uint16(d.Between(ports.Lo, ports.Hi))
	}
	tls := 0
	if d.Chance(p.tls) {
		tls = dice.Pick(d, 12, 13, 13)
	}
	v.wrap = wire.DrawWrap(d, tls)
	v.wrap.WebSocket = d.Chance(p.ws)
	retry := p.retry
	if retry.Hi == 0 {
		retry = dice.Range{Lo: 2, Hi: 600}
	}
	v.retries = drawRetries(d, retry)
	if p.dial != "" {
		v.dials = rhythm.DrawClock(d, p.dial, p.every, curve)
		v.linger = dice.Pick(d, 0, 0, 0.001, 5, d.Log(0.1, 60))
	}
	for _, h := range p.hello {
		v.hello = append(v.hello, [2]message{h[0].service(d), h[1].service(d)})
	}
	for _, b := range p.beats {
		if !d.Chance(b.chance) {
			continue
		}
		c := voice{clock: rhythm.DrawClock(d, b.shapes, b.period, curve), idle: b.idle, size: b.size.service(d), reply: b.reply.service(d), replied: b.replied,
			think: d.In(b.think), n: int(d.Between(b.n.Lo, b.n.Hi+0.99))}
		if b.server {
			c.side = 1
		}
		c.loop = c.clock.Shape == 'l'
		v.voices = append(v.voices, c)
	}
	if !p.inbound || p.private {
		for range max(1, int(p.peers.Hi)) {
			if p.private {
				v.servers = append(v.servers, s.Private())
			} else {
				v.servers = append(v.servers, s.Public())
			}
		}
	}
	return v
}

// Run runs a service's program on a host for the whole log.
func (v *Service) Run(h *site.Host) {
	d := dice.New(h.Seed, h.Tap.ENI, v.Name, v.port)
	peers := max(1, int(d.In(v.peers)+0.5))
	if v.peers.Hi > 12 && d.Chance(0.6) { // a small one
		peers = d.Int(1, 2+int(v.peers.Lo))
	}
	start := d.IntN(len(v.servers) + 1)
	for i := range peers {
		far, stack := flowlog.Addr(0), v.stack
		if len(v.servers) > 0 {
			far = v.servers[(start+i)%len(v.servers)]
		} else {
			far, stack = h.Public(), wire.DrawStack(d, v.Group == "iot")
		}
		p := h.Path(d, far, v.port, stack)
		p.Inbound, p.UDP = v.inbound, v.udp
		if v.inbound && !v.private && v.mobile {
			p.RTT, p.Loss = d.Log(0.05, 0.9), d.Log(1e-4, 0.02)
		}
		if v.udp && d.Chance(0.7) {
			p.FixedPort = uint16(d.Int(1024, 65000))
		}
		h.Benign(far, v.Name)
		v.pair(p, peers > 3)
	}
}

// pair simulates a program and one peer.
func (v *Service) pair(p *wire.Path, many bool) {
	d, end := p.Dice, p.Tap.End()
	bad := drawTrouble(d, end, v.inbound, v.udp)
	if v.dial != "" {
		clock := v.dials
		if many {
			clock.Period *= d.Log(0.3, 3)
		}
		ticker := clock.Start(d, 0)
		for t := ticker.Next(0); t < end; {
			after := t
			if bad.at(t) {
				after = bad.attempt(p, t, &v.retries, v)
			} else {
				after = v.session(p, t, min(end, t+v.life1(d)), many)
			}
			if clock.Shape != 'l' {
				after = t
			}
			t = ticker.Next(after)
		}
		return
	}
	t, gone := -d.Float64()*v.life1(d)-1, end+1
	if d.Chance(v.absent) { // comes late, goes early
		t = d.Between(0, end)
		if d.Chance(0.5) {
			t, gone = -1, t
		}
	}
	for attempt := 0; t < gone; {
		if bad.at(t) {
			t = bad.attempt(p, t, &v.retries, v) + v.retries.wait(d, attempt)
			attempt++
			continue
		}
		attempt = 0
		stop := min(gone, t+v.life1(d), bad.next(t))
		t = v.session(p, t, max(stop, 0.5), many)
		t += v.retries.wait(d, 0)*d.Float64() + 0.05
	}
}

func (v *Service) life1(d dice.Dice) float64 {
	switch {
	case v.lifetime == 0 && v.dial != "":
		return 0
	case v.lifetime == 0:
		return 1e6 * d.ExpFloat64()
	case v.fixed:
		return v.lifetime
	}
	return v.lifetime * (0.05 + d.ExpFloat64())
}

// session simulates one connection, and gives the time of its end.
func (v *Service) session(p *wire.Path, t, stop float64, many bool) float64 {
	d, end := p.Dice, p.Tap.End()
	l, t := p.Open(t, v.wrap)
	for i := range v.hello {
		m := &v.hello[i]
		if n := m[0].bytes(d); n > 0 {
			l.Send(0, t, n)
			t += float64(n)/p.Rate + p.RTT + 0.002
		}
		if n := m[1].bytes(d); n > 0 {
			l.Send(1, t, n)
			t += float64(n)/p.Rate + p.RTT/2 + 0.001
		}
	}
	if v.dial != "" && (len(v.voices) == 0 || v.lifetime == 0) {
		t += v.linger
		v.close(l, d, t, end)
		return t
	}
	begin := max(t, 0)
	tickers := make([]*rhythm.Ticker, len(v.voices))
	next := make([]float64, len(v.voices))
	sent := [2]float64{begin, begin}
	for i := range v.voices {
		clock := v.voices[i].clock
		if many { // devices are not alike
			clock.Drift = max(clock.Drift, 1e-4)
		}
		tickers[i] = clock.Start(d, begin)
		next[i] = tickers[i].Next(begin)
	}
	for len(next) > 0 {
		k := 0
		for i := range next {
			if next[i] < next[k] {
				k = i
			}
		}
		at, c := next[k], &v.voices[k]
		if at >= stop || at >= end {
			break
		}
		if c.idle {
			if due := sent[c.side] + tickers[k].Period(); due > at+1e-6 {
				next[k] = due
				continue
			}
		}
		reply := at
		for i := range c.n {
			at += float64(i) * 0.003
			l.Send(c.side, at, c.size.bytes(d))
			reply = at + p.RTT
			if c.replied {
				reply += c.think * (0.4 + 0.6*d.ExpFloat64())
				if n := c.reply.bytes(d); n > 0 {
					l.Send(1-c.side, reply, n)
					sent[1-c.side] = at
				}
			}
		}
		sent[c.side] = at
		switch {
		case c.idle:
			next[k] = at + tickers[k].Period()
		case c.loop:
			next[k] = tickers[k].Next(reply)
		default:
			next[k] = tickers[k].Next(at)
		}
	}
	v.close(l, d, max(t, stop), end)
	return max(t, stop)
}

func (v *Service) close(l *wire.Link, d dice.Dice, t, end float64) {
	switch {
	case t >= end:
		l.Leave(end)
	case d.Chance(0.03) && v.dial == "":
		l.Vanish(d.IntN(2), t, 60)
	case v.abrupt:
		l.Reset(v.closer, t)
	default:
		l.Close(v.closer, t)
	}
}
