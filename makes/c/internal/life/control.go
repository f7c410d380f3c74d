package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var control = []Kind{
	{"salt-minion", saltMinion},
	{"puppet-agent", puppetAgent},
	{"remote-support", remoteSupport},
	{"ci-runner", ciRunner},
	{"kubelet", kubelet},
	{"consul-agent", consulAgent},
	{"service-mesh", serviceMesh},
	{"vault-client", vaultClient},
	{"license-server", licenseServer},
	{"jmx", jmx},
	{"beacon", beacon},
	{"long-poll", longPoll},
	{"grpc-stream", grpcStream},
	{"vpn-keepalive", vpnKeepAlive},
	{"json-rpc-line", jsonRPCLine},
	{"reverse-tunnel", reverseTunnel},
}

// saltMinion subscribes to orders on one connection and answers on another.
func saltMinion(h *Host) {
	pub, ret := h.Peer(wire.Private, 4505), h.Peer(wire.Private, 4506)
	h.Keep(pub, 3e5, h.D.Tick(5, 60), func(c *Conn) {
		c.Call(64, 64)
		c.KeepAlive(wire.Client, 300)
		c.Every(h.D.Random(60, 3000), func() { c.Down(h.D.Int(250, 900)) })
	})
	h.Each(h.D.Random(300, 4000), func(t float64) {
		h.Once(t, ret, func(c *Conn) { c.Call(64, 64); c.Call(h.D.Int(300, 9000), h.D.Int(80, 400)) })
	})
}

func puppetAgent(h *Host) {
	s := h.Peer(wire.Private, 8140)
	catalogue := h.D.Size(20000, 600000)
	h.Each(h.D.Tick(1500, 3600), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.TLS()
			c.Call(20000, catalogue())
			for range h.D.Int(3, 40) {
				c.Call(h.D.Int(300, 600), h.D.Int(300, 3000))
			}
			c.Call(h.D.Int(20000, 90000), 200)
		})
	})
}

// remoteSupport waits at its vendor for someone to take over the screen.
func remoteSupport(h *Host) {
	s := h.Peer(wire.Public, 5938, 443, 6568, 7070)
	d := s.Dice(h)
	beat, up, down := d.Tick(10, 90), d.Size(20, 200), d.Size(20, 200)
	h.Keep(s, d.Log(10000, 3e5), h.D.Random(1, 300), func(c *Conn) {
		if s.Port == 443 {
			c.TLS()
		}
		c.Call(h.D.Int(100, 900), h.D.Int(100, 900))
		c.Every(beat, func() { c.Call(up(), down()) })
	})
}

// ciRunner asks for jobs by long polls, then streams a log.
func ciRunner(h *Host) {
	s := h.Peer(wire.Public, 443)
	d := s.Dice(h)
	wait, ask := dice.Of(d, 0.05, 3, 30, 50), d.Int(500, 1800)
	pause := d.Tick(0.1, 15)
	job := h.D.Random(200, 5000)
	h.Keep(s, 4000, h.D.Random(1, 10), func(c *Conn) {
		c.TLS()
		next := c.Now + job()
		for c.Open() {
			c.Up(ask)
			c.Wait(wait)
			c.Down(d.Int(180, 600))
			if c.Now > next && h.D.Chance(h.Activity(c.Now)) {
				for range h.D.Int(5, 100) {
					c.Call(ask+int(h.D.Near(600, 1)), 300)
					c.Wait(h.D.U(1, 5))
				}
				next = c.Now + job()
			}
			c.Wait(pause())
		}
	})
}

