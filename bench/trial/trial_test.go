package trial

import (
	"math"
	"path/filepath"
	"reflect"
	"testing"
)

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		x    []float64
		want Spread
	}{
		{[]float64{3}, Spread{3, 3, 3}},
		{[]float64{9, 1, 2}, Spread{2, 1, 9}},
		{[]float64{4, 1, 9, 2}, Spread{3, 1, 9}},
	} {
		if got := NewSpread(c.x); got != c.want {
			t.Errorf("spread of %v is %v, want %v", c.x, got, c.want)
		}
	}
	if s := NewSpread(nil); !math.IsNaN(s.Median) || !math.IsNaN(s.Min) || !math.IsNaN(s.Max) {
		t.Errorf("spread of nothing is %v", s)
	}
	x := []float64{3, 1, 2}
	if NewSpread(x); !reflect.DeepEqual(x, []float64{3, 1, 2}) {
		t.Errorf("the runs were reordered: %v", x)
	}
}

// A ratio is formed within a round. The machine was three times slower in the
// second one, which the ratio of medians would show and the median of ratios
// does not.
func TestRatioIsByRounds(t *testing.T) {
	a := Command{Runs: []Run{{CPU: 1, Wall: 8}, {CPU: 3, Wall: 8}, {CPU: 1.2, Wall: 8}}}
	b := Command{Runs: []Run{{CPU: 2, Wall: 2}, {CPU: 6, Wall: 4}, {CPU: 2, Wall: 8}}}
	if got, want := a.Ratio(&b, CPU), (Spread{0.5, 0.5, 0.6}); got != want {
		t.Errorf("CPU ratio %v, want %v", got, want)
	}
	if got, want := a.Ratio(&b, Wall), (Spread{2, 1, 4}); got != want {
		t.Errorf("wall ratio %v, want %v", got, want)
	}
	short := Command{Runs: a.Runs[:1]}
	if got, want := short.Ratio(&b, CPU), (Spread{0.5, 0.5, 0.5}); got != want {
		t.Errorf("ratio of one round %v, want %v", got, want)
	}
}

func TestWriteAndRead(t *testing.T) {
	dir := t.TempDir()
	want := Set{
		{Name: "gz", Commands: []Command{{Name: "davy 1", Engine: "davy", Data: "1m", Line: []string{"correlate", "x"}, Runs: []Run{{1, 2, 3}}, Said: Said{"rows": 7}}}},
		{Name: "plain", Commands: []Command{{Name: "duckdb 1", Engine: "duckdb", Data: "1m", Line: []string{"duckdb"}, Runs: []Run{{4, 5, 6}}, Said: Said{"rows": 7}}}},
	}
	for i := range want {
		if err := want[i].Write(filepath.Join(dir, want[i].Name+".trial.json")); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Read(dir)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("read %+v, %v; want %+v", got, err, want)
	}
	if c := got.Trial("gz").Find("davy 1", "1m"); c == nil || c.Runs[0].Wall != 2 {
		t.Errorf("found %+v", c)
	}
	if c := got.Trial("none").Find("davy 1", "1m"); c != nil {
		t.Errorf("found %+v in a trial that was not run", c)
	}
	if err := got.Agree("rows"); err != nil {
		t.Errorf("davy and DuckDB agree on 1m, across trials: %v", err)
	}
}
