// Package kinds holds the ordinary programs: real ones as lines of tables, and
// those that a grammar puts together. A line is a family; each service draws
// its own member of it.
//
// A line has a name, the sort of host that runs it ("+": it may be served by
// our hosts too), ports, the layer, the life of connections, and what is said:
//
//	h c100~300 s80           how it begins, by client and server
//	c every:30~60 90= >40j   the client says 90 bytes, and the server answers
//	                         40; p0.5 how often, /8 each eighth time only,
//	                         d2 after two seconds, *3 three at once
//
// Ranges are drawn by service, evenly in ratios.
package kinds

import (
	"fmt"
	"strconv"
	"strings"

	"makes/ad/internal/chain"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// Kind is a family of services.
type Kind struct {
	Name   string
	Role   string
	Served bool
	line   []string
	shape  *shape
}

// Service is one member of a kind.
type Service struct {
	Port     uint16
	Proto    talk.Proto
	Lifetime float64 // mean of connections
	Steady   bool    // all live about as long
	Pause    float64 // mean between them
	Work     bool    // on working hours only
	Peers    int     // other ends that a client has at once
	Parallel int     // connections to each
}

var tables = []string{chains, validators, money, peers, jobs, office, plant}

// All kinds, in the same order each time.
func All() []*Kind {
	var out []*Kind
	for _, t := range tables {
		for _, l := range strings.Split(strings.TrimSpace(t), "\n") {
			f := strings.Split(l, "|")
			if len(f) != 6 {
				panic("line " + l)
			}
			role := strings.TrimSuffix(f[1], "+")
			out = append(out, &Kind{Name: f[0], Role: role, Served: role != f[1], line: f})
		}
	}
	return append(out, drawn()...)
}

// Service draws a member.
func (k *Kind) Service(r *rnd.R, ch *chain.Chains) *Service {
	if k.shape != nil {
		return k.shape.service(r, ch)
	}
	s := &Service{Peers: 1, Parallel: 1}
	ports := strings.Fields(k.line[2])
	s.Port = uint16(number(r, ports[r.IntN(len(ports))]))
	layer := strings.Fields(k.line[3])
	s.Proto.Layer = talk.NewLayer(r, layer[r.IntN(len(layer))])
	s.life(r, k.line[4])
	for _, item := range strings.Split(k.line[5], ";") {
		f := strings.Fields(item)
		if f[0] == "h" {
			for _, m := range f[1:] {
				s.Proto.Hello = append(s.Proto.Hello, talk.Step{Side: side(m), Size: size(r, m[1:]), Delay: r.Log(0.0005, 0.02)})
			}
			continue
		}
		s.Proto.Streams = append(s.Proto.Streams, stream(r, ch, f))
	}
	s.habits(r)
	return s
}

// habits are those that no documentation tells.
func (s *Service) habits(r *rnd.R) {
	s.Proto.Bye = rnd.Pick(r, tcp.Fin, tcp.Fin, tcp.Fin, tcp.Abrupt, tcp.Half, tcp.Slow)
	s.Proto.ByeSide = r.IntN(2)
	if r.Chance(0.15) {
		s.Proto.Vanish = r.Log(0.02, 0.5)
	}
	for side := range 2 {
		if r.Chance(0.35) {
			s.Proto.Alive[side] = rnd.Pick[float64](r, 15, 30, 30, 45, 60, 60, 75, 120, 180, 240, 300, 600, 7200, 7200)
		}
	}
}

func (s *Service) life(r *rnd.R, text string) {
	for _, w := range strings.Fields(text) {
		switch {
		case w == "long":
			s.Lifetime, s.Pause = 86400*r.Log(0.7, 30), r.Log(0.5, 60)
		case w == "work":
			s.Lifetime, s.Pause, s.Work = 3600*r.Log(1, 9), r.Log(60, 2400), true
		case w[0] == '@':
			s.Peers = int(number(r, w[1:]) + 0.5)
		case w[0] == '#':
			s.Parallel = int(number(r, w[1:]) + 0.5)
		default:
			a, b, _ := strings.Cut(w, "/")
			s.Lifetime, s.Pause = number(r, a), number(r, b)
			s.Steady = r.Chance(0.4)
		}
	}
}

func side(m string) int {
	switch m[0] {
	case 'c':
		return tcp.C
	case 's':
		return tcp.S
	}
	panic("side " + m)
}

func bounds(text string) (float64, float64) {
	a, b, two := strings.Cut(text, "~")
	if !two {
		b = a
	}
	x, err := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err != nil || err2 != nil {
		panic("number " + text)
	}
	return x, y
}

func number(r *rnd.R, text string) float64 {
	a, b := bounds(text)
	return r.Log(a, b)
}

func size(r *rnd.R, text string) talk.Law {
	mode := byte(0)
	if last := text[len(text)-1]; last < '0' || last > '9' {
		mode, text = last, text[:len(text)-1]
	}
	a, b := bounds(text)
	return talk.NewLaw(r, mode, a, b)
}

var rhythms = map[string]int{"every": talk.Every, "jit": talk.Jitter, "poi": talk.Poisson, "gam": talk.Gamma,
	"wide": talk.Wide, "par": talk.Heavy, "burst": talk.Burst, "onoff": talk.OnOff, "self": talk.Hawkes,
	"day": talk.Day, "drift": talk.Drift, "think": talk.Think, "idle": talk.Idle, "blk": talk.Blocks, "tpl": talk.Refresh}

func clock(r *rnd.R, ch *chain.Chains, text string) talk.Clock {
	f := strings.Split(text, ":")
	rhythm, ok := rhythms[f[0]]
	if !ok || len(f) < 2 {
		panic("clock " + text)
	}
	if rhythm != talk.Blocks && rhythm != talk.Refresh {
		return talk.NewClock(r, rhythm, number(r, f[1]))
	}
	c := talk.Clock{Rhythm: rhythm, A: r.Log(0.02, 2)}
	names, skip, _ := strings.Cut(f[1], "/")
	if skip != "" {
		c.Skip = int(number(r, skip))
	}
	of := strings.Split(names, ",")
	c.Blocks = ch.Named(of[r.IntN(len(of))])
	if rhythm == talk.Refresh {
		c.Mean = number(r, f[2])
	}
	return c
}

func stream(r *rnd.R, ch *chain.Chains, f []string) talk.Stream {
	if len(f) < 3 {
		panic(fmt.Sprint("stream ", f))
	}
	s := talk.Stream{Clock: clock(r, ch, f[1]), Share: 1}
	at := side(f[0])
	s.Steps = []talk.Step{{Side: at, Size: size(r, f[2])}}
	think := r.Log(0.0005, 0.03)
	for _, w := range f[3:] {
		switch w[0] {
		case '>':
			at = 1 - at
			s.Steps = append(s.Steps, talk.Step{Side: at, Size: size(r, w[1:]), Delay: think})
		case '+': // the same side goes on
			s.Steps = append(s.Steps, talk.Step{Side: at, Size: size(r, w[1:]), Delay: think})
		case 'd':
			s.Steps[len(s.Steps)-1].Delay = number(r, w[1:])
		case 'p':
			s.Share = number(r, w[1:])
		case '/':
			s.Nth = int(number(r, w[1:]))
		case '*':
			s.Batch = number(r, w[1:])
		default:
			panic("word " + w)
		}
	}
	return s
}
