package platform

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"makes/k/internal/wire"
)

// fault is a stretch of time in which a service cannot be used.
type fault struct {
	from, to float64
	mode     wire.Outcome // or one of the modes below
}

// Faults that show only after connecting.
const (
	rejected wire.Outcome = 10 + iota // the opening messages are answered by closing
	mistrust                          // no agreement on TLS
	silent                            // no answers
)

// retry is how a program tries again.
type retry struct{ first, factor, limit, jitter, patience float64 }

func newRetry(rng *rand.Rand) retry {
	r := retry{.3 * math.Pow(200, rng.Float64()), []float64{1, 1, 1.5, 2, 2}[rng.IntN(5)], 20 * math.Pow(30, rng.Float64()),
		[]float64{0, .1, .5}[rng.IntN(3)], []float64{1, 3, 5, 10, 20, 30, 75, 130}[rng.IntN(8)]}
	if r.factor == 1 {
		r.first = max(r.first, 2)
	}
	return r
}

// wait gives the time to wait after the nth failure in a row.
func (r retry) wait(n int, rng *rand.Rand) float64 {
	return max(.2, min(r.first*math.Pow(r.factor, float64(n)), max(r.first, r.limit))*(1+r.jitter*(2*rng.Float64()-1)))
}

// state is a stretch of a program's life with routines of its own.
type state struct {
	name     string
	dwell    float64
	next     []string
	enter    []step
	routines []routine
}

// peer is the far end of a service.
type peer struct {
	wire.End
	path wire.Path
}

// Service is a program in use somewhere, with all its numbers. Many hosts use
// the same one.
type Service struct {
	Name                              string
	weight                            float64
	in, all, fixed, mutual, keepAlive bool
	proto                             uint8
	port                              uint16
	layer                             wire.Layer
	peers                             []peer
	life                              float64 // of a connection
	conns                             int
	opening                           []step
	call                              *routine // has a connection each time
	states                            []state  // the first goes on beside all others
	retry                             retry
	faults                            []fault
	deploys                           []float64
	swing, peak                       float64 // of the day's rhythm
	clientEnds                        bool
}

// bustle is how busy the service's users are at t.
func (s *Service) bustle(t float64) float64 {
	b := 1 + s.swing*math.Cos((t/3600-s.peak)*math.Pi/12)
	if int(t/86400)%7 > 4 {
		b *= 1 - s.swing/2
	}
	return max(b, .05)
}

// Catalog gives n services for a log of end seconds. Addr returns an unused
// address of a place.
func Catalog(n int, end float64, addr func(place string) wire.Addr, rng *rand.Rand) ([]*Service, error) {
	table := kinds()
	var services []*Service
	for range n {
		s, err := newService(table[rng.IntN(len(table))], end, addr, rng)
		if err != nil {
			return nil, err
		}
		services = append(services, s)
	}
	return services, nil
}

// Choose draws a service, popular kinds more often.
func Choose(services []*Service, rng *rand.Rand) *Service {
	for {
		if s := services[rng.IntN(len(services))]; rng.Float64()*5 < s.weight {
			return s
		}
	}
}

func newService(k kind, end float64, addr func(string) wire.Addr, rng *rand.Rand) (*Service, error) {
	f, d := k[0], &drawer{Rand: rng}
	if len(f) < 5 {
		return nil, fmt.Errorf("program %q", f)
	}
	s := &Service{Name: f[0], weight: 1, in: f[1] == "in", proto: map[string]uint8{"tcp": wire.TCP, "udp": wire.UDP, "icmp": wire.ICMP}[f[3]],
		conns: 1, retry: newRetry(rng), swing: .95 * rng.Float64(), peak: 24 * rng.Float64(), clientEnds: rng.IntN(2) == 0, states: []state{{}}}
	ports := strings.Split(f[4], ",")
	s.port = uint16(d.number(ports[rng.IntN(len(ports))]))
	tls, keep, servers := 0., .25, 1+rng.IntN(2)
	for _, o := range f[5:] {
		switch key, value, _ := strings.Cut(o, "="); key {
		case "tls":
			tls = d.number(value)
		case "w":
			s.weight = d.number(value)
		case "keep":
			keep = d.number(value)
		case "life":
			s.life = d.pick(value)
		case "conns":
			s.conns = int(math.Round(d.pick(value)))
		case "srv":
			servers = int(math.Round(d.pick(value)))
		case "mtls":
			s.mutual = true
		case "all":
			s.all = true
		case "fixed":
			s.fixed = true
		default:
			d.err = fmt.Errorf("option %q", o)
		}
	}
	for _, f := range k[1:] {
		last := &s.states[len(s.states)-1]
		switch {
		case f[0] == "open":
			s.opening = d.script(f[1:])
		case f[0] == "enter":
			last.enter = d.script(f[1:])
		case f[0] == "state" && len(f) > 2:
			s.states = append(s.states, state{name: f[1], dwell: d.pick(f[2]), next: f[3:]})
		case f[0] == "call":
			r := d.routine(f[1:])
			s.call = &r
		default:
			last.routines = append(last.routines, d.routine(f))
		}
	}
	if s.keepAlive = rng.Float64() < keep; rng.Float64() < tls {
		s.layer = []wire.Layer{wire.TLS12, wire.TLS13, wire.TLS13}[rng.IntN(3)]
	}
	stack := wire.NewStack(rng)
	for range servers {
		p := peer{wire.End{Addr: addr(f[2]), Port: s.port, Stack: stack}, wire.Near(rng)}
		if f[2] == "net" {
			p.path = wire.Far(rng)
		} else if f[2] == "aws" {
			p.path.MSS = 1460
		}
		s.peers = append(s.peers, p)
	}
	s.trouble(end, rng)
	if d.err != nil {
		return nil, fmt.Errorf("%s: %w", s.Name, d.err)
	}
	return s, nil
}

// trouble draws the service's deployments, outages and flapping.
func (s *Service) trouble(end float64, rng *rand.Rand) {
	for range rng.IntN(4) * rng.IntN(2) {
		s.deploys = append(s.deploys, rng.Float64()*end)
	}
	slices.Sort(s.deploys)
	switch rng.IntN(14) {
	case 0:
		for t := end * rng.Float64(); t < end; t += end * rng.Float64() {
			s.faults = append(s.faults, fault{t, t + 60*math.Pow(90, rng.Float64()), []wire.Outcome{wire.Refused, wire.Dead, silent}[rng.IntN(3)]})
		}
	case 1:
		every := 600 * math.Pow(12, rng.Float64())
		for t := every * rng.Float64(); t < end; t += every * (.5 + rng.Float64()) {
			s.faults = append(s.faults, fault{t, t + every*.4*rng.Float64(), wire.Refused})
		}
	}
}

// misconfigure gives the faults of one host's use of a service.
func (s *Service) misconfigure(from, end float64, rng *rand.Rand) []fault {
	if rng.IntN(16) > 0 {
		return s.faults
	}
	f := fault{from, end, []wire.Outcome{wire.Refused, wire.Refused, wire.Dead, wire.Dead, wire.Denied, wire.Denied, wire.OneSided, rejected, mistrust, silent}[rng.IntN(10)]}
	if rng.IntN(3) > 0 {
		f.from += (end - from) * rng.Float64()
		f.to = f.from + 1800*math.Pow(20, rng.Float64())
	}
	return append([]fault{f}, s.faults...)
}
