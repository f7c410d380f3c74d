package sim

import "makes/a/internal/rnd"

// tlsKind is the record layer of a connection.
type tlsKind struct {
	version int
	record  int // bytes added to each record
}

const recordSize = 16384

func (k tlsKind) wrap(n int) int {
	if k.version == 0 {
		return n
	}
	return n + k.record*((n+recordSize-1)/recordSize)
}

// notify is the size of the close alert.
func (k tlsKind) notify() int {
	if k.version == 0 {
		return 0
	}
	return 2 + k.record
}

// startTLS performs the handshake, a short one if a ticket is at hand.
func (c *Conn) startTLS(version int) {
	p, r := c.p, c.p.R
	short := p.resume && p.known[c.to.Peer] && r.Chance(0.85)
	think := r.U(0.0005, 0.006)
	c.secure = tlsKind{}
	if version == 13 {
		flight := 127 + 6 + r.Int(30, 60) + c.to.Peer.Cert + r.Int(280, 420) + 58
		if p.hello > 1200 {
			flight += 1088
		}
		hello := p.hello
		if short {
			flight, hello = r.Int(215, 260), hello+r.Int(160, 320)
		}
		c.Ask(hello, flight, think)
		c.Up(rnd.Pick(r, 58, 64, 74, 80, 90))
		c.secure = tlsKind{13, 22}
		if tickets := r.Int(0, 2); tickets > 0 {
			p.Aside(func() { p.Sleep(c.to.Peer.RTT); c.Down(tickets * r.Int(60, 260)) })
			p.known[c.to.Peer] = true
		}
		return
	}
	if short {
		c.Ask(p.hello%1190+200, r.Int(137, 160), think)
		c.Up(51)
	} else {
		c.Ask(p.hello%1190, 90+c.to.Peer.Cert+r.Int(150, 350), think)
		c.Ask(r.Int(93, 145), rnd.Pick(r, 51, 51, 250, 274), think)
		p.known[c.to.Peer] = true
	}
	c.secure = tlsKind{12, rnd.Pick(r, 29, 29, 29, 21, 57)}
}
