package plot

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
)

// few is how many decades have room for three names each.
const few = 3

// ticks marks 1, 2, 5, 10, 20 … on an axis in decades where those are few, else
// powers of ten, with unnamed marks between.
func ticks(lo, hi float64) []plot.Tick {
	var out []plot.Tick
	wide := hi-lo > few
	for decade := math.Floor(lo); decade <= hi; decade++ {
		for n := 1.0; n < 10; n++ {
			t := plot.Tick{Value: decade + math.Log10(n)}
			if t.Value < lo || t.Value > hi {
				continue
			}
			if n == 1 || !wide && (n == 2 || n == 5) {
				t.Label = amount(n * math.Pow(10, decade))
			}
			out = append(out, t)
		}
	}
	return out
}

// amount writes a number with at most three significant digits: 5, 1.2 k, 30 M.
func amount(x float64) string {
	unit := ""
	for _, u := range []string{" k", " M", " G", " T"} {
		if math.Abs(x) < 999.5 {
			break
		}
		x, unit = x/1000, u
	}
	digits := 0
	if x != 0 {
		digits = max(0, 2-int(math.Floor(math.Log10(math.Abs(x)))))
	}
	scale := math.Pow(10, float64(digits))
	return strconv.FormatFloat(math.Round(x*scale)/scale, 'f', -1, 64) + unit
}
