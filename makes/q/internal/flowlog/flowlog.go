// Package flowlog gathers packets into the records of VPC Flow Logs, and
// writes records and labels.
package flowlog

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
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Protocol numbers of IP.
const (
	TCP = 6
	UDP = 17
)

// Tuple is a flow in the direction of whoever opened it.
type Tuple struct {
	Src, Dst         uint32
	SrcPort, DstPort uint16
	Proto            uint8
}

type iface struct {
	eni   string
	phase int
	seen  []bool // intervals with records
}

type entry struct {
	Tuple
	iface int32
}

type record struct {
	flow       uint32
	start, end uint32
	packets    uint32
	bytes      uint64 // and in the lowest two bits direction and denial
}

// Log is all records of all interfaces, by the hour.
type Log struct {
	account  string
	base     int64
	interval int
	end      int
	ifaces   []iface
	entries  []entry
	hours    [][]record
	labels   []string
}

// New gives an empty log of some hours from base, a Unix time.
func New(account string, base int64, hours, interval int) *Log {
	return &Log{account: account, base: base, interval: interval, end: hours * 3600, hours: make([][]record, hours),
		labels: []string{"*\tbenign\trest"}}
}

// Interface adds a network interface whose intervals begin at phase seconds.
func (l *Log) Interface(eni string, phase int) int {
	l.ifaces = append(l.ifaces, iface{eni, phase % l.interval, make([]bool, l.end/l.interval+2)})
	return len(l.ifaces) - 1
}

// Label adds a line to the labels.
func (l *Log) Label(line string) { l.labels = append(l.labels, line) }

// Flow is one connection as its interface counts it.
type Flow struct {
	log   *Log
	tuple Tuple
	iface int
	id    int64
	open  [4]tally // direction, denied
}

type tally struct {
	slot, packets int
	first, last   float64
	bytes         uint64
}

// Flow begins a flow at an interface.
func (l *Log) Flow(iface int, tuple Tuple) *Flow {
	return &Flow{log: l, tuple: tuple, iface: iface, id: -1}
}

// Add counts packets of direction 0 (from who opened the flow) or 1. What is
// later than the log is not seen; what is earlier than the interval already
// begun is counted in that.
func (f *Flow) Add(dir int, t float64, packets, bytes int, denied bool) {
	if t < 0 || t >= float64(f.log.end) || packets <= 0 {
		return
	}
	k := dir
	if denied {
		k |= 2
	}
	o := &f.open[k]
	slot := (int(t) + f.log.interval - f.log.ifaces[f.iface].phase) / f.log.interval
	if o.packets > 0 && slot > o.slot {
		f.flush(k)
	}
	if o.packets == 0 {
		o.slot, o.first, o.last = slot, t, t
	}
	o.last = max(o.last, t)
	o.packets += packets
	o.bytes += uint64(bytes)
}

func (f *Flow) flush(k int) {
	o, l := &f.open[k], f.log
	if o.packets == 0 {
		return
	}
	if f.id < 0 {
		f.id = int64(len(l.entries))
		l.entries = append(l.entries, entry{f.tuple, int32(f.iface)})
	}
	seen := l.ifaces[f.iface].seen
	if o.slot < len(seen) {
		seen[o.slot] = true
	}
	h := int(o.last) / 3600
	l.hours[h] = append(l.hours[h], record{uint32(f.id), uint32(o.first), uint32(o.last), uint32(o.packets), o.bytes<<2 | uint64(k)})
	*o = tally{}
}

// Done writes what has been counted last.
func (f *Flow) Done() {
	for k := range f.open {
		f.flush(k)
	}
}

// Write writes logs and labels below a directory.
func (l *Log) Write(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "logs"), 0o755); err != nil {
		return err
	}
	for h, records := range l.hours {
		slices.SortStableFunc(records, func(a, b record) int { return cmp.Compare(a.end, b.end) })
		name := time.Unix(l.base+int64(h)*3600, 0).UTC().Format("20060102T1504Z") + ".log.gz"
		if err := l.hour(filepath.Join(dir, "logs", name), h, records); err != nil {
			return err
		}
		l.hours[h] = nil
	}
	file, err := os.Create(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	for _, line := range l.labels {
		fmt.Fprintln(out, line)
	}
	if err := out.Flush(); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

func (l *Log) hour(path string, h int, records []record) error {
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
	for _, r := range records {
		line = l.line(line[:0], r)
		out.Write(line)
	}
	for _, i := range l.ifaces {
		for slot, seen := range i.seen {
			from := (slot-1)*l.interval + i.phase
			to := from + l.interval - 1
			if !seen && from >= 0 && to < l.end && to/3600 == h {
				fmt.Fprintf(out, "2 %s %s - - - - - - - %d %d - NODATA\n", l.account, i.eni, l.base+int64(from), l.base+int64(to))
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
	e := l.entries[r.flow]
	if r.bytes&1 != 0 {
		e.Src, e.Dst, e.SrcPort, e.DstPort = e.Dst, e.Src, e.DstPort, e.SrcPort
	}
	b = append(b, "2 "...)
	b = append(b, l.account...)
	b = append(b, ' ')
	b = append(b, l.ifaces[e.iface].eni...)
	b = append(b, ' ')
	b = AppendAddr(b, e.Src)
	b = append(b, ' ')
	b = AppendAddr(b, e.Dst)
	for _, v := range [...]int64{int64(e.SrcPort), int64(e.DstPort), int64(e.Proto), int64(r.packets), int64(r.bytes >> 2),
		l.base + int64(r.start), l.base + int64(r.end)} {
		b = strconv.AppendInt(append(b, ' '), v, 10)
	}
	if r.bytes&2 != 0 {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}

// AppendAddr appends an IPv4 address as text.
func AppendAddr(b []byte, a uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}
