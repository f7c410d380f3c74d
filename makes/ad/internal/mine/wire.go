package mine

import (
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// wire is the connection under a mining protocol: plain, in TLS, through a
// SOCKS proxy, or within a tunnel over TCP.
type wire struct {
	c      *tcp.Conn
	layer  talk.Layer
	tunnel bool
	over   int        // bytes a packet in the tunnel is longer
	acks   [2]float64 // when an end of the inner connection acknowledges
	pings  float64
	spoke  float64
}

const innerMSS = 1348

func newWire(r *rnd.R, c *tcp.Conn, layer talk.Layer, transport string) *wire {
	w := &wire{c: c, layer: layer}
	if transport == "vpn" {
		w.tunnel = true
		w.over = 52 + rnd.Pick(r, 42, 42, 58, 44)
		w.pings = rnd.Pick[float64](r, 10, 10, 15, 60)
	}
	return w
}

func (w *wire) send(t float64, side, n int) float64 {
	n = w.layer.Size(side, n)
	if !w.tunnel {
		return w.c.Send(t, side, n)
	}
	w.settle(t)
	w.acks[side] = 0
	there := t
	for n > 0 {
		there = w.c.Send(t, side, min(n, innerMSS)+w.over)
		n -= innerMSS
	}
	w.spoke = t
	if w.acks[1-side] == 0 {
		w.acks[1-side] = there + 0.04
	}
	return there
}

// settle sends what the tunnel carries in silence.
func (w *wire) settle(t float64) {
	for side := range 2 {
		if a := w.acks[side]; a != 0 && a <= t {
			w.acks[side] = 0
			w.c.Send(a, side, w.over)
			w.spoke = max(w.spoke, a)
		}
	}
	for w.pings > 0 && w.spoke+w.pings < t {
		w.spoke += w.pings
		w.c.Send(w.spoke, tcp.C, w.over-36)
		w.c.Send(w.spoke+0.01, tcp.S, w.over-36)
	}
}

// open shakes all hands.
func (w *wire) open(r *rnd.R, t float64, transport string) float64 {
	t = w.c.Open(t)
	switch transport {
	case "socks":
		t = w.c.Send(t, tcp.C, 3)
		t = w.c.Send(t+0.001, tcp.S, 2)
		t = w.c.Send(t+0.001, tcp.C, r.Int(10, 40))
		t = w.c.Send(t+r.Log(0.02, 1.5), tcp.S, 10)
	case "vpn":
		for i, n := range []int{56, 68, 330, 3900, 1700, 280, 120, 350} {
			t = w.c.Send(t+0.002, i%2, n)
		}
		return t + r.Exp(2)
	}
	return w.layer.Begin(w.c, r, t)
}
