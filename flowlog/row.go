package flowlog

import "math"

// Nearly every row is like every other: nothing absent, no value at fault, OK. Such
// a row is usual, and so is read without asking about each field in turn. At the
// first surprise, which need not be a fault, it is left to Columns.judge, which
// knows every rule and alone knows the reasons. A row that is taken here would be
// taken there, with the same outcome: TestColumnsAreJudgedAsText.

// usualRows is where the values of a batch are.
type usualRows struct {
	may bool // rows may be usual

	// Of a field that the format lacks, zeros.
	version, srcPort, dstPort, protocol, packets, bytes, start, end, tcpFlags []uint64
	src, dst, pktSrc, pktDst, eni, status, action, direction                  *Column

	owner   [][]uint32 // IDs of the text that names the interface and its owner
	last    int        // the row that was usual before
	stretch uint64     // of it, see Record.Stretch

	zeros []uint64
	none  Column // of values that are none
}

// owners are the fields whose text a stretch of rows shares, see Record.Stretch.
var owners = [...]Field{InterfaceID, AccountID, VPCID, SubnetID, InstanceID}

// newUsualRows is for batches of at most so many rows.
func newUsualRows(rows int) usualRows {
	return usualRows{
		stretch: stretches.Add(maxLines),
		zeros:   make([]uint64, rows), none: Column{Values: make([]Value, 1), IDs: make([]uint32, rows)},
	}
}

// begin looks at the batch whose columns have been filled.
func (u *usualRows) begin(c *Columns) {
	has := FieldSet{c.set}
	u.may = c.format.need.Minus(has) == FieldSet{} && Fields(Packets, Bytes, Start, End).Minus(has) == FieldSet{}
	for _, f := range c.fields {
		u.may = u.may && !c.column[f].Bad
	}
	if !u.may {
		return
	}
	for _, n := range [...]struct {
		numbers *[]uint64
		field   Field
	}{
		{&u.version, Version},
		{&u.srcPort, SrcPort},
		{&u.dstPort, DstPort},
		{&u.protocol, Protocol},
		{&u.packets, Packets},
		{&u.bytes, Bytes},
		{&u.start, Start},
		{&u.end, End},
		{&u.tcpFlags, TCPFlags},
	} {
		*n.numbers = u.zeros[:c.rows]
		if has.Has(n.field) {
			*n.numbers = c.column[n.field].Numbers[:c.rows]
		}
	}
	for _, t := range [...]struct {
		column **Column
		field  Field
	}{
		{&u.src, SrcAddr},
		{&u.dst, DstAddr},
		{&u.pktSrc, PktSrcAddr},
		{&u.pktDst, PktDstAddr},
		{&u.eni, InterfaceID},
		{&u.status, LogStatus},
		{&u.action, ActionField},
		{&u.direction, FlowDirection},
	} {
		*t.column = &u.none
		if has.Has(t.field) {
			*t.column = &c.column[t.field]
		}
	}
	u.owner = u.owner[:0]
	for _, f := range owners {
		if has.Has(f) {
			u.owner = append(u.owner, c.column[f].IDs[:c.rows])
		}
	}
	u.last = -1 // IDs are of other values than in the batch before
}

// at is the value of row i.
func (c *Column) at(i int) *Value { return &c.Values[c.IDs[i]] }

// usual fills rec with row i of the batch if it is usual, and tells whether it is.
// If not, rec may have changed all the same.
func (c *Columns) usual(i int, rec *Record) bool {
	u := &c.plain
	if !u.may || c.absent[i] != 0 {
		return false
	}
	src, dst, protocol, flags := u.srcPort[i], u.dstPort[i], u.protocol[i], u.tcpFlags[i]
	packets, size, version := u.packets[i], u.bytes[i], u.version[i]
	start, end := u.start[i], u.end[i]
	if (src|dst|flags)>>16|protocol>>8|(packets|size|version)>>63 != 0 || // over their limits, or below zero
		start >= milliseconds || end >= milliseconds || end-start > maxInterval || // or below zero
		int64(start) > c.rules.latest || int64(start) < c.rules.earliest || Status(u.status.at(i).word) != OK {
		return false
	}
	rec.Has = FieldSet{c.set}
	rec.Line = c.before + int64(i) + 1
	rec.Status, rec.Action, rec.Direction = OK, Action(u.action.at(i).word), Direction(u.direction.at(i).word)
	rec.Version, rec.Protocol, rec.TCPFlags = uint16(min(version, math.MaxUint16)), uint8(protocol), uint16(flags)
	rec.SrcPort, rec.DstPort = uint16(src), uint16(dst)
	if protocol == ICMP || protocol == ICMPv6 {
		rec.SrcPort, rec.DstPort = 0, 0
	}
	rec.Interface = u.eni.at(i).Text
	rec.Src, rec.Dst, rec.PktSrc, rec.PktDst = u.src.at(i).addr, u.dst.at(i).addr, u.pktSrc.at(i).addr, u.pktDst.at(i).addr
	rec.Packets, rec.Bytes, rec.Implausible = packets, size, implausible(packets, size)
	rec.Start, rec.End = int64(start), int64(end)
	if !u.goesOn(i) {
		u.stretch++
	}
	u.last = i
	rec.cols = columns{format: &c.format, batch: c, stretch: u.stretch}
	return true
}

// goesOn tells whether row i has the same text in the fields of owners as the row
// that was usual before, which is the one just before it.
func (u *usualRows) goesOn(i int) bool {
	if u.last < 0 || u.last != i-1 {
		return false
	}
	for _, ids := range u.owner {
		if ids[i] != ids[i-1] {
			return false
		}
	}
	return true
}
