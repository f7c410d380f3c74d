package flow

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// epoch is Monday, 17 March 2025, 00:00 UTC.
const epoch = 1742169600

// Write writes a file for each hour into a folder.
func (l *Log) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	l.idle()
	for i, recs := range l.hours {
		// Windows are delivered as they end, interface by interface.
		slices.SortStableFunc(recs, func(a, b record) int {
			return cmp.Or(cmp.Compare(a.closes, b.closes), cmp.Compare(a.iface, b.iface), cmp.Compare(a.start, b.start))
		})
		if err := l.hour(filepath.Join(dir, fmt.Sprintf("%03d.log.gz", i)), recs); err != nil {
			return err
		}
		l.hours[i] = nil
	}
	return nil
}

// idle adds NODATA for windows in which an interface saw nothing.
func (l *Log) idle() {
	for i, busy := range l.busy {
		for w, b := range busy {
			start := w*l.Interval - l.phase[i]
			if b || start < 0 || float64(start+l.Interval) > l.Seconds {
				continue
			}
			closes := int32(start + l.Interval)
			hour := min(int(closes)/3600, len(l.hours)-1)
			l.hours[hour] = append(l.hours[hour], record{start: int32(start), end: closes, closes: closes, iface: uint16(i)})
		}
	}
}

func (l *Log) hour(path string, recs []record) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(zip, 1<<16)
	out.WriteString(header)
	var line []byte
	for i := range recs {
		line = l.line(line[:0], &recs[i])
		out.Write(line)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

func (l *Log) line(b []byte, r *record) []byte {
	b = append(b, "2 "...)
	b = append(b, l.Account...)
	b = append(b, ' ')
	b = append(b, l.Names[r.iface]...)
	if r.pkts == 0 {
		b = append(b, " - - - - - - - "...)
		b = strconv.AppendInt(b, epoch+int64(r.start), 10)
		b = append(b, ' ')
		b = strconv.AppendInt(b, epoch+int64(r.end), 10)
		return append(b, " - NODATA\n"...)
	}
	b = appendAddr(append(b, ' '), r.src)
	b = appendAddr(append(b, ' '), r.dst)
	for _, n := range [...]int64{int64(r.sport), int64(r.dport), int64(r.proto), int64(r.pkts), r.bytes, epoch + int64(r.start), epoch + int64(r.end)} {
		b = strconv.AppendInt(append(b, ' '), n, 10)
	}
	if r.action == Reject {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
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

// Addr is an address in text.
func Addr(a uint32) string { return string(appendAddr(nil, a)) }
