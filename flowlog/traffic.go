package flowlog

import (
	"bytes"
	"math"
	"math/bits"
	"net/netip"
)

// minHeader is the fewest bytes a packet has: an IPv4 header.
const minHeader = 20

// parseTraffic reads what only OK records have.
func (r *Record) parseTraffic() (Field, Reason) {
	has := r.Has
	if f, why := r.parseAddrs(); why != "" {
		return f, why
	}
	if has.Has(Protocol) {
		v, why := number(r.field(Protocol), math.MaxUint8)
		if why != "" {
			return Protocol, why
		}
		r.Protocol = uint8(v)
	}
	if f, why := r.parsePorts(); why != "" {
		return f, why
	}
	var why Reason
	if has.Has(Packets) {
		if r.Packets, why = number(r.field(Packets), math.MaxInt64); why != "" {
			return Packets, why
		}
	}
	if has.Has(Bytes) {
		if r.Bytes, why = number(r.field(Bytes), math.MaxInt64); why != "" {
			return Bytes, why
		}
	}
	if has.Has(Packets) && has.Has(Bytes) {
		r.Implausible = implausible(r.Packets, r.Bytes)
	}
	if has.Has(TCPFlags) {
		v, why := number(r.field(TCPFlags), math.MaxUint16)
		if why != "" {
			return TCPFlags, why
		}
		r.TCPFlags = uint16(v)
	}
	return r.parseWords()
}

func (r *Record) parseAddrs() (Field, Reason) {
	var ok bool
	if r.Has.Has(SrcAddr) {
		if r.Src, ok = parseAddr(r.field(SrcAddr)); !ok {
			return SrcAddr, BadAddress
		}
	}
	if r.Has.Has(DstAddr) {
		if r.Dst, ok = parseAddr(r.field(DstAddr)); !ok {
			return DstAddr, BadAddress
		}
	}
	if r.Has.Has(PktSrcAddr) {
		if r.PktSrc, ok = r.parsePktAddr(PktSrcAddr, SrcAddr, r.Src); !ok {
			return PktSrcAddr, BadAddress
		}
	}
	if r.Has.Has(PktDstAddr) {
		if r.PktDst, ok = r.parsePktAddr(PktDstAddr, DstAddr, r.Dst); !ok {
			return PktDstAddr, BadAddress
		}
	}
	return Unknown, ""
}

// parsePktAddr reads the address f, which most often is the same as that of like.
func (r *Record) parsePktAddr(f, like Field, addr netip.Addr) (netip.Addr, bool) {
	text := r.field(f)
	if r.Has.Has(like) && bytes.Equal(text, r.field(like)) {
		return addr, true
	}
	return parseAddr(text)
}

// parsePorts reads the ports. TCP and UDP must have those the format names; ICMP has none.
func (r *Record) parsePorts() (Field, Reason) {
	const udp = 17
	set := r.cols.format.set
	needed := set.Has(Protocol) && (r.Protocol == TCP || r.Protocol == udp)
	if r.Has.Has(SrcPort) {
		v, why := number(r.field(SrcPort), math.MaxUint16)
		if why != "" {
			return SrcPort, why
		}
		r.SrcPort = uint16(v)
	} else if needed && set.Has(SrcPort) {
		return SrcPort, MissingField
	}
	if r.Has.Has(DstPort) {
		v, why := number(r.field(DstPort), math.MaxUint16)
		if why != "" {
			return DstPort, why
		}
		r.DstPort = uint16(v)
	} else if needed && set.Has(DstPort) {
		return DstPort, MissingField
	}
	if set.Has(Protocol) && (r.Protocol == ICMP || r.Protocol == ICMPv6) {
		r.SrcPort, r.DstPort = 0, 0
	}
	return Unknown, ""
}

// parseWords reads the fields that are one of a few words, in AWS's case.
func (r *Record) parseWords() (Field, Reason) {
	if r.Has.Has(ActionField) {
		switch string(r.field(ActionField)) {
		case "ACCEPT":
			r.Action = Accept
		case "REJECT":
			r.Action = Reject
		default:
			return ActionField, UnknownEnum
		}
	}
	if r.Has.Has(FlowDirection) {
		switch string(r.field(FlowDirection)) {
		case "ingress":
			r.Direction = Ingress
		case "egress":
			r.Direction = Egress
		default:
			return FlowDirection, UnknownEnum
		}
	}
	return Unknown, ""
}

// number reads a number of at most limit.
func number(b []byte, limit uint64) (uint64, Reason) {
	n, ok := parseNumber(b)
	switch {
	case !ok:
		return 0, numberFault(b)
	case n > limit:
		return 0, OutOfRange
	}
	return n, ""
}

// implausible tells whether the counts contradict each other, see Record.Implausible.
func implausible(packets, bytes uint64) bool {
	over, least := bits.Mul64(packets, minHeader)
	return over > 0 || bytes < least || packets == 0 && bytes > 0
}
