package main

import (
	"os/exec"
	"strings"
	"testing"
)

const traces = `File: profile
Type: cpu
Duration: 1s, Total samples = 1s (100%)
-----------+-------------------------------------------------------
     300ms   runtime.memmove
             slices.Grow[go.shape.[]davy/internal/runs.logged] (inline)
             davy/biflow.(*Table).Add (inline)
             davy/internal/pipeline.(*reading).fill
-----------+-------------------------------------------------------
     500ms   github.com/klauspost/compress/flate.(*decompressor).Read
             davy/flowlog/parquet.(*pageReader).next
             davy/biflow.(*Table).Add
-----------+-------------------------------------------------------
     150ms   davy/flowlog/parquet.(*hybrid).unpack
             davy/flowlog.(*Reader).Read
-----------+-------------------------------------------------------
      50ms   runtime.gcBgMarkWorker
`

// A sample is of the innermost frame that is of a stage, whatever types that of a
// library is made with.
func TestStages(t *testing.T) {
	cmd := exec.Command("awk", "-f", "stages.awk")
	cmd.Stdin = strings.NewReader(traces)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := map[string]string{
		"unpacking (klauspost/compress)": "0.5000", "windows and pairs": "0.3000", "pages and columns of Parquet": "0.1500", "the runtime (garbage, scheduling)": "0.0500",
	}
	for line := range strings.Lines(string(out)) {
		share, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if w := want[name]; w != share && (w != "" || share != "0.0000") {
			t.Errorf("%s: %s, want %q", name, share, w)
		}
		delete(want, name)
	}
	if len(want) > 0 {
		t.Errorf("no word of %v in:\n%s", want, out)
	}
}
