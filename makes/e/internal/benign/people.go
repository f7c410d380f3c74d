package benign

import "makes/e/internal/sim"

var people = []Kind{
	{"browsing", browsing, odds{"desktop": 1}},
	{"chat-websocket", chatWebsocket, odds{"desktop": 0.8, "service": 0.02}},
	{"chat-bot", chatBot, odds{"service": 0.08, "build": 0.05}},
	{"irc-client", ircClient, odds{"desktop": 0.05, "bastion": 0.15}},
	{"xmpp-client", xmppClient, odds{"desktop": 0.08, "service": 0.02, "iot": 0.04}},
	{"imap-idle", imapIdle, odds{"desktop": 0.4, "legacy": 0.05}},
	{"push-channel", pushChannel, odds{"desktop": 0.5, "iot": 0.15}},
	{"ssh-session", sshSession, odds{"bastion": 0.8, "desktop": 0.3, "build": 0.1}},
	{"ssh-served", sshServed, odds{"any": 0.12, "bastion": 0.9}},
	{"ssh-tunnel", sshTunnel, odds{"bastion": 0.5, "any": 0.03, "legacy": 0.05}},
	{"remote-desktop", remoteDesktop, odds{"desktop": 0.4, "legacy": 0.3}},
	{"video-watching", videoWatching, odds{"desktop": 0.3}},
	{"cloud-drive", cloudDrive, odds{"desktop": 0.4}},
	{"file-share", fileShare, odds{"desktop": 0.3, "legacy": 0.5}},
	{"music-stream", musicStream, odds{"desktop": 0.2}},
}

// atWork runs sittings of people in office hours (some work at night too).
func atWork(p *sim.Program, mean float64, sitting func()) {
	owl := p.Chance(0.15)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean)) {
		if owl || p.Office() {
			sitting()
		}
	}
}

func browsing(p *sim.Program) {
	atWork(p, p.Log(30, 300), func() {
		for range p.LogInt(1, 8) {
			p.Resolve()
			q := p.Fork()
			c := q.Dial(public(q, "site", 400, 443)).AnyTLS()
			for range q.LogInt(1, 15) {
				c.Ask(q.Int(200, 1800), q.LogInt(300, 500000), q.Log(0.02, 0.5))
				q.Wait(q.Log(0.02, 15))
			}
			q.Wait(q.Log(1, 120))
			end(q, c)
		}
	})
}

func chatWebsocket(p *sim.Program) {
	beat, in, typing := sim.Pick(p.Dice, 10.0, 30, 41, 45, 60), p.Log(3, 240), p.Log(20, 600)
	server := public(p, "chat", 6, 443)
	stay(p, span{10 * minute, 12 * hour}, later, func() *sim.Conn {
		c := p.Dial(server).AnyTLS().WebSocket()
		c.Ask(p.Int(300, 1500), p.LogInt(3000, 200000), 0.1)
		c.Ping(beat*p.Between(0.95, 1), sim.Client, 22+p.Int(6, 60), 22+p.Int(2, 60))
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, in, func() { c.Down(p.LogInt(60, 2500)) }),
			lively(p, typing, func() {
				if p.Office() {
					c.Ask(p.LogInt(60, 700), p.LogInt(60, 900), 0.05)
				}
			}),
		}
	})
}

func chatBot(p *sim.Program) {
	beat, in := p.Between(20, 45), p.Log(2, 600)
	stay(p, hours, soon, func() *sim.Conn {
		c := p.Dial(public(p, "chat", 6, 443)).AnyTLS().WebSocket()
		c.Down(p.Int(80, 180))
		c.Ask(p.Int(200, 400), p.LogInt(900, 40000), 0.1)
		c.Ping(beat, sim.Client, 22+p.Int(16, 32), 22+p.Int(12, 40))
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, in, func() { c.Down(p.LogInt(150, 2500)) })}
	})
}

