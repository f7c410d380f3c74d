package plot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// longest is how many runes of a text are looked at.
const longest = 400

// clean makes a text from anywhere safe to draw: each rune that is not
// printable, among them those that turn the direction of writing and those that
// XML does not allow, becomes �.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "�")
	if utf8.RuneCountInString(s) > longest {
		s = string([]rune(s)[:longest-1]) + "…"
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return utf8.RuneError
	}, s)
}

// fit cuts a text to a width, and says so by an ellipsis.
func fit(style text.Style, s string, width vg.Length) string {
	if style.Width(s) <= width {
		return s
	}
	runes := []rune(s)
	lo, hi := 0, len(runes) // lo fits
	for lo+1 < hi {
		if mid := (lo + hi) / 2; style.Width(string(runes[:mid])+"…") <= width {
			lo = mid
		} else {
			hi = mid
		}
	}
	return string(runes[:lo]) + "…"
}

// mostLines is how many lines one note may take.
const mostLines = 3

// wrap parts a text at its spaces into lines of a width; what is left over
// after the last is cut off.
func wrap(style text.Style, s string, width vg.Length) []string {
	var lines []string
	for _, word := range strings.Fields(s) {
		last := len(lines) - 1
		switch {
		case last >= 0 && (style.Width(lines[last]+" "+word) <= width || last+1 == mostLines):
			lines[last] += " " + word
		default:
			lines = append(lines, word)
		}
	}
	for i := range lines {
		lines[i] = fit(style, lines[i], width)
	}
	return lines
}
