package parquet

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"

	"davy/biflow"
	"davy/flowlog"
)

// Whatever a file's writer chose, its records are those of the text, but for what
// OCSF cannot say.
func TestOCSFSameAsText(t *testing.T) {
	text := fullLog(700)
	for name, l := range lakes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sameAsText(t, asOCSF(text), l.write(t, text), flowlog.Options{Require: biflow.Needs})
		})
	}
}

// The records that AWS shows with its mapping, as their flow log and as OCSF.
func TestOCSFSamples(t *testing.T) {
	for name, replaced := range map[string]string{
		"v5-security-lake.ocsf.csv": "", // dstaddr, which only a list of OCSF's has
		"v8-security-lake.ocsf.csv": "10.0.0.1",
	} {
		raw, err := os.ReadFile(shared(t, "samples", name))
		if err != nil {
			t.Fatal(err)
		}
		rd, err := flowlog.NewReader(bytes.NewReader(raw), flowlog.Options{Require: biflow.Needs})
		if err != nil {
			t.Fatal(err)
		}
		var want []seen
		if err := readAll(t, rd, func(rec *flowlog.Record) {
			s := see(rec)
			s.Line-- // of the header
			if replaced != "" {
				if s.Dst.String() != replaced || s.PktDst == s.Dst {
					t.Errorf("%s: %v, %v: not the record that is meant", name, s.Dst, s.PktDst)
				}
				s.Dst = s.PktDst
			}
			want = append(want, s)
		}); err != nil || len(want) == 0 {
			t.Fatal(name, len(want), err)
		}
		header, rows, _ := strings.Cut(strings.TrimSpace(string(raw)), "\n")
		text := strings.ReplaceAll(header, "_", "-") + "\n" + rows + "\n"
		text = strings.ReplaceAll(text, ",", " ")
		for way, l := range lakes {
			var got []seen
			_, err := read(t, l.write(t, text), flowlog.Options{Require: biflow.Needs}, func(rec *flowlog.Record) { got = append(got, see(rec)) })
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %s: %v\n%+v\n%+v of the flow log", name, way, err, got, want)
			}
		}
	}
}

// shared returns the path of test data kept beside the repository. Without it
// the test is skipped, or fails where DAVY_NO_SKIP=1 wants all tests run.
func shared(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "..", "shared", "data"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal(err)
		}
		t.Skipf("test data is not here: %v", err)
	}
	return path
}

// parquet-go reads the same out of the files, and they are what they should be:
// nested, with lists, and with NULLs at several levels.
func TestLakesAreAsNamed(t *testing.T) {
	text := fullLog(300)
	for name, l := range lakes {
		file := l.write(t, text)
		stats, err := read(t, file, flowlog.Options{}, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		f, err := pq.OpenFile(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(name, err)
		}
		want := &pq.Zstd
		if codec := f.Metadata().RowGroups[0].Columns[0].MetaData.Codec; l.codec == nil && codec != want.CompressionCodec() {
			t.Errorf("%s: codec %v", name, codec)
		}
		total, levels, repeated := uint64(0), map[int]bool{}, false
		for i, path := range f.Schema().Columns() {
			for _, v := range columnValues(t, f, i) {
				repeated = repeated || v.RepetitionLevel() > 0
				if v.IsNull() {
					levels[v.DefinitionLevel()] = true
				}
				if strings.Join(path, ".") == "traffic.bytes" && !v.IsNull() {
					total += numberOf(t, v)
				}
			}
		}
		if total != stats.Bytes || total == 0 {
			t.Errorf("%s: %d bytes, %d of parquet-go", name, stats.Bytes, total)
		}
		if repeated == slices.Contains(l.without, "observables") {
			t.Errorf("%s: has lists: %v", name, repeated)
		}
		if !levels[0] || !levels[1] && !l.required {
			t.Errorf("%s: NULLs at levels %v", name, levels)
		}
	}
}

// columnValues are those of a column, as parquet-go reads them.
func columnValues(t *testing.T, f *pq.File, column int) (all []pq.Value) {
	t.Helper()
	for _, g := range f.RowGroups() {
		pages := g.ColumnChunks()[column].Pages()
		for {
			page, err := pages.ReadPage()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			values := make([]pq.Value, page.NumValues())
			if n, err := page.Values().ReadValues(values); n != len(values) || err != nil && err != io.EOF {
				t.Fatal(n, err)
			}
			for _, v := range values {
				all = append(all, v.Clone())
			}
		}
		pages.Close()
	}
	return all
}

func numberOf(t *testing.T, v pq.Value) uint64 {
	t.Helper()
	if v.Kind() != pq.ByteArray {
		return v.Uint64()
	}
	n, err := strconv.ParseUint(string(v.ByteArray()), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
