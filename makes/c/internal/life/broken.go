package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var broken = []Kind{
	{"dead-refused", func(h *Host) { dead(h, wire.Refused) }},
	{"dead-dropped", func(h *Host) { dead(h, wire.Dropped) }},
	{"dead-rejected", func(h *Host) { dead(h, wire.Rejected) }},
	{"dead-oneway", func(h *Host) { dead(h, wire.OneWay) }},
	{"flapping-service", flapping},
	{"reset-after-hello", resetAfterHello},
}

// dead is a program that tries forever to reach a service that is gone.
func dead(h *Host, fate wire.Fate) {
	private := h.D.Chance(0.6)
	s := h.Peer(private, 443, 5432, 8086, 9200, 514, 5044, 6379, 389, 25, 3306, 8443, 4444, 3333, 1514)
	pause, patience := h.D.Tick(1, 300), dice.Of(h.D, 3.0, 5, 10, 20, 30, 60, 130)
	grow := 1.0
	if h.D.Chance(0.4) {
		grow = h.D.U(1.3, 2.5)
	}
	longest := h.D.Log(30, 900)
	back := 1.0
	for t := h.Begin(); t < h.End; {
		t = h.Knock(t, s, fate, patience)
		t += max(min(pause()*back, longest), 0.5)
		back = min(back*grow, 1e6)
	}
}

// flapping is a service that comes and goes.
func flapping(h *Host) {
	s := h.Peer(wire.Private, 8080, 9000, 5000, 50051)
	up, down, pause := h.D.Size(60, 600), h.D.Size(40, 900), h.D.Tick(1, 30)
	for t := h.Begin(); t < h.End; {
		for down := t + h.D.Exp(1500); t < down; {
			t = h.Knock(t, s, wire.Refused, 5) + pause()
		}
		h.Once(t, s, func(c *Conn) {
			c.Limit(h.D.Exp(2500))
			c.Every(h.D.Random(2, 60), func() { c.Call(up(), down()) })
			t = c.Now + 1
		})
	}
}

// resetAfterHello is a program whose TLS the firewall or the server dislikes.
func resetAfterHello(h *Host) {
	s := h.Peer(wire.Public, 443)
	pause := h.D.Tick(5, 600)
	hello := h.D.Int(200, 700)
	h.Each(pause, func(t float64) {
		c := h.Dial(t, s)
		if h.D.Chance(0.5) {
			c.Call(hello, 7)
			c.Close(wire.Server)
		} else {
			c.Up(hello)
			c.Wait(s.RTT)
			c.Reset(wire.Server)
		}
	})
}
