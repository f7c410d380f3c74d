package sim

import (
	"math"

	"makes/e/internal/flow"
)

// Side is an end of a connection.
type Side int

// The ends of a connection.
const (
	Client Side = iota
	Server
)

// sink takes the packets of a connection: a flow log, or a tunnel's other connection.
type sink interface {
	packets(t float64, from Side, count, bytes int)
	closed()
}

// tcpEnd is the state of one end's TCP.
type tcpEnd struct {
	owed   int     // segments not yet acknowledged
	due    float64 // when they will be
	quick  int     // acknowledgements still sent at once
	delay  float64 // longest delay of an acknowledgement
	every  int     // segments of a burst that share an acknowledgement
	remote bool    // its answers take a round trip
	keep   float64 // idle seconds before a keep-alive probe
}

// Conn is a TCP connection as the interface sees it.
type Conn struct {
	p      *Program
	peer   Peer
	out    sink
	header int // IP and TCP header of a segment
	mss    int // payload of a full segment
	ends   [2]tcpEnd
	pings  []ping
	layers []Layer
	last   float64 // latest packet
}

// ping is an exchange that goes on by itself while the connection lives.
type ping struct {
	every    float64
	from     Side
	ask, ans int
	at       float64
	idle     bool // only when that side has sent nothing for so long
}

// RTT is the round trip to the other end.
func (c *Conn) RTT() float64 { return c.peer.RTT }

// Keep sets the TCP keep-alive idle times of both ends (0: none).
func (c *Conn) Keep(client, server float64) *Conn {
	c.ends[Client].keep, c.ends[Server].keep = client, server
	return c
}

// Ping adds an exchange of ask and ans bytes every so many seconds (after layers).
func (c *Conn) Ping(every float64, from Side, ask, ans int) {
	c.pings = append(c.pings, ping{every, from, ask, ans, c.p.Now + every, false})
}

// Heartbeat is a ping that is sent only by a side that is otherwise silent.
func (c *Conn) Heartbeat(every float64, from Side, ask, ans int) {
	c.pings = append(c.pings, ping{every, from, ask, ans, c.p.Now + every, true})
}

// Up sends a message from the client to the server.
func (c *Conn) Up(n int) { c.send(Client, n) }

// Down sends a message from the server to the client.
func (c *Conn) Down(n int) { c.send(Server, n) }

// Ask sends a request and, after the server's thinking, gets the answer.
func (c *Conn) Ask(up, down int, think float64) {
	c.send(Client, up)
	c.p.Wait(c.peer.RTT + think)
	c.send(Server, down)
}

// Push sends a request by the server that the client answers.
func (c *Conn) Push(down, up int, think float64) {
	c.send(Server, down)
	c.p.Wait(c.peer.RTT + think)
	c.send(Client, up)
}

// send passes a message through the layers to TCP.
func (c *Conn) send(from Side, n int) {
	for _, l := range c.layers {
		n = l(from, n)
	}
	c.catchUp(c.p.Now)
	if n <= 10*c.mss {
		c.segments(c.p.Now, from, n)
		if c.Rare(1, c.peer.Loss) > 0 {
			c.lostTail(from, n)
		}
		return
	}
	c.bulk(from, n)
}

// Rare draws with the program's dice.
func (c *Conn) Rare(n int, p float64) int { return c.p.Rare(n, p) }

// catchUp lets everything happen that falls due before t by itself.
func (c *Conn) catchUp(t float64) {
	for {
		next, what := t, -1
		for s := range c.ends {
			if e := &c.ends[s]; e.owed > 0 && e.due < next {
				next, what = e.due, s
			}
		}
		for s := range c.ends {
			if e := &c.ends[s]; e.keep > 0 && c.last+e.keep < next {
				next, what = c.last+e.keep, 2+s
			}
		}
		for i := range c.pings {
			if c.pings[i].at < next {
				next, what = c.pings[i].at, 4+i
			}
		}
		switch {
		case what < 0:
			return
		case what < 2:
			c.acknowledge(next, Side(what))
		case what < 4:
			c.probe(next, Side(what-2))
		default:
			c.pinged(next, &c.pings[what-4])
		}
	}
}

func (c *Conn) probe(t float64, from Side) {
	c.emit(t, from, 1, c.header)
	c.emit(t+c.peer.RTT, 1-from, 1, c.header)
}

func (c *Conn) pinged(t float64, p *ping) {
	p.at = t + p.every
	c.segments(t, p.from, p.ask)
	if p.ans > 0 {
		c.segments(t+c.peer.RTT+0.0005, 1-p.from, p.ans)
	}
}

func (c *Conn) emit(t float64, from Side, count, bytes int) {
	c.out.packets(t, from, count, bytes)
	c.last = math.Max(c.last, t)
}

// logged is the sink of a connection on the interface itself.
type logged struct {
	p      *Program
	remote flow.Addr
	flows  [2]*flow.Flow
}

func (l *logged) packets(t float64, from Side, count, bytes int) {
	l.flows[from].Add(t, count, bytes)
}

func (l *logged) closed() {
	for _, f := range l.flows {
		f.Flush()
	}
	if l.p.Label != nil && (l.flows[0].Wrote || l.flows[1].Wrote) {
		l.p.World.Labels.Add(l.p.Addr, l.remote, l.p.ENI, l.p.Label)
	}
}
