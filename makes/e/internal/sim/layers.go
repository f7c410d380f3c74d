package sim

// Layer frames a message: the bytes that go on the wire for n bytes.
type Layer func(from Side, n int) int

// With adds a layer to what is sent from now on; a later layer wraps the earlier.
func (c *Conn) With(l Layer) { c.layers = append(c.layers, l) }

// TLS versions.
const (
	TLS12 = 12
	TLS13 = 13
)

// TLS makes a TLS handshake and encrypts what follows.
func (c *Conn) TLS(version int) *Conn {
	p := c.p
	hello := p.Int(190, 330)
	switch {
	case p.Chance(0.4):
		hello = 517 // padded
	case version == TLS13 && p.Chance(0.25):
		hello = p.Int(1480, 1790) // with a post-quantum key share
	}
	resumed := p.Chance(0.15)
	cpu := p.Between(0.0005, 0.006)
	switch {
	case version == TLS13 && resumed:
		c.Ask(hello+p.Int(200, 280), 127+6+p.Int(90, 120), cpu)
		c.Up(6 + Pick(p.Dice, 58, 74))
	case version == TLS13:
		c.Ask(hello, 127+6+c.peer.Cert+p.Int(150, 420), cpu)
		c.Up(6 + Pick(p.Dice, 58, 74))
		if p.Chance(0.8) {
			p.Wait(0.0003)
			c.Down(p.Int(1, 2) * p.Int(220, 290))
		}
	case resumed:
		c.Ask(hello, 80+6+p.Int(45, 240), cpu)
		c.Up(51)
	default:
		c.Ask(hello, 90+c.peer.Cert+p.Int(150, 360), cpu)
		c.Ask(Pick(p.Dice, 126, 93, 318), 51+p.Int(0, 1)*p.Int(170, 230), cpu)
	}
	overhead := 22
	if version == TLS12 {
		overhead = Pick(p.Dice, 29, 29, 21, 57)
	}
	c.With(func(_ Side, n int) int { return n + (n+16383)/16384*overhead })
	return c
}

// AnyTLS makes a TLS connection of the usual version.
func (c *Conn) AnyTLS() *Conn {
	if c.p.Chance(0.8) {
		return c.TLS(TLS13)
	}
	return c.TLS(TLS12)
}

// SSH makes an SSH login and puts what follows in a channel.
func (c *Conn) SSH() *Conn {
	p := c.p
	c.Ask(p.Int(21, 43), p.Int(21, 43), 0.01)
	c.Ask(p.Int(1400, 1700), p.Int(900, 1200), 0.001)
	c.Ask(p.Int(48, 1300), p.Int(450, 1800), 0.01)
	c.Up(16)
	c.Ask(44, 44, 0.001)
	for range p.Int(1, 3) {
		c.Ask(p.Int(68, 650), p.Int(52, 530), p.Between(0.005, 0.05))
	}
	c.Ask(p.Int(60, 120), p.Int(500, 800), 0.02)
	block := Pick(p.Dice, 8, 16)
	c.With(func(_ Side, n int) int {
		packets := (n + 32767) / 32768
		padded := (n + packets*(1+9+4) + block - 1) / block * block
		return padded + packets*20
	})
	return c
}

// WebSocket upgrades an HTTP connection and frames what follows.
func (c *Conn) WebSocket() *Conn {
	c.Ask(c.p.Int(220, 900), c.p.Int(129, 500), 0.01)
	c.With(func(from Side, n int) int {
		frame := 2
		if n > 125 {
			frame = 4
		}
		if from == Client {
			frame += 4 // mask
		}
		return n + frame
	})
	return c
}

// Socks asks a SOCKS5 server, that the connection goes to, for a destination
// that it reaches after so many seconds.
func (c *Conn) Socks(host int, reach float64) *Conn {
	c.Ask(Pick(c.p.Dice, 3, 3, 4), 2, 0)
	if c.p.Chance(0.2) {
		c.Ask(c.p.Int(12, 40), 2, 0.001)
	}
	c.Ask(7+host, 10, reach)
	return c
}

// GRPC adds the HTTP/2 frames of unary calls and streams.
func (c *Conn) GRPC() *Conn {
	c.Ask(24+c.p.Int(30, 60), c.p.Int(27, 60), 0.0005)
	header, trailer := c.p.Int(30, 180), c.p.Int(20, 60)
	c.With(func(from Side, n int) int {
		if from == Client {
			return n + 9 + header + 9 + 5
		}
		return n + 9 + trailer + 9 + 5 + 9
	})
	return c
}
