package boost

import (
	"math"
	"math/rand/v2"

	"davy/internal/grove"
)

// An item is a point that was drawn.
type item struct {
	row    int32
	slopes slopes
}

// slopes are the first and the second derivative of the loss by the margin,
// weighted, in units of 1/grower.scale.
type slopes struct{ first, second int64 }

// A sum is that of some items.
type sum struct {
	slopes
	n int32
}

func (s sum) less(t sum) sum {
	return sum{slopes{s.first - t.first, s.second - t.second}, s.n - t.n}
}

// A cut is a question, bin of the feature <= edge, and how well it parts.
type cut struct {
	feature int
	edge    int
	gain    float64 // in excess of the node's own score; none if not positive
	left    sum
}

// A grower grows trees, one after another, each on what those before left over.
type grower struct {
	*sample
	Options
	random  *rand.PCG
	scale   float64   // a power of 2
	l2      float64   // times scale, of at least 2⁻⁹⁷: not 0
	margins []float64 // of all points
	gains   []float64 // by feature

	items      []item
	right      []item // room, see part
	features   []int  // those drawn
	starts     []int  // by feature: where its sums are in a histogram
	histograms [][]sum
	cuts       [][2]cut // by place in features, and side

	// The tree that is grown.
	nodes []node
	edges []uint8 // by node, of inner ones
}

func newGrower(s *sample, opts Options) *grower {
	// n derivatives of at most the greatest weight, n*heaviest < 2^e.
	_, e := math.Frexp(float64(s.n) * s.heaviest)
	scale := math.Ldexp(1, 62-e)
	g := &grower{
		sample: s, Options: opts, scale: scale, l2: float64(opts.L2 * scale),
		margins: make([]float64, s.n), gains: make([]float64, s.dim),
		items: make([]item, 0, s.n), right: make([]item, 0, s.n), starts: make([]int, s.dim+1),
	}
	for j, edges := range s.edges {
		g.starts[j+1] = g.starts[j] + len(edges) + 1
	}
	return g
}

// grow grows the tree of that number, leaves it in g.nodes, and adds its values
// to the margins.
func (g *grower) grow(number int) {
	g.random = grove.Random(g.Seed, number)
	g.draw()
	g.nodes, g.edges = g.nodes[:0], g.edges[:0]
	var all sum
	for _, it := range g.items {
		all.first += it.slopes.first
		all.second += it.slopes.second
		all.n++
	}
	root := side{items: g.items, all: all, h: g.histogram()}
	each(g.Workers, len(g.features), func(k int) {
		g.tally(root.h, root.items, g.features[k])
		g.cuts[k][0] = g.bestOf(root, g.features[k])
	})
	root.best = g.best(0)
	g.branch(root, 0)
	g.advance()
}

// draw draws items and features.
func (g *grower) draw() {
	g.items, g.features = g.items[:0], g.features[:0]
	g.choose(g.n, g.Rows, func(i int) { g.items = append(g.items, item{row: int32(i)}) })
	g.choose(g.dim, g.Columns, func(j int) { g.features = append(g.features, j) })
	if len(g.cuts) == 0 {
		g.cuts = make([][2]cut, len(g.features))
	}
	g.blocks(len(g.items), func(i int) {
		it := &g.items[i]
		it.slopes = g.slopes(int(it.row))
	})
}

// choose takes a share of 0..n-1, rounded, at least one, in ascending order
// (selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2,
// algorithm S).
func (g *grower) choose(n int, share float64, take func(int)) {
	want := max(1, int(math.Round(share*float64(n))))
	for i := 0; want > 0; i++ {
		if grove.Below(g.random, n-i) < want {
			take(i)
			want--
		}
	}
}

// slopes differentiates the logistic loss of a point.
func (g *grower) slopes(row int) slopes {
	p := logistic(g.margins[row])
	first := p
	if g.positive[row] {
		first = p - 1
	}
	w := g.weight[row] * g.scale
	return slopes{
		first:  int64(math.RoundToEven(first * w)),
		second: int64(math.RoundToEven(float64(p*(1-p)) * w)),
	}
}

// blocks calls do for 0..n-1, with a stretch for each worker.
func (g *grower) blocks(n int, do func(int)) {
	workers := min(g.Workers, n)
	each(workers, workers, func(k int) {
		from, to := int64(k)*int64(n)/int64(workers), int64(k+1)*int64(n)/int64(workers)
		for i := from; i < to; i++ {
			do(int(i))
		}
	})
}

// A side is a node still to be added, with its items and their sums.
type side struct {
	items []item
	all   sum
	h     []sum // by feature and bin, or nil
	best  cut
}

// branch appends the subtree of a side, and disposes of its histogram.
func (g *grower) branch(s side, depth int) {
	at := len(g.nodes)
	g.nodes = append(g.nodes, newLeaf(int32(at), g.value(s.all)))
	g.edges = append(g.edges, 0)
	if !(s.best.gain > 0) {
		g.dispose(s.h)
		return
	}
	c := s.best
	g.gains[c.feature] += c.gain
	n := &g.nodes[at]
	n.feature, n.threshold = uint16(c.feature), g.sample.edges[c.feature][c.edge]
	g.edges[at] = uint8(c.edge)

	left, right := g.children(s, depth+1)
	g.branch(left, depth+1)
	g.nodes[at].right = int32(len(g.nodes))
	g.branch(right, depth+1)
}

// value returns what a node is worth: a Newton step on its loss and the L2
// penalty, shortened.
func (g *grower) value(all sum) float32 {
	step := -float64(g.Rate*float64(all.first)) / (float64(all.second) + g.l2)
	return float32(max(-math.MaxFloat32, min(math.MaxFloat32, step)))
}

// score returns G²/(H+L2), twice what a node lowers the loss by, to second order.
func (g *grower) score(s slopes) float64 {
	first := float64(s.first)
	return float64(first*first) / (float64(s.second) + g.l2)
}

// part moves the items left of the cut to the front, leaves either side in its
// order, and returns the number of the left.
func (g *grower) part(items []item, c cut) int {
	column := g.column(c.feature)
	right, n := g.right[:0], 0
	for _, it := range items {
		if int(column[it.row]) <= c.edge {
			items[n] = it
			n++
		} else {
			right = append(right, it)
		}
	}
	copy(items[n:], right)
	return n
}

// advance adds the tree to the margins, of points that were not drawn too.
func (g *grower) advance() {
	g.blocks(g.n, func(row int) {
		at := int32(0)
		for {
			n := &g.nodes[at]
			if n.isLeaf() {
				g.margins[row] += float64(n.value)
				return
			}
			if at++; g.bins[int(n.feature)*g.n+row] > g.edges[at-1] {
				at = n.right
			}
		}
	})
}
