package runs

import (
	"bytes"
	"iter"
	"math"
	"slices"
)

// Most is how many facts Some returns at most.
const Most = 256

// A Reader merges runs: interface after interface, by id; of each the pairs in
// order, and of a pair the facts by start.
//
//	for r.Next() {
//		for r.Rewind(); r.Pair(); {
//			for f := range r.Facts() {
//
// It holds one block of each run that is in a file.
type Reader struct {
	Silences []Silence // of the interface
	Ends     Ends      // of the pair

	all  []*cursor  // those that are not at their end, by id from the second interface on
	here int        // of them, the first so many are at the interface
	heap []*cursor  // of those, the ones that have a pair left; the least is first
	over bool       // all facts of the pair have been given out
	some [Most]Fact // scratch
	err  error
}

// NewReader returns a reader of all runs.
func NewReader(runs []*Run) *Reader {
	r := new(Reader)
	for _, run := range runs {
		c := new(cursor)
		c.open(run)
		r.all = append(r.all, c)
	}
	return r
}

// Next goes to the next interface, whatever has been read of this one.
func (r *Reader) Next() bool {
	for _, c := range r.all[:r.here] {
		c.leave()
		for _, ok := c.silence(); ok; _, ok = c.silence() {
		}
		for c.pair() {
			c.leave()
		}
		c.enter()
	}
	r.all = slices.DeleteFunc(r.all, func(c *cursor) bool {
		if c.err != nil && r.err == nil {
			r.err = c.err
		}
		return c.end
	})
	slices.SortStableFunc(r.all, func(a, b *cursor) int { return bytes.Compare(a.id, b.id) })
	for r.here = 0; r.here < len(r.all) && bytes.Equal(r.all[r.here].id, r.all[0].id); {
		r.here++
	}
	r.heap, r.over = r.heap[:0], true
	return r.here > 0 && r.err == nil
}

// Interface is the id of the interface. It is valid until Next is called.
func (r *Reader) Interface() []byte { return r.all[0].id }

// Rewind goes back to the first pair of the interface.
func (r *Reader) Rewind() {
	r.Silences, r.heap, r.over = r.Silences[:0], r.heap[:0], true
	for _, c := range r.all[:r.here] {
		c.rewind()
		for s, ok := c.silence(); ok; s, ok = c.silence() {
			r.Silences = append(r.Silences, s)
		}
		if c.pair() {
			r.heap = append(r.heap, c)
		}
	}
	for i := len(r.heap)/2 - 1; i >= 0; i-- {
		r.sift(i)
	}
}

// Pair goes to the next pair of the interface, whatever has been read of this one.
func (r *Reader) Pair() bool {
	for !r.over {
		r.Some()
	}
	if len(r.heap) == 0 {
		return false
	}
	r.Ends, r.over = r.heap[0].ends, false
	return true
}

// Some returns the next facts of the pair, none if there are none left. They are
// valid until the next call.
func (r *Reader) Some() []Fact {
	n := 0
	for n < len(r.some) && !r.over {
		c := r.heap[0]
		m, all := c.take(r.some[n:], r.until())
		n += m
		if all && !c.pair() {
			last := len(r.heap) - 1
			r.heap[0], r.heap = r.heap[last], r.heap[:last]
		}
		if len(r.heap) > 0 {
			r.sift(0)
		}
		r.over = len(r.heap) == 0 || r.heap[0].ends != r.Ends
	}
	return r.some[:n]
}

// Facts yields those of the pair that are left. A fact is valid until the next one.
func (r *Reader) Facts() iter.Seq[*Fact] {
	return func(yield func(*Fact) bool) {
		for facts := r.Some(); len(facts) > 0; facts = r.Some() {
			for i := range facts {
				if !yield(&facts[i]) {
					return
				}
			}
		}
	}
}

// until is the start of the pair's next fact in another run than the first. Up to
// it that one has the next facts: runs that were packed one after the other
// seldom overlap in time.
func (r *Reader) until() int64 {
	until := int64(math.MaxInt64)
	for _, c := range r.heap[1:min(3, len(r.heap))] {
		if c.ends == r.Ends {
			until = min(until, c.fact.Start)
		}
	}
	return until
}

// sift restores the heap where only element i may be too far up.
func (r *Reader) sift(i int) {
	h := r.heap
	c := h[i]
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && h[child+1].before(h[child]) {
			child++
		}
		if !h[child].before(c) {
			break
		}
		h[i], i = h[child], child
	}
	h[i] = c
}

// before orders cursors by their pair, then the start of their fact.
func (c *cursor) before(d *cursor) bool {
	if c.rank != d.rank {
		return c.rank < d.rank
	}
	if !c.exact && c.ends != d.ends {
		return c.ends.Less(&d.ends)
	}
	return c.fact.Start < d.fact.Start
}

// leave skips the rest of the pair.
func (c *cursor) leave() {
	for !c.last && !c.end {
		c.read(false)
	}
}

// Err is what went wrong with reading back what is on disk.
func (r *Reader) Err() error {
	for _, c := range r.all {
		if c.err != nil && r.err == nil {
			r.err = c.err
		}
	}
	return r.err
}
