package pipeline

import (
	"math"

	"davy/biflow"
	"davy/flowlog"
	"davy/internal/source"
)

// wanted are the records that a filter lets through.
type wanted struct {
	since, until int64           // of their start
	interfaces   map[string]bool // nil: any

	last string // interface that was asked for last, which the next record often has
	has  bool
}

// newWanted is nil if f lets all records through.
func newWanted(f *source.Filter) *wanted {
	if f.Since.IsZero() && f.Until.IsZero() && len(f.Interfaces) == 0 {
		return nil
	}
	w := &wanted{since: math.MinInt64, until: math.MaxInt64}
	if !f.Since.IsZero() {
		w.since = f.Since.Unix()
	}
	if !f.Until.IsZero() {
		w.until = f.Until.Unix()
	}
	for _, id := range f.Interfaces {
		if w.interfaces == nil {
			w.interfaces = make(map[string]bool)
		}
		w.interfaces[id] = true
	}
	return w
}

// lets tells whether a record is wanted. One that names no interface or no time is
// wanted only if none is asked for.
func (w *wanted) lets(rec *flowlog.Record) bool {
	if rec.Start < w.since || rec.Start >= w.until {
		return false
	}
	if w.interfaces == nil {
		return true
	}
	if string(rec.Interface) != w.last {
		w.last = string(rec.Interface)
		w.has = w.interfaces[w.last]
	}
	return w.has
}

// clone returns the same for another goroutine.
func (w *wanted) clone() *wanted {
	if w == nil {
		return nil
	}
	c := *w
	return &c
}

// count counts a record that is not wanted.
func (o *Outside) count(rec *flowlog.Record) {
	o.Records++
	if rec.Status == flowlog.OK {
		o.Traffic.Add(biflow.Totals{Records: 1, Bytes: rec.Bytes, Packets: rec.Packets})
	}
}
