// Package flow folds packets into records of VPC Flow Logs, version 2.
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

// Times are in microseconds from the start of the log.
const (
	Millisecond int64 = 1000
	Second            = 1000 * Millisecond
	Minute            = 60 * Second
	Hour              = 60 * Minute
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Interface is a network interface of which a log is kept.
type Interface struct {
	Account, ENI string
	Phase        int64 // shift of its aggregation intervals
	seen         []bool
}

// Pair is two addresses seen at an interface.
type Pair struct {
	Local, Remote string
	Interface     *Interface
}

type record struct {
	bytes                 int64
	pair                  uint32 // index into Log.pairs
	packets, start, end   uint32
	localPort, remotePort uint16
	proto                 uint8
	in, reject            bool
}

// Log holds the records of all interfaces until they are written.
type Log struct {
	Interval, Until int64
	pairs           []Pair
	hours           [][]record
	nodata          [][]string
}

// NewLog gives an empty log.
func NewLog(interval int64, hours int) *Log {
	return &Log{Interval: interval, Until: int64(hours) * Hour, hours: make([][]record, hours), nodata: make([][]string, hours)}
}

// Pair enters a pair, and gives its number.
func (l *Log) Pair(p Pair) uint32 {
	l.pairs = append(l.pairs, p)
	if p.Interface.seen == nil {
		p.Interface.seen = make([]bool, (l.Until+p.Interface.Phase)/l.Interval+1)
	}
	return uint32(len(l.pairs) - 1)
}

type bucket struct {
	packets     uint32
	bytes       int64
	first, last int64
	window      int64
}

// Meter counts the packets of one 5-tuple, both ways.
type Meter struct {
	log     *Log
	phase   int64
	r       record
	buckets [2]bucket // out, in
}

// Meter begins the count of a 5-tuple.
func (l *Log) Meter(pair uint32, proto uint8, localPort, remotePort uint16, reject bool) *Meter {
	return &Meter{log: l, phase: l.pairs[pair].Interface.Phase,
		r: record{pair: pair, proto: proto, localPort: localPort, remotePort: remotePort, reject: reject}}
}

// Add counts a packet of so many bytes at t; from is 0 for the local side. The
// times of each direction must not go back.
func (m *Meter) Add(from int, t int64, bytes int) {
	if t >= m.log.Until || t < 0 {
		return
	}
	b := &m.buckets[from]
	w := (t + m.phase) / m.log.Interval
	if b.packets > 0 && w != b.window {
		m.flush(from)
	}
	if b.packets == 0 {
		b.first, b.window = t, w
	}
	b.packets++
	b.bytes += int64(bytes)
	b.last = t
}

// Close writes what is still counted.
func (m *Meter) Close() {
	m.flush(0)
	m.flush(1)
}

func (m *Meter) flush(from int) {
	b := &m.buckets[from]
	if b.packets == 0 {
		return
	}
	r := m.r
	r.in, r.packets, r.bytes = from == 1, b.packets, b.bytes
	r.start, r.end = uint32(b.first/Second), uint32(b.last/Second)
	m.log.hours[r.start/3600] = append(m.log.hours[r.start/3600], r)
	m.log.pairs[r.pair].Interface.seen[b.window] = true
	*b = bucket{}
}

// NoData notes the intervals in which an interface had no traffic.
func (l *Log) NoData(i *Interface, start time.Time) {
	for w := range i.seen {
		t := max(int64(w)*l.Interval-i.Phase, 0)
		if i.seen[w] || t+l.Interval > l.Until {
			continue
		}
		from := start.Unix() + t/Second
		l.nodata[t/Hour] = append(l.nodata[t/Hour], fmt.Sprintf("2 %s %s - - - - - - - %d %d - NODATA\n", i.Account, i.ENI, from, from+l.Interval/Second-1))
	}
}

// Write makes one compressed file per hour in dir.
func (l *Log) Write(dir string, start time.Time) error {
	for h, records := range l.hours {
		slices.SortFunc(records, func(a, b record) int {
			return cmp.Or(cmp.Compare(a.end, b.end), cmp.Compare(a.pair, b.pair),
				cmp.Compare(a.localPort, b.localPort), cmp.Compare(a.start, b.start), cmp.Compare(a.bytes, b.bytes))
		})
		name := start.Add(time.Duration(h)*time.Hour).Format("20060102T1504Z") + ".log.gz"
		if err := l.writeHour(filepath.Join(dir, name), records, l.nodata[h], start.Unix()); err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) writeHour(path string, records []record, nodata []string, epoch int64) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(zip, 1<<16)
	out.WriteString(header)
	line := make([]byte, 0, 256)
	for _, r := range records {
		p := &l.pairs[r.pair]
		src, dst, sport, dport := p.Local, p.Remote, r.localPort, r.remotePort
		if r.in {
			src, dst, sport, dport = dst, src, dport, sport
		}
		line = append(line[:0], "2 "...)
		for _, s := range [...]string{p.Interface.Account, p.Interface.ENI, src, dst} {
			line = append(append(line, s...), ' ')
		}
		for _, v := range [...]int64{int64(sport), int64(dport), int64(r.proto), int64(r.packets), r.bytes, epoch + int64(r.start), epoch + int64(r.end)} {
			line = append(strconv.AppendInt(line, v, 10), ' ')
		}
		if r.reject {
			line = append(line, "REJECT OK\n"...)
		} else {
			line = append(line, "ACCEPT OK\n"...)
		}
		out.Write(line)
	}
	for _, s := range nodata {
		out.WriteString(s)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return zip.Close()
}
