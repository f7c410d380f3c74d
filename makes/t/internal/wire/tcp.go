package wire

import (
	"math"
	"math/rand/v2"
)

// The two ends of a connection, as the interface sees them. A direction is
// named after the end that sends.
const (
	Local  = 0
	Remote = 1
)

// Protocol numbers.
const (
	ICMP = 1
	TCP  = 6
	UDP  = 17
)

// Stack is what the operating system of one end does.
type Stack struct {
	Timestamps bool
	MSS        int
	Delay      float64 // of an ACK, seconds
	Every      int     // segments acknowledged at once without delay; 1 is never to delay
	Keep       float64 // idle seconds until a keep-alive probe, 0 is never
	KeepByte   bool    // probes carry one byte
	Retries    int     // SYNs sent again
	FirstRTO   float64 // wait before the first of them
}

// RandomStack draws an operating system's settings.
func RandomStack(r *rand.Rand) Stack {
	s := Stack{Timestamps: r.Float64() < 0.7, MSS: []int{1460, 1460, 1460, 1448, 1440, 1400, 1380, 1360, 8961, 8961}[r.IntN(10)],
		Delay: 0.04, Every: []int{1, 2, 2, 2, 2, 3, 4, 8}[r.IntN(8)], Retries: 2 + r.IntN(5), FirstRTO: 1}
	if !s.Timestamps { // mostly Windows
		s.Delay, s.KeepByte = []float64{0.04, 0.05, 0.1, 0.2}[r.IntN(4)], r.Float64() < 0.7
		s.FirstRTO = []float64{1, 3}[r.IntN(2)]
	}
	if r.Float64() < 0.45 {
		s.Keep = []float64{15, 20, 30, 30, 45, 60, 60, 75, 120, 180, 300, 600, 1800, 7200}[r.IntN(14)]
	}
	return s
}

// Path is the way between both ends.
type Path struct {
	RTT  float64
	Loss float64 // of a segment
}

type message struct {
	at   float64
	dir  int8
	n    int32
	mult int32
}

type tally struct {
	window         int
	packets, bytes uint64
	first, last    float64
}

// Conn is one flow with its two directions. Messages are queued with At, and
// become packets with Run; time never goes back.
type Conn struct {
	iface       *Iface
	rng         *rand.Rand
	ends        [2]Stack
	path        Path
	addr        uint32
	port        [2]uint16
	proto       uint8
	state       [2]uint8
	header, mss int
	seen        [2]tally
	queue       []message // those from head on are to be sent
	head        int
	keep        float64 // idle time until either end probes
	owed        [2]int  // segments an end has not acknowledged
	ackAt       [2]float64
	ackMult     [2]int
	now, keepAt float64
}

// NewConn gives a flow of a protocol between the interface and a remote address.
func NewConn(f *Iface, r *rand.Rand, proto uint8, local, remote Stack, path Path, addr uint32, localPort, remotePort uint16) *Conn {
	c := &Conn{iface: f, rng: r, ends: [2]Stack{local, remote}, path: path, addr: addr, port: [2]uint16{localPort, remotePort}, proto: proto,
		header: 40, mss: min(local.MSS, remote.MSS)}
	switch {
	case proto != TCP:
		c.header = 28
	case local.Timestamps && remote.Timestamps:
		c.header, c.mss = 52, c.mss-12
	}
	c.keep = math.Inf(1)
	for _, e := range c.ends {
		if proto == TCP && e.Keep > 0 {
			c.keep = min(c.keep, e.Keep)
		}
	}
	c.rest()
	return c
}

func (c *Conn) rest() {
	c.ackAt = [2]float64{math.Inf(1), math.Inf(1)}
	c.keepAt = math.Inf(1)
	c.owed = [2]int{}
	c.queue, c.head = c.queue[:0], 0
}

// Now is the time up to which the connection has run.
func (c *Conn) Now() float64 { return c.now }

// Renew ends what is left of the flow and begins one between other ports.
func (c *Conn) Renew(localPort, remotePort uint16) {
	c.Flush()
	c.rest()
	c.port = [2]uint16{localPort, remotePort}
	c.state = [2]uint8{}
}

