// Package flowlog counts packets into aggregation intervals and writes them as
// AWS VPC Flow Logs (version 2), with a table of labels beside them.
package flowlog

import (
	"cmp"
	"slices"
	"time"
)

// Dir is the direction of a packet as the interface sees it.
type Dir uint8

// The two directions.
const (
	Out Dir = iota
	In
)

// Other is the opposite direction.
func (d Dir) Other() Dir { return 1 - d }

// Protocol numbers.
const (
	TCP = 6
	UDP = 17
)

// Key names a conversation of an interface.
type Key struct {
	Remote   uint32
	LPort    uint16
	RPort    uint16
	Proto    uint8
	Rejected bool
}

// Record is a flow in one direction within one interval.
type Record struct {
	Key
	Dir        Dir
	Window     int32
	Start, End int32
	Packets    uint32
	Bytes      uint64
}

// Capture is what one interface has seen.
type Capture struct {
	Interval, Phase int32 // seconds
	Seconds         int32 // length of the run
	records         []Record
	open            []*Flow
}

// Flow is a conversation being captured.
type Flow struct {
	capture *Capture
	key     Key
	at      int // index in capture.open
	now     [2]Record
}

// Open begins a conversation.
func (c *Capture) Open(k Key) *Flow {
	f := &Flow{capture: c, key: k, at: len(c.open)}
	c.open = append(c.open, f)
	return f
}

// Packets counts n packets of together so many IP bytes at time t.
func (f *Flow) Packets(d Dir, t time.Duration, n, bytes int) {
	c := f.capture
	if t < 0 || n == 0 {
		return
	}
	s := int32(t / time.Second)
	if s >= c.Seconds {
		return
	}
	w := (s - c.Phase + c.Interval) / c.Interval
	r := &f.now[d]
	if r.Packets > 0 && r.Window != w {
		c.records = append(c.records, *r)
		r.Packets = 0
	}
	if r.Packets == 0 {
		*r = Record{Key: f.key, Dir: d, Window: w, Start: s, End: s}
	}
	r.Start, r.End = min(r.Start, s), max(r.End, s)
	r.Packets += uint32(n)
	r.Bytes += uint64(bytes)
}

// Done ends a conversation.
func (f *Flow) Done() {
	c := f.capture
	if f.at < 0 {
		return
	}
	for _, r := range f.now {
		if r.Packets > 0 {
			c.records = append(c.records, r)
		}
	}
	last := c.open[len(c.open)-1]
	c.open[f.at], last.at = last, f.at
	c.open = c.open[:len(c.open)-1]
	f.at = -1
}

// Finish ends all conversations and returns the records, one for a flow,
// direction and interval, in the order of the intervals.
func (c *Capture) Finish() []Record {
	for len(c.open) > 0 {
		c.open[len(c.open)-1].Done()
	}
	slices.SortFunc(c.records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.peer(), b.peer()), cmp.Compare(a.rest(), b.rest()), cmp.Compare(a.Start, b.Start))
	})
	merged := c.records[:0]
	for _, r := range c.records {
		if n := len(merged); n > 0 {
			if m := &merged[n-1]; m.Window == r.Window && m.Key == r.Key && m.Dir == r.Dir {
				m.Start, m.End = min(m.Start, r.Start), max(m.End, r.End)
				m.Packets += r.Packets
				m.Bytes += r.Bytes
				continue
			}
		}
		merged = append(merged, r)
	}
	return merged
}

// peer orders records by their window and the other end, rest by what these leave open.
func (r *Record) peer() uint64 { return uint64(r.Window)<<32 | uint64(r.Remote) }

func (r *Record) rest() uint64 {
	x := uint64(r.LPort)<<32 | uint64(r.RPort)<<16 | uint64(r.Proto)<<8 | uint64(r.Dir)<<1
	if r.Rejected {
		x |= 1
	}
	return x
}
