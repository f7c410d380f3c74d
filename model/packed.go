package model

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"

	"davy/internal/blob"
)

// Packed are numbers, many and for no one to read: in a file they are base64
// (RFC 4648, section 4, with padding) of them in single precision, little-endian.
type Packed []float32

// MarshalText writes the numbers.
func (p Packed) MarshalText() ([]byte, error) {
	b := make([]byte, 0, 4*len(p))
	for _, x := range p {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	return base64.StdEncoding.AppendEncode(nil, b), nil
}

// UnmarshalText reads the numbers. Its errors are those of encoding/base64, of line
// breaks in it, and that bytes are left over.
func (p *Packed) UnmarshalText(text []byte) error {
	b, err := blob.Bytes(text)
	if err != nil {
		return err
	}
	if len(b)%4 != 0 {
		return fmt.Errorf("%d bytes are no row of numbers", len(b))
	}
	*p = make(Packed, len(b)/4)
	for i := range *p {
		(*p)[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return nil
}
