package mine

import (
	"makes/w/internal/cover"
	"makes/w/internal/flow"
	"makes/w/internal/rng"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
)

// transport is how a miner reaches its pool.
type transport struct {
	kind   string // plain, tls12, tls13, socks, vpn
	g      *rng.R
	client talk.Party
	path   tcp.Path
	label  *flow.Label
	relay  talk.Party // SOCKS or VPN server
	port   uint16
	inner  cover.Kind // within SOCKS or VPN
	tunnel *tunnel
}

// line is an open connection to a pool, whatever lies between.
type line struct {
	conn  *tcp.Conn
	cover cover.Cover
	link  *flow.Link // nil within a tunnel
}

func (l *line) close() {
	if l.link != nil {
		l.link.Close()
	}
}

func (l *line) send(t float64, from tcp.Side, n int) float64 {
	return l.conn.Send(t, from, l.cover.Bytes(from, n))
}

// dial prepares a connection to a pool's address; TCP is not yet opened.
func (x *transport) dial(t float64, p *pool, addr int, keep float64) *line {
	kind, server, port := cover.Plain, p.hosts[addr], p.ports[0]
	switch x.kind {
	case "tls12":
		kind, port = cover.TLS12, p.ports[1]
	case "tls13":
		kind, port = cover.TLS13, p.ports[1]
	case "socks":
		kind, server, port = x.inner, x.relay, x.port
	case "vpn":
		kind = x.inner
	}
	by, idle := tcp.Client, keep
	if p.tcpKeep > 0 && (keep == 0 || p.tcpKeep < keep) {
		by, idle = tcp.Server, p.tcpKeep
	}
	l := &line{cover: cover.Draw(rng.New(p.certs, "cover"), kind)}
	if x.kind == "vpn" {
		if x.tunnel == nil || t > x.tunnel.until {
			x.raise(t)
		}
		l.conn = tcp.New(x.tunnel, x.g, x.path, x.client.Stack, server.Stack, idle, by)
		return l
	}
	k := flow.NewLink(flow.End{Addr: x.client.Addr, Port: x.client.Ports.Next(x.g), Iface: x.client.Iface},
		flow.End{Addr: server.Addr, Port: port, Iface: server.Iface}, 6, x.label)
	l.link = &k
	l.conn = tcp.New(l.link, x.g, x.path, x.client.Stack, server.Stack, idle, by)
	return l
}

// open makes the connection, with the relay's and TLS's handshakes.
func (x *transport) open(l *line, t float64) float64 {
	t = l.conn.Open(t)
	if x.kind == "socks" {
		ask := func(n, m int, think float64) {
			l.conn.Send(t, tcp.Client, n)
			t = l.conn.Send(l.conn.Turn(t, tcp.Server)+think, tcp.Server, m)
			t = l.conn.Turn(t, tcp.Client)
		}
		ask(x.g.Int(3, 4), 2, 0.001)
		ask(x.g.Int(10, 36), 10, x.g.Between(0.02, 0.4))
	}
	return l.cover.Greet(l.conn, x.g, t)
}

// tunnel is a VPN over TCP; the packets of inner connections become messages
// of the outer one.
type tunnel struct {
	outer *tcp.Conn
	link  flow.Link
	extra int
	ping  float64
	last  float64
	until float64
	rekey float64
	g     *rng.R
}

// raise opens a new tunnel, and closes the one before.
func (x *transport) raise(t float64) {
	if x.tunnel != nil {
		x.tunnel.outer.Reset(max(t-1, x.tunnel.last), tcp.Client)
		x.tunnel.link.Close()
	}
	n := &tunnel{g: x.g, extra: x.g.Int(24, 58), ping: rng.Pick(x.g, []float64{5, 10, 10, 15, 25, 60}), until: t + x.g.Log(7000, 200000)}
	n.link = flow.NewLink(flow.End{Addr: x.client.Addr, Port: x.client.Ports.Next(x.g), Iface: x.client.Iface},
		flow.End{Addr: x.relay.Addr, Port: x.port, Iface: x.relay.Iface}, 6, x.label)
	n.outer = tcp.New(&n.link, x.g, x.path, x.client.Stack, x.relay.Stack, 0, tcp.Client)
	at := n.outer.Open(t - 2)
	for i, size := range []int{42, 54, 340, 1900, 1100, 260, 330, 280} {
		side := tcp.Side(i & 1)
		at = n.outer.Send(n.outer.Turn(at, side), side, size+x.g.Int(0, 60))
	}
	n.last, n.rekey = at, at+3600
	x.tunnel = n
}

// Packet carries packets of an inner connection.
func (n *tunnel) Packet(t float64, fromClient bool, packets, bytes int) {
	t = max(t, n.last)
	n.idle(t)
	side := tcp.Server
	if fromClient {
		side = tcp.Client
	}
	for range packets {
		n.outer.Send(t, side, bytes/packets+n.extra)
	}
	n.last = t
}

// idle sends the pings and the change of keys due before t.
func (n *tunnel) idle(t float64) {
	for ; n.last+n.ping < t; n.last += n.ping {
		n.outer.Send(n.last+n.ping, tcp.Client, 16+n.extra)
		n.outer.Send(n.last+n.ping+n.ping/3, tcp.Server, 16+n.extra)
	}
	n.last = max(n.last, n.outer.Last())
	if t > n.rekey {
		n.rekey += 3600
		for i, size := range []int{360, 1900, 1100, 260} {
			n.outer.Send(t, tcp.Side(i&1), size)
		}
	}
}
