// Package doctor finds out what is in a set of flow logs, and so what davy can
// and cannot see in them.
//
// In go records, object by object; out comes a [Report] in numbers and words.
package doctor

import (
	"davy/flowlog"
)

// Facts are what one object, or several, show. Facts of objects add up.
type Facts struct {
	Formats    map[string]int64 // records by format
	Fields     flowlog.FieldSet // present with a value in at least one record
	Short      int64            // OK records of at most 60 s from first to last packet
	Long       int64            // of more, up to 600 s
	Longer     int64            // of more than a window
	Accepted   int64            // OK records by action
	Rejected   int64
	Protocols  map[uint8]int64
	TCP        Accounting
	Interfaces map[string]bool

	format *flowlog.Format // of the last record
	text   string          // the same, as AWS writes it
	last   string          // interface of the last record
}

// Accounting tells which bytes were counted, from TCP records of at least three
// packets. At IP level a packet has at least 40 bytes (60 on IPv6), and a
// record of nothing but acknowledgements exactly 40 or, with timestamps, 52 a
// packet (60 or 72).
type Accounting struct {
	Records int64
	Bare    int64 // exactly 40 (60) bytes a packet: pure acknowledgements
	Stamped int64 // exactly 52 (72): pure acknowledgements with timestamps
	Framed  int64 // exactly 54 or 66 (74 or 86): the same with an Ethernet header
	Below   int64 // fewer than 40 (60): not IP-level, or damaged
}

// NewFacts returns Facts of nothing.
func NewFacts() *Facts {
	return &Facts{
		Formats: make(map[string]int64), Protocols: make(map[uint8]int64),
		Interfaces: make(map[string]bool),
	}
}

// Add notes one record.
func (f *Facts) Add(rec *flowlog.Record) {
	if rec.Format() != f.format {
		f.format, f.text = rec.Format(), rec.Format().String()
	}
	f.Formats[f.text]++
	for i := range f.Fields {
		f.Fields[i] |= rec.Has[i]
	}
	if string(rec.Interface) != f.last {
		f.last = string(rec.Interface)
		f.Interfaces[f.last] = true
	}
	if rec.Status != flowlog.OK {
		return
	}
	switch span := rec.End - rec.Start; {
	case span <= 60:
		f.Short++
	case span <= 600:
		f.Long++
	default:
		f.Longer++
	}
	if rec.Action == flowlog.Reject {
		f.Rejected++
	} else {
		f.Accepted++
	}
	f.Protocols[rec.Protocol]++
	if rec.Protocol == flowlog.TCP && rec.Packets >= 3 {
		f.TCP.add(rec)
	}
}

func (a *Accounting) add(rec *flowlog.Record) {
	a.Records++
	least := uint64(40)
	if rec.Src.Is6() {
		least = 60
	}
	each, rest := rec.Bytes/rec.Packets, rec.Bytes%rec.Packets
	switch {
	case each < least:
		a.Below++
	case rest != 0:
	case each == least:
		a.Bare++
	case each == least+12:
		a.Stamped++
	case each == least+14, each == least+26:
		a.Framed++
	}
}

// Merge adds g to f.
func (f *Facts) Merge(g *Facts) {
	for k, n := range g.Formats {
		f.Formats[k] += n
	}
	for k, n := range g.Protocols {
		f.Protocols[k] += n
	}
	for k := range g.Interfaces {
		f.Interfaces[k] = true
	}
	for i := range f.Fields {
		f.Fields[i] |= g.Fields[i]
	}
	f.Short += g.Short
	f.Long += g.Long
	f.Longer += g.Longer
	f.Accepted += g.Accepted
	f.Rejected += g.Rejected
	f.TCP.Records += g.TCP.Records
	f.TCP.Bare += g.TCP.Bare
	f.TCP.Stamped += g.TCP.Stamped
	f.TCP.Framed += g.TCP.Framed
	f.TCP.Below += g.TCP.Below
}
