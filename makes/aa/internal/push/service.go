package push

import (
	"makes/aa/internal/flow"
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// Host is a client, ours or outside.
type Host struct {
	Iface int
	Addr  uint32
	OS    *tcp.OS
	Spans [][2]float64 // when it is up
	port  int
	step  int
}

// NewHost draws habits of a host.
func NewHost(r *rng.R, iface int, addr uint32, spans [][2]float64) *Host {
	h := &Host{Iface: iface, Addr: addr, OS: tcp.Client(r), Spans: spans, port: r.Int(32768, 60000), step: r.Int(1, 2)}
	if r.P(.3) {
		h.step = r.Int(3, 900)*2 + 1
	}
	return h
}

// Port is the next ephemeral port.
func (h *Host) Port() uint16 {
	h.port += h.step
	if h.port > 60999 {
		h.port = 32768 + h.port%97
	}
	return uint16(h.port)
}

type pulse struct {
	beat
	period, jitter float64
}

// Service is one deployment of a kind, with habits of its own.
type Service struct {
	Kind       *Kind
	Iface      int
	Addrs      []uint32
	Port       uint16
	net        *flow.Net
	seed       uint64
	parts      []part
	beats      []pulse
	poll       *poll
	wait       float64
	ask, empty Size
	news       Size
	rest       [2]float64
	hello      []Size
	tls        int
	path       tcp.Path
	os         *tcp.OS
	alive      [2]float64
	nagle      bool
	lo, hi     float64 // of lives
	comes      Proc
	conns      int
	keep       float64 // silence before an each connection is closed
	trouble    float64
	rude       float64
}

// New draws a deployment.
func New(net *flow.Net, k *Kind, seed uint64, iface int, addrs []uint32, inside bool) *Service {
	r := rng.New(seed, 1)
	s := &Service{Kind: k, Iface: iface, Addrs: addrs, net: net, seed: seed, Port: rng.Pick(r, k.Ports), poll: k.poll,
		tls: k.secure(r), os: tcp.Server(r), nagle: r.P(.15), comes: Office(120, 5000)(r), conns: max(1, r.Int(k.conns[0], k.conns[1])),
		keep: r.LogU(.001, 30), trouble: r.LogU(.005, .3), rude: r.LogU(.02, .6)}
	if r.P(.12) && s.Port > 1024 {
		s.Port = uint16(r.Int(1025, 49000)) // moved by whoever runs it
	}
	s.path = tcp.Path{RTT: r.LogU(.0002, .003), MSS: rng.Pick(r, []int{1460, 8961, 8961})}
	if !inside {
		s.path = tcp.Path{RTT: r.LogU(.002, .28), Loss: r.LogU(1e-5, .004), MSS: rng.Pick(r, []int{1460, 1460, 1460, 1440, 1400, 1380})}
	}
	for i := range s.alive {
		s.alive[i] = rng.Pick(r, []float64{0, 0, 0, 15, 30, 45, 60, 120, 300, 7200})
	}
	for i := range k.srcs {
		if src := &k.srcs[i]; i == 0 || !r.P(src.paused) {
			s.parts = append(s.parts, draw(r, src))
		}
	}
	for _, b := range k.beats {
		s.beats = append(s.beats, pulse{b, rng.Pick(r, b.periods), rng.Pick(r, []float64{0, .001, .02, .1})})
	}
	for _, h := range k.hello {
		s.hello = append(s.hello, h(r))
	}
	if p := k.poll; p != nil {
		s.wait, s.ask, s.empty, s.news = nice(r, p.wait[0], p.wait[1]), p.ask(r), p.empty(r), p.news(r)
		s.rest = [2]float64{p.rest[0], p.rest[0] + r.F()*(p.rest[1]-p.rest[0])}
	}
	s.lo, s.hi = k.life.lo, k.life.hi
	if k.life.kind == capped {
		s.lo = nice(r, s.lo, s.hi)
		s.hi = s.lo * rng.Pick(r, []float64{1.0001, 1.1})
	}
	return s
}

// fresh is the process of the deployment in a state of its own.
func (p *part) fresh() Proc { return p.source.law(rng.New(p.seed)) }

func draw(r *rng.R, src *source) part {
	p := part{source: src, size: src.size(r), seed: r.Bits()}
	for _, t := range src.turns {
		p.turns = append(p.turns, t.size(r))
		p.delay = append(p.delay, r.LogU(t.lo, t.hi))
		p.every = append(p.every, 0)
		if t.every[1] > 0 {
			p.every[len(p.every)-1] = r.Int(t.every[0], t.every[1])
		}
	}
	return p
}

// Publish fixes what the topics say, as long as that is not too much.
func (s *Service) Publish() {
	for i := range s.parts {
		p := &s.parts[i]
		if p.own || p.dir == tcp.Up {
			continue
		}
		r := rng.New(s.seed, 9, uint64(i))
		all, proc := &topic{}, p.fresh()
		for t := -30.0; ; {
			t = proc(r, t)
			if t >= s.net.End {
				p.topic = all
				break
			}
			if len(all.times) > 50000 {
				break
			}
			all.times = append(all.times, t)
			all.sizes = append(all.sizes, p.size(r, t))
		}
	}
}

// Forget frees what was published.
func (s *Service) Forget() {
	for i := range s.parts {
		s.parts[i].topic = nil
	}
}
