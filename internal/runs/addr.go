package runs

import (
	"encoding/binary"
	"net/netip"
)

// An Addr is an IP address as a 128-bit number that sorts as [netip.Addr.Compare]
// does, IPv4 before IPv6: IPv4 addresses are the first 2^32 numbers, the IPv6
// addresses below ::ffff:0:0 come after them, and all others stand for themselves.
// There is nothing in between, since ::ffff:1.2.3.4 is 1.2.3.4. Zones are dropped.
type Addr struct{ hi, lo uint64 }

const (
	fours  = 1 << 32                // as many as there are IPv4 addresses
	mapped = 0xffff << 32           // ::ffff:0:0
	shift  = uint64(mapped + fours) // first address that stands for itself
)

// AddrOf returns a as a number.
func AddrOf(a netip.Addr) Addr {
	if a = a.Unmap(); a.Is4() {
		b := a.As4()
		return Addr{0, uint64(binary.BigEndian.Uint32(b[:]))}
	}
	b := a.As16()
	n := Addr{binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])}
	if n.hi == 0 && n.lo < mapped {
		n.lo += fours
	}
	return n
}

// Netip returns the address that a stands for.
func (a Addr) Netip() netip.Addr {
	if a.is4() {
		var b [4]byte
		binary.BigEndian.PutUint32(b[:], uint32(a.lo))
		return netip.AddrFrom4(b)
	}
	if a.hi == 0 && a.lo < shift {
		a.lo -= fours
	}
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], a.hi)
	binary.BigEndian.PutUint64(b[8:], a.lo)
	return netip.AddrFrom16(b)
}

func (a Addr) is4() bool { return a.hi == 0 && a.lo < fours }

// Less tells whether a comes before b.
func (a Addr) Less(b Addr) bool { return a.hi < b.hi || a.hi == b.hi && a.lo < b.lo }

// Ends are a pair of addresses without direction: Lo is not above Hi.
type Ends struct{ Lo, Hi Addr }

// EndsOf puts two addresses in order and tells whether they had to change places.
func EndsOf(a, b Addr) (ends Ends, turned bool) {
	if b.Less(a) {
		return Ends{b, a}, true
	}
	return Ends{a, b}, false
}

// Less orders pairs by their lower address, then the higher.
func (e *Ends) Less(f *Ends) bool {
	if e.Lo != f.Lo {
		return e.Lo.Less(f.Lo)
	}
	return e.Hi.Less(f.Hi)
}

// rank is a number that rises with the pair, though not always strictly. It is
// exact, so that equal ranks are equal pairs, if both addresses are IPv4 and not
// 255.255.255.255.
func (e *Ends) rank() (rank uint64, exact bool) {
	if !e.Lo.is4() {
		return ^uint64(0), false
	}
	if !e.Hi.is4() || e.Hi.lo == fours-1 {
		return e.Lo.lo<<32 | (fours - 1), false
	}
	return e.Lo.lo<<32 | e.Hi.lo, true
}

// isExact tells whether a rank is.
func isExact(rank uint64) bool { return rank&(fours-1) != fours-1 }

// ranked is the pair of an exact rank.
func ranked(rank uint64) Ends {
	return Ends{Addr{0, rank >> 32}, Addr{0, rank & (fours - 1)}}
}
