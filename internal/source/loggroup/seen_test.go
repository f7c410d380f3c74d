package loggroup

import (
	"errors"
	"fmt"
	"runtime"
	"testing"
)

func TestSeen(t *testing.T) {
	s := newSeen(2)
	for i, c := range []struct {
		id    string
		at    int64
		first bool
		err   error
		whole bool
	}{
		{"a", 1, true, nil, true},
		{"a", 1, false, nil, true},
		{"b", 2, true, nil, true},
		{"a", 1, false, nil, true},
		{"c", 2, true, nil, true},  // c is young, a and b are old
		{"b", 2, false, nil, true}, //
		{"d", 4, true, nil, true},
		{"a", 1, false, nil, true},
		{"e", 4, true, nil, false}, // a and b are forgotten
		{"f", 3, true, nil, false},
		{"d", 4, false, nil, false},
		{"a", 1, false, errForgotten, false},
		{"b", 2, false, errForgotten, false},
		{"x", 2, false, errForgotten, false},
	} {
		first, err := s.first(c.id, c.at)
		if first != c.first || !errors.Is(err, c.err) || s.whole() != c.whole {
			t.Errorf("%d: %s at %d is first: %v, %v; whole: %v", i, c.id, c.at, first, err, s.whole())
		}
	}
}

// TestSeenMemory holds what is said of generation, on one of an eighth of its size.
func TestSeenMemory(t *testing.T) {
	const size = generation / 8
	heap := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before, peak := heap(), int64(0)
	s := newSeen(size)
	for i := range 3*size + 1 {
		if first, err := s.first(fmt.Sprintf("%056d", i), int64(i)); !first || err != nil {
			t.Fatal(i, first, err)
		}
		if (i+1)%size == 0 { // just before the oldest are forgotten
			peak = max(peak, heap()-before)
		}
	}
	perMillion := float64(peak) / (2 * size) // bytes an id, or MB a million
	t.Logf("%.1f MB a million ids", perMillion)
	if perMillion < 16 || perMillion > 40 {
		t.Errorf("%.1f MB a million ids", perMillion)
	}
	runtime.KeepAlive(s)
}

func BenchmarkSeen(b *testing.B) {
	s := newSeen(generation)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if first, err := s.first("36123456789012345678901234567890123456789012345678901234", int64(i)); first != (i == 0) || err != nil {
			b.Fatal(i, first, err)
		}
	}
}
