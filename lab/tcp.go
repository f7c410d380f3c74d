package lab

import (
	"math"
	"net/netip"
)

const tcp = 6

// IP-level bytes of a packet without payload (IPv4): plain, with the
// timestamps option, and a SYN with the usual options and with or without
// timestamps. A SYN's options are MSS, SACK permitted, window scale (and
// timestamps), padded to a multiple of four.
const (
	headerPlain = 40
	headerStamp = 52
	synPlain    = 52
	synStamp    = 60
	mtu         = 1500
	jumbo       = 9001 // between instances of a VPC
)

// A peer is the other side of connections, and the path to it.
type peer struct {
	addr    netip.Addr
	port    uint16 // the server's, on whichever side it is
	inbound bool   // the peer is the client
	stamps  bool   // both ends speak the timestamps option
	patient bool   // a SYN is sent again after 3 s, not 1 (RFC 2988 before RFC 6298)
	tls     bool
	wrap    wrap       // what else becomes of a message on its way
	mtu     int        // of the path, in bytes; 0 for that of the Internet
	trail   [2]int     // bytes of a message, by direction, that are written by themselves: a newline, a body behind its header; 0 for none
	rtt     float64    // seconds
	rate    float64    // bytes a second
	loss    float64    // probability that a segment is sent again
	delay   [2]float64 // ACK delay of who receives in that direction, seconds
}

// far and near are peers across the Internet and in the same network.
func (s *session) far(port uint16) *peer {
	return s.peer(s.public(), port, s.spread(0.004, 0.18))
}

// Instances of a VPC may send each other packets of 9001 bytes, as those of
// today do unless told otherwise, and of 8500 through a transit gateway.
func (s *session) near(port uint16) *peer {
	p := s.peer(s.private(), port, s.spread(0.0002, 0.003))
	if s.chance(0.6) {
		p.mtu = jumbo
		if s.chance(0.1) {
			p.mtu = 8500
		}
	}
	return p
}

func (s *session) peer(addr netip.Addr, port uint16, rtt float64) *peer {
	p := &peer{addr: s.facing(addr), port: port, rtt: rtt, stamps: s.chance(0.85)}
	p.rate = s.spread(2e6, 6e7)
	p.loss = s.spread(1e-5, 2e-3)
	p.delay = [2]float64{in: 0.04, out: 0.04}
	if !p.stamps { // a Windows stack, likely: its ACKs wait longer
		p.delay[out] = s.between(0.05, 0.2)
	}
	for dir := range p.trail {
		if s.chance(0.05) {
			p.trail[dir] = s.size(span{1, 2})
			if s.chance(0.3) {
				p.trail[dir] = s.size(span{20, 250})
			}
		}
	}
	return p
}

// A conn is a TCP connection, metered at the local side: packets out pass when
// they are sent, packets in when they arrive.
type conn struct {
	session *session
	peer    *peer
	flow    *flow
	tunnel  *tunnel // what the packets go through instead, nil for none
	client  int     // the direction in which the client sends
	ready   float64 // the handshakes are done
	header  int
	segment int     // most bytes of payload in a packet
	sending [2]half // by direction of the data
	slot    int     // index in session.open
}

// A half is the data of one direction, and what its receiver owes for it.
type half struct {
	unacked  int     // payload bytes not acknowledged yet
	earliest float64 // when an ACK for all of them can pass
	due      float64 // when the delayed ACK passes
	free     float64 // when the next segment can pass
}

// connect opens a connection at the given time: SYN, SYN-ACK, ACK, and what
// comes before the first message: SOCKS, TLS.
func (s *session) connect(p *peer, at float64) *conn {
	s.share(p)
	c := s.newConn(p)
	syn := synPlain
	if p.stamps {
		syn = synStamp
	}
	server := 1 - c.client
	c.signal(at, c.client, syn, flagSYN)
	c.signal(at+c.turn(c.client), server, syn, flagSYN|flagACK)
	c.ready = at + p.rtt
	c.packet(c.ready, c.client, c.header)
	if p.wrap.socks {
		c.greet()
	}
	if p.tls {
		c.handshake()
	}
	if p.wrap.cells {
		c.circuit()
	}
	return c
}

