package flow

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Write the hours, a file each.
func (l *Log) Write(dir string) error {
	dir = filepath.Join(dir, "logs")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for h := range l.hours {
		name := time.Unix(l.Base+int64(h)*3600, 0).UTC().Format("20060102T1504Z") + ".log.gz"
		if err := l.writeHour(filepath.Join(dir, name), h); err != nil {
			return err
		}
		l.hours[h] = nil
	}
	return nil
}

func (l *Log) writeHour(path string, h int) error {
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
	if _, err := out.WriteString(header); err != nil {
		return err
	}
	// The agent of an interface publishes window by window; within one, the
	// order means nothing.
	recs := l.hours[h]
	slices.SortFunc(recs, func(a, b record) int {
		if c := cmp.Compare(a.window, b.window); c != 0 {
			return c
		}
		if c := cmp.Compare(l.flows[a.flow].Iface, l.flows[b.flow].Iface); c != 0 {
			return c
		}
		if c := cmp.Compare(a.flow, b.flow); c != 0 {
			return c
		}
		if c := cmp.Compare(a.start, b.start); c != 0 {
			return c
		}
		if a.fromServer != b.fromServer {
			if b.fromServer {
				return -1
			}
			return 1
		}
		return 0
	})
	var line []byte
	for _, r := range recs {
		line = l.line(line[:0], r)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	for _, i := range l.Ifaces {
		for w := 1; ; w++ {
			end := i.Phase + float64(w)*l.Interval
			if end >= l.Span {
				break
			}
			if int(end/3600) != h || i.busy[w/64]>>(w%64)&1 == 1 {
				continue
			}
			line = append(line[:0], "2 "+i.Account+" "+i.ID+" - - - - - - - "...)
			line = strconv.AppendInt(line, l.Base+int64(end-l.Interval), 10)
			line = append(line, ' ')
			line = strconv.AppendInt(line, l.Base+int64(end)-1, 10)
			line = append(line, " - NODATA\n"...)
			if _, err := out.Write(line); err != nil {
				return err
			}
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

func (l *Log) line(b []byte, r record) []byte {
	k := l.flows[r.flow]
	i := l.Ifaces[k.Iface]
	if r.fromServer {
		k.Src, k.Dst, k.SPort, k.DPort = k.Dst, k.Src, k.DPort, k.SPort
	}
	b = append(b, "2 "+i.Account+" "+i.ID+" "...)
	b = append(AppendIP(b, k.Src), ' ')
	b = append(AppendIP(b, k.Dst), ' ')
	for _, n := range []int64{int64(k.SPort), int64(k.DPort), int64(k.Proto), int64(r.packets), int64(r.bytes),
		l.Base + int64(r.start), l.Base + int64(r.start) + int64(r.length)} {
		b = append(strconv.AppendInt(b, n, 10), ' ')
	}
	if k.Rejected {
		return append(b, "REJECT OK\n"...)
	}
	return append(b, "ACCEPT OK\n"...)
}

// AppendIP writes an address.
func AppendIP(b []byte, ip uint32) []byte {
	for s := 24; s >= 0; s -= 8 {
		b = strconv.AppendInt(b, int64(ip>>s&255), 10)
		if s > 0 {
			b = append(b, '.')
		}
	}
	return b
}
