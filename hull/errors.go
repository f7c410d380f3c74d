package hull

import (
	"errors"
	"fmt"
)

// Reasons for which New refuses its arguments. They come wrapped with the
// figures of the case; test for them with [errors.Is].
var (
	// ErrDim says that the dimension is not in MinDim..MaxDim.
	ErrDim = errors.New("hull: dimension out of range")
	// ErrShape says that the coordinates are not a whole number of points.
	ErrShape = errors.New("hull: coordinates do not fill whole points")
	// ErrNoPoints says that there was nothing to enclose.
	ErrNoPoints = errors.New("hull: no points")
	// ErrTooLarge says that the hull, or the cloud, outgrew MaxFacets or
	// MaxPoints. The number of facets may grow as points^(dim/2), so a few
	// thousand points in eight dimensions can be too many.
	ErrTooLarge = errors.New("hull: too large")
)

// A CoordinateError names the first coordinate that is not a finite number.
type CoordinateError struct {
	Point, Axis int // both counted from 0
	Value       float64
}

func (e *CoordinateError) Error() string {
	return fmt.Sprintf("hull: point %d: coordinate %d is %v, want a finite number", e.Point, e.Axis, e.Value)
}

// A DegenerateError says that the points do not span even a line segment:
// they are all the same point. Clouds of higher rank are never refused.
type DegenerateError struct {
	Rank     int // dimension of the affine span of the points, 0
	Points   int // how many points were given
	Distinct int // how many of them differ, 1
}

func (e *DegenerateError) Error() string {
	return fmt.Sprintf("hull: points have rank %d: %d given, %d distinct, at least 2 needed", e.Rank, e.Points, e.Distinct)
}
