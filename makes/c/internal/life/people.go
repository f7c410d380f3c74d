package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var people = []Kind{
	{"ssh-interactive", sshInteractive},
	{"ssh-idle", sshIdle},
	{"ssh-server", sshServer},
	{"rdp", rdpSession},
	{"vnc", vncSession},
	{"chat-websocket", chatWebSocket},
	{"xmpp", xmpp},
	{"irc", irc},
	{"push-notification", pushNotification},
	{"telegram-bot", telegramBot},
	{"imap-idle", imapIdle},
	{"jupyter", jupyter},
	{"remote-ide", remoteIDE},
	{"game", game},
	{"sip-tcp", sipTCP},
}

// typing is a person at a shell: bursts of keys with echoes, some output.
func typing(h *Host, c *Conn) {
	c.Every(h.D.Random(15, 200), func() {
		for range 1 + int(h.D.Exp(25)) {
			c.Call(12, dice.Of(h.D, 12, 12, 20))
			c.Wait(h.D.Near(0.18, 0.6))
		}
		c.Call(12, int(h.D.Near(400, 1.3)))
	})
}

func sshInteractive(h *Host) {
	for _, s := range h.Peers(h.D.Int(1, 5), wire.Private, 22) {
		h.Human(h.D.Random(2000, 20000), func(t float64) {
			h.Once(t, s, func(c *Conn) {
				c.SSH()
				c.Limit(h.D.Exp(1500))
				typing(h, c)
			})
		})
	}
}

// sshIdle is a forgotten session with ServerAliveInterval.
func sshIdle(h *Host) {
	s := h.Peer(wire.Public, 22)
	beat := h.D.Tick(15, 300)
	server := h.D.Chance(0.5)
	h.Keep(s, 30000, h.D.Random(60, 9000), func(c *Conn) {
		c.SSH()
		c.Every(beat, func() {
			if server {
				c.Ring(40, 28)
			} else {
				c.Call(40, 28)
			}
		})
	})
}

// sshServer: administrators come in, and so do guessers of passwords.
func sshServer(h *Host) {
	admins, guessers := h.Peers(h.D.Int(1, 4), wire.Public), h.Peers(h.D.Int(5, 40), wire.Public)
	h.Human(h.D.Random(2000, 20000), func(t float64) {
		c := h.Accept(t, dice.Of(h.D, admins...), 22)
		c.SSH()
		c.Limit(h.D.Exp(2000))
		typing(h, c)
		c.Close(wire.Client)
	})
	h.Each(h.D.Random(60, 1200), func(t float64) {
		c := h.Accept(t, dice.Of(h.D, guessers...), 22)
		c.SSH()
		for range h.D.Int(0, 5) {
			c.Call(60, 44)
			c.Wait(h.D.U(1, 3))
		}
		c.Close(wire.Server)
	})
}

// rdpSession has mouse and keys up, pictures down, a heartbeat in silence.
func rdpSession(h *Host) {
	for _, s := range h.Peers(h.D.Int(1, 3), wire.Private, 3389) {
		h.Human(h.D.Random(4000, 30000), func(t float64) {
			h.Once(t, s, func(c *Conn) {
				c.Call(47, 19)
				c.TLS()
				c.Call(700, 400)
				c.Call(500, 2000)
				c.Limit(h.D.Exp(4000))
				c.Run(c.Timer(h.D.Random(8, 90), func() {
					for range 1 + int(h.D.Exp(15)) {
						c.Up(h.D.Int(10, 60))
						c.Wait(h.D.Exp(0.2))
						c.Down(int(h.D.Near(900, 1.6)))
					}
				}), c.Timer(h.D.Tick(30, 60), func() { c.Call(20, 20) }))
			})
		})
	}
}

func vncSession(h *Host) {
	s := h.Peer(wire.Private, 5900, 5901, 6080)
	h.Human(h.D.Random(3000, 20000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.Down(12)
			c.Call(12, 40)
			c.Limit(h.D.Exp(2500))
			c.Every(h.D.Random(0.3, 10), func() { c.Call(h.D.Int(6, 30), int(h.D.Near(700, 2))) })
		})
	})
}

// chatWebSocket is a team chat: events down, pings, sometimes a word up.
func chatWebSocket(h *Host) {
	s := h.Peer(wire.Public, 443)
	d := s.Dice(h)
	event, word, ping := d.Size(120, 900), d.Size(80, 500), d.Tick(10, 60)
	come, say := h.D.Random(4, 200), h.D.Random(60, 2000)
	h.Keep(s, d.Log(3000, 60000), h.D.Random(1, 60), func(c *Conn) {
		c.TLS()
		c.WebSocket()
		c.Down(h.D.Int(300, 9000))
		c.Run(c.Timer(ping, func() { c.Call(d.Int(2, 60), d.Int(2, 70)) }),
			c.Timer(come, func() {
				if h.D.Chance(h.Activity(c.Now)) {
					c.Down(event())
				}
			}),
			c.Timer(say, func() {
				if h.D.Chance(h.Activity(c.Now)) {
					c.Call(word(), h.D.Int(80, 300))
				}
			}))
	})
}

func xmpp(h *Host) {
	s := h.Peer(wire.Public, 5222, 443)
	d := s.Dice(h)
	ping, stanza := d.Tick(30, 240), d.Size(120, 900)
	h.Keep(s, d.Log(5000, 2e5), h.D.Random(1, 60), func(c *Conn) {
		c.Call(150, 400)
		c.TLS()
		c.Call(250, 500)
		c.Call(200, 1500)
		c.Run(c.Timer(ping, func() { c.Up(1) }), c.Timer(h.D.Random(10, 600), func() { c.Down(stanza()) }),
			c.Timer(h.D.Random(60, 2000), func() { c.Up(stanza()) }))
	})
}

