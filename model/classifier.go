package model

import (
	"cmp"
	"math"
	"slices"

	"davy/biflow"
	"davy/boost"
	"davy/shape"
)

// A Classifier tells miners from ordinary traffic by the traits of a pair as a
// whole. Both are known to it. Its trees vote for and against; what the sum of
// their votes is worth was measured on pools and interfaces that were left out
// of training.
type Classifier struct {
	Traits []Trait        `json:"traits"`
	Bands  []Band         `json:"bands"`  // ascending by windows
	Groups []Group        `json:"groups"` // of miners
	Trees  *boost.Boosted `json:"trees"`
	// What it was measured on: interfaces with ordinary pairs, and doubts about labels.
	Interfaces int   `json:"interfaces"`
	Doubt      Doubt `json:"doubt"`

	view view
}

// A Trait says where miners and ordinary pairs lie on one axis: 5 %, 50 % and
// 95 % quantile.
type Trait struct {
	Name       string     `json:"name"`
	Importance float64    `json:"importance"` // share of what the trees gain
	Miner      [3]float64 `json:"miner"`
	Ordinary   [3]float64 `json:"ordinary"`
}

// A Band is what votes on pairs of so many windows, up to the next band, are worth.
type Band struct {
	Windows  int     `json:"windows"`  // at least
	Miners   int     `json:"miners"`   // held-out miners it was measured on
	Ordinary int     `json:"ordinary"` // held-out ordinary pairs
	Mining   float64 `json:"mining"`   // vote from which a pair is called mining
	Suspect  float64 `json:"suspect"`
	Spans    int     `json:"spans"`   // of the held-out miners
	Found    int     `json:"found"`   // of those, called mining
	Flagged  int     `json:"flagged"` // of the held-out ordinary pairs, called mining
	Curve    Curve   `json:"curve"`
}

// A Curve turns a vote into the probability of mining if as many pairs mined
// as do not: rising, in straight lines.
type Curve struct {
	Vote        []float64 `json:"vote"`
	Probability []float64 `json:"probability"`
}

// A Group is where the miners of one group lie: median and scaled median
// absolute deviation of each trait.
type Group struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"` // pool, solo, proxy, blocked
	Pairs  int    `json:"pairs"`
	Median Packed `json:"median"`
	Spread Packed `json:"spread"`
}

// An Opinion is what a classifier says of a pair.
type Opinion struct {
	Vote    float64 // of the trees for mining, 0 to 1: the logistic function of the sum of their votes
	Windows int     // judged
	Band    *Band   // nil: too few windows to say anything
	Traits  []float64
	Parts   []float64 // what each trait adds to the log odds of the vote
}

// Mining tells whether the vote is high enough.
func (o Opinion) Mining() bool { return o.Band != nil && o.Vote >= o.Band.Mining }

// Suspect tells whether the vote is worth a look.
func (o Opinion) Suspect() bool { return o.Band != nil && o.Vote >= o.Band.Suspect }

// Score is the probability of mining where a share base of all pairs mines.
func (o Opinion) Score(base float64) float64 {
	if o.Band == nil {
		return 0
	}
	p := o.Band.Curve.At(o.Vote)
	return p * base / (p*base + (1-p)*(1-base))
}

// At returns the probability at a vote.
func (c Curve) At(vote float64) float64 {
	return shape.Rising{X: c.Vote, Y: c.Probability}.At(vote)
}

// Judge asks the trees about the spans of a pair, and answers with the one in
// the middle: half of a pair's days have a vote at least as high. When more than
// half are not even suspect, that will not change any more, and those left are
// not looked at.
func (c *Classifier) Judge(p *biflow.Pair) Opinion {
	var all []Opinion
	spans := c.view.of(p)
	for clear := 0; len(all) < len(spans) && 2*clear <= len(spans); {
		span := spans[len(all)]
		o := Opinion{Windows: len(span.Windows)}
		if i := c.bandOf(o.Windows); i >= 0 {
			o.Band = &c.Bands[i]
			o.Traits = c.view.traits(nil, span)
			o.Vote = logistic(c.Trees.Margin(o.Traits))
		}
		if all = append(all, o); !o.Suspect() {
			clear++
		}
	}
	if len(all) == 0 {
		return Opinion{}
	}
	slices.SortStableFunc(all, func(a, b Opinion) int { return cmp.Compare(a.Vote, b.Vote) })
	return all[len(all)/2]
}

// Explain fills in what each trait adds to the opinion's vote.
func (c *Classifier) Explain(o *Opinion) {
	if o.Traits != nil {
		_, o.Parts = c.Trees.Explain(o.Traits)
	}
}

func logistic(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

func (c *Classifier) bandOf(windows int) int {
	i, found := slices.BinarySearchFunc(c.Bands, windows, func(b Band, n int) int { return b.Windows - n })
	if found {
		return i
	}
	return i - 1
}

// Resembles returns the group of miners that is nearest: by the squares of the
// distances along the traits, in standard deviations of the group and of no
// more than farthest. nil if there is none.
func (c *Classifier) Resembles(traits []float64) *Group {
	var nearest *Group
	least := math.Inf(1)
	for i := range c.Groups {
		g := &c.Groups[i]
		sum := 0.0
		for j, x := range traits {
			z := math.Min(math.Abs(x-float64(g.Median[j]))/float64(g.Spread[j]), farthest)
			sum += z * z
		}
		if sum < least {
			nearest, least = g, sum
		}
	}
	return nearest
}

// farthest is where a trait no longer tells how far a group is: one that is
// off altogether should not outweigh all others.
const farthest = 3
