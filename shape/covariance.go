package shape

import "math"

// Covariance returns the mean of the points and their covariance, dim × dim,
// with the divisor n−1. An axis on which all agree has exactly 0. Fewer than
// two points have no covariance, all 0; no points have the origin as mean.
func Covariance(points []float64, dim int) (centre, covariance []float64) {
	return new(Workspace).Covariance(points, dim)
}

// Covariance is the function [Covariance].
func (w *Workspace) Covariance(points []float64, dim int) (centre, covariance []float64) {
	n := count(points, dim)
	w.centre, w.covariance = sized(w.centre, dim), sized(w.covariance, dim*dim)
	centre, covariance = w.centre, w.covariance
	clear(centre)
	clear(covariance)
	if n == 0 {
		return centre, covariance
	}
	first := points[:dim] // sums of differences from it: a constant stays exact
	for a := range dim {
		sum := 0.0
		for i := a; i < len(points); i += dim {
			sum += (points[i] - first[a]) / float64(n)
		}
		centre[a] = sum
	}
	if dim == 4 {
		products4(covariance, points, centre)
	} else {
		products(covariance, points, centre)
	}
	for a := range dim {
		for b := range a + 1 {
			covariance[a*dim+b] /= max(float64(n-1), 1)
			covariance[b*dim+a] = covariance[a*dim+b]
		}
	}
	for a := range dim {
		centre[a] += first[a]
	}
	return centre, covariance
}

// products fills in the lower triangle of the sums of products of coordinates
// about the centre, which is given from the first point.
func products(to, points, centre []float64) {
	dim := len(centre)
	first := points[:dim]
	for a := range dim {
		for b := range a + 1 {
			sum := 0.0
			for i := 0; i < len(points); i += dim {
				sum += (points[i+a] - first[a] - centre[a]) * (points[i+b] - first[b] - centre[b])
			}
			to[a*dim+b] = sum
		}
	}
}

// products4 is products in four dimensions. Each sum has its terms in the same
// order, but all are summed at a time: none has to wait for the one before.
func products4(to, points, centre []float64) {
	f, c := [4]float64(points), [4]float64(centre)
	var s00, s10, s11, s20, s21, s22, s30, s31, s32, s33 float64
	for ; len(points) >= 4; points = points[4:] {
		p0, p1, p2, p3 := points[0]-f[0]-c[0], points[1]-f[1]-c[1], points[2]-f[2]-c[2], points[3]-f[3]-c[3]
		s00 += p0 * p0
		s10 += p1 * p0
		s11 += p1 * p1
		s20 += p2 * p0
		s21 += p2 * p1
		s22 += p2 * p2
		s30 += p3 * p0
		s31 += p3 * p1
		s32 += p3 * p2
		s33 += p3 * p3
	}
	to[0] = s00
	to[4], to[5] = s10, s11
	to[8], to[9], to[10] = s20, s21, s22
	to[12], to[13], to[14], to[15] = s30, s31, s32, s33
}

// LogDetCovariance returns the logarithm of the generalised variance, the
// determinant of [Covariance]: twice the logarithm of a volume, so the cloud's
// size in one number. Flat clouds have −Inf: those of up to dim points, and those
// in which an axis is fixed by the others to about a millionth of its spread
// (2^-20), which is what the covariance can resolve. O(n dim²).
//
// Source: Wilks, Biometrika 24 (1932).
func LogDetCovariance(points []float64, dim int) float64 {
	return new(Workspace).LogDetCovariance(points, dim)
}

// LogDetCovariance is the function [LogDetCovariance].
func (w *Workspace) LogDetCovariance(points []float64, dim int) float64 {
	_, covariance := w.Covariance(points, dim)
	w.lower = sized(w.lower, dim*dim)
	lower, ok := w.lower, cholesky(w.lower, covariance, dim)
	if !ok || count(points, dim) <= dim {
		return math.Inf(-1)
	}
	var sum float64
	for a := range dim {
		sum += 2 * math.Log(lower[a*dim+a])
	}
	return sum
}

// Mahalanobis returns the radius of each point about a centre, in standard
// deviations: √((x−c)ᵀ S⁻¹ (x−c)) for the covariance S, dim × dim. For normal
// points it has a χ distribution with dim degrees of freedom. Not ok if the
// covariance is not positive definite, or flat as in [LogDetCovariance].
//
// Source: Mahalanobis, Proc. National Inst. Sci. India 2 (1936).
func Mahalanobis(points, centre, covariance []float64, dim int) (radii []float64, ok bool) {
	n := count(points, dim)
	if len(centre) != dim || len(covariance) != dim*dim {
		panic("shape: the centre or the covariance is of another dimension")
	}
	lower := make([]float64, dim*dim)
	if !cholesky(lower, covariance, dim) {
		return nil, false
	}
	radii = make([]float64, n)
	off, z := make([]float64, dim), make([]float64, dim)
	for i := range radii {
		for a := range off {
			off[a] = points[i*dim+a] - centre[a]
		}
		radii[i] = math.Sqrt(inverseForm(lower, off, z))
	}
	return radii, true
}

// InverseForm returns xᵀ S⁻¹ x for a symmetric matrix S, dim × dim for the dim
// numbers of x, of which what is above the diagonal is not read. Not ok if S is
// not positive definite, or flat as in [LogDetCovariance].
func (w *Workspace) InverseForm(x, s []float64) (form float64, ok bool) {
	dim := len(x)
	if len(s) != dim*dim {
		panic("shape: the matrix is of another dimension")
	}
	w.lower, w.rest = sized(w.lower, dim*dim), sized(w.rest, dim)
	if !cholesky(w.lower, s, dim) {
		return 0, false
	}
	return inverseForm(w.lower, x, w.rest), true
}

// inverseForm is xᵀ (L Lᵀ)⁻¹ x = |z|² where L z = x, in the room z.
func inverseForm(lower, x, z []float64) (form float64) {
	dim := len(x)
	for a := range x {
		z[a] = x[a]
		for b := range a {
			z[a] -= lower[a*dim+b] * z[b]
		}
		z[a] /= lower[a*dim+a]
		form += z[a] * z[a]
	}
	return form
}

// flat is the share of an axis' variance, not explained by the axes before it,
// that is no more than rounding: 2^13 products summed, each rounded to 2^-53.
const flat = 1.0 / (1 << 40)

// cholesky fills in the lower triangle L with L Lᵀ = s, for the symmetric dim ×
// dim matrix s; above the diagonal it writes nothing. Not ok if s is not
// positive definite by a margin of flat.
func cholesky(lower, s []float64, dim int) (ok bool) {
	for a := range dim {
		for b := range a + 1 {
			sum := s[a*dim+b]
			for c := range b {
				sum -= lower[a*dim+c] * lower[b*dim+c]
			}
			if a > b {
				lower[a*dim+b] = sum / lower[b*dim+b]
				continue
			}
			if !(sum > flat*s[a*dim+a]) { // NaN too
				return false
			}
			lower[a*dim+a] = math.Sqrt(sum)
		}
	}
	return true
}
