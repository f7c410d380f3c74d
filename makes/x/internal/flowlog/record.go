// Package flowlog keeps flow records until all hosts are simulated and writes
// them as gzip files in the AWS default format, one file per hour.
package flowlog

import (
	"encoding/binary"
	"net/netip"
	"strconv"
)

// Status of a record.
const (
	Accept byte = iota
	Reject
	NoData
	SkipData
)

// Record is one line of a flow log. Times are seconds since the start of the
// simulation.
type Record struct {
	Src, Dst   uint32
	SrcPort    uint16
	DstPort    uint16
	NIC        uint16
	Proto      byte
	Status     byte
	Packets    uint32
	Start, End uint32
	Bytes      uint64
}

const recordSize = 36

func (r *Record) put(b []byte) {
	le := binary.LittleEndian
	le.PutUint32(b[0:], r.Src)
	le.PutUint32(b[4:], r.Dst)
	le.PutUint16(b[8:], r.SrcPort)
	le.PutUint16(b[10:], r.DstPort)
	le.PutUint16(b[12:], r.NIC)
	b[14], b[15] = r.Proto, r.Status
	le.PutUint32(b[16:], r.Packets)
	le.PutUint32(b[20:], r.Start)
	le.PutUint32(b[24:], r.End)
	le.PutUint64(b[28:], r.Bytes)
}

func (r *Record) get(b []byte) {
	le := binary.LittleEndian
	r.Src, r.Dst = le.Uint32(b[0:]), le.Uint32(b[4:])
	r.SrcPort, r.DstPort = le.Uint16(b[8:]), le.Uint16(b[10:])
	r.NIC = le.Uint16(b[12:])
	r.Proto, r.Status = b[14], b[15]
	r.Packets = le.Uint32(b[16:])
	r.Start, r.End = le.Uint32(b[20:]), le.Uint32(b[24:])
	r.Bytes = le.Uint64(b[28:])
}

// Owner names the interface that a record belongs to.
type Owner struct {
	Account, ID string
}

// Header is the first line of every log file.
const Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Address turns an IPv4 address into its usual text.
func Address(a uint32) string {
	return string(appendAddress(nil, a))
}

func appendAddress(b []byte, a uint32) []byte {
	var raw [4]byte
	binary.BigEndian.PutUint32(raw[:], a)
	return netip.AddrFrom4(raw).AppendTo(b)
}

func (r *Record) line(b []byte, o Owner, epoch int64) []byte {
	b = append(b, "2 "...)
	b = append(b, o.Account...)
	b = append(b, ' ')
	b = append(b, o.ID...)
	if r.Status >= NoData {
		b = append(b, " - - - - - - -"...)
	} else {
		b = append(b, ' ')
		b = appendAddress(b, r.Src)
		b = append(b, ' ')
		b = appendAddress(b, r.Dst)
		for _, n := range [...]uint64{uint64(r.SrcPort), uint64(r.DstPort), uint64(r.Proto), uint64(r.Packets), r.Bytes} {
			b = append(b, ' ')
			b = strconv.AppendUint(b, n, 10)
		}
	}
	b = append(b, ' ')
	b = strconv.AppendInt(b, epoch+int64(r.Start), 10)
	b = append(b, ' ')
	b = strconv.AppendInt(b, epoch+int64(r.End), 10)
	return append(b, [...]string{" ACCEPT OK\n", " REJECT OK\n", " - NODATA\n", " - SKIPDATA\n"}[r.Status]...)
}
