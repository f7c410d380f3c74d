package trait

import (
	"math"
	"math/rand/v2"
	"testing"

	"davy/biflow"
)

// poolLike is a day of windows like a miner's: messages at random, each with its ACK.
func poolLike(n int, seed uint64) *biflow.Pair {
	r := rand.New(rand.NewPCG(seed, 1))
	p := &biflow.Pair{Server: biflow.RemoteSide}
	for i := range n {
		jobs, shares := uint64(20+r.IntN(12)), uint64(10+r.IntN(20))
		p.Windows = append(p.Windows, biflow.Window{
			Start: int64(i) * biflow.Seconds, Records: 2, Connections: 1, ClientPorts: 1, ServerPort: 3333, ServerShare: 1,
			LocalPackets: jobs + shares, LocalBytes: jobs*52 + shares*(52+210), RemotePackets: jobs + shares, RemoteBytes: jobs*(52+350) + shares*(52+70),
		})
	}
	return p
}

// tailed is a day of windows of heavy tails, many of them idle one way.
func tailed(n int, seed uint64) *biflow.Pair {
	r := rand.New(rand.NewPCG(seed, 2))
	size := func(scale float64) uint64 { return uint64(math.Exp(scale + 2*r.NormFloat64())) }
	p := &biflow.Pair{}
	for i := range n {
		w := biflow.Window{Start: int64(i) * biflow.Seconds, LocalPackets: 1 + size(3), Connections: 1 + uint32(r.IntN(9)), ServerShare: r.Float64()}
		w.LocalBytes = w.LocalPackets*40 + size(6)
		if r.IntN(3) > 0 {
			w.RemotePackets = 1 + size(3)
			w.RemoteBytes = w.RemotePackets*40 + size(8)
		}
		p.Windows = append(p.Windows, w)
	}
	return p
}

// Many spans in turn: of one alone a processor soon knows each comparison by
// heart.
func BenchmarkTraits(b *testing.B) {
	for _, kind := range []struct {
		name string
		pair func(n int, seed uint64) *biflow.Pair
	}{{"pool", poolLike}, {"tailed", tailed}} {
		var spans [64]Span
		for i := range spans {
			spans[i] = Spans(kind.pair(Day, uint64(i)))[0]
		}
		b.Run(kind.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				spans[i%len(spans)].Traits()
			}
		})
	}
}

func BenchmarkSpans(b *testing.B) {
	p := poolLike(21*Day, 1)
	b.ReportAllocs()
	for b.Loop() {
		Spans(p)
	}
}

func BenchmarkAttempts(b *testing.B) {
	p := poolLike(Day, 1)
	for i := range p.Windows {
		w := &p.Windows[i]
		w.LocalBytes, w.RemoteBytes, w.RemotePackets, w.Connections = 60*w.LocalPackets, 0, 0, 24
	}
	span := Attempts(p)[0]
	b.ReportAllocs()
	for b.Loop() {
		span.Attempts()
	}
}
