package source

import "sync"

const (
	blockSize = 256 << 10 // bytes decoded at a time
	blocks    = 3         // one with the consumer, one waiting, one being filled
)

type block [blockSize]byte

var blockPool = sync.Pool{New: func() any { return new(block) }}

// ahead decodes in a goroutine of its own.
type ahead struct {
	full    chan filled
	free    chan *block
	stop    chan struct{}
	done    chan struct{} // closed when the goroutine has ended
	current *block        // with the consumer
	rest    []byte        // of it
	last    *ending

	from *inflater
}

// filled is a decoded block, or how it all ended.
type filled struct {
	block *block
	n     int
	last  *ending
}

func runAhead(from *inflater) *ahead {
	a := &ahead{
		full: make(chan filled, blocks+1), free: make(chan *block, blocks),
		stop: make(chan struct{}), done: make(chan struct{}), from: from,
	}
	for range blocks {
		a.free <- nil // made when needed
	}
	go func() {
		defer close(a.done)
		a.run()
	}()
	return a
}

// read returns decoded bytes, or how it all ended.
func (a *ahead) read(p []byte) (int, *ending) {
	for len(a.rest) == 0 {
		if a.current != nil {
			a.free <- a.current
			a.current = nil
		}
		if a.last == nil {
			f := <-a.full
			a.current, a.last = f.block, f.last
			if f.block != nil {
				a.rest = f.block[:f.n]
				continue
			}
		}
		return 0, a.last
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// close ends the goroutine and gives its blocks back.
func (a *ahead) close() {
	if a.full == nil {
		return
	}
	close(a.stop)
	<-a.done
	close(a.full)
	close(a.free)
	for f := range a.full {
		if f.block != nil {
			blockPool.Put(f.block)
		}
	}
	for b := range a.free {
		if b != nil {
			blockPool.Put(b)
		}
	}
	if a.current != nil {
		blockPool.Put(a.current)
	}
	a.from.close()
	a.full, a.current, a.rest = nil, nil, nil
}

// run decodes block after block.
func (a *ahead) run() {
	for {
		var b *block
		select {
		case <-a.stop:
			return
		case b = <-a.free:
		}
		if b == nil {
			b = blockPool.Get().(*block)
		}
		n, last := a.from.read(b[:])
		if n > 0 || last == nil {
			a.full <- filled{block: b, n: n} // never waits, there is room for all
		} else {
			blockPool.Put(b)
		}
		if last != nil {
			a.full <- filled{last: last}
			return
		}
	}
}
