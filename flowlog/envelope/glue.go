package envelope

import (
	"bufio"
	"bytes"
)

// glue parts records of the default format that have no newline between them:
// "… ACCEPT OK2 123456789012 eni-…". Firehose adds none to the records it is given.
// Where it is not certain that a record ends, the line is left as it is.
type glue struct {
	in     *bufio.Reader
	counts *Counts
	out    []byte
	inside bool // a line that is left as it is
}

// longest is more than any record of the default format has.
const longest = 1 << 10

func (g *glue) next() ([]byte, error) {
	g.out = g.out[:0]
	for len(g.out) < enough {
		_, err := g.in.Peek(longest)
		text, _ := g.in.Peek(g.in.Buffered())
		n := 0
		for n < len(text) && (len(text)-n >= longest || err != nil) {
			n += g.take(text[n:])
		}
		g.in.Discard(n) //nolint:errcheck // it is buffered
		if err != nil {
			return g.out, err
		}
	}
	return g.out, nil
}

// take gives out the next record or piece of a line and returns how long it was.
func (g *glue) take(text []byte) int {
	if !g.inside {
		if n := recordLength(text); n > 0 {
			g.counts.Events++
			g.out = append(g.out, text[:n]...)
			g.out = append(g.out, '\n')
			return n
		}
	}
	n := bytes.IndexByte(text, '\n') + 1
	g.inside = n == 0
	if g.inside {
		n = len(text)
	}
	g.out = append(g.out, text[:n]...)
	return n
}

// recordLength returns the length of the record of the default format at the start
// of text if another follows at once, else 0. Thirteen fields come before the
// status; behind it stand the next record's version, account and interface.
func recordLength(text []byte) int {
	text = text[:min(len(text), longest)]
	if !bytes.HasPrefix(text, []byte("2 ")) {
		return 0
	}
	const before = 13
	at := 0
	for range before {
		n := bytes.IndexByte(text[at:], ' ')
		if n < 0 {
			return 0
		}
		for at += n; at < len(text) && text[at] == ' '; at++ {
		}
	}
	if bytes.IndexByte(text[:at], '\n') >= 0 {
		return 0
	}
	for _, word := range [...]string{"OK", "NODATA", "SKIPDATA"} {
		if rest, ok := bytes.CutPrefix(text[at:], []byte(word)); ok {
			if !startsRecord(rest) {
				return 0
			}
			return at + len(word)
		}
	}
	return 0
}

// startsRecord tells whether text starts like a record of the default format: "2
// 123456789012 eni-". The account may be unknown and the interface missing.
func startsRecord(text []byte) bool {
	rest, ok := bytes.CutPrefix(text, []byte("2 "))
	if !ok {
		return false
	}
	rest = bytes.TrimLeft(rest, " ")
	account, rest, ok := bytes.Cut(rest, []byte(" "))
	if !ok || string(account) != "unknown" && !isAccount(account) {
		return false
	}
	rest = bytes.TrimLeft(rest, " ")
	return bytes.HasPrefix(rest, []byte("eni-")) || bytes.HasPrefix(rest, []byte("- "))
}

func isAccount(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return len(b) == len("123456789012")
}
