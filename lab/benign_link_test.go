package lab

import (
	"math"
	"testing"
	"time"
)

// Rhythms keep the mean they are given.
func TestRhythms(t *testing.T) {
	s := bench()
	s.now = 12 * 3600 // the busy time of day
	for name, next := range map[string]rhythm{
		"ticks": s.ticks(30, 0.5), "chances": s.chances(30), "daily": s.daily(30), "bursts": s.bursts(30),
	} {
		sum := 0.0
		for range 20_000 {
			sum += next()
		}
		if mean := sum / 20_000; math.Abs(mean-30) > 1.5 {
			t.Errorf("%s: a mean of %v, want 30", name, mean)
		}
	}
}

// Sizes stay within the ranges they are drawn from, and vary as they should.
func TestMessages(t *testing.T) {
	s := bench()
	r := span{20, 300}
	for range 200 {
		same, text, heavy, mix := s.same(r), s.text(r), s.heavy(r, 1000), s.mix(r)
		first := same()
		for range 50 {
			if n := same(); n != first || n < r.lo || n > r.hi {
				t.Fatalf("same: %d after %d", n, first)
			}
			if n := text(); n < r.lo || n > r.hi*3/2+12 {
				t.Fatalf("text: %d", n)
			}
			if n := heavy(); n < r.lo || n > 1000 {
				t.Fatalf("heavy: %d", n)
			}
			if n := mix(); n < r.lo || n > r.hi*3/2+12 {
				t.Fatalf("mix: %d", n)
			}
		}
	}
}

// diary is a habit that notes when it happens.
func diary(s *session, next rhythm, times *[]float64) habit {
	return habit{next: next, do: func(*conn) { *times = append(*times, s.now) }}
}

// lasts runs a program of a session from the bench for so many seconds.
func (s *session) lasts(seconds float64, run func()) {
	s.limit, s.host.meter.end = seconds, seconds
	run()
}

// A quiet habit happens only after so long without another; the others keep
// their own time.
func TestQuietHabits(t *testing.T) {
	s := bench()
	var talk, ping []float64
	s.lasts(50_000, func() {
		s.tend(&link{peer: perfect(true), habits: []habit{diary(s, s.chances(40), &talk), diary(s, s.ticks(30, 0), &ping).quiet()}})
	})
	if len(talk) < 1000 || len(ping) < 300 {
		t.Fatalf("%d messages and %d pings", len(talk), len(ping))
	}
	i := 0
	for _, at := range ping {
		for i < len(talk) && talk[i] <= at {
			i++
		}
		if i > 0 && at-talk[i-1] < 29.999 {
			t.Fatalf("a ping at %v, %v s after a message", at, at-talk[i-1])
		}
	}
}

// A link is made again when its life ends, with another peer if it has some,
// and greets anew.
func TestLinksComeBack(t *testing.T) {
	s := bench()
	peers, greetings := 0, 0
	greeting := deal{func() int { greetings++; return 100 }, func() int { return 50 }, stretch{0.001, 0.001}}
	var talk []float64
	s.lasts(10_000, func() {
		s.tend(&link{
			peer: perfect(true), greet: []deal{greeting}, habits: []habit{diary(s, s.ticks(10, 0), &talk)},
			life: s.ticks(90, 0), pause: s.ticks(10, 0), other: func() *peer { peers++; return perfect(true) },
		})
	})
	if greetings != 100 || peers < 99 || peers > 100 {
		t.Errorf("%d greetings and %d other peers in a hundred lives", greetings, peers)
	}
	if len(talk) < 800 || len(talk) > 900 {
		t.Errorf("%d messages", len(talk))
	}
	if len(s.open) > 1 {
		t.Errorf("%d connections left open", len(s.open))
	}
}

// A poll is answered at once when there is news, and else at the end of its
// time; the next one follows.
func TestPolls(t *testing.T) {
	s := bench()
	asked, none, some := 0, 0, 0
	count := func(n *int, size int) message { return func() int { *n++; return size } }
	s.lasts(20_000, func() {
		s.tend(&link{peer: perfect(true), habits: []habit{s.polls(20, s.chances(20), count(&asked, 100), count(&none, 50), count(&some, 500))}})
	})
	if asked != none+some {
		t.Errorf("%d polls, %d and %d answers", asked, none, some)
	}
	if share := float64(none) / float64(asked); math.Abs(share-math.Exp(-1)) > 0.05 {
		t.Errorf("%v without news, want 1/e", share)
	}
	if mean := 20_000 / float64(asked); math.Abs(mean-20*(1-math.Exp(-1))) > 1 {
		t.Errorf("a poll each %v s", mean)
	}
}

// Every job is answered, not before it can be done.
func TestWork(t *testing.T) {
	s := bench()
	jobs, results, thanks := 0, 0, 0
	count := func(n *int) message { return func() int { *n++; return 100 } }
	w := &work{
		arrive: s.chances(20), takes: stretch{5, 15}, hands: 2,
		job: count(&jobs), done: []message{count(&results)}, thanks: count(&thanks),
	}
	s.lasts(50_000, func() { s.tend(&link{peer: perfect(true), habits: w.habits(s)}) })
	if jobs < 2000 || results != thanks || jobs-results < 0 || jobs-results > w.hands {
		t.Errorf("%d jobs, %d results, %d thanks", jobs, results, thanks)
	}
}

// Walls are as they say, and who knocks knows it in time.
func TestWalls(t *testing.T) {
	tests := []struct {
		sort     int
		out, in  int64 // packets
		rejected bool
		took     float64
	}{
		{closed, 1, 1, false, 0.02},
		{silent, 4, 0, false, 10},
		{filtered, 4, 0, true, 10},
	}
	for _, test := range tests {
		s := bench()
		took := s.knock(&wall{peer: perfect(true), sort: test.sort, patience: 10})
		f := s.host.meter.flows[0]
		n := counts(f)
		if n[0] != test.out || n[2] != test.in || f.rejected != test.rejected || took != test.took {
			t.Errorf("%d: %v packets and bytes, rejected %v, took %v", test.sort, n, f.rejected, took)
		}
	}
	s := bench()
	s.knock(&wall{peer: perfect(true), sort: broken})
	if n := counts(s.host.meter.flows[0]); n[0] < 2 || n[2] < 2 || len(s.open) != 0 {
		t.Errorf("broken: %v", n)
	}
}

// At a desktop there are hours of work and hours of rest.
func TestDesktopsRest(t *testing.T) {
	still, windows := 0, 0
	for _, points := range lived(t, "rdp", 6, 8, 24*time.Hour).points {
		for _, p := range points {
			windows++
			if p[1] < 300 {
				still++
			}
		}
	}
	if share := float64(still) / float64(windows); share < 0.1 || share > 0.9 {
		t.Errorf("%.2f of the windows are still", share)
	}
}
