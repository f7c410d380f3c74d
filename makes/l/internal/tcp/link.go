package tcp

import (
	"math/rand/v2"

	"makes/l/internal/flow"
)

// Outage is a time when a link's server cannot be reached.
type Outage struct {
	From, To float64
	How      How
}

// How says in what way a server cannot be reached.
type How int

// Ways in which connections fail.
const (
	Refused How = iota // by a reset
	Dead               // without an answer
	Denied             // by the interface's security group
)

// Link is a client and a server that connect to each other, as seen at the
// interface of one of them.
type Link struct {
	Tap      *flow.Tap
	Rng      *rand.Rand
	Addr     [2]uint32
	Port     uint16 // of the server
	Proto    uint8
	Stack    [2]Stack
	Path     Path
	Local    int
	Layer    Layer
	Patience float64 // seconds that the client waits for an answer
	Outages  []Outage
	Windows  bool // the client takes ports from 49152 on
	Hangup   bool // the server closes as soon as the client has said who it is
	Fixed    bool // the client's port is the server's
	Seen     bool // there was traffic
	flow     *flow.Flow
}

func (l *Link) port() uint16 {
	switch {
	case l.Proto == flow.ICMP:
		return 0
	case l.Fixed:
		return l.Port
	case l.Windows:
		return uint16(49152 + l.Rng.IntN(16384))
	}
	return uint16(32768 + l.Rng.IntN(28232))
}

func (l *Link) newFlow(denied bool) *flow.Flow {
	return l.Tap.Flow(l.Proto, l.Addr[0], l.port(), l.Addr[1], l.Port, denied)
}

// Up gives the time of the next outage from a time on, and whether there is
// none now.
func (l *Link) Up(at float64) (until float64, how How, up bool) {
	until = 1e18
	for _, o := range l.Outages {
		if at >= o.From && at < o.To {
			return o.To, o.How, false
		}
		if o.From > at && o.From < until {
			until, how = o.From, o.How
		}
	}
	return until, how, true
}

// Dial tries to connect: it gives an open connection, or nil and the time when
// the try is over.
func (l *Link) Dial(at float64) (*Conn, float64) {
	_, how, up := l.Up(at)
	if l.Proto != flow.TCP {
		if !up {
			f := l.newFlow(how == Denied)
			n := 1 + l.Rng.IntN(3)
			f.Count(Client, at, n, 76*n)
			f.Flush()
			l.Seen = l.Seen || f.Seen()
			return nil, at + 1
		}
		l.flow = l.newFlow(false)
		c := NewDatagrams(l.flow, l.Rng, l.Path, l.Local)
		c.Open(at)
		return c, at
	}
	if !up {
		f := l.newFlow(how == Denied)
		end := Knock(f, l.Stack[Client], at, l.Patience, l.Path.RTT, how == Refused)
		l.Seen = l.Seen || f.Seen()
		return nil, end
	}
	c := l.conn()
	c.Open(at)
	return c, c.T
}

// Resume gives a connection that is already open.
func (l *Link) Resume(at float64) *Conn {
	if l.Proto != flow.TCP {
		c, _ := l.Dial(at)
		return c
	}
	c := l.conn()
	c.Resume(at)
	return c
}

func (l *Link) conn() *Conn {
	l.flow = l.newFlow(false)
	return New(l.flow, l.Rng, l.Stack[Client], l.Stack[Server], l.Path, l.Local, l.Layer)
}

// Done notes whether the link's present connection had traffic.
func (l *Link) Done() {
	if l.flow != nil {
		l.Seen = l.Seen || l.flow.Seen()
	}
}
