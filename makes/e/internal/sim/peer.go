package sim

import "makes/e/internal/flow"

// Peer is the other end of a connection and the path to it.
type Peer struct {
	Addr   flow.Addr
	Port   uint16
	RTT    float64 // seconds
	Loss   float64 // share of packets
	Rate   float64 // bytes a second that a transfer reaches
	MTU    int
	Stamps bool    // its TCP uses timestamps
	DelAck float64 // longest delay of its acknowledgements
	Cert   int     // bytes of its certificate chain
}

// Private makes a peer in the same network.
func (w *World) Private(port uint16) Peer {
	d := w.dice
	return Peer{
		Addr: w.PrivateAddr(), Port: port,
		RTT: d.Log(0.0002, 0.002), Loss: d.Log(1e-7, 2e-5), Rate: d.Log(8e6, 3e8),
		MTU:    Pick(d, 9001, 9001, 8500, 1500, 1450),
		Stamps: d.Chance(0.95), DelAck: 0.04, Cert: d.Int(900, 3000),
	}
}

// Public makes a peer on the internet.
func (w *World) Public(port uint16) Peer {
	d := w.dice
	return Peer{
		Addr: w.PublicAddr(), Port: port,
		RTT: d.Log(0.002, 0.24), Loss: d.Log(1e-5, 8e-3), Rate: d.Log(5e5, 6e7),
		MTU:    Pick(d, 1500, 1500, 1500, 1500, 1492, 1440, 1400),
		Stamps: d.Chance(0.8), DelAck: Pick(d, 0.04, 0.04, 0.04, 0.1, 0.2), Cert: d.Int(2100, 5600),
	}
}

// Either makes a public peer with probability p, else a private one.
func (w *World) Either(d Dice, p float64, port uint16) Peer {
	if d.Chance(p) {
		return w.Public(port)
	}
	return w.Private(port)
}

// At gives the same peer at another port.
func (p Peer) At(port uint16) Peer {
	p.Port = port
	return p
}
