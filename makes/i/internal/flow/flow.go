// Package flow counts packets into VPC flow log records and writes them.
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

// Iface is a network interface whose packets are counted. Times are seconds
// since the start of the log.
type Iface struct {
	ID, Account string
	Addr        uint32
	Interval    float64
	Phase       float64 // of the aggregation interval
	End         float64 // of the log
	records     []record
}

type key struct {
	src, dst     uint32
	sport, dport uint16
	proto        uint8
	reject       bool
}

type record struct {
	key
	hash           uint64
	window         int32
	start, end     int32
	packets, bytes int64
}

// Flow counts one direction of a 5-tuple.
type Flow struct {
	iface *Iface
	now   record
}

// Flow starts to count a direction; Flush ends it.
func (i *Iface) Flow(src, dst uint32, sport, dport uint16, proto uint8, reject bool) Flow {
	k := key{src, dst, sport, dport, proto, reject}
	h := uint64(src)<<32 ^ uint64(dst) ^ uint64(sport)<<40 ^ uint64(dport)<<20 ^ uint64(proto)<<56
	if reject {
		h ^= 1 << 63
	}
	h = (h ^ h>>29) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>32) * 0x94d049bb133111eb
	return Flow{iface: i, now: record{key: k, hash: h ^ h>>31}}
}

// Add counts packets at a time, with all their bytes.
func (f *Flow) Add(t float64, packets, bytes int) {
	if t < 0 || t >= f.iface.End || packets == 0 {
		return
	}
	w := int32((t + f.iface.Phase) / f.iface.Interval)
	if w != f.now.window {
		f.Flush()
		f.now.window = w
	}
	s := int32(t)
	if f.now.packets == 0 {
		f.now.start, f.now.end = s, s
	}
	f.now.start, f.now.end = min(f.now.start, s), max(f.now.end, s)
	f.now.packets += int64(packets)
	f.now.bytes += int64(bytes)
}

// Count is what was counted since the last record.
func (f *Flow) Count() (packets, bytes int64) { return f.now.packets, f.now.bytes }

// Flush makes a record of what is counted.
func (f *Flow) Flush() {
	if f.now.packets > 0 {
		f.iface.records = append(f.iface.records, f.now)
		f.now.packets, f.now.bytes = 0, 0
	}
}

// Peers is the addresses that have records, with the interface's own.
func (i *Iface) Peers() map[uint32]bool {
	seen := map[uint32]bool{}
	for n := range i.records {
		seen[i.records[n].src] = true
		seen[i.records[n].dst] = true
	}
	return seen
}

// Log is a directory of hourly files.
type Log struct {
	start int64
	files []*hourly
	buf   []byte
}

type hourly struct {
	file *os.File
	buf  *bufio.Writer
	zip  *gzip.Writer
}

// Create makes the files of a log.
func Create(dir string, start time.Time, hours int) (*Log, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	l := &Log{start: start.Unix()}
	for h := range hours {
		name := start.Add(time.Duration(h)*time.Hour).Format("20060102T1504Z") + ".log.gz"
		file, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		buf := bufio.NewWriter(file)
		zip, err := gzip.NewWriterLevel(buf, gzip.BestSpeed)
		if err != nil {
			return nil, err
		}
		if _, err := zip.Write([]byte(header)); err != nil {
			return nil, err
		}
		l.files = append(l.files, &hourly{file, buf, zip})
	}
	return l, nil
}

// Write writes all records of an interface, and a NODATA line for each
// interval without any.
func (l *Log) Write(i *Iface) error {
	slices.SortFunc(i.records, func(a, b record) int {
		return cmp.Or(cmp.Compare(a.window, b.window), cmp.Compare(a.hash, b.hash), cmp.Compare(a.start, b.start))
	})
	next := int32(0)
	for n := 0; n < len(i.records); n++ {
		r := i.records[n]
		for n+1 < len(i.records) && i.records[n+1].window == r.window && i.records[n+1].key == r.key {
			n++
			r.packets += i.records[n].packets
			r.bytes += i.records[n].bytes
			r.end = max(r.end, i.records[n].end)
		}
		if err := l.empty(i, next, r.window); err != nil {
			return err
		}
		next = r.window + 1
		if err := l.line(i, r); err != nil {
			return err
		}
	}
	last := int32((i.End - 1 + i.Phase) / i.Interval)
	err := l.empty(i, next, last+1)
	i.records = nil
	return err
}

func (l *Log) put(i *Iface, window int32, line []byte) error {
	hour := int((float64(window)*i.Interval - i.Phase) / 3600)
	l.buf = line
	_, err := l.files[max(0, min(hour, len(l.files)-1))].zip.Write(line)
	return err
}

func (l *Log) empty(i *Iface, from, to int32) error {
	for w := from; w < to; w++ {
		start := max(0, int64(float64(w)*i.Interval-i.Phase))
		end := min(int64(i.End), int64(float64(w+1)*i.Interval-i.Phase))
		line := fmt.Appendf(l.buf[:0], "2 %s %s - - - - - - - %d %d - NODATA\n", i.Account, i.ID, l.start+start, l.start+end)
		if err := l.put(i, w, line); err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) line(i *Iface, r record) error {
	b := append(l.buf[:0], "2 "...)
	b = append(append(b, i.Account...), ' ')
	b = append(append(b, i.ID...), ' ')
	b = append(appendIP(b, r.src), ' ')
	b = append(appendIP(b, r.dst), ' ')
	for _, n := range [...]int64{int64(r.sport), int64(r.dport), int64(r.proto), r.packets, r.bytes, l.start + int64(r.start), l.start + int64(r.end)} {
		b = append(strconv.AppendInt(b, n, 10), ' ')
	}
	if r.reject {
		b = append(b, "REJECT OK\n"...)
	} else {
		b = append(b, "ACCEPT OK\n"...)
	}
	return l.put(i, r.window, b)
}

// Close ends all files.
func (l *Log) Close() error {
	for _, h := range l.files {
		if err := cmp.Or(h.zip.Close(), h.buf.Flush(), h.file.Close()); err != nil {
			return err
		}
	}
	return nil
}

func appendIP(b []byte, ip uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(ip>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// IP writes an address.
func IP(ip uint32) string { return string(appendIP(nil, ip)) }
