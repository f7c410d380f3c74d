package sim

import "makes/a/internal/flowlog"

// Target says where and how a program connects.
type Target struct {
	Peer    *Peer
	Port    uint16
	TLS     int     // 0 for plain, 12 or 13
	Keep    float64 // TCP keep-alive the program sets, 0 for none
	Inbound bool    // the peer connects to the host
}

// Sink takes packets: a flow of the interface, or a tunnel.
type Sink interface {
	Add(out bool, t float64, packets, bytes int)
}

// Conn is a TCP connection. Its client is the host, or the peer if inbound.
type Conn struct {
	p       *Proc
	to      Target
	sink    Sink
	mss     int
	head    int // bytes of the IP and TCP headers
	open    bool
	secure  tlsKind
	last    float64    // time of the last packet
	due     [2]float64 // when a delayed acknowledgement goes out: remote, local
	delack  [2]float64
	quick   [2]float64
	heard   [2]float64 // when a side last got a segment
	chatty  [2]bool    // a side that answers fast leaves acknowledging to its answers
	every   [2]int
	keep    float64
	keepOut bool // the host sends the probes
}

func side(out bool) int {
	if out {
		return 1
	}
	return 0
}

// Dial connects (or is connected to, if the target is inbound), with TLS if asked.
func (p *Proc) Dial(to Target) *Conn {
	key := flowlog.Key{Remote: to.Peer.Addr, Proto: flowlog.TCP}
	if to.Inbound {
		key.LocalPort, key.RemotePort = to.Port, uint16(p.R.Int(1025, 65000))
	} else {
		key.LocalPort, key.RemotePort = p.Host.ephemeral(), to.Port
	}
	if _, ok := p.Host.Labels[to.Peer.Addr]; !ok {
		p.Host.Labels[to.Peer.Addr] = p.Label
	}
	return p.dialOver(p.Host.Log.Open(key), to, to.Peer.MSS)
}

func (p *Proc) dialOver(sink Sink, to Target, mss int) *Conn {
	h, q := p.Host, to.Peer
	c := &Conn{p: p, to: to, sink: sink, mss: mss, head: 40, open: true,
		delack: [2]float64{q.Delack, h.delack()}, quick: [2]float64{q.Quick, h.quick},
		every: [2]int{q.AckEvery, h.every}, keep: to.Keep, keepOut: true}
	if q.Stamps && h.stamps() {
		c.head = 52
	} else {
		c.mss += 12
	}
	if q.Keep > 0 && (c.keep == 0 || q.Keep < c.keep) {
		c.keep, c.keepOut = q.Keep, false
	}
	c.handshake()
	if to.TLS != 0 {
		c.startTLS(to.TLS)
	}
	return c
}

func (c *Conn) synSize() (syn, answer int) {
	switch {
	case c.p.Host.OS == "small" && !c.to.Inbound:
		return 44, 44
	case c.head == 52:
		return 60, 60
	case c.p.Host.OS == "linux" && !c.to.Inbound:
		return 60, 52
	}
	return 52, 52
}

func (c *Conn) handshake() {
	p, out := c.p, !c.to.Inbound
	syn, answer := c.synSize()
	c.sink.Add(out, p.Now, 1, syn)
	if p.R.Chance(2 * c.to.Peer.Loss) {
		p.Sleep(1)
		c.sink.Add(out, p.Now, 1, syn)
	}
	half := c.rtt()
	if out {
		p.Sleep(half)
		c.sink.Add(false, p.Now, 1, answer)
		c.sink.Add(true, p.Now, 1, c.head)
	} else {
		c.sink.Add(true, p.Now, 1, answer)
		p.Sleep(half)
		c.sink.Add(false, p.Now, 1, c.head)
	}
	c.last = p.Now
}

func (c *Conn) rtt() float64 {
	return c.to.Peer.RTT + c.p.R.Exp(c.to.Peer.RTT*c.to.Peer.Jitter)
}

// Open tells whether the connection still stands.
func (c *Conn) Open() bool { return c.open }

// Up sends a message from the client to the server.
func (c *Conn) Up(n int) { c.message(!c.to.Inbound, n) }

// Down sends a message from the server to the client.
func (c *Conn) Down(n int) { c.message(c.to.Inbound, n) }

// Ask sends a request and waits for the answer, which takes the server a while.
func (c *Conn) Ask(up, down int, think float64) {
	c.Up(up)
	trip := c.rtt()
	if c.to.Inbound {
		c.p.Sleep(think)
		c.Down(down)
		c.p.Sleep(trip)
	} else {
		c.p.Sleep(think + trip)
		c.Down(down)
	}
}

// Tell sends a request whose answer comes without anybody waiting.
func (c *Conn) Tell(up, down int, think float64) {
	c.p.Aside(func() { c.Ask(up, down, think) })
}

// Close ends the connection in order. The client begins, or the server.
func (c *Conn) Close(byClient bool) {
	if !c.open {
		return
	}
	out := byClient != c.to.Inbound
	c.settle(c.p.Now)
	t := c.p.Now
	if n := c.secure.notify(); n > 0 {
		c.sink.Add(out, t, 1, c.head+n)
	}
	c.sink.Add(out, t, 1, c.head)
	t += c.rtt()
	if c.p.R.Chance(0.4) {
		c.sink.Add(!out, t, 1, c.head) // acknowledged first, closed a moment later
		t += c.p.R.Exp(0.003)
	}
	c.sink.Add(!out, t, 1, c.head)
	c.sink.Add(out, t, 1, c.head)
	c.open = false
}

// Reset ends the connection by an RST of one side.
func (c *Conn) Reset(byClient bool) {
	if c.open {
		c.settle(c.p.Now)
		c.sink.Add(byClient != c.to.Inbound, c.p.Now, 1, 40)
		c.open = false
	}
}

// End ends the connection in one of the ways connections end.
func (c *Conn) End() {
	switch r := c.p.R; {
	case r.Chance(0.45):
		c.Close(true)
	case r.Chance(0.7):
		c.Close(false)
	default:
		c.Reset(r.Chance(0.5))
	}
}
