package mining

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// way is how a miner's connection gets to the pool: plain, secured, by SOCKS or through a VPN over TCP.
type way struct {
	transport string
	secure    bool
	// gate is the SOCKS or VPN server, path the way to it.
	gate  *tcp.Host
	port  uint16
	path  tcp.Path
	beat  acts.Gap
	outer *tcp.Conn
	// ask is the size of the SOCKS request, or what the tunnel adds to a packet.
	ask int
}

func newWay(g *Ground, r *rng.Rand, p *pool) way {
	switch x := r.Float(); {
	case x < 0.52:
		return way{transport: "plain"}
	case x < 0.8:
		return secured(p)
	case x < 0.9:
		return way{transport: "socks", gate: g.Outside(r), port: rng.Pick[uint16](r, 1080, 9050, 1081, 443, 7891), path: g.Path(r, false), ask: r.Int(16, 36)}
	}
	return way{transport: "vpn", gate: g.Outside(r), port: rng.Pick[uint16](r, 443, 1194, 943, 8443), path: g.Path(r, false),
		beat: acts.Every(rng.Pick(r, 10, 10, 15, 25, 60.0), 0.03), ask: r.Int(26, 46)}
}

func secured(p *pool) way {
	if p.tls.Version == 12 {
		return way{transport: "tls12", secure: true}
	}
	return way{transport: "tls13", secure: true}
}

func (w *way) dial(s *stratum, t clock.Time) (*tcp.Conn, clock.Time) {
	p := s.pool()
	net, host := s.env.Net, p.hosts[s.server]
	switch w.transport {
	case "socks":
		c := net.Dial(t, s.client, w.gate, w.port, w.path, &s.r)
		t = c.Send(tcp.Client, c.Ready, 3)
		t = c.Send(tcp.Server, t, 2)
		t = c.Send(tcp.Client, t, w.ask)
		t = c.Send(tcp.Server, t+s.path().RTT, 10)
		return c, t
	case "vpn":
		if w.outer == nil {
			w.outer = net.Dial(t, s.client, w.gate, w.port, w.path, &s.r)
			t = w.outer.Ready
			for _, size := range [...]int{42, 54, 290, 1180, 1180, 900, 350, 260} {
				t = w.outer.Send(s.r.Intn(2), t, size) + 2*clock.Milli
			}
			w.outer.Wrap(w.ask)
		}
		path := s.path()
		path.RTT += w.path.RTT
		path.MSS = 1360
		c := net.DialVia(t, w.outer, s.client, host, p.port, path, &s.r)
		return c, c.Ready
	}
	c := net.Dial(t, s.client, host, p.port, s.path(), &s.r)
	if w.secure {
		return c, c.Secure(c.Ready, s.prog.tls(p))
	}
	return c, c.Ready
}

// fail is a connection attempt to a pool that is away.
func (w *way) fail(s *stratum, t clock.Time, f tcp.Fault) clock.Time {
	p := s.pool()
	switch w.transport {
	case "vpn":
		// Inside of the tunnel nothing but a few packets is to be seen.
		if w.outer != nil {
			w.outer.Send(tcp.Client, t, 60)
			w.outer.Settle(t + clock.Second)
		}
		return t + clock.Secs(s.prog.retry.Patience)
	case "socks":
		c := s.env.Net.Dial(t, s.client, w.gate, w.port, w.path, &s.r)
		t = c.Send(tcp.Client, c.Ready, 3)
		t = c.Send(tcp.Server, t, 2)
		t = c.Send(tcp.Client, t, w.ask)
		t = c.Send(tcp.Server, t+clock.Second, 10)
		c.Finish(tcp.Server, t, true)
		return t
	}
	return s.env.Net.Fail(t, s.client, p.hosts[s.server%len(p.hosts)], p.port, s.path(), &s.r, f, clock.Secs(s.prog.retry.Patience), s.prog.hello[0])
}

// ping is the tunnel's own sign of life.
func (w *way) ping(t clock.Time) {
	if w.outer != nil {
		w.outer.Send(tcp.Client, t, 16)
		w.outer.Send(tcp.Server, t+300*clock.Milli, 16)
	}
}

func (w *way) settle(until clock.Time) {
	if w.outer != nil {
		w.outer.Settle(until)
	}
}

// hang ends the miner's connection; a tunnel stays.
func (w *way) hang(s *stratum, t clock.Time) {
	s.c.Finish(s.r.Intn(2), t, !s.rude)
}
