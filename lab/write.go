package lab

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
)

// Write generates a Config into a directory: gzip objects under AWSLogs/, as
// in a bucket, and labels.tsv beside it. Equal Configs give equal files.
func Write(ctx context.Context, dir string, cfg Config) error {
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed) // a header without name and time
	labels, err := Generate(ctx, cfg, func(o Object) error {
		packed.Reset()
		zip.Reset(&packed)
		if _, err := zip.Write(o.Body); err != nil {
			return err
		}
		if err := zip.Close(); err != nil {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(o.Key))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, packed.Bytes(), 0o644)
	})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var text bytes.Buffer
	if err := WriteLabels(&text, labels); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "labels.tsv"), text.Bytes(), 0o644)
}
