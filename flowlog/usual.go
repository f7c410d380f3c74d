package flowlog

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"net/netip"
)

// Nearly every line is like the one before: the default format, the same
// interface, addresses of one kind, times of one decade, "ACCEPT OK". Such a
// line is usual. It is not cut into fields first but read from left to right as
// what it should be, with few branches. At the first surprise, which need not be
// a fault, it is left to Reader.line, which knows every rule and alone knows the
// reasons. A line that is taken here would be taken there, with the same
// outcome: FuzzLine.

// usualRoom is how many bytes must be at hand for a usual line to be read
// without asking where they end.
const usualRoom = maxHead + 2*maxIPv6 + len(stretch{})

// maxIPv6 is the longest IPv6 address and the space after it.
const maxIPv6 = len("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255 ")

// usual reads the next line into rec, if it is at hand and usual, and tells
// whether it was. If not, rec may have changed all the same.
func (r *Reader) usual(rec *Record) bool {
	h := &r.head
	buf := r.in.buf[r.in.from:r.in.to]
	if h.n == 0 || len(buf) < usualRoom {
		return false
	}
	if string(buf[:h.n]) != string(h.text[:h.n]) && !r.turn(buf) {
		return false
	}
	at := usualAddrs(buf, h.n, rec)
	if at == 0 {
		return false
	}
	if at = usualCounts(buf, at, rec); at == 0 {
		return false
	}
	size := r.usualEnd(buf, at, rec)
	if size == 0 {
		return false
	}
	line := buf[:at+len("1700000000 1700000060 ACCEPT OK")]
	r.in.from += at + size
	r.in.number++
	rec.Has = r.format.set
	rec.Line = r.in.number
	rec.Status, rec.Direction = OK, NoDirection
	rec.Version, rec.TCPFlags = h.version, 0
	rec.Interface = line[h.owner : h.n-1]
	rec.PktSrc, rec.PktDst = netip.Addr{}, netip.Addr{}
	rec.Implausible = implausible(rec.Packets, rec.Bytes)
	rec.cols.line, rec.cols.spans, rec.cols.format = line, &r.spans, r.format
	rec.cols.stretch, rec.cols.uncut = h.stretch, true
	r.stats.count(rec)
	return true
}

// usualAddrs reads two IPv4 or two IPv6 addresses at buf[at:] and returns where
// the next column begins, or 0.
func usualAddrs(buf []byte, at int, rec *Record) int {
	b := (*stretch)(buf[at-wordBytes:])
	m := uint32(b.marks(0) | b.marks(1) | b.marks(2) | b.marks(3))
	e1 := bits.TrailingZeros32(m)
	if b[wordBytes+e1] != '.' {
		return usualIPv6(buf, at, rec)
	}
	m &= m - 1
	e2 := bits.TrailingZeros32(m)
	m &= m - 1
	e3 := bits.TrailingZeros32(m)
	m &= m - 1
	e4 := bits.TrailingZeros32(m)
	m &= m - 1
	e5 := bits.TrailingZeros32(m)
	m &= m - 1
	e6 := bits.TrailingZeros32(m)
	m &= m - 1
	e7 := bits.TrailingZeros32(m)
	m &= m - 1
	e8 := bits.TrailingZeros32(m)

	o1, x1, y1 := b.octet(-1, e1, '.')
	o2, x2, y2 := b.octet(e1, e2, '.')
	o3, x3, y3 := b.octet(e2, e3, '.')
	o4, x4, y4 := b.octet(e3, e4, ' ')
	odd, out := x1|x2|x3|x4, y1|y2|y3|y4
	rec.Src = netip.AddrFrom4([4]byte{byte(o1), byte(o2), byte(o3), byte(o4)})
	o1, x1, y1 = b.octet(e4, e5, '.')
	o2, x2, y2 = b.octet(e5, e6, '.')
	o3, x3, y3 = b.octet(e6, e7, '.')
	o4, x4, y4 = b.octet(e7, e8, ' ')
	rec.Dst = netip.AddrFrom4([4]byte{byte(o1), byte(o2), byte(o3), byte(o4)})
	if (odd|x1|x2|x3|x4)&(highBits>>32)|(out|y1|y2|y3|y4)>>31 != 0 {
		return 0
	}
	return at + e8 + 1
}

