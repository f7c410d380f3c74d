package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestJudge(t *testing.T) {
	simplex := []float64{0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1}
	nan, inf := slices.Clone(simplex), slices.Clone(simplex)
	nan[7], inf[19] = math.NaN(), math.Inf(1)
	for name, c := range map[string]struct {
		points []float64
		there  bool // a hull
	}{
		"nothing": {nil, false}, "one point": {simplex[:4], false}, "one point twice": {slices.Concat(simplex[4:8], simplex[4:8]), false},
		"two points": {simplex[:8], true}, "a simplex": {simplex, true}, "not a number": {nan, false}, "an infinity": {inf, false},
	} {
		if hasHull(c.points) != c.there {
			t.Errorf("%s: a hull is there: %v", name, !c.there)
		}
		outcome, detail := judge(c.points)
		if outcome != "right" || strings.HasPrefix(detail, "there is none: ") == c.there {
			t.Errorf("%s: %s, %q", name, outcome, detail)
		}
	}
	if outcome, detail := judge(make([]float64, 5)); outcome != "wrong" || !strings.HasPrefix(detail, "panic") {
		t.Errorf("half a point: %s, %q", outcome, detail)
	}
}

func TestRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.f64")
	if err := os.WriteFile(path, []byte{0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0}, 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := read(path); err != nil || !slices.Equal(got, []float64{1, -2}) {
		t.Errorf("read %v, %v", got, err)
	}
}
