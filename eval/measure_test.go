package eval

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"davy/detect"
	"davy/trait"
)

// fleet is miners of three pools, two coins, and ordinary pairs of five programs.
func fleet() []Sample {
	var out []Sample
	for i := range 18 {
		s := sample(fmt.Sprint("m", i), uint64(i), true, slow, 40)
		s.Label.Group = "stratum"
		s.Label.Attrs = map[string]string{"pool": fmt.Sprint("pool-", i%3), "coin": fmt.Sprint("coin-", i%2), "kind": "pool"}
		out = append(out, s)
	}
	for i := range 60 {
		s := sample(fmt.Sprint("o", i), uint64(100+i), false, ordinary, 40)
		s.Label.Group = fmt.Sprint("program-", i%5)
		out = append(out, s)
	}
	return out
}

// What is held out by an attribute is in one fold with nothing else that has
// its value, and so are the ordinary pairs of one program.
func TestPartition(t *testing.T) {
	samples := fleet()
	for _, test := range []struct {
		way     Way
		most    int
		folds   int
		trained string
	}{
		{"pool", 0, 3, "on all other pools"},
		{"coin", 0, 2, "on all other coins"},
		{"pool", 2, 2, "on the other 1 of 2 parts of the pools"},
		{"kind", 0, 1, "on all other kinds"},
		{ByGroup, 0, 1, "on all other groups"},
		{All, 0, 1, ""},
		{ByCapture, 0, 10, "on the other nine tenths of the captures"},
		{ByCapture, 100, 78, "on all other captures"},
	} {
		fold, n, trained, err := partition(samples, test.way, test.most)
		if err != nil || n != test.folds || trained != test.trained {
			t.Errorf("%s: %d folds, %q, %v", test.way, n, trained, err)
		}
		seen := make(map[string]int)
		for i := range samples {
			s := &samples[i]
			key := "program " + s.Label.Group
			if s.Label.Mining || test.way == ByCapture {
				key = "value " + test.way.value(s)
			}
			if f, ok := seen[key]; ok && f != fold[i] {
				t.Errorf("%s: %s is in folds %d and %d", test.way, key, f, fold[i])
			}
			seen[key] = fold[i]
			if fold[i] < 0 || fold[i] >= n {
				t.Errorf("%s: fold %d of %d", test.way, fold[i], n)
			}
		}
	}
	if _, _, _, err := partition(samples, "transport", 0); err == nil || !strings.Contains(err.Error(), "no mining pair has a transport") {
		t.Errorf("by an attribute that none has: %v", err)
	}
}

// Ordinary pairs of which no program is known are held out by interface.
func TestPartitionWithoutPrograms(t *testing.T) {
	samples := fleet()
	for i := range samples {
		if !samples[i].Label.Mining {
			samples[i].Label.Group = "rest"
		}
	}
	fold, n, _, err := partition(samples, "pool", 0)
	if err != nil || n != 3 {
		t.Fatal(n, err)
	}
	for f := range n {
		held := 0
		for i := range samples {
			if !samples[i].Label.Mining && fold[i] == f {
				held++
			}
		}
		if held != 20 {
			t.Errorf("fold %d has %d ordinary pairs, want a third of 60", f, held)
		}
	}
}

// Both rules, whatever the number of workers, and what is only learnt is never judged.
func TestHoldOutWithOtherLogs(t *testing.T) {
	samples := fleet()
	opts := options(detect.Article)
	opts.Rules = []detect.Rule{detect.Article, detect.Profiles}
	opts.With = slices.Concat(samples[:6], samples[48:])
	samples = samples[6:48]
	var want []*Report
	for _, workers := range []int{1, 3} {
		opts.Workers = workers
		got, err := HoldOut(samples, All, opts)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers: another report", workers)
		}
	}
	for i, r := range want {
		if r.Rule != opts.Rules[i] || r.Trained != "on other logs" || r.Found.N != 12 || r.Ordinary[0].Mining.N != 30 {
			t.Errorf("%s %q: %d miners, %d ordinary", r.Rule, r.Trained, r.Found.N, r.Ordinary[0].Mining.N)
		}
	}
	if r := want[1]; r.Found.K != 12 || len(r.Flagged) != 0 {
		t.Errorf("profiles: found %s, flagged %d", r.Found, len(r.Flagged))
	}
}

