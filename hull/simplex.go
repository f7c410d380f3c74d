package hull

import "math"

// A frame is a simplex of points of a cloud that spans all of it.
type frame struct {
	v    []int32 // rank+1 points, affinely independent
	axes []int   // rank axes on which v is independent as well
	flat []wall  // one equation for every other axis; all points lie on all of them
}

// A wall is a plane with what is needed to decide about it exactly.
type wall struct {
	plane
	v     []int32
	axes  []int
	exact *exact // made on demand
}

// findFrame picks one point after another, always the one furthest from the
// span of those before it, until none is left outside the span.
//
// The span of k+1 points that are independent on k axes is described by one
// plane for each other axis, through these points in the subspace of the k
// axes and that one. A point is in the span when it is on all those planes,
// and one that is off a plane adds its axis to the independent ones. That
// makes rank a matter of the same two-step test as everything else: clear
// cases in floating point, the others exactly.
//
// It returns nil when all points are equal.
func (c *cloud) findFrame() *frame {
	axis, width := -1, 0.0
	for a := range c.dim {
		if w := float64(c.max[a]*c.scale[a]) - float64(c.min[a]*c.scale[a]); c.min[a] < c.max[a] && w >= width {
			axis, width = a, w
		}
	}
	if axis < 0 {
		return nil
	}
	low, high := c.ends(axis)
	f := &frame{v: []int32{low, high}, axes: []int{axis}}
	for len(f.axes) < c.dim {
		walls := c.span(f)
		far, w, sure := c.furthest(walls)
		if !sure {
			far, w = c.furthestExactly(walls)
		}
		if far < 0 {
			f.flat = walls
			break
		}
		f.v = append(f.v, far)
		f.axes = append(f.axes, walls[w].axes[len(f.axes)])
	}
	return f
}

// ends returns the lowest and the highest point on an axis.
func (c *cloud) ends(axis int) (low, high int32) {
	for i := range int32(c.n) {
		x := c.point(i)[axis]
		if l := c.point(low)[axis]; x < l || x == l && c.less(i, low) {
			low = i
		}
		if h := c.point(high)[axis]; x > h || x == h && c.less(i, high) {
			high = i
		}
	}
	return low, high
}

// span returns the equations of the span of f so far, one for each axis not
// yet in f, which is the last axis of the equation.
func (c *cloud) span(f *frame) []wall {
	used := [MaxDim]bool{}
	for _, a := range f.axes {
		used[a] = true
	}
	var walls []wall
	for a := range c.dim {
		if used[a] {
			continue
		}
		w := wall{v: f.v, axes: append(append([]int(nil), f.axes...), a)}
		w.plane, w.exact = c.reliable(w.v, w.axes, coarse)
		walls = append(walls, w)
	}
	return walls
}

// coarse is the error a plane may have while the hull is being built: anything
// better only saves exact tests.
const coarse = 0x1p-26

// reliable returns the plane through v, computed exactly and rounded when
// floating point alone leaves an error above limit. The exact plane comes
// along if there is one.
func (c *cloud) reliable(v []int32, axes []int, limit float64) (plane, *exact) {
	p := c.plane(v, axes)
	if p.err <= limit {
		return p, nil
	}
	x := c.exact(v, axes)
	return c.round(x, v[0]), x
}

// furthest returns the point furthest from any of the walls, and which wall
// that is. sure says that the point is off the wall beyond doubt.
func (c *cloud) furthest(walls []wall) (far int32, which int, sure bool) {
	far, best := -1, -1.0
	for i := range int32(c.n) {
		u := c.unitOf(i)
		for k := range walls {
			h := math.Abs(walls[k].at(u))
			if h > best || h == best && c.precedes(i, k, far, which) {
				far, which, best = i, k, h
			}
		}
	}
	return far, which, best > walls[which].err
}

// furthestExactly is furthest among the points that are off a wall by exact
// arithmetic, or -1 when there is none.
func (c *cloud) furthestExactly(walls []wall) (far int32, which int) {
	far, best := -1, -1.0
	for i := range int32(c.n) {
		u := c.unitOf(i)
		for k := range walls {
			w := &walls[k]
			h := math.Abs(w.at(u))
			if h < best || h == best && !c.precedes(i, k, far, which) {
				continue
			}
			if h > w.err || c.off(w, i) {
				far, which, best = i, k, h
			}
		}
	}
	return far, which
}

// precedes breaks the tie between point i for wall k and point far for which.
func (c *cloud) precedes(i int32, k int, far int32, which int) bool {
	return k < which || k == which && c.less(i, far)
}

func (c *cloud) off(w *wall, i int32) bool {
	if w.exact == nil {
		w.exact = c.exact(w.v, w.axes)
	}
	return c.side(w.exact, i) != 0
}
