package netsim

// Protocol numbers.
const (
	TCP = 6
	UDP = 17
)

// Directions of a connection: from the one who opened it, and to it.
const (
	up   = 0
	down = 1
)

// Conn is a TCP connection of a program. Up is always from the opener to the
// acceptor, whichever of them the interface is.
type Conn struct {
	p        *Proc
	peer     *Peer
	accepted bool // the interface is the acceptor
	flows    [2]flow
	head     int // IP and TCP header of an ordinary packet
	mss      int
	closed   bool
	dies     float64 // when it will be cut from outside

	ackDue  [2]float64 // when the side must acknowledge, 0 for nothing owed
	lossIn  float64    // segments until the next one is lost
	perAck  int        // segments per acknowledgement in bulk
	active  float64    // last message or keep-alive
	keep    float64    // seconds of silence before a keep-alive
	record  int        // bytes a TLS record adds
	inner   int        // bytes a tunnelled packet adds, 0 without tunnel
	keepLen int        // bytes of a keep-alive message, 0 for an empty probe
}

// Dial opens a connection to a peer. It returns nil, after the time it took,
// if the peer cannot be reached.
func (p *Proc) Dial(peer *Peer, port int) *Conn {
	p.wake()
	p.hangUp()
	p.port = nextPort(p.port)
	c := p.conn0(peer, false, Key{Src: p.Host.Addr, Dst: peer.Addr, SrcPort: p.port,
		DstPort: uint16(port), Protocol: TCP, Reject: peer.Policy == Reject})
	policy := peer.Policy
	if s := peer.Outages.Next(p.Now); policy == Open && p.Now >= s.From {
		policy = Refuse
		if int(s.From)%3 == 0 { // of some outages the machine is gone, not only the program
			policy = Drop
		}
	}
	switch policy {
	case Refuse:
		c.flows[up].add(p.Now, 1, p.Host.Stack.Syn)
		c.flows[down].add(p.Now+peer.RTT, 1, 40)
		p.Sleep(peer.RTT)
		return nil
	case Drop, Reject:
		c.knock()
		return nil
	}
	return c.shake()
}

// Accept takes a connection that a peer opens to a port of the interface.
func (p *Proc) Accept(peer *Peer, port int) *Conn {
	p.wake()
	p.hangUp()
	c := p.conn0(peer, true, Key{Src: peer.Addr, Dst: p.Host.Addr, SrcPort: peer.call(),
		DstPort: uint16(port), Protocol: TCP})
	return c.shake()
}

func (p *Proc) hangUp() {
	if p.conn != nil {
		p.conn.Close()
	}
}

func (p *Proc) conn0(peer *Peer, accepted bool, k Key) *Conn {
	back := k
	back.Src, back.Dst, back.SrcPort, back.DstPort = k.Dst, k.Src, k.DstPort, k.SrcPort
	opt := p.Host.Stack.Options
	if !peer.Options {
		opt = 0
	}
	c := &Conn{p: p, peer: peer, accepted: accepted, head: 40 + opt, mss: peer.MTU - 40 - opt,
		dies: peer.Outages.Next(p.Now).From, perAck: 2}
	c.flows[up] = flow{host: p.Host, key: k, proc: p, peer: peer.Addr, last: p.Now}
	c.flows[down] = flow{host: p.Host, key: back, proc: p, peer: peer.Addr, last: p.Now}
	if p.Chance(0.5) {
		c.perAck = p.Int(2, 12)
	}
	c.lossIn = c.nextLoss()
	return c
}

// knock repeats a SYN that nobody answers.
func (c *Conn) knock() {
	p := c.p
	wait, gone := 1.0, 0.0
	for i := 0; i <= p.Host.Stack.Retries && gone <= p.Timeout; i++ {
		c.flows[up].add(p.Now+gone, 1, p.Host.Stack.Syn)
		gone += wait
		wait *= 2
	}
	p.Sleep(min(gone, p.Timeout))
}

