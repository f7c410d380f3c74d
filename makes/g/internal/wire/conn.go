package wire

import (
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
)

const never = time.Duration(1) << 62

// Conn is an established TCP connection. Times given to its methods are those
// at which a side acts; what is returned is when the other side knows.
type Conn struct {
	d          *dice.Dice
	sink       Sink
	ends       Ends
	header     int
	mss        int
	timestamps bool
	alive      bool
	tls        records
	side       [2]side
	Keep       [2]time.Duration // keep-alive timers of both sides, 0 is none
	NoDelay    [2]bool
}

// side is what one end keeps about a connection, as a sender and a receiver.
type side struct {
	pending, bytes int           // segments and bytes to acknowledge
	due            time.Duration // when the delayed ACK goes out
	quick          int           // ACKs still to send at once
	dialogue       bool          // replies usually carry the ACK
	heard          time.Duration // when it last had a packet
	gotData        time.Duration
	sent           time.Duration // when its last data left
	window         int           // congestion window in segments
}

func newConn(d *dice.Dice, sink Sink, e Ends) *Conn {
	c := &Conn{d: d, sink: sink, ends: e, header: ipTCP, NoDelay: [2]bool{true, true}}
	if e.Stack[0].Timestamps && e.Stack[1].Timestamps {
		c.timestamps = true
		c.header += tsOption
	}
	c.mss = e.Path.MTU - c.header
	return c
}

func (c *Conn) open(t time.Duration) {
	c.alive = true
	for i := range c.side {
		c.side[i] = side{due: never, quick: 16, heard: t, sent: t, gotData: t, window: 10}
	}
}

// Alive says whether the connection still exists.
func (c *Conn) Alive() bool { return c.alive }

func (c *Conn) rtt() time.Duration {
	p := c.ends.Path
	return p.RTT + time.Duration(float64(p.RTT)*p.Jitter*c.d.ExpFloat64())
}

// emit records packets that d sends at its time t.
func (c *Conn) emit(d flowlog.Dir, t time.Duration, n, bytes int) {
	if d == flowlog.In {
		t += c.ends.Path.RTT / 2
	}
	c.sink.Packets(d, t, n, bytes)
}

// Out sends a message of the local side, in as many writes as given.
func (c *Conn) Out(t time.Duration, writes ...int) time.Duration {
	return c.send(flowlog.Out, t, writes)
}

// In sends a message of the remote side.
func (c *Conn) In(t time.Duration, writes ...int) time.Duration {
	return c.send(flowlog.In, t, writes)
}

func (c *Conn) send(d flowlog.Dir, t time.Duration, writes []int) time.Duration {
	if !c.alive {
		return t
	}
	t = max(t, c.side[d].sent)
	arrival := c.transmit(d, t, c.tls.wrap(writes[0]))
	if len(writes) == 1 {
		return arrival
	}
	if c.NoDelay[d] {
		for _, n := range writes[1:] {
			t += c.d.Dur(10*time.Microsecond, 400*time.Microsecond)
			arrival = c.transmit(d, t, c.tls.wrap(n))
		}
		return arrival
	}
	rest := 0 // Nagle: the other writes wait for the ACK of the first
	for _, n := range writes[1:] {
		rest += c.tls.wrap(n)
	}
	return c.transmit(d, max(t, c.ackArrives(d, arrival)), rest)
}

// ackArrives is when the sender d hears that its last data has come.
func (c *Conn) ackArrives(d flowlog.Dir, arrival time.Duration) time.Duration {
	if r := &c.side[d.Other()]; r.pending > 0 {
		return r.due + c.ends.Path.RTT/2
	}
	return arrival + c.ends.Path.RTT/2
}

// transmit sends n bytes in segments, as fast as the windows and the path allow.
func (c *Conn) transmit(d flowlog.Dir, t time.Duration, n int) time.Duration {
	c.settle(t)
	s := &c.side[d]
	s.pending, s.bytes, s.due = 0, 0, never // this segment carries the ACK
	s.dialogue = s.dialogue || t-s.gotData < c.ends.Stack[d].AckDelay
	if t-s.sent > c.rto(d) {
		s.window = min(s.window, 10)
	}
	limit := max(10, int(c.ends.Path.Rate/2)/c.mss)
	arrival := t
	for n > 0 {
		burst := min(n, s.window*c.mss)
		segments := (burst + c.mss - 1) / c.mss
		c.settle(t)
		c.emit(d, t, segments, burst+segments*c.header)
		rtt := c.rtt()
		late := c.recover(d, t, segments, min(burst, c.mss), rtt)
		arrival = t + rtt/2 + late
		c.deliver(d.Other(), arrival, segments, burst)
		s.sent = t
		n -= burst
		if n > 0 {
			spent := time.Duration(float64(burst) / c.ends.Path.Rate * float64(time.Second))
			t += max(rtt, spent) + late
			s.window = min(2*s.window, limit)
		}
	}
	return arrival
}

