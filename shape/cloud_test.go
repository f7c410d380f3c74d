package shape

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Clouds of 4-D points of every kind that comes: spread, on a lattice with
// duplicates, along a line, and few.
func clouds(seed uint64) map[string][]float64 {
	r := rand.New(rand.NewPCG(seed, 4))
	make4 := func(n int, coordinate func(axis int) float64) []float64 {
		points := make([]float64, 4*n)
		for i := range points {
			points[i] = coordinate(i % 4)
		}
		return points
	}
	line := make4(50, func(int) float64 { return r.NormFloat64() * 0.1 })
	for i := range line {
		line[i] += float64(i/4) * float64(1+i%4)
	}
	return map[string][]float64{
		"normal":  make4(144, func(axis int) float64 { return 10 + float64(axis+1)*r.NormFloat64() }),
		"lattice": make4(144, func(int) float64 { return float64(r.IntN(4)) }),
		"line":    line,
		"uniform": make4(30, func(int) float64 { return 1e4 * r.Float64() }),
	}
}

func TestCloudsAgainstSciPy(t *testing.T) {
	type query struct{ X, Y []float64 }
	var queries []query
	for _, x := range clouds(1) {
		for _, y := range clouds(2) {
			queries = append(queries, query{x, y})
		}
	}
	var want []struct {
		Energy, Nearest, LogDet float64
		K, Radii, Values        []float64
		Axes                    [][]float64
	}
	scipy(t, `
import json, sys, math
import numpy as np
from scipy.spatial.distance import cdist, pdist
out = []
for q in json.load(sys.stdin):
    x, y = np.reshape(q["X"], (-1, 4)), np.reshape(q["Y"], (-1, 4))
    energy = 2 * cdist(x, y).mean() - cdist(x, x).mean() - cdist(y, y).mean()
    volume = float(np.prod(np.ptp(x, axis=0)))
    d = cdist(x, x)
    np.fill_diagonal(d, np.inf)
    expected = math.gamma(1.25) * (len(x) / volume * math.pi ** 2 / math.gamma(3)) ** -0.25
    k = [volume * int((d <= r).sum()) / (len(x) * (len(x) - 1)) for r in [0.5, 1, 3, 50]]
    cov = np.cov(x.T)
    radii = cdist(y, [x.mean(axis=0)], "mahalanobis", VI=np.linalg.inv(cov))[:, 0]
    values, vectors = np.linalg.eigh(cov)
    out.append({"Energy": energy, "Nearest": d.min(axis=0).mean() / expected, "K": k,
        "LogDet": np.linalg.slogdet(cov)[1], "Radii": radii.tolist(),
        "Values": values[::-1].tolist(), "Axes": vectors.T[::-1].tolist()})
json.dump(out, sys.stdout)
`, queries, &want)
	for i, q := range queries {
		volume := BoxVolume(q.X, 4)
		if got, ok := EnergyDistance(q.X, q.Y, 4); !ok || !near(got, want[i].Energy, 1e-10) {
			t.Errorf("energy %v, SciPy %v", got, want[i].Energy)
		}
		if got, ok := ClarkEvans(q.X, 4, volume); !ok || !near(got, want[i].Nearest, 1e-10) {
			t.Errorf("nearest neighbours %v, SciPy %v", got, want[i].Nearest)
		}
		if got := LogDetCovariance(q.X, 4); !near(got, want[i].LogDet, 1e-9) {
			t.Errorf("log determinant %v, NumPy %v", got, want[i].LogDet)
		}
		k, _ := RipleyK(q.X, 4, volume, []float64{0.5, 1, 3, 50})
		for j := range want[i].K {
			if !near(k[j], want[i].K[j], 1e-12) {
				t.Errorf("K %v, SciPy %v", k, want[i].K)
			}
		}
		centre, covariance := Covariance(q.X, 4)
		radii, ok := Mahalanobis(q.Y, centre, covariance, 4)
		for j := range radii {
			if !ok || !near(radii[j], want[i].Radii[j], 1e-8) {
				t.Errorf("radius %v, SciPy %v", radii[j], want[i].Radii[j])
			}
		}
		pca := PCA(q.X, 4, 4)
		for j := range 4 {
			axis := pca.Axes[4*j : 4*j+4]
			if !near(pca.Variances[j], want[i].Values[j], 1e-9) {
				t.Errorf("variance %v, NumPy %v", pca.Variances[j], want[i].Values[j])
			}
			var dot float64
			for a := range axis {
				dot += axis[a] * want[i].Axes[j][a]
			}
			if math.Abs(math.Abs(dot)-1) > 1e-9 {
				t.Errorf("axis %v, NumPy %v", axis, want[i].Axes[j])
			}
		}
	}
}

