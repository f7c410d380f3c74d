package shape

import (
	"cmp"
	"math"
	"slices"
)

// Components are the principal axes of a cloud.
type Components struct {
	Centre    []float64
	Axes      []float64 // unit vectors, one after the other, the widest first
	Variances []float64 // along each
	Total     float64   // variance of the cloud: Variances over Total is what an axis shows
}

// PCA returns the k widest principal axes of a cloud, all for k ≥ dim. The
// largest coordinate of each, and the first of such, is positive. Without
// spread, as of fewer than two points, they are the axes of the coordinates.
//
// Source: Pearson, Phil. Magazine 2 (1901); Jacobi's rotations as in Golub &
// Van Loan, Matrix Computations, 8.5.
func PCA(points []float64, dim, k int) Components {
	centre, covariance := Covariance(points, dim)
	vectors := make([]float64, dim*dim)
	for i := range dim {
		vectors[i*dim+i] = 1
	}
	jacobi(covariance, vectors, dim) // leaves the variances on the diagonal
	order := make([]int, dim)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(covariance[b*dim+b], covariance[a*dim+a]) })
	c := Components{Centre: centre}
	for i, at := range order {
		variance := max(covariance[at*dim+at], 0)
		c.Total += variance
		if i < k {
			c.Variances = append(c.Variances, variance)
			c.Axes = append(c.Axes, upright(vectors[at*dim:(at+1)*dim])...)
		}
	}
	return c
}

// AxisVariances returns the variances along all principal axes of a cloud, the
// widest first: those of [PCA], without the axes. It is valid until the next
// call.
func (w *Workspace) AxisVariances(points []float64, dim int) []float64 {
	_, covariance := w.Covariance(points, dim)
	jacobi(covariance, nil, dim)
	w.variances = sized(w.variances, dim)
	for i := range dim {
		w.variances[i] = max(covariance[i*dim+i], 0)
	}
	slices.SortFunc(w.variances, func(a, b float64) int { return cmp.Compare(b, a) })
	return w.variances
}

// Project returns the coordinates of points along the axes, from the centre.
func (c Components) Project(points []float64) []float64 {
	dim := len(c.Centre)
	out := make([]float64, 0, count(points, dim)*len(c.Variances))
	for point := range slices.Chunk(points, dim) {
		for axis := range slices.Chunk(c.Axes, dim) {
			var along float64
			for i, x := range point {
				along += (x - c.Centre[i]) * axis[i]
			}
			out = append(out, along)
		}
	}
	return out
}

// jacobi turns the symmetric dim × dim matrix s until it is diagonal, and the
// rows of vectors, if there are any, with it: from unit vectors to eigenvectors.
func jacobi(s, vectors []float64, dim int) {
	for range 30 { // sweeps; convergence is quadratic, and 10 are many
		turned := false
		for p := range dim {
			for q := range p {
				if math.Abs(s[p*dim+q]) > 0x1p-53*math.Sqrt(math.Abs(s[p*dim+p]))*math.Sqrt(math.Abs(s[q*dim+q])) {
					turn(s, vectors, dim, p, q)
					turned = true
				}
			}
		}
		if !turned {
			return
		}
	}
}

// turn rotates axes p and q so that s has 0 where they cross.
func turn(s, vectors []float64, dim, p, q int) {
	theta := (s[q*dim+q] - s[p*dim+p]) / (2 * s[p*dim+q])
	t := math.Copysign(1/(math.Abs(theta)+math.Hypot(theta, 1)), theta)
	cos := 1 / math.Hypot(t, 1)
	sin := t * cos
	rotate := func(m []float64, i, j int) {
		m[i], m[j] = cos*m[i]-sin*m[j], sin*m[i]+cos*m[j]
	}
	for i := range dim {
		rotate(s, i*dim+p, i*dim+q)
	}
	for i := range dim {
		rotate(s, p*dim+i, q*dim+i)
		if vectors != nil {
			rotate(vectors, p*dim+i, q*dim+i)
		}
	}
	s[p*dim+q], s[q*dim+p] = 0, 0
}

// upright turns a vector round if its largest coordinate is negative.
func upright(v []float64) []float64 {
	largest := 0.0
	for _, x := range v {
		if math.Abs(x) > math.Abs(largest) {
			largest = x
		}
	}
	if largest < 0 {
		for i := range v {
			v[i] = -v[i]
		}
	}
	return v
}
