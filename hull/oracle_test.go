package hull

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// missing skips a test for want of something outside the package, or fails it
// where that is not allowed (DAVY_NO_SKIP=1, as in continuous integration).
func missing(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("DAVY_NO_SKIP") == "1" {
		t.Fatalf("DAVY_NO_SKIP=1: "+format, args...)
	}
	t.Skipf(format, args...)
}

// A reference is the hull as Qhull sees it.
type reference struct {
	vertices []int
	planes   [][]float64 // n·x + planes[dim] <= 0 inside, simplicial facets
	volume   float64
}

// qhull runs qconvex on the points.
func qhull(t *testing.T, dim int, p []float64) reference {
	t.Helper()
	path, err := exec.LookPath("qconvex")
	if err != nil {
		missing(t, "no qconvex command to compare with (Debian: qhull-bin)")
	}
	var in bytes.Buffer
	fmt.Fprintf(&in, "%d\n%d\n", dim, len(p)/dim)
	for i, x := range p {
		in.WriteString(strconv.FormatFloat(x, 'g', -1, 64))
		in.WriteByte(" \n"[b2i(i%dim == dim-1)])
	}
	cmd := exec.Command(path, "Qt", "Fx", "n", "FS")
	cmd.Stdin = &in
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("qconvex: %v\n%s", err, err.(*exec.ExitError).Stderr)
	}
	words := strings.Fields(string(out))
	next := func() float64 {
		x, err := strconv.ParseFloat(words[0], 64)
		if err != nil {
			t.Fatalf("qconvex output: %v", err)
		}
		words = words[1:]
		return x
	}
	var r reference
	for range int(next()) {
		r.vertices = append(r.vertices, int(next()))
	}
	next() // dim+1
	for range int(next()) {
		row := make([]float64, dim+1)
		for a := range row {
			row[a] = next()
		}
		r.planes = append(r.planes, row)
	}
	next() // 0
	next() // 2
	next() // area
	r.volume = next()
	return r
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compare checks our hull of the points against Qhull's: vertices, volume,
// and membership of up to 100,000 points, fewer (but 1,000) where that would
// take more than work looks at a facet.
func compare(t *testing.T, dim int, p []float64, work int) {
	t.Helper()
	want := qhull(t, dim, p)
	h := mustNew(t, dim, p)
	mustHoldAll(t, h, p)

	index := map[string]bool{}
	for _, i := range want.vertices {
		index[fmt.Sprint(p[i*dim:(i+1)*dim])] = true
	}
	v := h.Vertices()
	for i := 0; i < len(v); i += dim {
		key := fmt.Sprint(v[i : i+dim])
		if !index[key] {
			t.Errorf("vertex %s is none of Qhull's", key)
		}
		delete(index, key)
	}
	for key := range index {
		t.Errorf("Qhull's vertex %s is missing", key)
	}
	if rel := math.Abs(h.Volume()/want.volume - 1); !(rel <= 1e-9) {
		t.Errorf("volume %v, Qhull %v, %.2g apart", h.Volume(), want.volume, rel)
	}

	queries := min(100_000, max(1_000, work/len(want.planes)))
	near, inside := 0, 0
	for _, x := range queryPoints(h, queries) {
		worst, scale := math.Inf(-1), 0.0
		for a := range dim {
			scale = max(scale, h.max[a]-h.min[a])
		}
		for _, n := range want.planes {
			worst = max(worst, dot(n[:dim], x)+n[dim])
			if worst > 1e-9*scale {
				break // outside for sure
			}
		}
		if math.Abs(worst) <= 1e-9*scale {
			near++
			continue
		}
		got := h.Contains(x)
		inside += b2i(got)
		if got != (worst < 0) {
			t.Fatalf("Contains(%v) = %v, Qhull has it at height %g", x, got, worst)
		}
	}
	if inside == 0 || inside == queries {
		t.Errorf("%d of %d query points inside: no test", inside, queries)
	}
	t.Logf("%d vertices, %d facets; of %d query points %d inside, %d too near to the boundary to compare",
		h.NumVertices(), h.NumHalfSpaces(), queries, inside, near)
}

