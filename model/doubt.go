package model

import (
	"fmt"
	"slices"

	"davy/shape"
)

// A Doubt is about labels that the other labels contradict: miners most of whose
// spans get no higher votes, of trees that do not know them, than the middle
// ordinary pair; and ordinary pairs that get higher ones than the middle miner.
type Doubt struct {
	Miners   int      `json:"miners"`   // labelled mining, and vote as ordinary pairs do
	Ordinary int      `json:"ordinary"` // labelled ordinary, and vote as miners do
	Keys     []string `json:"-"`        // of the first few
}

// mostKeys is how many doubtful pairs are named.
const mostKeys = 20

// seek looks for labels of the lesson that are likely wrong, by votes of trees
// that do not know them. With 95 % confidence more of them, of the miners or of
// the ordinary pairs, than the policy's miss rate are too many to go on.
func (d *Doubt) seek(l *lesson, votes []float64, policy Policy) error {
	here := l.doubt(votes)
	d.Miners, d.Ordinary = d.Miners+here.Miners, d.Ordinary+here.Ordinary
	d.Keys = append(d.Keys, here.Keys[:min(len(here.Keys), mostKeys-len(d.Keys))]...)
	return here.mislabelled(l.pairs(true), l.pairs(false), policy)
}

// doubt looks for labels that are likely wrong.
func (l *lesson) doubt(votes []float64) Doubt {
	type side struct {
		windows int
		mining  bool
	}
	of := map[side][]float64{}
	for i, v := range votes {
		s := side{l.rows[i].windows, l.mining(i)}
		of[s] = append(of[s], v)
	}
	middle := map[side]float64{}
	for s, vs := range of {
		slices.Sort(vs)
		middle[s] = shape.Quantile(vs, 0.5)
	}
	contradicted := func(i int) bool {
		other, known := middle[side{l.rows[i].windows, !l.mining(i)}]
		if l.mining(i) {
			return known && votes[i] <= other
		}
		return known && votes[i] > other
	}
	var d Doubt
	for from := 0; from < len(l.rows); {
		to, against := from, 0
		for ; to < len(l.rows) && l.of[to] == l.of[from]; to++ {
			if contradicted(to) {
				against++
			}
		}
		if 2*against > to-from {
			d.add(&l.samples[l.of[from]])
		}
		from = to
	}
	return d
}

func (d *Doubt) add(s *Sample) {
	if s.Mining {
		d.Miners++
	} else {
		d.Ordinary++
	}
	if len(d.Keys) < mostKeys {
		d.Keys = append(d.Keys, s.Key)
	}
}

// mislabelled says that there are too many.
func (d Doubt) mislabelled(miners, ordinary int, policy Policy) error {
	// The chance of so many or more if the share were no larger.
	chance := func(n, of int) float64 { return shape.BinomialTail(n, of, policy.MissRate) }
	if chance(d.Miners, miners) > 0.05 && chance(d.Ordinary, ordinary) > 0.05 {
		return nil
	}
	return &contradiction{fmt.Sprintf("to trees that do not know them %d of %d miners look like the middle ordinary pair, and %d of %d ordinary pairs more like mining than the middle miner: labels are likely wrong, or nothing tells the two apart",
		d.Miners, miners, d.Ordinary, ordinary)}
}

// A contradiction refuses what labels say.
type contradiction struct{ why string }

func (c *contradiction) Error() string { return c.why }
