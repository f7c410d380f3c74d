// Package flow turns packets into VPC Flow Log records: it sums the packets of
// one 5-tuple and direction over an interface's aggregation intervals, keeps
// the records compactly, and writes them as hourly gzip files.
package flow

import (
	"strconv"
)

// Addr is an IPv4 address in host byte order.
type Addr uint32

// Append writes the address in dotted form.
func (a Addr) Append(b []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}

func (a Addr) String() string { return string(a.Append(nil)) }

// Protocol numbers of the records.
const (
	TCP = 6
	UDP = 17
)

// Action tells what became of the traffic; NoData marks an empty interval.
type Action uint8

// The actions a record can carry.
const (
	Accept Action = iota
	Reject
	NoData
)

// Record is one line of the log. Times are seconds since the start of the run.
type Record struct {
	Bytes            uint64
	Src, Dst         Addr
	Packets          uint32
	Start, End       int32
	Iface            uint32
	SrcPort, DstPort uint16
	Proto            uint8
	Action           Action
}

func (r *Record) appendLine(b []byte, account, eni string, epoch int64) []byte {
	b = append(b, "2 "...)
	b = append(b, account...)
	b = append(b, ' ')
	b = append(b, eni...)
	if r.Action == NoData {
		b = append(b, " - - - - - - - "...)
	} else {
		b = r.Src.Append(append(b, ' '))
		b = r.Dst.Append(append(b, ' '))
		for _, n := range [...]uint64{uint64(r.SrcPort), uint64(r.DstPort), uint64(r.Proto), uint64(r.Packets), r.Bytes} {
			b = strconv.AppendUint(append(b, ' '), n, 10)
		}
		b = append(b, ' ')
	}
	b = strconv.AppendInt(b, epoch+int64(r.Start), 10)
	b = append(b, ' ')
	b = strconv.AppendInt(b, epoch+int64(r.End), 10)
	switch r.Action {
	case Accept:
		return append(b, " ACCEPT OK\n"...)
	case Reject:
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " - NODATA\n"...)
}
