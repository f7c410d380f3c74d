package hull

import (
	"fmt"
	"math"
	"slices"
)

// Limits of New.
const (
	MinDim    = 2
	MaxDim    = 8
	MaxPoints = math.MaxInt32
	MaxFacets = 1 << 20 // simplices at a time while the hull is being built, 200 bytes each
)

// A Hull is the convex hull of a set of points. It is made by New, never
// changes, and may be used by any number of goroutines at once.
type Hull struct {
	dim, rank int
	vertices  []float64 // shape (v, dim), sorted
	centre    []float64 // dim
	volume    float64
	tolerance float64
	faces     []HalfSpace
	flats     []Plane

	query
	lazy
}

// A HalfSpace is one side of a facet: a point x of the affine span of the hull
// is inside when Normal·x <= Offset. Normal has length 1, points outward and
// lies in the directions of the affine span.
type HalfSpace struct {
	Normal []float64
	Offset float64
}

// A Plane is the set of points x with Normal·x = Offset. Normal has length 1.
type Plane struct {
	Normal []float64
	Offset float64
}

// New returns the convex hull of n points in dim dimensions. points holds them
// one after another, shape (n, dim); it is read only, and only during the call.
//
// Points that lie in a flat of lower dimension, exactly, give the hull within
// that flat. The result does not depend on the order of the points nor on how
// often each occurs, to the last bit.
//
// The error is one of ErrDim, ErrShape, ErrNoPoints and ErrTooLarge, a
// *CoordinateError for NaN or an infinity, or a *DegenerateError when all
// points are equal.
func New(dim int, points []float64) (*Hull, error) {
	if err := check(dim, points); err != nil {
		return nil, err
	}
	h, again, err := build(dim, sift(dim, points))
	if again {
		// In which axes a flat is written may depend on points that are not
		// extreme. The second time there are none.
		h, _, err = build(dim, h.vertices)
	}
	return h, err
}

func check(dim int, points []float64) error {
	switch n := len(points); {
	case dim < MinDim || dim > MaxDim:
		return fmt.Errorf("%w: %d, want %d to %d", ErrDim, dim, MinDim, MaxDim)
	case n == 0:
		return ErrNoPoints
	case n%dim != 0:
		return fmt.Errorf("%w: %d coordinates in %d dimensions", ErrShape, n, dim)
	case n/dim > MaxPoints:
		return fmt.Errorf("%w: more than %d points", ErrTooLarge, MaxPoints)
	}
	for i, x := range points {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return &CoordinateError{Point: i / dim, Axis: i % dim, Value: x}
		}
	}
	return nil
}

// build makes a hull. again says that it has vertices only: it must be built
// once more, from these.
func build(dim int, points []float64) (h *Hull, again bool, err error) {
	c := newCloud(dim, points)
	f := c.findFrame()
	if f == nil {
		return nil, false, &DegenerateError{Rank: 0, Points: c.n, Distinct: 1}
	}
	h = &Hull{dim: dim, rank: len(f.axes), query: query{box: c.box, axes: f.axes}}
	slices.Sort(h.axes)
	sub := c
	if h.rank < dim {
		sub = c.project(h.axes)
	}
	if h.rank == 1 {
		h.setVertices(c, slices.Clone(f.v))
		h.describe(c, segment(sub, f.v), f.flat)
		return h, false, nil
	}
	b, err := grow(sub, f.v, MaxFacets)
	if err != nil {
		return nil, false, err
	}
	s := b.finish()
	var extreme []int32
	for n, i := range s.corners {
		if s.extreme[n] {
			extreme = append(extreme, i)
		}
	}
	h.setVertices(c, extreme)
	if h.rank < dim && len(extreme) < c.n {
		return h, true, nil
	}
	h.describe(c, b.surface(s), f.flat)
	return h, false, nil
}

// setVertices copies the extreme points in order.
func (h *Hull) setVertices(c *cloud, extreme []int32) {
	slices.SortFunc(extreme, func(i, j int32) int { return lexCompare(c.point(i), c.point(j)) })
	h.vertices = make([]float64, 0, len(extreme)*h.dim)
	for _, i := range extreme {
		for _, x := range c.point(i) {
			h.vertices = append(h.vertices, x+0) // no negative zeros
		}
	}
}

// Dim returns the number of coordinates of a point.
func (h *Hull) Dim() int { return h.dim }

// Rank returns the dimension of the affine span of the points, 1 to Dim. It is
// exact: points that are off a common flat by one bit of one of them span it
// and one dimension more.
func (h *Hull) Rank() int { return h.rank }

// NumVertices returns the number of vertices.
func (h *Hull) NumVertices() int { return len(h.vertices) / h.dim }

// Vertices returns the extreme points, shape (NumVertices, Dim), in
// lexicographic order. They are points New was given, bit for bit, except that
// a negative zero has become a zero. The hull of the vertices is the same hull
// in every respect.
func (h *Hull) Vertices() []float64 { return slices.Clone(h.vertices) }

// NumHalfSpaces returns the number of facets.
func (h *Hull) NumHalfSpaces() int { return len(h.faces) }

// HalfSpaces returns one half-space for each facet, in an order that is always
// the same. Facets that lie in one hyperplane exactly are one facet.
//
// They are rounded to raw coordinates, without a bound on the error when these
// are of very different sizes on different axes. To decide, use Contains.
func (h *Hull) HalfSpaces() []HalfSpace {
	out := slices.Clone(h.faces)
	normals := make([]float64, 0, len(out)*h.dim)
	for i := range out {
		normals = append(normals, out[i].Normal...)
		out[i].Normal = normals[i*h.dim : len(normals) : len(normals)]
	}
	return out
}

// Flats returns Dim-Rank planes whose intersection is the affine span of the
// points. Their normals are orthogonal to each other and to those of the
// half-spaces. There are none when the points span the whole space.
func (h *Hull) Flats() []Plane {
	out := slices.Clone(h.flats)
	for i := range out {
		out[i].Normal = slices.Clone(out[i].Normal)
	}
	return out
}

// Volume returns the Rank-dimensional volume: length, area, … It is rounded
// with an error of about 1e-15 of the volume of the bounding box; +Inf when it
// exceeds the largest float.
func (h *Hull) Volume() float64 { return h.volume }

// Centre returns the mean of the vertices, which is an interior point.
func (h *Hull) Centre() []float64 { return slices.Clone(h.centre) }

// Tolerance returns the largest distance by which a point outside may still
// count as a member, measured after every axis was divided by a power of two
// that brings the extent of the points into [1/2, 1). It is a bound on
// rounding errors, found facet by facet, and never above 2^-40.
func (h *Hull) Tolerance() float64 { return h.tolerance }
