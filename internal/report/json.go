package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// writeJSON writes x as a line of JSON in which every character is printable:
// what encoding/json leaves as it is (DEL, C1 and bidirectional controls) is
// escaped, so that the line can be shown on a terminal and means the same.
func writeJSON(w io.Writer, x any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return err
	}
	_, err := w.Write(printable(b.Bytes()))
	return err
}

// printable escapes what is not printable in JSON, which can only stand in its
// strings.
func printable(line []byte) []byte {
	plain := func(r rune) bool { return r == '\n' || strconv.IsPrint(r) }
	if bytes.IndexFunc(line, func(r rune) bool { return !plain(r) }) < 0 {
		return line
	}
	var out []byte
	for _, r := range string(line) {
		switch {
		case plain(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff: // a pair of surrogates
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}
