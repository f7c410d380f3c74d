package mine

import (
	"makes/v/internal/kinds"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
	"makes/v/internal/world"
)

// carrier brings a rig's connections to a pool: directly, inside TLS, through a
// SOCKS relay or through a tunnel over TCP.
type carrier struct {
	wear   string
	via    world.Peer // relay or tunnel's far end
	path   wire.Path  // to it
	port   int
	tls    *wire.TLS // of the tunnel or of the pool behind the relay
	frame  int       // of the tunnel, on each packet
	ping   float64   // of the tunnel
	pong   int
	outer  *wire.Conn
	pinged float64
	far    float64 // how much farther this rig is from pools than others
}

// newCarrier draws the relay or tunnel of a rig.
func newCarrier(w *world.World, g *Rig, r *rng.R) *carrier {
	c := &carrier{wear: g.Wear, far: r.Log(0.7, 1.6)}
	if g.Wear != "socks" && g.Wear != "vpn" {
		return c
	}
	c.via = world.Peer{IP: w.PublicIP(r), Stack: wire.PeerStack(r)}
	c.path = w.Path(r, g.VPC, kinds.Net)
	if g.Wear == "socks" {
		c.port = rng.Pick(r, 1080, 1080, 9050, 10808, 7890, r.Int(1025, 60000))
		if r.Chance(0.2) {
			c.tls = wire.NewTLS("tls13", r)
		}
		return c
	}
	c.port = rng.Pick(r, 443, 443, 1194, 992, r.Int(1025, 60000))
	c.frame = rng.Pick(r, 26, 26, 42, 55)
	c.ping = rng.Pick(r, 10.0, 10, 15, 25, 60)
	c.pong = rng.Pick(r, 42, 42, 54, 31)
	if r.Chance(0.5) {
		c.tls = wire.AnyTLS(r)
	}
	return c
}

// peer is whom the pair of addresses shows.
func (c *carrier) peer(pool world.Peer) world.Peer {
	if c.via.Stack != nil {
		return c.via
	}
	return pool
}

// line is an open way to a pool.
type line struct {
	conn *wire.Conn
	tls  *wire.TLS
}

func (l *line) send(at float64, from wire.Side, n int) float64 {
	return l.conn.Send(at, from, l.tls.Grow(n))
}

// open connects to a pool and returns when the miner may speak.
func (c *carrier) open(g *Rig, p *Pool, peer world.Peer, at float64, r *rng.R) (*line, float64) {
	path := p.Path
	path.RTT *= c.far
	keep := [2]float64{g.Keep, p.Keep}
	port := p.port(c.wear, r)
	switch c.wear {
	case "socks":
		path = c.path
		e := world.Ends(g.Host, c.via, path)
		conn := wire.NewConn(wire.NewPair(&e.Path, 6, g.Host.Stack.Port(r), uint16(c.port), [2]bool{}), &e.Path, g.Host.Stack, c.via.Stack, keep, r)
		at = conn.Open(at)
		name := r.Int(7, 34)
		at = conn.Send(at, wire.Client, r.Int(3, 4))
		at = conn.Send(at, wire.Server, 2)
		at = conn.Send(at, wire.Client, name)
		at = conn.Send(at+p.Path.RTT+r.Uni(0, 0.05), wire.Server, 10)
		l := &line{conn, c.tls}
		if c.tls != nil {
			at = c.tls.Shake(conn, at, r)
		}
		return l, at
	case "vpn":
		at = c.tunnel(g, at, r)
		inner := p.Path
		inner.RTT = c.path.RTT + p.Path.RTT*0.5
		inner.MTU = 1500 - rng.Pick(r, 0, 80, 120)
		inner.Loss = 0
		conn := wire.NewConn(wire.Tunnel{Outer: c.outer, Overhead: c.frame + c.tls.Grow(0)}, &inner, g.Host.Stack, peer.Stack, keep, r)
		return &line{conn, nil}, conn.Open(at)
	}
	e := world.Ends(g.Host, peer, path)
	conn := wire.NewConn(wire.NewPair(&e.Path, 6, g.Host.Stack.Port(r), uint16(port), [2]bool{}), &e.Path, g.Host.Stack, peer.Stack, keep, r)
	at = conn.Open(at)
	l := &line{conn, p.TLS[c.wear]}
	if l.tls != nil {
		at = l.tls.Shake(conn, at, r)
	}
	return l, at
}

// tunnel brings up the tunnel where it is not up yet.
func (c *carrier) tunnel(g *Rig, at float64, r *rng.R) float64 {
	if c.outer != nil {
		return at
	}
	e := world.Ends(g.Host, c.via, c.path)
	c.outer = wire.NewConn(wire.NewPair(&e.Path, 6, g.Host.Stack.Port(r), uint16(c.port), [2]bool{}), &e.Path, g.Host.Stack, c.via.Stack, [2]float64{}, r)
	at = c.outer.Open(at)
	if c.tls != nil {
		at = c.tls.Shake(c.outer, at, r)
	}
	for _, n := range []int{16, 28, 300, 1250, 1250, 900, 1100, 60, 400, 320} {
		at = c.outer.Send(at, wire.Side(r.IntN(2)), n+r.IntN(30))
	}
	c.pinged = at
	return at
}

// alive sends the tunnel's own pings up to a time, and now and then a name query.
func (c *carrier) alive(at float64, r *rng.R) {
	for c.outer != nil && c.pinged+c.ping < at {
		c.pinged += c.ping * r.Uni(1, 1.05)
		c.outer.Send(c.pinged, wire.Client, c.pong)
		c.outer.Send(c.pinged+r.Uni(0, 1), wire.Server, c.pong)
		if r.Chance(0.05) {
			c.outer.Send(c.pinged+1.2, wire.Client, 66+c.frame)
			c.outer.Send(c.pinged+1.25, wire.Server, 110+c.frame)
		}
	}
}

// failed plays a connect to a pool that is away, as the rig's side sees it.
func (c *carrier) failed(g *Rig, p *Pool, peer world.Peer, f wire.Fate, at float64, r *rng.R) float64 {
	if c.via.Stack != nil {
		return at + r.Uni(0.2, 3) // the relay or tunnel says so
	}
	e := world.Ends(g.Host, peer, p.Path)
	return wire.Fail(at, f, &e.Path, g.Host.Stack, peer.Stack, uint16(p.port(c.wear, r)), g.Program.Retry.Patience, 200, r)
}

// away finds whether a pool is away at a time.
func (p *Pool) away(at float64) wire.Fate {
	return fateAt(p.Down, at)
}

func fateAt(down []talk.Outage, at float64) wire.Fate {
	for _, o := range down {
		if at >= o.From && at < o.To {
			return o.Fate
		}
	}
	return wire.Fine
}