// kubelet watches its API server over HTTP/2 and renews its lease.
func kubelet(h *Host) {
	s := h.Peer(wire.Private, 443, 6443)
	h.Keep(s, 2e5, h.D.Tick(0.2, 5), func(c *Conn) {
		c.TLS()
		c.Frame(9, 9)
		c.Call(1500, h.D.Int(10000, 90000))
		c.Run(c.Timer(h.D.Tick(9.9, 10.1), func() { c.Call(h.D.Int(350, 450), h.D.Int(400, 600)) }),
			c.Timer(h.D.Random(2, 90), func() { c.Down(int(h.D.Near(1800, 0.9))) }),
			c.Timer(h.D.Tick(10, 300), func() { c.Call(int(h.D.Near(2500, 0.5)), int(h.D.Near(3500, 0.5))) }),
			c.Timer(h.D.Tick(29, 31), func() { c.Call(8, 8) }))
	})
}

// consulAgent blocks on an index for minutes and gossips by TCP.
func consulAgent(h *Host) {
	s := h.Peer(wire.Private, 8300, 8500)
	h.Keep(s, 3e5, h.D.Tick(1, 10), func(c *Conn) {
		c.KeepAlive(wire.Client, 30)
		c.Run(c.Timer(h.D.Random(10, 300), func() { c.Call(h.D.Int(100, 300), int(h.D.Near(900, 1))) }),
			c.Timer(h.D.Tick(25, 35), func() { c.Ring(12, 12) }))
	})
	gossip := h.Peer(wire.Private, 8301)
	h.Each(h.D.Tick(29, 31), func(t float64) {
		h.Once(t, gossip, func(c *Conn) { size := int(h.D.Near(3000, 0.5)); c.Call(size, size) })
	})
}

// serviceMesh is a sidecar's stream of configuration.
func serviceMesh(h *Host) {
	s := h.Peer(wire.Private, 15012, 18000)
	h.Keep(s, 1800, h.D.Tick(0.1, 2), func(c *Conn) {
		c.TLS()
		c.Frame(14, 14)
		c.Call(1500, h.D.Int(20000, 200000))
		c.Run(c.Timer(h.D.Random(3, 120), func() { c.Ring(int(h.D.Near(3000, 1)), h.D.Int(90, 300)) }),
			c.Timer(h.D.Tick(20, 30), func() { c.Ring(8, 8) }))
	})
}

func vaultClient(h *Host) {
	s := h.Peer(wire.Private, 8200)
	poller(h, s, (*Conn).TLS, 0.5, h.D.Random(20, 1500), h.D.Size(200, 700), h.D.Size(400, 2500))
}

// licenseServer grants a seat to a program that says regularly it still lives.
func licenseServer(h *Host) {
	s := h.Peer(wire.Private, 27000, 1947, 5053, 2080)
	d := s.Dice(h)
	beat, size := d.Tick(10, 300), d.Size(40, 300)
	h.Keep(s, 25000, h.D.Random(60, 9000), func(c *Conn) {
		c.Call(147, 200)
		c.Call(h.D.Int(150, 600), h.D.Int(150, 600))
		c.Every(beat, func() { c.Call(size(), size()) })
	})
}

func jmx(h *Host) {
	s := h.Peer(wire.Private, 9010, 1099, 7199)
	poller(h, s, func(*Conn) {}, 0.8, h.D.Tick(2, 60), h.D.Size(60, 500), h.D.Size(80, 2500))
}

// beacon calls home in small words: a licence check, a kiosk, an old toolbar.
func beacon(h *Host) {
	s := h.Peer(wire.Public, 443, 80, 8080, 4444, 8443)
	d := s.Dice(h)
	secure := maybe(d, 0.6)
	poller(h, s, secure, 0.4, d.Tick(5, 900), d.Size(60, 900), d.Size(20, 700))
}

// longPoll is comet, bots, SignalR: a question that waits for news.
func longPoll(h *Host) {
	s := h.Peer(wire.Public, 443, 443, 80)
	d := s.Dice(h)
	wait, news, size := d.Log(15, 120), h.D.Random(5, 600), d.Size(100, 2500)
	ask := d.Int(150, 1200)
	h.Keep(s, d.Log(600, 20000), h.D.Tick(0.2, 30), func(c *Conn) {
		if s.Port == 443 {
			c.TLS()
		}
		next := c.Now + news()
		for c.Open() {
			c.Up(ask)
			if next < c.Now+wait {
				c.WaitUntil(next)
				c.Down(200 + size())
				next = c.Now + news()
			} else {
				c.Wait(wait)
				c.Down(d.Int(120, 260))
			}
			c.Wait(0.01)
		}
	})
}

