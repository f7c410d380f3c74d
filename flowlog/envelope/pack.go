package envelope

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"

	"davy/flowlog"
)

// A pack is the text in a piece of base64, decompressed where it is gzip.
type pack struct {
	shared *shared
	text   *input // that the base64 is in
	open   bool
	at     int64 // where in it

	buf    *bufio.Reader // of the decoded base64
	gz     *gzip.Reader
	inside *Reader
	block  []byte
	whole  bool // what was given out ends a line
	seen   bool // something that is not blank
}

// start begins with what was decoded of the base64 at a byte of the text.
func (p *pack) start(decoded io.Reader, at int64) error {
	p.open, p.at, p.whole, p.seen = true, at, true, false
	p.shared.counts.Envelopes++
	decoded = &compressed{decoded, p.shared}
	if p.buf == nil {
		p.buf = bufio.NewReaderSize(decoded, headSize)
		p.inside = &Reader{shared: p.shared, inner: true}
	} else {
		p.buf.Reset(decoded)
	}
	var text io.Reader = p.buf
	if magic, _ := p.buf.Peek(2); string(magic) == "\x1f\x8b" {
		if p.gz == nil {
			p.gz = new(gzip.Reader)
		}
		if err := p.gz.Reset(p.buf); err != nil {
			return p.explain(err)
		}
		text = &inflated{p.gz, p.shared}
	}
	p.inside.reset(text)
	if p.inside.kind == Base64 {
		return p.explain(shapeError(0, "lines wanted, not base64 in base64"))
	}
	return nil
}

// next returns some lines of it, which are valid until the following call. At its
// end the pack is closed.
func (p *pack) next() ([]byte, error) {
	if p.block == nil {
		p.block = make([]byte, enough+1)
	}
	n, err := p.inside.Read(p.block[:enough])
	if n > 0 {
		p.whole = p.block[n-1] == '\n'
		p.seen = p.seen || !blank(p.block[:n])
	}
	if err == nil {
		return p.block[:n], nil
	}
	if err != io.EOF {
		return p.block[:n], p.explain(err)
	}
	p.open = false
	if !p.whole {
		p.block[n] = '\n'
		n++
	}
	if p.inside.kind == Plain { // others count for themselves
		if p.seen {
			p.shared.counts.Events++
		} else {
			p.shared.counts.Empty++
		}
	}
	return p.block[:n], nil
}

// explain gives an error of what is packed its reason and place. One of the text
// around it stays as it is.
func (p *pack) explain(err error) error {
	if failed := p.text.failed(); failed != nil && errors.Is(err, failed) {
		return failed
	}
	e := &flowlog.ObjectError{Hint: "fetch it again, it is not whole"}
	where := fmt.Sprintf("in the base64 at byte %d", p.at)
	if object, ok := errors.AsType[*flowlog.ObjectError](err); ok {
		*e = *object
		e.Detail = where + ": " + object.Detail
		return e
	}
	e.Detail = where
	var corrupt base64.CorruptInputError
	switch {
	case errors.As(err, &corrupt):
		e.Reason, e.Hint = flowlog.JSONShape, ""
		e.Detail += fmt.Sprintf(": byte %d: base64 wanted", int64(corrupt))
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		e.Reason = flowlog.Truncated
	default:
		e.Reason, e.Err, e.Hint = flowlog.Checksum, err, "fetch it again, it is damaged"
	}
	return e
}

// compressed counts what goes into decompression.
type compressed struct {
	r      io.Reader
	shared *shared
}

func (c *compressed) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.shared.compressed += int64(n)
	return n, err
}

// inflated counts what comes out of it, and ends when that is too much.
type inflated struct {
	r      io.Reader
	shared *shared
}

func (i *inflated) Read(p []byte) (int, error) {
	n, err := i.r.Read(p)
	i.shared.decoded += int64(n)
	if bomb := i.shared.bomb(); bomb != nil {
		return 0, bomb
	}
	return n, err
}

// bomb returns an error if what was decoded is too much.
func (s *shared) bomb() error {
	e := &flowlog.ObjectError{Reason: flowlog.Bomb, Hint: "nothing of it is read; unpack it yourself if it is what it should be"}
	switch l := &s.limits; {
	case s.decoded > l.Bytes:
		e.Detail = fmt.Sprintf("over %d bytes decoded", l.Bytes)
	case s.decoded > l.Grace && s.decoded/l.Ratio > s.compressed:
		e.Detail = fmt.Sprintf("over %d bytes decoded, over %d to 1", l.Grace, l.Ratio)
	default:
		return nil
	}
	return e
}
