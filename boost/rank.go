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

// Ranked returns the trees ranked.
func (b *Boosted) Ranked() *Ranked {
	r := &Ranked{Boosted: b}
	if b.dim > mostRanked || len(b.roots) > rankedTrees {
		return r
	}
	edges := make([]edgeTable, b.dim)
	for i := range b.nodes {
		if n := &b.nodes[i]; !n.isLeaf() && !edges[n.feature].add(n.threshold) {
			return r
		}
	}
	r.edges = slices.Repeat([]float64{math.Inf(1)}, mostRanks*b.dim)
	for feature := range edges {
		edges[feature].sort(r.edges[feature*mostRanks:])
	}
	trees := make([]rankedTree, len(b.roots))
	for i, root := range b.roots {
		if !trees[i].fill(b.nodes, edges, root, 1) {
			return r
		}
	}
	r.trees = trees
	return r
}

// fill writes the node at i, and what is below it, to a place in the tree. False
// if that is deeper than the tree.
func (t *rankedTree) fill(nodes []node, edges []edgeTable, i int32, place int) bool {
	n := &nodes[i]
	switch {
	case place >= rankedLeaves:
		t.values[place-rankedLeaves] = n.value
		return n.isLeaf()
	case n.isLeaf():
		t.edges[place] = always
		return t.fill(nodes, edges, i, 2*place) // the other side is never reached
	}
	t.features[place], t.edges[place] = uint8(n.feature), edges[n.feature].place(n.threshold)
	return t.fill(nodes, edges, i+1, 2*place) && t.fill(nodes, edges, n.right, 2*place+1)
}

// An edgeTable has the different thresholds of one feature by a hash of their
// bits, each in the first free slot from there on, and their places in ascending
// order. Source: Knuth, The Art of Computer Programming 3, 6.4, algorithm L.
type edgeTable struct {
	used   [edgeSlots]bool
	edges  [edgeSlots]float32
	places [edgeSlots]uint8
	n      int
}

// edgeSlots are twice what is used at most.
const edgeSlots = 2 * mostRanks

// slot is where an edge is, or belongs.
func (e *edgeTable) slot(edge float32) int {
	edge += 0 // no negative zero: both are one number
	at := math.Float32bits(edge) * 0x9e3779b1 >> 23
	for e.used[at%edgeSlots] && e.edges[at%edgeSlots] != edge {
		at++
	}
	return int(at % edgeSlots)
}

// add adds an edge if it is new. False if there are too many.
func (e *edgeTable) add(edge float32) bool {
	if at := e.slot(edge); !e.used[at] {
		e.used[at], e.edges[at] = true, edge
		e.n++
	}
	return e.n < mostRanks
}

// sort writes the edges, ascending, and notes their places.
func (e *edgeTable) sort(to []float64) {
	n := 0
	for at, edge := range e.edges {
		if e.used[at] {
			to[n] = float64(edge)
			n++
		}
	}
	slices.Sort(to[:n])
	for i, edge := range to[:n] {
		e.places[e.slot(float32(edge))] = uint8(i)
	}
}

// place is that of an edge that has been added.
func (e *edgeTable) place(edge float32) uint8 { return e.places[e.slot(edge)] }
