package tcp

import (
	"makes/o/internal/dice"
	"makes/o/internal/flow"
)

// Host is a machine with an interface.
type Host struct {
	Iface *flow.Iface
	Stack Stack
	Gen   *dice.Rand
	Probe int // bytes in a keep-alive
	port  uint16
}

// NewHost draws a host.
func NewHost(g *dice.Rand, iface *flow.Iface) *Host {
	h := &Host{Iface: iface, Stack: NewStack(g), Gen: g}
	if len(h.Stack.Syns) < 5 {
		h.Probe = 1
	}
	h.port = uint16(g.IntN(28000))
	return h
}

// NextPort gives a port of the range for clients.
func (h *Host) NextPort() uint16 {
	h.port = (h.port + uint16(1+h.Gen.IntN(40))) % (60999 - 49152)
	if h.Stack.FirstPort < 40000 {
		return h.Stack.FirstPort + uint16(h.Gen.IntN(28000))
	}
	return h.Stack.FirstPort + h.port
}

// Peer is the other side of connections.
type Peer struct {
	Addr  flow.Addr
	Port  uint16
	Stack Stack
	Path  Path
}

func (h *Host) flow(p Peer, inbound, reject bool) flow.Flow {
	f := flow.Flow{Iface: h.Iface, Src: h.Iface.Addr, Dst: p.Addr, SrcPort: h.NextPort(), DstPort: p.Port, Proto: 6, Reject: reject}
	if inbound {
		f.SrcPort, f.DstPort = p.Port, uint16(1024+h.Gen.IntN(64000))
	}
	return f
}

// Conn makes a connection to a peer, not opened yet. An inbound one is to the
// peer's port on this host.
func (h *Host) Conn(p Peer, inbound bool) *Conn {
	c := New(h.Gen, h.flow(p, inbound, false), h.Stack, p.Stack, p.Path)
	c.inbound = inbound
	return c
}

// Datagrams makes a UDP flow: each message is one packet.
func (h *Host) Datagrams(p Peer, inbound bool) func(t float64, up bool, n int) {
	up := h.flow(p, inbound, false)
	up.Proto = 17
	down := up
	down.Src, down.Dst, down.SrcPort, down.DstPort = up.Dst, up.Src, up.DstPort, up.SrcPort
	return func(t float64, out bool, n int) {
		f := &down
		if out {
			f = &up
		}
		if n < 0 {
			up.Flush()
			down.Flush()
			return
		}
		packets := (n + 1471) / 1472
		f.Add(t, packets, n+8+20*packets)
	}
}

// Trouble is why a connection does not come about.
type Trouble int

// The troubles.
const (
	Fine    Trouble = iota
	Denied          // by a security group
	Dead            // no answer
	Refused         // reset by the host
	Slammed         // closed after the first message
	Broken          // closed after the first answer, an error
)

// Fail counts a try to connect that fails, of a client that waits for at most
// the given seconds; it gives the time at which the client knows.
func (h *Host) Fail(t float64, p Peer, why Trouble, patience float64, first, reply int) float64 {
	syn := 52
	if h.Stack.Stamps {
		syn = 60
	}
	switch why {
	case Denied, Dead:
		f := h.flow(p, false, why == Denied)
		f.Add(t, 1, syn)
		for _, after := range h.Stack.Syns {
			if after >= patience {
				break
			}
			f.Add(t+after, 1, syn)
		}
		f.Flush()
		last := 2*h.Stack.Syns[len(h.Stack.Syns)-1] + 1
		return t + min(patience, last)
	case Refused:
		f := h.flow(p, false, false)
		back := f
		back.Src, back.Dst, back.SrcPort, back.DstPort = f.Dst, f.Src, f.DstPort, f.SrcPort
		f.Add(t, 1, syn)
		back.Add(t+p.Path.RTT, 1, 40)
		f.Flush()
		back.Flush()
		return t + p.Path.RTT
	}
	c := h.Conn(p, false)
	t = c.Send(c.Open(t), true, first) + p.Path.RTT/2
	if why == Broken {
		t = c.Send(t, false, reply)
		c.Close(t, h.Gen.IntN(2) == 0)
	} else if h.Gen.IntN(2) == 0 {
		c.Reset(t, false)
	} else {
		c.Close(t, false)
	}
	return t + p.Path.RTT
}

// Secure is a version of TLS with the sizes of its handshake.
type Secure struct {
	Version                    int // 0 for none, 12 or 13
	hello, certs, finish, tail int
	record                     int
}

// NewSecure draws the handshake of a service; mutual ones send a certificate
// of the client too.
func NewSecure(g *dice.Rand, version int, mutual bool) Secure {
	s := Secure{Version: version}
	switch version {
	case 12:
		s.hello, s.certs, s.finish, s.tail = 180+g.IntN(340), 2200+g.IntN(3400), 93+g.IntN(60), dice.Pick(g, 51, 51, 242, 258)
		s.record = dice.Pick(g, 29, 29, 29, 21, 53)
	case 13:
		s.hello, s.certs, s.finish, s.tail = dice.Pick(g, 250, 330, 517, 1720)+g.IntN(60), 2300+g.IntN(3000), 64+g.IntN(30), dice.Pick(g, 0, 255, 510, 158)
		s.record = 22
	}
	if mutual {
		s.finish += 900 + g.IntN(1500)
	}
	return s
}

// Hello gives the length of the first message, or the given one without TLS.
func (s Secure) Hello(plain int) int {
	if s.Version == 0 {
		return plain
	}
	return s.hello
}

// Start counts the handshake of TLS from the client's side.
func (s Secure) Start(c *Conn, t float64, client bool) float64 {
	if s.Version == 0 {
		return t
	}
	half := c.path.RTT / 2
	resumed := dice.Chance(c.g, 0.15)
	certs := s.certs
	if resumed {
		certs = 160 + c.g.IntN(90)
	}
	t = c.Send(t, client, s.hello) + half + 0.001
	t = c.Send(t, !client, certs) + half + 0.001
	t = c.Send(t, client, s.finish)
	if s.tail > 0 {
		if s.Version == 12 {
			t += half
		}
		c.Send(t, !client, s.tail)
	}
	c.Record = s.record
	return t
}

// Resume takes the handshake as done.
func (s Secure) Resume(c *Conn) { c.Record = s.record }
