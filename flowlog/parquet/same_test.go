package parquet

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding"

	"davy/biflow"
	"davy/flowlog"
)

// sameAsText holds a Parquet file against the text it was written from: the same
// records, the same counts and samples. Options are the same for both.
func sameAsText(t *testing.T, text string, file []byte, opts flowlog.Options) {
	t.Helper()
	rd, err := flowlog.NewReader(strings.NewReader(text), opts)
	if err != nil {
		t.Fatal(err)
	}
	var want []seen
	var table, wantTable biflow.Table
	if err := readAll(t, rd, func(rec *flowlog.Record) {
		s := see(rec)
		s.Line-- // of the header
		want = append(want, s)
		wantTable.Add(rec)
	}); err != nil {
		t.Fatal(err)
	}
	n := 0
	stats, err := read(t, file, opts, func(rec *flowlog.Record) {
		if n < len(want) {
			if got := see(rec); !reflect.DeepEqual(got, want[n]) {
				t.Fatalf("record %d:\n%+v\n%+v in text", n, got, want[n])
			}
		}
		n++
		table.Add(rec)
	})
	if err != nil {
		t.Fatal(err)
	}
	if n != len(want) {
		t.Fatalf("%d records, %d in text", n, len(want))
	}
	sameStats(t, stats, rd.Stats())
	if len(want) == 0 {
		return
	}
	if got, want := biflow.Digest(table.Pairs()), biflow.Digest(wantTable.Pairs()); got != want {
		t.Errorf("digest %s, %s of text", got, want)
	}
}

// sameStats compares the counts of a Parquet file with those of text.
func sameStats(t *testing.T, got, want *flowlog.Stats) {
	t.Helper()
	w := *want
	w.Lines, w.Header, w.Samples = w.Lines-w.Header, 0, nil
	g := *got
	g.Samples = nil
	if !reflect.DeepEqual(g, w) {
		t.Errorf("counts %+v\n%+v of text", g, w)
	}
	if len(got.Samples) != len(want.Samples) {
		t.Fatalf("samples %+v\n%+v of text", got.Samples, want.Samples)
	}
	for i, s := range want.Samples {
		s.Line--
		if s.Reason == flowlog.ControlChar || s.Reason == flowlog.BadUTF8 { // which text does not know the field of
			s.Field, s.Detail = got.Samples[i].Field, got.Samples[i].Detail
		}
		if got.Samples[i] != s {
			t.Errorf("sample %+v\n%+v of text", got.Samples[i], s)
		}
	}
}

// nodesAs has every column, those of numbers and those of text, in an encoding.
func nodesAs(numbers, text encoding.Encoding) map[string]pq.Node {
	nodes := make(map[string]pq.Node)
	w := writing{plain: true}
	for _, name := range strings.Fields(strings.ReplaceAll(full, "-", "_")) {
		e := numbers
		if w.node(name).Type().Kind() == pq.ByteArray {
			e = text
		}
		nodes[name] = pq.Optional(pq.Encoded(w.node(name), e))
		if e == nil {
			nodes[name] = w.node(name)
		}
	}
	return nodes
}