// An early verdict rests on the windows of its hours by the clock, and on no others.
func TestUntil(t *testing.T) {
	s := sample("a", 1, true, slow, 30)
	s.Pair.Windows = append(s.Pair.Windows[:4], s.Pair.Windows[10:]...) // an hour of silence
	for hours, want := range map[int]int{1: 4, 2: 6, 3: 12, 24: 24} {
		early := until(&s.Pair, hours)
		if len(early.Windows) != want {
			t.Errorf("%d windows in %d h, want %d", len(early.Windows), hours, want)
		}
		last := early.Windows[len(early.Windows)-1].Start
		if last >= s.Pair.Windows[0].Start+int64(3600*hours) {
			t.Errorf("a window of second %d within %d h", last, hours)
		}
	}
}

// outcomes of a rule, by hand.
func outcomes() []outcome {
	miner := func(kind, called string, v detect.Verdict, score float64) outcome {
		return outcome{
			capture: "c", eni: kind, pair: kind + called + string(v), windows: 20, kind: called, verdict: v, score: score, vote: score,
			label: Label{Mining: true, Group: "g", Attrs: map[string]string{"kind": kind, "pool": "p"}},
			early: [len(hours)]detect.Verdict{detect.None, detect.Suspect, v, v, v},
		}
	}
	out := []outcome{
		miner("pool", "pool", detect.Mining, 0.9), miner("pool", "solo", detect.Mining, 0.8),
		miner("solo", "solo", detect.Mining, 0.4), miner("blocked", "pool", detect.None, 0.01),
		miner("pool", "pool", detect.Suspect, 0.3), miner("donation", "pool", detect.None, 0.01),
	}
	for i := range 100 {
		o := outcome{capture: "c", pair: fmt.Sprint("o", i), label: Label{Group: fmt.Sprint("web", i%2)}, windows: 20, verdict: detect.None, score: 0.001}
		if i == 7 {
			o.verdict, o.score = detect.Mining, 0.5
			o.early[4] = detect.Mining
		}
		out = append(out, o)
	}
	return out
}

func TestReport(t *testing.T) {
	r := newReport(detect.Profiles, outcomes(), 10, Exposure{Interfaces: 50, Weeks: 100})
	if r.Interfaces != NewShare(2, 3) { // by the stand-ins' kinds: pool, solo, blocked
		t.Errorf("interfaces found: %s", r.Interfaces)
	}
	if r.Found != NewShare(3, 5) || r.Companions != NewShare(0, 1) || r.Clear != NewShare(2, 5) {
		t.Errorf("found %s, companions %s, above all %s", r.Found, r.Companions, r.Clear)
	}
	want := []Kind{
		{Kind: "blocked", None: 1, Named: NewShare(0, 0)},
		{Kind: "pool", Mining: 2, Suspect: 1, Named: NewShare(1, 2)},
		{Kind: "solo", Mining: 1, Named: NewShare(1, 1)},
	}
	if !reflect.DeepEqual(r.Kinds, want) {
		t.Errorf("kinds %+v, want %+v", r.Kinds, want)
	}
	var by []string
	for _, b := range r.By {
		by = append(by, b.By)
		n := 0
		for _, v := range b.Values {
			n += v.Found.N
		}
		if n != r.Found.N {
			t.Errorf("by %s: %d miners, want %d", b.By, n, r.Found.N)
		}
	}
	if !slices.Equal(by, []string{"kind", "pool", "group"}) {
		t.Errorf("broken down by %q", by)
	}
	if len(r.Times) != 5 || r.Times[1].Found != NewShare(0, 5) || r.Times[2].Found != NewShare(3, 5) || r.Times[3].Alarms.K != 0 || r.Times[4].Alarms != NewShare(1, 100) {
		t.Errorf("times %+v", r.Times)
	}
	if p := r.Programs; len(p) != 2 || p[0] != (Program{Name: "web1", Pairs: 50, Mining: 1}) {
		t.Errorf("programs %+v", p)
	}
}

