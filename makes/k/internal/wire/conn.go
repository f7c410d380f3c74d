package wire

import (
	"math"
	"math/rand/v2"
)

// Stack is how a host's TCP behaves.
type Stack struct {
	MSS        int     // largest segment without options
	Timestamps bool    // offers RFC 7323 timestamps
	Delay      float64 // how long an ACK waits for data to ride on
	Stretch    int     // segments per ACK
	KeepAlive  float64 // idle time before probes, when a program asks for them
	Polite     bool    // closes with FIN; else with a reset
}

// NewStack draws a stack.
func NewStack(rng *rand.Rand) *Stack {
	return &Stack{
		MSS:        []int{8961, 8961, 1460, 1460, 1460, 1448, 1410, 1400, 1380, 1360}[rng.IntN(10)],
		Timestamps: rng.Float64() < .72,
		Delay:      []float64{0, .04, .04, .04, .04, .04, .1, .2}[rng.IntN(8)],
		Stretch:    []int{2, 2, 2, 3, 4, 8, 16}[rng.IntN(7)],
		KeepAlive:  []float64{15, 15, 30, 30, 45, 60, 75, 120, 300, 600, 7200}[rng.IntN(11)],
		Polite:     rng.Float64() < .8,
	}
}

// Path is the way between two hosts.
type Path struct {
	RTT  float64 // seconds
	Loss float64 // share of segments lost
	Rate float64 // bytes a second
	MSS  int     // largest segment that passes
}

// Near draws a path within a data centre, Far one over the internet.
func Near(rng *rand.Rand) Path {
	return Path{RTT: .0002 + .002*rng.ExpFloat64(), Loss: 1e-5, Rate: 2e7 + 1e8*rng.Float64(), MSS: 8961}
}

// Far draws a path over the internet.
func Far(rng *rand.Rand) Path {
	return Path{RTT: .002 + .06*rng.ExpFloat64(), Loss: 1e-2 * math.Pow(10, -4*rng.Float64()), Rate: 1e6 + 2e7*rng.Float64(),
		MSS: []int{1460, 1460, 1460, 1440, 1400, 1380}[rng.IntN(6)]}
}

// Layer is what lies between a program's messages and TCP.
type Layer int

// The layers there are.
const (
	Plain Layer = iota
	TLS12
	TLS13
	SSH // a forwarded channel
	VPN // inner IP packets over OpenVPN's TCP mode
)

const (
	vpnFrame = 26 // length, opcode, packet number, tag
	innerTCP = 52 // IP and TCP headers with timestamps inside of a tunnel
	innerMSS = 1300
)

var never = math.Inf(1)

// Outcome is what comes of an attempt to connect.
type Outcome int

// The outcomes there are.
const (
	Open     Outcome = iota
	Refused          // the host answers with a reset
	Dead             // nobody answers
	Denied           // the interface's security group drops the SYN
	OneSided         // the network ACL drops the answer
)

// Timers of a connection, each for client and server.
const (
	acking  = 0
	inside  = 2 // an ACK inside a VPN
	pinging = 4 // of the layer
)

// End names one end of a connection.
type End struct {
	Addr  Addr
	Port  uint16
	Stack *Stack
}

// Conn is one TCP connection, or an exchange of datagrams between two ports.
type Conn struct {
	flow
	Layer
	stack   [2]*Stack
	path    Path
	rng     *rand.Rand
	mss     int
	header  int        // of a segment
	syn     int        // size of a SYN
	unacked [2]int     // segments got since the end's last ACK
	timer   [6]float64 // what falls due when, for each end
	quiet   float64    // time of the last data
	probe   float64    // idle time before a keep-alive probe
	prober  int        // end that sends it
	every   float64    // between pings
}

