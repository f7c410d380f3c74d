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

	a, bad1 := octet(w, 0, dot1)
	c, bad2 := octet(w, dot1+1, dot2)
	d, bad3 := octet(w, dot2+1, dot3)
	e, bad4 := octet(w, dot3+1, len(b))
	return [4]byte{byte(a), byte(c), byte(d), byte(e)}, bad1|bad2|bad3|bad4|(a|c|d|e)>>8 == 0
}

// octet reads one to three digits. Bad is other than 0 if they are not digits,
// not so many, or have a leading zero, which means octal to some.
func octet(w *window, from, to int) (value, bad uint64) {
	n := to - from
	if n < 1 || n > 3 {
		return 0, 1
	}
	shift := wordBytes * uint(3-n) & 63
	digits := w.word(from)<<shift ^ 0x303030<<shift
	digits &= 0xffffff
	value = digits&0xff*100 + digits>>8&0xff*10 + digits>>16
	bad = notDigits(digits)
	if smallest := [4]uint64{0, 0, 10, 100}[n]; value < smallest {
		bad = 1
	}
	return value, bad
}

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
