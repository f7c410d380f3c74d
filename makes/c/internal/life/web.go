package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var web = []Kind{
	{"https-server", httpsServer},
	{"alb-target", albTarget},
	{"web-browsing", webBrowsing},
	{"rest-client", restClient},
	{"crawler", crawler},
	{"forward-proxy", forwardProxy},
	{"websocket-server", websocketServer},
	{"graph-api", graphAPI},
}

// httpsServer is visited by people and programs from everywhere.
func httpsServer(h *Host) {
	visitors := h.Peers(h.D.Int(20, 400), wire.Public)
	up, down := h.D.Size(300, 1500), h.D.Size(800, 60000)
	patience, pages := h.D.Log(3, 75), h.D.Log(1, 12)
	secure := maybe(h.D, 0.85)
	h.Human(h.D.Random(3, 200), func(t float64) {
		v := visitors[int(float64(len(visitors))*h.D.Float64()*h.D.Float64())]
		c := h.Accept(t, v, 443)
		secure(c)
		for range 1 + int(h.D.Exp(pages)) {
			c.Call(up(), down())
			c.Wait(h.D.Near(1, 1.5))
		}
		c.Wait(h.D.U(0, patience))
		c.Close(wire.Server)
	})
}

// albTarget serves a load balancer: health checks and pooled requests.
func albTarget(h *Host) {
	port := dice.Of[uint16](h.D, 80, 8080, 8000, 3000, 8443, 5000)
	secure := maybe(h.D, 0.3)
	up, down, check := h.D.Size(400, 2000), h.D.Size(200, 20000), h.D.Size(120, 800)
	for _, lb := range h.Peers(h.D.Int(1, 3), wire.Private) {
		h.Each(h.D.Tick(5, 30), func(t float64) {
			c := h.Accept(t, lb, port)
			secure(c)
			c.Call(130, check())
			c.Close(wire.Client)
		})
		gap := h.D.Random(0.5, 60)
		h.Human(h.D.Random(30, 300), func(t float64) {
			c := h.Accept(t, lb, port)
			secure(c)
			c.Limit(h.D.Exp(300))
			c.Every(gap, func() { c.Call(up(), down()) })
			c.Close(wire.Client)
		})
	}
}

// webBrowsing is a person with a browser: several connections for a page.
func webBrowsing(h *Host) {
	sites := h.Peers(h.D.Int(10, 80), wire.Public, 443, 443, 443, 443, 80)
	down := h.D.Size(3000, 60000)
	h.Human(h.D.Random(20, 240), func(t float64) {
		for range h.D.Int(1, 4) {
			s := dice.Of(h.D, sites...)
			h.Once(t+h.D.Exp(1), s, func(c *Conn) {
				if s.Port == 443 {
					c.TLS()
				}
				for range h.D.Int(1, 10) {
					c.Call(h.D.Int(60, 1200), down())
					c.Wait(h.D.Near(0.5, 1.5))
				}
				c.KeepAlive(wire.Client, 45)
				c.Wait(h.D.U(5, 130))
			})
		}
	})
}

// restClient calls an API somewhere, in its own time.
func restClient(h *Host) {
	s := h.Peer(wire.Public, 443)
	d := s.Dice(h)
	poller(h, s, (*Conn).TLS, 0.5, h.D.Random(2, 300), d.Size(300, 2500), d.Size(150, 12000))
}

// crawler fetches pages from ever new places.
func crawler(h *Host) {
	sites := h.Peers(h.D.Int(30, 150), wire.Public, 443, 80)
	down := h.D.Size(5000, 80000)
	h.Each(h.D.Random(5, 60), func(t float64) {
		s := dice.Of(h.D, sites...)
		h.Once(t, s, func(c *Conn) {
			if s.Port == 443 {
				c.TLS()
			}
			for range 1 + int(h.D.Exp(2)) {
				c.Call(h.D.Int(200, 500), down())
				c.Wait(h.D.U(0.2, 3))
			}
		})
	})
}

// forwardProxy carries the tunnels of private clients; chatty ones are long.
func forwardProxy(h *Host) {
	users := h.Peers(h.D.Int(3, 20), wire.Private)
	long := h.D.U(0.02, 0.3)
	h.Human(h.D.Random(5, 60), func(t float64) {
		c := h.Accept(t, dice.Of(h.D, users...), 3128)
		c.Call(h.D.Int(120, 400), 39)
		c.TLS()
		if h.D.Chance(long) {
			c.Limit(h.D.Exp(3000))
			c.Every(h.D.Random(5, 60), func() { c.Call(h.D.Int(40, 900), h.D.Int(40, 1500)) })
		} else {
			c.Call(h.D.Int(300, 1500), int(h.D.Near(8000, 1.5)))
		}
		c.Close(wire.Client)
	})
}

// websocketServer pushes to browsers that stay for long.
func websocketServer(h *Host) {
	port := dice.Of[uint16](h.D, 443, 8080, 3000, 8443)
	secure := maybe(h.D, 0.7)
	ping, push := h.D.Tick(10, 60), h.D.Random(2, 120)
	down, up := h.D.Size(40, 1200), h.D.Size(30, 400)
	for _, v := range h.Peers(h.D.Int(3, 25), wire.Public) {
		h.Human(h.D.Random(1500, 15000), func(t float64) {
			c := h.Accept(t, v, port)
			secure(c)
			c.WebSocket()
			c.Limit(h.D.Exp(4000))
			c.Run(c.Timer(ping, func() { c.Ring(2, 2) }),
				c.Timer(push, func() { c.Down(down()) }),
				c.Timer(h.D.Random(20, 400), func() { c.Call(up(), down()) }))
			c.Reset(wire.Client)
		})
	}
}

// graphAPI keeps an HTTP/2 connection with pings to a software service.
func graphAPI(h *Host) {
	s := h.Peer(wire.Public, 443)
	d := s.Dice(h)
	up, down, ping, call := d.Size(80, 900), d.Size(60, 4000), d.Tick(10, 60), d.Random(3, 120)
	h.Keep(s, d.Log(300, 20000), h.D.Random(1, 120), func(c *Conn) {
		c.TLS()
		c.Up(100)
		c.Frame(9, 18)
		c.Run(c.Timer(ping, func() { c.Call(8, 8) }), c.Timer(call, func() { c.Call(up(), down()) }))
	})
}
