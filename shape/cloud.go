package shape

import "math"

// count returns the number of points in a cloud. A dimension below 1 and a
// torn last point are mistakes of the caller.
func count(points []float64, dim int) int {
	if dim < 1 || len(points)%dim != 0 {
		panic("shape: the points do not have this dimension")
	}
	return len(points) / dim
}

// paired returns the length that x and y have in common.
func paired(x, y []float64) int {
	if len(x) != len(y) {
		panic("shape: two series of different length")
	}
	return len(x)
}

// distance is the Euclidean distance between two points.
func distance(a, b []float64) float64 { return math.Sqrt(distance2(a, b)) }

func distance2(a, b []float64) float64 {
	var sum float64
	b = b[:len(a)]
	for i, x := range a {
		d := x - b[i]
		sum += d * d
	}
	return sum
}

// BoxVolume returns the volume of the smallest box, with sides along the axes,
// that holds the points: 0 for a cloud that is flat along an axis, and for none.
func BoxVolume(points []float64, dim int) float64 {
	if count(points, dim) == 0 {
		return 0
	}
	volume := 1.0
	for axis := range dim {
		lo, hi := extent(points, dim, axis)
		volume *= hi - lo
	}
	return volume
}

// extent returns the least and the greatest coordinate along an axis. Which of
// them is next to be either cannot be foreseen, so there is no branch.
func extent(points []float64, dim, axis int) (lo, hi float64) {
	least := inOrder(points[axis])
	most := least
	for i := axis; i < len(points); i += dim {
		x := inOrder(points[i])
		least, most = min(least, x), max(most, x)
	}
	return outOfOrder(least), outOfOrder(most)
}

// inOrder returns a number's bits, turned so that they have the numbers' order.
func inOrder(x float64) int64 { return turned(int64(math.Float64bits(x))) }

// outOfOrder returns the number whose bits, turned, these are.
func outOfOrder(bits int64) float64 { return math.Float64frombits(uint64(turned(bits))) }

// turned turns the bits but for the sign of what is below 0.
func turned(bits int64) int64 { return bits ^ bits>>63&math.MaxInt64 }

// logBall is the logarithm of the volume of the unit ball, π^(d/2) / Γ(1 + d/2).
func logBall(dim int) float64 {
	half := float64(dim) / 2
	gamma, _ := math.Lgamma(1 + half)
	return half*math.Log(math.Pi) - gamma
}
