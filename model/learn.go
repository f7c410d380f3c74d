package model

import (
	"cmp"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"sync"

	"davy/boost"
	"davy/shape"
)

// A learner trains one classifier.
type learner struct {
	view    view
	names   []string // of the traits
	samples []Sample
	rows    []row
	boost   boost.Options
	policy  Policy
}

// newLearner looks at all samples. The spans of one sample weigh one together;
// a group of n samples weighs √n, so that what is frequent in the training
// logs does not drown what is rare; miners and ordinary pairs weigh the same.
func newLearner(v view, names []string, samples []Sample, opts Options) *learner {
	l := &learner{view: v, names: names, samples: samples, policy: opts.Policy}
	l.boost = boost.Options{Seed: 1, Workers: opts.Workers}
	l.look(max(opts.Workers, 1))
	type group struct {
		mining bool
		name   string
	}
	of := func(r *row) group { return group{r.mining, samples[r.sample].Group} }
	groups := map[group]map[int]bool{}
	for i := range l.rows {
		g := of(&l.rows[i])
		if groups[g] == nil {
			groups[g] = map[int]bool{}
		}
		groups[g][l.rows[i].sample] = true
	}
	total := map[bool]float64{}
	for i := range l.rows {
		r := &l.rows[i]
		r.weight /= math.Sqrt(float64(len(groups[of(r)])))
		total[r.mining] += r.weight
	}
	for i := range l.rows {
		r := &l.rows[i]
		r.weight *= float64(len(l.rows)) / total[r.mining]
	}
	return l
}

// look makes the rows of all samples, in their order.
func (l *learner) look(workers int) {
	rows := make([][]row, len(l.samples))
	var wait sync.WaitGroup
	for k := range workers {
		wait.Go(func() {
			for i := k; i < len(l.samples); i += workers {
				rows[i] = l.view.rows(i, &l.samples[i])
			}
		})
	}
	wait.Wait()
	l.rows = slices.Concat(rows...)
}

// grow trains trees on the rows that are kept.
func (l *learner) grow(keep func(*row) bool) (*boost.Boosted, error) {
	var x, weight []float64
	var mining []bool
	for i := range l.rows {
		if r := &l.rows[i]; keep(r) {
			x, weight, mining = append(x, r.traits...), append(weight, r.weight), append(mining, r.mining)
		}
	}
	return boost.Train(x, len(l.names), mining, weight, l.boost)
}

// foldsOfUnits is how many times trees judge what they were not trained on.
const foldsOfUnits = 5

// folds parts the samples by unit: a pool's miners, or the pairs of one
// interface, are held out together.
func (l *learner) folds() []int {
	type unit struct {
		mining bool
		name   string
	}
	of := make(map[unit]int)
	var units []unit
	for i := range l.samples {
		u := unit{l.samples[i].Mining, l.samples[i].unit()}
		if _, seen := of[u]; !seen {
			of[u] = 0
			units = append(units, u)
		}
	}
	hash := func(u unit) uint64 {
		h := fnv.New64a()
		h.Write([]byte(u.name))
		return h.Sum64()
	}
	slices.SortFunc(units, func(a, b unit) int {
		return cmp.Or(cmp.Compare(hash(a), hash(b)), cmp.Compare(a.name, b.name))
	})
	next := map[bool]int{}
	for _, u := range units {
		of[u] = next[u.mining] % foldsOfUnits
		next[u.mining]++
	}
	out := make([]int, len(l.samples))
	for i := range l.samples {
		out[i] = of[unit{l.samples[i].Mining, l.samples[i].unit()}]
	}
	return out
}

// heldOut returns for every row the vote of trees that know neither its pool
// nor its interface.
func (l *learner) heldOut() ([]float64, error) {
	fold := l.folds()
	votes := make([]float64, len(l.rows))
	for f := range foldsOfUnits {
		trees, err := l.grow(func(r *row) bool { return fold[r.sample] != f })
		if err != nil {
			return nil, err
		}
		for i := range l.rows {
			if r := &l.rows[i]; fold[r.sample] == f {
				votes[i] = logistic(trees.Margin(r.traits))
			}
		}
	}
	return votes, nil
}

// errTooFew says that one of the two sides is missing, or too small.
var errTooFew = fmt.Errorf("it takes %d miners and %d ordinary spans of an hour and more, of several pools and interfaces, to know what a vote is worth", fewestMiners, fewestOrdinary)

// learn trains the classifier and measures it.
func (l *learner) learn() (*Classifier, error) {
	votes, err := l.heldOut()
	if errors.Is(err, boost.ErrOneClass) || errors.Is(err, boost.ErrNoPoints) {
		return nil, errTooFew
	} else if err != nil {
		return nil, err
	}
	c := &Classifier{view: l.view}
	if c.Trees, err = l.grow(func(*row) bool { return true }); err != nil {
		return nil, err
	}
	for _, windows := range bands {
		if b, ok := l.band(windows, votes); ok {
			c.Bands = append(c.Bands, b)
		}
	}
	if len(c.Bands) == 0 {
		return nil, errTooFew
	}
	c.Traits, c.Groups = l.ranges(c.Trees.Importance()), l.groups()
	return c, nil
}

// ranges says where miners and ordinary pairs lie.
func (l *learner) ranges(importance []float64) []Trait {
	out := make([]Trait, len(l.names))
	for j, name := range l.names {
		var miners, others []float64
		for i := range l.rows {
			if r := &l.rows[i]; r.mining {
				miners = append(miners, r.traits[j])
			} else {
				others = append(others, r.traits[j])
			}
		}
		out[j] = Trait{Name: name, Importance: importance[j], Ordinary: spreadOf(others), Miner: spreadOf(miners)}
	}
	return out
}

func spreadOf(xs []float64) [3]float64 {
	slices.Sort(xs)
	return [3]float64{shape.Quantile(xs, 0.05), shape.Quantile(xs, 0.5), shape.Quantile(xs, 0.95)}
}

// groups sums up the miners of each group.
func (l *learner) groups() []Group {
	of := map[string][]int{} // rows
	var names []string
	for i := range l.rows {
		if r := &l.rows[i]; r.mining {
			name := l.samples[r.sample].Group
			if of[name] == nil {
				names = append(names, name)
			}
			of[name] = append(of[name], i)
		}
	}
	slices.Sort(names)
	var out []Group
	for _, name := range names {
		g := Group{Name: name, Kind: cmp.Or(l.samples[l.rows[of[name][0]].sample].Kind, kindPool)}
		for j := range l.names {
			var xs []float64
			for _, i := range of[name] {
				xs = append(xs, l.rows[i].traits[j])
			}
			median, spread := shape.MAD(xs)
			g.Median, g.Spread = append(g.Median, median), append(g.Spread, max(spread, narrowest))
		}
		pairs := map[int]bool{}
		for _, i := range of[name] {
			pairs[l.rows[i].sample] = true
		}
		g.Pairs = len(pairs)
		out = append(out, g)
	}
	return out
}

// narrowest is the least spread of a trait within a group: they are logarithms,
// shares and correlations, and a hundredth of them tells nobody apart.
const narrowest = 0.01
