package sim

import "makes/e/internal/flow"

// Resolve asks the host's name server over UDP.
func (p *Program) Resolve() {
	p.Datagram(p.resolv, p.Host.Port(), p.Int(28, 60), p.Int(60, 300), p.Log(0.0003, 0.08))
}

// Datagram sends one UDP message and gets an answer.
func (p *Program) Datagram(peer Peer, port uint16, ask, answer int, think float64) {
	up := p.rec.NewFlow(flow.UDP, p.Addr, peer.Addr, port, peer.Port, flow.Accept)
	down := p.rec.NewFlow(flow.UDP, peer.Addr, p.Addr, peer.Port, port, flow.Accept)
	up.Add(p.Now, 1, ask+28)
	p.Wait(peer.RTT + think)
	down.Add(p.Now, 1, answer+28)
	up.Flush()
	down.Flush()
}

// Stray is a packet of a stranger that the security group rejects.
func (p *Program) Stray(from flow.Addr, port uint16) {
	f := p.rec.NewFlow(flow.TCP, from, p.Addr, uint16(p.Int(1024, 65535)), port, flow.Reject)
	f.Add(p.Now, 1, Pick(p.Dice, 40, 44, 60))
	f.Flush()
}
