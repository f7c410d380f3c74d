package report

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"davy/biflow"
	"davy/detect"
	"davy/flowlog"
	"davy/internal/pipeline"
)

// A Summary says what a run read, what it could not see and what it found. Its
// JSON form is documented in docs/formats/summary.md; it holds no time of day,
// so that the same input gives the same bytes.
type Summary struct {
	Complete bool    `json:"complete"` // nothing was left out
	Objects  Objects `json:"objects"`

	Unwrapped Unwrapped `json:"unwrapped"`

	Lines       int64            `json:"lines"`
	Header      int64            `json:"header"`
	OK          int64            `json:"ok"`
	NoData      int64            `json:"nodata"`
	SkipData    int64            `json:"skipdata"`
	Outside     int64            `json:"outside"` // of those three, records outside of what was asked for
	Rejected    map[string]int64 `json:"rejected"`
	Implausible int64            `json:"implausible"`
	Saturated   bool             `json:"saturated"`
	Bytes       uint64           `json:"bytes"`
	Packets     uint64           `json:"packets"`
	Samples     []string         `json:"rejected_samples"`

	Overlaps []Overlap `json:"overlapping_flow_logs,omitempty"`

	Interfaces int    `json:"interfaces"`
	Pairs      int    `json:"pairs"`
	Windows    int    `json:"windows"`           // points of all pairs
	Gaps       int    `json:"windows_unwatched"` // pair-windows between first and last in which the interface's log is silent
	Unknown    int    `json:"windows_unknown"`   // pair-windows under SKIPDATA
	Digest     string `json:"digest"`

	Findings   int            `json:"findings"`
	Suppressed int            `json:"suppressed"` // of the findings
	Verdicts   map[string]int `json:"verdicts"`
	Notes      []string       `json:"notes,omitempty"` // on sources, names and suppressions
	Rule       detect.Rule    `json:"rule,omitempty"`
	Model      string         `json:"model,omitempty"`
}

// Objects are the objects of a run.
type Objects struct {
	Found      int      `json:"found"`
	Outside    int      `json:"outside"` // of what was asked for: not among those found
	Read       int      `json:"read"`
	Bytes      int64    `json:"bytes"`
	Duplicates []string `json:"duplicates"`
	Skipped    []string `json:"skipped"`
	Failed     []Failed `json:"failed"`
	Partial    []Failed `json:"partial"`
}

// Unwrapped counts what lines were taken out of.
type Unwrapped struct {
	Envelopes int64 `json:"envelopes"`        // that hold events
	Control   int64 `json:"control_messages"` // of CloudWatch Logs, skipped
	Events    int64 `json:"events"`           // with lines in them
	Empty     int64 `json:"events_empty"`
}

// Failed is an object of which not all counts.
type Failed struct {
	Object string         `json:"object"`
	Reason flowlog.Reason `json:"reason"`
	Error  string         `json:"error"`
}

// Summarise starts a summary with what the pipeline read.
func Summarise(res *pipeline.Result) *Summary {
	st, o := &res.Stats, &res.Objects
	s := &Summary{
		Complete: !res.Incomplete(), Outside: res.Outside.Records,
		Objects: Objects{
			Found: o.Found, Read: o.Read, Bytes: o.Bytes, Duplicates: append([]string{}, o.Duplicates...), Skipped: []string{},
			Failed: failures(o.Failed), Partial: failures(o.Partial),
		},
		Unwrapped: Unwrapped(res.Unwrapped),
		Lines:     st.Lines, Header: st.Header, OK: st.OK, NoData: st.NoData, SkipData: st.SkipData,
		Rejected: make(map[string]int64), Implausible: st.Implausible, Saturated: st.Saturated,
		Bytes: st.Bytes, Packets: st.Packets, Verdicts: make(map[string]int), Samples: []string{},
	}
	if res.Table != nil {
		s.Interfaces = res.Table.Interfaces()
	}
	for reason, n := range st.Rejected {
		s.Rejected[string(reason)] = n
	}
	for i := range st.Samples {
		s.Samples = append(s.Samples, st.Samples[i].Error())
	}
	for _, err := range res.Objects.Skipped {
		s.Objects.Skipped = append(s.Objects.Skipped, err.Error())
	}
	return s
}

func failures(errs []*flowlog.ObjectError) []Failed {
	out := []Failed{} // in JSON a list, never null
	for _, e := range errs {
		out = append(out, Failed{Object: e.Object, Reason: e.Reason, Error: e.Error()})
	}
	return out
}

