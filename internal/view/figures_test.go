package view

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"davy/biflow"
	"davy/internal/plot"
)

func subject(n int, point func(i int) biflow.Point) *Subject {
	var points []biflow.Point
	for i := range n {
		points = append(points, point(i))
	}
	return &Subject{Title: "t", Pairs: 1, Windows: windows(points...)}
}

func figure(t *testing.T, name string, s *Subject, o *Options) *plot.Figure {
	t.Helper()
	f, err := Draw(name, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Messages of 210 bytes, each in a packet of its own beside bare ones: the
// period is found, and the header that was taken for it.
func TestQuantum(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	lattice := subject(150, func(int) biflow.Point {
		messages := 20 + r.IntN(30)
		packets := float64(messages + 10 + r.IntN(20))
		bytes := 52*packets + 210*float64(messages)
		return biflow.Point{bytes, packets, 40 * packets, packets}
	})
	f := figure(t, "quantum", lattice, &Options{})
	if want := "A period of 210 bytes: R = 1.00"; !strings.HasPrefix(f.Notes[1], want) {
		t.Errorf("note is %q, want %q", f.Notes[1], want)
	}
	if !strings.HasPrefix(f.Notes[2], "Payload is bytes less 52 a packet") {
		t.Errorf("note is %q", f.Notes[2])
	}
	highest, sum := 0.0, 0.0
	for _, n := range f.Panels[1].Bars[0].Heights {
		highest, sum = max(highest, n), sum+n
	}
	if sum != 150 || highest < 70 { // rounding puts some at 0, some at 1
		t.Errorf("%v windows, %v of them in one bin", sum, highest)
	}
	noise := subject(150, func(int) biflow.Point { return biflow.Point{5000 + float64(r.IntN(9000)), 40, 1, 1} })
	if f := figure(t, "quantum", noise, &Options{}); !strings.HasPrefix(f.Notes[1], "No period is sure: ") {
		t.Errorf("note is %q", f.Notes[1])
	}
	if f := figure(t, "quantum", lattice, &Options{Remote: true}); !strings.HasPrefix(f.Panels[0].X, "remote payload") {
		t.Errorf("axis is %q", f.Panels[0].X)
	}
}

func TestLine(t *testing.T) {
	f := figure(t, "line", subject(60, func(i int) biflow.Point {
		packets := float64(100 + i)
		return biflow.Point{130*packets + 500, packets, 7, 7}
	}), &Options{Scale: plot.Linear})
	if want := "local side: 130 bytes a packet; half of the windows lie within 0 bytes of the line, 0 % of the median window"; f.Notes[1] != want {
		t.Errorf("note is %q, want %q", f.Notes[1], want)
	}
	if want := "remote side: no line, for all windows have as many packets"; f.Notes[2] != want {
		t.Errorf("note is %q, want %q", f.Notes[2], want)
	}
	ends := f.Panels[0].Curves[0].Points
	if first, last := ends[0], ends[len(ends)-1]; first != (plot.Point{100, 13500}) || last != (plot.Point{159, 21170}) {
		t.Errorf("line from %v to %v", first, last)
	}
}

func TestFigures(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 1.2345: "1.23", -5: "−5", 99.96: "100", 1234.5: "1,235", -1234567: "−1,234,567", 1 << 62: "4.61e+18"} {
		if got := figures(x); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}

// Points strewn over a square keep within the envelope; pairs of close ones
// leave it upwards, at short distances.
func TestEnvelopes(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	free := subject(300, func(int) biflow.Point {
		return biflow.Point{math.Round(1e6 * r.Float64()), math.Round(1e6 * r.Float64()), math.Round(1e6 * r.Float64()), math.Round(1e6 * r.Float64())}
	})
	var last biflow.Point
	pairs := subject(300, func(i int) biflow.Point {
		if i%2 == 0 {
			last = biflow.Point{math.Round(1e6 * r.Float64()), math.Round(1e6 * r.Float64()), 1, 1}
		}
		return biflow.Point{last[0] + float64(i%2)*1000, last[1], 1, 1}
	})
	for _, view := range []string{"neighbour", "ripley"} {
		f := figure(t, view, free, &Options{Scale: plot.Linear})
		for _, p := range f.Panels {
			if n := above(p); n > radii/4 {
				t.Errorf("%s: strewn points are above the envelope at %d distances", view, n)
			}
		}
		f = figure(t, view, pairs, &Options{Scale: plot.Linear})
		if n := above(f.Panels[0]); n < 3 {
			t.Errorf("%s: pairs are above the envelope at %d distances", view, n)
		}
		if f.Panels[1].Empty == "" {
			t.Errorf("%s: equal points have a curve", view)
		}
		again := figure(t, view, pairs, &Options{Scale: plot.Linear})
		if fmt.Sprint(f) == "" || fmt.Sprint(f.Panels[0].Bands) != fmt.Sprint(again.Panels[0].Bands) {
			t.Errorf("%s: not the same twice", view)
		}
	}
}

func above(p plot.Panel) (n int) {
	for i, at := range p.Curves[0].Points {
		if at[1] > p.Bands[0].High[i] {
			n++
		}
	}
	return n
}

// Strewn points lie in the hull they are strewn over, evenly: as many in its
// left half as that has area.
func TestRandom(t *testing.T) {
	s := &strewing{points: make([]float64, 8000), ring: []float64{0, 0, 2, 0, 2, 1, 1, 2, 0, 1}}
	points := s.random(rand.New(rand.NewPCG(2, 3)))
	if len(points) != len(s.points) {
		t.Fatalf("%d coordinates", len(points))
	}
	left, low := 0, 0
	outline := closed(s.ring)
	for i := 0; i < len(points); i += 2 {
		if !within(outline, plot.Point{points[i], points[i+1]}) {
			t.Fatalf("%v is outside", points[i:i+2])
		}
		if points[i] < 1 {
			left++
		}
		if points[i+1] < 1 {
			low++
		}
	}
	if left < 1900 || left > 2100 || low < 2567 || low > 2767 { // 2,000 and 2,667, give or take three deviations
		t.Errorf("%d left, %d low", left, low)
	}
}

func TestTimeline(t *testing.T) {
	s := subject(3, func(i int) biflow.Point { return biflow.Point{400, 4, 900, float64(9 + i)} })
	s.Windows[1].Flags = biflow.Incomplete
	f := figure(t, "timeline", s, &Options{Scale: plot.Log1p})
	want := map[string]string{
		"local side": "[[1.74096e+09 4] [1.7409612e+09 4]]", "remote side": "[[1.74096e+09 9] [1.7409612e+09 11]]",
		"both sides, of windows in which AWS skipped data": "[[1.7409606e+09 14]]",
	}
	for _, c := range f.Panels[1].Clouds {
		if got := fmt.Sprint(c.Points); got != want[c.Name] {
			t.Errorf("%s: %s, want %s", c.Name, got, want[c.Name])
		}
	}
}

// A cloud along one direction has its variance along the first axis, and the
// outlines hold the projections of what the hull holds.
func TestComponents(t *testing.T) {
	m, samples := trained(t)
	h, _, err := ChooseHull(m, "coin", nil)
	if err != nil {
		t.Fatal(err)
	}
	s := &Subject{Windows: windows(samples[0].Points...), Pairs: 1}
	f := figure(t, "pca", s, &Options{Hull: h})
	if !strings.HasPrefix(f.Panels[0].X, "axis 1, ln of counts (") || len(f.Panels) != 2 {
		t.Errorf("axis is %q", f.Panels[0].X)
	}
	inside := 0
	for _, p := range f.Panels {
		if p.Clouds[0].Name != "inside the expanded hull" {
			t.Fatalf("first cloud is %q", p.Clouds[0].Name)
		}
		for _, at := range p.Clouds[0].Points {
			inside++
			if !within(p.Curves[1].Points, at) {
				t.Errorf("%v is in the hull and outside its outline", at)
			}
		}
	}
	if inside < 100 {
		t.Errorf("%d points inside, in two panels", inside)
	}
	scaled := subject(50, func(i int) biflow.Point {
		x := math.Pow(2, float64(i)/4)
		return biflow.Point{1e6 * x, 1e4 * x, 1e6 * x, 1e4 * x}
	})
	if f := figure(t, "pca", scaled, &Options{}); !strings.Contains(f.Panels[0].X, "(100 % of the variance)") || f.Notes[1] != "Axis 1: 0.50 ln local bytes + 0.50 ln local packets + 0.50 ln remote bytes + 0.50 ln remote packets" {
		t.Errorf("%q, %q", f.Panels[0].X, f.Notes[1])
	}
}
