package talk

import (
	"makes/ad/internal/rnd"
	"makes/ad/internal/tcp"
)

// Layer is what messages are wrapped in.
type Layer struct {
	TLS    int // 0, 12 or 13
	frame  byte
	record int // bytes a TLS record is longer
	block  int // cipher that pads to blocks
	head   [2]int
	hello  [4]int
	resume bool
}

// Frames of messages within TLS or without.
const (
	raw    = 'r'
	socket = 'w' // WebSocket
	http1  = '1'
	http2  = '2'
	noise  = 'n'
)

var layers = map[string]Layer{
	"raw": {frame: raw}, "tls": {TLS: 1, frame: raw}, "ws": {TLS: 1, frame: socket}, "wsp": {frame: socket},
	"h1": {TLS: 1, frame: http1}, "h1p": {frame: http1}, "h2": {TLS: 1, frame: http2}, "grpc": {frame: http2},
	"noise": {frame: noise},
}

// NewLayer draws a layer of a name.
func NewLayer(r *rnd.R, name string) Layer {
	l, ok := layers[name]
	if !ok {
		panic("no layer " + name)
	}
	if l.TLS == 1 {
		l.TLS = rnd.Pick(r, 12, 13, 13, 13)
		l.hello = [4]int{r.Int(240, 620), r.Int(2300, 5200), 80, r.Int(0, 2) * r.Int(180, 270)}
		l.record = 22
		if l.TLS == 12 {
			l.record = rnd.Pick(r, 29, 29, 21, 0)
			if l.record == 0 {
				l.block = 16
			}
			l.hello[2], l.hello[3] = r.Int(93, 165), rnd.Pick(r, 51, 51, 226, 258)
		} else if r.Chance(0.25) {
			l.hello[0] += 1184 // a key share that quantum computers do not break
			l.hello[1] += 1088
		}
		l.resume = r.Chance(0.4)
	}
	switch l.frame {
	case http1:
		l.head = [2]int{r.Int(110, 750), r.Int(110, 520)}
	case http2:
		l.head = [2]int{r.Int(30, 140), r.Int(14, 90)}
	case noise:
		l.head = [2]int{rnd.Pick(r, 18, 34, 34, 20), 0}
		l.head[1] = l.head[0]
	}
	return l
}

// Size is that of n bytes in this layer.
func (l *Layer) Size(side, n int) int {
	switch l.frame {
	case socket:
		n += 2
		if n > 127 {
			n += 2
		}
		if side == tcp.C {
			n += 4
		}
	case http1, noise:
		n += l.head[side]
	case http2:
		n += l.head[side]/3 + 14
	}
	if l.TLS == 0 {
		return n
	}
	records := (n + 16383) / 16384
	if l.block > 0 {
		return n/l.block*l.block + l.block + records*(5+16+20)
	}
	return n + records*l.record
}

// Begin shakes hands of the layers.
func (l *Layer) Begin(c *tcp.Conn, r *rnd.R, t float64) float64 {
	if l.TLS > 0 {
		h := l.hello
		if l.resume && r.Chance(0.5) {
			h[0] += 200
			h[1] = rnd.Pick(r, 230, 250, 290)
		}
		t = c.Send(t, tcp.C, h[0])
		t = c.Send(t+0.001+r.Exp(0.002), tcp.S, h[1])
		t = c.Send(t+0.001+r.Exp(0.002), tcp.C, h[2])
		if h[3] > 0 {
			a := c.Send(t+0.0005, tcp.S, h[3])
			if l.TLS == 12 {
				t = a
			}
		}
	}
	switch l.frame {
	case socket:
		t = c.Send(t+0.001, tcp.C, l.tls(170+r.IntN(8)))
		t = c.Send(t+0.002, tcp.S, l.tls(129))
	case http2:
		t = c.Send(t+0.0005, tcp.C, l.tls(24+45+13+l.head[0]))
		c.Send(t+0.0005, tcp.S, l.tls(40+9))
	case noise:
		t = c.Send(t+0.001, tcp.C, 50)
		t = c.Send(t+0.003, tcp.S, 50)
		t = c.Send(t+0.001, tcp.C, 66)
	}
	return t + 0.001
}

func (l *Layer) tls(n int) int {
	if l.TLS == 0 {
		return n
	}
	return n + max(l.record, 29)
}
