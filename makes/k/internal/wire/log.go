// Package wire turns messages into packets of TCP, UDP and ICMP, and packets
// into the flow records of one network interface.
package wire

import (
	"fmt"
	"math"
)

// Addr is an IPv4 address.
type Addr uint32

// String gives the address in dotted form.
func (a Addr) String() string {
	return fmt.Sprintf("%d.%d.%d.%d", byte(a>>24), byte(a>>16), byte(a>>8), byte(a))
}

// Protocol numbers.
const (
	ICMP = 1
	TCP  = 6
	UDP  = 17
)

// Record is the traffic of one direction of a flow within one interval. Times
// are seconds since the log began.
type Record struct {
	Src, Dst       Addr
	Sport, Dport   uint16
	Proto          uint8
	Reject         bool
	Packets, Bytes uint64
	Start, End     int32
	Window         int32 // number of the aggregation interval
}

// Log collects the records of one interface.
type Log struct {
	Interval, Phase float64 // aggregation interval, and where its limits lie
	End             float64 // length of the log
	Records         []Record
	Seen            map[[2]Addr]bool // pairs, client first
	port            uint16
}

// NewLog returns an empty log. Ephemeral ports start at port.
func NewLog(interval, phase, end float64, port uint16) *Log {
	return &Log{Interval: interval, Phase: phase, End: end, Seen: map[[2]Addr]bool{}, port: port}
}

// Ephemeral gives the next client port.
func (l *Log) Ephemeral() uint16 {
	l.port += 2
	if l.port < 32768 || l.port > 60990 {
		l.port = 32768 + l.port%512
	}
	return l.port
}

// Window gives the number of the interval that t lies in.
func (l *Log) Window(t float64) int32 {
	return int32(math.Floor((t - l.Phase) / l.Interval))
}

// tally adds up the packets of one direction of a flow.
type tally struct {
	packets, bytes uint64
	first, last    float64
	limit          float64 // end of the interval that is added up
	reject         bool
}

// flow is a five-tuple with its two directions; 0 is from client to server.
type flow struct {
	log   *Log
	proto uint8
	addr  [2]Addr
	port  [2]uint16
	tally [2]tally
}

// add counts n packets of b bytes in all, headers included, that pass at t.
func (f *flow) add(t float64, d, n, b int) {
	if t < 0 || t >= f.log.End {
		return
	}
	y := &f.tally[d]
	if t >= y.limit {
		f.flush(d)
		y.limit = f.log.Phase + float64(f.log.Window(t)+1)*f.log.Interval
		y.first, y.last = t, t
	}
	y.packets += uint64(n)
	y.bytes += uint64(b)
	y.last = max(y.last, t)
}

// flush writes what has been added up for direction d.
func (f *flow) flush(d int) {
	y := &f.tally[d]
	if y.packets == 0 {
		return
	}
	f.log.Seen[f.addr] = true
	f.log.Records = append(f.log.Records, Record{
		Src: f.addr[d], Dst: f.addr[1-d], Sport: f.port[d], Dport: f.port[1-d], Proto: f.proto, Reject: y.reject,
		Packets: y.packets, Bytes: y.bytes, Start: int32(y.first), End: int32(y.last), Window: f.log.Window(y.first),
	})
	y.packets, y.bytes = 0, 0
}

// Host is a machine behind the interface that a log is of.
type Host struct {
	Addr     Addr
	Stack    *Stack
	Log      *Log
	From, To float64 // when it is up
}
