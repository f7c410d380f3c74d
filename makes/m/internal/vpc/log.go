package vpc

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

const (
	account = "417283950614"
	header  = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"
)

// Log is a directory of flow logs, one file an hour.
type Log struct {
	start time.Time
	hours []*hour
	line  []byte
}

type hour struct {
	file *os.File
	zip  *gzip.Writer
	buf  *bufio.Writer
}

// Create begins the files.
func Create(dir string, start time.Time, hours int) (*Log, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	l := &Log{start: start}
	for i := range hours {
		name := start.Add(time.Duration(i)*time.Hour).Format("20060102T1504Z") + ".log.gz"
		file, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			return nil, errors.Join(err, l.Close())
		}
		zip, _ := gzip.NewWriterLevel(file, gzip.BestSpeed)
		h := &hour{file, zip, bufio.NewWriterSize(zip, 1<<15)}
		h.buf.WriteString(header)
		l.hours = append(l.hours, h)
	}
	return l, nil
}

// Write writes all records of a host, and lines without data for some of the
// intervals in which it had none.
func (l *Log) Write(h *Host) {
	next, begin := int32(0), l.start.Unix()
	for _, r := range h.take() {
		for ; next < r.window; next++ {
			l.idle(h, next)
		}
		next = max(next, r.window+1)
		b := append(l.line[:0], "2 "+account+" "...)
		b = append(append(b, h.ENI...), ' ')
		b = r.src.append(b)
		b = r.dst.append(b)
		for _, n := range [...]int64{int64(r.srcPort), int64(r.dstPort), int64(r.protocol), int64(r.packets), int64(r.bytes), begin + int64(r.from), begin + int64(r.til)} {
			b = append(strconv.AppendInt(b, n, 10), ' ')
		}
		if r.reject {
			b = append(b, "REJECT OK\n"...)
		} else {
			b = append(b, "ACCEPT OK\n"...)
		}
		l.line = b
		l.file(h, r.window).buf.Write(b)
	}
	for ; float64(next+1)*h.interval+h.phase <= h.Until; next++ {
		l.idle(h, next)
	}
}

func (l *Log) file(h *Host, window int32) *hour {
	at := max(0, int(float64(window)*h.interval+h.phase)/3600)
	return l.hours[min(at, len(l.hours)-1)]
}

func (l *Log) idle(h *Host, window int32) {
	from := l.start.Unix() + int64(float64(window)*h.interval+h.phase)
	fmt.Fprintf(l.file(h, window).buf, "2 %s %s - - - - - - - %d %d - NODATA\n", account, h.ENI, from, from+int64(h.interval))
}

func (a Addr) append(b []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = append(strconv.AppendUint(b, uint64(a>>shift&255), 10), '.')
	}
	b[len(b)-1] = ' '
	return b
}

// Close ends the files.
func (l *Log) Close() error {
	var errs []error
	for _, h := range l.hours {
		errs = append(errs, h.buf.Flush(), h.zip.Close(), h.file.Close())
	}
	return errors.Join(errs...)
}
