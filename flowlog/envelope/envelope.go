package envelope

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"sync"

	"davy/flowlog"
)

// Limits bound what a text may make of itself. A zero field is that of DefaultLimits.
type Limits struct {
	Bytes  int64 // decoded from all gzip in base64 in an object
	Ratio  int64 // such bytes for each compressed one …
	Grace  int64 // … once so many are decoded
	String int   // bytes of a JSON string, as written
	Packed int   // bytes of one that holds base64
	Depth  int   // of arrays and objects in each other
}

// DefaultLimits returns limits that no service comes near: a log event has at most
// 1 MiB, a record of Kinesis 10 MiB before base64.
func DefaultLimits() Limits {
	return Limits{Bytes: 20 << 30, Ratio: 200, Grace: 64 << 20, String: 1 << 20, Packed: 16 << 20, Depth: 32}
}

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
	if l.String > 0 {
		d.String = l.String
	}
	if l.Packed > 0 {
		d.Packed = l.Packed
	}
	if l.Depth > 0 {
		d.Depth = l.Depth
	}
	return d
}

// Counts are of what was unwrapped. Plain text has none.
type Counts struct {
	Envelopes int64 // arrays of events, and pieces of base64, that were opened
	Control   int64 // control messages, which were skipped
	Events    int64 // messages that lines came from, times taken off, records parted from the next
	Empty     int64 // events without a message, or with one that is blank: nothing came from them
}

// Add adds d.
func (c *Counts) Add(d Counts) {
	c.Envelopes += d.Envelopes
	c.Control += d.Control
	c.Events += d.Events
	c.Empty += d.Empty
}

// A Reader reads the lines in a text.
type Reader struct {
	kind   Kind
	text   input
	head   *bufio.Reader // has the bytes that were looked at, and goes on with the text
	body   *bufio.Reader // of head, larger, where the text is wrapped
	lines  lines         // nil for plain text
	json   *walker       // the one there was, for the next text
	out    []byte        // lines not yet given out
	err    error         // what Read goes on to return when out is empty
	shared *shared
	inner  bool // of what was packed
}

// An input is a text whose errors repeat.
type input struct {
	r   io.Reader
	err error
}

func (in *input) Read(p []byte) (int, error) {
	if in.err != nil {
		return 0, in.err
	}
	n, err := in.r.Read(p)
	in.err = err
	return n, err
}

// failed returns the error that the text ended with, nil if it has come to its end
// or goes on.
func (in *input) failed() error {
	if in.err == io.EOF {
		return nil
	}
	return in.err
}

// lines are those of a wrapped text.
type lines interface {
	// next returns some of them. The bytes are valid until the following call. The
	// error comes with the last of them and is io.EOF if all is well.
	next() ([]byte, error)
}

// shared is what the Reader of an object has in common with those of what is packed in it.
type shared struct {
	limits     Limits
	counts     Counts
	decoded    int64 // bytes from gzip
	compressed int64 // bytes into it
}

const (
	headSize = 4 << 10  // of text that is looked at
	bodySize = 64 << 10 // of it that is held
	enough   = 32 << 10 // bytes of lines to be given out at a time
)

// heads are those of plain texts. Objects are often so short that a new one would
// cost as much as reading them.
var heads = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, headSize) }}

// Open looks at how text starts and returns a Reader of the lines in it.
func Open(text io.Reader, limits Limits) *Reader {
	r := &Reader{shared: &shared{limits: limits.orDefault()}}
	r.reset(text)
	return r
}

// reset makes r the Reader of another text.
func (r *Reader) reset(text io.Reader) {
	r.text = input{r: text}
	r.out, r.err = nil, nil
	if r.head == nil {
		r.head = heads.Get().(*bufio.Reader)
	}
	r.head.Reset(&r.text)
	start, _ := r.head.Peek(headSize) // the input repeats its errors
	r.kind = kindOf(start)
	if r.kind == Plain {
		r.lines = nil
		return
	}
	skip := 0
	if bytes.HasPrefix(start, bom) {
		skip, _ = r.head.Discard(len(bom))
	}
	if r.body == nil {
		r.body = bufio.NewReaderSize(r.head, bodySize)
	} else {
		r.body.Reset(r.head)
	}
	switch r.kind {
	case Export:
		r.lines = &export{in: r.body, counts: &r.shared.counts}
	case Glued:
		r.lines = &glue{in: r.body, counts: &r.shared.counts}
	case Base64:
		r.lines = newArmour(r, int64(skip))
	default:
		if r.json == nil {
			r.json = newWalker(r)
		}
		r.json.reset(r.body, int64(skip))
		r.lines = r.json
	}
}

// end is io.EOF if something was found where something should be.
func (s *shared) end() error {
	if s.counts.Events > 0 || s.counts.Empty == 0 {
		return io.EOF
	}
	return &flowlog.ObjectError{
		Reason: flowlog.JSONShape, Detail: fmt.Sprintf("no message in any of %d events", s.counts.Empty),
		Hint: "is it a flow log?",
	}
}

// Kind returns what the text is wrapped in.
func (r *Reader) Kind() Kind { return r.kind }

// Counts returns the counts up to now. They go on changing with each Read.
func (r *Reader) Counts() Counts { return r.shared.counts }

// Read implements io.Reader. An error is io.EOF, a *[flowlog.ObjectError], or that
// of the underlying reader as it is; lines read before it are whole, but the
// object must be refused.
func (r *Reader) Read(p []byte) (int, error) {
	if r.lines == nil {
		return r.plain(p)
	}
	for len(r.out) == 0 && r.err == nil {
		if len(p) == 0 {
			return 0, nil
		}
		if r.out, r.err = r.lines.next(); r.err == io.EOF && !r.inner {
			r.err = r.shared.end()
		}
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	if len(r.out) > 0 {
		return n, nil
	}
	return n, r.err
}

// plain reads what is left of the bytes that were looked at, then the text itself.
func (r *Reader) plain(p []byte) (int, error) {
	if r.head != nil && r.head.Buffered() > 0 {
		return r.head.Read(p)
	}
	if r.head != nil && !r.inner {
		r.head.Reset(nil)
		heads.Put(r.head)
		r.head = nil
	}
	return r.text.Read(p)
}
