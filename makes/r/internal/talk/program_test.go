package talk

import (
	"math/rand/v2"
	"testing"
)

func TestPrograms(t *testing.T) {
	names := map[string]bool{}
	for _, p := range Programs() {
		if names[p.Name] || len(p.acts) == 0 {
			t.Errorf("%s: a second time, or it does nothing", p.Name)
		}
		names[p.Name] = true
	}
	if len(names) < 80 {
		t.Errorf("%d programs", len(names))
	}
}

func TestWireSize(t *testing.T) {
	for _, c := range []struct {
		wire       Wire
		side, n, w int
	}{
		{Wire{}, 0, 100, 100},
		{Wire{record: 22, max: 16384}, 0, 100, 122},
		{Wire{record: 29, max: 16384}, 0, 20000, 20058},
		{Wire{record: 37, block: 16}, 1, 32, 48 + 37},
		{Wire{head: [2]int{6, 2}}, 0, 126, 134},
		{Wire{head: [2]int{6, 2}}, 1, 100, 102},
		{Wire{tunnel: 80}, 0, 100, 180},
	} {
		if got := c.wire.Size(c.side, c.n); got != c.w {
			t.Errorf("%+v: %d bytes, not %d", c, got, c.w)
		}
	}
}

func TestRange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		if v := (Range{.5, 50}).Draw(r); v < .5 || v > 50 {
			t.Fatal(v)
		}
	}
}
