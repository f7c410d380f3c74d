// Package pipeline reads objects with several workers and sums them into one
// table. The workers are here and nowhere else; only the gzip decoder of
// internal/source runs ahead in a goroutine of its own.
//
// In go [source.Object]s; out comes a [Result]: the table of all records, the
// counts, and what was left out. The object is the transaction: one that is
// truncated, corrupt, mostly bad or refused counts for nothing and is listed.
// The same content read twice counts once.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/internal/runs"
	"davy/internal/source"
)

// Options of a run. The zero value is sound.
type Options struct {
	Workers    int    // 0: one
	Format     string // of objects without a header, see flowlog.Options
	LenientENI bool
	Salvage    bool // keep the whole lines of a truncated or corrupt object, and say so
	Now        time.Time
	Oldest     time.Time
	Limits     source.Limits

	// Memory is what the records kept may take up, in bytes; what is over it goes
	// to temporary files in Dir. 0: no bound.
	Memory int64
	Dir    string // "": the system's

	// Inspect, if set, is called for every object, and what it returns for
	// every record of it, from the worker's goroutine.
	Inspect func(object int) func(*flowlog.Record)

	// Counts, if set, says how far the run is while it goes on.
	Counts *Counts
}

// A Result is what a run read. All of it is the same for any number of workers.
// Its Table must be closed if there was a bound on memory.
type Result struct {
	Table   *biflow.Table
	Stats   flowlog.Stats // of the objects that count
	Objects Objects
}

// Objects counts objects and lists those that were left out, in order.
type Objects struct {
	Found      int
	Read       int      // that count
	Counted    []int    // their indices
	Bytes      int64    // decoded, of those
	Duplicates []string // same content as an earlier one
	Failed     []*flowlog.ObjectError
	Partial    []*flowlog.ObjectError // salvaged, or followed by garbage: read, but not whole
}

// Incomplete tells whether anything was left out: lines, objects, parts of them.
func (r *Result) Incomplete() bool {
	return len(r.Objects.Failed) > 0 || len(r.Objects.Partial) > 0 || r.Stats.Bad() > 0
}

// outcome is what became of one object.
type outcome struct {
	stats   flowlog.Stats
	whole   bool           // read to its end
	content source.Content // if whole
	bytes   int64          // decoded
	failed  *flowlog.ObjectError
	partial *flowlog.ObjectError
}

// run is one call of Run.
type run struct {
	opts     Options
	objects  []source.Object
	outcomes []outcome

	budget *runs.Budget

	mu    sync.Mutex
	next  int
	taken map[source.Content]bool // contents that are in a table
}

// Run reads all objects. The error is the context's, or that of a bad
// Options.Format; what is wrong with objects is in the Result. Every run checks
// that no line and no byte was lost between the objects and the table.
func Run(ctx context.Context, objects []source.Object, opts Options) (*Result, error) {
	if opts.Format != "" {
		if _, err := flowlog.ParseFormat(opts.Format); err != nil {
			return nil, err
		}
	}
	r := &run{
		opts: opts, objects: objects, outcomes: make([]outcome, len(objects)),
		taken: make(map[source.Content]bool), budget: &runs.Budget{Bytes: opts.Memory, Dir: opts.Dir},
	}
	if r.opts.Counts == nil {
		r.opts.Counts = new(Counts)
	}
	tables := make([]*biflow.Table, max(1, min(opts.Workers, len(objects))))
	var workers sync.WaitGroup
	for i := range tables {
		tables[i] = biflow.NewTable(r.budget)
		workers.Go(func() { r.work(ctx, tables[i]) })
	}
	workers.Wait()
	table := tables[0]
	for _, other := range tables[1:] {
		table.Merge(other)
	}
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
	if err := table.Err(); err != nil {
		return nil, err
	}
	res := r.result(table)
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
	if kept := r.Table.Totals(); kept != read {
		return fmt.Errorf("internal error: the table was given %+v of %+v", kept, read)
	}
	return nil
}

// work reads objects into one worker's table until none are left.
func (r *run) work(ctx context.Context, table *biflow.Table) {
	private := biflow.NewTable(r.budget) // of one object at a time
	for ctx.Err() == nil && table.Err() == nil {
		r.mu.Lock()
		i := r.next
		r.next++
		r.mu.Unlock()
		if i >= len(r.objects) {
			return
		}
		if r.read(ctx, i, private) && r.take(i) {
			table.Merge(private)
		} else {
			private.Reset()
		}
		r.opts.Counts.Objects.Add(1)
	}
}

// alone tells whether a processor has nothing to do but help with object i: there
// are fewer workers than processors, or few objects left.
func (r *run) alone(i int) bool {
	busy := min(r.opts.Workers, len(r.objects)-i)
	return busy < runtime.GOMAXPROCS(0)
}

