package mine

import "makes/e/internal/sim"

// carrier is how a miner reaches its pool.
type carrier struct {
	transport string
	relay     sim.Peer // SOCKS server or VPN gateway
	tunnel    int      // which kind of VPN
}

// Kinds of VPN over TCP.
const (
	openVPN = iota
	sshForward
	webSocketTunnel
)

func drawCarrier(p *sim.Program, transport string) carrier {
	v := carrier{transport: transport, tunnel: sim.Pick(p.Dice, openVPN, openVPN, sshForward, webSocketTunnel)}
	switch {
	case transport == "socks":
		v.relay = p.World.Either(p.Dice, 0.7, sim.Pick(p.Dice, uint16(1080), 1080, 9050, 443, 10808))
	case transport == "vpn":
		port := sim.Pick(p.Dice, uint16(443), 1194, 1194)
		if v.tunnel == sshForward {
			port = sim.Pick(p.Dice, uint16(22), 22, 443)
		}
		v.relay = p.World.Public(port)
	}
	return v
}

// door is the address that the interface talks to.
func (v carrier) door(pl *pool) sim.Peer {
	switch v.transport {
	case "socks", "vpn":
		return v.relay
	case "tls12", "tls13":
		return pl.doors[0].At(pl.tlsPort)
	}
	return pl.doors[0]
}

// dial connects a miner to its pool; the second value ends the tunnel.
func (v carrier) dial(p *sim.Program, pl *pool, m *miner) (*sim.Conn, func()) {
	door := sim.Pick(p.Dice, pl.doors...)
	keep := sim.Pick(p.Dice, 0.0, 0, 0, 60, 7200)
	none := func() {}
	switch v.transport {
	case "plain":
		return p.Dial(door).Keep(keep, pl.probe), none
	case "tls12":
		return p.Dial(door.At(pl.tlsPort)).Keep(keep, pl.probe).TLS(sim.TLS12), none
	case "tls13":
		return p.Dial(door.At(pl.tlsPort)).Keep(keep, pl.probe).TLS(sim.TLS13), none
	case "socks":
		m.late = door.RTT
		return p.Dial(v.relay).Keep(keep, 0).Socks(p.Int(8, 32), 2*door.RTT), none
	}
	switch v.tunnel {
	case sshForward:
		m.late = door.RTT
		c := p.Dial(v.relay).SSH()
		c.Ping(sim.Pick(p.Dice, 15.0, 30, 60), sim.Client, 80, 36)
		return c, none
	case webSocketTunnel:
		m.late = door.RTT
		c := p.Dial(v.relay).TLS(sim.TLS13).WebSocket()
		c.Ping(sim.Pick(p.Dice, 20.0, 30, 60), sim.Client, 28, 24)
		return c, none
	}
	vpn := p.DialVPN(v.relay)
	return vpn.Dial(p, door).Keep(keep, pl.probe), vpn.Conn.Close
}
