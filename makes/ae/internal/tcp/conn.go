package tcp

import (
	"math"
	"strings"

	"makes/ae/internal/rnd"
)

// Up and Down are the directions: from the client, from the server.
const (
	Up = iota
	Down
)

// Path is the way between the two ends.
type Path struct {
	RTT, Loss float64
	MTU       int
	Forget    float64 // seconds of silence after which a box in between forgets, 0 for never
	Reset     bool    // the box answers what it does not know
}

// Sink takes packets, each direction in the order of time but for repeats.
type Sink func(t float64, dir, packets, bytes int)

// Conn is one connection.
type Conn struct {
	r      rnd.R
	ends   [2]End
	path   Path
	sink   Sink
	stamps bool
	head   int // header bytes of a packet of data
	mss    int
	open   bool
	last   float64    // the last packet, either way
	un     [2]waiting // of the end that received
	quick  [2]int
	air    [2]float64 // until when data of an end is unacknowledged
	held   [2]int     // bytes that Nagle's algorithm keeps back
	heldAt [2]float64
}

// waiting is what an end has not acknowledged yet.
type waiting struct {
	segments int
	at       float64
}

// New prepares a connection.
func New(r rnd.R, client, server End, path Path, sink Sink) *Conn {
	c := &Conn{r: r, ends: [2]End{client, server}, path: path, sink: sink}
	c.stamps = client.Stamps && server.Stamps
	c.head = 40
	if c.stamps {
		c.head = 52
	}
	c.mss = path.MTU - c.head
	c.quick = [2]int{client.Quick, server.Quick}
	return c
}

// RTT is the time there and back.
func (c *Conn) RTT() float64 { return c.path.RTT }

// Open tells whether both ends hold the connection open.
func (c *Conn) Open() bool { return c.open }

// Resume takes up a connection that was opened before the log began.
func (c *Conn) Resume(t float64) {
	c.open, c.last = true, t
	c.quick = [2]int{}
}

// Dial shakes hands, and gives the time when the client may send.
func (c *Conn) Dial(t float64) float64 {
	opt := min(c.ends[Up].SynOpt, c.ends[Down].SynOpt)
	c.sink(t, Up, 1, 40+c.ends[Up].SynOpt)
	if c.r.P(c.path.Loss) {
		t += c.ends[Up].Syn[0]
		c.sink(t, Up, 1, 40+c.ends[Up].SynOpt)
	}
	c.sink(t+c.path.RTT/2, Down, 1, 40+opt)
	t += c.path.RTT
	c.sink(t, Up, 1, c.head)
	c.open, c.last = true, t
	return t
}

// Silent is a client that gets no answer. It gives up after its system's
// timetable or the program's patience, and tells when.
func (c *Conn) Silent(t, patience float64) float64 {
	c.sink(t, Up, 1, 40+c.ends[Up].SynOpt)
	final := 2.
	for _, d := range c.ends[Up].Syn {
		if d > patience {
			break
		}
		c.sink(t+d, Up, 1, 40+c.ends[Up].SynOpt)
		final = 2 * d
	}
	return t + min(patience, final)
}

// Refused is a client that gets a reset for its SYN; Windows asks twice more.
func (c *Conn) Refused(t float64) float64 {
	tries := 1
	if strings.HasPrefix(c.ends[Up].Name, "windows") {
		tries = 3
	}
	for range tries {
		c.sink(t, Up, 1, 40+c.ends[Up].SynOpt)
		c.sink(t+c.path.RTT/2, Down, 1, 40)
		t += c.path.RTT + .5
	}
	return t
}

// Send lets an end say n bytes, and gives the time when the other end has
// them all.
func (c *Conn) Send(t float64, d, n int) float64 {
	c.Wait(t)
	if !c.open || n <= 0 {
		return t
	}
	if c.path.Forget > 0 && t-c.last > c.path.Forget {
		return c.lost(t, d, n)
	}
	if c.ends[d].Nagle && n < c.mss && (c.air[d] > t || c.held[d] > 0) {
		c.held[d] += n
		c.heldAt[d] = max(c.air[d], t)
		return c.heldAt[d] + c.path.RTT/2
	}
	return c.push(t, d, n)
}

// push sends in rounds of a window that doubles.
func (c *Conn) push(t float64, d, n int) float64 {
	e := &c.ends[1-d]
	if t-c.last > 1 && e.IdleQuick {
		c.quick[1-d] = e.Quick
	}
	c.un[d] = waiting{} // data acknowledges
	window := 10
	for n > 0 {
		segs := min((n+c.mss-1)/c.mss, window)
		bytes := min(n, segs*c.mss)
		n -= bytes
		c.sink(t, d, segs, bytes+segs*c.head)
		c.repeat(t, d, segs, min(bytes, c.mss))
		there := t + c.path.RTT/2
		c.hear(there, 1-d, segs)
		c.last = max(c.last, there)
		if n > 0 {
			t += c.path.RTT
			window = min(window*2, 640)
		}
	}
	c.air[d] = t + c.path.RTT
	if c.un[1-d].segments > 0 {
		c.air[d] = c.un[1-d].at + c.path.RTT/2
	}
	return t + c.path.RTT/2
}

