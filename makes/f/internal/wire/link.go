package wire

import "makes/f/internal/wide"

// Proc is a running program: its own clock, its own chance, its interface.
type Proc struct {
	*Nic
	R     *wide.Rand
	T     float64
	Label Label
}

// Fork runs something that happens beside the program from now on.
func (p *Proc) Fork(do func(q *Proc)) {
	q := *p
	do(&q)
}

// Wait lets d seconds pass.
func (p *Proc) Wait(d float64) { p.T += max(0, d) }

// Link is how a program reaches its peers.
type Link struct {
	Peers   []uint32
	Port    uint16
	Inbound bool          // the peers connect to the interface
	Fresh   func() uint32 // draws a new peer each time, if set
	Path    Path
	Stacks  [2]Stack
	TLS     *TLS
	Closing Closing
	Split   [2]bool
	Socks   bool
	Tunnel  *Tunnel
}

// DrawLink draws habits for reaching peers; addresses, port and encryption are
// left to the caller.
func DrawLink(h *wide.Rand, n *Nic, inside, inbound bool) *Link {
	local, far := DrawStack(h, n.Windows), DrawStack(h, wide.Chance(h, 0.1))
	l := &Link{
		Inbound: inbound, Path: DrawPath(h, inside), Closing: DrawClosing(h),
		Stacks: [2]Stack{local, far}, Split: [2]bool{wide.Chance(h, 0.12), wide.Chance(h, 0.12)},
	}
	if inbound {
		l.Stacks = [2]Stack{far, local}
	}
	return l
}

// flows makes the two flows of an exchange with one of the peers.
func (l *Link) flows(p *Proc, proto uint8, rejected bool) (sent, received *flow) {
	peer := l.Peers[p.R.IntN(len(l.Peers))]
	if l.Fresh != nil {
		peer = l.Fresh()
	}
	if proto == 6 {
		p.Nic.Label(peer, p.Label)
	}
	port := p.port(p.R, peer, p.Windows && !l.Inbound)
	out := Record{src: p.Addr, dst: peer, sport: port, dport: l.Port, proto: proto, rejected: rejected}
	if l.Inbound {
		out.sport, out.dport = l.Port, port
	}
	in := out
	in.src, in.dst, in.sport, in.dport = out.dst, out.src, out.dport, out.sport
	return p.newFlow(out), p.newFlow(in)
}

// Open connects at the program's time, with all handshakes.
func (l *Link) Open(p *Proc) *Conn {
	c := &Conn{
		T: p.T, r: p.R, path: l.Path, stacks: l.Stacks, active: p.T,
	}
	c.out, c.in = l.flows(p, 6, false)
	if l.Inbound {
		c.local = Server
	}
	c.path.RTT *= 0.85 + 0.3*p.R.Float64()
	for s, st := range l.Stacks {
		c.quick[s] = st.quick
		if k := st.keepIdle; k > 0 && (c.keepIdle == 0 || k < c.keepIdle) {
			c.keepIdle = k
		}
	}
	inner := *c
	c.connect()
	if l.Socks {
		c.Ask(3, 2, 0.001)
		c.Wait(c.lag(Client))
		c.Ask(10+c.r.IntN(20), 10, 0.05)
		c.Wait(c.lag(Client))
	}
	if l.TLS != nil {
		l.TLS.handshake(c)
		c.tls = l.TLS
	}
	if l.Tunnel != nil {
		l.Tunnel.open(c, &inner)
		inner.connect()
		c = &inner
	}
	c.split = l.Split
	return c
}

// connect exchanges the three packets that open a connection.
func (c *Conn) connect() {
	c.header, c.mss = 40, c.path.MSS
	syn := 52
	if c.stacks[Client].stamps && c.stacks[Server].stamps {
		c.header, c.mss, syn = 52, c.path.MSS-12, 60
	}
	c.emit(Client, c.T, 1, syn)
	if wide.Chance(c.r, c.path.Loss) {
		c.T += c.stacks[Client].synWait
		c.emit(Client, c.T, 1, syn)
	}
	c.T += c.lag(Server)
	c.emit(Server, c.T, 1, syn)
	c.T += c.lag(Client)
	c.emit(Client, c.T, 1, c.header)
}

// Failure is why a connection does not come to be.
type Failure int

const (
	Rejected Failure = iota // by a rule at the interface
	Dropped                 // somewhere, silently
	Refused                 // by the peer, with a reset
)

// Fail tries to connect in vain and gives up after so many seconds at most.
func (l *Link) Fail(p *Proc, why Failure, patience float64) {
	ask, answer := l.flows(p, 6, why == Rejected)
	if l.Inbound {
		ask, answer = answer, ask
	}
	st := l.Stacks[Client]
	syn, tries, gap, growth, end := 52, st.synRetries, st.synWait, 2.0, p.T+patience
	if st.stamps {
		syn = 60
	}
	if why == Refused {
		tries, gap, growth = st.rstRetries, 0.5, 1
	}
	for ; ; tries-- {
		ask.add(p.T, 1, syn)
		if why == Refused {
			answer.add(p.T+l.Path.RTT, 1, 40)
		}
		if tries == 0 || p.T+gap >= end {
			break
		}
		p.T += gap
		gap *= growth
	}
	if why == Refused {
		gap = l.Path.RTT
	}
	p.T = min(p.T+gap, end)
}

// Datagrams exchanges a request and an answer over UDP.
func (l *Link) Datagrams(p *Proc, up, down int) {
	out, in := l.flows(p, 17, false)
	out.add(p.T, 1, up+28)
	in.add(p.T+l.Path.RTT, 1, down+28)
}
