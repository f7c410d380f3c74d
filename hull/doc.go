// Package hull computes convex hulls of points in 2 to 8 dimensions and
// answers whether, and how far out, another point is.
//
// In goes a slice of coordinates, point after point; out comes a [Hull] with
// its vertices, half-spaces, volume and the two questions it is for:
// [Hull.Contains] and [Hull.Gauge]. Coordinates have no unit here, and the axes
// need not have the same one: dividing an axis by 1024 changes no answer.
//
// # Method
//
// Hulls are built by quickhull (Barber, Dobkin & Huhdanpaa, The quickhull
// algorithm for convex hulls, ACM TOMS 22, 1996) with simplicial facets. Unlike
// there, no facet is thick and none is merged on the way: which side of a facet
// a point is on is decided exactly. Floating point decides wherever the height
// of the point exceeds a proven bound of its rounding error, an idea of
// Shewchuk (Adaptive precision floating-point arithmetic and fast robust
// geometric predicates, Discrete & Computational Geometry 18, 1997); the other
// cases are computed in integers, of 64 and 128 bits when the coordinates are
// counts and of any length otherwise. Facets in one hyperplane, again exactly,
// are put together at the end, and points within them are no vertices.
//
// From 65,536 points on, in up to 4 dimensions, those are dropped first that are
// proven to be inside the hull of a sample (sift.go). Only there does New work
// in several goroutines, and never does the result tell how many.
//
// The hull of n points in 4 dimensions takes a time of about n times 300 ns, of
// which sifting leaves less than half, plus some us for each of its facets. The
// number of facets can grow as n^(dim/2), which makes 7 and 8 dimensions a matter
// of hundreds of points; New gives up at [MaxFacets].
//
// Contains and Within take about 1 ns a facet at most, and far less for most
// points outside. A hull of more than 64 facets and rank 4 at most that goes on
// being asked makes itself an index of its facets by direction (index.go): then
// a point takes some tens of ns, and a thousand facets more some tens. The index
// answers for points that are not next to the surface, for which its errors are
// bounded; for the others all facets are asked as without it, so that every
// answer is the same. Gauge takes about 1 ns a facet.
//
// # Degenerate points
//
// Points may repeat, lie on lines, in planes or on lattices. If their affine
// span is a flat of lower dimension, exactly, the hull is the one within that
// flat: its volume is of that dimension, and a point off the flat is not a
// member, however near to the hull. [Hull.Flats] has the equations. Only points
// that are all the same are refused, with a [*DegenerateError].
//
// Points that would lie in a flat if their coordinates had not been rounded,
// such as logarithms of proportional counts, usually span a sliver of full
// rank instead, some 1e-16 of its width thick. That is a hull like any other.
// It holds its points and next to nothing else, but its volume and its gauge
// across are noise.
//
// # Tolerance
//
// Every point a hull was built from is a member, exactly and always. Other
// points are members when they are inside or so little outside that rounding
// cannot tell: up to [Hull.Tolerance], about 1e-13 of the extent of the points
// and never more than 1e-12. The bounding box has no tolerance at all. Extents
// below 1e-300 are beyond scaling, and the tolerance is 1e-312 for them.
//
// A point counts as being on the flat of a flat hull when it is off by some
// units in the last place of its coordinates. An axis on which all points agree
// must be met exactly.
//
// The result is a function of the set of points: the same to the last bit for
// every order and repetition of them, for the vertices alone, and on every
// processor.
//
// # Gauge
//
// The gauge, or Minkowski functional, of a point x about the centre c is the
// least t >= 0 for which x is in c + t(H-c). So "within a hull twice as large"
// is Gauge(x) <= 2, and one number compares points inside and outside.
package hull