// What a statistic of a cloud must not see: order, and for those without a
// unit, size and place.
func TestCloudOrderAndScale(t *testing.T) {
	for name, points := range clouds(3) {
		other := clouds(4)["normal"]
		radii := []float64{0.5, 1, 2, 8}
		statistics := func(points, other []float64, scale float64) string {
			volume := BoxVolume(points, 4)
			r, _ := ClarkEvans(points, 4, volume)
			h, _ := EnergyCoefficient(points, other, 4)
			scaled := make([]float64, len(radii))
			for i := range radii {
				scaled[i] = radii[i] * scale
			}
			l, _ := RipleyL(points, 4, volume, scaled)
			pca := PCA(points, 4, 2)
			logdet := LogDetCovariance(points, 4) - 8*math.Log(scale)
			return fmt.Sprintf("%.8g %.8g %.8g %.8g %.8g %.8g", r, DuplicateShare(points, 4), h, l[3]/scale, pca.Variances[0]/pca.Total, logdet)
		}
		want := statistics(points, other, 1)
		var turned []float64
		for i := len(points) - 4; i >= 0; i -= 4 {
			turned = append(turned, points[i:i+4]...)
		}
		if got := statistics(turned, other, 1); got != want {
			t.Errorf("%s backwards: %s, want %s", name, got, want)
		}
		times := func(xs []float64) []float64 {
			out := slices.Clone(xs)
			for i := range out {
				out[i] = 1024*xs[i] + 4096
			}
			return out
		}
		if got := statistics(times(points), times(other), 1024); got != want {
			t.Errorf("%s larger: %s, want %s", name, got, want)
		}
	}
}

// Too few points, and clouds without extent, have the results the comments name.
func TestCloudsWithoutExtent(t *testing.T) {
	same := slices.Repeat([]float64{0.1, 2, 3, 4}, 20)
	plane := clouds(5)["normal"]
	for i := 3; i < len(plane); i += 4 {
		plane[i] = 2*plane[i-1] + plane[i-3]
	}
	for _, c := range []struct {
		name      string
		points    []float64
		duplicate float64
		nearest   bool // with the volume 1
	}{
		{"none", nil, 0, false},
		{"one", []float64{1, 2, 3, 4}, 0, false},
		{"two", []float64{1, 2, 3, 4, 1, 2, 3, 4.5}, 0, true},
		{"same", same, 1, true},
		{"plane", plane, 0, true},
	} {
		if got := LogDetCovariance(c.points, 4); !math.IsInf(got, -1) {
			t.Errorf("%s: log determinant %v", c.name, got)
		}
		centre, covariance := Covariance(c.points, 4)
		if _, ok := Mahalanobis(c.points, centre, covariance, 4); ok {
			t.Errorf("%s: radii about a flat covariance", c.name)
		}
		if got := DuplicateShare(c.points, 4); got != c.duplicate {
			t.Errorf("%s: duplicates %v, want %v", c.name, got, c.duplicate)
		}
		if _, ok := ClarkEvans(c.points, 4, 1); ok != c.nearest {
			t.Errorf("%s: nearest neighbours %v, want %v", c.name, ok, c.nearest)
		}
		for _, volume := range []float64{0, -1, math.NaN(), math.Inf(1)} {
			if _, ok := ClarkEvans(c.points, 4, volume); ok {
				t.Errorf("%s: nearest neighbours in the volume %v", c.name, volume)
			}
			if _, ok := RipleyL(c.points, 4, volume, []float64{1}); ok {
				t.Errorf("%s: K in the volume %v", c.name, volume)
			}
		}
		d, ok := EnergyDistance(c.points, c.points, 4)
		if ok != (len(c.points) > 0) || d > 1e-12 {
			t.Errorf("%s: energy distance from itself %v, %v", c.name, d, ok)
		}
		pca := PCA(c.points, 4, 9)
		for i := range 4 {
			for j := range 4 {
				var dot, want float64
				for a := range 4 {
					dot += pca.Axes[4*i+a] * pca.Axes[4*j+a]
				}
				if i == j {
					want = 1
				}
				if !near(dot, want, 1e-12) {
					t.Errorf("%s: axes %d and %d have the product %v", c.name, i, j, dot)
				}
			}
		}
	}
	if _, covariance := Covariance(same, 4); !slices.Equal(covariance, make([]float64, 16)) {
		t.Errorf("the covariance of one point, twenty times: %v", covariance)
	}
}

