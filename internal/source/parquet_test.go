package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"davy/flowlog"
)

func TestParquet(t *testing.T) {
	for text, want := range map[string]bool{"PAR1 and so on": true, "PAR1": true, "PAR": false, "": false, "2 123": false} {
		path := filepath.Join(t.TempDir(), "x")
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		file, err := Object{Name: path}.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if _, size, ok := Parquet(file); ok != want || ok && size != int64(len(text)) {
			t.Errorf("%q: %v, %d bytes", text, ok, size)
		}
		if rest, err := os.ReadFile(path); err != nil || string(rest) != text {
			t.Error(err)
		}
	}
	if _, _, ok := Parquet(strings.NewReader("PAR1")); ok {
		t.Error("a stream is taken for a file")
	}
	if _, err := Decode(strings.NewReader("PAR1 and so on"), Limits{}, true); reasonOf(t, err) != flowlog.UnsupportedCompression ||
		!strings.Contains(err.Error(), "a pipe") {
		t.Error(err)
	}
}
