package wire

import (
	"math"

	"makes/c/internal/dice"
)

// Side is an end of a connection.
type Side int

// The client opens a connection, the server accepts it.
const (
	Client Side = 0
	Server Side = 1
)

// Conn is a TCP connection seen at the host's interface. Programs move its
// clock (Now) by waiting and by sending messages.
type Conn struct {
	Now    float64
	D      *dice.Dice
	host   *Host
	peer   *Service
	until  float64
	closed bool
	local  Side // the end that is the host
	ends   [2]end
	header int // IP and TCP header of a segment with data
	mss    int
	flows  [2]flow // by sending side
	lastly float64 // when data last passed
	record int     // bytes that TLS adds to each record, 0 without TLS
	frame  [2]int  // bytes that framing (websocket, HTTP/2, SSH) adds to a message
	idle   float64 // what happens after so much silence
	onIdle func()
	tunnel *Conn // packets travel as messages of this connection
	extra  int   // bytes the tunnel adds to a packet
}

// end is the acknowledging state of one end.
type end struct {
	stack  Stack
	quick  int     // segments still acknowledged at once
	owes   bool    // an acknowledgement is delayed
	due    float64 // until then
	full   int     // large segments not acknowledged yet
	thrift int     // large segments that one acknowledgement answers
}

func newEnd(d *dice.Dice, s Stack) end {
	return end{stack: s, quick: d.IntN(s.Quick + 1), thrift: s.Thrift}
}

// Open tells whether the program should go on with the connection.
func (c *Conn) Open() bool { return !c.closed && c.Now < c.until }

// Limit ends the connection after at most so many seconds.
func (c *Conn) Limit(seconds float64) { c.until = min(c.until, c.Now+seconds) }

// emit puts packets of one side on the wire.
func (c *Conn) emit(from Side, t float64, packets, bytes int) {
	if c.tunnel != nil {
		c.tunnel.carry(from, t, packets, bytes+packets*c.extra)
		return
	}
	c.flows[from].add(t, packets, bytes)
}

// carry sends packets of an inner connection as messages.
func (c *Conn) carry(from Side, t float64, packets, bytes int) {
	c.advance(max(t, c.Now))
	for ; packets > 0; packets-- {
		n := bytes / packets
		bytes -= n
		c.transmit(from, n)
	}
}

// Up is a message of the client, Down one of the server, now.
func (c *Conn) Up(n int)   { c.message(Client, n) }
func (c *Conn) Down(n int) { c.message(Server, n) }

// Call is a request of the client and the answer after a round trip and the
// time the server takes.
func (c *Conn) Call(up, down int) {
	c.message(Client, up)
	c.pause(c.peer.RTT + c.D.Near(c.peer.Think, 0.5))
	c.message(Server, down)
}

// Ring is a request of the server and the client's answer.
func (c *Conn) Ring(down, up int) {
	c.message(Server, down)
	c.pause(c.peer.RTT + c.D.Near(0.003, 0.6))
	c.message(Client, up)
}

// message wraps application bytes in framing and TLS records and sends them.
func (c *Conn) message(from Side, n int) {
	if c.closed {
		return
	}
	n += c.frame[from]
	if c.record > 0 {
		n += (n + 16383) / 16384 * c.record
	}
	c.transmit(from, n)
}

// transmit sends bytes of the stream as segments that the other side
// acknowledges.
func (c *Conn) transmit(from Side, n int) {
	c.settle(c.Now)
	c.ends[from].owes, c.ends[from].full = false, 0
	c.lastly = c.Now
	segments := (n + c.mss - 1) / c.mss
	if segments <= 10 {
		c.segments(from, c.Now, segments, n)
		c.acknowledge(from, segments, n)
	} else {
		c.bulk(from, n)
	}
	c.lastly = c.Now
}

// segments puts data on the wire, and again what is lost on the way.
func (c *Conn) segments(from Side, t float64, count, n int) {
	c.emit(from, t, count, n+count*c.header)
	if c.tunnel != nil || c.peer.Loss == 0 || !c.D.Chance(1-math.Pow(1-c.peer.Loss, float64(count))) {
		return
	}
	// A loss before the interface only delays; one beyond it shows twice.
	wait := max(0.2, 2*c.peer.RTT)
	if from == c.local || c.D.Chance(0.3) {
		c.emit(from, t+wait, 1, min(n, c.mss)+c.header)
		if count > 1 {
			c.emit(1-from, t+wait, 1, c.header+12)
		}
	}
	c.Now = max(c.Now, t+wait)
}

// acknowledge lets the receiver of a short message answer at once or later.
func (c *Conn) acknowledge(from Side, segments, n int) {
	to := 1 - from
	e := &c.ends[to]
	if n/max(segments, 1) >= 536 {
		e.full += segments
	}
	if acks := e.full / e.thrift; acks > 0 {
		c.emit(to, c.Now, acks, acks*c.header)
		e.full -= acks * e.thrift
		e.owes = false
		if e.full == 0 {
			return
		}
	}
	if e.quick > 0 {
		e.quick--
		c.emit(to, c.Now, 1, c.header)
		e.full, e.owes = 0, false
	} else if !e.owes {
		e.owes = true
		e.due = c.Now + e.stack.Delay
		if to != c.local {
			e.due += c.peer.RTT
		}
	}
}

// bulk sends a long message at the speed of the path.
func (c *Conn) bulk(from Side, n int) {
	to := 1 - from
	seconds := float64(n)/c.peer.Rate + c.peer.RTT
	slices := min(int(seconds)+1, n/c.mss)
	step := seconds / float64(slices)
	owed := 0
	for i := range slices {
		part := n / (slices - i)
		n -= part
		count := (part + c.mss - 1) / c.mss
		c.segments(from, c.Now, count, part)
		owed += count
		acks := owed / c.ends[to].thrift
		owed -= acks * c.ends[to].thrift
		c.emit(to, c.Now, acks, acks*c.header)
		c.Now += step
	}
	if owed > 0 {
		c.emit(to, c.Now, 1, c.header)
	}
}

// settle sends the delayed acknowledgements that are due by t.
func (c *Conn) settle(t float64) {
	for s := range c.ends {
		if e := &c.ends[s]; e.owes && e.due <= t {
			c.emit(Side(s), e.due, 1, c.header)
			e.owes, e.full = false, 0
		}
	}
}

// Wait lets time pass, but not beyond the end of the connection.
func (c *Conn) Wait(seconds float64) { c.WaitUntil(c.Now + seconds) }

// WaitUntil is Wait to a point in time.
func (c *Conn) WaitUntil(t float64) { c.advance(max(c.Now, min(t, c.until))) }

// pause lets time pass, whatever the program plans.
func (c *Conn) pause(seconds float64) { c.advance(c.Now + seconds) }

// advance moves the clock, with whatever happens in silence.
func (c *Conn) advance(t float64) {
	for c.idle > 0 && !c.closed && c.lastly+c.idle < t {
		c.Now = max(c.Now, c.lastly+c.idle)
		c.settle(c.Now)
		c.lastly = c.Now
		c.onIdle()
	}
	c.Now = max(c.Now, t)
	c.settle(c.Now)
}
