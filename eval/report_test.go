package eval

import (
	"io"
	"math"
	"math/rand/v2"
	"net/netip"
	"reflect"
	"slices"
	"strings"
	"testing"

	"davy/biflow"
	"davy/detect"
	"davy/flowlog"
	"davy/model"
)

// A traffic is what the packets and bytes of a window are drawn around.
type traffic struct{ up, upSize, down, downSize int }

var (
	slow     = traffic{40, 100, 50, 180}
	fast     = traffic{800, 90, 1000, 100}
	ordinary = traffic{300, 700, 900, 1400}
)

// sample is a pair of so many windows.
func sample(capture string, seed uint64, mining bool, s traffic, windows int) Sample {
	r := rand.New(rand.NewPCG(seed, 21))
	around := func(n int) uint64 { return uint64(n - n/8 + r.IntN(n/4+1)) }
	out := Sample{Capture: capture, Label: Label{Mining: mining, Group: "coin of " + capture}}
	out.Pair.Interface, out.Pair.Local, out.Pair.Remote = "eni-1", addr("10.0.0.1"), netip.AddrFrom4([4]byte{198, 51, byte(seed >> 8), byte(seed)})
	for w := range windows {
		up, down := around(s.up), around(s.down)
		out.Pair.Windows = append(out.Pair.Windows, biflow.Window{
			Start: int64(600 * (w + 1)), LocalPackets: up, LocalBytes: up * around(s.upSize), RemotePackets: down, RemoteBytes: down * around(s.downSize),
		})
	}
	return out
}

// benign are ordinary pairs of one capture.
func benign(n, windows int) []Sample {
	var out []Sample
	for i := range n {
		out = append(out, sample("ordinary", uint64(1000*windows+i), false, ordinary, windows))
	}
	return out
}

func options(rule detect.Rule) Options {
	return Options{
		Rules: []detect.Rule{rule}, MinRate: 0.5, Least: 10, Workers: 2,
		Training: model.Options{Policy: model.DefaultPolicy},
	}
}

// only unpacks the one report of a measurement.
func only(t *testing.T) func([]*Report, error) *Report {
	return func(r []*Report, err error) *Report {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if len(r) != 1 {
			t.Fatalf("%d reports, want 1", len(r))
		}
		return r[0]
	}
}

// assess judges the samples with a model, a half after the other.
func assess(m *model.Model, samples []Sample, opts Options) *Report {
	a := NewAssessor(m, opts)
	half := len(samples) / 2
	a.Judge(pointers(samples[:half]))
	a.Judge(pointers(samples[half:]))
	return a.Reports()[0]
}

