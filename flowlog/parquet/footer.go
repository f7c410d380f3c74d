package parquet

import (
	"encoding/binary"
	"io"

	"davy/flowlog"
)

const (
	magic          = "PAR1"
	encryptedMagic = "PARE"
)

// A footer is what davy needs of a file's metadata: FileMetaData in parquet.thrift.
type footer struct {
	rows   int64
	leaves []leaf
	groups []group
}

// A group is a row group.
type group struct {
	rows   int64
	chunks []chunk // by leaf
}

// A chunk is where a column of a row group lies in the file.
type chunk struct {
	start, end int64 // of its pages
	codec      codec
}

// readFooter reads the metadata of a file of the given size. Errors are those of
// r, or a *flowlog.ObjectError.
func readFooter(r io.ReaderAt, size int64) (*footer, error) {
	const tail = 8 // length of the metadata, magic
	if size < int64(len(magic)+tail) {
		return nil, corrupt("%d bytes are too few", size)
	}
	head, end := make([]byte, len(magic)), make([]byte, tail)
	if err := readAt(r, head, 0); err != nil {
		return nil, err
	}
	if err := readAt(r, end, size-tail); err != nil {
		return nil, err
	}
	if string(end[4:]) == encryptedMagic || string(head) == encryptedMagic {
		return nil, encrypted()
	}
	if string(head) != magic || string(end[4:]) != magic {
		return nil, corrupt("PAR1 at the start and at the end wanted, %q and %q found", head, end[4:])
	}
	length := int64(binary.LittleEndian.Uint32(end))
	from := size - tail - length
	switch {
	case from < int64(len(magic)):
		return nil, corrupt("metadata of %d bytes in a file of %d", length, size)
	case length > maxFooter:
		return nil, corrupt("metadata of %d bytes, over %d", length, maxFooter)
	}
	b := make([]byte, length)
	if err := readAt(r, b, from); err != nil {
		return nil, err
	}
	p := footerParser{thrift: thrift{b: b}, size: size, pages: from}
	p.structure(kindStruct, p.file)
	if p.err == nil {
		p.err = p.check()
	}
	return &p.footer, p.err
}

// readAt fills b. A file that ends early is corrupt.
func readAt(r io.ReaderAt, b []byte, at int64) error {
	n, err := r.ReadAt(b, at)
	switch {
	case n == len(b):
		return nil
	case err == io.EOF:
		return corrupt("it ends at byte %d, while it is read", at+int64(n))
	}
	return err
}

func encrypted() error {
	return &flowlog.ObjectError{Reason: flowlog.UnsupportedCompression, Detail: "encrypted Parquet", Hint: "decrypt it first"}
}

type footerParser struct {
	thrift
	footer
	elements []element
	size     int64 // of the file
	pages    int64 // where they end, at the latest
}

func (p *footerParser) file(id int, kind byte) {
	switch id {
	case 2:
		p.list(kind, p.element)
		if p.err == nil {
			p.leaves, p.err = leavesOf(p.elements)
		}
	case 3:
		p.rows = p.int(kind)
	case 4:
		p.list(kind, p.group)
	case 8:
		if p.err == nil {
			p.err = encrypted()
		}
	default:
		p.skip(kind)
	}
}

// check holds what the metadata say against each other, and against what a file
// of this size may hold.
func (p *footerParser) check() error {
	if len(p.leaves) == 0 {
		return corrupt("no columns")
	}
	if most := rowsGrace + p.size*rowsRatio; p.rows < 0 || p.rows > most {
		return corrupt("%d rows in a file of %d bytes, over %d", p.rows, p.size, most)
	}
	rows, stored := int64(0), int64(0)
	for i := range p.groups {
		g := &p.groups[i]
		if g.rows < 0 || g.rows > p.rows-rows {
			return corrupt("row group %d has %d rows, all have %d", i, g.rows, p.rows)
		}
		rows += g.rows
		for _, c := range g.chunks {
			stored += c.end - c.start
		}
	}
	switch {
	case rows != p.rows:
		return corrupt("%d rows, %d in the row groups", p.rows, rows)
	case stored > p.pages:
		return corrupt("columns of %d bytes in a file of %d: they overlap", stored, p.size)
	}
	return nil
}

func (p *footerParser) group(kind byte) {
	g := group{rows: -1}
	p.structure(kind, func(id int, kind byte) {
		switch id {
		case 1:
			p.list(kind, func(kind byte) { p.chunk(&g, kind) })
		case 3:
			g.rows = p.int(kind)
		default:
			p.skip(kind)
		}
	})
	if len(g.chunks) != len(p.leaves) {
		p.fail("a row group without all columns")
	}
	if len(p.groups) == maxGroups {
		p.fail("one row group too many")
	}
	p.groups = append(p.groups, g)
}

func (p *footerParser) chunk(g *group, kind byte) {
	if len(g.chunks) >= len(p.leaves) {
		p.fail("a column too many")
		return
	}
	c := chunk{}
	p.structure(kind, func(id int, kind byte) {
		switch id {
		case 1:
			p.fail("a column in another file")
		case 3:
			c = p.columnMeta(g, kind)
		case 8:
			if p.err == nil {
				p.err = encrypted()
			}
		default:
			p.skip(kind)
		}
	})
	if p.err == nil && c.end == 0 {
		p.fail("a column without metadata")
	}
	g.chunks = append(g.chunks, c)
}

// columnMeta reads ColumnMetaData.
func (p *footerParser) columnMeta(g *group, kind byte) chunk {
	l := &p.leaves[len(g.chunks)]
	physical, size, data, dictionary := -1, int64(-1), int64(-1), int64(0)
	var c chunk
	names, same := 0, 0 // in its path, and how many of these are those of the schema
	p.structure(kind, func(id int, kind byte) {
		switch id {
		case 1:
			physical = p.i32(kind)
		case 3:
			p.list(kind, func(kind byte) {
				if name := p.binary(kind); names < len(l.path) && string(name) == l.path[names] {
					same++
				}
				names++
			})
		case 4:
			c.codec = codec(p.i32(kind))
		case 7:
			size = p.int(kind)
		case 9:
			data = p.int(kind)
		case 11:
			dictionary = p.int(kind)
		default:
			p.skip(kind)
		}
	})
	c.start = data
	if dictionary > 0 && dictionary < data {
		c.start = dictionary
	}
	c.end = c.start + size
	if p.err == nil && (physical != l.physical || names != len(l.path) || same != names) {
		p.fail("a column that is not the schema's")
	}
	if p.err == nil && (c.start < int64(len(magic)) || size < 0 || c.start > p.pages || size > p.pages-c.start) {
		p.fail("a column outside the file")
	}
	return c
}
