package boost

import (
	"errors"
	"fmt"
)

// Reasons for which Train refuses its arguments. They come wrapped with the
// figures of the case; test for them with [errors.Is].
var (
	// ErrDim says that the number of features is not in 1..MaxDim.
	ErrDim = errors.New("boost: number of features out of range")
	// ErrShape says that coordinates, classes and weights are not of equally
	// many points.
	ErrShape = errors.New("boost: lengths do not agree")
	// ErrNoPoints says that there was nothing to learn from.
	ErrNoPoints = errors.New("boost: no points")
	// ErrOneClass says that all points are positive, or none is.
	ErrOneClass = errors.New("boost: one class only")
	// ErrOptions says that an option is negative, too large or not a number.
	ErrOptions = errors.New("boost: option out of range")
	// ErrTooLarge says that the sample or the trees outgrew their bounds.
	ErrTooLarge = errors.New("boost: too large")
)

// A NumberError names the first coordinate that is not a finite number of
// single-precision range, or the first weight that is not positive and so.
type NumberError struct {
	Point   int // counted from 0
	Feature int // counted from 0; -1 for the weight
	Value   float64
}

func (e *NumberError) Error() string {
	if e.Feature < 0 {
		return fmt.Sprintf("boost: point %d: weight is %v, want a positive number of single-precision range", e.Point, e.Value)
	}
	return fmt.Sprintf("boost: point %d: feature %d is %v, want a finite number of single-precision range", e.Point, e.Feature, e.Value)
}

// A FormatError says why bytes are not boosted trees.
type FormatError struct {
	Node   int // how many nodes had been read, or -1 if the fault is elsewhere
	Reason string
	Err    error // of the JSON or base64 decoder, or nil
}

func (e *FormatError) Error() string {
	s := "boost: not boosted trees: " + e.Reason
	if e.Node >= 0 {
		s = fmt.Sprintf("boost: not boosted trees: node %d: %s", e.Node, e.Reason)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *FormatError) Unwrap() error { return e.Err }
