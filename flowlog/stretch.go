package flowlog

import "encoding/binary"

// A stretch is 64 bytes of a line that begin with a column, the eight bytes
// before them and a few after. Places in it count from the column.
type stretch [wordBytes + 64 + wordBytes]byte

// marks sets a bit at each place of the eight from 8i on whose byte is below
// '/': a space or a dot there ends a number, nothing else does. It may err next
// to such a byte, where a borrow went, and above 0xa0, so that what is at the
// places and between them is still to be checked.
func (b *stretch) marks(i int) uint64 {
	w := binary.LittleEndian.Uint64(b[wordBytes+8*i:])
	return gather((w-'/'*eachByte)&highBits) << (8 * i)
}

// places is what a number of so many digits is read with.
type places[W uint32 | uint64] struct {
	mask  W // its digits and the byte after them, in the word that ends there
	least W // the least of the numbers with so many digits, or more than any of them
}

// numberPlaces are for numbers of one to seven digits, by their number, of
// which there may be none or too many.
var numberPlaces = func() (t [64]places[uint64]) {
	for n := range t {
		t[n].least = 1 << 62
	}
	least := uint64(1)
	for n := 1; n < wordBytes; n++ {
		t[n] = places[uint64]{^uint64(0) << (8 * (wordBytes - 1 - n)), least}
		least *= 10
	}
	t[1].least = 0
	return t
}()

// number reads the digits between the places from and to, one to seven, where a
// space follows. It is no number if odd has the high bit of any byte, or out
// its highest bit.
func (b *stretch) number(from, to int) (value, odd, out uint64) {
	p := &numberPlaces[(to-from-1)&63]
	w := (binary.LittleEndian.Uint64(b[to+1:]) ^ (' '<<56 | '0'*(eachByte>>8))) & p.mask
	odd = w + (0x7f<<56 | 0x76*(eachByte>>8)) | w
	w <<= 8
	w = w*10 + w>>8
	value = (w&0x000000ff_000000ff*(100+1_000_000<<32) + w>>16&0x000000ff_000000ff*(1+10_000<<32)) >> 32
	return value, odd, value - p.least
}

// longNumber is number for any number of digits.
func (b *stretch) longNumber(from, to int) (value, out uint64) {
	value, ok := parseNumber(b[wordBytes+from+1 : wordBytes+to])
	if !ok || b[wordBytes+to] != ' ' {
		return 0, 1 << 63
	}
	return value, 0
}

// octet reads the digits between the places from and to, where sep follows, as
// the function octet does.
func (b *stretch) octet(from, to int, sep uint32) (value, odd, out uint32) {
	return octet(binary.LittleEndian.Uint32(b[to+5:]), to-from-1, sep)
}
