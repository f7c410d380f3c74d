package tcp

import (
	"makes/aa/internal/flow"
	"makes/aa/internal/rng"
)

// Open shakes hands, and returns when the client may speak.
func (c *Conn) Open(t float64) float64 {
	c.emit(Up, t, 1, c.ends[0].OS.syn, true)
	if c.r.P(c.path.Loss) {
		t += c.ends[0].OS.syns[0]
		c.emit(Up, t, 1, c.ends[0].OS.syn, true)
	}
	c.emit(Down, t+c.path.RTT/2, 1, c.ends[1].OS.syn, true)
	c.emit(Up, t+c.path.RTT, 1, c.hdr, true)
	return t + c.path.RTT
}

// Running says that a connection was open long before t.
func (c *Conn) Running(t float64) {
	c.last = t - c.r.F()
	for i := range c.ends {
		c.ends[i].quick = 0
	}
}

// Close ends a connection from one side: three or four packets.
func (c *Conn) Close(who int, t float64) {
	c.advance(t)
	c.emit(who, t, 1, c.hdr, true)
	if c.r.P(.4) {
		c.emit(1-who, t+c.path.RTT/2, 1, c.hdr, true)
	}
	c.emit(1-who, t+c.path.RTT/2+.0005, 1, c.hdr, true)
	c.emit(who, t+c.path.RTT, 1, c.hdr, true)
	c.Drop()
}

// Reset ends a connection at once.
func (c *Conn) Reset(who int, t float64) {
	c.advance(t)
	n := c.r.Int(1, 2)
	c.emit(who, t, n, 40*n, true)
	c.Drop()
}

// Vanish is the end of a peer that says nothing any more: the other one
// repeats a message of n bytes until it gives up. It returns when.
func (c *Conn) Vanish(dir int, t float64, n int) float64 {
	c.advance(t)
	wait := max(c.ends[dir].OS.rto, c.path.RTT*1.3)
	for range c.r.Int(6, 15) {
		c.emit(dir, t, 1, c.hdr+min(n, c.mss), false)
		t += wait
		wait = min(wait*2, 120)
	}
	c.Drop()
	return t
}

// Quiet lets the connection be idle until t.
func (c *Conn) Quiet(t float64) { c.advance(t) }

// Drop writes what is open and forgets the connection.
func (c *Conn) Drop() {
	for i := range c.ends {
		if c.ends[i].Iface >= 0 {
			c.net.Flush(&c.acc[2*i])
			c.net.Flush(&c.acc[2*i+1])
		}
	}
	if c.tunnel != nil {
		c.tunnel.Drop()
	}
}

// Refusal is how a connection does not come about.
type Refusal int

// Refused by the security group, unanswered, or reset at once.
const (
	Rejected Refusal = iota
	Silent
	Shut
)

// Fail tries to connect and fails; it returns when the client gives up, at
// the latest after patience.
func Fail(net *flow.Net, r *rng.R, path Path, client, server Peer, t float64, how Refusal, patience float64) float64 {
	c := dial(net, r, path, client, server, how == Rejected)
	at := t
	for _, pause := range append(client.OS.syns, 0) {
		c.emit(Up, at, 1, client.OS.syn, how == Shut)
		if how == Shut {
			c.emit(Down, at+path.RTT/2, 1, 40, true)
			at += path.RTT
			break
		}
		at += pause
		if at-t > patience {
			break
		}
	}
	c.Drop()
	if how == Shut {
		return at
	}
	return max(at, min(t+patience, at+64))
}
