package trait

import (
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

func BenchmarkTraits(b *testing.B) {
	span := Spans(poolLike(Day, 1))[0]
	b.ReportAllocs()
	for b.Loop() {
		span.Traits()
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
