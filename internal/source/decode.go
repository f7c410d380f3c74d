package source

import (
	"bufio"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"sync"

	"davy/flowlog"
)

// Limits bound what a compressed object may decode to. A zero field is that of DefaultLimits.
type Limits struct {
	Bytes int64 // decoded bytes
	Ratio int64 // decoded bytes per compressed byte …
	Grace int64 // … once so many bytes are decoded
}

// DefaultLimits returns limits far from any flow log: those decode to about
// nine times their size, and AWS writes objects of at most 75 MB.
func DefaultLimits() Limits { return Limits{Bytes: 20 << 30, Ratio: 200, Grace: 64 << 20} }

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Bytes > 0 {
		d.Bytes = l.Bytes
	}
	if l.Ratio > 0 {
		d.Ratio = l.Ratio
	}
	if l.Grace > 0 {
		d.Grace = l.Grace
	}
	return d
}

// A Decoder reads the decoded text of an object. Only what came before io.EOF
// is whole: after any other error the object must be refused, what was read of
// it included. The fields are complete when Read has returned io.EOF.
type Decoder struct {
	Object          string // name for errors, may be set before the first Read
	Compression     string // "gzip", "zstd", or "" for none
	Members         int    // of gzip; of zstd its frames, those to be skipped among them
	TrailingGarbage bool   // bytes after the last member, which were ignored
	DecodedBytes    int64

	text   io.Reader // nil when compressed
	packed unpacker  // nil when not
	buf    *bufio.Reader
	hash   maphash.Hash // of the decoded bytes; that of a goroutine until packed has an ending
	err    error        // what Read goes on to return
}

// An unpacker is an inflater, or one that runs ahead.
type unpacker interface {
	read(p []byte) (int, *ending)
	close()
}

var bufferPool = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 64<<10) }}

// Decode finds out how r is compressed and returns a Decoder of its text, which
// must be closed. One level of gzip or zstd is decoded; if alone, by a goroutine that runs
// ahead of the consumer and ends with Close, since then a processor would have
// nothing to do. The error is a *[flowlog.ObjectError], for compressions that are
// not supported and for a reader that fails at once.
func Decode(r io.Reader, limits Limits, alone bool) (*Decoder, error) {
	in := &countingReader{r: r}
	buffered := bufferPool.Get().(*bufio.Reader)
	buffered.Reset(in)
	d, err := open(in, buffered, limits, alone)
	if err != nil {
		bufferPool.Put(buffered)
	}
	return d, err
}

func open(in *countingReader, buffered *bufio.Reader, limits Limits, alone bool) (*Decoder, error) {
	head, err := buffered.Peek(longestMagic)
	switch {
	case in.err != nil:
		return nil, unreadable("", in.err)
	case err != nil && err != io.EOF:
		return nil, unreadable("", err)
	case cutShort(head) != "":
		return nil, &flowlog.ObjectError{Reason: flowlog.Truncated, Detail: cutShort(head)}
	}
	if err := unsupportedMagic(head); err != nil {
		return nil, err
	}
	d := &Decoder{buf: buffered}
	d.hash.SetSeed(seed)
	p := packingOf(head)
	if p == nil {
		d.text = buffered
		return d, nil
	}
	d.Compression = p.name
	z := &inflater{packing: p, in: buffered, count: in, hash: &d.hash, limits: limits.orDefault()}
	d.packed = z
	if alone {
		d.packed = runAhead(z)
	}
	return d, nil
}

// Read implements io.Reader. Errors other than io.EOF are *[flowlog.ObjectError]s.
func (d *Decoder) Read(p []byte) (int, error) {
	if d.err != nil {
		return 0, d.err
	}
	if len(p) == 0 {
		return 0, nil
	}
	n, err := d.read(p)
	d.DecodedBytes += int64(n)
	if err != nil {
		if object, ok := errors.AsType[*flowlog.ObjectError](err); ok && object.Object == "" {
			object.Object = d.Object
		}
		d.err = err
	}
	return n, err
}

func (d *Decoder) read(p []byte) (int, error) {
	if d.packed == nil {
		n, err := d.text.Read(p)
		d.hash.Write(p[:n])
		if err != nil && err != io.EOF {
			err = unreadable("", err)
		}
		return n, err
	}
	n, last := d.packed.read(p)
	if last == nil {
		return n, nil
	}
	d.Members, d.TrailingGarbage = last.members, last.garbage
	return n, last.err
}

// A Content tells apart what objects hold, within one run of the program: the
// length of the decoded bytes and a hash of them with a key that is new each
// time, so that nobody can make two that are taken for one. (SHA-256 takes several
// times as long: BenchmarkContent.)
type Content struct {
	Bytes int64
	Hash  uint64
}

var seed = maphash.MakeSeed()

// ContentOf returns what all that r gives is known by.
func ContentOf(r io.Reader) (Content, error) {
	var h maphash.Hash
	h.SetSeed(seed)
	n, err := io.Copy(&h, r)
	return Content{n, h.Sum64()}, err
}

// Content returns what the decoded bytes are known by. It may be called when
// Read has returned io.EOF.
func (d *Decoder) Content() Content { return Content{d.DecodedBytes, d.hash.Sum64()} }

// Close stops decoding and waits for the goroutine that does it, if there is one,
// which may be in the middle of a Read of the underlying reader. It does not close
// that.
func (d *Decoder) Close() error {
	if d.packed != nil {
		d.packed.close()
	}
	if d.buf != nil {
		d.buf.Reset(nil)
		bufferPool.Put(d.buf)
		d.buf, d.text = nil, nil
	}
	if d.err == nil {
		d.err = fs.ErrClosed
	}
	return nil
}

// countingReader counts the bytes read and keeps the error that is not io.EOF,
// so that it is known from one the decompressor comes to by itself.
type countingReader struct {
	r   io.Reader
	n   int64
	err error
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}

// bomb returns an error if so many decoded bytes are too many for the compressed ones.
func (l Limits) bomb(decoded, compressed int64) error {
	e := &flowlog.ObjectError{Reason: flowlog.Bomb, Hint: "nothing of it is read; decompress it yourself if it is what it should be"}
	switch {
	case decoded > l.Bytes:
		e.Detail = fmt.Sprintf("over %d bytes decoded", l.Bytes)
	case decoded > l.Grace && decoded/l.Ratio > compressed:
		e.Detail = fmt.Sprintf("%d bytes decoded from %d, over %d to 1", decoded, compressed, l.Ratio)
	default:
		return nil
	}
	return e
}
