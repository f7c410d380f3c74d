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
	"time"

	"makes/aa/internal/rng"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// base is a Monday of 2025, 00:00 UTC.
var base = time.Date(2025, time.September, 8, 0, 0, 0, 0, time.UTC).Unix()

// Write makes the log files, an hour each, and the labels.
func (n *Net) Write(seed uint64, dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "logs"), 0o777); err != nil {
		return err
	}
	account := fmt.Sprintf("%012d", rng.New(seed, 73).N(1e12))
	gaps := n.gaps(seed)
	for h := range n.hours {
		if err := n.writeHour(dir, account, h, gaps[h]); err != nil {
			return err
		}
		n.hours[h] = nil
	}
	return n.writeLabels(dir)
}

// gap is a window without a record.
type gap struct {
	iface, start, end int
	status            string
}

// gaps are the windows in which nothing was seen, and a few the log skipped.
func (n *Net) gaps(seed uint64) [][]gap {
	r := rng.New(seed, 74)
	out := make([][]gap, len(n.hours))
	for i, f := range n.If {
		for w, some := range f.some {
			start, end := max(0, w*n.interval-f.phase), (w+1)*n.interval-f.phase
			if start >= int(n.End) {
				continue
			}
			status := "NODATA"
			if some {
				if !r.P(.0004) {
					continue
				}
				status = "SKIPDATA"
			}
			h := min(end/3600, len(n.hours)-1)
			out[h] = append(out[h], gap{i, start, min(end, int(n.End)) - 1, status})
		}
	}
	return out
}

func (n *Net) writeHour(dir, account string, h int, gaps []gap) error {
	at := time.Unix(base+int64(h)*3600, 0).UTC()
	file, err := os.Create(filepath.Join(dir, "logs", at.Format("20060102T1504Z")+".log.gz"))
	if err != nil {
		return err
	}
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(zip, 1<<16)
	out.WriteString(header)
	records := n.hours[h]
	slices.SortFunc(records, func(a, b record) int {
		return cmp.Or(cmp.Compare(a.end, b.end), cmp.Compare(a.flow, b.flow), cmp.Compare(a.start, b.start))
	})
	var line []byte
	for _, r := range records {
		line = n.line(line[:0], account, r)
		out.Write(line)
	}
	for _, g := range gaps {
		fmt.Fprintf(out, "2 %s %s - - - - - - - %d %d - %s\n", account, n.If[g.iface].ID, base+int64(g.start), base+int64(g.end), g.status)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

func (n *Net) line(b []byte, account string, r record) []byte {
	k := n.flows[r.flow]
	b = append(b, "2 "...)
	b = append(b, account...)
	b = append(b, ' ')
	b = append(b, n.If[k.iface].ID...)
	b = appendAddr(append(b, ' '), k.src)
	b = appendAddr(append(b, ' '), k.dst)
	for _, v := range [...]uint64{uint64(k.sp), uint64(k.dp), uint64(k.proto), uint64(r.packets), r.bytes,
		uint64(base) + uint64(r.start), uint64(base) + uint64(r.end)} {
		b = strconv.AppendUint(append(b, ' '), v, 10)
	}
	if k.reject {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}

func appendAddr(b []byte, a uint32) []byte {
	for s := 24; s >= 0; s -= 8 {
		b = strconv.AppendUint(b, uint64(a>>s&255), 10)
		if s > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// Addr is an address as text.
func Addr(a uint32) string { return string(appendAddr(nil, a)) }

// Mining reserves a pair for mining and labels it at an interface.
func (n *Net) Mining(iface int, remote uint32, group, attrs string) {
	f := n.If[iface]
	n.mining[[2]uint32{f.Addr, remote}], n.mining[[2]uint32{remote, f.Addr}] = true, true
	n.label(Addr(f.Addr)+"::"+Addr(remote)+"\tmining", group+"\t"+f.ID+"\t"+attrs)
}

// Mines tells whether a pair is one of mining.
func (n *Net) Mines(a, b uint32) bool { return n.mining[[2]uint32{a, b}] }

// Benign labels an ordinary pair at an interface; the first name stays.
func (n *Net) Benign(iface int, remote uint32, kind string) {
	f := n.If[iface]
	n.label(Addr(f.Addr)+"::"+Addr(remote)+"\tbenign", kind+"\t"+f.ID)
}

func (n *Net) label(pair, rest string) {
	if !n.labelled[pair] {
		n.labelled[pair] = true
		n.labels = append(n.labels, pair+"\t"+rest+"\n")
	}
}

func (n *Net) writeLabels(dir string) error {
	file, err := os.Create(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	out.WriteString("*\tbenign\trest\n")
	for _, l := range n.labels {
		out.WriteString(l)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}
