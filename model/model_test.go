package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"davy/biflow"
)

// stream makes n windows of a miner-like source: jobs down, shares up,
// acknowledgements both ways, all in whole messages.
func stream(seed uint64, n int, jobs, shares float64) []biflow.Point {
	r := rand.New(rand.NewPCG(seed, 9))
	out := make([]biflow.Point, n)
	for i := range out {
		j, s := jobs*math.Exp(0.2*r.NormFloat64()), shares*math.Exp(0.3*r.NormFloat64())
		down, up := math.Round(j), math.Round(s)
		acks := math.Round((down + up) * (0.8 + 0.2*r.Float64()))
		out[i] = biflow.Point{52*(acks+up) + 242*up, acks + up, 52*(down+up+acks) + 420*down + 115*up, down + up + acks}
	}
	return out
}

func miner(key, group string, points []biflow.Point) Sample {
	return Sample{Mining: true, Group: group, Key: key, Points: points, First: 600, Last: int64(600 * len(points))}
}

// strangers makes n ordinary pairs of m windows, far from the miners.
func strangers(n, m int) []Sample {
	r := rand.New(rand.NewPCG(77, 1))
	var out []Sample
	for i := range n {
		s := Sample{Key: fmt.Sprintf("ordinary %04d", i)}
		for range m {
			p := math.Floor(4 + 60*math.Exp(1.6*r.NormFloat64()))
			q := math.Floor(p * (1 + r.Float64()))
			s.Points = append(s.Points, biflow.Point{p * (52 + math.Floor(160*r.Float64())), p, q * (300 + math.Floor(1100*r.Float64())), q})
		}
		out = append(out, s)
	}
	return out
}

func train(t testing.TB, samples []Sample) (*Model, []*Refusal) {
	t.Helper()
	m, refusals, err := Train(samples, Options{Policy: DefaultPolicy, Level: LevelProfiles})
	if err != nil {
		t.Fatal(err)
	}
	return m, refusals
}

// The coverage a profile states is the coverage it has on windows it never saw.
func TestStatedCoverageHolds(t *testing.T) {
	m, refusals := train(t, append(strangers(200, 6), miner("a", "coin", stream(1, 400, 20, 30))))
	if len(refusals) > 0 {
		t.Fatal(refusals[0])
	}
	p := m.Profiles[0]
	fresh := stream(2, 4000, 20, 30)
	expanded, raw := 0, 0
	for _, x := range fresh {
		g := p.Gauge(x)
		if g <= p.Alpha {
			expanded++
		}
		if g <= 1 {
			raw++
		}
	}
	share := func(k int) float64 { return float64(k) / float64(len(fresh)) }
	if got := share(expanded); math.Abs(got-p.Coverage.Expanded) > 0.03 {
		t.Errorf("holds %.3f of fresh windows, states %.3f", got, p.Coverage.Expanded)
	}
	if got := share(raw); math.Abs(got-p.Coverage.Efron) > 0.05 || math.Abs(got-p.Coverage.Raw) > 0.05 {
		t.Errorf("the raw hull holds %.3f of fresh windows; Efron says %.3f, cross-validation %.3f", got, p.Coverage.Efron, p.Coverage.Raw)
	}
	if share(raw) > 0.95 {
		t.Error("the raw hull needs no expansion: this test shows nothing")
	}
}

// Flaw I: 98 % of the points in an uncalibrated hull is a threshold that a
// miner's own further windows do not reach.
func TestFlawIArticleRefusesItself(t *testing.T) {
	samples := []Sample{miner("a", "coin", stream(1, 400, 20, 30))}
	m, refusals, err := Train(samples, Options{Policy: DefaultPolicy, Level: LevelArticle, MinRate: 0.98})
	if err != nil {
		t.Fatal(err)
	}
	if len(refusals) != 1 || refusals[0].Needed <= 400 {
		t.Fatalf("refusals %v, want one that asks for more windows", refusals)
	}
	if m.Baseline == nil || m.Baseline.Coverage.Raw > 0.98 {
		t.Errorf("baseline %+v", m.Baseline)
	}
	for _, x := range samples[0].Points {
		if !m.Baseline.Contains(x) {
			t.Fatalf("the raw hull does not hold its own point %v", x)
		}
	}
}

