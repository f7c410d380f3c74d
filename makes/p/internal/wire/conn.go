package wire

import (
	"math"
	"math/rand/v2"
)

// Stack is how a system speaks TCP.
type Stack struct {
	MSS        int
	Timestamps bool
	Delay      float64 // of an acknowledgement; 0 acknowledges at once
	Every      int     // segments per acknowledgement
	Keep       float64 // idle time before a keep-alive probe; 0 sends none
	Probe      int     // bytes of garbage in a probe
	Retries    int     // of a SYN
}

// NewStack draws the stack of a server, a workstation or, if small, a device.
func NewStack(r *rand.Rand, small bool) Stack {
	s := Stack{MSS: Pick(r, 1460, 1460, 1460, 1448, 1440, 1420, 1400, 1380, 1360, 8961), Timestamps: r.Float64() < 0.75,
		Delay: Pick(r, 0.04, 0.04, 0.04, 0.2, 0.1), Every: Pick(r, 2, 2, 2, 3, 6), Retries: Pick(r, 6, 6, 6, 5, 4, 2),
		Keep: Pick(r, 0.0, 0, 0, 7200, 7200, 300, 60, 45, 30, 15)}
	if small {
		s.MSS, s.Timestamps = Pick(r, 1460, 1460, 1400, 1360, 1360, 1220, 536), r.Float64() < 0.4
		s.Delay, s.Every, s.Probe = Pick(r, 0, 0.04, 0.2, 0.25, 0.5), Pick(r, 1, 2, 2), r.IntN(2)
		s.Retries = Pick(r, 2, 3, 4, 6)
		s.Keep = Pick(r, 0.0, 0, 0, 7200, 600, 180, 75, 20, 10)
	}
	return s
}

// Pick draws one of the values.
func Pick[T any](r *rand.Rand, values ...T) T { return values[r.IntN(len(values))] }

// Span is a range of numbers.
type Span struct{ Lo, Hi float64 }

// Draw gives a number of the range, each ratio alike.
func (s Span) Draw(r *rand.Rand) float64 {
	if s.Hi <= s.Lo {
		return s.Lo
	}
	lo := max(s.Lo, 1e-3)
	return lo * math.Exp(r.Float64()*math.Log(s.Hi/lo))
}

// Cover is what a connection's messages go through.
type Cover string

// The covers; the last two are tunnels, with either packets or messages inside.
const (
	Plain Cover = "plain"
	TLS12 Cover = "tls12"
	TLS13 Cover = "tls13"
	Socks Cover = "socks"
	VPN   Cover = "vpn"
	Shell Cover = "ssh"
)

// Path is what lies between two hosts.
type Path struct {
	RTT   float64
	Loss  float64 // share of the segments lost
	Cover Cover
	Extra int // bytes per record of TLS, or per packet of a tunnel
	Hello int // bytes of the server's certificates
	Split int // bytes of a message that are written by themselves; 0 none, negative the last ones
}

// NewPath draws a path.
func NewPath(r *rand.Rand, rtt Span, cover Cover) Path {
	p := Path{RTT: rtt.Draw(r), Split: Pick(r, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 12, 150, -1), Loss: Pick(r, 0, 0, 1e-5, 1e-4, 1e-3, 1e-2), Cover: cover, Hello: int(Span{1100, 5200}.Draw(r))}
	switch cover {
	case TLS12:
		p.Extra = Pick(r, 29, 29, 21, 37, 53)
	case TLS13:
		p.Extra = 22
	case VPN:
		p.Extra = Pick(r, 26, 42, 62)
	case Shell:
		p.Extra = Pick(r, 30, 34, 46)
	}
	return p
}

// Conn is a connection of TCP, or a flow of UDP. Sides are 0, who began it,
// and 1, who took it.
type Conn struct {
	Path
	flow    *Flow
	r       *rand.Rand
	local   int // side of the interface
	udp     bool
	mss     int
	head    int // bytes of IP and TCP headers
	stacks  [2]Stack
	due     [2]float64 // when the side acknowledges at last
	pending [2]int     // segments it has to acknowledge
	inner   [2]bool    // the same, inside of a tunnel
	last    float64
}

var never = math.Inf(1)

// NewConn prepares a connection from side 0 to side 1.
func NewConn(flow *Flow, r *rand.Rand, local int, path Path, begins, takes Stack) *Conn {
	c := &Conn{Path: path, flow: flow, r: r, local: local, udp: flow.proto == 17, mss: min(begins.MSS, takes.MSS), head: 40,
		stacks: [2]Stack{begins, takes}, due: [2]float64{never, never}}
	if c.udp {
		c.head, c.mss = 28, 1472
	} else if begins.Timestamps && takes.Timestamps {
		c.head, c.mss = 52, c.mss-12
	}
	return c
}

