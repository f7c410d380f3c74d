package detect

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"davy/biflow"
	"davy/model"
)

// capture returns the lines of a real capture. Without it the test is skipped,
// or fails where nothing may be skipped.
func capture(t *testing.T, name string) []string {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "shared", "data", "dev", name))
	if err != nil {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal(err)
		}
		t.Skipf("real captures are not here: %v", err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// table reads lines with all times moved by some seconds.
func table(t *testing.T, lines []string, by int) *biflow.Table {
	t.Helper()
	var b strings.Builder
	for _, l := range lines {
		f := strings.Fields(l)
		var start, end int
		if _, err := fmt.Sscan(f[10]+" "+f[11], &start, &end); err != nil {
			t.Fatal(err)
		}
		f[10], f[11] = fmt.Sprint(start+by), fmt.Sprint(end+by)
		b.WriteString(strings.Join(f, " ") + "\n")
	}
	out := new(biflow.Table)
	fill(t, out, strings.NewReader(b.String()))
	return out
}

// The verdict does not depend on the second at which an interface's capture
// windows begin, nor on the aggregation interval: the share of windows inside
// moves by a point at most for ten-minute records, and the verdict never.
func TestPhaseAndIntervalDoNotChangeTheVerdict(t *testing.T) {
	const name = "mining-zec-nicehash-gtx1080ti-100pct."
	tens, minutes := capture(t, name+"600.log.gz"), capture(t, name+"60.log.gz")
	sample := model.Sample{Mining: true, Group: "zec", Key: "zec"}
	for p := range table(t, tens, 0).Pairs() {
		for i := range p.Windows {
			sample.Points = append(sample.Points, p.Windows[i].Point())
		}
	}
	// Ordinary pairs, so that the verdict can be mining: nowhere near.
	samples := []model.Sample{sample}
	for i := range 2000 {
		samples = append(samples, model.Sample{Key: fmt.Sprint(i), Points: []biflow.Point{{500 + float64(i), 5, 9000, 9}}})
	}
	m, refusals, err := model.Train(samples, model.Options{Policy: model.DefaultPolicy, Level: model.LevelProfiles})
	if err != nil || len(refusals) > 0 {
		t.Fatal(err, refusals)
	}
	d, err := New(m, Options{Rule: Profiles})
	if err != nil {
		t.Fatal(err)
	}
	judge := func(lines []string, by int) Finding {
		for p := range table(t, lines, by).Pairs() {
			return d.Judge(p)
		}
		t.Fatal("no pair")
		return Finding{}
	}
	share := func(f Finding) float64 { return float64(f.Inside) / float64(f.Windows) }
	want := judge(tens, 0)
	lowest, highest := 1.0, 0.0
	for by := 0; by < 600; by += 7 {
		f := judge(tens, by)
		if f.Verdict != Mining || share(f)-share(want) > 0.01 || share(want)-share(f) > 0.01 {
			t.Errorf("ten-minute records moved by %d s: %s, %d of %d inside; not moved %d of %d", by, f.Verdict, f.Inside, f.Windows, want.Inside, want.Windows)
		}
		if by%42 != 0 {
			continue
		}
		f = judge(minutes, by)
		lowest, highest = min(lowest, share(f)), max(highest, share(f))
		if f.Verdict != Mining {
			t.Errorf("one-minute records moved by %d s: %s, %d of %d inside", by, f.Verdict, f.Inside, f.Windows)
		}
	}
	t.Logf("ten-minute records: %.1f %% inside at every phase; one-minute records: %.1f to %.1f %%", 100*share(want), 100*lowest, 100*highest)
}