// Knock is a scan: a peer sends a SYN or two from outside. What the security
// group lets pass is refused by a closed port.
func (p *Proc) Knock(peer *Peer, port int) {
	k := Key{Src: peer.Addr, Dst: p.Host.Addr, SrcPort: peer.call(), DstPort: uint16(port),
		Protocol: TCP, Reject: peer.Policy == Reject}
	c := p.conn0(peer, true, k)
	syn := []int{40, 44, 52, 60}[p.IntN(4)]
	for i := range 1 + p.Rank(3) {
		c.flows[up].add(p.Now+float64(i), 1, syn)
		if !k.Reject {
			c.flows[down].add(p.Now+float64(i), 1, 40)
		}
	}
}

// shake is the three-way handshake.
func (c *Conn) shake() *Conn {
	t, syn := c.p.Now, c.p.Host.Stack.Syn
	c.flows[up].add(t, 1, syn)
	c.flows[down].add(t+c.peer.RTT, 1, syn)
	c.flows[up].add(t+c.peer.RTT, 1, c.head)
	c.p.conn = c
	c.active = t
	c.Wait(c.peer.RTT)
	return c
}

// Limit cuts the connection after d seconds at the latest, by the acceptor or
// by something in between.
func (c *Conn) Limit(d float64) { c.dies = min(c.dies, c.p.Now+d) }

// Probe turns on keep-alives after so many seconds of silence.
func (c *Conn) Probe(seconds float64) { c.keep = seconds }

// Close ends the connection from the side that opened it.
func (c *Conn) Close() { c.finish(up) }

// HangUp ends the connection from the side that accepted it.
func (c *Conn) HangUp() { c.finish(down) }

// finish exchanges FINs, begun by one side.
func (c *Conn) finish(side int) {
	if c.closed {
		return
	}
	c.settle(c.p.Now)
	c.closed = true
	c.p.conn = nil
	t, rtt := c.p.Now, c.peer.RTT
	alert := 0
	if c.record > 0 {
		alert = c.record + 2
	}
	c.flows[side].add(t, 1, c.head+alert)
	c.flows[1-side].add(t+rtt, 1, c.head)
	c.flows[side].add(t+rtt, 1, c.head)
}

// Reset ends the connection with a reset from the acceptor.
func (c *Conn) Reset() {
	if c.closed {
		return
	}
	c.closed = true
	c.p.conn = nil
	c.flows[down].add(c.p.Now, 1, 40)
}

// Wait lets d seconds pass and tells whether the connection is still there.
func (c *Conn) Wait(d float64) bool {
	if c.closed {
		c.p.Sleep(d)
		return false
	}
	p := c.p
	until := p.Now + d
	away := p.Away.Next(p.Now)
	if until < c.dies && until < away.From {
		c.settle(until)
		p.pass(until)
		return !c.closed
	}
	end := max(p.Now, min(c.dies, away.From))
	c.settle(end)
	p.pass(end)
	switch {
	case away.From <= end && c.accepted:
		c.HangUp()
	case away.From <= end:
		c.Close()
	default:
		c.cut()
	}
	p.wake()
	return false
}

// cut ends the connection in one of the ways networks and servers do.
func (c *Conn) cut() {
	switch x := c.p.Float64(); {
	case x < 0.55:
		c.HangUp()
	case x < 0.8:
		c.Reset()
	default:
		c.vanish()
	}
}

// vanish is a far end that answers no more: the interface repeats its last
// words, ever more slowly, until it gives up.
func (c *Conn) vanish() {
	c.closed = true
	c.p.conn = nil
	side := up
	if c.accepted {
		side = down
	}
	wait, gone := 0.2+2*c.peer.RTT, 0.0
	patience := c.p.Scale(3, 900)
	words := c.head + c.p.Size(20, 500)
	for gone < patience {
		c.flows[side].add(c.p.Now+gone, 1, words)
		gone += wait
		wait = min(2*wait, 120)
	}
	c.p.Sleep(gone)
}
