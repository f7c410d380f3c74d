package model

import (
	"cmp"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"

	"davy/boost"
	"davy/shape"
)

// A learner trains one classifier.
type learner struct {
	view    view
	names   []string          // of the traits
	use     func(string) bool // which of them; nil: all
	known   *lesson           // what the trees are grown on
	judged  *lesson           // what votes are calibrated on; nil: known, by parts left out
	boost   boost.Options
	policy  Policy
	workers int
}

// grow trains trees on the rows that are kept.
func (l *learner) grow(keep func(i int) bool, growth boost.Options) (*boost.Boosted, error) {
	n := 0
	for i := range l.known.rows {
		if keep(i) {
			n++
		}
	}
	x, weight, mining := make([]float32, 0, n*len(l.names)), make([]float64, 0, n), make([]bool, 0, n)
	used := make([]bool, len(l.names))
	for j, name := range l.names {
		used[j] = l.use == nil || l.use(name)
	}
	for i := range l.known.rows {
		if !keep(i) {
			continue
		}
		for j, v := range l.known.rows[i].traits {
			if !used[j] {
				v = 0 // no tree can cut at it
			}
			x = append(x, v)
		}
		weight, mining = append(weight, l.known.weight[i]), append(mining, l.known.mining(i))
	}
	return boost.Train(x, len(l.names), mining, weight, growth)
}

// foldsOfUnits is how many times trees judge what they were not trained on.
const foldsOfUnits = 5

// parted parts the samples by unit: a pool's miners, or the pairs of one
// interface, are held out together.
func parted(samples []Sample, folds int) []int {
	type unit struct {
		mining bool
		name   string
	}
	of := make(map[unit]int)
	var units []unit
	for i := range samples {
		u := unit{samples[i].Mining, samples[i].unit()}
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
		of[u] = next[u.mining] % folds
		next[u.mining]++
	}
	out := make([]int, len(samples))
	for i := range samples {
		out[i] = of[unit{samples[i].Mining, samples[i].unit()}]
	}
	return out
}

// heldOut returns for every row the vote of trees that know neither its pool
// nor its interface, by so many folds.
func (l *learner) heldOut(folds int, growth boost.Options) ([]float64, error) {
	fold := parted(l.known.samples, folds)
	votes := make([]float64, len(l.known.rows))
	for f := range folds {
		trees, err := l.grow(func(i int) bool { return fold[l.known.of[i]] != f }, growth)
		if err != nil {
			return nil, err
		}
		l.vote(trees, l.known, votes, func(i int) bool { return fold[l.known.of[i]] == f })
	}
	return votes, nil
}

// vote has trees vote on the rows that are theirs.
func (l *learner) vote(trees *boost.Boosted, on *lesson, votes []float64, theirs func(i int) bool) {
	each(len(on.rows), l.workers, func(i int) {
		if theirs(i) {
			votes[i] = logistic(trees.Margin(on.rows[i].point()))
		}
	})
}

// errTooFew says that one of the two sides is missing, or too small.
var errTooFew = fmt.Errorf("it takes %d miners and %d ordinary spans of an hour and more, of several pools and interfaces, to know what a vote is worth", fewestMiners, fewestOrdinary)

// learn trains the classifier and measures it.
func (l *learner) learn() (*Classifier, error) {
	c, err := l.train()
	if errors.Is(err, boost.ErrOneClass) || errors.Is(err, boost.ErrNoPoints) {
		return nil, errTooFew
	} else if err != nil {
		return nil, err
	}
	if len(c.Bands) == 0 {
		return nil, errTooFew
	}
	c.Traits, c.Groups = l.ranges(c.Trees.Importance()), l.groups()
	return c, nil
}

// train grows the classifier's trees and calibrates their votes, unless there
// are too many wrong labels.
func (l *learner) train() (*Classifier, error) {
	folds, growth := foldsOfUnits, l.boost
	if l.judged != nil { // then those votes show wrong labels and nothing else
		folds, growth.Rounds = 2, max(l.boost.Rounds/8, 20)
	}
	judged, c := l.known, &Classifier{view: l.view}
	votes, err := l.heldOut(folds, growth)
	if err != nil {
		return nil, err
	}
	if err := c.Doubt.seek(l.known, votes, l.policy); err != nil {
		return nil, err
	}
	everything := func(int) bool { return true }
	if c.Trees, err = l.grow(everything, l.boost); err != nil {
		return nil, err
	}
	if l.judged != nil {
		judged, votes = l.judged, make([]float64, len(l.judged.rows))
		l.vote(c.Trees, judged, votes, everything)
		if err := c.Doubt.seek(judged, votes, l.policy); err != nil {
			return nil, err
		}
	}
	c.Interfaces = judged.interfaces()
	for _, windows := range bands {
		if b, ok := judged.band(windows, votes, l.policy); ok {
			c.Bands = append(c.Bands, b)
		}
	}
	return c, nil
}

// ranges says where miners and ordinary pairs lie.
func (l *learner) ranges(importance []float64) []Trait {
	out := make([]Trait, len(l.names))
	each(len(out), l.workers, func(j int) {
		out[j] = Trait{
			Name: l.names[j], Importance: importance[j],
			Ordinary: spreadOf(l.known.column(j, false)), Miner: spreadOf(l.known.column(j, true)),
		}
	})
	return out
}

func spreadOf(xs []float64) [3]float64 {
	slices.Sort(xs)
	return [3]float64{shape.Quantile(xs, 0.05), shape.Quantile(xs, 0.5), shape.Quantile(xs, 0.95)}
}

// groups sums up the miners of each group, those of each kind by themselves: a
// coin over one transport may be mined at a pool and by oneself.
func (l *learner) groups() []Group {
	type title struct{ name, kind string }
	of := map[title][]int{} // rows
	var titles []title
	for i := range l.known.rows {
		if l.known.mining(i) {
			s := &l.known.samples[l.known.of[i]]
			t := title{s.Group, cmp.Or(s.Kind, kindPool)}
			if of[t] == nil {
				titles = append(titles, t)
			}
			of[t] = append(of[t], i)
		}
	}
	slices.SortFunc(titles, func(a, b title) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.kind, b.kind)) })
	var out []Group
	for _, t := range titles {
		g := Group{Name: t.name, Kind: t.kind}
		for j := range l.names {
			var xs []float64
			for _, i := range of[t] {
				xs = append(xs, float64(l.known.rows[i].traits[j]))
			}
			median, spread := shape.MAD(xs)
			g.Median, g.Spread = append(g.Median, float32(median)), append(g.Spread, float32(max(spread, narrowest)))
		}
		pairs := map[int]bool{}
		for _, i := range of[t] {
			pairs[l.known.of[i]] = true
		}
		g.Pairs = len(pairs)
		out = append(out, g)
	}
	return out
}

// narrowest is the least spread of a trait within a group: they are logarithms,
// shares and correlations, and a hundredth of them tells nobody apart.
const narrowest = 0.01