func usualIPv6(buf []byte, at int, rec *Record) int {
	for _, addr := range [...]*netip.Addr{&rec.Src, &rec.Dst} {
		n := bytes.IndexByte(buf[at:at+maxIPv6], ' ')
		if n < 0 {
			return 0
		}
		v6, ok := parseIPv6(buf[at : at+n])
		if !ok {
			return 0
		}
		*addr = netip.AddrFrom16(v6).Unmap()
		at += n + 1
	}
	return at
}

// usualCounts reads the ports, the protocol and the counts at buf[at:] and
// returns where the next column begins, or 0.
func usualCounts(buf []byte, at int, rec *Record) int {
	b := (*stretch)(buf[at-wordBytes:])
	m := b.marks(0) | b.marks(1) | b.marks(2) | b.marks(3) | b.marks(4)
	e1 := bits.TrailingZeros64(m)
	m &= m - 1
	e2 := bits.TrailingZeros64(m)
	m &= m - 1
	e3 := bits.TrailingZeros64(m)
	m &= m - 1
	e4 := bits.TrailingZeros64(m)
	m &= m - 1
	e5 := bits.TrailingZeros64(m)
	src, x1, y1 := b.number(-1, e1)
	dst, x2, y2 := b.number(e1, e2)
	protocol, x3, y3 := b.number(e2, e3)
	packets, x4, y4 := b.number(e3, e4)
	size, x5, y5 := b.number(e4, e5)
	if e5-e4 > wordBytes {
		x5 = 0
		size, y5 = b.longNumber(e4, e5)
	}
	out := (1<<16 - 1 - src) | (1<<16 - 1 - dst) | (1<<8 - 1 - protocol)
	if (x1|x2|x3|x4|x5)&highBits|(y1|y2|y3|y4|y5|out)>>63 != 0 {
		return 0
	}
	rec.SrcPort, rec.DstPort, rec.Protocol = uint16(src), uint16(dst), uint8(protocol)
	if protocol == ICMP || protocol == ICMPv6 {
		rec.SrcPort, rec.DstPort = 0, 0
	}
	rec.Packets, rec.Bytes = packets, size
	return at + e5 + 1
}

// usualEnd reads what is left of the line at buf[at:] and returns how many
// bytes it is, or 0.
func (r *Reader) usualEnd(buf []byte, at int, rec *Record) int {
	const (
		end    = len("1700000000 ")
		action = end + len("1700000060 ")
		status = action + len("ACCEPT ")
		length = status + len("OK")
	)
	h := &r.head
	b := (*[length + len("\r\n")]byte)(buf[at:])
	t1, ok1 := eightDigits(binary.LittleEndian.Uint64(b[2:]), wordBytes)
	t2, ok2 := eightDigits(binary.LittleEndian.Uint64(b[end+2:]), wordBytes)
	if !ok1 || !ok2 || b[end-1] != ' ' || b[action-1] != ' ' ||
		binary.LittleEndian.Uint16(b[:]) != h.decade || binary.LittleEndian.Uint16(b[end:]) != h.decade {
		return 0
	}
	rec.Start, rec.End = h.since+int64(t1), h.since+int64(t2)
	if t2-t1 > maxInterval || // or below zero
		rec.Start > r.rules.latest || rec.Start < r.rules.earliest {
		return 0
	}
	switch binary.LittleEndian.Uint64(b[action:]) {
	case acceptO:
		rec.Action = Accept
	case rejectO:
		rec.Action = Reject
	default:
		return 0
	}
	switch {
	case b[status+1] != 'K':
		return 0
	case b[length] == '\n':
		return length + len("\n")
	case b[length] == '\r' && b[length+1] == '\n':
		return length + len("\r\n")
	}
	return 0
}

// The action and the beginning of the log-status, as one word.
var (
	acceptO = binary.LittleEndian.Uint64([]byte("ACCEPT O"))
	rejectO = binary.LittleEndian.Uint64([]byte("REJECT O"))
)
