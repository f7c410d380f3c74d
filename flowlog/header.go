package flowlog

import "strings"

// isName tells whether s looks like a field name: [a-z][a-z0-9_-]*.
func isName[T string | []byte](s T) bool {
	if len(s) == 0 || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for i := range len(s) {
		if !nameByte[s[i]] {
			return false
		}
	}
	return true
}

var nameByte = func() (t [256]bool) {
	for _, c := range "abcdefghijklmnopqrstuvwxyz0123456789_-" {
		t[c] = true
	}
	return t
}()

// headerLine tells whether line is a header line, and what names it has.
//
// A header line is one of names only, at least half of which davy knows,
// separated either by commas or by spaces and tabs. No record can be one:
// records hold numbers, addresses or '-', and none of these looks like a name.
// (A format of nothing but identifiers and tags is the exception. It has no
// traffic in it, so nothing is lost.)
func headerLine(line []byte) (names []string, comma, ok bool) {
	if !mayBeHeader(line) {
		return nil, false, false
	}
	text := string(line)
	if strings.Contains(text, ",") {
		comma = true
		names = strings.Split(text, ",")
	} else {
		names = strings.Fields(text)
	}
	known := 0
	for _, name := range names {
		if !isName(name) {
			return nil, false, false
		}
		if FieldNamed(name) != Unknown {
			known++
		}
	}
	if len(names) > maxColumns || known == 0 || 2*known < len(names) {
		return nil, false, false
	}
	return names, comma, true
}

// mayBeHeader tells at the cost of a few bytes that nearly every record is no
// header: it stops at the first field that does not start like a name.
func mayBeHeader(line []byte) bool {
	start := true
	for _, c := range line {
		switch {
		case c == ' ' || c == '\t' || c == ',':
			start = true
		case start && (c < 'a' || c > 'z'), !nameByte[c]:
			return false
		default:
			start = false
		}
	}
	return len(line) > 0
}
