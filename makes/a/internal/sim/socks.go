package sim

// Socks asks a SOCKS5 server, which the connection leads to, for another
// connection to a host with a name of so many bytes.
func (c *Conn) Socks(name int, password bool, reach float64) {
	if password {
		c.Ask(4, 2, 0.0005)
		c.Ask(3+c.p.R.Int(10, 40), 2, 0.001)
	} else {
		c.Ask(3, 2, 0.0005)
	}
	c.Ask(7+name, 10, reach)
}
