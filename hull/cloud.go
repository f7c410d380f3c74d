package hull

import "math"

// A cloud is the points a hull is built of, in two guises: the numbers as
// they were given (raw, what exact arithmetic works on) and the same points
// in the unit box (unit, what floating point works on).
//
// Each axis is scaled by a power of two, which rounds nothing, so that the
// result does not depend on the unit an axis is measured in and the error
// bounds of plane.go may count on coordinates in [0, 1].
type cloud struct {
	dim    int
	n      int
	raw    []float64 // shape (n, dim)
	unit   []float64 // shape (n, stride), zeros beyond dim
	stride int       // 4 or 8: fixed widths keep the inner loops free of branches
	box
	grid *grid // exact coordinates, made when first asked for
}

// A box is the axis-parallel bounding box of a cloud and the map to unit
// coordinates: unit = raw*scale - base.
type box struct {
	min, max    []float64
	scale, base []float64 // scale is a power of two, base = min*scale
}

func newCloud(dim int, raw []float64) *cloud {
	c := &cloud{dim: dim, n: len(raw) / dim, raw: raw, stride: stride(dim), box: newBox(dim, raw)}
	c.unit = make([]float64, c.n*c.stride)
	for i := range c.n {
		c.toUnit(c.unit[i*c.stride:], raw[i*dim:(i+1)*dim])
	}
	return c
}

func stride(dim int) int {
	if dim <= 4 {
		return 4
	}
	return MaxDim
}

func newBox(dim int, raw []float64) box {
	b := box{
		min: make([]float64, dim), max: make([]float64, dim),
		scale: make([]float64, dim), base: make([]float64, dim),
	}
	copy(b.min, raw)
	copy(b.max, raw)
	for i := dim; i < len(raw); i += dim {
		for a, x := range raw[i : i+dim] {
			if x < b.min[a] {
				b.min[a] = x
			} else if x > b.max[a] {
				b.max[a] = x
			}
		}
	}
	for a := range dim {
		b.scale[a] = unitScale(b.min[a], b.max[a])
		b.min[a] += 0 // no negative zero, whichever zero came first
		b.max[a] += 0
		b.base[a] = b.min[a] * b.scale[a]
	}
	return b
}

// unitScale returns the power of two that brings an extent into [1/2, 1).
// Extents too small for that (below 2^-1000) stay small: the error bounds
// are absolute, so such axes are merely left to exact arithmetic.
func unitScale(min, max float64) float64 {
	_, e := math.Frexp(max/2 - min/2) // halves: the difference may overflow
	if min == max {
		_, e = math.Frexp(min)
	}
	return math.Ldexp(1, -clamp(e+1, -1000, 1030))
}

func clamp(e, low, high int) int { return max(low, min(e, high)) }

// toUnit writes the unit coordinates of x to u.
func (b *box) toUnit(u, x []float64) {
	for a, v := range x {
		u[a] = float64(v*b.scale[a]) - b.base[a] + 0 // no negative zeros
	}
}

// fromUnit is the inverse of toUnit, to the nearest float.
func (b *box) fromUnit(x, u []float64) {
	for a := range x {
		// The sum is formed at unit scale, where it cannot overflow.
		x[a] = (u[a] + b.base[a]) / b.scale[a]
	}
}

// holds reports whether x is in the box, exactly; NaN is not.
func (b *box) holds(x []float64) bool {
	for a, v := range x {
		if !(v >= b.min[a] && v <= b.max[a]) {
			return false
		}
	}
	return true
}

func (c *cloud) point(i int32) []float64 {
	return c.raw[int(i)*c.dim : (int(i)+1)*c.dim]
}

// less orders points by their coordinates, the first axis first. All ties
// are broken with it, never by the index of a point, so that neither the
// order nor the repetition of points can show in a result.
func (c *cloud) less(i, j int32) bool {
	return lexCompare(c.point(i), c.point(j)) < 0
}

func lexCompare(p, q []float64) int {
	for a, x := range p {
		if y := q[a]; x < y {
			return -1
		} else if x > y {
			return 1
		}
	}
	return 0
}

// project returns the cloud of the same points with only some of the axes.
func (c *cloud) project(axes []int) *cloud {
	k := len(axes)
	raw := make([]float64, c.n*k)
	for i := range c.n {
		for j, a := range axes {
			raw[i*k+j] = c.raw[i*c.dim+a]
		}
	}
	return newCloud(k, raw)
}