// Count adds one pair.
func (s *Summary) Count(p *biflow.Pair) {
	s.Pairs++
	s.Windows += p.Points()
	s.Unknown += p.Unknown
	if n := len(p.Windows); n > 0 {
		span := int((p.Windows[n-1].Start-p.Windows[0].Start)/biflow.Seconds) + 1
		s.Gaps += span - p.Possible
	}
}

// Hidden adds the verdict on a pair that is not among the findings.
func (s *Summary) Hidden(v detect.Verdict) {
	if v != detect.None && v != "" {
		s.Verdicts[string(v)]++
	}
}

// Shown adds the findings.
func (s *Summary) Shown(findings []detect.Finding) {
	for i := range findings {
		s.Hidden(findings[i].Verdict)
		if findings[i].Suppressed != nil {
			s.Suppressed++
		}
	}
	s.Findings += len(findings)
}

// WriteJSON writes the summary as indented JSON.
func (s *Summary) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(s)
}

// WriteText writes the summary for people: what was read, what was not, what was found.
func (s *Summary) WriteText(w io.Writer, took time.Duration) {
	s.WriteRead(w)
	fmt.Fprintf(w, "found     %s, in %.1f s\n", s.verdicts(), took.Seconds())
}

// WriteRead writes what was read and what was not.
func (s *Summary) WriteRead(w io.Writer) {
	fmt.Fprintf(w, "read      %d of %d objects, %d lines: %d records, %d NODATA, %d SKIPDATA, %d headers, %d rejected\n",
		s.Objects.Read, s.Objects.Found, s.Lines, s.OK, s.NoData, s.SkipData, s.Header, s.Lines-s.OK-s.NoData-s.SkipData-s.Header)
	fmt.Fprintf(w, "          %d interfaces, %d pairs, %d windows, %d packets, %d bytes; digest %.16s\n",
		s.Interfaces, s.Pairs, s.Windows, s.Packets, s.Bytes, s.Digest)
	if s.Outside > 0 || s.Objects.Outside > 0 {
		fmt.Fprintf(w, "          outside of what was asked for: %d objects or folders not opened, %d records\n", s.Objects.Outside, s.Outside)
	}
	if u := s.Unwrapped; u != (Unwrapped{}) {
		fmt.Fprintf(w, "          unwrapped: %d events in %d envelopes; %d without a line, %d control messages\n", u.Events, u.Envelopes, u.Empty, u.Control)
	}
	s.WriteUnseen(w)
}

// WriteUnseen lists all that keeps "nothing found" from meaning "clean".
func (s *Summary) WriteUnseen(w io.Writer) {
	if len(s.Rejected) > 0 {
		var parts []string
		for _, reason := range slices.Sorted(maps.Keys(s.Rejected)) {
			parts = append(parts, fmt.Sprintf("%d %s", s.Rejected[reason], reason))
		}
		fmt.Fprintf(w, "rejected  %s\n", strings.Join(parts, ", "))
	}
	for _, note := range s.Notes {
		fmt.Fprintf(w, "note      %s\n", Clean(note))
	}
	for _, sample := range s.Samples {
		fmt.Fprintf(w, "          %s\n", Clean(sample))
	}
	for _, f := range s.Objects.Failed {
		fmt.Fprintf(w, "left out  %s\n", Clean(f.Error))
	}
	for _, f := range s.Objects.Partial {
		fmt.Fprintf(w, "partial   %s\n", Clean(f.Error))
	}
	for _, name := range s.Objects.Skipped {
		fmt.Fprintf(w, "skipped   %s\n", Clean(name))
	}
	for _, name := range s.Objects.Duplicates {
		fmt.Fprintf(w, "duplicate %s: the same content as an earlier object, counted once\n", Clean(name))
	}
	s.writeOverlaps(w)
	if s.Gaps > 0 || s.Unknown > 0 {
		fmt.Fprintf(w, "unseen    of the pairs' windows, %d under SKIPDATA and %d without any record of the interface\n", s.Unknown, s.Gaps)
	}
	if s.Saturated {
		fmt.Fprintln(w, "unseen    a sum reached 2^64-1 and stayed there")
	}
}

func (s *Summary) verdicts() string {
	mining, suspect := s.Verdicts[string(detect.Mining)], s.Verdicts[string(detect.Suspect)]
	text := fmt.Sprintf("%d mining", mining)
	switch {
	case mining == 0 && s.Complete:
		text = "nothing that mines"
	case mining == 0:
		text = "nothing that mines in what could be read"
	}
	if suspect > 0 {
		text += fmt.Sprintf(", %d suspect", suspect)
		if s.Findings < mining+suspect {
			text += " (shown with --min-verdict suspect)"
		}
	}
	if s.Suppressed > 0 {
		text += fmt.Sprintf("; %d of them suppressed", s.Suppressed)
	}
	return text
}
