package envelope

import "bytes"

// A Kind is what a text is wrapped in.
type Kind uint8

const (
	Plain  Kind = iota // nothing that is known
	Export             // times in front of lines
	JSON               // JSON
	Base64             // lines of base64, of gzip
	Glued              // records of the default format without newlines between them
)

var kindNames = [...]string{"plain", "export", "json", "base64", "glued"}

// String returns a word for it.
func (k Kind) String() string { return kindNames[k] }

var bom = []byte("\ufeff")

// gzipBase64 is how gzip starts in base64: its magic, and the only method it has.
const gzipBase64 = "H4sI"

// kindOf tells the kind of a text by how it starts. No header and no record of a
// flow log begins like a wrapped one.
func kindOf(start []byte) Kind {
	start = bytes.TrimPrefix(start, bom)
	switch {
	case stampLength(start) > 0:
		return Export
	case recordLength(start) > 0:
		return Glued
	}
	start = bytes.TrimLeft(start, " \t\r\n")
	switch {
	case len(start) == 0:
	case start[0] == '{' || start[0] == '[':
		return JSON
	case bytes.HasPrefix(start, []byte(gzipBase64)):
		return Base64
	}
	return Plain
}
