package pipeline

import (
	"context"
	"io"

	"davy/biflow"
	"davy/flowlog"
	"davy/flowlog/parquet"
	"davy/internal/source"
)

// readParquet reads object i, a Parquet file, into an empty table. It is false if
// the object does not count. Its content is its bytes as they are stored. Nothing
// can be salvaged of one that is corrupt.
func (r *run) readParquet(ctx context.Context, i int, file io.ReaderAt, size int64, table *biflow.Table) bool {
	out, name := &r.outcomes[i], r.objects[i].Name
	fail := func(err error) bool {
		out.failed = objectError(name, err)
		return false
	}
	content, err := source.ContentOf(&counted{io.NewSectionReader(file, 0, size), &r.opts.Counts.Bytes})
	if err != nil {
		return fail(err)
	}
	rd, err := parquet.NewReader(file, size, flowlog.Options{
		Require: biflow.Needs, LenientENI: r.opts.LenientENI,
		Now: r.opts.Now, Oldest: r.opts.Oldest, Object: name,
	})
	if err != nil {
		return fail(err)
	}
	err = r.fill(ctx, table, rd, i)
	out.stats = *rd.Stats()
	if err != nil {
		return fail(err)
	}
	if out.failed = mostlyBad(name, &out.stats); out.failed != nil {
		return false
	}
	out.bytes, out.whole, out.content = size, true, content
	return true
}
