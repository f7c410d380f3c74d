package runs

import (
	"bytes"
	"slices"
)

// A Reader merges runs: interface after interface, by id; of each the pairs in
// order, and of a pair the facts by start.
//
//	for r.Next() {
//		for r.Rewind(); r.Pair(); {
//			for f := r.Fact(); f != nil; f = r.Fact() {
//
// It holds one block of each run that is in a file.
type Reader struct {
	Silences []Silence // of the interface
	Ends     Ends      // of the pair

	all  []*cursor // those that are not at their end, by id from the second interface on
	here int       // of them, the first so many are at the interface
	heap []*cursor // of those, the ones that have a pair left; the least is first
	on   bool      // a fact of the pair has been given out, and is still in heap[0]
	over bool      // so was the pair's last
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
	r.heap = r.heap[:0]
	return r.here > 0 && r.err == nil
}

// Interface is the id of the interface. It is valid until Next is called.
func (r *Reader) Interface() []byte { return r.all[0].id }

// Rewind goes back to the first pair of the interface.
func (r *Reader) Rewind() {
	r.Silences, r.heap, r.on, r.over = r.Silences[:0], r.heap[:0], false, true
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
		r.Fact()
	}
	if len(r.heap) == 0 {
		return false
	}
	r.Ends, r.on, r.over = r.heap[0].ends, false, false
	return true
}

// Fact returns the next fact of the pair, nil if there is none. It is valid
// until the next call.
func (r *Reader) Fact() *Fact {
	if r.on {
		r.advance()
	}
	if r.over || len(r.heap) == 0 || r.heap[0].ends != r.Ends {
		r.on, r.over = false, true
		return nil
	}
	r.on = true
	return &r.heap[0].fact
}

// advance leaves the fact that was given out last.
func (r *Reader) advance() {
	c := r.heap[0]
	if !c.last {
		c.step()
	} else if !c.pair() {
		n := len(r.heap) - 1
		r.heap[0], r.heap = r.heap[n], r.heap[:n]
		if n == 0 {
			return
		}
	}
	r.sift(0)
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
		c.step()
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
