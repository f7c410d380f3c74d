package wire

import (
	"math"

	"makes/b/internal/flowlog"
)

const (
	outward = 0 // from the interface to the peer
	inward  = 1
)

// Timers of a connection; those with two directions come in pairs.
const (
	timerAck   = 0 // +direction: a delayed acknowledgement is due
	timerInner = 2 // +direction: same, inside a tunnel
	timerPing  = 4 // +direction: a tunnel's ping is due
	timerKeep  = 6 // a TCP keep-alive is due
	timers     = 7
)

var never = math.Inf(1)

// Conn is a TCP connection. Its client is the machine of the interface if it
// was dialled, the peer if it was accepted.
type Conn struct {
	p      *Proc
	peer   *Peer
	client int // direction in which the client sends
	flows  [2]flow
	seg    int // largest payload of a segment
	hdr    int // bytes of IP and TCP headers
	stride int // segments per acknowledgement in bulk transfers
	delay  [2]float64
	owed   [2]int // segments that a side has not acknowledged yet
	timer  [timers]float64
	keep   float64
	sec    Security
	over   int // bytes a TLS record adds
	tun    *Tunnel
	closed bool
}

// Dial connects to a port of the peer.
func (p *Proc) Dial(peer *Peer, port uint16, sec Security) *Conn {
	return p.open(peer, p.Host.ephemeral(p.Rand), port, outward, sec)
}

// Accept takes a connection of the peer to a port of the machine.
func (p *Proc) Accept(peer *Peer, port uint16, sec Security) *Conn {
	return p.open(peer, port, uint16(p.Int(1025, 65535)), inward, sec)
}

func (p *Proc) open(peer *Peer, lport, rport uint16, client int, sec Security) *Conn {
	c := &Conn{p: p, peer: peer, client: client, sec: sec}
	for d := range c.flows {
		c.flows[d] = newFlow(p.Host, peer.Addr, &p.Label, d == outward, lport, rport, flowlog.TCP, flowlog.Accept)
	}
	for i := range c.timer {
		c.timer[i] = never
	}
	c.hdr = 40
	if p.Host.Self.Stamps && peer.Stamps {
		c.hdr = 52
	}
	c.seg = min(p.Host.Self.MTU, peer.MTU) - c.hdr
	c.stride = Pick(p.Rand, 2, 2, 2, 2, 3, 4, 8, 12)
	c.delay = [2]float64{p.Host.Self.DelAck, peer.DelAck}
	c.shake()
	c.secure()
	return c
}

// shake exchanges SYNs.
func (c *Conn) shake() {
	p, server := c.p, 1-c.client
	syn := [2]int{synSize(p.Host.Self), synSize(c.peer)}
	if p.Chance(c.peer.Loss) {
		c.flows[c.client].add(p.Now, 1, syn[c.client])
		p.Wait(1)
	}
	c.flows[c.client].add(p.Now, 1, syn[c.client])
	c.flows[server].add(p.Now+c.lag(c.client), 1, min(syn[0], syn[1]))
	p.Wait(c.peer.RTT)
	c.flows[c.client].add(p.Now, 1, c.hdr)
}

// lag is the time after which the reaction to a packet passes the interface.
func (c *Conn) lag(d int) float64 {
	if d == outward {
		return c.peer.RTT
	}
	return 0.0001
}

// KeepAlive makes one of the sides send TCP keep-alives.
func (c *Conn) KeepAlive(seconds float64) {
	c.keep = seconds
	c.timer[timerKeep] = c.p.Now + seconds
}

// settle does what timers demand up to time t.
func (c *Conn) settle(t float64) {
	for {
		first := 0
		for i, at := range c.timer {
			if at < c.timer[first] {
				first = i
			}
		}
		at := c.timer[first]
		if at > t || at == never {
			return
		}
		c.timer[first] = never
		switch d := first & 1; first &^ 1 {
		case timerAck:
			c.flows[d].add(at, 1, c.hdr)
			c.owed[d] = 0
		case timerInner:
			c.data(d, at, c.tun.ack())
		case timerPing:
			c.data(d, at, c.tun.Over+16)
		case timerKeep:
			c.flows[outward].add(at, 1, c.hdr)
			c.flows[inward].add(at+c.peer.RTT, 1, c.hdr)
			c.timer[timerKeep] = at + c.keep
		}
	}
}