func ircClient(p *sim.Program) {
	in, out, tls := p.Log(2, 300), p.Log(60, 3*hour), p.Chance(0.6)
	stay(p, days, later, func() *sim.Conn {
		c := perhapsTLS(p.Dial(public(p, "irc", 4, sim.Pick(p.Dice, uint16(6667), 6697))), tls)
		c.Ask(p.Int(50, 120), p.LogInt(1500, 9000), 0.5)
		c.Ping(sim.Pick(p.Dice, 90.0, 120, 180), sim.Server, p.Int(18, 50), p.Int(18, 50))
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, in, func() { c.Down(p.LogInt(60, 400)) }),
			lively(p, out, func() { c.Up(p.LogInt(20, 300)) }),
		}
	})
}

func xmppClient(p *sim.Program) {
	in, out := p.Log(5, 600), p.Log(20, 1200)
	stay(p, hours, later, func() *sim.Conn {
		c := p.Dial(either(p, 0.6, "xmpp", 3, 5222))
		c.Ask(p.Int(120, 180), p.Int(250, 600), 0.01)
		c.Ask(51, 50, 0.001)
		c.AnyTLS()
		for range p.Int(4, 8) {
			c.Ask(p.Int(80, 300), p.LogInt(60, 4000), 0.01)
		}
		c.Ping(sim.Pick(p.Dice, 30.0, 60, 60, 180), sim.Pick(p.Dice, sim.Client, sim.Server), p.Int(23, 130), p.Int(23, 120))
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, in, func() { c.Down(p.Int(150, 900)) }),
			lively(p, out, func() { c.Up(p.Int(150, 700)) }),
		}
	})
}

func imapIdle(p *sim.Program) {
	mail := p.Log(60, 3600)
	threads(p, p.Int(1, 3), func(q *sim.Program) {
		stay(q, hours, later, func() *sim.Conn {
			c := q.Dial(public(q, "imap", 5, 993)).AnyTLS()
			for range q.Int(4, 8) {
				c.Ask(q.Int(15, 90), q.Int(30, 700), 0.02)
			}
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{
				every(q, sim.Pick(q.Dice, 540.0, 1140, 1500, 1740), 0.01, func() { c.Ask(6, 25, 0.01); c.Ask(11, 12, 0.01) }),
				every(q, 120, 0.02, func() { c.Down(16) }),
				lively(q, mail, func() { c.Down(20); q.Wait(0.1); c.Ask(60, q.LogInt(900, 300000), 0.03) }),
			}
		})
	})
}

func pushChannel(p *sim.Program) {
	beat, mean := p.Between(4, 28)*minute, p.Log(2*minute, 2*hour)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(public(p, "push", 4, sim.Pick(p.Dice, uint16(5228), 5223, 443))).Keep(keepalive(p), 0).AnyTLS()
		c.Ask(p.Int(150, 600), p.Int(80, 400), 0.05)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, beat, 0.02, func() { c.Ask(p.Int(3, 12), p.Int(3, 12), 0.01) }),
			lively(p, mean, func() { c.Push(p.LogInt(150, 3500), p.Int(10, 50), 0.1) }),
		}
	})
}

// keys types and reads in a terminal until the sitting ends.
func keys(q *sim.Program, c *sim.Conn) {
	until := q.Now + q.Log(minute, 3*hour)
	for q.Now < until && q.Alive() {
		for range q.LogInt(3, 60) {
			c.Ask(1, q.LogInt(1, 30), 0.001)
			q.Wait(q.Bell(0.16, 0.7))
		}
		c.Ask(1, q.LogInt(30, 20000), q.Log(0.01, 3))
		q.Wait(q.Log(1, 600))
	}
}

func sshSession(p *sim.Program) {
	alive, outside := sim.Pick(p.Dice, 0.0, 0, 15, 30, 60), p.Between(0, 0.6)
	atWork(p, p.Log(10*minute, 3*hour), func() {
		q := p.Fork()
		c := q.Dial(either(q, outside, "shell", 20, 22)).Keep(7200, 7200).SSH()
		if alive > 0 {
			c.Ping(alive, sim.Client, 80, 36)
		}
		keys(q, c)
		end(q, c)
	})
}

func sshServed(p *sim.Program) {
	from := private(p, "bastion", 2, 0)
	if p.Public {
		from = public(p, "admin", 12, 0)
	}
	atWork(p, p.Log(20*minute, 6*hour), func() {
		q := p.Fork()
		c := q.Accept(from, 22).SSH()
		keys(q, c)
		end(q, c)
	})
}

