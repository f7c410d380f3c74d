package envelope

import (
	"bytes"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// A walker takes the lines out of JSON: one step, one token.
type walker struct {
	dec    *jsontext.Decoder
	in     guard
	text   *input
	base   int64 // of the text, in front of the JSON
	shared *shared
	inner  bool // of what was packed

	stack   []frame
	longest int // what the token being read may have, in bytes
	pack    pack
	cell    []byte // value of the cell that is open
	bare    []byte // a string that had to be unescaped
	decoded []byte // what is packed

	// Lines are held back from the beginning of an envelope until it is known not
	// to be a control message.
	out  []byte
	held int    // where in out they begin, -1 if none are
	mark Counts // up to there
}

// strict is JSON as RFC 8259 has it. Names that are there twice are looked for where
// they matter; to remember all would take memory without bound.
var strict = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(false)}

func newWalker(r *Reader) *walker {
	return &walker{
		text: &r.text, shared: r.shared, inner: r.inner,
		pack: pack{shared: r.shared, text: &r.text}, stack: make([]frame, 0, r.shared.limits.Depth),
	}
}

// reset makes w read a text from a byte on.
func (w *walker) reset(r io.Reader, base int64) {
	w.in, w.base = guard{r: r}, base
	if w.dec == nil {
		w.dec = jsontext.NewDecoder(&w.in, strict...)
	} else {
		w.dec.Reset(&w.in, strict...)
	}
	w.stack, w.held = w.stack[:0], -1
	w.pack.open = false
}

func (w *walker) next() ([]byte, error) {
	w.out = w.out[:0]
	for w.held >= 0 || len(w.out) < enough {
		if err := w.step(); err != nil {
			return w.out, err
		}
	}
	return w.out, nil
}

// step takes in the next token, or some of what is packed.
func (w *walker) step() error {
	if w.pack.open {
		return w.unpack()
	}
	f := w.top()
	if f != nil && !f.array && !f.named {
		return w.member(f)
	}
	w.limit(f)
	switch kind := w.dec.PeekKind(); kind {
	case '{', '[':
		return w.push(kind == '[')
	case '"':
		raw, err := w.dec.ReadValue()
		if err != nil {
			return w.fail(err)
		}
		if len(raw) > w.longest {
			return w.fail(errTooLong)
		}
		return w.string(f, raw)
	case ']':
		return w.pop()
	}
	if _, err := w.dec.ReadToken(); err != nil {
		if err == io.EOF {
			return err
		}
		return w.fail(err)
	}
	w.scalar(f)
	return nil
}

// top returns the innermost frame, nil at the top of the text.
func (w *walker) top() *frame {
	if len(w.stack) == 0 {
		return nil
	}
	return &w.stack[len(w.stack)-1]
}

// limit bounds the next token, which is in f.
func (w *walker) limit(f *frame) {
	w.longest = w.shared.limits.String
	if f != nil && f.named && f.name == data {
		w.longest = w.shared.limits.Packed
	}
	const around = 4 << 10 // space, and what the decoder reads ahead
	w.in.upto = w.dec.InputOffset() + int64(w.longest) + around
}

// member takes in the name of an object's next value, or its end.
func (w *walker) member(f *frame) error {
	w.limit(f)
	switch w.dec.PeekKind() {
	case '}':
		return w.pop()
	case '"':
	default:
		_, err := w.dec.ReadToken()
		return w.fail(err)
	}
	raw, err := w.dec.ReadValue()
	if err != nil {
		return w.fail(err)
	}
	f.named, f.name = true, noName
	if f.role == other {
		return nil
	}
	text, err := w.unquoted(raw)
	if err != nil {
		return err
	}
	f.name = f.role.nameOf(text)
	bit := uint16(1) << f.name
	if f.name != noName && f.seen&bit != 0 {
		return w.refuse(w.dec.InputOffset()-int64(len(raw)), "%s wanted once", raw)
	}
	f.seen |= bit
	return nil
}

// unquoted returns what a string that was read has in it, until the next is.
func (w *walker) unquoted(raw []byte) ([]byte, error) {
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1], nil
	}
	var err error
	if w.bare, err = jsontext.AppendUnquote(w.bare[:0], raw); err != nil {
		return nil, w.fail(err)
	}
	return w.bare, nil
}
