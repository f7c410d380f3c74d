// Package mine simulates miners, pools, nodes and mining proxies by the
// messages of their protocols.
package mine

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// template is a message of which only the length matters. In braces stand
// its variable parts: id is the request's number; h, n and b with a range
// are hexadecimal digits, decimal digits and raw bytes; a capital letter is a
// field whose length the pool or the miner fixes; M are merkle branches.
type template struct {
	fixed, spaces int // spaces if the writer puts one after each separator
	parts         []part
}

type part struct {
	kind   byte
	lo, hi int
}

// fields are lengths of named parts.
type fields [26]int

func compile(text string) template {
	var t template
	if text == "" {
		return t
	}
	pieces := strings.Split(text, "⟨")
	for i, piece := range pieces {
		if i > 0 {
			name, rest, ok := strings.Cut(piece, "⟩")
			if !ok {
				panic(fmt.Sprintf("template %q", text))
			}
			t.parts = append(t.parts, variable(name))
			piece = rest
		}
		t.fixed += len(piece)
		t.spaces += strings.Count(piece, `":`) + strings.Count(piece, `,"`) + strings.Count(piece, `],`)
	}
	if strings.HasPrefix(text, "{") {
		t.fixed++ // newline
	}
	return t
}

func variable(name string) part {
	if name == "id" || len(name) == 1 {
		return part{kind: name[0]}
	}
	lo, hi, two := strings.Cut(name[1:], "-")
	if !two {
		hi = lo
	}
	p := part{kind: name[0]}
	var err1, err2 error
	p.lo, err1 = strconv.Atoi(lo)
	p.hi, err2 = strconv.Atoi(hi)
	if err1 != nil || err2 != nil {
		panic(fmt.Sprintf("template variable %q", name))
	}
	return p
}

// size is the length of the message with a request number.
func (t *template) size(r *rand.Rand, f *fields, id int, spaced bool) int {
	n := t.fixed
	if spaced {
		n += t.spaces
	}
	for _, p := range t.parts {
		switch {
		case p.kind == 'i':
			n += len(strconv.Itoa(id))
		case p.kind == 'M':
			branches := max(0, f['M'-'A']-r.IntN(3))
			n += branches * 66
			if branches > 0 {
				n += branches - 1
			}
		case p.kind >= 'A' && p.kind <= 'Z':
			n += f[p.kind-'A']
		case p.hi > p.lo: // leading zeros go
			v := p.hi
			for v > p.lo && r.IntN(10) == 0 {
				v--
			}
			n += v
		default:
			n += p.hi
		}
	}
	return n
}