// Flaw J: one point inside was a match.
func TestFlawJFewWindowsDecideNothing(t *testing.T) {
	m, _ := train(t, append(strangers(200, 6), miner("a", "coin", stream(1, 400, 20, 30))))
	p := m.Profiles[0]
	if v := p.Test(1, 1, m.Policy); v.Certain() {
		t.Errorf("one window is enough: %+v", v)
	}
	v := p.Test(p.MinWindows, p.MinWindows, m.Policy)
	if !v.Certain() || !v.Fits() || v.Ordinary > m.Policy.FalseRate {
		t.Errorf("the least number of windows does not decide: %+v", v)
	}
	if v := p.Test(0, 3, m.Policy); v.Fits() {
		t.Errorf("no window inside fits: %+v", v)
	}
}

// Flaw L and L2: flat clouds make a profile of lower rank or are refused; they
// never hold what lies off their span.
func TestFlawLFlatClouds(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	var oneWay []biflow.Point
	for range 60 {
		p := float64(20 + r.IntN(30))
		oneWay = append(oneWay, biflow.Point{p * float64(60+r.IntN(200)), p, 0, 0})
	}
	m, refusals := train(t, append(strangers(200, 6), miner("a", "flat", oneWay)))
	if len(refusals) > 0 {
		t.Fatal(refusals[0])
	}
	p := m.Profiles[0]
	if p.Rank() != 2 {
		t.Errorf("rank %d, want 2", p.Rank())
	}
	if p.Contains(biflow.Point{3000, 30, 1, 1}) {
		t.Error("a point off the plane is inside")
	}
	for _, x := range oneWay {
		if p.Gauge(x) > 1+1e-9 {
			t.Errorf("own point %v has gauge %v", x, p.Gauge(x))
		}
	}
	_, refusals = train(t, []Sample{miner("a", "point", slices.Repeat([]biflow.Point{{520, 10, 520, 10}}, 60))})
	if len(refusals) != 1 || !strings.Contains(refusals[0].Error(), "no hull") {
		t.Errorf("sixty equal windows: %v", refusals)
	}
}

// Flaw M and L7: planted windows do not open the hull to ordinary traffic.
func TestFlawMOutliersArePruned(t *testing.T) {
	clean := stream(1, 1500, 20, 30)
	ordinary := strangers(400, 6)
	rate := func(points []biflow.Point) (float64, *Profile) {
		m, refusals := train(t, []Sample{miner("a", "coin", points)})
		if len(refusals) > 0 {
			t.Fatal(refusals[0])
		}
		inside, all := 0, 0
		for _, s := range ordinary {
			for _, x := range s.Points {
				all++
				if m.Profiles[0].Contains(x) {
					inside++
				}
			}
		}
		return float64(inside) / float64(all), m.Profiles[0]
	}
	before, _ := rate(clean)
	corners := []biflow.Point{{1e6, 20, 1e3, 900}, {1e3, 900, 3e6, 20}, {9e6, 6000, 9e6, 6000}, {41, 1, 60, 1}}
	for n := 1; n <= len(corners); n++ {
		after, p := rate(append(slices.Clone(clean), corners[:n]...))
		if math.Abs(after-before) > 0.005 {
			t.Errorf("%d planted windows: %.4f of ordinary windows inside, %.4f without", n, after, before)
		}
		if p.Pruned < n {
			t.Errorf("%d planted windows, %d pruned", n, p.Pruned)
		}
	}
}

