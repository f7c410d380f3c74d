package boost

import (
	"fmt"
	"math"

	"davy/internal/grove"
)

// Bounds of what is trained and what is loaded.
const (
	MaxDim   = math.MaxUint16 // features
	MaxTrees = 1 << 16
	MaxDepth = 255     // cuts from a root to a leaf
	MaxBins  = 1 << 8  // of a feature
	maxNodes = 1 << 25 // 16 bytes each
)

// A Boosted is a sum of trees. It does not change, and may be used by several
// goroutines at once.
type Boosted struct {
	dim  int
	base float32 // margin before the first tree
	// nodes has the trees one after another, each in preorder: the left child
	// follows its parent.
	nodes []node
	roots []int32
	gains []float32 // by feature, of 1
}

// A node is a question, x[feature] <= threshold: if so, the next node is the
// next one, if not, it is right. A leaf asks for a threshold of NaN, which is
// never so, and sends all to itself: many walks can go on in step, some of them
// at their end already, with no branch.
type node struct {
	threshold float32
	right     int32
	value     float32 // what it adds to the margin if the tree ends here
	feature   uint16
}

func newLeaf(self int32, value float32) node {
	return node{threshold: float32(math.NaN()), right: self, value: value}
}

func (n *node) isLeaf() bool { return n.threshold != n.threshold }

// Dim returns the number of features of a point.
func (b *Boosted) Dim() int { return b.dim }

// Trees returns the number of trees.
func (b *Boosted) Trees() int { return len(b.roots) }

// Nodes returns the number of nodes of all trees, leaves included.
func (b *Boosted) Nodes() int { return len(b.nodes) }

// Round returns a feature as trees see it, in single precision: a tree grown on
// rounded features and one grown on the features themselves are the same.
func Round(x float64) float32 { return grove.Ceil(x) }

// Margin returns the log odds that the point x is positive, in natural
// logarithms: log(p/(1-p)) for a weighted share p of positives among points like
// it. It does not allocate. It panics if x has not Dim() features.
func (b *Boosted) Margin(x []float64) float64 {
	b.mustFit(x)
	margin := float64(b.base)
	for first := 0; first < len(b.roots); first += lanes {
		var walks [lanes]int32
		n := copy(walks[:], b.roots[first:])
		b.descend(&walks, x)
		for _, i := range walks[:n] {
			margin += float64(b.nodes[i].value)
		}
	}
	return margin
}

// lanes is how many trees are walked in step. A walk waits for memory most of
// the time, and half of its branches would be mispredicted.
const lanes = 8

// descend moves walks from any nodes to the leaves that x falls into.
func (b *Boosted) descend(walks *[lanes]int32, x []float64) {
	nodes := b.nodes
	for moved := int32(1); moved != 0; {
		moved = 0
		for l, i := range walks {
			n := &nodes[i]
			no := int32(1)
			if x[n.feature] <= float64(n.threshold) {
				no = 0
			}
			step := 1 + (n.right-i-1)&-no // to the right, or by 1
			moved |= step
			walks[l] = i + step
		}
	}
}

func (b *Boosted) mustFit(x []float64) {
	if len(x) != b.dim {
		panic(fmt.Sprintf("boost: point of %d features, want %d", len(x), b.dim))
	}
}