// data sends n bytes of TCP payload and returns when the last has passed.
func (c *Conn) data(d int, t float64, n int) float64 {
	c.settle(t)
	c.owed[d] = 0
	c.timer[timerAck+d] = never
	segs := (n + c.seg - 1) / c.seg
	end := t
	other := &c.flows[1-d]
	if segs <= 10 {
		gap := float64(c.seg) * 8e-6 / c.peer.Mbit
		for left := n; left > 0; left -= c.seg {
			c.flows[d].add(end, 1, min(left, c.seg)+c.hdr)
			end += gap
		}
		c.owed[1-d] += segs
		for ; c.owed[1-d] >= 2; c.owed[1-d] -= 2 {
			other.add(end+c.lag(d), 1, c.hdr)
		}
	} else {
		end += c.duration(segs)
		c.flows[d].run(t, end, segs, n+segs*c.hdr)
		acks := segs / c.stride
		other.run(t+c.lag(d), end+c.lag(d), acks, acks*c.hdr)
		c.owed[1-d] = 1
	}
	c.lose(d, end, segs)
	c.timer[timerAck+1-d] = never
	if c.owed[1-d] > 0 {
		c.timer[timerAck+1-d] = end + c.lag(d) + c.delay[1-d]*c.p.Between(0.1, 1)
	}
	if c.keep > 0 {
		c.timer[timerKeep] = end + c.keep
	}
	if c.tun != nil && c.tun.Ping > 0 {
		c.timer[timerPing+d] = end + c.tun.Ping
	}
	return end
}

// duration is how long a bulk transfer takes: slow start, then bandwidth.
func (c *Conn) duration(segs int) float64 {
	rate := c.peer.Mbit * 1e6 / 8 / float64(c.seg) // segments a second
	window, sent, t := 10.0, 0.0, 0.0
	for window < rate*c.peer.RTT && sent < float64(segs) {
		sent += window
		t += c.peer.RTT
		window *= 2
	}
	return t + max(0, float64(segs)-sent)/rate
}

// lose sends segments again: all that the interface sent and the network lost,
// and some of those that came twice.
func (c *Conn) lose(d int, t float64, segs int) {
	expect := float64(segs) * c.peer.Loss
	if d == inward {
		expect /= 2
	}
	again := int(expect)
	if c.p.Chance(expect - float64(again)) {
		again++
	}
	if again > 0 {
		t += 0.2 + c.peer.RTT
		c.flows[d].add(t, again, again*(c.seg/2+c.hdr))
		c.flows[1-d].add(t+c.lag(d), again, again*(c.hdr+12))
	}
}

// Send sends messages, written together, from the client to the server.
func (c *Conn) Send(sizes ...int) { c.carry(c.client, sizes) }

// Recv sends messages, written together, from the server to the client.
func (c *Conn) Recv(sizes ...int) { c.carry(1-c.client, sizes) }

// Ask sends a request and, after the server thought for some time, the answer.
func (c *Conn) Ask(request int, think float64, answer int) {
	c.Send(request)
	c.p.Wait(c.lag(c.client) + think)
	c.Recv(answer)
}

func (c *Conn) carry(d int, sizes []int) {
	if c.closed {
		return
	}
	n := 0
	for _, s := range sizes {
		n += c.wrap(s)
	}
	if c.tun != nil {
		n = c.tun.wrap(n)
		c.timer[timerInner+d] = never
	}
	end := c.data(d, c.p.Now, n)
	if c.tun != nil {
		c.timer[timerInner+1-d] = end + c.lag(d) + 0.04*c.p.Between(0.2, 1)
	}
	c.p.Now = end
}

// Close ends the connection from the client's side, Hangup from the server's.
func (c *Conn) Close()  { c.finish(c.client) }
func (c *Conn) Hangup() { c.finish(1 - c.client) }

func (c *Conn) finish(d int) {
	if c.closed {
		return
	}
	if c.sec != Plain {
		c.carry(d, []int{2})
	}
	t := min(c.p.Now, c.p.End)
	c.settle(t)
	c.flows[d].add(t, 1, c.hdr)
	t += c.lag(d)
	c.flows[1-d].add(t, 1, c.hdr)
	c.flows[d].add(t+c.lag(1-d), 1, c.hdr)
	c.done()
}

// Abort resets the connection, from the client or from the server.
func (c *Conn) Abort(byClient bool) {
	if c.closed {
		return
	}
	d := c.client
	if !byClient {
		d = 1 - d
	}
	t := min(c.p.Now, c.p.End)
	c.settle(t)
	c.flows[d].add(t, 1, 40)
	c.done()
}

func (c *Conn) done() {
	c.flows[0].flush()
	c.flows[1].flush()
	c.closed = true
}