// Flush writes the records of the current interval.
func (c *Conn) Flush() { c.flush(Local); c.flush(Remote) }

func (c *Conn) flush(dir int) {
	s := &c.seen[dir]
	if s.packets == 0 {
		return
	}
	r := record{src: c.iface.Addr, dst: c.addr, srcPort: c.port[Local], dstPort: c.port[Remote], proto: c.proto, state: c.state[dir],
		packets: uint32(s.packets), bytes: s.bytes, start: int32(s.first), end: int32(s.last)}
	if dir == Remote {
		r.src, r.dst, r.srcPort, r.dstPort = r.dst, r.src, r.dstPort, r.srcPort
	}
	c.iface.add(s.window, r)
	s.packets, s.bytes = 0, 0
}

// packets counts n packets that an end sent at a time.
func (c *Conn) packets(dir int, t float64, n, bytes int) {
	if t < 0 || t >= c.iface.End() || n == 0 {
		return
	}
	s := &c.seen[dir]
	w := c.iface.window(t)
	if s.packets > 0 && w > s.window {
		c.flush(dir)
	}
	if s.packets == 0 {
		s.window, s.first, s.last = w, t, t
	}
	if w == s.window {
		s.first, s.last = min(s.first, t), max(s.last, t)
	}
	s.packets += uint64(n)
	s.bytes += uint64(bytes)
}

func (c *Conn) synSize() int {
	if c.header == 52 {
		return 60
	}
	return 52
}

// Open shakes hands; the client is one of both ends.
func (c *Conn) Open(t float64, client int) {
	c.now = t
	if c.proto != TCP {
		return
	}
	c.packets(client, t, 1, c.synSize())
	c.packets(1-client, t+c.path.RTT, 1, c.synSize())
	c.now = t + c.path.RTT
	c.packets(client, c.now, 1, c.header)
	c.touch()
}

// Attach takes up a connection that was there before.
func (c *Conn) Attach(t float64) {
	c.now = t
	c.touch()
	c.keepAt = t + (c.keepAt-t)*c.rng.Float64()
}

func (c *Conn) touch() {
	c.keepAt = c.now + c.keep
}

// At queues a message of n bytes; what is longer than rate bytes a second can
// carry goes in several pieces. mult counts the packets that often.
func (c *Conn) At(t float64, dir, n, mult int, rate float64) (end float64) {
	pieces := 1
	if n > 64<<10 {
		pieces = min(400, 1+int(float64(n)/rate/4))
	}
	step := float64(n) / float64(pieces) / rate
	if c.head > 64 {
		c.queue, c.head = c.queue[:copy(c.queue, c.queue[c.head:])], 0
	}
	for i := range pieces {
		m := message{at: t + float64(i)*step, dir: int8(dir), n: int32(n*(i+1)/pieces - n*i/pieces), mult: int32(mult)}
		at := len(c.queue)
		c.queue = append(c.queue, m)
		for ; at > c.head && c.queue[at-1].at > m.at; at-- {
			c.queue[at] = c.queue[at-1]
		}
		c.queue[at] = m
	}
	return t + float64(pieces-1)*step
}

// Run sends what is due up to a time: messages, ACKs and keep-alive probes.
func (c *Conn) Run(to float64) {
	for {
		next, what := c.keepAt, 3
		for d, at := range c.ackAt {
			if at <= next {
				next, what = at, d
			}
		}
		if c.head < len(c.queue) && c.queue[c.head].at < next {
			next, what = c.queue[c.head].at, 2
		}
		if next > to || next > c.iface.End() {
			c.now = max(c.now, to)
			return
		}
		c.now = max(c.now, next)
		switch what {
		case 2:
			m := c.queue[c.head]
			if c.head++; c.head == len(c.queue) {
				c.queue, c.head = c.queue[:0], 0
			}
			c.send(int(m.dir), int(m.n), int(m.mult))
		case 3:
			c.probe()
		default:
			c.packets(what, c.now, c.ackMult[what], c.ackMult[what]*c.header)
			c.owed[what], c.ackAt[what] = 0, math.Inf(1)
			c.touch()
		}
	}
}

