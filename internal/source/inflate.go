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

// Objects may be many and small: what decoding one needs serves the next.
var gzipPool = sync.Pool{New: func() any { return new(gzip.Reader) }}

// inflater decodes gzip, member after member.
type inflater struct {
	in     *bufio.Reader
	count  *countingReader
	hash   *maphash.Hash // of the decoded bytes
	limits Limits

	z       *gzip.Reader
	inside  bool // a member
	members int
	decoded int64
}

// ending is what is known when there is no more to decode.
type ending struct {
	err     error // io.EOF if all is well
	members int
	garbage bool // after the last member
}

// read decodes up to len(b) bytes, of one member. At the end of all there is an
// ending, and no byte.
func (f *inflater) read(b []byte) (int, *ending) {
	for {
		if !f.inside {
			if last := f.enter(); last != nil {
				return 0, last
			}
		}
		n, err := fill(b, f.z)
		f.hash.Write(b[:n])
		f.decoded += int64(n)
		if err == io.EOF {
			f.inside = false
			f.members++
			err = nil
		}
		if err == nil {
			err = f.limits.bomb(f.decoded, f.compressed())
		}
		if err != nil {
			return n, f.end(f.explain(err), false)
		}
		if n > 0 {
			return n, nil
		}
	}
}

// enter begins the next member. If there is none it returns how it all ended.
func (f *inflater) enter() *ending {
	head, _ := f.in.Peek(len(gzipMagic))
	switch {
	case f.count.err != nil:
		return f.end(unreadable("", f.count.err), false)
	case len(head) == 0 && f.members > 0:
		return f.end(io.EOF, false)
	case string(head) != gzipMagic[:len(head)]:
		return f.end(io.EOF, true)
	}
	if f.z == nil {
		f.z = gzipPool.Get().(*gzip.Reader)
	}
	if err := f.z.Reset(f.in); err != nil {
		return f.end(f.explain(err), false)
	}
	f.z.Multistream(false) // so that what follows the member can be looked at
	f.inside = true
	return nil
}

func (f *inflater) end(err error, garbage bool) *ending {
	f.close()
	return &ending{err: err, members: f.members, garbage: garbage}
}

// close gives back what decoding took.
func (f *inflater) close() {
	if f.z != nil {
		gzipPool.Put(f.z)
		f.z = nil
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
func (f *inflater) compressed() int64 { return f.count.n - int64(f.in.Buffered()) }

// explain gives an error of a member its reason.
func (f *inflater) explain(err error) error {
	if _, ok := errors.AsType[*flowlog.ObjectError](err); ok {
		return err
	}
	switch {
	case f.count.err != nil:
		return unreadable("", f.count.err)
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return &flowlog.ObjectError{Reason: flowlog.Truncated, Detail: "gzip", Hint: "fetch it again, it is not whole"}
	}
	return &flowlog.ObjectError{Reason: flowlog.Checksum, Err: err, Hint: "fetch it again, it is damaged"}
}
