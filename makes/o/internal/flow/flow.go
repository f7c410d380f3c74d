// Package flow turns packets into records of VPC flow logs and writes them.
package flow

import (
	"bufio"
	"compress/gzip"
	"errors"
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

type record struct {
	bytes, packets   uint64
	start, end       int32
	due              int32 // end of the interval
	src, dst         Addr
	iface            int32
	srcPort, dstPort uint16
	proto            uint8
	status           uint8
}

const (
	accept = iota
	reject
	noData
)

// Log gathers the records of all interfaces.
type Log struct {
	Start    time.Time
	Hours    int
	Interval int
	account  string
	ifaces   []*Iface
	hours    [][]record
}

// NewLog gives an empty log of an account.
func NewLog(start time.Time, hours, interval int, account string) *Log {
	return &Log{Start: start, Hours: hours, Interval: interval, account: account, hours: make([][]record, hours)}
}

// Begin is the second, counted from the log's start, from which programs have
// to run so that nothing of their start is seen.
func (l *Log) Begin() float64 { return -2*float64(l.Interval) - 30 }

// End is the second at which the log ends.
func (l *Log) End() float64 { return float64(l.Hours) * 3600 }

// Iface is a network interface.
type Iface struct {
	ID    string
	Addr  Addr
	From  float64 // second of its first packet
	log   *Log
	index int32
	phase float64
	seen  map[int32]bool
}

// AddIface makes an interface; its intervals start at its own phase.
func (l *Log) AddIface(id string, addr Addr, phase float64) *Iface {
	i := &Iface{ID: id, Addr: addr, From: l.Begin(), log: l, index: int32(len(l.ifaces)), phase: phase, seen: map[int32]bool{}}
	l.ifaces = append(l.ifaces, i)
	return i
}

// Log gives the log the interface belongs to.
func (i *Iface) Log() *Log { return i.log }

// Flow counts the packets of one direction of a connection.
type Flow struct {
	Iface            *Iface
	Src, Dst         Addr
	SrcPort, DstPort uint16
	Proto            uint8
	Reject           bool
	slot             int32
	limit            float64 // end of the slot
	packets, bytes   uint64
	first, last      float64
}

// Add counts packets, with all their bytes, at a second; time does not run
// backwards within a flow.
func (f *Flow) Add(t float64, packets, bytes int) {
	if t < f.last && f.packets > 0 {
		t = f.last
	}
	if f.packets == 0 || t >= f.limit {
		f.Flush()
		f.slot = int32(math.Floor((t - f.Iface.phase) / float64(f.Iface.log.Interval)))
		f.limit = f.Iface.phase + float64(f.slot+1)*float64(f.Iface.log.Interval)
		f.first = t
	}
	f.last = t
	f.packets += uint64(packets)
	f.bytes += uint64(bytes)
}

// Flush ends the record of the present interval.
func (f *Flow) Flush() {
	if f.packets == 0 {
		return
	}
	l := f.Iface.log
	due := int32(math.Ceil(f.limit))
	hour := (int(due) - 1) / 3600
	if due > 0 && hour < l.Hours && f.first >= f.Iface.From {
		r := record{
			bytes: f.bytes, packets: f.packets, start: int32(math.Floor(f.first)), end: int32(math.Floor(f.last)), due: due,
			src: f.Src, dst: f.Dst, srcPort: f.SrcPort, dstPort: f.DstPort, proto: f.Proto, iface: f.Iface.index,
		}
		if f.Reject {
			r.status = reject
		}
		l.hours[hour] = append(l.hours[hour], r)
		f.Iface.seen[f.slot] = true
	}
	f.packets, f.bytes = 0, 0
}

// quiet adds the records that say that an interval had no traffic.
func (i *Iface) quiet() {
	step := float64(i.log.Interval)
	for slot := int32(-1); ; slot++ {
		start := i.phase + float64(slot)*step
		due := int32(math.Ceil(start + step))
		hour := (int(due) - 1) / 3600
		if hour >= i.log.Hours {
			return
		}
		if due > 0 && start > i.From && !i.seen[slot] {
			i.log.hours[hour] = append(i.log.hours[hour], record{start: int32(start), end: due, due: due, iface: i.index, status: noData})
		}
	}
}

// Write writes the logs, one file an hour.
func (l *Log) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, i := range l.ifaces {
		i.quiet()
	}
	for hour, records := range l.hours {
		slices.SortStableFunc(records, func(a, b record) int {
			if a.due != b.due {
				return int(a.due - b.due)
			}
			return int(a.iface - b.iface)
		})
		name := l.Start.Add(time.Duration(hour) * time.Hour).Format("20060102T1504Z")
		if err := l.write(filepath.Join(dir, fmt.Sprintf("%s_vpcflowlogs_%s.log.gz", l.account, name)), records); err != nil {
			return err
		}
		l.hours[hour] = nil
	}
	return nil
}

func (l *Log) write(path string, records []record) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(zip, 1<<16)
	if _, err := w.WriteString(header); err != nil {
		return err
	}
	var line []byte
	for _, r := range records {
		line = l.append(line[:0], r)
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return errors.Join(w.Flush(), zip.Close())
}

func (l *Log) append(b []byte, r record) []byte {
	b = append(b, "2 "...)
	b = append(b, l.account...)
	b = append(b, ' ')
	b = append(b, l.ifaces[r.iface].ID...)
	start := l.Start.Unix()
	if r.status == noData {
		b = append(b, " - - - - - - - "...)
	} else {
		b = append(r.src.append(append(b, ' ')), ' ')
		b = append(r.dst.append(b), ' ')
		for _, v := range []uint64{uint64(r.srcPort), uint64(r.dstPort), uint64(r.proto), r.packets, r.bytes} {
			b = append(strconv.AppendUint(b, v, 10), ' ')
		}
	}
	b = append(strconv.AppendInt(b, start+int64(r.start), 10), ' ')
	b = strconv.AppendInt(b, start+int64(r.end), 10)
	return append(b, [...]string{" ACCEPT OK\n", " REJECT OK\n", " - NODATA\n"}[r.status]...)
}
