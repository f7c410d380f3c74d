// Package wire turns messages into TCP segments, segments into packets at a
// network interface, and packets into flow log records.
package wire

import (
	"bufio"
	"cmp"
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

// Log collects the records of all interfaces.
type Log struct {
	begin    int64
	length   float64 // seconds
	interval float64
	account  string
	nics     []*Nic
	hours    [][]record
}

// record is one line of the log; without packets it is a NODATA line.
type record struct {
	src, dst     Addr
	start, end   int32
	packets      uint32
	nic          uint16
	sport, dport uint16
	proto        uint8
	reject       bool
	bytes        uint64
}

// NewLog makes an empty log of so many hours.
func NewLog(begin time.Time, hours, interval int, account string) *Log {
	return &Log{begin: begin.Unix(), length: float64(hours) * 3600, interval: float64(interval),
		account: account, hours: make([][]record, hours)}
}

// Nic is a network interface.
type Nic struct {
	Name  string
	Addr  Addr
	log   *Log
	index uint16
	phase float64 // of the aggregation interval
	busy  []bool  // intervals with a record
	seen  map[Addr]bool
}

// Nic adds an interface; phase, 0 to 1, is where its aggregation intervals begin.
func (l *Log) Nic(name string, addr Addr, phase float64) *Nic {
	n := &Nic{Name: name, Addr: addr, log: l, index: uint16(len(l.nics)), phase: math.Floor(phase * l.interval),
		busy: make([]bool, int(l.length/l.interval)+2), seen: map[Addr]bool{}}
	l.nics = append(l.nics, n)
	return n
}

// Length is how many seconds the log lasts.
func (n *Nic) Length() float64 { return n.log.length }

// Seen tells whether there are records of a peer.
func (n *Nic) Seen(peer Addr) bool { return n.seen[peer] }

// Flow counts the packets of one 5-tuple in both directions.
type Flow struct {
	nic          *Nic
	peer         Addr
	lport, rport uint16
	proto        uint8
	reject       bool
	dir          [2]count // to the peer, from the peer
}

type count struct {
	slot        int
	from, until float64 // limits of the interval
	first, last float64
	packets     uint32
	bytes       uint64
}

// Flow begins to count a 5-tuple; those denied have reject set.
func (n *Nic) Flow(peer Addr, lport, rport uint16, proto uint8, reject bool) *Flow {
	return &Flow{nic: n, peer: peer, lport: lport, rport: rport, proto: proto, reject: reject}
}

// Add counts packets at a time in seconds since the log's begin; bytes is the
// sum of their sizes at the IP level.
func (f *Flow) Add(t float64, out bool, packets, bytes int) {
	if t < 0 || t >= f.nic.log.length {
		return
	}
	c := &f.dir[0]
	if !out {
		c = &f.dir[1]
	}
	if c.packets > 0 && t >= c.until {
		f.flush(c)
	}
	if c.packets == 0 {
		interval := f.nic.log.interval
		c.slot = int((t + f.nic.phase) / interval)
		c.from = float64(c.slot)*interval - f.nic.phase
		c.until = c.from + interval
		c.first, c.last = t, t
	}
	c.packets += uint32(packets)
	c.bytes += uint64(bytes)
	c.first, c.last = min(c.first, max(t, c.from)), max(c.last, t)
}

// End writes what is counted so far.
func (f *Flow) End() {
	f.flush(&f.dir[0])
	f.flush(&f.dir[1])
}

func (f *Flow) flush(c *count) {
	if c.packets == 0 {
		return
	}
	n := f.nic
	r := record{src: n.Addr, dst: f.peer, sport: f.lport, dport: f.rport, start: int32(c.first), end: int32(c.last),
		packets: c.packets, bytes: c.bytes, nic: n.index, proto: f.proto, reject: f.reject}
	if c == &f.dir[1] {
		r.src, r.dst, r.sport, r.dport = r.dst, r.src, r.dport, r.sport
	}
	n.busy[c.slot], n.seen[f.peer] = true, true
	hour := int(max(c.first, 0)) / 3600
	n.log.hours[hour] = append(n.log.hours[hour], r)
	*c = count{}
}

// Close ends an interface: intervals without traffic become NODATA lines.
func (n *Nic) Close() {
	for slot, busy := range n.busy {
		start := max(float64(slot)*n.log.interval-n.phase, 0)
		end := min(float64(slot+1)*n.log.interval-n.phase, n.log.length)
		if busy || end-start < n.log.interval {
			continue
		}
		n.log.hours[int(start)/3600] = append(n.log.hours[int(start)/3600],
			record{nic: n.index, start: int32(start), end: int32(end) - 1})
	}
}

// Write makes one compressed file per hour, in the order of time.
func (l *Log) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for hour, records := range l.hours {
		records = byEnd(records)
		at := time.Unix(l.begin, 0).UTC().Add(time.Duration(hour) * time.Hour)
		if err := l.writeHour(filepath.Join(dir, at.Format("2006-01-02T15")+".log.gz"), records); err != nil {
			return fmt.Errorf("log of hour %d: %w", hour, err)
		}
	}
	return nil
}

// byEnd sorts records by counting how many end in each second.
func byEnd(records []record) []record {
	if len(records) == 0 {
		return nil
	}
	last := func(a, b record) int { return cmp.Compare(a.end, b.end) }
	low, high := slices.MinFunc(records, last).end, slices.MaxFunc(records, last).end
	place := make([]int, high-low+2)
	for i := range records {
		place[records[i].end-low+1]++
	}
	for i := range place[1:] {
		place[i+1] += place[i]
	}
	sorted := make([]record, len(records))
	for i := range records {
		at := &place[records[i].end-low]
		sorted[*at] = records[i]
		*at++
	}
	return sorted
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
	text := bufio.NewWriterSize(zip, 1<<16)
	text.WriteString(header)
	var line []byte
	for i := range records {
		line = l.append(line[:0], &records[i])
		text.Write(line)
	}
	if err := text.Flush(); err != nil {
		return err
	}
	return zip.Close()
}

func (l *Log) append(b []byte, r *record) []byte {
	b = append(append(append(b, "2 "...), l.account...), ' ')
	b = append(b, l.nics[r.nic].Name...)
	number := func(v uint64) { b = strconv.AppendUint(append(b, ' '), v, 10) }
	if r.packets == 0 {
		b = append(b, " - - - - - - -"...)
	} else {
		b = r.src.append(append(b, ' '))
		b = r.dst.append(append(b, ' '))
		for _, v := range [...]uint64{uint64(r.sport), uint64(r.dport), uint64(r.proto), uint64(r.packets)} {
			number(v)
		}
		number(r.bytes)
	}
	number(uint64(l.begin + int64(r.start)))
	number(uint64(l.begin + int64(r.end)))
	switch {
	case r.packets == 0:
		return append(b, " - NODATA\n"...)
	case r.reject:
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}