// take tells whether the content of object i is in no table yet.
func (r *run) take(i int) bool {
	out := &r.outcomes[i]
	if !out.comparable() {
		return true
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.taken[out.content] {
		return false
	}
	r.taken[out.content] = true
	return true
}

// comparable objects were read whole and hold something that must not count
// twice. Empty ones are all alike.
func (o *outcome) comparable() bool {
	return o.whole && o.stats.OK+o.stats.NoData+o.stats.SkipData > 0
}

// read reads object i into an empty table. It is false if the object does not count.
func (r *run) read(ctx context.Context, i int, table *biflow.Table) bool {
	out, object := &r.outcomes[i], r.objects[i]
	fail := func(err error) bool {
		out.failed = objectError(object.Name, err)
		return false
	}
	file, err := object.Open(ctx)
	if err != nil {
		return fail(err)
	}
	defer file.Close()
	if f, size, ok := source.Parquet(file); ok {
		return r.readParquet(ctx, i, f, size, table)
	}
	dec, err := source.Decode(&counted{file, &r.opts.Counts.Bytes}, r.opts.Limits, r.alone(i))
	if err != nil {
		return fail(err)
	}
	defer dec.Close()
	rd, err := flowlog.NewReader(dec, flowlog.Options{
		Format: r.opts.Format, Require: biflow.Needs, LenientENI: r.opts.LenientENI,
		Now: r.opts.Now, Oldest: r.opts.Oldest, Object: object.Name,
	})
	if err != nil {
		return fail(err)
	}
	dec.Object = object.Name
	err = r.fill(ctx, table, rd, i)
	out.stats = *rd.Stats()
	if err != nil {
		if !r.opts.Salvage || !salvageable(err) {
			return fail(err)
		}
		out.partial = objectError(object.Name, err)
	}
	if out.failed = mostlyBad(object.Name, &out.stats); out.failed != nil {
		return false
	}
	out.bytes = dec.DecodedBytes
	if out.partial != nil {
		return true
	}
	out.content, out.whole = dec.Content(), true
	if dec.TrailingGarbage {
		out.partial = &flowlog.ObjectError{
			Object: object.Name, Reason: flowlog.TrailingGarbage,
			Detail: "bytes after the end of its " + dec.Compression + " were left out",
		}
	}
	if source.Grew(file) {
		out.partial = &flowlog.ObjectError{
			Object: object.Name, Reason: flowlog.Growing,
			Detail: "it was being written: its last line was left out", Hint: "scan it again",
		}
	}
	return true
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

// records are those of one object.
type records interface {
	Read(*flowlog.Record) error
	Stats() *flowlog.Stats
}

// fill adds all records to the table.
func (r *run) fill(ctx context.Context, table *biflow.Table, rd records, i int) error {
	inspect := func(*flowlog.Record) {}
	if r.opts.Inspect != nil {
		inspect = r.opts.Inspect(i)
	}
	const many = 1024
	var rec flowlog.Record
	n := 0
	defer func() { r.opts.Counts.Records.Add(int64(n % many)) }() // the rest
	for ; ; n++ {
		if n%many == 0 && n > 0 {
			r.opts.Counts.Records.Add(many)
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
		table.Add(&rec)
		inspect(&rec)
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

// result adds up the outcomes in the order of the objects, so that which of
// two equal objects counts does not depend on the workers.
func (r *run) result(table *biflow.Table) *Result {
	res := &Result{Table: table, Objects: Objects{Found: len(r.objects)}}
	counted := make(map[source.Content]bool)
	for i := range r.outcomes {
		out := &r.outcomes[i]
		switch {
		case out.failed != nil:
			res.Objects.Failed = append(res.Objects.Failed, out.failed)
			continue
		case out.comparable() && counted[out.content]:
			res.Objects.Duplicates = append(res.Objects.Duplicates, r.objects[i].Name)
			continue
		case out.partial != nil:
			res.Objects.Partial = append(res.Objects.Partial, out.partial)
		}
		counted[out.content] = true
		res.Objects.Read++
		res.Objects.Counted = append(res.Objects.Counted, i)
		res.Objects.Bytes += out.bytes
		res.Stats.Merge(&out.stats)
	}
	res.Stats.Samples = firstOfEach(res.Stats.Samples)
	return res
}

// firstOfEach keeps the first few samples of each reason.
func firstOfEach(samples []flowlog.ParseError) []flowlog.ParseError {
	const most = 3
	seen := make(map[flowlog.Reason]int)
	return slices.DeleteFunc(samples, func(e flowlog.ParseError) bool {
		seen[e.Reason]++
		return seen[e.Reason] > most
	})
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
