package hull

import "math"

// A globe is an index in the making.
type globe struct {
	*index
	rank    int
	heights [][4]float64 // p of p·v, the height of a direction v over a facet
	stack   []uint32     // the lists of the block of cells at hand and of those around it
}

// newIndex makes the index of a hull of up to four axes: one without cells if
// the hull is too thin for it, for then rounding errors exceed the shell.
//
// This is why facets that are not in a cell need not be asked about a point u
// of the box; e = 2^-53. A facet lets u pass if f(u) = n·(u-centre) <= 1, with n
// as long as that takes. With v = W(u-centre), LW = 1 and p = L'n, f(u) = p·v.
//
//   - In floating point f(u) and p·v differ by at most 12e·a + |n|_1·r, where a
//     is L'n times the row sums of W, all in absolute values, and r the largest
//     row sum of LW-1.
//   - The cell found is that of a direction which differs from v, on any axis,
//     by at most 8e times the largest row sum of W: another 8e·|p|_1 times that.
//   - p·v is linear in v, and the corners of a cell span all its directions. So
//     a facet that is below another at all corners is below it in all the cell.
//     Being below by clear leaves room for the error of comparing, 24e·|p|_1.
//
// So if f <= 1-thickness for the facets of the cell, give or take the errors of
// their planes, of which margin is four times the largest, then f is less than
// 1 for all facets by more than the errors of evaluating it. For a point within
// the hull grown by a factor all of this grows with the factor.
func (h *Hull) newIndex() *index {
	g := globe{index: new(index), rank: h.rank, heights: make([][4]float64, len(h.depths.four))}
	l, ok := g.setAxes(h)
	if !ok {
		return g.index
	}
	wide, most, off := g.errors(&l)
	for i := range g.heights {
		n, p := &h.depths.four[i].n, &g.heights[i]
		a, sum, size := 0.0, 0.0, 0.0
		for b := range g.rank {
			for c := b; c < g.rank; c++ {
				p[b] += l[c][b] * n[c]
				a += math.Abs(l[c][b]*n[c]) * wide[b]
			}
			sum += math.Abs(p[b])
			size += math.Abs(n[b])
		}
		if !(24*eps*sum < clear && h.margin+2*(12*eps*a+size*off+8*eps*most*sum) < thickness/2) {
			return g.index
		}
	}
	g.shells = make([]shell, len(g.heights))
	for i := range g.shells {
		k, n := &h.limits.four[i], &h.depths.four[i].n
		depth := 1 / math.Sqrt(dot(n[:], n[:])) // for the normal of limits has length 1
		g.shells[i] = shell{k.n, k.c - thickness*depth, k.c}
	}
	g.part()
	return g.index
}

// setAxes sets the centre and W, such that the vertices have variance 1 on
// every axis: L is the Cholesky factor of their covariance. Not ok where
// rounding leaves no variance.
func (g *globe) setAxes(h *Hull) (l [4][4]float64, ok bool) {
	var u [MaxDim]float64
	h.project(&u, h.centre)
	g.centre = [4]float64(u[:4])
	var c [4][4]float64
	for i := 0; i < len(h.vertices); i += h.dim {
		h.project(&u, h.vertices[i:i+h.dim])
		for a := range g.rank {
			for b := range a + 1 {
				c[a][b] += (u[a] - g.centre[a]) * (u[b] - g.centre[b]) / float64(h.NumVertices())
			}
		}
	}
	for a := range g.rank {
		for b := range a + 1 {
			x := c[a][b] - dot(l[a][:b], l[b][:b])
			if b < a {
				l[a][b] = x / l[b][b]
			} else if x > 0 {
				l[a][a] = math.Sqrt(x)
			} else {
				return l, false
			}
		}
	}
	w := &g.axes
	for a := range g.rank { // forward substitution, a column of the identity at a time
		w[a][a] = 1 / l[a][a]
		for b := range a {
			for c := b; c < a; c++ {
				w[a][b] -= l[a][c] * w[c][b]
			}
			w[a][b] /= l[a][a]
		}
	}
	return l, true
}

