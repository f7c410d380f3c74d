package page

import (
	"encoding/base64"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"davy/detect"
)

// unpacked reads windows back.
func unpacked(t *testing.T, p *pack) []point {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(p.Windows)
	if err != nil {
		t.Fatal(err)
	}
	next := func() uint64 {
		x, n := binary.Uvarint(b)
		if n <= 0 {
			t.Fatal("no number")
		}
		b = b[n:]
		return x
	}
	var out []point
	for start := p.From; len(b) > 0; {
		head := next()
		start += int64(head>>2) * 600
		w := point{start: start, incomplete: head&1 == 1, sums: [4]uint64{next(), next(), next(), next()}}
		if head&2 != 0 {
			w.turned = next()
		}
		out = append(out, w)
	}
	return out
}

func TestPackIsReadBack(t *testing.T) {
	points := []point{
		{start: -600, sums: [4]uint64{1, 2, 3, 4}},
		{start: 0, sums: [4]uint64{math.MaxUint64, math.MaxInt64, 0, 127}, incomplete: true},
		{start: 6000000, sums: [4]uint64{128, 0, 0, 0}, turned: math.MaxUint64},
	}
	s := &series{points: points, total: 3}
	if got := unpacked(t, s.pack(10)); !reflect.DeepEqual(got, points) {
		t.Errorf("%v, want %v", got, points)
	}
	if got := unpacked(t, s.pack(2)); len(got) != 2 || got[0] != points[0] || got[1] != points[2] {
		t.Errorf("thinned: %v", got)
	}
	if text, from := packed(nil); text != "" || from != 0 {
		t.Errorf("no windows: %q, %d", text, from)
	}
}

func TestThinKeepsTheEnds(t *testing.T) {
	xs := make([]int, 1000)
	for i := range xs {
		xs[i] = i
	}
	for most := 2; most <= 1001; most++ {
		got := thin(xs, most)
		if len(got) != min(most, 1000) || got[0] != 0 || got[len(got)-1] != 999 {
			t.Fatalf("%d: %d, from %d to %d", most, len(got), got[0], got[len(got)-1])
		}
		for i := 1; i < len(got); i++ {
			if step := got[i] - got[i-1]; step < 1 || step > 999/(most-1)+1 {
				t.Fatalf("%d: a step of %d", most, step)
			}
		}
	}
}

// However many pairs there are, no more than a budget of windows is kept; sums
// count all of them.
func TestMemoryHasACeiling(t *testing.T) {
	p := pair(rand.New(rand.NewPCG(1, 1)), mostOfPair)
	var w Windows
	for i := range 400 {
		w.Keep(strconv.Itoa(i), p)
		if w.kept > mostKept {
			t.Fatalf("%d windows kept of %d pairs", w.kept, i+1)
		}
	}
	kept := 0
	for id, s := range w.pairs {
		kept += len(s.points)
		if s.total != mostOfPair || s.records != 2*mostOfPair || len(s.points) > w.most {
			t.Fatalf("pair %s: %d windows of %d, %d records", id, len(s.points), s.total, s.records)
		}
	}
	if kept != w.kept || kept < mostKept/3 {
		t.Errorf("%d kept, counted as %d; room for %d", kept, w.kept, mostKept)
	}
}

func TestPlaces(t *testing.T) {
	s := spanOf(&[2]float64{0, 7}, &[2]float64{3, 7})
	for x, want := range map[float64]place{-1: 0, 8: 1000, 3.5: 500, -1.1: below, 9: above, math.Inf(1): above, math.Inf(-1): below} {
		if got := s.place(x); got != want {
			t.Errorf("%v is at %d, want %d", x, got, want)
		}
	}
	if got := s.place(math.NaN()); got != nowhere {
		t.Errorf("no number is at %d", got)
	}
	if got := spanOf(&[2]float64{2, 2}, &[2]float64{2, 2}).place(2); got != 500 {
		t.Errorf("all alike: at %d, want the middle", got)
	}
}

func TestGates(t *testing.T) {
	vote := newGate(&detect.Evidence{Filter: "vote", Value: 0.5, Threshold: new(1.0)})
	if vote.Value != 500 || vote.Threshold != 1000 || vote.Read != "0.5000" || vote.Limit != "1.0000" {
		t.Errorf("vote %+v", vote)
	}
	few := newGate(&detect.Evidence{Filter: "windows", Value: 3, Threshold: new(6.0)})
	if few.Value != 250 || few.Threshold != 500 || few.Read != "3" {
		t.Errorf("windows %+v", few)
	}
	told := newGate(&detect.Evidence{Filter: "occupancy", Value: 0.25})
	if told.Value != 250 || told.Threshold != nowhere || told.Limit != "" || told.Read != "25 %" {
		t.Errorf("occupancy %+v", told)
	}
}

// A sentence is its words and its numbers, in turn.
func TestPartedSentencesAreWhole(t *testing.T) {
	for _, s := range []string{"", "12", "no number", "1.5 of 2", "from 0.9868 on, 3", "below 1e-9", "eni-0a1b.2.3"} {
		between, numbers := parted(s)
		list := strings.Fields(numbers)
		got := ""
		for i, text := range between {
			got += text
			if i < len(list) {
				got += list[i]
			}
		}
		if got != s || len(between) != len(list)+1 {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}
