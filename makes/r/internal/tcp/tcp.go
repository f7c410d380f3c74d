// Package tcp simulates TCP connections packet by packet, each between two
// state machines with the habits of their operating systems.
package tcp

import (
	"math/rand/v2"

	"makes/r/internal/flow"
)

// Local and Remote are the sides of a connection. Packets are seen where the
// local side is attached to the network.
const (
	Local = iota
	Remote
)

// App is what both programs of a connection do.
type App interface {
	Open(c *Conn)                   // the connection is established
	Timer(c *Conn, id, arg int)     // set by Conn.After
	Got(c *Conn, side, tag int)     // side has received a whole message
	Closed(c *Conn, side int) int64 // side has received a FIN; after how long it closes too, or -1 for a reset
}

// Path is what lies between both sides.
type Path struct {
	RTT, Jitter int64
	Loss        float64
	Rate        float64 // bytes per microsecond
	MSS         int     // what fits through; 0 for all
}

// State is how a host answers a SYN.
type State uint8

// Up answers, Down resets, Dead is silent, Denied is silent because a security
// group at the interface rejects the packets.
const (
	Up State = iota
	Down
	Dead
	Denied
)

type end struct {
	*Stack
	nagle                bool
	next, una, written   int64 // sequence numbers, in bytes since the start
	got                  int64 // in order
	early                []span
	cwnd, ssthresh       float64
	pending, quick       int // segments not acknowledged yet; left of quick start
	ackAt, retryAt       int64
	ackSet, retrySet     bool
	backoff              uint
	tries, dups          int
	recover              int64
	probed               bool
	srtt, rttvar         int64
	timedSeq, timedAt    int64
	lastArrival          int64
	messages             []message
	head                 int // of messages: the first not delivered
	finWanted, finSent   bool
	finGot               bool
	keep                 int64 // idle time before a keep-alive probe; 0 for none
	heard                int64
	unanswered           int
	mss, window, optSize int
}

// Conn is a connection.
type Conn struct {
	Now, Until int64
	Rand       *rand.Rand
	Datagram   bool // UDP: messages are sent as they are, and nothing is acknowledged
	path       Path
	meter      *flow.Meter
	app        App
	heap       []event
	ends       [2]end
	client     int
	ts         bool
	dialing    bool
	over, gone bool
}

// New prepares a connection; client is the side that opens it.
func New(r *rand.Rand, stacks [2]*Stack, client int, path Path, meter *flow.Meter, app App, until int64) *Conn {
	c := &Conn{Until: until, Rand: r, path: path, meter: meter, app: app, client: client}
	c.ts = stacks[0].TS && stacks[1].TS
	for i := range c.ends {
		e, peer := &c.ends[i], stacks[1-i]
		e.Stack, e.mss, e.window = stacks[i], min(stacks[i].MSS, peer.MSS), peer.Window
		if c.ts {
			e.mss, e.optSize = e.mss-12, 12
		}
		e.cwnd, e.ssthresh, e.quick = float64(e.Cwnd*e.mss), 1e12, e.Quick
	}
	return c
}

// Options sets a side's Nagle algorithm and its idle time before keep-alives.
func (c *Conn) Options(side int, nagle bool, keep int64) {
	c.ends[side].nagle, c.ends[side].keep = nagle, keep
}

// Run opens the connection at t with a host in the given state, and carries it
// to its end. It gives the time of that, and whether it was established.
func (c *Conn) Run(t int64, state State) (int64, bool) {
	defer c.meter.Close()
	c.Now = t
	if !c.Datagram && !c.dial(state) {
		return c.Now, false
	}
	for i := range c.ends {
		c.ends[i].heard = c.Now
		c.armKeep(i)
	}
	c.app.Open(c)
	for len(c.heap) > 0 && !c.over {
		e := c.pop()
		if e.t >= c.Until {
			c.Now = c.Until
			break
		}
		c.Now = e.t
		c.handle(&e)
	}
	return c.Now, true
}

