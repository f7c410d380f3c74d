package hull

import (
	"math"
	"math/big"
	"math/bits"
)

// An exact is a hyperplane in grid coordinates, with no rounding at all. Most
// fit machine integers; the rest take arbitrary precision.
type exact struct {
	axes []int
	n    [MaxDim]int64 // normal, by position in axes
	at   [MaxDim]int64 // a point of the plane
	big  *bigPlane     // used instead of n and at when not nil
}

type bigPlane struct {
	n   []*big.Int
	off *big.Int
}

// maxSmall bounds the normal of a plane in machine integers: with grid
// coordinates below 2^62 and at most 8 terms a height then fits 128 bits.
const maxSmall = 1 << 60

// exact returns the hyperplane that plane approximates.
func (c *cloud) exact(v []int32, axes []int) *exact {
	g := c.exactGrid()
	x := &exact{axes: axes}
	if !g.small || !c.smallPlane(x, v) {
		c.bigPlane(x, v)
	}
	return x
}

// smallPlane fills x and reports whether machine integers were wide enough.
func (c *cloud) smallPlane(x *exact, v []int32) bool {
	g, d := c.grid, len(x.axes)
	for j, a := range x.axes {
		x.at[j] = g.smallCoord(c.point(v[0])[a], a)
	}
	var e [MaxDim - 1][MaxDim]int64
	bound := 1.0
	for i := range d - 1 {
		sum := 0.0
		for j, a := range x.axes {
			e[i][j] = g.smallCoord(c.point(v[i+1])[a], a) - x.at[j]
			sum += math.Abs(float64(e[i][j]))
		}
		bound *= sum
	}
	if bound > 0.99*maxSmall { // the product of 1-norms bounds every minor
		return false
	}
	var m [1 << MaxDim]int64 // as in cofactors
	m[0] = 1
	full := uint(1)<<d - 1
	for s := uint(1); s < full; s++ {
		row := &e[bits.OnesCount(s)-1]
		sum := int64(0)
		for rest, sign := s, int64(1); rest != 0; sign = -sign {
			j := bits.Len(rest) - 1
			rest &^= 1 << j
			sum += sign * row[j] * m[s&^(1<<j)]
		}
		m[s] = sum
	}
	for j, sign := d-1, int64(1); j >= 0; j, sign = j-1, -sign {
		x.n[j] = sign * m[full&^(1<<j)]
	}
	return true
}

func (c *cloud) bigPlane(x *exact, v []int32) {
	g, d := c.grid, len(x.axes)
	at := make([]*big.Int, d)
	for j, a := range x.axes {
		at[j] = g.bigCoord(c.point(v[0])[a], a)
	}
	e := make([][]*big.Int, d-1)
	for i := range e {
		e[i] = make([]*big.Int, d)
		for j, a := range x.axes {
			z := g.bigCoord(c.point(v[i+1])[a], a)
			e[i][j] = z.Sub(z, at[j])
		}
	}
	m := make([]*big.Int, 1<<d) // as in cofactors
	m[0] = big.NewInt(1)
	full := uint(1)<<d - 1
	var t big.Int
	for s := uint(1); s < full; s++ {
		row := e[bits.OnesCount(s)-1]
		m[s] = new(big.Int)
		plus := true
		for rest := s; rest != 0; plus = !plus {
			j := bits.Len(rest) - 1
			rest &^= 1 << j
			t.Mul(row[j], m[s&^(1<<j)])
			if plus {
				m[s].Add(m[s], &t)
			} else {
				m[s].Sub(m[s], &t)
			}
		}
	}
	b := &bigPlane{n: make([]*big.Int, d), off: new(big.Int)}
	for j, plus := d-1, true; j >= 0; j, plus = j-1, !plus {
		b.n[j] = m[full&^(1<<j)]
		if !plus {
			b.n[j].Neg(b.n[j])
		}
		b.off.Add(b.off, t.Mul(b.n[j], at[j]))
	}
	x.big = b
}

// add adds the normal of y, for a plane parallel to x or a new x. The point of
// the plane is not kept: such a plane can only be rounded.
func (x *exact) add(y *exact) {
	if x.big == nil {
		x.big = &bigPlane{}
		for range x.axes {
			x.big.n = append(x.big.n, new(big.Int))
		}
	}
	for j, z := range x.big.n {
		if y.big != nil {
			z.Add(z, y.big.n[j])
		} else {
			z.Add(z, big.NewInt(y.n[j]))
		}
	}
}

// side returns +1, 0 or -1 for point i above, on or below the plane.
func (c *cloud) side(x *exact, i int32) int {
	p := c.point(i)
	if x.big != nil {
		var sum, t big.Int
		for j, a := range x.axes {
			sum.Add(&sum, t.Mul(x.big.n[j], c.grid.bigCoord(p[a], a)))
		}
		return sum.Cmp(x.big.off)
	}
	var high, low uint64 // a 128-bit sum, two's complement
	for j, a := range x.axes {
		n, m := x.n[j], c.grid.smallCoord(p[a], a)-x.at[j]
		h, l := bits.Mul64(uint64(n), uint64(m))
		if n < 0 {
			h -= uint64(m)
		}
		if m < 0 {
			h -= uint64(n)
		}
		var carry uint64
		low, carry = bits.Add64(low, l, 0)
		high, _ = bits.Add64(high, h, carry)
	}
	switch {
	case int64(high) < 0:
		return -1
	case high|low == 0:
		return 0
	}
	return 1
}

// round returns the plane in unit coordinates. Every component of its normal
// is within 2*eps of the truth, relatively, so the only sizeable part of the
// error is that of evaluating it. v0 is a point of the plane.
func (c *cloud) round(x *exact, v0 int32) plane {
	var mant [MaxDim]float64
	var exp [MaxDim]int
	all, top := 0, math.MinInt
	for j, a := range x.axes {
		_, s := math.Frexp(c.scale[a])
		unit := c.grid.exp[a] + s - 1 // one step of the grid is 2^unit wide
		all += unit
		if x.big != nil {
			f := new(big.Float).SetPrec(53).SetInt(x.big.n[j])
			exp[j] = f.MantExp(f)
			mant[j], _ = f.Float64()
		} else {
			mant[j], exp[j] = math.Frexp(float64(x.n[j]))
		}
		exp[j] -= unit
		if mant[j] != 0 {
			top = max(top, exp[j])
		}
	}
	size2 := 0.0
	for j := range x.axes {
		mant[j] = math.Ldexp(mant[j], exp[j]-top)
		size2 += float64(mant[j] * mant[j])
	}
	size := math.Sqrt(size2)
	p := plane{size: math.Ldexp(size, top+all)}
	abs := 0.0
	for j, a := range x.axes {
		p.n[a] = mant[j] / size
		abs += math.Abs(p.n[a])
	}
	p.err = 1.02 * eps * float64(float64(2*c.dim+8)*abs)
	p.off = p.at(c.unitOf(v0)) // off is still 0
	return p
}
