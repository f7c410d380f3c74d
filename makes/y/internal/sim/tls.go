package sim

import "fmt"

// TLS does a handshake: version is 12 or 13, hello the size of the client's first message.
func (c *Conn) TLS(version, hello int) {
	// The chain belongs to the server, whoever calls.
	r := c.x.W.Rand("chain", fmt.Sprint(c.B.Addr))
	chain := r.Int(2300, 5200)
	if c.B.Inside {
		chain = r.Int(850, 2600)
	}
	c.handshake(version, hello, chain, 0)
}

// Mutual does a handshake in which the client shows a chain of certificates too.
func (c *Conn) Mutual(version, hello, server, client int) {
	c.handshake(version, hello, server, client)
}

// Resume does an abbreviated handshake from a ticket.
func (c *Conn) Resume(version, hello int) { c.handshake(version, hello+220, 0, 0) }

func (c *Conn) handshake(version, hello, chain, client int) {
	think := 0.002
	if version == 13 {
		c.Up(hello)
		flight := 127 + 6 + 40 + 74
		if chain > 0 {
			flight += chain + 300
		}
		c.x.Sleep(c.rtt + think)
		c.Down(flight)
		finish := 6 + 74
		if client > 0 {
			finish += client + 310
		}
		c.x.Sleep(c.rtt/2 + think)
		c.Up(finish)
		c.over = 22
		c.Down(2 * 230)
		return
	}
	c.Up(hello)
	c.x.Sleep(c.rtt + think)
	if chain == 0 {
		c.Down(100 + 6 + 45)
		c.x.Sleep(c.rtt / 2)
		c.Up(6 + 45)
		c.over = 29
		return
	}
	flight := 95 + chain + 338 + 9
	if client > 0 {
		flight += 120
	}
	c.Down(flight)
	c.x.Sleep(c.rtt/2 + think)
	back := 75 + 6 + 45
	if client > 0 {
		back += client + 270
	}
	c.Up(back)
	c.x.Sleep(c.rtt + think)
	c.Down(210 + 6 + 45)
	c.over = 29
}