// sshTunnel keeps a forwarding up that is used now and then.
func sshTunnel(p *sim.Program) {
	server, use, alive := public(p, "shell", 20, 22), p.Log(20, 1800), sim.Pick(p.Dice, 10.0, 15, 30, 60)
	stay(p, days, soon, func() *sim.Conn {
		c := p.Dial(server).SSH()
		c.Ping(alive, sim.Client, sim.Pick(p.Dice, 80, 96), sim.Pick(p.Dice, 36, 44))
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, use, func() {
			for range p.LogInt(1, 9) {
				c.Ask(p.LogInt(20, 900), p.LogInt(20, 6000), 0.01)
			}
		})}
	})
}

func remoteDesktop(p *sim.Program) {
	inbound := p.Role == "legacy"
	atWork(p, p.Log(20*minute, 4*hour), func() {
		q := p.Fork()
		var c *sim.Conn
		if inbound {
			c = q.Accept(private(q, "office", 10, 0), 3389)
		} else {
			c = q.Dial(private(q, "terminal", 5, 3389))
		}
		c.Ask(47, 19, 0.002)
		c.TLS(sim.TLS12)
		c.Ask(q.Int(600, 1200), q.Int(400, 900), 0.02)
		q.Loop(q.Now+q.Log(5*minute, 4*hour), sometimes(q, q.Log(0.1, 3), func() { c.Up(q.Int(10, 60)) }),
			sometimes(q, q.Log(0.2, 5), func() { c.Down(q.LogInt(60, 60000)) }))
		end(q, c)
	})
}

func videoWatching(p *sim.Program) {
	atWork(p, p.Log(20*minute, 3*hour), func() {
		q := p.Fork()
		c := q.Dial(public(q, "video", 12, 443)).AnyTLS()
		segment := q.LogInt(200_000, 4_000_000)
		q.Loop(q.Now+q.Log(minute, hour), every(q, sim.Pick(q.Dice, 2.0, 4, 5, 6), 0.2, func() { c.Ask(q.Int(500, 1500), q.Near(segment, 0.5), 0.03) }))
		end(q, c)
	})
}

func cloudDrive(p *sim.Program) {
	long := p.Fork()
	atWork(p, p.Log(5*minute, 40*minute), func() {
		c := p.Dial(public(p, "drive", 6, 443)).AnyTLS()
		c.Ask(p.LogInt(2000, 9_000_000), p.Int(300, 1200), 0.1)
		c.Close()
	})
	stay(long, hours, soon, func() *sim.Conn { return long.Dial(public(long, "drive", 6, 443)).AnyTLS() }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(long, 0.5, 0.9, func() { c.Ask(long.Int(300, 600), long.Int(150, 400), long.Between(30, 60)) })}
	})
}

func fileShare(p *sim.Program) {
	server, use := private(p, "files", 4, sim.Pick(p.Dice, uint16(445), 2049)), p.Log(10, 400)
	stay(p, days, later, func() *sim.Conn {
		c := p.Dial(server)
		for range p.Int(3, 5) {
			c.Ask(p.Int(120, 700), p.Int(120, 500), 0.003)
		}
		c.Ping(60, sim.Client, p.Int(72, 120), p.Int(72, 130))
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, use, func() {
			for range p.LogInt(2, 30) {
				c.Ask(p.Int(90, 300), p.LogInt(90, 65000), 0.001)
			}
		})}
	})
}

func musicStream(p *sim.Program) {
	atWork(p, p.Log(20*minute, 3*hour), func() {
		q := p.Fork()
		c := q.Dial(public(q, "music", 6, sim.Pick(q.Dice, uint16(443), 4070))).AnyTLS()
		q.Loop(q.Now+q.Log(10*minute, 4*hour), sometimes(q, 30, func() { c.Ask(q.Int(300, 900), q.LogInt(60_000, 700_000), 0.05) }),
			every(q, 60, 0.02, func() { c.Ask(q.Int(7, 40), q.Int(7, 40), 0.01) }))
		end(q, c)
	})
}
