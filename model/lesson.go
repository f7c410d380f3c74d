package model

import "math"

// A lesson is the spans of some samples with their weights.
type lesson struct {
	samples []Sample
	of      []int // the sample of each row
	rows    []row
	weight  []float64
}

// newLesson takes the rows that pick returns of each sample. The spans of one
// sample weigh one together; a group of n samples weighs √n, so that what is
// frequent in the logs does not drown what is rare; miners and ordinary pairs
// weigh the same, and all together as many as there are.
func newLesson(samples []Sample, workers int, pick func(*look) []row) *lesson {
	l := &lesson{samples: samples}
	all := make([][]row, len(samples))
	each(len(samples), workers, func(i int) { all[i] = pick(samples[i].look()) })
	type group struct {
		mining bool
		name   string
	}
	groupOf := func(s *Sample) group { return group{s.Mining, s.Group} }
	pairs := map[group]int{}
	for i, rows := range all {
		if len(rows) > 0 {
			pairs[groupOf(&samples[i])]++
		}
	}
	total := map[bool]float64{}
	for i, rows := range all {
		s := &samples[i]
		for _, r := range rows {
			w := 1 / (float64(len(rows)) * math.Sqrt(float64(pairs[groupOf(s)])))
			l.of, l.rows, l.weight = append(l.of, i), append(l.rows, r), append(l.weight, w)
			total[s.Mining] += w
		}
	}
	for i := range l.weight {
		l.weight[i] *= float64(len(l.rows)) / total[l.mining(i)]
	}
	return l
}

// mining tells whether row i is of a miner.
func (l *lesson) mining(i int) bool { return l.samples[l.of[i]].Mining }

// pairs is the number of pairs of one side.
func (l *lesson) pairs(mining bool) int {
	n := 0
	for i := range l.of {
		if l.mining(i) == mining && (i == 0 || l.of[i-1] != l.of[i]) {
			n++
		}
	}
	return n
}

// interfaces is the number of interfaces with ordinary pairs, whether those have
// rows or not.
func (l *lesson) interfaces() int {
	units := map[string]bool{}
	for i := range l.samples {
		if s := &l.samples[i]; !s.Mining {
			units[s.unit()] = true
		}
	}
	return len(units)
}

// column returns a trait of the rows of one side.
func (l *lesson) column(trait int, mining bool) []float64 {
	var xs []float64
	for i := range l.rows {
		if l.mining(i) == mining {
			xs = append(xs, float64(l.rows[i].traits[trait]))
		}
	}
	return xs
}
