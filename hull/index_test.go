package hull

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync"
	"testing"
)

// scan is what an index must not differ from: asking all facets.
func scan(h *Hull, u *[MaxDim]float64, factor float64) answer {
	in := h.limits.none(u)
	if factor != 1 {
		in = h.depths.within(u, factor)
	}
	if in {
		return inside
	}
	return outside
}

// mustAgree holds the index against asking all facets about x and points next
// to it: by some last bits on an axis, and from the centre by less, as much and
// more than the shell is thick. It returns how many answers there were, and how
// many were doubts.
func mustAgree(t testing.TB, h *Hull, index *index, x []float64, factor float64) (asked, doubts int) {
	t.Helper()
	ask := func(x []float64) {
		var u [MaxDim]float64
		h.project(&u, x)
		if factor == 1 && !h.holds(x) || factor != 1 && far(&u) {
			return // Contains and Within do not get as far as the index
		}
		got := index.within(h.depths.four, &u, factor)
		if factor == 1 {
			got = index.contains(&u)
		}
		asked++
		doubts += b2i(got == doubt)
		if want := scan(h, &u, factor); got != doubt && got != want {
			t.Fatalf("%v, factor %v: index %v, all facets %v", x, factor, got, want)
		}
	}
	ask(x)
	y := slices.Clone(x)
	for a := range x {
		for _, up := range []float64{-1, 1} {
			for range 3 {
				y[a] = math.Nextafter(y[a], math.Inf(int(up)))
				ask(y)
			}
			y[a] = x[a]
		}
	}
	for _, part := range []float64{1e-16, 1e-12, 1e-9, thickness / 4, thickness / 2, thickness, 2 * thickness, 1e-5} {
		for _, up := range []float64{-1, 1} {
			for a := range x {
				y[a] = x[a] + up*part*(x[a]-h.centre[a])
			}
			ask(y)
		}
	}
	return asked, doubts
}

const random = 300

// aboutSurface returns points about the surface of a hull: first random ones,
// then its vertices, the middles of facets and of some of their edges, and the
// centre.
func aboutSurface(h *Hull) [][]float64 {
	out := queryPoints(h, random)
	var u [MaxDim]float64
	for f := range h.limits.four {
		if f >= 100 {
			break
		}
		k := &h.limits.four[f]
		middle, n := make([]float64, h.dim), 0.0
		var last []float64
		for i := 0; i < len(h.vertices); i += h.dim {
			v := h.vertices[i : i+h.dim]
			if h.project(&u, v); dot4n(k, &u)-k.c < -1e-12 {
				continue
			}
			edge := make([]float64, h.dim)
			for a := range v {
				middle[a] += v[a]
				if last != nil {
					edge[a] = (v[a] + last[a]) / 2
				}
			}
			if last != nil {
				out = append(out, edge)
			}
			last, n = v, n+1
		}
		if n > 0 {
			for a := range middle {
				middle[a] /= n
			}
			out = append(out, middle)
		}
	}
	for i := 0; i < min(len(h.vertices), 400); i += h.dim {
		out = append(out, h.vertices[i:i+h.dim])
	}
	return append(out, h.centre)
}

func dot4n(k *cut4, u *[MaxDim]float64) float64 { return dot(k.n[:], u[:4]) }

// indexed is clouds and larger ones, of which some hulls have an index.
func indexed() map[string]cloudOf {
	all := make(map[string]cloudOf)
	for name, c := range clouds() {
		all[name] = c
	}
	all["mining 20000"] = cloudOf{4, mining(20_000, 4)}
	all["background"] = cloudOf{4, background(5000, 4)}
	all["sphere 3"] = cloudOf{3, sphere(3, 400, 4)}
	all["sphere 4"] = cloudOf{4, sphere(4, 300, 4)}
	all["circle"] = cloudOf{2, sphere(2, 500, 4)}
	all["lattice ball"] = cloudOf{4, apply(sphere(4, 2000, 5), func(x float64) float64 { return math.Round(20 * x) })}
	for _, width := range []float64{1e-5, 1e-6, 1e-7, 1e-8} { // from thick to thinner than the shell allows
		m, r := uniform(4, 200, 6), newRand(6)
		all[fmt.Sprint("thin ", width)] = cloudOf{4, columns(200, column(m, 0, 1), column(m, 1, 1), column(m, 2, 1),
			func(i int) float64 { return m[4*i] + m[4*i+1]/2 + width*r.Float64() })}
	}
	return all
}

type cloudOf = struct {
	dim    int
	points []float64
}

// allAround returns n points of the surface in random directions of the index,
// a third of them where cells meet.
func allAround(h *Hull, index *index, n int) (out [][]float64) {
	r := newRand(12)
	for len(index.cells) > 0 && len(out) < n {
		var v, u [4]float64
		for a := range h.rank {
			v[a] = 2*r.Float64() - 1
			if r.IntN(3) == 0 {
				v[a] = float64(r.IntN(steps+1))*2/steps - 1 + []float64{0, 1e-15, -1e-15, 1e-9, -1e-9}[r.IntN(5)]
			}
		}
		v[r.IntN(h.rank)] = float64(2*r.IntN(2) - 1)
		for a := range h.rank { // u-centre is the solution of W(u-centre) = v
			u[a] = (v[a] - dot(index.axes[a][:a], u[:a])) / index.axes[a][a]
		}
		x := slices.Clone(h.centre)
		for j, a := range h.axes {
			x[a] += u[j] / h.scale[a]
		}
		if g := h.Gauge(x); !math.IsInf(g, 1) { // not off a flat by rounding
			for j, a := range h.axes {
				x[a] = h.centre[a] + u[j]/g/h.scale[a]
			}
		}
		out = append(out, x)
	}
	return out
}

