// Package flowlog turns the packets of an interface into AWS VPC Flow Log
// records and writes records and labels to files.
package flowlog

import (
	"cmp"
	"math"
	"slices"
)

// Protocol numbers.
const (
	TCP = 6
	UDP = 17
)

// Key names one conversation of an interface; both directions share it.
type Key struct {
	Remote     uint32
	LocalPort  uint16
	RemotePort uint16
	Proto      uint8
	Reject     bool
}

// Record is one line of the log: a direction of a conversation in a window.
type Record struct {
	Key
	Out        bool
	Window     int32
	Start, End int32
	Packets    uint32
	Bytes      uint64
}

// Recorder aggregates the packets of one interface by window.
type Recorder struct {
	Interval float64
	Phase    float64 // where in the interval the first window boundary lies
	Length   float64 // seconds of the run; packets outside are not seen
	records  []Record
}

// Flow counts the packets of one conversation.
type Flow struct {
	rec *Recorder
	key Key
	cur [2]int // index+1 of the open record of each direction
}

// Open begins counting a conversation.
func (r *Recorder) Open(k Key) *Flow { return &Flow{rec: r, key: k} }

func (r *Recorder) window(t float64) int32 {
	return int32(math.Floor((t-r.Phase)/r.Interval)) + 1
}

// Add counts packets seen at the interface at time t.
func (f *Flow) Add(out bool, t float64, packets, bytes int) {
	r := f.rec
	if t < 0 || t >= r.Length || packets == 0 {
		return
	}
	d := 0
	if out {
		d = 1
	}
	w, sec := r.window(t), int32(t)
	if i := f.cur[d]; i > 0 && r.records[i-1].Window == w {
		q := &r.records[i-1]
		q.Packets += uint32(packets)
		q.Bytes += uint64(bytes)
		q.Start, q.End = min(q.Start, sec), max(q.End, sec)
		return
	}
	r.records = append(r.records, Record{Key: f.key, Out: out, Window: w,
		Start: sec, End: sec, Packets: uint32(packets), Bytes: uint64(bytes)})
	f.cur[d] = len(r.records)
}

// Records gives the finished records, in the order of windows, a conversation
// at most once per window and direction.
func (r *Recorder) Records() []Record {
	slices.SortFunc(r.records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Window, b.Window), compareKeys(a.Key, b.Key), compareBool(a.Out, b.Out))
	})
	merged := r.records[:0]
	for _, q := range r.records {
		if n := len(merged); n > 0 {
			p := &merged[n-1]
			if p.Window == q.Window && p.Key == q.Key && p.Out == q.Out {
				p.Packets += q.Packets
				p.Bytes += q.Bytes
				p.Start, p.End = min(p.Start, q.Start), max(p.End, q.End)
				continue
			}
		}
		merged = append(merged, q)
	}
	r.records = merged
	return merged
}

func compareKeys(a, b Key) int {
	return cmp.Or(cmp.Compare(a.Remote, b.Remote), cmp.Compare(a.LocalPort, b.LocalPort),
		cmp.Compare(a.RemotePort, b.RemotePort), cmp.Compare(a.Proto, b.Proto), compareBool(a.Reject, b.Reject))
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
