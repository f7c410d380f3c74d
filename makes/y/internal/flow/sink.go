package flow

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// Header is the first line of every log file.
const Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Sink keeps records on disk by hour until all are known, then writes the log files.
type Sink struct {
	dir      string
	base     int64
	interval float64
	end      float64
	ifaces   []*Iface
	hours    []*bufio.Writer
	files    []*os.File
	buf      [recordSize]byte
	err      error
}

// NewSink makes the folder, which must be new or empty, and the sink in it; base is the Unix time of second 0.
func NewSink(dir string, base int64, hours int, interval float64) (*Sink, error) {
	if old, err := os.ReadDir(dir); err == nil && len(old) > 0 {
		return nil, fmt.Errorf("%s is not empty", dir)
	}
	if err := os.MkdirAll(filepath.Join(dir, "logs"), 0o755); err != nil {
		return nil, err
	}
	s := &Sink{dir: dir, base: base, interval: interval, end: float64(hours) * 3600}
	for h := range hours {
		f, err := os.Create(s.spill(h))
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, f)
		s.hours = append(s.hours, bufio.NewWriterSize(f, 1<<15))
	}
	return s, nil
}

func (s *Sink) spill(hour int) string { return filepath.Join(s.dir, fmt.Sprintf("spill-%03d", hour)) }

func (s *Sink) put(r *Record) {
	r.encode(s.buf[:])
	h := min(int(r.End/3600), len(s.hours)-1)
	if _, err := s.hours[h].Write(s.buf[:]); err != nil && s.err == nil {
		s.err = err
	}
}

// Close writes the log files and removes the working files.
func (s *Sink) Close() error {
	for _, f := range s.ifaces {
		s.silence(f)
	}
	if s.err != nil {
		return s.err
	}
	width := max(2, len(strconv.Itoa(len(s.hours)-1)))
	for h := range s.hours {
		if err := s.hours[h].Flush(); err != nil {
			return err
		}
		if err := s.files[h].Close(); err != nil {
			return err
		}
		if err := s.write(h, filepath.Join(s.dir, "logs", fmt.Sprintf("%0*d.log.gz", width, h))); err != nil {
			return err
		}
		if err := os.Remove(s.spill(h)); err != nil {
			return err
		}
	}
	return nil
}

// silence puts the NODATA and SKIPDATA lines of an interface.
func (s *Sink) silence(f *Iface) {
	for slot := range f.seen {
		lo, hi := f.slotBounds(slot)
		r := Record{Iface: f.Index, Status: noData, Start: uint32(lo), End: uint32(hi)}
		switch {
		case hi-lo < 2:
			continue
		case f.skip[slot]:
			r.Status = skipData
		case f.seen[slot]:
			continue
		}
		s.put(&r)
	}
}

// write sorts one hour's records by their end and writes them.
func (s *Sink) write(hour int, name string) error {
	raw, err := os.ReadFile(s.spill(hour))
	if err != nil {
		return err
	}
	n := len(raw) / recordSize
	var r Record
	// A counting sort over the hour's seconds keeps the order of equal times.
	start := make([]int, 3602)
	at := make([]uint16, n)
	for i := range n {
		r.decode(raw[i*recordSize:])
		at[i] = uint16(min(int(r.End)-hour*3600, 3600))
		start[at[i]+1]++
	}
	for i := 1; i < len(start); i++ {
		start[i] += start[i-1]
	}
	order := make([]int32, n)
	for i, a := range at {
		order[start[a]] = int32(i)
		start[a]++
	}
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	defer out.Close()
	z, err := gzip.NewWriterLevel(out, gzip.BestSpeed)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(z, 1<<16)
	w.WriteString(Header)
	line := make([]byte, 0, 256)
	for _, i := range order {
		r.decode(raw[int(i)*recordSize:])
		line = s.line(line[:0], &r)
		w.Write(line)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return out.Close()
}

func (s *Sink) line(b []byte, r *Record) []byte {
	f := s.ifaces[r.Iface]
	b = append(b, "2 "...)
	b = append(b, f.Account...)
	b = append(b, ' ')
	b = append(b, f.ID...)
	num := func(v uint64) {
		b = append(b, ' ')
		b = strconv.AppendUint(b, v, 10)
	}
	if r.Status >= noData {
		b = append(b, " - - - - - - -"...)
		num(uint64(s.base) + uint64(r.Start))
		num(uint64(s.base) + uint64(r.End))
		if r.Status == noData {
			return append(b, " - NODATA\n"...)
		}
		return append(b, " - SKIPDATA\n"...)
	}
	b = append(b, ' ')
	b = AppendAddr(b, r.Src)
	b = append(b, ' ')
	b = AppendAddr(b, r.Dst)
	num(uint64(r.SrcPort))
	num(uint64(r.DstPort))
	num(uint64(r.Proto))
	num(uint64(r.Packets))
	num(r.Bytes)
	num(uint64(s.base) + uint64(r.Start))
	num(uint64(s.base) + uint64(r.End))
	if r.Status == rejected {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}

// AppendAddr appends an IPv4 address in dotted form.
func AppendAddr(b []byte, a uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}
