package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var infrastructure = []Kind{
	{"dns-udp", dnsUDP},
	{"ntp", ntp},
	{"dns-over-tcp", dnsOverTCP},
	{"dns-over-tls", dnsOverTLS},
	{"internet-noise", internetNoise},
	{"inventory-scan", inventoryScan},
	{"bgp-session", bgpSession},
	{"tor", tor},
	{"health-checker", healthChecker},
	{"ldap-sync", ldapSync},
}

// dnsUDP asks a resolver that is not the cloud's own.
func dnsUDP(h *Host) {
	s := h.Peer(dice.Of(h.D, wire.Private, wire.Public), 53)
	h.Each(h.D.Random(8, 300), func(t float64) { h.Datagrams(t, s, h.D.Int(30, 70), h.D.Int(50, 400)) })
}

func ntp(h *Host) {
	for range h.D.Int(1, 3) {
		s := h.Peer(wire.Public, 123)
		h.Each(h.D.Tick(64, 1100), func(t float64) { h.Datagrams(t, s, 48, 48) })
	}
}

func dnsOverTCP(h *Host) {
	s := h.Peer(wire.Private, 53)
	h.Each(h.D.Random(10, 600), func(t float64) {
		h.Once(t, s, func(c *Conn) { c.Call(h.D.Int(35, 75), h.D.Int(100, 3000)) })
	})
}

func dnsOverTLS(h *Host) {
	s := h.Peer(wire.Public, 853, 443)
	h.Keep(s, h.D.Log(20, 3000), h.D.Random(1, 120), func(c *Conn) {
		c.TLS()
		c.Every(h.D.Random(1, 60), func() { c.Call(h.D.Int(130, 160), h.D.Int(130, 490)) })
	})
}

// internetNoise is what every public address gets: SYNs that are rejected.
func internetNoise(h *Host) {
	h.Each(h.D.Random(20, 400), func(t float64) {
		s := h.World.Service("noise", 0.9, wire.Public)
		h.Intrude(t, s, dice.Of(h.D, 22, 23, 80, 443, 445, 3389, 6379, 8080, 2375, uint16(h.D.Int(1, 65535))))
	})
}

// inventoryScan looks regularly which of many machines answer.
func inventoryScan(h *Host) {
	targets := h.Peers(h.D.Int(20, 60), wire.Private, 22, 135, 443, 445, 161, 9100)
	h.Each(h.D.Random(4000, 20000), func(t float64) {
		for i, s := range targets {
			at := t + float64(i)*0.05
			switch i % 3 {
			case 0:
				h.Knock(at, s, wire.Dropped, 2)
			case 1:
				h.Knock(at, s, wire.Refused, 2)
			default:
				h.Dial(at+s.RTT, s).Reset(wire.Client)
			}
		}
	})
}

// bgpSession is a virtual router: keep-alives of 19 bytes both ways.
func bgpSession(h *Host) {
	s := h.Peer(wire.Private, 179)
	beat := s.Dice(h).Tick(10, 60)
	h.Keep(s, 3e5, h.D.Tick(10, 120), func(c *Conn) {
		c.Call(61, 61)
		c.Run(c.Timer(beat, func() { c.Up(19) }), c.Timer(beat, func() { c.Down(19) }),
			c.Timer(h.D.Random(60, 3000), func() { c.Down(h.D.Int(50, 400)) }))
	})
}

// tor sends cells of 514 bytes, with padding in silence.
func tor(h *Host) {
	for range h.D.Int(1, 2) {
		s := h.Peer(wire.Public, 9001, 443)
		h.Keep(s, 10000, h.D.Random(1, 300), func(c *Conn) {
			c.TLS()
			c.Call(1028, 1542)
			c.Run(c.Timer(h.D.Random(20, 400), func() {
				for range 1 + int(h.D.Exp(4)) {
					c.Call(514, 514*(1+int(h.D.Exp(8))))
				}
			}), c.Timer(func() float64 { return h.D.U(1.5, 9.5) }, func() { c.Up(514) }),
				c.Timer(func() float64 { return h.D.U(1.5, 9.5) }, func() { c.Down(514) }))
		})
	}
}

func healthChecker(h *Host) {
	for _, s := range h.Peers(h.D.Int(2, 12), wire.Private, 80, 8080, 443, 3000) {
		size := h.D.Size(120, 2000)
		h.Each(h.D.Tick(10, 60), func(t float64) {
			h.Once(t, s, func(c *Conn) {
				if s.Port == 443 {
					c.TLS()
				}
				c.Call(h.D.Int(80, 200), size())
			})
		})
	}
}

// ldapSync holds a persistent search open and hears of changes.
func ldapSync(h *Host) {
	s := h.Peer(wire.Private, 636, 389)
	secure := maybe(h.D, 0.6)
	h.Keep(s, 60000, h.D.Tick(5, 120), func(c *Conn) {
		secure(c)
		c.Call(90, 22)
		c.Call(160, h.D.Int(200, 30000))
		c.KeepAlive(wire.Client, h.D.Log(30, 300))
		c.Every(h.D.Random(30, 1200), func() { c.Down(h.D.Int(150, 1800)) })
	})
}
