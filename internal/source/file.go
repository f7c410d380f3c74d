package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

// longestLine is what is looked through for the start of a line: flowlog takes none
// that is longer.
const longestLine = 64 << 10

// A snapshot is a regular file as it was when it was opened: what is written to its
// end meanwhile is not read.
type snapshot struct {
	file *os.File
	size int64 // of what is read
	at   int64 // how far it is

	tail int64 // where a last line without an end starts, if before size
	grew bool  // so that it was left out
}

// takeSnapshot returns the file as it is. It is not a snapshot if it is no regular
// file: of a pipe nobody knows the size.
func takeSnapshot(file *os.File) (io.ReadCloser, error) {
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return file, err
	}
	s := &snapshot{file: file, size: info.Size(), tail: info.Size()}
	return s, s.findTail()
}

// findTail looks for a last line of text that has no end. What is compressed, or is
// Parquet, has an end of its own.
func (s *snapshot) findTail() error {
	head, err := s.bytes(0, longestMagic)
	if err != nil || packingOf(head) != nil || unsupportedMagic(head) != nil || strings.HasPrefix(string(head), parquetMagic) {
		return err
	}
	last, err := s.bytes(s.size-1, s.size)
	if err != nil || len(last) == 0 || last[0] == '\n' {
		return err
	}
	from := s.size - longestLine
	line, err := s.bytes(from, s.size)
	if begins := bytes.LastIndexByte(line, '\n') + 1; begins > 0 || from <= 0 {
		s.tail = max(from, 0) + int64(begins)
	}
	return err
}

// bytes returns what there is of the bytes from one to before another.
func (s *snapshot) bytes(from, to int64) ([]byte, error) {
	from = max(from, 0)
	b := make([]byte, to-from)
	n, err := s.ReadAt(b, from)
	if err == io.EOF {
		err = nil
	}
	return b[:n], err
}

// Read implements io.Reader. A file that has become shorter is not whole.
func (s *snapshot) Read(p []byte) (int, error) {
	if s.at == s.tail && s.tail < s.size {
		info, err := s.file.Stat()
		if err != nil {
			return 0, err
		}
		if s.grew = info.Size() > s.size; s.grew {
			s.size = s.tail
		}
		s.tail = s.size
	}
	if s.at == s.size {
		return 0, io.EOF
	}
	n, err := s.file.Read(p[:min(int64(len(p)), s.tail-s.at)])
	s.at += int64(n)
	if err == io.EOF && s.at < s.size {
		err = fmt.Errorf("%d bytes are left of %d: it was cut while it was read", s.at, s.size)
	}
	return n, err
}

// ReadAt implements io.ReaderAt.
func (s *snapshot) ReadAt(p []byte, off int64) (int, error) {
	return io.NewSectionReader(s.file, 0, s.size).ReadAt(p, off)
}

func (s *snapshot) Close() error { return s.file.Close() }

// Grew tells whether the last line of what was opened, and read to its end, was
// left out, since somebody was writing it: it had no end, and the file has grown
// since it was opened. Half a line may look like a whole one with smaller numbers.
func Grew(opened io.Reader) bool {
	s, ok := opened.(*snapshot)
	return ok && s.grew
}
