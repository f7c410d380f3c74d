package parquet

import (
	"bytes"
	"io"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"

	"davy/flowlog"
)

func BenchmarkReadGzip(b *testing.B)   { benchmarkRead(b, writing{}) }
func BenchmarkReadSnappy(b *testing.B) { benchmarkRead(b, writing{codec: &pq.Snappy}) }
func BenchmarkReadPlain(b *testing.B) {
	benchmarkRead(b, writing{codec: &pq.Uncompressed, plain: true})
}

func BenchmarkReadOCSF(b *testing.B) {
	benchmarkFile(b, (&lake{}).write(b, fullLog(benchRecords)))
}

const benchRecords = 50_000

func benchmarkRead(b *testing.B, w writing) { benchmarkFile(b, write(b, fullLog(benchRecords), w)) }

func benchmarkFile(b *testing.B, file []byte) {
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if n := countRecords(b, file); n != benchRecords {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(b.N)*benchRecords/b.Elapsed().Seconds(), "records/s")
}

func countRecords(t testing.TB, file []byte) (n int) {
	rd, err := NewReader(bytes.NewReader(file), int64(len(file)), flowlog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rec flowlog.Record
	for ; err == nil; n++ {
		err = rd.Read(&rec)
	}
	if err != io.EOF {
		t.Fatal(err)
	}
	return n - 1
}

// Twice as many records in as many pages, of the same values, take no more
// allocations. Under the race detector pools drop a quarter of what they are given,
// at random, so that it can only tell an allocation a page from one a record: `make
// test` runs this without it, too.
func TestReadDoesNotAllocate(t *testing.T) {
	head, rows, _ := strings.Cut(fullLog(2000), "\n")
	flat := func(w writing) func(string) []byte { return func(text string) []byte { return write(t, text, w) } }
	nested := func(l lake) func(string) []byte { return func(text string) []byte { return l.write(t, text) } }
	for name, write := range map[string]func(string) []byte{
		"gzip": flat(writing{version: 1}), "plain": flat(writing{plain: true}), "uncompressed": flat(writing{codec: &pq.Uncompressed, version: 2}),
		"OCSF": nested(lake{}), "OCSF 1.0, plain": nested(lake{version: "1.0", writing: writing{plain: true, dash: true}}),
	} {
		var allocs [2]float64
		for i, text := range []string{rows, rows + rows} {
			file := write(head + "\n" + text)
			countRecords(t, file) // fills the pools
			allocs[i] = testing.AllocsPerRun(2, func() { countRecords(t, file) })
		}
		more := 100.0
		if underRace {
			more = 2000 / 4
		}
		if allocs[1] > allocs[0]+more {
			t.Errorf("%s: %v allocations for 2,000 records, %v for 4,000", name, allocs[0], allocs[1])
		}
	}
}