// dial is the handshake. Its times are few, so it needs no events.
func (c *Conn) dial(state State) bool {
	client, server := &c.ends[c.client], &c.ends[1-c.client]
	start := c.Now
	c.dialing = true
	defer func() { c.dialing = false }()
	for try := 0; c.Now < c.Until; try++ {
		c.emit(c.client, 40+client.SynBytes)
		lost := c.client == Local && c.Rand.Float64() < c.path.Loss
		switch {
		case state == Down && !lost:
			if c.client == Local {
				c.Now += c.path.RTT
			}
			c.emit(1-c.client, 40)
			if client.OS == "windows" && try < 2 { // tries again after a reset
				c.Now += flow.Second / 2
				continue
			}
			return false
		case state == Up && !lost:
			opt := server.SynBytes
			if !client.TS && server.TS {
				opt -= 8 // the timestamp, of 10 bytes with padding that stays
			}
			opt = min(opt, max(client.SynBytes, 4))
			if c.client == Local {
				c.Now += c.path.RTT
				c.emit(Remote, 40+opt)
				c.emit(Local, 40+client.optSize)
			} else {
				c.emit(Local, 40+opt)
				c.Now += c.path.RTT
				c.emit(Remote, 40+client.optSize)
			}
			return true
		}
		if try >= len(client.Syn) {
			return false
		}
		c.Now = start + client.Syn[try]
		if try == len(client.Syn)-1 {
			return false
		}
	}
	return false
}

// After sets a timer of the App.
func (c *Conn) After(d int64, id, arg int) {
	c.push(event{t: c.Now + max(d, 1), kind: evApp, n: int32(id), arg: int32(arg)})
}

// Write sends a message of n bytes from side; the App of the other side gets
// the tag when the whole of it is there.
func (c *Conn) Write(side, n, tag int) {
	e := &c.ends[side]
	if e.finWanted || c.over || n <= 0 {
		return
	}
	if c.Datagram {
		for n > 0 {
			part := min(n, e.MSS)
			n -= part
			if at := c.emit(side, 28+part); at >= 0 && n == 0 {
				c.push(event{t: at, kind: evSegment, side: uint8(1 - side), n: int32(part), arg: int32(tag)})
			}
		}
		return
	}
	e.written += int64(n)
	e.messages = append(e.messages, message{e.written, tag})
	c.output(side)
}

// Close ends the sending of a side, once all is sent.
func (c *Conn) Close(side int) {
	if c.Datagram {
		c.over = true
		return
	}
	c.ends[side].finWanted = true
	c.output(side)
}

// Abort resets the connection.
func (c *Conn) Abort(side int) {
	if !c.Datagram {
		c.emit(side, 40)
	}
	c.over = true
}

// Vanish takes the remote host away without a word.
func (c *Conn) Vanish() { c.gone = true }

// Closing tells whether a side has closed.
func (c *Conn) Closing(side int) bool { return c.over || c.ends[side].finWanted }

func (c *Conn) armKeep(side int) {
	if e := &c.ends[side]; e.keep > 0 && !c.Datagram {
		c.push(event{t: e.heard + e.keep, kind: evKeep, side: uint8(side)})
	}
}

func (c *Conn) handle(ev *event) {
	side := int(ev.side)
	e := &c.ends[side]
	switch ev.kind {
	case evApp:
		c.app.Timer(c, int(ev.n), int(ev.arg))
	case evSegment:
		if c.Datagram {
			c.app.Got(c, side, int(ev.arg))
			return
		}
		c.segment(side, ev)
	case evAck:
		e.ackSet = false
		if e.ackAt > c.Now {
			e.ackSet = true
			c.push(event{t: e.ackAt, kind: evAck, side: ev.side})
		} else if e.ackAt > 0 {
			c.sendAck(side)
		}
	case evRetry:
		c.retry(side)
	case evFin:
		c.Close(side)
	case evTooBig:
		if e.mss > c.path.MSS {
			e.mss = c.path.MSS
			e.next = e.una
			c.output(side)
		}
	case evKeep:
		c.keepAlive(side)
	}
}

func (c *Conn) keepAlive(side int) {
	e := &c.ends[side]
	switch {
	case e.finSent:
	case e.unanswered == 0 && (c.Now < e.heard+e.keep || e.next > e.una):
		c.push(event{t: max(e.heard+e.keep, c.Now+flow.Second), kind: evKeep, side: uint8(side)})
	case e.unanswered >= e.Probes:
		c.Abort(side)
	default:
		extra := 0
		if e.OS == "windows" {
			extra = 1 // a byte of garbage
		}
		if at := c.emit(side, 40+e.optSize+extra); at >= 0 {
			c.push(event{t: at, kind: evSegment, side: uint8(1 - side), seq: e.next - 1, ack: e.got, probe: true})
		}
		e.unanswered++
		c.push(event{t: c.Now + min(e.Probe, e.keep), kind: evKeep, side: uint8(side)})
	}
}
