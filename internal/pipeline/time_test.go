package pipeline

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/internal/source"
)

// flow is a record of the one pair that these tests have: packets of 100 bytes
// from the interface's side.
func flow(start, length int64, packets int) string {
	return fmt.Sprintf("2 123456789012 eni-0abcabcabcabcabca 10.0.0.5 198.51.100.7 40000 443 6 %d %d %d %d ACCEPT OK\n",
		packets, 100*packets, start, start+length)
}

const midnight = 1767225600 // 2026-01-01, a start of a window

// windows are the starts and packets of all windows of the one pair.
func windows(t *testing.T, res *Result) string {
	t.Helper()
	var b strings.Builder
	for p := range res.Table.Pairs() {
		for _, w := range p.Windows {
			fmt.Fprintf(&b, "%d:%d ", w.Start-midnight, w.LocalPackets)
		}
	}
	return strings.TrimSpace(b.String())
}

// What the time of a record may be, and what becomes of it.
func TestTime(t *testing.T) {
	const day = 86400
	now := time.Unix(midnight+2*day, 0)
	for _, c := range []struct {
		name, text, want string
		rejected         flowlog.Reason
	}{
		{name: "F3 thirty days late", text: flow(midnight, 50, 2) + flow(midnight-30*day, 50, 3), want: "-2592000:3 0:2"},
		{name: "F4 older than is wanted", text: flow(midnight, 50, 2) + flow(midnight-400*day, 50, 3), want: "0:2", rejected: flowlog.TooOld},
		{name: "F5 from 2099", text: flow(midnight, 50, 2) + flow(midnight+73*365*day, 50, 3), want: "0:2", rejected: flowlog.Future},
		{name: "F5 within the hour's leeway", text: flow(midnight, 50, 2) + flow(midnight+2*day+3500, 50, 3), want: "0:2 175800:3"},
		{name: "F6 a clock ten minutes off", text: flow(midnight+600, 50, 2) + flow(midnight, 50, 3), want: "0:3 600:2"},
		{name: "F8 minutes and ten minutes", text: flow(midnight, 599, 10) + minutes(midnight+600, 10), want: "0:10 600:10"},
		{name: "F10 the same line twice is twice the traffic", text: flow(midnight, 50, 2) + flow(midnight, 50, 2), want: "0:4"},
		{name: "F13 silent for days, then a burst", text: flow(midnight-20*day, 50, 1) + minutes(midnight, 10), want: "-1728000:1 0:10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			objects := files(t, map[string][]byte{"a": []byte(header + c.text)})
			res := run1(t, objects, Options{Now: now, Oldest: time.Unix(midnight-365*day, 0)})
			if got := windows(t, res); got != c.want {
				t.Errorf("windows %s, want %s", got, c.want)
			}
			bad := int64(0)
			if c.rejected != "" {
				bad = 1
			}
			if res.Stats.Bad() != bad || bad > 0 && res.Stats.Rejected[c.rejected] != bad {
				t.Errorf("rejected %v, want %q", res.Stats.Rejected, c.rejected)
			}
		})
	}
}

// F7: a record over the edge of a window is in the one that it starts in, whole.
// Here every second is in five records or more, so that there is no better place
// for the edge.
func TestF7OverTheEdge(t *testing.T) {
	text, want := header, make(map[int64]uint64)
	const n = 60
	for i := range int64(n) {
		text += flow(midnight+100*i, 550, 1+int(i))
	}
	res := run1(t, files(t, map[string][]byte{"a": []byte(text)}), Options{})
	got := make(map[int64]uint64)
	offset := int64(0)
	for p := range res.Table.Pairs() {
		offset = p.Windows[0].Start % biflow.Seconds
		for _, w := range p.Windows {
			got[w.Start] = w.LocalPackets
		}
	}
	for i := range int64(n) {
		start := midnight + 100*i - offset
		want[start-start%biflow.Seconds+offset] += uint64(1 + i)
	}
	if !maps.Equal(got, want) || len(got) < n/6 {
		t.Errorf("%v\nwant %v", got, want)
	}
}

// minutes are n records of a minute each, of one packet.
func minutes(start int64, n int) (text string) {
	for i := range int64(n) {
		text += flow(start+60*i, 59, 1)
	}
	return text
}

// F2: an object that is there five times counts once, whoever reads it.
func TestF2FiveTimesIsOnce(t *testing.T) {
	text := header
	for i := range 500 {
		text += record(i)
	}
	once := run1(t, files(t, map[string][]byte{"a": []byte(text)}), Options{})
	five := make(map[string][]byte)
	for i := range 5 {
		five[fmt.Sprint(i)] = []byte(text)
	}
	res := run1(t, files(t, five), Options{Workers: 5})
	if got, want := biflow.Digest(res.Table.Pairs()), biflow.Digest(once.Table.Pairs()); got != want || len(res.Objects.Duplicates) != 4 {
		t.Errorf("digest %.12s, want %.12s; %d duplicates", got, want, len(res.Objects.Duplicates))
	}
}

