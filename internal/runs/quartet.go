package runs

import (
	"encoding/binary"
	"math/bits"
)

// A fact's four numbers, which are the seconds since the fact before, the length,
// packets and bytes, are written as a byte that says how wide each is and then
// the numbers, little-endian. So where they are does not depend on what they are,
// as it does with varints, and the processor need not guess it (group varint: Dean,
// Challenges in Building Large-Scale Information Retrieval Systems, WSDM 2009).
type quartet [4]uint64

// widths are the four widths in bytes that each of the numbers may have.
var widths = [4][4]uint8{{0, 1, 2, 8}, {0, 1, 2, 4}, {1, 2, 4, 8}, {1, 2, 3, 8}}

// mostQuartet is how long a quartet is at most; slack is how many bytes there
// must be after one, to be read and written over.
const (
	mostQuartet = 1 + 8 + 4 + 8 + 8
	slack       = 8
)

var (
	codes  [4][65]uint8   // of a number of so many bits: index of widths, in its place in the byte
	masks  [4][256]uint64 // by the byte: what of eight bytes is the number
	places [256][5]uint8  // by the byte: where the numbers are, counted from it, and where it ends
)

func init() {
	for k := range widths {
		for n := range codes[k] {
			code := 0
			for 8*int(widths[k][code]) < n && code < 3 {
				code++
			}
			codes[k][n] = uint8(code << (2 * k))
		}
	}
	for b := range places {
		at := uint8(1)
		for k := range widths {
			width := widths[k][b>>(2*k)&3]
			places[b][k], masks[k][b] = at, 1<<(8*uint64(width))-1
			at += width
		}
		places[b][4] = at
	}
}

// put writes a quartet and returns its length. There must be room for the longest,
// and slack.
func (q *quartet) put(b []byte) int {
	_ = b[mostQuartet+slack-1]
	code := codes[0][bits.Len64(q[0])] | codes[1][bits.Len64(q[1])] | codes[2][bits.Len64(q[2])] | codes[3][bits.Len64(q[3])]
	at := &places[code]
	b[0] = code
	binary.LittleEndian.PutUint64(b[at[0]:], q[0])
	binary.LittleEndian.PutUint64(b[at[1]:], q[1])
	binary.LittleEndian.PutUint64(b[at[2]:], q[2])
	binary.LittleEndian.PutUint64(b[at[3]:], q[3])
	return int(at[4])
}

// get reads a quartet and returns its length.
func (q *quartet) get(b []byte) int {
	code := b[0]
	at := &places[code]
	q[0] = binary.LittleEndian.Uint64(b[at[0]:]) & masks[0][code]
	q[1] = binary.LittleEndian.Uint64(b[at[1]:]) & masks[1][code]
	q[2] = binary.LittleEndian.Uint64(b[at[2]:]) & masks[2][code]
	q[3] = binary.LittleEndian.Uint64(b[at[3]:]) & masks[3][code]
	return int(at[4])
}
