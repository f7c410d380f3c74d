package tcp

import (
	"makes/aa/internal/flow"
	"makes/aa/internal/rng"
)

// Up is from the client to the server, Down the other way.
const (
	Up   = 0
	Down = 1
)

// Peer is one end before it connects. Iface is -1 where nobody looks.
type Peer struct {
	Iface int
	Addr  uint32
	Port  uint16
	OS    *OS
	Alive float64 // pause before keep-alive probes, 0 for none
	Nagle bool
}

type end struct {
	Peer
	owed   int     // segments received and not acknowledged
	due    float64 // when they are at the latest
	quick  int
	busy   float64 // own data is unacknowledged until then
	held   int     // bytes Nagle keeps back
	window int     // segments per round trip
}

// Path is the way between two ends.
type Path struct {
	RTT  float64
	Loss float64
	MSS  int
}

// Conn is a connection. Calls come in order of time; what falls due between
// them is made up when the next comes.
type Conn struct {
	net    *flow.Net
	r      *rng.R
	path   Path
	ends   [2]end
	acc    [4]flow.Acc // by observer and direction
	hdr    int
	mss    int
	last   float64
	tunnel *Conn
	shell  int // bytes a tunnel puts around a packet
}

// Dial prepares a connection; nothing is sent yet.
func Dial(net *flow.Net, r *rng.R, path Path, client, server Peer) *Conn {
	return dial(net, r, path, client, server, false)
}

func dial(net *flow.Net, r *rng.R, path Path, client, server Peer, reject bool) *Conn {
	c := &Conn{net: net, r: r, path: path, hdr: 40, mss: path.MSS, last: -1e9}
	if client.OS.stamps && server.OS.stamps {
		c.hdr, c.mss = 52, path.MSS-12
	}
	c.ends = [2]end{{Peer: client, quick: client.OS.quick, window: 10}, {Peer: server, quick: server.OS.quick, window: 10}}
	for i, e := range c.ends {
		if e.Iface >= 0 {
			c.acc[2*i] = net.Flow(e.Iface, client.Addr, server.Addr, client.Port, server.Port, 6, reject)
			c.acc[2*i+1] = net.Flow(e.Iface, server.Addr, client.Addr, server.Port, client.Port, 6, reject)
		}
	}
	return c
}

// Inside is a connection within a tunnel, whose every packet is a message of
// the tunnel with so many bytes around it.
func Inside(tunnel *Conn, r *rng.R, path Path, client, server *OS, shell int) *Conn {
	c := Dial(tunnel.net, r, path, Peer{Iface: -1, OS: client}, Peer{Iface: -1, OS: server})
	c.tunnel, c.shell = tunnel, shell
	return c
}

func (c *Conn) emit(dir int, t float64, packets, bytes int, arrives bool) {
	c.last = max(c.last, t)
	if c.tunnel != nil {
		c.tunnel.Send(dir, t, bytes+packets*c.shell)
		return
	}
	for i := range c.ends {
		if c.ends[i].Iface < 0 {
			continue
		}
		at := t
		if i != dir {
			if !arrives {
				continue
			}
			at += c.path.RTT / 2
		}
		c.net.Add(&c.acc[2*i+dir], at, packets, bytes)
	}
}

// advance does what falls due before t: late acknowledgements, what Nagle held,
// probes.
func (c *Conn) advance(t float64) {
	for {
		at, who, what := t, -1, 0
		for i := range c.ends {
			e := &c.ends[i]
			if e.owed > 0 && e.due < at {
				at, who, what = e.due, i, 0
			}
			if e.held > 0 && e.busy < at {
				at, who, what = e.busy, i, 1
			}
			if e.Alive > 0 && c.last+e.Alive < at && c.last >= 0 {
				at, who, what = c.last+e.Alive, i, 2
			}
		}
		if who < 0 {
			return
		}
		e := &c.ends[who]
		switch what {
		case 0:
			e.owed = 0
			c.emit(who, at, 1, c.hdr, true)
		case 1:
			n := e.held
			e.held = 0
			c.segments(who, at, n)
		case 2:
			c.emit(who, at, 1, c.hdr+e.OS.probe, true)
			c.emit(1-who, at+c.path.RTT/2, 1, c.hdr, true)
			c.last = at + c.path.RTT
		}
	}
}

// Send carries a message; it returns when the other end has all of it.
func (c *Conn) Send(dir int, t float64, n int) float64 {
	c.advance(t)
	e := &c.ends[dir]
	if e.held > 0 || e.Nagle && n < c.mss && e.busy > t {
		e.held += n
		return e.busy + c.path.RTT/2
	}
	return c.segments(dir, t, n)
}

func (c *Conn) segments(dir int, t float64, n int) float64 {
	e, o := &c.ends[dir], &c.ends[1-dir]
	idle := t - c.last
	if idle > 1 {
		e.window = max(10, e.window/2)
	}
	if o.OS.idleQuick > 0 && idle > o.OS.idleQuick*60 {
		o.quick = max(o.quick, 2)
	}
	e.owed = 0
	half := c.path.RTT / 2
	for n > 0 {
		k := min((n+c.mss-1)/c.mss, e.window)
		b := min(n, k*c.mss)
		n -= b
		c.emit(dir, t, k, b+k*c.hdr, true)
		if c.path.Loss > 0 && c.r.P(c.path.Loss*float64(k)) {
			t = c.repeat(dir, t, min(b, c.mss))
		}
		c.receive(1-dir, t+half, k)
		if n > 0 {
			t += max(c.path.RTT, float64(b)*8e-9)
			e.window = min(e.window*2, 700)
		}
	}
	e.busy = t + c.path.RTT
	if o.owed > 0 {
		e.busy = o.due + half
	}
	return t + half
}

// repeat sends a segment again, that was lost behind the sender or whose
// acknowledgement was.
func (c *Conn) repeat(dir int, t float64, n int) float64 {
	wait := max(c.ends[dir].OS.rto, c.path.RTT*1.3) + c.path.RTT
	for {
		got := c.r.P(.9)
		c.emit(dir, t+wait, 1, n+c.hdr, got)
		t += wait
		if got {
			break
		}
		wait *= 2
	}
	if c.r.P(.5) {
		c.emit(1-dir, t+c.path.RTT/2, 1, c.hdr+12, true)
	}
	return t
}

func (c *Conn) receive(who int, t float64, k int) {
	e := &c.ends[who]
	e.owed += k
	acks := e.owed / e.OS.every
	e.owed %= e.OS.every
	if e.owed > 0 && (e.quick > 0 || e.OS.wait == 0) {
		acks, e.owed = acks+1, 0
	}
	e.quick = max(0, e.quick-k)
	if acks > 0 {
		c.emit(who, t, acks, acks*c.hdr, true)
	}
	e.due = t + e.OS.wait
}
