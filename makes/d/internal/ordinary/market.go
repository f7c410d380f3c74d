package ordinary

import (
	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// ticker is a price feed: quiet and hurried stretches follow each other.
func ticker(p *Prog) {
	quiet, size := p.Scale(0.5, 15), p.Size(90, 700)
	p.Keep(p.Service(0.1), p.Port(443, 9443), p.Crypt(0.95), p.Scale(7000, 86400), func(c *conn) {
		c.Ask(p.Int(300, 600), p.Int(150, 300), 0.02)
		c.Ask(p.Int(60, 400), p.Size(100, 4000), 0.02)
		pace := quiet
		c.Live(
			&habit{Gap: func() float64 { return p.Exp(pace) }, Do: func() { c.Down(p.Bytes(size, 0.3)) }},
			&habit{Gap: p.Random(2500), Do: func() { pace = p.Around(quiet, 1) + 0.1 }},
			&habit{Gap: p.Every(p.Scale(15, 180), 0.01), Do: func() { c.Call(p.Int(2, 30), p.Int(6, 34), 0.001) }})
	})
}

// fix is a FIX session: heartbeats both ways, orders with their reports.
func fix(p *Prog) {
	beat := dice.Pick(p.Dice, 10.0, 30, 30, 60)
	order := p.Size(150, 320)
	p.Keep(p.Service(0.5), p.Port(9880, 5001, 4001), p.Crypt(0.4), 80000, func(c *conn) {
		c.Ask(p.Int(90, 160), p.Int(90, 160), 0.01)
		c.Live(
			&habit{Gap: p.Every(beat, 0.01), Do: func() { c.Up(p.Int(70, 100)) }},
			&habit{Gap: p.Every(beat, 0.01), Do: func() { c.Down(p.Int(70, 100)) }},
			&habit{Gap: p.Often(p.Scale(3, 400)), Do: func() {
				c.Ask(p.Bytes(order, 0.1), p.Bytes(order+70, 0.1), 0.005)
				if p.Chance(0.6) && c.Wait(p.Tail(0.1, 300, 0.5)) {
					c.Down(p.Bytes(order+90, 0.1))
				}
			}})
	})
}

// quoter answers calls for prices: the acceptor sends a request of some
// hundred bytes to all, the program bids if it wants, and is told the outcome.
func quoter(p *Prog) {
	size, eager := p.Size(200, 1500), p.Between(0.1, 0.9)
	p.Keep(p.Service(0.4), p.Port(443, 7001), p.Crypt(0.6), p.Scale(10000, 200000), func(c *conn) {
		c.Ask(p.Int(150, 500), p.Int(100, 900), 0.02)
		c.Live(&habit{Gap: p.Often(p.Scale(2, 60)), Do: func() {
			c.Down(p.Bytes(size, 0.2))
			if p.Chance(eager) && c.Wait(p.Exp(0.2)) {
				c.Ask(p.Bytes(180, 0.1), p.Int(40, 120), p.Exp(0.3))
			}
		}})
	})
}

// bitcoinNode is a node of the peer-to-peer network that does not mine.
func bitcoinNode(p *Prog) {
	port := dice.Pick(p.Dice, 8333, 8333, 9333, 22556, p.Int(8000, 29000))
	talk := func(c *conn, q *Prog) {
		c.Ask(126, 150, 0.01)
		c.Ask(24, 24, 0.01)
		c.Limit(q.Tail(300, 400000, 0.6))
		c.Live(
			&habit{Gap: q.Every(120, 0.05), Do: func() { c.Ask(32, 32, 0.01) }},
			&habit{Gap: q.Every(120, 0.1), Do: func() { c.Call(32, 32, 0.01) }},
			&habit{Gap: q.Random(q.Scale(2, 20)), Do: func() { c.Up(61 + 36*q.Rank(20)) }},
			&habit{Gap: q.Random(q.Scale(2, 20)), Do: func() {
				c.Down(61 + 36*q.Rank(20))
				if q.Chance(0.2) {
					c.Ask(61, q.Bytes(420, 0.6), 0.05)
				}
			}},
			&habit{Gap: q.Random(600 * q.Scale(1, 8)), Do: func() { c.Ask(61, q.Size(6000, 1800000), 0.1) }})
	}
	p.Fork(p.Int(3, 9), func(q *Prog) {
		peers := q.Crowd(15, false, 0.2)
		for {
			if c := q.Dial(peers(), port); c != nil {
				talk(c, q)
			}
			q.Sleep(q.Tail(1, 600, 0.6))
		}
	})
	p.Serve(port, 0, p.Random(p.Scale(300, 4000)), p.Crowd(20, false, 0.5), func(c *conn) { talk(c, p) })
}

// ethNode gossips in encrypted frames of some tens to hundreds of bytes.
func ethNode(p *Prog) {
	port := dice.Pick(p.Dice, 30303, 30303, 26656, 9000, 30333)
	p.Fork(p.Int(3, 8), func(q *Prog) {
		peers := q.Crowd(12, false, 0.3)
		for {
			if c := q.Dial(peers(), port); c != nil && c.Ask(q.Int(380, 560), q.Int(380, 560), 0.05) {
				c.Limit(q.Tail(60, 90000, 0.6))
				c.Live(
					&habit{Gap: q.Every(15, 0.02), Do: func() { c.Ask(32, 32, 0.01) }},
					&habit{Gap: q.Random(q.Scale(2, 15)), Do: func() { c.Up(q.Bytes(180, 0.7)) }},
					&habit{Gap: q.Random(q.Scale(1, 10)), Do: func() { c.Down(q.Bytes(240, 0.9)) }},
					&habit{Gap: q.Every(q.Scale(12, 200), 0.05), Do: func() { c.Down(q.Bytes(40000, 0.8)) }})
			}
			q.Sleep(q.Tail(1, 300, 0.7))
		}
	})
}

// chainRPC is a wallet or indexer asking a node: the height every few
// seconds, and more when there is a new block.
func chainRPC(p *Prog) {
	period, block := p.Scale(1, 60), p.Scale(12, 600)
	head, reply := p.Int(180, 520), p.Int(140, 420)
	p.Keep(p.Service(0.5), p.Port(8545, 8332, 18081, 443, 8899), p.Crypt(0.5), p.Scale(600, 80000), func(c *conn) {
		c.Live(
			&habit{Gap: p.Every(period, 0.02), Do: func() { c.Ask(p.Int(head, head+3), p.Int(reply, reply+6), p.Exp(0.01)) }},
			&habit{Gap: p.Random(block), Do: func() { c.Ask(head+40, p.Bytes(9000, 1.3), p.Exp(0.1)) }})
	})
}

// chainEvents subscribes to new heads and to some contracts.
func chainEvents(p *Prog) {
	block := p.Scale(0.4, 15)
	p.Keep(p.Service(0.3), p.Port(443, 8546, 8900), p.Crypt(0.7), p.Scale(2000, 80000), func(c *conn) {
		c.Ask(p.Int(300, 600), p.Int(150, 300), 0.02)
		c.Ask(p.Int(70, 130), p.Int(60, 110), 0.02)
		c.Live(
			&habit{Gap: p.Every(block, 0.1), Do: func() { c.Down(p.Bytes(900, 0.2)) }},
			&habit{Gap: p.Random(block * p.Scale(1, 40)), Do: func() { c.Down(p.Bytes(600, 0.5)) }},
			&habit{Gap: p.Random(p.Scale(10, 900)), Do: func() { c.Ask(p.Bytes(250, 0.5), p.Bytes(120, 0.2), 0.03) }},
			&habit{Gap: p.Every(p.Scale(15, 60), 0), Do: func() { c.Ask(6, 2, 0) }})
	})
}

// electrum is a wallet: JSON lines, as in Stratum, with headers pushed.
func electrum(p *Prog) {
	p.Keep(p.Service(0.1), p.Port(50002, 50001), p.Crypt(0.8), 100000, func(c *conn) {
		for range p.Int(3, 40) {
			c.Ask(p.Int(70, 150), p.Int(80, 400), 0.02)
		}
		c.Live(
			&habit{Gap: p.Every(p.Scale(50, 300), 0.05), Do: func() { c.Ask(p.Int(50, 62), p.Int(38, 46), 0.01) }},
			&habit{Gap: p.Random(600), Do: func() { c.Down(p.Int(255, 270)) }},
			&habit{Gap: p.Random(p.Scale(60, 4000)), Do: func() {
				c.Down(p.Int(190, 210))
				c.Ask(p.Int(140, 160), p.Bytes(700, 0.8), 0.03)
			}})
	})
}

// lightning is a payment channel node: pings and short bursts of updates.
func lightning(p *Prog) {
	p.Fork(p.Int(2, 6), func(q *Prog) {
		q.Keep(q.Service(0), 9735, 0, 0, func(c *conn) {
			c.Ask(50, 50, 0.02)
			c.Ask(66+q.Int(60, 120), q.Int(60, 160), 0.02)
			c.Live(
				&habit{Gap: q.Every(60, 0.3), Do: func() { c.Ask(q.Int(42, 60), q.Int(42, 60), 0.01) }},
				&habit{Gap: q.Random(q.Scale(5, 90)), Do: func() { c.Down(q.Bytes(330, 0.7)) }},
				&habit{Gap: q.Often(q.Scale(60, 2000)), Do: func() {
					for range q.Int(2, 6) {
						c.Ask(q.Bytes(200, 0.5), q.Bytes(200, 0.5), 0.05)
					}
				}})
		})
	})
}

// validator asks its consensus node for duties in every slot.
func validator(p *Prog) {
	slot := dice.Pick(p.Dice, 12.0, 12, 6, 5)
	duties := p.Int(1, 5)
	p.Keep(p.Service(0.9), p.Port(5052, 3500, 4000), p.Crypt(0.2), 0, func(c *conn) {
		c.Live(
			&habit{Gap: p.Every(slot, 0.003), Do: func() {
				for range duties {
					c.Ask(p.Int(150, 420), p.Bytes(500, 0.4), 0.01)
				}
			}},
			&habit{Gap: p.Every(slot*32, 0.01), Do: func() { c.Ask(p.Int(300, 2000), p.Bytes(6000, 0.7), 0.05) }})
	})
}

// poolWatch reads the web page of a mining pool, and does not mine.
func poolWatch(p *Prog) {
	answer := p.Size(400, 6000)
	p.Poll(p.Service(0), 443, 13, p.Every(p.Scale(10, 600), 0.05), func(c *conn) {
		c.Ask(p.Int(160, 420), p.Bytes(answer, 0.05), p.Around(0.1, 0.5))
	})
}

// share keeps in touch with peers it swaps pieces of files with.
func share(p *Prog) {
	peers := make([]*netsim.Peer, p.Int(2, 6))
	for i := range peers {
		peers[i] = p.Places.Server(false)
	}
	for _, peer := range peers {
		p.Fork(1, func(q *Prog) {
			q.Keep(peer, q.Port(4001, 6881, 8443), q.Crypt(0.5), q.Scale(400, 30000), func(c *conn) {
				c.Ask(68+q.Int(0, 60), 68+q.Int(0, 60), 0.05)
				c.Live(
					&habit{Gap: q.Random(q.Scale(5, 120)), Do: func() { c.Up(q.Int(5, 17)) }},
					&habit{Gap: q.Random(q.Scale(5, 120)), Do: func() { c.Down(q.Int(5, 17)) }},
					&habit{Gap: q.Often(q.Scale(100, 3000)), Do: func() { c.Ask(q.Int(17, 300), int(q.Tail(16384, 4e6, 0.9)), 0.1) }})
			})
		})
	}
}