// One alert in 100 interface-weeks: the bound is Garwood's, 4.744 for one.
func TestAlertsAndPrecision(t *testing.T) {
	r := newReport(detect.Profiles, outcomes(), 10, Exposure{Interfaces: 50, Weeks: 100})
	if a := r.Alerts; a.Pairs != 1 || a.Rate != 10 || math.Abs(a.Upper-47.44) > 0.005 {
		t.Errorf("alerts %+v", a)
	}
	if u := r.Ordinary[0].Upper; math.Abs(u-0.04656) > 5e-6 { // 95 % one-sided, beta(2, 99)
		t.Errorf("upper bound of 1 of 100 is %v", u)
	}
	p := r.Precision[0]
	if want := 0.0006 / (0.0006 + 0.999*0.01); math.Abs(p.Point-want) > 1e-12 || p.Base != 0.001 {
		t.Errorf("precision %+v, want %v", p, want)
	}
	if p.Least >= p.Point || r.Precision[1].Point >= p.Point {
		t.Errorf("precision %+v: worse with more false alarms, and with fewer miners", r.Precision)
	}
	if none := newReport(detect.Profiles, nil, 10, Exposure{}); none.Precision[0].Point != 0 || none.Alerts.Upper != 0 || none.Ordinary[0].Upper != 1 {
		t.Errorf("of nothing: %+v", none)
	}
}

// Scores at a base of one in a thousand that are right there are right after
// conversion: of pairs that say p, the share p mines.
func TestReliability(t *testing.T) {
	var miners, ordinary []outcome
	for i := range 10 { // converted scores of 5 %, 15 % … 95 %, at as many miners as ordinary pairs
		p := float64(2*i+1) / 20
		score := p * detect.BaseRate / (p*detect.BaseRate + (1-p)*(1-detect.BaseRate))
		for k := range 20 {
			o := outcome{score: score}
			if k < 2*i+1 {
				miners = append(miners, o)
			} else {
				ordinary = append(ordinary, o)
			}
		}
	}
	r := reliability(miners, ordinary)
	if r.Miners != 100 || r.Ordinary != 100 || math.Abs(r.Constant-0.25) > 1e-12 {
		t.Fatalf("%+v", r)
	}
	brier := 0.0
	for i, b := range r.Bins {
		p := float64(2*i+1) / 20
		brier += p * (1 - p) / 10
		if b.Pairs != 20 || b.Mined.K != 2*i+1 || math.Abs(b.Said-p) > 1e-9 {
			t.Errorf("bin %d: %+v", i, b)
		}
	}
	if math.Abs(r.Brier-brier) > 1e-12 {
		t.Errorf("Brier score %v, want %v", r.Brier, brier)
	}
	if reliability(miners, nil) != nil {
		t.Error("a diagram of one side")
	}
}

// Every trait is in one filter.
func TestFilters(t *testing.T) {
	var all []string
	for _, f := range Filters() {
		all = append(all, f.Traits...)
	}
	want := slices.Clone(trait.Names[:])
	slices.Sort(all)
	slices.Sort(want)
	if !slices.Equal(all, want) {
		t.Errorf("filters hold %q, want %q", all, want)
	}
}

// A filter that tells nothing apart finds nothing by itself, and is not missed.
func TestAblate(t *testing.T) {
	filters := slices.DeleteFunc(Filters(), func(f Filter) bool { return f.Name != "sizes" && f.Name != "occupancy" })
	opts := options(detect.Cascade)
	for i := range 24 { // as many of both sides as training asks for
		opts.With = append(opts.With, sample(fmt.Sprint("m", i), uint64(i), true, slow, 12))
	}
	for i := range 1020 {
		opts.With = append(opts.With, sample(fmt.Sprint("o", i), uint64(100+i), false, ordinary, 12))
	}
	judged := fleet()
	a, err := ablate(judged, All, opts, filters)
	if err != nil {
		t.Fatal(err)
	}
	trials := make(map[string]Trial)
	for _, trial := range a.Trials {
		trials[trial.Filters] = trial
		if trial.Found.N != 18 || trial.Alarms.N != 60 {
			t.Errorf("%s: judged %d miners and %d ordinary pairs", trial.Filters, trial.Found.N, trial.Alarms.N)
		}
	}
	if len(trials) != 6 || trials["article"].Traits != 0 || trials["all"].Traits != len(trait.Names) || trials["all but sizes"].Traits+trials["sizes"].Traits != len(trait.Names) {
		t.Errorf("%+v", trials)
	}
	if clear := trials["sizes"].Clear; clear.K != 18 {
		t.Errorf("sizes alone rank %s above every ordinary pair, and they differ by factors", clear)
	}
	if clear := trials["occupancy"].Clear; clear.K != 0 { // all are always there
		t.Errorf("occupancy alone ranks %s above every ordinary pair", clear)
	}
	if alone, all := trials["occupancy"].Refused, trials["all"].Refused; alone != 18 || all != 0 {
		t.Errorf("no model for %d miners by occupancy alone, by all filters for %d", alone, all)
	}
}
