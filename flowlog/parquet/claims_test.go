package parquet

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"math"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	pqthrift "github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"

	"davy/flowlog"
)

// E7: what the metadata claim.
func TestClaims(t *testing.T) {
	file := write(t, lined(good, good), writing{})
	for name, change := range map[string]func(m *format.FileMetaData){
		"1099511627776 rows in a file": func(m *format.FileMetaData) { m.NumRows = 1 << 40; m.RowGroups[0].NumRows = 1 << 40 },
		"-1 rows":                      func(m *format.FileMetaData) { m.NumRows = -1; m.RowGroups[0].NumRows = -1 },
		"row group 0 has -1 rows":      func(m *format.FileMetaData) { m.RowGroups[0].NumRows = -1 },
		"row group 0 has 3 rows":       func(m *format.FileMetaData) { m.RowGroups[0].NumRows = 3 },
		"2 rows, 1 in the row groups":  func(m *format.FileMetaData) { m.RowGroups[0].NumRows = 1 },
		"2 rows, 0 in the row groups":  func(m *format.FileMetaData) { m.RowGroups = nil },
		"a page of 2 rows where 1 are left": func(m *format.FileMetaData) {
			m.NumRows, m.RowGroups[0].NumRows = 1, 1
		},
		"they overlap": func(m *format.FileMetaData) {
			m.NumRows *= 9
			for range 8 {
				m.RowGroups = append(m.RowGroups, m.RowGroups[0])
			}
		},
		"a row group without all columns": func(m *format.FileMetaData) { m.RowGroups[0].Columns = m.RowGroups[0].Columns[:13] },
		"a column too many": func(m *format.FileMetaData) {
			m.RowGroups[0].Columns = append(m.RowGroups[0].Columns, m.RowGroups[0].Columns...)
		},
		"a column in another file":          func(m *format.FileMetaData) { m.RowGroups[0].Columns[0].FilePath = "/etc/passwd" },
		"a column outside the file":         func(m *format.FileMetaData) { m.RowGroups[0].Columns[0].MetaData.TotalCompressedSize = math.MaxInt64 },
		"a column outside":                  func(m *format.FileMetaData) { m.RowGroups[0].Columns[0].MetaData.TotalCompressedSize = -5 },
		"column outside the file":           func(m *format.FileMetaData) { m.RowGroups[0].Columns[0].MetaData.DataPageOffset = math.MinInt64 },
		"a column that is not the schema's": func(m *format.FileMetaData) { m.RowGroups[0].Columns[0].MetaData.Type = format.Double },
		"column that is not the schema's":   func(m *format.FileMetaData) { m.RowGroups[0].Columns[0].MetaData.PathInSchema = []string{"end"} },
		"its schema is no tree":             func(m *format.FileMetaData) { m.Schema[0].NumChildren = pqthrift.New(int32(99)) },
		"schema is no tree":                 func(m *format.FileMetaData) { m.Schema[3].NumChildren = pqthrift.New(int32(1 << 30)) },
		"no tree":                           func(m *format.FileMetaData) { m.Schema[3].NumChildren = pqthrift.New(int32(-1)) },
		"schema is":                         func(m *format.FileMetaData) { m.Schema = nil; m.RowGroups = nil; m.NumRows = 0 },
		"compression 99 is none":            func(m *format.FileMetaData) { m.RowGroups[0].Columns[0].MetaData.Codec = 99 },
		"one column too many": func(m *format.FileMetaData) {
			m.Schema = append(m.Schema, make([]format.SchemaElement, maxElements)...)
		},
	} {
		refused(t, "E7", refoot(t, file, change), flowlog.ParquetCorrupt, name)
	}
	deep := refoot(t, file, func(m *format.FileMetaData) { m.CreatedBy = "x" })
	n := len(deep) - 8
	start := n - int(binary.LittleEndian.Uint32(deep[n:]))
	nest := append(bytes.Repeat([]byte{0xbc}, 1), bytes.Repeat([]byte{0x19}, 100000)...) // lists in lists
	out := append(append(bytes.Clone(deep[:start]), nest...), deep[start:n]...)
	out = append(binary.LittleEndian.AppendUint32(out, uint32(n-start+len(nest))), magic...)
	refused(t, "E7", out, flowlog.ParquetCorrupt, "metadata")
}

