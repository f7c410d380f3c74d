package apps

import (
	"math"
	"math/rand/v2"

	"makes/t/internal/wire"
)

// Service is one installation of a program, with numbers of its own.
type Service struct {
	*Program
	Servers []uint32 // addresses of its servers, or of its clients' peers

	port     uint16
	loops    []exchange
	conns    int
	life     float64
	idle     float64
	tls      int // 0 none, 2 TLS 1.2, 3 TLS 1.3
	path     wire.Path
	stack    wire.Stack // of the other side
	rate     float64    // bytes a second
	reset    float64    // share of connections that end with RST
	first    int        // which end closes an idle connection: 0 client, 1 server
	retry    Retry
	outage   float64 // probability of a host's session to meet one
	forever  bool    // outages last for the whole log
	flap     float64 // every other so many seconds of an outage all is well
	failures []wire.Failure
	nightly  float64 // hour of the night's work, UTC
	hours    float64
}

type exchange struct {
	client         bool // who begins
	period         float64
	rhythm         string
	jitter         float64
	human          bool
	mult           int
	think          float64
	req, resp      shape
	skip           float64 // share of requests without an answer
	dayness, phase float64 // how much the rhythm follows the day
}

// shape draws the lengths of one kind of message.
type shape struct {
	base, other, sigma float64
	digits             int
	share              float64 // of messages of the other length
}

func (z size) shape(r *rand.Rand) shape {
	s := shape{base: math.Round(z.service(r, 1.5))}
	if z.hi > 0 {
		s.base = max(1, s.base)
	}
	kind := r.IntN(10)
	switch {
	case z.vary == '~':
		s.sigma = 0.4 + 1.1*r.Float64()
	case z.vary == '=' || kind < 3:
	case kind < 6:
		s.digits = 1 + r.IntN(4)
	case kind < 8:
		s.other, s.share = math.Round(z.wide(r, 1.6)), 0.05+0.4*r.Float64()
		s.digits = r.IntN(3)
	default:
		s.sigma = 0.03 + 0.5*r.Float64()
	}
	return s
}

func (s *shape) draw(r *rand.Rand) int {
	if s.base == 0 {
		return 0
	}
	v := s.base
	if s.share > 0 && r.Float64() < s.share {
		v = s.other
	}
	if s.sigma > 0 {
		v *= math.Exp(s.sigma * r.NormFloat64())
	}
	n := int(v)
	if s.digits > 0 {
		n += r.IntN(s.digits + 1)
	}
	return min(max(1, n), 200e6)
}

// NewService draws the numbers of an installation of a program.
func NewService(p *Program, r *rand.Rand, servers []uint32) *Service {
	s := &Service{Program: p, Servers: servers, port: p.ports[r.IntN(len(p.ports))], conns: int(math.Round(p.conns.draw(r))),
		life: p.life.wide(r, 1.5), idle: p.idle.wide(r, 1.3), stack: wire.RandomStack(r), reset: []float64{0, 0, 0.05, 0.3, 1}[r.IntN(5)],
		rate: span{2e5, 3e7}.draw(r), first: r.IntN(2), retry: NewRetry(r), nightly: 24 * r.Float64(), hours: 0.5 + 4*r.Float64()}
	s.path = wire.Path{RTT: span{0.0002, 0.003}.draw(r), Loss: span{1e-6, 1e-3}.draw(r)}
	if p.scope == 'x' || r.Float64() < 0.15 {
		s.path = wire.Path{RTT: span{0.004, 0.25}.draw(r), Loss: span{1e-5, 1e-2}.draw(r)}
	}
	if s.path.RTT > 0.003 {
		s.stack.MSS = min(s.stack.MSS, 1460)
	}
	if r.Float64() < p.tls {
		s.tls = 2 + min(1, r.IntN(3))
	}
	for _, l := range p.loops {
		s.loops = append(s.loops, l.exchange(r))
	}
	if s.life == 0 && s.idle == 0 && r.Float64() < 0.2 { // an additional ping
		ping := loop{from: "cs"[r.IntN(2)], period: size{span{5, 300}, 0}, rhythm: []string{"fix", "jit"}[r.IntN(2)], req: size{span{2, 120}, 0}, resp: size{span{2, 80}, 0}}
		s.loops = append(s.loops, ping.exchange(r))
	}
	if p.when != 'r' && r.Float64() < 0.35 {
		s.outage = 0.03 + 0.28*r.Float64()
	}
	if r.Float64() < 0.25 {
		s.flap = span{30, 3600}.draw(r)
	}
	s.forever = r.Float64() < 0.4
	s.failures = [][]wire.Failure{{wire.Refused}, {wire.Dead}, {wire.Denied}, {wire.Slammed}, {wire.HalfWay}, {wire.Dead, wire.Refused}, {wire.Slammed, wire.Refused},
		{wire.Rejected}}[r.IntN(8)]
	return s
}