// Flaw O: one hull over different coins is mostly empty space; each group has its own.
func TestFlawOGroupsHaveTheirOwnHulls(t *testing.T) {
	slow, fast := stream(1, 300, 10, 4), stream(2, 300, 200, 400)
	m, refusals := train(t, append(strangers(100, 6), miner("a", "slow", slow), miner("b", "fast", fast)))
	if len(refusals) > 0 {
		t.Fatal(refusals[0])
	}
	var between biflow.Point
	for i := range between {
		between[i] = (slow[0][i] + fast[0][i]) / 2
	}
	if !m.Baseline.Contains(between) {
		t.Fatal("the point is not in the one raw hull: this test shows nothing")
	}
	for _, p := range m.Profiles {
		if p.Contains(between) {
			t.Errorf("profile %s holds a point between the two", p.Name)
		}
	}
}

// L6: the order of the samples does not change a byte.
func TestTrainingIsDeterministic(t *testing.T) {
	samples := append(strangers(50, 6),
		miner("a", "one", stream(1, 120, 20, 30)), miner("b", "one", stream(2, 80, 30, 40)), miner("c", "two", stream(3, 90, 90, 5)))
	first, _ := train(t, samples)
	want, err := first.Encode()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range 10 {
		r.Shuffle(len(samples), func(i, j int) { samples[i], samples[j] = samples[j], samples[i] })
		m, _ := train(t, samples)
		got, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Fatal("another order gives another model")
		}
	}
}

func TestRefusalSaysHowManyWindows(t *testing.T) {
	_, refusals := train(t, append(strangers(100, 6), miner("a", "short", stream(1, 11, 20, 30))))
	if len(refusals) != 1 || refusals[0].Needed != 19 || !strings.Contains(refusals[0].Error(), "it has 11 windows, it would need about 19") {
		t.Errorf("refusals %v", refusals)
	}
	// A miner that looks like everything else cannot be told from it.
	everywhere := []Sample{{Mining: true, Group: "bad", Key: "m"}}
	for _, s := range strangers(100, 6) {
		everywhere[0].Points = append(everywhere[0].Points, s.Points...)
	}
	_, refusals = train(t, append(strangers(100, 6), everywhere...))
	if len(refusals) != 1 || !strings.Contains(refusals[0].Error(), "ordinary pairs") {
		t.Errorf("refusals %v", refusals)
	}
	if _, _, err := Train(strangers(3, 3), Options{Policy: DefaultPolicy, Level: LevelProfiles}); !errors.Is(err, ErrNoMining) {
		t.Errorf("no miner: %v", err)
	}
}

func TestConformal(t *testing.T) {
	if n := conformalMin(0.95); n != 19 {
		t.Errorf("19 windows bound 95 %%, got %d", n)
	}
	gauges := make([]float64, 99)
	for i := range gauges {
		gauges[i] = float64(i + 1)
	}
	if g, ok := conformalQuantile(gauges, 0.95); !ok || g != 95 {
		t.Errorf("the 95th of 99, got %v", g)
	}
	if s := shareWithin(gauges, 95); s != 95.0/99 {
		t.Errorf("share %v", s)
	}
	if _, ok := conformalQuantile(gauges[:18], 0.95); ok {
		t.Error("18 windows cannot bound 95 %")
	}
}

func TestMinWindows(t *testing.T) {
	rare := minWindows(DefaultPolicy, 0.95, 0.001, 1e-5)
	common := minWindows(DefaultPolicy, 0.95, 0.5, 1e-5)
	if rare != DefaultPolicy.MinWindows || common <= rare || common > mostWindows {
		t.Errorf("windows needed: %d at a rate of 0.1 %%, %d at 50 %%", rare, common)
	}
	if n := minWindows(DefaultPolicy, 0.95, 0.95, 1e-5); n <= mostWindows {
		t.Errorf("ordinary traffic as common as mining is told apart in %d windows", n)
	}
}