func (c *Conn) packet(t float64, side, n, bytes int) { c.flow.Add(t, side == c.local, n, bytes) }

// Reply is the time from a packet of the other side to an answer of the side,
// as the interface sees it.
func (c *Conn) Reply(side int) float64 {
	if side == c.local {
		return 0.0002
	}
	return c.RTT
}

func (c *Conn) syn(side int) int {
	if c.stacks[0].Timestamps && (side == 0 || c.head == 52) {
		return 60
	}
	return 44 + 4*(c.stacks[side].MSS&3) // options are padded in many ways
}

// Open shakes hands, of TCP and what covers it, and gives the time it takes until.
func (c *Conn) Open(t float64) float64 {
	c.last = t
	if c.udp {
		return t
	}
	c.packet(t, 0, 1, c.syn(0))
	t += c.Reply(1)
	c.packet(t, 1, 1, c.syn(1))
	t += c.Reply(0)
	c.packet(t, 0, 1, c.head)
	switch c.Cover {
	case TLS12:
		t = c.Chain(t, 0, 180+c.r.IntN(90), -(c.Hello + 450), 126, -51-c.r.IntN(2)*190)
	case TLS13:
		t = c.Chain(t, 0, Pick(c.r, 260, 330, 517, 522, 1760), -(c.Hello + 260), 80, -2*(80+c.r.IntN(180)))
	case Socks:
		t = c.Chain(t, 0, 3, -2, 10+c.r.IntN(30), -10)
	case VPN:
		t = c.Chain(t, 0, 16, -28, 300, -(c.Hello + 400), 1200, -250, 300, -400)
	case Shell:
		t = c.Chain(t, 0, 21, -(41 + 1080), 1500, -800, 16, 52, -52, 120, -600, 500, -40)
	}
	return t
}

// Chain sends raw messages one after the other, negative ones from the other side.
func (c *Conn) Chain(t float64, side int, sizes ...int) float64 {
	for _, n := range sizes {
		from := side
		if n < 0 {
			from, n = 1-side, -n
		}
		t += c.Reply(from)
		c.raw(t, from, n)
	}
	return t
}

// Send sends a message through the cover.
func (c *Conn) Send(t float64, side, n int) {
	first := c.Split
	if first < 0 {
		first += n
	}
	if c.Split != 0 && first > 0 && n > first {
		c.write(t, side, first)
		n -= first
	}
	c.write(t, side, n)
}

func (c *Conn) write(t float64, side, n int) {
	switch c.Cover {
	case TLS12, TLS13:
		n += c.Extra * (1 + n/16384)
	case Shell:
		n = (n+9+15)/16*16 + c.Extra
	case VPN:
		for ; n > 1300; n -= 1300 {
			c.raw(t, side, 1340+c.Extra)
		}
		n += 52 + c.Extra
		c.inner[side], c.inner[1-side] = false, true
	}
	c.raw(t, side, n)
}

// Tunnelled tells whether the connection is one of a tunnel.
func (c *Conn) Tunnelled() bool { return c.Cover == VPN || c.Cover == Shell }

// Beat sends the heartbeats of a tunnel.
func (c *Conn) Beat(t float64) {
	c.raw(t, 0, 40)
	c.raw(t+c.r.Float64(), 1, 40)
}

// Door is the usual port of what the connection goes through, or else its own.
func (p Path) Door(own uint16) uint16 {
	switch p.Cover {
	case VPN:
		return 1194
	case Shell:
		return 22
	case Socks:
		return 1080
	}
	return own
}

// Rest is called when an exchange is over: acknowledgements in a tunnel are sent.
func (c *Conn) Rest(t float64) {
	for side, waits := range c.inner {
		if waits {
			c.raw(t+c.Reply(side)+0.04, side, 52+c.Extra)
			c.inner[side] = false
		}
	}
}

func (c *Conn) raw(t float64, side, n int) {
	t = max(t, c.last)
	c.Settle(t)
	c.last = t
	segments := (n + c.mss - 1) / c.mss
	for left, bytes, at := segments, n, t; left > 0; at += c.RTT / 8 {
		k := min(left, 64)
		data := min(bytes, k*c.mss)
		c.packet(at, side, k, data+k*c.head)
		left, bytes = left-k, bytes-data
		if !c.udp {
			c.taken(at, 1-side, k)
		}
		c.last = at
	}
	if c.udp {
		return
	}
	c.due[side], c.pending[side] = never, 0
	if c.Loss > 0 && c.r.Float64() < c.Loss*float64(segments) {
		size := min(n, c.mss) + c.head
		c.packet(t+max(0.2, 2*c.RTT), side, 1, size)
		c.packet(t+max(0.2, 2*c.RTT)+c.Reply(1-side), 1-side, 1, c.head+12)
	}
}

