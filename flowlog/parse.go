package flowlog

import (
	"bytes"
	"encoding/binary"
	"math"
	"net/netip"
)

const (
	maxInterval  = 3600 // seconds; AWS aggregates over at most 600
	futureLeeway = 3600 // seconds a record may be ahead of Options.Now

	// milliseconds is the first number taken for a time in milliseconds. As
	// seconds it is the year 33658, as milliseconds September 2001.
	milliseconds = 1e12
)

// rules are the Options a record is judged by.
type rules struct {
	lenientENI       bool
	earliest, latest int64 // bounds of start, epoch seconds
}

// columns is where the columns of a record's line lie. It belongs to the Reader.
type columns struct {
	line   []byte
	spans  *spans
	format *Format
	batch  *Columns // where there is no line, and spans is nil

	stretch uint64 // see Record.Stretch
	uncut   bool   // spans has the columns of a head, and others only once the line is cut
}

// text returns column i, which must exist.
func (c *columns) text(i int16) []byte {
	s := c.spans[uint8(i)]
	return c.line[s.from:s.to]
}

// Text returns what the line has in field f, also of fields that are not
// parsed. It is false when the format lacks f or the value is '-'. The bytes
// are valid until the next Read.
func (r *Record) Text(f Field) ([]byte, bool) {
	if f == Unknown || f >= numFields || !r.Has.Has(f) || r.cols.format == nil {
		return nil, false
	}
	if r.cols.spans == nil {
		return r.cols.batch.text(f, r.Line), true
	}
	if r.cols.uncut && f >= SrcAddr {
		r.cols.spans.split(r.cols.line, ' ')
		r.cols.uncut = false
	}
	return r.cols.text(r.cols.format.index[f]), true
}

// field returns the text of f, which the record must have.
func (r *Record) field(f Field) []byte { return r.cols.text(r.cols.format.index[f]) }

// parse fills rec from its columns, n in number. It returns "" or why the line
// is rejected, and the field at fault.
func (l *rules) parse(rec *Record, n int) (Field, Reason) {
	format := rec.cols.format
	rec.Has = format.set
	line := rec.cols.line
	for i, s := range rec.cols.spans[:min(n, maxColumns)] {
		if n := s.to - s.from; n == 0 || n == 1 && line[s.from] == '-' {
			rec.Has.remove(format.columns[i])
		}
	}
	rec.SrcPort, rec.DstPort, rec.Protocol, rec.TCPFlags = 0, 0, 0, 0
	rec.Packets, rec.Bytes = 0, 0
	rec.Src, rec.Dst, rec.PktSrc, rec.PktDst = netip.Addr{}, netip.Addr{}, netip.Addr{}, netip.Addr{}
	rec.Action, rec.Direction, rec.Implausible = NoAction, NoDirection, false

	if !rec.parseStatus() {
		if rec.Has.Has(LogStatus) {
			return LogStatus, UnknownEnum
		}
		return LogStatus, MissingField
	}
	if rec.Status == OK {
		if missing := format.need.Minus(rec.Has); missing != (FieldSet{}) {
			return missing.List()[0], MissingField
		}
		if f, why := rec.parseTraffic(); why != "" {
			return f, why
		}
	}
	if f, why := rec.parseVersion(); why != "" {
		return f, why
	}
	if f, why := l.parseInterface(rec); why != "" {
		return f, why
	}
	return l.parseTimes(rec)
}

// parseStatus is false when the log-status is missing or no word AWS has.
func (r *Record) parseStatus() bool {
	format := r.cols.format
	if !format.set.Has(LogStatus) {
		r.Status = OK
		counts := format.set.and(Fields(Packets, Bytes))
		if counts != (FieldSet{}) && counts.Minus(r.Has) == counts {
			r.Status = NoData
		}
		return true
	}
	switch string(r.field(LogStatus)) {
	case "OK":
		r.Status = OK
	case "NODATA":
		r.Status = NoData
	case "SKIPDATA":
		r.Status = SkipData
	default:
		return false
	}
	return true
}

// parseVersion keeps versions above 65535 as 65535: any number is accepted.
func (r *Record) parseVersion() (Field, Reason) {
	r.Version = 0
	if r.Has.Has(Version) {
		b := r.field(Version)
		v, ok := parseNumber(b)
		if !ok {
			return Version, numberFault(b)
		}
		r.Version = uint16(min(v, math.MaxUint16))
	}
	return Unknown, ""
}

func (l *rules) parseInterface(r *Record) (Field, Reason) {
	r.Interface = nil
	if r.Has.Has(InterfaceID) {
		r.Interface = r.field(InterfaceID)
		if !isENI(r.Interface) && !(l.lenientENI && isPlain(r.Interface)) {
			return InterfaceID, BadENI
		}
	}
	return Unknown, ""
}

// isENI tells whether b is eni- and 8 to 17 lower-case hexadecimal digits.
func isENI(b []byte) bool {
	n := len(b) - len("eni-") - wordBytes // from the first eight digits to the last
	if n < 0 || n > 17-wordBytes || string(b[:4]) != "eni-" {
		return false
	}
	b = b[4:]
	first := binary.LittleEndian.Uint64(b)
	middle := binary.LittleEndian.Uint64(b[min(n, wordBytes):])
	last := binary.LittleEndian.Uint64(b[n:])
	return notHex(first)|notHex(middle)|notHex(last) == 0
}

// isPlain tells whether b is at most 64 printable ASCII characters. Control
// characters other than tab were refused before.
func isPlain(b []byte) bool { return len(b) <= 64 && bytes.IndexByte(b, '\t') < 0 }

// parseTimes reads start and end, of any status.
func (l *rules) parseTimes(r *Record) (Field, Reason) {
	var why Reason
	r.Start, r.End = 0, 0
	if r.Has.Has(Start) {
		if r.Start, why = parseTime(r.field(Start)); why != "" {
			return Start, why
		}
	}
	if r.Has.Has(End) {
		if r.End, why = parseTime(r.field(End)); why != "" {
			return End, why
		}
	}
	return l.times(r)
}

// times says what is wrong with a record's start and end.
func (l *rules) times(r *Record) (Field, Reason) {
	start, end := r.Has.Has(Start), r.Has.Has(End)
	if start && end {
		if r.End < r.Start {
			return End, EndBeforeStart
		}
		if r.End-r.Start > maxInterval {
			return End, IntervalTooLong
		}
	}
	if start && r.Start > l.latest {
		return Start, Future
	}
	if start && r.Start < l.earliest {
		return Start, TooOld
	}
	return Unknown, ""
}

func parseTime(b []byte) (int64, Reason) {
	t, why := number(b, math.MaxInt64)
	if why == "" && t >= milliseconds {
		why = TimestampUnit
	}
	return int64(t), why
}

func (s *FieldSet) remove(f Field) { s[f>>6] &^= 1 << (f & 63) }
