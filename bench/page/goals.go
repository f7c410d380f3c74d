package main

import (
	"math"
	"strings"

	"davy/bench/trial"
	"davy/internal/numeral"
)

// A goal is one line of what davy is held to. Its figures are ratios to the
// rival, or MiB.
type goal struct {
	axis, rival string // {records} and {facets} stand for those measured on
	trial       string // that the records are of, or
	format      string // of the logs whose profile says where the time goes, if one does
	whole       bool   // the goal is of the whole scan, not up to the windows
	operation   string // of geometry, that the facets are of
	must, aim   bound
	figure      func(*results) trial.Spread // not a number if it was not measured
	aimed       func(*results) trial.Spread // where the aim is for another figure; else nil
	unit        string                      // of the figures: "×", " MiB"
}

// A bound is what a figure must not pass. The zero bound is none.
type bound struct {
	limit float64
	set   bool
	least bool // the figure must be that much or more; else that much or less
}

func atMost(x float64) bound  { return bound{limit: x, set: true} }
func atLeast(x float64) bound { return bound{limit: x, set: true, least: true} }

func (b bound) none() bool { return !b.set }

func (b bound) met(x float64) bool {
	if b.least {
		return x >= b.limit
	}
	return x <= b.limit
}

func (b bound) shown(unit string) string {
	switch {
	case b.none():
		return "–"
	case b.least:
		return "≥ " + plain(b.limit) + unit
	}
	return "≤ " + plain(b.limit) + unit
}

