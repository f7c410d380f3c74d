package hull

import (
	"math"
	"math/big"
	"math/bits"
)

// A grid writes every coordinate of a cloud as an integer: on axis a,
// raw = m * 2^exp[a]. Floats are dyadic fractions, so there always is one;
// for counts of bytes and packets m is the count itself or smaller.
type grid struct {
	exp   []int
	small bool      // every |m| < 2^62
	inv   []float64 // 2^-exp, when small
}

// exactGrid returns the coarsest grid that holds all points of the cloud.
func (c *cloud) exactGrid() *grid {
	if c.grid != nil {
		return c.grid
	}
	g := &grid{exp: make([]int, c.dim), inv: make([]float64, c.dim), small: true}
	const none = math.MaxInt
	for a := range g.exp {
		g.exp[a] = none
	}
	for i := 0; i < len(c.raw); i += c.dim {
		for a, x := range c.raw[i : i+c.dim] {
			if m, e := decompose(x); m != 0 {
				g.exp[a] = min(g.exp[a], e+bits.TrailingZeros64(m))
			}
		}
	}
	for a := range g.exp {
		if g.exp[a] == none {
			g.exp[a] = 0
		}
		_, top := math.Frexp(max(math.Abs(c.min[a]), math.Abs(c.max[a])))
		if g.exp[a] < -1000 || g.exp[a] > 1000 || top-g.exp[a] > 62 {
			g.small = false
		}
		g.inv[a] = math.Ldexp(1, -clamp(g.exp[a], -1000, 1000))
	}
	c.grid = g
	return g
}

// decompose returns m and e with |x| = m * 2^e, m an integer below 2^53.
func decompose(x float64) (m uint64, e int) {
	b := math.Float64bits(x)
	m, e = b&(1<<52-1), int(b>>52&0x7ff)
	if e == 0 {
		return m, -1074
	}
	return m | 1<<52, e - 1075
}

// bigCoord returns the grid coordinate of x on axis a.
func (g *grid) bigCoord(x float64, a int) *big.Int {
	m, e := decompose(x)
	z := new(big.Int).SetUint64(m)
	if s := e - g.exp[a]; s >= 0 {
		z.Lsh(z, uint(s))
	} else {
		z.Rsh(z, uint(-s)) // drops zeros only
	}
	if x < 0 {
		z.Neg(z)
	}
	return z
}

// smallCoord is bigCoord for a small grid.
func (g *grid) smallCoord(x float64, a int) int64 { return int64(x * g.inv[a]) }
