// Package stratum simulates miners: with a pool, a node, a proxy, or with
// none of them in reach.
package stratum

import (
	"strings"

	"makes/i/internal/rnd"
)

// line is a message as a template. <64> stands for 64 bytes, <7-9> for a
// random number of them, <i> for the digits of the message's id, <b> for the
// merkle branches of the job, and other letters for fields whose width stays
// the same for a session.
type line struct {
	fixed, gaps int // bytes, and those that a pool with spaces adds
	parts       []part
}

type part struct {
	ref    byte // or 0
	lo, hi int
}

func parse(text string) line {
	var l line
	quoted := false
	for text != "" {
		open := strings.IndexByte(text, '<')
		literal := text
		if open >= 0 {
			literal = text[:open]
		}
		for _, c := range literal {
			switch {
			case c == '"':
				quoted = !quoted
			case !quoted && (c == ':' || c == ','):
				l.gaps++
			}
		}
		l.fixed += len(literal)
		if open < 0 {
			break
		}
		field, rest, _ := strings.Cut(text[open+1:], ">")
		text = rest
		if field[0] >= 'a' {
			l.parts = append(l.parts, part{ref: field[0]})
			continue
		}
		lo, hi, both := strings.Cut(field, "-")
		p := part{lo: number(lo), hi: number(lo)}
		if both {
			p.hi = number(hi)
		}
		l.parts = append(l.parts, p)
	}
	return l
}

func number(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// vars are the widths of the fields of a session.
type vars struct {
	fields   [128]int
	id       int
	branches int
	spaced   bool // the pool writes a space after each colon and comma
}

// size is the length of the line; pools may add spaces to theirs.
func (l line) size(r rnd.R, v *vars, pool bool) int {
	n := l.fixed
	if pool && v.spaced {
		n += l.gaps
	}
	for _, p := range l.parts {
		switch {
		case p.ref == 'i':
			for id := v.id; ; id /= 10 {
				n++
				if id < 10 {
					break
				}
			}
		case p.ref == 'b':
			n += max(0, 67*v.branches-1)
		case p.ref != 0:
			n += v.fields[p.ref]
		default:
			n += p.lo + r.IntN(p.hi-p.lo+1)
		}
	}
	return n
}
