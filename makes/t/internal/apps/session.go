package apps

import (
	"math"
	"math/rand/v2"

	"makes/t/internal/wire"
)

// Span is a time during which something runs.
type Span struct{ From, To float64 }

// Host is who runs programs behind an interface.
type Host struct {
	Iface *wire.Iface
	Stack wire.Stack
	Work  []Span // when somebody works there
}

// Run plays all connections of the host with one peer of a service. asServer
// says that the peer is the client.
func (s *Service) Run(h *Host, r *rand.Rand, peer uint32, asServer bool) {
	conns := s.conns
	if conns > 1 {
		conns = 1 + r.IntN(conns)
	}
	end := h.Iface.End()
	var out Span
	if r.Float64() < s.outage {
		out = Span{0, end}
		if !s.forever {
			out.From = r.Float64() * end
			out.To = out.From + end*r.Float64()*r.Float64()
		}
	}
	for range conns {
		x := session{Service: s, host: h, rng: r, client: wire.Local, out: out}
		if asServer {
			x.client = wire.Remote
		}
		x.conn = wire.NewConn(h.Iface, r, s.proto, h.Stack, s.stack, s.path, peer, 0, 0)
		if s.port == 22 {
			x.frame = wire.SSH(r)
		} else if s.tls > 0 {
			x.frame = wire.TLS(r, s.tls == 3)
		}
		for _, w := range s.spans(h, r) {
			x.play(w)
		}
		x.conn.Flush()
	}
}

// spans are the times at which a program of the host runs.
func (s *Service) spans(h *Host, r *rand.Rand) []Span {
	end := h.Iface.End()
	when := s.when
	if when == 'm' {
		when = "aww"[r.IntN(3)]
	}
	switch when {
	case 'w':
		var all []Span
		for _, w := range h.Work {
			all = append(all, Span{w.From + 600*r.ExpFloat64(), w.To - 600*r.ExpFloat64()})
		}
		return all
	case 'n':
		var all []Span
		for day := -24.0; day*3600 < end; day += 24 {
			from := (day + s.nightly) * 3600
			all = append(all, Span{from + 60*r.Float64(), from + s.hours*3600})
		}
		return all
	}
	if s.when != 'r' && r.Float64() < 0.12 { // newly installed, or taken down
		if at := end * (0.1 + 0.8*r.Float64()); r.IntN(2) == 0 {
			return []Span{{at, end}}
		} else {
			return []Span{{0, at}}
		}
	}
	return []Span{{0, end}}
}

type session struct {
	*Service
	host   *Host
	rng    *rand.Rand
	conn   *wire.Conn
	frame  wire.Frame
	client int
	open   bool
	die    float64
	out    Span
}

func (x *session) ports() (local, remote uint16) {
	port := uint16(32768 + x.rng.IntN(28000))
	if !x.host.Stack.Timestamps {
		port = uint16(49152 + x.rng.IntN(16000))
	}
	switch {
	case x.proto == wire.ICMP:
		return 0, 0
	case x.client == wire.Local:
		return port, x.port
	}
	return x.port, port
}

func (x *session) failing(t float64) bool {
	return t >= x.out.From && t < x.out.To && (x.flap == 0 || int(t/x.flap)%2 == 0)
}

// start opens a connection, with as many attempts as it takes, and gives the
// time at which it is open.
func (x *session) start(t, until float64, attached bool) float64 {
	for attempt := 0; x.proto == wire.TCP && x.failing(t) && t < until; attempt++ {
		x.conn.Renew(x.ports())
		how := x.failures[min(attempt, x.rng.IntN(len(x.failures)))]
		if x.client == wire.Remote && how == wire.Denied {
			how = wire.Refused
		}
		t = x.conn.Fail(t, x.client, how, x.retry.patience)
		t += x.retry.Wait(x.rng, attempt)
	}
	if t >= until {
		return t
	}
	x.conn.Renew(x.ports())
	x.open, x.die = true, math.Inf(1)
	if x.life > 0 {
		x.die = t + x.life*(0.9+0.2*x.rng.Float64())
	}
	if attached {
		x.conn.Attach(t)
		x.die = t + (x.die-t)*(1-x.rng.Float64())
		return t
	}
	x.conn.Open(t, x.client)
	t = x.conn.Now()
	for _, f := range x.frame.Hello {
		x.conn.At(t, x.side(f.FromClient), f.Size, 1, 1e7)
		t += x.path.RTT/2 + 0.002
	}
	x.conn.Run(t)
	return t
}

