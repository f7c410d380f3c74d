// Package chain holds software of blockchains that does not mine: nodes' peers, wallets, users of RPC, feeds of exchanges.
package chain

import "makes/y/internal/sim"

// BitcoinPeer is a full node's outbound peer: inventories in batches each few seconds, transactions asked and given, ping
// and pong each two minutes, a compact block each ten.
func BitcoinPeer(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(2, 8)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 8333)
		c.Ask(126, 126, 0.05)
		c.Ask(24, 24+60, 0.02)
		c.Up(24 + 33)
		ping, inv, block := x.T+120, x.T+x.R.Exp(gap), x.T+x.R.Exp(600)
		for c.OK() {
			switch x.Until(ping, inv, block) {
			case 0:
				c.Ask(32, 32, 0)
				c.Down(32)
				c.Up(32)
				ping += 120
			case 1:
				c.Down(24 + 1 + 36*x.R.Int(1, 35))
				if x.R.Chance(0.3) {
					n := x.R.Int(1, 8)
					c.Ask(24+1+36*n, n*x.R.Size(420, 0.6), 0.01)
				}
				if x.R.Chance(0.7) {
					c.Up(24 + 1 + 36*x.R.Int(1, 20))
				}
				inv = x.T + x.R.Exp(gap)
			case 2:
				if x.R.Chance(0.3) {
					c.Down(x.R.Size(15000, 0.3))
				} else {
					c.Down(24 + 82)
				}
				block = x.T + x.R.Exp(600)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 60))
	}
}

// GethPeer is devp2p: transaction hashes announced all the time, bodies asked, ping each fifteen seconds of the base protocol.
func GethPeer(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(0.5, 5)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 30303)
		c.Ask(x.R.Int(420, 520), x.R.Int(380, 480), 0.05)
		c.Ask(200, 200, 0.05)
		ping, tx := x.T+15, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(ping, tx) {
			case 0:
				c.Ask(64, 64, 0)
				ping += 15
			case 1:
				c.Down(32 + 48*x.R.Int(1, 40))
				if x.R.Chance(0.3) {
					c.Ask(128, x.R.Size(900, 0.8), 0.02)
				}
				if x.R.Chance(0.6) {
					c.Up(32 + 48*x.R.Int(1, 30))
				}
				tx = x.T + x.R.Exp(gap)
			}
		}
		c.Close(x.R.Int(0, 1))
		x.Sleep(x.R.Between(5, 120))
	}
}

// NodeDiscovery is the UDP search for peers of such a node: ping, pong, find node, neighbours, with strangers of which some are gone.
func NodeDiscovery(x *sim.Ctx, a, _ *sim.Host) {
	gap := x.R.Ratio(20, 200)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		b := x.W.Visitor(sim.Linux)
		u := x.UDP(a, b, 30303, 30303)
		u.Up(126)
		if x.R.Chance(0.6) {
			u.Down(150)
			u.Ask(171, 1060, 0.02)
			u.Down(430)
		}
		u.Done()
	}
}

// EthRPC is an application on a provider's HTTPS endpoint: eth_blockNumber and logs polled each four to fifteen seconds.
func EthRPC(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll, logs := p.Between(4, 15), p.Chance(0.6)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			c.Ask(390, 300, 0.03)
			if logs && x.R.Chance(min(1, poll/12)) {
				c.Ask(560, x.R.Size(2600, 1), 0.06)
			}
			x.Sleep(poll)
			if x.R.Chance(0.001) {
				break
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.2, 5))
	}
}

