package parquet

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"

	"davy/flowlog"
)

// A codec is a CompressionCodec of parquet.thrift.
type codec int

const (
	uncompressed codec = 0
	snappyCodec  codec = 1
	gzipCodec    codec = 2
	zstdCodec    codec = 6
)

// codecNames are those of the other codecs.
var codecNames = map[codec]string{3: "LZO", 4: "Brotli", 5: "LZ4", 7: "LZ4"}

// supported is nil if pages of the codec can be decoded.
func (c codec) supported() error {
	switch c {
	case uncompressed, snappyCodec, gzipCodec, zstdCodec:
		return nil
	}
	name, ok := codecNames[c]
	if !ok {
		return corrupt("compression %d is none", int(c))
	}
	return &flowlog.ObjectError{
		Reason: flowlog.UnsupportedCompression, Detail: name + " in Parquet",
		Hint: "gzip, Snappy and Zstandard are read",
	}
}

// Files may be many and small: what decoding a page needs serves the next file.
var (
	gzipPool = sync.Pool{New: func() any { return new(gzip.Reader) }}
	zstdPool = sync.Pool{New: func() any {
		z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxPage), zstd.WithDecoderLowmem(true))
		if err != nil {
			panic(err) // the options are wrong
		}
		return z
	}}
)

// most is how many bytes n stored ones can decode to, at the very most.
func (c codec) most(n int) int {
	switch c {
	case gzipCodec:
		return 1040*n + 64 // Deflate codes at most 258 bytes in two bits
	case snappyCodec:
		return 32*n + 64 // at most 64 bytes in three
	case zstdCodec:
		return maxPage
	}
	return n
}

// decode fills to with what from decodes to, which must be as much.
func (c codec) decode(to, from []byte) (err error) {
	switch c {
	case gzipCodec:
		err = gunzip(to, from)
	case snappyCodec:
		var n int
		if n, err = snappy.DecodedLen(from); err == nil && n == len(to) {
			_, err = snappy.Decode(to, from)
		} else if err == nil {
			err = fmt.Errorf("%d bytes, not %d", n, len(to))
		}
	case zstdCodec:
		err = unzstd(to, from)
	}
	if err != nil {
		return corrupt("a page: %v", err)
	}
	return nil
}

// gunzip checks the checksum too.
func gunzip(to, from []byte) error {
	z := gzipPool.Get().(*gzip.Reader)
	defer gzipPool.Put(z)
	if err := z.Reset(bytes.NewReader(from)); err != nil {
		return err
	}
	if _, err := io.ReadFull(z, to); err != nil {
		return err
	}
	var more [1]byte
	switch n, err := z.Read(more[:]); {
	case n > 0:
		return fmt.Errorf("over %d bytes", len(to))
	case err != io.EOF:
		return err
	}
	return nil
}

func unzstd(to, from []byte) error {
	z := zstdPool.Get().(*zstd.Decoder)
	defer zstdPool.Put(z)
	out, err := z.DecodeAll(from, to[:0])
	if err == nil && len(out) != len(to) {
		err = fmt.Errorf("%d bytes, not %d", len(out), len(to))
	}
	if err == nil && len(to) > 0 && &out[0] != &to[0] {
		copy(to, out)
	}
	return err
}
