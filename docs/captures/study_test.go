package main

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"path/filepath"
	"testing"

	"davy/biflow"
	"davy/lab"
	"davy/trait"
)

func TestRank(t *testing.T) {
	for _, test := range []struct {
		x    float64
		want float64
	}{{0, 0}, {1, 12.5}, {2, 50}, {2.5, 75}, {9, 100}} {
		if got := rank(test.x, []float64{1, 2, 2, 3}); got != test.want {
			t.Errorf("rank of %v is %v, want %v", test.x, got, test.want)
		}
	}
}

// square is a cloud for each corner of a square and its middle; the real one
// lies off.
func square() *study {
	at := func(x, y float64) *cloud {
		c := new(cloud)
		c.traits[trait.LocalSize], c.traits[trait.RemoteSize] = x, y
		return c
	}
	s := &study{real: at(4, 0), lab: []*cloud{at(1, 1), at(1, -1), at(-1, 1), at(-1, -1), at(0, 0)}}
	s.traits = place(s.real, s.lab, compared, func(c *cloud, i int) float64 { return c.traits[i] })
	return s
}

func TestPlace(t *testing.T) {
	p := square().traits
	if p.rank[trait.LocalSize] != 100 || p.rank[trait.RemoteSize] != 50 || p.outside != 1 {
		t.Errorf("ranks %v and %v, %d outside", p.rank[trait.LocalSize], p.rank[trait.RemoteSize], p.outside)
	}
	if p.low[trait.LocalSize] != -1 || p.mid[trait.LocalSize] != 0 || p.high[trait.LocalSize] != 1 || p.usual != 0 {
		t.Errorf("placing is %v", p)
	}
}

// Distances by hand: the covariance of the corners and the middle is the unit
// matrix, so the radius is 4 before the scale; the nearest corner is √10 away.
func TestJoint(t *testing.T) {
	points, dim := square().matrix(allTraits())
	if dim != 2 {
		t.Fatalf("%d traits differ, want 2", dim)
	}
	_, far := radius(points, dim)
	_, near := nearest(points, dim)
	if math.Abs(far.distance-4) > 1e-12 || far.farther != 0 {
		t.Errorf("radius is %v", far)
	}
	// Both axes are divided by 2, the distance of the quantiles.
	if want := math.Sqrt(10) / 2; math.Abs(near.distance-want) > 1e-12 || near.mid != math.Sqrt2/2 || near.farther != 0 {
		t.Errorf("nearest is %v, want %v", near, want)
	}
}

// A simulated pair is of its kind, as long as it should be, and the same twice.
func TestSimulate(t *testing.T) {
	one, two := simulated(t), simulated(t)
	if len(one) < 90 || len(one) != len(two) {
		t.Fatalf("%d and %d pairs", len(one), len(two))
	}
	for i, c := range one {
		if n := len(c.windows); n < least || n > 12 || c.slots() > 12 || c.windows[0].Start < lab.DefaultStart.Unix() {
			t.Errorf("pair %d has %d windows in %d", i, n, c.slots())
		}
		if c.traits != two[i].traits {
			t.Errorf("pair %d is not the same twice", i)
		}
	}
}

func simulated(t *testing.T) []*cloud {
	t.Helper()
	list, err := simulate(context.Background(), "monero-plain", 12)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestTurn(t *testing.T) {
	p := &biflow.Pair{Windows: []biflow.Window{{LocalBytes: 1, LocalPackets: 2, RemoteBytes: 3, RemotePackets: 4}}}
	if turn(p); p.Windows[0].Point() != (biflow.Point{3, 4, 1, 2}) {
		t.Errorf("turned: %v", p.Windows[0].Point())
	}
}

// Every kind that a capture is held against is one of the lab's.
func TestCaptures(t *testing.T) {
	kinds := make(map[string]bool)
	for _, class := range []string{lab.Mining, lab.Benign} {
		for _, k := range lab.Kinds(class) {
			kinds[k] = true
		}
	}
	for _, c := range captures {
		if !kinds[c.kind] {
			t.Errorf("%s: the lab has no %s", c.name, c.kind)
		}
	}
}

// Without captures nothing is written.
func TestNoData(t *testing.T) {
	docs := t.TempDir()
	if err := run(context.Background(), t.TempDir(), docs); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error is %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(docs, "*")); len(left) > 0 {
		t.Errorf("%v were written", left)
	}
}

func TestNumber(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 1: "1", 0.5: "0.5", -0.26: "−0.26", 137085: "137085", 99.96: "100", 12.345: "12.3", 0.00012: "0.0001", 1e-9: "0", -1e-9: "0",
	} {
		if got := number(x); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}
