package blob

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

func TestObject(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
		want error // nil: any
	}{
		{`{"a":7}`, true, nil},
		{" {\"a\":7}\n", true, nil},
		{`{"a":7}{}`, false, ErrFollows},
		{`{"a":7}]`, false, ErrFollows},
		{`{"a":7,"b":1}`, false, nil},
		{`{"a":7.5}`, false, nil},
		{`[7]`, false, nil},
		{``, false, nil},
		{`{"a":7`, false, nil},
	} {
		var got struct{ A int }
		err := Object([]byte(c.text), &got)
		if (err == nil) != c.ok || c.ok && got.A != 7 || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %+v, %v", c.text, got, err)
		}
	}
}

func TestBytes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []byte // nil: refused
	}{
		{"", []byte{}},
		{"//8AAA==", []byte{255, 255, 0, 0}},
		{"//8AAB==", nil}, // bits beyond the data
		{"//8AAA=", nil},
		{"//8A\nAA==", nil},
		{"//8AAA==\r", nil},
		{"__8AAA==", nil},
	} {
		got, err := Bytes([]byte(c.text))
		if (err == nil) != (c.want != nil) || err == nil && !bytes.Equal(got, c.want) {
			t.Errorf("%q: %v, %v", c.text, got, err)
		}
	}
}

func TestUvarint(t *testing.T) {
	for _, v := range []uint64{0, 1, 127, 128, 300, 1<<63 + 5, 1<<64 - 1} {
		data := append(binary.AppendUvarint(nil, v), 9)
		if got, rest, err := Uvarint(data); got != v || len(rest) != 1 || err != nil {
			t.Errorf("%d: %d, %v left, %v", v, got, rest, err)
		}
	}
	for _, c := range []struct {
		data []byte
		want error
	}{
		{nil, ErrEnds},
		{[]byte{0x80}, ErrEnds},
		{[]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 2}, ErrEnds}, // more than 64 bits
		{[]byte{0x80, 0}, ErrLong},
		{[]byte{0x81, 0x80, 0}, ErrLong},
	} {
		if _, rest, err := Uvarint(c.data); !errors.Is(err, c.want) || len(rest) != len(c.data) {
			t.Errorf("%v: %v, want %v", c.data, err, c.want)
		}
	}
}
