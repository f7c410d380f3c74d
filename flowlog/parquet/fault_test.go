package parquet

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/format"

	"davy/biflow"
	"davy/flowlog"
)

// lined is a log of the lines, under the header of the default format.
func lined(lines ...string) string { return header + "\n" + strings.Join(lines, "\n") + "\n" }

// refused reads a file that must be refused, and checks that the detail says why.
func refused(t *testing.T, id string, file []byte, want flowlog.Reason, detail string) {
	t.Helper()
	_, err := read(t, file, flowlog.Options{Object: "o"}, nil)
	if got := reasonOf(t, err); got != want || !strings.Contains(err.Error(), detail) || !strings.HasPrefix(err.Error(), "o: ") {
		t.Errorf("%s: %v; want %s, …%s…", id, err, want, detail)
	}
}

// E1: what a column of another type holds is read if it is plain, else the file is refused.
func TestTypes(t *testing.T) {
	text := lined(good, with("packets=11"))
	as := func(column string, node pq.Node) []byte {
		return write(t, text, writing{nodes: map[string]pq.Node{column: pq.Optional(node)}})
	}
	for _, node := range []pq.Node{pq.Int(32), pq.Int(64), pq.Uint(32), pq.Uint(64), pq.Leaf(pq.Int32Type), pq.Leaf(pq.Int64Type), pq.String(), pq.Leaf(pq.ByteArrayType), pq.Enum()} {
		sameAsText(t, text, as("start", node), flowlog.Options{})
		sameAsText(t, text, as("packets", node), flowlog.Options{})
	}
	for column, bad := range map[string]pq.Node{
		"start": pq.Timestamp(pq.Millisecond), "end": pq.Date(), "packets": pq.Decimal(2, 12, pq.Int64Type), "account_id": pq.Int(64),
		"dstaddr": pq.JSON(), "log_status": pq.BSON(),
	} {
		refused(t, "E1 "+column, as(column, bad), flowlog.ParquetType, strings.ReplaceAll(column, "_", "-")+": ")
	}
	number := craft{name: "srcaddr", physical: format.Int32, rows: 1, pages: []crafted{{header: data(1, format.Plain), body: make([]byte, 4)}}}
	refused(t, "E1", number.file(t), flowlog.ParquetType, "srcaddr: a number")
	for _, physical := range []format.Type{format.Boolean, format.Int96, format.Float, format.Double, format.FixedLenByteArray} {
		c := craft{name: "bytes", physical: physical, rows: 1, pages: []crafted{{header: data(1, format.Plain), body: make([]byte, 12)}}}
		refused(t, "E1 "+physical.String(), c.file(t), flowlog.ParquetType, "bytes: neither an integer nor a string")
	}
}

// E2: columns as fields of text: unknown ones are skipped, whatever they are.
func TestColumnsOfFile(t *testing.T) {
	text := header + " novel\n" + good + " 5\n" + noData + " -\n"
	plain := header + "\n" + good + "\n" + noData + "\n"
	for name, node := range map[string]pq.Node{
		"repeated": pq.Repeated(pq.String()), "list": pq.List(pq.Int(64)), "map": pq.Map(pq.String(), pq.Int(64)),
		"group": pq.Optional(pq.Group{"x": pq.Int(32), "y": pq.Group{"srcaddr": pq.String()}}), "double": pq.Leaf(pq.DoubleType), "bool": pq.Leaf(pq.BooleanType),
	} {
		nodes := map[string]pq.Node{"novel": node}
		sameAsText(t, plain, writeWith(t, text, writing{nodes: nodes}), flowlog.Options{})
		nodes = map[string]pq.Node{"bytes": node}
		refused(t, "E2 "+name, writeWith(t, plain, writing{nodes: nodes}), flowlog.ParquetType, "bytes: ")
	}
	twice := func(m *format.FileMetaData) {
		m.Schema[1].Name = "account-id" // beside account_id
		for i := range m.RowGroups {
			m.RowGroups[i].Columns[0].MetaData.PathInSchema[0] = "account-id"
		}
	}
	refused(t, "E2", refoot(t, write(t, text, writing{}), func(m *format.FileMetaData) {
		twice(m)
		m.Schema[2].Name = "account_id"
		m.RowGroups[0].Columns[1].MetaData.PathInSchema[0] = "account_id"
	}), flowlog.HeaderDuplicate, `"account-id": named twice`)
	_, err := read(t, write(t, "srcaddr bytes\n10.0.0.1 5\n", writing{}), flowlog.Options{Require: biflow.Needs}, nil)
	if reasonOf(t, err) != flowlog.HeaderIncomplete || !strings.Contains(err.Error(), "no interface-id, dstaddr, protocol, packets, start, end") {
		t.Error("E2:", err)
	}
	refused(t, "E2", write(t, "novel other\n1 2\n", writing{}), flowlog.FormatUnknown, "")
}

