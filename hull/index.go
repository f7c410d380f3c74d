package hull

import (
	"math"
	"sync/atomic"
)

// An index has for every direction from the centre the facets by which the
// hull can be left that way: a few dozen, of thousands. They answer for all
// others, except about points next to the surface.
//
// Directions are parted into cells as on a globe that is a cube: by the axis on
// which v is longest, the sign there, and the ratios of the other coordinates
// to that one, cut into equal steps. It is v, not u, because in it the hull is
// about as wide every way.
type index struct {
	centre [4]float64
	axes   [4][4]float64 // W: v = W(u - centre), lower triangular
	cells  []span        // by direction; none if the hull is not to have an index
	lists  []uint32      // the facets of one cell after the other
	shells []shell       // by facet
}

// A span is a stretch of lists.
type span struct{ from, to uint32 }

// A shell is about a facet: n·u <= sure is below it beyond doubt, n·u <= limit
// is below or within rounding of it.
type shell struct {
	n           [4]float64
	sure, limit float64
}

const (
	// steps is into how many parts the ratios from -1 to 1 are cut, a power of 2.
	// With half of them lists are three times as long; with twice as many there
	// are eight times the cells for a third less time at best.
	steps = 8

	// thickness of the shell, as a share of the depth of the centre below the
	// facet. It exceeds the rounding errors of all but slivers by far.
	thickness = 0x1p-16

	// clear is by how much a facet must be below another in all of a cell to be
	// left out of it, for a v of length 1 on its longest axis.
	clear = 0x1p-30

	// short is a list that is not worth parting.
	short = 8
)

// facets returns those of the cell that u is in, nil if there is no telling.
func (x *index) facets(u *[MaxDim]float64) []uint32 {
	a, b, c, d := u[0]-x.centre[0], u[1]-x.centre[1], u[2]-x.centre[2], u[3]-x.centre[3]
	w := &x.axes
	v := [4]float64{
		w[0][0] * a,
		w[1][0]*a + w[1][1]*b,
		w[2][0]*a + w[2][1]*b + w[2][2]*c,
		w[3][0]*a + w[3][1]*b + w[3][2]*c + w[3][3]*d,
	}
	axis, most := 0, math.Abs(v[0])
	for i := 1; i < 4; i++ {
		if size := math.Abs(v[i]); size > most {
			axis, most = i, size
		}
	}
	if !(most > 0) || len(x.cells) == 0 { // the centre itself
		return nil
	}
	at := 2 * axis
	if v[axis] < 0 {
		at++
	}
	scale := steps / 2 / most
	for i := 1; i < 4; i++ {
		part := int(v[(axis+i)%4]*scale + steps/2)
		at = at*steps + min(max(part, 0), steps-1)
	}
	s := x.cells[at]
	return x.lists[s.from:s.to]
}

// An answer is where a point is.
type answer int

const (
	doubt answer = iota // all facets must be asked
	inside
	outside
)

// contains tells where u is, a point of the box.
func (x *index) contains(u *[MaxDim]float64) answer {
	facets := x.facets(u)
	if facets == nil {
		return doubt
	}
	answer := inside
	u0, u1, u2, u3 := u[0], u[1], u[2], u[3]
	for _, f := range facets {
		k := &x.shells[f]
		if s := float64(k.n[0]*u0) + float64(k.n[1]*u1) + float64(k.n[2]*u2) + float64(k.n[3]*u3); s > k.sure {
			if s > k.limit {
				return outside
			}
			answer = doubt
		}
	}
	return answer
}

// within tells where u is of the hull grown by a factor above 1.
func (x *index) within(depths []cut4, u *[MaxDim]float64, factor float64) answer {
	facets := x.facets(u)
	if facets == nil {
		return doubt
	}
	answer, sure := inside, factor*(1-thickness)
	u0, u1, u2, u3 := u[0], u[1], u[2], u[3]
	for _, f := range facets {
		k := &depths[f]
		if s := float64(k.n[0]*u0) + float64(k.n[1]*u1) + float64(k.n[2]*u2) + float64(k.n[3]*u3) - k.c; s > sure {
			if s > factor {
				return outside
			}
			answer = doubt
		}
	}
	return answer
}

// A lazy has an index once it pays.
type lazy struct {
	index atomic.Pointer[index]
	scans atomic.Int64 // that asked all facets
}

// Making an index takes as long as asking all facets about some 5,000 points
// (BenchmarkIndex, BenchmarkContains). Making it after that many makes no hull
// more than twice as slow as the better of always and never.
const enough = 5000

// noIndex is that of hulls which need none.
var noIndex index

// few facets are asked nearly as fast without an index (BenchmarkContains).
const few = 64

// scanned notes that all facets were asked about a point, and makes the index
// at last.
func (h *Hull) scanned() {
	if h.index.Load() == nil && h.scans.Add(1) == enough {
		h.index.Store(h.newIndex())
	}
}
