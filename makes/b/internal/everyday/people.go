package everyday

import "makes/b/internal/wire"

// chat is a team chat's client.
func chat(p *wire.Proc) {
	l := to(p, p.Outside("chat", 10), 443, anyTLS(p))
	beat, mean := wire.Pick(p.Rand, 5.0, 10, 30, 41, 60), p.Wide(8, 200)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(600, 2500), 0.1, p.Size(9000, 0.6))
		return []wire.Duty{
			p.Every(beat, 0.02, func() { c.Ask(frame(p.Int(20, 45), true), 0.02, frame(p.Int(20, 45), false)) }),
			p.ByDay(mean, func() { c.Recv(frame(p.Size(350, 0.8), false)) }),
			p.ByDay(mean*3, func() { c.Ask(frame(p.Size(250, 0.5), true), 0.08, frame(p.Size(200, 0.3), false)) }),
		}
	})
}

// irc is plain lines and pings.
func irc(p *wire.Proc) {
	sec := maybeTLS(p, 0.6)
	port := uint16(6667)
	if sec != wire.Plain {
		port = 6697
	}
	l := to(p, p.Outside("irc", 6), port, sec)
	ping, mean := p.Wide(60, 240), p.Wide(3, 600)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(60, 110), 0.2, p.Size(4000, 0.3))
		return []wire.Duty{
			p.Every(ping, 0.02, func() { c.Ask(p.Int(16, 40), 0.001, p.Int(40, 80)) }),
			p.ByDay(mean, func() { c.Recv(p.Size(115, 0.4)) }),
			p.ByDay(mean*8, func() { c.Send(p.Size(70, 0.5)) }),
		}
	})
}

// xmpp is stanzas, white space pings and presence.
func xmpp(p *wire.Proc) {
	l := to(p, p.Outside("xmpp", 5), wire.Pick[uint16](p.Rand, 5222, 5222, 5223), anyTLS(p))
	ping, mean := p.Wide(30, 300), p.Wide(20, 900)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		for range p.Int(4, 7) {
			c.Ask(p.Int(90, 350), 0.03, p.Int(100, 900))
		}
		return []wire.Duty{
			p.Every(ping, 0.02, func() { c.Ask(p.Int(1, 110), 0.01, p.Int(60, 110)) }),
			p.ByDay(mean, func() { c.Recv(p.Size(300, 0.5)) }),
			p.ByDay(mean*4, func() { c.Send(p.Size(260, 0.5)) }),
		}
	})
}

// mailIdle is IMAP IDLE.
func mailIdle(p *wire.Proc) {
	l := to(p, p.Outside("imap", 8), 993, anyTLS(p))
	l.life = p.Wide(1700, 24*3600)
	again, mean := p.Wide(60, 1740), p.Wide(200, 3000)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		for range p.Int(4, 8) {
			c.Ask(p.Int(15, 90), 0.05, p.Size(250, 0.7))
		}
		return []wire.Duty{
			p.Every(again, 0.02, func() { c.Ask(6, 0.03, p.Int(30, 60)); c.Ask(p.Int(11, 16), 0.03, 10) }),
			p.Every(p.Wide(60, 300), 0.02, func() { c.Recv(p.Int(14, 20)) }),
			p.ByDay(mean, func() {
				c.Recv(p.Int(20, 50))
				c.Ask(p.Int(40, 100), 0.05, p.Size(20000, 1.2))
			}),
		}
	})
}

// mailServer takes mail and passes mail on.
func mailServer(p *wire.Proc) {
	mean := p.Wide(20, 300)
	talk := func(c *wire.Conn, size float64) {
		c.Recv(p.Int(40, 100))
		c.Ask(p.Int(15, 40), 0.02, p.Int(120, 260))
		c.Ask(p.Int(30, 60), 0.05, p.Int(14, 60))
		c.Ask(p.Int(30, 60), 0.1, p.Int(14, 60))
		c.Ask(6, 0.02, 37)
		c.Ask(p.Size(size, 1.3), p.Exp(0.5), p.Int(30, 90))
		c.Ask(6, 0.01, p.Int(15, 50))
		c.Hangup()
	}
	p.Run(p.End,
		p.ByDay(mean, func() { talk(p.Accept(p.Outside("mailsender", 300), 25, maybeTLS(p, 0.8)), 25000) }),
		p.ByDay(mean*2, func() { talk(p.Dial(p.Outside("mx", 200), 25, maybeTLS(p, 0.8)), 25000) }))
}

