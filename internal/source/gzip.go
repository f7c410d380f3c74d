package source

import (
	"bufio"
	"sync"

	"github.com/klauspost/compress/gzip"
)

var gzipPool = sync.Pool{New: func() any { return new(gzipMember) }}

// gzipMember decodes a member of gzip (RFC 1952).
type gzipMember struct{ gzip.Reader }

func (m *gzipMember) reset(in *bufio.Reader) error {
	if err := m.Reset(in); err != nil {
		return err
	}
	m.Multistream(false) // so that what follows the member can be looked at
	return nil
}

func (m *gzipMember) release() { gzipPool.Put(m) }
