// Package wire wraps messages in what they travel in: TLS records, WebSocket
// and HTTP/2 frames, headers, SOCKS and tunnels.
package wire

import (
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
)

// Sides of a connection.
const (
	Client = 0
	Server = 1
)

// Layers are what a deployment wraps its messages in.
type Layers struct {
	TLS        int // 0, 12 or 13
	Suite      int // bytes a record, or -16 for blocks that are filled up
	WS, H2     bool
	GRPC, HTTP bool
	Socks      bool
	Tunnel     int // bytes a packet of a tunnel within which TCP runs again
	hello      int
	flight     int
	finish     int
	tickets    int
	resume     float64
	req, res   int // headers
	Pad        int // to which a sender fills up its records
}

// Draw gives layers by name: plain, h1, ws, h2, grpc, t12, t13, ws12, ws13,
// h1s (HTTP/1.1 in TLS), h2s, grpcs, socks, tun.
func Draw(r *rnd.R, name string) Layers {
	l := Layers{req: int(r.LogU(110, 900)), res: int(r.LogU(90, 600))}
	secure := func(v int) {
		l.TLS = v
		l.Suite = rnd.Pick(r, 29, 29, 29, 21, -16)
		l.hello = rnd.Pick(r, 517, 517, 517, 220, 290, 340, 1790)
		l.flight = int(r.LogU(2300, 5400))
		l.finish, l.resume = 126, r.Between(0, .9)
		if v == 13 {
			l.Suite, l.finish = 22, rnd.Pick(r, 80, 80, 64, 74)
			l.tickets = rnd.Pick(r, 0, 1, 2, 2) * rnd.Pick(r, 255, 80, 310)
			if r.Chance(.04) {
				l.Pad = rnd.Pick(r, 64, 128, 256)
			}
		}
	}
	any := func() { secure(rnd.Pick(r, 12, 13, 13)) }
	switch name {
	case "t12", "ws12":
		secure(12)
	case "t13", "ws13":
		secure(13)
	case "tls", "h1s", "h2s", "grpcs", "wss":
		any()
	case "socks":
		l.Socks = true
	case "tun":
		l.Tunnel = rnd.Pick(r, 24, 41, 53, 69)
	}
	switch name {
	case "ws", "ws12", "ws13", "wss":
		l.WS = true
	case "h2", "h2s":
		l.H2 = true
	case "grpc", "grpcs":
		l.H2, l.GRPC = true, true
	case "h1", "h1s":
		l.HTTP = true
	}
	return l
}

// Link is an open connection with its layers.
type Link struct {
	C     *tcp.Conn
	L     *Layers
	r     *rnd.R
	local int // side of end 0
	calls int
}

// Dial opens a connection at t; local is the side of the connection's end 0.
func Dial(r *rnd.R, c *tcp.Conn, l *Layers, local int, t float64) (*Link, float64) {
	k := &Link{C: c, L: l, r: r, local: local}
	t = c.Open(t)
	if l.Socks {
		t = k.raw(t, Client, 4)
		t = k.raw(t, Server, 2)
		t = k.raw(t, Client, r.Int(18, 40))
		t = k.raw(t+r.Between(.02, .3), Server, 10)
	}
	if l.TLS != 0 {
		t = k.shake(t)
	}
	if l.H2 {
		t = k.record(t, Client, 24+r.Int(27, 60))
		k.record(t, Server, r.Int(27, 60))
		k.record(t, Client, 9)
	}
	if l.WS {
		t = k.record(t, Client, l.req+120)
		t = k.record(t+.005, Server, 129+l.res/3)
	}
	return k, t
}

// Attach takes up a connection that is older than the run.
func Attach(r *rnd.R, c *tcp.Conn, l *Layers, local int, t float64) *Link {
	c.Attach(t)
	return &Link{C: c, L: l, r: r, local: local, calls: 5}
}

func (k *Link) shake(t float64) float64 {
	l := k.L
	flight := l.flight
	if k.r.Chance(l.resume) {
		flight = 150 + l.finish
	}
	t = k.raw(t, Client, l.hello)
	t = k.raw(t+.002, Server, flight)
	t = k.raw(t+.003, Client, l.finish)
	if l.TLS == 12 {
		t = k.raw(t, Server, rnd.Pick(k.r, 51, 51, 258))
	} else if l.tickets > 0 {
		k.raw(t, Server, l.tickets)
	}
	return t
}

// Send sends a message of the program, and says when it is there.
func (k *Link) Send(t float64, side, n int) float64 {
	l := k.L
	switch {
	case l.GRPC:
		n += 5 + 9
		if k.calls < 2 {
			n += 9 + l.req/2
		}
	case l.H2: // the table of headers makes later ones short
		n += 9 + 9 + rnd.Pick(k.r, 12, 20, 35)
		if k.calls < 3 {
			n += l.req / 2
		}
	case l.WS:
		head := 2
		if n > 125 {
			head = 4
		}
		if n > 65535 {
			head = 10
		}
		if side == Client {
			head += 4
		}
		n += head
	case l.HTTP && side == Client:
		n += l.req
	case l.HTTP:
		n += l.res
	}
	k.calls++
	return k.record(t, side, n)
}

// record adds TLS.
func (k *Link) record(t float64, side, n int) float64 {
	l := k.L
	if l.TLS != 0 {
		recs := (n + 16383) / 16384
		switch {
		case l.Suite == -16:
			n = (n+20+16)/16*16 + 16 + 5*recs
		case l.Pad > 0:
			n = (n+l.Pad-1)/l.Pad*l.Pad + l.Suite*recs
		default:
			n += l.Suite * recs
		}
	}
	return k.raw(t, side, n)
}

func (k *Link) end(side int) int {
	if side == k.local {
		return 0
	}
	return 1
}

// raw sends bytes; in a tunnel they are packets of another TCP first.
func (k *Link) raw(t float64, side, n int) float64 {
	from := k.end(side)
	if k.L.Tunnel == 0 {
		return k.C.Send(t, from, n)
	}
	const inner = 1300
	for ; n > 0; n -= inner {
		t = k.C.Send(t, from, min(n, inner)+52+k.L.Tunnel)
	}
	if k.r.Chance(.6) {
		k.C.Send(t+k.r.Between(0, .05), 1-from, 52+k.L.Tunnel)
	}
	return t
}

// Ping is a frame of HTTP/2 or WebSocket and its answer.
func (k *Link) Ping(t float64, side int) float64 {
	n := 17
	if !k.L.H2 {
		n = 2 + k.r.N(2)*4
	}
	t = k.record(t, side, n)
	return k.record(t, 1-side, n)
}

// Close ends the connection from a side.
func (k *Link) Close(t float64, side int, how string) {
	if k.L.TLS != 0 && how == "fin" && k.r.Chance(.6) {
		k.raw(t, side, 24+k.r.N(2)*7)
	}
	k.C.Close(t, k.end(side), how)
}
