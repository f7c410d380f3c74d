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

const (
	evSegment = iota
	evAck     // delayed ACK timer
	evRetry   // retransmission timer
	evKeep
	evApp
	evFin
	evTooBig
)

type event struct {
	t, seq, ack int64
	n, arg      int32
	kind, side  uint8
	push, fin   bool
	probe       bool
}

type message struct {
	end int64
	tag int
}

type span struct{ from, to int64 }

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

// emit counts a packet sent now by side and gives when it arrives at the other
// side, or -1 if it gets lost.
func (c *Conn) emit(side, size int) int64 {
	e := &c.ends[side]
	if side == Remote && c.gone {
		return -1
	}
	arrival := c.Now + c.path.RTT/2
	if c.path.Jitter > 0 {
		arrival += int64(c.Rand.ExpFloat64() * float64(c.path.Jitter))
	}
	arrival = max(arrival, e.lastArrival+1+int64(float64(size)/c.path.Rate))
	lost := c.path.Loss > 0 && c.Rand.Float64() < c.path.Loss
	if c.dialing { // which keeps the time itself
		arrival, lost = c.Now, false
	}
	e.lastArrival = arrival
	if side == Local {
		c.meter.Add(Local, c.Now, size)
	} else if !lost {
		c.meter.Add(Remote, arrival, size)
	}
	if lost || side == Local && c.gone {
		return -1
	}
	return arrival
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

func (c *Conn) output(side int) {
	e := &c.ends[side]
	for e.next < e.written {
		n := min(int64(e.mss), e.written-e.next)
		flight := e.next - e.una
		if flight > 0 && (flight+n > int64(min(e.cwnd, float64(e.window))) || n < int64(e.mss) && e.nagle) {
			return
		}
		c.transmit(side, e.next, n)
		e.next += n
	}
	if e.finWanted && !e.finSent && e.next == e.written {
		e.finSent = true
		c.transmit(side, e.next, 0)
		e.next++
		e.written++
	}
}

// transmit sends n bytes from seq, or the FIN if none.
func (c *Conn) transmit(side int, seq, n int64) {
	e := &c.ends[side]
	if e.timedAt == 0 && seq >= e.next {
		e.timedAt, e.timedSeq = c.Now, seq+max(n, 1)
	}
	at := c.emit(side, int(40+int64(e.optSize)+n))
	if limit := c.path.MSS; limit > 0 && n > int64(limit) && e.mss > limit {
		c.push(event{t: c.Now + c.path.RTT/3 + 1, kind: evTooBig, side: uint8(side)})
		at = -1
	}
	if at >= 0 {
		c.push(event{t: at, kind: evSegment, side: uint8(1 - side), seq: seq, ack: e.got, n: int32(n),
			push: seq+n >= e.written, fin: n == 0})
	}
	e.pending, e.ackAt = 0, 0 // acknowledges, too
	c.armRetry(side)
}

func (c *Conn) sendAck(side int) {
	e := &c.ends[side]
	size := 40 + e.optSize
	if len(e.early) > 0 && e.SACK && c.ends[1-side].SACK {
		size += 4 + 8*min(len(e.early), 3)
	}
	e.pending, e.ackAt = 0, 0
	if at := c.emit(side, size); at >= 0 {
		c.push(event{t: at, kind: evSegment, side: uint8(1 - side), seq: e.next, ack: e.got})
	}
}

func (c *Conn) timeout(e *end) int64 {
	if e.srtt == 0 {
		return flow.Second
	}
	return e.srtt + max(e.MinRTO, 4*e.rttvar)
}

func (c *Conn) armRetry(side int) {
	e := &c.ends[side]
	wait := c.timeout(e) << e.backoff
	if e.TLP && !e.probed && e.backoff == 0 && e.srtt > 0 {
		probe := 2*e.srtt + 2*flow.Millisecond
		if e.next-e.una <= int64(e.mss) {
			probe = max(probe, e.srtt*3/2+200*flow.Millisecond)
		}
		wait = min(wait, probe)
	}
	e.retryAt = c.Now + min(wait, 120*flow.Second)
	if !e.retrySet {
		e.retrySet = true
		c.push(event{t: e.retryAt, kind: evRetry, side: uint8(side)})
	}
}

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

func (c *Conn) retry(side int) {
	e := &c.ends[side]
	e.retrySet = false
	if e.next == e.una {
		return
	}
	if e.retryAt > c.Now {
		e.retrySet = true
		c.push(event{t: e.retryAt, kind: evRetry, side: uint8(side)})
		return
	}
	e.timedAt = 0
	if e.TLP && !e.probed && e.backoff == 0 && e.srtt > 0 { // tail loss probe: the last segment again
		e.probed = true
		from := max(e.una, e.next-int64(e.mss))
		c.resend(side, from)
		return
	}
	if e.tries++; e.tries > e.Retries {
		c.over = true
		return
	}
	e.backoff = min(e.backoff+1, 9)
	e.ssthresh, e.cwnd = max(e.cwnd/2, float64(2*e.mss)), float64(e.mss)
	e.recover = e.next
	c.resend(side, e.una)
}

func (c *Conn) resend(side int, from int64) {
	e := &c.ends[side]
	last := e.next
	if e.finSent {
		last--
	}
	c.transmit(side, from, min(int64(e.mss), last-from))
}

func (c *Conn) segment(side int, ev *event) {
	e, peer := &c.ends[side], &c.ends[1-side]
	e.heard, e.unanswered = c.Now, 0
	if ev.ack > e.una {
		c.acked(side, ev.ack)
	} else if ev.ack == e.una && ev.n == 0 && !ev.fin && !ev.probe && e.next > e.una && len(peer.early) > 0 {
		if e.dups++; e.dups == 3 && e.una >= e.recover {
			e.recover = e.next
			e.ssthresh = max(e.cwnd/2, float64(2*e.mss))
			e.cwnd = e.ssthresh
			c.resend(side, e.una)
		}
	}
	if ev.probe {
		c.sendAck(side)
		return
	}
	if ev.n == 0 && !ev.fin {
		return
	}
	to := ev.seq + int64(ev.n)
	if ev.fin {
		to++
	}
	switch {
	case to <= e.got: // again
		c.sendAck(side)
		return
	case ev.seq > e.got:
		e.remember(span{ev.seq, to})
		c.sendAck(side)
		return
	}
	if e.finSent && e.finWanted && ev.n > 0 && c.Rand.IntN(3) == 0 { // data for a closed socket
		c.Abort(side)
		return
	}
	e.got = max(e.got, to)
	hole := len(e.early) > 0
	for len(e.early) > 0 && e.early[0].from <= e.got {
		e.got = max(e.got, e.early[0].to)
		e.early = e.early[1:]
	}
	e.pending++
	now := hole || ev.fin || e.quick > 0 || e.pending >= e.Stretch || e.pending >= 2 && ev.push
	if e.quick > 0 {
		e.quick--
	}
	c.deliver(side)
	if c.over {
		return
	}
	if peer.finSent && e.got >= peer.written && !e.finGot {
		e.finGot = true
		now = true
		if !e.finWanted {
			if d := c.app.Closed(c, side); d < 0 {
				c.Abort(side)
				return
			} else {
				c.push(event{t: c.Now + d + 1, kind: evFin, side: uint8(side)})
			}
		}
	}
	switch {
	case e.pending == 0: // the answer took the ACK along
	case now:
		c.sendAck(side)
	case e.ackAt == 0:
		e.ackAt = c.Now + e.Delack
		if e.Tick {
			e.ackAt = (c.Now/e.Delack + 1) * e.Delack
		}
		if !e.ackSet {
			e.ackSet = true
			c.push(event{t: e.ackAt, kind: evAck, side: uint8(side)})
		}
	}
	if e.finSent && e.una == e.next && e.finGot {
		c.over = true
	}
}

// deliver hands whole messages to the program.
func (c *Conn) deliver(side int) {
	e, peer := &c.ends[side], &c.ends[1-side]
	for peer.head < len(peer.messages) && peer.messages[peer.head].end <= e.got && !c.over {
		m := peer.messages[peer.head]
		if peer.head++; peer.head == len(peer.messages) {
			peer.messages, peer.head = peer.messages[:0], 0
		}
		c.app.Got(c, side, m.tag)
		if e.Update && e.pending > 2 {
			c.sendAck(side)
		}
	}
}

func (c *Conn) acked(side int, ack int64) {
	e := &c.ends[side]
	if e.timedAt > 0 && ack >= e.timedSeq {
		m := c.Now - e.timedAt
		if e.timedAt = 0; e.srtt == 0 {
			e.srtt, e.rttvar = m, m/2
		} else {
			e.rttvar += (max(e.srtt-m, m-e.srtt) - e.rttvar) / 4
			e.srtt += (m - e.srtt) / 8
		}
	}
	n := float64(ack - e.una)
	if e.cwnd < e.ssthresh {
		e.cwnd += n
	} else {
		e.cwnd += n * float64(e.mss) / e.cwnd
	}
	e.una, e.dups, e.backoff, e.tries, e.probed = ack, 0, 0, 0, false
	e.next = max(e.next, ack)
	if e.una < e.recover { // a further hole
		c.resend(side, e.una)
	}
	if e.next > e.una {
		c.armRetry(side)
	}
	c.output(side)
	if e.finSent && e.una == e.next && e.finGot {
		c.over = true
	}
}

// remember keeps what came too early, in order and without overlaps.
func (e *end) remember(s span) {
	i := 0
	for i < len(e.early) && e.early[i].to < s.from {
		i++
	}
	j := i
	for j < len(e.early) && e.early[j].from <= s.to {
		s = span{min(s.from, e.early[j].from), max(s.to, e.early[j].to)}
		j++
	}
	e.early = append(e.early[:i:i], append([]span{s}, e.early[j:]...)...)
}

func (c *Conn) push(e event) {
	c.heap = append(c.heap, e)
	i := len(c.heap) - 1
	for i > 0 {
		up := (i - 1) / 2
		if c.heap[up].t <= e.t {
			break
		}
		c.heap[i] = c.heap[up]
		i = up
	}
	c.heap[i] = e
}

func (c *Conn) pop() event {
	top := c.heap[0]
	n := len(c.heap) - 1
	e := c.heap[n]
	c.heap = c.heap[:n]
	i := 0
	for {
		k := 2*i + 1
		if k >= n {
			break
		}
		if k+1 < n && c.heap[k+1].t < c.heap[k].t {
			k++
		}
		if c.heap[k].t >= e.t {
			break
		}
		c.heap[i] = c.heap[k]
		i = k
	}
	if n > 0 {
		c.heap[i] = e
	}
	return top
}
