package envelope

import (
	"bytes"
	"encoding/base64"

	"github.com/go-json-experiment/json/jsontext"
)

// heldMost is how many bytes of lines are held back. A control message has one
// event, which says what it is in a sentence.
const heldMost = 1 << 20

// push opens an array or an object.
func (w *walker) push(array bool) error {
	if _, err := w.dec.ReadToken(); err != nil {
		return w.fail(err)
	}
	if len(w.stack) == w.shared.limits.Depth {
		return w.refuse(w.dec.InputOffset()-1, "at most %d arrays and objects in each other wanted", len(w.stack))
	}
	role := value
	if f := w.top(); f != nil {
		var err error
		if role, err = w.within(f, array); err != nil {
			return err
		}
	}
	if role == value && !array {
		w.held, w.mark = len(w.out), w.shared.counts
	}
	w.stack = append(w.stack, frame{role: role, array: array})
	return nil
}

// within returns the role of an array or an object that is opened in f.
func (w *walker) within(f *frame, array bool) (role, error) {
	switch {
	case f.array && f.role == row && array:
		return cell, nil
	case f.array && f.role == row:
		w.shared.counts.Empty++
		return other, nil
	case f.array && f.role == cell && array:
		return other, nil
	case f.array:
		return f.role, nil
	}
	f.named = false
	f.log = f.log || f.name == logEvents
	r := f.name.opens(array)
	if r == other || f.control {
		return other, nil
	}
	if r == event || r == row {
		w.shared.counts.Envelopes++
	}
	if f.name != logEvents {
		w.held = -1 // nothing else has a messageType
	}
	return r, w.claim(f)
}

// claim makes the value that comes next the one that the lines of f are in.
func (w *walker) claim(f *frame) error {
	if f.used {
		return w.refuse(w.dec.InputOffset(), "one thing that holds lines wanted in an object, not two")
	}
	f.used = true
	return nil
}

// pop closes the innermost array or object.
func (w *walker) pop() error {
	if _, err := w.dec.ReadToken(); err != nil {
		return w.fail(err)
	}
	f := *w.top()
	w.stack = w.stack[:len(w.stack)-1]
	c := &w.shared.counts
	switch {
	case f.array:
		if f.role == cell && !f.used { // a row without the message
			c.Empty++
		}
	case f.role == cell:
		if row := w.top(); f.message && f.filled {
			if err := w.claim(row); err != nil {
				return err
			}
			return w.line(w.cell)
		}
	case f.role == other:
	case f.control:
		c.Control++
	case f.strange && f.log:
		return w.refuse(w.dec.InputOffset()-1, "a messageType of DATA_MESSAGE or CONTROL_MESSAGE wanted beside logEvents")
	case !f.used:
		c.Empty++
	}
	if f.role == value && !f.array {
		w.held = -1
	}
	return nil
}

// string takes in a string as written, in f.
func (w *walker) string(f *frame, raw []byte) error {
	if f == nil || f.array {
		switch {
		case f == nil || f.role == value || f.role == event:
			return w.line(raw)
		case f.role == packed || f.role == row:
			w.shared.counts.Empty++
		}
		return nil
	}
	f.named = false
	if f.control {
		return nil
	}
	switch f.name {
	case message:
		if err := w.claim(f); err != nil {
			return err
		}
		return w.line(raw)
	case messageType:
		return w.typed(f, raw)
	case data:
		if err := w.claim(f); err != nil {
			return err
		}
		return w.packed(raw)
	case fieldName:
		text, err := w.unquoted(raw)
		f.message = string(text) == "@message"
		return err
	case fieldValue:
		f.filled = true
		w.cell = append(w.cell[:0], raw...)
	}
	return nil
}

// scalar takes in a number or a literal, in f.
func (w *walker) scalar(f *frame) {
	switch {
	case f != nil && !f.array:
		f.named = false
	case f == nil || f.role == value || f.role == event || f.role == packed || f.role == row:
		w.shared.counts.Empty++
	}
}

// typed takes in the messageType of f. An envelope may be written by a program that
// sorts names, so lines may have come before it.
func (w *walker) typed(f *frame, raw []byte) error {
	text, err := w.unquoted(raw)
	if err != nil {
		return err
	}
	switch string(text) {
	case "DATA_MESSAGE":
		w.held = -1
	case "CONTROL_MESSAGE":
		if w.held < 0 {
			return w.refuse(w.dec.InputOffset()-int64(len(raw)), "CONTROL_MESSAGE wanted in front of what it is said of")
		}
		f.control = true
		w.out, w.shared.counts = w.out[:w.held], w.mark
	default:
		f.strange = true
	}
	return nil
}

// line gives out the lines of a message.
func (w *walker) line(raw []byte) error {
	start := len(w.out)
	out, err := jsontext.AppendUnquote(w.out, raw)
	if err != nil {
		return w.fail(err)
	}
	text := bytes.TrimSuffix(bytes.TrimSuffix(out[start:], []byte("\n")), []byte("\r"))
	if blank(text) {
		w.shared.counts.Empty++
		w.out = out[:start]
		return nil
	}
	w.shared.counts.Events++
	w.out = append(out[:start+len(text)], '\n')
	w.release()
	return nil
}

// release lets go of the lines held back if they are too many for a control message.
func (w *walker) release() {
	if w.held >= 0 && len(w.out)-w.held > heldMost {
		w.held = -1
	}
}

// packed opens what is in a string of base64.
func (w *walker) packed(raw []byte) error {
	at := w.base + w.dec.InputOffset() - int64(len(raw))
	if w.inner {
		return shapeError(at, "lines wanted, not base64 in base64")
	}
	text, err := w.unquoted(raw) // some writers escape '/'
	if err != nil {
		return err
	}
	w.pack.at = at
	if w.decoded, err = base64.StdEncoding.AppendDecode(w.decoded[:0], text); err != nil {
		return w.pack.explain(err)
	}
	return w.pack.start(bytes.NewReader(w.decoded), at)
}

// unpack gives out some lines of what is packed.
func (w *walker) unpack() error {
	text, err := w.pack.next()
	w.out = append(w.out, text...)
	w.release()
	return err
}
