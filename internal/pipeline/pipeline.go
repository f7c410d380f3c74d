// Package pipeline reads objects with several workers and sums them into one
// table. The workers are here and nowhere else; only the gzip decoder of
// internal/source runs ahead in a goroutine of its own.
//
// In goes a [source.Listing]; out comes a [Result]: the table of all records, the
// counts, and what was left out. The object is the transaction: one that is
// truncated, corrupt, mostly bad or refused counts for nothing and is listed.
// The same content of one flow log read twice counts once. Of an object that was read and counts
// no more than its hash is kept, so that there may be millions.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/flowlog/envelope"
	"davy/internal/runs"
	"davy/internal/source"
)

// Options of a run. The zero value is sound.
type Options struct {
	Workers    int    // 0: one
	Format     string // of objects without a header, see flowlog.Options; goes before their own
	LenientENI bool
	Salvage    bool // keep the whole lines of a truncated or corrupt object, and say so
	Now        time.Time
	Oldest     time.Time
	Limits     source.Limits

	// Filter says which records are wanted, by their start and their interface. What
	// else it says is about objects, and up to who lists them.
	Filter source.Filter

	// Prefer is the flow log whose records count where several cover an interface at
	// the same time, see [biflow.Table.From]; "": the one with most.
	Prefer string

	// Memory is what the records kept may take up, in bytes; what is over it goes
	// to temporary files in Dir. 0: no bound.
	Memory int64
	Dir    string // "": the system's

	// Inspect, if set, is called for every object. It returns what is called for
	// every record of it that is wanted, and then, if the object counts, at its end;
	// all from the worker's goroutine.
	Inspect func() (record func(*flowlog.Record), counts func())

	// Counts, if set, says how far the run is while it goes on.
	Counts *Counts
}

// A Result is what a run read. All of it is the same for any number of workers.
// Its Table must be closed if there was a bound on memory.
type Result struct {
	Table   *biflow.Table
	Stats   flowlog.Stats // of the objects that count
	Outside Outside       // of their records
	Objects Objects

	Unwrapped envelope.Counts // what their lines were taken out of
}

// Outside are records that are sound and not wanted.
type Outside struct {
	Records int64         // of all statuses
	Traffic biflow.Totals // of those that are OK
}

// Objects counts objects and lists those that were left out, in order.
type Objects struct {
	Found      int
	Read       int      // that count
	Bytes      int64    // decoded, of those
	Skipped    []error  // what the listing named and is no object
	Duplicates []string // same content as an earlier one
	Failed     []*flowlog.ObjectError
	Partial    []*flowlog.ObjectError // salvaged, or followed by garbage: read, but not whole
}

// Incomplete tells whether anything was left out: lines, objects, parts of them.
func (r *Result) Incomplete() bool {
	return len(r.Objects.Skipped) > 0 || len(r.Objects.Failed) > 0 || len(r.Objects.Partial) > 0 || r.Stats.Bad() > 0
}

// run is one call of Run.
type run struct {
	opts   Options
	wanted *wanted // nil: all
	budget *runs.Budget
	feed   feed

	mu    sync.Mutex
	tally tally
}

// Run reads all objects of a listing. The error is the context's, the listing's, or
// that of a bad Options.Format; what is wrong with objects is in the Result. Every
// run checks that no line and no byte was lost between the objects and the table.
func Run(ctx context.Context, listing source.Listing, opts Options) (*Result, error) {
	if opts.Format != "" {
		if _, err := flowlog.ParseFormat(opts.Format); err != nil {
			return nil, err
		}
	}
	if opts.Counts == nil {
		opts.Counts = new(Counts)
	}
	r := &run{
		opts: opts, wanted: newWanted(&opts.Filter),
		budget: &runs.Budget{Bytes: opts.Memory, Dir: opts.Dir},
		tally:  tally{contents: make(map[content]bool), flowLogs: make(map[string]uint32), waiting: make(map[int]*outcome)},
	}
	tables := make([]*biflow.Table, max(1, opts.Workers))
	r.feed.start(listing, len(tables))
	var workers sync.WaitGroup
	for i := range tables {
		tables[i] = biflow.NewTable(r.budget)
		workers.Go(func() { r.work(ctx, tables[i]) })
	}
	workers.Wait()
	r.feed.stop()
	table := tables[0]
	for _, other := range tables[1:] {
		table.Merge(other)
	}
	table.Prefer(opts.Prefer)
	res, err := r.finish(ctx, table)
	if err != nil {
		return nil, errors.Join(err, table.Close())
	}
	return res, nil
}

// finish returns what was read, if all went well.
func (r *run) finish(ctx context.Context, table *biflow.Table) (*Result, error) {
	if ctx.Err() != nil {
		return nil, fmt.Errorf("reading: %w", context.Cause(ctx))
	}
	if r.feed.err != nil {
		return nil, r.feed.err
	}
	if err := table.Err(); err != nil {
		return nil, err
	}
	res := &r.tally.res
	res.Table, res.Objects.Skipped = table, r.feed.skipped
	return res, res.conserved()
}

// conserved is nil if every line has its counter and the table was given the very
// records, bytes and packets that were read: a self-check, never the input's fault.
// That it gives them back the table checks itself: see [biflow.Table.Err].
func (r *Result) conserved() error {
	s := &r.Stats
	if rest := s.Lines - s.Header - s.OK - s.NoData - s.SkipData - s.Bad(); rest != 0 {
		return fmt.Errorf("internal error: %d lines are in no counter", rest)
	}
	read := biflow.Totals{Records: uint64(s.OK), Bytes: s.Bytes, Packets: s.Packets}
	kept := r.Table.Totals()
	kept.Add(r.Outside.Traffic)
	if kept != read {
		return fmt.Errorf("internal error: the table was given %+v of %+v", kept, read)
	}
	return nil
}

// work reads objects into one worker's table until none are left.
func (r *run) work(ctx context.Context, table *biflow.Table) {
	private := biflow.NewTable(r.budget) // of one object at a time
	for ctx.Err() == nil && table.Err() == nil {
		i, object, alone, ok := r.feed.next()
		if !ok {
			return
		}
		private.From(object.Place.FlowLog)
		rd := reading{run: r, object: &object, alone: alone, wanted: r.wanted.clone(), table: private, out: &outcome{name: object.Name, flowLog: object.Place.FlowLog}}
		if rd.read(ctx) && r.take(rd.out) {
			table.Merge(private)
			rd.counts()
		} else {
			private.Reset()
		}
		r.mu.Lock()
		r.tally.add(i, rd.out)
		r.mu.Unlock()
		r.opts.Counts.Objects.Add(1)
	}
}

// take tells whether the content of an object is in no table yet.
func (r *run) take(out *outcome) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.tally.take(out)
}
