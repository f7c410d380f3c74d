package acts

import (
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Scan sends single SYNs: outwards to ever other addresses, or from ever other addresses to the line's server.
type Scan struct {
	Ports []uint16
	Every Gap
	Burst float64
	// Inward makes the line's only server the target; Open is the chance that its port is let through.
	Inward bool
	Open   float64
	// Near scans the neighbours of the client instead of the whole internet.
	Near bool
	// Sticky is the chance that the same stranger comes again.
	Sticky float64
}

type scan struct {
	*Scan
	e    *Env
	line Line
	r    rng.Rand
	peer tcp.Host
}

// Start implements Plan.
func (p *Scan) Start(e *Env, l Line, r rng.Rand) {
	a := &scan{Scan: p, e: e, line: l, r: r}
	e.Sim.Add(a, l.Begin+p.Every.Next(&a.r))
}

// Step implements sim.Actor.
func (a *scan) Step(now clock.Time) clock.Time {
	t := now
	for n := 1 + int(a.r.Exp(a.Burst)); n > 0; n-- {
		if !a.r.Chance(a.Sticky) || a.peer.Addr == 0 {
			a.peer = tcp.Host{Addr: Stranger(&a.r), Stack: tcp.Stack{MSS: 1460, Every: 2, Merge: 1, Retries: a.r.Intn(2)}}
			if a.Near {
				a.peer.Addr = a.line.Client.Addr&^0xfff | uint32(a.r.Intn(4096))
			}
		}
		port := a.Ports[a.r.Intn(len(a.Ports))]
		if a.r.Chance(0.15) {
			port = uint16(a.r.Int(1, 65535))
		}
		if a.Inward {
			fault := tcp.Ingress
			if a.r.Chance(a.Open) {
				fault = rng.Pick(&a.r, tcp.Refused, tcp.Slammed)
			}
			a.e.Net.Fail(t, &a.peer, a.line.Servers[0], port, a.line.Path, &a.r, fault, 3*clock.Second, a.r.Intn(120))
		} else {
			fault := rng.Pick(&a.r, tcp.Silent, tcp.Silent, tcp.Silent, tcp.Silent, tcp.Refused, tcp.Slammed)
			a.e.Net.Fail(t, a.line.Client, &a.peer, port, a.line.Path, &a.r, fault, 1500*clock.Milli, a.r.Intn(120))
		}
		t += clock.Time(a.r.Exp(50_000))
	}
	return now + a.Every.Next(&a.r)
}

// Stranger is a random public address, of a block that hosts on the internet do use.
func Stranger(r *rng.Rand) uint32 {
	for {
		a := uint32(r.Uint64() >> 32)
		switch b := a >> 24; {
		case b == 0, b == 6, b == 7, b == 10, b == 11, b == 21, b == 22, b == 26, b >= 28 && b <= 30, b == 33, b == 55,
			b == 100, b == 127, b == 169, b == 172, b == 192, b == 198, b == 203, b >= 224:
		default:
			return a
		}
	}
}
