package source

import (
	"bufio"
	"errors"
	"hash/maphash"
	"io"
	"sync"

	"github.com/klauspost/compress/gzip"

	"davy/flowlog"
)

const (
	blockSize = 256 << 10 // bytes decoded at a time
	blocks    = 3         // one with the consumer, one waiting, one being filled
)

type block [blockSize]byte

// Objects may be many and small: what decoding one needs serves the next.
var (
	blockPool = sync.Pool{New: func() any { return new(block) }}
	gzipPool  = sync.Pool{New: func() any { return new(gzip.Reader) }}
)

// ahead decodes gzip in a goroutine of its own.
type ahead struct {
	full    chan filled
	free    chan *block
	stop    chan struct{}
	done    chan struct{} // closed when the goroutine has ended
	current *block        // with the consumer
	last    *ending

	in     *bufio.Reader
	count  *countingReader
	hash   *maphash.Hash
	limits Limits
}

// filled is a decoded block, or how it all ended.
type filled struct {
	block *block
	n     int
	last  *ending
}

// ending is what is known when there is no more to decode.
type ending struct {
	err     error // io.EOF if all is well
	members int
	garbage bool // after the last member
}

func runAhead(in *bufio.Reader, count *countingReader, h *maphash.Hash, limits Limits) *ahead {
	a := &ahead{
		full: make(chan filled, blocks+1), free: make(chan *block, blocks),
		stop: make(chan struct{}), done: make(chan struct{}),
		in: in, count: count, hash: h, limits: limits,
	}
	for range blocks {
		a.free <- nil // made when needed
	}
	go func() {
		defer close(a.done)
		last := a.run()
		a.full <- filled{last: &last}
	}()
	return a
}

// next returns the next block, valid until the following call, or the ending.
func (a *ahead) next() ([]byte, *ending) {
	if a.current != nil {
		a.free <- a.current
		a.current = nil
	}
	if a.last == nil {
		f := <-a.full
		if f.last == nil {
			a.current = f.block
			return f.block[:f.n], nil
		}
		a.last = f.last
	}
	return nil, a.last
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
	a.full, a.current = nil, nil
}

// run decodes member after member.
func (a *ahead) run() ending {
	z := gzipPool.Get().(*gzip.Reader)
	defer gzipPool.Put(z)
	var decoded int64
	for members := 0; ; members++ {
		head, _ := a.in.Peek(len(gzipMagic))
		switch {
		case a.count.err != nil:
			return ending{err: unreadable("", a.count.err), members: members}
		case len(head) == 0 && members > 0:
			return ending{err: io.EOF, members: members}
		case string(head) != gzipMagic[:len(head)]:
			return ending{err: io.EOF, members: members, garbage: true}
		}
		err := z.Reset(a.in)
		if err == nil {
			z.Multistream(false) // so that what follows the member can be looked at
			err = a.member(z, &decoded)
		}
		if err != nil {
			return ending{err: a.explain(err), members: members}
		}
	}
}

// member decodes a member to its end.
func (a *ahead) member(z *gzip.Reader, decoded *int64) error {
	for {
		var b *block
		select {
		case <-a.stop:
			return errStopped
		case b = <-a.free:
		}
		if b == nil {
			b = blockPool.Get().(*block)
		}
		n, err := fill(b[:], z)
		a.hash.Write(b[:n])
		a.full <- filled{block: b, n: n} // never waits, there is room for all
		*decoded += int64(n)
		switch {
		case err == io.EOF:
			return a.limits.bomb(*decoded, a.compressed())
		case err != nil:
			return err
		}
		if err := a.limits.bomb(*decoded, a.compressed()); err != nil {
			return err
		}
	}
}

// fill reads until b is full. Unlike io.ReadFull it leaves errors as they are.
func fill(b []byte, r io.Reader) (n int, err error) {
	for n < len(b) && err == nil {
		var m int
		m, err = r.Read(b[n:])
		n += m
	}
	return n, err
}

// compressed returns how many bytes went into the decompressor.
func (a *ahead) compressed() int64 { return a.count.n - int64(a.in.Buffered()) }

// errStopped is for a consumer that has closed the Decoder and will not see it.
var errStopped = errors.New("stopped")

// explain gives an error of a member its reason.
func (a *ahead) explain(err error) error {
	if _, ok := errors.AsType[*flowlog.ObjectError](err); ok {
		return err
	}
	switch {
	case a.count.err != nil:
		return unreadable("", a.count.err)
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return &flowlog.ObjectError{Reason: flowlog.Truncated, Detail: "gzip", Hint: "fetch it again, it is not whole"}
	}
	return &flowlog.ObjectError{Reason: flowlog.Checksum, Err: err, Hint: "fetch it again, it is damaged"}
}
