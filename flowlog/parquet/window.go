package parquet

import "io"

// readSize is how much of a column is read from the file at a time, or more.
const readSize = 64 << 10

// A window is a part of a file that is read from its start to its end.
type window struct {
	r       io.ReaderAt
	at, end int64 // of the file: what is not in buf yet
	buf     buffer
	from    int // what of buf is not taken yet
	held    *budget
}

// open makes the window that of another part of the file.
func (w *window) open(start, end int64) {
	w.at, w.end = start, end
	w.buf.bytes, w.from = w.buf.bytes[:0], 0
}

// left is the number of bytes not taken yet.
func (w *window) left() int64 { return w.end - w.at + int64(len(w.buf.bytes)-w.from) }

// peek returns the next n bytes, or as many as are left. They, and some bytes of
// capacity after them, are valid until the next call.
func (w *window) peek(n int) ([]byte, error) {
	if have := len(w.buf.bytes) - w.from; have < n && w.at < w.end {
		more := int(min(w.end-w.at, int64(max(n-have, readSize))))
		copy(w.buf.bytes, w.buf.bytes[w.from:])
		w.buf.bytes, w.from = w.buf.bytes[:have], 0
		if err := w.buf.grow(w.held, have+more); err != nil {
			return nil, err
		}
		if err := readAt(w.r, w.buf.bytes[have:], w.at); err != nil {
			return nil, err
		}
		w.at += int64(more)
	}
	return w.buf.bytes[w.from:min(len(w.buf.bytes), w.from+n)], nil
}

// take takes the next n bytes, which must have been seen.
func (w *window) take(n int) { w.from += n }
