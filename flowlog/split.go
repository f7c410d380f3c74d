package flowlog

import (
	"encoding/binary"
	"math/bits"
)

// span is where a field lies in its line.
type span struct{ from, to int32 }

// spans are the fields of a line, in order.
type spans [maxColumns]span

// split cuts line into fields and returns how many there are (those beyond
// maxColumns are counted only), and where the first byte lies that no flow log
// has, a control character or a byte above 0x7e, or -1.
//
// With sep ' ' tabs separate too and runs of separators count as one. With sep
// ',' there are empty fields.
func (s *spans) split(line []byte, sep byte) (n, bad int) {
	var spare [64]byte
	from := 0
	for start := 0; start < len(line); start += len(spare) {
		block := &spare
		if cap(line)-start >= len(spare) {
			block = (*[64]byte)(line[start : start+len(spare)])
		} else {
			copy(spare[:], line[start:])
		}
		at := marks(block, sep)
		if left := len(line) - start; left < len(spare) {
			at &= 1<<left - 1
		}
		if n > maxColumns-len(spare)-1 {
			return s.splitBytes(line, sep)
		}
		for ; at != 0; at &= at - 1 {
			to := start + bits.TrailingZeros64(at)
			if line[to] != sep {
				return s.splitBytes(line, sep)
			}
			if to > from || sep != ' ' {
				s[uint8(n)] = span{int32(from), int32(to)}
				n++
			}
			from = to + 1
		}
	}
	if from < len(line) || sep != ' ' {
		s[uint8(n)] = span{int32(from), int32(len(line))}
		n++
	}
	return n, -1
}

// marks sets a bit for each byte of block that is sep or odd: a control
// character, tab included, or above 0x7e. After such a byte it may mark an
// ordinary one, where a carry or borrow went.
func marks(block *[64]byte, sep byte) uint64 {
	if sep == ' ' {
		return spaceMarks(block[0:]) | spaceMarks(block[8:])<<8 | spaceMarks(block[16:])<<16 | spaceMarks(block[24:])<<24 |
			spaceMarks(block[32:])<<32 | spaceMarks(block[40:])<<40 | spaceMarks(block[48:])<<48 | spaceMarks(block[56:])<<56
	}
	seps := uint64(sep) * eachByte
	var at uint64
	for i := len(block) - wordBytes; i >= 0; i -= wordBytes {
		w := binary.LittleEndian.Uint64(block[i : i+wordBytes])
		odd := (w | (w + eachByte) | (w - ' '*eachByte)) & highBits
		at = at<<wordBytes | gather(odd|zeroBytes(w^seps))
	}
	return at
}

// spaceMarks is marks of the first eight bytes of b, for ' '.
func spaceMarks(b []byte) uint64 {
	w := binary.LittleEndian.Uint64(b)
	return gather((w | (w + eachByte) | (w - (' '+1)*eachByte)) & highBits)
}

// splitBytes is split for the rare lines: with tabs, with bytes that do not
// belong, or with more fields than there is room for.
func (s *spans) splitBytes(line []byte, sep byte) (n, bad int) {
	from := 0
	bad = -1
	for at, c := range line {
		switch {
		case c == sep || c == '\t' && sep == ' ':
			if at > from || sep != ' ' {
				s.put(n, from, at)
				n++
			}
			from = at + 1
		case bad < 0 && (c < ' ' && c != '\t' || c >= 0x7f):
			bad = at
		}
	}
	if from < len(line) || sep != ' ' {
		s.put(n, from, len(line))
		n++
	}
	return n, bad
}

func (s *spans) put(n, from, to int) {
	if n < maxColumns {
		s[uint8(n)] = span{int32(from), int32(to)}
	}
}
