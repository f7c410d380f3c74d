// Package cover adds what lies around a message in a connection: TLS or SSH
// with their handshakes, or the WebSocket upgrade and framing.
package cover

import (
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// Kind is a way to cover messages.
type Kind uint8

// The kinds.
const (
	Plain Kind = iota
	TLS12
	TLS13
	SSH
	WS  // WebSocket, plain
	WSS // WebSocket within TLS 1.3
	RDP // X.224, then TLS, then MCS
	TDS // TLS wrapped in TDS
)

// Cover is the covering of one service, as one client meets it.
type Cover struct {
	Kind             Kind
	hello, hello2    int
	certs, finish    int
	tickets, auth    int
	resumes          float64 // chance that a later connection resumes
	opened           bool
	upgrade, reply   int
	pad, tag, record int
}

// Draw fixes the sizes for a service and a client.
func Draw(g *rng.R, k Kind) Cover {
	c := Cover{Kind: k, resumes: rng.Pick(g, []float64{0, 0, 0.5, 0.95})}
	c.hello = g.Int(180, 330)
	c.certs = int(g.Log(1300, 5200))
	c.finish = g.Int(110, 160)
	c.tickets = rng.Pick(g, []int{51, 75, 226, 258})
	if k == TLS13 || k == WSS {
		c.hello = g.Int(260, 640)
		if g.Chance(0.15) {
			c.hello += 1190
			c.certs += 1100
		}
		c.certs += 130
		c.finish = g.Int(64, 90)
		c.tickets = rng.Pick(g, []int{0, 255, 510, 560})
		c.record = 22
	} else {
		c.record = rng.Pick(g, []int{29, 29, 29, 37, 53})
	}
	if g.Chance(0.12) {
		c.auth = int(g.Log(900, 2800))
	}
	if k == SSH {
		c.hello, c.hello2 = g.Int(800, 1600), g.Int(700, 1200)
		c.pad = rng.Pick(g, []int{8, 8, 16})
		c.tag = rng.Pick(g, []int{16, 16, 20, 32})
	}
	c.upgrade, c.reply = g.Int(250, 1100), g.Int(130, 420)
	return c
}

// Bytes is the size on the wire of a message of n bytes.
func (c *Cover) Bytes(from tcp.Side, n int) int {
	switch c.Kind {
	case Plain:
		return n
	case SSH:
		return (n+9+c.pad+c.pad-1)/c.pad*c.pad + c.tag
	case WS, WSS:
		n += 2
		if from == tcp.Client {
			n += 4
		}
		if n > 125 {
			n += 2
		}
		if c.Kind == WS {
			return n
		}
	}
	return n + c.record*(1+n/16384)
}

// Greet exchanges the handshake and returns when the client may speak.
func (c *Cover) Greet(conn *tcp.Conn, g *rng.R, t float64) float64 {
	say := func(from tcp.Side, n int, think float64) {
		t = conn.Send(conn.Turn(t, from)+think, from, n)
	}
	ask := func(n, m int) {
		say(tcp.Client, n, g.Between(0.0002, 0.004))
		say(tcp.Server, m, g.Between(0.0003, 0.006))
	}
	switch c.Kind {
	case WS:
		ask(c.upgrade, c.reply)
	case SSH:
		ask(g.Int(20, 42), g.Int(20, 42))
		ask(c.hello, c.hello2)
		ask(48, g.Int(450, 1100))
		ask(16+44, 44)
		ask(60, 60)
		ask(g.Int(90, 640), g.Int(28, 60))
		ask(g.Int(90, 260), g.Int(36, 500))
	case RDP:
		ask(g.Int(42, 60), 19)
		c.tls12(ask, g)
		ask(g.Int(420, 520), g.Int(120, 180))
		for range 8 {
			ask(g.Int(40, 60), g.Int(44, 64))
		}
		ask(g.Int(380, 700), g.Int(60, 600))
	case TDS:
		ask(g.Int(53, 96), g.Int(37, 60))
		c.tls12(ask, g)
	case TLS12:
		c.tls12(ask, g)
	case TLS13, WSS:
		if c.opened && g.Chance(c.resumes) {
			ask(c.hello+g.Int(200, 280), g.Int(210, 260))
		} else {
			ask(c.hello, c.certs)
		}
		say(tcp.Client, c.finish+c.auth, 0.001)
		if c.tickets > 0 {
			say(tcp.Server, c.tickets, 0.0005)
		}
		if c.Kind == WSS {
			ask(c.upgrade+22, c.reply+22)
		}
	}
	c.opened = true
	return conn.Turn(t, tcp.Client)
}

func (c *Cover) tls12(ask func(n, m int), g *rng.R) {
	if c.opened && g.Chance(c.resumes) {
		ask(c.hello+g.Int(32, 220), 140)
		return
	}
	ask(c.hello, c.certs)
	ask(c.finish+c.auth, c.tickets)
}
