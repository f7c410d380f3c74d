package flowlog

import (
	"math"
	"math/bits"
	"net/netip"
)

// judge fills rec from row i of the batch. It returns "" or why the row is
// rejected, and the field at fault: those that rules.parse finds first in a line.
func (c *Columns) judge(i int, rec *Record) (Field, Reason) {
	*rec = Record{
		Has: FieldSet{c.set &^ c.absent[i]}, Line: c.before + int64(i) + 1,
		cols: columns{format: &c.format, batch: c},
	}
	if c.odd {
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
	version, why := c.number(Version, i, rec.Has, math.MaxInt64)
	if why != "" {
		return Version, why
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
		if c.column[f].Odd && has.Has(f) {
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
	n, why := c.number(Protocol, i, has, math.MaxUint8)
	if why != "" {
		return Protocol, why
	}
	rec.Protocol = uint8(n)
	if f, why := c.judgePorts(i, rec); why != "" {
		return f, why
	}
	if rec.Packets, why = c.number(Packets, i, has, math.MaxInt64); why != "" {
		return Packets, why
	}
	if rec.Bytes, why = c.number(Bytes, i, has, math.MaxInt64); why != "" {
		return Bytes, why
	}
	if has.Has(Packets) && has.Has(Bytes) {
		over, least := bits.Mul64(rec.Packets, minHeader)
		rec.Implausible = over > 0 || rec.Bytes < least || rec.Packets == 0 && rec.Bytes > 0
	}
	if n, why = c.number(TCPFlags, i, has, math.MaxUint16); why != "" {
		return TCPFlags, why
	}
	rec.TCPFlags = uint16(n)
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
	src, why := c.number(SrcPort, i, rec.Has, math.MaxUint16)
	if why == "" && lacks.Has(SrcPort) {
		why = MissingField
	}
	if why != "" {
		return SrcPort, why
	}
	dst, why := c.number(DstPort, i, rec.Has, math.MaxUint16)
	if why == "" && lacks.Has(DstPort) {
		why = MissingField
	}
	if why != "" {
		return DstPort, why
	}
	if !c.format.set.Has(Protocol) || rec.Protocol != ICMP && rec.Protocol != ICMPv6 {
		rec.SrcPort, rec.DstPort = uint16(src), uint16(dst)
	}
	return Unknown, ""
}

// judgeTimes reads start and end, of any status.
func (c *Columns) judgeTimes(i int, rec *Record) (Field, Reason) {
	start, why := c.number(Start, i, rec.Has, milliseconds-1)
	if why != "" {
		return Start, timeFault(why)
	}
	end, why := c.number(End, i, rec.Has, milliseconds-1)
	if why != "" {
		return End, timeFault(why)
	}
	rec.Start, rec.End = int64(start), int64(end)
	return c.rules.times(rec)
}

// timeFault is why a number is no time, when why is that it is above milliseconds.
func timeFault(why Reason) Reason {
	if why == OutOfRange {
		return TimestampUnit
	}
	return why
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

// number returns the number of f in row i, 0 if it is absent.
func (c *Columns) number(f Field, i int, has FieldSet, limit uint64) (uint64, Reason) {
	if !has.Has(f) {
		return 0, ""
	}
	if n := c.column[f].Numbers[i]; n <= limit {
		return n, ""
	}
	return 0, c.numberFault(f, i)
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
