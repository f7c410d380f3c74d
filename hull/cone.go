package hull

// raise replaces the facets seen from p by a cone: one facet from each ridge
// of the horizon to p. The seen facets stay in place until their points have
// found a new one.
func (b *builder) raise(p int32) {
	b.cone = b.cone[:0]
	for _, r := range b.horizon {
		id := b.alloc()
		old := &b.facets[r.seen] // after alloc, which may move the facets
		f := &b.facets[id]
		f.v = old.v
		f.nb = [MaxDim]int32{none, none, none, none, none, none, none, none}
		// p takes the place of the vertex that is cut off. The ridge keeps its
		// orientation with that, and so the new facet has the hull below, no
		// matter how near to degenerate it is.
		f.v[r.k] = p
		outer := old.nb[r.k]
		f.nb[r.k] = outer
		b.facets[outer].nb[b.indexOf(outer, r.seen)] = id
		old.nb[r.k] = ^id // from now on the way to the new facet
		f.plane, f.exact = b.reliable(f.v[:b.dim], b.axes, coarse)
		b.cone = append(b.cone, sight{f.plane, id})
	}
	for n, r := range b.horizon {
		b.link(b.cone[n].facet, r)
	}
}

// link finds the neighbours of the new facet f within the cone. f stands on
// ridge r. Leave out another vertex of r, and what remains lies on one more
// ridge of the horizon; the way there leads around it, through seen facets.
func (b *builder) link(f int32, r ridge) {
	for j := range int32(b.dim) {
		if b.facets[f].nb[j] != none {
			continue
		}
		at := r.seen
		pivot := b.facets[at].v[r.k] // the vertex opposite to where we came from
		exit := j                    // the vertex opposite to where we go
		for b.facets[at].nb[exit] >= 0 {
			next := b.facets[at].nb[exit]
			entered := b.indexOf(next, at)
			leave := b.vertexIndex(next, pivot)
			pivot = b.facets[next].v[entered]
			at, exit = next, leave
		}
		g := ^b.facets[at].nb[exit]
		b.facets[f].nb[j] = g
		b.facets[g].nb[b.vertexIndex(at, pivot)] = f // g has the order of at
	}
}

// indexOf returns where facet f has g among its neighbours.
func (b *builder) indexOf(f, g int32) int32 {
	nb := &b.facets[f].nb
	for k := range int32(b.dim) {
		if nb[k] == g {
			return k
		}
	}
	panic("hull: neighbours do not know each other")
}

// vertexIndex returns where facet f has vertex v.
func (b *builder) vertexIndex(f, v int32) int32 {
	vs := &b.facets[f].v
	for k := range int32(b.dim) {
		if vs[k] == v {
			return k
		}
	}
	panic("hull: facets around a ridge do not share it")
}
