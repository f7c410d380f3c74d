package plot

import (
	"math"
	"strconv"
	"time"

	"gonum.org/v1/plot"
)

// ticker marks an axis of the scale.
func (s Scale) ticker() plot.Ticker {
	switch s {
	case Log1p:
		return plot.TickerFunc(ticksFromZero)
	case Linear:
		return plot.TickerFunc(evenTicks)
	case Clock:
		return plot.TickerFunc(clockTicks)
	}
	return plot.TickerFunc(ticks)
}

// mostTicks ends a count that rounding would make endless, of values so large
// that a step changes nothing.
const mostTicks = 20

// few is how many decades have room for three names each.
const few = 3

// ticks marks 1, 2, 5, 10, 20 … on an axis in decades where those are few, else
// powers of ten, with unnamed marks between.
func ticks(lo, hi float64) []plot.Tick { return decades(lo, hi, math.Floor(lo), math.Log10) }

// ticksFromZero is ticks in 1 + x, with a mark at 0.
func ticksFromZero(lo, hi float64) []plot.Tick {
	var out []plot.Tick
	if lo <= 0 {
		out = append(out, plot.Tick{Value: 0, Label: "0"})
	}
	return append(out, decades(lo, hi, 0, func(x float64) float64 { return math.Log10(1 + x) })...)
}

// decades marks an axis from lo to hi, both in the units of at, from the first decade on.
func decades(lo, hi, first float64, at func(float64) float64) []plot.Tick {
	var out []plot.Tick
	wide := hi-lo > few
	every := math.Ceil((hi - lo) / 8) // decades from name to name
	for decade := first; decade <= hi; decade++ {
		for n := 1.0; n < 10; n++ {
			t := plot.Tick{Value: at(n * math.Pow(10, decade))}
			if t.Value < lo || t.Value > hi {
				continue
			}
			if n == 1 && math.Mod(decade, every) == 0 || !wide && (n == 2 || n == 5) {
				t.Label = amount(n * math.Pow(10, decade))
			}
			out = append(out, t)
		}
	}
	return out
}

// evenTicks marks an axis at four to nine multiples of 1, 2 or 5 times a power of ten.
func evenTicks(lo, hi float64) []plot.Tick {
	step := math.Pow(10, math.Floor(math.Log10((hi-lo)/4)))
	for _, n := range []float64{5, 2} {
		if (hi-lo)/(n*step) >= 4 {
			step *= n
			break
		}
	}
	var out []plot.Tick
	for i := math.Ceil(lo / step); i*step <= hi && len(out) < mostTicks; i++ {
		out = append(out, plot.Tick{Value: i * step, Label: level(i*step, step)})
	}
	return out
}

// level writes a number with as many digits as a step takes, in the unit of its size.
func level(x, step float64) string {
	unit, by := unitOf(x)
	digits := max(0, -int(math.Floor(math.Log10(step/by)+1e-9)))
	return strconv.FormatFloat(x/by+0, 'f', min(digits, 6), 64) + unit
}

// clockTicks marks an axis in epoch seconds at whole parts of a day.
func clockTicks(lo, hi float64) []plot.Tick {
	steps := []float64{600, 1800, 3600, 2 * 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86400, 2 * 86400, 7 * 86400, 14 * 86400}
	step := steps[0]
	for _, s := range steps {
		step = s
		if (hi-lo)/s <= 12 {
			break
		}
	}
	for (hi-lo)/step > 9 {
		step *= 2
	}
	var out []plot.Tick
	for i := math.Ceil(lo / step); i*step <= hi && len(out) < mostTicks; i++ {
		t := i * step
		out = append(out, plot.Tick{Value: t, Label: clock(t, step)})
	}
	return out
}

// clock writes a time of day, but the day at midnight.
func clock(t, step float64) string {
	at := time.Unix(int64(t), 0).UTC()
	if step >= 86400 || at.Hour() == 0 && at.Minute() == 0 {
		return at.Format("Jan 2")
	}
	return at.Format("15:04")
}

// unitOf is the unit of a number of so many digits, and what it stands for.
func unitOf(x float64) (unit string, by float64) {
	by = 1
	for _, u := range []string{" k", " M", " G", " T", " P", " E"} {
		if math.Abs(x)/by < 999.5 {
			break
		}
		by, unit = by*1000, u
	}
	return unit, by
}

// amount writes a number with at most three significant digits: 5, 1.2 k, 30 M.
func amount(x float64) string {
	unit, by := unitOf(x)
	x /= by
	digits := 0
	if x != 0 {
		digits = max(0, 2-int(math.Floor(math.Log10(math.Abs(x)))))
	}
	scale := math.Pow(10, float64(digits))
	return strconv.FormatFloat(math.Round(x*scale)/scale, 'f', -1, 64) + unit
}
