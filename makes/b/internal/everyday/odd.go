package everyday

import "makes/b/internal/wire"

// vpnIdle is a TCP VPN that is up for the sake of being up.
func vpnIdle(p *wire.Proc) {
	l := to(p, p.Outside("vpn", 8), wire.Pick[uint16](p.Rand, 1194, 443, 443), wire.Plain)
	over, ping := p.Int(24, 50), wire.Pick(p.Rand, 10.0, 10, 15, 30)
	mean := p.Wide(10, 1500)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Tunnelled(&wire.Tunnel{Over: over, Inner: 52, Room: 1300, Ping: ping})
		return []wire.Duty{
			p.ByDay(mean, func() {
				c.InnerDial()
				for range p.WideInt(1, 12) {
					c.Ask(p.Size(300, 0.7), brief(p, 0.05), p.Size(1500, 1.2))
				}
				c.InnerClose()
			}),
			p.Every(3600, 0.01, c.Rekey),
		}
	})
}

// beacon calls home by HTTPS, with sleep and jitter, and seldom gets an order.
func beacon(p *wire.Proc) {
	sleep, jitter := p.Wide(5, 600), p.Between(0.02, 0.4)
	l := to(p, p.Outside("beacon", 30), wire.Pick[uint16](p.Rand, 443, 443, 8443, 80), maybeTLS(p, 0.8))
	ask, answer := p.Int(200, 900), p.Int(100, 500)
	p.Run(p.End, p.Every(sleep, jitter, func() {
		l.once(p, func(c *wire.Conn) {
			if p.Chance(0.01) {
				c.Ask(ask, 0.05, p.Size(5000, 1))
				c.Ask(p.Size(4000, 1.3), 0.05, answer)
				return
			}
			c.Ask(near(p, ask), brief(p, 0.05), answer)
		})
	}))
}

// backdoor is a remote shell on a bare connection.
func backdoor(p *wire.Proc) {
	l := to(p, p.Outside("backdoor", 30), wire.Pick(p.Rand, 4444, 8081, 1337, 443, uint16(p.Int(1024, 60000))), maybeTLS(p, 0.2))
	beat := p.Wide(10, 120)
	ask, answer := p.Int(4, 90), p.Int(4, 60)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Send(p.Int(60, 400))
		return []wire.Duty{
			p.Every(beat, 0.1, func() { c.Recv(ask); c.Send(answer) }),
			p.Randomly(p.Wide(600, 9000), func() { c.Recv(p.Int(5, 80)); c.Send(p.Size(900, 1.3)) }),
		}
	})
}

// deadService is asked for again and again, and refused.
func deadService(p *wire.Proc) {
	retry(p, wire.Refused, p.Inside("retired", 30))
}

// firewalled asks something that a firewall swallows.
func firewalled(p *wire.Proc) {
	peer := p.Outside("swallowed", 30)
	if p.Chance(0.5) {
		peer = p.Inside("swallowed", 30)
	}
	retry(p, wire.Pick(p.Rand, wire.Dropped, wire.RejectedOut, wire.RejectedReply), peer)
}

func retry(p *wire.Proc, how wire.Block, peer *wire.Peer) {
	port := wire.Pick(p.Rand, 5432, 6379, 8080, 9200, 443, 3333, 8125, uint16(p.Int(1024, 30000)))
	pause, patience := p.Wide(2, 300), wire.Pick(p.Rand, 3.0, 5, 10, 30, 130)
	growth, most := wire.Pick(p.Rand, 1, 1, 1.5, 2), p.Wide(30, 900)
	for wait := pause; p.Alive(); wait = min(max(most, pause), wait*growth) {
		p.Knock(peer, port, how, patience)
		p.Wait(p.Near(wait, 0.05))
	}
}

// flaky is a client whose server throws it out soon after each greeting.
func flaky(p *wire.Proc) {
	l := to(p, p.Outside("flaky", 20), wire.Pick[uint16](p.Rand, 443, 8883, 5671, 6697), maybeTLS(p, 0.7))
	pause := p.Wide(3, 120)
	for p.Alive() {
		c := p.Dial(l.peer, l.port, l.sec)
		c.Ask(p.Int(60, 400), 0.05, p.Int(30, 200))
		p.Wait(p.Exp(2))
		c.Abort(false)
		p.Wait(p.Near(pause, 0.1))
	}
}

