package lab

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
)

// Write generates a Config into a directory: gzip objects under AWSLogs/, as
// in a bucket, and labels.tsv beside it. Equal Configs give equal files.
func Write(ctx context.Context, dir string, cfg Config) error {
	made := ""
	labels, err := generate(ctx, cfg, true, func(o *Object) error {
		path := filepath.Join(dir, filepath.FromSlash(o.Key))
		if folder := filepath.Dir(path); folder != made {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			made = folder
		}
		return os.WriteFile(path, o.packed, 0o644)
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