// goals are the lines of the table, in order.
var goals = []goal{
	{
		axis: "{records} of plain text to windows", rival: "DuckDB, 1 thread", trial: "plain", format: "plain", must: atMost(0.55), aim: atMost(0.40),
		figure: onLargest("plain", "davy 1", "duckdb 1", trial.CPU),
	},
	{
		axis: "{records} of gzip to windows", rival: "DuckDB, 1 thread", trial: "gz", format: "gz", must: atMost(0.65), aim: atMost(0.58),
		figure: onLargest("gz", "davy 1", "duckdb 1", trial.CPU),
	},
	{
		axis: "{records} of Parquet (gzip) to windows", rival: "DuckDB, 1 thread", trial: "parquet", format: "parquet", must: atMost(1.1), aim: atMost(0.8),
		figure: onLargest("parquet", "davy 1", "duckdb 1", trial.CPU),
	},
	{
		axis: "two threads, {records} of gzip to windows, wall: faster by", rival: "davy, 1 thread", trial: "gz", must: atLeast(1.7), aim: atLeast(1.9),
		figure: onLargest("gz", "davy 1", "davy 2", trial.Wall),
	},
	{
		axis: "whole `davy scan`, {records} of gzip, wall", rival: "DuckDB, 2 threads, windows only", trial: "scan", format: "gz", whole: true, must: atMost(0.8), aim: atMost(0.6),
		figure: onLargest("scan", "davy scan", "duckdb 2", trial.Wall),
	},
	{
		axis: "peak memory of that scan", rival: "DuckDB, 2 threads, windows only", trial: "scan", must: atMost(0.6), aim: atMost(0.4),
		figure: onLargest("scan", "davy scan", "duckdb 2", trial.Peak),
	},
	{
		axis: "whole `davy scan`, {records} of gzip from S3 on the loopback: records a second", rival: "davy, from files", trial: "s3", must: atLeast(0.9),
		figure: onLargest("s3", "davy files", "davy s3", trial.Wall),
	},
	{
		axis: "whole `davy scan`, {records} of gzip: less work by", rival: "the article's pipeline", trial: "python", format: "gz", whole: true, must: atLeast(60), aim: atLeast(100),
		figure: onLargest("python", "article published", "davy scan", trial.CPU),
	},
	{
		axis: "whole `davy scan`, {records} of gzip: less work by", rival: "the article's pipeline", trial: "article",
		figure: onLargest("article", "article published", "davy scan", trial.CPU),
	},
	{
		axis: "whole `davy scan`, {records} of gzip: less work by", rival: "pandas and half-spaces", trial: "python",
		figure: onLargest("python", "pandas", "davy scan", trial.CPU),
	},
	{axis: "hull of 1,000 points", rival: "Qhull", must: atMost(2), aim: atMost(1), figure: cost("hull-1k", cpuOf)},
	{axis: "hull of 10,000 points", rival: "Qhull", must: atMost(2), aim: atMost(1), figure: cost("hull-10k", cpuOf)},
	{axis: "hull of 100,000 points", rival: "Qhull", must: atMost(2), aim: atMost(1), figure: cost("hull-100k", cpuOf)},
	{
		axis: "hull of 1,000,000 points (the aim is wall)", rival: "Qhull", must: atMost(1), aim: atMost(0.5),
		figure: cost("hull-1M", cpuOf), aimed: cost("hull-1M", wallOf),
	},
	{axis: "degenerate clouds without a right answer", rival: "SciPy", must: atMost(0), unit: " clouds", figure: wrongs},
	{
		axis: "points in a hull of {facets} facets, most inside: faster by", rival: "SciPy `find_simplex`", operation: "member-small-inside",
		must: atLeast(1), aim: atLeast(3), figure: gain("member-small-inside"),
	},
	{
		axis: "points in a hull of {facets} facets, most inside: faster by", rival: "SciPy `find_simplex`", operation: "member-large-inside",
		must: atLeast(1), aim: atLeast(4), figure: gain("member-large-inside"),
	},
	{
		axis: "points in a hull of {facets} facets, ordinary traffic: faster by", rival: "SciPy `find_simplex`", operation: "member-small-ordinary",
		must: atLeast(1), aim: atLeast(1.5), figure: gain("member-small-ordinary"),
	},
	{
		axis: "points in a hull of {facets} facets, ordinary traffic: faster by", rival: "SciPy `find_simplex`", operation: "member-large-ordinary",
		must: atLeast(1), aim: atLeast(1.5), figure: gain("member-large-ordinary"),
	},
	{axis: "nearest neighbours of 144 windows", rival: "SciPy `cKDTree`", must: atMost(1), aim: atMost(0.4), figure: cost("neighbour-144", cpuOf)},
	{axis: "Ripley's K of 144 windows, 32 radii", rival: "SciPy `count_neighbors`", must: atMost(1), aim: atMost(0.06), figure: cost("ripley-144", cpuOf)},
	{axis: "CPU a record of plain text, to {records} from a tenth", rival: "davy", trial: "plain", must: atMost(1.2), figure: growth("plain", "davy 1", trial.CPU, true)},
	{axis: "CPU a record of gzip, to {records} from a tenth", rival: "davy", trial: "gz", must: atMost(1.2), figure: growth("gz", "davy 1", trial.CPU, true)},
	{axis: "CPU of {records}, of ten times the interfaces", rival: "davy", trial: "interfaces", must: atMost(1.4), figure: growth("interfaces", "davy 1", trial.CPU, false)},
	{axis: "peak memory of `davy scan` under a ceiling, all days to the first", rival: "davy", must: atMost(1.2), figure: fromFirst("days", "davy ceiling", trial.Peak)},
	{axis: "peak memory, 1 M pairs in one window", rival: "a limit", must: atMost(400), unit: " MiB", figure: peak("distinct", "davy scan", "distinct-1m")},
	{axis: "peak memory, 10 M pairs in one window", rival: "a limit", must: atMost(768), unit: " MiB", figure: peak("distinct", "davy scan", "distinct-10m")},
	{axis: "wall, 10 M pairs in one window", rival: "a limit", must: atMost(180), unit: " s", figure: wall("distinct", "davy scan", "distinct-10m")},
}

// title is the axis with what it was measured on.
func (g *goal) title(r *results) string {
	n, facets := "records", "many"
	if rows := r.rows(r.largest(g.trial)); rows > 0 {
		n = records(rows) + " records"
	}
	if o := r.find(g.operation); o != nil && o.davy[0].Facets != nil {
		facets = numeral.Grouped(*o.davy[0].Facets)
	}
	return strings.NewReplacer("{records}", n, "{facets}", facets).Replace(g.axis)
}

