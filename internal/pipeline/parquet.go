package pipeline

import (
	"context"
	"crypto/sha256"
	"io"

	"davy/biflow"
	"davy/flowlog"
	"davy/flowlog/parquet"
)

// readParquet reads object i, a Parquet file, into a table of its own, nil if it
// does not count. Its content is its bytes as they are stored. Nothing can be
// salvaged of one that is corrupt.
func (r *run) readParquet(ctx context.Context, i int, file io.ReaderAt, size int64) *biflow.Table {
	out, name := &r.outcomes[i], r.objects[i].Name
	fail := func(err error) *biflow.Table {
		out.failed = objectError(name, err)
		return nil
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, &counted{io.NewSectionReader(file, 0, size), &r.opts.Counts.Bytes}); err != nil {
		return fail(err)
	}
	rd, err := parquet.NewReader(file, size, flowlog.Options{
		Require: biflow.Needs, LenientENI: r.opts.LenientENI,
		Now: r.opts.Now, Oldest: r.opts.Oldest, Object: name,
	})
	if err != nil {
		return fail(err)
	}
	table := new(biflow.Table)
	err = r.fill(ctx, table, rd, i)
	out.stats = *rd.Stats()
	if err != nil {
		return fail(err)
	}
	if out.failed = mostlyBad(name, &out.stats); out.failed != nil {
		return nil
	}
	out.bytes, out.whole = size, true
	hash.Sum(out.sum[:0])
	return table
}