func (l *loop) exchange(r *rand.Rand) exchange {
	e := exchange{client: l.from == 'c', period: l.period.service(r, 1.4), rhythm: l.rhythm, human: l.human, mult: 1, jitter: 0.02 + 0.5*r.Float64(),
		think: span{0.0003, 0.3}.draw(r), req: l.req.shape(r), resp: l.resp.shape(r), phase: 24 * r.Float64()}
	if l.period.vary != '=' && r.Float64() < 0.6 { // people and their programs like round numbers
		e.period = round(e.period)
	}
	fast, pace := 2.0, 4.0 // what is faster goes several at once, to save time
	if e.rhythm == "fix" || e.rhythm == "jit" {
		fast, pace = 3.5, 7
	}
	if e.period < fast {
		e.mult = int(math.Ceil(pace / e.period))
		e.period *= float64(e.mult)
	}
	if r.Float64() < 0.15 {
		e.think *= 8
	}
	if r.Float64() < 0.2 {
		e.skip = 0.3 * r.Float64()
	}
	if l.rhythm != "fix" && r.Float64() < 0.5 {
		e.dayness = 0.95 * r.Float64()
	}
	return e
}

func round(v float64) float64 {
	for _, unit := range []float64{3600, 900, 300, 60, 30, 15, 10, 5, 1} {
		if v >= 1.5*unit {
			return math.Round(v/unit) * unit
		}
	}
	return v
}

// gap draws the time until the next exchange.
func (e *exchange) gap(r *rand.Rand, at float64) float64 {
	p := e.period
	if e.dayness > 0 {
		p /= 1 + e.dayness*math.Sin((at/3600-e.phase)*math.Pi/12)
	}
	switch e.rhythm {
	case "jit":
		return p * (1 + e.jitter*(2*r.Float64()-1))
	case "poi":
		return p * r.ExpFloat64()
	case "hvy":
		return min(p*math.Exp(1.4*r.NormFloat64()-0.7), 40*p)
	case "bur":
		if r.Float64() < 0.15 {
			return 6 * p * r.ExpFloat64()
		}
		return p * 0.1 * r.ExpFloat64()
	case "lp":
		return 0.02 + 0.3*r.Float64()
	}
	return p + 0.002*r.NormFloat64()
}

// Retry is how a program tries again.
type Retry struct {
	base, factor, limit, jitter, patience float64
}

// NewRetry draws a policy.
func NewRetry(r *rand.Rand) Retry {
	p := Retry{base: []float64{1, 2, 5, 5, 10, 10, 15, 20, 30, 30, 60, 120, 300, 900}[r.IntN(14)], factor: 1, patience: []float64{3, 5, 10, 20, 30, 60, 130}[r.IntN(7)]}
	if r.Float64() < 0.55 {
		p.factor, p.limit = 1.3+0.7*r.Float64(), p.base*[]float64{8, 16, 30, 64, 200}[r.IntN(5)]
	}
	if r.Float64() < 0.4 {
		p.jitter = r.Float64()
	}
	return p
}

// Wait is the time before a further attempt, after a number of them.
func (p *Retry) Wait(r *rand.Rand, attempt int) float64 {
	w := p.base
	if p.factor > 1 {
		w = min(p.limit, p.base*math.Pow(p.factor, float64(attempt)))
	}
	return w*(1+p.jitter*(r.Float64()-0.5)) + 0.01*r.Float64()
}

// FixedRetry is a policy of equal waits; an attempt takes at most patience seconds.
func FixedRetry(wait, patience float64) Retry {
	return Retry{base: wait, factor: 1, patience: patience}
}

// Patience is how long an attempt to connect may take.
func (p *Retry) Patience() float64 { return p.patience }
