package pipeline

import (
	"context"
	"fmt"
	"io"
	"os"

	"davy/flowlog"
	"davy/flowlog/parquet"
	"davy/internal/source"
)

// readParquet reads a Parquet file. Its content is its bytes as they are stored.
// Nothing can be salvaged of one that is corrupt.
func (r *reading) readParquet(ctx context.Context, file io.ReaderAt, size int64) bool {
	content, err := source.ContentOf(&counted{io.NewSectionReader(file, 0, size), &r.run.opts.Counts.Bytes})
	if err != nil {
		return r.fail(err)
	}
	return r.columns(ctx, file, size, content)
}

// spoolParquet reads a Parquet file that comes as a stream. It is read from its
// end, so that it has to be in a file first.
func (r *reading) spoolParquet(ctx context.Context, stream io.Reader) bool {
	file, err := os.CreateTemp(r.run.opts.Dir, "davy-*.parquet")
	if err != nil {
		return r.fail(err)
	}
	defer file.Close()
	defer os.Remove(file.Name())
	limit := r.run.opts.Limits.Bytes
	if limit <= 0 {
		limit = source.DefaultLimits().Bytes
	}
	stored := io.LimitReader(&counted{stream, &r.run.opts.Counts.Bytes}, limit+1)
	content, err := source.ContentOf(io.TeeReader(stored, file))
	switch {
	case err != nil:
		return r.fail(err)
	case content.Bytes > limit:
		return r.fail(&flowlog.ObjectError{Reason: flowlog.Bomb, Detail: fmt.Sprintf("over %d bytes of Parquet", limit)})
	}
	return r.columns(ctx, file, content.Bytes, content)
}

func (r *reading) columns(ctx context.Context, file io.ReaderAt, size int64, content source.Content) bool {
	opts := r.options()
	opts.Format = ""
	rd, err := parquet.NewReader(file, size, opts)
	if err != nil {
		return r.fail(err)
	}
	err = r.fill(ctx, rd)
	r.out.stats = *rd.Stats()
	if err != nil {
		return r.fail(err)
	}
	if r.out.failed = mostlyBad(r.object.Name, &r.out.stats); r.out.failed != nil {
		return false
	}
	r.out.bytes, r.out.whole, r.out.content = size, true, content
	return true
}
