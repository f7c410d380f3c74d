package hull

import (
	"fmt"
	"testing"
)

// The clouds are those of bench/geometry, where they are held against Qhull:
// byte and packet counts of a dozen miners.
func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		name := fmt.Sprintf("%dk", n/1000)
		if n == 1_000_000 {
			name = "1M"
		}
		b.Run(name, func(b *testing.B) {
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

// benchmarkHulls are hulls from below few facets to what a large model has.
func benchmarkHulls(b *testing.B, run func(b *testing.B, h *Hull)) {
	for _, n := range []int{15, 25, 50, 144, 1_728, 100_000} {
		h := mustNew(b, 4, mining(n, 1))
		b.Run(fmt.Sprintf("facets=%d", h.NumHalfSpaces()), func(b *testing.B) {
			b.ReportAllocs()
			run(b, h)
		})
	}
}

// Queries are mostly inside the larger hulls, or ordinary traffic, or members
// only: those by an index and by asking all facets.
func BenchmarkContains(b *testing.B) {
	clouds := map[string][]float64{"inside": mining(1<<14, 77), "ordinary": background(1<<14, 77)}
	benchmarkHulls(b, func(b *testing.B, h *Hull) {
		ask := func(name string, q []float64, index *index) {
			b.Run(name, func(b *testing.B) {
				h.index.Store(index)
				i, in, all := 0, 0, 0
				for b.Loop() {
					in += b2i(h.Contains(q[i : i+4]))
					all++
					if i += 4; i == len(q) {
						i = 0
					}
				}
				b.ReportMetric(float64(in)/float64(all), "inside/op")
			})
		}
		indexed := h.newIndex()
		for _, name := range []string{"inside", "ordinary"} {
			ask(name, clouds[name], indexed)
		}
		var members []float64
		for i := 0; i < len(clouds["inside"]); i += 4 {
			if x := clouds["inside"][i : i+4]; h.Contains(x) {
				members = append(members, x...)
			}
		}
		if members != nil {
			ask("members", members, indexed)
			ask("members-scanned", members, &noIndex)
		}
	})
}

// The hull is grown as a model's profiles are.
func BenchmarkWithin(b *testing.B) {
	q := mining(1<<14, 77)
	benchmarkHulls(b, func(b *testing.B, h *Hull) {
		for name, index := range map[string]*index{"indexed": h.newIndex(), "scanned": &noIndex} {
			b.Run(name, func(b *testing.B) {
				h.index.Store(index)
				i := 0
				for b.Loop() {
					h.Within(q[i:i+4], 1.3)
					i = (i + 4) & (len(q) - 1)
				}
			})
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	benchmarkHulls(b, func(b *testing.B, h *Hull) {
		for b.Loop() {
			h.newIndex()
		}
	})
}

func BenchmarkGauge(b *testing.B) {
	q := mining(1<<14, 77)
	benchmarkHulls(b, func(b *testing.B, h *Hull) {
		i := 0
		for b.Loop() {
			h.Gauge(q[i : i+4])
			i = (i + 4) & (len(q) - 1)
		}
	})
}
