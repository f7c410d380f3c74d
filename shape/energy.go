package shape

// EnergyDistance returns 2E|X−Y| − E|X−X'| − E|Y−Y'| over two clouds, with
// Euclidean distances: 0 if and only if both are the same distribution, and in
// the unit of the coordinates. All pairs count, a point with itself too, so it
// is never below 0. (SciPy's energy_distance, for one dimension, is the square
// root.) Not ok if a cloud is empty. O((n+m)²): for many clouds against the
// same one see [MeanDistance] and [MeanDistanceBetween], its parts.
//
// Source: Székely & Rizzo, Energy statistics: A class of statistics based on
// distances, J. Stat. Plan. Inference 143 (2013).
func EnergyDistance(x, y []float64, dim int) (d float64, ok bool) {
	d, _, ok = energy(x, y, dim)
	return d, ok
}

// EnergyCoefficient returns [EnergyDistance] over 2E|X−Y|: 0 for the same
// distribution to 1 for two different constants, whatever the unit. Two clouds
// that are the same single point have 0. Not ok if a cloud is empty. Source:
// the energy coefficient of inhomogeneity of the same authors.
func EnergyCoefficient(x, y []float64, dim int) (h float64, ok bool) {
	d, between, ok := energy(x, y, dim)
	if between == 0 {
		return 0, ok
	}
	return d / (2 * between), ok
}

func energy(x, y []float64, dim int) (d, between float64, ok bool) {
	if count(x, dim) == 0 || count(y, dim) == 0 {
		return 0, 0, false
	}
	between = MeanDistanceBetween(x, y, dim)
	d = 2*between - MeanDistance(x, dim) - MeanDistance(y, dim)
	return max(d, 0), between, true // below 0 is rounding
}

// MeanDistance returns E|X−X'|, the mean distance over all n² ordered pairs of
// points, those of a point with itself included: 0 for none.
func MeanDistance(points []float64, dim int) float64 {
	n := count(points, dim)
	if n == 0 {
		return 0
	}
	var sum float64
	for i := range n {
		a := points[i*dim : (i+1)*dim]
		for j := range i {
			sum += distance(a, points[j*dim:(j+1)*dim])
		}
	}
	return 2 * sum / (float64(n) * float64(n))
}

// MeanDistanceBetween returns E|X−Y|, the mean distance from the points of one
// cloud to those of the other: 0 if either has none.
func MeanDistanceBetween(x, y []float64, dim int) float64 {
	n, m := count(x, dim), count(y, dim)
	if n == 0 || m == 0 {
		return 0
	}
	var sum float64
	for i := range n {
		a := x[i*dim : (i+1)*dim]
		for j := range m {
			sum += distance(a, y[j*dim:(j+1)*dim])
		}
	}
	return sum / (float64(n) * float64(m))
}