func (s *session) newConn(p *peer) *conn {
	c := &conn{session: s, peer: p, client: out, header: headerPlain, slot: len(s.open)}
	local, remote := s.nextPort(), p.port
	if p.inbound {
		c.client = in
		local, remote = remote, local
	}
	if p.stamps {
		c.header = headerStamp
	}
	if c.tunnel = s.tunnel; c.tunnel != nil {
		c.flow = new(flow) // nobody sees it
	} else {
		c.flow = s.newFlow(tcp, local, netip.AddrPortFrom(p.addr, remote))
	}
	if p.inbound {
		c.flow.via = nil // nobody comes in through a NAT gateway
	}
	c.segment = mtu - c.header - c.flow.extra
	if p.mtu > 0 {
		c.segment = p.mtu - c.header - c.flow.extra
	}
	if c.tunnel != nil {
		c.segment = min(c.segment, c.tunnel.mtu-c.header)
	}
	for dir := range c.sending {
		c.sending[dir] = half{due: math.Inf(1), free: math.Inf(-1), earliest: math.Inf(-1)}
	}
	s.open = append(s.open, c)
	return c
}

// packet counts a packet of so many IP-level bytes, or hands it to the tunnel.
func (c *conn) packet(at float64, dir, bytes int) { c.signal(at, dir, bytes, 0) }

// signal is the same for a packet with flags.
func (c *conn) signal(at float64, dir, bytes int, flags uint8) {
	if c.tunnel != nil {
		c.tunnel.carry(at, dir, bytes)
		return
	}
	c.flow.signal(at, dir, bytes, flags)
}

// turn is how long after a packet in direction dir its answer can pass.
func (c *conn) turn(dir int) float64 {
	if dir == out {
		return c.peer.rtt
	}
	return 0
}

// send writes n bytes of application data at the given time, which is when
// they leave or, for the remote side, arrive. It returns when the last segment
// passes.
func (c *conn) send(at float64, dir, n int) float64 {
	n = c.wrapped(n)
	if last := c.peer.trail[dir]; last > 0 && last < n {
		at = c.part(at, dir, n-last)
		n = last
	}
	return c.part(at, dir, n)
}

// part is one call of the program's write.
func (c *conn) part(at float64, dir, n int) float64 {
	if c.peer.tls {
		n = c.peer.sealed(n)
	}
	return c.write(at, dir, n)
}

// write sends n bytes as segments. A receiver acknowledges at once when more
// than one segment is outstanding, else after its delay, unless it has data to
// send before that.
func (c *conn) write(at float64, dir, n int) float64 {
	h := &c.sending[dir]
	t := max(at, h.free)
	c.advance(t)
	c.piggyback(t, 1-dir)
	passed := t
	for n > 0 {
		segment := min(n, c.segment)
		n -= segment
		c.packet(t, dir, c.header+segment)
		if c.session.chance(c.peer.loss) {
			t = c.again(t, dir, segment)
		}
		passed = t
		h.unacked += segment
		h.earliest = t + c.turn(dir)
		h.due = h.earliest + c.peer.delay[1-dir]
		if h.unacked > c.segment {
			c.ack(h.earliest, dir)
		}
		t += float64(c.header+segment) / c.peer.rate
	}
	h.free = t
	return passed
}

// again sends a segment a second time. It is the second one the receiver takes.
func (c *conn) again(t float64, dir, segment int) float64 {
	t += max(0.2, 2*c.peer.rtt) // RFC 6298 with Linux's minimum
	c.packet(t, dir, c.header+segment)
	return t
}

// advance lets delayed ACKs due by t pass.
func (c *conn) advance(t float64) {
	for dir := range c.sending {
		if h := &c.sending[dir]; h.due <= t {
			c.ack(h.due, dir)
		}
	}
}

