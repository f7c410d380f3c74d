package benign

import "makes/e/internal/sim"

// Programs of blockchains that do not mine.
var chains = []Kind{
	{"bitcoin-node", bitcoinNode, odds{"chain": 0.5}},
	{"ethereum-node", ethereumNode, odds{"chain": 0.3}},
	{"monero-node", moneroNode, odds{"chain": 0.2}},
	{"eth-rpc-poller", ethPoller, odds{"chain": 0.5, "service": 0.04}},
	{"eth-subscription", ethSubscription, odds{"chain": 0.3, "service": 0.02}},
	{"wallet-refresh", walletRefresh, odds{"chain": 0.3, "desktop": 0.03, "service": 0.01}},
	{"electrum-wallet", electrumWallet, odds{"chain": 0.3, "desktop": 0.04}},
	{"lightning-node", lightningNode, odds{"chain": 0.25}},
	{"bitcoin-rpc", bitcoinRPC, odds{"chain": 0.4, "service": 0.01}},
	{"staking-validator", stakingValidator, odds{"chain": 0.25}},
	{"block-explorer", blockExplorer, odds{"chain": 0.2, "pipeline": 0.02}},
}

// gossip is a peer of a chain's network: announcements, pings, blocks.
func gossip(p *sim.Program, port uint16, peers int, coin string, blockTime float64, announce span, small int, block [2]int, beat float64) {
	blocks := p.World.Blocks(coin, blockTime)
	threads(p, peers, func(q *sim.Program) {
		mean := announce.draw(q)
		mine := q.Chance(0.3) // this one is first to give us a block
		stay(q, span{3 * minute, 2 * day}, later, func() *sim.Conn {
			peer, inbound := q.World.Public(port), q.Public && q.Chance(0.5)
			var c *sim.Conn
			if inbound {
				c = q.Accept(peer, port)
			} else {
				c = q.Dial(peer)
			}
			c.Ask(q.Int(110, 500), q.Int(110, 500), 0.01)
			c.Ask(q.Int(24, 200), q.LogInt(24, 30000), 0.01)
			c.Ping(beat, sim.Client, q.Int(32, 60), q.Int(32, 60))
			c.Ping(beat, sim.Server, q.Int(32, 60), q.Int(32, 60))
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{
				sometimes(q, mean, func() { c.Down(24 + small*q.LogInt(1, 30)) }),
				sometimes(q, mean, func() { c.Up(24 + small*q.LogInt(1, 30)) }),
				sometimes(q, mean*2, func() { c.Ask(24+small*q.LogInt(1, 9), q.LogInt(200, 9000), 0.02) }),
				at(q, blocks, func() {
					if mine {
						c.Ask(q.Int(61, 120), q.LogInt(block[0], block[1]), 0.01)
					} else {
						c.Down(q.Int(61, 420))
					}
				}),
			}
		})
	})
}

func bitcoinNode(p *sim.Program) {
	gossip(p, 8333, p.Int(8, 22), "bitcoin", 600, span{1, 8}, 36, [2]int{9000, 1_800_000}, 120)
}

func ethereumNode(p *sim.Program) {
	gossip(p, 30303, p.Int(8, 30), "ethereum", 12, span{0.5, 10}, 34, [2]int{2000, 160_000}, 15)
}

func moneroNode(p *sim.Program) {
	gossip(p, 18080, p.Int(8, 20), "monero", 120, span{3, 60}, 32, [2]int{400, 90_000}, 60)
}

func ethPoller(p *sim.Program) {
	period, size := sim.Pick(p.Dice, 0.5, 1, 2, 4, 4, 12), p.LogInt(400, 90000)
	server, kept := either(p, 0.6, "eth-rpc", 5, sim.Pick(p.Dice, uint16(8545), 443)), p.Chance(0.8)
	number := func(c *sim.Conn) {
		c.Ask(p.Near(230, 0.05), p.Near(190, 0.05), p.Log(0.002, 0.1))
		if p.Chance(period / 12) {
			c.Ask(p.Near(270, 0.1), p.Near(size, 0.8), 0.02)
		}
	}
	if !kept {
		poll(p, period*4, 0.05, func() {
			c := perhapsTLS(p.Dial(server), server.Port == 443)
			number(c)
			c.Close()
		})
		return
	}
	stay(p, hours, soon, func() *sim.Conn { return perhapsTLS(p.Dial(server).Keep(keepalive(p), 0), server.Port == 443) },
		func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{every(p, period, 0.05, func() { number(c) })}
		})
}

func ethSubscription(p *sim.Program) {
	logs := p.Log(1, 200)
	blocks := p.World.Blocks("ethereum", 12)
	stay(p, hours, soon, func() *sim.Conn {
		c := p.Dial(public(p, "eth-rpc", 5, 443)).AnyTLS().WebSocket()
		c.Ask(p.Int(70, 300), p.Int(70, 90), 0.02)
		c.Ping(sim.Pick(p.Dice, 15.0, 30, 60), sim.Client, 28, 24)
		return c
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			at(p, blocks, func() { c.Down(p.Near(1700, 0.1)) }),
			sometimes(p, logs, func() { c.Down(p.Int(600, 1300)) }),
		}
	})
}

