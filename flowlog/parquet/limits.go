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
	maxNested   = 64        // groups in groups
	maxHeader   = 64 << 10  // of a page
	maxPage     = 16 << 20  // as stored, and decoded
	maxHeld     = 128 << 20 // of all columns at a time: pages, dictionaries, what was read of the file
	maxKept     = 4 << 20   // of a column, for the next file

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

// A buffer is made larger when it has to be, and goes from one use to the next.
// What it has to hold counts, not what room it happens to have: whether a file
// is refused must not depend on the files before it.
type buffer struct {
	bytes []byte
	held  int // of the budget
}

// grow makes the buffer n bytes long, with spare bytes after it for readers of
// whole words. What is in it stays.
func (b *buffer) grow(held *budget, n int) error {
	if err := held.raise(&b.held, n); err != nil {
		return err
	}
	const spare = 8
	if n+spare > cap(b.bytes) {
		larger := make([]byte, n+n/4+spare) // pages differ a little
		copy(larger, b.bytes[:cap(b.bytes)])
		b.bytes = larger
	}
	b.bytes = b.bytes[:n]
	return nil
}

// raise takes what n is more than held off the budget.
func (b *budget) raise(held *int, n int) error {
	if n <= *held {
		return nil
	}
	more := n - *held
	*held = n
	return b.take(more)
}

// corrupt is the error for a file that cannot be read.
func corrupt(format string, args ...any) error {
	return &flowlog.ObjectError{Reason: flowlog.ParquetCorrupt, Detail: fmt.Sprintf(format, args...)}
}