// E8: pages and dictionaries that are too large, or say so.
func TestBombs(t *testing.T) {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write(make([]byte, 1<<20))
	w.Close()
	bytesColumn := func(codec format.CompressionCodec, rows int64, pages ...crafted) []byte {
		return (&craft{name: "bytes", physical: format.Int64, codec: codec, rows: rows, pages: pages}).file(t)
	}
	for name, file := range map[string][]byte{
		"over 16777216":                        bytesColumn(format.Gzip, 1, crafted{header: data(1, format.Plain), body: z.Bytes(), decoded: maxPage + 1}),
		"decoded, over":                        bytesColumn(format.Zstd, 1, crafted{header: data(1, format.Plain), body: []byte("x"), decoded: math.MaxInt32}),
		"bytes from 10":                        bytesColumn(format.Gzip, 1, crafted{header: data(1, format.Plain), body: z.Bytes()[:10], decoded: 1 << 20}),
		"a page of 1024 bytes from 4":          bytesColumn(format.Snappy, 1, crafted{header: data(1, format.Plain), body: []byte("\x80\x08xx"), decoded: 1024}),
		"over 1000 bytes":                      bytesColumn(format.Gzip, 125, crafted{header: data(125, format.Plain), body: z.Bytes(), decoded: 1000}),
		"unexpected EOF":                       bytesColumn(format.Gzip, 1<<17+1, crafted{header: data(1<<17+1, format.Plain), body: z.Bytes(), decoded: 1<<20 + 8}),
		"a dictionary of 2000000":              bytesColumn(format.Uncompressed, 1, crafted{header: dictionary(2000000), body: make([]byte, 8)}),
		"a dictionary of 2 values in 24 bytes": bytesColumn(format.Uncompressed, 1, crafted{header: dictionary(2), body: make([]byte, 24)}),
		"a page ends before its values":        bytesColumn(format.Uncompressed, 2, crafted{header: data(2, format.Plain), body: make([]byte, 8)}),
		"8 bytes after a page's values":        bytesColumn(format.Uncompressed, 1, crafted{header: data(1, format.Plain), body: make([]byte, 16)}),
		"where 1 are left":                     bytesColumn(format.Uncompressed, 1, crafted{header: data(2, format.Plain), body: make([]byte, 16)}),
		"values in encoding 4":                 bytesColumn(format.Uncompressed, 1, crafted{header: data(1, format.BitPacked), body: make([]byte, 8)}),
		"values in encoding 7":                 bytesColumn(format.Uncompressed, 1, crafted{header: data(1, format.DeltaByteArray), body: make([]byte, 8)}),
		"a page without its dictionary":        bytesColumn(format.Uncompressed, 1, crafted{header: data(1, format.RLEDictionary), body: []byte{1, 2, 0}}),
		"an index beyond its dictionary": bytesColumn(format.Uncompressed, 1, crafted{header: dictionary(1), body: make([]byte, 8)},
			crafted{header: data(1, format.RLEDictionary), body: []byte{1, 2, 1}}),
		"index beyond its dictionary": bytesColumn(format.Uncompressed, 1, crafted{header: dictionary(0), body: nil},
			crafted{header: data(1, format.RLEDictionary), body: []byte{0}}),
		"beyond its dictionary": bytesColumn(format.Uncompressed, 8, crafted{header: dictionary(2), body: make([]byte, 16)},
			crafted{header: data(8, format.RLEDictionary), body: []byte{2, 3, 0, 0x80}}),
		"indices of 33 bits": bytesColumn(format.Uncompressed, 1, crafted{header: dictionary(1), body: make([]byte, 8)},
			crafted{header: data(1, format.RLEDictionary), body: []byte{33, 2, 0}}),
		"a second dictionary": bytesColumn(format.Uncompressed, 1, crafted{header: dictionary(1), body: make([]byte, 8)}, crafted{header: dictionary(1), body: make([]byte, 8)}),
		"an end":              bytesColumn(format.Uncompressed, 1),
	} {
		refused(t, "E8", file, flowlog.ParquetCorrupt, name)
	}
	for name, body := range map[string][]byte{
		"packed numbers without a sound start": {0, 0, 0, 0}, "packed numbers end early": {0x80, 1, 4, 2, 0, 0, 65, 0, 0, 0},
		"9 packed numbers in a page of 2": {0x80, 1, 4, 9, 0},
	} {
		refused(t, "E8", bytesColumn(format.Uncompressed, 2, crafted{header: data(2, format.DeltaBinaryPacked), body: body}), flowlog.ParquetCorrupt, name)
	}
	text := func(values int, pages ...crafted) []byte {
		return (&craft{name: "vpc_id", physical: format.ByteArray, rows: int64(values), pages: pages}).file(t)
	}
	long := binary.LittleEndian.AppendUint32(nil, math.MaxUint32)
	for name, file := range map[string][]byte{
		"a page ends before its values":       text(1, crafted{header: data(1, format.Plain), body: long}),
		"a dictionary ends before its values": text(1, crafted{header: dictionary(1), body: long}),
		"6 bytes after a dictionary's values": text(1, crafted{header: dictionary(1), body: strs("1", "23")}),
		"strings of over 16777216 bytes in a page": text(1000, crafted{
			header: data(1000, format.DeltaByteArray), body: growing(t, 1000, 30000),
		}),
		"a string beyond its page": text(1, crafted{header: data(1, format.DeltaLengthByteArray), body: []byte{0x80, 1, 4, 1, 8}}),
	} {
		refused(t, "E8", file, flowlog.ParquetCorrupt, name)
	}
}