// The energy distance of a cloud from itself, in another order, is 0 but for
// rounding, and never below.
func TestEnergyDistanceFromItself(t *testing.T) {
	for seed := range uint64(20) {
		for name, x := range clouds(seed) {
			turned := slices.Concat(x[len(x)/8*4:], x[:len(x)/8*4])
			if d, ok := EnergyDistance(x, turned, 4); !ok || d < 0 || d > 1e-12*MeanDistance(x, 4) {
				t.Errorf("%s: %v", name, d)
			}
		}
	}
}

// Small clouds, by hand.
func TestCloudClosedForms(t *testing.T) {
	square := []float64{0, 0, 1, 0, 0, 1, 1, 1}
	// Four points in a volume of 4: density 1, where 1/2 is expected.
	if r, _ := ClarkEvans(square, 2, 4); !near(r, 2, 1e-12) {
		t.Errorf("square: %v, want 2", r)
	}
	// Each has 2 of 3 others at 1 and all within √2.
	if k, _ := RipleyK(square, 2, 4, []float64{0, 0.9, 1, 1.5}); !slices.Equal(k, []float64{0, 0, 4 * 2.0 / 3, 4}) {
		t.Errorf("square: K = %v", k)
	}
	if l, _ := RipleyL(square, 2, 4, []float64{1.5}); !near(l[0], math.Sqrt(4/math.Pi), 1e-12) {
		t.Errorf("square: L = %v", l)
	}
	// A triangular lattice is the most regular: 2.1491 (Clark & Evans 1954).
	var lattice []float64
	for i := range 60 {
		for j := range 60 {
			lattice = append(lattice, float64(i)+float64(j)/2, float64(j)*math.Sqrt(3)/2)
		}
	}
	if r, _ := ClarkEvans(lattice, 2, 3600*math.Sqrt(3)/2); !near(r, 2.1491, 1e-4) {
		t.Errorf("lattice: %v, want 2.1491", r)
	}
	if got := DuplicateShare([]float64{1, 2, 1, 3, 1, 2, 5, 5, 1, 2}, 2); got != 0.6 {
		t.Errorf("three of five coincide: %v", got)
	}
	// Two points 3 apart: 2·3 − 0 − 0, and all of it.
	d, _ := EnergyDistance([]float64{1, 1}, []float64{1, 4}, 2)
	h, _ := EnergyCoefficient([]float64{1, 1}, []float64{1, 4}, 2)
	if d != 6 || h != 1 {
		t.Errorf("two points: %v, %v, want 6 and 1", d, h)
	}
	// Along (3, 4): variances 25·1 and 0, projections ±5.
	pca := PCA([]float64{-3, -4, 0, 0, 3, 4}, 2, 1)
	if !near(pca.Variances[0], 25, 1e-12) || !near(pca.Axes[0], 0.6, 1e-12) || !near(pca.Axes[1], 0.8, 1e-12) {
		t.Errorf("axis %v, variance %v", pca.Axes, pca.Variances)
	}
	if p := pca.Project([]float64{3, 4, -3, -4}); !near(p[0], 5, 1e-12) || !near(p[1], -5, 1e-12) {
		t.Errorf("projections %v", p)
	}
}

