package model

import (
	"math"
	"slices"

	"davy/biflow"
	"davy/hull"
	"davy/shape"
)

const (
	folds       = 10
	unknownRate = 0.5 // share of ordinary pairs assumed inside where none were given
	mostWindows = 144 // a day: a profile that needs more to decide is no use
)

// A builder makes a hull of pairs' points in the space it stands for.
type builder struct {
	space func([]biflow.Point) []float64
	keep  func([]Sample) []biflow.Point // the points the hull is made of
}

var (
	buildScaled = builder{space: scaled, keep: prune}
	buildRaw    = builder{space: raw, keep: points}
)

func (b builder) build(miners []Sample) (*hull.Hull, error) {
	return hull.New(dim, b.space(b.keep(miners)))
}

// A holdout is the gauges of windows that were left out together.
type holdout struct {
	units [][]float64 // by pair, or by run of time; each ascending
	all   []float64   // ascending
	folds int
	held  string
}

// crossValidate returns, for every window, its gauge in a hull of the pairs or
// times it does not belong to: +Inf where no such hull exists. Windows that
// follow each other are alike, and so are those of one pair; so a fold is never
// a random draw. Where there are pairs enough it is whole pairs, else a run of
// consecutive windows of every pair.
func crossValidate(miners []Sample, b builder) holdout {
	part := consecutive
	out := holdout{folds: folds, held: "consecutive windows"}
	if len(miners) >= folds {
		part, out.held = wholePairs, "whole pairs"
		out.folds = min(len(miners), 2*folds)
	} else if total := count(miners); total < folds {
		out.folds = total
	}
	for f := range out.folds {
		train := make([]Sample, 0, len(miners))
		var tests []Sample
		for i, m := range miners {
			from, to := part(i, len(m.Points), f, out.folds)
			if from < to {
				tests = append(tests, Sample{Points: m.Points[from:to]})
			}
			m.Points = slices.Concat(m.Points[:from], m.Points[to:])
			train = append(train, m)
		}
		h, err := b.build(train)
		if err != nil {
			h = nil
		}
		for _, m := range tests {
			gauges := gaugeAll(h, b.space(m.Points))
			out.units = append(out.units, gauges)
			out.all = append(out.all, gauges...)
		}
	}
	slices.Sort(out.all)
	return out
}

// least is the share within alpha that a new unit has at least, but for
// chance: the smallest of all units, the one in twenty smallest of many.
func (h *holdout) least(alpha float64) float64 {
	shares := make([]float64, len(h.units))
	for i, unit := range h.units {
		shares[i] = shareWithin(unit, alpha)
	}
	slices.Sort(shares)
	if len(shares) == 0 {
		return 0
	}
	return shares[max(0, (len(shares)+1)/20-1)]
}

// consecutive gives fold f the f-th of n runs of a pair's windows.
func consecutive(_, windows, f, n int) (from, to int) { return windows * f / n, windows * (f + 1) / n }

// wholePairs gives fold f every n-th pair.
func wholePairs(pair, windows, f, n int) (from, to int) {
	if pair%n == f {
		return 0, windows
	}
	return 0, 0
}

// gaugeAll returns the gauges of row-major points, ascending. A nil hull holds nothing.
func gaugeAll(h *hull.Hull, flat []float64) []float64 {
	out := make([]float64, len(flat)/dim)
	for i := range out {
		out[i] = math.Inf(1)
		if h != nil {
			out[i] = h.Gauge(flat[i*dim : (i+1)*dim])
		}
	}
	slices.Sort(out)
	return out
}

// efron is the share of new independent points from the same source that a
// hull of v vertices over n points is expected to hold.
func efron(v, n int) float64 { return 1 - float64(v)/float64(n+1) }

// conformalMin is the least number of windows whose gauges can bound a share
// coverage of further ones: the ⌈(n+1)·coverage⌉-th of n must exist.
func conformalMin(coverage float64) int {
	n := 1
	for math.Ceil(float64(n+1)*coverage) > float64(n) {
		n++
	}
	return n
}

// conformalQuantile returns the gauge below which a further window lies with
// probability coverage: the ⌈(n+1)·coverage⌉-th smallest of the sorted gauges.
// Source: Vovk, Gammerman & Shafer, Algorithmic Learning in a Random World (2005).
func conformalQuantile(sorted []float64, coverage float64) (float64, bool) {
	k := int(math.Ceil(float64(len(sorted)+1) * coverage))
	if k < 1 || k > len(sorted) || math.IsInf(sorted[k-1], 1) {
		return 0, false
	}
	return sorted[k-1], true
}

// shareWithin is the share of the sorted gauges that are at most alpha.
func shareWithin(sorted []float64, alpha float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return float64(within(sorted, alpha)) / float64(len(sorted))
}

// within counts the sorted gauges that are at most alpha.
func within(sorted []float64, alpha float64) int {
	n, _ := slices.BinarySearchFunc(sorted, alpha, func(g, a float64) int {
		if g <= a {
			return -1
		}
		return 1
	})
	return n
}

// windowsNeeded estimates how many windows a group would need before the raw
// hull of them holds the wanted share of further ones: by Efron's identity,
// with the number of vertices taken to grow as a power of the number of
// windows, fitted on the whole and on every eighth, fourth and second window.
func windowsNeeded(miners []Sample, b builder, coverage float64) int {
	var xs, ys []float64
	for step := 8; step >= 1; step /= 2 {
		some := make([]Sample, len(miners))
		for i, m := range miners {
			for j := 0; j < len(m.Points); j += step {
				some[i].Points = append(some[i].Points, m.Points[j])
			}
		}
		if h, err := b.build(some); err == nil {
			xs = append(xs, math.Log(float64(count(some))))
			ys = append(ys, math.Log(float64(h.NumVertices())))
		}
	}
	slope, level, ok := line(xs, ys)
	if !ok || slope >= 1 {
		return 0
	}
	// exp(level)·n^slope / n = 1 − coverage
	n := math.Exp((level - math.Log(1-coverage)) / (1 - slope))
	if n > 1e9 {
		return 0
	}
	return int(math.Ceil(n))
}

// line is the least-squares line y = slope·x + level.
func line(xs, ys []float64) (slope, level float64, ok bool) {
	n := float64(len(xs))
	if n < 2 {
		return 0, 0, false
	}
	var mx, my, sxx, sxy float64
	for i := range xs {
		mx += xs[i] / n
		my += ys[i] / n
	}
	for i := range xs {
		sxx += (xs[i] - mx) * (xs[i] - mx)
		sxy += (xs[i] - mx) * (ys[i] - my)
	}
	if sxx == 0 {
		return 0, 0, false
	}
	return sxy / sxx, my - sxy/sxx*mx, true
}

// minWindows is the least number of windows from which on, up to a day of
// them, a pair that passes the miner's test is ordinary with a probability of
// at most falseRate.
func minWindows(policy Policy, least, ordinary, falseRate float64) int {
	n := mostWindows + 1
	for n > 1 {
		k := shape.BinomialQuantile(policy.MissRate, n-1, least)
		if shape.BinomialTail(k, n-1, ordinary) > falseRate {
			break
		}
		n--
	}
	return max(n, policy.MinWindows)
}