// errors returns the row sums of W, the largest of them, and a bound on the
// row sums of LW-1, all in absolute values.
func (g *globe) errors(l *[4][4]float64) (wide [4]float64, most, off float64) {
	for a := range g.rank {
		rest := 0.0
		for b := range g.rank {
			wide[a] += math.Abs(g.axes[a][b])
			x := 0.0
			if a == b {
				x = -1
			}
			size := 1.0
			for c := range g.rank {
				x += l[a][c] * g.axes[c][b]
				size += math.Abs(l[a][c] * g.axes[c][b])
			}
			rest += math.Abs(x) + 8*eps*size
		}
		most, off = max(most, wide[a]), max(off, rest)
	}
	return wide, most, off
}

// part fills the cells.
func (g *globe) part() {
	g.cells = make([]span, 8*steps*steps*steps)
	for axis := range g.rank {
		for sign := range 2 {
			b := block{axis: axis, sign: sign, width: steps}
			for i := range b.at { // axes that there are not have the ratio 0
				if b.other(i) >= g.rank {
					b.at[i] = steps / 2
				}
			}
			g.stack = g.stack[:0]
			for f := range g.heights {
				g.stack = append(g.stack, uint32(f))
			}
			g.divide(b, 0)
		}
	}
}

// A block is cells beside each other: at is the first of them on the three
// other axes, width how many they are on each.
type block struct {
	axis, sign int
	at         [3]int
	width      int
}

// other returns the axis that at[i] is on.
func (b *block) other(i int) int { return (b.axis + 1 + i) % 4 }

// bounds returns the middle of the block and half its width, on each axis.
func (b *block) bounds(rank int) (middle, half [4]float64) {
	middle[b.axis] = float64(1 - 2*b.sign)
	for i, at := range b.at {
		if a := b.other(i); a < rank {
			middle[a] = (float64(at)+float64(b.width)/2)*2/steps - 1
			half[a] = float64(b.width) / steps
		}
	}
	return middle, half
}

// divide fills the cells of a block, for which the facets in the stack from
// there on come into question.
func (g *globe) divide(b block, from int) {
	middle, half := b.bounds(g.rank)
	parent := g.stack[from:]
	best, most := uint32(0), math.Inf(-1)
	for _, f := range parent {
		p := &g.heights[f]
		if height := p[0]*middle[0] + p[1]*middle[1] + p[2]*middle[2] + p[3]*middle[3]; height > most {
			best, most = f, height
		}
	}
	// The facet in the middle of the block comes first, and those that it is
	// above in all of the block stay out.
	start, q := len(g.stack), g.heights[best]
	g.stack = append(g.stack, best)
	for _, f := range parent {
		p := &g.heights[f]
		d0, d1, d2, d3 := p[0]-q[0], p[1]-q[1], p[2]-q[2], p[3]-q[3]
		height := d0*middle[0] + d1*middle[1] + d2*middle[2] + d3*middle[3] +
			math.Abs(d0)*half[0] + math.Abs(d1)*half[1] + math.Abs(d2)*half[2] + math.Abs(d3)*half[3]
		if height >= -clear && f != best {
			g.stack = append(g.stack, f)
		}
	}
	if list := g.stack[start:]; b.width == 1 || len(list) <= short {
		s := span{uint32(len(g.lists)), uint32(len(g.lists) + len(list))}
		g.lists = append(g.lists, list...)
		g.fill(b, s)
	} else {
		g.quarter(b, start)
	}
	g.stack = g.stack[:from+len(parent)]
}

// quarter divides the parts of a block that is cut in two on every axis.
func (g *globe) quarter(b block, from int) {
	for part := range 8 {
		c := b
		c.width /= 2
		there := true
		for i := range c.at {
			if part>>i&1 == 1 {
				c.at[i] += c.width
				there = there && c.other(i) < g.rank
			}
		}
		if there {
			g.divide(c, from)
		}
	}
}

// fill gives the cells of a block their facets.
func (g *globe) fill(b block, s span) {
	var n [3]int
	for i := range n {
		n[i] = b.width
		if b.other(i) >= g.rank {
			n[i] = 1
		}
	}
	for i := range n[0] {
		for j := range n[1] {
			for k := range n[2] {
				at := ((2*b.axis+b.sign)*steps+b.at[0]+i)*steps + b.at[1] + j
				g.cells[at*steps+b.at[2]+k] = s
			}
		}
	}
}
