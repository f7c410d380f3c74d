package parquet

import (
	"fmt"

	"davy/flowlog"
)

// Bounds of what a file may ask for. Those on single parts are far above what
// writers make by default: pages and dictionaries of 1 MiB, row groups of
// 120,000 rows to 128 MiB. Those on the whole are those of compressed text
// (source.DefaultLimits), with 100 bytes to a line.
const (
	maxFooter   = 16 << 20
	maxGroups   = 1 << 16
	maxElements = 4096      // of the schema
	maxHeader   = 64 << 10  // of a page
	maxPage     = 16 << 20  // as stored, and decoded
	maxHeld     = 128 << 20 // of all columns at a time: pages, dictionaries, what was read of the file

	decodedGrace, decodedRatio = 64 << 20, 200 // decoded bytes: so many more than so many times the file's size
	rowsGrace, rowsRatio       = 1 << 20, 2    // the same in rows
)

// batchRows is how many rows are taken out of the columns at a time.
const batchRows = 512

// A budget is what may be held, or decoded.
type budget struct {
	left int64
	what string
}

// take takes n bytes off the budget.
func (b *budget) take(n int) error {
	if b.left -= int64(n); b.left < 0 {
		return corrupt("%s", b.what)
	}
	return nil
}

// grow returns a slice of length n, made of buf if that has room, with spare
// bytes after it for readers of whole words.
func (b *budget) grow(buf []byte, n int) ([]byte, error) {
	const spare = 8
	if n+spare <= cap(buf) {
		return buf[:n], nil
	}
	size := n + n/4 + spare // pages differ a little
	if err := b.take(size - cap(buf)); err != nil {
		return nil, err
	}
	return make([]byte, size)[:n], nil
}

// corrupt is the error for a file that cannot be read.
func corrupt(format string, args ...any) error {
	return &flowlog.ObjectError{Reason: flowlog.ParquetCorrupt, Detail: fmt.Sprintf(format, args...)}
}