// grpcStream is a stream of small messages in both directions.
func grpcStream(h *Host) {
	s := h.Peer(dice.Of(h.D, wire.Private, wire.Public), 443, 50051, 9090)
	d := s.Dice(h)
	up, down := d.Size(20, 600), d.Size(20, 1200)
	often, seldom, secure := h.D.Random(2, 90), h.D.Random(5, 300), maybe(d, 0.7)
	h.Keep(s, d.Log(3000, 2e5), h.D.Tick(0.5, 30), func(c *Conn) {
		secure(c)
		c.Frame(14, 14)
		c.Run(c.Timer(often, func() { c.Down(down()) }), c.Timer(seldom, func() { c.Up(up()) }),
			c.Timer(d.Tick(10, 120), func() { c.Call(8, 8) }))
	})
}

// vpnKeepAlive is OpenVPN by TCP: pings of both sides, and something inside.
func vpnKeepAlive(h *Host) {
	s := h.Peer(wire.Public, 443, 1194)
	ping := s.Dice(h).Tick(5, 30)
	use := h.D.Random(60, 4000)
	h.Keep(s, 80000, h.D.Tick(2, 60), func(c *Conn) {
		c.Call(h.D.Int(60, 90), h.D.Int(60, 90))
		c.Call(h.D.Int(300, 600), h.D.Int(2000, 5000))
		c.Call(h.D.Int(300, 2000), h.D.Int(300, 900))
		c.Run(c.Timer(ping, func() { c.Up(42) }), c.Timer(ping, func() { c.Down(42) }),
			c.Timer(use, func() {
				in := c.Through(26)
				in.Limit(h.D.Exp(300))
				in.Every(h.D.Random(1, 30), func() { in.Call(h.D.Int(40, 600), int(h.D.Near(500, 1))) })
				in.Close(wire.Client)
			}))
	})
}

// jsonRPCLine is a control protocol of JSON lines: subscriptions, notes,
// calls with short answers, as some wallets, robots and exchanges speak.
func jsonRPCLine(h *Host) {
	s := h.Peer(dice.Of(h.D, wire.Private, wire.Public), 3333, 4444, 5555, 7777, 8888, 50001, 50002, 443)
	d := s.Dice(h)
	secure := maybe(d, 0.4)
	note, call, answer := d.Size(90, 900), d.Size(60, 300), d.Size(35, 400)
	come, ask, ping := d.Random(5, 200), h.D.Random(5, 300), d.Tick(20, 120)
	h.Keep(s, d.Log(3000, 2e5), h.D.Tick(1, 30), func(c *Conn) {
		secure(c)
		for range h.D.Int(1, 4) {
			c.Call(call(), answer())
		}
		c.Run(c.Timer(come, func() { c.Down(note()) }), c.Timer(ask, func() { c.Call(call(), answer()) }),
			c.Timer(ping, func() { c.Call(50, 40) }))
	})
}

// reverseTunnel is an SSH or ngrok-like tunnel that waits for visitors.
func reverseTunnel(h *Host) {
	s := h.Peer(wire.Public, 22, 443, 7000)
	d := s.Dice(h)
	beat := d.Tick(10, 60)
	h.Keep(s, 50000, h.D.Tick(3, 60), func(c *Conn) {
		c.SSH()
		c.Run(c.Timer(beat, func() { c.Call(40, 28) }),
			c.Timer(h.D.Random(100, 5000), func() { c.Ring(int(h.D.Near(400, 0.8)), int(h.D.Near(2500, 1.3))) }))
	})
}
