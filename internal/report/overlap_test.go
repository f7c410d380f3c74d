package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"davy/biflow"
)

// F9: the summary says which flow logs overlap, and what of them counts.
func TestF9SummaryNamesOverlaps(t *testing.T) {
	var s Summary
	for i := range 5 {
		s.Overlapping([]biflow.Overlap{{Interface: fmt.Sprint("eni-0000000", i), Logs: []biflow.Share{
			{FlowLog: "fl-a", Records: 10},
			{FlowLog: "", Records: 9, LeftOut: biflow.Totals{Records: 7}, Silences: 2},
			{FlowLog: "fl-\x1b[2J", Records: 3, LeftOut: biflow.Totals{Records: 3}},
		}}})
	}
	var b bytes.Buffer
	s.WriteUnseen(&b)
	want := `twice     50 records, of 5 interfaces that several flow logs have, count once: overlapping_flow_logs
          eni-00000000: 10 of 10 of fl-a, 2 of 9 of objects that name no flow log, 0 of 3 of fl-\x1b[2J
          eni-00000001: 10 of 10 of fl-a, 2 of 9 of objects that name no flow log, 0 of 3 of fl-\x1b[2J
          eni-00000002: 10 of 10 of fl-a, 2 of 9 of objects that name no flow log, 0 of 3 of fl-\x1b[2J
          and so on 2 more
`
	if b.String() != want {
		t.Errorf("%s, want\n%s", b.String(), want)
	}
	b.Reset()
	if err := s.WriteJSON(&b); err != nil || strings.Count(b.String(), `"left_out": 7`) != 5 || strings.Count(b.String(), `"silent_left_out": 2`) != 5 {
		t.Errorf("%v\n%s", err, b.String())
	}
	b.Reset()
	(&Summary{}).WriteUnseen(&b)
	if err := (&Summary{}).WriteJSON(&b); err != nil || strings.Contains(b.String(), "overlapping") || strings.Contains(b.String(), "twice") {
		t.Errorf("%v\n%s", err, b.String())
	}
}
