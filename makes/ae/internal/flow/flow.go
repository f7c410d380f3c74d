// Package flow gathers packets into records, as the interfaces of a cloud do.
package flow

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
)

// Net holds the interfaces and the records of each hour.
type Net struct {
	Interval, Hours int
	Ifaces          []Iface
	dir             string
	hours           [][]Rec
	err             error
}

// Iface is an interface with its own phase of aggregation.
type Iface struct {
	ID, Account string
	Phase       int
	seen        []bool // windows in which there was a packet
}

// Rec is one record. Win counts the windows of its interface.
type Rec struct {
	Iface, Win, Src, Dst, Start, End uint32
	Packets                          uint32
	Sport, Dport                     uint16
	Proto, Reject                    uint8
	_                                [2]uint8
	Bytes                            uint64
}

// spill is the number of records of an hour kept in memory.
const spill = 1 << 19

// New makes a net that writes below dir.
func New(dir string, hours, interval int, ifaces []Iface) *Net {
	n := &Net{Interval: interval, Hours: hours, Ifaces: ifaces, dir: dir, hours: make([][]Rec, hours)}
	for i := range n.Ifaces {
		n.Ifaces[i].seen = make([]bool, hours*3600/interval+2)
	}
	return n
}

// End is the length of the log in seconds.
func (n *Net) End() float64 { return float64(n.Hours * 3600) }

// Flow is one direction of one connection as one interface sees it.
type Flow struct {
	net  *Net
	rec  Rec
	last float64 // end of the window at hand
	from float64
}

// Open starts a flow at an interface.
func (n *Net) Open(iface int, src, dst uint32, sport, dport int, proto uint8, reject bool) *Flow {
	f := &Flow{net: n, rec: Rec{Iface: uint32(iface), Src: src, Dst: dst, Sport: uint16(sport), Dport: uint16(dport), Proto: proto}}
	if reject {
		f.rec.Reject = 1
	}
	return f
}

// Add counts packets at a time; those before or after the log are not seen.
func (f *Flow) Add(t float64, packets, bytes int) {
	if t < 0 || t >= f.net.End() {
		return
	}
	if t < f.from || t >= f.last || f.rec.Packets == 0 {
		f.Flush()
		step, phase := float64(f.net.Interval), float64(f.net.Ifaces[f.rec.Iface].Phase)
		win := math.Floor((t-phase)/step) + 1 // window 0 begins before the log
		f.rec.Win = uint32(win)
		f.from, f.last = (win-1)*step+phase, win*step+phase
		f.rec.Start, f.rec.End = uint32(t), uint32(t)
	}
	f.rec.Packets += uint32(packets)
	f.rec.Bytes += uint64(bytes)
	f.rec.Start, f.rec.End = min(f.rec.Start, uint32(t)), max(f.rec.End, uint32(t))
}

// Flush hands over what has been gathered.
func (f *Flow) Flush() {
	if f.rec.Packets == 0 {
		return
	}
	n := f.net
	n.Ifaces[f.rec.Iface].seen[f.rec.Win] = true
	h := n.hour(f.last)
	n.hours[h] = append(n.hours[h], f.rec)
	f.rec.Packets, f.rec.Bytes = 0, 0
	if len(n.hours[h]) >= spill {
		n.spill(h)
	}
}

// hour is the file in which a window that ends at a time comes.
func (n *Net) hour(end float64) int { return min(int(end-1)/3600, n.Hours-1) }

func (n *Net) raw(h int) string { return filepath.Join(n.dir, fmt.Sprintf("hour-%04d.raw", h)) }

// spill moves an hour's records to disk: a week of minutes is more than
// memory holds.
func (n *Net) spill(h int) {
	file, err := os.OpenFile(n.raw(h), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err == nil {
		err = binary.Write(file, binary.LittleEndian, n.hours[h])
		if e := file.Close(); err == nil {
			err = e
		}
	}
	if err != nil && n.err == nil {
		n.err = err
	}
	n.hours[h] = n.hours[h][:0]
}

// load gives all records of an hour.
func (n *Net) load(h int) ([]Rec, error) {
	recs := n.hours[h]
	n.hours[h] = nil
	file, err := os.Open(n.raw(h))
	if os.IsNotExist(err) {
		return recs, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	all := make([]Rec, int(info.Size())/binary.Size(Rec{}))
	if err := binary.Read(file, binary.LittleEndian, all); err != nil {
		return nil, err
	}
	return append(all, recs...), os.Remove(n.raw(h))
}
