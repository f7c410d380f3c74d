// Package tcp counts the packets of TCP connections: segments, delayed and
// piggy-backed acknowledgements, keep-alives, retransmissions and closes.
package tcp

import (
	"math/rand/v2"

	"makes/l/internal/flow"
)

// Sides of a connection, and directions by who sends.
const (
	Client = 0
	Server = 1
)

const ipTCP = 40 // headers without options

// Stack is what a host's TCP does.
type Stack struct {
	Stamps bool    // offers timestamps
	MSS    int     // without options
	Every  int     // segments that are acknowledged at once
	Delay  float64 // of acknowledgements, in seconds
	Quick  int     // segments acknowledged without delay at first
	Keep   float64 // idle seconds before a keep-alive, if any
	Probe  int     // bytes in a keep-alive
	SYNs   int     // tries to connect
}

// Path is the way between two hosts.
type Path struct {
	RTT  float64
	Loss float64 // of a segment
	Rate float64 // bytes a second
}

// Conn is one connection.
type Conn struct {
	T      float64 // now
	Local  int     // the side that the interface belongs to
	flow   *flow.Flow
	rng    *rand.Rand
	path   Path
	hdr    int // headers of all but the first segments
	syn    int
	mss    int
	side   [2]side
	last   float64 // time of the last packet
	keeper int
	keep   float64
	spoke  int
	layer  Layer
	raw    bool // datagrams
}

// NewDatagrams makes a flow of UDP or ICMP, which is used as a connection.
func NewDatagrams(f *flow.Flow, rng *rand.Rand, path Path, local int) *Conn {
	return &Conn{flow: f, rng: rng, path: path, hdr: 28, mss: 1472, raw: true, Local: local, layer: Layer{record: 1 << 30, block: 1}}
}

type side struct {
	Stack
	odd int // segments not yet acknowledged
	due float64
}

// New makes a connection that is not yet open.
func New(f *flow.Flow, rng *rand.Rand, client, server Stack, path Path, local int, layer Layer) *Conn {
	c := &Conn{flow: f, rng: rng, path: path, hdr: ipTCP, syn: ipTCP + 12, Local: local, layer: layer,
		side: [2]side{{Stack: client}, {Stack: server}}, mss: min(client.MSS, server.MSS)}
	if client.Stamps {
		c.syn = ipTCP + 20
	}
	if client.Stamps && server.Stamps {
		c.hdr, c.mss = ipTCP+12, c.mss-12
	}
	for i := range c.side {
		if k := c.side[i].Keep; k > 0 && (c.keep == 0 || k < c.keep) {
			c.keep, c.keeper = k, i
		}
	}
	return c
}

// RTT is the round-trip time of the path.
func (c *Conn) RTT() float64 { return c.path.RTT }

func (c *Conn) count(side int, at float64, packets, bytes int) {
	c.flow.Count(side, at, packets, bytes)
	c.last = max(c.last, at)
}

// Open makes the handshake, and that of the layer above, at a time.
func (c *Conn) Open(at float64) {
	c.T = at
	if c.raw {
		return
	}
	reply := ipTCP + 12
	if c.hdr > ipTCP {
		reply = c.syn
	}
	c.count(Client, at, 1, c.syn)
	c.count(Server, at+c.path.RTT, 1, reply)
	c.T += c.path.RTT
	c.count(Client, c.T, 1, c.hdr)
	c.spoke = Client
	c.layer.open(c)
}

// Resume takes up a connection that was opened before the log.
func (c *Conn) Resume(at float64) {
	c.T, c.last = at, at
	c.side[0].Quick, c.side[1].Quick = 0, 0
}

// Say sends a message of the protocol through the layer.
func (c *Conn) Say(side, size int) {
	c.Send(side, c.layer.Size(side, size))
	if c.layer.acks {
		c.Send(1-side, c.layer.Size(1-side, 0))
		c.spoke = side
	}
}

// Turn lets a round trip pass if the other side spoke last, and says so.
func (c *Conn) Turn(side int) bool {
	if side == c.spoke {
		return false
	}
	c.T += c.path.RTT
	c.spoke = side
	return true
}