// NewConn prepares a connection; keep says whether the program asks for
// keep-alive probes.
func NewConn(log *Log, proto uint8, client, server End, path Path, keep bool, rng *rand.Rand) *Conn {
	c := &Conn{stack: [2]*Stack{client.Stack, server.Stack}, path: path, rng: rng}
	c.flow = flow{log: log, proto: proto, addr: [2]Addr{client.Addr, server.Addr}, port: [2]uint16{client.Port, server.Port}}
	c.timer = [6]float64{never, never, never, never, never, never}
	c.probe, c.mss = never, 1350
	if proto != TCP {
		c.header = 28
		return c
	}
	c.mss, c.header, c.syn = min(client.Stack.MSS, server.Stack.MSS, path.MSS), 40, 52
	if client.Stack.Timestamps {
		c.syn = 60
		if server.Stack.Timestamps {
			c.header, c.mss = 52, c.mss-12
		}
	}
	if keep {
		c.probe = min(client.Stack.KeepAlive, server.Stack.KeepAlive)
		if server.Stack.KeepAlive < client.Stack.KeepAlive {
			c.prober = 1
		}
	}
	return c
}

// Dial attempts to connect at t, giving up after patience, and returns the
// time the client knows how it went.
func (c *Conn) Dial(t float64, out Outcome, patience float64) float64 {
	if c.proto != TCP {
		return t
	}
	switch out {
	case Open:
		if c.rng.Float64() < c.path.Loss {
			c.add(t, 0, 1, c.syn)
			t++
		}
		c.add(t, 0, 1, c.syn)
		c.add(t+c.path.RTT/2, 1, 1, c.syn)
		t += c.path.RTT
		c.add(t, 0, 1, c.header)
		c.quiet = t
	case Refused:
		c.add(t, 0, 1, c.syn)
		t += c.path.RTT
		c.add(t, 1, 1, 40)
		c.Done()
	default:
		c.tally[0].reject, c.tally[1].reject = out == Denied, out == OneSided
		wait := 1.
		for end, try := t+patience, 0; try < 7 && t < end; try++ {
			c.add(t, 0, 1, c.syn)
			if out == OneSided {
				c.add(t+c.path.RTT/2, 1, 1, c.syn)
			}
			t = min(t+wait, end)
			wait *= 2
		}
		c.Done()
	}
	return t
}

// flights are the opening messages of the layers, from client and server in
// turn.
var flights = [...][][2]int{
	TLS12: {{180, 517}, {2600, 5200}, {93, 158}, {51, 258}},
	TLS13: {{240, 517}, {2300, 4900}, {64, 80}, {150, 560}},
	SSH: {{21, 43}, {21, 43}, {1000, 1600}, {900, 1200}, {48, 1300}, {400, 1700}, {60, 90}, {40, 80}, {120, 700},
		{40, 80}, {120, 200}, {60, 120}},
	VPN: {{56, 56}, {68, 68}, {240, 600}, {2500, 4500}, {1200, 2400}, {300, 900}, {80, 160}, {200, 400}},
}

// Secure exchanges the opening messages of layer l, and puts it in force. If
// mutual, the client shows a certificate too.
func (c *Conn) Secure(t float64, l Layer, mutual bool) float64 {
	if l == Plain {
		return t
	}
	for i, f := range flights[l] {
		n := f[0] + c.rng.IntN(f[1]-f[0]+1)
		switch {
		case l == TLS13 && i == 0 && c.rng.IntN(3) == 0:
			n = 1700 + c.rng.IntN(100) // with a post-quantum key
		case l == TLS13 && i == 3 && c.rng.IntN(3) == 0:
			continue // no tickets
		case mutual && i == 2:
			n += 900 + c.rng.IntN(1000)
		}
		t = c.Send(t, i%2, n)
	}
	c.Layer = l
	if l == VPN {
		c.every = float64(10 + 10*c.rng.IntN(6))
		c.timer[pinging], c.timer[pinging+1] = t+c.every, t+c.every
	} else if l == SSH && c.rng.IntN(2) == 0 {
		c.every = float64(15 + 15*c.rng.IntN(8))
		c.timer[pinging] = t + c.every
	}
	return t
}

// seal gives the length of n bytes of message in the layer's framing.
func (c *Conn) seal(n int) int {
	switch c.Layer {
	case TLS12:
		return n + 29*((n+16383)/16384)
	case TLS13:
		return n + 22*((n+16383)/16384)
	case SSH:
		return (n+9+5+4+15)/16*16 + 4 + 16
	case VPN:
		return n + (innerTCP+vpnFrame)*((n+innerMSS-1)/innerMSS)
	}
	return n
}