var unmeasured = trial.NewSpread(nil)

// ratio is what a took for one of what b took on the same data.
func (r *results) ratio(name, a, b, data string, m trial.Measure) trial.Spread {
	x, y := r.command(name, a, data), r.command(name, b, data)
	if x == nil || y == nil {
		return unmeasured
	}
	return x.Ratio(y, m)
}

// onLargest is the ratio on the largest data of the trial.
func onLargest(name, a, b string, m trial.Measure) func(*results) trial.Spread {
	return func(r *results) trial.Spread { return r.ratio(name, a, b, r.largest(name), m) }
}

// cost is davy's of an operation, for one of SciPy's.
func cost(name string, of func(*figure) float64) func(*results) trial.Spread {
	return func(r *results) trial.Spread {
		if o := r.find(name); o != nil {
			return o.ratio(of)
		}
		return unmeasured
	}
}

// gain is how many times an operation davy does while SciPy does one.
func gain(name string) func(*results) trial.Spread {
	return func(r *results) trial.Spread {
		return inverse(cost(name, cpuOf)(r))
	}
}

// between is what a command took on one set for one of what it took on another,
// by rounds; for each record, if asked.
func (r *results) between(name, command, large, small string, m trial.Measure, each bool) trial.Spread {
	x, y := r.command(name, command, large), r.command(name, command, small)
	if x == nil || y == nil || large == small {
		return unmeasured
	}
	s := x.Ratio(y, m)
	if each {
		by := float64(r.rows(small)) / float64(r.rows(large))
		s = scaled(s, by)
	}
	return s
}

// growth is what the largest set of a trial takes for one of the next smaller.
func growth(name, command string, m trial.Measure, each bool) func(*results) trial.Spread {
	return func(r *results) trial.Spread {
		sets := r.sets(name)
		if len(sets) < 2 {
			return unmeasured
		}
		return r.between(name, command, sets[len(sets)-1], sets[len(sets)-2], m, each)
	}
}

// fromFirst is what the largest set of a trial takes for one of the smallest.
func fromFirst(name, command string, m trial.Measure) func(*results) trial.Spread {
	return func(r *results) trial.Spread {
		sets := r.sets(name)
		if len(sets) < 2 {
			return unmeasured
		}
		return r.between(name, command, sets[len(sets)-1], sets[0], m, false)
	}
}

// peak is a command's peak memory in MiB.
func peak(name, command, data string) func(*results) trial.Spread {
	return alone(name, command, data, func(run trial.Run) float64 { return run.Peak / mebi })
}

// wall is a command's time by the clock, in seconds.
func wall(name, command, data string) func(*results) trial.Spread {
	return alone(name, command, data, trial.Wall)
}

// alone is a figure of a command that is held to a limit, not to a rival.
func alone(name, command, data string, m trial.Measure) func(*results) trial.Spread {
	return func(r *results) trial.Spread {
		if c := r.command(name, command, data); c != nil {
			return c.Of(m)
		}
		return unmeasured
	}
}

const (
	mebi = 1 << 20

	mustMissed  = "**must missed**"
	notMeasured = "not measured"
)

// verdict says what became of a goal, by the median.
func (g *goal) verdict(r *results) string {
	s := g.figure(r)
	aimed := s
	if g.aimed != nil {
		aimed = g.aimed(r)
	}
	switch {
	case math.IsNaN(s.Median):
		return notMeasured
	case g.must.none():
		return "–"
	case !g.must.met(s.Median):
		return mustMissed
	case g.aim.none():
		return "must met"
	case !g.aim.met(aimed.Median):
		return "must met, aim missed"
	}
	return "aim met"
}

// measured shows the figure of a goal.
func (g *goal) measured(r *results) string {
	s := g.figure(r)
	if math.IsNaN(s.Median) {
		return "–"
	}
	text := bold(s, g.sign())
	if g.aimed != nil {
		text += "; wall " + bold(g.aimed(r), g.sign())
	}
	return text
}

func (g *goal) sign() string {
	if g.unit != "" {
		return g.unit
	}
	return "×"
}
