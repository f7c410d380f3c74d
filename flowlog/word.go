package flowlog

import "encoding/binary"

// The parsers look at eight bytes together where they can: records are short
// and their fields vary in length, so that loops over single bytes spend most
// of their time on branches guessed wrong.
//
// To read whole words they look past the end of a field, as far as its slice
// has capacity, and mask what is not theirs. Reader's buffer has room for it;
// elsewhere the field is copied.
const (
	eachByte  = 0x0101010101010101
	highBits  = 0x80 * eachByte
	lowBits   = 0x7f * eachByte
	wordBytes = 8
)

// window is the bytes of a field, followed by others.
type window [24]byte

// windowOn returns b as a window. If b has no room for one it is copied to spare.
func windowOn(b []byte, spare *window) *window {
	if cap(b) >= len(window{}) {
		return (*window)(b[:len(window{})])
	}
	copy(spare[:], b)
	return spare
}

// word returns the eight bytes from i on, the first in the lowest bits.
func (w *window) word(i int) uint64 {
	i &= 15
	return binary.LittleEndian.Uint64(w[i : i+wordBytes])
}

// zeroBytes returns a word with the high bit set of each byte that is zero in w.
func zeroBytes(w uint64) uint64 { return ^((w&lowBits + lowBits) | w | lowBits) }

// gather packs the high bit of each byte, the only ones set in m, into eight bits.
func gather(m uint64) uint64 { return m * 0x0002040810204081 >> 56 }

// notDigits is other than 0 if a byte of w, which holds ASCII digits less '0', is above 9.
func notDigits(w uint64) uint64 { return (w + 0x76*eachByte | w) & highBits }

// notHex is other than 0 if a byte of w is no hexadecimal digit, or is one of upper case.
func notHex(w uint64) uint64 {
	const from0, after9 = 0x80 - '0', 0x80 - '9' - 1
	const fromA, afterF = 0x80 - 'a', 0x80 - 'f' - 1
	digit := (w + from0*eachByte) &^ (w + after9*eachByte)
	letter := (w + fromA*eachByte) &^ (w + afterF*eachByte)
	return (^(digit | letter) | w) & highBits
}
