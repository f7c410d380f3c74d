package runs

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"
)

// The form of a run. It is a chain of blocks, each with a head (length of the
// body, CRC-32C of it, little-endian) and a body of whole items, and slack. An item
// is a byte of one of the tags below and what goes with it, or a fact. Numbers are
// varints, those of a fact a [quartet]; addresses take 4 bytes if IPv4, else 16.
const (
	tagInterface = 1 + iota // length and bytes of the id
	tagNoData               // start, length
	tagSkipData             // start, length
	tagPair                 // with the flags below: addresses; then facts follow up to one that is the last
)

const (
	sameLo = 1 << 3 // the lower address is that of the pair before
	lo4    = 1 << 4
	hi4    = 1 << 5
)

// Flags of a fact's first byte, above the three of Kind that are not rare. What
// is the same as in the pair's fact before is left out.
const (
	kindBits = 3

	lastFact  = 1 << 3
	newLoPort = 1 << 4 // 2 bytes follow
	newHiPort = 1 << 5 // 2 bytes follow
	newFlags  = 1 << 6 // 2 bytes follow
	moreKinds = 1 << 7 // a byte with the rest of Kind follows, and the addresses shown

	mostFact = 1 + 3*2 + mostQuartet + slack // but for those
)

const (
	headSize  = 8
	blockSize = 32 << 10 // a block is closed when it is that long
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A Writer packs facts that come sorted: by interface, then pair, then start.
type Writer struct {
	Sums Sums // of the facts written; bytes and packets modulo 2^64

	to  io.Writer // of the blocks; nil: all stay in buf
	buf []byte    // whole blocks, and the one that is being filled
	at  int       // where that one begins
	err error

	ends   Ends
	paired bool  // ends is a pair of this interface
	head   int   // in buf, of the pair's last fact; 0 if it has none yet
	start  int64 // of the fact before
	first  int64 // start of the first fact of the pair, or of the one before
	loPort uint16
	hiPort uint16
	flags  uint16
	opens  bool // no fact of the pair has been written
}

func (w *Writer) reset(to io.Writer, buf []byte) {
	*w = Writer{to: to, buf: append(buf[:0], make([]byte, headSize)...)}
}

// Interface begins an interface.
func (w *Writer) Interface(id string) {
	w.finish()
	w.paired, w.first = false, 0
	w.buf = binary.AppendUvarint(append(w.item(), tagInterface), uint64(len(id)))
	w.buf = append(w.buf, id...)
}

// Silence writes a silence of the interface. They come before its pairs.
func (w *Writer) Silence(s Silence) {
	tag := byte(tagNoData)
	if s.Skipped {
		tag = tagSkipData
	}
	b := binary.AppendVarint(append(w.item(), tag), s.Start)
	w.buf = binary.AppendUvarint(b, uint64(s.Length))
}

// Pair begins a pair of the interface. It needs a fact.
func (w *Writer) Pair(ends Ends) {
	w.finish()
	tag := byte(tagPair)
	same := w.paired && ends.Lo == w.ends.Lo
	if same {
		tag |= sameLo
	}
	if ends.Lo.is4() {
		tag |= lo4
	}
	if ends.Hi.is4() {
		tag |= hi4
	}
	b := append(w.item(), tag)
	if !same {
		b = appendAddr(b, ends.Lo)
	}
	w.buf = appendAddr(b, ends.Hi)
	w.ends, w.paired = ends, true
	w.loPort, w.hiPort, w.flags, w.opens = 0, 0, 0, true
}

// finish marks the pair's last fact.
func (w *Writer) finish() {
	if w.head > 0 {
		w.buf[w.head] |= lastFact
		w.head = 0
	}
}

// Fact writes a fact of the pair.
func (w *Writer) Fact(f *Fact) { w.fact(&f.Entry, f.Length, &f.Shown) }

// fact writes one; shown is looked at if its kind says so.
func (w *Writer) fact(f *Entry, length uint32, shown *Ends) {
	w.Sums.Facts++
	w.Sums.Bytes += f.Bytes
	w.Sums.Packets += f.Packets
	head := byte(f.Kind) & (1<<kindBits - 1)
	if f.LoPort != w.loPort && f.Kind&Other == 0 {
		head |= newLoPort
	}
	if f.HiPort != w.hiPort && f.Kind&Other == 0 {
		head |= newHiPort
	}
	if f.TCPFlags != w.flags {
		head |= newFlags
	}
	if f.Kind>>kindBits != 0 {
		head |= moreKinds
	}
	b := w.item()
	w.head = len(b)
	b = slices.Grow(b, mostFact)[:w.head+mostFact]
	b[w.head] = head
	at := w.head + 1
	if head&newLoPort != 0 {
		binary.LittleEndian.PutUint16(b[at:], f.LoPort)
		w.loPort, at = f.LoPort, at+2
	}
	if head&newHiPort != 0 {
		binary.LittleEndian.PutUint16(b[at:], f.HiPort)
		w.hiPort, at = f.HiPort, at+2
	}
	if head&newFlags != 0 {
		binary.LittleEndian.PutUint16(b[at:], f.TCPFlags)
		w.flags, at = f.TCPFlags, at+2
	}
	q := quartet{uint64(f.Start - w.start), uint64(length), f.Packets, f.Bytes}
	if w.opens {
		d := f.Start - w.first
		q[0] = uint64(d)<<1 ^ uint64(d>>63)
		w.first, w.opens = f.Start, false
	}
	w.start = f.Start
	at += q.put(b[at:])
	b = b[:at]
	if head&moreKinds != 0 {
		b = append(b, byte(f.Kind)>>kindBits)
		if f.Kind&ShowsLo != 0 {
			b = appendWide(b, shown.Lo)
		}
		if f.Kind&ShowsHi != 0 {
			b = appendWide(b, shown.Hi)
		}
	}
	w.buf = b
}

// item returns the buffer for one more item, in a new block if the last is full.
func (w *Writer) item() []byte {
	if len(w.buf)-w.at-headSize >= blockSize {
		w.close()
		w.buf = append(w.buf, make([]byte, headSize)...)
	}
	return w.buf
}

// close ends the block.
func (w *Writer) close() {
	w.buf = append(w.buf, make([]byte, slack)...)
	body := w.buf[w.at+headSize:]
	binary.LittleEndian.PutUint32(w.buf[w.at:], uint32(len(body)))
	binary.LittleEndian.PutUint32(w.buf[w.at+4:], crc32.Checksum(body, castagnoli))
	w.at = len(w.buf)
	if w.to != nil {
		if w.err == nil {
			_, w.err = w.to.Write(w.buf)
		}
		w.buf, w.at = w.buf[:0], 0
	}
}

// end closes what is open and returns the blocks, if they are not in a file.
func (w *Writer) end() ([]byte, error) {
	w.finish()
	w.close()
	return w.buf, w.err
}

func appendAddr(b []byte, a Addr) []byte {
	if a.is4() {
		return binary.LittleEndian.AppendUint32(b, uint32(a.lo))
	}
	return appendWide(b, a)
}

func appendWide(b []byte, a Addr) []byte {
	return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(b, a.lo), a.hi)
}
