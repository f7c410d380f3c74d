package biflow

import "testing"

// The flaws of the 2019 article's correlation, each by its letter. What the
// article did is in the comment; the test holds what is right.

// A: every pair got a row for every timestamp of its interface, so windows in
// which another pair spoke became points (0,0,0,0).
func TestFlawASilentWindowsAreNotPoints(t *testing.T) {
	table := read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 443 10 1000 600 700",
		eniA+" 10.0.0.5 198.51.100.2 40001 443 10 1000 600 700",
		eniA+" 10.0.0.5 198.51.100.2 40001 443 10 1000 1200 1300",
		eniA+" 10.0.0.5 198.51.100.2 40001 443 10 1000 1800 1900",
		eniA+" 10.0.0.5 198.51.100.1 40000 443 10 1000 1800 1900",
	)
	p := collect(table)[0]
	if p.Remote != addr("198.51.100.1") || p.Points() != 2 || len(p.Windows) != 2 {
		t.Errorf("%v has windows %+v, want two", p.Remote, p.Windows)
	}
	if p.Possible != 3 {
		t.Errorf("the interface was watched in %d windows, want 3", p.Possible)
	}
}

// B: the side was chosen record by record, so that a host with a single peer
// fell apart into two one-way streams.
func TestFlawBSinglePeerIsOnePair(t *testing.T) {
	p := only(t, read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 10 1000 600 700",
		eniA+" 198.51.100.1 10.0.0.5 3333 40000 8 900 600 700",
	))
	want := Point{1000, 10, 900, 8}
	if p.Local != addr("10.0.0.5") || len(p.Windows) != 1 || p.Windows[0].Point() != want {
		t.Errorf("local %v, windows %+v; want one at %v", p.Local, p.Windows, want)
	}
}

// C: directions were matched by equal timestamps, so one second of skew between
// them made two half points.
func TestFlawCStartSkewIsOnePoint(t *testing.T) {
	p := only(t, read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 10 1000 600 1190",
		eniA+" 198.51.100.1 10.0.0.5 3333 40000 8 900 601 1191",
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 11 1100 1200 1790",
		eniA+" 198.51.100.1 10.0.0.5 3333 40000 9 950 1207 1791",
	))
	if len(p.Windows) != 2 || p.Windows[0].Point() != (Point{1000, 10, 900, 8}) || p.Windows[1].Point() != (Point{1100, 11, 950, 9}) {
		t.Errorf("windows %+v", p.Windows)
	}
}

// D: one-minute records were never summed, which made points ten times too small.
func TestFlawDMinutesSumToTen(t *testing.T) {
	table := new(Table)
	for m := range 20 {
		start := 600 + 60*m
		feed(t, table,
			line(eniA, "10.0.0.5", "198.51.100.1", 40000, 3333, 1, 100, start, start+59),
			line(eniA, "198.51.100.1", "10.0.0.5", 3333, 40000, 2, 90, start, start+59))
	}
	p := only(t, table)
	if len(p.Windows) != 2 || p.Windows[0].Point() != (Point{1000, 10, 900, 20}) || p.Windows[1].Point() != (Point{1000, 10, 900, 20}) {
		t.Errorf("windows %+v", p.Windows)
	}
}

// E: a stream counted as two-way when its endpoints appeared as source and as
// destination anywhere in the interface's history: A:8080→B and C→A:8080
// confirmed each other.
func TestFlawEStrangersDoNotConfirmEachOther(t *testing.T) {
	pairs := collect(read(t,
		eniA+" 10.0.0.5 198.51.100.1 8080 40000 10 1000 600 700",
		eniA+" 198.51.100.2 10.0.0.5 40000 8080 8 900 600 700",
	))
	if len(pairs) != 2 {
		t.Fatalf("%d pairs, want 2", len(pairs))
	}
	for _, p := range pairs {
		w := p.Windows[0]
		if w.Unanswered != 1 || w.LocalPackets != 0 && w.RemotePackets != 0 {
			t.Errorf("%v: %+v, want a one-way window", p.Remote, w)
		}
	}
}

