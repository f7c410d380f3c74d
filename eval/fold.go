package eval

import (
	"fmt"
	"slices"
)

// A Way of holding out: what miners are held out together by. Ordinary pairs
// are held out by kind of program, a part of them with each part of the miners.
type Way string

// Ways of holding out. Beside these, every attribute of labels is one: pool,
// coin, size, transport, kind …
const (
	ByCapture Way = "capture" // ordinary pairs too
	ByGroup   Way = "group"
	All       Way = "all" // nothing that is judged is learnt
)

// Beyond so many values, several are held out together, in so many parts.
const (
	mostHeldOut = 40
	foldsBeyond = 10
)

// value is what the sample is held out by.
func (w Way) value(s *Sample) string {
	switch w {
	case All:
		return ""
	case ByCapture:
		return s.Capture
	case ByGroup:
		return s.Label.Group
	}
	return s.Label.Attrs[string(w)]
}

// partition gives every sample its fold, 0 to n-1, and says what a model trains
// on that judges one.
func partition(samples []Sample, way Way, most int) (fold []int, n int, trained string, err error) {
	miners := func(s *Sample) bool { return s.Label.Mining || way == ByCapture }
	values := distinct(samples, miners, way.value)
	switch {
	case way == All:
		return make([]int, len(samples)), 1, "", nil
	case !slices.ContainsFunc(values, func(v string) bool { return v != "" }):
		return nil, 0, "", fmt.Errorf("no mining pair has a %s to hold out by", way)
	}
	n = len(values)
	switch {
	case most > 0:
		n = min(n, most)
	case n > mostHeldOut:
		n = foldsBeyond
	}
	program := func(s *Sample) string { return s.Label.Group }
	programs := distinct(samples, func(s *Sample) bool { return !miners(s) }, program)
	if len(programs) < 2 { // nothing is known of them: by interface
		program = func(s *Sample) string { return s.Capture }
		programs = distinct(samples, func(s *Sample) bool { return !miners(s) }, program)
	}
	fold = make([]int, len(samples))
	for i := range samples {
		s := &samples[i]
		var at int
		if miners(s) {
			at, _ = slices.BinarySearch(values, way.value(s))
		} else {
			at, _ = slices.BinarySearch(programs, program(s))
		}
		fold[i] = at % n
	}
	return fold, n, others(way, n, len(values)), nil
}

// distinct lists the values of the samples that count, sorted.
func distinct(samples []Sample, counts func(*Sample) bool, value func(*Sample) string) []string {
	seen := make(map[string]bool)
	var out []string
	for i := range samples {
		if s := &samples[i]; counts(s) && !seen[value(s)] {
			seen[value(s)] = true
			out = append(out, value(s))
		}
	}
	slices.Sort(out)
	return out
}

// others names what is left to train on.
func others(way Way, folds, values int) string {
	switch folds {
	case values:
		return fmt.Sprintf("on all other %ss", way)
	case 10:
		return fmt.Sprintf("on the other nine tenths of the %ss", way)
	}
	return fmt.Sprintf("on the other %d of %d parts of the %ss", folds-1, folds, way)
}
