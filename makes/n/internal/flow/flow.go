// Package flow gathers packets into version 2 records of AWS VPC Flow Logs,
// as the network interfaces that the packets cross would report them.
package flow

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Eni is a network interface whose traffic is logged.
type Eni struct {
	ID      string
	Account string
	Phase   float64 // offset of its aggregation intervals
	index   int32
	seen    []bool // intervals with a record
}

type record struct {
	bytes        uint64
	src, dst     uint32
	packets      uint32
	start, end   uint32
	eni          int32
	sport, dport uint16
	proto        uint8
	reject       bool
}

// Book collects the records of a log.
type Book struct {
	Seconds  float64 // length of the log
	interval float64
	enis     []*Eni
	hours    [][]record
}

// NewBook returns an empty log of so many hours.
func NewBook(hours int, interval float64) *Book {
	return &Book{Seconds: float64(hours) * 3600, interval: interval, hours: make([][]record, hours)}
}

// Coarse tells whether intervals are longer than a minute.
func (b *Book) Coarse() bool { return b.interval > 60 }

// Enter adds an interface to the log.
func (b *Book) Enter(e *Eni) {
	e.index = int32(len(b.enis))
	e.seen = make([]bool, int(b.Seconds/b.interval)+3)
	b.enis = append(b.enis, e)
}

// Tap is the place where an interface sees a flow.
type Tap struct {
	Eni    *Eni
	Reject bool // whether the interface denies the flow
}

type slot struct {
	window, packets int
	bytes           int
	first, last     float64
}

// Flow counts the packets of one connection.
type Flow struct {
	book         *Book
	taps         []Tap
	client, serv uint32
	cport, sport uint16
	proto        uint8
	slots        [2][2][2]slot // by tap, direction, parity of the interval
}

// Open returns a flow between a client and a server that up to two interfaces
// see. Direction 0 is from the client to the server.
func (b *Book) Open(proto uint8, client uint32, cport uint16, server uint32, sport uint16, taps ...Tap) *Flow {
	return &Flow{book: b, taps: taps, client: client, serv: server, cport: cport, sport: sport, proto: proto}
}

// Add counts packets of the given total length.
func (f *Flow) Add(t float64, dir, packets, bytes int) {
	if t < 0 || t >= f.book.Seconds || packets == 0 {
		return
	}
	for i, tap := range f.taps {
		w := int(math.Floor((t-tap.Eni.Phase)/f.book.interval)) + 1
		s := &f.slots[i][dir][w&1]
		if s.packets > 0 && s.window != w {
			if s.window > w { // late for its interval, which has been reported
				w, t = s.window, s.first
			} else {
				f.flush(i, dir, s)
			}
		}
		if s.packets == 0 {
			s.window, s.first, s.last = w, t, t
		}
		s.packets += packets
		s.bytes += bytes
		s.first, s.last = min(s.first, t), max(s.last, t)
	}
}

// Done reports what has been counted and not yet reported.
func (f *Flow) Done() {
	for i := range f.taps {
		for dir := range 2 {
			for p := range 2 {
				f.flush(i, dir, &f.slots[i][dir][p])
			}
		}
	}
}

func (f *Flow) flush(tap, dir int, s *slot) {
	if s.packets == 0 {
		return
	}
	e := f.taps[tap].Eni
	r := record{src: f.client, dst: f.serv, sport: f.cport, dport: f.sport, proto: f.proto, packets: uint32(s.packets),
		bytes: uint64(s.bytes), start: uint32(s.first), end: uint32(s.last), eni: e.index, reject: f.taps[tap].Reject}
	if dir == 1 {
		r.src, r.dst, r.sport, r.dport = r.dst, r.src, r.dport, r.sport
	}
	e.seen[s.window] = true
	h := int(r.start) / 3600
	f.book.hours[h] = append(f.book.hours[h], r)
	*s = slot{}
}

// Write writes one file an hour into the folder, from the given start on.
func (b *Book) Write(dir string, start time.Time) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for h := range b.hours {
		name := start.Add(time.Duration(h)*time.Hour).Format("20060102T1504Z") + ".log.gz"
		if err := b.writeHour(filepath.Join(dir, name), h, start.Unix()); err != nil {
			return err
		}
		b.hours[h] = nil
	}
	return nil
}

func (b *Book) writeHour(path string, hour int, epoch int64) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	zip, _ := gzip.NewWriterLevel(file, gzip.BestSpeed)
	out := bufio.NewWriterSize(zip, 1<<16)
	out.WriteString(header)
	recs := b.hours[hour]
	order := make([]uint64, len(recs)) // by interval and interface
	for i, r := range recs {
		order[i] = uint64(b.window(r))<<48 | uint64(r.eni)<<32 | uint64(i)
	}
	slices.Sort(order)
	var line []byte
	for _, key := range order {
		line = b.line(line[:0], recs[uint32(key)], epoch)
		out.Write(line)
	}
	for _, e := range b.enis {
		for w, seen := range e.seen {
			from := float64(w-1)*b.interval + e.Phase
			if to := from + b.interval; !seen && from >= 0 && to <= b.Seconds && int(from)/3600 == hour {
				fmt.Fprintf(out, "2 %s %s - - - - - - - %d %d - NODATA\n", e.Account, e.ID, epoch+int64(from), epoch+int64(to))
			}
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return zip.Close()
}

// window returns the minute in which the record's interval ends.
func (b *Book) window(r record) int {
	phase := b.enis[r.eni].Phase
	return int((math.Floor((float64(r.start)-phase)/b.interval)+1)*b.interval+phase) / 60
}

func (b *Book) line(line []byte, r record, epoch int64) []byte {
	e := b.enis[r.eni]
	line = append(append(append(append(line, "2 "...), e.Account...), ' '), e.ID...)
	line = AppendIP(append(line, ' '), r.src)
	line = AppendIP(append(line, ' '), r.dst)
	for _, v := range [...]int64{int64(r.sport), int64(r.dport), int64(r.proto), int64(r.packets), int64(r.bytes),
		epoch + int64(r.start), epoch + int64(r.end)} {
		line = strconv.AppendInt(append(line, ' '), v, 10)
	}
	if r.reject {
		return append(line, " REJECT OK\n"...)
	}
	return append(line, " ACCEPT OK\n"...)
}

// AppendIP appends the address in dotted form.
func AppendIP(b []byte, ip uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(ip>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}
