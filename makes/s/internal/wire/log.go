// Package wire turns messages into packets, and packets into flow records.
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
	"time"
)

// Header is the first line of every log.
const Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"

// Addr is an IPv4 address.
type Addr uint32

// String gives the dotted form.
func (a Addr) String() string { return string(a.append(nil)) }

func (a Addr) append(b []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// record is a flow in one aggregation interval; without packets it is NODATA.
type record struct {
	bytes            uint64
	src, dst         Addr
	start, end       uint32 // seconds of the log
	packets          uint32
	srcPort, dstPort uint16
	eni              uint16
	proto            uint8
	reject           bool
}

// compare orders records by time, and leaves no two in doubt.
func compare(a, b record) int {
	if a.end != b.end {
		return cmp.Compare(a.end, b.end)
	}
	return cmp.Or(cmp.Compare(a.eni, b.eni), cmp.Compare(a.src, b.src), cmp.Compare(a.dst, b.dst), cmp.Compare(a.srcPort, b.srcPort),
		cmp.Compare(a.dstPort, b.dstPort), cmp.Compare(a.start, b.start), cmp.Compare(a.bytes, b.bytes))
}

// Log collects the records of all interfaces.
type Log struct {
	seconds, interval int
	hours             [][]record
	enis              []string
}

// NewLog makes an empty log of so many hours and seconds of an interval.
func NewLog(hours, interval int) *Log {
	return &Log{seconds: hours * 3600, interval: interval, hours: make([][]record, hours)}
}

// Seconds is the length of the log.
func (l *Log) Seconds() float64 { return float64(l.seconds) }

func (l *Log) add(r record) {
	h := int(r.end) / 3600
	l.hours[h] = append(l.hours[h], r)
}

// Write writes one file for each hour into the folder.
func (l *Log) Write(dir, account string, first time.Time) error {
	for h, records := range l.hours {
		slices.SortFunc(records, compare)
		at := first.Add(time.Duration(h) * time.Hour)
		name := fmt.Sprintf("%s_vpcflowlogs_eu-central-1_%s.log.gz", account, at.Format("20060102T1504Z"))
		if err := l.file(filepath.Join(dir, name), account, first.Unix(), records); err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) file(path, account string, zero int64, records []record) (err error) {
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
	fmt.Fprintln(out, Header) // an error stays until Flush
	var b []byte
	for _, r := range records {
		b = append(append(append(append(b[:0], "2 "...), account...), ' '), l.enis[r.eni]...)
		if r.packets == 0 {
			b = append(b, " - - - - - - -"...)
		} else {
			b = r.src.append(append(b, ' '))
			b = r.dst.append(append(b, ' '))
			for _, v := range [...]uint64{uint64(r.srcPort), uint64(r.dstPort), uint64(r.proto), uint64(r.packets), r.bytes} {
				b = strconv.AppendUint(append(b, ' '), v, 10)
			}
		}
		b = strconv.AppendInt(append(b, ' '), zero+int64(r.start), 10)
		b = strconv.AppendInt(append(b, ' '), zero+int64(r.end), 10)
		switch {
		case r.packets == 0:
			b = append(b, " - NODATA\n"...)
		case r.reject:
			b = append(b, " REJECT OK\n"...)
		default:
			b = append(b, " ACCEPT OK\n"...)
		}
		if _, err := out.Write(b); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return zip.Close()
}

// Tap sees the packets of one interface.
type Tap struct {
	log    *Log
	eni    uint16
	phase  int    // of the aggregation interval
	limits bool   // records bear the limits of the interval, not of the packets
	busy   []bool // intervals with a record
}

// Tap adds an interface to the log.
func (l *Log) Tap(eni string, phase int, limits bool) *Tap {
	l.enis = append(l.enis, eni)
	return &Tap{log: l, eni: uint16(len(l.enis) - 1), phase: phase % l.interval, limits: limits, busy: make([]bool, l.seconds/l.interval+2)}
}

// window gives the first and last second of an aggregation interval.
func (t *Tap) window(i int) (start, end uint32) {
	first := i*t.log.interval - t.phase
	return uint32(max(first, 0)), uint32(min(first+t.log.interval, t.log.seconds) - 1)
}

// Close writes NODATA for all intervals without a record.
func (t *Tap) Close() {
	for i, busy := range t.busy {
		if first := i*t.log.interval - t.phase; !busy && first < t.log.seconds && first+t.log.interval > 0 {
			start, end := t.window(i)
			t.log.add(record{eni: t.eni, start: start, end: end})
		}
	}
}

// Flow is one direction of a 5-tuple, with one action.
type Flow struct {
	tap    *Tap
	rec    record
	window int
	last   float64
}

// Flow starts a flow.
func (t *Tap) Flow(src, dst Addr, srcPort, dstPort uint16, proto uint8, reject bool) Flow {
	return Flow{tap: t, last: longAgo, rec: record{src: src, dst: dst, srcPort: srcPort, dstPort: dstPort, proto: proto, reject: reject, eni: t.eni}}
}

const longAgo = -1e9

// Add counts packets at a time; bytes include the IP headers.
func (f *Flow) Add(at float64, packets, bytes int) {
	f.last = max(f.last, at)
	if f.last < 0 || f.last >= float64(f.tap.log.seconds) {
		return
	}
	second := int(f.last)
	if w := (second + f.tap.phase) / f.tap.log.interval; w != f.window || f.rec.packets == 0 {
		f.Flush()
		f.window, f.rec.start = w, uint32(second)
	}
	f.rec.end = uint32(second)
	f.rec.packets += uint32(packets)
	f.rec.bytes += uint64(bytes)
}

// Flush writes the record of the interval, if there were packets.
func (f *Flow) Flush() {
	if f.rec.packets == 0 {
		return
	}
	if f.tap.limits {
		f.rec.start, f.rec.end = f.tap.window(f.window)
	}
	f.tap.busy[f.window] = true
	f.tap.log.add(f.rec)
	f.rec.packets, f.rec.bytes = 0, 0
}
