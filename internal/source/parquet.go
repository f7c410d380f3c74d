package source

import (
	"bytes"
	"io"
	"os"
)

// parquetMagic starts and ends a Parquet file.
const parquetMagic = "PAR1"

// Parquet tells whether what was opened starts as a Parquet file does, and
// returns it with its size. Such a file is read from its end, so that what comes
// through a pipe is none.
func Parquet(opened io.Reader) (file io.ReaderAt, size int64, ok bool) {
	f, ok := opened.(*os.File)
	if !ok {
		return nil, 0, false
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, 0, false
	}
	var head [len(parquetMagic)]byte
	if _, err := f.ReadAt(head[:], 0); err != nil || string(head[:]) != parquetMagic {
		return nil, 0, false
	}
	return f, info.Size(), true
}

// StartsAsParquet tells whether a stream starts as a Parquet file does, and returns
// all of it.
func StartsAsParquet(stream io.Reader) (whole io.Reader, ok bool, err error) {
	head := make([]byte, len(parquetMagic))
	n, err := io.ReadFull(stream, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, false, err
	}
	return io.MultiReader(bytes.NewReader(head[:n]), stream), string(head[:n]) == parquetMagic, nil
}
