package layer

import (
	"makes/m/internal/draw"
	"makes/m/internal/fault"
	"makes/m/internal/tcp"
	"makes/m/internal/vpc"
)

// Pair is a host and a remote address that speak a service's protocol.
type Pair struct {
	Host     *vpc.Host
	Remote   vpc.Addr
	Port     uint16 // of the side that listens
	Opener   int
	Peer     tcp.Stack
	Path     tcp.Path
	Probe    float64
	Prober   int
	Patience float64 // of a connect
	Rng      draw.Rand
	Security Security

	dialed bool
}

// Session is a connection with its layers.
type Session struct {
	pair  *Pair
	flow  *vpc.Flow
	outer *tcp.Conn // of the wire
	inner *tcp.Conn // within a tunnel, or nil
	last  float64
}

func (p *Pair) flow(reject bool) *vpc.Flow {
	if p.Opener == tcp.Out {
		return p.Host.NewFlow(p.Remote, p.Host.Port(), p.Port, 6, reject)
	}
	return p.Host.NewFlow(p.Remote, p.Port, uint16(p.Rng.Int(1024, 65535)), 6, reject)
}

// Dial opens a connection, and gives the time at which messages can be sent.
func (p *Pair) Dial(t float64) (*Session, float64) {
	s := &Session{pair: p, flow: p.flow(false)}
	s.outer = tcp.NewConn(s.flow, p.Rng, &p.Host.Stack, &p.Peer, p.Path, p.Opener, p.Probe, p.Prober)
	t = s.outer.Open(t)
	t = p.Security.handshake(s.outer, p.Rng, t, p.Opener, p.dialed)
	p.dialed, s.last = true, t
	if p.Security.Kind == "vpn" {
		own := p.Host.Stack
		own.MSS = min(own.MSS, 1340)
		path := p.Path
		path.Loss = 0
		path.RTT += 0.02
		s.inner = tcp.NewConn(tunnel{s}, p.Rng, &own, &own, path, p.Opener, p.Probe, p.Prober)
		t = s.inner.Open(t)
	}
	return s, t
}

// Fail is an attempt to connect that does not succeed.
func (p *Pair) Fail(t float64, m fault.Mode) float64 {
	f := p.flow(m == fault.Denied)
	defer f.Flush()
	if m == fault.Refused {
		return tcp.Refused(f, t, p.opener(), p.Opener, p.Path.RTT)
	}
	return tcp.Unanswered(f, t, p.opener(), p.Opener, p.Patience)
}

func (p *Pair) opener() *tcp.Stack {
	if p.Opener == tcp.Out {
		return &p.Host.Stack
	}
	return &p.Peer
}

// tunnel is the wire of a connection within a tunnel.
type tunnel struct{ *Session }

func (u tunnel) Packets(t float64, dir, count, bytes int) {
	for range count {
		u.outer.Send(t, dir, u.pair.Security.Size(bytes/count))
	}
	u.last = max(u.last, t)
}

// Advance lets pass what happens without messages until t.
func (s *Session) Advance(t float64) {
	if ping := s.pair.Security.Ping; ping > 0 {
		for ; s.last+ping < t; s.last += ping {
			s.outer.Send(s.last+ping, tcp.Out, s.pair.Security.Size(16))
			s.outer.Send(s.last+ping+s.pair.Rng.Uniform(0, 0.3), tcp.In, s.pair.Security.Size(16))
		}
	}
	if s.inner != nil {
		s.inner.Advance(t)
	}
	s.outer.Advance(t)
}

// Send sends a message, and gives the time at which it was sent.
func (s *Session) Send(t float64, from, n int) float64 {
	if s.pair.Security.Ping > 0 {
		s.Advance(t)
		s.last = max(s.last, t)
	}
	if s.inner != nil {
		return s.inner.Send(t, from, n)
	}
	if split := s.pair.Security.Split; split > 0 && split < n {
		s.outer.Send(t, from, s.pair.Security.Size(split))
		n -= split
	}
	return s.outer.Send(t, from, s.pair.Security.Size(n))
}

// RTT is the time to the peer and back.
func (s *Session) RTT() float64 { return s.outer.RTT() }

// Close ends the session from a side; how is fin, reset, lost (data of the
// side is not answered any more) or end (of the log).
func (s *Session) Close(t float64, from int, how string) {
	switch {
	case how == "end":
		s.Advance(t)
	case how == "lost":
		s.outer.Vanish(t, from, s.pair.Security.Size(100))
	default:
		s.Advance(t)
		if s.pair.Security.Over > 0 && how == "fin" && s.pair.Rng.Chance(0.6) {
			s.outer.Send(t, from, s.pair.Security.Size(2)) // close_notify
		}
		s.outer.Close(t, from, how == "reset")
	}
	s.flow.Flush()
}
