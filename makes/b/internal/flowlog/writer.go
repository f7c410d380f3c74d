package flowlog

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Writer collects records by hour and writes them at Close.
type Writer struct {
	dir     string
	account string
	epoch   int64
	spills  []*spill
	enis    []string
}

// NewWriter prepares dir/logs for a log of the given hours.
func NewWriter(dir, account string, epoch int64, hours int) (*Writer, error) {
	w := &Writer{dir: filepath.Join(dir, "logs"), account: account, epoch: epoch}
	if err := os.MkdirAll(w.dir, 0o755); err != nil {
		return nil, err
	}
	for h := range hours {
		s, err := newSpill(w.dir, h)
		if err != nil {
			return nil, err
		}
		w.spills = append(w.spills, s)
	}
	return w, nil
}

// Add stores the records of one interface.
func (w *Writer) Add(eni string, rs []Record) error {
	host := uint32(len(w.enis))
	w.enis = append(w.enis, eni)
	for _, r := range rs {
		if err := w.spills[r.End/3600].add(host, r); err != nil {
			return err
		}
	}
	return nil
}

// Close writes the hourly files.
func (w *Writer) Close() error {
	for h, s := range w.spills {
		rs, err := s.drain(uint32(h) * 3600)
		if err != nil {
			return err
		}
		if err := w.hour(h, rs); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) hour(h int, rs []hosted) error {
	at := time.Unix(w.epoch+int64(h)*3600, 0).UTC()
	name := fmt.Sprintf("%s_vpcflowlogs_%s.log.gz", w.account, at.Format("20060102T1504Z"))
	f, err := os.Create(filepath.Join(w.dir, name))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(z, 256<<10)
	out.WriteString(header)
	line := make([]byte, 0, 256)
	for _, r := range rs {
		line = w.line(line[:0], r)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return z.Close()
}

func (w *Writer) line(b []byte, r hosted) []byte {
	b = append(b, "2 "...)
	b = append(b, w.account...)
	b = append(b, ' ')
	b = append(b, w.enis[r.host]...)
	num := func(v uint64) {
		b = strconv.AppendUint(append(b, ' '), v, 10)
	}
	if r.Action == NoData {
		b = append(b, " - - - - - - -"...)
		num(uint64(w.epoch) + uint64(r.Start))
		num(uint64(w.epoch) + uint64(r.End))
		return append(b, " - NODATA\n"...)
	}
	b = AppendAddr(append(b, ' '), r.Src)
	b = AppendAddr(append(b, ' '), r.Dst)
	for _, v := range [...]uint64{uint64(r.Sport), uint64(r.Dport), uint64(r.Proto), uint64(r.Packets), r.Bytes,
		uint64(w.epoch) + uint64(r.Start), uint64(w.epoch) + uint64(r.End)} {
		num(v)
	}
	if r.Action == Reject {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}

// AppendAddr appends an IPv4 address in dotted form.
func AppendAddr(b []byte, a uint32) []byte {
	for i := 3; i >= 0; i-- {
		b = strconv.AppendUint(b, uint64(byte(a>>(8*i))), 10)
		if i > 0 {
			b = append(b, '.')
		}
	}
	return b
}
