package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"davy/flowlog"
	"davy/internal/source"
)

// Every file of the real data, flow log or not: read or refused by name, no line
// and no byte lost.
func TestConservationOnAllRealData(t *testing.T) {
	found, err := source.Find([]string{filepath.Join("..", "..", "..", "shared", "data")}, source.Filter{})
	if err != nil {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal(err)
		}
		t.Skipf("real data are not here: %v", err)
	}
	var sum flowlog.Stats
	for _, o := range found.Objects {
		res := run1(t, []source.Object{o}, Options{Oldest: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
		if len(res.Objects.Failed)+res.Objects.Read != 1 {
			t.Errorf("%s: %+v", o.Name, res.Objects)
		}
		sum.Merge(&res.Stats)
	}
	t.Logf("%d files, %d lines, %d records, rejected %v", len(found.Objects), sum.Lines, sum.OK, sum.Rejected)
	whole := run1(t, found.Objects, Options{Workers: 2, Oldest: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
	if whole.Stats.Lines != sum.Lines || whole.Stats.Bytes != sum.Bytes || whole.Stats.Packets != sum.Packets {
		t.Errorf("together %+v, one by one %+v", whole.Stats, sum)
	}
}

// What is counted on the way is in the end what was read: every object, record
// and stored byte, those of bad objects too.
func TestCounts(t *testing.T) {
	lines := header
	const n = 20000 // over several thousands, and no multiple of them
	for i := range n {
		lines += record(i)
	}
	contents := map[string][]byte{"a": []byte(lines), "b.gz": packed(t, lines+record(n)), "c": []byte("PK\x03\x04"), "d": []byte(header + record(0))}
	stored := 0
	for _, b := range contents {
		stored += len(b)
	}
	for _, workers := range []int{1, 3} {
		var counts Counts
		res := run1(t, files(t, contents), Options{Workers: workers, Counts: &counts})
		if counts.Objects.Load() != 4 || counts.Records.Load() != 2*n+2 || counts.Bytes.Load() != int64(stored) {
			t.Errorf("%d workers: %d objects, %d records, %d bytes; want 4, %d, %d", workers,
				counts.Objects.Load(), counts.Records.Load(), counts.Bytes.Load(), 2*n+2, stored)
		}
		if len(res.Objects.Failed) != 1 || counts.Records.Load() != res.Stats.OK {
			t.Errorf("%+v", res.Objects)
		}
	}
	objects := files(t, map[string][]byte{"exact": []byte(header + strings.Repeat(record(1), 2*8192))})
	var counts Counts
	if run1(t, objects, Options{Counts: &counts}); counts.Records.Load() != 2*8192 {
		t.Errorf("%d records, want %d", counts.Records.Load(), 2*8192)
	}
}
