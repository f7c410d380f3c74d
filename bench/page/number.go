package main

import (
	"math"
	"strconv"
	"strings"

	"davy/bench/trial"
)

const absent = "–"

// plain writes a number with as many digits as its size bears: 0.034, 0.55,
// 1.9, 12.5, 104.
func plain(x float64) string {
	digits := 2
	switch a := math.Abs(x); {
	case math.IsNaN(x):
		return absent
	case a >= 99.95:
		digits = 0
	case a >= 9.995:
		digits = 1
	case a < 0.0995:
		digits = 3
	}
	s := strconv.FormatFloat(x, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// ranged writes a spread: 1.9 (1.8 to 2.1). One number has no range.
func ranged(s trial.Spread, unit string) string {
	switch {
	case math.IsNaN(s.Median):
		return absent
	case s.Min == s.Max:
		return plain(s.Median) + unit
	}
	return plain(s.Median) + unit + " (" + plain(s.Min) + " to " + plain(s.Max) + ")"
}

// bold is ranged with the median in bold.
func bold(s trial.Spread, unit string) string {
	median, rest, _ := strings.Cut(ranged(s, unit), " (")
	if rest != "" {
		rest = " (" + rest
	}
	return "**" + median + "**" + rest
}

// scaled is a spread in another unit.
func scaled(s trial.Spread, by float64) trial.Spread {
	return trial.Spread{Median: s.Median * by, Min: s.Min * by, Max: s.Max * by}
}

// inverse is the spread of 1/x.
func inverse(s trial.Spread) trial.Spread {
	return trial.Spread{Median: 1 / s.Median, Min: 1 / s.Max, Max: 1 / s.Min}
}

// short writes a time in a unit that suits it.
func short(seconds float64) string {
	switch {
	case math.IsNaN(seconds):
		return absent
	case seconds < 1e-3:
		return plain(seconds*1e6) + " µs"
	case seconds < 1:
		return plain(seconds*1e3) + " ms"
	}
	return plain(seconds) + " s"
}

// records writes a number of records in words: 100 k, 10 M.
func records(n int64) string {
	x := float64(n)
	switch {
	case n >= 1_000_000:
		return plain(x/1e6) + " M"
	case n >= 1000:
		return plain(x/1e3) + " k"
	}
	return plain(x)
}
