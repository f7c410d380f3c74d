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
	"github.com/parquet-go/parquet-go/format"

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
		"v5-security-lake.ocsf.csv": "",
		"v8-security-lake.ocsf.csv": "10.0.0.1", // dstaddr, which OCSF has in a list
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

// What OCSF costs: a NAT gateway's interface shows its own address for the server,
// to the client. Where that is not known, who came in is taken for the remote end.
// The client's own interface says it right.
func TestOCSFCostsTheAddressOfNAT(t *testing.T) {
	const columns = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status pkt-srcaddr pkt-dstaddr flow-direction instance-id\n"
	const gateway, client = "eni-0000000000000000a", "eni-0000000000000000b"
	text := columns +
		"5 123456789012 " + gateway + " 10.0.1.5 10.0.0.220 41000 3333 6 10 1200 1700000000 1700000060 ACCEPT OK 10.0.1.5 203.0.113.5 ingress -\n" +
		"5 123456789012 " + gateway + " 10.0.0.220 10.0.1.5 3333 41000 6 10 1200 1700000000 1700000060 ACCEPT OK 203.0.113.5 10.0.1.5 egress -\n" +
		"5 123456789012 " + client + " 10.0.1.5 203.0.113.5 41000 3333 6 10 1200 1700000000 1700000060 ACCEPT OK 10.0.1.5 203.0.113.5 egress -\n" +
		"5 123456789012 " + client + " 203.0.113.5 10.0.1.5 3333 41000 6 10 1200 1700000000 1700000060 ACCEPT OK 203.0.113.5 10.0.1.5 ingress -\n"
	remotes := func(t *testing.T, rd records) map[string]string {
		var table biflow.Table
		if err := readAll(t, rd, table.Add); err != nil {
			t.Fatal(err)
		}
		found := make(map[string]string)
		for p := range table.Pairs() {
			found[p.Interface] += p.Remote.String()
		}
		return found
	}
	log, err := flowlog.NewReader(strings.NewReader(text), flowlog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := remotes(t, log); got[client] != "203.0.113.5" || got[gateway] != "203.0.113.5" {
		t.Errorf("%v of the flow log", got)
	}
	file := (&lake{}).write(t, text)
	rd, err := NewReader(bytes.NewReader(file), int64(len(file)), flowlog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := remotes(t, rd); got[client] != "203.0.113.5" || got[gateway] != "10.0.1.5" {
		t.Errorf("%v of OCSF: what the documents say it costs is not so", got)
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
		if codec := f.Metadata().RowGroups[0].Columns[0].MetaData.Codec; l.codec == nil && codec != format.Zstd {
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
