package biflow

import "math"

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

// connection is one pair of ports within a window.
type connection struct{ lo, hi uint16 }

// builder turns entries into windows. Its sums are scratch space, kept from
// pair to pair.
type builder struct {
	offset  int64 // phase of the interface
	skipped map[int64]bool
	lo, hi  portSums             // packets by port of either side
	answers map[connection]uint8 // 1: packets from lo, 2: from hi
	earlier map[connection]uint8 // answers of the pair's window before
	last    int64                // start of that window
}

func newBuilder() *builder {
	return &builder{answers: make(map[connection]uint8), earlier: make(map[connection]uint8)}
}

// server finds the service over the whole life of the pair: its side is the one
// with fewer ports, or the lower port where both have as many; the port is the
// busiest there.
func (b *builder) server(entries []entry) (serverSide, uint16) {
	b.lo.reset()
	b.hi.reset()
	var below, above int
	for i := range entries {
		e := &entries[i]
		b.lo.add(e.loPort, e.packets)
		b.hi.add(e.hiPort, e.packets)
		switch {
		case e.loPort < e.hiPort:
			below++
		case e.loPort > e.hiPort:
			above++
		}
	}
	lo, hi := b.lo.distinct(), b.hi.distinct()
	switch {
	case lo < hi, lo == hi && below > above:
		port, _ := b.lo.busiest()
		return serverIsLo, port
	case lo > hi, below < above:
		port, _ := b.hi.busiest()
		return serverIsHi, port
	}
	port, _ := b.hi.busiest()
	return serverUnknown, port
}

// stretches is the number of windows that entries, ascending by start, fall into.
func (b *builder) stretches(entries []entry) int {
	n, end := 0, int64(math.MinInt64)
	for i := range entries {
		if s := int64(entries[i].start); s >= end {
			end = windowStart(s, b.offset) + Seconds
			n++
		}
	}
	return n
}

// window sums the entries of one window.
func (b *builder) window(start int64, entries []entry, loLocal bool, server serverSide) Window {
	w := Window{Start: start}
	if b.skipped[start] {
		w.Flags |= Incomplete
	}
	b.lo.reset()
	b.hi.reset()
	b.answers, b.earlier = emptied(b.earlier), b.answers
	for i := range entries {
		e := &entries[i]
		b.count(&w, e, loLocal)
		b.lo.add(e.loPort, e.packets)
		b.hi.add(e.hiPort, e.packets)
	}
	clients, services := &b.lo, &b.hi
	if server == serverIsLo {
		clients, services = services, clients
	}
	w.ClientPorts = uint32(clients.distinct())
	w.Connections = uint32(len(b.answers))
	for _, sides := range b.answers {
		if sides == 1 || sides == 2 {
			w.Unanswered++
		}
	}
	if start == b.last+Seconds {
		for conn := range b.answers {
			if _, ok := b.earlier[conn]; ok {
				w.Kept++
			}
		}
	}
	b.last = start
	w.ServerPort, w.ServerShare = services.busiest()
	if w.LocalBytes == ^uint64(0) || w.RemoteBytes == ^uint64(0) {
		w.Flags |= Saturated
	}
	return w
}

// emptied is the map without its entries. One that was large is let go: to
// clear it takes as long for every window to come as for the one that filled it.
func emptied(m map[connection]uint8) map[connection]uint8 {
	if len(m) > 1<<10 {
		return make(map[connection]uint8)
	}
	clear(m)
	return m
}

func (b *builder) count(w *Window, e *entry, loLocal bool) {
	conn := connection{e.loPort, e.hiPort}
	w.TCPFlags |= e.tcpFlags
	isFromHi := e.kind&fromHi != 0
	isLocal := isFromHi != loLocal
	if e.kind&rejected != 0 {
		sum := &w.Turned[1]
		if isLocal {
			sum = &w.Turned[0]
		}
		sum.Bytes, sum.Packets = add(sum.Bytes, e.bytes), add(sum.Packets, e.packets)
		w.Rejected++
		b.answers[conn] |= 0
		return
	}
	w.Records++
	if e.kind&implausible != 0 {
		w.Flags |= Implausible
	}
	if isFromHi {
		b.answers[conn] |= 2
	} else {
		b.answers[conn] |= 1
	}
	if isLocal {
		w.LocalBytes = add(w.LocalBytes, e.bytes)
		w.LocalPackets = add(w.LocalPackets, e.packets)
	} else {
		w.RemoteBytes = add(w.RemoteBytes, e.bytes)
		w.RemotePackets = add(w.RemotePackets, e.packets)
	}
}
