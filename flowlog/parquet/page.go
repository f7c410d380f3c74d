package parquet

import (
	"encoding/binary"
	"hash/crc32"
)

// Types of pages and encodings of values, PageType and Encoding in parquet.thrift.
const (
	dataPage, indexPage, dictionaryPage, dataPageV2 = 0, 1, 2, 3

	plain             = 0
	plainDictionary   = 2
	rle               = 3
	deltaBinaryPacked = 5
	deltaLength       = 6
	deltaByteArray    = 7
	rleDictionary     = 8
	byteStreamSplit   = 9
)

// A page is a page of a column: values, or a dictionary.
type page struct {
	kind     int
	encoding int
	values   int    // NULLs included
	nulls    int    // -1 where only the levels know
	levels   []byte // definition levels
	data     []byte // decoded, with some bytes of capacity after them
}

// A pageHeader is PageHeader in parquet.thrift.
type pageHeader struct {
	kind, encoding, values   int
	decoded, stored          int
	crc                      uint32
	hasCRC                   bool
	levelEncoding            int
	nulls                    int
	levels, repetitionLevels int // bytes of them, version 2
	isPlain                  bool
}

// A pageReader reads the pages of column chunks, one after the other.
type pageReader struct {
	window
	codec   codec
	levels  bool // the column is optional
	page    buffer
	decoded *budget
}

// next returns the next page of data or dictionary, valid until the following call.
func (r *pageReader) next() (page, error) {
	for {
		h, err := r.header()
		if err != nil {
			return page{}, err
		}
		stored, err := r.peek(h.stored)
		if err != nil {
			return page{}, err
		}
		r.take(h.stored)
		if h.hasCRC && crc32.ChecksumIEEE(stored) != h.crc {
			return page{}, corrupt("a page has the wrong checksum")
		}
		if h.kind == indexPage {
			continue
		}
		return r.decode(&h, stored)
	}
}

// header reads a page header and holds it against what there is.
func (r *pageReader) header() (h pageHeader, err error) {
	b, err := r.peek(maxHeader)
	if err != nil {
		return h, err
	}
	h = pageHeader{kind: -1, decoded: -1, stored: -1, values: -1, encoding: -1, levelEncoding: -1, nulls: -1}
	t := thrift{b: b}
	t.structure(kindStruct, func(id int, kind byte) { h.field(&t, id, kind) })
	if t.err != nil {
		return h, t.err
	}
	r.take(t.at)
	switch {
	case h.decoded < 0 || h.stored < 0 || h.kind < dataPage || h.kind > dataPageV2 || h.kind != indexPage && h.values < 0:
		return h, corrupt("a page header lacks something")
	case int64(h.stored) > r.left():
		return h, corrupt("a page of %d bytes where %d are left", h.stored, r.left())
	case h.decoded > maxPage || h.stored > maxPage:
		return h, corrupt("a page of %d bytes, %d decoded, over %d", h.stored, h.decoded, maxPage)
	case h.decoded > r.codec.most(h.stored) && !h.isPlain:
		return h, corrupt("a page of %d bytes from %d", h.decoded, h.stored)
	}
	return h, nil
}

func (h *pageHeader) field(t *thrift, id int, kind byte) {
	switch id {
	case 1:
		h.kind = t.i32(kind)
	case 2:
		h.decoded = t.i32(kind)
	case 3:
		h.stored = t.i32(kind)
	case 4:
		h.crc, h.hasCRC = uint32(t.i32(kind)), true
	case 5, 7: // data and dictionary page: they start alike
		t.structure(kind, func(id int, kind byte) {
			switch {
			case id == 1:
				h.values = t.i32(kind)
			case id == 2:
				h.encoding = t.i32(kind)
			case id == 3 && kind > kindFalse: // of a dictionary: whether it is sorted
				h.levelEncoding = t.i32(kind)
			default:
				t.skip(kind)
			}
		})
	case 8:
		t.structure(kind, func(id int, kind byte) { h.fieldV2(t, id, kind) })
	default:
		t.skip(kind)
	}
}

func (h *pageHeader) fieldV2(t *thrift, id int, kind byte) {
	switch id {
	case 1:
		h.values = t.i32(kind)
	case 2:
		h.nulls = t.i32(kind)
	case 4:
		h.encoding = t.i32(kind)
	case 5:
		h.levels = t.i32(kind)
	case 6:
		h.repetitionLevels = t.i32(kind)
	case 7:
		h.isPlain = !t.bool(kind)
	default:
		t.skip(kind)
	}
}

// decode decompresses a page and parts the levels from the values.
func (r *pageReader) decode(h *pageHeader, stored []byte) (page, error) {
	p := page{kind: h.kind, encoding: h.encoding, values: h.values, nulls: h.nulls}
	if h.kind == dataPageV2 { // whose levels are not compressed
		if h.levels < 0 || h.repetitionLevels != 0 || h.levels > min(h.stored, h.decoded) || h.nulls < 0 || h.nulls > h.values {
			return p, corrupt("a page header contradicts itself")
		}
		p.levels, stored = stored[:h.levels], stored[h.levels:]
	}
	data, err := r.decompress(h, stored, h.decoded-len(p.levels))
	if err != nil {
		return p, err
	}
	if h.kind == dataPage && r.levels {
		if h.levelEncoding != rle || len(data) < 4 {
			return p, corrupt("a page without levels that can be read")
		}
		size := uint64(binary.LittleEndian.Uint32(data))
		if size > uint64(len(data)-4) {
			return p, corrupt("a page with %d bytes of levels in %d", size, len(data))
		}
		p.levels, data = data[4:4+size], data[4+size:]
	}
	p.data = data
	return p, nil
}

func (r *pageReader) decompress(h *pageHeader, stored []byte, size int) (data []byte, err error) {
	if r.codec == uncompressed || h.isPlain {
		if len(stored) != size {
			return nil, corrupt("a page of %d bytes, not %d", len(stored), size)
		}
		return stored, r.decoded.take(size)
	}
	if err := r.decoded.take(size); err != nil {
		return nil, err
	}
	if err := r.page.grow(r.held, size); err != nil {
		return nil, err
	}
	if len(stored) == 0 && size == 0 { // a page of nothing but NULLs
		return r.page.bytes, nil
	}
	return r.page.bytes, r.codec.decode(r.page.bytes, stored)
}
