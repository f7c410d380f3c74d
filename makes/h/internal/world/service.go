package world

import (
	"math"

	"makes/h/internal/sim"
)

// Service is what programs talk to: its addresses and how its end behaves.
type Service struct {
	Addrs []uint32
	Port  uint16
	TLS   string // tls13, tls12 or none
	Via   string // "", socks or vpn: how its clients reach it

	seed    uint64
	where   Where
	rtt     float64
	stamps  bool    // TCP timestamps
	probes  float64 // TCP keep-alive of its end, 0 for none
	hangUp  int     // who ends a connection, and how
	down    float64 // an outage begins
	up      float64 // and ends
	refuses bool    // in an outage it answers by RST
}

func (w *World) newService(k *Kind) *Service {
	s := &Service{seed: w.Uint64(), where: k.Where, Port: sim.Pick(w.Rand, k.Ports...),
		stamps: w.Chance(0.9), hangUp: w.IntN(8), refuses: w.Chance(0.5),
		probes: sim.Pick(w.Rand, 0, 0, 0, 15, 30, 60, w.Wide(40, 400), 300, 7200), down: math.Inf(1)}
	for range w.Int(k.Addrs[0], k.Addrs[1]) {
		switch k.Where {
		case VPC:
			s.Addrs, s.rtt = append(s.Addrs, w.address(10)), w.Wide(0.0002, 0.002)
		case AWS:
			s.Addrs, s.rtt = append(s.Addrs, w.address(3, 18, 34, 44, 52, 54)), w.Wide(0.0006, 0.008)
		case Internet:
			s.Addrs, s.rtt = append(s.Addrs, w.address()), w.Wide(0.002, 0.22)
		}
	}
	if w.Chance(k.TLS) {
		s.TLS = sim.Pick(w.Rand, "tls13", "tls13", "tls13", "tls12")
	}
	if w.Chance(0.06) {
		s.down = w.Between(0, w.Limit)
		s.up = s.down + w.Wide(20, 7200)
	}
	return s
}

// path is the network between a host and the service.
func (s *Service) path(r sim.Rand, h *Host, local sim.Side) *sim.Path {
	p := &sim.Path{RTT: r.Jitter(s.rtt, 0.3), Header: 40, Syn: 52, MSS: 1460, Rate: r.Wide(1e6, 4e7)}
	if s.where == VPC {
		p.MSS = sim.Pick(r, 8961, 8961, 1460, 8460)
		p.Rate = r.Wide(1e7, 3e8)
	} else if r.Chance(0.15) {
		p.MSS = r.Int(1340, 1448)
	}
	if s.stamps && !h.Windows {
		p.Header, p.Syn, p.MSS = 52, 60, p.MSS-12
	}
	if s.where == Internet {
		p.Loss = sim.Pick(r, 0, 0, r.Wide(1e-4, 5e-3), r.Wide(1e-3, 0.02))
	}
	for i := range 2 {
		p.Delay[i] = sim.Pick(r, 0.04, 0.04, 0.04, 0.1, r.Between(0.04, 0.2))
		p.Eager[i] = r.Chance(0.3)
		p.Stretch[i] = sim.Pick(r, 2, 2, 2, r.Int(2, 6), r.Int(3, 20))
	}
	if h.Windows {
		p.Delay[local] = sim.Pick(r, 0.05, 0.2)
	}
	return p
}