func train(t *testing.T, samples []Sample, level model.Level) *model.Model {
	t.Helper()
	m, _, err := model.Train(TrainAll(samples), model.Options{Policy: model.DefaultPolicy, Level: level, MinRate: 0.5})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (r *Report) miner(t *testing.T, capture string) Miner {
	t.Helper()
	for _, m := range r.Miners {
		if m.Capture == capture {
			return m
		}
	}
	t.Fatalf("no miner of %s in %+v", capture, r.Miners)
	return Miner{}
}

// Two captures of the same shape find each other; one of a shape that no other
// has is not found, for the model that judges it never saw it. By either rule.
func TestHoldOutNeverTrainsOnWhatItJudges(t *testing.T) {
	samples := append(benign(20, 12),
		sample("a", 1, true, slow, 60), sample("b", 2, true, slow, 60), sample("c", 3, true, fast, 60))
	for _, rule := range []detect.Rule{detect.Article, detect.Profiles} {
		r := only(t)(HoldOut(samples, ByCapture, options(rule)))
		a, b, c := r.miner(t, "a"), r.miner(t, "b"), r.miner(t, "c")
		if a.Inside < 12 || b.Inside < 12 {
			t.Errorf("%s: %d and %d of 60 windows of twins are inside each other", rule, a.Inside, b.Inside)
		}
		if c.Inside != 0 || c.Verdict != detect.None {
			t.Errorf("%s: %d of 60 windows of a stranger are inside, it is %s", rule, c.Inside, c.Verdict)
		}
		if rule == detect.Profiles && (a.Profile != "coin of b" || b.Profile != "coin of a") {
			t.Errorf("profiles %q and %q judged, want each other's", a.Profile, b.Profile)
		}
	}
	// The check has teeth: a model of all of them holds all of them.
	m := train(t, samples, model.LevelProfiles)
	r := assess(m, samples, options(detect.Profiles))
	if r.Trained != "beforehand" || r.Found.K != 3 || r.Found.N != 3 {
		t.Errorf("%s: found %s; want all of 3, beforehand", r.Trained, r.Found)
	}
}

// Pairs of one capture are held out together: a twin in the same capture helps nobody.
func TestHoldOutIsByCapture(t *testing.T) {
	twins := []Sample{sample("a", 1, true, slow, 60), sample("a", 2, true, slow, 60), sample("c", 3, true, fast, 60)}
	r := only(t)(HoldOut(append(benign(20, 12), twins...), ByCapture, options(detect.Profiles)))
	if r.Found.K != 0 || r.Found.N != 3 {
		t.Errorf("found %s, want none of 3", r.Found)
	}
	for _, m := range r.Miners {
		if m.Inside != 0 {
			t.Errorf("%d windows of %s are inside %s", m.Inside, m.Capture, m.Profile)
		}
	}
}

// The only mining capture leaves nothing to train on: it is missed, not left out.
func TestHoldOutOfTheOnlyMiner(t *testing.T) {
	r := only(t)(HoldOut(append(benign(5, 12), sample("a", 1, true, slow, 60)), ByCapture, options(detect.Profiles)))
	a := r.miner(t, "a")
	if r.Found.K != 0 || r.Found.N != 1 || a.Windows != 60 || a.Verdict != detect.None || a.Note != "no mining capture left to train on" {
		t.Errorf("found %s: %+v", r.Found, a)
	}
	if r.Ordinary[0].Mining.N != 5 {
		t.Errorf("%d ordinary pairs, want 5", r.Ordinary[0].Mining.N)
	}
}

// A miner is judged on its later half by a model of its first: a miner that
// changes its shape in between is not found, one that stays as it is, is.
func TestLaterHalf(t *testing.T) {
	change := sample("change", 2, true, slow, 60)
	change.Pair.Windows = append(change.Pair.Windows[:30:30], sample("", 3, true, fast, 60).Pair.Windows[30:]...)
	samples := append(benign(20, 12), sample("stay", 1, true, slow, 120), change)
	want := slices.Clone(samples)
	for i := range want {
		want[i].Pair.Windows = slices.Clone(want[i].Pair.Windows)
	}
	r := only(t)(LaterHalf(samples, options(detect.Profiles)))
	if m := r.miner(t, "stay"); m.Windows != 60 || m.Verdict != detect.Mining {
		t.Errorf("the miner that stays: %+v", m)
	}
	if m := r.miner(t, "change"); m.Windows != 30 || m.Inside != 0 || m.Verdict != detect.None {
		t.Errorf("the miner that changes: %+v", m)
	}
	if r.Found.K != 1 || r.Found.N != 2 {
		t.Errorf("found %s, want 1 of 2", r.Found)
	}
	for _, l := range r.Ordinary {
		if n := map[int]int{1: 20, 3: 20, 12: 20, 20: 0}[l.Windows]; l.Mining.N != n { // whole, not halves
			t.Errorf("%d ordinary pairs of %d windows, want %d", l.Mining.N, l.Windows, n)
		}
	}
	if !reflect.DeepEqual(samples, want) {
		t.Error("the samples are not what they were")
	}
	// The raw hull holds every window it was made of: a single one of the later
	// half among them would show.
	r = only(t)(LaterHalf(samples, options(detect.Article)))
	if m := r.miner(t, "change"); m.Windows != 30 || m.Inside != 0 {
		t.Errorf("the miner that changes, by the article's rule: %+v", m)
	}
}

// Every labelled pair is in the report once, as a miner or at the levels its
// windows reach, and every false alarm is listed.
func TestCountsAreConserved(t *testing.T) {
	samples := append(benign(20, 12), benign(3, 2)...)
	samples = append(samples, benign(2, 25)...)
	// An ordinary pair that behaves as a miner must be a false alarm.
	impostor := sample("impostor", 9, false, slow, 60)
	samples = append(samples, impostor, sample("a", 1, true, slow, 60), sample("b", 2, true, slow, 9), sample("c", 3, true, fast, 10))
	m := train(t, []Sample{sample("a", 1, true, slow, 60)}, model.LevelArticle)
	opts := options(detect.Article)
	opts.MinRate = 0.1
	r := assess(m, samples, opts)
	if len(r.Miners) != 3 || r.Found.N != 2 || r.Found.K != 1 { // b is too short to count
		t.Errorf("%d miners, found %s; want 3, 1 of 2", len(r.Miners), r.Found)
	}
	for i, want := range []int{26, 23, 23, 3} {
		if l := r.Ordinary[i]; l.Mining.N != want || l.Suspect.N != want || l.Mining.K != 1 || l.Suspect.K != 0 {
			t.Errorf("level %d: %+v, want 1 mining of %d", l.Windows, l, want)
		}
	}
	if len(r.Flagged) != 1 || r.Flagged[0].Capture != "impostor" || r.Flagged[0].Windows != 60 || r.Flagged[0].Pair != "10.0.0.1::198.51.0.9" {
		t.Errorf("false alarms: %+v", r.Flagged)
	}
	if !slices.IsSortedFunc(r.Miners, func(a, b Miner) int { return b.Windows - a.Windows }) {
		t.Errorf("miners are not by windows: %+v", r.Miners)
	}
	// The same samples in another order give the same report.
	slices.Reverse(samples)
	if again := assess(m, samples, opts); !reflect.DeepEqual(again, r) {
		t.Errorf("backwards: %+v, want %+v", again, r)
	}
}

func TestShare(t *testing.T) {
	for _, test := range []struct {
		k, n   int
		lo, hi float64
		text   string
	}{ // Newcombe, Stat. Med. 17 (1998), Table I, method 3, and the closed forms at the ends
		{81, 263, 0.2553, 0.3662, "81 of 263 (95 % interval 25.5 to 36.6 %)"},
		{15, 148, 0.0624, 0.1605, "15 of 148 (95 % interval 6.2 to 16.0 %)"},
		{0, 20, 0, 0.1611, "0 of 20 (95 % interval 0.0 to 16.1 %)"},
		{1, 29, 0.0061, 0.1718, "1 of 29 (95 % interval 0.6 to 17.2 %)"},
		{20, 20, 0.8389, 1, "20 of 20 (95 % interval 83.9 to 100.0 %)"},
		{0, 0, 0, 1, "0 of 0"},
	} {
		s := NewShare(test.k, test.n)
		if s.K != test.k || s.N != test.n || math.Abs(s.Lo-test.lo) > 5e-5 || math.Abs(s.Hi-test.hi) > 5e-5 {
			t.Errorf("%d of %d: %+v, want %v to %v", test.k, test.n, s, test.lo, test.hi)
		}
		if got := s.String(); got != test.text {
			t.Errorf("%d of %d is %q, want %q", test.k, test.n, got, test.text)
		}
	}
}

// readTable reads default-format lines.
func readTable(t *testing.T, lines string) *biflow.Table {
	t.Helper()
	rd, err := flowlog.NewReader(strings.NewReader(lines), flowlog.Options{Require: biflow.Needs})
	if err != nil {
		t.Fatal(err)
	}
	table := new(biflow.Table)
	var rec flowlog.Record
	for {
		switch err := rd.Read(&rec); {
		case err == io.EOF:
			if rd.Stats().Bad() > 0 {
				t.Fatal(rd.Stats().Samples)
			}
			return table
		case err != nil:
			t.Fatal(err)
		}
		table.Add(&rec)
	}
}

// Samples are the labelled pairs with traffic, and training leaves out windows
// whose counts contradict each other.
func TestSamples(t *testing.T) {
	const lines = `2 1 eni-0aaaaaaaaaaaaaaaa 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 1740960000 1740960500 ACCEPT OK
2 1 eni-0aaaaaaaaaaaaaaaa 198.51.100.1 10.0.0.1 3333 40000 6 9 2000 1740960000 1740960500 ACCEPT OK
2 1 eni-0aaaaaaaaaaaaaaaa 10.0.0.1 198.51.100.1 40000 3333 6 10 19 1740960600 1740961100 ACCEPT OK
2 1 eni-0aaaaaaaaaaaaaaaa 10.0.0.1 198.51.100.1 40000 3333 6 7 700 1740961800 1740962300 ACCEPT OK
2 1 eni-0aaaaaaaaaaaaaaaa 10.0.0.1 198.51.100.2 40000 3333 6 10 1000 1740960000 1740960500 ACCEPT OK
2 1 eni-0aaaaaaaaaaaaaaaa 10.0.0.1 198.51.100.3 40000 3333 6 10 1000 1740960000 1740960500 REJECT OK
2 1 eni-0aaaaaaaaaaaaaaaa 10.0.0.1 198.51.100.4 40000 3333 6 10 1000 1740960000 1740960500 ACCEPT OK
`
	capture := func() Capture {
		return Capture{Name: "cap", Table: readTable(t, lines), Labels: readLabels(t,
			"10.0.0.1::198.51.100.1 mining coin\n10.0.0.1::198.51.100.2 benign web\n10.0.0.1::198.51.100.3 benign blocked\n")}
	}
	whole := Collect(capture())
	if len(whole) != 3 || whole[0].Capture != "cap" || whole[1].Capture != "cap" || !whole[0].Label.Mining || whole[1].Label.Group != "web" {
		t.Fatalf("samples: %+v", whole)
	}
	train := whole[0].Train()
	want := model.Sample{
		Mining: true, Group: "coin", Key: "cap eni-0aaaaaaaaaaaaaaaa 10.0.0.1::198.51.100.1", First: 1740960000, Last: 1740961800,
		Points: []biflow.Point{{1000, 10, 2000, 9}, {700, 7, 0, 0}},
		Unit:   "cap", Pair: &whole[0].Pair,
	}
	if !reflect.DeepEqual(train, want) {
		t.Errorf("trains on %+v, want %+v", train, want)
	}
	byInterface := capture()
	byInterface.Name = ""
	if split := Collect(byInterface); len(split) != 3 || split[0].Capture != "eni-0aaaaaaaaaaaaaaaa" || split[1].Capture != split[0].Capture {
		t.Errorf("split by interface: %+v", split)
	}
	everything := Collect(Capture{Table: readTable(t, lines), Labels: readLabels(t, "* benign\n")})
	if len(everything) != 4 {
		t.Errorf("%d samples of all pairs, want 4", len(everything))
	}
}
