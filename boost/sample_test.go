package boost

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"
)

// The samples the tests and benchmarks run on, functions of their arguments
// alone.

type points struct {
	x        []float64
	positive []bool
	dim      int
}

func (p points) point(i int) []float64 { return p.x[i*p.dim : (i+1)*p.dim] }

// draw makes n points of that many independent normal features, positive with
// the probability that odds, logarithmic, say.
func draw(n, dim int, seed uint64, odds func(x []float64) float64) points {
	r := rand.New(rand.NewPCG(seed, 2))
	p := points{dim: dim}
	for range n {
		at := len(p.x)
		for range dim {
			p.x = append(p.x, r.NormFloat64())
		}
		p.positive = append(p.positive, r.Float64() < 1/(1+math.Exp(-odds(p.x[at:]))))
	}
	return p
}

// bumps are five features that tell, in curves and together, and noise.
func bumps(n, dim int, seed uint64) points {
	return draw(n, dim, seed, func(x []float64) float64 {
		return 2*math.Sin(2*x[0]) + 2*x[1]*x[2] + x[3]*x[3] - 1 + x[4]
	})
}

func (p points) train(t testing.TB, weight []float64, opts Options) *Boosted {
	t.Helper()
	b, err := Train(p.x, p.dim, p.positive, weight, opts)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// margins are those of all points.
func (p points) margins(b *Boosted) []float64 {
	m := make([]float64, len(p.positive))
	for i := range m {
		m[i] = b.Margin(p.point(i))
	}
	return m
}

// accuracy is the share of points on the right side of even odds.
func (p points) accuracy(b *Boosted) float64 {
	right := 0
	for i, m := range p.margins(b) {
		if (m > 0) == p.positive[i] {
			right++
		}
	}
	return float64(right) / float64(len(p.positive))
}

func encoded(t testing.TB, b *Boosted) []byte {
	t.Helper()
	text, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
