package hull

import (
	"cmp"
	"math"
	"slices"
)

// A surface is what is left of the building of a hull: one plane for each
// facet and the volume, all in unit coordinates of the axes the hull was built
// on.
type surface struct {
	facets []face
	volume float64
}

// A face is the plane of a facet and a vertex on it.
type face struct {
	plane
	on int32
}

// fine is the error a plane may have in the finished hull.
const fine = 0x1p-40

// surface computes the planes afresh, in a way that does not tell how the hull
// was found: a facet that is a simplex from its vertices in sorted order, and
// any other from the exact sum of the normals of the simplices it was cut
// into, its area vector, which is the same for every way to cut it.
func (b *builder) surface(s *boundary) surface {
	out := surface{facets: make([]face, 0, len(s.simplices))}
	place := make(map[int32]int) // where a facet is in cut
	var cut []cutFacet
	for i := range s.simplices {
		x := &s.simplices[i]
		if x.size == 1 {
			f := b.simplexFace(s, x.v)
			if x.odd {
				f.flip()
			}
			out.facets = append(out.facets, f)
			continue
		}
		n, ok := place[x.facet]
		if !ok {
			n = len(cut)
			place[x.facet] = n
			cut = append(cut, cutFacet{exact: exact{axes: b.axes}, first: s.corners[x.v[0]]})
		}
		f := &cut[n]
		f.add(b.exactly(x.id))
		for _, v := range x.v[:b.dim] {
			if s.extreme[v] && len(f.v) <= b.dim && !slices.Contains(f.v, v) {
				f.v = append(f.v, v)
			}
		}
	}
	for i := range cut {
		f := &cut[i]
		p := face{b.round(&f.exact, f.first), f.first}
		if len(f.v) == b.dim { // a simplex after all, cut at points that are no vertices
			slices.Sort(f.v)
			q := b.simplexFace(s, [MaxDim]int32(append(f.v, make([]int32, MaxDim)...)))
			if dot8(&p.n, &q.n) < 0 {
				q.flip()
			}
			p = q
		}
		out.facets = append(out.facets, p)
	}
	slices.SortFunc(out.facets, func(p, q face) int {
		if c := slices.Compare(p.n[:], q.n[:]); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(p.off, q.off), cmp.Compare(p.err, q.err), cmp.Compare(p.size, q.size), lexCompare(b.point(p.on), b.point(q.on)))
	})
	// A facet and the origin span a pyramid; together they fill the hull.
	origin := b.unitOf(s.corners[0])
	for i := range out.facets {
		p := &out.facets[i].plane
		out.volume -= float64(p.size * p.at(origin))
	}
	out.volume /= math.Gamma(float64(b.dim + 1))
	return out
}

// A cutFacet is a facet of several simplices.
type cutFacet struct {
	exact         // the sum of their normals
	first int32   // the first of its vertices
	v     []int32 // positions of its vertices in corners, counted up to dim+1
}

// simplexFace returns the plane through the corners v, which are in order.
func (b *builder) simplexFace(s *boundary, v [MaxDim]int32) face {
	for k := range v[:b.dim] {
		v[k] = s.corners[v[k]]
	}
	p, _ := b.reliable(v[:b.dim], b.axes, fine)
	return face{p, v[0]}
}

// segment is the surface of a hull of rank 1.
func segment(sub *cloud, ends []int32) surface {
	var out surface
	for k, sign := range []float64{-1, 1} {
		p := plane{n: [MaxDim]float64{sign}, err: 1.02 * eps * 8, size: 1}
		p.off = p.at(sub.unitOf(ends[k])) // off is still 0
		out.facets = append(out.facets, face{p, ends[k]})
	}
	out.volume = out.facets[0].off + out.facets[1].off
	return out
}

