package shape

import "math"

// Rings counts distances by the first of some radii, ascending, that they do
// not exceed. It takes their squares, and no roots: which squares have a root
// up to a radius is found beforehand, to the last bit. Floats that are not
// negative are in the order of their bits, as integers.
type rings struct {
	pairs []int    // by radius, and those beyond all
	past  []uint64 // bits of the least square that is beyond a radius; the last is beyond all numbers

	// Squares with the same leading bits are a slot. first is the first radius
	// that is not below all of the slot, and mostly it is above all.
	first []int32
	low   uint64 // the first slot, with all that is below
}

const (
	fraction = 52 - 6  // bits of a square that do not tell its slot: 64 slots to a factor of 2
	slots    = 64 * 32 // at most; radii below 2^-16 of the largest share one
)

func newRings(radii []float64) *rings {
	r := &rings{pairs: make([]int, len(radii)+1), past: make([]uint64, len(radii)+1)}
	for i, radius := range radii {
		r.past[i] = math.Float64bits(pastRoot(radius))
	}
	r.past[len(radii)] = math.MaxUint64
	if len(radii) > 0 {
		least, most := r.past[0]>>fraction, r.past[len(radii)-1]>>fraction
		r.low = max(least, most-min(most, slots-2))
		r.first = make([]int32, most+2-r.low)
	} else {
		r.first = make([]int32, 1)
	}
	i := 0
	for s := range r.first {
		for s > 0 && r.past[i] <= (r.low+uint64(s))<<fraction {
			i++
		}
		r.first[s] = int32(i)
	}
	return r
}

// pastRoot returns the least number whose root, rounded, exceeds r: 0 if that
// is below 0, and none, which is a NaN, if that is infinite.
func pastRoot(r float64) float64 {
	if !(r >= 0) {
		return 0
	}
	x := r * r
	for x > 0 && math.Sqrt(x) > r {
		x = math.Nextafter(x, 0)
	}
	for math.Sqrt(x) <= r {
		x = math.Float64frombits(math.Float64bits(x) + 1)
	}
	return x
}

// ring returns where a square belongs.
func ring(square float64, first []int32, past []uint64, low uint64) int32 {
	b := math.Float64bits(square)
	k := first[min(max(b>>fraction, low)-low, uint64(len(first)-1))]
	for b >= past[k] {
		k++
	}
	return k
}

// addAll counts the distances between all points.
func (r *rings) addAll(points []float64, dim int) {
	for i := range len(points) / dim {
		a := points[i*dim : (i+1)*dim]
		for j := range i {
			r.pairs[ring(distance2(a, points[j*dim:(j+1)*dim]), r.first, r.past, r.low)]++
		}
	}
}

// addAll4 is addAll in up to 4 dimensions. It takes two points at a time and
// counts them apart, so that one need not wait until the other is counted.
func (r *rings) addAll4(points []float64, dim int) {
	all := make([][4]float64, len(points)/dim)
	for i := range all {
		copy(all[i][:], points[i*dim:(i+1)*dim])
	}
	first, past, low := r.first, r.past, r.low
	even, odd := r.pairs, make([]int, len(r.pairs))
	for i := range all {
		rest := all[:i]
		a0, a1, a2, a3 := all[i][0], all[i][1], all[i][2], all[i][3] // kept in registers, and so not distance4
		for ; len(rest) >= 2; rest = rest[2:] {
			p, q := &rest[0], &rest[1]
			d0, d1, d2, d3 := a0-p[0], a1-p[1], a2-p[2], a3-p[3]
			e0, e1, e2, e3 := a0-q[0], a1-q[1], a2-q[2], a3-q[3]
			k := ring(d0*d0+d1*d1+d2*d2+d3*d3, first, past, low)
			l := ring(e0*e0+e1*e1+e2*e2+e3*e3, first, past, low)
			even[k]++
			odd[l]++
		}
		if len(rest) > 0 {
			even[ring(distance4(&all[i], &rest[0]), first, past, low)]++
		}
	}
	for k, n := range odd {
		r.pairs[k] += n
	}
}
