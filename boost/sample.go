package boost

import (
	"fmt"
	"math"
	"slices"

	"davy/internal/grove"
)

// A sample is what the trees are grown on.
type sample struct {
	n, dim   int
	edges    [][]float32 // by feature: thresholds between its bins, ascending
	bins     []uint8     // which bin, shape (dim, n)
	positive []bool
	weight   []float64
	heaviest float64
}

// A real is a coordinate.
type real interface{ float32 | float64 }

func newSample[R real](x []R, dim int, positive []bool, weight []float64, opts Options) (*sample, error) {
	n := len(positive)
	switch {
	case dim < 1 || dim > MaxDim:
		return nil, fmt.Errorf("%w: %d, want 1 to %d", ErrDim, dim, MaxDim)
	case len(x)%dim != 0 || len(x)/dim != n:
		return nil, fmt.Errorf("%w: %d coordinates of %d features, %d classes", ErrShape, len(x), dim, n)
	case weight != nil && len(weight) != n:
		return nil, fmt.Errorf("%w: %d points, %d weights", ErrShape, n, len(weight))
	case n == 0:
		return nil, ErrNoPoints
	case n > math.MaxInt32/2:
		return nil, fmt.Errorf("%w: %d points", ErrTooLarge, n)
	case !slices.Contains(positive, !positive[0]):
		return nil, fmt.Errorf("%w: of %d points, positive is %v for all", ErrOneClass, n, positive[0])
	}
	s := &sample{
		n: n, dim: dim, positive: positive, weight: make([]float64, n),
		edges: make([][]float32, dim), bins: make([]uint8, n*dim),
	}
	for i := range n {
		w := 1.0
		if weight != nil {
			w = weight[i]
		}
		// Within this range no sum overflows or vanishes.
		if !(w >= math.SmallestNonzeroFloat32 && w <= math.MaxFloat32) {
			return nil, &NumberError{Point: i, Feature: -1, Value: w}
		}
		s.weight[i], s.heaviest = w, max(s.heaviest, w)
		for j, v := range x[i*dim : (i+1)*dim] {
			if v := float64(v); !(math.Abs(v) <= math.MaxFloat32) {
				return nil, &NumberError{Point: i, Feature: j, Value: v}
			}
		}
	}
	each(opts.Workers, dim, func(j int) { sort(s, x, j, opts.Bins) })
	return s, nil
}

// sort puts the values of a feature into bins.
func sort[R real](s *sample, x []R, feature, most int) {
	values := make([]float32, s.n)
	for i := range values {
		values[i] = grove.Ceil(float64(x[i*s.dim+feature]))
	}
	distinct := slices.Clone(values)
	slices.Sort(distinct)
	edges := between(slices.Compact(distinct), most)
	column := s.column(feature)
	for i, v := range values {
		bin, _ := slices.BinarySearch(edges, v)
		column[i] = uint8(bin)
	}
	s.edges[feature] = edges
}

// column returns the bins of a feature.
func (s *sample) column(feature int) []uint8 {
	return s.bins[feature*s.n : (feature+1)*s.n]
}

// between parts ascending values into at most that many bins, as equal in number
// as can be, and returns the midpoints of the gaps between them: for neighbours
// low and high, low <= midpoint < high.
func between(values []float32, most int) []float32 {
	bins := min(most, len(values))
	edges := make([]float32, 0, bins-1)
	for k := 1; k < bins; k++ {
		at := int(int64(k) * int64(len(values)) / int64(bins))
		low, high := values[at-1], values[at]
		middle := float32((float64(low) + float64(high)) / 2)
		if middle >= high {
			middle = low
		}
		edges = append(edges, middle)
	}
	return edges
}

// logOdds returns the margin of the whole sample. Rounded to single precision,
// it is the same for every logarithm that is right to a few bits more.
func (s *sample) logOdds() float32 {
	var weight [2]float64
	for i, w := range s.weight {
		if s.positive[i] {
			weight[1] += w
		} else {
			weight[0] += w
		}
	}
	return float32(math.Log(weight[1] / weight[0]))
}
