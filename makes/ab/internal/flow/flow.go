// Package flow turns packets at network interfaces into records of VPC Flow
// Logs.
package flow

import (
	"fmt"

	"makes/ab/internal/rng"
)

// Actions of a security group.
const (
	Accept = iota
	Reject
)

// A record is one line of the log; times are seconds since the run's start.
type record struct {
	start, end   int32
	src, dst     uint32
	pkts, closes int32
	bytes        int64
	sport, dport uint16
	iface        uint16
	proto        uint8
	action       uint8
}

// Log holds what all interfaces saw.
type Log struct {
	Seconds  float64 // length of the run
	Interval int
	Account  string
	Names    []string
	phase    []int
	busy     [][]bool // windows with traffic, by interface
	hours    [][]record
}

// New returns an empty log for a number of interfaces.
func New(r *rng.R, ifaces, hours, interval int) *Log {
	l := &Log{Seconds: float64(hours) * 3600, Interval: interval, hours: make([][]record, hours)}
	l.Account = fmt.Sprintf("%012d", 100000000000+r.Bits()%899999999999)
	windows := hours*3600/interval + 2
	for range ifaces {
		l.Names = append(l.Names, fmt.Sprintf("eni-%017x", r.Bits()>>4&0xffffffffffffff|0x0010000000000000))
		l.phase = append(l.phase, r.N(interval))
		l.busy = append(l.busy, make([]bool, windows))
	}
	return l
}

// Half is one direction of a connection as one interface sees it.
type Half struct {
	log  *Log
	rec  record
	win  int
	open bool
}

// Half returns the direction from src to dst.
func (l *Log) Half(iface int, src, dst uint32, sport, dport uint16, proto, action uint8) *Half {
	return &Half{log: l, rec: record{iface: uint16(iface), src: src, dst: dst, sport: sport, dport: dport, proto: proto, action: action}}
}

// Add counts packets at a time. Packets that come a few milliseconds after
// the window they belong to was closed count for the one that is open.
func (h *Half) Add(t float64, pkts, bytes int) {
	if t < 0 || t >= h.log.Seconds {
		return
	}
	sec := int32(t)
	win := (int(sec) + h.log.phase[h.rec.iface]) / h.log.Interval
	if !h.open || win > h.win {
		h.Close()
		h.open, h.win = true, win
		h.rec.start, h.rec.end, h.rec.pkts, h.rec.bytes = sec, sec, 0, 0
	} else if win == h.win {
		h.rec.start, h.rec.end = min(h.rec.start, sec), max(h.rec.end, sec)
	}
	h.rec.pkts += int32(pkts)
	h.rec.bytes += int64(bytes)
}

// Close writes the open record, if any.
func (h *Half) Close() {
	if !h.open {
		return
	}
	h.open = false
	l := h.log
	h.rec.closes = int32((h.win+1)*l.Interval - l.phase[h.rec.iface])
	hour := min(int(h.rec.closes)/3600, len(l.hours)-1)
	l.hours[hour] = append(l.hours[hour], h.rec)
	l.busy[h.rec.iface][h.win] = true
}
