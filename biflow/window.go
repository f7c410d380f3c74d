package biflow

import (
	"math"
	"sync"

	"davy/internal/runs"
)

// A Window is what one pair did in 600 seconds of its interface's capture
// windows. Counts are IP-level sums over the accepted TCP records that start
// in it, all ports together.
type Window struct {
	Start         int64 // epoch seconds
	LocalBytes    uint64
	LocalPackets  uint64
	RemoteBytes   uint64
	RemotePackets uint64

	Records     uint32  // accepted TCP records
	Rejected    uint32  // TCP records with action REJECT, in none of the sums above
	Turned      [2]Sum  // what they hold, by the side that sent it: local, remote
	Connections uint32  // pairs of ports seen, rejected ones too
	Kept        uint32  // of the connections, those that the window just before had too
	Unanswered  uint32  // connections accepted one way without a packet back
	ClientPorts uint32  // ports on the client's side: more than one means reconnects
	ClientPort  uint16  // the port on the client's side where there is but one, else 0
	ServerPort  uint16  // the busiest port on the server's side
	ServerShare float64 // its share of the packets, 0 to 1
	TCPFlags    uint16  // union of tcp-flags, 0 where the format has none
	Flags       Flags
}

// A Sum of packets and their IP-level bytes.
type Sum struct{ Bytes, Packets uint64 }

// Flags qualify a window.
type Flags uint8

// Flags of a window.
const (
	Incomplete  Flags = 1 << iota // AWS skipped data of the interface in this window
	Implausible                   // a record's counts contradict each other
	Saturated                     // a sum reached 2^64−1
)

// A Point is a window's place in the four-dimensional space of the method:
// local bytes, local packets, remote bytes, remote packets.
type Point [4]float64

// Point returns the window's point.
func (w *Window) Point() Point {
	return Point{float64(w.LocalBytes), float64(w.LocalPackets), float64(w.RemoteBytes), float64(w.RemotePackets)}
}

// Silent tells that nothing was accepted in the window.
func (w *Window) Silent() bool {
	return w.LocalPackets == 0 && w.RemotePackets == 0 && w.LocalBytes == 0 && w.RemoteBytes == 0
}

// Known tells that the window is a point: something was accepted in it, and AWS
// lost none of it. What a window under SKIPDATA held is unknown.
func (w *Window) Known() bool { return !w.Silent() && w.Flags&Incomplete == 0 }

// serverSide says which side of a pair holds the service.
type serverSide uint8

const (
	serverUnknown serverSide = iota
	serverIsLo
	serverIsHi
)

// of names the side as seen from the interface.
func (s serverSide) of(loLocal bool) Side {
	switch {
	case s == serverUnknown:
		return NoSide
	case (s == serverIsLo) == loLocal:
		return LocalSide
	}
	return RemoteSide
}

// builder turns the entries of a pair, as they come by start, into windows. What
// it has allocated is used again for the next pair.
type builder struct {
	offset  int64 // phase of the interface
	skipped map[int64]bool
	loLocal bool
	server  serverSide
	only    bool   // what is not at the port of the service is left out
	port    uint16 // of the service

	windows []Window
	w       *Window // the one that is being filled, the last of windows
	after   int64   // when it ends
	last    int64   // start of the window before it
	now     connections
	earlier connections // of the window before
	ports   portSums
	set     portSet
}

// Tables may be many and small: what making windows takes serves the next.
var (
	builders = sync.Pool{New: func() any { return new(builder) }}
	walks    = sync.Pool{New: func() any { return new(walk) }}
)

// begin begins with a pair, whose windows are appended to windows: of its service
// alone, or of all of it.
func (b *builder) begin(o *outline, only bool, windows []Window) {
	b.loLocal, b.server, b.port, b.only, b.windows = o.loLocal, o.server, o.port, only, windows
	b.w, b.after, b.last = nil, math.MinInt64, math.MinInt64
	b.now.reset()
	b.earlier.reset()
}

