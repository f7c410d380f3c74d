package detect

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net/netip"
	"testing"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/lab"
	"davy/model"
)

// traffic is a day of simulated miners and ordinary programs.
type traffic struct {
	table  *biflow.Table
	mining map[string]bool // by interface and addresses
}

func simulate(t testing.TB, seed uint64, enis, miners int) traffic {
	t.Helper()
	out := traffic{table: new(biflow.Table), mining: make(map[string]bool)}
	cfg := lab.Config{Seed: seed, Duration: 24 * time.Hour, Hosts: lab.Fleet(seed, enis, miners)}
	labels, err := lab.Generate(context.Background(), cfg, func(o lab.Object) error {
		fill(t, out.table, bytes.NewReader(o.Body))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range labels {
		if l.Class == lab.Mining {
			out.mining[key(l.Interface, l.Local, l.Remote)] = true
		}
	}
	return out
}

func fill(t testing.TB, table *biflow.Table, r io.Reader) {
	t.Helper()
	rd, err := flowlog.NewReader(r, flowlog.Options{Require: biflow.Needs})
	if err != nil {
		t.Fatal(err)
	}
	var rec flowlog.Record
	for {
		if err := rd.Read(&rec); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		table.Add(&rec)
	}
}

func key(eni string, local, remote netip.Addr) string {
	return eni + " " + local.String() + " " + remote.String()
}

func (tr traffic) model(t testing.TB) *model.Model {
	t.Helper()
	var samples []model.Sample
	for p := range tr.table.Pairs() {
		s := model.Sample{Key: key(p.Interface, p.Local, p.Remote), Group: "all"}
		s.Mining = tr.mining[s.Key]
		for i := range p.Windows {
			if w := &p.Windows[i]; !w.Silent() {
				s.Points = append(s.Points, w.Point())
			}
		}
		samples = append(samples, s)
	}
	m, _, err := model.Train(samples, model.Options{Policy: model.DefaultPolicy, Level: model.LevelProfiles})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A model finds most of the miners it was trained on and, with ordinary traffic
// known, none of that; every finding says why.
func TestJudgeFindsWhatItKnows(t *testing.T) {
	tr := simulate(t, 5, 30, 14)
	d, err := New(tr.model(t), Options{Rule: Profiles})
	if err != nil {
		t.Fatal(err)
	}
	found, ids := 0, make(map[string]bool)
	for p := range tr.table.Pairs() {
		f := d.Judge(p)
		if f.Windows == 0 {
			continue
		}
		checkFinding(t, f, p)
		if ids[f.ID] {
			t.Errorf("id %s twice", f.ID)
		}
		ids[f.ID] = true
		mining := tr.mining[key(p.Interface, p.Local, p.Remote)]
		switch {
		case f.Verdict == Mining && mining:
			found++
		case f.Verdict == Mining:
			t.Errorf("ordinary pair %s %v is called mining", f.Interface, f.Remote)
		}
	}
	if found < 10 {
		t.Errorf("%d of 14 miners found by the model they made", found)
	}
}

func checkFinding(t *testing.T, f Finding, p *biflow.Pair) {
	t.Helper()
	if f.Score < 0 || f.Score > 1 || math.IsNaN(f.Score) {
		t.Errorf("score %v", f.Score)
	}
	if f.Inside > f.Windows || f.Windows != p.Points() || f.First > f.Last || f.Profile == "" {
		t.Errorf("finding %+v", f)
	}
	if len(f.Evidence) == 0 {
		t.Error("no evidence")
	}
	for _, e := range f.Evidence {
		if e.Sentence == "" || e.Filter == "" || math.IsNaN(e.Value) {
			t.Errorf("evidence %+v", e)
		}
	}
	if _, err := json.Marshal(f); err != nil {
		t.Errorf("finding does not encode: %v", err)
	}
}

// The article's rule, to the letter: the share of non-zero points in the raw
// hull against a fixed rate, compared exactly.
func TestArticleRule(t *testing.T) {
	tr := simulate(t, 5, 16, 14)
	m := tr.model(t)
	d, err := New(m, Options{Rule: Article, MinRate: 0.98})
	if err != nil {
		t.Fatal(err)
	}
	in := m.Baseline.Vertices[0]
	for _, c := range []struct {
		inside, outside int
		want            Verdict
	}{{1, 0, Mining}, {49, 1, Mining}, {48, 1, None}, {98, 2, Mining}, {97, 3, None}, {0, 1, None}, {0, 0, None}} {
		p := &biflow.Pair{Interface: "eni-0aaaaaaaaaaaaaaaa", Local: netip.MustParseAddr("10.0.0.1"), Remote: netip.MustParseAddr("198.51.100.1")}
		for i := range c.inside + c.outside {
			w := biflow.Window{Start: int64(600 * i), LocalBytes: uint64(in[0]), LocalPackets: uint64(in[1]), RemoteBytes: uint64(in[2]), RemotePackets: uint64(in[3])}
			if i >= c.inside {
				w.LocalBytes = 1 << 50
			}
			p.Windows = append(p.Windows, w, biflow.Window{Start: int64(600*i + 300), Rejected: 1}) // a silent window is dropped
		}
		if f := d.Judge(p); f.Verdict != c.want || f.Inside != c.inside || f.Windows != c.inside+c.outside {
			t.Errorf("%d inside, %d outside: %s, %d of %d", c.inside, c.outside, f.Verdict, f.Inside, f.Windows)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	m := simulate(t, 5, 15, 14).model(t)
	none, noBase := *m, *m
	none.Profiles, noBase.Baseline = nil, nil
	for _, c := range []struct {
		m    *model.Model
		rule Rule
	}{{&none, Profiles}, {&noBase, Article}} {
		if _, err := New(c.m, Options{Rule: c.rule}); !errors.Is(err, model.ErrRefused) {
			t.Errorf("%s: %v", c.rule, err)
		}
	}
	if _, err := New(m, Options{Rule: "other"}); err == nil || errors.Is(err, model.ErrRefused) {
		t.Errorf("unknown rule: %v", err)
	}
}

func BenchmarkJudge(b *testing.B) {
	tr := simulate(b, 5, 15, 14)
	d, err := New(tr.model(b), Options{Rule: Profiles})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	pairs := 0
	for b.Loop() {
		for p := range tr.table.Pairs() {
			d.Judge(p)
			pairs++
		}
	}
	b.ReportMetric(float64(pairs)/b.Elapsed().Seconds(), "pairs/s")
}

// What a window under SKIPDATA held is unknown: it is no point, for no rule.
func TestWindowsUnderSkipDataAreNoPoints(t *testing.T) {
	m := simulate(t, 5, 15, 14).model(t)
	for _, rule := range []Rule{Profiles, Article} {
		d, err := New(m, Options{Rule: rule, MinRate: 0.98})
		if err != nil {
			t.Fatal(err)
		}
		p := &biflow.Pair{Interface: "eni-0aaaaaaaaaaaaaaaa", Local: netip.MustParseAddr("10.0.0.1"), Remote: netip.MustParseAddr("198.51.100.1"), Possible: 30, Unknown: 10}
		for i := range 30 {
			w := biflow.Window{Start: int64(600 * i), LocalBytes: 400, LocalPackets: 4, RemoteBytes: 400, RemotePackets: 4}
			if i%3 == 0 {
				w.Flags = biflow.Incomplete
			}
			p.Windows = append(p.Windows, w)
		}
		if f := d.Judge(p); f.Windows != 20 || f.Possible != 30 || f.Unknown != 10 {
			t.Errorf("%s: %d windows of %d, %d unknown", rule, f.Windows, f.Possible, f.Unknown)
		}
	}
}
