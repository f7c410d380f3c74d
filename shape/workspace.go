package shape

// A Workspace keeps the memory of functions that are called often. Its methods
// give what the functions of the same name give, to the bit, and do not
// allocate once it has grown. A slice they return is valid until the next call
// of any of them. The zero value is ready; it is not for several goroutines at
// once.
type Workspace struct {
	slopes, rest, kept            []float64 // of a line, numbers to be reordered
	axis, nearest                 []float64 // of neighbours
	along                         Sample
	points                        [][4]float64
	centre, covariance, variances []float64
	lower                         []float64 // triangle of the covariance
}

// sized returns a slice of n numbers, of any value, in the memory of xs if that
// is large enough.
func sized[T any](xs []T, n int) []T {
	if cap(xs) < n {
		return make([]T, n)
	}
	return xs[:n]
}

// Median returns the median of xs, NaN for none.
func (w *Workspace) Median(xs []float64) float64 {
	if len(xs) == 0 {
		return Median(xs)
	}
	w.rest = append(w.rest[:0], xs...)
	return w.medianOf(w.rest)
}

// medianOf is [medianOf], in another way if that is quicker. xs may be without
// some of its values after that.
func (w *Workspace) medianOf(xs []float64) float64 {
	w.kept = sized(w.kept, len(xs))
	if len(xs) <= many {
		return medianAside(xs, w.kept)
	}
	if median, ok := guessMedian(xs, w.kept); ok {
		return median
	}
	return medianOf(xs)
}