// F12: where and when davy runs does not matter: a time zone of any kind, days that
// have 23 or 25 hours, years with a leap second.
func TestF12TimeZonesDoNotMatter(t *testing.T) {
	var text strings.Builder
	text.WriteString(header)
	for _, night := range []string{"2026-03-29", "2026-10-25", "2016-12-31", "2024-02-29"} {
		day, err := time.Parse(time.DateOnly, night)
		if err != nil {
			t.Fatal(err)
		}
		for i := range int64(48) {
			text.WriteString(flow(day.Unix()+3600*i+7*i, 50, 1+int(i)))
		}
	}
	objects := files(t, map[string][]byte{"a": []byte(text.String())})
	home := time.Local
	defer func() { time.Local = home }()
	want := ""
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("east", 14*3600), time.FixedZone("west", -9*3600-1800), berlin(t)} {
		time.Local = zone
		res := run1(t, objects, Options{Now: time.Date(2026, 12, 1, 0, 0, 0, 0, zone), Filter: sinceDay(zone)})
		got := biflow.Digest(res.Table.Pairs())
		if want == "" {
			want = got
		}
		if got != want || res.Stats.OK != 4*48 || res.Outside.Records != 48 {
			t.Errorf("%s: digest %.12s, want %.12s; %d records, %d outside", zone, got, want, res.Stats.OK, res.Outside.Records)
		}
	}
}

func berlin(t *testing.T) *time.Location {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// F15: a year from its last day to its first, with hardly any memory, is the year.
func TestF15BackwardsThroughAYear(t *testing.T) {
	contents := make(map[string][]byte)
	var all strings.Builder
	for day := range 365 {
		text := header
		for i := range int64(60) {
			text += flow(midnight+int64(day)*86400+1440*i, 50, 1+day%9)
		}
		all.WriteString(text)
		contents[fmt.Sprintf("%03d", 364-day)] = []byte(text)
	}
	want := biflow.Digest(run1(t, files(t, map[string][]byte{"year": []byte(all.String())}), Options{}).Table.Pairs())
	res := run1(t, files(t, contents), Options{Workers: 2, Memory: 64 << 10, Dir: t.TempDir()})
	defer res.Table.Close()
	if got := biflow.Digest(res.Table.Pairs()); got != want || res.Table.Err() != nil {
		t.Errorf("digest %.12s, want %.12s: %v", got, want, res.Table.Err())
	}
	if res.Stats.OK != 365*60 || res.Table.Totals().Bytes > math.MaxInt64 {
		t.Errorf("%+v", res.Stats)
	}
}

// F9: an interface that two flow logs cover is counted once, whoever reads it when.
// F11: so is what comes by several ways.
func TestF9TwoFlowLogs(t *testing.T) {
	text := header
	for i := range 300 {
		text += record(i)
	}
	of := func(name, flowLog, text string) source.Object {
		o := remote(name, []byte(text))
		o.Place.FlowLog = flowLog
		return o
	}
	once := biflow.Digest(run1(t, []source.Object{of("a", "fl-1", text)}, Options{}).Table.Pairs())
	more := text + record(10) // so that it is no copy
	for name, c := range map[string]struct {
		objects    []source.Object
		prefer     string
		duplicates int
		overlaps   int
		once       bool
	}{
		"the same twice":               {[]source.Object{of("a", "fl-1", text), of("b", "fl-1", text)}, "", 1, 0, true},
		"two logs that write the same": {[]source.Object{of("a", "fl-1", text), of("b", "fl-2", text)}, "", 0, 4, true},
		"a copy that lost its name":    {[]source.Object{of("a", "fl-1", text), of("b", "", text)}, "", 0, 4, true},
		"two logs, the lesser wanted":  {[]source.Object{of("a", "fl-1", text), of("b", "fl-2", more), of("c", "fl-2", more)}, "fl-1", 1, 4, true},
		"two logs":                     {[]source.Object{of("a", "fl-1", text), of("b", "fl-2", more)}, "", 0, 4, false},
	} {
		for _, workers := range []int{1, 2, 3, 3, 3, 3} {
			res := run1(t, c.objects, Options{Workers: workers, Prefer: c.prefer})
			if got := biflow.Digest(res.Table.Pairs()); (got == once) != c.once || res.Table.Err() != nil {
				t.Errorf("%s, %d workers: digest %.12s, of one log %.12s: %v", name, workers, got, once, res.Table.Err())
			}
			if len(res.Objects.Duplicates) != c.duplicates || len(res.Table.Overlaps()) != c.overlaps {
				t.Errorf("%s, %d workers: %+v, %d overlaps", name, workers, res.Objects, len(res.Table.Overlaps()))
			}
		}
	}
}
