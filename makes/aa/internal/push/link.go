package push

import (
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// Link is a connection with its layers.
type Link struct {
	C     *tcp.Conn
	TLS   int // 0, 12 or 13
	Frame Frame
	r     *rng.R
	over  int // bytes TLS adds to a record
	cert  int
}

// NewLink puts layers on a connection.
func NewLink(c *tcp.Conn, r *rng.R, tls int, frame Frame) *Link {
	l := &Link{C: c, TLS: tls, Frame: frame, r: r, cert: r.Int(1800, 5200)}
	switch {
	case tls == 13:
		l.over = 22
	case tls == 12 && r.P(.8):
		l.over = 29
	case tls == 12:
		l.over = 45 // a block cipher: padding and a hash
	}
	return l
}

// Open connects and shakes hands.
func (l *Link) Open(t, rtt float64) float64 {
	t = l.C.Open(t)
	if l.TLS != 0 {
		t = l.C.Send(tcp.Up, t+.001, l.r.Int(210, 620))
		t = l.C.Send(tcp.Down, t+.002, l.cert)
		if l.TLS == 12 {
			t = l.C.Send(tcp.Up, t+.002, l.r.Int(93, 190))
			t = l.C.Send(tcp.Down, t+.001, 51+l.r.N(2)*190)
		} else {
			l.C.Send(tcp.Up, t+.001, 80)
			if l.r.P(.7) {
				t = l.C.Send(tcp.Down, t+rtt/2+.001, l.r.Int(1, 2)*l.r.Int(200, 280))
			}
		}
	}
	switch l.Frame {
	case WS:
		t = l.C.Send(tcp.Up, t, l.over+l.r.Int(190, 900))
		t = l.C.Send(tcp.Down, t+l.r.U(.001, .02), l.over+l.r.Int(129, 420))
	case H2, GRPC:
		l.C.Send(tcp.Up, t, l.over+24+9+l.r.Int(2, 5)*6+13)
		t = l.C.Send(tcp.Down, t+rtt/2, l.over+9+l.r.Int(1, 5)*6+9)
		l.C.Send(tcp.Up, t, l.over+9)
	case SSE:
		t = l.C.Send(tcp.Up, t, l.over+l.r.Int(150, 1100))
		t = l.C.Send(tcp.Down, t+l.r.U(.001, .05), l.over+l.r.Int(120, 500))
	}
	return t
}

// Msg sends one message with all that is around it.
func (l *Link) Msg(dir int, t float64, n int) float64 {
	n = max(n, 1)
	switch l.Frame {
	case WS:
		switch {
		case n > 65535:
			n += 8
		case n > 125:
			n += 2
		}
		n += 2 + 4*(1-dir)
	case H2:
		n += 9
	case GRPC:
		n += 14
	case SSE:
		n += 8
	}
	return l.C.Send(dir, t, n+(1+(n-1)/16384)*l.over)
}
