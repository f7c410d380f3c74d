package source

import (
	"bytes"
	"io"
	"os"
)

// parquetMagic starts and ends a Parquet file.
const parquetMagic = "PAR1"

// Parquet tells whether what was opened, by [Object.Open] or as an *os.File, starts
// as a Parquet file does, and returns it with its size. Such a file is read from its
// end, so that what comes through a pipe is none.
func Parquet(opened io.Reader) (file io.ReaderAt, size int64, ok bool) {
	if f, ok := opened.(*os.File); ok {
		if s, err := takeSnapshot(f); err == nil {
			opened = s
		}
	}
	s, ok := opened.(*snapshot)
	if !ok {
		return nil, 0, false
	}
	var head [len(parquetMagic)]byte
	if _, err := s.ReadAt(head[:], 0); err != nil || string(head[:]) != parquetMagic {
		return nil, 0, false
	}
	return s, s.size, true
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