// F: timestamps were kept in a set, so that nothing about time could be computed.
func TestFlawFWindowsAreInOrder(t *testing.T) {
	p := only(t, read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 3 300 1800 1900",
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 1 100 600 700",
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 2 200 1200 1300",
	))
	for i, w := range p.Windows {
		if w.Start != int64(600+600*i) || w.LocalPackets != uint64(i+1) {
			t.Errorf("window %d: %+v", i, w)
		}
	}
}

// G: port switches were counted against a port that was set once and never
// again. Reconnects are the client ports of a window.
func TestFlawGReconnectsAreCounted(t *testing.T) {
	p := only(t, read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 1 100 600 700",
		eniA+" 10.0.0.5 198.51.100.1 40001 3333 1 100 700 800",
		eniA+" 198.51.100.1 10.0.0.5 3333 40001 1 100 700 800",
		eniA+" 10.0.0.5 198.51.100.1 40002 3333 7 100 800 900",
		eniA+" 10.0.0.5 198.51.100.1 40002 3333 1 100 1200 1300",
		eniA+" 10.0.0.5 198.51.100.1 40002 3333 1 100 2400 2500",
	))
	first, second, later := p.Windows[0], p.Windows[1], p.Windows[2]
	if first.ClientPorts != 3 || first.Connections != 3 || first.Unanswered != 2 || first.Kept != 0 || first.ServerPort != 3333 || first.ServerShare != 1 {
		t.Errorf("first window: %+v", first)
	}
	if second.ClientPorts != 1 || second.Kept != 1 || second.ServerPort != 3333 {
		t.Errorf("second window: %+v", second)
	}
	if later.Kept != 0 {
		t.Errorf("a connection was kept over a silent window: %+v", later)
	}
}

// H: REJECT, NODATA and SKIPDATA were dropped without a word.
func TestFlawHWhatCouldNotBeSeenIsKept(t *testing.T) {
	table := read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 3 180 600 700 REJECT",
		eniA+" 10.0.0.5 198.51.100.1 40001 3333 9 900 1800 1900",
		"2 123456789012 "+eniA+" - - - - - - - 1200 1799 - NODATA",
		"2 123456789012 "+eniA+" - - - - - - - 1800 2399 - SKIPDATA",
		eniA+" 10.0.0.5 198.51.100.1 40001 3333 9 900 3000 3100",
	)
	p := only(t, table)
	if w := p.Windows[0]; w.Rejected != 1 || !w.Silent() || w.Connections != 1 || w.Unanswered != 0 {
		t.Errorf("rejected window: %+v", w)
	}
	if w := p.Windows[1]; w.Flags&Incomplete == 0 || w.LocalPackets != 9 {
		t.Errorf("window under SKIPDATA: %+v", w)
	}
	if p.Points() != 1 || p.Possible != 4 || p.Unknown != 1 {
		t.Errorf("points %d, watched %d, unknown %d; want 1, 4, 1", p.Points(), p.Possible, p.Unknown)
	}
	if got := table.Totals(); got != (Totals{Records: 3, Bytes: 1980, Packets: 21}) {
		t.Errorf("totals %+v: rejected traffic is traffic too", got)
	}
	for w := range table.Watches() {
		if w.Watched != 4 || w.Skipped != 1 || w.Gaps() != 1 {
			t.Errorf("watch %+v, %d gaps", w, w.Gaps())
		}
	}
}

// Lines of AWS's own making may name no interface, or no time. They say nothing
// of what was seen, and make up neither.
func TestSilenceWithoutPlaceOrTime(t *testing.T) {
	table := read(t,
		"2 123456789012 - - - - - - - - 1700000000 1700000059 - NODATA",
		"2 123456789012 "+eniA+" - - - - - - - - 1700000059 - NODATA",
		"2 123456789012 "+eniA+" - - - - - - - - - - SKIPDATA",
		"2 123456789012 "+eniA+" - - - - - - - 1700000400 - - SKIPDATA",
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 10 1000 1700000000 1700000100",
	)
	watches := 0
	for w := range table.Watches() {
		watches++
		if w.Interface != eniA || w.First != 1699999800 || w.Watched != 2 || w.Skipped != 1 {
			t.Errorf("watch %+v", w)
		}
	}
	if watches != 1 {
		t.Errorf("%d interfaces, want 1", watches)
	}
}