// Send sends bytes from one side now.
func (c *Conn) Send(from, size int) {
	if size <= 0 {
		return
	}
	c.spoke = from
	c.settle(c.T)
	s, to := &c.side[from], &c.side[1-from]
	s.odd = 0
	n := (size + c.mss - 1) / c.mss
	if c.raw {
		c.count(from, c.T, n, size+n*c.hdr)
		return
	}
	c.lose(from, min(size, c.mss), n)
	if n <= 20 {
		c.count(from, c.T, n, size+n*c.hdr)
		c.receive(1-from, n)
		return
	}
	for n > 0 {
		room := int((c.flow.End() - c.T) * c.path.Rate / float64(c.mss))
		k := min(n, max(room, 10))
		part := min(size, k*c.mss)
		c.count(from, c.T, k, part+k*c.hdr)
		acks := (k + to.Every - 1) / to.Every
		c.count(1-from, c.T, acks, acks*c.hdr)
		n, size = n-k, size-part
		c.T += float64(part) / c.path.Rate
	}
}

func (c *Conn) lose(from, size, n int) {
	if c.path.Loss == 0 || c.rng.Float64() > c.path.Loss*float64(n) {
		return
	}
	lost := 1 + max(0, int(c.path.Loss*float64(n)))
	if from == c.Local || c.rng.IntN(2) == 0 { // a loss on the way in is not seen twice
		c.count(from, c.T+0.2+c.path.RTT, lost, lost*(size+c.hdr))
	}
	if n > 2 {
		c.count(1-from, c.T+c.path.RTT, 3*lost, 3*lost*(c.hdr+12))
	}
}

// receive acknowledges segments at once or later.
func (c *Conn) receive(who, n int) {
	s := &c.side[who]
	if s.odd == 0 {
		s.due = c.T + s.Delay
	}
	s.odd += n
	acks := s.odd / s.Every
	s.odd %= s.Every
	if s.odd > 0 && (s.Delay == 0 || s.Quick > 0) {
		acks, s.odd = acks+1, 0
	}
	s.Quick -= min(s.Quick, n)
	if acks > 0 {
		c.count(who, c.T, acks, acks*c.hdr)
	}
}

func (c *Conn) settle(now float64) {
	for i := range c.side {
		if s := &c.side[i]; s.odd > 0 && s.due <= now {
			s.odd = 0
			c.count(i, s.due, 1, c.hdr)
		}
	}
}

// Wait lets time pass, with keep-alives if it is long.
func (c *Conn) Wait(until float64) {
	if until <= c.T {
		return
	}
	c.settle(until)
	for c.keep > 0 && c.last+c.keep < until {
		at := c.last + c.keep
		c.count(c.keeper, at, 1, c.hdr+c.side[c.keeper].Probe)
		c.count(1-c.keeper, at, 1, c.hdr)
	}
	c.T = until
}

// Close ends the connection in order, one side first.
func (c *Conn) Close(first int) {
	if c.raw {
		c.flow.Flush()
		return
	}
	c.layer.close(c, first)
	c.settle(c.T)
	c.count(first, c.T, 1, c.hdr)
	c.T += c.path.RTT
	if c.rng.IntN(3) == 0 {
		c.count(1-first, c.T, 1, c.hdr)
	}
	c.count(1-first, c.T, 1, c.hdr)
	c.count(first, c.T, 1, c.hdr)
	c.flow.Flush()
}

// Reset ends the connection by a reset from one side.
func (c *Conn) Reset(by int) {
	if c.raw {
		c.flow.Flush()
		return
	}
	c.settle(c.T)
	n := 1 + c.rng.IntN(2)
	c.count(by, c.T, n, n*ipTCP)
	c.flow.Flush()
}

// Vanish leaves the connection without a word: one side sends its last message
// again and again, until it gives up.
func (c *Conn) Vanish(by, size, times int) {
	c.settle(c.T)
	wait := 0.2 + c.path.RTT
	for range times {
		c.count(by, c.T, 1, c.hdr+min(size, c.mss))
		c.T += wait
		wait = min(2*wait, 120)
	}
	c.flow.Flush()
}

// Abandon leaves the connection at the end of the log.
func (c *Conn) Abandon() { c.flow.Flush() }

// Knock is an attempt to connect that fails: refused by a reset, or without any
// answer until the program's patience or the stack's tries end. It gives the
// time when it is over.
func Knock(f *flow.Flow, s Stack, at, patience, rtt float64, refused bool) float64 {
	syn := ipTCP + 12
	if s.Stamps {
		syn += 8
	}
	if refused {
		f.Count(Client, at, 1, syn)
		f.Count(Server, at+rtt, 1, ipTCP)
		f.Flush()
		return at + rtt
	}
	t, wait := at, 1.0
	for range s.SYNs {
		f.Count(Client, t, 1, syn)
		if t+wait >= at+patience {
			t = at + patience
			break
		}
		t += wait
		wait *= 2
	}
	f.Flush()
	return t
}
