package source

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
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
	for text, want := range map[string]bool{"PAR1 and so on": true, "PAR": false, "": false, "2 123": false} {
		whole, ok, err := StartsAsParquet(iotest.OneByteReader(strings.NewReader(text)))
		if err != nil || ok != want {
			t.Errorf("%q: %v, %v", text, ok, err)
		}
		if b, err := io.ReadAll(whole); err != nil || string(b) != text {
			t.Errorf("%q is %q now: %v", text, b, err)
		}
	}
	broken := errors.New("broken")
	if _, _, err := StartsAsParquet(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Error(err)
	}
}
