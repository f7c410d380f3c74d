package hull

import (
	"encoding/binary"
	"math"
	"reflect"
	"testing"
)

// points reads a cloud from bytes. The first says the dimension, then there is
// a byte for each coordinate: what it is of, and for some eight more with the
// bits of a float. Few distinct values make for many coincidences.
func points(data []byte) (dim int, p []float64) {
	if len(data) == 0 {
		return 0, nil
	}
	dim, data = int(data[0]%10), data[1:] // 0, 1 and 9 are refused
	for len(data) > 0 && len(p) < 120 {
		b := data[0]
		data = data[1:]
		v := float64(b & 7)
		switch b >> 3 {
		case 31:
			if len(data) < 8 {
				return dim, p
			}
			v = math.Float64frombits(binary.LittleEndian.Uint64(data))
			data = data[8:]
		case 30:
			v *= 5e-324
		case 29:
			v *= 0x1p1020
		case 28:
			v *= 0.1
		case 27:
			v = -v
		case 26:
			v = 1 + v*0x1p-52
		case 25:
			v = 1e15 + v
		case 24: // a point again
			if at := int(v) * dim; dim > 0 && len(p)%dim == 0 && at+dim <= len(p) {
				p = append(p, p[at:at+dim]...)
			}
			continue
		}
		p = append(p, v)
	}
	if dim > 0 {
		p = p[:len(p)-len(p)%dim]
	}
	return dim, p
}

// FuzzNew: whatever the points, there is an error or a hull that holds them
// all, ends somewhere and does not depend on their order.
func FuzzNew(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{4, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1})
	f.Add([]byte{2, 0, 0, 1, 0, 2, 0, 0, 2, 2, 2, 1, 1, 0, 1, 24<<3 | 1, 24<<3 | 2})
	f.Add([]byte{3, 26<<3 | 1, 26<<3 | 2, 26<<3 | 3, 26<<3 | 3, 26<<3 | 2, 26<<3 | 1, 0, 0, 0, 1, 1, 1, 2, 2, 2})
	f.Add([]byte{2, 29<<3 | 7, 30<<3 | 1, 27<<3 | 7, 30<<3 | 2, 29<<3 | 1, 30<<3 | 7})
	f.Add([]byte{4, 25<<3 | 1, 1, 25<<3 | 2, 1, 25<<3 | 3, 2, 25 << 3, 5, 25<<3 | 7, 1, 25<<3 | 1, 1, 25<<3 | 6, 3, 25<<3 | 5, 7, 25 << 3, 0, 25 << 3, 0})
	f.Add([]byte{2, 1, 255, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f, 2, 3})
	f.Add([]byte{2, 255, 1, 2, 3, 4, 5, 6, 7, 0x40, 255, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xef, 0xff, 1, 1, 255, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xef, 0x7f, 3})
	f.Add([]byte{8, 0, 1, 2, 0, 1, 2, 0, 1, 1, 1, 1, 0, 0, 2, 2, 0, 1, 0, 1, 0, 1, 0, 1, 0, 2, 2, 1, 1, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		dim, p := points(data)
		given := append([]float64(nil), p...)
		h, err := New(dim, p)
		if !reflect.DeepEqual(bitsOf(given), bitsOf(p)) {
			t.Fatal("New changed its argument")
		}
		if err != nil {
			if h != nil {
				t.Fatal("a hull and an error")
			}
			return
		}
		mustHoldAll(t, h, p)
		for a := range dim {
			x := h.Vertices()[:dim]
			x[a] = math.Nextafter(h.max[a], math.Inf(1))
			if h.Contains(x) || h.Gauge(x) <= 1 {
				t.Fatalf("%v is inside, beyond the bounding box", x)
			}
		}
		if h.Rank() < 1 || h.Rank() > dim || len(h.Flats()) != dim-h.Rank() || h.NumVertices() <= h.Rank() || h.NumHalfSpaces() <= h.Rank() {
			t.Fatalf("rank %d, %d flats, %d vertices, %d facets", h.Rank(), len(h.Flats()), h.NumVertices(), h.NumHalfSpaces())
		}
		if !(h.Volume() >= 0) || !(h.Tolerance() <= fine) {
			t.Fatalf("volume %v, tolerance %v", h.Volume(), h.Tolerance())
		}
		for how, q := range map[string][]float64{"shuffled": shuffled(dim, p, 1), "vertices": h.Vertices()} {
			if g := mustNew(t, dim, q); !reflect.DeepEqual(bitsOfHull(g), bitsOfHull(h)) {
				t.Fatalf("%s: not the same hull", how)
			}
		}
	})
}

func bitsOf(p []float64) []uint64 {
	out := make([]uint64, len(p))
	for i, x := range p {
		out[i] = math.Float64bits(x)
	}
	return out
}

// bitsOfHull is what of a hull must agree to the last bit, NaN (from
// half-spaces beyond the float range) included.
func bitsOfHull(h *Hull) [][]uint64 {
	out := [][]uint64{bitsOf(h.vertices), bitsOf(h.centre), bitsOf([]float64{h.volume, h.tolerance})}
	for _, f := range h.faces {
		out = append(out, bitsOf(f.Normal), bitsOf([]float64{f.Offset}))
	}
	for _, f := range h.flats {
		out = append(out, bitsOf(f.Normal), bitsOf([]float64{f.Offset}))
	}
	for _, f := range []cuts{h.limits, h.depths} {
		for _, k := range f.four {
			out = append(out, bitsOf(k.n[:]), bitsOf([]float64{k.c}))
		}
		for _, k := range f.eight {
			out = append(out, bitsOf(k.n[:]), bitsOf([]float64{k.c}))
		}
	}
	for _, s := range h.spans {
		out = append(out, bitsOf(s.n[:]), bitsOf([]float64{s.off, s.limit}))
	}
	return out
}
