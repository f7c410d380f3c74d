package wire

import "makes/c/internal/dice"

// Dial opens a connection of the host to a service at time t.
func (h *Host) Dial(t float64, s *Service) *Conn {
	c := h.connection(t, s, Client, h.Ephemeral(), s.Port)
	c.handshake()
	return c
}

// Accept opens a connection of a peer to a port of the host at time t.
func (h *Host) Accept(t float64, peer *Service, port uint16) *Conn {
	c := h.connection(t, peer, Server, port, uint16(h.D.Int(1024, 65535)))
	c.handshake()
	return c
}

// Through opens a connection whose packets travel inside an outer one, each
// with so many bytes of encapsulation.
func (c *Conn) Through(extra int) *Conn {
	in := c.host.connection(c.Now, c.peer, c.local, 0, 0)
	in.tunnel, in.extra, in.until = c, extra, c.until
	in.mss = c.D.Int(1200, 1400)
	in.handshake()
	return in
}

func (h *Host) connection(t float64, s *Service, local Side, lport, rport uint16) *Conn {
	c := &Conn{Now: t, D: h.D, host: h, peer: s, until: h.End, local: local, lastly: t}
	c.ends[local], c.ends[1-local] = newEnd(h.D, h.Stack), newEnd(h.D, s.Stack)
	c.header = 40
	if h.Stack.Stamps && s.Stack.Stamps {
		c.header = 52
	}
	c.mss = s.MTU - c.header
	c.flows[local] = flow{host: h, rec: Record{Src: h.Addr, Dst: s.Addr, Sport: lport, Dport: rport, Proto: TCP}}
	c.flows[1-local] = flow{host: h, rec: Record{Src: s.Addr, Dst: h.Addr, Sport: rport, Dport: lport, Proto: TCP}}
	return c
}

// handshake is SYN, SYN-ACK, ACK.
func (c *Conn) handshake() {
	c.emit(Client, c.Now, 1, c.ends[Client].stack.Syn)
	c.Now += c.peer.RTT
	c.emit(Server, c.Now, 1, min(c.ends[Client].stack.Syn, c.ends[Server].stack.Syn))
	c.emit(Client, c.Now, 1, c.header)
	c.lastly = c.Now
}

// Close lets one side end the connection in order.
func (c *Conn) Close(by Side) {
	if c.closed {
		return
	}
	if c.record > 0 && c.D.Chance(0.8) {
		c.emit(by, c.Now, 1, c.header+c.record+2)
	}
	c.emit(by, c.Now, 1, c.header)
	c.Now += c.peer.RTT
	if c.D.Chance(0.4) {
		c.emit(1-by, c.Now, 1, c.header)
	}
	c.emit(1-by, c.Now, 1, c.header)
	c.emit(by, c.Now, 1, c.header)
	c.finish()
}

// Reset lets one side end the connection with a RST.
func (c *Conn) Reset(by Side) {
	if !c.closed {
		c.emit(by, c.Now, 1, 40)
		c.finish()
	}
}

func (c *Conn) finish() {
	c.closed = true
	for s := range c.flows {
		c.flows[s].flush()
	}
}

// KeepAlive makes one side's TCP probe after so many seconds of silence.
func (c *Conn) KeepAlive(by Side, seconds float64) {
	c.OnIdle(seconds, func() {
		probe, answer := c.header, c.header
		if c.ends[by].stack.Windows {
			probe, answer = probe+1, answer+12
		}
		c.emit(by, c.Now, 1, probe)
		c.emit(1-by, c.Now+c.peer.RTT, 1, answer)
	})
}

// OnIdle makes something happen after each so many seconds of silence.
func (c *Conn) OnIdle(seconds float64, do func()) { c.idle, c.onIdle = seconds, do }

// Frame adds bytes to every message of each side from now on.
func (c *Conn) Frame(up, down int) { c.frame = [2]int{up, down} }

// WebSocket is the upgrade request and the framing that follows.
func (c *Conn) WebSocket() {
	c.Call(c.D.Int(250, 1100), c.D.Int(129, 500))
	c.Frame(7, 3)
}

// TLS is the handshake of the service's version; what follows is encrypted.
func (c *Conn) TLS() {
	s := c.peer
	hello := s.Hello + c.D.IntN(3)*4
	resumed := c.D.Chance(s.Resume)
	chain := s.Chain
	if resumed {
		hello, chain = hello+220, 20
	}
	if s.TLS == 13 {
		c.Call(hello, 220+chain)
		c.Up(80)
		c.record = 22
		if s.Tickets > 0 {
			c.Down(s.Tickets)
		}
		return
	}
	c.Call(hello, 105+chain+map[bool]int{false: 330, true: 55}[resumed])
	if resumed {
		c.Up(51)
	} else {
		c.Call(126, 51+s.Tickets)
	}
	c.record = s.Cipher
}

// SSH is banners, key exchange and authentication; then packets are padded
// and authenticated.
func (c *Conn) SSH() {
	c.Call(dice.Of(c.D, 21, 33, 41), dice.Of(c.D, 21, 41, 42))
	c.Call(c.D.Int(1100, 1600), c.D.Int(900, 1200))
	c.Call(dice.Of(c.D, 48, 1200), dice.Of(c.D, 450, 560, 1650))
	c.Up(16)
	c.Call(44, 44)
	c.Call(c.D.Int(60, 120), c.D.Int(50, 90))
	c.Call(c.D.Int(350, 700), 28)
	c.Frame(24, 24)
}