// writings are the ways in which the same records are written.
var writings = map[string]writing{
	"AWS":                         {},
	"dashes":                      {dash: true},
	"plain":                       {plain: true},
	"plain dashes":                {plain: true, dash: true},
	"snappy":                      {codec: &pq.Snappy},
	"zstd":                        {codec: &pq.Zstd},
	"uncompressed":                {codec: &pq.Uncompressed},
	"version 1":                   {version: 1},
	"version 2":                   {version: 2},
	"version 2, uncompressed":     {version: 2, codec: &pq.Uncompressed},
	"version 1, uncompressed":     {version: 1, codec: &pq.Uncompressed, plain: true},
	"small pages":                 {page: 300},
	"small pages, plain":          {page: 500, plain: true, version: 1},
	"row groups":                  {group: 77},
	"delta":                       {nodes: nodesAs(&pq.DeltaBinaryPacked, &pq.DeltaLengthByteArray)},
	"delta strings, small pages":  {nodes: nodesAs(&pq.DeltaBinaryPacked, &pq.DeltaByteArray), page: 400, version: 2},
	"split streams, delta, 1":     {nodes: nodesAs(&pq.ByteStreamSplit, &pq.DeltaByteArray), version: 1},
	"everything is text":          {nodes: textNodes()},
	"everything is text, plainly": {nodes: textNodes(), plain: true, dash: true, page: 2000},
	"all 64 bits": {nodes: map[string]pq.Node{
		"version": pq.Optional(pq.Int(64)), "srcport": pq.Optional(pq.Uint(64)), "protocol": pq.Optional(pq.Leaf(pq.Int64Type)),
		"start": pq.Optional(pq.Int(32)), "end": pq.Optional(pq.Uint(32)), "dstport": pq.Optional(pq.Uint(16)),
	}},
	"required where it can be": {nodes: map[string]pq.Node{
		"version": pq.Int(32), "account_id": pq.String(), "interface_id": pq.Encoded(pq.String(), &pq.RLEDictionary),
		"start": pq.Int(64), "end": pq.Encoded(pq.Int(64), &pq.RLEDictionary), "log_status": pq.Leaf(pq.ByteArrayType),
	}},
}

func textNodes() map[string]pq.Node {
	nodes := make(map[string]pq.Node)
	for _, name := range strings.Fields(strings.ReplaceAll(full, "-", "_")) {
		nodes[name] = pq.Optional(pq.Encoded(pq.String(), &pq.RLEDictionary))
	}
	return nodes
}

// Whatever a file's writer chose, its records are those of the text.
func TestSameAsText(t *testing.T) {
	text := fullLog(1500)
	for name, w := range writings {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // what one file needed serves another
			sameAsText(t, text, write(t, text, w), flowlog.Options{})
		})
	}
}

func TestSameAsTextSampleLogs(t *testing.T) {
	for _, text := range sampleLogs(t) {
		sameAsText(t, text, write(t, text, writing{}), flowlog.Options{Require: biflow.Needs})
		sameAsText(t, text, write(t, text, writing{page: 1000, version: 1, codec: &pq.Snappy}), flowlog.Options{Require: biflow.Needs})
	}
}

// parquet-go reads the same out of the files: they are what they should be.
func TestWritingsAreAsNamed(t *testing.T) {
	text := fullLog(300)
	for name, w := range writings {
		file := write(t, text, w)
		f, err := pq.OpenFile(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(name, err)
		}
		if f.NumRows() != 300 {
			t.Errorf("%s: %d rows", name, f.NumRows())
		}
		seen := map[string]bool{}
		for _, g := range f.Metadata().RowGroups {
			for _, c := range g.Columns {
				for _, e := range c.MetaData.Encoding {
					seen[e.String()] = true
				}
				if w.codec != nil && c.MetaData.Codec != w.codec.CompressionCodec() {
					t.Errorf("%s: codec %v", name, c.MetaData.Codec)
				}
			}
		}
		for word, encoding := range map[string]string{"delta": "DELTA_BINARY_PACKED", "delta strings": "DELTA_BYTE_ARRAY", "AWS": "RLE_DICTIONARY"} {
			if strings.HasPrefix(name, word) && !seen[encoding] {
				t.Errorf("%s: no %s in %v", name, encoding, seen)
			}
		}
	}
}

// A file of another writer: DuckDB 1.5.6 made duckdb.parquet of duckdb.log, by
//
//	COPY (SELECT * FROM read_csv('duckdb.log', delim=' ', nullstr='-', …)) TO 'duckdb.parquet' (FORMAT parquet, COMPRESSION gzip)
//
// with integers of AWS's widths.
func TestSameAsTextDuckDB(t *testing.T) {
	var content [2][]byte
	for i, name := range []string{"duckdb.log", "duckdb.parquet"} {
		var err error
		if content[i], err = os.ReadFile(filepath.Join("testdata", name)); err != nil {
			t.Fatal(err)
		}
	}
	sameAsText(t, string(content[0]), content[1], flowlog.Options{Require: biflow.Needs})
}
