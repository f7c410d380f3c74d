package ordinary

import "makes/d/internal/dice"

// chat is a messenger on a WebSocket: pings, presence, and talk in bursts.
func chat(p *Prog) {
	ping, line := p.Scale(10, 60), p.Size(120, 900)
	p.Keep(p.Service(0.1), p.Port(443), p.Crypt(0.97), p.Scale(3000, 90000), func(c *conn) {
		if !c.Ask(p.Int(500, 1400), p.Size(300, 60000), 0.1) {
			return
		}
		c.Live(
			&habit{Gap: p.Every(ping, 0.02), Do: func() { c.Ask(p.Int(6, 40), p.Int(2, 36), 0.01) }},
			&habit{Gap: p.Often(p.Scale(20, 900)), Do: func() { c.Down(p.Bytes(line, 0.6)) }},
			&habit{Gap: p.Often(p.Scale(200, 4000)), Do: func() {
				for range 1 + p.Rank(15) {
					if !c.Ask(p.Bytes(line, 0.5), p.Int(60, 200), 0.05) || !c.Wait(p.Tail(2, 90, 1)) {
						return
					}
				}
			}})
	})
}

// irc idles in channels, some of them lively.
func irc(p *Prog) {
	ping := p.Scale(60, 240)
	p.Keep(p.Service(0.05), p.Port(6697, 6667), p.Crypt(0.6), 0, func(c *conn) {
		if !c.Ask(p.Int(40, 120), p.Size(2000, 9000), 1) {
			return
		}
		c.Live(
			&habit{Gap: p.Every(ping, 0.05), Do: func() { c.Call(p.Int(18, 40), p.Int(18, 40), 0.01) }},
			&habit{Gap: p.Often(p.Scale(3, 300)), Do: func() { c.Down(p.Bytes(130, 0.4)) }},
			&habit{Gap: p.Often(p.Scale(400, 9000)), Do: func() { c.Up(p.Bytes(70, 0.6)) }})
	})
}

// xmpp exchanges stanzas and presence, with server pings or white space.
func xmpp(p *Prog) {
	p.Keep(p.Service(0.3), p.Port(5222, 5223), p.Crypt(0.9), 0, func(c *conn) {
		for range p.Int(4, 8) {
			c.Ask(p.Int(120, 420), p.Int(150, 900), 0.02)
		}
		c.Live(
			&habit{Gap: p.Every(p.Scale(25, 300), 0.1), Do: func() { c.Ask(p.Int(1, 110), p.Int(90, 130), 0.01) }},
			&habit{Gap: p.Often(p.Scale(15, 600)), Do: func() { c.Down(p.Bytes(320, 0.5)) }},
			&habit{Gap: p.Often(p.Scale(60, 2000)), Do: func() { c.Ask(p.Bytes(280, 0.4), p.Int(80, 240), 0.04) }})
	})
}

// push waits for notifications to a phone or app.
func push(p *Prog) {
	beat := p.Scale(200, 1700)
	p.Keep(p.Service(0), p.Port(5228, 5223, 443), 13, p.Scale(20000, 200000), func(c *conn) {
		c.Ask(p.Int(300, 700), p.Int(80, 300), 0.05)
		c.Live(
			&habit{Gap: p.Every(beat, 0.1), Do: func() { c.Ask(p.Int(4, 20), p.Int(4, 20), 0.01) }},
			&habit{Gap: p.Often(p.Scale(300, 6000)), Do: func() { c.Call(p.Bytes(700, 0.7), p.Int(10, 60), 0.03) }})
	})
}

// mailbox is IMAP IDLE, renewed before it expires, with mail coming in.
func mailbox(p *Prog) {
	p.Keep(p.Service(0.1), p.Port(993), p.Crypt(1), p.Scale(5000, 80000), func(c *conn) {
		for range p.Int(4, 9) {
			c.Ask(p.Int(15, 70), p.Bytes(300, 1), 0.05)
		}
		c.Live(
			&habit{Gap: p.Every(dice.Pick(p.Dice, 120.0, 300, 540, 1500), 0.02), Do: func() { c.Ask(p.Int(6, 16), p.Int(20, 60), 0.02) }},
			&habit{Gap: p.Often(p.Scale(300, 6000)), Do: func() {
				c.Down(p.Int(20, 60))
				c.Ask(p.Int(50, 120), int(p.Tail(3000, 2e7, 0.9)), 0.05)
			}})
	})
}

