package sim

// tunnel carries the IP packets of a connection as messages of another.
type tunnel struct {
	outer    *Conn
	overhead int
}

func (t *tunnel) packets(at float64, from Side, count, bytes int) {
	t.outer.catchUp(at)
	t.outer.segments(at, from, bytes+count*t.overhead)
}

func (t *tunnel) closed() {}

// VPN is a tunnel over TCP that stays up.
type VPN struct {
	Conn *Conn
	tun  *tunnel
}

// DialVPN sets up an OpenVPN-like tunnel: control channel with TLS, pushed
// options, keep-alive pings from both ends.
func (p *Program) DialVPN(peer Peer) *VPN {
	c := p.Dial(peer)
	c.Ask(16, 28, 0.002)
	c.Ask(p.Int(280, 380), peer.Cert+p.Int(300, 700), 0.01)
	c.Ask(p.Int(900, 2500), p.Int(100, 400), 0.01)
	c.Ask(p.Int(300, 500), p.Int(250, 500), 0.05)
	c.Ask(p.Int(60, 90), p.Int(200, 500), p.Between(0.1, 1.2))
	every, size := Pick(p.Dice, 10.0, 10, 10, 15, 20, 25, 60), Pick(p.Dice, 42, 42, 54, 66)
	c.Heartbeat(every, Client, size, 0)
	c.Heartbeat(every*p.Between(0.98, 1.02), Server, size, 0)
	return &VPN{c, &tunnel{c, Pick(p.Dice, 26, 26, 38, 50)}}
}

// Dial opens a connection inside the tunnel to a host beyond its end.
func (v *VPN) Dial(p *Program, beyond Peer) *Conn {
	beyond.RTT += v.Conn.peer.RTT
	beyond.Loss /= 4
	return p.shake(beyond, v.tun, false, p.Int(1350, 1400), true)
}
