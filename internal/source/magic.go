package source

import (
	"bytes"

	"davy/flowlog"
)

// longestMagic is how many bytes tell what an object is.
const longestMagic = 10

const gzipMagic = "\x1f\x8b"

// unsupported are the compressions and containers that are told apart from
// text by how they start, and not read.
var unsupported = []struct{ name, magic string }{
	{"zstd", "\x28\xb5\x2f\xfd"},
	{"bzip2", "BZh"}, // and a digit, see unsupportedMagic
	{"xz", "\xfd7zXZ\x00"},
	{"zip", "PK\x03\x04"},
	{"zip", "PK\x05\x06"},
	{"lz4", "\x04\x22\x4d\x18"},
	{"snappy", "\xff\x06\x00\x00sNaPpY"},
	{"7z", "7z\xbc\xaf\x27\x1c"},
	{"compress", "\x1f\x9d"},
	{"Parquet", parquetMagic}, // from a pipe
}

// unsupportedMagic returns an error if head is the start of something known that is not read.
func unsupportedMagic(head []byte) error {
	for _, u := range unsupported {
		if !bytes.HasPrefix(head, []byte(u.magic)) {
			continue
		}
		if u.name == "bzip2" && (len(head) < 4 || head[3] < '1' || head[3] > '9') {
			continue
		}
		e := &flowlog.ObjectError{
			Reason: flowlog.UnsupportedCompression, Detail: u.name,
			Hint: "only plain text, gzip and Parquet are read",
		}
		if u.magic == parquetMagic {
			e.Hint = "it is read from its end, which a pipe does not have: name the file"
		}
		return e
	}
	return nil
}