func TestSaveAndLoad(t *testing.T) {
	m, _ := train(t, append(strangers(50, 6), miner("a", "coin", stream(1, 200, 20, 30))))
	file, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Load(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if back.Digest() != m.Digest() {
		t.Error("digest changed")
	}
	for _, x := range stream(5, 500, 20, 30) {
		if a, b := m.Profiles[0].Contains(x), back.Profiles[0].Contains(x); a != b {
			t.Fatalf("%v: inside %v before saving, %v after", x, a, b)
		}
	}
	again, err := back.Encode()
	if err != nil || !bytes.Equal(file, again) {
		t.Errorf("a loaded model encodes to other bytes (%v)", err)
	}
}

// L4: a damaged or foreign model file is refused, whatever is wrong with it.
func TestLoadRefuses(t *testing.T) {
	m, _ := train(t, append(strangers(50, 6), miner("a", "coin", stream(1, 200, 20, 30))))
	file, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	edit := func(change func(map[string]any)) []byte {
		var v map[string]any
		if err := json.Unmarshal(file, &v); err != nil {
			t.Fatal(err)
		}
		change(v)
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	profile := func(v map[string]any) map[string]any { return v["profiles"].([]any)[0].(map[string]any) }
	for name, b := range map[string][]byte{
		"empty":              {},
		"not JSON":           []byte("PK\x03\x04"),
		"another format":     []byte(`{"format":"other","version":1}`),
		"cut short":          file[:len(file)/2],
		"followed by words":  append(slices.Clone(file), "{}"...),
		"another version":    edit(func(v map[string]any) { v["version"] = 1 }),
		"another window":     edit(func(v map[string]any) { v["window_seconds"] = 300 }),
		"another space":      edit(func(v map[string]any) { v["space"] = "linear" }),
		"unknown field":      edit(func(v map[string]any) { v["extra"] = 1 }),
		"no profile":         edit(func(v map[string]any) { v["profiles"] = []any{}; delete(v, "baseline") }),
		"null profile":       edit(func(v map[string]any) { v["profiles"] = []any{nil} }),
		"name twice":         edit(func(v map[string]any) { v["profiles"] = append(v["profiles"].([]any), profile(v)) }),
		"alpha below one":    edit(func(v map[string]any) { profile(v)["alpha"] = 0.5 }),
		"coverage above one": edit(func(v map[string]any) { profile(v)["coverage"].(map[string]any)["expanded"] = 1.5 }),
		"rate of nothing":    edit(func(v map[string]any) { profile(v)["ordinary"].(map[string]any)["rate"] = 0 }),
		"NaN":                bytes.Replace(file, []byte(`"alpha": `), []byte(`"alpha": NaN, "x": `), 1),
		"huge number":        bytes.Replace(file, []byte(`"alpha": `), []byte(`"alpha": 1e999, "x": `), 1),
		"negative vertex":    edit(func(v map[string]any) { profile(v)["vertices"].([]any)[0].([]any)[0] = -1 }),
		"moved vertex":       edit(func(v map[string]any) { profile(v)["vertices"].([]any)[0].([]any)[0] = 1e12 }),
		"missing vertex":     edit(func(v map[string]any) { profile(v)["vertices"] = profile(v)["vertices"].([]any)[1:] }),
		"inner vertex": edit(func(v map[string]any) {
			profile(v)["vertices"] = append(profile(v)["vertices"].([]any), []any{9000, 60, 20000, 80})
		}),
		"policy":     edit(func(v map[string]any) { v["policy"].(map[string]any)["coverage"] = 2 }),
		"few points": edit(func(v map[string]any) { profile(v)["vertices"] = []any{} }),
	} {
		if _, err := Load(bytes.NewReader(b)); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzLoad(f *testing.F) {
	m, _ := train(f, append(strangers(20, 4), miner("a", "coin", stream(1, 40, 20, 30))))
	file, err := m.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte(`{"format":"davy-model","version":4,"profiles":[{}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Load(bytes.NewReader(b))
		if err != nil {
			if !errors.Is(err, ErrRefused) {
				t.Fatalf("error is not a refusal: %v", err)
			}
			return
		}
		for _, p := range m.Profiles {
			for _, v := range p.Vertices {
				if !p.Contains(v) {
					t.Fatalf("vertex %v is outside its own hull", v)
				}
			}
		}
	})
}

func BenchmarkTrain(b *testing.B) {
	samples := append(strangers(300, 12), miner("a", "coin", stream(1, 1440, 20, 30)))
	b.ReportAllocs()
	for b.Loop() {
		train(b, samples)
	}
}
