package flow

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// AppendIP writes an address in dotted form.
func AppendIP(b []byte, ip uint32) []byte {
	for s := 24; s >= 0; s -= 8 {
		b = strconv.AppendUint(b, uint64(ip>>s&255), 10)
		if s > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// Write makes a file an hour in dir; base is the Unix time of the first
// second, accounts and names are those of the interfaces.
func (l *Log) Write(dir string, base uint64, accounts, names []string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for h := range l.hours {
		if err := l.hour(filepath.Join(dir, fmt.Sprintf("%04d.log.gz", h)), h, base, accounts, names); err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) hour(path string, h int, base uint64, accounts, names []string) error {
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
	recs := slices.Concat(l.hours[h]...)
	l.hours[h] = nil
	// The service delivers a window of an interface at once, some time after
	// its end.
	slices.SortStableFunc(recs, func(a, b record) int {
		if a.start/60 != b.start/60 {
			return int(a.start/60) - int(b.start/60)
		}
		return l.tuples[a.tuple].Iface - l.tuples[b.tuple].Iface
	})
	var b []byte
	for _, r := range recs {
		t := &l.tuples[r.tuple]
		src, dst, ps, pd := t.A, t.B, t.PA, t.PB
		if r.dir == 1 {
			src, dst, ps, pd = dst, src, pd, ps
		}
		b = start(b[:0], accounts[t.Iface], names[t.Iface])
		b = append(AppendIP(b, src), ' ')
		b = append(AppendIP(b, dst), ' ')
		for _, n := range []uint64{uint64(ps), uint64(pd), uint64(t.Proto), uint64(r.packets), r.bytes,
			base + uint64(r.start), base + uint64(r.start) + uint64(r.dur)} {
			b = append(strconv.AppendUint(b, n, 10), ' ')
		}
		if t.Reject {
			b = append(b, "REJECT OK\n"...)
		} else {
			b = append(b, "ACCEPT OK\n"...)
		}
		out.Write(b)
	}
	for i, busy := range l.busy {
		for w := range busy {
			at := float64(w)*l.interval - l.phase[i]
			if busy[w] || at < float64(h)*3600 || at >= float64(h+1)*3600 || at+l.interval > l.End {
				continue
			}
			b = append(start(b[:0], accounts[i], names[i]), "- - - - - - - "...)
			b = append(strconv.AppendUint(b, base+uint64(at), 10), ' ')
			b = strconv.AppendUint(b, base+uint64(at+l.interval)-1, 10)
			out.Write(append(b, " - NODATA\n"...))
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

func start(b []byte, account, name string) []byte {
	b = append(append(b, "2 "...), account...)
	b = append(append(b, ' '), name...)
	return append(b, ' ')
}
