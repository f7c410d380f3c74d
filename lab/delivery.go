package lab

import (
	"bytes"
	"iter"
	"math"
	"slices"
)

// block is how many interfaces share objects.
const block = 256

// A carrier delivers the records of a block of interfaces.
type carrier struct {
	*printer
	hosts   []*host
	faults  Faults
	parts   [][]record // to be delivered, interface by interface
	records []record   // the same in order
	late    []delayed
	again   []Object // to be delivered once more
	ticks   int64
	objects int64
}

// delayed are records of one interface that come late.
type delayed struct {
	due     int64
	records []record
}

// Late records come five minutes to six hours after the others.
const (
	lateLeast = 5 * 60
	lateMost  = 6 * 3600
)

// deliver makes the objects of what the interfaces have finished by second.
func (c *carrier) deliver(second int64) {
	c.clear()
	c.ticks++
	c.parts = c.parts[:0]
	n := 0
	for _, h := range c.hosts {
		if len(h.records) > 0 && c.faults.Late > 0 && draw(h.key, forLate, c.ticks) < c.faults.Late {
			delay := lateLeast * math.Pow(lateMost/lateLeast, draw(h.key, forDelay, c.ticks))
			c.late = append(c.late, delayed{second + int64(delay), slices.Clone(h.records)})
			continue
		}
		c.parts = append(c.parts, h.records)
		n += len(h.records)
	}
	c.records = slices.Grow(c.records[:0], n)[:n]
	arrange(c.records, (*record).closed, c.parts...)
	c.late = slices.DeleteFunc(c.late, func(d delayed) bool {
		if d.due <= second {
			c.records = append(c.records, d.records...)
		}
		return d.due <= second
	})
	again := c.again
	c.again = nil
	c.print(c.records, second)
	for i := range c.made {
		c.repeat(&c.made[i], second)
	}
	for _, o := range again {
		c.add(o)
	}
}

// repeat takes note of an object that will come a second time.
func (c *carrier) repeat(o *Object, second int64) {
	c.objects++
	if c.faults.Duplicate > 0 && draw(c.key, forDuplicate, c.objects) < c.faults.Duplicate {
		twin := Object{Records: o.Records, Body: bytes.Clone(o.Body)}
		c.stamp(&twin, second, "again")
		c.again = append(c.again, twin)
	}
	if c.faults.Redeliver > 0 && draw(c.key, forRedeliver, c.objects) < c.faults.Redeliver {
		c.again = append(c.again, Object{Key: o.Key, Time: o.Time, Records: o.Records, Body: bytes.Clone(o.Body)})
	}
}

// pending tells whether anything is still on its way.
func (c *carrier) pending() bool { return len(c.late)+len(c.again) > 0 }

// arrange fills dst with the records of all parts in order of a whole number;
// the numbers lie close together. Records with equal numbers stay in order.
func arrange(dst []record, number func(*record) int64, parts ...[]record) {
	if len(dst) == 0 {
		return
	}
	lo, hi := int64(math.MaxInt64), int64(math.MinInt64)
	for r := range each(parts) {
		n := number(r)
		lo, hi = min(lo, n), max(hi, n)
	}
	place := make([]int, hi-lo+2)
	for r := range each(parts) {
		place[number(r)-lo+1]++
	}
	for i := range place[1:] {
		place[i+1] += place[i]
	}
	for r := range each(parts) {
		p := &place[number(r)-lo]
		dst[*p] = *r
		*p++
	}
}

// each goes through all records of all parts.
func each(parts [][]record) iter.Seq[*record] {
	return func(yield func(*record) bool) {
		for _, part := range parts {
			for i := range part {
				if !yield(&part[i]) {
					return
				}
			}
		}
	}
}
