package flowlog

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Spool sorts records by hour into temporary files, as a day of a large
// network does not fit into memory.
type Spool struct {
	dir   string
	epoch int64
	files []*os.File
	bufs  []*bufio.Writer
	err   error
}

// NewSpool makes a spool for so many hours with its files in dir.
func NewSpool(dir string, hours int, epoch int64) (*Spool, error) {
	s := &Spool{dir: dir, epoch: epoch}
	for h := range hours {
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf(".%03d.spool", h)))
		if err != nil {
			s.Drop()
			return nil, err
		}
		s.files = append(s.files, f)
		s.bufs = append(s.bufs, bufio.NewWriterSize(f, 1<<16))
	}
	return s, nil
}

// Add keeps a record. The first error is reported by Write.
func (s *Spool) Add(r *Record) {
	var b [recordSize]byte
	r.put(b[:])
	h := min(int(r.End)/3600, len(s.bufs)-1)
	if _, err := s.bufs[h].Write(b[:]); err != nil && s.err == nil {
		s.err = err
	}
}

// Drop removes the temporary files.
func (s *Spool) Drop() {
	for _, f := range s.files {
		f.Close()
		os.Remove(f.Name())
	}
	s.files = nil
}

// Write turns the spool into log files, ordered by the end of the records.
func (s *Spool) Write(owners []Owner) error {
	if s.err != nil {
		return s.err
	}
	width := max(2, len(fmt.Sprint(len(s.files)-1)))
	for h, f := range s.files {
		if err := s.bufs[h].Flush(); err != nil {
			return err
		}
		records, err := load(f)
		if err != nil {
			return err
		}
		name := filepath.Join(s.dir, fmt.Sprintf("%0*d.log.gz", width, h))
		if err := s.writeHour(name, byEnd(records), owners); err != nil {
			return err
		}
	}
	return nil
}

func load(f *os.File) ([]Record, error) {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(f, 1<<18)
	records := make([]Record, size/recordSize)
	var b [recordSize]byte
	for i := range records {
		if _, err := io.ReadFull(in, b[:]); err != nil {
			return nil, err
		}
		records[i].get(b[:])
	}
	return records, nil
}

// byEnd is a counting sort: the order of records of one second stays that of
// their making, which keeps the output the same for the same seed.
func byEnd(records []Record) []Record {
	if len(records) == 0 {
		return records
	}
	lo, hi := records[0].End, records[0].End
	for i := range records {
		lo, hi = min(lo, records[i].End), max(hi, records[i].End)
	}
	at := make([]int, hi-lo+2)
	for i := range records {
		at[records[i].End-lo+1]++
	}
	for i := 1; i < len(at); i++ {
		at[i] += at[i-1]
	}
	sorted := make([]Record, len(records))
	for i := range records {
		k := records[i].End - lo
		sorted[at[k]] = records[i]
		at[k]++
	}
	return sorted
}

func (s *Spool) writeHour(name string, records []Record, owners []Owner) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	b := append(make([]byte, 0, 1<<17), Header...)
	for i := range records {
		b = records[i].line(b, owners[records[i].NIC], s.epoch)
		if len(b) > 1<<16 {
			if _, err := z.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return f.Close()
}
