package mine

import (
	"fmt"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// transport is a way to a pool: plain, tls13, tls12, socks or vpn.
type transport struct {
	name   string
	secret bool          // TLS with the pool itself
	relay  *wire.Service // the SOCKS or VPN server
	extra  int           // bytes the VPN adds to a packet
	ping   float64       // seconds of silence before the VPN's ping
}

// newTransport draws what is needed for a named transport.
func newTransport(h *wire.Host, name string) transport {
	d := h.D
	t := transport{name: name}
	switch name {
	case "tls13", "tls12":
		t.secret = true
	case "socks":
		t.secret = d.Chance(0.4)
		t.relay = h.World.Service("mining socks", 0.3, d.Chance(0.3), 1080, 9050, 8388, 443, uint16(d.Int(2000, 60000)))
	case "vpn":
		t.secret = d.Chance(0.3)
		t.relay = h.World.Service("mining vpn", 0.3, wire.Public, 443, 1194)
		t.extra, t.ping = d.Int(22, 70), dice.Of[float64](d, 0, 10, 15, 25, 60)
	}
	return t
}

// remote is the address that the interface sees for a pool's address.
func (t transport) remote(s *wire.Service) *wire.Service {
	if t.relay != nil {
		return t.relay
	}
	return s
}

// connect opens the way to a pool: the connection that carries the dialect,
// and the one that is on the wire.
func (t transport) connect(h *wire.Host, at float64, s *wire.Service) (talk, carrier *wire.Conn) {
	to := *t.remote(s)
	switch t.name {
	case "tls13":
		to.TLS = 13
	case "tls12":
		to.TLS = 12
	}
	c := h.Dial(at, &to)
	talk = c
	switch t.name {
	case "socks":
		c.Call(dice.Of(h.D, 3, 4), 2)
		c.Call(dice.Of(h.D, 10, 7+h.D.Int(12, 30)), 10)
	case "vpn":
		c.Call(h.D.Int(40, 300), h.D.Int(40, 2000))
		c.Call(h.D.Int(300, 600), h.D.Int(2000, 5000))
		c.Call(h.D.Int(300, 2000), h.D.Int(300, 900))
		if t.ping > 0 {
			c.OnIdle(t.ping, func() { c.Up(16 + t.extra); c.Down(16 + t.extra) })
		}
		talk = c.Through(t.extra)
	}
	if t.secret {
		talk.TLS()
	}
	return talk, c
}

// label names the mining traffic with a service.
func label(h *wire.Host, s *wire.Service, kind, coin, pool string, size int, transport string) {
	h.Label(s, wire.Label{Class: "mining", Name: coin + "-" + transport,
		Extra: fmt.Sprintf("\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", kind, coin, pool, sizes[size].name, transport)})
}
