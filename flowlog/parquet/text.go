package parquet

import (
	"bytes"
	"encoding/binary"
	"slices"

	"davy/flowlog"
)

// readDictionary reads the values that the following pages name by index.
func (c *column) readDictionary(p *page) error {
	d := &c.dictionary
	switch {
	case d.ok:
		return corrupt("a second dictionary")
	case p.encoding != plain && p.encoding != plainDictionary:
		return corrupt("a dictionary in encoding %d", p.encoding)
	case p.values > len(p.data)/4: // a number, or the length of a string
		return corrupt("a dictionary of %d values in %d bytes", p.values, len(p.data))
	}
	d.ok, d.blank, d.bad = true, false, false
	if c.leaf.physical != typeByteArray {
		if err := c.pages.held.raise(&d.numbersHeld, 8*p.values); err != nil {
			return err
		}
		d.numbers = slices.Grow(d.numbers[:0], p.values)[:p.values]
		if rest, ok := c.leaf.numbers(d.numbers, p.data); !ok || len(rest) > 0 {
			return corrupt("a dictionary of %d values in %d bytes", p.values, len(p.data))
		}
		return nil
	}
	return c.readTexts(p)
}

func (c *column) readTexts(p *page) error {
	d := &c.dictionary
	if err := d.text.grow(c.pages.held, len(p.data)); err != nil {
		return err
	}
	copy(d.text.bytes, p.data)
	if err := c.pages.held.raise(&d.valuesHeld, valueBytes*p.values); err != nil {
		return err
	}
	d.values = slices.Grow(d.values[:0], p.values)
	rest := d.text.bytes
	for range p.values {
		var s []byte
		var ok bool
		if s, rest, ok = nextString(rest); !ok {
			return corrupt("a dictionary ends before its values")
		}
		var v flowlog.Value
		if c.parse == nil {
			v = c.all.Value(c.field, s)
		} else {
			v = c.parse(s)
		}
		d.blank = d.blank || v.Absent()
		d.bad = d.bad || v.Bad()
		d.values = append(d.values, v)
	}
	if len(rest) > 0 {
		return corrupt("%d bytes after a dictionary's values", len(rest))
	}
	return nil
}

// fillText takes the next n values of text.
func (c *column) fillText(n int) error {
	b := &c.batch
	if c.coded {
		c.out.Values, c.out.Bad = c.dictionary.values, c.dictionary.bad
		return c.indices(b.ids[:n], len(c.dictionary.values))
	}
	b.values = b.values[:0]
	c.out.Bad = false
	if c.parse != nil {
		return c.fillParsed(n)
	}
	for i := range n {
		s, rest, ok := nextString(c.data)
		if !ok {
			return corrupt("a page ends before its values")
		}
		c.data = rest
		if last := len(b.values) - 1; last < 0 || !bytes.Equal(b.values[last].Text, s) {
			v := c.all.Value(c.field, s)
			c.out.Bad = c.out.Bad || v.Bad()
			b.values = append(b.values, v)
		}
		b.ids[i] = uint32(len(b.values) - 1)
	}
	c.out.Values = b.values
	return nil
}

// fillParsed takes the next n values of text that is not a flow log's, plain.
func (c *column) fillParsed(n int) error {
	b := &c.batch
	for i := range n {
		s, rest, ok := nextString(c.data)
		if !ok {
			return corrupt("a page ends before its values")
		}
		c.data = rest
		v := c.parse(s)
		c.out.Bad = c.out.Bad || v.Bad()
		b.values, b.ids[i] = append(b.values, v), uint32(i)
	}
	c.out.Values = b.values
	return nil
}

// finishText takes the numbers out of a batch of n rows, and notes the values
// that stand for none.
func (c *column) finishText(n int) {
	b := &c.batch
	c.out.IDs = b.ids[:]
	values := c.out.Values
	isNumber, hasBlank := c.field.Numeric(), !c.coded || c.dictionary.blank
	if !isNumber && !hasBlank {
		return
	}
	c.out.Numbers = b.numbers[:]
	if c.apart {
		c.finishApart(n)
		return
	}
	for i, id := range b.ids[:n] {
		switch v := c.valueAt(values, id); {
		case v == nil: // of a row that is absent
		case v.Absent():
			c.all.SetAbsent(i, c.field)
		default:
			b.numbers[i] = v.Number
		}
	}
}

// finishApart notes the values that stand for none, apart.
func (c *column) finishApart(n int) {
	for i, id := range c.batch.ids[:n] {
		if v := c.valueAt(c.out.Values, id); v != nil && v.Absent() {
			c.gaps[i>>6] |= 1 << (i & 63)
		}
	}
}

func (c *column) valueAt(values []flowlog.Value, id uint32) *flowlog.Value {
	if uint64(id) >= uint64(len(values)) {
		return nil
	}
	return &values[id]
}

// nextString cuts the first string off data, which are strings with their lengths before them.
func nextString(data []byte) (s, rest []byte, ok bool) {
	if len(data) < 4 {
		return nil, nil, false
	}
	n := uint64(binary.LittleEndian.Uint32(data))
	if n > uint64(len(data)-4) {
		return nil, nil, false
	}
	return data[4 : 4+n], data[4+n:], true
}
