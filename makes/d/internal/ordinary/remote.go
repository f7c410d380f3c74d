package ordinary

import (
	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// shell is a person at a terminal, typing and pausing.
func shell(p *Prog) {
	alive := dice.Pick(p.Dice, 0.0, 0, 15, 30, 60)
	p.Poll(p.Service(0.6), p.Port(22, 2222), 0, p.Often(p.Scale(2000, 20000)), func(c *conn) { terminal(p, c, alive) })
}

// shellIn is the same seen from the machine that is visited.
func shellIn(p *Prog) {
	alive := dice.Pick(p.Dice, 0.0, 0, 15, 30, 60)
	from := p.Crowd(p.Int(1, 5), p.Chance(0.5), 0.02)
	p.Serve(p.Port(22), 0, p.Often(p.Scale(3000, 30000)), from, func(c *conn) { terminal(p, c, alive) })
}

func terminal(p *Prog, c *conn, alive float64) {
	c.Limit(p.Tail(60, 50000, 0.6))
	for _, n := range [][2]int{{40, 40}, {1500, 1100}, {48, 650}, {80, 60}, {400, 340}, {200, 500}} {
		c.Ask(n[0], n[1], 0.01)
	}
	typing := &habit{Gap: func() float64 { return p.Tail(3, 4000, 0.6) }, Do: func() {
		for range p.Int(3, 40) {
			if !c.Ask(36, p.Int(36, 44), 0.002) || !c.Wait(p.Around(0.18, 0.6)) {
				return
			}
		}
		c.Down(p.Bytes(600, 1.3))
	}}
	if alive == 0 {
		c.Live(typing)
		return
	}
	c.Live(typing, &habit{Gap: p.Every(alive, 0.001), Do: func() { c.Ask(52, 36, 0.001) }})
}

// tunnel is a forwarded port held open, seldom used.
func tunnel(p *Prog) {
	p.Keep(p.Service(0.2), p.Port(22, 443), 0, p.Scale(9000, 400000), func(c *conn) {
		c.Ask(1600, 1900, 0.02)
		c.Ask(400, 500, 0.1)
		c.Live(
			&habit{Gap: p.Every(dice.Pick(p.Dice, 15.0, 20, 30, 60), 0.001), Do: func() { c.Ask(52, 36, 0.001) }},
			&habit{Gap: p.Often(p.Scale(60, 3000)), Do: func() {
				for range 1 + p.Rank(30) {
					c.Ask(p.Bytes(200, 0.8), p.Bytes(700, 1), 0.03)
				}
			}})
	})
}

// desktop is a remote screen: mouse and keys up, pictures down.
func desktop(p *Prog) {
	p.Poll(p.Service(0.6), p.Port(3389, 5900), p.Crypt(0.8), p.Often(p.Scale(5000, 30000)), func(c *conn) {
		c.Limit(p.Tail(300, 30000, 0.8))
		c.Ask(900, 40000, 0.2)
		c.Live(
			&habit{Gap: func() float64 { return p.Tail(0.3, 900, 0.7) }, Do: func() {
				for range 1 + p.Rank(20) {
					if !c.Ask(p.Int(10, 90), p.Bytes(2500, 1.3), 0.03) || !c.Wait(p.Exp(0.2)) {
						return
					}
				}
			}},
			&habit{Gap: p.Every(p.Scale(1, 60), 0.02), Do: func() { c.Down(p.Int(20, 90)) }})
	})
}

// vpn is a TCP tunnel for a branch or a person: idle pings, real packets.
func vpn(p *Prog) {
	ping := p.Scale(5, 60)
	p.Keep(p.Service(0.1), p.Port(443, 1194), 0, p.Scale(20000, 200000), func(c *conn) {
		if !c.VPN(ping) {
			return
		}
		small := p.Scale(2, 200)
		c.Live(
			&habit{Gap: p.Often(small), Do: func() { c.Ask(p.Bytes(150, 0.6), p.Bytes(220, 0.8), p.Exp(0.05)) }},
			&habit{Gap: p.Often(small * 20), Do: func() { c.Ask(p.Bytes(700, 0.6), int(p.Tail(2000, 1e7, 0.8)), 0.1) }})
	})
}

// overlay keeps a relay connection of a mesh network alive.
func overlay(p *Prog) {
	p.Keep(p.Service(0), p.Port(443), 13, 0, func(c *conn) {
		c.Ask(p.Int(180, 300), p.Int(150, 300), 0.02)
		c.Live(
			&habit{Gap: p.Every(p.Scale(15, 60), 0.02), Do: func() { c.Call(p.Int(5, 13), p.Int(5, 13), 0.001) }},
			&habit{Gap: p.Often(p.Scale(30, 3000)), Do: func() { c.Ask(p.Bytes(190, 0.4), p.Bytes(190, 0.4), 0.05) }})
	})
}

// playbook is configuration management: many short commands in a row.
func playbook(p *Prog) {
	p.Poll(p.Service(0.9), p.Port(22, 8140, 5986), p.Crypt(0.3), p.Every(p.Scale(900, 20000), 0.1), func(c *conn) {
		c.Ask(p.Int(1500, 2500), p.Int(1500, 3000), 0.05)
		for range p.Size(4, 120) {
			if !c.Ask(p.Bytes(900, 1), p.Bytes(400, 1), p.Tail(0.1, 120, 0.8)) {
				return
			}
		}
	})
}

// beacon calls home in the manner of implants: small, at a jittered interval,
// and sometimes something to do.
func beacon(p *Prog) {
	ask, answer := p.Int(120, 900), p.Int(60, 600)
	gap := p.Every(p.Scale(4, 900), dice.Pick(p.Dice, 0.01, 0.1, 0.2, 0.5))
	talk := func(c *conn) {
		c.Ask(ask+p.Int(0, 30), answer+p.Int(0, 20), p.Exp(0.05))
		if p.Chance(0.01) {
			c.Ask(int(p.Tail(400, 4e6, 0.7)), answer, p.Exp(1))
		}
	}
	if p.Chance(0.6) {
		p.Poll(p.Service(0), p.Port(443, 80, 8443, 53), p.Crypt(0.7), gap, talk)
	}
	p.Keep(p.Service(0), p.Port(443, 4444, 8443), p.Crypt(0.5), 0, func(c *conn) {
		c.Live(&habit{Gap: gap, Do: func() { talk(c) }})
	})
}

// names asks for names by UDP, and by TCP when the answer is too long.
func names(p *Prog) {
	server := p.Service(1)
	mean := p.Scale(3, 240)
	for {
		p.Sleep(p.Gap(mean))
		answer := p.Bytes(140, 0.6)
		p.Datagram(server, 53, p.Int(28, 80), min(answer, 512))
		if answer > 512 {
			if c := p.Dial(server, 53); c != nil {
				c.Ask(p.Int(30, 82), answer, p.Exp(0.01))
				c.Close()
			}
		}
	}
}

// resolver keeps a connection for encrypted names.
func resolver(p *Prog) {
	p.Keep(p.Service(0.1), p.Port(853, 443), 13, p.Scale(20, 4000), func(c *conn) {
		c.Live(&habit{Gap: p.Often(p.Scale(3, 120)), Do: func() { c.Ask(p.Int(46, 180), p.Bytes(300, 0.5), p.Exp(0.02)) }})
	})
}

// clock keeps time by UDP.
func clock(p *Prog) {
	server := p.Service(0.7)
	for {
		p.Datagram(server, 123, 48, 48)
		p.Sleep(p.Between(0.97, 1.03) * dice.Pick(p.Dice, 64.0, 128, 256, 512, 1024))
	}
}

// scanned is what every address gets from the internet: mostly stopped at the
// security group, sometimes refused, sometimes a banner is read.
func scanned(p *Prog) {
	mean, stopped := p.Scale(60, 2500), p.Between(0.6, 1)
	for {
		p.Sleep(p.Exp(mean))
		peer := p.Places.Stranger(false)
		if p.Chance(stopped) {
			peer.Policy = netsim.Reject
		}
		port := dice.Pick(p.Dice, 22, 23, 80, 443, 445, 3389, 8080, 6379, 2375, 3333, 8545, p.Int(1, 65000))
		p.Knock(peer, port)
	}
}
