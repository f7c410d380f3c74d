package flow

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Log collects the records of all interfaces. They are kept in one
// temporary file per hour, so that memory does not grow with the traffic.
type Log struct {
	dir      string
	base     int64
	interval float64
	length   float64
	ifaces   []*Iface
	labels   map[pair]*Tag
	spools   []*spool
	err      error
	buf      [recordSize]byte
}

type spool struct {
	file  *os.File
	w     *bufio.Writer
	count int
}

// Create prepares the output folder, which has to be new or empty.
// base is the Unix time of the beginning.
func Create(dir string, base int64, hours int, interval float64) (*Log, error) {
	if old, err := os.ReadDir(dir); err == nil && len(old) > 0 {
		return nil, fmt.Errorf("%s is not empty", dir)
	} else if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	l := &Log{dir: dir, base: base, interval: interval, length: float64(hours) * 3600, labels: map[pair]*Tag{}}
	for _, d := range []string{"logs", "spool"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			return nil, err
		}
	}
	for h := range hours {
		file, err := os.Create(filepath.Join(dir, "spool", strconv.Itoa(h)))
		if err != nil {
			return nil, err
		}
		l.spools = append(l.spools, &spool{file: file, w: bufio.NewWriterSize(file, 1<<16)})
	}
	return l, nil
}

// Length is the length of the log in seconds.
func (l *Log) Length() float64 { return l.length }

// second rounds a time down to a second within the log.
func (l *Log) second(t float64) uint32 {
	return uint32(min(max(t, 0), l.length-1))
}

func (l *Log) put(r *record) {
	r.encode(l.buf[:])
	s := l.spools[r.end/3600]
	s.count++
	if _, err := s.w.Write(l.buf[:]); err != nil && l.err == nil {
		l.err = err
	}
}

// Finish writes the log files and the labels and removes what was temporary.
func (l *Log) Finish() error {
	for _, i := range l.ifaces {
		i.gaps()
	}
	if l.err != nil {
		return l.err
	}
	for h, s := range l.spools {
		if err := l.writeHour(h, s); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(filepath.Join(l.dir, "spool")); err != nil {
		return err
	}
	return l.writeLabels()
}

// writeHour sorts the records of an hour by their end and writes them.
func (l *Log) writeHour(h int, s *spool) error {
	if err := s.w.Flush(); err != nil {
		return err
	}
	if err := s.file.Close(); err != nil {
		return err
	}
	data, err := os.ReadFile(s.file.Name())
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%0*d.log.gz", max(2, len(strconv.Itoa(len(l.spools)-1))), h)
	file, err := os.Create(filepath.Join(l.dir, "logs", name))
	if err != nil {
		return err
	}
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		file.Close()
		return err
	}
	w := bufio.NewWriterSize(zip, 1<<16)
	w.WriteString(header)
	var rec record
	var line []byte
	for _, at := range orderByEnd(data, s.count, uint32(h)*3600) {
		rec.decode(data[int(at)*recordSize:])
		line = l.appendLine(line[:0], &rec)
		w.Write(line)
	}
	err = w.Flush()
	err = errors.Join(err, zip.Close(), file.Close())
	return errors.Join(err, os.Remove(s.file.Name()))
}

// orderByEnd returns the positions of the records in the order of their
// end; those of one second keep the order in which they were made.
func orderByEnd(data []byte, count int, from uint32) []uint32 {
	var rec record
	var starts [3601]uint32
	for n := range count {
		rec.decode(data[n*recordSize:])
		starts[rec.end-from+1]++
	}
	for n := 1; n < len(starts); n++ {
		starts[n] += starts[n-1]
	}
	order := make([]uint32, count)
	for n := range count {
		rec.decode(data[n*recordSize:])
		k := rec.end - from
		order[starts[k]] = uint32(n)
		starts[k]++
	}
	return order
}

func (l *Log) appendLine(b []byte, r *record) []byte {
	i := l.ifaces[r.iface]
	b = append(b, "2 "...)
	b = append(b, i.Account...)
	b = append(b, ' ')
	b = append(b, i.ID...)
	if r.status == noData || r.status == skipData {
		b = append(b, " - - - - - - - "...)
		b = l.appendTimes(b, r)
		if r.status == noData {
			return append(b, " - NODATA\n"...)
		}
		return append(b, " - SKIPDATA\n"...)
	}
	b = append(b, ' ')
	b = appendAddr(b, r.src)
	b = append(b, ' ')
	b = appendAddr(b, r.dst)
	for _, n := range [...]uint64{uint64(r.srcPort), uint64(r.dstPort), uint64(r.proto), uint64(r.packets), r.bytes} {
		b = append(b, ' ')
		b = strconv.AppendUint(b, n, 10)
	}
	b = append(b, ' ')
	b = l.appendTimes(b, r)
	if r.status == reject {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}

func (l *Log) appendTimes(b []byte, r *record) []byte {
	b = strconv.AppendInt(b, l.base+int64(r.start), 10)
	b = append(b, ' ')
	return strconv.AppendInt(b, l.base+int64(r.end), 10)
}

func appendAddr(b []byte, a uint32) []byte {
	b = strconv.AppendUint(b, uint64(a>>24), 10)
	b = append(b, '.')
	b = strconv.AppendUint(b, uint64(a>>16&255), 10)
	b = append(b, '.')
	b = strconv.AppendUint(b, uint64(a>>8&255), 10)
	b = append(b, '.')
	return strconv.AppendUint(b, uint64(a&255), 10)
}