func (x *session) side(client bool) int {
	if client {
		return x.client
	}
	return 1 - x.client
}

func (x *session) stop(t float64) {
	if !x.open {
		return
	}
	first := x.client
	if x.first == 1 {
		first = 1 - first
	}
	x.conn.Close(t, first, x.rng.Float64() < x.reset)
	x.open = false
}

// awake moves a time to when somebody is at work.
func (x *session) awake(t float64) float64 {
	for _, w := range x.host.Work {
		if t < w.To {
			if t < w.From {
				return w.From + 900*x.rng.Float64()
			}
			return t
		}
	}
	return math.Inf(1)
}

func (x *session) play(w Span) {
	if w.From = max(0, w.From); w.From >= w.To || w.From >= x.host.Iface.End() {
		return
	}
	w.To = min(w.To, x.host.Iface.End())
	next := make([]float64, len(x.loops))
	for i := range x.loops {
		e := &x.loops[i]
		next[i] = w.From + min(e.period, w.To-w.From)*x.rng.Float64()
		if e.rhythm == "poi" || e.rhythm == "bur" {
			next[i] = w.From + e.gap(x.rng, w.From)
		}
		if e.human {
			next[i] = x.awake(next[i])
		}
	}
	held := x.idle == 0
	if held {
		if t := x.start(w.From, w.To, w.From == 0 && x.rng.Float64() < 0.85); t >= w.To {
			return
		}
	}
	for {
		i := 0
		for k := range next {
			if next[k] < next[i] {
				i = k
			}
		}
		t := next[i]
		e := &x.loops[i]
		if x.open {
			x.expire(min(t, w.To), held)
		}
		if t >= w.To {
			break
		}
		if !x.open && (held || e.client) {
			if t = x.start(t, w.To, false); t >= w.To {
				break
			}
		}
		if x.open {
			t = x.exchange(e, max(t, x.conn.Now()))
		}
		next[i] = max(next[i], t-e.period) + max(0.001, e.gap(x.rng, t))
		if e.rhythm == "lp" || next[i] < t {
			next[i] = t + max(0.001, e.gap(x.rng, t))
		}
		if e.human {
			next[i] = x.awake(next[i])
		}
	}
	x.conn.Run(min(w.To, x.conn.Now()+30))
	x.stop(w.To)
}

// expire closes the connection if it is due before a time.
func (x *session) expire(t float64, held bool) {
	x.conn.Run(min(t, x.conn.Now()+0.001))
	limit := x.die
	if !held {
		limit = min(limit, x.conn.Now()+x.idle)
	}
	if x.out.To > x.out.From && x.out.From > x.conn.Now() {
		limit = min(limit, x.out.From)
	}
	if limit < t {
		x.stop(limit)
		return
	}
	x.conn.Run(t)
}

// exchange queues a request and its answer, and gives the time of its end.
func (x *session) exchange(e *exchange, t float64) float64 {
	from := x.side(e.client)
	if n := e.req.draw(x.rng); n > 0 {
		t = x.conn.At(t, from, x.frame.Size(n), e.mult, x.rate)
	}
	if e.resp.base > 0 && !(e.skip > 0 && x.rng.Float64() < e.skip) {
		think := e.think * (0.5 + x.rng.ExpFloat64())
		if e.rhythm == "lp" {
			think = min(e.period, e.period*0.8*x.rng.ExpFloat64())
		}
		if from == wire.Local {
			think += x.path.RTT
		}
		t = x.conn.At(t+think, 1-from, x.frame.Size(e.resp.draw(x.rng)), e.mult, x.rate)
	}
	if x.idle > 0 { // what follows waits for the answer
		x.conn.Run(t)
	}
	return t
}
