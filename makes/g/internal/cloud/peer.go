package cloud

import (
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
	"makes/g/internal/wire"
)

// Peer is the other end of a program's connections.
type Peer struct {
	Port     uint16
	TLS      wire.TLS
	Path     wire.Path
	Fate     wire.Fate
	Patience time.Duration
	addrs    []uint32
	stack    *wire.Stack
	tls      [2]wire.TLS
	newTLS   bool
	keep     [2]time.Duration
	noDelay  [2]bool
	sticky   bool
}

// Either is one of so many services of a name, inside the VPC or outside.
func (p *Proc) Either(inside float64, name string, count int, ports ...uint16) Peer {
	return p.Nth(p.Chance(inside), name, p.IntN(count), ports...)
}

// Nth is a certain service of a name.
func (p *Proc) Nth(inside bool, name string, i int, ports ...uint16) Peer {
	s := p.world.service(inside, name, i, ports)
	return p.habits(Peer{addrs: s.addrs, Port: s.port, stack: s.stack, Path: s.path, tls: s.tls, newTLS: s.new})
}

// Caller is a client somewhere that connects to a port of the host.
func (p *Proc) Caller(port uint16) Peer {
	return p.habits(Peer{addrs: []uint32{caller(p.Dice)}, Port: port, Path: wire.Far(p.Dice), newTLS: p.Chance(0.8),
		stack: dice.Pick(p.Dice, wire.Server, wire.Windows, wire.BSD)(p.Dice),
		tls:   [2]wire.TLS{wire.NewTLS(p.Dice, 12), wire.NewTLS(p.Dice, 13)}})
}

// Stranger is some address of the VPC of which nothing is known.
func (p *Proc) Stranger(port uint16) Peer {
	return p.habits(Peer{addrs: []uint32{vpc + known + uint32(p.Int(4, 16000))}, Port: port, Path: wire.Near(p.Dice), stack: wire.Server(p.Dice)})
}

// habits draws how the two programs use their sockets.
func (p *Proc) habits(q Peer) Peer {
	for i := range q.keep {
		q.keep[i] = dice.Pick[time.Duration](p.Dice, 0, 0, 0, 7200, 15, 30, 45, 60, 75, 120, 300, 600) * time.Second
		q.noDelay[i] = p.Chance(0.8)
	}
	q.Patience, q.sticky = p.Dur(2*time.Second, 200*time.Second), p.Chance(0.6)
	return q
}

// Secure makes the peer speak TLS with the given chance.
func (q Peer) Secure(d *dice.Dice, chance float64) Peer {
	switch {
	case !d.Chance(chance):
		return q
	case q.newTLS:
		return q.SecureWith(13)
	}
	return q.SecureWith(12)
}

// SecureWith makes the peer speak a certain version of TLS.
func (q Peer) SecureWith(version int) Peer {
	q.TLS = q.tls[version-12]
	return q
}

// Open connects the program and a peer, if it can; called when it is the peer who connects.
func (p *Proc) Open(q *Peer, called bool) bool {
	if !called && p.Chance(p.dns) {
		p.lookUp()
	}
	p.label(q)
	if called {
		return p.Probe(q)
	}
	return p.Try(q)
}

// Try connects without a label, as for a scan.
func (p *Proc) Try(q *Peer) bool {
	return p.dial(p.flow(q, p.ephemeral(), q.Port, flowlog.TCP), q, flowlog.Out)
}

// Probe lets the peer connect without a label.
func (p *Proc) Probe(q *Peer) bool {
	return p.dial(p.flow(q, q.Port, uint16(p.Int(1025, 65535)), flowlog.TCP), q, flowlog.In)
}

// Through opens a connection to a peer within a tunnel.
func (p *Proc) Through(v *wire.Tunnel, q *Peer) bool {
	inner := *q
	inner.Path.MTU = min(inner.Path.MTU, 1380) // clamped, so that packets fit
	return p.dial(v, &inner, flowlog.Out)
}

// Datagram sends a UDP message and takes the answer.
func (p *Proc) Datagram(q Peer, port uint16, out, in int) {
	f := p.flow(&q, port, q.Port, flowlog.UDP)
	f.Packets(flowlog.Out, p.Now, 1, out+28)
	f.Packets(flowlog.In, p.Now+q.Path.RTT, 1, in+28)
	f.Done()
}

// lookUp asks the resolver of the VPC.
func (p *Proc) lookUp() {
	q, port := Peer{addrs: []uint32{resolver}, Port: 53, Path: wire.Path{RTT: time.Millisecond}}, p.ephemeral()
	for range p.Int(1, 2) { // A and AAAA
		query := p.Int(27, 62)
		p.Datagram(q, port, query, query+p.Int(16, 180))
	}
	p.Wait(p.Dur(time.Millisecond, 5*time.Millisecond))
}

func (p *Proc) flow(q *Peer, local, remote uint16, proto uint8) *flowlog.Flow {
	return p.Capture.Open(flowlog.Key{Remote: q.addrs[0], LPort: local, RPort: remote, Proto: proto, Rejected: q.Fate == wire.Reject})
}

// label says what the pair of the host and the peer carries; a peer of several
// addresses may show another one than before.
func (p *Proc) label(q *Peer) {
	if n := len(q.addrs); n > 1 {
		i := p.IntN(n)
		q.addrs = append(append([]uint32{}, q.addrs[i:]...), q.addrs[:i]...)
		if q.sticky {
			q.addrs = q.addrs[:1]
		}
	}
	class := "benign"
	if p.Notes != nil {
		class = "mining"
	}
	p.world.Labels.Add(p.Interface, q.addrs[0], class, p.Kind, p.Notes)
}

func (p *Proc) dial(sink wire.Sink, q *Peer, client flowlog.Dir) bool {
	ends := wire.Ends{Stack: [2]*wire.Stack{p.Stack, q.stack}, Path: q.Path, Client: client}
	c, t := wire.Dial(p.Dice, sink, ends, p.Now, q.Fate, q.Patience)
	if p.Now = t; c == nil {
		return false
	}
	p.Conn, c.Keep, c.NoDelay = c, q.keep, q.noDelay
	p.Now = c.Handshake(p.Now, q.TLS)
	return true
}
