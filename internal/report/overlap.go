package report

import (
	"cmp"
	"fmt"
	"io"

	"davy/biflow"
	"davy/flowlog"
)

// An Overlap is an interface that several flow logs have, of which each time counts once.
type Overlap struct {
	Interface string    `json:"interface_id"`
	Logs      []FlowLog `json:"flow_logs"` // the one that counts first
}

// A FlowLog is what one flow log has of an interface, and how much of that is left out.
type FlowLog struct {
	ID      string `json:"id"` // "" for all objects that do not say
	Records uint64 `json:"records"`
	LeftOut uint64 `json:"left_out"`
	Silent  uint64 `json:"silent_left_out"` // NODATA and SKIPDATA
}

// Overlapping adds the interfaces on which flow logs overlap.
func (s *Summary) Overlapping(overlaps []biflow.Overlap) {
	for _, o := range overlaps {
		out := Overlap{Interface: o.Interface}
		for _, l := range o.Logs {
			out.Logs = append(out.Logs, FlowLog{l.FlowLog, l.Records, l.LeftOut.Records, l.Silences})
		}
		s.Overlaps = append(s.Overlaps, out)
	}
}

// writeOverlaps says how many records are left out since they are there twice, and of
// the first few interfaces, of which flow logs.
func (s *Summary) writeOverlaps(w io.Writer) {
	if len(s.Overlaps) == 0 {
		return
	}
	var records uint64
	for _, o := range s.Overlaps {
		for _, l := range o.Logs {
			records += l.LeftOut
		}
	}
	fmt.Fprintf(w, "twice     %d records, of %d interfaces that several flow logs have, count once: %s\n", records, len(s.Overlaps), flowlog.OverlappingFlowLogs)
	const few = 3
	for i, o := range s.Overlaps {
		if i == few {
			fmt.Fprintf(w, "          and so on %d more\n", len(s.Overlaps)-few)
			return
		}
		fmt.Fprintf(w, "          %s: ", Clean(o.Interface))
		for j, l := range o.Logs {
			if j > 0 {
				fmt.Fprint(w, ", ")
			}
			fmt.Fprintf(w, "%d of %d of %s", l.Records-l.LeftOut, l.Records, Clean(cmp.Or(l.ID, "objects that name no flow log")))
		}
		fmt.Fprintln(w)
	}
}
