package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"davy/flowlog"
	"davy/internal/pipeline"
	"davy/internal/report"
	"davy/internal/source"
	"davy/model"
)

// inputFlags say what is read and how.
type inputFlags struct {
	Paths      []string `arg:"" name:"path" help:"Flow logs: files, folders (read with all below them), s3://BUCKET/PREFIX, cwl:LOG-GROUP, or - for standard input. Text (plain, gzip or zstd, also as services wrap it) or Parquet."`
	Format     []string `sep:"none" help:"Output (scan): table, jsonl, csv, csv-raw, ocsf or asff. Or the fields of logs without a header: '$${srcaddr} $${dstaddr} …' or names parted by spaces or commas. Give it twice for both." placeholder:"FORMAT"`
	Oldest     string   `help:"Leave out records that start before this day (UTC; 2000-01-01 if not given)." default:"2000-01-01" placeholder:"DAY"`
	LenientENI bool     `name:"lenient-eni" help:"Accept interface ids that AWS would not give."`
	Salvage    bool     `help:"Keep what can be read of truncated or corrupt objects, and say so."`
	wantedFlags
	cloudFlags
	Workers int `help:"Objects read, and pairs judged, at a time; 0 is one for each processor." default:"0"`
}

// formats parts the values of --format into the form of the output, one of
// outputs ("" if none is given), and the fields of logs without a header. The
// two cannot be taken for each other: no field is named like an output.
func (f *inputFlags) formats(outputs ...string) (output, fields string, err error) {
	for _, value := range f.Format {
		switch {
		case slices.Contains(outputs, value):
			output = value
		case fields != "":
			return "", "", usage(fmt.Errorf("--format: both %q and %q", fields, value))
		default:
			fields = value
		}
	}
	if fields != "" {
		if format, err := flowlog.ParseFormat(fields); err != nil {
			return "", "", usage(fmt.Errorf("--format: %w", err))
		} else if format.Fields() == (flowlog.FieldSet{}) {
			return "", "", usage(fmt.Errorf("--format %q: neither one of %q nor fields of a flow log", fields, outputs))
		}
	}
	return output, fields, nil
}

// options turns the flags into the pipeline's.
func (f *inputFlags) options(fields string) (pipeline.Options, error) {
	oldest, err := time.Parse(time.DateOnly, f.Oldest)
	if err != nil {
		return pipeline.Options{}, usage(fmt.Errorf("--oldest %q: want a day like 2026-01-31", f.Oldest))
	}
	now := time.Now()
	filter, err := f.filter(now)
	if err != nil {
		return pipeline.Options{}, err
	}
	if f.Workers < 0 {
		return pipeline.Options{}, usage(fmt.Errorf("--workers %d: want 0 or more", f.Workers))
	}
	workers := f.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return pipeline.Options{
		Workers: workers, Format: fields, LenientENI: f.LenientENI, Salvage: f.Salvage,
		Now: now, Oldest: oldest, Limits: source.DefaultLimits(), Filter: filter, Prefer: f.Prefer,
	}, nil
}

// read finds the objects among the paths and reads them all, and shows how far
// it is.
func (f *inputFlags) read(e *env, opts pipeline.Options, progress *progressLine) (*pipeline.Result, *report.Summary, error) {
	found, err := f.find(e.ctx, &opts)
	if err != nil {
		return nil, nil, err
	}
	defer found.close()
	opts.Counts = progress.start(found)
	res, err := readAll(e.ctx, found.listing, opts)
	if err != nil {
		return nil, nil, err
	}
	if res.Objects.Found == 0 {
		return nil, nil, errors.Join(found.nothing(res.Objects.Skipped), res.Table.Close())
	}
	summary := report.Summarise(res)
	summary.Objects.Outside, summary.Notes = found.outside(), append(summary.Notes, found.notes()...)
	summary.Overlapping(res.Table.Overlaps())
	return res, summary, nil
}

// readAll is pipeline.Run, left at once when a signal comes: a read from a pipe
// or a terminal may wait for ever, and nothing but the end of the program ends it.
func readAll(ctx context.Context, listing source.Listing, opts pipeline.Options) (*pipeline.Result, error) {
	type outcome struct {
		res *pipeline.Result
		err error
	}
	read := make(chan outcome, 1)
	go func() {
		res, err := pipeline.Run(ctx, listing, opts)
		read <- outcome{res, err}
	}()
	select {
	case out := <-read:
		return out.res, out.err
	case <-ctx.Done():
		return nil, fmt.Errorf("reading: %w", context.Cause(ctx))
	}
}

// loadModel opens a model file, or the embedded model where none is named.
func loadModel(path string) (*model.Model, error) {
	if path == "" {
		return model.Default()
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	m, err := model.Load(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

// writeFile writes a file whole or not at all: under another name first, so
// that no reader ever sees half of it.
func writeFile(path string, write func(io.Writer) error) error {
	return writeFileAs(path, 0o644, write)
}

// writeFileAs is writeFile for a file that not everybody may read.
func writeFileAs(path string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	tmp, err := os.CreateTemp(folder(path), ".davy-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
		}
	}()
	if err = write(tmp); err != nil {
		return err
	}
	if err = tmp.Chmod(mode); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

func folder(path string) string {
	if i := strings.LastIndexByte(path, os.PathSeparator); i >= 0 {
		return path[:i+1]
	}
	return "."
}
