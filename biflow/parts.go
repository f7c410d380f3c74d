package biflow

import (
	"hash/maphash"
	"math/bits"

	"davy/internal/runs"
)

// parts says how much of an interface's log each address has a part in, and
// which pairs it has.
type parts struct {
	several map[runs.Addr]*part // addresses in several pairs, and a few others
	asked   map[runs.Ends]bool  // pairs that relays may ask for: whether they exist
}

// A part is the pairs and records of an interface that an address is in.
type part struct {
	pairs   int
	records uint64
}

// of is the part of an address of the pair p. One that is in no other pair need
// not have been counted.
func (a *parts) of(name runs.Addr, p *pair) part {
	if s := a.several[name]; s != nil {
		return *s
	}
	return part{1, p.records}
}

// parts goes through n pairs twice, so that only addresses that may be in several
// have to be counted: of ten million that scan one interface none is.
func (w *walk) parts(n int) *parts {
	a := &parts{several: make(map[runs.Addr]*part), asked: make(map[runs.Ends]bool)}
	seen := newSieve(2 * n)
	for w.rewind(); w.next(); {
		w.drain()
		p := &w.pair
		lo, hi := p.lo.name(p.key.Lo), p.hi.name(p.key.Hi)
		a.sift(seen, lo)
		if hi != lo {
			a.sift(seen, hi)
		}
		a.ask(&p.lo, p.key.Lo)
		a.ask(&p.hi, p.key.Hi)
	}
	for w.rewind(); w.next(); {
		w.drain()
		p := &w.pair
		lo, hi := p.lo.name(p.key.Lo), p.hi.name(p.key.Hi)
		a.count(lo, p.records)
		if hi != lo {
			a.count(hi, p.records)
		}
		if _, ok := a.asked[p.key]; ok {
			a.asked[p.key] = true
		}
	}
	return a
}

// sift keeps an address for counting if it may have been seen before.
func (a *parts) sift(seen *sieve, name runs.Addr) {
	if a.several[name] == nil && seen.again(name) {
		a.several[name] = new(part)
	}
}

// ask notes the pair of the interface itself with one that it stands for.
func (a *parts) ask(e *endpoint, near runs.Addr) {
	if e.differ {
		ends, _ := runs.EndsOf(e.shown, near)
		a.asked[ends] = false
	}
}

func (a *parts) count(name runs.Addr, records uint64) {
	if s := a.several[name]; s != nil {
		s.pairs++
		s.records = add(s.records, records)
	}
}

// A sieve tells what it has seen before, with few errors and all of them on one
// side: a Bloom filter (Communications of the ACM 13, 1970) of two hashes and 16
// bits for each of those expected.
type sieve struct {
	seed maphash.Seed
	bits []uint64
	mask uint64
}

func newSieve(n int) *sieve {
	size := uint64(1) << bits.Len(uint(16*n+64))
	return &sieve{seed: maphash.MakeSeed(), bits: make([]uint64, size/64), mask: size - 1}
}

// again notes an address and tells whether it was there, or seems to have been.
func (s *sieve) again(a runs.Addr) bool {
	h := maphash.Comparable(s.seed, a)
	first, second := s.set(h&s.mask), s.set(bits.RotateLeft64(h, 32)&s.mask)
	return first && second
}

// set sets a bit and tells whether it was set.
func (s *sieve) set(i uint64) bool {
	was := s.bits[i/64]>>(i%64)&1 != 0
	s.bits[i/64] |= 1 << (i % 64)
	return was
}