// hear lets an end acknowledge what it got, now or later.
func (c *Conn) hear(t float64, e, segs int) {
	end, w := &c.ends[e], &c.un[e]
	every := end.Every
	if segs > 20 {
		every = max(every, end.MaxCoal)
	}
	w.segments += segs
	acks := w.segments / every
	w.segments %= every
	if c.quick[e] > 0 && w.segments > 0 || end.DelAck == 0 && w.segments > 0 {
		c.quick[e]--
		acks++
		w.segments = 0
	}
	if acks > 0 {
		c.sink(t, e, acks, acks*c.head)
	}
	if w.segments > 0 {
		w.at = t + end.DelAck*c.r.Uni(.7, 1.05)
	}
}

// repeat loses a segment now and then. Half of the losses happen before the
// interface, which then sees the segment but once.
func (c *Conn) repeat(t float64, d, segs, bytes int) {
	if c.path.Loss == 0 || !c.r.P(c.path.Loss*float64(segs)) {
		return
	}
	if segs > 4 {
		dup := min(segs-1, 12)
		c.sink(t+c.path.RTT, 1-d, dup, dup*(c.head+12))
	}
	if c.r.P(.5) {
		wait := c.path.RTT
		if segs <= 4 {
			wait = max(2*c.path.RTT, c.ends[d].MinRTO)
		}
		c.sink(t+wait, d, 1, bytes+c.head)
	}
}

// Wait lets time pass: acknowledgements that are due, held bytes, probes.
func (c *Conn) Wait(t float64) {
	for c.open {
		at, what := t, -1
		for e := range 2 {
			if c.un[e].segments > 0 && c.un[e].at < at {
				at, what = c.un[e].at, e
			}
			if c.held[e] > 0 && c.heldAt[e] < at {
				at, what = c.heldAt[e], 2+e
			}
			if k := c.ends[e].Keep; k > 0 && c.last+k < at {
				at, what = c.last+k, 4+e
			}
		}
		switch {
		case what < 0:
			return
		case what < 2:
			c.sink(at, what, 1, c.head)
			c.un[what] = waiting{}
			c.last = max(c.last, at)
		case what < 4:
			n := c.held[what-2]
			c.held[what-2] = 0
			c.push(at, what-2, n)
		default:
			if c.path.Forget > 0 && at-c.last > c.path.Forget {
				c.lost(at, what-4, 1)
				return
			}
			c.sink(at, what-4, 1, c.head+c.ends[what-4].KeepByte)
			c.sink(at+c.path.RTT/2, 1-(what-4), 1, c.head)
			c.last = at + c.path.RTT/2
		}
	}
}

// lost is a message over a way that has forgotten the connection.
func (c *Conn) lost(t float64, d, n int) float64 {
	c.open = false
	if c.path.Reset {
		c.sink(t, d, 1, min(n, c.mss)+c.head)
		c.sink(t+c.path.RTT/2, 1-d, 1, 40)
		return t + c.path.RTT
	}
	return c.Vanish(t, d, n, rnd.Pick(c.r, 15., 30, 60, 120, 1000))
}

// Vanish is a message to a peer that is no more: it is repeated at doubling
// intervals until the system or the program gives up.
func (c *Conn) Vanish(t float64, d, n int, patience float64) float64 {
	c.open = false
	rto := max(c.ends[d].MinRTO, 3*c.path.RTT)
	from := t
	for i := 0; i <= c.ends[d].Tries && t-from < patience; i++ {
		c.sink(t, d, 1, min(n, c.mss)+c.head)
		t += rto
		rto = math.Min(rto*2, 120)
	}
	return min(t, from+patience)
}

// Close ends a connection from one side: in good order, or by a reset.
func (c *Conn) Close(t float64, d int, reset bool) float64 {
	c.Wait(t)
	if !c.open {
		return t
	}
	c.open = false
	if reset {
		c.sink(t, d, 1, 40)
		return t
	}
	c.sink(t, d, 1, c.head)
	half := c.path.RTT / 2
	if c.r.P(.5) {
		c.sink(t+half, 1-d, 1, c.head)
	} else {
		c.sink(t+half, 1-d, 2, 2*c.head)
	}
	c.sink(t+2*half, d, 1, c.head)
	return t + 2*half
}
