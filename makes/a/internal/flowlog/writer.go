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

// Interface is what the log says about a network interface.
type Interface struct {
	ENI   string
	Local uint32
}

// Writer writes the hour files of a run.
type Writer struct {
	account string
	epoch   int64
	files   []*hourFile
	line    []byte
}

type hourFile struct {
	file *os.File
	gz   *gzip.Writer
	buf  *bufio.Writer
}

// NewWriter creates the hour files of a run that begins at epoch.
func NewWriter(dir, account string, epoch int64, hours int) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	w := &Writer{account: account, epoch: epoch}
	for h := range hours {
		at := time.Unix(epoch+int64(h)*3600, 0).UTC().Format("20060102T1504Z")
		name := fmt.Sprintf("%s_vpcflowlogs_%s.log.gz", account, at)
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		gz, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
		if err != nil {
			return nil, err
		}
		w.files = append(w.files, &hourFile{f, gz, bufio.NewWriter(gz)})
		if _, err := w.files[h].buf.WriteString(header); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// Write writes all records of one interface, and NODATA for its silent windows.
func (w *Writer) Write(ifc Interface, r *Recorder) error {
	next := int32(0)
	for _, q := range r.Records() {
		for ; next < q.Window; next++ {
			if err := w.noData(ifc, r, next); err != nil {
				return err
			}
		}
		next = q.Window + 1
		if err := w.record(ifc, q); err != nil {
			return err
		}
	}
	for ; next <= r.window(r.Length-1); next++ {
		if err := w.noData(ifc, r, next); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) record(ifc Interface, q Record) error {
	src, dst, sport, dport := q.Remote, ifc.Local, q.RemotePort, q.LocalPort
	if q.Out {
		src, dst, sport, dport = dst, src, dport, sport
	}
	b := w.begin(ifc)
	b = append(AppendAddr(b, src), ' ')
	b = append(AppendAddr(b, dst), ' ')
	for _, v := range []uint64{uint64(sport), uint64(dport), uint64(q.Proto), uint64(q.Packets), q.Bytes,
		uint64(w.epoch) + uint64(q.Start), uint64(w.epoch) + uint64(q.End)} {
		b = append(strconv.AppendUint(b, v, 10), ' ')
	}
	if q.Reject {
		b = append(b, "REJECT OK\n"...)
	} else {
		b = append(b, "ACCEPT OK\n"...)
	}
	return w.put(b, q.End)
}

func (w *Writer) noData(ifc Interface, r *Recorder, window int32) error {
	start := max(0, r.Phase+float64(window-1)*r.Interval)
	end := min(r.Phase+float64(window)*r.Interval, r.Length) - 1
	if end < start {
		return nil
	}
	b := append(w.begin(ifc), "- - - - - - - "...)
	b = append(strconv.AppendInt(b, w.epoch+int64(start), 10), ' ')
	b = strconv.AppendInt(b, w.epoch+int64(end), 10)
	return w.put(append(b, " - NODATA\n"...), int32(end))
}

func (w *Writer) begin(ifc Interface) []byte {
	b := append(w.line[:0], "2 "...)
	b = append(append(b, w.account...), ' ')
	return append(append(b, ifc.ENI...), ' ')
}

func (w *Writer) put(b []byte, end int32) error {
	w.line = b
	_, err := w.files[int(end)/3600].buf.Write(b)
	return err
}

// Close finishes the files.
func (w *Writer) Close() error {
	for _, f := range w.files {
		if err := f.buf.Flush(); err != nil {
			return err
		}
		if err := f.gz.Close(); err != nil {
			return err
		}
		if err := f.file.Close(); err != nil {
			return err
		}
	}
	return nil
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