// Send carries a message of n bytes from client to server (d is 0) or back,
// and returns the time the other end has all of it.
func (c *Conn) Send(t float64, d, n int) float64 {
	c.Settle(t)
	n = c.seal(n)
	if c.Layer == VPN {
		c.timer[inside+d], c.timer[inside+1-d] = never, t+c.path.RTT/2+.04
	}
	if n > 10*c.mss { // slow start
		t += c.path.RTT * math.Log2(math.Min(float64(n)/float64(10*c.mss), 64))
	}
	piece := max(8*c.mss, int(c.path.Rate*2))
	for n > piece {
		c.data(t, d, piece)
		n -= piece
		t += float64(piece) / c.path.Rate
	}
	c.data(t, d, n)
	return t + float64(n)/c.path.Rate + c.path.RTT/2
}

// data sends n bytes at once, and has the other end acknowledge them.
func (c *Conn) data(t float64, d, n int) {
	k := max(1, (n+c.mss-1)/c.mss)
	c.add(t, d, k, n+k*c.header)
	c.quiet = t
	if c.proto != TCP {
		return
	}
	c.timer[acking+d], c.unacked[d] = never, 0
	o, at := 1-d, t+c.path.RTT/2
	k += c.unacked[o]
	if acks := k / c.stack[o].Stretch; acks > 0 && k > 1 {
		c.add(at, o, acks, acks*c.header)
		k %= c.stack[o].Stretch
	}
	c.unacked[o], c.timer[acking+o] = k, never
	if k > 0 {
		c.timer[acking+o] = at + c.stack[o].Delay
	}
	if c.path.Loss > 0 && c.rng.Float64() < c.path.Loss*float64(1+n/c.mss) {
		c.add(at+math.Max(.2, c.path.RTT), d, 1, min(n, c.mss)+c.header)
		c.add(at+math.Max(.2, c.path.RTT), o, 1, c.header+12)
	}
}

// Settle sends what falls due before t: ACKs, keep-alive probes, pings.
func (c *Conn) Settle(t float64) {
	if c.proto != TCP {
		return
	}
	for {
		at, what := c.quiet+c.probe, -1
		for i, due := range c.timer {
			if due < at {
				at, what = due, i
			}
		}
		if at > t {
			return
		}
		switch d := what & 1; {
		case what < 0:
			c.add(at, c.prober, 1, c.header)
			c.add(at+c.path.RTT, 1-c.prober, 1, c.header)
			c.quiet = at
		case what < inside:
			c.add(at, d, 1, c.header)
			c.timer[what], c.unacked[d] = never, 0
		case what < pinging:
			c.timer[what] = never
			c.data(at, d, innerTCP+vpnFrame)
		default:
			c.timer[what] = at + c.every
			if c.Layer == VPN {
				c.data(at, d, 16+vpnFrame)
			} else {
				c.data(at, 0, 68)
				c.data(at+c.path.RTT, 1, 36)
			}
		}
	}
}

// Close ends the connection, begun by end d.
func (c *Conn) Close(t float64, d int) {
	c.Settle(t)
	if c.proto == TCP {
		if c.Layer == TLS12 || c.Layer == TLS13 {
			c.add(t, d, 1, c.header+24+c.rng.IntN(8))
		}
		c.add(t, d, 1, c.header)
		if c.stack[1-d].Polite {
			c.add(t+c.path.RTT/2, 1-d, 1, c.header)
			c.add(t+c.path.RTT, d, 1, c.header)
		} else {
			c.add(t+c.path.RTT/2, 1-d, 1, 40)
		}
	}
	c.Done()
}

// Abort ends the connection with a reset by end d.
func (c *Conn) Abort(t float64, d int) {
	c.Settle(t)
	if c.proto == TCP {
		c.add(t, d, 1, 40)
	}
	c.Done()
}

// Vanish is the loss of the server: the client sends n bytes again and again
// until it has waited for patience. It returns the time it gives up.
func (c *Conn) Vanish(t float64, n int, patience float64) float64 {
	c.Settle(t)
	wait, end := math.Max(.2, 2*c.path.RTT), t+patience
	for try := 0; try < 15 && t < end && c.proto == TCP; try++ {
		c.add(t, 0, 1, min(n, c.mss)+c.header)
		t += wait
		wait = math.Min(2*wait, 120)
	}
	c.Done()
	return math.Min(t, end)
}

// Done writes the records of what has been counted.
func (c *Conn) Done() {
	c.flush(0)
	c.flush(1)
}
