package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/netip"
	"slices"
	"testing"

	"davy/biflow"
	"davy/trait"
)

// pairOf is a pair of n windows: messages of the given payloads each way, come
// at random, or evenly where even is set.
func pairOf(seed uint64, n int, local, remote int, mean float64, even bool) *biflow.Pair {
	r := rand.New(rand.NewPCG(seed, 17))
	p := &biflow.Pair{
		Interface: fmt.Sprintf("eni-%017x", seed), Local: netip.MustParseAddr("10.0.0.1"), Remote: netip.MustParseAddr("198.51.100.1"),
		Server: biflow.RemoteSide,
	}
	for i := range n {
		out, in := uint64(mean), uint64(mean)
		if !even {
			out, in = uint64(r.Float64()*2*mean)+1, uint64(r.Float64()*2*mean)+1
		}
		p.Windows = append(p.Windows, biflow.Window{
			Start: int64(i) * biflow.Seconds, Records: 2, Connections: 1, ClientPorts: 1, ServerShare: 1,
			LocalPackets: out + in, LocalBytes: out*uint64(52+local) + in*52, RemotePackets: in + out, RemoteBytes: in*uint64(52+remote) + out*52,
		})
	}
	return p
}

func sampleOf(p *biflow.Pair, key, group string, mining bool) Sample {
	s := Sample{Mining: mining, Group: group, Key: key, Unit: p.Interface, Pair: p}
	for i := range p.Windows {
		s.Points = append(s.Points, p.Windows[i].Point())
	}
	return s
}

// few trees tell the two sides apart.
const few = 50

// twoSides are miners of two coins, ordinary programs that talk evenly, or in
// other sizes.
func twoSides() []Sample {
	var out []Sample
	for i := range uint64(40) {
		out = append(out, sampleOf(pairOf(i, 12, 150+int(i%7), 300+int(i%11), 20+float64(i), false), fmt.Sprint("miner ", i), []string{"coin-a", "coin-b"}[i%2], true))
	}
	for i := range uint64(1100) {
		p := pairOf(1000+i, 12, 150, 300, 20+float64(i%40), true)
		if i%2 == 0 {
			p = pairOf(1000+i, 12, 20+int(i%13), 1200+int(i%17), 20+float64(i%40), false)
		}
		out = append(out, sampleOf(p, fmt.Sprint("other ", i), []string{"even", "large"}[i%2], false))
	}
	return out
}

