package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"davy/lab"
)

// tree returns the files below a folder, decoded: how gzip packs them is its own affair.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(b))
			if err != nil {
				return err
			}
			if b, err = io.ReadAll(z); err != nil {
				return err
			}
		}
		name, err := filepath.Rel(dir, path)
		out[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The sample logs in the repository are what `make sample` makes.
func TestSampleIsWhatTheLabMakes(t *testing.T) {
	fresh := t.TempDir()
	if err := lab.Write(context.Background(), fresh, lab.Sample()); err != nil {
		t.Fatal(err)
	}
	want, got := tree(t, fresh), tree(t, filepath.Join("..", "..", "sample"))
	if len(want) < 5 {
		t.Fatalf("the lab made %d files", len(want))
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s differs: run make sample", name)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s is not from the lab", name)
	}
}
