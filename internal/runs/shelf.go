package runs

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"sync/atomic"
)

// A Budget is what the runs of all shelves that share it may take up in memory.
type Budget struct {
	Bytes int64  // 0: no bound
	Dir   string // for temporary files; "": the system's

	used atomic.Int64
	disk atomic.Int64
}

// piece is how large the pieces of an arena are: with a bound, so that all shelves
// have a few.
func (b *Budget) piece() int64 {
	if b.Bytes == 0 {
		return math.MaxInt64 // no arena: nobody would let it go
	}
	return max(smallPiece, min(largePiece, b.Bytes/8))
}

// OnDisk is the number of bytes that were moved to files.
func (b *Budget) OnDisk() int64 { return b.disk.Load() }

// A Shelf holds runs. The zero Shelf is empty and has no bound. One that has
// must be closed, and no Reader of it used after that.
type Shelf struct {
	budget  *Budget
	runs    []*Run
	memory  int64 // bytes of the runs that are there, where that is bounded
	arena   arena // of those of them that came when there was much
	files   []*os.File
	scratch []byte
}

// usual is more bytes than a fact takes in most runs.
const usual = 14

// least is the part of the budget below which a shelf has nothing moved to disk:
// many small runs there would take more memory to merge than they took before.
// With so many shelves as have a part of a budget, a few, it is not far exceeded.
const least = 16

// NewShelf returns an empty shelf with a share in a budget.
func NewShelf(budget *Budget) Shelf { return Shelf{budget: budget} }

// Pack packs what is in the log, whose interface i has the name names[i], and
// empties it.
func (s *Shelf) Pack(l *Log, names []string) error {
	var errs []error
	for part := range l.parts() {
		errs = append(errs, s.pack(part, names))
	}
	l.Reset()
	return errors.Join(errs...)
}

// pack makes a run of a part of a log.
func (s *Shelf) pack(l *Log, names []string) error {
	large := s.budget != nil && s.memory >= s.budget.piece() // worth large pages
	to := s.scratch
	if large {
		to = s.arena.room(usual*l.Len(), s.budget.piece())
	}
	var w Writer
	w.reset(nil, to)
	l.Pack(names, &w)
	blocks, err := w.end()
	if err != nil {
		return err
	}
	run := &Run{Sums: w.Sums, size: int64(len(blocks))}
	s.runs = append(s.runs, run)
	if large {
		run.bytes = s.arena.keep(blocks)
	} else {
		run.bytes, s.scratch = bytes.Clone(blocks), blocks
	}
	if s.budget == nil || s.budget.Bytes == 0 {
		return nil
	}
	s.memory += run.size
	if s.budget.used.Add(run.size) > s.budget.Bytes && s.memory >= s.budget.Bytes/least {
		return s.spill()
	}
	return nil
}

// Take moves the runs of t here.
func (s *Shelf) Take(t *Shelf) {
	s.runs, s.files = append(s.runs, t.runs...), append(s.files, t.files...)
	s.arena.take(&t.arena)
	s.memory += t.memory
	t.runs, t.files, t.memory = nil, nil, 0
}

// Reader returns a reader of all runs, and of those on other shelves.
func (s *Shelf) Reader(others ...*Shelf) *Reader {
	all := s.runs
	for _, o := range others {
		all = append(slices.Clip(all), o.runs...)
	}
	return NewReader(all)
}

// sums adds up those of the runs.
func sums(runs []*Run) (sum Sums) {
	for _, r := range runs {
		sum.Facts += r.Sums.Facts
		sum.Bytes += r.Sums.Bytes
		sum.Packets += r.Sums.Packets
	}
	return sum
}

// spill merges the runs that are in memory into one at the end of a file.
func (s *Shelf) spill() error {
	var kept, moved []*Run
	var size int64
	for _, r := range s.runs {
		if r.file != nil {
			kept = append(kept, r)
			continue
		}
		moved = append(moved, r)
		size += r.size
	}
	if len(s.files) == 0 {
		file, err := os.CreateTemp(s.budget.Dir, "davy-*.runs")
		if err != nil {
			return fmt.Errorf("over the memory allowed, and there is no place on disk: %w", err)
		}
		os.Remove(file.Name()) // the open file lives on, and goes when it is closed
		s.files = append(s.files, file)
	}
	file := s.files[0]
	at, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return fmt.Errorf("over the memory allowed: %w", err)
	}
	run, err := merge(moved, file)
	if err != nil {
		return fmt.Errorf("over the memory allowed, and writing to disk failed: %w", err)
	}
	run.file, run.at = file, at
	s.runs = append(kept, run)
	s.budget.used.Add(-size)
	s.memory = 0
	s.budget.disk.Add(run.size)
	return s.arena.release()
}

// merge writes one run with what is in all.
func merge(all []*Run, to io.Writer) (*Run, error) {
	count := &counter{to: to}
	var w Writer
	w.reset(count, nil)
	r := NewReader(all)
	want := sums(all)
	for r.Next() {
		w.Interface(string(r.Interface()))
		r.Rewind()
		for _, s := range r.Silences {
			w.Silence(s)
		}
		for r.Pair() {
			w.Pair(r.Ends)
			for f := range r.Facts() {
				w.Fact(f)
			}
		}
	}
	if _, err := w.end(); err != nil || r.Err() != nil {
		return nil, errors.Join(err, r.Err())
	}
	if w.Sums != want {
		return nil, fmt.Errorf("internal error: %+v of %+v are left", w.Sums, want)
	}
	return &Run{Sums: w.Sums, size: count.n}, nil
}

// counter counts what is written.
type counter struct {
	to io.Writer
	n  int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += int64(n)
	return n, err
}

// Close lets all runs go, and the files.
func (s *Shelf) Close() error {
	var errs []error
	if s.budget != nil {
		s.budget.used.Add(-s.memory)
	}
	errs = append(errs, s.arena.release())
	for _, f := range s.files {
		errs = append(errs, f.Close())
	}
	s.runs, s.files, s.memory = nil, nil, 0
	return errors.Join(errs...)
}
