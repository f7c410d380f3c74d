package model

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"davy/biflow"
	"davy/trait"
)

// days are stretches of a pair, each like a miner, like other traffic, or
// attempts that come to nothing, and some of it lost.
func days(r *rand.Rand) *biflow.Pair {
	p := pairOf(r.Uint64(), 0, 1, 1, 1, false)
	if r.IntN(8) == 0 {
		p.Server = biflow.LocalSide
	}
	stretches, longest := 1+r.IntN(6), []int{12, 60, trait.Day, 2 * trait.Day}[r.IntN(4)]
	for range stretches {
		part := pairOf(r.Uint64(), r.IntN(longest+1), 60+r.IntN(240), 60+r.IntN(1200), 1+60*r.Float64(), r.IntN(3) == 0)
		attempts := r.IntN(3) == 0
		for _, w := range part.Windows {
			w.Start = int64(len(p.Windows)) * biflow.Seconds
			if attempts {
				w.LocalBytes, w.RemotePackets, w.RemoteBytes = 60*w.LocalPackets, 0, 0
				w.Connections = 24
			}
			if r.IntN(40) == 0 {
				w.Flags |= biflow.Incomplete
			}
			p.Windows = append(p.Windows, w)
		}
	}
	return p
}

// elsewhere is the classifier with other thresholds, so that of days like any,
// some are suspect and some are not, by another vote for each length.
func elsewhere(c *Classifier, r *rand.Rand) *Classifier {
	d := *c
	d.Bands = slices.Clone(c.Bands)
	for i := range d.Bands {
		b := &d.Bands[i]
		b.Mining = logistic(14*r.Float64() - 7)
		b.Suspect = b.Mining * r.Float64()
	}
	return &d
}

// However many pairs are decided on together, opinions are those of one after
// another.
func TestSitting(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(6, 7))
	suspects, clear := 0, 0
	for round := range 24 {
		c := []*Classifier{m.Traffic, m.Attempts}[round%2]
		if round >= 4 {
			c = elsewhere(c, r)
		}
		reasons := round%4 < 2
		s := c.Jury().Sitting(reasons)
		for range 3 { // the same sitting again
			pairs := make([]*biflow.Pair, r.IntN(30))
			got := make([]Opinion, len(pairs))
			for i := range pairs {
				pairs[i] = days(r)
				s.Hear(pairs[i], &got[i])
			}
			s.Decide()
			if s.Waiting() != 0 {
				t.Fatalf("%d spans wait after all", s.Waiting())
			}
			for i, p := range pairs {
				want := c.Judge(p)
				if want.Suspect() {
					suspects++
				} else if clear++; !reasons {
					want.Traits = nil
				}
				if !reflect.DeepEqual(got[i], want) {
					t.Fatalf("pair of %d windows: %+v, want %+v", len(p.Windows), got[i], want)
				}
			}
		}
	}
	if suspects < 50 || clear < 50 {
		t.Errorf("%d suspect, %d clear: not much of a test", suspects, clear)
	}
}

// The trees are asked about no more spans than by one pair after another.
func TestSittingAsksNoMore(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	c := *m.Traffic
	asked := 0
	c.view.traits = func(to []float64, s trait.Span) []float64 {
		asked++
		return viewTraffic.traits(to, s)
	}
	s := c.Jury().Sitting(false)
	r := rand.New(rand.NewPCG(8, 9))
	for range 40 {
		p, o := days(r), Opinion{}
		asked = 0
		c.Judge(p)
		want := asked
		asked = 0
		s.Hear(p, &o)
		s.Decide()
		if asked != want {
			t.Errorf("pair of %d windows: asked about %d spans, want %d", len(p.Windows), asked, want)
		}
	}
}

// Many pairs of half a day each, so that traits weigh as they do in a scan.
func BenchmarkSitting(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	pairs := make([]*biflow.Pair, 64)
	for i := range pairs {
		pairs[i] = pairOf(uint64(i), 72, 30, 1210, 30, false)
	}
	opinions := make([]Opinion, len(pairs))
	s := m.Traffic.Jury().Sitting(false)
	b.Run("together", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i, p := range pairs {
				s.Hear(p, &opinions[i])
			}
			s.Decide()
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(pairs)), "ns/pair")
	})
	b.Run("alone", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i, p := range pairs {
				opinions[i] = m.Traffic.Judge(p)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(pairs)), "ns/pair")
	})
}
