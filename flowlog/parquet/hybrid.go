package parquet

import (
	"encoding/binary"
	"math/bits"
)

// A hybrid decodes the mix of runs and bit-packed numbers in which levels and
// the indices of dictionaries are written.
//
// Source: "Run Length Encoding / Bit-Packing Hybrid (RLE = 3)", Encodings.md of
// apache/parquet-format.
type hybrid struct {
	b     []byte
	width int // bits of a number, 0 to 32
	at    int // in b
	left  int // numbers of the present run
	value uint32
	bits  int // where in b the next packed number is, or -1 in a run
}

func newHybrid(b []byte, width int) hybrid { return hybrid{b: b, width: width, bits: -1} }

// run starts the next run and tells whether there is one.
func (h *hybrid) run() bool {
	if h.width == 0 { // nothing is written, all are 0
		h.left, h.bits, h.value = 1<<31-1, -1, 0
		return true
	}
	for h.left == 0 {
		head, n := binary.Uvarint(h.b[h.at:])
		if n <= 0 || head > 1<<32-1 {
			return false
		}
		h.at += n
		if head&1 != 0 {
			// Writers may leave out what is not needed of the last group of eight.
			size := min(int(head>>1)*h.width, len(h.b)-h.at)
			h.left, h.bits = size*8/h.width, h.at*8
			h.at += size
			continue
		}
		size := (h.width + 7) / 8
		if size > len(h.b)-h.at {
			return false
		}
		h.value = 0
		for i := range size {
			h.value |= uint32(h.b[h.at+i]) << (8 * i)
		}
		h.at += size
		h.left, h.bits = int(head>>1), -1
	}
	return true
}

// numbers fills to. It is false if there are not as many, or one is not below limit.
func (h *hybrid) numbers(to []uint32, limit int) bool {
	for len(to) > 0 {
		if h.left == 0 && !h.run() {
			return false
		}
		n := min(h.left, len(to))
		h.left -= n
		if h.bits < 0 {
			if int64(h.value) >= int64(limit) {
				return false
			}
			for i := range n {
				to[i] = h.value
			}
		} else if h.unpack(to[:n]) >= uint64(limit) {
			return false
		}
		to = to[n:]
	}
	return true
}

// unpack fills to with packed numbers and returns the largest.
func (h *hybrid) unpack(to []uint32) (largest uint64) {
	width, at := h.width, h.bits
	mask := uint64(1)<<width - 1
	b := h.b[:min(len(h.b)+8, cap(h.b))] // words reach beyond the end
	for i := range to {
		n := binary.LittleEndian.Uint64(b[at>>3:]) >> (at & 7) & mask
		largest = max(largest, n)
		to[i] = uint32(n)
		at += width
	}
	h.bits = at
	return largest
}

// tops sets bit i of to for each of the next numbers, as many as there is room
// for in scratch, that is top, and returns how many are. It is false if there are
// not as many, or one is above top.
func (h *hybrid) tops(to *[batchRows / 64]uint64, scratch []uint32, top int) (ones int, ok bool) {
	if !h.numbers(scratch, top+1) {
		return 0, false
	}
	clear(to[:])
	for i, n := range scratch {
		if n == uint32(top) {
			to[i>>6] |= 1 << (i & 63)
			ones++
		}
	}
	return ones, true
}

// flags sets bit i of to for each of the next n numbers, of one bit, that is 1,
// and returns how many are. It is false if there are not as many.
func (h *hybrid) flags(to *[batchRows / 64]uint64, n int) (ones int, ok bool) {
	clear(to[:])
	for at := 0; at < n; {
		if h.left == 0 && !h.run() {
			return 0, false
		}
		k := min(h.left, n-at, 64-at&63)
		var word uint64
		switch {
		case h.bits < 0 && h.value > 1:
			return 0, false
		case h.bits < 0:
			word = -uint64(h.value)
		default:
			k = min(k, 64-h.bits&7)
			word = binary.LittleEndian.Uint64(h.b[h.bits>>3:min(len(h.b)+8, cap(h.b))]) >> (h.bits & 7)
			h.bits += k
		}
		word &= ^uint64(0) >> (64 - k)
		to[at>>6] |= word << (at & 63)
		ones += bits.OnesCount64(word)
		at += k
		h.left -= k
	}
	return ones, true
}
