package everyday

import "makes/b/internal/wire"

// bitcoinNode is a node that does not mine: transactions, blocks, pings.
func bitcoinNode(p *wire.Proc) {
	several(p, p.Int(6, 10), func(q *wire.Proc) {
		for q.Alive() {
			peer := q.Outside("bitcoin", 500)
			l := to(q, peer, 8333, wire.Plain)
			l.life = q.Wide(600, 100*3600)
			mean := q.Wide(2, 10)
			l.once(q, func(c *wire.Conn) {
				c.Ask(q.Int(120, 130), 0.05, q.Int(120, 130))
				c.Ask(24, 0.01, 24)
				q.Run(q.Now+q.Exp(l.life),
					q.Every(120, 0.01, func() { c.Ask(32, 0.001, 32) }),
					q.Randomly(mean, func() { c.Recv(25 + 36*q.WideInt(1, 35)) }),
					q.Randomly(mean, func() { c.Send(25 + 36*q.WideInt(1, 35)) }),
					q.Randomly(mean*4, func() { c.Ask(25+36*q.Int(1, 6), 0.02, q.Size(900, 0.9)) }),
					q.Randomly(600, func() { c.Recv(q.Size(15000, 0.3)) }))
			})
		}
	})
}

// ethereumNode gossips with peers over encrypted frames.
func ethereumNode(p *wire.Proc) {
	several(p, p.Int(4, 7), func(q *wire.Proc) {
		for q.Alive() {
			l := to(q, q.Outside("ethereum", 500), wire.Pick[uint16](q.Rand, 30303, 30303, 30304), wire.Plain)
			l.life = q.Wide(60, 20*3600)
			mean := q.Wide(0.7, 6)
			l.once(q, func(c *wire.Conn) {
				c.Ask(q.Int(300, 560), 0.03, q.Int(300, 520))
				c.Ask(q.Int(140, 240), 0.01, q.Int(140, 240))
				q.Run(q.Now+q.Exp(l.life),
					q.Every(15, 0.02, func() { c.Ask(48, 0.001, 48) }),
					q.Randomly(mean, func() { c.Recv(64 + 16*q.WideInt(2, 150)) }),
					q.Randomly(mean*1.5, func() { c.Send(64 + 16*q.WideInt(2, 150)) }),
					q.Randomly(mean*4, func() { c.Ask(96, 0.02, q.Size(2500, 0.9)) }))
			})
		}
	})
}

// rpcClient asks a chain's RPC service, for balances and blocks, not for work.
func rpcClient(p *wire.Proc) {
	peer, sec, port := p.Outside("rpc", 12), anyTLS(p), uint16(443)
	if p.Chance(0.4) {
		peer, sec, port = p.Inside("chainnode", 4), wire.Plain, wire.Pick[uint16](p.Rand, 8545, 8332, 18081, 26657)
	}
	l := to(p, peer, port, sec)
	period, call := p.Wide(0.8, 30), p.Wide(5, 300)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Every(period, 0.03, func() { c.Ask(p.Int(200, 330), brief(p, 0.02), p.Int(150, 320)) }),
			p.Randomly(call, func() { c.Ask(p.Size(420, 0.4), brief(p, 0.05), p.Size(2500, 1.2)) }),
		}
	})
}

// walletServer is Electrum: JSON lines over TLS, headers pushed, pings.
func walletServer(p *wire.Proc) {
	sec := maybeTLS(p, 0.8)
	port := uint16(50001)
	if sec != wire.Plain {
		port = 50002
	}
	l := to(p, p.Outside("electrum", 20), port, sec)
	ping, addresses := p.Wide(45, 300), p.WideInt(5, 200)
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		c.Ask(p.Int(80, 110), 0.05, p.Int(60, 90))
		c.Ask(p.Int(60, 70), 0.05, p.Int(230, 300))
		for range addresses {
			c.Ask(p.Int(125, 140), 0.02, p.Int(45, 110))
		}
		return []wire.Duty{
			p.Every(ping, 0.02, func() { c.Ask(p.Int(55, 65), 0.005, p.Int(38, 48)) }),
			p.Randomly(600, func() { c.Recv(p.Int(255, 275)) }),
			p.ByDay(p.Wide(60, 3000), func() { c.Ask(p.Int(120, 150), 0.05, p.Size(700, 0.9)) }),
			p.Randomly(5000, func() { c.Recv(p.Int(180, 210)) }),
		}
	})
}

// validator is a stake validator's client at its beacon node.
func validator(p *wire.Proc) {
	l := to(p, p.Inside("beaconnode", 4), wire.Pick[uint16](p.Rand, 5052, 4000, 3500), wire.Plain)
	const slot = 12
	l.hold(p, func(c *wire.Conn) []wire.Duty {
		return []wire.Duty{
			p.Every(slot, 0.002, func() { c.Ask(p.Int(180, 300), 0.01, p.Int(200, 500)) }),
			p.Every(32*slot, 0.01, func() {
				c.Ask(p.Int(180, 260), 0.02, p.Int(400, 620)) // attestation data
				c.Ask(p.Int(700, 900), 0.02, p.Int(90, 150))
				c.Ask(p.Int(250, 500), 0.02, p.Size(1800, 0.3))
			}),
		}
	})
}

// lightningPeer gossips about payment channels and pays now and then.
func lightningPeer(p *wire.Proc) {
	several(p, p.Int(2, 6), func(q *wire.Proc) {
		to(q, q.Outside("lightning", 60), 9735, wire.Plain).hold(q, func(c *wire.Conn) []wire.Duty {
			c.Ask(50, 0.05, 50)
			c.Send(66)
			return []wire.Duty{
				q.Every(q.Between(25, 65), 0.1, func() { c.Ask(q.Int(38, 60), 0.01, q.Int(38, 60)) }),
				q.Randomly(q.Wide(2, 60), func() { c.Recv(q.Int(150, 470)) }),
				q.ByDay(q.Wide(60, 2000), func() { c.Ask(q.Int(1480, 1520), 0.1, q.Int(130, 330)) }),
			}
		})
	})
}
