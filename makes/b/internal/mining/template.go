package mining

import (
	"strconv"
	"strings"

	"makes/b/internal/wire"
)

// sizes are the lengths of the named parts of messages.
type sizes map[string]int

// of measures a message template. A part in braces stands for text of a length:
// {64} for 64 characters, {3-9} for 3 to 9, {job} for as many as sizes say. An
// opening brace that is not followed by a digit or a lower-case letter is text.
func (s sizes) of(r wire.Rand, template string) int {
	n := 0
	for i := 0; i < len(template); {
		if part, ok := placeholder(template[i:]); ok {
			n += s.length(r, part)
			i += len(part) + 2
			continue
		}
		n++
		i++
	}
	return n
}

func placeholder(s string) (string, bool) {
	if len(s) < 3 || s[0] != '{' || !(s[1] >= '0' && s[1] <= '9' || s[1] >= 'a' && s[1] <= 'z') {
		return "", false
	}
	return s[1:strings.IndexByte(s, '}')], true
}

func (s sizes) length(r wire.Rand, part string) int {
	if n, ok := s[part]; ok {
		return n
	}
	low, high, isRange := strings.Cut(part, "-")
	a, err := strconv.Atoi(low)
	if err != nil {
		panic("no size for {" + part + "}")
	}
	if !isRange {
		return a
	}
	b, err := strconv.Atoi(high)
	if err != nil {
		panic("bad range {" + part + "}")
	}
	return r.Int(a, b)
}

var spacer = strings.NewReplacer(`":`, `": `, `,`, `, `)

// spaced is a template as written by JSON libraries that put spaces after
// colons and commas.
func spaced(template string) string { return spacer.Replace(template) }
