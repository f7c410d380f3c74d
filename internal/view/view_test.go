package view

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"davy/biflow"
	"davy/detect"
	"davy/internal/plot"
	"davy/model"
)

// trained is a model of miners at 40 and 50 packets a window, and ordinary pairs
// far from them.
func trained(t *testing.T) (*model.Model, []model.Sample) {
	t.Helper()
	r := rand.New(rand.NewPCG(3, 4))
	var samples []model.Sample
	around := func(n float64) float64 { return math.Round(n * (0.875 + r.Float64()/4)) }
	for i := range 60 {
		s := model.Sample{Key: string(rune('A' + i)), Group: "coin", Mining: i < 3}
		for range 60 {
			up, down, sizes := around(40), around(50), [2]float64{100, 180}
			if !s.Mining {
				up, down, sizes = around(2000), around(4000), [2]float64{300, 1300}
			}
			s.Points = append(s.Points, biflow.Point{up * around(sizes[0]), up, down * around(sizes[1]), down})
		}
		samples = append(samples, s)
	}
	m, _, err := model.Train(samples, model.Options{Policy: model.DefaultPolicy, Level: model.LevelProfiles})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Profiles) != 1 || m.Baseline == nil {
		t.Fatalf("%d profiles, baseline %v", len(m.Profiles), m.Baseline)
	}
	return m, samples
}

func windows(points ...biflow.Point) []biflow.Window {
	var out []biflow.Window
	for i, p := range points {
		out = append(out, biflow.Window{
			Start: 1740960000 + 600*int64(i), LocalBytes: uint64(p[0]), LocalPackets: uint64(p[1]), RemoteBytes: uint64(p[2]), RemotePackets: uint64(p[3]),
		})
	}
	return out
}

// drawn draws a view, as SVG, which must be XML without numbers that are none,
// and if asked as PNG too.
func drawn(t *testing.T, name string, s *Subject, o *Options, pixels bool) string {
	t.Helper()
	f, err := Draw(name, s, o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var svg bytes.Buffer
	if err := f.SVG(&svg); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	text := svg.String()
	for dec := xml.NewDecoder(&svg); ; {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
		t.Errorf("%s: not a number in %s", name, text)
	}
	if pixels {
		if err := f.PNG(io.Discard, 1); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	return text
}

// Every view of every sort of bad pair is a sound picture that says how many
// windows there are.
func TestBadInput(t *testing.T) {
	m, _ := trained(t)
	equal := make([]biflow.Point, 30)
	oneWay, huge := make([]biflow.Point, 30), make([]biflow.Point, 30)
	for i := range equal {
		x := float64(i)
		equal[i] = biflow.Point{4000, 40, 9000, 50}
		oneWay[i] = biflow.Point{40 * x, x, 0, 0}
		huge[i] = biflow.Point{1<<62 + 4096*x, 1 << 62, x, 1}
	}
	lost := windows(equal...)
	for i := range lost {
		lost[i].Flags = biflow.Incomplete
	}
	for name, c := range map[string]struct {
		windows []biflow.Window
		count   string
	}{
		"none":    {nil, "0 windows of ten minutes"},
		"one":     {windows(equal[0]), "1 window of ten minutes"},
		"two":     {windows(equal[0], biflow.Point{8000, 80, 1, 1}), "2 windows of ten minutes"},
		"equal":   {windows(equal...), "30 windows of ten minutes"},
		"one way": {windows(oneWay...), "29 windows of ten minutes, 2025-03-03 00:00 to 2025-03-03 05:00 UTC; 1 with nothing accepted left out"},
		"huge":    {windows(huge...), "30 windows of ten minutes"},
		"lost":    {lost, "0 windows of ten minutes, 2025-03-03 00:00 to 2025-03-03 05:00 UTC; 30 left out, in which AWS skipped data"},
		"silent":  {windows(biflow.Point{}, biflow.Point{}), "0 windows of ten minutes, 2025-03-03 00:00 to 2025-03-03 00:20 UTC; 2 with nothing accepted left out"},
	} {
		for _, hull := range []string{"auto", "article", "none"} {
			s := &Subject{Title: name, Pairs: 1, Windows: c.windows}
			h, why, err := ChooseHull(m, hull, s.points())
			if err != nil {
				t.Fatal(err)
			}
			for _, scale := range []plot.Scale{plot.Log1p, plot.Linear} {
				if scale == plot.Linear && hull == "none" {
					continue
				}
				for _, view := range Names {
					text := drawn(t, view, s, &Options{Hull: h, NoHull: why, Scale: scale, PlaneHull: true}, hull == "auto")
					if !strings.Contains(text, ">"+c.count) {
						t.Errorf("%s of %s does not say %q", view, name, c.count)
					}
				}
			}
		}
	}
	if _, err := Draw("round", &Subject{}, &Options{}); err == nil {
		t.Error("an unknown view is drawn")
	}
}

func TestOutcome(t *testing.T) {
	for _, c := range []struct {
		mining  bool
		group   string
		verdict detect.Verdict
		want    string
	}{
		{true, "coin", detect.Mining, "a miner, found (coin)"},
		{true, "coin", detect.None, "a miner, missed (coin)"},
		{true, "coin", detect.Suspect, "a miner, missed (coin, suspect)"},
		{false, "web", detect.Mining, "no miner: a false alarm (web)"},
		{false, "", detect.None, "no miner, rightly passed over"},
		{false, "", detect.Suspect, "no miner, rightly passed over (suspect)"},
	} {
		if got := Outcome(c.mining, c.group, c.verdict); got != c.want {
			t.Errorf("%v %s: %q, want %q", c.mining, c.verdict, got, c.want)
		}
	}
}
