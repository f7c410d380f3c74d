package lab

import "net/netip"

// The ways a mining program reaches its server; each coin comes in all of them.
const (
	overPlain = "plain"
	overTLS   = "tls"
	overSocks = "socks"
	overVPN   = "vpn"
)

var transports = [...]string{overPlain, overTLS, overSocks, overVPN}

// A wrap is what becomes of a message before TCP, besides TLS.
type wrap struct {
	tls12 bool    // the TLS is 1.2, not 1.3
	socks bool    // a SOCKS5 relay is between
	cells bool    // the relay is Tor's: fixed cells, through TLS
	pad   float64 // random bytes added, as a share of the message: twice that at most
}

// route makes the path from a session to a server at a public address, as far
// as the interface sees it, over a transport. It returns what the label says of
// the transport. A session has one tunnel: the first call over a VPN opens it.
func (s *session) route(transport string, to server) (*peer, string) {
	p := s.peer(to.addr, to.port[0], to.rtt)
	p.delay = s.reluctance()
	if s.chance(0.2) { // tunnels before the pool, against floods, or a DSL line
		p.mtu = []int{1492, 1480, 1460, 1440, 1420, 1400}[s.IntN(6)]
	}
	p.wrap.pad = s.host.evasion.Padding
	switch transport {
	case overTLS:
		p.port, p.tls = to.port[1], true
		if p.wrap.tls12 = s.chance(0.35); p.wrap.tls12 {
			return p, "tls12"
		}
		return p, "tls13"
	case overSocks:
		s.relay(p)
	case overVPN:
		if s.tunnel == nil {
			s.tunnel = newTunnel(s)
			if s.chance(0.35) {
				s.also(bystander)
			}
		}
		p.tls = s.chance(0.25)
	}
	return p, transport
}

// bystander is another program on the same machine, whose traffic the tunnel
// carries too: now and then a few requests to somewhere.
func bystander(s *session) {
	p := s.far(443)
	p.tls = true
	mean := s.spread(60, 3600)
	for s.wait(s.after(mean)) {
		c := s.connect(p, s.now)
		t := c.ready
		for range 1 + s.IntN(6) {
			t = c.ask(t, s.size(span{120, 1500}), s.spread(0.005, 0.3), s.tail(span{200, 60_000}))
		}
		c.close(t+0.01, s.IntN(2))
		if !s.until(t + 0.1) {
			return
		}
	}
}

// A server is where a mining program wants to connect to.
type server struct {
	addr netip.Addr
	port [2]uint16 // plain, TLS
	rtt  float64   // seconds
}

// reluctance is how long either end of a miner's connection waits before it
// acknowledges what it has nothing to answer to: 40 ms in Linux (TCP_DELACK_MIN),
// up to 200 (TCP_DELACK_MAX) as its estimate grows, next to nothing after
// TCP_QUICKACK and in BSD stacks for short segments.
func (s *session) reluctance() (delay [2]float64) {
	for dir := range delay {
		switch s.IntN(5) {
		case 0:
			delay[dir] = s.spread(0.0002, 0.02)
		case 1:
			delay[dir] = s.between(0.04, 0.2)
		default:
			delay[dir] = 0.04
		}
	}
	return delay
}

// relay turns a path into one to a SOCKS5 relay that goes on from there,
// or to the guard of a Tor client on the same machine.
func (s *session) relay(p *peer) {
	p.addr = s.public()
	if s.chance(0.35) {
		p.port, p.tls, p.wrap.cells = []uint16{443, 9001}[s.IntN(2)], true, true
		p.rtt = s.spread(0.01, 0.15)
		return
	}
	p.port, p.wrap.socks = []uint16{1080, 9050, 1081, 443, 8080}[s.IntN(5)], true
	p.rtt = s.spread(0.0005, 0.2)
	p.tls = s.chance(0.3) // the miner's own, through the relay
}

// greet is SOCKS5 as the client sees it (RFC 1928; RFC 1929 for passwords): the
// methods, a password where asked for, the address or name of the pool, and the
// reply when the relay has reached it.
func (c *conn) greet() {
	d := c.session.dice
	t := c.ready
	if d.chance(0.25) {
		t = c.exchange(t, 4, 0.001, 2)
		t = c.exchange(t, d.size(span{12, 40}), 0.001, 2)
	} else {
		t = c.exchange(t, 3, 0.001, 2)
	}
	request := 10
	if d.chance(0.6) {
		request = 7 + d.size(span{14, 34})
	}
	c.ready = c.exchange(t, request, d.spread(0.005, 0.4), 10)
}

// exchange is a request and its answer outside of TLS.
func (c *conn) exchange(at float64, request int, think float64, answer int) float64 {
	t := c.write(at, c.client, request)
	return c.write(t+c.turn(c.client)+think, 1-c.client, answer) + c.turn(1-c.client)
}

// A Tor cell is 514 bytes and carries 498 of a stream (tor-spec §3, §6.1).
const (
	cellBytes = 514
	cellData  = 498
)

// circuit is what a Tor client and its guard say before the first message
// (tor-spec §4, §5): versions, certificates, then one cell each way for every
// hop and for the stream.
func (c *conn) circuit() {
	d := c.session.dice
	t := c.exchange(c.ready, c.peer.sealed(11), 0.001, c.peer.sealed(d.size(span{1400, 2100})))
	for range 1 + 3 + 1 {
		t = c.exchange(t, c.peer.sealed(cellBytes), d.spread(0.02, 0.5), c.peer.sealed(cellBytes))
	}
	c.ready = t
}

// wrapped is the size of a message of n bytes after padding and cells.
func (c *conn) wrapped(n int) int {
	w := &c.peer.wrap
	if w.pad > 0 {
		n += int(c.session.between(0, 2*w.pad) * float64(n))
	}
	if w.cells {
		n = cellBytes * ((n + cellData - 1) / cellData)
	}
	return n
}
