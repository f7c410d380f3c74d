// Package record holds flow log records between their making and their
// writing: they are spilled to one file per hour and sorted hour by hour, so
// that memory stays small.
package record

import "encoding/binary"

// Status is what became of the packets of a record.
type Status uint8

// The four states of a flow log line.
const (
	Accept Status = iota
	Reject
	NoData
	SkipData
)

// Rec is one flow log record; times are seconds since the simulation's start.
type Rec struct {
	Iface        uint32
	Src, Dst     uint32
	SPort, DPort uint16
	Proto        uint8
	Status       Status
	Packets      uint32
	Bytes        uint64
	Start, End   uint32
}

const encoded = 38

func (r *Rec) encode(b []byte) {
	le := binary.LittleEndian
	le.PutUint32(b[0:], r.Iface)
	le.PutUint32(b[4:], r.Src)
	le.PutUint32(b[8:], r.Dst)
	le.PutUint16(b[12:], r.SPort)
	le.PutUint16(b[14:], r.DPort)
	b[16] = r.Proto
	b[17] = byte(r.Status)
	le.PutUint32(b[18:], r.Packets)
	le.PutUint64(b[22:], r.Bytes)
	le.PutUint32(b[30:], r.Start)
	le.PutUint32(b[34:], r.End)
}

func (r *Rec) decode(b []byte) {
	le := binary.LittleEndian
	r.Iface = le.Uint32(b[0:])
	r.Src = le.Uint32(b[4:])
	r.Dst = le.Uint32(b[8:])
	r.SPort = le.Uint16(b[12:])
	r.DPort = le.Uint16(b[14:])
	r.Proto = b[16]
	r.Status = Status(b[17])
	r.Packets = le.Uint32(b[18:])
	r.Bytes = le.Uint64(b[22:])
	r.Start = le.Uint32(b[30:])
	r.End = le.Uint32(b[34:])
}
