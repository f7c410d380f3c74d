// Package wire turns messages into packets: TCP with segments, acknowledgements,
// keep-alives and retransmissions, UDP datagrams, TLS records and tunnels.
package wire

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
)

// Side is an end of a conversation.
type Side uint8

// The two ends.
const (
	Client Side = iota
	Server
)

// Other is the opposite end.
func (s Side) Other() Side { return 1 - s }

// Wire is what packets travel over.
type Wire interface {
	// Put sends packets with the sum of their IP bytes at a time of the sender.
	Put(at float64, from Side, packets, bytes int)
	// Lost sends packets that the sender's interface sees but the receiver never gets.
	Lost(at float64, from Side, packets, bytes int)
	// Flush ends open records.
	Flush()
}

// Path is the network between two hosts.
type Path struct {
	RTT  float64
	MTU  int
	Loss float64 // probability that a message loses a segment
	Rate float64 // bytes per second of a long transfer
	Taps [2]*flow.Tap
	IP   [2]uint32
}

// Pair is a 5-tuple seen at the interfaces of its ends, where they are simulated.
type Pair struct {
	half [2][2]flow.Half // direction, then the end that sees it
	owd  float64
	live [2]bool
}

// NewPair opens the records of one 5-tuple. denied[d] marks a direction that a
// security group or network ACL drops at the interface that sees it.
func NewPair(p *Path, proto uint8, cport, sport uint16, denied [2]bool) *Pair {
	k := flow.Key{Src: p.IP[Client], Dst: p.IP[Server], SPort: cport, DPort: sport, Proto: proto}
	w := &Pair{owd: p.RTT / 2}
	for d := range 2 {
		key, st := k, flow.Accept
		if d == 1 {
			key = k.Back()
		}
		if denied[d] {
			st = flow.Reject
		}
		for e := range 2 {
			w.half[d][e] = flow.NewHalf(p.Taps[e], key, st)
		}
	}
	w.live = [2]bool{p.Taps[0] != nil, p.Taps[1] != nil}
	return w
}

// Put implements Wire.
func (w *Pair) Put(at float64, from Side, packets, bytes int) {
	if w.live[from] {
		w.half[from][from].Add(at, packets, bytes)
	}
	if w.live[1-from] {
		w.half[from][1-from].Add(at+w.owd, packets, bytes)
	}
}

// Lost implements Wire.
func (w *Pair) Lost(at float64, from Side, packets, bytes int) {
	if w.live[from] {
		w.half[from][from].Add(at, packets, bytes)
	}
}

// Flush implements Wire.
func (w *Pair) Flush() {
	for d := range w.half {
		for e := range w.half[d] {
			w.half[d][e].Flush()
		}
	}
}

// Tunnel carries packets inside the stream of another connection.
type Tunnel struct {
	Outer    *Conn
	Overhead int
}

// Put implements Wire.
func (w Tunnel) Put(at float64, from Side, packets, bytes int) {
	w.Outer.Send(at, from, bytes+packets*w.Overhead)
}

// Lost implements Wire; a tunnel over TCP loses nothing.
func (w Tunnel) Lost(at float64, from Side, packets, bytes int) { w.Put(at, from, packets, bytes) }

// Flush implements Wire; the outer connection goes on and is flushed at its own end.
func (w Tunnel) Flush() {}

// Link is an open conversation over TCP, UDP or ICMP.
type Link interface {
	// Send sends a message of n bytes and returns when the last byte has arrived.
	Send(at float64, from Side, n int) float64
	// Close ends the conversation.
	Close(at float64, by Side, how How)
	// Tick lets timers up to a time run.
	Tick(at float64)
	// Flush ends open records.
	Flush()
}

// How says in which way a conversation ends.
type How uint8

// The ways to end.
const (
	Fin How = iota
	Rst
	Vanish
)

// Datagrams is a Link over UDP or ICMP echo.
type Datagrams struct {
	w    Wire
	owd  float64
	r    *rng.R
	loss float64
}

// NewDatagrams opens a conversation without connection.
func NewDatagrams(w Wire, p *Path, r *rng.R) *Datagrams {
	return &Datagrams{w: w, owd: p.RTT / 2, loss: p.Loss, r: r}
}

// Send implements Link. Datagrams above the MTU go in fragments, of which flow
// logs count the packets.
func (d *Datagrams) Send(at float64, from Side, n int) float64 {
	frag := (n + 8 + 1479) / 1480
	if d.r.Float64() < d.loss {
		d.w.Lost(at, from, frag, n+8+20*frag)
	} else {
		d.w.Put(at, from, frag, n+8+20*frag)
	}
	return at + d.owd
}

// Close implements Link.
func (d *Datagrams) Close(float64, Side, How) { d.w.Flush() }

// Tick implements Link.
func (d *Datagrams) Tick(float64) {}

// Flush implements Link.
func (d *Datagrams) Flush() { d.w.Flush() }