// taken notes that a side has got segments, which it acknowledges now or later.
func (c *Conn) taken(t float64, side, segments int) {
	s := &c.stacks[side]
	c.pending[side] += segments
	t += c.Reply(side)
	every := max(s.Every, 1)
	if s.Delay == 0 && c.pending[side] < every {
		every = 1
	}
	if acks := c.pending[side] / every; acks > 0 {
		c.packet(t, side, acks, acks*c.head)
		c.pending[side] %= every
		c.due[side] = never
	}
	if c.pending[side] > 0 && c.due[side] == never {
		c.due[side] = t + s.Delay
	}
}

// Settle lets time pass until t: acknowledgements that are due and keep-alives.
func (c *Conn) Settle(t float64) {
	for side, due := range c.due {
		if due <= t {
			c.packet(due, side, 1, c.head)
			c.due[side], c.pending[side] = never, 0
			c.last = max(c.last, due)
		}
	}
	if c.udp {
		return
	}
	side, keep := 0, c.stacks[0].Keep
	if other := c.stacks[1].Keep; keep == 0 || other > 0 && other < keep {
		side, keep = 1, other
	}
	for keep > 0 && c.last+keep < t {
		c.last += keep
		c.packet(c.last, side, 1, c.head+c.stacks[side].Probe)
		c.packet(c.last+c.Reply(1-side), 1-side, 1, c.head)
	}
}

// Close ends the connection: by either side in order, or with a reset.
func (c *Conn) Close(t float64, side int, reset bool) {
	t = max(t, c.last)
	c.Settle(t)
	if !c.udp {
		switch {
		case reset:
			c.packet(t, side, 1, 40)
		default:
			c.packet(t, side, 1, c.head)
			c.packet(t+c.Reply(1-side), 1-side, 1, c.head)
			c.packet(t+c.Reply(1-side)+c.Reply(side), side, 1, c.head)
		}
	}
	c.flow.End()
}

// Vanish ends the connection by the loss of the other side: the one left sends
// its last message again, and gives up after patience.
func (c *Conn) Vanish(t float64, side, n int, patience float64) float64 {
	t = max(t, c.last)
	c.Settle(t)
	if side == c.local {
		for again, rto := t, max(0.2, 2*c.RTT); again < t+patience; again, rto = again+rto, min(2*rto, 120) {
			c.packet(again, side, 1, min(n, c.mss)+c.head)
		}
	}
	c.flow.End()
	return t + patience
}

// Fault is why there is no connection.
type Fault int

// The faults of a peer: none, a closed port, no answer at all, a rule that
// denies, a server that closes after the first words, a caller asleep.
const (
	Healthy Fault = iota
	Refused
	Dead
	Denied
	Unwilling
	Asleep
)

// Try shakes hands in vain, and gives the time at which side 0 knows. The flow
// of one who is denied has to be a rejected one.
func (c *Conn) Try(t float64, fault Fault, patience float64) float64 {
	defer c.flow.End()
	if c.udp {
		return t
	}
	if fault == Refused {
		c.packet(t, 0, 1, c.syn(0))
		c.packet(t+c.Reply(1), 1, 1, 40)
		return t + c.Reply(1) + c.Reply(0)
	}
	at, rto := t, 1.0
	for range c.stacks[0].Retries + 1 {
		if at > t+patience {
			break
		}
		c.packet(at, 0, 1, c.syn(0))
		at, rto = at+rto, 2*rto
	}
	return min(at, t+patience)
}

// Timer is something that happens again and again.
type Timer struct {
	Next float64
	Fire func(t float64) float64 // gives the next time
}

// Run fires timers in the order of time until the end; the first time that is
// not a number ends it early. It gives the time of the end.
func Run(timers []Timer, until float64) float64 {
	for {
		first := &timers[0]
		for i := range timers[1:] {
			if timers[i+1].Next < first.Next {
				first = &timers[i+1]
			}
		}
		if first.Next >= until {
			return until
		}
		now := first.Next
		if first.Next = first.Fire(now); math.IsNaN(first.Next) {
			return now
		}
	}
}
