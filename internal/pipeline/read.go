package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"davy/biflow"
	"davy/flowlog"
	"davy/flowlog/envelope"
	"davy/internal/source"
)

// reading is the reading of one object into an empty table.
type reading struct {
	run    *run
	object *source.Object
	alone  bool    // a processor has nothing to do but help
	wanted *wanted // nil: all
	table  *biflow.Table
	out    *outcome
	counts func() // to be called if the object counts
}

// read is false if the object does not count.
func (r *reading) read(ctx context.Context) bool {
	opened, err := r.object.Open(ctx)
	if err != nil {
		return r.fail(err)
	}
	defer opened.Close()
	if file, size, ok := source.Parquet(opened); ok {
		return r.readParquet(ctx, file, size)
	}
	head, isParquet, err := source.StartsAsParquet(opened)
	switch {
	case err != nil:
		return r.fail(err)
	case isParquet:
		return r.spoolParquet(ctx, head)
	}
	if !r.readText(ctx, head) {
		return false
	}
	if source.Grew(opened) {
		r.out.partial = &flowlog.ObjectError{
			Object: r.object.Name, Reason: flowlog.Growing,
			Detail: "it was being written: its last line was left out", Hint: "scan it again",
		}
	}
	return true
}

// readText reads lines, which may be compressed and wrapped.
func (r *reading) readText(ctx context.Context, stored io.Reader) bool {
	opts := &r.run.opts
	dec, err := source.Decode(&counted{stored, &opts.Counts.Bytes}, opts.Limits, r.alone)
	if err != nil {
		return r.fail(err)
	}
	defer dec.Close()
	lines := envelope.Open(dec, envelope.Limits{Bytes: opts.Limits.Bytes, Ratio: opts.Limits.Ratio, Grace: opts.Limits.Grace})
	rd, err := flowlog.NewReader(lines, r.options())
	if err != nil {
		return r.fail(err)
	}
	dec.Object = r.object.Name
	err = r.fill(ctx, rd)
	r.out.stats, r.out.unwrapped = *rd.Stats(), lines.Counts()
	if err != nil {
		if !opts.Salvage || !salvageable(err) {
			return r.fail(err)
		}
		r.out.partial = objectError(r.object.Name, err)
	}
	if r.out.failed = mostlyBad(r.object.Name, &r.out.stats); r.out.failed != nil {
		return false
	}
	r.out.bytes = dec.DecodedBytes
	if r.out.partial != nil {
		return true
	}
	r.out.content, r.out.whole = dec.Content(), true
	if dec.TrailingGarbage {
		r.out.partial = &flowlog.ObjectError{
			Object: r.object.Name, Reason: flowlog.TrailingGarbage,
			Detail: "bytes after the end of its " + dec.Compression + " were left out",
		}
	}
	return true
}

func (r *reading) options() flowlog.Options {
	opts := &r.run.opts
	format := opts.Format
	if format == "" {
		format = r.object.Format
	}
	return flowlog.Options{
		Format: format, Require: biflow.Needs, LenientENI: opts.LenientENI,
		Now: opts.Now, Oldest: opts.Oldest, Object: r.object.Name,
	}
}

// fail notes why the object does not count.
func (r *reading) fail(err error) bool {
	r.out.failed = objectError(r.object.Name, err)
	return false
}

// mostlyBad is nil if enough of an object's lines are good.
func mostlyBad(name string, s *flowlog.Stats) *flowlog.ObjectError {
	if !s.MostlyBad() {
		return nil
	}
	return &flowlog.ObjectError{
		Object: name, Reason: flowlog.MostlyBad,
		Detail: describeBad(s), Hint: "is it a flow log of this format?",
	}
}

func describeBad(s *flowlog.Stats) string {
	var parts []string
	for _, reason := range slices.Sorted(maps.Keys(s.Rejected)) {
		parts = append(parts, fmt.Sprintf("%d %s", s.Rejected[reason], reason))
	}
	text := fmt.Sprintf("%d of %d lines are bad: %s", s.Bad(), s.Lines-s.Header, strings.Join(parts, ", "))
	if len(s.Samples) > 0 {
		first := s.Samples[0]
		first.Object = "" // named already
		text += "; the first is line " + first.Error()
	}
	return text
}

// records are those of one object.
type records interface {
	Read(*flowlog.Record) error
	Stats() *flowlog.Stats
}

// fill adds all records that are wanted to the table.
func (r *reading) fill(ctx context.Context, rd records) error {
	var inspect func(*flowlog.Record)
	r.counts = func() {}
	if r.run.opts.Inspect != nil {
		inspect, r.counts = r.run.opts.Inspect()
	}
	const many = 1024
	var rec flowlog.Record
	n := 0
	counts := r.run.opts.Counts
	defer func() { counts.Records.Add(int64(n % many)) }() // the rest
	for ; ; n++ {
		if n%many == 0 && n > 0 {
			counts.Records.Add(many)
		}
		if n%many == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch err := rd.Read(&rec); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		if r.wanted != nil && !r.wanted.lets(&rec) {
			r.out.outside.count(&rec)
			continue
		}
		r.table.Add(&rec)
		if inspect != nil {
			inspect(&rec)
		}
	}
}

// salvageable errors end an object early; what came before them is whole.
func salvageable(err error) bool {
	var oe *flowlog.ObjectError
	return errors.As(err, &oe) && (oe.Reason == flowlog.Truncated || oe.Reason == flowlog.Checksum)
}

// objectError returns err as an ObjectError that names the object.
func objectError(name string, err error) *flowlog.ObjectError {
	var oe *flowlog.ObjectError
	if !errors.As(err, &oe) {
		oe = &flowlog.ObjectError{Reason: flowlog.Unreadable, Err: err}
	}
	named := *oe
	named.Object = name
	return &named
}