// EthSubscribe is newHeads by websocket: a header each twelve seconds, one and a half kilobytes of JSON, pings of the library.
func EthSubscribe(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	ping, chain := p.Between(15, 60), []float64{12, 12, 2, 3, 0.5}[p.Int(0, 4)]
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		c.Ask(340, 160, 0.03)
		c.Ask(80, 70, 0.02)
		beat, head := x.T+ping, x.T+chain
		for c.OK() {
			switch x.Until(beat, head) {
			case 0:
				c.Ask(6, 2, 0)
				beat += ping
			case 1:
				c.Down(x.R.Int(1560, 1720))
				head += chain
				if x.R.Chance(0.1) {
					c.Ask(180, x.R.Size(1500, 0.8), 0.05)
				}
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// BitcoinRPC is an explorer's or till's poll of a node inside: getblockcount and the mempool each few seconds, a block when there is one.
func BitcoinRPC(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll := p.Between(1, 30)
	block := x.T + x.R.Exp(600)
	for x.Run() {
		c := x.Dial(a, b, 8332)
		c.Ask(290, 140, 0.002)
		if x.R.Chance(0.3) {
			c.Ask(300, x.R.Size(900, 0.7), 0.01)
		}
		if x.T > block {
			c.Ask(360, x.R.Size(900000, 0.5), 0.2)
			block = x.T + x.R.Exp(600)
		}
		if x.R.Chance(0.5) {
			c.Ask(280, x.R.Size(420, 0.3), 0.002)
		}
		c.Close(0)
		x.Sleep(poll)
	}
}

// Electrum is a wallet at its server: headers subscribed, a ping each minute, histories when an address moves.
func Electrum(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		c := x.Dial(a, x.Other(b), 50002)
		c.TLS(13, 420)
		c.Ask(90, 110, 0.05)
		c.Ask(70, 260, 0.05)
		for n := x.R.Int(20, 60); n > 0; n-- {
			c.Ask(150, 110, 0.02)
		}
		ping, head := x.T+60, x.T+x.R.Exp(600)
		for c.OK() {
			switch x.Until(ping, head) {
			case 0:
				c.Ask(58, 38, 0.01)
				ping += x.R.Between(55, 65)
			case 1:
				c.Down(260)
				if x.R.Chance(0.2) {
					c.Ask(150, x.R.Size(700, 0.7), 0.05)
				}
				head = x.T + x.R.Exp(600)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 60))
	}
}

// MoneroWallet is wallet-rpc at a remote node: getblocks.bin each twenty seconds or so, larger when a block came.
func MoneroWallet(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll := p.Between(15, 90)
	block := x.T + x.R.Exp(120)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 18089)
		for c.OK() {
			got := 420
			if x.T > block {
				got += x.R.Size(60000, 0.7)
				block = x.T + x.R.Exp(120)
			}
			c.Ask(x.R.Int(640, 700), got, 0.05)
			c.Ask(210, 900, 0.02)
			x.Sleep(poll)
			if poll > 60 {
				break
			}
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// ExchangeFeed is a market stream by websocket: trades and books by the second, the server's ping each twenty seconds to three minutes,
// at most a day per connection.
func ExchangeFeed(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, size, ping := p.Ratio(0.2, 10), p.Int(120, 900), []float64{180, 20, 30}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		c.Ask(300, 180, 0.05)
		c.Ask(140, 90, 0.02)
		beat, tick := x.T+ping, x.T+x.R.Exp(gap)
		for stop := x.T + 86400; c.OK() && x.T < stop; {
			switch x.Until(beat, tick) {
			case 0:
				c.Down(15)
				c.Up(19)
				beat += ping
			case 1:
				c.Down(x.R.Size(size, 0.3))
				tick = x.T + x.R.Exp(gap)
			}
		}
		c.Close(1)
		x.Sleep(x.R.Between(1, 5))
	}
}

// TradeBot is the REST side: signed requests each few seconds with JSON back.
func TradeBot(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	poll := p.Between(1.5, 30)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for c.OK() {
			c.Ask(x.R.Int(380, 520), x.R.Size(1100, 0.6), 0.02)
			x.Sleep(x.R.Near(poll, 0.1))
			if x.R.Chance(0.002) {
				break
			}
		}
		c.Close(1)
		x.Sleep(x.R.Between(0.5, 5))
	}
}

// Lightning is a channel peer: Noise-framed pings each minute, gossip, updates of payments.
func Lightning(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(5, 90)
	for x.Run() {
		c := x.Dial(a, b, 9735)
		c.Ask(50, 50, 0.02)
		c.Up(66)
		c.Ask(70, 70, 0.01)
		ping, gossip := x.T+60, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(ping, gossip) {
			case 0:
				c.Ask(40+x.R.Int(0, 60), 40, 0)
				ping += 60
			case 1:
				for n := x.R.Int(1, 12); n > 0; n-- {
					c.Down(x.R.Int(170, 480))
				}
				if x.R.Chance(0.2) {
					c.Up(x.R.Int(170, 400))
				}
				gossip = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 100))
	}
}

// Beacon is a consensus client's gossip peer by libp2p: attestations without end and status each five minutes.
func Beacon(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(0.3, 3)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 9000)
		c.Ask(240, 260, 0.05)
		c.Ask(500, 600, 0.05)
		next := x.T + 300
		for stop := x.T + x.R.Log(5000, 1.2); c.OK() && x.T < stop; {
			x.Sleep(x.R.Exp(gap))
			if x.R.Chance(0.55) {
				c.Down(x.R.Size(420, 0.5))
			} else {
				c.Up(x.R.Size(420, 0.5))
			}
			if x.T > next {
				c.Ask(120, 130, 0.01)
				next += 300
			}
		}
		c.Close(x.R.Int(0, 1))
		x.Sleep(x.R.Between(2, 60))
	}
}

// IPFS is a node's swarm peer: identify, pings each fifteen seconds, want-lists.
func IPFS(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(3, 60)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 4001)
		c.Ask(220, 260, 0.05)
		c.Ask(640, 700, 0.05)
		ping, want := x.T+15, x.T+x.R.Exp(gap)
		for stop := x.T + x.R.Log(1500, 1.2); c.OK() && x.T < stop; {
			switch x.Until(ping, want) {
			case 0:
				c.Ask(62, 62, 0)
				ping += 15
			case 1:
				c.Up(x.R.Size(190, 0.6))
				c.Down(x.R.Size(240, 0.8))
				want = x.T + x.R.Exp(gap)
			}
		}
		c.Close(x.R.Int(0, 1))
		x.Sleep(x.R.Exp(60))
	}
}
