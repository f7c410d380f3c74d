package report

import (
	"math"
	"slices"
	"strings"

	"davy/detect"
)

// A scale is a line of text on which numbers have their places.
type scale struct {
	lo, hi float64
	cells  int
}

// scaleCells is how wide a scale is at most.
const scaleCells = 48

// newScale returns a scale that holds all that a piece of evidence has: value,
// threshold and both ranges.
func newScale(e *detect.Evidence, cells int) scale {
	marks := []float64{e.Value}
	if e.Threshold != nil {
		marks = append(marks, *e.Threshold)
	}
	for _, r := range []*[2]float64{e.Miner, e.Ordinary} {
		if r != nil {
			marks = append(marks, r[0], r[1])
		}
	}
	return scale{lo: slices.Min(marks), hi: slices.Max(marks), cells: cells}
}

// at is the cell of a number. Halves are taken first: the ends may be so far
// apart that their difference is no number.
func (s scale) at(x float64) int {
	if !(s.lo < s.hi) {
		return s.cells / 2
	}
	share := (x/2 - s.lo/2) / (s.hi/2 - s.lo/2)
	if math.IsNaN(share) {
		return s.cells / 2
	}
	return min(s.cells-1, max(0, int(math.Round(share*float64(s.cells-1)))))
}

// Signs of a scale.
const (
	signEmpty = "·"
	signRange = "─"
	signLow   = "├"
	signHigh  = "┤"
	signPoint = "┼" // a range of one cell
	signLimit = "┆" // threshold
	signValue = "●"
)

// line draws a range, the threshold if there is one, and the value over both.
func (s scale) line(r *[2]float64, e *detect.Evidence) string {
	cells := slices.Repeat([]string{signEmpty}, s.cells)
	if r != nil {
		lo, hi := s.at(min(r[0], r[1])), s.at(max(r[0], r[1]))
		for i := lo; i <= hi; i++ {
			cells[i] = signRange
		}
		cells[lo], cells[hi] = signLow, signHigh
		if lo == hi {
			cells[lo] = signPoint
		}
	}
	if e.Threshold != nil {
		cells[s.at(*e.Threshold)] = signLimit
	}
	cells[s.at(e.Value)] = signValue
	return strings.Join(cells, "")
}
