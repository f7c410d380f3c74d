// Package chain has the block times of the simulated currencies, which all
// pools and nodes of one currency share.
package chain

import (
	"makes/x/internal/rnd"
)

// Blocks draws the times at which blocks are found.
func Blocks(r *rnd.Rand, mean, from, to float64) []float64 {
	var out []float64
	for t := from + r.Exp(mean); t < to; t += r.Exp(mean) {
		out = append(out, t)
	}
	return out
}

// Jobs gives the times at which a work source with its own delay hands out
// new work: after every block, and when nothing came for refresh seconds.
// Works follow each other by at least gap seconds.
func Jobs(r *rnd.Rand, blocks []float64, delay, refresh, gap, from, to float64) []Job {
	var out []Job
	last := from
	refreshes := func(until float64) {
		for refresh > 0 && last+refresh < until {
			last += refresh * r.Between(0.97, 1.06)
			out = append(out, Job{At: last})
		}
	}
	for _, b := range blocks {
		at := b + delay*r.Between(0.4, 1.8)
		if at < last+gap {
			continue
		}
		refreshes(at)
		last = max(at, last+0.01)
		out = append(out, Job{At: last, Clean: true})
	}
	refreshes(to)
	return out
}

// Job is new work.
type Job struct {
	At    float64
	Clean bool // a new block, so older work is worthless
}
