package bucket

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync"
	"weak"
)

// ahead holds the parts of objects that are in memory, and fetches those that come
// up. Nothing waits for it: what has no room is read without it.
//
// It starts when the first object of a listing is opened and goes on with those
// after it, whether or not they are opened in that order, or ever.
type ahead struct {
	limit   int64 // bytes
	objects int   // how many, per listing, after the one opened last

	mu     sync.Mutex
	taken  int64   // bytes, of the limit
	peak   int64   // most that were ever taken
	heads  []*head // fetched, or on their way, and not opened
	closed bool

	free    [][]byte // full parts, for the next ones; within the limit as well
	running sync.WaitGroup
}

// A queue is one run of a listing.
type queue struct {
	ctx    context.Context
	opened int64 // greatest index that was opened, -1 for none; guarded by ahead.mu
	end    int64 // index after the last that can be opened; guarded by ahead.mu
}

// An item is an object of a queue. It does not keep those after it alive: a
// consumer may forget them.
type item struct {
	version
	archived string // storage class, if nothing can be read of it
	queue    *queue
	index    int64

	// Guarded by ahead.mu.
	next   weak.Pointer[item]
	head   *head
	opened bool
}

// A head is the first part of an object that was not opened yet.
type head struct {
	queue *queue
	index int64
	part  *part
}

// A part is a stretch of an object, in memory or on its way there.
type part struct {
	done   chan struct{} // closed when the bytes are there, or never will be
	bytes  []byte
	err    error
	cancel context.CancelFunc

	// Guarded by ahead.mu.
	size           int64
	ended, dropped bool
}

// link says that items come up, after the one given, which may be nil.
func (a *ahead) link(c *Client, after *item, items []*item) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, it := range items {
		if after != nil {
			after.next = weak.Make(it)
		}
		after = it
	}
	if len(items) > 0 && items[0].queue.opened >= 0 {
		a.advance(c, items[0])
	}
}

// stop says that a listing was broken off: what comes after it.end is never opened.
func (a *ahead) stop(q *queue, end int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	q.end = end
	a.tidy()
}

// open returns the first part of an item if it is being fetched.
func (a *ahead) open(it *item) *part {
	a.mu.Lock()
	defer a.mu.Unlock()
	it.opened = true
	it.queue.opened = max(it.queue.opened, it.index)
	var p *part
	if i := slices.Index(a.heads, it.head); it.head != nil && i >= 0 {
		p = it.head.part
		a.heads = slices.Delete(a.heads, i, i+1)
	}
	it.head = nil
	return p
}

// more goes on to the items after it, when there is room again.
func (a *ahead) more(c *Client, it *item) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.advance(c, it.next.Value())
}

// advance fetches from it on, as far as it may.
func (a *ahead) advance(c *Client, it *item) {
	for ; it != nil && it.index <= it.queue.opened+int64(a.objects) && it.index < it.queue.end; it = it.next.Value() {
		if it.head != nil || it.opened || it.size == 0 || a.passed(it.queue, it.index) {
			continue
		}
		a.tidy()
		n := min(it.size, c.part)
		if len(a.heads) >= a.objects || !a.room(n) || it.queue.ctx.Err() != nil {
			return
		}
		it.head = &head{it.queue, it.index, a.start(it.queue.ctx, c, it.version, 0, n)}
		a.heads = append(a.heads, it.head)
	}
}

// passed tells whether an object was passed over: one far after it was opened.
func (a *ahead) passed(q *queue, index int64) bool { return index < q.opened-int64(a.objects) }

// tidy drops what was passed over, and what is of a listing that has ended early.
func (a *ahead) tidy() {
	a.heads = slices.DeleteFunc(a.heads, func(h *head) bool {
		q := h.queue
		old := q.ctx.Err() != nil || h.index >= q.end || a.passed(q, h.index)
		if old {
			a.drop(h.part)
		}
		return old
	})
}

// room tells whether n bytes are left.
func (a *ahead) room(n int64) bool { return !a.closed && a.taken+n <= a.limit }

// fetch starts to fetch a stretch of an open object. Nil if there is no room for
// it, even though, if it is needed now, what was fetched ahead makes way.
func (a *ahead) fetch(ctx context.Context, c *Client, v version, off, end int64, needed bool) *part {
	a.mu.Lock()
	defer a.mu.Unlock()
	if needed {
		a.tidy()
		for len(a.heads) > 0 && !a.room(end-off) {
			last := len(a.heads) - 1
			a.drop(a.heads[last].part)
			a.heads = slices.Delete(a.heads, last, last+1)
		}
	}
	if !a.room(end - off) {
		return nil
	}
	return a.start(ctx, c, v, off, end)
}

// start fetches a stretch in a goroutine, for which there must be room.
func (a *ahead) start(ctx context.Context, c *Client, v version, off, end int64) *part {
	ctx, cancel := context.WithCancel(ctx)
	p := &part{done: make(chan struct{}), cancel: cancel, size: end - off}
	a.taken += p.size
	p.bytes = a.buffer(p.size)
	a.peak = max(a.peak, a.taken+int64(len(a.free))*partSize)
	a.running.Go(func() {
		defer close(p.done)
		if p.bytes == nil {
			p.bytes = make([]byte, p.size)
		}
		p.err = c.load(ctx, v, off, p.bytes)
		a.mu.Lock()
		defer a.mu.Unlock()
		if p.ended = true; p.dropped {
			a.release(p)
		}
	})
	return p
}

// let drops a part: its bytes are not looked at any more.
func (a *ahead) let(p *part) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.drop(p)
}

// drop gives a part's room back, at the latest when nothing more comes.
func (a *ahead) drop(p *part) {
	if p.dropped {
		return
	}
	p.cancel()
	if p.dropped = true; p.ended {
		a.release(p)
	}
}

func (a *ahead) release(p *part) {
	a.taken -= p.size
	if len(p.bytes) == partSize && a.taken+int64(len(a.free)+1)*partSize <= a.limit {
		a.free = append(a.free, p.bytes)
	}
	p.bytes = nil
}

// buffer returns one that is free, if it is as large, and forgets those for which
// there is no room any more.
func (a *ahead) buffer(size int64) []byte {
	var b []byte
	if n := len(a.free); n > 0 && size == partSize {
		a.free, b = a.free[:n-1], a.free[n-1]
	}
	for n := len(a.free); n > 0 && a.taken+int64(n)*partSize > a.limit; n-- {
		a.free[n-1] = nil
		a.free = a.free[:n-1]
	}
	return b
}

func (a *ahead) close() {
	a.mu.Lock()
	a.closed = true
	for _, h := range a.heads {
		a.drop(h.part)
	}
	a.heads, a.free = nil, nil
	a.mu.Unlock()
	a.running.Wait()
}

// load reads what begins at off into memory. A whole object is checked, and fetched
// anew if it is not what was stored.
func (c *Client) load(ctx context.Context, v version, off int64, buf []byte) error {
	const tries = 3
	for n := 1; ; n++ {
		s := &stretch{ctx: ctx, client: c, version: v, off: off, end: off + int64(len(buf))}
		_, err := io.ReadFull(s, buf)
		if err == nil {
			_, err = s.Read(nil) // the checksum
		}
		s.close()
		if err == io.EOF {
			return nil
		}
		if n == tries || !errors.Is(err, errChecksum) {
			return err
		}
		if err := wait(ctx, n); err != nil {
			return err
		}
	}
}
