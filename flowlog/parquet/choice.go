package parquet

import (
	"strconv"
	"sync"

	"davy/flowlog"
)

// A choice is a field whose value is made, row by row, from those of one of
// several columns: of the first that has one, or of the endpoint that the
// record's interface is at.
type choice struct {
	field   flowlog.Field
	all     *flowlog.Columns
	columns []*column // all apart; at ends, by end, or nil
	ends    *ends     // or nil
	isTime  bool
	words   [3]flowlog.Value // of the numbers 0 to 2, where numbers stand for words

	values  [batchRows]flowlog.Value
	numbers [batchRows]uint64
	text    [batchRows * digits]byte // of numbers
}

// Files may be many and small: the room that a choice takes up serves the next file.
var choicePool = sync.Pool{New: func() any { return new(choice) }}

func newChoice(all *flowlog.Columns, f flowlog.Field) *choice {
	c := choicePool.Get().(*choice)
	c.field, c.all, c.columns, c.ends, c.isTime = f, all, c.columns[:0], nil, false
	return c
}

func (c *choice) free() {
	clear(c.columns)
	c.all, c.ends = nil, nil
	choicePool.Put(c)
}

// rowNumbers are those of a batch: value i is that of row i.
var rowNumbers = func() (ids [batchRows]uint32) {
	for i := range ids {
		ids[i] = uint32(i)
	}
	return ids
}()

// fill fills the column of the field with the batch's n rows.
func (c *choice) fill(n int) {
	out := c.all.Column(c.field)
	*out = flowlog.Column{Values: c.values[:], IDs: rowNumbers[:], Numbers: c.numbers[:]}
	for i := range n {
		v := &c.values[i]
		*v = c.value(i)
		if v.Absent() {
			c.all.SetAbsent(i, c.field)
			continue
		}
		c.numbers[i] = v.Number
		out.Bad = out.Bad || v.Bad()
	}
}

// wordsOf are those of the numbers 0 to 2 of a field.
func wordsOf(all *flowlog.Columns, f flowlog.Field) [3]flowlog.Value {
	words := [3]string{"-", accept, reject}
	if f == flowlog.FlowDirection {
		words = [3]string{"-", ingress, egress}
	}
	var values [3]flowlog.Value
	for i, word := range words {
		values[i] = all.Value(f, []byte(word))
	}
	return values
}

// parseCaption parses text of a column of words.
func (c *column) parseCaption(s []byte) flowlog.Value {
	if word, ok := captions[string(s)]; ok {
		s = word
	}
	return c.all.Value(c.field, s)
}

// value returns the value of row i, none if there is none.
func (c *choice) value(i int) flowlog.Value {
	if c.ends != nil {
		if col := c.columns[c.ends.at[i]]; col.has(i) {
			return c.valueOf(col, i)
		}
		return flowlog.Value{}
	}
	for _, col := range c.columns {
		if col.has(i) {
			if v := c.valueOf(col, i); !v.Absent() {
				return v
			}
		}
	}
	return flowlog.Value{}
}

// valueOf returns what a column has in row i.
func (c *choice) valueOf(col *column, i int) flowlog.Value {
	if col.leaf.physical == typeByteArray {
		return col.own.Values[col.own.IDs[i]]
	}
	n, room := col.own.Numbers[i], c.text[i*digits:(i+1)*digits:(i+1)*digits]
	switch {
	case c.isTime:
		return col.moment(n, room)
	case n < uint64(len(c.words)):
		return c.words[n]
	case n == other:
		return flowlog.Value{}
	}
	return c.all.Value(c.field, strconv.AppendInt(room[:0], int64(n), 10)) // of no word
}

// The ends of a record.
const (
	atDestination, atSource, atNeither = 0, 1, 2
)

// ends finds at which end of each record its interface is.
type ends struct {
	direction  *choice    // or nil
	interfaces [2]*column // at the destination and at the source, or nil
	at         [batchRows]uint8
}

// find fills at for the batch's n rows. The direction tells, where only one of the
// ends has an interface that one, and where nothing tells neither: then the record
// has no interface, since one of two would be a guess.
func (e *ends) find(n int) {
	for i := range n {
		at := uint8(atNeither)
		if e.direction != nil {
			switch string(e.direction.values[i].Text) {
			case ingress:
				at = atDestination
			case egress:
				at = atSource
			}
		}
		switch isDestination, isSource := e.interfaces[atDestination].has(i), e.interfaces[atSource].has(i); {
		case isDestination && !isSource:
			at = atDestination
		case isSource && !isDestination:
			at = atSource
		}
		e.at[i] = at
	}
}
