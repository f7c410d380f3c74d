package parquet

import (
	"encoding/binary"
	"io"
	"math/bits"
	"sync"

	"davy/flowlog"
)

// valueBytes is about what a flowlog.Value takes.
const valueBytes = 80

// A column decodes the values of one leaf, row group after row group. They are
// those of a field of all, or, apart, what others make those of a field from.
type column struct {
	pages pageReader
	leaf  leaf
	field flowlog.Field
	all   *flowlog.Columns
	out   *flowlog.Column

	left int64 // rows of the chunk that are in no page yet
	rows int   // of the page, still to come
	page page

	levels   hybrid
	present  int    // values of the page, up to now
	coded    bool   // values are indices of the dictionary
	ids      hybrid // these
	unpacked unpacked
	data     []byte // values as they are, still to come

	dictionary dict
	batch      batch

	// What is seldom used comes last: what each row needs lies together.
	name  string                     // for people
	parse func([]byte) flowlog.Value // of text that is not a flow log's, or nil; may change it in place
	apart bool
	own   flowlog.Column         // out, apart
	gaps  [batchRows / 64]uint64 // rows without a value, apart
}

// A dict is the values that pages name by index.
type dict struct {
	ok      bool
	text    buffer
	values  []flowlog.Value
	numbers []uint64
	blank   bool // it has a value that stands for none
	bad     bool // one of values is at fault

	valuesHeld, numbersHeld int // of the budget
}

// A batch is what the rows of the present batch have in a column.
type batch struct {
	values  []flowlog.Value
	ids     [batchRows]uint32
	numbers [batchRows]uint64
	flags   [batchRows / 64]uint64
}

// Files may be many and small: the room that a column takes up serves the next file.
var columnPool = sync.Pool{New: func() any { return new(column) }}

// newColumn returns a column of a leaf of the file, with the room of another.
func newColumn(file io.ReaderAt, l leaf, held, decoded *budget) *column {
	c := columnPool.Get().(*column)
	c.leaf, c.apart, c.parse = l, false, nil
	room := func(b buffer) buffer { return buffer{bytes: b.bytes[:0]} }
	c.pages = pageReader{
		window: window{r: file, buf: room(c.pages.buf), held: held}, levels: l.level > 0, page: room(c.pages.page), decoded: decoded,
	}
	c.unpacked = unpacked{
		plain: room(c.unpacked.plain), lengths: room(c.unpacked.lengths), prefixes: room(c.unpacked.prefixes), held: held,
	}
	c.dictionary = dict{text: room(c.dictionary.text), values: c.dictionary.values[:0], numbers: c.dictionary.numbers[:0]}
	return c
}

// fillsField makes the column that of a field.
func (c *column) fillsField(name string, all *flowlog.Columns, f flowlog.Field) {
	c.name, c.all, c.field, c.out, c.apart = name, all, f, all.Column(f), false
}

// fillsOwn has the column's values, parsed as those of a field, stay its own.
func (c *column) fillsOwn(name string, all *flowlog.Columns, f flowlog.Field) {
	c.name, c.all, c.field, c.own = name, all, f, flowlog.Column{}
	c.out, c.apart = &c.own, true
}

// free gives the column's room away, unless that is unusually much.
func (c *column) free() {
	d, u := &c.dictionary, &c.unpacked
	room := cap(c.pages.buf.bytes) + cap(c.pages.page.bytes) + cap(u.plain.bytes) + cap(u.lengths.bytes) + cap(u.prefixes.bytes) +
		cap(d.text.bytes) + valueBytes*cap(d.values) + 8*cap(d.numbers)
	if room <= maxKept {
		c.pages.r, c.all, c.out, c.parse, c.leaf = nil, nil, nil, nil, leaf{}
		columnPool.Put(c)
	}
}

// open starts on a chunk of so many rows.
func (c *column) open(k chunk, rows int64) error {
	if err := k.codec.supported(); err != nil {
		return err
	}
	c.pages.window.open(k.start, k.end)
	c.pages.codec = k.codec
	c.left, c.rows, c.dictionary.ok = rows, 0, false
	return nil
}

// ready reads a page if there is none, and returns how many rows are left of it.
func (c *column) ready() (int, error) {
	for c.rows == 0 {
		p, err := c.pages.next()
		if err != nil {
			return 0, err
		}
		if p.kind == dictionaryPage {
			err = c.readDictionary(&p)
		} else {
			err = c.startPage(&p)
		}
		if err != nil {
			return 0, err
		}
	}
	return c.rows, nil
}

