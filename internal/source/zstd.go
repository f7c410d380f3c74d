package source

import (
	"bufio"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/zstd"

	"davy/flowlog"
)

// A frame says how many of its decoded bytes have to be kept while it is decoded.
const (
	maxWindow  = 128 << 20 // zstd itself refuses more, unless told
	keptWindow = 8 << 20   // what every decoder should support, by RFC 8878, 3.1.1.1.2: not too much to keep for the next frame
)

var zstdPool = sync.Pool{New: func() any {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxWindow))
	if err != nil {
		panic(err) // the options are wrong
	}
	return &zstdFrame{decoder: decoder}
}}

// zstdFrame decodes a frame of zstd (RFC 8878). One to be skipped has no bytes.
type zstdFrame struct {
	decoder *zstd.Decoder
	stored  storedFrame
	skipped bool
	large   bool // its window was
}

func (f *zstdFrame) reset(in *bufio.Reader) error {
	var h zstd.Header
	head, _ := in.Peek(zstd.HeaderMaxSize) // or all there is
	if err := h.Decode(head); err != nil {
		return err
	}
	if f.skipped = h.Skippable; f.skipped {
		_, err := io.CopyN(io.Discard, in, int64(h.HeaderSize)+int64(h.SkippableSize))
		return err
	}
	window := h.WindowSize
	if h.SingleSegment {
		window = h.FrameContentSize
	}
	switch {
	case window > maxWindow:
		return &flowlog.ObjectError{
			Reason: flowlog.UnsupportedCompression, Detail: fmt.Sprintf("zstd with a window of %d bytes, over %d", window, maxWindow),
			Hint: "compress it again without --long or --ultra",
		}
	case h.DictionaryID != 0:
		return &flowlog.ObjectError{
			Reason: flowlog.UnsupportedCompression, Detail: "zstd with a dictionary",
			Hint: "decompress it yourself",
		}
	}
	f.large = f.large || window > keptWindow
	f.stored = storedFrame{in: in, left: h.HeaderSize}
	if h.HasCheckSum {
		f.stored.checksum = 4
	}
	return f.decoder.Reset(&f.stored)
}

func (f *zstdFrame) Read(p []byte) (int, error) {
	if f.skipped {
		return 0, io.EOF
	}
	return f.decoder.Read(p)
}

func (f *zstdFrame) release() {
	if f.large {
		return // what it keeps is not worth keeping
	}
	f.stored = storedFrame{}
	if f.decoder.Reset(nil) == nil {
		zstdPool.Put(f)
	}
}

// storedFrame gives out one frame as it is stored, and no byte more: the decoder
// would go on to the next, and take a few bytes of something else for the end.
type storedFrame struct {
	in       *bufio.Reader
	left     int  // bytes of the frame's header, or its block and all that is known to follow
	checksum int  // bytes after the last block
	last     bool // block
}

func (f *storedFrame) Read(p []byte) (int, error) {
	if f.left == 0 {
		if f.last {
			return 0, io.EOF
		}
		if err := f.block(); err != nil {
			return 0, err
		}
	}
	n, err := f.in.Read(p[:min(len(p), f.left)])
	f.left -= n
	return n, err
}

// block looks at the header of the next block (RFC 8878, 3.1.1.2).
func (f *storedFrame) block() error {
	b, err := f.in.Peek(3)
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	if err != nil {
		return err
	}
	const runLength = 1 // type of block: one byte, repeated
	size, kind := int(b[0])>>3|int(b[1])<<5|int(b[2])<<13, b[0]>>1&3
	if kind == runLength {
		size = 1
	}
	f.left = len(b) + size
	if b[0]&1 != 0 {
		f.last = true
		f.left += f.checksum
	}
	return nil
}
