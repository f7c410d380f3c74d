// Package blob takes apart what is JSON outside and binary inside, base64 within
// a string, and trusts none of it: of the ways to write the same content, it
// accepts one.
package blob

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
)

var (
	// ErrFollows says that a text goes on after its object.
	ErrFollows = errors.New("something follows the JSON object")
	// ErrBreaks says that there are line breaks in base64.
	ErrBreaks = errors.New("line breaks")
	// ErrEnds says that data ends before a number does, or that the number is
	// too large.
	ErrEnds = errors.New("data ends, or a number does not")
	// ErrLong says that a number has more bytes than it needs.
	ErrLong = errors.New("a number is longer than needed")
)

// Object reads text, one JSON value, into a struct that has a field for every
// name. Its errors are those of encoding/json, and ErrFollows.
func Object(text []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return ErrFollows
	}
	return nil
}

// Bytes decodes base64 (RFC 4648, section 4) with padding, of one line. Its
// errors are those of encoding/base64, and ErrBreaks.
func Bytes(text []byte) ([]byte, error) {
	if bytes.IndexByte(text, '\n') >= 0 || bytes.IndexByte(text, '\r') >= 0 { // which the decoder skips
		return nil, ErrBreaks
	}
	return base64.StdEncoding.Strict().AppendDecode(nil, text)
}

// Uvarint takes a number as of encoding/binary from the beginning of data. Its
// errors are ErrEnds and ErrLong.
func Uvarint(data []byte) (v uint64, rest []byte, err error) {
	v, n := binary.Uvarint(data)
	switch {
	case n <= 0:
		return 0, data, ErrEnds
	case n > 1 && data[n-1] == 0:
		return 0, data, ErrLong
	}
	return v, data[n:], nil
}
