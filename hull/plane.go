package hull

import (
	"math"
	"math/bits"
)

// eps is the unit roundoff: |fl(x) - x| <= eps*|x|.
const eps = 0x1p-53

// A plane is an oriented hyperplane of a cloud in unit coordinates, rounded,
// with a bound on what rounding did to it.
//
// For every point of the cloud's box, with exact height h and computed height
// h' = at(point): |h' - h| <= err, up to one positive factor for the whole
// plane. So h' > err proves a point to be above, h' < -err to be below, and
// only in between must exact arithmetic decide.
type plane struct {
	n    [MaxDim]float64 // unit normal, zero on axes the plane does not use
	off  float64
	err  float64
	size float64 // length of the normal before it was scaled to 1
}

// at returns the height of a point above the plane, in unit coordinates.
// Products are converted explicitly: without that a compiler may fuse them
// into the sums, and the last bit would depend on the processor.
func (p *plane) at(u []float64) float64 {
	if len(u) == 4 {
		u := (*[4]float64)(u)
		return dot4(&p.n, u) - p.off
	}
	return dot8(&p.n, (*[MaxDim]float64)(u)) - p.off
}

func dot4(n *[MaxDim]float64, u *[4]float64) float64 {
	return float64(n[0]*u[0]) + float64(n[1]*u[1]) + float64(n[2]*u[2]) + float64(n[3]*u[3])
}

func dot8(n, u *[MaxDim]float64) float64 {
	return float64(n[0]*u[0]) + float64(n[1]*u[1]) + float64(n[2]*u[2]) + float64(n[3]*u[3]) +
		float64(n[4]*u[4]) + float64(n[5]*u[5]) + float64(n[6]*u[6]) + float64(n[7]*u[7])
}

// flip turns the plane over.
func (p *plane) flip() {
	for a := range p.n {
		p.n[a] = 0 - p.n[a] // not -x: zeros stay positive
	}
	p.off = 0 - p.off
}

// edges is the matrix of d-1 edges of a simplex of d points, in d axes.
type edges [MaxDim - 1][MaxDim]float64

// plane returns the hyperplane through the points v in the subspace of the
// given axes; len(v) == len(axes). A point x is above when the determinant of
// v[1]-v[0], v[2]-v[0], …, x-v[0] is positive.
//
// The bound is the forward error analysis of Shewchuk (1997), section 4, put
// together for the whole plane instead of one point. With d axes, r = d-1
// edges and the exact normal N:
//
//   - a coordinate times a power of two is exact, so an edge has a relative
//     error of eps and a cofactor one of T*eps of the permanent of the edges'
//     absolute values, T = 2r-1 + r(r-1)/2 roundings on the longest path;
//   - the permanents of all cofactors add up to at most B, the product of the
//     1-norms of the edges, and no coordinate of x-v[0] exceeds 1;
//   - scaling to length 1 adds eps a coordinate; the offset and the dot
//     product at most eps*D each per unit of |n|_1, their difference 2*eps,
//     and the unit coordinates of x and v[0] eps each (D = axes of the cloud).
func (c *cloud) plane(v []int32, axes []int) plane {
	var e edges
	d := len(axes)
	b := 1.0
	for i := range d - 1 {
		sum := 0.0
		p, q := c.point(v[i+1]), c.point(v[0])
		for j, a := range axes {
			x := float64(p[a]*c.scale[a]) - float64(q[a]*c.scale[a])
			e[i][j] = x
			sum += math.Abs(x)
		}
		b *= sum
	}
	var n [MaxDim]float64
	if d == 4 {
		n = cofactors4(&e)
	} else {
		n = cofactors(&e, d)
	}
	size2, most := 0.0, 0.0
	for _, x := range n[:d] {
		size2 += float64(x * x)
		most = max(most, math.Abs(x))
	}
	if most < 0x1p-300 { // too close to underflow for the bound to hold
		return plane{err: math.Inf(1)}
	}
	p := plane{size: math.Sqrt(size2)}
	scale, abs := 1/p.size, 0.0
	for j, a := range axes {
		p.n[a] = float64(n[j]*scale) + 0 // no negative zeros
		abs += math.Abs(p.n[a])
	}
	r := float64(d - 1)
	t := max(0, 2*r-1+r*(r-1)/2)
	p.err = 1.02 * eps * (float64(t*float64(b*scale)) + float64(float64(2*c.dim+6)*abs))
	p.off = p.at(c.unitOf(v[0])) // off is still 0
	return p
}

func (c *cloud) unitOf(i int32) []float64 {
	return c.unit[int(i)*c.stride : (int(i)+1)*c.stride]
}

// cofactors returns the d cofactors of the last row of a d by d matrix, given
// the other rows, by Laplace expansion along one row after the other: m[s] is
// the minor of the first |s| rows and the columns in the set s. It needs no
// division and no pivot, which keeps the error bound simple.
func cofactors(e *edges, d int) (n [MaxDim]float64) {
	var m [1 << MaxDim]float64
	m[0] = 1
	full := uint(1)<<d - 1
	for s := uint(1); s < full; s++ {
		row := &e[bits.OnesCount(s)-1]
		sum := 0.0
		for rest, sign := s, 1.0; rest != 0; sign = -sign {
			j := bits.Len(rest) - 1 // last column first: it has the plus sign
			rest &^= 1 << j
			sum += float64(sign * float64(row[j]*m[s&^(1<<j)]))
		}
		m[s] = sum
	}
	for j, sign := d-1, 1.0; j >= 0; j, sign = j-1, -sign {
		n[j] = sign * m[full&^(1<<j)]
	}
	return n
}

// cofactors4 is cofactors for d = 4, written out.
func cofactors4(e *edges) (n [MaxDim]float64) {
	a, b, c := &e[0], &e[1], &e[2]
	m01 := float64(a[0]*b[1]) - float64(a[1]*b[0])
	m02 := float64(a[0]*b[2]) - float64(a[2]*b[0])
	m03 := float64(a[0]*b[3]) - float64(a[3]*b[0])
	m12 := float64(a[1]*b[2]) - float64(a[2]*b[1])
	m13 := float64(a[1]*b[3]) - float64(a[3]*b[1])
	m23 := float64(a[2]*b[3]) - float64(a[3]*b[2])
	n[3] = float64(c[2]*m01) - float64(c[1]*m02) + float64(c[0]*m12)
	n[2] = float64(c[1]*m03) - float64(c[3]*m01) - float64(c[0]*m13)
	n[1] = float64(c[3]*m02) - float64(c[2]*m03) + float64(c[0]*m23)
	n[0] = float64(c[2]*m13) - float64(c[3]*m12) - float64(c[1]*m23)
	return n
}
