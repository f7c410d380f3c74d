package flowlog

import (
	"errors"
	"math"
	"slices"
	"strconv"
)

// Columns is a batch of records that come column by column rather than line by
// line, as in Parquet. Who reads such a format fills the columns of the fields
// in [Columns.Fields]; [Columns.Next] takes the records out of them one by one,
// judged as if they stood in a line of text, and counts them.
//
// Three things differ from text. A sample's Line is a row, from 1. A byte that
// no flow log has is the fault of its field, not of the whole row, and is looked
// for only in the fields that are read. And there is no line of names to count.
type Columns struct {
	opts   Options
	rules  rules
	format Format
	fields []Field // that are read: VPC fields, which are below 64
	set    uint64  // bits of these
	column [numFields]Column
	absent []uint64 // by row: bits of the fields without a value
	rows   int      // in the batch
	row    int      // of the batch, the next one
	bad    bool     // a column has a value at fault
	before int64    // rows in earlier batches
	stats  Stats
	digits []byte // text of a number
	plain  usualRows
}

// A Column is the values of one field in a batch. What it has for rows that are
// absent does not matter.
type Column struct {
	// Values and IDs are those of a column of text: value i is Values[IDs[i]].
	Values []Value
	IDs    []uint32
	Bad    bool // one of Values is at fault

	// Numbers are those of a numeric field: two's complement, unless Unsigned. In
	// a column of text they are the Number of each Value.
	Numbers  []uint64
	Unsigned bool
}

// readable are the fields that are read from columns, where the format names
// them: those with rules, and those that name the owner of an interface.
var readable = Fields(Version, AccountID, InterfaceID, SrcAddr, DstAddr, SrcPort, DstPort, Protocol, Packets, Bytes,
	Start, End, ActionField, LogStatus, VPCID, SubnetID, InstanceID, TCPFlags, PktSrcAddr, PktDstAddr, FlowDirection)

// numeric are the fields whose values are numbers.
var numeric = Fields(Version, SrcPort, DstPort, Protocol, Packets, Bytes, Start, End, TCPFlags)

// NewColumns returns an empty batch of at most rows records, for columns of the
// given names. The error is an *[ObjectError] with the reason FormatUnknown,
// HeaderDuplicate or HeaderIncomplete. Options.Format is not used.
func NewColumns(names []string, rows int, opts Options) (*Columns, error) {
	format, err := newFormat(names, false)
	if err != nil {
		e := &ObjectError{Object: opts.Object, Reason: FormatUnknown, Detail: err.Error(), Hint: "is it a flow log?"}
		if bad, ok := errors.AsType[*FormatError](err); ok && bad.duplicate {
			e.Reason, e.Hint = HeaderDuplicate, ""
		}
		return nil, e
	}
	if e := opts.incomplete(&format); e != nil {
		return nil, e
	}
	c := &Columns{opts: opts, rules: opts.rules(), format: format, absent: make([]uint64, rows), plain: newUsualRows(rows)}
	if !format.tgw {
		c.set = format.set.and(readable)[0]
		for _, f := range format.columns {
			if readable.Has(f) {
				c.fields = append(c.fields, f)
			}
		}
	}
	return c, nil
}

// rules returns what the options say of single records.
func (o *Options) rules() rules {
	l := rules{lenientENI: o.LenientENI, earliest: math.MinInt64, latest: math.MaxInt64}
	if !o.Now.IsZero() {
		l.latest = o.Now.Unix() + futureLeeway
	}
	if !o.Oldest.IsZero() {
		l.earliest = o.Oldest.Unix()
	}
	return l
}

// Fields are those whose columns must be filled, in the order of the columns;
// none for a transit gateway's.
func (c *Columns) Fields() []Field { return c.fields }

// Numeric tells whether the values of f are numbers that a Record has.
func (f Field) Numeric() bool { return numeric.Has(f) }

// Column returns the column of f, to be filled.
func (c *Columns) Column(f Field) *Column { return &c.column[f] }

// Begin starts a batch of rows records, all of whose values are present. The
// columns must be filled before Next is called.
func (c *Columns) Begin(rows int) {
	c.before += int64(c.rows)
	c.rows, c.row = rows, 0
	clear(c.absent[:rows])
}

// SetAbsent says that row i of the batch, from 0, has no value of f.
func (c *Columns) SetAbsent(i int, f Field) { c.absent[i] |= 1 << f }

// Stats returns the counts up to now.
func (c *Columns) Stats() *Stats { return &c.stats }

// Skip counts rows of a transit gateway's flow log, none of which is filled in.
func (c *Columns) Skip(rows int64) {
	for ; rows > 0 && c.stats.Rejected[TransitGateway] < samplesEach; rows-- {
		c.reject(0, Unknown, TransitGateway)
		c.before++
	}
	c.before += rows
	c.stats.Lines += rows
	c.stats.reject(TransitGateway, rows)
}

// Next fills rec with the batch's next good record and tells whether there was
// one. Rows that are no good are counted in Stats and skipped.
func (c *Columns) Next(rec *Record) bool {
	if c.row == 0 {
		c.bad = slices.ContainsFunc(c.fields, func(f Field) bool { return c.column[f].Bad })
		c.plain.begin(c)
	}
	for c.row < c.rows {
		i := c.row
		c.row++
		if !c.usual(i, rec) {
			if f, why := c.judge(i, rec); why != "" {
				c.reject(i, f, why)
				continue
			}
		}
		c.stats.count(rec)
		return true
	}
	return false
}

// reject counts a row that is no good and keeps the first of each reason as samples.
func (c *Columns) reject(i int, f Field, why Reason) {
	c.stats.Lines++
	c.stats.reject(why, 1)
	if c.stats.Rejected[why] > samplesEach {
		return
	}
	e := ParseError{Object: c.opts.Object, Line: c.before + int64(i) + 1, Field: f, Reason: why}
	switch {
	case f == Unknown:
	case c.absent[i]&(1<<f) != 0:
		e.Detail = quote([]byte("-"))
	default:
		text := c.text(f, e.Line)
		e.Detail = quote(text[max(0, oddByte(text)):])
	}
	c.stats.Samples = append(c.stats.Samples, e)
}

// text returns the text of f in the row of a record of the batch. The record has f.
func (c *Columns) text(f Field, line int64) []byte {
	i := int(line - c.before - 1)
	col := &c.column[f]
	switch {
	case col.Values != nil:
		return col.Values[col.IDs[i]].Text
	case col.Unsigned:
		c.digits = strconv.AppendUint(c.digits[:0], col.Numbers[i], 10)
	default:
		c.digits = strconv.AppendInt(c.digits[:0], int64(col.Numbers[i]), 10)
	}
	return c.digits
}

// TransitGateway tells whether the columns are those of a transit gateway flow log.
func (c *Columns) TransitGateway() bool { return c.format.tgw }
