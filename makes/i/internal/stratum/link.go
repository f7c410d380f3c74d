package stratum

import (
	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// link carries a miner's messages to the pool, by itself or within a tunnel.
type link struct {
	r         rnd.R
	path      *tcp.Path
	from, to  tcp.End
	port      func() uint16
	transport string
	tls       tcp.TLS
	packets   bool    // the tunnel carries packets, as OpenVPN does; else messages, as SSH does
	over      int     // bytes around each
	ping      float64 // of the tunnel
	conn      *tcp.Conn
	last      float64
	tunnel    bool // is up
}

func drawLink(r rnd.R, transport string) *link {
	l := &link{r: r, transport: transport, packets: r.Chance(0.6), ping: rnd.Pick(r, 5.0, 10, 10, 15, 30, 60)}
	l.over = r.Int(span{24, 44})
	if l.packets {
		l.over = rnd.Pick(r, 24, 26, 28, 55, 63)
	}
	return l
}

// open connects, and says hello to whatever is in between.
func (l *link) open(t float64) float64 {
	if l.transport == "vpn" && l.tunnel {
		t = l.send(t, tcp.Client, 12)
		return l.send(t+l.path.RTT, tcp.Server, 12)
	}
	l.from.Port = l.port()
	l.conn, t = l.path.Dial(t, l.from, l.to)
	switch l.transport {
	case "tls12", "tls13":
		t = l.conn.Secure(t, l.tls)
	case "socks":
		t = l.conn.Ask(t, tcp.Client, 3, 0.001, 2)
		t = l.conn.Ask(t, tcp.Client, 10+l.r.IntN(20), l.r.Between(0.02, 0.4), 10)
	case "vpn":
		t = l.conn.Ask(t, tcp.Client, 60, 0.01, 70)
		t = l.conn.Ask(t, tcp.Client, 1400, 0.02, 2900)
		t = l.conn.Ask(t+0.02, tcp.Client, 1800, 0.03, 900)
		l.tunnel = true
	}
	l.last = t
	return t
}

func (l *link) send(t float64, from tcp.Side, n int) float64 {
	l.idle(t)
	l.last = max(l.last, t)
	if l.transport != "vpn" {
		return l.conn.Send(t, from, n)
	}
	if !l.packets {
		return l.conn.Send(t, from, (n+15)/8*8+l.over)
	}
	for ; n > 0; n -= 1300 {
		l.conn.Send(t, from, min(n, 1300)+52+l.over)
	}
	if l.r.Chance(0.6) { // the inner acknowledgement
		t += 0.002
		l.conn.Send(t+l.path.Lag(1-from), 1-from, 52+l.over)
	}
	return t
}

// idle lets the tunnel's pings pass.
func (l *link) idle(t float64) {
	if l.transport != "vpn" {
		return
	}
	for l.last+l.ping < t {
		l.last += l.ping
		l.conn.Send(l.last, tcp.Client, 16+l.over)
		l.conn.Send(l.last+0.1, tcp.Server, 16+l.over)
	}
}

func (l *link) close(t float64, by tcp.Side, reset bool) {
	switch {
	case l.transport == "vpn": // the tunnel stays
		l.send(t, by, 1)
	case reset:
		l.conn.Reset(t, by)
	default:
		l.conn.Close(t, by)
	}
}

// end lets the connection be at the end of the log.
func (l *link) end(t float64) {
	if l.conn != nil {
		l.idle(t)
		l.conn.Idle(t)
		l.conn.Drop()
	}
}
