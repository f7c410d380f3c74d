package hull

import (
	"fmt"
	"testing"
)

// The clouds are the ones of the benchmarks against Qhull: byte and packet
// counts of a dozen miners.
func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%dk", n/1000), func(b *testing.B) {
			p := mining(n, 1)
			b.ReportAllocs()
			var h *Hull
			for b.Loop() {
				h = mustNew(b, 4, p)
			}
			b.ReportMetric(float64(h.NumVertices()), "vertices")
			b.ReportMetric(float64(h.NumHalfSpaces()), "facets")
		})
	}
}

// queries are points mostly inside a hull and points mostly outside.
func queries() map[string][]float64 {
	return map[string][]float64{"inside": mining(1<<14, 77), "outside": background(1<<14, 77)}
}

func BenchmarkContains(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		h := mustNew(b, 4, mining(n, 1))
		for name, q := range queries() {
			b.Run(fmt.Sprintf("%s/%d", name, h.NumHalfSpaces()), func(b *testing.B) {
				b.ReportAllocs()
				i, in, all := 0, 0, 0
				for b.Loop() {
					in += b2i(h.Contains(q[i : i+4]))
					all++
					i = (i + 4) & (len(q) - 1)
				}
				b.ReportMetric(float64(in)/float64(all), "inside/op")
			})
		}
	}
}

func BenchmarkGauge(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		h := mustNew(b, 4, mining(n, 1))
		q := mining(1<<14, 77)
		b.Run(fmt.Sprint(h.NumHalfSpaces()), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				h.Gauge(q[i : i+4])
				i = (i + 4) & (len(q) - 1)
			}
		})
	}
}
