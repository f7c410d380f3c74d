package flow

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"makes/z/internal/clock"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// rates of records split in two and of intervals for which the service skipped some
const (
	splitChance = 0.004
	skipChance  = 0.00002
)

const (
	accept uint8 = iota
	rejected
	noData
	skipData
)

// rec is a line of the log, times in seconds since the first midnight.
type rec struct {
	bytes            uint64
	iface            int32
	start, end       int32
	src, dst         uint32
	packets          uint32
	srcPort, dstPort uint16
	proto, status    uint8
}

// Book holds the open flows and the records not yet written.
type Book struct {
	Interval clock.Time
	limit    clock.Time
	epoch    int64
	dir      string
	ifaces   []*Iface
	live     []*Flow
	hours    [][]rec
	written  int
	spare    []rec
	counts   []int32
}

// NewBook makes a book for a log of so many hours from epoch (Unix seconds) on.
func NewBook(dir string, epoch int64, hours int, interval clock.Time, ifaces []*Iface) *Book {
	return &Book{Interval: interval, limit: clock.Time(hours) * clock.Hour, epoch: epoch, dir: dir,
		ifaces: ifaces, hours: make([][]rec, hours)}
}

// Limit is the end of the log.
func (b *Book) Limit() clock.Time { return b.limit }

func (b *Book) put(f *Flow, end, dir int, a acc) {
	i := b.ifaces[f.at[end].Index]
	first, last := a.first, a.last
	if a.first < i.From || a.first >= i.To {
		return
	}
	if i.Bounds {
		lo := clock.Time(a.slot)*b.Interval - i.Phase
		first = max(0, lo+clock.Time(i.r.Intn(2))*clock.Second)
		last = min(b.limit-1, lo+b.Interval-clock.Time(i.r.Intn(3))*clock.Second-1)
		if last < first {
			last = first
		}
	} else if i.r.Chance(0.2) {
		// The two directions' records are not taken at quite the same moments.
		last = min(b.limit-1, last+clock.Time(i.r.Intn(3))*clock.Second)
	}
	i.seen[a.slot] = true
	r := rec{bytes: a.bytes, iface: int32(i.Index), start: int32(first / clock.Second), end: int32(last / clock.Second),
		src: f.Src, dst: f.Dst, srcPort: f.SrcPort, dstPort: f.DstPort, packets: a.packets, proto: f.Proto}
	if dir == 1 {
		r.src, r.dst, r.srcPort, r.dstPort = r.dst, r.src, r.dstPort, r.srcPort
	}
	if f.reject[end] {
		r.status = rejected
	}
	if a.packets > 1 && i.r.Chance(splitChance) {
		part := uint32(i.r.Int(1, int(a.packets)-1))
		share := a.bytes * uint64(part) / uint64(a.packets)
		one := r
		one.packets, one.bytes = part, share
		if mid := r.start + (r.end-r.start)*int32(part)/int32(a.packets); mid > r.start {
			one.end, r.start = mid, mid
		}
		r.packets, r.bytes = a.packets-part, a.bytes-share
		b.keep(one)
	}
	b.keep(r)
}

func (b *Book) keep(r rec) {
	h := max(int(r.end)/3600, b.written)
	if h < len(b.hours) {
		b.hours[h] = append(b.hours[h], r)
	}
}

// Write writes every hour whose records are complete when the simulation has come to now.
func (b *Book) Write(now clock.Time) error {
	for _, f := range b.live {
		f.flush(now)
	}
	for b.written < len(b.hours) {
		h := b.written
		if bound := clock.Time(h+1) * clock.Hour; now < bound+b.Interval && now < clock.Never {
			return nil
		}
		b.silent(h)
		if err := b.file(h); err != nil {
			return err
		}
		b.spare = b.hours[h][:0]
		b.hours[h] = nil
		if h+2 < len(b.hours) && b.hours[h+2] == nil {
			b.hours[h+2] = b.spare
		}
		b.written++
	}
	return nil
}

// silent adds the lines for intervals without records, and those that the service skipped.
func (b *Book) silent(h int) {
	lo, hi := clock.Time(h)*clock.Hour, clock.Time(h+1)*clock.Hour
	for _, i := range b.ifaces {
		for slot := (lo + i.Phase) / b.Interval; ; slot++ {
			start, end := slot*b.Interval-i.Phase, (slot+1)*b.Interval-i.Phase-clock.Second
			if end >= hi {
				break
			}
			if end < lo || start < i.From || start > i.To || start < 0 {
				continue
			}
			r := rec{iface: int32(i.Index), start: int32(start / clock.Second), end: int32(end / clock.Second)}
			if !i.seen[slot] {
				r.status = noData
				b.hours[h] = append(b.hours[h], r)
			} else if i.r.Chance(skipChance) {
				r.status = skipData
				b.hours[h] = append(b.hours[h], r)
			}
		}
	}
}

func (b *Book) file(h int) (err error) {
	f, err := os.Create(filepath.Join(b.dir, fmt.Sprintf("%0*d.log.gz", max(2, len(strconv.Itoa(len(b.hours)-1))), h)))
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(z, 1<<16)
	if _, err = w.WriteString(header); err != nil {
		return err
	}
	line := make([]byte, 0, 256)
	recs := b.hours[h]
	for _, k := range b.order(recs) {
		line = b.format(line[:0], &recs[k])
		if _, err = w.Write(line); err != nil {
			return err
		}
	}
	if err = w.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// order gives the records' places by end: a counting sort over the seconds, which keeps equals in order.
func (b *Book) order(recs []rec) []int32 {
	if len(recs) == 0 {
		return nil
	}
	lo, hi := recs[0].end, recs[0].end
	for i := range recs {
		lo, hi = min(lo, recs[i].end), max(hi, recs[i].end)
	}
	counts := make([]int32, hi-lo+2)
	for i := range recs {
		counts[recs[i].end-lo+1]++
	}
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	if cap(b.counts) < len(recs) {
		b.counts = make([]int32, len(recs)*5/4)
	}
	out := b.counts[:len(recs)]
	for i := range recs {
		c := &counts[recs[i].end-lo]
		out[*c] = int32(i)
		*c++
	}
	return out
}

func (b *Book) format(l []byte, r *rec) []byte {
	l = append(l, b.ifaces[r.iface].head...)
	if r.status >= noData {
		l = append(l, "- - - - - - - "...)
	} else {
		l = append(appendAddr(l, r.src), ' ')
		l = append(appendAddr(l, r.dst), ' ')
		for _, v := range [...]uint64{uint64(r.srcPort), uint64(r.dstPort), uint64(r.proto), uint64(r.packets), r.bytes} {
			l = append(strconv.AppendUint(l, v, 10), ' ')
		}
	}
	l = append(strconv.AppendInt(l, b.epoch+int64(r.start), 10), ' ')
	l = append(strconv.AppendInt(l, b.epoch+int64(r.end), 10), ' ')
	return append(l, [...]string{"ACCEPT OK\n", "REJECT OK\n", "- NODATA\n", "- SKIPDATA\n"}[r.status]...)
}
