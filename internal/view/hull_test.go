package view

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"davy/biflow"
	"davy/internal/numeral"
	"davy/internal/plot"
	"davy/model"
)

// cornersOf returns the corners of a stepped outline, having checked that what
// is between them is on the way.
func cornersOf(t *testing.T, outline []plot.Point) (out []plot.Point) {
	t.Helper()
	every := len(steps) + 1
	for i := 0; i < len(outline); i += every {
		out = append(out, outline[i])
		for j := i + 1; j < min(i+every, len(outline)); j++ {
			a, b, p := outline[i], outline[i+every], outline[j]
			for axis := range 2 {
				lo, hi := min(a[axis], b[axis]), max(a[axis], b[axis])
				if slack := 1e-9 * (1 + math.Abs(lo) + math.Abs(hi)); p[axis] < lo-slack || p[axis] > hi+slack {
					t.Fatalf("%v is not between %v and %v", p, a, b)
				}
			}
			if !within([]plot.Point{a, b}, p) || !within([]plot.Point{b, a}, p) {
				t.Fatalf("%v is off the way from %v to %v", p, a, b)
			}
		}
	}
	return out
}

// within tells whether a point is in a convex outline that goes anticlockwise,
// or off it by less than a billionth of its size.
func within(outline []plot.Point, p plot.Point) bool {
	for i := range outline[1:] {
		a, b := outline[i], outline[i+1]
		length := math.Hypot(b[0]-a[0], b[1]-a[1])
		cross := (b[0]-a[0])*(p[1]-a[1]) - (b[1]-a[1])*(p[0]-a[0])
		size := math.Abs(p[0]) + math.Abs(p[1]) + math.Abs(a[0]) + math.Abs(a[1])
		if cross < -1e-9*length*size {
			return false
		}
	}
	return true
}

// The projection: whatever lies in the hull, in four dimensions, lies within
// the outline in both planes, in the space in which the hull's edges are
// straight; and the outline is no larger than it must be, for each of its
// corners is the projection of one of the hull's.
func TestOutline(t *testing.T) {
	m, samples := trained(t)
	r := rand.New(rand.NewPCG(8, 8))
	for _, name := range []string{"coin", "article"} {
		h, _, err := ChooseHull(m, name, nil)
		if err != nil {
			t.Fatal(err)
		}
		space := func(x biflow.Point) biflow.Point { return x }
		if h.log {
			space = model.Scale
		}
		for _, grown := range []bool{false, true} {
			if grown && h.grown == nil {
				continue
			}
			for _, p := range bothPlanes {
				outline, err := h.Outline(p.x, p.y, grown)
				if err != nil {
					t.Fatal(err)
				}
				straight := make([]plot.Point, len(outline))
				for i, at := range outline {
					x := space(biflow.Point{at[0], at[1]})
					straight[i] = plot.Point{x[0], x[1]}
				}
				corners := map[plot.Point]bool{}
				from := h.corners
				if grown {
					from = h.grown
				}
				for _, c := range from {
					corners[plot.Point{c[p.x], c[p.y]}] = true
				}
				straight = cornersOf(t, straight)
				for _, c := range straight {
					if !near(corners, c) {
						t.Fatalf("%s: %v is no corner", name, c)
					}
				}
				checked := 0
				check := func(x biflow.Point) { // in the hull's space
					checked++
					if at := (plot.Point{x[p.x], x[p.y]}); !within(straight, at) {
						t.Errorf("%s, %s side, expanded %v: %v is in the hull, and outside the outline", name, p.side, grown, at)
					}
				}
				for range 500 { // points of the hull are means of its corners
					var x biflow.Point
					sum := 0.0
					for range 5 {
						c, w := from[r.IntN(len(from))], r.ExpFloat64()
						sum += w
						for a := range x {
							x[a] += w * c[a]
						}
					}
					for a := range x {
						x[a] /= sum
					}
					check(x)
				}
				for _, s := range samples {
					for _, x := range s.Points {
						if grown == (h.grown != nil) && h.holds(x) { // holds is of the expanded one, where there is one
							check(space(x))
						}
					}
				}
				if least := map[bool]int{true: 550, false: 500}[grown == (h.grown != nil)]; checked < least {
					t.Errorf("%s: only %d points checked", name, checked)
				}
			}
		}
	}
}