// ack acknowledges the data of direction dir with a packet of its own.
func (c *conn) ack(t float64, dir int) {
	c.packet(t, 1-dir, c.header)
	c.sending[dir].acked()
}

// piggyback acknowledges the data of direction dir with a packet that passes
// at t anyway.
func (c *conn) piggyback(t float64, dir int) {
	if h := &c.sending[dir]; t >= h.earliest {
		h.acked()
	}
}

func (h *half) acked() {
	h.unacked = 0
	h.due = math.Inf(1)
}

// ask is a request of the client and the server's reply, which it begins to
// send after thinking. It returns when the reply has passed.
func (c *conn) ask(at float64, request int, think float64, reply int) float64 {
	t := c.send(max(at, c.ready), c.client, request)
	return c.send(t+c.turn(c.client)+think, 1-c.client, reply)
}

// probe is a TCP keep-alive: an empty segment and its ACK (RFC 1122 §4.2.3.6).
func (c *conn) probe(at float64, dir int) {
	c.advance(at)
	c.packet(at, dir, c.header)
	c.packet(at+c.turn(dir), 1-dir, c.header)
}

// close ends the connection from one side: FIN, FIN-ACK, ACK.
func (c *conn) close(at float64, dir int) {
	t := max(at, c.sending[dir].free, c.sending[1-dir].free)
	if c.peer.tls {
		t = c.write(t, dir, c.peer.sealed(closeNotify))
	}
	c.advance(t)
	c.piggyback(t, 1-dir)
	c.signal(t, dir, c.header, flagFIN)
	back := t + c.turn(dir)
	c.advance(back)
	c.sending[dir].acked()
	c.signal(back, 1-dir, c.header, flagFIN)
	last := t + c.peer.rtt
	c.advance(last)
	c.packet(last, dir, c.header)
	c.drop()
}

// reset ends the connection with a RST, which has no options.
func (c *conn) reset(at float64, dir int) {
	c.advance(at)
	c.signal(at, dir, headerPlain, flagRST)
	c.drop()
}

// drop forgets the connection without a packet.
func (c *conn) drop() {
	c.advance(math.MaxFloat64)
	c.flow.over = true
	last := len(c.session.open) - 1
	moved := c.session.open[last]
	c.session.open[c.slot], moved.slot = moved, c.slot
	c.session.open = c.session.open[:last]
}

// knocks is how many SYNs go out until a client that waits so many seconds gives
// up (RFC 6298); the kernel does after seven.
func (p *peer) knocks(patience float64) int {
	n := 1
	for n < 7 && p.firstRetry()*float64(int(1)<<n-1) < patience {
		n++
	}
	return n
}

// firstRetry is the time between the first two SYNs; it doubles from there.
func (p *peer) firstRetry() float64 {
	if p.patient {
		return 3
	}
	return 1
}

// refused is a connection attempt answered by a RST.
func (s *session) refused(p *peer, at float64) {
	s.attempt(p, at, 1, closed)
}

// unanswered is a connection attempt into the void: SYNs at 0, 1, 3, 7 ... s,
// as many as given, or three times as slow.
func (s *session) unanswered(p *peer, at float64, syns int) *flow {
	return s.attempt(p, at, syns, silent)
}

// rejected is the same where a security group or network ACL lets nothing pass.
func (s *session) rejected(p *peer, at float64, syns int) *flow {
	return s.attempt(p, at, syns, filtered)
}

// attempt knocks at a wall of a sort.
func (s *session) attempt(p *peer, at float64, syns, sort int) *flow {
	c := s.newConn(p)
	c.flow.rejected = sort == filtered
	syn := synPlain
	if p.stamps {
		syn = synStamp
	}
	for i := range syns {
		c.signal(at+p.firstRetry()*float64(int(1)<<i-1), c.client, syn, flagSYN)
	}
	if sort == closed {
		c.signal(at+c.turn(c.client), 1-c.client, headerPlain, flagRST)
	}
	c.drop()
	return c.flow
}