// An index says nothing, or what all facets say.
func TestIndex(t *testing.T) {
	for name, c := range indexed() {
		t.Run(name, func(t *testing.T) {
			h := mustNew(t, c.dim, c.points)
			if h.Rank() > 4 {
				return
			}
			index := h.newIndex()
			thin := h.margin > thickness/2 // less thick than its rounding errors
			if made := len(index.cells) > 0; made == thin {
				t.Errorf("index made: %v, margin %g", made, h.margin)
			}
			about := append(aboutSurface(h), allAround(h, index, random)...)
			asked, doubts := 0, 0
			for i, x := range about {
				for _, factor := range []float64{1, 1 + 1e-9, 1.3, 50} {
					y := slices.Clone(x)
					for a := range y {
						y[a] = h.centre[a] + (x[a]-h.centre[a])*factor
					}
					n, d := mustAgree(t, h, index, y, factor)
					if i < random {
						asked, doubts = asked+n, doubts+d
					}
				}
			}
			if !thin && doubts > asked/20 {
				t.Errorf("%d doubts of %d", doubts, asked)
			}
		})
	}
}

// The facet by which a direction leaves the hull is in the direction's cell.
func TestIndexIsComplete(t *testing.T) {
	for name, c := range indexed() {
		t.Run(name, func(t *testing.T) {
			h := mustNew(t, c.dim, c.points)
			if h.Rank() > 4 || len(h.newIndex().cells) == 0 {
				return
			}
			index := h.newIndex()
			for _, x := range append(aboutSurface(h), allAround(h, index, 20*random)...) {
				var u [MaxDim]float64
				h.project(&u, x)
				most, facet := math.Inf(-1), 0
				for f := range h.depths.four {
					if d := dot4n(&h.depths.four[f], &u) - h.depths.four[f].c; d > most {
						most, facet = d, f
					}
				}
				there := math.Inf(-1)
				for _, f := range index.facets(&u) {
					there = max(there, dot4n(&h.depths.four[f], &u)-h.depths.four[f].c)
				}
				if index.facets(&u) != nil && there < most-1e-12 {
					t.Fatalf("%v: facet %d at %v is missing, the highest there is at %v", x, facet, most, there)
				}
			}
		})
	}
}

// A hull has its index after so many members, gives the same answers as before,
// and holds its points still; whoever asks at the same time.
func TestLazyIndex(t *testing.T) {
	for name, c := range indexed() {
		t.Run(name, func(t *testing.T) {
			h, plain := mustNew(t, c.dim, c.points), mustNew(t, c.dim, c.points)
			plain.index.Store(&noIndex)
			for range enough - 1 {
				if !h.Contains(h.vertices[:h.dim]) {
					t.Fatal("a vertex is no member")
				}
			}
			small := h.NumHalfSpaces() <= few || h.Rank() > 4
			if made := h.index.Load(); made != nil && !small || made == nil && small {
				t.Fatalf("%d facets: index %p too early or none", h.NumHalfSpaces(), made)
			}
			queries := aboutSurface(h)
			var wait sync.WaitGroup
			for range 4 {
				wait.Go(func() {
					for _, x := range queries {
						if got, want := h.Contains(x), plain.Contains(x); got != want {
							t.Errorf("Contains(%v) = %v, want %v", x, got, want)
						}
						if got, want := h.Within(x, 1.1), plain.Within(x, 1.1); got != want {
							t.Errorf("Within(%v) = %v, want %v", x, got, want)
						}
					}
				})
			}
			wait.Wait()
			if h.index.Load() == nil {
				t.Error("no index in the end")
			}
			mustHoldAll(t, h, c.points)
		})
	}
}

// FuzzIndex: whatever the hull, its index says what all facets say about its
// points, those between two of them, and all that are next to these.
func FuzzIndex(f *testing.F) {
	f.Add([]byte{4, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 5, 3, 1, 4, 4, 0, 7})
	f.Add([]byte{3, 26<<3 | 1, 26<<3 | 2, 26<<3 | 3, 26<<3 | 3, 26<<3 | 2, 26<<3 | 1, 0, 0, 0, 1, 1, 1, 2, 2, 2, 7, 0, 1})
	f.Add([]byte{4, 25<<3 | 1, 1, 25<<3 | 2, 1, 25<<3 | 3, 2, 25 << 3, 5, 25<<3 | 7, 1, 25<<3 | 1, 1, 25<<3 | 6, 3, 25<<3 | 5, 7, 25 << 3, 0, 25 << 3, 0})
	f.Add([]byte{2, 28<<3 | 1, 28<<3 | 2, 28<<3 | 3, 28<<3 | 7, 28<<3 | 5, 28<<3 | 5, 28<<3 | 1, 28<<3 | 6, 28<<3 | 7, 28<<3 | 7})
	greatest := []byte{31 << 3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xef, 0x7f} // next to it is infinity
	f.Add(slices.Concat([]byte{2, 0, 0, 4, 1, 1, 5, 3}, greatest, []byte{2, 2}, greatest, greatest))
	f.Fuzz(func(t *testing.T, data []byte) {
		dim, p := points(data)
		h, err := New(dim, p)
		if err != nil || h.Rank() > 4 {
			return
		}
		index := h.newIndex()
		if again := h.newIndex(); !reflect.DeepEqual(again, index) {
			t.Fatal("not the same index again")
		}
		x := make([]float64, dim)
		for i := 0; i < len(p); i += dim {
			for j := 0; j <= i; j += dim {
				for a := range x {
					x[a] = p[i+a]/2 + p[j+a]/2
				}
				mustAgree(t, h, index, x, 1)
				mustAgree(t, h, index, x, 1.5)
			}
		}
	})
}
