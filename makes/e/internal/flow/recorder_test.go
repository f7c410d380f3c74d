package flow

import (
	"testing"
	"time"
)

func records(s *Store) (all []Record) {
	for h := range s.hours {
		for _, r := range s.byEnd(h) {
			all = append(all, *r)
		}
	}
	return all
}

func TestFlowSplitsAtIntervals(t *testing.T) {
	s := NewStore("1", time.Unix(0, 0), 7200, 600)
	f := s.NewRecorder("eni-1", 100).NewFlow(TCP, 1, 2, 3, 4, Accept)
	f.Add(-5, 1, 40)     // before the run
	f.Add(499.9, 2, 100) // the first interval ends at 500
	f.Add(500, 3, 200)
	f.Add(499, 1, 50) // late: counted in the open interval
	f.Add(1099.5, 1, 60)
	f.Add(7200, 9, 900) // after the run
	f.Flush()
	got := records(s)
	if len(got) != 2 {
		t.Fatalf("%d records, want 2: %+v", len(got), got)
	}
	a, b := got[0], got[1]
	if a.Packets != 2 || a.Bytes != 100 || a.Start != 499 || a.End != 499 {
		t.Errorf("first interval: %+v", a)
	}
	if b.Packets != 5 || b.Bytes != 310 || b.Start != 500 || b.End != 1099 {
		t.Errorf("second interval: %+v", b)
	}
}

func TestSilentIntervalsAreNoData(t *testing.T) {
	s := NewStore("1", time.Unix(0, 0), 3600, 600)
	r := s.NewRecorder("eni-1", 0)
	f := r.NewFlow(TCP, 1, 2, 3, 4, Accept)
	f.Add(700, 1, 40)
	f.Flush()
	r.Finish()
	silent := 0
	for _, rec := range records(s) {
		if rec.Action == NoData {
			silent++
			if rec.Start%600 != 0 || rec.End != rec.Start+599 || rec.Start == 600 {
				t.Errorf("wrong interval: %+v", rec)
			}
		}
	}
	if silent != 5 {
		t.Errorf("%d silent intervals, want 5", silent)
	}
}

func TestLine(t *testing.T) {
	r := Record{Src: 10<<24 | 10, Dst: 198<<24 | 51<<16 | 100<<8 | 4, SrcPort: 35727, DstPort: 3333,
		Proto: TCP, Packets: 28, Bytes: 2772, Start: 16, End: 598}
	want := "2 123456789012 eni-0 10.0.0.10 198.51.100.4 35727 3333 6 28 2772 1740966616 1740967198 ACCEPT OK\n"
	if got := string(r.appendLine(nil, "123456789012", "eni-0", 1740966600)); got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}
