package sim

import "makes/e/internal/flow"

// Dial opens a connection to a peer.
func (p *Program) Dial(peer Peer) *Conn {
	return p.open(peer, p.Host.Port(), false)
}

// Accept is called by a peer at a port of this host; the peer's port is drawn.
func (p *Program) Accept(peer Peer, port uint16) *Conn {
	return p.open(peer.At(uint16(p.Int(1024, 65535))), port, true)
}

func (p *Program) open(peer Peer, port uint16, inbound bool) *Conn {
	up := p.rec.NewFlow(flow.TCP, p.Addr, peer.Addr, port, peer.Port, flow.Accept)
	down := p.rec.NewFlow(flow.TCP, peer.Addr, p.Addr, peer.Port, port, flow.Accept)
	out := &logged{p: p, remote: peer.Addr, flows: [2]*flow.Flow{up, down}}
	if inbound {
		out.flows = [2]*flow.Flow{down, up}
	}
	return p.shake(peer, out, inbound, min(p.mtu, peer.MTU), p.stamps && peer.Stamps)
}

// shake makes the connection's state and its three-way handshake.
func (p *Program) shake(peer Peer, out sink, inbound bool, mtu int, stamps bool) *Conn {
	c := &Conn{p: p, peer: peer, out: out, header: 40, last: p.Now}
	if stamps {
		c.header = 52
	}
	c.mss = mtu - c.header
	local, remote := Client, Server
	if inbound {
		local, remote = Server, Client
	}
	c.ends[local] = tcpEnd{quick: p.quick, delay: p.delAck, every: Pick(p.Dice, 2, 2, 4, 8)}
	c.ends[remote] = tcpEnd{quick: p.Int(0, 16), delay: peer.DelAck, every: Pick(p.Dice, 2, 2, 2, 3, 6), remote: true}
	syn := c.header + 8
	if !stamps && p.Chance(0.9) { // MSS, SACK, window scale
		syn = c.header + 12
	}
	c.emit(p.Now, Client, 1, syn)
	if p.Rare(1, peer.Loss) > 0 {
		p.Wait(1)
		c.emit(p.Now, Client, 1, syn)
	}
	c.emit(p.Now+peer.RTT, Server, 1, syn)
	p.Wait(peer.RTT)
	c.emit(p.Now, Client, 1, c.header)
	return c
}

// Close ends the connection by the client's wish, Drop by the server's.
func (c *Conn) Close() { c.finish(Client) }

// Drop ends the connection by the server's wish.
func (c *Conn) Drop() { c.finish(Server) }

func (c *Conn) finish(first Side) {
	c.catchUp(c.p.Now)
	t := c.p.Now
	c.emit(t, first, 1, c.header)
	switch {
	case c.p.Chance(0.12): // the other end resets
		c.emit(t+c.peer.RTT, 1-first, 1, 40)
	case c.p.Chance(0.3): // acknowledges, then closes
		c.emit(t+c.peer.RTT, 1-first, 2, 2*c.header)
		c.emit(t+c.peer.RTT, first, 1, c.header)
	default:
		c.emit(t+c.peer.RTT, 1-first, 1, c.header)
		c.emit(t+c.peer.RTT, first, 1, c.header)
	}
	c.p.Wait(c.peer.RTT)
	c.out.closed()
}

// Abort ends the connection with a reset.
func (c *Conn) Abort(by Side) {
	c.catchUp(c.p.Now)
	c.emit(c.p.Now, by, 1, 40)
	c.out.closed()
}

// Vanish ends the connection when the other side is gone: the sender repeats
// its last message with doubled pauses and gives up.
func (c *Conn) Vanish(n int) {
	c.catchUp(c.p.Now)
	local := Client
	if c.ends[Client].remote {
		local = Server
	}
	pause := 0.2 + c.peer.RTT
	for range c.p.Int(4, 10) {
		c.emit(c.p.Now, local, 1, n+c.header)
		c.p.Wait(pause)
		pause *= 2
	}
	c.out.closed()
}

// Fate is what becomes of an attempt that does not reach a service.
type Fate int

// The fates.
const (
	Refused  Fate = iota // answered by a reset
	Dropped              // no answer
	Rejected             // by the security group
)

// Knock tries to connect in vain for at most timeout seconds.
func (p *Program) Knock(peer Peer, fate Fate, timeout float64) {
	port, action := p.Host.Port(), flow.Accept
	if fate == Rejected {
		action = flow.Reject
	}
	out := &logged{p: p, remote: peer.Addr, flows: [2]*flow.Flow{
		p.rec.NewFlow(flow.TCP, p.Addr, peer.Addr, port, peer.Port, action),
		p.rec.NewFlow(flow.TCP, peer.Addr, p.Addr, peer.Port, port, flow.Accept),
	}}
	syn := 52
	if p.stamps {
		syn = 60
	}
	began, pause := p.Now, 1.0
	for i := range 7 {
		out.packets(p.Now, Client, 1, syn)
		if fate == Refused {
			out.packets(p.Now+peer.RTT, Server, 1, 40)
			p.Wait(peer.RTT)
			break
		}
		if p.Now+pause-began > timeout {
			p.Now = began + timeout
			break
		}
		p.Wait(pause)
		if !p.linear || i >= 4 {
			pause *= 2
		}
	}
	out.closed()
}
