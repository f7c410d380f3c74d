package runs

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// A Run is what a Writer wrote: its blocks, in memory or in a file.
type Run struct {
	Sums  Sums
	bytes []byte
	file  io.ReaderAt // if not nil, the blocks are there, from at on
	at    int64
	size  int64
}

// A cursor goes through a run, item by item.
type cursor struct {
	run    *Run
	buf    []byte // a block, if the run is in a file
	block  []byte // the body of the block that the next item is in
	pos    int    // of the next item in it
	offset int64  // of the block
	next   int64  // of the block after it
	end    bool   // there is no other item
	err    error

	// The interface the cursor is at, and where its first item is.
	id      []byte
	offset0 int64
	pos0    int

	ends  Ends
	rank  uint64 // of ends
	exact bool   // so is rank
	first int64  // start of the first fact of the pair, or of the one before
	fact  Fact
	last  bool // fact is the last of its pair
}

// open goes to the first interface.
func (c *cursor) open(run *Run) {
	*c = cursor{run: run, buf: c.buf, id: c.id[:0]}
	c.load(0)
	c.enter()
}

// load takes in the block at an offset; there may be none.
func (c *cursor) load(offset int64) {
	c.block, c.pos, c.offset = nil, 0, offset
	if offset >= c.run.size {
		c.end = true
		return
	}
	var head [headSize]byte
	if c.run.file == nil {
		copy(head[:], c.run.bytes[offset:])
	} else if _, err := c.run.file.ReadAt(head[:], c.run.at+offset); err != nil {
		c.fail(err)
		return
	}
	size := int64(binary.LittleEndian.Uint32(head[:]))
	c.next = offset + headSize + size
	if c.next > c.run.size {
		c.fail(errDamaged)
		return
	}
	if c.run.file == nil {
		c.block = c.run.bytes[offset+headSize : c.next]
		return
	}
	if int64(cap(c.buf)) < size {
		c.buf = make([]byte, size)
	}
	c.block = c.buf[:size]
	if _, err := c.run.file.ReadAt(c.block, c.run.at+offset+headSize); err != nil {
		c.fail(err)
	} else if crc32.Checksum(c.block, castagnoli) != binary.LittleEndian.Uint32(head[4:]) {
		c.fail(errDamaged)
	}
}

var errDamaged = errors.New("a block is damaged")

func (c *cursor) fail(err error) {
	c.err, c.end, c.block = fmt.Errorf("reading back a run: %w", err), true, nil
}

// more tells whether there is another item, and sees to it that it is in block.
func (c *cursor) more() bool {
	if c.pos < len(c.block)-slack {
		return true
	}
	if !c.end {
		c.load(c.next)
	}
	return !c.end
}

// enter reads the interface that the next item begins, if there is one.
func (c *cursor) enter() {
	if !c.more() {
		return
	}
	c.pos++ // tagInterface
	n := int(c.number())
	c.id = append(c.id[:0], c.block[c.pos:c.pos+n]...)
	c.pos += n
	c.offset0, c.pos0, c.last, c.first = c.offset, c.pos, true, 0
}

// rewind goes back to the first item of the interface.
func (c *cursor) rewind() {
	c.end, c.last, c.first = c.err != nil, true, 0
	if c.offset != c.offset0 || c.block == nil {
		if c.end {
			return
		}
		c.load(c.offset0)
	}
	c.pos = c.pos0
}

// silence reads a silence of the interface, if one is next.
func (c *cursor) silence() (s Silence, ok bool) {
	if !c.more() || c.block[c.pos] != tagNoData && c.block[c.pos] != tagSkipData {
		return s, false
	}
	s.Skipped = c.block[c.pos] == tagSkipData
	c.pos++
	s.Start = c.signed()
	s.Length = uint32(c.number())
	return s, true
}

// pair reads the next pair of the interface and its first fact. It is false if
// there is none.
func (c *cursor) pair() bool {
	if !c.more() || c.block[c.pos]&(sameLo-1) != tagPair {
		return false
	}
	tag := c.block[c.pos]
	c.pos++
	if tag&sameLo == 0 {
		c.ends.Lo = c.addr(tag&lo4 != 0)
	}
	c.ends.Hi = c.addr(tag&hi4 != 0)
	c.rank, c.exact = c.ends.rank()
	c.fact = Fact{}
	c.read(true)
	return true
}

// take gives out the fact it is at and those after it that start by until, as
// many as there is room for. It tells whether these were all of the pair.
func (c *cursor) take(to []Fact, until int64) (n int, all bool) {
	for {
		f := &to[n]
		f.set(&c.fact.Entry)
		f.Length = c.fact.Length
		if f.Kind&(ShowsLo|ShowsHi) != 0 {
			f.Shown = c.fact.Shown
		}
		n++
		if c.last {
			return n, true
		}
		c.read(false)
		if n == len(to) || c.fact.Start > until {
			return n, false
		}
	}
}

// read reads a fact, which may be the first of its pair.
func (c *cursor) read(opens bool) {
	if !c.more() {
		c.last = true // a damaged block, see err
		return
	}
	b, f := c.block, &c.fact
	head := b[c.pos]
	c.pos++
	c.last = head&lastFact != 0
	kind := Kind(head & (1<<kindBits - 1))
	if head&newLoPort != 0 {
		f.LoPort = binary.LittleEndian.Uint16(b[c.pos:])
		c.pos += 2
	}
	if head&newHiPort != 0 {
		f.HiPort = binary.LittleEndian.Uint16(b[c.pos:])
		c.pos += 2
	}
	if head&newFlags != 0 {
		f.TCPFlags = binary.LittleEndian.Uint16(b[c.pos:])
		c.pos += 2
	}
	var q quartet
	c.pos += q.get(b[c.pos:])
	if opens {
		c.first += int64(q[0]>>1) ^ -int64(q[0]&1)
		f.Start = c.first
	} else {
		f.Start += int64(q[0])
	}
	f.Length, f.Packets, f.Bytes = uint32(q[1]), q[2], q[3]
	if head&moreKinds != 0 {
		kind |= Kind(b[c.pos] << kindBits)
		c.pos++
		if kind&ShowsLo != 0 {
			f.Shown.Lo = c.addr(false)
		}
		if kind&ShowsHi != 0 {
			f.Shown.Hi = c.addr(false)
		}
	}
	f.Kind = kind
}

func (c *cursor) number() uint64 {
	n, size := binary.Uvarint(c.block[c.pos:])
	c.pos += size
	return n
}

func (c *cursor) signed() int64 {
	n := c.number()
	return int64(n>>1) ^ -int64(n&1)
}

func (c *cursor) addr(is4 bool) (a Addr) {
	if is4 {
		a.lo = uint64(binary.LittleEndian.Uint32(c.block[c.pos:]))
		c.pos += 4
		return a
	}
	a.lo, a.hi = binary.LittleEndian.Uint64(c.block[c.pos:]), binary.LittleEndian.Uint64(c.block[c.pos+8:])
	c.pos += 16
	return a
}
