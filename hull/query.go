package hull

import (
	"cmp"
	"math"
	"slices"
)

// A query is what Contains and Gauge work on: everything in unit coordinates
// and in blocks of memory that are read from front to back.
type query struct {
	box
	axes   []int     // axes the hull was built on; the others follow from these
	spans  []spanned // equations of the affine span, in all axes
	limits cuts      // n·u <= c for every facet: inside or within rounding of it
	depths cuts      // n·u - c is 0 at the centre and 1 on the facet
	margin float64   // a gauge further from 1 than this leaves no doubt
}

// A spanned is an equation that the points of a flat hull satisfy.
type spanned struct {
	plane
	limit float64 // |height| of a point that counts as being on the plane
}

// cuts are linear functions n·u - c. One of the lists is in use, the shorter
// kind for up to four axes.
type cuts struct {
	four  []cut4
	eight []cut8
}

func newCuts(axes, n int) cuts {
	if axes <= 4 {
		return cuts{four: make([]cut4, 0, n)}
	}
	return cuts{eight: make([]cut8, 0, n)}
}

type cut4 struct {
	n [4]float64
	c float64
}

type cut8 struct {
	n [MaxDim]float64
	c float64
}

func (f *cuts) add(n [MaxDim]float64, c float64) {
	if f.four != nil {
		f.four = append(f.four, cut4{[4]float64(n[:]), c})
	} else {
		f.eight = append(f.eight, cut8{n, c})
	}
}

// none reports whether no function is positive at u.
func (f *cuts) none(u *[MaxDim]float64) bool {
	if f.four != nil {
		u0, u1, u2, u3 := u[0], u[1], u[2], u[3]
		for i := range f.four {
			k := &f.four[i]
			if float64(k.n[0]*u0)+float64(k.n[1]*u1)+float64(k.n[2]*u2)+float64(k.n[3]*u3) > k.c {
				return false
			}
		}
		return true
	}
	for i := range f.eight {
		if k := &f.eight[i]; dot8(&k.n, u) > k.c {
			return false
		}
	}
	return true
}

// most returns the greatest value at u.
func (f *cuts) most(u *[MaxDim]float64) float64 {
	most := math.Inf(-1)
	if f.four != nil {
		u0, u1, u2, u3 := u[0], u[1], u[2], u[3]
		for i := range f.four {
			k := &f.four[i]
			if d := float64(k.n[0]*u0) + float64(k.n[1]*u1) + float64(k.n[2]*u2) + float64(k.n[3]*u3) - k.c; d > most {
				most = d
			}
		}
		return most
	}
	for i := range f.eight {
		k := &f.eight[i]
		if d := dot8(&k.n, u) - k.c; d > most {
			most = d
		}
	}
	return most
}

// setQuery prepares the queries. c has all axes, flat the equations of the
// affine span in them.
func (h *Hull) setQuery(c *cloud, s surface, flat []wall) {
	var u [MaxDim]float64
	h.project(&u, h.centre)
	h.limits, h.depths = newCuts(h.rank, len(s.facets)), newCuts(h.rank, len(s.facets))
	depth := make([]float64, len(s.facets))
	order := make([]int, len(s.facets))
	for i := range s.facets {
		p := &s.facets[i].plane
		// A hull thinner than its rounding errors has no meaningful depth.
		depth[i] = max(p.off-dot8(&p.n, &u), p.err)
		order[i] = i
	}
	// A point outside is most often above a facet near the centre: in traffic
	// the tenth facet asked says no, instead of the hundredth.
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(depth[i], depth[j]), i-j) })
	for _, i := range order {
		p := &s.facets[i].plane
		inv := 1 / depth[i]
		scaled := [MaxDim]float64{}
		for a, x := range p.n {
			scaled[a] = x * inv
		}
		h.limits.add(p.n, p.off+p.err)
		h.depths.add(scaled, dot8(&scaled, &u))
		h.margin = max(h.margin, 4*p.err*inv)
	}
	if len(s.facets) <= few || h.rank > 4 {
		h.index.Store(&noIndex)
	}
	for i := range flat {
		p, _ := c.reliable(flat[i].v, flat[i].axes, 0) // few, so exact ones
		// Coordinates that were computed elsewhere carry errors of their own:
		// some units in their last place.
		limit := 0.0
		for a := range c.dim {
			size := max(1, math.Abs(c.min[a]*c.scale[a]), math.Abs(c.max[a]*c.scale[a]))
			limit += float64(math.Abs(p.n[a]) * size)
		}
		h.spans = append(h.spans, spanned{p, p.err + float64(16*eps*limit)})
	}
}

// project writes the unit coordinates of x on the hull's axes to u.
func (q *query) project(u *[MaxDim]float64, x []float64) {
	for j, a := range q.axes {
		u[j] = float64(x[a]*q.scale[a]) - q.base[a]
	}
}

// Contains reports whether x is in the hull or so near to it that rounding
// cannot tell; see Tolerance. Every point the hull was built from is in it,
// without exception. A point that has NaN or the wrong number of coordinates,
// or is outside the bounding box by whatever little, is not.
func (h *Hull) Contains(x []float64) bool {
	if len(x) != h.dim || !h.holds(x) || len(h.spans) > 0 && !h.onSpan(x) {
		return false
	}
	var u [MaxDim]float64
	h.project(&u, x)
	if index := h.index.Load(); index != nil {
		if answer := index.contains(&u); answer != doubt {
			return answer == inside
		}
	}
	if !h.limits.none(&u) {
		return false
	}
	h.scanned()
	return true
}

// onSpan reports whether x is in the affine span of a flat hull, give or take
// a few units in the last place of its coordinates. An axis on which all
// points agree must have that value exactly.
func (h *Hull) onSpan(x []float64) bool {
	var u [MaxDim]float64
	far := 1.0
	for a, v := range x {
		if h.min[a] == h.max[a] && v != h.min[a] {
			return false
		}
		u[a] = float64(v*h.scale[a]) - h.base[a]
		far = max(far, math.Abs(u[a]))
	}
	for i := range h.spans {
		s := &h.spans[i]
		if !(math.Abs(s.at(u[:stride(h.dim)])) <= float64(s.limit*far)) {
			return false
		}
	}
	return true
}

// far reports whether u is a point at which sums over its coordinates could
// overflow, or has NaN.
func far(u *[MaxDim]float64) bool {
	for _, v := range u {
		if !(math.Abs(v) < 1e280) {
			return true
		}
	}
	return false
}

// Gauge returns the Minkowski functional of the hull about its centre: the
// factor by which the hull must grow about the centre to reach x. It is 0 at
// the centre, at most 1 exactly where Contains holds, and proportional along
// rays. A point off the affine span of a flat hull is never reached: +Inf, as
// for a point that has NaN, an infinity or the wrong number of coordinates.
func (h *Hull) Gauge(x []float64) float64 {
	if len(x) != h.dim || len(h.spans) > 0 && !h.onSpan(x) {
		return math.Inf(1)
	}
	var u [MaxDim]float64
	h.project(&u, x)
	if far(&u) {
		return math.Inf(1)
	}
	g := max(0, h.depths.most(&u))
	switch {
	case math.Abs(g-1) > h.margin:
		return g
	case h.Contains(x):
		return min(g, 1)
	}
	return max(g, math.Nextafter(1, 2))
}
