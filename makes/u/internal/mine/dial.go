package mine

import (
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// Via is a SOCKS or VPN server between a miner and its pool.
type Via struct {
	Party *talk.Party
	port  uint16
	path  wire.Path
	slow  float64 // what the way behind it adds to the round trip
	over  int
	ping  float64
	rekey float64
}

// NewVia draws the server's ways.
func NewVia(party *talk.Party, transport string, r *rng.R) *Via {
	v := &Via{Party: party, path: talk.Internet(r), slow: r.Log(0.005, 0.3),
		over: r.Int(22, 60), ping: r.Num(10, 10, 15, 25, 60), rekey: r.Num(3600, 3600, 3600, 28800)}
	if transport == "vpn" {
		v.port = uint16(rng.Pick(r, 443, 443, 1194, 1194, 8443, r.Int(1025, 40000)))
	} else {
		v.port = uint16(rng.Pick(r, 1080, 1080, 9050, 9050, 10808, r.Int(1025, 40000)))
	}
	return v
}

// start begins a flow to the pool or to the server before it.
func (g *Rig) start(p *Pool) *talk.Party {
	to, port := rng.Pick(g.R, p.Parties...), uint16(p.ports[0])
	switch {
	case g.Via != nil:
		to, port = g.Via.Party, g.Via.port
	case g.Transport == "tls12":
		port = uint16(p.ports[1])
	case g.Transport == "tls13":
		port = uint16(p.ports[2])
	}
	g.flow.Start(g.Log, g.Client.End(g.R), flow.End{Addr: to.Addr, Port: port, Iface: to.Iface}, flow.TCP, g.Tag)
	return to
}

// dial opens a connection to a pool.
func (g *Rig) dial(p *Pool, t float64) float64 {
	keep := [2]float64{g.Program.keep, p.keep}
	if g.Transport == "vpn" {
		t = g.enter(p, t)
		g.inside = g.Via.path
		g.inside.RTT += g.Via.slow
		g.inside.MTU = 1400
		g.within.Tunnel = &g.tunnel
		g.within.Init(&g.tunnel, &g.inside, g.Client.Stack, p.Parties[0].Stack, keep, g.R)
		g.pipe = &g.within
		return g.pipe.Open(t)
	}
	to := g.start(p)
	path := &p.path
	if g.Via != nil {
		g.inside = g.Via.path
		path = &g.inside
	}
	g.conn.Init(&g.flow, path, g.Client.Stack, to.Stack, keep, g.R)
	g.pipe = &g.conn
	if g.Via != nil {
		t = g.greet(t)
	}
	cover := &p.covers[0]
	switch g.Transport {
	case "tls12":
		cover = &p.covers[1]
	case "tls13":
		cover = &p.covers[2]
	}
	if cover.Kind != wire.Plain && g.Via == nil {
		g.cover.Init(&g.conn, cover, g.known, g.R)
		g.pipe = &g.cover
		g.known = true
	}
	if g.Via != nil {
		return t
	}
	return g.pipe.Open(t)
}

// greet asks a SOCKS server for the way to the pool.
func (g *Rig) greet(t float64) float64 {
	t = g.conn.Open(t)
	t = g.conn.Send(t, flow.Client, 3+g.Program.style%2)
	t = g.conn.Send(t, flow.Server, 2)
	t = g.conn.Send(t, flow.Client, 7+12+g.Program.worker)
	return g.conn.Send(t+g.Via.slow*g.R.Uniform(1, 4), flow.Server, 10)
}

// enter opens the tunnel unless it is open.
func (g *Rig) enter(p *Pool, t float64) float64 {
	if g.tunnelled {
		return t
	}
	g.tunnelled = true
	to := g.start(p)
	g.conn.Init(&g.flow, &g.Via.path, g.Client.Stack, to.Stack, [2]float64{}, g.R)
	g.tunnel.Init(&g.conn, g.Via.over, g.Via.ping, g.Via.rekey, g.R)
	return g.tunnel.Open(t)
}

// miss is an attempt at a pool that cannot be reached.
func (g *Rig) miss(p *Pool, t float64) float64 {
	if g.Transport == "vpn" {
		t = g.enter(p, t)
		g.tunnel.Add(flow.Client, t, 1, g.Client.Stack.Syn)
		return t + g.Program.patience
	}
	if g.Via != nil {
		to := g.start(p)
		g.conn.Init(&g.flow, &g.Via.path, g.Client.Stack, to.Stack, [2]float64{}, g.R)
		t = g.conn.Close(g.greet(t), flow.Server, wire.Fin)
		g.flow.Flush()
		return t
	}
	why := g.Fault
	if why == wire.Healthy {
		why = rng.Pick(g.R, wire.Refused, wire.Refused, wire.Silent)
	}
	to := g.start(p)
	t = wire.Attempt(&g.flow, why, t, g.Client.Stack, to.Stack, p.path.RTT, g.Program.patience, g.R)
	g.flow.Flush()
	return t
}
