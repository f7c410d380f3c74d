package lab

import (
	"errors"
	"testing"
	"time"
)

// flows sums packets and bytes of lines by interface, 5-tuple and interval.
type tuple struct {
	eni      string
	interval int64
	line     line // addresses, ports and protocol only
}

func tuples(t *testing.T, cfg Config) (sums map[tuple][2]int64, records map[tuple]int, lost map[tuple]bool) {
	t.Helper()
	checked, err := cfg.checked()
	if err != nil {
		t.Fatal(err)
	}
	meters := map[string]*meter{}
	for i := range cfg.Hosts {
		h := newHost(checked, i)
		h.close()
		meters[h.eni] = h.meter
	}
	sums, records, lost = map[tuple][2]int64{}, map[tuple]int{}, map[tuple]bool{}
	lines, _ := generated(t, cfg)
	for _, l := range lines {
		m := meters[l.eni]
		k := tuple{eni: l.eni, interval: m.intervalOf(l.start - checked.Start.Unix())}
		switch l.status {
		case "SKIPDATA":
			if lost[k] {
				t.Errorf("interval %d of %s lost twice", k.interval, l.eni)
			}
			lost[k] = true
			continue
		case "NODATA":
			continue
		}
		if end := m.intervalOf(l.end - checked.Start.Unix()); end != k.interval || l.end < l.start {
			t.Errorf("record from interval %d to %d: %+v", k.interval, end, l)
		}
		k.line = line{src: l.src, dst: l.dst, protocol: l.protocol}
		n := sums[k]
		sums[k] = [2]int64{n[0] + l.packets, n[1] + l.bytes}
		records[k]++
	}
	return sums, records, lost
}

// Splits and skews change neither what passed in an interval nor which
// interval it was.
func TestSplitsConserve(t *testing.T) {
	cfg := Config{Seed: 6, Duration: 3 * time.Hour, Hosts: Fleet(6, 12, 6)}
	want, _, _ := tuples(t, cfg)
	cfg.Faults = Faults{Skew: 60, Split: 0.5}
	got, records, _ := tuples(t, cfg)
	if len(got) != len(want) {
		t.Errorf("%d flows in an interval, want %d", len(got), len(want))
	}
	twice := 0
	for k, n := range want {
		if got[k] != n {
			t.Errorf("%v: %v, want %v", k, got[k], n)
		}
		if records[k] == 2 {
			twice++
		}
	}
	// Half of all, less those of one packet or second.
	if twice < len(want)/20 || twice > len(want)/2 {
		t.Errorf("%d of %d split", twice, len(want))
	}
}

// A lost interval is lost as a whole, and a line says so; all others are
// untouched.
func TestSkips(t *testing.T) {
	cfg := Config{Seed: 6, Duration: 6 * time.Hour, Hosts: Fleet(6, 12, 6)}
	want, _, _ := tuples(t, cfg)
	cfg.Faults.Skip = 0.2
	got, _, lost := tuples(t, cfg)
	intervals := 12 * 37
	if len(lost) < intervals/10 || len(lost) > intervals*3/10 {
		t.Errorf("%d of %d intervals lost, want a fifth", len(lost), intervals)
	}
	for k, n := range want {
		if lost[tuple{eni: k.eni, interval: k.interval}] {
			n = [2]int64{}
		}
		if got[k] != n {
			t.Errorf("%v: %v, want %v", k, got[k], n)
		}
	}
}

// Starts and ends of records move later, by no more than the skew.
func TestSkew(t *testing.T) {
	h := &host{meter: newMeter(600, 100, 5000)}
	f := Faults{Skew: 5}
	moved := map[[2]int64]int{}
	for i := range 2000 {
		r := record{host: h, flow: &flow{id: uint64(i)}, cell: cell{interval: 1, packets: 2, first: 800, last: 900}}
		got := f.skewed(r)
		moved[[2]int64{got.first - r.first, got.last - r.last}]++
		if r.last = 1299; f.skewed(r).last != 1299 {
			t.Fatal("a record leaves its interval")
		}
	}
	if len(moved) != 36 {
		t.Errorf("%d combinations of start and end, want 6 × 6: %v", len(moved), moved)
	}
}

// Flags of the halves of a split record are together those of the whole.
func TestSplitFlags(t *testing.T) {
	r := record{cell: cell{packets: 7, bytes: 700, first: 10, last: 20, flags: flagSYN | flagACK | flagFIN}}
	for cut := range 100 {
		out := r.split(nil, float64(cut)/100)
		if len(out) != 2 || out[0].packets+out[1].packets != 7 || out[0].bytes+out[1].bytes != 700 ||
			out[0].packets < 1 || out[1].packets < 1 || out[0].last >= out[1].first || out[1].first > out[1].last ||
			out[0].flags != flagSYN|flagACK || out[1].flags != flagFIN {
			t.Fatalf("cut at %d%%: %+v", cut, out)
		}
	}
	for _, whole := range []cell{{packets: 1, first: 1, last: 1}, {packets: 2, first: 1, last: 1}} {
		if out := (&record{cell: whole}).split(nil, 0.5); len(out) != 1 || out[0].cell != whole {
			t.Errorf("%+v was split: %+v", whole, out)
		}
	}
}

func TestRealisticIsRealistic(t *testing.T) {
	for seed := range uint64(200) {
		f := Realistic(seed)
		if err := f.check(); err != nil || !f.any() {
			t.Errorf("%+v: %v", f, err)
		}
		if f.Split > 0.05 || f.Skip > 0.005 || f.Late > 0.02 || f.Duplicate > 0.01 || f.Redeliver > 0.01 {
			t.Errorf("%+v", f)
		}
	}
	for _, f := range []Faults{{Skew: 61}, {Skew: -1}, {Split: 1.1}, {Skip: -0.1}, {Late: 2}, {Duplicate: 2}, {Redeliver: -1}} {
		var bad *ConfigError
		if err := f.check(); !errors.As(err, &bad) {
			t.Errorf("%+v: %v", f, err)
		}
	}
}
