package mine

import (
	"makes/y/internal/sim"
)

// levinPeer is CryptoNote's peer protocol: a handshake with a list of peers, a timed sync each minute, transactions and blocks.
func levinPeer(x *sim.Ctx, a, b *sim.Host, k *coin) {
	p := x.Of(b)
	gap := p.Ratio(3, 30)
	for x.Run() {
		c := x.Dial(a, b, k.peerAt)
		c.Ask(260+33, p.Int(5000, 14000), 0.05)
		sync, theirs, tx, block := x.T+60, x.T+60*x.R.F(), x.T+x.R.Exp(gap), x.T+x.R.Exp(k.every)
		for stop := x.T + x.R.Log(15000, 1.2); c.OK() && x.T < stop; {
			switch x.Until(sync, theirs, tx, block) {
			case 0:
				c.Ask(33+120, 33+x.R.Int(120, 9000), 0.02)
				sync = x.T + 60
			case 1:
				c.Down(33 + 120)
				c.Up(33 + x.R.Int(120, 9000))
				theirs = x.T + 60
			case 2:
				if x.R.Chance(0.5) {
					c.Down(33 + x.R.Size(1900, 0.5))
				} else {
					c.Up(33 + x.R.Size(1900, 0.5))
				}
				tx = x.T + x.R.Exp(gap)
			case 3:
				n := x.R.Size(2400, 0.5)
				if x.R.Chance(0.5) {
					c.Down(33 + n)
				} else {
					c.Up(33 + n)
				}
				block = x.T + x.R.Exp(k.every)
			}
		}
		c.Close(x.R.Int(0, 1))
		x.Sleep(x.R.Between(5, 200))
	}
}

// invPeer is the peer protocol of Bitcoin's descendants: version, inventories, ping each two minutes, blocks by header first.
func invPeer(x *sim.Ctx, a, b *sim.Host, k *coin) {
	p := x.Of(b)
	gap := p.Ratio(4, 60)
	for x.Run() {
		c := x.Dial(a, b, k.peerAt)
		c.Ask(24+102, 24+102, 0.05)
		c.Ask(24, 24, 0.01)
		c.Ask(24+1000, 24+81*x.R.Int(0, 20)+1, 0.1)
		ping, theirs, inv, block := x.T+120, x.T+120*x.R.F(), x.T+x.R.Exp(gap), x.T+x.R.Exp(k.every)
		for stop := x.T + x.R.Log(20000, 1.2); c.OK() && x.T < stop; {
			switch x.Until(ping, theirs, inv, block) {
			case 0:
				c.Ask(32, 32, 0)
				ping = x.T + 120
			case 1:
				c.Down(32)
				c.Up(32)
				theirs = x.T + 120
			case 2:
				n := x.R.Int(1, 9)
				if x.R.Chance(0.5) {
					c.Down(25 + 36*n)
					if x.R.Chance(0.3) {
						c.Ask(25+36, x.R.Size(380, 0.5), 0.02)
					}
				} else {
					c.Up(25 + 36*n)
				}
				inv = x.T + x.R.Exp(gap)
			case 3:
				if x.R.Chance(0.4) {
					c.Down(24 + 82)
					c.Ask(24+37, x.R.Size(3000+k.branch*20000, 0.6), 0.03)
				} else {
					c.Up(24 + 82)
				}
				block = x.T + x.R.Exp(k.every)
			}
		}
		c.Close(x.R.Int(0, 1))
		x.Sleep(x.R.Between(5, 200))
	}
}

// devp2pPeer is RLPx and its like: encrypted frames in sixteen-byte steps, pings each quarter minute, hashes, blocks.
func devp2pPeer(x *sim.Ctx, a, b *sim.Host, k *coin) {
	p := x.Of(b)
	gap := p.Ratio(1, 20)
	for x.Run() {
		c := x.Dial(a, b, k.peerAt)
		c.Ask(x.R.Int(400, 520), x.R.Int(360, 480), 0.05)
		c.Ask(208, 208, 0.02)
		ping, tx, block := x.T+15, x.T+x.R.Exp(gap), x.T+x.R.Exp(k.every)
		for stop := x.T + x.R.Log(9000, 1.3); c.OK() && x.T < stop; {
			switch x.Until(ping, tx, block) {
			case 0:
				c.Ask(64, 64, 0)
				ping = x.T + 15
			case 1:
				n := 64 + 32*x.R.Int(1, 12)
				if x.R.Chance(0.5) {
					c.Down(n)
				} else {
					c.Up(n)
				}
				tx = x.T + x.R.Exp(gap)
			case 2:
				if x.R.Chance(0.3) {
					c.Down(x.R.Size(2400, 0.6))
				} else {
					c.Down(112)
				}
				if x.R.Chance(0.5) {
					c.Up(112)
				}
				block = x.T + x.R.Exp(max(k.every, 2))
			}
		}
		c.Close(x.R.Int(0, 1))
		x.Sleep(x.R.Between(5, 200))
	}
}

// kaspaPeer relays a block a second: inventory, request, block of some kilobytes.
func kaspaPeer(x *sim.Ctx, a, b *sim.Host, k *coin) {
	for x.Run() {
		c := x.Dial(a, b, k.peerAt)
		c.Ask(24+300, 300, 0.03)
		ping := x.T + 120
		for stop := x.T + x.R.Log(9000, 1.2); c.OK() && x.T < stop; {
			x.Sleep(x.R.Exp(1.2))
			if x.R.Chance(0.2) {
				c.Down(52)
				c.Ask(54, x.R.Size(2600, 0.6), 0.01)
			} else if x.R.Chance(0.5) {
				c.Down(52)
			} else {
				c.Up(52)
			}
			if x.T > ping {
				c.Ask(24, 24, 0)
				ping = x.T + 120
			}
		}
		c.Close(x.R.Int(0, 1))
		x.Sleep(x.R.Between(5, 200))
	}
}
