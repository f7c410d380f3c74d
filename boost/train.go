package boost

import (
	"fmt"
	"math"
	"sync"
)

// Options say how trees are grown. The zero value is a good start.
type Options struct {
	Rounds  int     // trees; 0: 300
	Depth   int     // most cuts from the root to a leaf; 0: 6
	Leaf    int     // least points in a leaf, of those drawn, whatever they weigh; 0: 20
	Rate    float64 // what a tree's step is multiplied with, at most 1; 0: 0.1
	L2      float64 // added to the second derivatives of a node, in units of weight; 0: 1
	Rows    float64 // share of the points drawn for a tree; 0: 0.8
	Columns float64 // share of the features drawn for a tree; 0: 0.8
	Bins    int     // most bins of a feature, MaxBins at most; 0: 255
	Seed    uint64  // of the random numbers
	Workers int     // goroutines; 0: one. The trees do not depend on it
}

// resolve checks the options and puts in what 0 stands for.
func (o Options) resolve() (Options, error) {
	set := func(v *int, otherwise, most int, name string) error {
		if *v < 0 || *v > most {
			return fmt.Errorf("%w: %s is %d, want 0 to %d", ErrOptions, name, *v, most)
		}
		if *v == 0 {
			*v = otherwise
		}
		return nil
	}
	setReal := func(v *float64, otherwise, most float64, name string) error {
		if *v == 0 {
			*v = otherwise
		}
		if !(*v >= math.SmallestNonzeroFloat32 && *v <= most) {
			return fmt.Errorf("%w: %s is %v, want a positive number of single-precision range, at most %v", ErrOptions, name, *v, most)
		}
		return nil
	}
	for _, err := range []error{
		set(&o.Rounds, 300, MaxTrees, "Rounds"),
		set(&o.Depth, 6, MaxDepth, "Depth"),
		set(&o.Leaf, 20, math.MaxInt32/2, "Leaf"),
		setReal(&o.Rate, 0.1, 1, "Rate"),
		setReal(&o.L2, 1, math.MaxFloat32, "L2"),
		setReal(&o.Rows, 0.8, 1, "Rows"),
		setReal(&o.Columns, 0.8, 1, "Columns"),
		set(&o.Bins, 255, MaxBins, "Bins"),
		set(&o.Workers, 1, math.MaxInt32, "Workers"),
	} {
		if err != nil {
			return o, err
		}
	}
	return o, nil
}

// Train grows trees.
//
// x has the points one after another, dim finite numbers each; positive has the
// class of each point; weight has the weight of each point, or is nil if all
// weigh 1. Numbers must be of single-precision range. Both classes must occur.
// The unit of weights matters as L2 has the same.
//
// The errors are ErrDim, ErrShape, ErrNoPoints, ErrOneClass, ErrOptions and
// ErrTooLarge, wrapped, and *NumberError.
func Train[R float32 | float64](x []R, dim int, positive []bool, weight []float64, opts Options) (*Boosted, error) {
	opts, err := opts.resolve()
	if err != nil {
		return nil, err
	}
	s, err := newSample(x, dim, positive, weight, opts)
	if err != nil {
		return nil, err
	}
	g := newGrower(s, opts)
	b := &Boosted{dim: dim, base: s.logOdds()}
	for i := range g.margins {
		g.margins[i] = float64(b.base)
	}
	for number := range opts.Rounds {
		g.grow(number)
		root := int32(len(b.nodes))
		b.roots = append(b.roots, root)
		for _, n := range g.nodes {
			n.right += root
			b.nodes = append(b.nodes, n)
		}
		if len(b.nodes) > maxNodes {
			return nil, fmt.Errorf("%w: more than %d nodes", ErrTooLarge, maxNodes)
		}
	}
	b.gains = shares(g.gains)
	return b, nil
}

// shares divides numbers by their sum, if there is one.
func shares(v []float64) []float32 {
	all, of := 0.0, make([]float32, len(v))
	for _, x := range v {
		all += x
	}
	if all > 0 {
		for i, x := range v {
			of[i] = float32(x / all)
		}
	}
	return of
}

// each calls do for 0..n-1, each for a number of its own, with that many
// workers. What do writes must be of its number alone.
func each(workers, n int, do func(int)) {
	if workers = min(workers, n); workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	work := func(first int) {
		for i := first; i < n; i += workers {
			do(i)
		}
	}
	var group sync.WaitGroup
	for first := 1; first < workers; first++ {
		group.Go(func() { work(first) })
	}
	work(0)
	group.Wait()
}
