package parquet

import "encoding/binary"

// Kinds of values in Thrift's compact protocol.
const (
	kindTrue   = 1
	kindFalse  = 2
	kindI8     = 3
	kindI64    = 6
	kindDouble = 7
	kindBinary = 8
	kindList   = 9
	kindSet    = 10
	kindMap    = 11
	kindStruct = 12
)

// maxDepth is how deeply values that are not known may be nested.
const maxDepth = 16

// thrift reads Thrift's compact protocol, in which footers and page headers
// are written. What is claimed allocates nothing: the sizes of lists and
// strings only count as far as there are bytes. After the first error, which
// stays, everything reads as zero.
//
// Source: "Thrift compact protocol encoding", Apache Thrift,
// doc/specs/thrift-compact-protocol.md.
type thrift struct {
	b   []byte
	at  int
	err error
}

func (t *thrift) fail(what string) {
	if t.err == nil {
		t.err = corrupt("%s at byte %d of its metadata", what, t.at)
		t.at = len(t.b)
	}
}

func (t *thrift) byte() byte {
	if t.at >= len(t.b) {
		t.fail("an end")
		return 0
	}
	t.at++
	return t.b[t.at-1]
}

func (t *thrift) uvarint() uint64 {
	n, size := binary.Uvarint(t.b[t.at:])
	if size <= 0 {
		t.fail("no number")
		return 0
	}
	t.at += size
	return n
}

// int reads an integer of any width.
func (t *thrift) int(kind byte) int64 {
	switch {
	case kind == kindI8:
		return int64(int8(t.byte()))
	case kind < kindI8 || kind > kindI64:
		t.fail("no integer")
		return 0
	}
	n := t.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

// i32 reads an integer of 32 bits.
func (t *thrift) i32(kind byte) int {
	n := t.int(kind)
	if n != int64(int32(n)) {
		t.fail("no 32-bit integer")
		return 0
	}
	return int(n)
}

// bool reads a field that is a boolean: its kind is its value.
func (t *thrift) bool(kind byte) bool {
	if kind != kindTrue && kind != kindFalse {
		t.fail("no boolean")
	}
	return kind == kindTrue
}

// binary reads bytes, which are not copied.
func (t *thrift) binary(kind byte) []byte {
	n := uint64(0)
	if kind == kindBinary {
		n = t.uvarint()
	}
	if kind != kindBinary || n > uint64(len(t.b)-t.at) {
		t.fail("no string")
		return nil
	}
	t.at += int(n)
	return t.b[t.at-int(n) : t.at]
}

// list calls element for each element of a list. It must read it.
func (t *thrift) list(kind byte, element func(kind byte)) {
	if kind != kindList && kind != kindSet {
		t.fail("no list")
		return
	}
	head := t.byte()
	n := uint64(head >> 4)
	if n == 15 {
		n = t.uvarint()
	}
	for ; n > 0 && t.err == nil; n-- {
		element(head & 15)
	}
}

// structure calls field for each field of a struct. It must read it, or skip it.
func (t *thrift) structure(kind byte, field func(id int, kind byte)) {
	if kind != kindStruct {
		t.fail("no struct")
		return
	}
	id := 0
	for t.err == nil {
		head := t.byte()
		if head == 0 {
			return
		}
		if delta := int(head >> 4); delta > 0 {
			id += delta
		} else {
			id = t.i32(kindI64)
		}
		field(id, head&15)
	}
}

func (t *thrift) skip(kind byte) { t.skipDepth(kind, 0) }

func (t *thrift) skipDepth(kind byte, depth int) {
	if depth > maxDepth {
		t.fail("a deeply nested value")
		return
	}
	switch kind {
	case kindTrue, kindFalse:
	case kindDouble:
		for range 8 {
			t.byte()
		}
	case kindBinary:
		t.binary(kind)
	case kindList, kindSet:
		t.list(kind, func(kind byte) { t.skipElement(kind, depth+1) })
	case kindMap:
		n := t.uvarint()
		if n == 0 {
			return
		}
		kinds := t.byte()
		for ; n > 0 && t.err == nil; n-- {
			t.skipElement(kinds>>4, depth+1)
			t.skipElement(kinds&15, depth+1)
		}
	case kindStruct:
		t.structure(kind, func(_ int, kind byte) { t.skipDepth(kind, depth+1) })
	default:
		t.int(kind)
	}
}

// skipElement skips what is in a list or map, where booleans take a byte.
func (t *thrift) skipElement(kind byte, depth int) {
	if kind == kindTrue || kind == kindFalse {
		t.byte()
		return
	}
	t.skipDepth(kind, depth)
}