// walletRefresh asks a Monero node for its height and new blocks.
func walletRefresh(p *sim.Program) {
	period, server := sim.Pick(p.Dice, 10.0, 20, 30, 90), either(p, 0.6, "monero-rpc", 4, sim.Pick(p.Dice, uint16(18081), 18089))
	stay(p, span{10 * minute, day}, later, func() *sim.Conn { return perhapsTLS(p.Dial(server), p.Chance(0.5)) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(p, period, 0.1, func() {
			c.Ask(p.Near(190, 0.1), p.Near(900, 0.1), p.Log(0.002, 0.2))
			if p.Chance(period / 120) {
				c.Ask(p.LogInt(300, 1500), p.LogInt(3000, 200000), 0.05)
			}
		})}
	})
}

// electrumWallet speaks line-wise JSON-RPC, much as Stratum does.
func electrumWallet(p *sim.Program) {
	tls, mean := p.Chance(0.8), p.Log(60, 3600)
	blocks := p.World.Blocks("bitcoin", 600)
	threads(p, p.Int(1, 8), func(q *sim.Program) {
		server := public(q, "electrum", 20, sim.Pick(q.Dice, uint16(50001), 50002))
		stay(q, hours, later, func() *sim.Conn {
			c := perhapsTLS(q.Dial(server), tls)
			c.Ask(q.Int(90, 110), q.Int(60, 90), 0.02)
			c.Ask(q.Int(60, 75), q.Int(220, 260), 0.02)
			for range q.LogInt(1, 60) {
				c.Up(135)
			}
			q.Wait(0.2)
			c.Down(q.LogInt(60, 6000))
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{
				every(q, sim.Pick(q.Dice, 60.0, 60, 300), 0.02, func() { c.Ask(q.Int(54, 60), q.Int(38, 44), 0.002) }),
				at(q, blocks, func() { c.Down(q.Int(235, 260)) }),
				sometimes(q, mean, func() { c.Down(q.Int(180, 230)); c.Ask(q.Int(130, 150), q.LogInt(90, 4000), 0.02) }),
			}
		})
	})
}

func lightningNode(p *sim.Program) {
	threads(p, p.Int(3, 14), func(q *sim.Program) {
		peer, talk := q.World.Public(9735), q.Log(2, 120)
		stay(q, days, later, func() *sim.Conn {
			c := q.Dial(peer)
			c.Ask(50, 50, 0.01)
			c.Up(66)
			c.Ping(sim.Pick(q.Dice, 30.0, 60), sim.Client, 18+16+q.Int(6, 60), 18+16+q.Int(4, 60))
			return c
		}, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{
				sometimes(q, talk, func() { c.Down(34 + q.Int(130, 450)) }),
				sometimes(q, talk*1.5, func() { c.Up(34 + q.Int(130, 450)) }),
			}
		})
	})
}

func bitcoinRPC(p *sim.Program) {
	period := sim.Pick(p.Dice, 1.0, 5, 10, 30, 60)
	server, up := private(p, "bitcoin-rpc", 3, 8332), p.Int(230, 330)
	poll(p, period, 0.1, func() {
		c := p.Dial(server)
		for range p.LogInt(1, 4) {
			c.Ask(p.Near(up, 0.1), p.LogInt(120, 6000), p.Log(0.001, 0.1))
		}
		c.Close()
	})
}

func stakingValidator(p *sim.Program) {
	threads(p, p.Int(1, 2), func(q *sim.Program) {
		node := private(q, "beacon-node", 3, 5052)
		stay(q, hours, soon, func() *sim.Conn { return q.Dial(node).Keep(15, 0) }, func(c *sim.Conn) []*sim.Timer {
			return []*sim.Timer{
				every(q, 12, 0.02, func() {
					c.Ask(q.Int(180, 260), q.Int(300, 700), 0.02)
					c.Ask(q.Int(600, 1100), q.Int(110, 180), 0.02)
				}),
				every(q, 384, 0.01, func() { c.Ask(q.Int(200, 500), q.LogInt(600, 9000), 0.05) }),
			}
		})
	})
}

func blockExplorer(p *sim.Program) {
	node, blocks := private(p, "eth-node", 3, 8545), p.World.Blocks("ethereum", 12)
	stay(p, hours, soon, func() *sim.Conn { return p.Dial(node).Keep(15, 0) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{at(p, blocks, func() {
			c.Ask(280, p.LogInt(60_000, 400_000), 0.05)
			for range p.LogInt(1, 9) {
				c.Ask(p.Int(300, 9000), p.LogInt(900, 300_000), 0.05)
			}
		})}
	})
}
