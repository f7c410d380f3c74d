package site

import (
	"makes/x/internal/rnd"
	"makes/x/internal/tcp"
)

// Peer is the other end of conversations: a server or a client, somewhere.
type Peer struct {
	Addr  uint32
	Path  tcp.Path
	Stack *tcp.Stack
	Host  *Host // set if the peer's interface is simulated as well
}

// Peer draws a server at some place, as seen from this network.
func (v *Network) Peer(r *rnd.Rand, w Where) Peer {
	p := Peer{Stack: tcp.Server(r), Path: v.path(r, w)}
	switch w {
	case Inside:
		p.Addr = v.Private(r)
	case Nearby:
		p.Addr = v.other + r.Uint32N(1<<15)
	case Region:
		p.Stack = &tcp.LinuxNoTS
		if r.Chance(0.5) {
			p.Stack = &tcp.Linux
		}
		if r.Chance(v.endpoints) {
			p.Addr = v.Private(r)
			p.Path.RTT = r.Log(0.0004, 0.0015)
			p.Path.Idle, p.Path.Abrupt = 350, r.Chance(0.5)
			return p
		}
		p.Addr = Public(r, w)
	default:
		p.Addr = Public(r, w)
	}
	return p
}

func (v *Network) path(r *rnd.Rand, w Where) tcp.Path {
	var p tcp.Path
	switch w {
	case Inside:
		p = tcp.Path{RTT: r.Log(0.00015, 0.0006), Loss: 2e-7, MTU: 9001, Rate: r.Log(3e7, 4e8)}
		if r.Chance(0.5) {
			p.RTT = r.Log(0.0006, 0.0018) // another availability zone
		}
		if r.Chance(0.1) {
			p.MTU = 1500 // an overlay, or an old image
		}
		if r.Chance(0.12) {
			p.Idle, p.Abrupt = 350, r.Chance(0.7) // through a network load balancer
		}
	case Nearby:
		p = tcp.Path{RTT: v.haul * r.Log(0.9, 1.3), Loss: r.Log(1e-6, 1e-4), MTU: 1500, Rate: r.Log(2e6, 5e7)}
		if r.Chance(0.5) {
			p.MTU = r.Int(1380, 1446) // IPsec on the way
		}
		if r.Chance(0.6) {
			p.Idle = rnd.Pick(r, []float64{350, 1800, 3600, 3600, 7200})
			p.Abrupt = r.Chance(0.2)
		}
	case Region:
		p = tcp.Path{RTT: r.Log(0.0006, 0.004), Loss: r.Log(5e-7, 1e-5), MTU: 1500, Rate: r.Log(1e7, 1.2e8)}
	case Cloud:
		p = tcp.Path{RTT: r.Log(0.0015, 0.11), Loss: r.Log(1e-6, 3e-4), MTU: 1500, Rate: r.Log(3e6, 6e7)}
		if r.Chance(0.5) {
			p.Idle = rnd.Pick(r, []float64{60, 240, 350, 600, 900, 4000})
			p.Abrupt = r.Chance(0.6)
		}
	case Edge:
		p = tcp.Path{RTT: r.Log(0.001, 0.012), Loss: r.Log(1e-6, 1e-4), MTU: 1500, Rate: r.Log(5e6, 8e7)}
		if r.Chance(0.3) {
			p.Idle, p.Abrupt = rnd.Pick(r, []float64{100, 180, 400, 900}), true
		}
	case World:
		p = tcp.Path{RTT: r.Log(0.006, 0.29), Loss: r.Log(5e-6, 4e-3), MTU: 1500, Rate: r.Log(6e5, 3e7)}
		if r.Chance(0.2) {
			p.Idle = rnd.Pick(r, []float64{120, 300, 600, 1800, 3600})
			p.Abrupt = r.Chance(0.3)
		}
	case Home:
		p = tcp.Path{RTT: r.Log(0.012, 0.3), Loss: r.Log(5e-5, 1e-2), MTU: 1500, Rate: r.Log(3e5, 1.2e7)}
		if r.Chance(0.3) {
			p.MTU = rnd.Pick(r, []int{1492, 1420, 1400, 1360})
		}
		if r.Chance(0.5) {
			p.Idle = r.Log(120, 3600) // the router at home, or the mobile network
		}
	}
	p.Jitter = p.RTT * r.Log(0.01, 0.12)
	return p
}