// mailOut delivers mail to whoever it is for.
func mailOut(p *Prog) {
	servers := p.Crowd(60, false, 0.1)
	for {
		p.Sleep(p.Gap(p.Scale(30, 1500)))
		if c := p.Dial(servers(), dice.Pick(p.Dice, 25, 25, 587)); c != nil {
			for _, n := range []int{30, 60, 40, 8} {
				c.Ask(p.Int(n/2, n), p.Int(30, 180), p.Exp(0.2))
			}
			c.Ask(int(p.Tail(2500, 1e7, 1)), p.Int(40, 90), p.Exp(0.5))
			c.Close()
		}
	}
}

// game is a turn or strategy game in TCP: moves, world updates.
func game(p *Prog) {
	tick := p.Scale(0.5, 12)
	p.Poll(p.Service(0), p.Port(3724, 7000, 27015, 443), p.Crypt(0.4), p.Often(p.Scale(8000, 40000)), func(c *conn) {
		c.Limit(p.Tail(600, 20000, 0.9))
		c.Ask(p.Int(200, 900), p.Size(2000, 200000), 0.1)
		c.Live(
			&habit{Gap: p.Every(tick, 0.3), Do: func() { c.Down(p.Bytes(140, 0.7)) }},
			&habit{Gap: p.Random(tick * 2), Do: func() { c.Up(p.Bytes(60, 0.5)) }},
			&habit{Gap: p.Every(p.Scale(5, 30), 0), Do: func() { c.Ask(p.Int(4, 24), p.Int(4, 24), 0) }})
	})
}

// editing is a shared document: keystrokes go up in small operations and
// come back acknowledged, those of others come down.
func editing(p *Prog) {
	p.Poll(p.Service(0.1), p.Port(443), 13, p.Often(p.Scale(4000, 20000)), func(c *conn) {
		c.Limit(p.Tail(900, 20000, 0.9))
		c.Ask(p.Int(700, 1500), p.Size(5000, 800000), 0.2)
		c.Live(
			&habit{Gap: p.Often(p.Scale(4, 60)), Do: func() { c.Ask(p.Bytes(230, 0.4), p.Int(50, 140), p.Exp(0.05)) }},
			&habit{Gap: p.Often(p.Scale(5, 200)), Do: func() { c.Down(p.Bytes(260, 0.5)) }},
			&habit{Gap: p.Every(p.Scale(15, 40), 0.01), Do: func() { c.Ask(p.Int(3, 10), p.Int(2, 10), 0) }})
	})
}

// feed is a stream of server-sent events.
func feed(p *Prog) {
	p.Keep(p.Service(0.2), p.Port(443, 8080), p.Crypt(0.85), p.Scale(300, 30000), func(c *conn) {
		c.Ask(p.Int(300, 900), p.Int(200, 500), 0.05)
		c.Live(
			&habit{Gap: p.Every(p.Scale(10, 45), 0.01), Do: func() { c.Down(p.Int(1, 22)) }},
			&habit{Gap: p.Often(p.Scale(2, 300)), Do: func() { c.Down(p.Bytes(400, 0.8)) }})
	})
}

// longPoll asks and is answered only when there is news or time is up.
func longPoll(p *Prog) {
	hold, news := p.Scale(15, 90), p.Scale(20, 1200)
	p.Keep(p.Service(0.4), p.Port(443, 8080), p.Crypt(0.9), p.Scale(600, 40000), func(c *conn) {
		for {
			c.Up(p.Bytes(480, 0.05))
			answer, size := hold, p.Int(150, 260)
			if g := p.Gap(news); g < hold {
				answer, size = g, p.Bytes(1100, 0.8)
			}
			if !c.Wait(answer) {
				return
			}
			c.Down(size)
			if !c.Wait(p.Exp(0.3)) {
				return
			}
		}
	})
}