func (c *column) startPage(p *page) (err error) {
	if int64(p.values) > c.left {
		return corrupt("a page of %d rows where %d are left", p.values, c.left)
	}
	c.left -= int64(p.values)
	c.rows, c.page, c.present = p.values, *p, 0
	c.levels = newHybrid(p.levels, bits.Len(uint(c.leaf.level)))
	c.coded, c.data = false, p.data
	switch p.encoding {
	case plain:
		return nil
	case plainDictionary, rleDictionary:
		return c.startCoded(p)
	}
	c.data, err = c.unpacked.unpack(p, c.leaf.physical)
	return err
}

// startCoded starts on a page of indices: their width, then they.
func (c *column) startCoded(p *page) error {
	c.coded, c.ids = true, newHybrid(nil, 1)
	switch {
	case !c.dictionary.ok:
		return corrupt("a page without its dictionary")
	case len(p.data) == 0: // of nothing but NULLs
		return nil
	case p.data[0] > 32:
		return corrupt("indices of %d bits", p.data[0])
	}
	c.ids = newHybrid(p.data[1:], int(p.data[0]))
	return nil
}

// fill fills the column of the batch with the next n rows, of the same page.
func (c *column) fill(n int) error {
	b := &c.batch
	present, ok := n, true
	switch c.leaf.level {
	case 0:
	case 1:
		present, ok = c.levels.flags(&b.flags, n)
	default:
		present, ok = c.levels.tops(&b.flags, b.ids[:n], c.leaf.level)
	}
	if !ok {
		return corrupt("fewer levels than rows")
	}
	if c.apart {
		clear(c.gaps[:])
	}
	c.present += present
	c.rows -= n
	c.out.Unsigned = c.leaf.unsigned
	isText := c.leaf.physical == typeByteArray
	var err error
	if isText {
		err = c.fillText(present)
	} else {
		err = c.fillNumbers(b.numbers[:present])
	}
	if err != nil {
		return err
	}
	if present < n {
		if isText {
			spread(b.ids[:n], present, &b.flags)
		} else {
			spread(b.numbers[:n], present, &b.flags)
		}
		c.setAbsences(n)
	}
	if isText {
		c.finishText(n)
	}
	if c.rows == 0 {
		return c.endPage()
	}
	return nil
}

// endPage checks that a page held what it said.
func (c *column) endPage() error {
	if !c.coded && len(c.data) > 0 {
		return corrupt("%d bytes after a page's values", len(c.data))
	}
	if nulls := c.page.values - c.present; c.page.nulls >= 0 && c.page.nulls != nulls {
		return corrupt("a page with %d NULLs, %d by its header", nulls, c.page.nulls)
	}
	return nil
}

// fillNumbers fills to with the next numbers.
func (c *column) fillNumbers(to []uint64) error {
	c.out.Numbers = c.batch.numbers[:]
	if !c.coded {
		var ok bool
		if c.data, ok = c.leaf.numbers(to, c.data); !ok {
			return corrupt("a page ends before its values")
		}
		return nil
	}
	ids := c.batch.ids[:len(to)]
	if err := c.indices(ids, len(c.dictionary.numbers)); err != nil {
		return err
	}
	for i, id := range ids {
		to[i] = c.dictionary.numbers[id]
	}
	return nil
}

func (c *column) indices(to []uint32, size int) error {
	if !c.ids.numbers(to, size) {
		return corrupt("an index beyond its dictionary, or none")
	}
	return nil
}

// numbers decodes plain numbers and returns what comes after them.
func (l *leaf) numbers(to []uint64, data []byte) ([]byte, bool) {
	size := sizeOf(l.physical)
	if len(data) < len(to)*size {
		return nil, false
	}
	switch {
	case size == 12:
		for i := range to {
			to[i] = uint64(secondsOf96(data[12*i:]))
		}
	case size == 8:
		for i := range to {
			to[i] = binary.LittleEndian.Uint64(data[8*i:])
		}
	case l.unsigned:
		for i := range to {
			to[i] = uint64(binary.LittleEndian.Uint32(data[4*i:]))
		}
	default:
		for i := range to {
			to[i] = uint64(int32(binary.LittleEndian.Uint32(data[4*i:])))
		}
	}
	return data[len(to)*size:], true
}

// sizeOf is how many bytes a number takes.
func sizeOf(physical int) int {
	switch physical {
	case typeInt64:
		return 8
	case typeInt96:
		return 12
	}
	return 4
}

// setAbsences notes the rows that have no value.
func (c *column) setAbsences(n int) {
	if c.apart {
		for i, flags := range c.batch.flags {
			c.gaps[i] |= ^flags
		}
		return
	}
	for i := lastZero(&c.batch.flags, n); i >= 0; i = lastZero(&c.batch.flags, i) {
		c.all.SetAbsent(i, c.field)
	}
}

// has tells whether a column apart, which may be nil, has a value in row i.
func (c *column) has(i int) bool { return c != nil && c.gaps[i>>6]&(1<<(i&63)) == 0 }
