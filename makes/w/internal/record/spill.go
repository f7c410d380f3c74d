package record

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
)

// Spill takes records in any order and keeps them in one file per hour.
type Spill struct {
	dir   string
	files []*os.File
	bufs  []*bufio.Writer
	err   error
	tmp   [encoded]byte
}

// NewSpill makes the folder and files for the given number of hours.
func NewSpill(dir string, hours int) (*Spill, error) {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	s := &Spill{dir: dir}
	for h := range hours {
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%04d", h)))
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, f)
		s.bufs = append(s.bufs, bufio.NewWriterSize(f, 1<<16))
	}
	return s, nil
}

// Add keeps a record under the hour of its end. The first error is kept and
// returned by Close, as the callers have nothing to do about it.
func (s *Spill) Add(r *Rec) {
	h := min(int(r.End)/3600, len(s.bufs)-1)
	r.encode(s.tmp[:])
	if _, err := s.bufs[h].Write(s.tmp[:]); err != nil && s.err == nil {
		s.err = err
	}
}

// Close flushes all files.
func (s *Spill) Close() error {
	for i, b := range s.bufs {
		if err := b.Flush(); err != nil && s.err == nil {
			s.err = err
		}
		if err := s.files[i].Close(); err != nil && s.err == nil {
			s.err = err
		}
	}
	return s.err
}

// Hour reads back the records of one hour, sorted by end; records of the same
// second stay in the order of their making.
func (s *Spill) Hour(h int) ([]Rec, error) {
	raw, err := os.ReadFile(s.files[h].Name())
	if err != nil {
		return nil, err
	}
	n := len(raw) / encoded
	var first [3602]int
	slot := func(i int) int {
		var r Rec
		r.decode(raw[i*encoded:])
		return min(max(int(r.End)-h*3600, 0), 3600)
	}
	for i := range n {
		first[slot(i)+1]++
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1]
	}
	out := make([]Rec, n)
	for i := range n {
		k := slot(i)
		out[first[k]].decode(raw[i*encoded:])
		first[k]++
	}
	return out, nil
}

// Remove deletes the spill files and their folder.
func (s *Spill) Remove() error { return os.RemoveAll(s.dir) }
