package pipeline

import (
	"io"
	"sync/atomic"
)

// Counts are what has been read up to now, objects that turn out to be no good
// included. Any goroutine may read them.
type Counts struct {
	Objects atomic.Int64
	Records atomic.Int64 // of all statuses; a thousand are added at a time
	Bytes   atomic.Int64 // as stored
}

// counted adds up the bytes that are read.
type counted struct {
	io.Reader
	bytes *atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.bytes.Add(int64(n))
	return n, err
}
