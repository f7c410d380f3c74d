// Package flowlog holds AWS VPC flow log records (version 2) and writes them,
// an hour a file.
package flowlog

import (
	"cmp"
	"slices"
)

// Protocol numbers and actions of records.
const (
	TCP = 6
	UDP = 17

	Accept = 0
	Reject = 1
	NoData = 2
)

// Record is one line of a flow log. Times are seconds since the log's epoch.
type Record struct {
	Src, Dst     uint32
	Sport, Dport uint16
	Proto        uint8
	Action       uint8
	Window       int32
	Packets      uint32
	Bytes        uint64
	Start, End   uint32
}

func compare(a, b Record) int {
	return cmp.Or(
		cmp.Compare(a.Window, b.Window),
		cmp.Compare(a.Src, b.Src),
		cmp.Compare(a.Dst, b.Dst),
		cmp.Compare(a.Sport, b.Sport),
		cmp.Compare(a.Dport, b.Dport),
		cmp.Compare(a.Proto, b.Proto),
		cmp.Compare(a.Action, b.Action),
	)
}

// Merge sorts records and joins those of the same flow in the same window, as
// when a port was used again.
func Merge(rs []Record) []Record {
	slices.SortFunc(rs, func(a, b Record) int {
		return cmp.Or(compare(a, b), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	out := rs[:0]
	for _, r := range rs {
		if n := len(out); n > 0 && compare(out[n-1], r) == 0 {
			last := &out[n-1]
			last.Packets += r.Packets
			last.Bytes += r.Bytes
			last.Start = min(last.Start, r.Start)
			last.End = max(last.End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}
