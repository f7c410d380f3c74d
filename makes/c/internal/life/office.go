package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var office = []Kind{
	{"active-directory", activeDirectory},
	{"domain-controller", domainController},
	{"ldap-pool", ldapPool},
	{"winrm", winRM},
	{"exchange-mapi", exchangeMAPI},
	{"smtp-relay", smtpRelay},
	{"print-spooler", printSpooler},
	{"sccm-client", sccmClient},
}

// activeDirectory is a domain member: Kerberos tickets, LDAP questions, RPC.
func activeDirectory(h *Host) {
	s := h.Peer(wire.Private, 389)
	at := func(port uint16) *wire.Service {
		there := *s
		there.Port = port
		return &there
	}
	kerberos, ldap, rpc := at(88), at(dice.Of[uint16](h.D, 389, 636, 3268)), at(uint16(h.D.Int(49664, 49700)))
	h.Human(h.D.Random(60, 1200), func(t float64) {
		h.Once(t, kerberos, func(c *Conn) { c.Call(h.D.Int(1300, 1900), h.D.Int(1300, 2200)) })
	})
	h.Human(h.D.Random(120, 2000), func(t float64) {
		h.Once(t, ldap, func(c *Conn) {
			c.Call(h.D.Int(300, 2200), h.D.Int(150, 3000))
			for range h.D.Int(1, 8) {
				c.Call(h.D.Int(120, 400), h.D.Int(150, 4000))
			}
			c.Wait(h.D.Exp(20))
		})
	})
	h.Each(h.D.Tick(600, 6000), func(t float64) {
		h.Once(t, rpc, func(c *Conn) {
			c.Call(160, 120)
			c.Call(h.D.Int(300, 2300), h.D.Int(200, 700))
			c.Wait(h.D.U(1, 60))
		})
	})
}

func domainController(h *Host) {
	members := h.Peers(h.D.Int(10, 60), wire.Private)
	h.Human(h.D.Random(2, 30), func(t float64) {
		port := dice.Of[uint16](h.D, 88, 88, 389, 389, 445, 135, 636, 3268)
		c := h.Accept(t, dice.Of(h.D, members...), port)
		for range 1 + int(h.D.Exp(2)) {
			c.Call(h.D.Int(200, 2000), int(h.D.Near(900, 0.8)))
		}
		c.Wait(h.D.Exp(8))
		c.Close(wire.Client)
	})
}

func ldapPool(h *Host) {
	s := h.Peer(wire.Private, 389, 636)
	pool(h, s, 0.5, func(c *Conn) { c.Call(h.D.Int(50, 120), 22) }, h.D.Size(90, 300), h.D.Size(60, 2500), 40)
}

func winRM(h *Host) {
	s := h.Peer(wire.Private, 5985, 5986)
	h.Each(h.D.Tick(60, 1800), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			for range h.D.Int(3, 9) {
				c.Call(h.D.Int(1500, 4000), h.D.Int(900, 5000))
			}
		})
	})
}

// exchangeMAPI is Outlook: a pending notification and short requests.
func exchangeMAPI(h *Host) {
	s := h.Peer(wire.Public, 443)
	h.Keep(s, 9000, h.D.Random(1, 60), func(c *Conn) {
		c.TLS()
		c.Run(c.Timer(h.D.Tick(15, 60), func() { c.Down(h.D.Int(20, 60)) }),
			c.Timer(h.D.Tick(290, 310), func() { c.Call(1800, 500) }))
	})
	h.Human(h.D.Random(30, 600), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.TLS()
			for range h.D.Int(1, 6) {
				c.Call(h.D.Int(1200, 3500), int(h.D.Near(3000, 1.4)))
			}
			c.Wait(h.D.U(0, 100))
		})
	})
}

func smtpRelay(h *Host) {
	s := h.Peer(wire.Public, 25, 587)
	size, secure := h.D.Size(2000, 60000), maybe(h.D, 0.8)
	h.Human(h.D.Random(20, 1500), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.Down(h.D.Int(40, 120))
			c.Call(24, h.D.Int(120, 250))
			secure(c)
			c.Call(40, 14)
			c.Call(40, 14)
			c.Call(6, 37)
			c.Call(size(), h.D.Int(30, 90))
		})
	})
}

func printSpooler(h *Host) {
	s := h.Peer(wire.Private, 9100, 631, 515)
	h.Human(h.D.Random(600, 9000), func(t float64) {
		h.Once(t, s, func(c *Conn) { c.Call(int(h.D.Near(300000, 1.3)), h.D.Int(0, 60)+1) })
	})
	h.Each(h.D.Tick(10, 600), func(t float64) {
		h.Once(t, s, func(c *Conn) { c.Call(h.D.Int(200, 500), h.D.Int(200, 900)) })
	})
}

// sccmClient keeps a channel for fast orders and fetches policies.
func sccmClient(h *Host) {
	s := h.Peer(wire.Private, 10123)
	beat := s.Dice(h).Tick(240, 900)
	h.Keep(s, 80000, h.D.Tick(10, 300), func(c *Conn) {
		c.TLS()
		c.Call(800, 200)
		c.Every(beat, func() { c.Call(37, 37) })
	})
	policy := h.Peer(wire.Private, 80, 443)
	h.Each(h.D.Tick(1200, 3600), func(t float64) {
		h.Once(t, policy, func(c *Conn) { c.Call(h.D.Int(2000, 5000), int(h.D.Near(6000, 1))) })
	})
}
