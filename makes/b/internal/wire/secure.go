package wire

// Security is how a connection is protected.
type Security int

const (
	Plain Security = iota
	TLS12
	TLS13
)

// secure shakes TLS hands.
func (c *Conn) secure() {
	p := c.p
	think := func() float64 { return p.Exp(0.003) }
	resumed := p.Chance(0.15)
	hello := Pick(p.Rand, p.Int(190, 330), 517, 517, p.Int(500, 700), p.Int(1500, 1900))
	cert := c.peer.Cert
	if resumed {
		cert = 0
	}
	switch c.sec {
	case TLS13:
		c.over = 22
		c.plainAsk(hello, think(), 220+cert)
		c.p.Wait(0.001)
		c.raw(c.client, p.Int(64, 80))
		c.p.Wait(c.lag(c.client))
		if p.Chance(0.7) {
			c.raw(1-c.client, p.Int(1, 2)*p.Int(190, 270))
		}
	case TLS12:
		c.over = Pick(p.Rand, 21, 29, 29, 29, 45)
		if resumed {
			c.plainAsk(hello, think(), p.Int(140, 170))
			c.p.Wait(0.001)
			c.raw(c.client, p.Int(51, 75))
			return
		}
		c.plainAsk(hello, think(), 420+cert)
		c.p.Wait(0.002)
		c.plainAsk(p.Int(93, 170), think(), Pick(p.Rand, 51, p.Int(200, 280)))
	}
}

func (c *Conn) plainAsk(request int, think float64, answer int) {
	c.raw(c.client, request)
	c.p.Wait(c.lag(c.client) + think)
	c.raw(1-c.client, answer)
}

func (c *Conn) raw(d, n int) { c.p.Now = c.data(d, c.p.Now, n) }

// wrap is the size of a message in TLS records.
func (c *Conn) wrap(n int) int {
	const most = 16384
	return n + (n+most-1)/most*c.over
}

// Tunnel is a VPN over TCP: it carries packets, with their headers and the
// inner connection's acknowledgements, and pings when silent.
type Tunnel struct {
	Over  int     // bytes added to a packet
	Inner int     // bytes of the packet's own headers
	Room  int     // largest payload of an inner packet
	Ping  float64 // seconds of silence before a side pings, 0 if it does not
}

func (t *Tunnel) wrap(n int) int {
	packets := (n + t.Room - 1) / t.Room
	return n + packets*t.ack()
}

func (t *Tunnel) ack() int { return t.Inner + t.Over }

// Tunnelled turns the connection into a tunnel, after the exchange that sets
// one up.
func (c *Conn) Tunnelled(t *Tunnel) {
	p := c.p
	for range p.Int(3, 7) {
		c.plainAsk(p.WideInt(30, 700), p.Exp(0.01), p.WideInt(40, 1400))
	}
	c.plainAsk(t.Over+p.Int(20, 60), p.Exp(0.3), t.Over+p.Int(150, 420))
	c.tun = t
	if t.Ping > 0 {
		c.timer[timerPing] = p.Now + t.Ping
		c.timer[timerPing+1] = p.Now + t.Ping
	}
}

// InnerDial opens a connection inside the tunnel, InnerClose closes one.
func (c *Conn) InnerDial() {
	c.plainAsk(c.tun.Over+60, c.p.Exp(0.05), c.tun.Over+60)
	c.raw(c.client, c.tun.ack())
}

func (c *Conn) InnerClose() {
	c.plainAsk(c.tun.ack(), c.p.Exp(0.05), c.tun.ack())
	c.raw(c.client, c.tun.ack())
}

// Rekey is a tunnel's regular renewal of keys.
func (c *Conn) Rekey() {
	for range c.p.Int(2, 4) {
		c.plainAsk(c.p.WideInt(60, 600), c.p.Exp(0.01), c.p.WideInt(60, 1600))
	}
}

// Socks asks a SOCKS5 proxy for a connection to a named host.
func (c *Conn) Socks(name int, far float64) {
	c.plainAsk(c.p.Int(3, 4), 0, 2)
	c.plainAsk(7+name, far+c.p.Exp(0.1), 10)
}
