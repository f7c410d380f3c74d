package netsim

// TLS makes the connection an encrypted one; version is 12 or 13. A resumed
// session spares the certificates.
func (c *Conn) TLS(version int, resumed bool) bool {
	p := c.p
	hello := p.Int(200, 590)
	if version == 13 && p.Chance(0.25) {
		hello += 1216 // a post-quantum key share
	}
	if version == 13 {
		flight := c.peer.Cert + p.Int(400, 700)
		if resumed {
			flight = p.Int(210, 330)
		}
		if !c.Ask(hello, flight, p.Exp(0.004)) {
			return false
		}
		c.Up(p.Int(64, 90))
		for range p.Int(1, 2) {
			c.Down(p.Int(180, 280))
		}
		c.record = 22
		return true
	}
	if resumed {
		if !c.Ask(hello, p.Int(130, 170), p.Exp(0.002)) {
			return false
		}
		c.Up(p.Int(51, 75))
	} else {
		if !c.Ask(hello, c.peer.Cert+p.Int(300, 420), p.Exp(0.004)) ||
			!c.Ask(p.Int(93, 160), p.Int(51, 290), p.Exp(0.002)) {
			return false
		}
	}
	c.record = []int{29, 29, 21, 53}[p.IntN(4)] // GCM, ChaCha20, CBC
	return true
}

// SOCKS asks a proxy at the far end to connect on to another place, way
// seconds further off.
func (c *Conn) SOCKS(user bool, hostname int, way float64) bool {
	p := c.p
	if !c.Ask(p.Int(3, 4), 2, p.Exp(0.001)) {
		return false
	}
	if user && !c.Ask(3+p.Int(8, 50), 2, p.Exp(0.002)) {
		return false
	}
	return c.Ask(7+hostname, 10, way)
}

// VPN makes the connection a tunnel in TCP: from now on a message is a packet
// with inner headers, and the inner acknowledgements travel as packets too.
func (c *Conn) VPN(ping float64) bool {
	p := c.p
	tag := p.Int(22, 46)
	if !c.Ask(16+p.Int(0, 40), 28+p.Int(0, 40), 0.01) { // reset of the session
		return false
	}
	for _, n := range [][2]int{{p.Int(280, 600), c.peer.Cert + 300}, {p.Int(1400, 3200), p.Int(150, 900)},
		{p.Int(350, 700), p.Int(250, 600)}, {p.Int(60, 100), p.Int(200, 500)}} {
		if !c.Ask(n[0]+tag, n[1]+tag, p.Exp(0.05)) {
			return false
		}
	}
	c.inner = 52 + tag
	c.keep, c.keepLen = ping, 16+tag
	return true
}
