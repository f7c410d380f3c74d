package flowlog

import (
	"bytes"
	"encoding/binary"
	"sync/atomic"
)

// maxHead bounds the bytes of a head.
const maxHead = 64

// head is what usual lines have in common with the line before: the three
// columns they begin with, which were found good and lie where the Reader's
// spans say, and the first digits of the times.
type head struct {
	text    [maxHead]byte // "2 123456789012 eni-0123456789abcdef0 "
	n       int           // bytes of it; 0 if the next line cannot be usual
	owner   int           // bytes of "2 123456789012 "
	version uint16
	decade  uint16 // first two digits of a time, as they stand in the line
	since   int64  // what they are worth, in seconds
	stretch uint64 // of the lines that begin with text, see Record.Stretch
}

// stretches counts Readers, so that no two have a stretch in common.
var stretches atomic.Uint64

// maxLines is more than a Reader meets, each of which may begin a stretch.
const maxLines = 1 << 36

// learn makes the line of rec, which is good, the one that a usual line is like.
func (r *Reader) learn(rec *Record) {
	h, s := &r.head, &r.spans
	if !r.format.standard || r.format.comma || rec.Has != r.format.set {
		return
	}
	line, from := rec.cols.line, int(s[SrcAddr-Version].from)
	start := rec.field(Start)
	if from != int(s[InterfaceID-Version].to)+1 || from < wordBytes || from > maxHead || len(start) != len("1700000000") {
		return
	}
	h.n = copy(h.text[:], line[:from])
	h.owner = int(s[InterfaceID-Version].from)
	h.version = rec.Version
	h.decade = binary.LittleEndian.Uint16(start)
	h.since = rec.Start / 1e8 * 1e8
	h.stretch++
}

// turn changes the interface of the head for that of the line in buf, and is
// false if there is none or the line begins differently.
func (r *Reader) turn(buf []byte) bool {
	h := &r.head
	if string(buf[:h.owner]) != string(h.text[:h.owner]) {
		return false
	}
	n := bytes.IndexByte(buf[h.owner:maxHead], ' ')
	if n < 0 || !isENI(buf[h.owner:h.owner+n]) {
		return false
	}
	r.spans[InterfaceID-Version].to = int32(h.owner + n)
	h.n = h.owner + n + 1
	copy(h.text[h.owner:h.n], buf[h.owner:])
	h.stretch++
	return true
}
