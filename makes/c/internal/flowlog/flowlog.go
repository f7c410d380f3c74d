// Package flowlog writes records as AWS VPC Flow Logs, an hour a file, and
// the labels beside them.
package flowlog

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Log is the output of a run.
type Log struct {
	account string
	start   int64 // Unix time of the run's begin
	hours   []hour
	labels  *os.File
	text    *bufio.Writer
	line    []byte
}

type hour struct {
	file *os.File
	zip  *gzip.Writer
}

// Create opens a file per hour, and one for the labels. The run begins on
// some Monday of 2025.
func Create(dir string, d *dice.Dice, hours int) (*Log, error) {
	monday := time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*d.IntN(50))
	l := &Log{account: fmt.Sprintf("%012d", d.Int64N(1e12)), start: monday.Unix()}
	logs := filepath.Join(dir, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		return nil, err
	}
	if err := removeOld(logs); err != nil {
		return nil, err
	}
	for i := range hours {
		name := monday.Add(time.Duration(i)*time.Hour).Format("2006-01-02T15") + ".log.gz"
		f, err := os.Create(filepath.Join(logs, name))
		if err != nil {
			return nil, err
		}
		zip, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
		if err != nil {
			return nil, err
		}
		if _, err := zip.Write([]byte(header)); err != nil {
			return nil, err
		}
		l.hours = append(l.hours, hour{f, zip})
	}
	var err error
	if l.labels, err = os.Create(filepath.Join(dir, "labels.tsv")); err != nil {
		return nil, err
	}
	l.text = bufio.NewWriter(l.labels)
	_, err = l.text.WriteString("*\tbenign\trest\n")
	return l, err
}

// removeOld removes the logs of an earlier run, which this one's labels would
// not fit.
func removeOld(logs string) error {
	old, err := filepath.Glob(filepath.Join(logs, "*.log.gz"))
	if err != nil {
		return err
	}
	for _, name := range old {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	return nil
}

// Add writes the records of a host, each to the hour of its end, and the
// labels of the peers that have TCP traffic.
func (l *Log) Add(records []wire.Record, h *wire.Host) error {
	seen := map[uint32]bool{}
	for i := range records {
		r := &records[i]
		l.format(r, h.ENI)
		if _, err := l.hours[r.End/3600].zip.Write(l.line); err != nil {
			return err
		}
		if r.Proto == wire.TCP {
			seen[r.Src], seen[r.Dst] = true, true
		}
	}
	for _, addr := range slices.SortedFunc(maps.Keys(seen), cmp.Compare[uint32]) {
		if label, ok := h.Labels[addr]; ok {
			fmt.Fprintf(l.text, "%s::%s\t%s\t%s\t%s%s\n", dotted(nil, h.Addr), dotted(nil, addr), label.Class, label.Name, h.ENI, label.Extra)
		}
	}
	return nil
}

// format makes the line of a record.
func (l *Log) format(r *wire.Record, eni string) {
	b := append(l.line[:0], "2 "...)
	b = append(append(append(b, l.account...), ' '), eni...)
	number := func(n int64) { b = strconv.AppendInt(append(b, ' '), n, 10) }
	if r.NoData {
		b = append(b, " - - - - - - -"...)
	} else {
		b = dotted(append(b, ' '), r.Src)
		b = dotted(append(b, ' '), r.Dst)
		number(int64(r.Sport))
		number(int64(r.Dport))
		number(int64(r.Proto))
		number(r.Packets)
		number(r.Bytes)
	}
	number(l.start + int64(r.Start))
	number(l.start + int64(r.End))
	switch {
	case r.NoData:
		b = append(b, " - NODATA\n"...)
	case r.Reject:
		b = append(b, " REJECT OK\n"...)
	default:
		b = append(b, " ACCEPT OK\n"...)
	}
	l.line = b
}

// dotted appends an address in the usual form.
func dotted(b []byte, addr uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(addr>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// Close finishes the files.
func (l *Log) Close() error {
	var errs []error
	for _, h := range l.hours {
		errs = append(errs, h.zip.Close(), h.file.Close())
	}
	return errors.Join(append(errs, l.text.Flush(), l.labels.Close())...)
}
