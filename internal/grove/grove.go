// Package grove has what packages of decision trees share: rounding that keeps
// every answer, random numbers for each tree, and nodes in preorder.
package grove

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// Ceil rounds up to single precision. For every single-precision threshold t,
// Ceil(x) <= t just when x <= t, so trees may be grown on rounded columns.
func Ceil(x float64) float32 {
	v := float32(x)
	if float64(v) < x {
		v = math.Nextafter32(v, float32(math.Inf(1)))
	}
	return v + 0 // no negative zero
}

// Random returns the random numbers of one tree, which depend on the seed and
// the tree's number alone. Numbers are spread over 64 bits, so that the states
// of trees are not neighbours (the finalizer of SplitMix64: Steele, Lea & Flood,
// Fast splittable pseudorandom number generators, 2014).
func Random(seed uint64, tree int) *rand.PCG {
	x := (uint64(tree) + 1) * 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return rand.NewPCG(seed, x^x>>31)
}

// Below returns a random number in 0..n-1, less than n/2⁶⁴ off uniform.
func Below(r *rand.PCG, n int) int {
	high, _ := bits.Mul64(r.Uint64(), uint64(n))
	return int(high)
}

// A Preorder says where nodes of binary trees belong that come in preorder: each
// inner node, its left subtree, its right subtree. The zero value awaits a root.
type Preorder struct {
	open  []fork
	depth int
}

// A fork is an inner node whose right child is still to come.
type fork struct {
	node  int32
	depth int
}

// Depth is how many inner nodes are above the next node.
func (p *Preorder) Depth() int { return p.depth }

// Inner takes an inner node. The next node is its left child.
func (p *Preorder) Inner(node int32) {
	p.open = append(p.open, fork{node, p.depth})
	p.depth++
}

// Leaf takes a leaf. The next node is the right child of parent, or, if the tree
// ends, the root of another.
func (p *Preorder) Leaf() (parent int32, ends bool) {
	last := len(p.open) - 1
	if last < 0 {
		p.depth = 0
		return 0, true
	}
	up := p.open[last]
	p.open = p.open[:last]
	p.depth = up.depth + 1
	return up.node, false
}
