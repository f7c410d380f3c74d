package mine

import (
	"makes/y/internal/sim"
)

// The ways from a miner to its pool.
const (
	plain = "plain"
	tls12 = "tls12"
	tls13 = "tls13"
	socks = "socks"
	vpn   = "vpn"
)

// route is how a miner reaches pools: the transport, and through whom.
type route struct {
	how  string
	via  *sim.Host // the SOCKS or VPN server
	port int
	lag  float64 // seconds the detour costs
	over int     // bytes the VPN adds to a packet
	ping float64 // seconds between the VPN's own pings
}

// open connects a to a server of a pool and gives the link, the connection under it and the answer's delay.
func (v *route) open(x *sim.Ctx, a, b *sim.Host, port int, g *rig) (link, *sim.Conn, float64) {
	switch v.how {
	case tls12, tls13:
		c := x.Dial(a, b, port)
		version := 12
		if v.how == tls13 {
			version = 13
		}
		c.TLS(version, max(g.soft.hello, 240))
		return c, c, c.RTT()
	case socks:
		c := x.Dial(a, v.via, v.port)
		c.Ask(3, 2, 0.001)
		c.Ask(7+18, 10, v.lag+2*b.Lag)
		return c, c, c.RTT() + v.lag + 2*b.Lag
	case vpn:
		c := x.Dial(a, v.via, v.port)
		// The hard reset, the TLS handshake inside the control channel and the pushed options.
		c.Ask(44, 56, 0.002)
		c.Ask(340, 2600, 0.01)
		c.Ask(2400, 340, 0.02)
		c.Ask(170, 360, 0.05)
		t := &tunnel{x: x, c: c, v: v, last: x.T}
		// The inner handshake.
		t.packet(0, 60)
		x.Sleep(c.RTT() + 2*b.Lag)
		t.packet(1, 60)
		t.packet(0, 52)
		return t, c, c.RTT() + 2*b.Lag
	}
	c := x.Dial(a, b, port)
	return c, c, c.RTT()
}

// tunnel is a VPN over TCP: every inner packet, acknowledgements too, is a message of the outer connection.
type tunnel struct {
	x    *sim.Ctx
	c    *sim.Conn
	v    *route
	last float64
	owes [2]float64 // when the inner acknowledgement of a direction's data is due, 0 for none
}

func (t *tunnel) packet(dir, n int) {
	if dir == 0 {
		t.c.Up(n + t.v.over)
	} else {
		t.c.Down(n + t.v.over)
	}
	t.last = t.x.T
}

// catchUp sends what the tunnel sent on its own since its last packet.
func (t *tunnel) catchUp() {
	now := t.x.T
	for d := range t.owes {
		if t.owes[d] > 0 && t.owes[d] <= now {
			t.x.T = t.owes[d]
			t.packet(1-d, 52)
			t.owes[d] = 0
		}
	}
	for at := t.last + t.v.ping; at < now; at += t.v.ping {
		t.x.T = at
		t.c.Up(16 + t.v.over)
		t.c.Down(16 + t.v.over)
		t.last = at
	}
	t.x.T = now
}

func (t *tunnel) send(dir, n int) {
	t.catchUp()
	t.owes[1-dir] = 0
	for n > 0 {
		t.packet(dir, min(n, 1288)+52)
		n -= 1288
	}
	t.owes[dir] = t.x.T + t.c.RTT() + 0.04
}

// Up sends a message to the pool.
func (t *tunnel) Up(n int) { t.send(0, n) }

// Down sends a message to the miner.
func (t *tunnel) Down(n int) { t.send(1, n) }

// OK tells whether the tunnel stands.
func (t *tunnel) OK() bool { return t.c.OK() }
