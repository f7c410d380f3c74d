package flowlog

import (
	"math/bits"
	"net/netip"
)

// parseAddr reads an IPv4 address in dotted decimal or an IPv6 address in any
// form of RFC 4291 section 2.2. Zones are refused: they mean nothing off the
// host. ::ffff:1.2.3.4 is 1.2.3.4, so that one host is one address.
func parseAddr(b []byte) (netip.Addr, bool) {
	if v4, ok := parseIPv4(b); ok {
		return netip.AddrFrom4(v4), true
	}
	if v6, ok := parseIPv6(b); ok {
		return netip.AddrFrom16(v6).Unmap(), true
	}
	return netip.Addr{}, false
}

// parseIPv4 reads four canonical decimal numbers of at most 255 with dots between them.
func parseIPv4(b []byte) (addr [4]byte, ok bool) {
	if len(b) < len("1.2.3.4") || len(b) > len("255.255.255.255") {
		return addr, false
	}
	var spare window
	w := windowOn(b, &spare)
	const dots = '.' * eachByte
	at := gather(zeroBytes(w.word(0)^dots)) | gather(zeroBytes(w.word(8)^dots))<<8
	at &= 1<<len(b) - 1
	if bits.OnesCount64(at) != 3 {
		return addr, false
	}
	dot1 := bits.TrailingZeros64(at)
	at &= at - 1
	dot2 := bits.TrailingZeros64(at)
	at &= at - 1
	dot3 := bits.TrailingZeros64(at)

	o1, x1, y1 := w.octet(0, dot1)
	o2, x2, y2 := w.octet(dot1+1, dot2)
	o3, x3, y3 := w.octet(dot2+1, dot3)
	o4, x4, y4 := w.octet(dot3+1, len(b))
	bad := (x1|x2|x3|x4)&(highBits>>32) | (y1|y2|y3|y4)>>31
	return [4]byte{byte(o1), byte(o2), byte(o3), byte(o4)}, bad == 0
}

// octet reads w[from:to].
func (w *window) octet(from, to int) (value, odd, out uint32) {
	n := to - from
	return octet(uint32(w.word(from))<<(wordBytes*uint(3-n)&31)&0xffffff, n, 0)
}

// octet reads the n digits that w has before its last byte, which should be
// sep. Unless it is, and they are a number of at most 255 without leading zeros,
// odd has the high bit of a byte, or out its highest bit.
func octet(w uint32, n int, sep uint32) (value, odd, out uint32) {
	p := &octetPlaces[n&63]
	w = (w ^ (sep<<24 | 0x303030)) & p.mask
	first := bits.ReverseBytes32(w) // the first digit highest
	return w * (100<<16 | 10<<8 | 1) >> 16, w + 0x7f767676 | w, (first - p.least) | (2<<24 | 5<<16 | 5<<8 - first)
}

// octetPlaces are for numbers of one to three digits, by their number, of which
// there may be none or too many.
var octetPlaces = func() (t [64]places[uint32]) {
	for n := range t {
		t[n].least = 1 << 30
	}
	t[1] = places[uint32]{0xffff0000, 0}
	t[2] = places[uint32]{0xffffff00, 1 << 16}
	t[3] = places[uint32]{0xffffffff, 1 << 24}
	return t
}()

// parseIPv6 reads eight groups of up to four hexadecimal digits, where one "::"
// stands for one or more groups of zeros and the last two may be an IPv4 address.
func parseIPv6(b []byte) (addr [16]byte, ok bool) {
	if len(b) < len("::") || len(b) > len("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255") {
		return addr, false
	}
	gap := -1 // where in addr the "::" stands
	n := 0    // bytes of addr filled
	i := 0
	if b[0] == ':' && b[1] == ':' {
		gap, i = 0, 2
	}
	for i < len(b) {
		group, start := uint32(0), i
		for i < len(b) && hexDigit[b[i]] != noDigit {
			group = group<<4 | uint32(hexDigit[b[i]])
			i++
		}
		if i == start || i-start > 4 && (i == len(b) || b[i] != '.') || n > 14 {
			return addr, false
		}
		if i < len(b) && b[i] == '.' {
			v4, ok := parseIPv4(b[start:])
			if !ok || n > 12 {
				return addr, false
			}
			n += copy(addr[n:], v4[:])
			break
		}
		addr[n], addr[n+1] = byte(group>>8), byte(group)
		n += 2
		if i == len(b) {
			break
		}
		if b[i] != ':' {
			return addr, false
		}
		i++
		switch {
		case i == len(b):
			return addr, false // one colon at the end
		case b[i] == ':':
			if gap >= 0 {
				return addr, false
			}
			gap = n
			i++
		}
	}
	switch {
	case n == 16:
		return addr, gap < 0
	case gap < 0:
		return addr, false
	}
	tail := n - gap
	copy(addr[16-tail:], addr[gap:n])
	clear(addr[gap : 16-tail])
	return addr, true
}

const noDigit = 0xff

// hexDigit gives the value of a hexadecimal digit of either case.
var hexDigit = func() (t [256]byte) {
	for i := range t {
		t[i] = noDigit
	}
	for i, c := range "0123456789abcdef" {
		t[c] = byte(i)
	}
	for i, c := range "ABCDEF" {
		t[c] = byte(10 + i)
	}
	return t
}()
