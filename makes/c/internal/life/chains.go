package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var chains = []Kind{
	{"bitcoin-node", bitcoinNode},
	{"ethereum-node", ethereumNode},
	{"monero-node", moneroNode},
	{"ethereum-rpc", ethereumRPC},
	{"bitcoin-rpc", bitcoinRPC},
	{"electrum-wallet", electrumWallet},
	{"lightning-node", lightningNode},
	{"monero-wallet", moneroWallet},
}

// bitcoinNode talks to peers: inventories, transactions, blocks, pings.
func bitcoinNode(h *Host) {
	blocks := h.World.Blocks("bitcoin", 600)
	for i, s := range h.Peers(h.D.Int(8, 20), wire.Public, 8333, 8333, 8333, 39388) {
		chatter, relay := h.D.Random(0.5, 10), h.D.Random(2, 60)
		h.Keep(s, h.D.Log(3000, 2e5), h.D.Random(1, 600), func(c *Conn) {
			c.Call(127, 153)
			c.Call(24, 24)
			timers := []*wire.Timer{
				c.Timer(chatter, func() { c.Down(24 + 1 + 36*h.D.Int(1, 35)) }),
				c.Timer(chatter, func() { c.Up(24 + 1 + 36*h.D.Int(1, 35)) }),
				c.Timer(relay, func() { c.Call(61+36*h.D.Int(0, 8), int(h.D.Near(500, 0.9))) }),
				c.Timer(h.D.Tick(119, 121), func() { c.Call(32, 32) }),
				c.Timer(h.D.Tick(119, 121), func() { c.Ring(32, 32) })}
			if i < 3 {
				timers = append(timers, c.OnBlocks(blocks, 1, func() { c.Down(int(h.D.Near(15000, 0.6))) }))
			}
			c.Run(timers...)
		})
	}
}

// ethereumNode is devp2p by TCP: transactions all the time, pings.
func ethereumNode(h *Host) {
	for _, s := range h.Peers(h.D.Int(6, 15), wire.Public, 30303) {
		come, ask := h.D.Random(0.5, 5), h.D.Random(1, 30)
		h.Keep(s, h.D.Log(1000, 60000), h.D.Random(5, 600), func(c *Conn) {
			c.Call(h.D.Int(380, 520), h.D.Int(360, 480))
			c.Call(h.D.Int(150, 250), h.D.Int(150, 250))
			c.Run(c.Timer(come, func() { c.Down(32 + 48*h.D.Int(1, 30)) }),
				c.Timer(come, func() { c.Up(32 + 48*h.D.Int(1, 30)) }),
				c.Timer(ask, func() { c.Call(32+32*h.D.Int(1, 8), int(h.D.Near(900, 1))) }),
				c.Timer(h.D.Tick(14, 16), func() { c.Call(32, 32) }))
		})
	}
}

// moneroNode syncs with peers each minute, relays transactions and blocks.
func moneroNode(h *Host) {
	blocks := h.World.Blocks("monero", 120)
	for _, s := range h.Peers(h.D.Int(8, 16), wire.Public, 18080) {
		come := h.D.Random(5, 60)
		h.Keep(s, h.D.Log(1000, 60000), h.D.Random(5, 600), func(c *Conn) {
			c.Call(h.D.Int(260, 330), h.D.Int(3000, 15000))
			c.Run(c.Timer(h.D.Tick(58, 62), func() { c.Call(h.D.Int(200, 290), h.D.Int(2000, 15000)) }),
				c.Timer(come, func() { c.Down(int(h.D.Near(2200, 0.5))) }),
				c.Timer(come, func() { c.Up(int(h.D.Near(2200, 0.5))) }),
				c.OnBlocks(blocks, 1, func() {
					if h.D.Chance(0.4) {
						c.Down(int(h.D.Near(1800, 0.5)))
					}
				}))
		})
	}
}

// ethereumRPC asks a provider: block number, balances, logs; it does not mine.
func ethereumRPC(h *Host) {
	s := h.Peer(dice.Of(h.D, wire.Public, wire.Private), 443, 8545, 8546)
	d := s.Dice(h)
	secure := func(*Conn) {}
	if s.Port == 443 {
		secure = (*Conn).TLS
	}
	poller(h, s, secure, 0.7, h.D.Tick(1, 30), d.Size(180, 700), d.Size(140, 1500))
}

// bitcoinRPC is an explorer or shop asking its own node.
func bitcoinRPC(h *Host) {
	s := h.Peer(wire.Private, 8332, 9332, 18081)
	poller(h, s, func(*Conn) {}, 0.4, h.D.Tick(2, 60), h.D.Size(180, 350), h.D.Size(200, 6000))
}

// electrumWallet subscribes to headers and addresses in JSON lines.
func electrumWallet(h *Host) {
	s := h.Peer(wire.Public, 50002, 50002, 50001)
	blocks := h.World.Blocks("bitcoin", 600)
	h.Keep(s, 60000, h.D.Random(5, 600), func(c *Conn) {
		if s.Port == 50002 {
			c.TLS()
		}
		c.Call(80, 70)
		c.Call(70, 260)
		for range h.D.Int(10, 40) {
			c.Call(135, h.D.Int(45, 110))
		}
		c.Run(c.OnBlocks(blocks, 1, func() { c.Down(250) }), c.Timer(h.D.Tick(45, 60), func() { c.Call(50, 40) }),
			c.Timer(h.D.Tick(60, 300), func() { c.Call(70, 60) }),
			c.Timer(h.D.Random(1000, 20000), func() { c.Down(160); c.Call(140, h.D.Int(200, 3000)) }))
	})
}

// lightningNode pings its channel partners and gossips.
func lightningNode(h *Host) {
	for _, s := range h.Peers(h.D.Int(3, 12), wire.Public, 9735) {
		h.Keep(s, 60000, h.D.Random(5, 600), func(c *Conn) {
			c.Call(50, 50)
			c.Call(66, h.D.Int(60, 120))
			c.Run(c.Timer(h.D.Tick(30, 60), func() { c.Call(40, h.D.Int(40, 60)) }),
				c.Timer(h.D.Random(3, 90), func() { c.Down(34 + dice.Of(h.D, 138, 430, 260)) }),
				c.Timer(h.D.Random(300, 5000), func() { c.Call(1484, 130); c.Ring(130, 130) }))
		})
	}
}

// moneroWallet refreshes from a node it does not own.
func moneroWallet(h *Host) {
	s := h.Peer(wire.Public, 18089, 18081, 443)
	h.Keep(s, 20000, h.D.Random(5, 600), func(c *Conn) {
		if s.Port == 443 {
			c.TLS()
		}
		c.Every(h.D.Tick(10, 90), func() {
			c.Call(h.D.Int(180, 230), h.D.Int(500, 1600))
			if h.D.Chance(0.3) {
				c.Call(h.D.Int(400, 1200), int(h.D.Near(40000, 0.6)))
			}
		})
	})
}
