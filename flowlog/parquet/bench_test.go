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

func benchmarkRead(b *testing.B, w writing) {
	const records = 50_000
	file := write(b, fullLog(records), w)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if n := countRecords(b, file); n != records {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(b.N)*records/b.Elapsed().Seconds(), "records/s")
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
	for _, w := range []writing{{version: 1}, {plain: true}, {codec: &pq.Uncompressed, version: 2}} {
		var allocs [2]float64
		for i, text := range []string{rows, rows + rows} {
			file := write(t, head+"\n"+text, w)
			countRecords(t, file) // fills the pools
			allocs[i] = testing.AllocsPerRun(2, func() { countRecords(t, file) })
		}
		more := 100.0
		if underRace {
			more = 2000 / 4
		}
		if allocs[1] > allocs[0]+more {
			t.Errorf("%+v: %v allocations for 2,000 records, %v for 4,000", w, allocs[0], allocs[1])
		}
	}
}
