// Package flow counts packets into the flow records of VPC interfaces, and
// writes them as hourly logs.
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
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Protocol numbers of IP.
const (
	ICMP = 1
	TCP  = 6
	UDP  = 17
)

const (
	accept = iota
	reject
	nodata
)

// record is one line of a log.
type record struct {
	src, dst         uint32
	sport, dport     uint16
	eni              uint16
	proto, action    uint8
	packets          uint32
	bytes            uint64
	start, end, late uint32
}

// Log holds the records of all interfaces, by hour.
type Log struct {
	first    int64 // Unix time of the log's start
	interval float64
	hours    [][][]record // in parts
	taps     []*Tap
	account  string
}

// NewLog gives an empty log of so many hours from a time on.
func NewLog(first time.Time, hours, interval int, account string) *Log {
	return &Log{first: first.Unix(), interval: float64(interval), hours: make([][][]record, hours), account: account}
}

// Seconds is the length of the log.
func (l *Log) Seconds() float64 { return float64(len(l.hours)) * 3600 }

// Tap is the point of capture at one interface.
type Tap struct {
	log   *Log
	index uint16
	name  string
	phase float64
	lag   float64
	busy  []bool // windows that have a record
}

// Tap adds an interface whose windows begin at a phase; its records are
// delivered with a lag.
func (l *Log) Tap(name string, phase, lag float64) *Tap {
	t := &Tap{log: l, index: uint16(len(l.taps)), name: name, phase: phase, lag: lag,
		busy: make([]bool, int(l.Seconds()/l.interval)+2)}
	l.taps = append(l.taps, t)
	return t
}

// Seconds is the length of the log.
func (t *Tap) Seconds() float64 { return t.log.Seconds() }

// Idle adds a line without data for each window that had no packet.
func (t *Tap) Idle() {
	for i, busy := range t.busy {
		start := t.phase + float64(i-1)*t.log.interval
		if end := start + t.log.interval; !busy && start >= 0 && end < t.Seconds() {
			t.add(record{action: nodata, start: uint32(start), end: uint32(end) - 1}, end)
		}
	}
}

func (t *Tap) add(r record, due float64) {
	r.eni = t.index
	r.late = uint32(due + t.lag)
	h := min(int(r.end)/3600, len(t.log.hours)-1)
	parts := t.log.hours[h]
	if n := len(parts); n == 0 || len(parts[n-1]) == cap(parts[n-1]) {
		parts = append(parts, make([]record, 0, 4096))
		t.log.hours[h] = parts
	}
	last := &parts[len(parts)-1]
	*last = append(*last, r)
}

type counter struct {
	packets, bytes int
	first, last    float64
}

// Flow is a pair of sockets, seen at a tap; direction 0 is from the first to
// the second.
type Flow struct {
	tap          *Tap
	src, dst     uint32
	sport, dport uint16
	proto        uint8
	action       uint8
	end          float64 // of the window
	dir          [2]counter
	seen         bool
}

// Flow begins to count between two sockets.
func (t *Tap) Flow(proto uint8, src uint32, sport uint16, dst uint32, dport uint16, denied bool) *Flow {
	f := &Flow{tap: t, src: src, dst: dst, sport: sport, dport: dport, proto: proto}
	if denied {
		f.action = reject
	}
	return f
}

// Count adds packets of so many bytes in all at a time of the log in seconds;
// what is outside the log is not counted.
func (f *Flow) Count(dir int, at float64, packets, bytes int) {
	if at < 0 || at >= f.tap.Seconds() {
		return
	}
	if at >= f.end {
		f.Flush()
		i := int((at-f.tap.phase)/f.tap.log.interval + 1)
		f.end = f.tap.phase + float64(i)*f.tap.log.interval
		f.tap.busy[i] = true
	}
	f.seen = true
	c := &f.dir[dir]
	if c.packets == 0 {
		c.first, c.last = at, at
	}
	c.first, c.last = min(c.first, at), max(c.last, at)
	c.packets += packets
	c.bytes += bytes
}

// End is the end of the present window.
func (f *Flow) End() float64 { return f.end }

// Seen says whether any packet was inside the log.
func (f *Flow) Seen() bool { return f.seen }

// Flush writes the records of the present window.
func (f *Flow) Flush() {
	for d, c := range f.dir {
		if c.packets == 0 {
			continue
		}
		r := record{src: f.src, dst: f.dst, sport: f.sport, dport: f.dport, proto: f.proto, action: f.action,
			packets: uint32(c.packets), bytes: uint64(c.bytes), start: uint32(c.first), end: uint32(c.last)}
		if d == 1 {
			r.src, r.dst, r.sport, r.dport = r.dst, r.src, r.dport, r.sport
		}
		f.tap.add(r, f.end)
		f.dir[d] = counter{}
	}
}

// IP gives the dotted form of an address.
func IP(a uint32) string { return string(appendIP(nil, a)) }

func appendIP(b []byte, a uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// Write writes one compressed file an hour to a folder.
func (l *Log) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for h, parts := range l.hours {
		records := slices.Concat(parts...)
		l.hours[h] = nil
		slices.SortStableFunc(records, func(a, b record) int { return cmp.Compare(a.late, b.late) })
		name := time.Unix(l.first+int64(h)*3600, 0).UTC().Format("2006-01-02T15") + ".log.gz"
		if err := l.writeHour(filepath.Join(dir, name), records); err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) writeHour(path string, records []record) error {
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
		line = l.appendRecord(line[:0], r)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := zip.Close(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return file.Close()
}

func (l *Log) appendRecord(b []byte, r record) []byte {
	number := func(n uint64) {
		b = append(strconv.AppendUint(b, n, 10), ' ')
	}
	b = append(b, "2 "...)
	b = append(b, l.account...)
	b = append(append(append(b, ' '), l.taps[r.eni].name...), ' ')
	if r.action == nodata {
		b = append(b, "- - - - - - - "...)
	} else {
		b = append(appendIP(b, r.src), ' ')
		b = append(appendIP(b, r.dst), ' ')
		number(uint64(r.sport))
		number(uint64(r.dport))
		number(uint64(r.proto))
		number(uint64(r.packets))
		number(r.bytes)
	}
	number(uint64(l.first) + uint64(r.start))
	number(uint64(l.first) + uint64(r.end))
	return append(b, [...]string{"ACCEPT OK\n", "REJECT OK\n", "- NODATA\n"}[r.action]...)
}
