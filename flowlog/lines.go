package flowlog

import (
	"bytes"
	"errors"
	"io"
	"sync"
)

// maxLine is the longest line that is read, in bytes without its end.
const maxLine = 64 << 10

// bufferSize bounds the memory of a Reader, whatever comes in. It must hold
// the longest line and its end.
const bufferSize = 256 << 10

// bufferRoom is left after the buffer for parsers that look at whole words.
const bufferRoom = 64

type buffer [bufferSize + bufferRoom]byte

// buffers are those of Readers that have come to their end. Objects are often
// so short that a new one would cost as much as reading them.
var buffers = sync.Pool{New: func() any { return new(buffer) }}

// errLineTooLong says that a line is over maxLine. The line is given up to
// there, the rest of it is skipped.
var errLineTooLong = errors.New("line too long")

// lines cuts a stream into lines without copying them.
type lines struct {
	r        io.Reader
	buf      []byte
	from, to int   // buf[from:to] is read and not yet given out
	number   int64 // of the line given out last, from 1
	skip     bool  // the rest of a long line, of which nothing is in buf, is to be skipped
	err      error // what r ended with
}

// next returns the next line without its end, LF or CRLF; a last line needs no
// end. The line is valid until the following call. After the last line the
// error is what the io.Reader ended with. When that is not io.EOF, an unfinished
// line before it is not given out: nobody knows how it goes on.
func (l *lines) next() ([]byte, error) {
	if l.skip {
		l.skipLine()
	}
	seen := 0
	for {
		if i := bytes.IndexByte(l.buf[l.from+seen:l.to], '\n'); i >= 0 {
			line := l.buf[l.from : l.from+seen+i]
			l.from += seen + i + 1
			return l.give(line)
		}
		seen = l.to - l.from
		if seen > maxLine+len("\r") {
			l.skip = true
			line := l.buf[l.from:l.to]
			l.from = l.to
			return l.give(line)
		}
		if l.err != nil {
			if l.err != io.EOF || seen == 0 {
				return nil, l.err
			}
			line := l.buf[l.from:l.to]
			l.from = l.to
			return l.give(line)
		}
		l.fill()
	}
}

func (l *lines) give(line []byte) ([]byte, error) {
	l.number++
	if n := len(line); n > 0 && line[n-1] == '\r' && !l.skip {
		line = line[:n-1]
	}
	if len(line) > maxLine {
		return line[:maxLine], errLineTooLong
	}
	return line, nil
}

// skipLine drops everything up to the end of the line.
func (l *lines) skipLine() {
	for {
		if i := bytes.IndexByte(l.buf[l.from:l.to], '\n'); i >= 0 {
			l.from += i + 1
			break
		}
		l.from = l.to
		if l.err != nil {
			break
		}
		l.fill()
	}
	l.skip = false
}

// fill reads at least a byte, or sets err.
func (l *lines) fill() {
	if l.buf == nil {
		l.buf = buffers.Get().(*buffer)[:bufferSize]
	}
	l.from, l.to = 0, copy(l.buf, l.buf[l.from:l.to])
	for range 100 {
		n, err := l.r.Read(l.buf[l.to:])
		l.to += n
		l.err = err
		if n > 0 || err != nil {
			return
		}
	}
	l.err = io.ErrNoProgress
}

// free gives the buffer back, and with it the line given out last.
func (l *lines) free() {
	if l.buf != nil {
		buffers.Put((*buffer)(l.buf[:cap(l.buf)]))
	}
	l.buf, l.from, l.to = nil, 0, 0
}