// add counts entries, which come by start.
func (b *builder) add(entries []runs.Entry) {
	for i := range entries {
		e := &entries[i]
		if e.Kind&runs.Other != 0 || b.only && b.server.port(e) != b.port {
			continue
		}
		if e.Start >= b.after {
			b.finish()
			b.open(windowStart(e.Start, b.offset))
		}
		b.count(b.w, e)
	}
}

// end returns the pair's windows.
func (b *builder) end() []Window {
	b.finish()
	windows := b.windows
	b.windows = nil
	return windows
}

// open begins a window.
func (b *builder) open(start int64) {
	b.windows = append(b.windows, Window{Start: start})
	b.w, b.after = &b.windows[len(b.windows)-1], start+Seconds
	if b.skipped[start] {
		b.w.Flags |= Incomplete
	}
}

// finish works out what is known of a window when all of it is there.
func (b *builder) finish() {
	w := b.w
	if w == nil {
		return
	}
	b.services(w)
	w.Connections = uint32(len(b.now.list))
	for i := range b.now.list {
		c := &b.now.list[i]
		if c.sides == 1 || c.sides == 2 {
			w.Unanswered++
		}
		if w.Start == b.last+Seconds && b.earlier.has(c.ports) {
			w.Kept++
		}
	}
	if w.LocalBytes == ^uint64(0) || w.RemoteBytes == ^uint64(0) {
		w.Flags |= Saturated
	}
	b.w, b.last = nil, w.Start
	b.now, b.earlier = b.earlier, b.now
	b.now.reset()
}

// services counts the client's ports and finds the busiest of the service's.
func (b *builder) services(w *Window) {
	clients, services := connection.lo, connection.hi
	if b.server == serverIsLo {
		clients, services = services, clients
	}
	if len(b.now.list) == 1 { // as in most windows
		c := &b.now.list[0]
		w.ClientPorts, w.ClientPort, w.ServerPort = 1, clients(*c), services(*c)
		if c.packets > 0 {
			w.ServerShare = 1
		}
		return
	}
	if w.ClientPorts = uint32(b.distinct(clients)); w.ClientPorts == 1 {
		w.ClientPort = b.set.list[0]
	}
	b.ports.reset()
	for i := range b.now.list {
		b.ports.add(services(b.now.list[i]), b.now.list[i].packets)
	}
	w.ServerPort, w.ServerShare = b.ports.busiest()
}

// distinct is the number of ports on a side.
func (b *builder) distinct(side func(connection) uint16) int {
	b.set.reset()
	for i := range b.now.list {
		b.set.add(side(b.now.list[i]))
	}
	return len(b.set.list)
}

func (b *builder) count(w *Window, e *runs.Entry) {
	c := b.now.at(uint32(e.LoPort)<<16 | uint32(e.HiPort))
	c.packets = add(c.packets, e.Packets)
	w.TCPFlags |= e.TCPFlags
	isFromHi := e.Kind&runs.FromHi != 0
	isLocal := isFromHi != b.loLocal
	if e.Kind&runs.Rejected != 0 {
		sum := &w.Turned[1]
		if isLocal {
			sum = &w.Turned[0]
		}
		sum.Bytes, sum.Packets = add(sum.Bytes, e.Bytes), add(sum.Packets, e.Packets)
		w.Rejected++
		return
	}
	w.Records++
	if e.Kind&runs.Implausible != 0 {
		w.Flags |= Implausible
	}
	if isFromHi {
		c.sides |= 2
	} else {
		c.sides |= 1
	}
	if isLocal {
		w.LocalBytes = add(w.LocalBytes, e.Bytes)
		w.LocalPackets = add(w.LocalPackets, e.Packets)
	} else {
		w.RemoteBytes = add(w.RemoteBytes, e.Bytes)
		w.RemotePackets = add(w.RemotePackets, e.Packets)
	}
}
