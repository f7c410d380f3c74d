package source

import (
	"bufio"
	"errors"
	"hash/maphash"
	"io"

	"davy/flowlog"
)

// A packing is a way of compressing that is read.
type packing struct {
	name   string
	magic  int                    // bytes that tell that it is this one
	starts func(head []byte) bool // whether what starts like this, perhaps cut short, is a member
	member func() member          // to be released
}

// A member is one of the pieces that compressed data may be strung together of,
// each whole in itself: a member of gzip, a frame of zstd.
type member interface {
	reset(in *bufio.Reader) error // to be the one that in goes on with
	io.Reader                     // decodes it; at io.EOF, in is at what comes after
	release()                     // for the next to use: objects may be many and small
}

// inflater decodes member after member.
type inflater struct {
	packing *packing
	in      *bufio.Reader
	count   *countingReader
	hash    *maphash.Hash // of the decoded bytes
	limits  Limits

	z       member
	inside  bool // of it
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
// ending, and no byte. However much is asked for at a time, limits are looked at
// after the same bytes: of each block and each member, and before any fault.
func (f *inflater) read(b []byte) (int, *ending) {
	for {
		if !f.inside {
			if last := f.enter(); last != nil {
				return 0, last
			}
		}
		n, err := fill(b[:min(int64(len(b)), blockSize-f.decoded%blockSize)], f.z)
		f.hash.Write(b[:n])
		f.decoded += int64(n)
		if err != nil || f.decoded%blockSize == 0 {
			if bomb := f.limits.bomb(f.decoded, f.compressed()); bomb != nil {
				return n, f.end(bomb, false)
			}
		}
		if err == io.EOF {
			f.inside = false
			f.members++
		} else if err != nil {
			return n, f.end(f.explain(err), false)
		}
		if n > 0 {
			return n, nil
		}
	}
}

// enter begins the next member. If there is none it returns how it all ended.
func (f *inflater) enter() *ending {
	head, _ := f.in.Peek(f.packing.magic)
	switch {
	case f.count.err != nil:
		return f.end(unreadable("", f.count.err), false)
	case len(head) == 0 && f.members > 0:
		return f.end(io.EOF, false)
	case !f.packing.starts(head):
		return f.end(io.EOF, true)
	}
	if f.z == nil {
		f.z = f.packing.member()
	}
	if err := f.z.reset(f.in); err != nil {
		return f.end(f.explain(err), false)
	}
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
		f.z.release()
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
		return &flowlog.ObjectError{Reason: flowlog.Truncated, Detail: f.packing.name, Hint: "fetch it again, it is not whole"}
	}
	return &flowlog.ObjectError{Reason: flowlog.Checksum, Err: err, Hint: "fetch it again, it is damaged"}
}
