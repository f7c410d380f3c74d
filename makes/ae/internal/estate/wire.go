package estate

import (
	"makes/ae/internal/flow"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// Port gives a client's next port; each system counts in its own way.
func (h *Host) Port() int {
	h.port += h.step
	return h.End.Low + h.port%(h.End.High-h.End.Low+1)
}

// Wire is a five-tuple at all interfaces that see it.
type Wire struct {
	*tcp.Conn
	flows [2][]*flow.Flow
}

// Flush hands over the records at the end of a connection.
func (w *Wire) Flush() {
	for _, d := range w.flows {
		for _, f := range d {
			f.Flush()
		}
	}
}

// Between is the way from one host to another.
func Between(r rnd.R, a, b *Host) tcp.Path {
	p := tcp.Path{RTT: a.Away + b.Away, Loss: a.Loss + b.Loss, MTU: min(a.MTU, b.MTU)}
	if p.RTT == 0 {
		p.RTT = r.Uni(.0003, .0015)
	}
	return p
}

// Connect prepares a connection. With refuse, a security group lets nothing
// through: that of the server if it has an interface, else the client's.
func (w *World) Connect(r rnd.R, client, server *Host, sport, dport int, ends [2]tcp.End, path tcp.Path, refuse bool) *Wire {
	wire := &Wire{}
	for _, h := range []*Host{client, server} {
		if h.Iface < 0 {
			continue
		}
		reject := refuse && (h == server || server.Iface < 0)
		wire.flows[0] = append(wire.flows[0], w.Net.Open(h.Iface, client.IP, server.IP, sport, dport, 6, reject))
		wire.flows[1] = append(wire.flows[1], w.Net.Open(h.Iface, server.IP, client.IP, dport, sport, 6, reject))
	}
	wire.Conn = tcp.New(r, ends[0], ends[1], path, func(t float64, dir, packets, bytes int) {
		for _, f := range wire.flows[dir] {
			f.Add(t, packets, bytes)
		}
	})
	return wire
}

// Ask is one exchange over UDP.
func (w *World) Ask(t float64, a, b *Host, sport, dport, up, down int) {
	for _, h := range []*Host{a, b} {
		if h.Iface < 0 {
			continue
		}
		f := w.Net.Open(h.Iface, a.IP, b.IP, sport, dport, 17, false)
		f.Add(t, 1, up+28)
		f.Flush()
		if down > 0 {
			g := w.Net.Open(h.Iface, b.IP, a.IP, dport, sport, 17, false)
			g.Add(t+.001, 1, down+28)
			g.Flush()
		}
	}
}
