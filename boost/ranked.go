package boost

// Ranked is trees in a form in which the margins of many points are found at a
// time, a few times as fast as by [Boosted.Margin] and the same to the bit. It
// does not change, and may be used by several goroutines at once.
//
// A question, x[feature] <= threshold, has the same answer for all x between
// two thresholds that any tree asks the feature for. So a feature is replaced by
// its rank, the number of those thresholds that are below it, and a threshold by
// its own place among them: two bytes a question, where a [Boosted] has 16.
// Trees are full to a depth of 8, so that no question needs to say where the next
// one is. Source: the bins that trees are grown on, which are these ranks
// (Ke et al., LightGBM, NIPS 2017), and the implicit layout of heaps (Williams,
// Algorithm 232, Comm. ACM 7, 1964).
//
// Trees that are deeper than 8 cuts, or have more features or thresholds of a
// feature than bytes tell apart, or are more than 8192, are walked as they are.
type Ranked struct {
	*Boosted
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

const (
	inStep    = 8  // points that are walked down a tree in step, as registers allow
	blockSize = 64 // points that meet a tree while it is near at hand
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
			t.add(&sums[k%len(of)], &of[k%len(of)])
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

// add adds what the leaves are worth that points fall into. That its loop is
// written out lets the compiler see that no place leaves the tree.
func (t *rankedTree) add(sums *[inStep]float64, of *[inStep]ranks) {
	a, b, c, d := t.next(1, &of[0]), t.next(1, &of[1]), t.next(1, &of[2]), t.next(1, &of[3])
	e, f, g, h := t.next(1, &of[4]), t.next(1, &of[5]), t.next(1, &of[6]), t.next(1, &of[7])
	a, b, c, d = t.next(a, &of[0]), t.next(b, &of[1]), t.next(c, &of[2]), t.next(d, &of[3])
	e, f, g, h = t.next(e, &of[4]), t.next(f, &of[5]), t.next(g, &of[6]), t.next(h, &of[7])
	a, b, c, d = t.next(a, &of[0]), t.next(b, &of[1]), t.next(c, &of[2]), t.next(d, &of[3])
	e, f, g, h = t.next(e, &of[4]), t.next(f, &of[5]), t.next(g, &of[6]), t.next(h, &of[7])
	a, b, c, d = t.next(a, &of[0]), t.next(b, &of[1]), t.next(c, &of[2]), t.next(d, &of[3])
	e, f, g, h = t.next(e, &of[4]), t.next(f, &of[5]), t.next(g, &of[6]), t.next(h, &of[7])
	a, b, c, d = t.next(a, &of[0]), t.next(b, &of[1]), t.next(c, &of[2]), t.next(d, &of[3])
	e, f, g, h = t.next(e, &of[4]), t.next(f, &of[5]), t.next(g, &of[6]), t.next(h, &of[7])
	a, b, c, d = t.next(a, &of[0]), t.next(b, &of[1]), t.next(c, &of[2]), t.next(d, &of[3])
	e, f, g, h = t.next(e, &of[4]), t.next(f, &of[5]), t.next(g, &of[6]), t.next(h, &of[7])
	a, b, c, d = t.next(a, &of[0]), t.next(b, &of[1]), t.next(c, &of[2]), t.next(d, &of[3])
	e, f, g, h = t.next(e, &of[4]), t.next(f, &of[5]), t.next(g, &of[6]), t.next(h, &of[7])
	a, b, c, d = t.next(a, &of[0]), t.next(b, &of[1]), t.next(c, &of[2]), t.next(d, &of[3])
	e, f, g, h = t.next(e, &of[4]), t.next(f, &of[5]), t.next(g, &of[6]), t.next(h, &of[7])
	sums[0] += float64(t.values[a-rankedLeaves])
	sums[1] += float64(t.values[b-rankedLeaves])
	sums[2] += float64(t.values[c-rankedLeaves])
	sums[3] += float64(t.values[d-rankedLeaves])
	sums[4] += float64(t.values[e-rankedLeaves])
	sums[5] += float64(t.values[f-rankedLeaves])
	sums[6] += float64(t.values[g-rankedLeaves])
	sums[7] += float64(t.values[h-rankedLeaves])
}

// next is the place after i: 2i, and 1 more if the rank exceeds the edge.
func (t *rankedTree) next(i uint64, of *ranks) uint64 {
	return 2*i + (uint64(t.edges[i])-uint64(of[t.features[i]]))>>63
}
