package vpclog

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"makes/v/internal/flow"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Name is what the log calls an interface.
type Name struct{ Account, Eni string }

// Write sorts the hours and writes them into dir; base is the Unix time of the start.
func (s *Spill) Write(dir string, base int64, names []Name) error {
	// Names sort by time whatever the number of hours.
	width := max(2, len(strconv.Itoa(len(s.files)-1)))
	for h := range s.files {
		recs, err := s.load(h)
		if err != nil {
			return err
		}
		slices.SortFunc(recs, order)
		if err := writeHour(filepath.Join(dir, fmt.Sprintf("%0*d.log.gz", width, h)), recs, base, names); err != nil {
			return err
		}
	}
	return nil
}

// order is by end; the rest makes it total, so that equal seeds give equal bytes.
func order(a, b flow.Record) int {
	if a.End != b.End {
		return cmp.Compare(a.End, b.End)
	}
	if a.Eni != b.Eni {
		return cmp.Compare(a.Eni, b.Eni)
	}
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Src, b.Src), cmp.Compare(a.Dst, b.Dst),
		cmp.Compare(a.SPort, b.SPort), cmp.Compare(a.DPort, b.DPort), cmp.Compare(a.Proto, b.Proto),
		cmp.Compare(a.Status, b.Status), cmp.Compare(a.Packets, b.Packets), cmp.Compare(a.Bytes, b.Bytes))
}

func writeHour(name string, recs []flow.Record, base int64, names []Name) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(z, 1<<16)
	if _, err := io.WriteString(w, header); err != nil {
		return err
	}
	var line []byte
	for i := range recs {
		line = appendLine(line[:0], &recs[i], base, names)
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return z.Close()
}

func appendLine(b []byte, r *flow.Record, base int64, names []Name) []byte {
	n := names[r.Eni]
	b = append(b, "2 "...)
	b = append(b, n.Account...)
	b = append(b, ' ')
	b = append(b, n.Eni...)
	if r.Status >= flow.NoData {
		b = append(b, " - - - - - - - "...)
	} else {
		b = append(b, ' ')
		b = AppendIP(b, r.Src)
		b = append(b, ' ')
		b = AppendIP(b, r.Dst)
		for _, v := range []uint64{uint64(r.SPort), uint64(r.DPort), uint64(r.Proto), uint64(r.Packets), r.Bytes} {
			b = append(b, ' ')
			b = strconv.AppendUint(b, v, 10)
		}
		b = append(b, ' ')
	}
	b = strconv.AppendInt(b, base+int64(r.Start), 10)
	b = append(b, ' ')
	b = strconv.AppendInt(b, base+int64(r.End), 10)
	switch r.Status {
	case flow.Accept:
		b = append(b, " ACCEPT OK\n"...)
	case flow.Reject:
		b = append(b, " REJECT OK\n"...)
	case flow.NoData:
		b = append(b, " - NODATA\n"...)
	default:
		b = append(b, " - SKIPDATA\n"...)
	}
	return b
}

// AppendIP appends a dotted IPv4 address.
func AppendIP(b []byte, ip uint32) []byte {
	for i := 3; i >= 0; i-- {
		b = strconv.AppendUint(b, uint64(ip>>(8*i)&255), 10)
		if i > 0 {
			b = append(b, '.')
		}
	}
	return b
}
