package mine

import (
	"makes/aa/internal/flow"
	"makes/aa/internal/push"
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// way is how a miner reaches a pool.
type way struct {
	net       *flow.Net
	transport string
	addr      uint32 // of the pool, of a SOCKS proxy, or of the VPN's gateway
	port      uint16
	shell     int
	path      tcp.Path
	frame     push.Frame
	tunnel    *tcp.Conn // of the connection that was prepared last
}

func (w *way) peers(p *pool, g *rig) (tcp.Peer, tcp.Peer) {
	return tcp.Peer{Iface: g.host.Iface, Addr: g.host.Addr, Port: g.host.Port(), OS: g.host.OS, Alive: g.alive, Nagle: g.nagle},
		tcp.Peer{Iface: p.iface, Addr: w.addr, Port: w.port, OS: p.os, Alive: p.alive}
}

// link prepares the connection with its layers.
func (w *way) link(p *pool, g *rig) *push.Link {
	a, b := w.peers(p, g)
	c := tcp.Dial(w.net, g.r, w.path, a, b)
	switch w.transport {
	case "tls12":
		return push.NewLink(c, g.r, 12, w.frame)
	case "tls13":
		return push.NewLink(c, g.r, 13, w.frame)
	case "vpn":
		path := p.path
		path.MSS = 1360
		w.tunnel = c
		return push.NewLink(tcp.Inside(c, g.r, path, g.host.OS, p.os, w.shell), g.r, p.tls, w.frame)
	}
	return push.NewLink(c, g.r, 0, w.frame)
}

// open connects; a SOCKS proxy is told where to, a VPN is set up before.
func (w *way) open(l *push.Link, g *rig, t float64) float64 {
	if w.transport == "vpn" {
		t = w.tunnel.Open(t)
		for i, n := range []int{g.r.Int(40, 90), g.r.Int(50, 120), g.r.Int(250, 500), g.r.Int(1200, 4000), g.r.Int(300, 2500), g.r.Int(200, 400)} {
			t = w.tunnel.Send(i%2, t+g.r.Exp(.01), n)
		}
	}
	t = l.Open(t, w.path.RTT)
	if w.transport == "socks" {
		t = l.C.Send(tcp.Up, t, g.r.Int(3, 4))
		t = l.C.Send(tcp.Down, t+.001, 2)
		t = l.C.Send(tcp.Up, t+.001, g.r.Int(10, 36))
		t = l.C.Send(tcp.Down, t+w.path.RTT+g.r.LogU(.01, .6), 10)
	}
	return t
}

var transports = []string{"plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn"}

func newWay(net *flow.Net, r *rng.R, p *pool, transport string, main bool) *way {
	w := &way{net: net, transport: transport, addr: p.addrs[0], port: p.port, path: p.path, frame: push.Raw}
	if !main {
		w.addr = p.addrs[len(p.addrs)-1]
	}
	if p.d.name == "derod-ws" {
		w.frame = push.WS
	}
	switch transport {
	case "tls12", "tls13":
		w.port = rng.Pick(r, []uint16{443, 443, p.port, p.port + 10, 8443, 20535, 14433})
	case "socks":
		w.addr, w.port = net.Outside(), rng.Pick(r, []uint16{1080, 1080, 9050, 1081, 443})
		if r.P(.4) {
			w.addr = net.Inside()
		}
		w.path.RTT *= r.U(1, 2.5)
	case "vpn":
		w.addr, w.port, w.shell = net.Outside(), rng.Pick(r, []uint16{1194, 443, 22, 8443}), rng.Pick(r, []int{44, 52, 60, 76})
	}
	return w
}
