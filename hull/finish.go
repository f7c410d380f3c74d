package hull

import (
	"math"
	"math/bits"
	"slices"
)

// A boundary is the finished surface of a hull in an order that depends on
// nothing but geometry.
type boundary struct {
	corners   []int32 // points used as vertices, sorted by coordinates
	extreme   []bool  // by position in corners
	simplices []simplex
	merged    bool // some facet of the hull has more than one simplex
}

// A simplex is one of the simplices that make up the facets of the hull.
type simplex struct {
	v     [MaxDim]int32 // positions in corners, ascending
	odd   bool          // sorting the vertices turned the plane over
	id    int32         // the facet of the builder
	facet int32         // simplices of one facet of the hull have the same number
	size  int32         // how many there are in the facet
}

// finish puts the facets of the builder in order.
func (b *builder) finish() *boundary {
	s := &boundary{}
	live := make([]int32, 0, len(b.facets)-len(b.free))
	used := make([]int32, b.n) // 1 + position in corners
	for f := range b.facets {
		if p := &b.facets[f]; p.live {
			live = append(live, int32(f))
			for _, i := range p.v[:b.dim] {
				if used[i] == 0 {
					used[i] = 1
					s.corners = append(s.corners, i)
				}
			}
		}
	}
	slices.SortFunc(s.corners, func(i, j int32) int { return lexCompare(b.point(i), b.point(j)) })
	for n, i := range s.corners {
		used[i] = int32(n + 1)
	}
	group := b.groups(live)
	size := make([]int32, len(b.facets))
	s.simplices = make([]simplex, 0, len(live))
	for _, f := range live {
		size[group(f)]++
	}
	for _, f := range live {
		x := simplex{id: f, facet: group(f), size: size[group(f)]}
		for k, i := range b.facets[f].v[:b.dim] {
			x.v[k] = used[i] - 1
		}
		x.odd = sortParity(x.v[:b.dim])
		s.simplices = append(s.simplices, x)
		s.merged = s.merged || x.size > 1
	}
	slices.SortFunc(s.simplices, func(x, y simplex) int { return slices.Compare(x.v[:b.dim], y.v[:b.dim]) })
	b.markExtreme(s)
	return s
}

// sortParity sorts v and reports whether that took an odd number of swaps.
func sortParity(v []int32) (odd bool) {
	for i := range v {
		for j := i; j > 0 && v[j] < v[j-1]; j-- {
			v[j], v[j-1] = v[j-1], v[j]
			odd = !odd
		}
	}
	return odd
}

// groups finds the simplices that lie in one hyperplane, exactly, and returns
// a function from a simplex to the one that stands for its group. Simplices of
// one facet hang together across ridges, so only neighbours are compared.
func (b *builder) groups(live []int32) func(int32) int32 {
	parent := make([]int32, len(b.facets))
	for f := range parent {
		parent[f] = int32(f)
	}
	find := func(f int32) int32 {
		for parent[f] != f {
			parent[f] = parent[parent[f]]
			f = parent[f]
		}
		return f
	}
	for _, f := range live {
		p := &b.facets[f]
		for _, g := range p.nb[:b.dim] {
			if g < f {
				continue // every pair once
			}
			q := &b.facets[g]
			apex := q.v[b.indexOf(g, f)]
			if h := p.at(b.unitOf(apex)); h < -p.err {
				continue
			}
			if b.side(b.exactly(f), apex) == 0 {
				parent[max(find(f), find(g))] = min(find(f), find(g))
			}
		}
	}
	return find
}

// markExtreme tells the extreme points from those that lie within an edge or a
// face of higher dimension and became vertices because they were furthest at
// the time.
//
// The smallest face a point lies in is the intersection of the facets it lies
// in. The point is extreme when that face has no vertex but itself. A simplex
// that is a facet all by itself has extreme vertices only.
func (b *builder) markExtreme(s *boundary) {
	s.extreme = make([]bool, len(s.corners))
	if !s.merged {
		for i := range s.extreme {
			s.extreme[i] = true
		}
		return
	}
	words := (len(s.corners) + 63) / 64
	on := make(map[int32][]uint64) // corners of a facet of several simplices, as a set
	around := make([][]int32, len(s.corners))
	for i := range s.simplices {
		x := &s.simplices[i]
		if x.size == 1 {
			for _, v := range x.v[:b.dim] {
				s.extreme[v] = true
			}
			continue
		}
		set := on[x.facet]
		if set == nil {
			set = make([]uint64, words)
			on[x.facet] = set
		}
		for _, v := range x.v[:b.dim] {
			set[v/64] |= 1 << (v % 64)
			around[v] = append(around[v], x.facet)
		}
	}
	face := make([]uint64, words)
	for v := range s.extreme {
		if s.extreme[v] {
			continue
		}
		for w := range face {
			face[w] = math.MaxUint64
		}
		for _, f := range around[v] {
			for w, set := range on[f] {
				face[w] &= set
			}
		}
		n := 0
		for _, w := range face {
			n += bits.OnesCount64(w)
		}
		s.extreme[v] = n == 1
	}
}
