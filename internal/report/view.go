package report

import (
	"strings"
	"unicode"
)

// A View is what text for people is made for. The zero value is a file or a
// pipe: lines as long as they get, no colour.
type View struct {
	Width  int  // columns of the terminal; 0: lines are not broken
	Colour bool // escape sequences of davy's own may be written
}

// narrowest is the width below which lines are no longer made shorter.
const narrowest = 40

// columns is the width to write for, 0 if there is none.
func (v View) columns() int {
	if v.Width <= 0 {
		return 0
	}
	return max(v.Width, narrowest)
}

// Styles, in the terminal's own palette. What they say is always said in words
// as well.
const (
	strong = "1"    // bold
	faint  = "2"    // dim
	grave  = "1;31" // bold red
	doubt  = "33"   // yellow
)

// paint puts text into a style, if there is colour.
func (v View) paint(style, text string) string {
	if !v.Colour || style == "" || text == "" {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// wide holds the runes that take two columns of a terminal: the larger blocks
// of East Asian Width W and F (Unicode Standard Annex 11).
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1},
		{Lo: 0x2e80, Hi: 0x303e, Stride: 1},
		{Lo: 0x3041, Hi: 0xa4cf, Stride: 1},
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1},
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1},
		{Lo: 0xfe30, Hi: 0xfe6f, Stride: 1},
		{Lo: 0xff00, Hi: 0xff60, Stride: 1},
		{Lo: 0xffe0, Hi: 0xffe6, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0x1f300, Hi: 0x1faff, Stride: 1}, {Lo: 0x20000, Hi: 0x3fffd, Stride: 1}},
}

// runeWidth is how many columns a printable rune takes.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// width is how many columns a clean text takes.
func width(s string) (n int) {
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// wrap breaks a clean text into lines of at most n columns at its spaces, and
// inside of words that are longer. With n 0 it is one line.
func wrap(s string, n int) []string {
	if n <= 0 || width(s) <= n {
		return []string{s}
	}
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(s) {
		w := width(word)
		if used > 0 && used+1+w > n {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		for used+w > n {
			head := cut(word, n-used)
			if head == word { // a rune wider than the line
				break
			}
			lines, word = append(lines, line+head), word[len(head):]
			line, used, w = "", 0, width(word)
		}
		line, used = line+word, used+w
	}
	return append(lines, line)
}

// cut returns the start of a clean text that fits in n columns, at least a rune.
func cut(s string, n int) string {
	used := 0
	for i, r := range s {
		used += runeWidth(r)
		if used > n && i > 0 {
			return s[:i]
		}
	}
	return s
}

// item writes a clean text with a mark before it, broken to the view's width;
// further lines stand below the first.
func (v View) item(b *strings.Builder, mark, text string) {
	room := 0
	if n := v.columns(); n > 0 {
		room = max(1, n-width(mark))
	}
	for i, line := range wrap(text, room) {
		if i > 0 {
			mark = strings.Repeat(" ", width(mark))
		}
		b.WriteString(mark + line + "\n")
	}
}