func TestCascade(t *testing.T) {
	samples := twoSides()
	m, refusals, err := Train(samples, Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few, Workers: 2})
	if err != nil || len(refusals) > 0 || m.Traffic == nil {
		t.Fatalf("%v, %v", err, refusals)
	}
	// Others of the same sort are told apart.
	for i := range uint64(20) {
		miner, other := pairOf(5000+i, 12, 153, 305, 30, false), pairOf(6000+i, 12, 30, 1210, 30, false)
		a, b := m.Traffic.Judge(miner), m.Traffic.Judge(other)
		if a.Vote < 0.9 || b.Vote > 0.1 || a.Score(0.5) <= b.Score(0.5) {
			t.Errorf("miner %.3f, other %.3f", a.Vote, b.Vote)
		}
		if g := m.Traffic.Resembles(a.Traits); g == nil || g.Kind != kindPool || g.Pairs != 20 {
			t.Errorf("resembles %+v", g)
		}
		m.Traffic.Explain(&a)
		sum := 0.0
		for _, part := range a.Parts {
			sum += part
		}
		base, _ := m.Traffic.Trees.Explain(a.Traits)
		if odds := math.Log(a.Vote / (1 - a.Vote)); math.Abs(base+sum-odds) > 1e-6 {
			t.Errorf("the parts add to %v, the vote's log odds are %v", base+sum, odds)
		}
	}
	if o := m.Traffic.Judge(pairOf(1, 5, 150, 300, 20, false)); o.Band != nil || o.Score(0.5) != 0 || o.Mining() || o.Suspect() {
		t.Errorf("five windows: %+v", o)
	}
	// What a miner would be called is not judged where the local side is asked by
	// a stranger, and not learnt from.
	asked := pairOf(5000, 12, 153, 305, 30, false)
	asked.Server = biflow.LocalSide
	if o := m.Traffic.Judge(asked); o.Band != nil {
		t.Errorf("asked by a stranger: %+v", o)
	}
	if rows := viewTraffic.rows(asked); rows != nil {
		t.Errorf("%d rows of a pair that cannot mine", len(rows))
	}
	asked.Remote = netip.MustParseAddr("10.0.9.9")
	if o := m.Traffic.Judge(asked); o.Band == nil {
		t.Error("asked from its own network: not judged")
	}
	// The same bytes for any order and number of workers, and from the file.
	first, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	shuffled := slices.Clone(samples)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	n, _, err := Train(shuffled, Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := n.Encode(); !bytes.Equal(first, second) {
		t.Error("the model depends on the order of the samples, or on the workers")
	}
	back, err := Load(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	p := pairOf(7000, 12, 150, 300, 25, false)
	if a, b := m.Traffic.Judge(p), back.Traffic.Judge(p); a.Vote != b.Vote {
		t.Errorf("loaded, it votes %v, trained %v", b.Vote, a.Vote)
	}
	refuseEdited(t, first)
}

// A group's name may stand for several kinds; each is a group of its own.
func TestGroupsByKind(t *testing.T) {
	samples := twoSides()
	for i := range samples {
		if s := &samples[i]; s.Mining && s.Group == "coin-a" && i%4 == 0 {
			s.Kind = "solo"
		}
	}
	m, _, err := Train(samples, Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few, Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, g := range m.Traffic.Groups {
		got += fmt.Sprintf("%s %s %d, ", g.Name, g.Kind, g.Pairs)
	}
	if want := "coin-a pool 10, coin-a solo 10, coin-b pool 20, "; got != want {
		t.Errorf("groups %s want %s", got, want)
	}
}

// refuseEdited damages a good file in many ways.
func refuseEdited(t *testing.T, file []byte) {
	t.Helper()
	type object = map[string]any
	nowhere := make(Packed, len(trait.Names))
	nowhere[1] = float32(math.NaN())
	for name, change := range map[string]func(traffic object){
		"another trait":   func(c object) { c["traits"].([]any)[0].(object)["name"] = "luck" },
		"a trait fewer":   func(c object) { c["traits"] = c["traits"].([]any)[1:] },
		"no bands":        func(c object) { c["bands"] = []any{} },
		"bands backwards": func(c object) { slices.Reverse(c["bands"].([]any)) },
		"vote above one":  func(c object) { c["bands"].([]any)[0].(object)["mining"] = 1.5 },
		"no curve": func(c object) {
			c["bands"].([]any)[0].(object)["curve"] = object{"vote": []any{}, "probability": []any{}}
		},
		"falling curve": func(c object) {
			c["bands"].([]any)[0].(object)["curve"] = object{"vote": []any{0.1, 0.2}, "probability": []any{0.9, 0.1}}
		},
		"group of no width":     func(c object) { c["groups"].([]any)[0].(object)["spread"] = make(Packed, len(trait.Names)) },
		"group without numbers": func(c object) { c["groups"].([]any)[0].(object)["median"] = nowhere },
		"group too short":       func(c object) { c["groups"].([]any)[0].(object)["median"] = Packed{1} },
		"no trees":              func(c object) { delete(c, "trees") },
		"trees of nothing":      func(c object) { c["trees"].(object)["data"] = "" },
	} {
		var v object
		if err := json.Unmarshal(file, &v); err != nil {
			t.Fatal(err)
		}
		change(v["traffic"].(object))
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Load(bytes.NewReader(b)); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Samples that were looked at, and hold no windows any more, train the same model.
func TestLook(t *testing.T) {
	var files [2][]byte
	for i := range files {
		samples := twoSides()
		if i == 1 {
			Look(samples, 2)
			for _, s := range samples {
				if s.Pair != nil || !s.Mining && s.Points != nil {
					t.Fatalf("%s still holds its windows", s.Key)
				}
			}
		}
		m, _, err := Train(samples, Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few, Workers: 2})
		if err != nil {
			t.Fatal(err)
		}
		files[i], _ = m.Encode()
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("another model")
	}
}

// With pairs to measure on, votes are calibrated on all of those and nothing else.
func TestMeasure(t *testing.T) {
	samples := twoSides()
	var measure []Sample
	for i := range uint64(25) {
		measure = append(measure, sampleOf(pairOf(8000+i, 12, 153, 305, 30, false), fmt.Sprint("miner ", i), "coin-a", true))
	}
	for i := range uint64(1200) {
		measure = append(measure, sampleOf(pairOf(9000+i, 12, 30, 1210, 30, false), fmt.Sprint("other ", i), "large", false))
	}
	train := func(opts Options) *Classifier {
		opts.Policy, opts.Level, opts.Rounds = DefaultPolicy, LevelCascade, few
		m, refusals, err := Train(samples, opts)
		if err != nil || len(refusals) > 0 {
			t.Fatal(err, refusals)
		}
		return m.Traffic
	}
	alone, measured := train(Options{}), train(Options{Measure: measure})
	last := func(c *Classifier) Band { return c.Bands[len(c.Bands)-1] }
	if b := last(measured); b.Miners != 25 || b.Ordinary != 1200 || b.Found != b.Spans || b.Flagged > 2 {
		t.Errorf("measured on %+v", b)
	}
	if b := last(alone); b.Miners != 40 || b.Ordinary != 1100 {
		t.Errorf("alone, measured on %+v", b)
	}
	p := pairOf(5000, 12, 153, 305, 30, false)
	if a, b := alone.Judge(p), measured.Judge(p); a.Vote != b.Vote {
		t.Errorf("votes %v and %v: what is measured on is learnt", a.Vote, b.Vote)
	}
}

func TestCascadeRefusesTooFew(t *testing.T) {
	samples := twoSides()
	for name, some := range map[string][]Sample{"few miners": samples[30:], "few others": samples[:340]} {
		m, refusals, err := Train(some, Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few})
		if err != nil || len(refusals) != 1 || m.Traffic != nil {
			t.Errorf("%s: %v, refusals %v", name, err, refusals)
		}
	}
}

// pareto recovers the quantiles of generalised Pareto distributions from their
// values at the plotting positions.
func TestPareto(t *testing.T) {
	const n = 4000
	for _, k := range []float64{-0.3, 0, 0.25, 1} {
		quantile := func(p float64) float64 {
			if k == 0 {
				return -2 * math.Log(1-p)
			}
			return 2 / k * (1 - math.Pow(1-p, k))
		}
		excess := make([]float64, n)
		for i := range excess {
			excess[i] = quantile((float64(i+1) - 0.35) / n)
		}
		for _, rate := range []float64{0.5, 0.01, 1e-4} {
			if got, want := pareto(excess, rate), quantile(1-rate); math.Abs(got-want) > 0.05*want {
				t.Errorf("k %v: %v of excesses are above %v, want %v", k, rate, got, want)
			}
		}
	}
	if got := pareto([]float64{0, 0, 0}, 0.1); got != 0 {
		t.Errorf("of no excess: %v", got)
	}
}

// The vote exceeded by a share of others falls as the share grows, and is their
// quantile where there are enough of them.
func TestExceeded(t *testing.T) {
	votes := make([]float64, 10_000)
	for i := range votes {
		votes[i] = logistic(-8 + 6*(float64(i)+0.5)/float64(len(votes)))
	}
	last := 0.0
	for _, rate := range []float64{0.5, 0.1, 0.02, 1e-3, 1e-4, 1e-5, 1e-6} {
		v := exceeded(votes, rate)
		if v < last || v > logistic(-1.9) {
			t.Errorf("exceeded by %v: %v, by more: %v", rate, v, last)
		}
		if want := logistic(-8 + 6*(1-rate)); rate >= 0.02 && math.Abs(v-want) > 1e-4 {
			t.Errorf("exceeded by %v: %v, want %v", rate, v, want)
		}
		last = v
	}
}

// Labels that the others contradict are named; too many of them are refused.
func TestDoubt(t *testing.T) {
	train := func(wrong func(i int, s *Sample), measure ...Sample) (*Model, []*Refusal) {
		samples := twoSides()
		for i := range samples {
			wrong(i, &samples[i])
		}
		m, refusals, err := Train(samples, Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few, Workers: 2, Measure: measure})
		if err != nil {
			t.Fatal(err)
		}
		return m, refusals
	}
	if m, refusals := train(func(int, *Sample) {}); len(refusals) > 0 || m.Traffic.Doubt.Miners > 0 || m.Traffic.Doubt.Ordinary > 0 {
		t.Errorf("right labels: %v, %+v", refusals, m.Traffic.Doubt)
	}
	// Samples 0 to 39 are miners. Two of them are called ordinary.
	m, refusals := train(func(i int, s *Sample) { s.Mining = s.Mining && i != 3 && i != 8 })
	if len(refusals) > 0 || m.Traffic.Doubt.Ordinary == 0 || !slices.Contains([]string{"miner 3", "miner 8"}, m.Traffic.Doubt.Keys[0]) {
		t.Errorf("two wrong labels: %v, %+v", refusals, m.Traffic.Doubt)
	}
	r := rand.New(rand.NewPCG(1, 2))
	tenth := func(_ int, s *Sample) { s.Mining = s.Mining != (r.IntN(10) == 0) }
	if _, refusals = train(tenth); len(refusals) != 1 {
		t.Errorf("a tenth of the labels is wrong, refusals %v", refusals)
	}
	if _, refusals = train(tenth, twoSides()...); len(refusals) != 1 {
		t.Errorf("a tenth of the labels is wrong, those measured on are right, refusals %v", refusals)
	}
}

// The day in the middle has the word, however many are looked at.
func TestJudgeDays(t *testing.T) {
	m, _, err := Train(twoSides(), Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few, Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	c := m.Traffic
	days := func(mining ...bool) Opinion {
		p := pairOf(1, 0, 1, 1, 1, false)
		for i, mines := range mining {
			day := pairOf(uint64(5000+i), trait.Day, 30, 1210, 30, false)
			if mines {
				day = pairOf(uint64(5000+i), trait.Day, 153, 305, 30, false)
			}
			for _, w := range day.Windows {
				w.Start += int64(i * trait.Day * biflow.Seconds)
				p.Windows = append(p.Windows, w)
			}
		}
		return c.Judge(p)
	}
	for _, test := range []struct {
		mining []bool
		want   bool
	}{
		{[]bool{true}, true},
		{[]bool{false}, false},
		{[]bool{false, true}, true},
		{[]bool{true, false}, true},
		{[]bool{false, false, true}, false},
		{[]bool{true, false, true}, true},
		{[]bool{false, true, false, true, false, true, true}, true},
		{[]bool{true, true, true, false, false, false, false}, false},
	} {
		if o := days(test.mining...); o.Suspect() != test.want {
			t.Errorf("days %v: vote %v, suspect %v", test.mining, o.Vote, o.Suspect())
		}
	}
}
