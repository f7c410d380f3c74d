package boost

import (
	"math"
	"slices"
)

// What trees may have to be ranked: as much as a byte can tell apart.
const (
	mostRanks    = 1 << 8 // thresholds of a feature and one more
	mostRanked   = 1 << 8 // features
	rankedDepth  = 8      // cuts from a root to a leaf
	rankedLeaves = 1 << rankedDepth
	rankedTrees  = 1 << 13 // 12 MiB
)

// Ranked is trees in a form in which the margins of many points are found at a
// time, a few times as fast as by [Boosted.Margin] and the same to the bit. It
// does not change, and may be used by several goroutines at once.
//
// A question, x[feature] <= threshold, has the same answer for all x between
// two thresholds that any tree asks the feature for. So a feature is replaced by
// its rank, the number of those thresholds that are below it, and a threshold by
// its own place among them: two bytes a question, where a [Boosted] has 16.
// Trees are full to the same depth, so that no question needs to say where the
// next one is. Source: the bins that trees are grown on, which are these ranks
// (Ke et al., LightGBM, NIPS 2017), and the implicit layout of heaps (Williams,
// Algorithm 232, Comm. ACM 7, 1964).
//
// Trees that are deeper than 8 cuts, or have more features or thresholds of a
// feature than bytes tell apart, or are more than 8192, are walked as they are.
type Ranked struct {
	*Boosted
	depth int
	trees []rankedTree // none: the trees do not fit
	// edges are the thresholds of each feature, ascending, then +Inf: mostRanks
	// places for each.
	edges []float64
}

// A rankedTree has its questions as a heap: the first at 1, those after i at 2i,
// if the answer is yes, and 2i+1. The leaves follow in the same order. A tree
// that ends early asks on, for what is always so.
type rankedTree struct {
	features, edges [rankedLeaves]uint8 // of the question: does the rank of the feature exceed the edge?
	values          [rankedLeaves]float32
}

// always is an edge that no rank exceeds.
const always = mostRanks - 1

// Ranked returns the trees ranked.
func (b *Boosted) Ranked() *Ranked {
	r := &Ranked{Boosted: b}
	if b.dim > mostRanked || len(b.roots) > rankedTrees || !r.rank() {
		return r
	}
	trees := make([]rankedTree, len(b.roots))
	for i := range trees {
		r.fill(&trees[i], b.roots[i], 1, 0)
	}
	r.trees = trees
	return r
}

// rank finds the depth of the trees and the thresholds of each feature. False if
// they do not fit.
func (r *Ranked) rank() bool {
	asked := make([][]float32, r.dim)
	for i := range r.nodes {
		if n := &r.nodes[i]; !n.isLeaf() {
			asked[n.feature] = append(asked[n.feature], n.threshold)
		}
	}
	r.edges = slices.Repeat([]float64{math.Inf(1)}, mostRanks*r.dim)
	for feature, edges := range asked {
		slices.Sort(edges)
		edges = slices.Compact(edges)
		if len(edges) >= mostRanks {
			return false
		}
		for i, edge := range edges {
			r.edges[feature*mostRanks+i] = float64(edge)
		}
	}
	for _, root := range r.roots {
		r.depth = max(r.depth, r.depthOf(root, 0))
	}
	return r.depth <= rankedDepth
}

// depthOf is the most cuts from a root to a leaf below the node at i, itself
// under so many; rankedDepth+1 for all that are more.
func (r *Ranked) depthOf(i int32, above int) int {
	n := &r.nodes[i]
	if n.isLeaf() || above > rankedDepth {
		return above
	}
	return max(r.depthOf(i+1, above+1), r.depthOf(n.right, above+1))
}

// fill writes the node at i, and what is below it, to a place in a tree.
func (r *Ranked) fill(to *rankedTree, i int32, place, depth int) {
	n := &r.nodes[i]
	switch {
	case depth == r.depth:
		to.values[place-1<<depth] = n.value
	case n.isLeaf():
		to.edges[place] = always
		r.fill(to, i, 2*place, depth+1) // the other side is never reached
	default:
		edges := r.edges[int(n.feature)*mostRanks:][:mostRanks]
		edge, _ := slices.BinarySearch(edges, float64(n.threshold))
		to.features[place], to.edges[place] = uint8(n.feature), uint8(edge)
		r.fill(to, i+1, 2*place, depth+1)
		r.fill(to, n.right, 2*place+1, depth+1)
	}
}

const (
	inStep    = 4  // points that are walked down a tree in step, as registers allow
	blockSize = 32 // points that meet a tree while it is near at hand
)

// ranks are those of a point's features.
type ranks [mostRanked]uint8

// fewest is how many points are worth a walk in step, which takes as long for
// one as for all of them.
const fewest = 2

// Margins fills in the [Boosted.Margin] of points, given one after another. It
// does not allocate. It panics if x does not hold Dim() features for each.
func (r *Ranked) Margins(margins, x []float64) {
	if len(x) != len(margins)*r.dim {
		r.mustFit(nil)
	}
	for len(margins) > 0 {
		n := min(len(margins), blockSize)
		if n < fewest || r.trees == nil {
			n = 1
			margins[0] = r.Margin(x[:r.dim])
		} else {
			r.block(margins[:n], x[:n*r.dim])
		}
		margins, x = margins[n:], x[n*r.dim:]
	}
}

// block fills in the margins of up to blockSize points.
func (r *Ranked) block(margins, x []float64) {
	var of [blockSize / inStep][inStep]ranks
	var sums [blockSize / inStep][inStep]float64
	for i := range margins {
		r.rankAll(&of[i/inStep%len(of)][i%inStep], x[i*r.dim:][:r.dim])
		sums[i/inStep%len(of)][i%inStep] = float64(r.base)
	}
	steps := (len(margins) + inStep - 1) / inStep
	for i := range r.trees {
		t := &r.trees[i]
		for k := range steps {
			t.add(&sums[k%len(of)], &of[k%len(of)], r.depth)
		}
	}
	for i := range margins {
		margins[i] = sums[i/inStep%len(of)][i%inStep]
	}
}

// rankAll counts for each feature of x the edges below it: all if it is no
// number. What is left of the edges is halved for all features in turn, without
// a branch: mostRanks is a power of 2.
func (r *Ranked) rankAll(of *ranks, x []float64) {
	for half := uint8(mostRanks / 2); half > 0; half /= 2 {
		edges := r.edges
		for feature, v := range x {
			at := &of[feature%mostRanked]
			above := uint8(1)
			if v <= edges[*at+half-1] {
				above = 0
			}
			*at += half & -above
			edges = edges[mostRanks:]
		}
	}
}

// add adds what the leaves are worth that points fall into.
func (t *rankedTree) add(sums *[inStep]float64, of *[inStep]ranks, depth int) {
	a, b, c, d := uint8(1), uint8(1), uint8(1), uint8(1)
	for range depth {
		a = t.next(a, &of[0])
		b = t.next(b, &of[1])
		c = t.next(c, &of[2])
		d = t.next(d, &of[3])
	}
	first := uint8(1 << depth) // 0 for a depth of 8, as the places have come round
	sums[0] += float64(t.values[a-first])
	sums[1] += float64(t.values[b-first])
	sums[2] += float64(t.values[c-first])
	sums[3] += float64(t.values[d-first])
}

// next is the place after i: 2i, and 1 more if the rank exceeds the edge.
func (t *rankedTree) next(i uint8, of *ranks) uint8 {
	return 2*i + uint8((uint32(t.edges[i])-uint32(of[t.features[i]]))>>31)
}
