package main

import (
	"math"
	"strings"
	"testing"

	"davy/bench/trial"
)

const (
	davyHull  = `{"op":"hull","name":"hull-1k","n":1000,"cpu":0.002,"wall":0.003,"vertices":110,"facets":544}` + "\n"
	scipyHull = `{"op": "hull", "name": "hull-1k", "n": 1000, "cpu": 0.004, "wall": 0.003, "vertices": 110, "facets": 544, "simplices": 550}` + "\n"
)

func TestGeometry(t *testing.T) {
	dir := folder(t)
	put(t, dir, "geometry/hull-1k.davy.jsonl", davyHull+strings.Replace(davyHull, "0.002", "0.001", 1))
	put(t, dir, "geometry/hull-1k.scipy.jsonl", scipyHull+scipyHull)
	put(t, dir, "geometry/neighbour-144.davy.jsonl", `{"op":"neighbour","n":144,"cpu":1e-5,"wall":1e-5,"mean":0.27496573277396646}`)
	put(t, dir, "geometry/neighbour-144.scipy.jsonl", `{"op":"neighbour","n":144,"cpu":4e-5,"wall":4e-5,"mean":0.2749657327739665}`)
	r, err := read(dir)
	if err != nil || len(r.geometry) != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	if got, want := cost("hull-1k", cpuOf)(r), (trial.Spread{Median: 0.375, Min: 0.25, Max: 0.5}); got != want {
		t.Errorf("hull costs %v, want %v", got, want)
	}
	if got := gain("neighbour-144")(r); math.Abs(got.Median-4) > 1e-12 {
		t.Errorf("neighbours are %v times faster, want 4", got)
	}
	page := string(r.page())
	for _, want := range []string{
		"| hull of 1,000 points | Qhull | ≤ 2× | ≤ 1× | **0.38×** (0.25 to 0.5) | aim met |",
		"| hull of 544 facets | 1 k | 1.5 ms | 4 ms | 0.38× (0.25 to 0.5) | 1× |",
		"| nearest neighbours | 144 | 10 µs | 40 µs | 0.25× | 0.25× |",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}

// An outcome that differs is no ratio, and is named.
func TestGeometryDiffers(t *testing.T) {
	for scipy, want := range map[string]string{
		strings.Replace(scipyHull, "544", "545", 1):   "davy has 544 facets, SciPy 545",
		strings.Replace(scipyHull, "110", "109", 1):   "davy has 110 vertices, SciPy 109",
		strings.Replace(scipyHull, "1000", "999", 1):  "davy has 1000 points, SciPy 999",
		`{"op":"hull","n":1000,"cpu":0.004,"wall":1}`: "no outcome to compare",
	} {
		dir := folder(t)
		put(t, dir, "geometry/hull-1k.davy.jsonl", davyHull)
		put(t, dir, "geometry/hull-1k.scipy.jsonl", scipy)
		r, err := read(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.geometry) > 0 || !strings.Contains(strings.Join(r.leftOut, "\n"), want) {
			t.Errorf("%s: %d operations, left out %q, want %q", scipy, len(r.geometry), r.leftOut, want)
		}
		if s := cost("hull-1k", cpuOf)(r); !math.IsNaN(s.Median) {
			t.Errorf("%s: a ratio of %v", scipy, s)
		}
	}
}

// A run that broke off is an error.
func TestGeometryBroken(t *testing.T) {
	for name, scipy := range map[string]string{
		"a round less": "", "cut": scipyHull[:40], "no time": strings.Replace(scipyHull, "0.004", "0", 1), "a round more": scipyHull + scipyHull,
	} {
		dir := folder(t)
		put(t, dir, "geometry/hull-1k.davy.jsonl", davyHull)
		put(t, dir, "geometry/hull-1k.scipy.jsonl", scipy)
		if r, err := read(dir); err == nil {
			t.Errorf("%s: %+v", name, r.geometry)
		}
	}
}

func TestDegenerate(t *testing.T) {
	const (
		flat  = `{"case":"on a line","n":199,"outcome":"right","detail":""}` + "\n"
		none  = `{"case":"one point","n":1,"outcome":"right","detail":"there is none: hull: rank 0"}` + "\n"
		huge  = `{"case":"terabytes","n":9,"outcome":"right","detail":""}` + "\n"
		flat2 = `{"case":"on a line","n":199,"outcome":"refused","detail":"QH6154 | flat"}` + "\n"
		none2 = `{"case":"one point","n":1,"outcome":"refused","detail":"QH6214"}` + "\n"
		huge2 = `{"case":"terabytes","n":9,"outcome":"wrong","detail":"2 of its points are outside"}` + "\n"
	)
	dir := folder(t)
	put(t, dir, "degenerate/davy.jsonl", flat+none+huge)
	put(t, dir, "degenerate/scipy.jsonl", flat2+none2+huge2)
	r, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	page := string(r.page())
	for _, want := range []string{
		"davy is right in 3 of 3. SciPy is right in 0, says rightly that there is none in 1, refuses 1 that have a hull, and is wrong without a word in 1.",
		"| 199 | on a line | right | refused: QH6154 \\| flat |", "| 9 | terabytes | right | **wrong**: 2 of its points are outside |",
		"| degenerate clouds without a right answer | SciPy | ≤ 0 clouds | – | **0 clouds** | must met |",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	put(t, dir, "degenerate/davy.jsonl", flat+none+strings.Replace(huge, "right", "wrong", 1))
	if r, err = read(dir); err != nil || wrongs(r).Median != 1 {
		t.Errorf("%v wrong, %v", wrongs(r), err)
	}
	put(t, dir, "degenerate/davy.jsonl", none+flat+huge)
	if _, err := read(dir); err == nil {
		t.Error("clouds in another order were paired")
	}
	put(t, dir, "degenerate/davy.jsonl", flat)
	if _, err := read(dir); err == nil {
		t.Error("a run that broke off was taken")
	}
}