func near(corners map[plot.Point]bool, p plot.Point) bool {
	for c := range corners {
		if math.Abs(c[0]-p[0]) <= 1e-9*(1+math.Abs(c[0])) && math.Abs(c[1]-p[1]) <= 1e-9*(1+math.Abs(c[1])) {
			return true
		}
	}
	return false
}

func TestChooseHull(t *testing.T) {
	m, samples := trained(t)
	none := &model.Model{}
	base := &model.Model{Baseline: m.Baseline}
	for _, c := range []struct {
		m         *model.Model
		name      string
		want, why string
		bad       bool
	}{
		{m, "auto", "profile coin", "", false},
		{m, "coin", "profile coin", "", false},
		{m, "article", "the article's rule", "", false},
		{m, "none", "", "Without the model's hull, as asked.", false},
		{m, "gold", "", "", true},
		{base, "auto", "the article's rule", "", false},
		{none, "auto", "", "Without an outline: the model has no hull.", false},
		{none, "article", "", "", true},
	} {
		h, why, err := ChooseHull(c.m, c.name, samples[0].Points)
		got := ""
		if h != nil {
			got = h.Name
		}
		if got != c.want || why != c.why || (err != nil) != c.bad {
			t.Errorf("%s: %q, %q, %v", c.name, got, why, err)
		}
	}
}

// Points that no profile holds are beside the one they are nearest to.
func TestNearest(t *testing.T) {
	m, _ := trained(t)
	coin := m.Profiles[0]
	far := *coin
	far.Name, far.Alpha = "far", coin.Alpha/2 // holds less, and in terms of α all is farther
	m = &model.Model{Profiles: []*model.Profile{&far, coin}}
	h, _, err := ChooseHull(m, "auto", []biflow.Point{{1e9, 1e6, 1e9, 1e6}})
	if err != nil || h.Name != "profile coin, the nearest" {
		t.Errorf("%v, %v", h, err)
	}
}

// Marks are parted as the model parts windows, and the note counts them.
func TestPlanes(t *testing.T) {
	m, samples := trained(t)
	points := append(append([]biflow.Point{}, samples[0].Points...), samples[30].Points[:7]...)
	s := &Subject{Title: "t", Pairs: 2, Windows: windows(points...)}
	h, _, err := ChooseHull(m, "auto", points)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Draw("planes", s, &Options{Hull: h, Scale: plot.Log1p, PlaneHull: true})
	if err != nil {
		t.Fatal(err)
	}
	inside := 0
	for _, x := range points {
		if m.Profiles[0].Contains(x) {
			inside++
		}
	}
	for _, p := range f.Panels {
		if len(p.Clouds[1].Points) != len(points)-inside || len(p.Clouds[0].Points) != inside || inside < 50 || p.Clouds[1].Mark != plot.Wedge {
			t.Errorf("%d outside, on top, and %d inside, want %d inside of %d", len(p.Clouds[1].Points), len(p.Clouds[0].Points), inside, len(points))
		}
		if p.Clouds[0].Mark == p.Clouds[1].Mark {
			t.Error("inside and outside have the same mark")
		}
		var names []string
		for _, c := range p.Curves {
			names = append(names, c.Name)
		}
		if len(names) != 3 || names[0] != "hull" || !strings.HasPrefix(names[1], "expanded by α = ") || !strings.HasPrefix(names[2], "hull of the points shown") {
			t.Errorf("curves are %q", names)
		}
		own := cornersOf(t, p.Curves[2].Points)
		for _, c := range p.Clouds {
			for _, x := range c.Points {
				if !within(own, x) {
					t.Errorf("%v is outside the plane's own hull", x)
				}
			}
		}
	}
	if want := numeral.Grouped(inside) + " of 67 windows inside"; !strings.Contains(f.Notes[1], want) || !strings.HasPrefix(f.Notes[0], "67 windows of ten minutes of 2 pairs, ") {
		t.Errorf("notes are %q, want %q", f.Notes, want)
	}
}
