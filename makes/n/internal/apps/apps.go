// Package apps runs the ordinary programs of an estate. What programs there
// are, and how they communicate, is in programs.txt; a company that has one
// draws from its ranges how it is set up there.
package apps

import (
	"math"
	"math/rand/v2"

	"makes/n/internal/estate"
	"makes/n/internal/wire"
)

// Namer is told the name of the program between two addresses of a logged
// host.
type Namer func(h *estate.Host, peer uint32, name string)

// service is a program as it is set up somewhere.
type service struct {
	*program
	est                   *estate.Estate
	zone                  float64
	peers                 []*estate.Host
	port, keepBy          int
	secure                *wire.TLS
	acts                  []act
	talk                  []message
	period, phase, jitter float64 // phase: of aligned times
	work, conns, keep     float64
	wobble                float64 // of the lengths of a conversation
	retry, limit          float64 // and how far it grows
	wait                  float64 // patience with a silent host
	outages               []outage
}

type outage struct {
	from, to float64
	silent   bool
}

// Run lets all ordinary programs run on all logged hosts.
func Run(e *estate.Estate, name Namer) error {
	programs, err := parse(text)
	if err != nil {
		return err
	}
	for _, f := range e.Firms {
		adopt := e.Rand("adopt", f.Index)
		for _, p := range programs {
			var services []*service
			if adopt.Float64() < p.use {
				for i := range 1 + adopt.IntN(3)*adopt.IntN(2) {
					services = append(services, install(e, p, f, e.Rand(p.name, f.Index, i)))
				}
			}
			for i, h := range f.Hosts {
				r := e.Rand(p.name, f.Index, "host", i)
				share, any := p.roles[h.Role]
				if !any {
					share = p.roles["all"]
				}
				if h.Role == "idle" {
					share /= 4
				}
				if len(services) == 0 || r.Float64() >= share || p.only && !h.Windows {
					continue
				}
				services[r.IntN(len(services))].run(h, r, name)
			}
		}
	}
	return nil
}

// Also lets one more program, named, run on a host whose role would not have
// it.
func Also(e *estate.Estate, h *estate.Host, program string, name Namer) error {
	programs, err := parse(text)
	if err != nil {
		return err
	}
	for _, p := range programs {
		if p.name == program {
			install(e, p, h.Firm, e.Rand(program, "also", h.IP)).run(h, e.Rand(program, "also", h.IP, "run"), name)
		}
	}
	return nil
}

func fix(s span, r *rand.Rand) span {
	if s.fresh {
		return s
	}
	v := s.draw(r)
	return span{v, v, s.lo != s.hi}
}

func install(e *estate.Estate, p *program, f *estate.Firm, r *rand.Rand) *service {
	s := &service{program: p, est: e, zone: f.Zone, port: p.ports[r.IntN(len(p.ports))], jitter: .3 * r.Float64() * r.Float64(),
		period: p.every.draw(r), work: p.work.draw(r), conns: p.conns.draw(r),
		retry: p.retry.draw(r), wait: []float64{3, 5, 10, 30, 130}[r.IntN(5)], keepBy: r.IntN(2)}
	s.wobble = max(0, .3*r.Float64()-.1)
	s.phase = r.Float64() * min(s.period, 300)
	if s.limit = s.retry; r.IntN(2) == 0 {
		s.limit *= 1 + 30*r.Float64()
	}
	if s.keep = p.keep.draw(r); s.keep < 0 {
		s.keep = []float64{0, 0, 0, 7200, 300, 60}[r.IntN(6)]
	}
	if r.Float64() < p.tls {
		h := wire.DrawTLS(r, 12+min(1, r.IntN(4)))
		s.secure = &h
	}
	for _, m := range p.talk {
		s.talk = append(s.talk, message{m.back, fix(m.size, r)})
	}
	for _, a := range p.acts {
		a.size, a.reply, a.after, a.prob = fix(a.size, r), fix(a.reply, r), fix(a.after, r), fix(a.prob, r)
		a.every, a.burst, a.vary = fix(a.every, r), fix(a.burst, r), fix(a.vary, r)
		s.acts = append(s.acts, a)
	}
	shared := e.Rand(p.name, "addresses", r.IntN(3)) // companies meet at the same servers of the world
	var serving []*estate.Host
	for _, h := range f.Hosts {
		for _, role := range p.serve {
			if h.Role == role {
				serving = append(serving, h)
			}
		}
	}
	for n := max(1, int(p.ips.draw(r)+.5)); len(s.peers) < n; {
		switch {
		case p.peer == "inside" && len(serving) > 0 && r.IntN(3) > 0:
			s.peers = append(s.peers, serving[r.IntN(len(serving))])
		case p.peer == "inside":
			s.peers = append(s.peers, f.Inside(r))
		case p.peer == "lan":
			s.peers = append(s.peers, f.Lan(r))
		case p.from:
			s.peers = append(s.peers, estate.World(r, true))
		default:
			s.peers = append(s.peers, estate.World(shared, false))
		}
	}
	for chance := .12; r.Float64() < chance; chance = .4 {
		from := r.Float64() * e.Book.Seconds
		s.outages = append(s.outages, outage{from, from + 30*math.Exp(r.Float64()*5.5), r.IntN(2) == 0})
	}
	return s
}
