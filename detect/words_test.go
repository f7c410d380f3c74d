package detect

import (
	"math"
	"testing"
)

func TestWords(t *testing.T) {
	if what := Words("occupancy"); what != "watched windows with traffic" {
		t.Errorf("occupancy: %q", what)
	}
	if what := Words("vote"); what != "" {
		t.Errorf("vote, no trait: %q", what)
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		filter string
		x      float64
		want   string
	}{
		{"local_size", math.Log(123.4), "123"}, // the sentence has bytes, the value their logarithm
		{"single", 0.99, "99 %"},
		{"occupancy", 0.5, "50 %"},
		{"client", 1, "yes"},
		{"vote", 0.99941, "0.9994"},
		{"hull", 0.7, "70 %"},
		{"membership", 0.98, "98 %"},
		{"windows", 73, "73"},
		{"of a later davy", 1234567, "1.235e+06"},
	} {
		if got := Number(c.filter, c.x); got != c.want {
			t.Errorf("%s %g: %s, want %s", c.filter, c.x, got, c.want)
		}
	}
}