// rto is the retransmission timeout of a sender.
func (c *Conn) rto(d flowlog.Dir) time.Duration { return c.ends.Stack[d].MinRTO + c.ends.Path.RTT }

// recover sends again what the path lost of a burst, and says how late it comes.
func (c *Conn) recover(d flowlog.Dir, t time.Duration, segments, size int, rtt time.Duration) time.Duration {
	loss := c.ends.Path.Loss * float64(segments)
	if !c.d.Chance(min(0.9, loss)) {
		return 0
	}
	lost := 1 + int(c.ends.Path.Loss*float64(segments))
	again := c.rto(d)
	if segments > 3 { // three duplicate ACKs: fast retransmit
		again = rtt
		duplicates := min(segments-lost, 2+c.d.IntN(segments))
		c.emit(d.Other(), t+rtt/2, duplicates, duplicates*(c.header+sackBlock))
	}
	// What was lost on its way in, the interface has not seen; but when it was
	// the ACK that got lost, the data comes twice.
	if ackLost := c.d.Chance(0.3); d == flowlog.Out || ackLost {
		c.emit(d, t+again, lost, lost*(size+c.header))
		if ackLost {
			c.emit(d.Other(), t+again+rtt/2, 1, c.header+sackBlock)
		}
	}
	return again
}

// deliver lets side r receive data; it acknowledges now or later.
func (c *Conn) deliver(r flowlog.Dir, at time.Duration, segments, bytes int) {
	s, stack := &c.side[r], c.ends.Stack[r]
	idle := at - s.gotData
	s.gotData, s.heard = at, at
	if stack.QuickAck && idle > c.rto(r) {
		s.quick = 16
	}
	s.pending += segments
	s.bytes += bytes
	full := s.pending >= 2
	if stack.QuickAck {
		full = s.bytes > c.mss
	}
	if full {
		acks := max(1, int(float64(s.pending)/stack.AckEvery))
		c.ack(r, at, acks)
	} else if stack.QuickAck && s.quick > 0 && !s.dialogue || stack.AckEvery == 1 {
		c.ack(r, at, 1)
	} else if s.due == never {
		s.due = at + stack.AckDelay
		if !stack.QuickAck { // a ticking timer
			s.due = at + time.Duration(c.d.Float64()*float64(stack.AckDelay))
		}
	}
}

// ack sends pure ACKs of side r.
func (c *Conn) ack(r flowlog.Dir, at time.Duration, n int) {
	s := &c.side[r]
	c.emit(r, at, n, n*c.header)
	s.pending, s.bytes, s.due = 0, 0, never
	s.quick = max(0, s.quick-n)
	c.side[r.Other()].heard = max(c.side[r.Other()].heard, at+c.ends.Path.RTT/2)
}

// settle lets all timers run that end before t.
func (c *Conn) settle(t time.Duration) {
	for i := range c.side {
		s := &c.side[i]
		if s.due <= t {
			s.dialogue = false
			c.ack(flowlog.Dir(i), s.due, 1)
		}
	}
	for c.Keep != [2]time.Duration{} {
		d, at := flowlog.Out, c.probeAt(flowlog.Out)
		if x := c.probeAt(flowlog.In); x < at {
			d, at = flowlog.In, x
		}
		if at > t {
			return
		}
		answer := c.header
		if c.ends.Stack[d].KeepBytes > 0 && c.ends.Stack[d.Other()].QuickAck {
			answer += sackBlock // it reports the byte as a duplicate
		}
		c.emit(d, at, 1, c.header+c.ends.Stack[d].KeepBytes)
		c.emit(d.Other(), at+c.ends.Path.RTT/2, 1, answer)
		c.side[d].heard = at + c.ends.Path.RTT
		c.side[d.Other()].heard = at + c.ends.Path.RTT/2
	}
}

func (c *Conn) probeAt(d flowlog.Dir) time.Duration {
	if c.Keep[d] == 0 {
		return never
	}
	return c.side[d].heard + c.Keep[d]
}
