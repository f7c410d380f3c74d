package envelope

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"davy/flowlog"
)

// errTooLong says that a token is over its limit.
var errTooLong = errors.New("too long")

// A guard lets a decoder of JSON read so far and no farther, so that a token is not
// held in memory that has no end.
type guard struct {
	r    io.Reader
	n    int64 // bytes read
	upto int64 // bytes that may be read
}

func (g *guard) Read(p []byte) (int, error) {
	if g.n >= g.upto {
		return 0, errTooLong
	}
	p = p[:min(int64(len(p)), g.upto-g.n)]
	for range 100 {
		n, err := g.r.Read(p)
		g.n += int64(n)
		if n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

// fail gives an error of the decoder its reason. What is wrong with the JSON comes
// before an error of the text, which may have been read farther.
func (w *walker) fail(err error) error {
	if syntax, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		if syntax.Err != io.ErrUnexpectedEOF {
			return w.refuse(syntax.ByteOffset, "%s", strings.TrimPrefix(syntax.Err.Error(), "jsontext: "))
		}
		return &flowlog.ObjectError{
			Reason: flowlog.Truncated, Hint: "fetch it again, it is not whole",
			Detail: fmt.Sprintf("byte %d: the JSON ends early", w.base+w.in.n),
		}
	}
	if errors.Is(err, errTooLong) {
		return w.refuse(w.dec.InputOffset(), "a token of at most %d bytes wanted", w.longest)
	}
	if failed := w.text.failed(); failed != nil {
		return failed
	}
	return err
}

// refuse returns the error that what begins at a byte is not what it should be.
func (w *walker) refuse(at int64, format string, args ...any) error {
	return shapeError(w.base+at, fmt.Sprintf(format, args...))
}

func shapeError(at int64, what string) *flowlog.ObjectError {
	return &flowlog.ObjectError{Reason: flowlog.JSONShape, Detail: fmt.Sprintf("byte %d: %s", at, what)}
}

// blank tells whether there is nothing to see in text.
func blank(text []byte) bool { return len(bytes.TrimSpace(text)) == 0 }
