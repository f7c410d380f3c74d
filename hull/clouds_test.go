package hull

import (
	"math"
	"math/rand/v2"
)

// The clouds of points the tests and benchmarks run on. All are functions of
// their arguments alone.

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15)) }

func gaussian(dim, n int, seed uint64) []float64 {
	r := newRand(seed)
	p := make([]float64, dim*n)
	for i := range p {
		p[i] = r.NormFloat64()
	}
	return p
}

func uniform(dim, n int, seed uint64) []float64 {
	r := newRand(seed)
	p := make([]float64, dim*n)
	for i := range p {
		p[i] = r.Float64()
	}
	return p
}

func sphere(dim, n int, seed uint64) []float64 {
	p := gaussian(dim, n, seed)
	for i := 0; i < len(p); i += dim {
		normalise(p[i : i+dim])
	}
	return p
}

// mining is a cloud of bytes and packets each way per ten minutes, as a dozen
// miners talking to their pools make it: jobs down, shares up, keepalives.
func mining(n int, seed uint64) []float64 {
	const miners, keepalives = 12, 10
	r := newRand(seed)
	var jobs, shares [miners]float64
	for m := range miners {
		jobs[m] = 12 + 20*r.Float64()
		shares[m] = 4 + 80*r.Float64()*r.Float64()
	}
	p := make([]float64, 0, 4*n)
	for range n {
		m := r.IntN(miners)
		j, s := poisson(r, jobs[m]), poisson(r, shares[m])
		up, down := poisson(r, j*.9+s*.8), poisson(r, s*.3) // bare acknowledgements
		p = append(p,
			up*52+keepalives*142+s*242+coins(r, 4*max(s, 1)), up+keepalives+s,
			down*52+keepalives*110+j*420+coins(r, 8*max(j, 1))+s*115, down+keepalives+j+s)
	}
	return p
}

func poisson(r *rand.Rand, mean float64) float64 {
	limit, k := math.Exp(-mean), 0.0
	for p := r.Float64(); p > limit; p *= r.Float64() {
		k++
	}
	return k
}

// coins counts heads.
func coins(r *rand.Rand, n float64) float64 {
	k := 0.0
	for range int(n) {
		k += float64(r.IntN(2))
	}
	return k
}

// background is ordinary traffic: wider, and mostly elsewhere.
func background(n int, seed uint64) []float64 {
	r := newRand(seed)
	p := make([]float64, 0, 4*n)
	for range n {
		q := math.Floor(4 + 60*math.Exp(1.6*r.NormFloat64()))
		s := math.Floor(q * (1 + r.Float64()))
		p = append(p, q*float64(52+r.IntN(160)), q, s*float64(300+r.IntN(1100)), s)
	}
	return p
}

// lattice holds the integer points of a cube with side points along an edge.
func lattice(dim, side int) []float64 {
	var p []float64
	x := make([]float64, dim)
	for {
		p = append(p, x...)
		a := 0
		for ; a < dim; a++ {
			if x[a]++; x[a] < float64(side) {
				break
			}
			x[a] = 0
		}
		if a == dim {
			return p
		}
	}
}

// columns makes points from functions of the point's index.
func columns(n int, f ...func(i int) float64) []float64 {
	p := make([]float64, 0, n*len(f))
	for i := range n {
		for _, g := range f {
			p = append(p, g(i))
		}
	}
	return p
}

func constant(x float64) func(int) float64 { return func(int) float64 { return x } }

// column is coordinate a of the points of a 4-D cloud, times scale.
func column(p []float64, a int, scale float64) func(int) float64 {
	return func(i int) float64 { return p[4*i+a] * scale }
}

func repeat(p []float64, times int) []float64 {
	var out []float64
	for range times {
		out = append(out, p...)
	}
	return out
}

func shuffled(dim int, p []float64, seed uint64) []float64 {
	r := newRand(seed)
	out := append([]float64(nil), p...)
	r.Shuffle(len(p)/dim, func(i, j int) {
		for a := range dim {
			out[i*dim+a], out[j*dim+a] = out[j*dim+a], out[i*dim+a]
		}
	})
	return out
}

func apply(p []float64, f func(x float64) float64) []float64 {
	out := make([]float64, len(p))
	for i, x := range p {
		out[i] = f(x)
	}
	return out
}
