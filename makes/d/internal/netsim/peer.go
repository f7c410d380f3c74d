package netsim

import "makes/d/internal/dice"

// Policy is what happens to connections towards a peer.
type Policy int

// Policies: open, answered by a reset, swallowed, stopped at the security group.
const (
	Open Policy = iota
	Refuse
	Drop
	Reject
)

// Peer is the far end as the interface sees it.
type Peer struct {
	Addr    uint32
	RTT     float64
	MTU     int
	Loss    float64 // per segment
	Rate    float64 // bytes a second in bulk
	Cert    int     // bytes of its certificate flight
	Options bool    // agrees to TCP timestamps
	Policy  Policy
	Outages Spans
	port    uint16 // last source port when it calls us
}

// NewPeer draws a peer in the private network or on the internet.
func NewPeer(d *dice.Dice, addr uint32, private bool) *Peer {
	p := &Peer{Addr: addr, Cert: d.Size(1400, 5200), Options: d.Chance(0.93),
		port: uint16(d.Int(1024, 65000))}
	if private {
		p.RTT = d.Scale(0.0002, 0.003)
		p.MTU = dice.Pick(d, 9001, 9001, 1500, 8951, 1450)
		p.Rate = d.Scale(8e6, 4e8)
	} else {
		p.RTT = d.Scale(0.002, 0.28)
		p.MTU = dice.Pick(d, 1500, 1500, 1500, 1500, 1492, 1420)
		p.Rate = d.Scale(3e5, 6e7)
		p.Loss = d.Scale(1e-5, 6e-3)
	}
	return p
}

// call is the source port of the next connection this peer opens to us.
func (p *Peer) call() uint16 {
	p.port = nextPort(p.port)
	return p.port
}

func nextPort(port uint16) uint16 {
	if port < 1024 || port > 60990 {
		return 32768 + port%97
	}
	return port + 2
}
