package hull

import (
	"fmt"
	"math"
)

// none stands for no point and no facet.
const none = -1

// A facet is a simplex of the hull's boundary. Its vertices are ordered so
// that the plane through them has the hull below.
type facet struct {
	plane
	v     [MaxDim]int32 // vertices: indices of points
	nb    [MaxDim]int32 // nb[k] shares all vertices but v[k]
	exact *exact        // made on demand

	// The points above the facet and above none that was asked before it: a
	// list by way of builder.next. far is the furthest of them.
	head, far int32
	height    float64

	mark int32 // +stamp seen from the point being added, -stamp not seen
	live bool
}

// A builder holds the state of quickhull (Barber, Dobkin & Huhdanpaa 1996) on
// a cloud of full rank. It differs from the paper in what it calls above: the
// exact sign of the orientation, so there are no thick facets and no facet is
// ever merged while the hull grows. A point on the plane of a facet does not
// see it; the facets it then forms may be coplanar with old ones, but no
// facet is ever degenerate.
type builder struct {
	*cloud
	limit  int   // of the number of facets
	axes   []int // all of them
	facets []facet
	free   []int32
	queue  queue
	next   []int32 // next[i] follows point i in its list
	stamp  int32

	// Scratch space of one step.
	seen    []int32
	horizon []ridge
	cone    []sight
}

// A ridge is where a facet that is seen meets one that is not, opposite to
// vertex k of the former.
type ridge struct {
	seen int32
	k    int32
}

// A sight is what deciding about a point needs of a facet, kept together.
type sight struct {
	plane
	facet int32
}

// grow builds the hull of the cloud, starting with the simplex v, unless that
// takes more than limit facets at a time.
func grow(c *cloud, v []int32, limit int) (*builder, error) {
	b := &builder{cloud: c, limit: limit, axes: make([]int, c.dim), next: make([]int32, c.n)}
	b.facets = make([]facet, 0, min(1024, 4*c.n)) // enough for most hulls: they are large, and copied to grow
	for a := range b.axes {
		b.axes[a] = a
	}
	b.start(v)
	for i := range int32(c.n) {
		b.assign(i, none)
	}
	b.enqueue()
	for len(b.queue) > 0 {
		w := b.queue.pop()
		if f := &b.facets[w.facet]; !f.live || f.head == none || f.height != w.height {
			continue // gone, and its points went to others
		}
		if err := b.add(w.facet); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// start makes the facets of the first simplex.
func (b *builder) start(v []int32) {
	for k := range v {
		f := b.alloc()
		p := &b.facets[f]
		j := 0
		for i := range v {
			if i != k {
				p.v[j], p.nb[j] = v[i], int32(i)
				j++
			}
		}
	}
	for k := range v {
		f := &b.facets[k]
		f.plane, f.exact = b.reliable(f.v[:b.dim], b.axes, coarse)
		if b.above(&f.plane, int32(k), v[k]) { // the opposite vertex must be below
			f.v[0], f.v[1] = f.v[1], f.v[0]
			f.nb[0], f.nb[1] = f.nb[1], f.nb[0]
			f.plane, f.exact = b.reliable(f.v[:b.dim], b.axes, coarse)
		}
		b.cone = append(b.cone, sight{f.plane, int32(k)})
	}
}

// alloc returns a fresh facet.
func (b *builder) alloc() int32 {
	var f int32
	if n := len(b.free); n > 0 {
		f = b.free[n-1]
		b.free = b.free[:n-1]
	} else {
		f = int32(len(b.facets))
		b.facets = append(b.facets, facet{})
	}
	p := &b.facets[f]
	p.exact = nil
	p.head, p.far, p.height = none, none, math.Inf(-1)
	p.mark, p.live = 0, true
	return f
}

// above reports whether point i is strictly above facet f, whose plane is p.
func (b *builder) above(p *plane, f, i int32) bool {
	h := p.at(b.unitOf(i))
	return h > p.err || h >= -p.err && b.aboveExactly(f, i)
}

func (b *builder) aboveExactly(f, i int32) bool { return b.side(b.exactly(f), i) > 0 }

// exactly returns the exact plane of facet f.
func (b *builder) exactly(f int32) *exact {
	p := &b.facets[f]
	if p.exact == nil {
		p.exact = b.cloud.exact(p.v[:b.dim], b.axes)
	}
	return p.exact
}

// add makes the furthest point above facet f a vertex of the hull.
func (b *builder) add(f int32) error {
	p := b.facets[f].far
	b.look(f, p)
	if len(b.facets)-len(b.free)+len(b.horizon) > b.limit {
		return fmt.Errorf("%w: more than %d facets", ErrTooLarge, b.limit)
	}
	b.raise(p)
	for _, s := range b.seen {
		for i := b.facets[s].head; i != none; {
			next := b.next[i]
			b.assign(i, p)
			i = next
		}
		b.facets[s].live = false
		b.free = append(b.free, s)
	}
	b.enqueue()
	return nil
}

// look finds the facets seen from p, starting from one of them, and their
// horizon. The facets seen from a point are connected.
func (b *builder) look(from, p int32) {
	b.stamp++
	b.seen = append(b.seen[:0], from)
	b.horizon = b.horizon[:0]
	b.facets[from].mark = b.stamp
	for n := 0; n < len(b.seen); n++ {
		f := &b.facets[b.seen[n]]
		for k := range b.dim {
			o := f.nb[k]
			g := &b.facets[o]
			if g.mark != b.stamp && g.mark != -b.stamp {
				if b.above(&g.plane, o, p) {
					g.mark = b.stamp
					b.seen = append(b.seen, o)
				} else {
					g.mark = -b.stamp
				}
			}
			if g.mark == -b.stamp {
				b.horizon = append(b.horizon, ridge{b.seen[n], int32(k)})
			}
		}
	}
}

// assign puts point i on the list of the first facet of the cone it is above.
// A point above none is inside and forgotten. apex is the point all facets of
// the cone have in common, if any: its duplicates need no exact tests.
func (b *builder) assign(i, apex int32) {
	u := b.unitOf(i)
	if len(u) == 4 {
		u0, u1, u2, u3 := u[0], u[1], u[2], u[3]
		for k := range b.cone {
			s := &b.cone[k]
			h := float64(s.n[0]*u0) + float64(s.n[1]*u1) + float64(s.n[2]*u2) + float64(s.n[3]*u3) - s.off
			if h < -s.err {
				continue
			}
			if h > s.err || b.aboveCone(s, i, apex) {
				b.push(s.facet, i, h)
				return
			}
		}
		return
	}
	for k := range b.cone {
		s := &b.cone[k]
		h := s.at(u)
		if h > s.err || h >= -s.err && b.aboveCone(s, i, apex) {
			b.push(s.facet, i, h)
			return
		}
	}
}

func (b *builder) aboveCone(s *sight, i, apex int32) bool {
	if apex != none && lexCompare(b.point(i), b.point(apex)) == 0 {
		return false
	}
	return b.aboveExactly(s.facet, i)
}

// push puts point i on the list of facet f.
func (b *builder) push(f, i int32, h float64) {
	p := &b.facets[f]
	b.next[i] = p.head
	p.head = i
	if h > p.height || h == p.height && b.less(i, p.far) {
		p.far, p.height = i, h
	}
}

// enqueue notes the facets of the cone that have points above them.
func (b *builder) enqueue() {
	for k := range b.cone {
		if f := b.cone[k].facet; b.facets[f].head != none {
			b.queue.push(waiting{b.facets[f].height, f})
		}
	}
}
