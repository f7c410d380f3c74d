package mine

import (
	"strconv"
	"strings"

	"makes/m/internal/draw"
)

// text is a message whose length is known but for some fields.
type text struct {
	length int
	fields []byte
}

// style is how a program writes its messages.
type style struct {
	rng    draw.Rand
	opts   map[string]bool // optional parts, kept or not
	spaces bool            // after , and :
	line   int             // bytes that end a message
}

func drawStyle(r draw.Rand) *style {
	return &style{rng: r, opts: map[string]bool{}, spaces: r.Chance(0.3), line: draw.Pick(r, 1, 1, 1, 1, 2)}
}

// slack is by how much a program's own spelling of keys, or keys of its own,
// changes the messages of a kind.
func (s *style) slack() int {
	switch x := s.rng.Float64(); {
	case x < 0.6:
		return 0
	case x < 0.85:
		return s.rng.Int(-4, 8)
	}
	return s.rng.Int(0, 60)
}

// compile reads a message of a dialect.
func (s *style) compile(m string, slack int) text {
	for {
		head, rest, found := strings.Cut(m, "«")
		if !found {
			break
		}
		part, tail, _ := strings.Cut(rest, "»")
		keep, known := s.opts[part]
		if !known {
			keep = s.rng.Chance(0.5)
			s.opts[part] = keep
		}
		if !keep {
			part = ""
		}
		m = head + part + tail
	}
	t := text{}
	if number, ok := strings.CutPrefix(m, "#"); ok {
		end := strings.IndexFunc(number, func(c rune) bool { return c < '0' || c > '9' })
		if end < 0 {
			end = len(number)
		}
		t.length, _ = strconv.Atoi(number[:end])
		m = number[end:]
	} else if m != "" {
		t.length = s.line + slack
		if s.spaces {
			t.length += strings.Count(m, `":`) + strings.Count(m, `,`)
		}
	}
	for {
		head, rest, found := strings.Cut(m, "<")
		t.length += len(head)
		if !found {
			return t
		}
		field, tail, _ := strings.Cut(rest, ">")
		if n, err := strconv.Atoi(field); err == nil {
			t.length += n
		} else {
			t.fields = append(t.fields, field[0])
		}
		m = tail
	}
}

// widths holds the widths that fields have in one session: from low to high.
type widths [128][2]int

// fixed narrows a range to one width.
func fixed(r draw.Rand, w [2]int) [2]int {
	n := r.Int(w[0], w[1])
	return [2]int{n, n}
}

// size gives the length of a message with an id.
func (t text) size(r draw.Rand, w *widths, id int) int {
	n := t.length
	for _, f := range t.fields {
		switch {
		case f == 'I':
			for n++; id > 9; id /= 10 {
				n++
			}
		case w[f][0] == w[f][1]:
			n += w[f][0]
		default:
			n += r.Int(w[f][0], w[f][1])
		}
	}
	return n
}
