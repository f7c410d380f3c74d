package blob

import (
	"bytes"
	"slices"
)

// Lift cuts the value of one member out of a JSON text, which is much quicker than
// to decode it in its place: encoding/json looks at each byte of it several times.
// The path names the member in the objects that it is in; its value begins with
// the given byte, '{' or '"'. Rest is the text with null there. Where there is no
// such member, or several, or a string with escapes, all is rest.
//
// Neither is valid for having been parted: both are still to be decoded.
func Lift(text []byte, begins byte, path ...string) (rest, value []byte) {
	l := lifter{text: text, path: path}
	if l.value(0); l.bad || l.found < len(path) || text[l.from] != begins {
		return text, nil
	}
	value = text[l.from:l.to]
	if begins == '"' && bytes.IndexByte(value, '\\') >= 0 {
		return text, nil
	}
	return slices.Concat(text[:l.from], []byte("null"), text[l.to:]), value
}

// A lifter goes through a text.
type lifter struct {
	text []byte
	path []string
	at   int
	bad  bool // the text is not as it should be, or ends

	found    int // of the path
	from, to int // of the value at its end
}

// next skips white space and returns the byte it is at, 0 at the end.
func (l *lifter) next() byte {
	for ; l.at < len(l.text); l.at++ {
		switch c := l.text[l.at]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	l.bad = true
	return 0
}

// value skips a value; in it the first so many of the path have been found.
func (l *lifter) value(known int) {
	switch l.next() {
	case '{':
		if known < len(l.path) {
			l.members(known)
			return
		}
		l.nested()
	case '[':
		l.nested()
	case '"':
		l.str()
	default:
		for l.at < len(l.text) && bytes.IndexByte([]byte(",]} \t\n\r"), l.text[l.at]) < 0 {
			l.at++
		}
	}
}

// members skips an object, one member after the other.
func (l *lifter) members(known int) {
	l.at++
	for c := l.next(); c != '}' && !l.bad; c = l.next() {
		if c == ',' {
			l.at++
			continue
		}
		from := l.at
		l.str()
		isIt := !l.bad && string(l.text[from:l.at]) == `"`+l.path[known]+`"`
		if l.next() != ':' || isIt && l.found > known {
			l.bad = true
			return
		}
		l.at++
		l.next()
		from = l.at
		if !isIt {
			l.value(len(l.path))
			continue
		}
		l.found++
		if l.value(known + 1); known == len(l.path)-1 {
			l.from, l.to = from, l.at
		}
	}
	l.at++
}

// nested skips an object or an array.
func (l *lifter) nested() {
	for depth := 0; l.at < len(l.text); {
		switch l.text[l.at] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			l.str()
			continue
		}
		if l.at++; depth == 0 {
			return
		}
	}
	l.bad = true
}

// str skips a string.
func (l *lifter) str() {
	if l.at >= len(l.text) || l.text[l.at] != '"' {
		l.bad = true
		return
	}
	for l.at++; ; l.at++ {
		n := bytes.IndexByte(l.text[l.at:], '"')
		if n < 0 {
			l.bad = true
			return
		}
		l.at += n
		back := l.at
		for l.text[back-1] == '\\' {
			back--
		}
		if (l.at-back)%2 == 0 {
			l.at++
			return
		}
	}
}
