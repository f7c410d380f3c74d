package flowlog

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Writer writes the records of many interfaces into a file for each hour.
type Writer struct {
	start time.Time
	hours []*hourFile
	line  []byte
}

type hourFile struct {
	file *os.File
	zip  *gzip.Writer
	buf  *bufio.Writer
}

// NewWriter creates dir/logs; the run begins at start.
func NewWriter(dir string, start time.Time, hours int) (*Writer, error) {
	logs := filepath.Join(dir, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		return nil, err
	}
	if old, _ := filepath.Glob(filepath.Join(logs, "*")); len(old) > 0 {
		return nil, fmt.Errorf("%s holds the files of another run", logs)
	}
	w := &Writer{start: start}
	for h := range hours {
		name := start.Add(time.Duration(h) * time.Hour).Format("20060102T1504Z")
		f, err := os.Create(filepath.Join(logs, name+".log.gz"))
		if err != nil {
			return nil, err
		}
		z, _ := gzip.NewWriterLevel(f, gzip.BestSpeed)
		b := bufio.NewWriterSize(z, 1<<16)
		b.WriteString(header)
		w.hours = append(w.hours, &hourFile{f, z, b})
	}
	return w, nil
}

// Interface names the owner of a capture.
type Interface struct {
	Account, ENI string
	Addr         uint32
}

// Write writes all that an interface has seen.
func (w *Writer) Write(i Interface, c *Capture) {
	prefix := "2 " + i.Account + " " + i.ENI + " "
	base := w.start.Unix()
	next := int32(0)
	if c.Phase == 0 {
		next = 1 // window 0 lies before the run
	}
	for _, r := range c.Finish() {
		for ; next < r.Window; next++ {
			w.noData(prefix, c, next)
		}
		next = r.Window + 1
		src, dst, sp, dp := i.Addr, r.Remote, r.LPort, r.RPort
		if r.Dir == In {
			src, dst, sp, dp = dst, src, dp, sp
		}
		action := " ACCEPT OK\n"
		if r.Rejected {
			action = " REJECT OK\n"
		}
		l := append(w.line[:0], prefix...)
		l = appendAddr(l, src)
		l = appendAddr(append(l, ' '), dst)
		for _, v := range []int64{int64(sp), int64(dp), int64(r.Proto), int64(r.Packets),
			int64(r.Bytes), base + int64(r.Start), base + int64(r.End)} {
			l = strconv.AppendInt(append(l, ' '), v, 10)
		}
		w.line = append(l, action...)
		w.put(r.End)
	}
	for ; c.end(next) < c.Seconds; next++ {
		w.noData(prefix, c, next)
	}
}

// end is the last second of a window.
func (c *Capture) end(window int32) int32 { return c.Phase + window*c.Interval - 1 }

func (w *Writer) noData(prefix string, c *Capture, window int32) {
	end := c.end(window)
	start := max(0, end+1-c.Interval)
	base := w.start.Unix()
	w.line = fmt.Appendf(w.line[:0], "%s- - - - - - - %d %d - NODATA\n", prefix, base+int64(start), base+int64(end))
	w.put(end)
}

func (w *Writer) put(end int32) { w.hours[end/3600].buf.Write(w.line) }

// Close completes all files.
func (w *Writer) Close() error {
	for _, h := range w.hours {
		if err := errors.Join(h.buf.Flush(), h.zip.Close(), h.file.Close()); err != nil {
			return err
		}
	}
	return nil
}

func appendAddr(b []byte, a uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}