// irc is a bouncer or bot in some channels.
func irc(h *Host) {
	s := h.Peer(wire.Public, 6667, 6697, 6697)
	ping := s.Dice(h).Tick(60, 180)
	h.Keep(s, 1e5, h.D.Random(5, 300), func(c *Conn) {
		if s.Port == 6697 {
			c.TLS()
		}
		c.Call(60, h.D.Int(2000, 9000))
		c.Run(c.Timer(ping, func() { c.Call(h.D.Int(15, 40), h.D.Int(25, 60)) }),
			c.Timer(h.D.Random(2, 200), func() { c.Down(h.D.Int(60, 350)) }),
			c.Timer(h.D.Random(60, 5000), func() { c.Up(h.D.Int(20, 200)) }))
	})
}

// pushNotification is a long silence with rare news.
func pushNotification(h *Host) {
	s := h.Peer(wire.Public, 5228, 5223, 443)
	d := s.Dice(h)
	h.Keep(s, 80000, h.D.Random(1, 60), func(c *Conn) {
		c.TLS()
		c.Call(h.D.Int(200, 600), h.D.Int(60, 200))
		c.Run(c.Timer(d.Tick(240, 1500), func() { c.Call(d.Int(5, 40), d.Int(5, 40)) }),
			c.Timer(h.D.Random(60, 4000), func() { c.Ring(h.D.Int(150, 2500), h.D.Int(20, 60)) }))
	})
}

func telegramBot(h *Host) {
	s := h.Peer(wire.Public, 443)
	wait, news := dice.Of(h.D, 10.0, 25, 30, 50), h.D.Random(20, 3000)
	h.Keep(s, 9000, h.D.Tick(0.5, 15), func(c *Conn) {
		c.TLS()
		next := c.Now + news()
		for c.Open() {
			c.Up(h.D.Int(180, 300))
			if next < c.Now+wait {
				c.WaitUntil(next)
				c.Down(h.D.Int(600, 1500))
				c.Call(h.D.Int(300, 900), h.D.Int(500, 900))
				next = c.Now + news()
			} else {
				c.Wait(wait)
				c.Down(h.D.Int(260, 330))
			}
		}
	})
}

func imapIdle(h *Host) {
	s := h.Peer(wire.Public, 993)
	again := h.D.Tick(120, 1740)
	h.Keep(s, 30000, h.D.Random(1, 120), func(c *Conn) {
		c.TLS()
		c.Call(60, 300)
		c.Call(40, 1500)
		c.Run(c.Timer(again, func() { c.Call(6, 60); c.Call(12, 10) }),
			c.Timer(h.D.Random(100, 3000), func() { c.Down(20); c.Call(60, int(h.D.Near(9000, 1.5))) }),
			c.Timer(h.D.Tick(110, 130), func() { c.Down(16) }))
	})
}

// jupyter is a notebook in a browser far away: the host serves.
func jupyter(h *Host) {
	for _, v := range h.Peers(h.D.Int(1, 4), wire.Public) {
		h.Human(h.D.Random(3000, 20000), func(t float64) {
			c := h.Accept(t, v, 8888)
			c.WebSocket()
			c.Limit(h.D.Exp(5000))
			c.Run(c.Timer(h.D.Tick(29, 31), func() { c.Ring(2, 2) }),
				c.Timer(h.D.Random(20, 300), func() {
					c.Call(h.D.Int(400, 3000), h.D.Int(300, 600))
					c.Wait(h.D.Exp(4))
					c.Down(int(h.D.Near(2000, 1.5)))
				}))
			c.Reset(wire.Client)
		})
	}
}

func remoteIDE(h *Host) {
	for _, v := range h.Peers(h.D.Int(1, 3), wire.Public) {
		h.Human(h.D.Random(4000, 20000), func(t float64) {
			c := h.Accept(t, v, 22)
			c.SSH()
			c.Limit(h.D.Exp(7000))
			c.Run(c.Timer(h.D.Tick(5, 20), func() { c.Call(13, 13); c.Down(13) }),
				c.Timer(h.D.Random(5, 60), func() { c.Call(int(h.D.Near(500, 1)), int(h.D.Near(800, 1.5))) }))
			c.Close(wire.Client)
		})
	}
}

// game sends positions several times a second, or turns every few seconds.
func game(h *Host) {
	s := h.Peer(wire.Public, 25565, 3724, 7171, 443)
	d := s.Dice(h)
	up, down := d.Size(12, 90), d.Size(20, 400)
	h.Human(h.D.Random(5000, 20000), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.Limit(h.D.Exp(3000))
			c.Run(c.Timer(d.Random(0.2, 5), func() { c.Down(down()) }),
				c.Timer(d.Random(0.3, 8), func() { c.Up(up()) }), c.Timer(d.Tick(10, 30), func() { c.Ring(9, 9) }))
		})
	})
}

func sipTCP(h *Host) {
	s := h.Peer(wire.Public, 5060, 5061)
	h.Keep(s, 80000, h.D.Random(5, 120), func(c *Conn) {
		if s.Port == 5061 {
			c.TLS()
		}
		c.Call(550, 480)
		c.Call(750, 520)
		c.Run(c.Timer(h.D.Tick(20, 120), func() { c.Call(4, 2) }),
			c.Timer(h.D.Tick(60, 3000), func() { c.Call(h.D.Int(650, 800), h.D.Int(450, 600)) }),
			c.Timer(h.D.Random(600, 9000), func() { c.Ring(1200, 350); c.Up(900); c.Wait(h.D.Exp(200)); c.Call(500, 400) }))
	})
}
