// Package flow turns packets into flow log records: one for each direction
// of a 5-tuple within one aggregation interval of an interface.
package flow

import "encoding/binary"

// Side names one of the two ends of a conversation.
type Side uint8

// The client opens the conversation, the server answers.
const (
	Client Side = iota
	Server
)

// Other is the opposite side.
func (s Side) Other() Side { return 1 - s }

// Protocol numbers of IP.
const (
	ICMP = 1
	TCP  = 6
	UDP  = 17
)

type status uint8

const (
	accept status = iota
	reject
	noData
	skipData
)

// record is one line of the log; start and end are seconds since the
// beginning of the log.
type record struct {
	iface            uint32
	src, dst         uint32
	srcPort, dstPort uint16
	proto            uint8
	status           status
	packets          uint32
	bytes            uint64
	start, end       uint32
}

const recordSize = 40

func (r *record) encode(b []byte) {
	le := binary.LittleEndian
	le.PutUint32(b[0:], r.iface)
	le.PutUint32(b[4:], r.src)
	le.PutUint32(b[8:], r.dst)
	le.PutUint16(b[12:], r.srcPort)
	le.PutUint16(b[14:], r.dstPort)
	le.PutUint32(b[16:], r.packets)
	le.PutUint32(b[20:], r.start)
	le.PutUint32(b[24:], r.end)
	le.PutUint64(b[28:], r.bytes)
	b[36], b[37], b[38], b[39] = r.proto, byte(r.status), 0, 0
}

func (r *record) decode(b []byte) {
	le := binary.LittleEndian
	r.iface = le.Uint32(b[0:])
	r.src = le.Uint32(b[4:])
	r.dst = le.Uint32(b[8:])
	r.srcPort = le.Uint16(b[12:])
	r.dstPort = le.Uint16(b[14:])
	r.packets = le.Uint32(b[16:])
	r.start = le.Uint32(b[20:])
	r.end = le.Uint32(b[24:])
	r.bytes = le.Uint64(b[28:])
	r.proto, r.status = b[36], status(b[37])
}