func (c *Conn) probe() {
	who := Local
	if k := c.ends[Local].Keep; k == 0 || c.ends[Remote].Keep > 0 && c.ends[Remote].Keep < k {
		who = Remote
	}
	size := c.header
	if c.ends[who].KeepByte {
		size++
	}
	c.packets(who, c.now, 1, size)
	reply := c.header
	if c.ends[who].KeepByte { // answered with a selective acknowledgement
		reply += 12
	}
	c.packets(1-who, c.now+c.path.RTT, 1, reply)
	c.touch()
}

func (c *Conn) send(dir, n, mult int) {
	segments := max(1, (n+c.mss-1)/c.mss)
	c.packets(dir, c.now, segments*mult, (n+segments*c.header)*mult)
	c.touch()
	if c.proto != TCP {
		return
	}
	c.owed[dir], c.ackAt[dir] = 0, math.Inf(1) // rides along
	other, e := 1-dir, c.ends[1-dir]
	back := c.now
	if dir == Local {
		back += c.path.RTT
	}
	c.owed[other] += segments
	if acks := c.owed[other] / e.Every; acks > 0 && (segments > 1 || e.Every == 1) {
		c.packets(other, back, acks*mult, acks*mult*c.header)
		c.owed[other] %= e.Every
		c.ackAt[other] = math.Inf(1)
	}
	if c.owed[other] > 0 && math.IsInf(c.ackAt[other], 1) {
		c.ackAt[other], c.ackMult[other] = back+e.Delay, mult
	}
	if lost := c.path.Loss * float64(segments*mult); lost > 0 && c.rng.Float64() < lost {
		again := 1 + int(lost*c.rng.Float64())
		c.packets(dir, c.now+0.2+c.path.RTT, again, again*(min(n, c.mss)+c.header))
		c.packets(other, back+0.2+c.path.RTT, again, again*(c.header+12))
	}
}

// Close sends what is due and ends the connection with FINs, or with a reset.
func (c *Conn) Close(t float64, first int, reset bool) {
	c.Run(t)
	if c.proto == TCP && reset {
		c.packets(first, t, 1, 40)
	} else if c.proto == TCP {
		c.packets(first, t, 1, c.header)
		c.packets(1-first, t+c.path.RTT, 1, c.header)
		c.packets(first, t+c.path.RTT, 1, c.header)
	}
	c.rest()
}

// Failure is a way in which a connection does not come about.
type Failure int

// The failures.
const (
	Refused  Failure = iota // RST instead of SYN-ACK
	Dead                    // no answer
	Denied                  // security group rejects
	HalfWay                 // network ACL rejects the answers
	Slammed                 // opened, and closed at once
	Rejected                // opened, and closed after the login
)

// Fail tries to open, without success, and gives the time at which the
// client gives up; it waits for at most limit seconds.
func (c *Conn) Fail(t float64, client int, how Failure, limit float64) float64 {
	c.now = t
	syn := c.synSize()
	switch how {
	case Refused:
		c.packets(client, t, 1, syn)
		c.packets(1-client, t+c.path.RTT, 1, 40)
		return t + c.path.RTT
	case Slammed, Rejected:
		c.Open(t, client)
		c.Close(c.now+c.path.RTT, 1-client, c.rng.IntN(3) == 0)
		return c.now + c.path.RTT
	}
	e := c.ends[client]
	at, wait := 0.0, e.FirstRTO
	for range e.Retries + 1 {
		if at > limit {
			break
		}
		if how == Denied {
			c.state[client] = reject
		}
		c.packets(client, t+at, 1, syn)
		if how == HalfWay {
			c.state[1-client] = reject
			c.packets(1-client, t+at+c.path.RTT, 1, syn)
		}
		at += wait
		wait *= 2
	}
	return t + min(at, limit)
}