// shell is someone typing over SSH, with pauses.
func shell(p *wire.Proc) {
	inbound := p.Chance(0.5)
	alive := wire.Pick(p.Rand, 0.0, 15, 30, 60, 240)
	for p.Alive() {
		p.Idle(p.Wide(600, 9000))
		var c *wire.Conn
		if inbound {
			c = p.Accept(p.Outside("admin", 30), 22, wire.Plain)
		} else {
			c = p.Dial(p.Inside("sshd", 40), 22, wire.Plain)
		}
		sshHello(p, c)
		duties := []wire.Duty{p.Randomly(p.Wide(5, 200), func() {
			for range p.WideInt(3, 40) {
				c.Ask(36, 0.001, 36)
				p.Wait(p.Exp(0.25))
			}
			c.Recv(p.Size(700, 1.4))
		})}
		if alive > 0 {
			duties = append(duties, p.Every(alive, 0.01, func() { c.Recv(p.Int(52, 76)); c.Send(p.Int(28, 44)) }))
		}
		p.Run(p.Now+p.Exp(p.Wide(600, 4*3600)), duties...)
		part(p, c)
	}
}

func sshHello(p *wire.Proc, c *wire.Conn) {
	c.Send(p.Int(21, 42))
	c.Recv(p.Int(21, 42))
	c.Ask(p.Int(1000, 1600), 0.002, p.Int(900, 1200))
	c.Ask(p.WideInt(48, 1300), 0.004, p.WideInt(450, 1700))
	c.Ask(p.Int(60, 90), 0.02, p.Int(44, 64))
	c.Ask(p.Int(370, 700), 0.03, p.Int(28, 64))
	c.Ask(p.Int(120, 500), 0.02, p.Int(400, 1200))
}

// sshTunnel carries a forwarded port with little on it.
func sshTunnel(p *wire.Proc) {
	l := to(p, p.Outside("jump", 12), wire.Pick[uint16](p.Rand, 22, 22, 2222, 443), wire.Plain)
	beat, mean := wire.Pick(p.Rand, 10.0, 15, 30, 60), p.Wide(10, 900)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		sshHello(p, c)
		return []wire.Duty{
			p.Every(beat, 0.005, func() { c.Ask(p.Int(28, 76), 0.001, p.Int(28, 44)) }),
			p.ByDay(mean, func() { c.Ask(36+p.Size(250, 0.7), brief(p, 0.02), 36+p.Size(900, 1)) }),
		}
	})
}

// remoteDesktop is RDP: little up, much down while someone works.
func remoteDesktop(p *wire.Proc) {
	for p.Alive() {
		p.Idle(p.Wide(900, 6000))
		c := p.Accept(p.Outside("homeoffice", 60), 3389, wire.TLS12)
		for range p.Int(6, 10) {
			c.Ask(p.WideInt(20, 600), 0.01, p.WideInt(20, 1500))
		}
		p.Run(p.Now+p.Exp(5000),
			p.Randomly(p.Wide(0.3, 4), func() { c.Send(p.Int(12, 60)) }),
			p.Randomly(p.Wide(0.3, 4), func() { c.Recv(p.Size(1500, 1.4)) }))
		part(p, c)
	}
}

// remoteHelp is a remote support agent, waiting at its relay.
func remoteHelp(p *wire.Proc) {
	l := to(p, p.Outside("support", 8), wire.Pick[uint16](p.Rand, 5938, 443, 7070, 80), maybeTLS(p, 0.5))
	beat := p.Wide(10, 60)
	ask, answer := p.Int(10, 80), p.Int(10, 80)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(200, 900), 0.05, p.Int(200, 900))
		return []wire.Duty{
			p.Every(beat, 0.02, func() { c.Ask(ask, 0.01, answer) }),
			p.Every(beat*7, 0.1, func() { c.Ask(p.Int(60, 300), 0.02, p.Int(60, 400)) }),
		}
	})
}

// push waits for notifications.
func push(p *wire.Proc) {
	l := to(p, p.Outside("push", 8), wire.Pick[uint16](p.Rand, 5228, 5223, 443), anyTLS(p))
	beat, mean := p.Wide(60, 900), p.Wide(60, 3000)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(250, 900), 0.05, p.Int(60, 300))
		return []wire.Duty{
			p.Every(beat, 0.02, func() { c.Ask(p.Int(2, 30), 0.01, p.Int(2, 30)) }),
			p.ByDay(mean, func() { c.Recv(p.Size(450, 0.6)); c.Send(p.Int(10, 50)) }),
		}
	})
}

// gameClient plays, or rather stands about in, a game over TCP.
func gameClient(p *wire.Proc) {
	l := to(p, p.Outside("game", 6), wire.Pick[uint16](p.Rand, 25565, 3724, 7171, 8080), wire.Plain)
	l.life, l.gap = p.Wide(1800, 20*3600), p.Wide(300, 9000)
	keep, move := p.Wide(10, 30), p.Wide(0.5, 20)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(30, 200), 0.02, p.Size(60000, 0.7))
		return []wire.Duty{
			p.Every(keep, 0.005, func() { c.Recv(10); c.Send(10) }),
			p.Randomly(move, func() { c.Send(p.Int(10, 40)) }),
			p.Randomly(move, func() { c.Recv(p.Size(160, 0.9)) }),
		}
	})
}
