package flowlog

import (
	"math"
	"net/netip"
)

// judge fills rec from row i of the batch. It returns "" or why the row is
// rejected, and the field at fault: those that rules.parse finds first in a line.
func (c *Columns) judge(i int, rec *Record) (Field, Reason) {
	*rec = Record{
		Has: FieldSet{c.set &^ c.absent[i]}, Line: c.before + int64(i) + 1,
		cols: columns{format: &c.format, batch: c},
	}
	if c.bad {
		if f, why := c.oddity(i, rec.Has); why != "" {
			return f, why
		}
	}
	if why := c.judgeStatus(i, rec); why != "" {
		return LogStatus, why
	}
	if rec.Status == OK {
		if missing := c.format.need.Minus(rec.Has); missing != (FieldSet{}) {
			return missing.List()[0], MissingField
		}
		if f, why := c.judgeTraffic(i, rec); why != "" {
			return f, why
		}
	}
	version := c.number(Version, i, rec.Has)
	if version > math.MaxInt64 {
		return Version, c.numberFault(Version, i)
	}
	rec.Version = uint16(min(version, math.MaxUint16))
	if rec.Has.Has(InterfaceID) {
		v := c.value(InterfaceID, i)
		if v.why != "" {
			return InterfaceID, v.why
		}
		rec.Interface = v.Text
	}
	return c.judgeTimes(i, rec)
}

func (c *Columns) value(f Field, i int) *Value {
	col := &c.column[f]
	return &col.Values[col.IDs[i]]
}

// oddity finds the first value in the row that no line could hold.
func (c *Columns) oddity(i int, has FieldSet) (Field, Reason) {
	for _, f := range c.fields {
		if c.column[f].Bad && has.Has(f) {
			if v := c.value(f, i); v.Odd() {
				return f, v.why
			}
		}
	}
	return Unknown, ""
}

func (c *Columns) judgeStatus(i int, rec *Record) Reason {
	if !c.format.set.Has(LogStatus) {
		counts := c.format.set.and(Fields(Packets, Bytes))
		if counts != (FieldSet{}) && counts.Minus(rec.Has) == counts {
			rec.Status = NoData
		}
		return ""
	}
	word, why := c.word(LogStatus, i, rec.Has)
	if why == "" && !rec.Has.Has(LogStatus) {
		why = MissingField
	}
	rec.Status = Status(word)
	return why
}

// judgeTraffic reads what only OK records have.
func (c *Columns) judgeTraffic(i int, rec *Record) (Field, Reason) {
	has := rec.Has
	if f, why := c.judgeAddrs(i, rec); why != "" {
		return f, why
	}
	protocol := c.number(Protocol, i, has)
	if protocol > math.MaxUint8 {
		return Protocol, c.numberFault(Protocol, i)
	}
	rec.Protocol = uint8(protocol)
	if f, why := c.judgePorts(i, rec); why != "" {
		return f, why
	}
	if rec.Packets = c.number(Packets, i, has); rec.Packets > math.MaxInt64 {
		return Packets, c.numberFault(Packets, i)
	}
	if rec.Bytes = c.number(Bytes, i, has); rec.Bytes > math.MaxInt64 {
		return Bytes, c.numberFault(Bytes, i)
	}
	if has.Has(Packets) && has.Has(Bytes) {
		rec.Implausible = implausible(rec.Packets, rec.Bytes)
	}
	flags := c.number(TCPFlags, i, has)
	if flags > math.MaxUint16 {
		return TCPFlags, c.numberFault(TCPFlags, i)
	}
	rec.TCPFlags = uint16(flags)
	word, why := c.word(ActionField, i, has)
	if why != "" {
		return ActionField, why
	}
	rec.Action = Action(word)
	if word, why = c.word(FlowDirection, i, has); why != "" {
		return FlowDirection, why
	}
	rec.Direction = Direction(word)
	return Unknown, ""
}

func (c *Columns) judgeAddrs(i int, rec *Record) (Field, Reason) {
	var why Reason
	if rec.Src, why = c.addr(SrcAddr, i, rec.Has); why != "" {
		return SrcAddr, why
	}
	if rec.Dst, why = c.addr(DstAddr, i, rec.Has); why != "" {
		return DstAddr, why
	}
	if rec.PktSrc, why = c.addr(PktSrcAddr, i, rec.Has); why != "" {
		return PktSrcAddr, why
	}
	if rec.PktDst, why = c.addr(PktDstAddr, i, rec.Has); why != "" {
		return PktDstAddr, why
	}
	return Unknown, ""
}

// judgePorts reads the ports. TCP and UDP must have those the format names; ICMP has none.
func (c *Columns) judgePorts(i int, rec *Record) (Field, Reason) {
	const udp = 17
	lacks := FieldSet{}
	if c.format.set.Has(Protocol) && (rec.Protocol == TCP || rec.Protocol == udp) {
		lacks = c.format.set.Minus(rec.Has)
	}
	src, dst := c.number(SrcPort, i, rec.Has), c.number(DstPort, i, rec.Has)
	switch {
	case src > math.MaxUint16:
		return SrcPort, c.numberFault(SrcPort, i)
	case lacks.Has(SrcPort):
		return SrcPort, MissingField
	case dst > math.MaxUint16:
		return DstPort, c.numberFault(DstPort, i)
	case lacks.Has(DstPort):
		return DstPort, MissingField
	}
	if !c.format.set.Has(Protocol) || rec.Protocol != ICMP && rec.Protocol != ICMPv6 {
		rec.SrcPort, rec.DstPort = uint16(src), uint16(dst)
	}
	return Unknown, ""
}

// judgeTimes reads start and end, of any status.
func (c *Columns) judgeTimes(i int, rec *Record) (Field, Reason) {
	start, end := c.number(Start, i, rec.Has), c.number(End, i, rec.Has)
	switch {
	case start >= milliseconds:
		return Start, c.timeFault(Start, i)
	case end >= milliseconds:
		return End, c.timeFault(End, i)
	}
	rec.Start, rec.End = int64(start), int64(end)
	return c.rules.times(rec)
}

// timeFault says why a number is no time.
func (c *Columns) timeFault(f Field, i int) Reason {
	if why := c.numberFault(f, i); why != OutOfRange {
		return why
	}
	return TimestampUnit
}

// addr returns the address of f in row i, the zero one if it is absent.
func (c *Columns) addr(f Field, i int, has FieldSet) (netip.Addr, Reason) {
	if !has.Has(f) {
		return netip.Addr{}, ""
	}
	v := c.value(f, i)
	return v.addr, v.why
}

// word returns the word of f in row i, 0 if it is absent.
func (c *Columns) word(f Field, i int, has FieldSet) (uint8, Reason) {
	if !has.Has(f) {
		return 0, ""
	}
	v := c.value(f, i)
	return v.word, v.why
}

// number returns the number of f in row i, 0 if it is absent. One above the
// field's limit is a fault.
func (c *Columns) number(f Field, i int, has FieldSet) uint64 {
	if !has.Has(f) {
		return 0
	}
	return c.column[f].Numbers[i]
}

// numberFault says why a number is above its limit.
func (c *Columns) numberFault(f Field, i int) Reason {
	col := &c.column[f]
	n := col.Numbers[i]
	switch {
	case col.Values != nil && col.Values[col.IDs[i]].why != "":
		return col.Values[col.IDs[i]].why
	case n <= math.MaxInt64:
		return OutOfRange
	case col.Unsigned:
		return Overflow
	}
	return Negative
}
