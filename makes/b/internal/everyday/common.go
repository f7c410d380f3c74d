// Package everyday has the ordinary programs of a cloud's machines.
//
// Sizes and rhythms are drawn when a program starts, mostly from wide ranges.
package everyday

import "makes/b/internal/wire"

// anyTLS is the TLS version two programs agree on.
func anyTLS(p *wire.Proc) wire.Security {
	return wire.Pick(p.Rand, wire.TLS13, wire.TLS13, wire.TLS13, wire.TLS12)
}

// maybeTLS is TLS with the given probability.
func maybeTLS(p *wire.Proc, chance float64) wire.Security {
	if p.Chance(chance) {
		return anyTLS(p)
	}
	return wire.Plain
}

// link is where and how a program connects.
type link struct {
	peer *wire.Peer
	port uint16
	sec  wire.Security
	keep float64 // TCP keep-alive, 0 for none
	life float64 // mean seconds that a connection lasts
	gap  float64 // mean seconds until the next
}

func to(p *wire.Proc, peer *wire.Peer, port uint16, sec wire.Security) link {
	l := link{peer: peer, port: port, sec: sec, life: p.Wide(3*3600, 200*3600), gap: p.Wide(0.5, 60)}
	if p.Chance(0.3) {
		l.keep = wire.Pick(p.Rand, 15.0, 30, 45, 60, 120, 300)
	}
	return l
}

// hold keeps a connection, opened anew whenever it ends, and does duties on it.
func (l link) hold(p *wire.Proc, duties func(c *wire.Conn) []wire.Duty) {
	for p.Alive() {
		p.Resolve()
		c := p.Dial(l.peer, l.port, l.sec)
		if l.keep > 0 {
			c.KeepAlive(l.keep)
		}
		p.Run(p.Now+p.Exp(l.life), duties(c)...)
		part(p, c)
		p.Wait(p.Exp(l.gap))
	}
}

// once opens a connection, uses it and closes it.
func (l link) once(p *wire.Proc, use func(c *wire.Conn)) {
	c := p.Dial(l.peer, l.port, l.sec)
	use(c)
	part(p, c)
}

func part(p *wire.Proc, c *wire.Conn) {
	switch x := p.Float64(); {
	case x < 0.5:
		c.Close()
	case x < 0.85:
		c.Hangup()
	default:
		c.Abort(p.Chance(0.5))
	}
}

// brief is a thinking time.
func brief(p *wire.Proc, mean float64) float64 { return p.Exp(mean) }

// near draws a size that differs little from message to message.
func near(p *wire.Proc, n int) int { return max(1, int(p.Near(float64(n), 0.03))) }

// frame is a message in a WebSocket frame, masked when a client sends it.
func frame(n int, masked bool) int {
	head := 2
	if n > 125 {
		head = 4
	}
	if masked {
		head += 4
	}
	return n + head
}

// several runs a number of copies side by side.
func several(p *wire.Proc, n int, f func(*wire.Proc)) {
	for range n {
		p.Fork(f)
	}
}