// describe fills in everything but the vertices. c has all axes;
// flat are the equations of the affine span.
func (h *Hull) describe(c *cloud, s surface, flat []wall) {
	h.setCentre()
	h.setQuery(c, s, flat)
	all := make([]int, h.dim)
	for a := range all {
		all[a] = a
	}
	for i := range h.spans {
		n := make([]float64, h.dim)
		h.rawNormal(n, &h.spans[i].plane, all)
		h.orthogonal(n)
		h.flats = append(h.flats, Plane{n, dot(n, h.vertices[:h.dim])})
	}
	h.faces = make([]HalfSpace, 0, len(s.facets))
	normals := make([]float64, len(s.facets)*h.dim)
	for i := range s.facets {
		f := &s.facets[i]
		n := normals[i*h.dim : (i+1)*h.dim : (i+1)*h.dim]
		h.rawNormal(n, &f.plane, h.axes)
		h.orthogonal(n)
		h.faces = append(h.faces, HalfSpace{n, dot(n, c.point(f.on))})
		h.tolerance = max(h.tolerance, f.err)
	}
	// The hull in the chosen axes is the shadow of the hull in its flat. It is
	// smaller by the cosine between the two, the determinant of the flat's
	// normals on the other axes.
	if s.volume > 0 {
		exp := 0
		for _, a := range h.axes {
			_, e := math.Frexp(h.scale[a])
			exp -= e - 1
		}
		h.volume = math.Ldexp(s.volume/h.shadow(), exp)
	}
}

// setCentre takes the mean at unit scale, by compensated summation (Neumaier
// 1974), to be on the flat of a flat hull to the last digits.
func (h *Hull) setCentre() {
	h.centre = make([]float64, h.dim)
	mean := make([]float64, h.dim)
	u := make([]float64, h.dim)
	lost := make([]float64, h.dim)
	for i := 0; i < len(h.vertices); i += h.dim {
		h.toUnit(u, h.vertices[i:i+h.dim])
		for a, x := range u {
			sum := mean[a] + x
			if mean[a] >= x { // both are non-negative
				lost[a] += (mean[a] - sum) + x
			} else {
				lost[a] += (x - sum) + mean[a]
			}
			mean[a] = sum
		}
	}
	for a := range mean {
		mean[a] = (mean[a] + lost[a]) / float64(h.NumVertices())
	}
	h.fromUnit(h.centre, mean)
}

// rawNormal writes to n the normal of p as a direction in raw coordinates, not
// normalised but of moderate length. p is in unit coordinates of the given
// axes.
func (h *Hull) rawNormal(n []float64, p *plane, axes []int) {
	// Scales are powers of two, perhaps far from 1: take the ratios to the
	// largest in use.
	top := 0.0
	for j, a := range axes {
		if p.n[j] != 0 {
			top = max(top, h.scale[a])
		}
	}
	for j, a := range axes {
		if p.n[j] != 0 { // else the ratio may be infinite
			n[a] = p.n[j] * (h.scale[a] / top)
		}
	}
}

// orthogonal makes n orthogonal to the flats so far and of length 1.
func (h *Hull) orthogonal(n []float64) {
	normalise(n)
	for range 2 { // the second round removes what the first one rounded
		for i := range h.flats {
			f := h.flats[i].Normal
			d := dot(n, f)
			for a := range n {
				n[a] -= float64(d * f[a])
			}
		}
		normalise(n)
	}
}

func normalise(n []float64) {
	most := 0.0
	for _, x := range n {
		most = max(most, math.Abs(x))
	}
	if most == 0 {
		return
	}
	for a := range n {
		n[a] /= most // against underflow of the squares
	}
	size := math.Sqrt(dot(n, n))
	for a := range n {
		n[a] = n[a]/size + 0
	}
}

func dot(p, q []float64) float64 {
	sum := 0.0
	for a, x := range p {
		sum += float64(x * q[a])
	}
	return sum
}

// shadow returns the volume of a unit cube in the flat after projection to the
// axes the hull was built on.
func (h *Hull) shadow() float64 {
	if len(h.flats) == 0 {
		return 1
	}
	var e edges
	var last []float64
	for i := range h.flats {
		last = last[:0]
		for a, x := range h.flats[i].Normal {
			if _, ok := slices.BinarySearch(h.axes, a); !ok {
				last = append(last, x)
			}
		}
		if i < len(h.flats)-1 {
			copy(e[i][:], last)
		}
	}
	n := cofactors(&e, len(h.flats))
	return math.Abs(dot(last, n[:]))
}