// E5, E8: what is within the bounds of a page, and too much all the same.
func TestHeld(t *testing.T) {
	dictionaryOf := func(n int) []byte { // of nothing, n times
		return (&craft{name: "vpc_id", physical: format.ByteArray, rows: 1, pages: []crafted{
			{header: dictionary(n), body: make([]byte, 4*n)}, {header: data(1, format.RLEDictionary), body: []byte{1, 2, 0}},
		}}).file(t)
	}
	if _, err := read(t, dictionaryOf(1<<20), flowlog.Options{}, nil); err != nil {
		t.Error(err)
	}
	before := allocated()
	refused(t, "E5", dictionaryOf(maxPage/4), flowlog.ParquetCorrupt, "its pages and dictionaries are too large")
	if used := allocated() - before; used > maxHeld+64<<20 { // the file itself is made too
		t.Errorf("%d MiB allocated", used>>20)
	}

	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write(binary.LittleEndian.AppendUint32(nil, maxPage-4))
	w.Write(make([]byte, maxPage-4))
	w.Close()
	page := crafted{header: data(1, format.Plain), body: z.Bytes(), decoded: maxPage}
	bomb := craft{name: "vpc_id", physical: format.ByteArray, codec: format.Gzip, rows: 3, pages: []crafted{page, page, page}}
	stats, err := read(t, bomb.file(t), flowlog.Options{}, nil)
	if err != nil || stats.Rejected[flowlog.LineTooLong] != 3 {
		t.Errorf("%v, %+v", err, stats)
	}
	for bomb.rows < 100 { // each of 16 KiB is 16 MiB decoded, a thousand to one
		bomb.rows, bomb.pages = bomb.rows*2, append(bomb.pages, bomb.pages...)
	}
	refused(t, "E8", bomb.file(t), flowlog.ParquetCorrupt, "it decodes to too much")
}

// growing are n strings in delta encoding, of which each has the one before as
// its prefix; the first has so many bytes.
func growing(t *testing.T, n, first int) []byte {
	t.Helper()
	var b bytes.Buffer
	prefixes, lengths := make([]int32, n), make([]int32, n)
	lengths[0] = int32(first)
	for i := 1; i < n; i++ {
		prefixes[i] = int32(first)
	}
	for _, numbers := range [][]int32{prefixes, lengths} {
		e, err := pq.DeltaBinaryPacked.EncodeInt32(nil, numbers)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(e)
	}
	b.Write(bytes.Repeat([]byte("x"), first))
	return b.Bytes()
}
