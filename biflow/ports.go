package biflow

import (
	"cmp"

	"davy/internal/runs"
)

// portSums counts packets by port. It is an array rather than a map, since it
// is filled anew for every window: what an earlier generation left in it does
// not count.
type portSums struct {
	generation uint32
	of         [1 << 16]portSum
	seen       []uint16 // ports of this generation, in the order they came
}

type portSum struct {
	packets    uint64
	generation uint32
	windows    uint32 // in which it was met
	last       uint32 // the number of the last of them
}

func (s *portSums) reset() {
	s.seen = s.seen[:0]
	s.generation++
	if s.generation == 0 { // after 2^32 windows
		clear(s.of[:])
		s.generation = 1
	}
}

func (s *portSums) add(port uint16, packets uint64) {
	sum := &s.of[port]
	if sum.generation != s.generation {
		*sum = portSum{generation: s.generation}
		s.seen = append(s.seen, port)
	}
	sum.packets = add(sum.packets, packets)
}

// meet notes that a port that was added is met in a window; windows are numbered
// from 1 on, and come in order.
func (s *portSums) meet(port uint16, window uint32) {
	if sum := &s.of[port]; sum.last != window {
		sum.last = window
		sum.windows++
	}
}

// steadiest returns the port that was met in the most windows, the busiest of
// several, the lowest of equals, and in how many.
func (s *portSums) steadiest() (port uint16, windows uint32) {
	var best portSum
	for i, p := range s.seen {
		sum := s.of[p]
		order := cmp.Or(cmp.Compare(sum.windows, best.windows), cmp.Compare(sum.packets, best.packets), cmp.Compare(port, p))
		if i == 0 || order > 0 {
			port, best = p, sum
		}
	}
	return port, best.windows
}

// busiest returns the port with the most packets, the lowest of equals, and
// its share of all of them.
func (s *portSums) busiest() (uint16, float64) {
	var best uint16
	var all uint64
	for i, port := range s.seen {
		packets := s.of[port].packets
		all = add(all, packets)
		if i == 0 || packets > s.of[best].packets || packets == s.of[best].packets && port < best {
			best = port
		}
	}
	if all == 0 {
		return best, 0
	}
	return best, float64(s.of[best].packets) / float64(all)
}

// portSet is a set of ports that is emptied in the time it took to fill it.
type portSet struct {
	bits [1 << 16 / 64]uint64
	list []uint16
}

func (s *portSet) reset() {
	for _, port := range s.list {
		s.bits[port/64] = 0
	}
	s.list = s.list[:0]
}

func (s *portSet) add(port uint16) {
	if bit := uint64(1) << (port % 64); s.bits[port/64]&bit == 0 {
		s.bits[port/64] |= bit
		s.list = append(s.list, port)
	}
}

// life tells which side of a pair holds the service, over all its records.
type life struct {
	lo, hi       portSet
	below, above int // TCP records whose lower address has the lower port, or the higher
}

func (l *life) reset() {
	l.lo.reset()
	l.hi.reset()
	l.below, l.above = 0, 0
}

func (l *life) add(entries []runs.Entry) {
	for i := range entries {
		e := &entries[i]
		if e.Kind&runs.Other != 0 {
			continue
		}
		switch {
		case e.LoPort < e.HiPort:
			l.below++
		case e.LoPort > e.HiPort:
			l.above++
		}
		l.lo.add(e.LoPort)
		l.hi.add(e.HiPort)
	}
}

// server is the side with fewer ports, or with the lower port where both have as many.
func (l *life) server() serverSide {
	lo, hi := len(l.lo.list), len(l.hi.list)
	switch {
	case lo < hi, lo == hi && l.below > l.above:
		return serverIsLo
	case lo > hi, l.below < l.above:
		return serverIsHi
	}
	return serverUnknown
}

// port is that of a record on the side of the service, or on the higher address'
// if it is not known which that is.
func (s serverSide) port(e *runs.Entry) uint16 {
	if s == serverIsLo {
		return e.LoPort
	}
	return e.HiPort
}
