// Package wire turns messages into TCP segments, segments into packets, and
// packets into VPC flow log records.
package wire

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

// record is one line of the log; times are seconds since the log's start.
type record struct {
	bytes            uint64
	src, dst         uint32
	packets          uint32
	start, end       int32
	srcPort, dstPort uint16
	iface            uint16
	proto            uint8
	state            uint8
}

const (
	accept = iota
	reject
	nodata
)

// Log collects the records of all interfaces.
type Log struct {
	Interval int   // seconds of an aggregation interval
	Seconds  int   // length of the log
	Start    int64 // Unix time of its start
	Account  string

	ifaces []*Iface
	hours  [][]record
}

// NewLog gives an empty log.
func NewLog(hours, interval int, start int64, account string) *Log {
	return &Log{Interval: interval, Seconds: hours * 3600, Start: start, Account: account, hours: make([][]record, hours)}
}

// Iface is a network interface whose traffic is logged.
type Iface struct {
	Name string
	Addr uint32

	log   *Log
	index uint16
	phase float64
	busy  []bool // intervals that have a record
	seen  map[uint32]bool
}

// AddIface adds an interface whose aggregation intervals are phase seconds
// ahead of the hour.
func (l *Log) AddIface(name string, addr uint32, phase int) *Iface {
	f := &Iface{Name: name, Addr: addr, log: l, index: uint16(len(l.ifaces)), phase: float64(phase % l.Interval),
		busy: make([]bool, l.Seconds/l.Interval+2), seen: map[uint32]bool{}}
	l.ifaces = append(l.ifaces, f)
	return f
}

// Seen says whether there is a record with a remote address.
func (f *Iface) Seen(addr uint32) bool { return f.seen[addr] }

// End is the time at which the log ends.
func (f *Iface) End() float64 { return float64(f.log.Seconds) }

func (f *Iface) window(t float64) int { return int((t + f.phase) / float64(f.log.Interval)) }

func (f *Iface) add(window int, r record) {
	r.iface = f.index
	f.busy[window] = true
	if r.src == f.Addr {
		f.seen[r.dst] = true
	} else {
		f.seen[r.src] = true
	}
	h := min(int(r.start)/3600, len(f.log.hours)-1)
	f.log.hours[h] = append(f.log.hours[h], r)
}

// quiet adds a NODATA record for every interval in which nothing was seen.
func (f *Iface) quiet() {
	for w, busy := range f.busy {
		start := w*f.log.Interval - int(f.phase)
		if !busy && start >= 0 && start+f.log.Interval <= f.log.Seconds {
			f.add(w, record{start: int32(start), end: int32(start + f.log.Interval - 1), state: nodata})
		}
	}
}

// Write writes one compressed file an hour into dir.
func (l *Log) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range l.ifaces {
		f.quiet()
	}
	for h, records := range l.hours {
		slices.SortFunc(records, func(a, b record) int {
			wa, wb := l.ifaces[a.iface].window(float64(a.start)), l.ifaces[b.iface].window(float64(b.start))
			return cmp.Or(cmp.Compare(wa, wb), cmp.Compare(a.iface, b.iface), cmp.Compare(a.start, b.start),
				cmp.Compare(a.src, b.src), cmp.Compare(a.dst, b.dst), cmp.Compare(a.srcPort, b.srcPort), cmp.Compare(a.dstPort, b.dstPort))
		})
		if err := l.writeHour(filepath.Join(dir, fmt.Sprintf("%05d.log.gz", h)), records); err != nil {
			return err
		}
		l.hours[h] = nil
	}
	return nil
}

func (l *Log) writeHour(path string, records []record) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, file.Close()) }()
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(zip, 1<<16)
	out.WriteString(header)
	var line []byte
	for _, r := range records {
		line = l.appendLine(line[:0], r)
		out.Write(line)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return zip.Close()
}

func (l *Log) appendLine(b []byte, r record) []byte {
	b = append(b, "2 "...)
	b = append(b, l.Account...)
	b = append(b, ' ')
	b = append(b, l.ifaces[r.iface].Name...)
	b = append(b, ' ')
	if r.state == nodata {
		b = append(b, "- - - - - - - "...)
	} else {
		b = append(appendAddr(b, r.src), ' ')
		b = append(appendAddr(b, r.dst), ' ')
		for _, n := range []uint64{uint64(r.srcPort), uint64(r.dstPort), uint64(r.proto), uint64(r.packets), r.bytes} {
			b = append(strconv.AppendUint(b, n, 10), ' ')
		}
	}
	b = append(strconv.AppendInt(b, l.Start+int64(r.start), 10), ' ')
	b = append(strconv.AppendInt(b, l.Start+int64(r.end), 10), ' ')
	return append(b, [...]string{"ACCEPT OK\n", "REJECT OK\n", "- NODATA\n"}[r.state]...)
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

// AddrString writes an address with dots.
func AddrString(a uint32) string { return string(appendAddr(nil, a)) }