// scanned is looked at by scanners; it stays unlabelled.
func scanned(p *wire.Proc) {
	mean := p.Wide(20, 600)
	p.Run(p.End, p.Randomly(mean, func() {
		from := p.Outside("scanner", 3000)
		for range p.WideInt(1, 4) {
			port := wire.Pick(p.Rand, 22, 23, 80, 443, 445, 3389, 6379, 8080, uint16(p.Int(1, 65535)))
			p.Probed(from, uint16(p.Int(1025, 65535)), port, p.Chance(0.9))
			p.Wait(p.Exp(0.5))
		}
	}))
}

// nameTCP asks name servers over TCP, as for large answers.
func nameTCP(p *wire.Proc) {
	p.Run(p.End, p.ByDay(p.Wide(30, 900), func() {
		to(p, p.Inside("resolver", 3), 53, wire.Plain).once(p, func(c *wire.Conn) {
			for range p.Int(1, 3) {
				c.Ask(p.Int(35, 90), brief(p, 0.02), p.Size(1500, 0.5))
			}
		})
	}))
}

// names asks name servers over UDP, clock asks for the time.
func names(p *wire.Proc) {
	server := p.Inside("resolver", 3)
	p.Run(p.End, p.ByDay(p.Wide(10, 200), func() {
		for range p.WideInt(1, 4) {
			p.Datagram(server, 53, p.Int(32, 70), p.Int(50, 300))
		}
	}))
}

func clock(p *wire.Proc) {
	server := p.Outside("ntp", 10)
	p.Run(p.End, p.Every(wire.Pick(p.Rand, 64.0, 128, 512, 1024), 0.01, func() { p.Datagram(server, 123, 48, 48) }))
}

// onion is a Tor client: cells of a fixed size, padding among them.
func onion(p *wire.Proc) {
	l := to(p, p.Outside("onion", 40), wire.Pick[uint16](p.Rand, 9001, 443, 9001), wire.TLS13)
	const cell = 514
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		for range p.Int(3, 6) {
			c.Ask(cell, 0.1, cell)
		}
		return []wire.Duty{
			{Gap: func() float64 { return p.Between(1.5, 9.5) }, Do: func() { c.Send(cell) }},
			{Gap: func() float64 { return p.Between(1.5, 9.5) }, Do: func() { c.Recv(cell) }},
			p.ByDay(p.Wide(60, 2000), func() { c.Ask(cell, 0.3, cell*p.WideInt(1, 100)) }),
		}
	})
}

// phone is SIP over TCP: registrations, keep-alives, a call now and then.
func phone(p *wire.Proc) {
	l := to(p, p.Outside("sip", 5), wire.Pick[uint16](p.Rand, 5060, 5061), maybeTLS(p, 0.5))
	expires := wire.Pick(p.Rand, 60.0, 300, 1800)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Every(expires, 0.05, func() { c.Ask(p.Int(500, 900), 0.02, p.Int(400, 700)) }),
			p.Every(p.Wide(15, 60), 0.02, func() { c.Ask(4, 0.01, 2) }),
			p.ByDay(3000, func() { c.Ask(p.Int(900, 1500), 0.2, p.Int(800, 1400)); c.Send(p.Int(400, 600)) }),
		}
	})
}

// volunteer computes for science: it fetches work, later reports results.
func volunteer(p *wire.Proc) {
	peer := p.Outside("science", 6)
	p.Run(p.End, p.Every(p.Wide(200, 5000), 0.4, func() {
		to(p, peer, 443, anyTLS(p)).once(p, func(c *wire.Conn) {
			c.Ask(p.Size(9000, 0.4), 0.4, p.Size(7000, 0.4))
			if p.Chance(0.5) {
				c.Ask(p.Int(300, 600), 0.1, p.Size(300000, 1))
			} else {
				c.Ask(p.Size(40000, 0.8), 0.1, 300)
			}
		})
	}))
}
