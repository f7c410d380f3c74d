// Package flowlog gathers packets into the records of VPC Flow Logs, version
// 2, and writes them.
package flowlog

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
)

// Header is the first line of each file.
const Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"

// Addr is an IPv4 address.
type Addr uint32

// IP gives the address a.b.c.d.
func IP(a, b, c, d int) Addr { return Addr(a<<24 | b<<16 | c<<8 | d) }

func (a Addr) append(b []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// String gives the address in dotted form.
func (a Addr) String() string { return string(a.append(nil)) }

type record struct {
	bytes        uint64
	src, dst     Addr
	packets      uint32
	first, last  uint32
	sport, dport uint16
	tap          uint16
	proto        uint8
	reject       bool
}

// Log holds the records of all interfaces.
type Log struct {
	hours, interval int
	epoch           int64
	taps            []*Tap
	files           [][][]record // by hour, in chunks
}

// New gives an empty log that starts at a time of Unix.
func New(epoch int64, hours, interval int) *Log {
	return &Log{hours: hours, interval: interval, epoch: epoch, files: make([][][]record, hours)}
}

// End is the second after the log's last.
func (l *Log) End() float64 { return float64(l.hours * 3600) }

// Tap is an interface whose packets are seen.
type Tap struct {
	ENI, Account string
	log          *Log
	index        uint16
	phase        float64
	seen         []bool // windows with records
}

// Tap adds an interface, whose aggregation intervals start at a phase of
// their own.
func (l *Log) Tap(eni, account string, phase float64) *Tap {
	t := &Tap{ENI: eni, Account: account, log: l, index: uint16(len(l.taps)), phase: math.Mod(phase, float64(l.interval))}
	t.seen = make([]bool, l.hours*3600/l.interval+2)
	l.taps = append(l.taps, t)
	return t
}

// End is the second after the log's last.
func (t *Tap) End() float64 { return t.log.End() }

// Flow is one direction of a connection as an interface sees it.
type Flow struct {
	tap    *Tap
	rec    record
	window int
	until  float64
}

// Flow gives an empty flow.
func (t *Tap) Flow(proto uint8, src, dst Addr, sport, dport uint16, reject bool) *Flow {
	return &Flow{tap: t, rec: record{src: src, dst: dst, sport: sport, dport: dport, tap: t.index, proto: proto, reject: reject}}
}

// Add counts packets at a time, of so many bytes in all.
func (f *Flow) Add(at float64, packets, bytes int) {
	if at < 0 || packets <= 0 || at >= f.tap.log.End() {
		return
	}
	if at >= f.until {
		f.Flush()
		size := float64(f.tap.log.interval)
		f.window = int((at - f.tap.phase + size) / size)
		f.until = f.tap.phase + float64(f.window)*size
	}
	// What comes a little late counts in the window that is open.
	second, r := uint32(max(0, at, f.until-float64(f.tap.log.interval))), &f.rec
	if r.packets == 0 {
		r.first, r.last = second, second
	}
	r.first, r.last = min(r.first, second), max(r.last, second)
	r.packets += uint32(packets)
	r.bytes += uint64(bytes)
}

// Spread counts packets of a size that come evenly from one time to another.
func (f *Flow) Spread(from, to float64, packets, bytes int) {
	size := float64(f.tap.log.interval)
	parts := max(1, min(packets, int((to-from)/size*4)+1))
	for i := range parts {
		n := packets*(i+1)/parts - packets*i/parts
		b := bytes*(i+1)/parts - bytes*i/parts
		f.Add(from+(to-from)*float64(i)/float64(parts), n, b)
	}
	if parts > 1 && f.rec.packets > 0 && to < f.until {
		f.rec.last = max(f.rec.last, uint32(min(to, f.tap.log.End()-1)))
	}
}

// Flush turns what was counted into a record.
func (f *Flow) Flush() {
	r := &f.rec
	if r.packets == 0 {
		return
	}
	l := f.tap.log
	f.tap.seen[f.window] = true
	hour := min(int(r.last)/3600, l.hours-1)
	chunks := l.files[hour]
	if n := len(chunks); n == 0 || len(chunks[n-1]) == cap(chunks[n-1]) {
		chunks = append(chunks, make([]record, 0, 1<<13))
		l.files[hour] = chunks
	}
	last := &chunks[len(chunks)-1]
	*last = append(*last, *r)
	r.packets, r.bytes = 0, 0
}

// Write writes a file an hour.
func (l *Log) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for hour := range l.files {
		if err := l.writeHour(filepath.Join(dir, fmt.Sprintf("flow-%04d.log.gz", hour)), hour); err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) writeHour(path string, hour int) (err error) {
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
	fmt.Fprintln(out, Header)
	records := byLast(l.files[hour], hour)
	l.files[hour] = nil
	var line []byte
	for i := range records {
		line = l.append(line[:0], &records[i])
		out.Write(line)
	}
	for _, t := range l.taps {
		for w, seen := range t.seen {
			from := t.phase + float64(w-1)*float64(l.interval)
			if to := from + float64(l.interval); !seen && from >= float64(hour*3600) && from < float64(hour*3600+3600) && to < l.End() {
				fmt.Fprintf(out, "2 %s %s - - - - - - - %d %d - NODATA\n", t.Account, t.ENI, l.epoch+int64(from), l.epoch+int64(to))
			}
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return zip.Close()
}

// byLast gives the records of an hour in the order of their ends.
func byLast(chunks [][]record, hour int) []record {
	var place [3602]int // where those of each second start
	second := func(r *record) int { return min(3600, max(0, int(r.last)-hour*3600)) }
	for _, chunk := range chunks {
		for i := range chunk {
			place[second(&chunk[i])+1]++
		}
	}
	for i := range place[1:] {
		place[i+1] += place[i]
	}
	sorted := make([]record, place[3601])
	for _, chunk := range chunks {
		for i := range chunk {
			s := second(&chunk[i])
			sorted[place[s]] = chunk[i]
			place[s]++
		}
	}
	return sorted
}

func (l *Log) append(b []byte, r *record) []byte {
	t := l.taps[r.tap]
	b = append(b, "2 "...)
	b = append(b, t.Account...)
	b = append(b, ' ')
	b = append(b, t.ENI...)
	b = append(b, ' ')
	b = append(r.src.append(b), ' ')
	b = r.dst.append(b)
	for _, n := range [...]int64{int64(r.sport), int64(r.dport), int64(r.proto), int64(r.packets), int64(r.bytes),
		l.epoch + int64(r.first), l.epoch + int64(r.last)} {
		b = strconv.AppendInt(append(b, ' '), n, 10)
	}
	if r.reject {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}
