package source

import (
	"bytes"
	"strings"

	"davy/flowlog"
)

// longestMagic is how many bytes tell what an object is.
const longestMagic = 10

const (
	gzipMagic = "\x1f\x8b"
	zstdMagic = "\x28\xb5\x2f\xfd"
	skipMagic = "\x2a\x4d\x18" // of a frame of zstd to be skipped, after a byte 0x50 to 0x5f
)

// packings are the ways of compressing that are read.
var packings = []packing{
	{
		name: "gzip", magic: len(gzipMagic),
		starts: func(head []byte) bool { return strings.HasPrefix(gzipMagic, string(head)) },
		member: func() member { return gzipPool.Get().(*gzipMember) },
	},
	{
		name: "zstd", magic: len(zstdMagic),
		starts: func(head []byte) bool {
			return strings.HasPrefix(zstdMagic, string(head)) ||
				head[0]&0xf0 == 0x50 && strings.HasPrefix(skipMagic, string(head[1:]))
		},
		member: func() member { return zstdPool.Get().(*zstdFrame) },
	},
}

// packingOf returns how an object is compressed that starts like that, nil if it
// is not, or in no way that is read.
func packingOf(head []byte) *packing {
	for i := range packings {
		if p := &packings[i]; len(head) >= p.magic && p.starts(head[:p.magic]) {
			return p
		}
	}
	return nil
}

// cutShort names the compression that an object of so few bytes is the start of;
// "" if it may be something else.
func cutShort(object []byte) string {
	switch string(object) {
	case gzipMagic[:1]:
		return "gzip"
	case zstdMagic[:2], zstdMagic[:3]: // the first is "("
		return "zstd"
	}
	return ""
}

// unsupported are the compressions and containers that are told apart from
// text by how they start, and not read.
var unsupported = []struct{ name, magic string }{
	{"bzip2", "BZh"}, // and a digit, see unsupportedMagic
	{"xz", "\xfd7zXZ\x00"},
	{"zip", "PK\x03\x04"},
	{"zip", "PK\x05\x06"},
	{"lz4", "\x04\x22\x4d\x18"},
	{"snappy", "\xff\x06\x00\x00sNaPpY"},
	{"7z", "7z\xbc\xaf\x27\x1c"},
	{"compress", "\x1f\x9d"},
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
		return &flowlog.ObjectError{
			Reason: flowlog.UnsupportedCompression, Detail: u.name,
			Hint: "only plain text, gzip, zstd and Parquet are read",
		}
	}
	return nil
}