// writeWith writes a file in which columns that are neither numbers nor text have no value.
func writeWith(t *testing.T, text string, w writing) []byte {
	t.Helper()
	group := pq.Group{}
	names := strings.Fields(strings.ReplaceAll(strings.SplitN(text, "\n", 2)[0], "-", "_"))
	for _, name := range names {
		group[name] = w.node(name)
	}
	schema := pq.NewSchema("s", group)
	var file bytes.Buffer
	out := pq.NewWriter(&file, schema, pq.Compression(&pq.Gzip))
	for _, line := range strings.Split(strings.TrimSpace(text), "\n")[1:] {
		var row pq.Row
		for i, path := range schema.Columns() {
			leaf, _ := schema.Lookup(path...)
			if _, odd := w.nodes[path[0]]; odd {
				switch {
				case leaf.MaxDefinitionLevel > 0:
					row = append(row, pq.Value{}.Level(0, 0, i))
				case leaf.Node.Type().Kind() == pq.Boolean:
					row = append(row, pq.BooleanValue(true).Level(0, 0, i))
				default:
					row = append(row, pq.DoubleValue(1.5).Level(0, 0, i))
				}
				continue
			}
			for k, name := range names {
				if name == path[0] {
					row = append(row, w.value(t, group[name], strings.Fields(line)[k], i))
				}
			}
		}
		if _, err := out.WriteRows([]pq.Row{row}); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// E3 and the D rows: bad rows are counted, with file, row and field; the others are read.
func TestBadRows(t *testing.T) {
	lines := []string{
		good, with("bytes=-"), with("srcaddr=-"), noData, with("srcaddr=1.2.3"), with("packets=-5"), with("srcport=70000"),
		with("end=1600000000"), with("start=1700000000000", "end=1700000000001"), with("interface-id=eni-x"), with("action=DROP"),
		with("log-status=FINE"), with("log-status=-"), skipData, with("protocol=256"), with("protocol=-"), with("dstport=-"), with("bytes=0"), good,
	}
	for name, w := range map[string]writing{"AWS": {}, "plain": {plain: true}, "text": {nodes: textNodes()}} {
		for _, options := range []flowlog.Options{{Object: "o"}, {Object: "o", LenientENI: true}} {
			t.Run(name, func(t *testing.T) { sameAsText(t, lined(lines...), write(t, lined(lines...), w), options) })
		}
	}
	stats, err := read(t, write(t, lined(good, with("bytes=-")), writing{}), flowlog.Options{Object: "o"}, nil)
	if err != nil || len(stats.Samples) != 1 || stats.Samples[0].Error() != `o:2: bytes: missing_field: "-"` {
		t.Errorf("%v, %+v", err, stats)
	}
	bad := strings.Repeat(with("bytes=-")+"\n", 101) + good
	if stats, err = read(t, write(t, lined(bad), writing{}), flowlog.Options{}, nil); err != nil || !stats.MostlyBad() {
		t.Errorf("%v, %+v", err, stats)
	}
}

// E4: the ends of the file.
func TestEnds(t *testing.T) {
	file := write(t, lined(good), writing{})
	edit := func(change func(b []byte) []byte) []byte { return change(bytes.Clone(file)) }
	for what, b := range map[string][]byte{
		"bytes are too few": file[:11], "PAR1 at the start": edit(func(b []byte) []byte { b[0]++; return b }), "and at the end wanted": edit(func(b []byte) []byte { b[len(b)-1]++; return b }),
		"metadata of": edit(func(b []byte) []byte { binary.LittleEndian.PutUint32(b[len(b)-8:], uint32(len(b)-11)); return b }),
		"PAR1":        file[:len(file)-1],
	} {
		refused(t, "E4", b, flowlog.ParquetCorrupt, what)
	}
	refused(t, "E4", edit(func(b []byte) []byte { binary.LittleEndian.PutUint32(b[len(b)-8:], math.MaxUint32); return b }), flowlog.ParquetCorrupt, "metadata of 4294967295 bytes")
	big := append(append([]byte(magic), make([]byte, maxFooter+1)...), "\x01\x00\x00\x01PAR1"...)
	refused(t, "E4", big, flowlog.ParquetCorrupt, "over 16777216")
	for n := range len(file) {
		refused(t, "E4 cut", file[:n], flowlog.ParquetCorrupt, "")
	}
	refused(t, "E9", append(file[:len(file)-4:len(file)-4], encryptedMagic...), flowlog.UnsupportedCompression, "encrypted")
}

// A file that shrinks while it is read, and one that cannot be read any more.
func TestReaderErrors(t *testing.T) {
	file := write(t, lined(good), writing{})
	open := func(pages io.ReaderAt) *Reader {
		rd, err := NewReader(&changing{footer: bytes.NewReader(file), pages: pages}, int64(len(file)), flowlog.Options{Object: "o"})
		if err != nil {
			t.Fatal(err)
		}
		return rd
	}
	if err := readAll(t, open(bytes.NewReader(file[:9])), nil); reasonOf(t, err) != flowlog.ParquetCorrupt || !strings.Contains(err.Error(), "it ends at byte") {
		t.Error(err)
	}
	broken := errors.New("broken")
	if err := readAll(t, open(failing{broken}), nil); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "o: ") {
		t.Error(err)
	}
	if _, err := NewReader(failing{broken}, 100, flowlog.Options{}); !errors.Is(err, broken) {
		t.Error(err)
	}
}

// changing is one file while the metadata are read, in three pieces, and then another.
type changing struct {
	footer, pages io.ReaderAt
	reads         int
}

func (c *changing) ReadAt(p []byte, at int64) (int, error) {
	if c.reads++; c.reads <= 3 {
		return c.footer.ReadAt(p, at)
	}
	return c.pages.ReadAt(p, at)
}

type failing struct{ err error }

func (r failing) ReadAt([]byte, int64) (int, error) { return 0, r.err }

// E6: page checksums are verified where they are, and so is that of gzip.
func TestChecksums(t *testing.T) {
	c := craft{name: "account_id", physical: format.ByteArray, rows: 1, pages: []crafted{{header: data(1, format.Plain), body: strs("1"), badCRC: true}}}
	refused(t, "E6", c.file(t), flowlog.ParquetCorrupt, "account-id: a page has the wrong checksum")
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write(strs("1"))
	w.Close()
	body := z.Bytes()
	c.codec, c.pages = format.Gzip, []crafted{{header: data(1, format.Plain), body: body, decoded: 5}}
	if _, err := read(t, c.file(t), flowlog.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	body[len(body)-8]++
	refused(t, "E6", c.file(t), flowlog.ParquetCorrupt, "gzip: invalid checksum")
}

// E9: what is sound and not read is named.
func TestUnsupported(t *testing.T) {
	for name, codec := range map[string]compress.Codec{"Brotli": &pq.Brotli, "LZ4": &pq.Lz4Raw} {
		refused(t, "E9", write(t, lined(good), writing{codec: codec}), flowlog.UnsupportedCompression, name+" in Parquet")
	}
	file := write(t, lined(good), writing{})
	refused(t, "E9", refoot(t, file, func(m *format.FileMetaData) {
		m.RowGroups[0].Columns[0].CryptoMetadata = format.ColumnCryptoMetaData{Value: &format.EncryptionWithFooterKey{}}
	}), flowlog.UnsupportedCompression, "encrypted")
}

// Files without rows, and transit gateway's.
func TestNoRecords(t *testing.T) {
	sameAsText(t, header+"\n", write(t, header+"\n", writing{}), flowlog.Options{Require: biflow.Needs})
	tgw := "version resource-type account-id tgw-id srcaddr\n6 TransitGateway 123456789012 tgw-1 10.0.0.1\n"
	stats, err := read(t, write(t, tgw, writing{}), flowlog.Options{Require: biflow.Needs}, nil)
	if err != nil || stats.Rejected[flowlog.TransitGateway] != 1 || stats.Lines != 1 {
		t.Errorf("%v, %+v", err, stats)
	}
}
