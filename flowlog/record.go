package flowlog

import "net/netip"

// An Action is what AWS did with the traffic of a record.
type Action uint8

// Actions. NoAction means that the format has no action field or the value was '-'.
const (
	NoAction Action = iota
	Accept
	Reject
)

// A Status is a record's log-status.
type Status uint8

// Statuses. A format without log-status gives OK where the counts are present and NoData where they are '-'.
const (
	OK       Status = iota // counts are valid
	NoData                 // the interface had no traffic in the interval
	SkipData               // AWS lost the interval's counts: what happened is unknown
)

// A Direction is a record's flow-direction, seen from its interface.
type Direction uint8

// Directions.
const (
	NoDirection Direction = iota
	Ingress
	Egress
)

// ICMP and TCP are the IANA protocol numbers davy treats specially.
const (
	ICMP   = 1
	TCP    = 6
	ICMPv6 = 58
)

// A Record is one flow log record. A Reader fills the same Record again and
// again: byte slices in it are valid until the next Read.
//
// Counts are IP-level (AWS counts the IP header and what follows), between 0
// and 2^63−1. Times are epoch seconds, UTC. Addresses are unmapped
// (::ffff:1.2.3.4 is 1.2.3.4); the zero netip.Addr stands for '-'.
type Record struct {
	Has       FieldSet // fields the format names and whose value is not '-'
	Line      int64    // 1-based line number in the object
	Status    Status
	Action    Action
	Direction Direction
	Version   uint16
	Protocol  uint8
	TCPFlags  uint16 // bitwise OR over the interval
	SrcPort   uint16 // 0 for ICMP
	DstPort   uint16
	Interface []byte // interface-id
	Src, Dst  netip.Addr
	PktSrc    netip.Addr // pkt-srcaddr: the true end behind a NAT gateway or in a pod
	PktDst    netip.Addr
	Packets   uint64
	Bytes     uint64
	Start     int64 // first packet of the aggregation interval
	End       int64 // last packet, up to a minute late

	// Implausible marks counts that contradict each other: packets without
	// bytes, bytes without packets, fewer than 20 bytes a packet. Such a
	// record counts in sums; training leaves its window out.
	Implausible bool

	cols columns // where each column of the line lies, for Text
}

// Stretch is a number that only records share which have the same Format and Interface,
// and the same Text of account-id, vpc-id, subnet-id and instance-id. 0 says nothing.
func (r *Record) Stretch() uint64 { return r.cols.stretch }

// Format returns the format of the record's line. Records of one run of lines share it.
func (r *Record) Format() *Format { return r.cols.format }
