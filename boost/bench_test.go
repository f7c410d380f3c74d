package boost

import (
	"encoding/json"
	"fmt"
	"testing"
)

func BenchmarkTrain(b *testing.B) {
	p := bumps(20_000, 40, 1)
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(p.train(b, nil, Options{Workers: workers}).Nodes())/300, "nodes/tree")
			}
		})
	}
}

func BenchmarkMargin(b *testing.B) {
	p := bumps(20_000, 40, 1)
	m := p.train(b, nil, Options{})
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		m.Margin(p.point(i % len(p.positive)))
		i++
	}
}

func BenchmarkExplain(b *testing.B) {
	p := bumps(20_000, 40, 1)
	m := p.train(b, nil, Options{})
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		m.Explain(p.point(i % len(p.positive)))
		i++
	}
}

func BenchmarkJSON(b *testing.B) {
	m := bumps(20_000, 40, 1).train(b, nil, Options{})
	text := encoded(b, m)
	b.Run("marshal", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportMetric(float64(len(text))/float64(m.Nodes()), "bytes/node")
		for b.Loop() {
			encoded(b, m)
		}
	})
	b.Run("unmarshal", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if err := json.Unmarshal(text, new(Boosted)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
