package parquet

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"testing"

	pqthrift "github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// refoot returns the file with changed metadata.
func refoot(t testing.TB, file []byte, change func(*format.FileMetaData)) []byte {
	t.Helper()
	n := len(file) - 8
	start := n - int(binary.LittleEndian.Uint32(file[n:]))
	var meta format.FileMetaData
	if err := pqthrift.Unmarshal(new(pqthrift.CompactProtocol), file[start:n], &meta); err != nil {
		t.Fatal(err)
	}
	change(&meta)
	return withFooter(t, file[:start], &meta)
}

// withFooter ends a file of pages with metadata.
func withFooter(t testing.TB, pages []byte, meta *format.FileMetaData) []byte {
	t.Helper()
	footer, err := pqthrift.Marshal(new(pqthrift.CompactProtocol), meta)
	if err != nil {
		t.Fatal(err)
	}
	out := append(bytes.Clone(pages), footer...)
	return append(binary.LittleEndian.AppendUint32(out, uint32(len(footer))), magic...)
}

// A craft is a file with a single column, made page by page.
type craft struct {
	name     string
	physical format.Type
	optional bool
	codec    format.CompressionCodec
	rows     int64
	pages    []crafted
}

// A crafted page; header is complete but for its sizes and checksum.
type crafted struct {
	header  format.PageHeader
	body    []byte // as stored
	decoded int    // 0: as many as stored
	badCRC  bool
}

// file returns the file: the column, and what little else a flow log needs of it.
func (c *craft) file(t testing.TB) []byte {
	t.Helper()
	out := []byte(magic)
	for _, p := range c.pages {
		h := p.header
		h.CompressedPageSize, h.UncompressedPageSize = int32(len(p.body)), int32(p.decoded)
		if p.decoded == 0 {
			h.UncompressedPageSize = int32(len(p.body))
		}
		h.CRC = int32(crc32.ChecksumIEEE(p.body))
		if p.badCRC {
			h.CRC++
		}
		b, err := pqthrift.Marshal(new(pqthrift.CompactProtocol), &h)
		if err != nil {
			t.Fatal(err)
		}
		out = append(append(out, b...), p.body...)
	}
	repetition := format.Required
	if c.optional {
		repetition = format.Optional
	}
	size := int64(len(out) - len(magic))
	return withFooter(t, out, &format.FileMetaData{
		Version: 1, NumRows: c.rows,
		Schema: []format.SchemaElement{
			{Name: "root", NumChildren: pqthrift.New(int32(1))},
			{Name: c.name, Type: pqthrift.New(c.physical), RepetitionType: pqthrift.New(repetition)},
		},
		RowGroups: []format.RowGroup{{
			NumRows: c.rows, TotalByteSize: size,
			Columns: []format.ColumnChunk{{MetaData: format.ColumnMetaData{
				Type: c.physical, PathInSchema: []string{c.name}, Codec: c.codec, NumValues: c.rows,
				TotalCompressedSize: size, TotalUncompressedSize: size, DataPageOffset: int64(len(magic)),
			}}},
		}},
	})
}

// data returns the header of a page of values, version 1.
func data(values int, encoding format.Encoding) format.PageHeader {
	var h format.PageHeader
	h.Type = format.DataPage
	h.DataPageHeader = pqthrift.New(format.DataPageHeader{NumValues: int32(values), Encoding: encoding, DefinitionLevelEncoding: format.RLE})
	return h
}

// dictionary returns the header of a dictionary.
func dictionary(values int) format.PageHeader {
	var h format.PageHeader
	h.Type = format.DictionaryPage
	h.DictionaryPageHeader = pqthrift.New(format.DictionaryPageHeader{NumValues: int32(values), Encoding: format.Plain})
	return h
}

// strs are strings in plain encoding.
func strs(values ...string) (b []byte) {
	for _, s := range values {
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(s))), s...)
	}
	return b
}

// withoutChecksums returns the file with none in its page headers, as many writers leave it.
func withoutChecksums(t testing.TB, file []byte) []byte {
	t.Helper()
	out := []byte(magic)
	var footer *format.FileMetaData
	refoot(t, file, func(m *format.FileMetaData) {
		for i := range m.RowGroups {
			for k := range m.RowGroups[i].Columns {
				c := &m.RowGroups[i].Columns[k].MetaData
				from := c.DataPageOffset
				if c.DictionaryPageOffset > 0 {
					from = c.DictionaryPageOffset
					c.DictionaryPageOffset = int64(len(out))
				}
				pages := bareHeaders(t, file[from:from+c.TotalCompressedSize])
				c.DataPageOffset = int64(len(out)) + 1 // after the dictionary, if there is one
				if c.DictionaryPageOffset == 0 {
					c.DataPageOffset--
				}
				c.TotalCompressedSize = int64(len(pages))
				out = append(out, pages...)
			}
		}
		footer = m
	})
	return withFooter(t, out, footer)
}

// bareHeaders returns pages without checksums in their headers.
func bareHeaders(t testing.TB, pages []byte) (out []byte) {
	t.Helper()
	var protocol pqthrift.CompactProtocol
	for len(pages) > 0 {
		r := protocol.NewReaderFromBytes(pages)
		var h format.PageHeader
		if err := pqthrift.NewDecoder(r).Decode(&h); err != nil {
			t.Fatal(err)
		}
		end := r.BytesRead() + int(h.CompressedPageSize)
		h.CRC = 0
		b, err := pqthrift.Marshal(&protocol, &h)
		if err != nil {
			t.Fatal(err)
		}
		out = append(append(out, b...), pages[r.BytesRead():end]...)
		pages = pages[end:]
	}
	return out
}