// queryPoints returns points in and around a hull: half of them all over the
// bounding box and beyond, half near the boundary.
func queryPoints(h *Hull, n int) [][]float64 {
	r := newRand(99)
	c, v := h.Centre(), h.Vertices()
	out := make([][]float64, n)
	for i := range out {
		x := make([]float64, h.Dim())
		if i%2 == 0 {
			for a := range x {
				x[a] = h.min[a] + (h.max[a]-h.min[a])*(1.2*r.Float64()-0.1)
			}
		} else {
			left := 1.0
			for range h.Rank() {
				w := left * r.Float64()
				left -= w
				j := r.IntN(h.NumVertices()) * h.Dim()
				for a := range x {
					x[a] += w * v[j+a]
				}
			}
			stretch := 1 + 0.5*r.Float64()
			for a := range x {
				x[a] += left * v[a]
				x[a] = c[a] + (x[a]-c[a])*stretch
			}
		}
		out[i] = x
	}
	return out
}

func mustNew(t testing.TB, dim int, p []float64) *Hull {
	t.Helper()
	h, err := New(dim, p)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func mustHoldAll(t testing.TB, h *Hull, p []float64) {
	t.Helper()
	for i := 0; i < len(p); i += h.Dim() {
		if x := p[i : i+h.Dim()]; !h.Contains(x) {
			t.Fatalf("training point %v is not a member", x)
		} else if g := h.Gauge(x); !(g <= 1) {
			t.Fatalf("training point %v has gauge %v", x, g)
		}
	}
}

func TestQhull(t *testing.T) {
	sizes := map[int][]int{2: {10, 10000}, 3: {10, 5000}, 4: {12, 100, 3000}, 5: {14, 250}, 6: {16, 80}, 7: {18, 36}, 8: {20, 28}}
	for dim := MinDim; dim <= MaxDim; dim++ {
		for _, n := range sizes[dim] {
			for name, cloud := range map[string]func(int, int, uint64) []float64{"gaussian": gaussian, "uniform": uniform, "sphere": sphere} {
				n := n
				if name == "sphere" {
					n = min(n, 200) // all of them are vertices
				}
				t.Run(fmt.Sprintf("%s/%dx%d", name, n, dim), func(t *testing.T) {
					compare(t, dim, cloud(dim, n, uint64(n)), 20_000_000)
				})
			}
		}
	}
}

func TestQhullMining(t *testing.T) {
	for _, n := range []int{30, 144, 1008, 5000} {
		t.Run(strconv.Itoa(n), func(t *testing.T) { compare(t, 4, mining(n, uint64(n)), 250_000_000) })
	}
	t.Run("background", func(t *testing.T) { compare(t, 4, background(2000, 1), 250_000_000) })
}

// TestQhullRecorded takes miners recorded in the wild.
func TestQhullRecorded(t *testing.T) {
	for _, name := range []string{"mining-zec-nicehash-gtx1080ti-100pct", "mining-zec-nicehash-gtx1070-60pct"} {
		t.Run(name, func(t *testing.T) {
			p := recorded(t, filepath.Join("..", "..", "shared", "data", "dev", name+".600.log.gz"))
			t.Run("raw", func(t *testing.T) { compare(t, 4, p, 100_000_000) })
			t.Run("log1p", func(t *testing.T) { compare(t, 4, apply(p, math.Log1p), 100_000_000) })
		})
	}
}

// recorded reads a log of version 2 flow log records between two addresses and
// returns bytes and packets each way per 600 s.
func recorded(t *testing.T, path string) []float64 {
	t.Helper()
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		missing(t, "no recorded flow log %s", path)
	} else if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var p []float64
	start := map[string]int{}
	first := ""
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) != 14 || f[12] != "ACCEPT" {
			continue
		}
		if first == "" {
			first = f[3]
		}
		packets, bytes, begin := number(t, f[8]), number(t, f[9]), number(t, f[10])
		peers := min(f[3], f[4]) + max(f[3], f[4])
		key := fmt.Sprint(peers, int(begin)/600)
		at, ok := start[key]
		if !ok {
			at = len(p)
			start[key] = at
			p = append(p, 0, 0, 0, 0)
		}
		if f[3] != first {
			at += 2
		}
		p[at] += bytes
		p[at+1] += packets
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

func number(t *testing.T, s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