// Points strewn at random have R = 1, but for the rim.
func TestClarkEvansOfRandomPoints(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	points := make([]float64, 2*4000)
	for i := range points {
		points[i] = r.Float64()
	}
	// Edge effect of a square (Donnelly 1978): 1 + 0.41/√n, 0.7 % here; the standard error of R is 0.52/√n, 0.8 %.
	if got, _ := ClarkEvans(points, 2, 1); math.Abs(got-1) > 0.03 {
		t.Errorf("random points: %v, want 1", got)
	}
}

func BenchmarkCloud(b *testing.B) {
	x, y := clouds(1)["normal"], clouds(2)["normal"]
	volume := BoxVolume(x, 4)
	centre, covariance := Covariance(x, 4)
	for _, c := range []struct {
		name string
		run  func()
	}{
		{"ClarkEvans", func() { ClarkEvans(x, 4, volume) }},
		{"DuplicateShare", func() { DuplicateShare(x, 4) }},
		{"EnergyDistance", func() { EnergyDistance(x, y, 4) }},
		{"MeanDistanceBetween", func() { MeanDistanceBetween(x, y, 4) }},
		{"RipleyL", func() { RipleyL(x, 4, volume, []float64{0.5, 1, 1.5, 2, 3, 4, 6, 8}) }},
		{"LogDetCovariance", func() { LogDetCovariance(x, 4) }},
		{"Mahalanobis", func() { Mahalanobis(x, centre, covariance, 4) }},
		{"PCA", func() { PCA(x, 4, 2) }},
		{"KMeans", func() { KMeans(x, 4, 3, 1) }},
		{"DBSCAN", func() { DBSCAN(x, 4, 1.5, 5) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.run()
			}
		})
	}
}

// The form of one point is the square of its radius; nothing above the diagonal
// is read, and what is flat has none.
func TestInverseForm(t *testing.T) {
	const dim = 4
	r := rand.New(rand.NewPCG(1, 2))
	points := make([]float64, dim*50)
	for i := range points {
		points[i] = r.NormFloat64() * float64(1+i%dim)
	}
	_, covariance := Covariance(points, dim)
	radii, ok := Mahalanobis(points, make([]float64, dim), covariance, dim)
	if !ok {
		t.Fatal("no radius")
	}
	for a := range dim {
		for b := a + 1; b < dim; b++ {
			covariance[a*dim+b] = math.NaN()
		}
	}
	var w Workspace
	for i, radius := range radii {
		got, ok := w.InverseForm(points[i*dim:(i+1)*dim], covariance)
		if !ok || math.Abs(got-radius*radius) > 1e-12*radius*radius {
			t.Fatalf("point %d: %v, %v, want %v", i, got, ok, radius*radius)
		}
	}
	// By hand: [1 2] and [[4 2] [2 5]] give 0.8125.
	if got, ok := w.InverseForm([]float64{1, 2}, []float64{4, 2, 2, 5}); !ok || math.Abs(got-0.8125) > 1e-15 {
		t.Errorf("%v, %v, want 0.8125", got, ok)
	}
	if _, ok := w.InverseForm([]float64{1, 2}, []float64{4, 2, 2, 1}); ok {
		t.Error("a flat matrix has a form")
	}
}
